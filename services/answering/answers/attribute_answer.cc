#include "services/answering/answers/attribute_answer.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/answering/answers/candidate_text.h"
#include "services/answering/compose/phrases.h"
#include "services/answering/passages/excerpt.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr size_t kExcerptCharacters = 220;
constexpr double kConfidence = 0.8;

// Words of a mention.
int WordCount(const PassageView& view, Range place) {
  int words = 0;
  for (const v1::IndexedToken& token : view.passage().tokens()) {
    if (place.Contains({token.begin(), token.end()}) &&
        token.part_of_speech() != v1::PART_OF_SPEECH_PUNCT) {
      ++words;
    }
  }
  return words;
}

}  // namespace

bool AsksForNamePart(const v1::QuestionAnalysis& reading) {
  const std::string& attribute = reading.asked_attribute();
  return attribute == "GIVEN_NAME" || attribute == "SURNAME" || attribute == "FULL_NAME";
}

Draft AnswerWithName(const Inquiry& inquiry) {
  Draft draft;
  const PassageView* best = nullptr;
  Range place;
  int most = 1;
  for (const PassageView& view : inquiry.pool.views()) {
    for (const v1::PassageMention& mention : view.passage().mentions()) {
      if (mention.entity_type() != v1::ENTITY_TYPE_PERSON ||
          !inquiry.links.all().contains(mention.entity())) {
        continue;
      }
      const int words = WordCount(view, {mention.begin(), mention.end()});
      if (words <= most) continue;
      most = words;
      best = &view;
      place = {mention.begin(), mention.end()};
    }
  }
  if (best == nullptr) return draft;
  const Range excerpt = Excerpt(*best, inquiry.words, place, kExcerptCharacters);
  DraftPart part;
  part.text = absl::StrCat(best->Text(place), " — ", Quoted(best->Text(excerpt)));
  part.citations.push_back(best->Cite(excerpt));
  part.confidence = kConfidence;
  draft.confidence = kConfidence;
  draft.from_passages = true;
  draft.parts.push_back(std::move(part));
  return draft;
}

}  // namespace isnad::answering
