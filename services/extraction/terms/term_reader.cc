#include "services/extraction/terms/term_reader.h"

#include <array>
#include <string>

#include "services/extraction/text/fold.h"
#include "services/extraction/text/script.h"
#include "services/extraction/tokenize/scanner.h"

namespace isnad::extraction {
namespace {

using Byte = unsigned char;

// What the quick ways do with a character of U+0600-06FF.
enum class Kind : Byte { kLetter, kInner, kDigit, kEnd, kUnsure };

struct ArabicChar {
  Kind kind = Kind::kUnsure;
  // Folded letter in UTF-8.
  char first = 0;
  char second = 0;
};

constexpr char32_t kArabicBlock = 0x0600;

std::array<ArabicChar, 256> MakeArabicChars() {
  std::array<ArabicChar, 256> table;
  for (char32_t c = kArabicBlock; c < kArabicBlock + 256; ++c) {
    ArabicChar& entry = table[c - kArabicBlock];
    std::string letter;
    AppendUtf8(c, &letter);
    const std::string folded = Fold(letter);
    if (IsArabicLetter(c) && folded.size() == 2) {
      entry = {Kind::kLetter, folded[0], folded[1]};
    } else if (IsArabicMark(c) || IsTatweel(c)) {
      entry.kind = Kind::kInner;
    } else if (IsDigit(c)) {
      entry.kind = Kind::kDigit;
    } else if (c == 0x060C || c == 0x061B || c == 0x061F) {
      entry.kind = Kind::kEnd;
    }
  }
  return table;
}

// Folded ASCII letter or digit, else 0.
std::array<char, 256> MakeAsciiWordChars() {
  std::array<char, 256> table{};
  for (int c = '0'; c <= '9'; ++c) table[c] = static_cast<char>(c);
  for (int c = 'a'; c <= 'z'; ++c) table[c] = static_cast<char>(c);
  for (int c = 'A'; c <= 'Z'; ++c) table[c] = static_cast<char>(c - 'A' + 'a');
  return table;
}

// ASCII behind which no word of any kind goes on.
std::array<bool, 256> MakeAsciiEnds() {
  std::array<bool, 256> table{};
  for (int c = 0; c <= ' '; ++c) table[c] = true;
  for (const char c : {'"', '(', ')', ';', '!', '?', '[', ']', '{', '}', '<', '>', '|'}) {
    table[static_cast<Byte>(c)] = true;
  }
  return table;
}

// ASCII that is no part of a term wherever a token may start.
std::array<bool, 256> MakeAsciiGaps() {
  std::array<bool, 256> table{};
  for (int c = 0; c < 0x80; ++c) {
    const bool word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    // Apostrophes may open "'s".
    table[c] = !word && c != '\'' && c != '`';
  }
  return table;
}

struct Tables {
  std::array<ArabicChar, 256> arabic = MakeArabicChars();
  std::array<char, 256> ascii_word = MakeAsciiWordChars();
  std::array<bool, 256> ascii_end = MakeAsciiEnds();
  std::array<bool, 256> ascii_gap = MakeAsciiGaps();
};

const Tables& TheTables() {
  static const Tables tables;
  return tables;
}

bool IsArabicLead(Byte byte) { return (byte & 0xFC) == 0xD8; }
bool IsTrail(Byte byte) { return (byte & 0xC0) == 0x80; }

}  // namespace

// One pass over one text.
class TermReader::Pass {
 public:
  Pass(const IndexStemmer& stemmer, absl::string_view text, IndexTerms* terms)
      : stemmer_(stemmer),
        tables_(TheTables()),
        text_(text),
        bytes_(reinterpret_cast<const Byte*>(text.data())),
        size_(static_cast<int>(text.size())),
        scanner_(text, 0, size_),
        terms_(*terms) {}

  void Run() {
    int position = 0;
    while (position < size_) {
      const Byte byte = bytes_[position];
      int next = 0;
      if (byte < 0x80) {
        if (tables_.ascii_gap[byte] && !MayBeKeycap(position)) {
          ++position;
          continue;
        }
        next = ReadAsciiWord(position);
      } else if (IsArabicLead(byte)) {
        next = ReadArabicWord(position);
      } else if (byte == 0xC2 && position + 1 < size_ && bytes_[position + 1] == 0xA0) {
        next = position + 2;  // no-break space
      }
      position = next > 0 ? next : ReadAnyToken(position);
    }
  }

 private:
  // "#" and "*" with a keycap mark behind them are one symbol.
  bool MayBeKeycap(int position) const {
    return (bytes_[position] == '#' || bytes_[position] == '*') && position + 1 < size_ &&
           bytes_[position + 1] >= 0xE0;
  }

