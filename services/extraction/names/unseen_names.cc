#include "services/extraction/names/unseen_names.h"

#include "absl/strings/match.h"
#include "services/extraction/names/name_letters.h"

namespace isnad::extraction {
namespace {

constexpr int kShortest = 4;  // letters
constexpr int kLongestRun = 3;
constexpr double kConfidence = 0.55;

// Endings of inflected Arabic words, which may be rare without being names.
bool IsInflected(absl::string_view surface) {
  for (absl::string_view ending : {"ات", "ون", "ها", "هم", "هما", "ته", "نا", "وا", "تين", "ناه"}) {
    if (LetterCount(surface) > 4 && absl::EndsWith(surface, ending)) return true;
  }
  return absl::StartsWith(surface, "ال") || absl::StartsWith(surface, "لل") ||
         absl::StartsWith(surface, "است") || absl::StartsWith(surface, "مت");
}

}  // namespace

std::vector<NameSpan> FindUnseenNames(const Analysis& analysis, const NameLexicon& lexicon,
                                      const LearnedNames& learned, const LearnedReading& reading,
                                      const TokenMask& mask) {
  std::vector<NameSpan> runs;
  if (learned.empty()) return runs;
  const auto is_unseen = [&](int token) {
    const Token& word = analysis.tokens[token];
    return word.shape == TokenShape::kArabic && !mask.taken(token) && !word.listed &&
           word.enclitic.empty() && !word.stop_word &&
           !reading.text.distribution[token].facts.known &&
           LetterCount(word.surface) >= kShortest && !lexicon.IsDemonym(word.surface) &&
           !lexicon.IsNotAName(word.surface) && !IsInflected(word.surface);
  };
  const int size = static_cast<int>(analysis.tokens.size());
  for (int i = 0; i < size;) {
    if (!is_unseen(i)) {
      ++i;
      continue;
    }
    int end = i + 1;
    while (end < size && end < i + kLongestRun && is_unseen(end) &&
           analysis.tokens[end].passage == analysis.tokens[i].passage &&
           !absl::StartsWith(analysis.tokens[end].surface, "و")) {
      ++end;
    }
    NameSpan span;
    span.tokens = {i, end};
    span.range = analysis.BytesOf(span.tokens);
    const int letters = learned.ProcliticLetters(analysis, reading, i);
    if (letters > 0) {
      span.range.begin = WithoutLetters(analysis, analysis.tokens[i], letters).begin;
    }
    span.confidence = kConfidence;
    span.rule = "unseen-word";
    runs.push_back(span);
    i = end;
  }
  return runs;
}

}  // namespace isnad::extraction
