#include "services/extraction/names/learned/name_word.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "services/extraction/names/learned/letter_hash.h"

namespace isnad::extraction {
namespace {

constexpr int kMaxBytes = 64;
constexpr int kShortestBare = 2;  // letters

// Two-byte letters of the clitics, folded.
constexpr absl::string_view kWaw = "و";
constexpr absl::string_view kFeh = "ف";
constexpr absl::string_view kBeh = "ب";
constexpr absl::string_view kKaf = "ك";
constexpr absl::string_view kLam = "ل";
constexpr absl::string_view kAlef = "ا";

bool LetterAt(absl::string_view word, size_t letter, absl::string_view which) {
  return word.size() >= 2 * letter + 2 && word[2 * letter] == which[0] &&
         word[2 * letter + 1] == which[1];
}

enum BareKind : uint8_t { kConjunction = 1, kPreposition = 2, kArticle = 4 };

// Collects the readings of a word of two-byte letters.
class BareReader {
 public:
  BareReader(absl::string_view folded, NameWord* word) : folded_(folded), word_(word) {}

  void Read() {
    const bool conjunction = LetterAt(folded_, 0, kWaw) || LetterAt(folded_, 0, kFeh);
    ReadPrepositions(0, 0);
    if (conjunction && Fits(1)) {
      Add(1, kConjunction);
      ReadPrepositions(1, kConjunction);
    }
  }

 private:
  bool Fits(size_t off) const { return folded_.size() / 2 >= off + kShortestBare; }

  bool ArticleAt(size_t off) const {
    return LetterAt(folded_, off, kAlef) && LetterAt(folded_, off + 1, kLam);
  }

  void ReadPrepositions(size_t off, uint8_t kind) {
    if (ArticleAt(off) && Fits(off + 2)) Add(off + 2, kind | kArticle);
    const bool lam = LetterAt(folded_, off, kLam);
    if (!lam && !LetterAt(folded_, off, kBeh) && !LetterAt(folded_, off, kKaf)) return;
    const uint8_t with = kind | kPreposition;
    if (lam && LetterAt(folded_, off + 1, kLam) && Fits(off + 2)) Add(off + 2, with | kArticle);
    if (ArticleAt(off + 1) && Fits(off + 3)) Add(off + 3, with | kArticle);
    if (Fits(off + 1)) Add(off + 1, with);
  }

  void Add(size_t off, uint8_t kind) {
    if (word_->bare_count == kBareReadings) return;
    BareReading& reading = word_->bare[word_->bare_count++];
    reading.hash = LetterHash(folded_.substr(2 * off));
    reading.letters_off = static_cast<uint8_t>(off);
    reading.kind = kind;
  }

  absl::string_view folded_;
  NameWord* word_;
};

// Yeh without dots is yeh, as in papers that write no dots.
uint64_t WrittenHash(absl::string_view form) {
  if (form.size() > kMaxBytes) return LetterHash(form);
  char letters[kMaxBytes];
  std::copy(form.begin(), form.end(), letters);
  for (size_t i = 0; i + 1 < form.size(); ++i) {
    if (letters[i] == '\xD9' && letters[i + 1] == '\x89') letters[i + 1] = '\x8A';
  }
  return LetterHash(absl::string_view(letters, form.size()));
}

uint8_t ShapeCode(absl::string_view form, TokenShape shape) {
  uint8_t code = static_cast<uint8_t>(shape) * 4;
  if (shape == TokenShape::kLatin || shape == TokenShape::kMixed) {
    const bool first = !form.empty() && absl::ascii_isupper(form[0]);
    const bool inner = form.size() > 1 && std::any_of(form.begin() + 1, form.end(), [](char c) {
                         return absl::ascii_isupper(c);
                       });
    code += (first ? 1 : 0) + (inner ? 2 : 0);
  }
  return code;
}

bool IsQuoteForm(absl::string_view surface) { return surface == "\"" || surface == "'"; }

}  // namespace

std::vector<TokenRange> SentencesOf(const Analysis& analysis) {
  std::vector<TokenRange> sentences;
  sentences.reserve(analysis.passages.size());
  for (const Passage& passage : analysis.passages) {
    if (!passage.tokens.empty()) sentences.push_back(passage.tokens);
  }
  return sentences;
}

uint64_t NameWordKey(absl::string_view form, absl::string_view surface, TokenShape shape) {
  return MixBits(LetterHash(form) * 3 + MixBits(LetterHash(surface) * 5 + static_cast<int>(shape)));
}

NameWord ReadNameWord(absl::string_view form, absl::string_view surface, TokenShape shape) {
  NameWord word;
  word.shape = ShapeCode(form, shape);
  word.arabic = shape == TokenShape::kArabic;
  word.key = NameWordKey(form, surface, shape);
  word.quote = shape == TokenShape::kPunctuation && IsQuoteForm(surface);
  if (shape == TokenShape::kDigits) {
    word.letters = static_cast<uint8_t>(std::min<size_t>(surface.size(), 20));
    word.folded = word.written = LetterHash("0") + word.letters;
    return word;
  }
  word.folded = LetterHash(surface);
  word.written = WrittenHash(form);
  const size_t step = shape == TokenShape::kArabic && surface.size() % 2 == 0 ? 2 : 1;
  const size_t letters = surface.size() / step;
  word.letters = static_cast<uint8_t>(std::min<size_t>(letters, 255));
  for (size_t k = 1; k <= kNameAffixes && k < letters; ++k) {
    word.prefix[k - 1] = LetterHash(surface.substr(0, k * step));
    word.suffix[k - 1] = LetterHash(surface.substr(surface.size() - k * step));
  }
  if (step == 2 && letters > kShortestBare) BareReader(surface, &word).Read();
  return word;
}

StrippedFacts DistributionOf(const Token& token, const WordDistribution& distribution) {
  if (token.shape == TokenShape::kPunctuation) return StrippedFacts();
  return distribution.FindStripped(token.form);
}

NameText ReadNameText(const Analysis& analysis, const WordDistribution* distribution) {
  NameText text;
  text.words.reserve(analysis.tokens.size());
  text.distribution.reserve(analysis.tokens.size());
  for (const Token& token : analysis.tokens) {
    text.words.push_back(ReadNameWord(token.form, token.surface, token.shape));
    if (distribution != nullptr) text.distribution.push_back(DistributionOf(token, *distribution));
  }
  text.sentences = SentencesOf(analysis);
  return text;
}

}  // namespace isnad::extraction