  // Whether a word of the quick ways surely ends before `position`.
  bool EndsAt(int position) const {
    if (position >= size_) return true;
    const Byte byte = bytes_[position];
    if (byte < 0x80) return tables_.ascii_end[byte];
    if (position + 2 >= size_) return false;
    const Byte second = bytes_[position + 1];
    // No-break space and guillemets.
    if (byte == 0xC2) return second == 0xA0 || second == 0xAB || second == 0xBB;
    // Curly double quotation marks, dashes and the ellipsis.
    return byte == 0xE2 && second == 0x80 &&
           (bytes_[position + 2] == 0x9C || bytes_[position + 2] == 0x9D ||
            bytes_[position + 2] == 0x93 || bytes_[position + 2] == 0x94 ||
            bytes_[position + 2] == 0xA6);
  }

  // Character of the Arabic block at `position`; of unsure kind when there is none.
  const ArabicChar& ArabicAt(int position) const {
    static constexpr ArabicChar kNone;
    if (position + 1 >= size_ || !IsArabicLead(bytes_[position]) ||
        !IsTrail(bytes_[position + 1])) {
      return kNone;
    }
    return tables_.arabic[static_cast<Byte>(bytes_[position] << 6 | (bytes_[position + 1] & 0x3F))];
  }

  // Both return where the word ends, or 0 when it is none of theirs.
  int ReadArabicWord(int begin) {
    const ArabicChar* c = &ArabicAt(begin);
    // A comma is no term; a mark or digit opens a token of another kind.
    if (c->kind == Kind::kEnd) return begin + 2;
    if (c->kind != Kind::kLetter) return 0;
    char* const out = terms_.Room(Needed(kMaxQuickBytes));
    int bytes = 0;
    int i = begin;
    for (; c->kind <= Kind::kInner; c = &ArabicAt(i)) {
      if (c->kind == Kind::kLetter) {
        if (bytes == kMaxQuickBytes) return 0;
        out[bytes++] = c->first;
        out[bytes++] = c->second;
      }
      i += 2;
    }
    // Behind a single letter a stop may go on with an acronym.
    const bool ends = i >= size_ || (bytes_[i] < 0x80 ? bytes_[i] != '.' || bytes > 2
                                                      : c->kind != Kind::kUnsure || EndsAt(i));
    if (!ends) return 0;
    Add(begin, i, bytes, TokenShape::kArabic);
    return i;
  }

  int ReadAsciiWord(int begin) {
    int i = begin;
    bool digits = false;
    bool letters = false;
    while (i < size_ && tables_.ascii_word[bytes_[i]] != 0) {
      (bytes_[i] <= '9' ? digits : letters) = true;
      ++i;
    }
    if (i == begin) return 0;
    const Kind next = ArabicAt(i).kind;
    // A number may go on behind an Arabic comma, and either behind an Arabic digit or mark.
    if (next != Kind::kLetter && (next != Kind::kEnd || !letters) && !EndsAt(i)) return 0;
    char* to = terms_.Room(Needed(i - begin));
    for (int k = begin; k < i; ++k) *to++ = tables_.ascii_word[bytes_[k]];
    Add(begin, i, i - begin,
        digits && letters ? TokenShape::kMixed
        : digits          ? TokenShape::kDigits
                          : TokenShape::kLatin);
    return i;
  }

  int ReadAnyToken(int position) {
    const int begin = scanner_.SkipSpace(position);
    if (begin >= size_) return size_;
    const ScannedToken token = scanner_.Next(begin);
    if (token.shape == TokenShape::kPunctuation || token.shape == TokenShape::kSymbol) {
      return token.end;
    }
    const std::string surface = Fold(StripMarks(text_.substr(begin, token.end - begin)));
    if (!surface.empty()) {
      surface.copy(terms_.Room(Needed(surface.size())), surface.size());
      Add(begin, token.end, surface.size(), token.shape);
    }
    return token.end;
  }

  static size_t Needed(size_t surface_bytes) {
    return 2 * surface_bytes + IndexStemmer::kExtraBytes;
  }

  // The surface stands at the end of what is in use already.
  void Add(int begin, int end, size_t surface_bytes, TokenShape shape) {
    char* const surface = &terms_.arena_[terms_.used_];
    const int stem_bytes =
        stemmer_.StemInto({surface, surface_bytes}, shape, surface + surface_bytes);
    IndexTerms::Term term;
    term.range = {begin, end};
    term.surface = static_cast<uint32_t>(terms_.used_);
    term.surface_bytes = static_cast<uint32_t>(surface_bytes);
    term.stem_bytes = static_cast<uint32_t>(stem_bytes);
    terms_.terms_.push_back(term);
    terms_.used_ += surface_bytes + stem_bytes;
  }

  // Longer words take the slow way.
  static constexpr int kMaxQuickBytes = 128;

  const IndexStemmer& stemmer_;
  const Tables& tables_;
  absl::string_view text_;
  const Byte* bytes_;
  int size_;
  Scanner scanner_;
  IndexTerms& terms_;
};

void TermReader::Read(absl::string_view text, IndexTerms* terms) const {
  terms->Clear();
  Pass(stemmer_, text, terms).Run();
}

}  // namespace isnad::extraction
