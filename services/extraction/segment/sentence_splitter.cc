#include "services/extraction/segment/sentence_splitter.h"

#include <algorithm>
#include <string>
#include <utility>

#include "services/extraction/segment/clause_cues.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/text/script.h"

namespace isnad::extraction {
namespace {

// A left side this long is not joined with what follows, so that citations stay short.
constexpr int kMaxWordsToJoin = 45;
// Longer sentences are cut.
constexpr int kMaxWords = 120;
// A fronted phrase: at most so many words, and no finite verb.
constexpr int kMaxFrontedWords = 6;
constexpr int kMaxSubordinateWords = 18;
// Quotation marks that stay open longer than this were never closed.
constexpr int kMaxQuotedWords = 90;

// Bytes of a word without the marks around it.
struct Word {
  int begin = 0;
  int end = 0;
};

bool IsWordChar(char32_t c) {
  return IsArabicLetter(c) || IsLatinLetter(c) || IsDigit(c) || IsArabicMark(c) || IsTatweel(c) ||
         IsInvisible(c);
}

class Splitter {
 public:
  Splitter(absl::string_view text, ByteRange paragraph) : text_(text), paragraph_(paragraph) {
    CollectWords();
    ascii_quotes_pair_ = CountAsciiQuotes() % 2 == 0;
  }

  std::vector<ByteRange> Split() {
    sentence_begin_ = paragraph_.begin;
    for (int i = paragraph_.begin; i < paragraph_.end;) {
      const DecodedChar c = At(i);
      AdvanceWord(i);
      TrackQuote(c.code_point);
      int end = i + c.length;
      if (IsSentenceStop(c.code_point)) {
        end = StopRunEnd(i);
        if (EndsSentence(i, end)) {
          end = AbsorbClosers(end);
          Emit(end);
        }
      }
      i = std::max(end, i + c.length);
    }
    Emit(paragraph_.end);
    return std::move(sentences_);
  }

 private:
  DecodedChar At(int i) const {
    return i < paragraph_.end ? DecodeUtf8(text_.substr(0, paragraph_.end), i)
                              : DecodedChar{0, 1, false};
  }

  void CollectWords() {
    for (int i = paragraph_.begin; i < paragraph_.end;) {
      const DecodedChar c = At(i);
      if (!c.valid || !IsWordChar(c.code_point)) {
        i += c.length;
        continue;
      }
      Word word;
      word.begin = i;
      for (DecodedChar d = c; i < paragraph_.end && d.valid && IsWordChar(d.code_point);
           d = At(i)) {
        i += d.length;
      }
      word.end = i;
      words_.push_back(word);
    }
  }

  std::string Folded(size_t word) const {
    return Fold(text_.substr(words_[word].begin, words_[word].end - words_[word].begin));
  }

  int CountAsciiQuotes() const {
    return static_cast<int>(
        std::count(text_.begin() + paragraph_.begin, text_.begin() + paragraph_.end, '"'));
  }

  // Makes `next_word_` the first word that begins at or behind `i`.
  void AdvanceWord(int i) {
    while (next_word_ < words_.size() && words_[next_word_].begin < i) ++next_word_;
  }

  void TrackQuote(char32_t c) {
    if (IsOpeningQuote(c)) {
      if (depth_++ == 0) quote_word_ = next_word_;
    } else if (IsClosingQuote(c)) {
      depth_ = std::max(0, depth_ - 1);
    } else if (c == '"' && ascii_quotes_pair_) {
      ascii_open_ = !ascii_open_;
      if (ascii_open_) quote_word_ = next_word_;
    }
  }

  bool InQuote() {
    if (depth_ == 0 && !ascii_open_) return false;
    if (static_cast<int>(next_word_ - quote_word_) <= kMaxQuotedWords) return true;
    depth_ = 0;
    return false;
  }

  int StopRunEnd(int i) const {
    int end = i;
    while (end < paragraph_.end && IsSentenceStop(At(end).code_point)) end += At(end).length;
    return end;
  }

  // Closing marks and stops behind a stop belong to the sentence.
  int AbsorbClosers(int end) {
    for (;;) {
      const DecodedChar c = At(end);
      const bool closes =
          c.valid && (IsClosingQuote(c.code_point) || c.code_point == ')' || c.code_point == ']' ||
                      IsSentenceStop(c.code_point) || (c.code_point == '"' && ascii_open_) ||
                      IsInvisible(c.code_point));
      if (!closes) return end;
      TrackQuote(c.code_point);
      end += c.length;
    }
  }

  bool EndsSentence(int stop, int after) {
    // A quotation that closes right behind the stop may end the sentence with it.
    const DecodedChar closer = At(after);
    const bool quote_closes = closer.valid && (IsClosingQuote(closer.code_point) ||
                                               (closer.code_point == '"' && ascii_open_));
    if (quote_closes) {
      const DecodedChar beyond = At(after + closer.length);
      if (beyond.valid && !IsWhitespace(beyond.code_point)) return false;
      return depth_ + ascii_open_ <= 1 && StartsAnew(after + closer.length);
    }
    if (InQuote()) return false;
    if (after >= paragraph_.end) return true;
    const DecodedChar next = At(after);
    const bool glued = next.valid && !IsWhitespace(next.code_point);
    const bool single_dot = after - stop == 1 && text_[stop] == '.';
    if (glued && !GluedStopEnds(stop, next.code_point)) return false;
    if (next_word_ > 0 && single_dot && words_[next_word_ - 1].end == stop &&
        IsAbbreviation(Folded(next_word_ - 1))) {
      return false;
    }
    if (IsEllipsis(stop, after)) return EllipsisEnds();
    if (text_[stop] != '.') return true;
    return StartsAnew(after);
  }

