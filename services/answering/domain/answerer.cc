#include "services/answering/domain/answerer.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/answering/answers/candidate_text.h"
#include "services/answering/answers/draft.h"
#include "services/answering/compose/phrases.h"
#include "services/answering/domain/lookup.h"
#include "services/answering/domain/refusals.h"
#include "services/answering/domain/response_builder.h"
#include "services/answering/passages/range.h"
#include "services/answering/question/part_names.h"
#include "services/server/status/status_macros.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// Whether the draft rests on words that `joined` gives already.
bool IsRepeated(const Draft& joined, const Draft& draft) {
  for (const DraftPart& known : joined.parts) {
    if (known.text == draft.parts.front().text) return true;
  }
  return false;
}

// Names and figures stand without the words around them where all together would be too long; these
// are still cited.
void Shorten(Draft* joined) {
  constexpr absl::string_view kBeforeExcerpt = " — «";
  while (LengthOf(*joined) > kShortAnswer) {
    DraftPart* longest = nullptr;
    for (DraftPart& part : joined->parts) {
      const bool has_excerpt = absl::StrContains(part.text, kBeforeExcerpt);
      if (has_excerpt && (longest == nullptr || part.text.size() > longest->text.size())) {
        longest = &part;
      }
    }
    if (longest == nullptr) return;
    longest->text.resize(longest->text.find(kBeforeExcerpt.data()));
  }
}

// Answers of several parts, one a line, the unanswered ones owned up to.
Draft JoinParts(std::vector<Draft> drafts, Language language) {
  Draft joined;
  size_t unanswered = 0;
  joined.confidence = 1.0;
  for (Draft& draft : drafts) {
    if (!draft.answered()) {
      ++unanswered;
      if (!joined.refusal.has_value()) joined.refusal = std::move(draft.refusal);
      continue;
    }
    if (IsRepeated(joined, draft)) continue;
    if (!joined.parts.empty()) joined.parts.push_back({"\n", {}, {}, 0});
    for (DraftPart& part : draft.parts) joined.parts.push_back(std::move(part));
    joined.confidence = std::min(joined.confidence, draft.confidence);
    joined.conflicting |= draft.conflicting;
    joined.from_facts |= draft.from_facts;
    joined.from_passages |= draft.from_passages;
    joined.only_likely |= draft.only_likely;
  }
  if (joined.parts.empty()) return joined;
  joined.refusal.reset();
  Shorten(&joined);
  if (unanswered > 0) {
    joined.parts.push_back({"\n" + OtherPartUnanswered(language), {}, {}, 0});
  }
  return joined;
}

// An answer that the sentence of the part before it need not be asked for.
bool IsSure(const Draft& draft) {
  constexpr double kSure = 0.7;
  return draft.answered() && draft.confidence >= kSure;
}

std::string RouteOf(const Draft& draft) {
  if (!draft.answered()) return "refusal";
  if (draft.from_facts && draft.from_passages) return "fact+passage";
  return draft.from_facts ? "fact" : "passage";
}

}  // namespace

absl::StatusOr<v1::AskResponse> Answerer::Answer(const server::RpcContext& rpc,
                                                 const Ask& ask) const {
  const absl::Time now = ask.as_of.value_or(clock_.Now());
  ISNAD_ASSIGN_OR_RETURN(const AnalyzedQuestion question,
                         analyzer_.Analyze(rpc, ask.question, now));
  const v1::QuestionAnalysis& reading = question.reading;
  const Language language =
      LanguageOf(ask.language_code.empty() ? reading.language_code() : ask.language_code);
  v1::AskResponse response;
  response.set_language_code(std::string(LanguageCode(language)));
  response.set_kind(reading.kind());
  Draft draft;
  std::vector<v1::PlanStep> steps;
  draft.refusal = RefuseReading(reading, language);
  if (!draft.refusal.has_value()) {
    Lookup lookup(rpc, facts_, {ask.as_of}, limits_, language, question.tokens, ask.include_plan);
    ISNAD_RETURN_IF_ERROR(lookup.LinkNames(reading));
    // The parts of a question about both sides are not questions of their own.
    if (reading.parts_size() > 1 && reading.kind() != v1::QUESTION_KIND_CONFLICT) {
      std::vector<Draft> drafts;
      const std::vector<Range> stretches = StretchesOfParts(reading);
      for (int i = 0; i < reading.parts_size(); ++i) {
        const v1::QuestionAnalysis& part = reading.parts(i);
        Draft one;
        if (StandsAlone(reading, i, stretches)) {
          ISNAD_ASSIGN_OR_RETURN(one, lookup.AnswerAlone(part, stretches[i]));
        } else {
          const std::string before = drafts.empty() ? "" : drafts.front().entity;
          ISNAD_ASSIGN_OR_RETURN(one, lookup.AnswerAbout(part, before));
          if (!IsSure(one) && !drafts.empty() && drafts.back().answered()) {
            ISNAD_ASSIGN_OR_RETURN(Draft beside, lookup.AnswerBesides(part, drafts.back()));
            if (beside.answered()) one = std::move(beside);
          }
        }
        drafts.push_back(std::move(one));
      }
      if (!drafts.front().answered() && drafts.back().answered()) {
        ISNAD_ASSIGN_OR_RETURN(Draft beside, lookup.AnswerBesides(reading.parts(0), drafts.back()));
        if (beside.answered()) drafts.front() = std::move(beside);
      }
      draft = JoinParts(std::move(drafts), language);
    }
    if (!draft.answered()) {
      ISNAD_ASSIGN_OR_RETURN(draft, lookup.Answer(reading, Scope::kWhole));
    }
    steps = lookup.TakeSteps();
  }
  WriteDraft(draft, ask.max_citations, &response);
  if (ask.include_plan) {
    *response.mutable_plan()->mutable_question() = reading;
    response.mutable_plan()->mutable_steps()->Assign(steps.begin(), steps.end());
    response.mutable_plan()->set_route(RouteOf(draft));
  }
  return response;
}

}  // namespace isnad::answering
