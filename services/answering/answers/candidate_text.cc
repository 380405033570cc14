#include "services/answering/answers/candidate_text.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "services/answering/compose/date_text.h"
#include "services/answering/compose/phrases.h"
#include "services/answering/compose/text_length.h"
#include "services/answering/compose/value_text.h"

namespace isnad::answering {
namespace {

constexpr size_t kLongestTitle = 60;
// Dash and quotation marks.
constexpr size_t kFrame = 5;
constexpr size_t kLeastExcerpt = 40;

}  // namespace

std::string CandidateText(const Candidate& candidate, Language language) {
  switch (candidate.kind) {
    case Candidate::Kind::kEntity:
      return NameText(candidate.label_ar, candidate.label_en, candidate.words, OtherScript::kShow,
                      language);
    case Candidate::Kind::kValue: {
      const std::string text = ValueText(candidate.value, language, candidate.words);
      return text.empty() ? candidate.words : text;
    }
    case Candidate::Kind::kWords:
      return candidate.words == candidate.excerpt ? Quoted(candidate.words) : candidate.words;
  }
  return "";
}

DraftPart CandidatePart(const Candidate& candidate, size_t limit, Language language) {
  DraftPart part;
  part.citations = candidate.citations;
  part.facts = candidate.facts;
  part.confidence = ConfidenceOf(candidate.score);
  part.text = CandidateText(candidate, language);
  const bool whole =
      candidate.kind == Candidate::Kind::kWords && candidate.words == candidate.excerpt;
  const size_t used = CharacterCount(part.text) + kFrame;
  if (whole || candidate.excerpt.empty() || used + kLeastExcerpt > limit) return part;
  const absl::string_view excerpt = TrimEnds(CutAtWord(candidate.excerpt, limit - used));
  absl::StrAppend(&part.text, " — ", Quoted(excerpt));
  return part;
}

std::string SourceText(const isnad::v1::Citation& citation, Language language) {
  std::string who = citation.attributed_to();
  if (who.empty()) who = citation.publisher();
  if (who.empty()) who = std::string(CutAtWord(citation.title(), kLongestTitle));
  if (!citation.has_publish_time()) return who;
  const std::string when = DayText(citation.publish_time(), language);
  if (who.empty()) return when;
  return absl::StrCat(who, language == Language::kArabic ? "، " : ", ", when);
}

size_t LengthOf(const Draft& draft) {
  size_t length = 0;
  for (const DraftPart& part : draft.parts) length += CharacterCount(part.text);
  return length;
}

}  // namespace isnad::answering