  bool IsEllipsis(int stop, int after) const {
    return At(stop).code_point == 0x2026 ||
           (after - stop >= 2 && text_[stop] == '.' && text_[stop + 1] == '.');
  }

  // Without a space behind it a stop ends a sentence only between Arabic letters, and not within an
  // acronym ("تي.إس.إم.سي").
  bool GluedStopEnds(int stop, char32_t next) const {
    if (!IsArabicLetter(next) && !IsOpeningQuote(next)) return next == '(' || next == '[';
    if (next_word_ == 0) return false;
    const std::string left = Folded(next_word_ - 1);
    if (words_[next_word_ - 1].end != stop || CountChars(left) < 2) return false;
    const bool acronym = IsLatinLetterName(left) && next_word_ < words_.size() &&
                         words_[next_word_].begin == stop + 1 &&
                         IsLatinLetterName(Folded(next_word_));
    return !acronym;
  }

  bool EllipsisEnds() const {
    if (next_word_ >= words_.size()) return true;
    const std::string next = Folded(next_word_);
    if (IsReportingVerb(next)) return true;
    const bool conjoined = next.compare(0, 2, "و") == 0 || next.compare(0, 2, "ف") == 0;
    return conjoined && CountChars(next) >= 4 && LooksLikeFiniteVerb(next);
  }

  // The words behind a full stop start a sentence of their own, and those before it can stand
  // alone.
  bool StartsAnew(int after) {
    AdvanceWord(after);
    if (next_word_ >= words_.size()) return true;
    const size_t first = FirstWordOfSentence();
    const int left = static_cast<int>(next_word_ - first);
    if (left > kMaxWordsToJoin) return true;
    const std::string next = Folded(next_word_);
    const std::string next_but_one =
        next_word_ + 1 < words_.size() ? Folded(next_word_ + 1) : std::string();
    if (ContinuesClause(next, next_but_one)) return false;
    if (left == 0) return true;
    const DecodedChar letter = At(words_[next_word_].begin);
    if (IsLatinLetter(letter.code_point)) {
      return IsLatinUpper(letter.code_point) || left > kMaxFrontedWords;
    }
    return !LeftIsFragment(first, left);
  }

  size_t FirstWordOfSentence() const {
    size_t first = next_word_;
    while (first > 0 && words_[first - 1].begin >= sentence_begin_) --first;
    return first;
  }

  bool LeftIsFragment(size_t first, int count) const {
    const char32_t letter = At(words_[first].begin).code_point;
    if (!IsArabicLetter(letter)) return false;
    const std::string opening = Folded(first);
    if ((opening == "بينما" || opening == "وبينما") && count <= kMaxSubordinateWords) return true;
    if ((opening == "من" || opening == "ومن") && count <= kMaxSubordinateWords && count > 2 &&
        Folded(first + 1) == "بين") {
      return true;
    }
    if (count > kMaxFrontedWords || !OpensSubordinate(opening)) return false;
    for (int i = 0; i < count; ++i) {
      if (LooksLikeFiniteVerb(Folded(first + i))) return false;
    }
    return true;
  }

  void Emit(int end) {
    ByteRange range{sentence_begin_, end};
    sentence_begin_ = end;
    while (range.begin < range.end && IsWhitespace(At(range.begin).code_point) &&
           At(range.begin).valid) {
      range.begin += At(range.begin).length;
    }
    TrimEnd(&range);
    if (!range.empty()) CutLong(range);
  }

  void TrimEnd(ByteRange* range) const {
    int end = range->begin;
    for (int i = range->begin; i < range->end;) {
      const DecodedChar c = At(i);
      i += c.length;
      if (!c.valid || !IsWhitespace(c.code_point)) end = i;
    }
    range->end = end;
  }

  // Adds the range, cut at a semicolon, else a comma, else a space, where it is too long.
  void CutLong(ByteRange range) {
    const auto by_begin = [](const Word& word, int offset) { return word.begin < offset; };
    for (;;) {
      const auto first = std::lower_bound(words_.begin(), words_.end(), range.begin, by_begin);
      const auto last = std::lower_bound(first, words_.end(), range.end, by_begin);
      if (last - first <= kMaxWords) break;
      const int cut = CutPoint(first + kMaxWords / 4, first + kMaxWords);
      ByteRange head{range.begin, cut};
      TrimEnd(&head);
      sentences_.push_back(head);
      range.begin = cut;
      while (range.begin < range.end && IsWhitespace(At(range.begin).code_point)) {
        range.begin += At(range.begin).length;
      }
    }
    if (!range.empty()) sentences_.push_back(range);
  }

  int CutPoint(std::vector<Word>::const_iterator from, std::vector<Word>::const_iterator to) const {
    int comma = -1;
    for (auto word = to; word != from; --word) {
      for (int i = (word - 1)->end; i < word->begin;) {
        const DecodedChar c = At(i);
        i += c.length;
        if (c.code_point == 0x061B || c.code_point == ';') return i;
        if (comma < 0 && (c.code_point == 0x060C || c.code_point == ',')) comma = i;
      }
    }
    return comma >= 0 ? comma : to->begin;
  }

  absl::string_view text_;
  ByteRange paragraph_;
  std::vector<Word> words_;
  std::vector<ByteRange> sentences_;
  int sentence_begin_ = 0;
  size_t next_word_ = 0;
  size_t quote_word_ = 0;
  int depth_ = 0;
  bool ascii_open_ = false;
  bool ascii_quotes_pair_ = true;
};

}  // namespace

std::vector<ByteRange> SplitSentences(absl::string_view text, ByteRange paragraph) {
  if (paragraph.empty()) return {};
  return Splitter(text, paragraph).Split();
}

}  // namespace isnad::extraction
