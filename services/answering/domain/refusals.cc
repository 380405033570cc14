#include "services/answering/domain/refusals.h"

#include <algorithm>
#include <string>

#include "absl/strings/string_view.h"
#include "services/answering/compose/phrases.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/question/time_limit.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr int kReading = 3;

v1::Refusal MakeRefusal(v1::Refusal::Reason reason, absl::string_view detail, Language language) {
  v1::Refusal refusal;
  refusal.set_reason(reason);
  refusal.set_message(RefusalMessage(reason, detail, language));
  return refusal;
}

// Whether facts with the right ends are dated, all outside the question's time.
bool IsOutOfTime(const Inquiry& inquiry, const GatheredEvidence& evidence) {
  if (!inquiry.reading.has_time_limit()) return false;
  bool outside = false;
  for (const FactMatch& match : evidence.matches) {
    if (match.fillers < 0.9) continue;
    if (HoldsInTime(inquiry.reading, *match.fact)) return false;
    outside = true;
  }
  return outside;
}

v1::Refusal::Reason ReasonOf(const Inquiry& inquiry, const GatheredEvidence& evidence) {
  if (IsDeniedThroughout(evidence)) return v1::Refusal::REASON_FALSE_PRESUPPOSITION;
  if (IsOutOfTime(inquiry, evidence)) return v1::Refusal::REASON_OUT_OF_TIME;
  const double coverage =
      evidence.statements.empty() ? 0 : evidence.statements.front().relevance.coverage;
  if (inquiry.reading.relations().empty() && coverage < kLeastCoverage) {
    return v1::Refusal::REASON_RELATION_UNKNOWN;
  }
  return v1::Refusal::REASON_NO_EVIDENCE;
}

}  // namespace

namespace {

// "M-7": written in many ways, and told by the maker who is named beside it.
bool IsShortCode(absl::string_view name) {
  constexpr size_t kLongestCode = 5;
  return name.size() <= kLongestCode &&
         std::any_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

absl::optional<v1::Refusal> RefuseReading(const v1::QuestionAnalysis& reading, Language language) {
  if (reading.language_code() != "ar" && reading.language_code() != "en") {
    return MakeRefusal(v1::Refusal::REASON_UNSUPPORTED_LANGUAGE, "", language);
  }
  if (!reading.is_question()) {
    return MakeRefusal(v1::Refusal::REASON_NOT_A_QUESTION, "", language);
  }
  return absl::nullopt;
}

absl::optional<v1::Refusal> RefuseUnknownName(const Inquiry& inquiry) {
  for (const LinkedName& link : inquiry.links.links()) {
    // Places are often the frame of a question rather than what it is about.
    const v1::EntityType type = link.asked.entity().type();
    if (link.stored() || type == v1::ENTITY_TYPE_LOCATION) continue;
    if (IsShortCode(link.asked.span().quote()) && !inquiry.links.all().empty()) continue;
    const bool found = std::any_of(
        inquiry.pool.views().begin(), inquiry.pool.views().end(), [&](const PassageView& view) {
          return inquiry.meter.NameShare(view, link) >= NameShares::kWordsOnly;
        });
    if (found) continue;
    // One name of several that is not known leaves room for the other side, for the other events.
    const v1::QuestionKind kind = inquiry.reading.kind();
    const bool broad = kind == v1::QUESTION_KIND_TIMELINE || kind == v1::QUESTION_KIND_CONFLICT;
    if (broad && !inquiry.links.all().empty()) continue;
    v1::Refusal refusal = MakeRefusal(v1::Refusal::REASON_ENTITY_UNKNOWN, link.asked.span().quote(),
                                      inquiry.language);
    (*refusal.mutable_metadata())["entity"] = link.asked.span().quote();
    return refusal;
  }
  return absl::nullopt;
}

bool IsDeniedThroughout(const GatheredEvidence& evidence) {
  bool denied = false;
  for (const FactMatch& match : evidence.matches) {
    if (match.fillers < 0.9) continue;
    if (match.fact->polarity() != v1::POLARITY_DENIED) return false;
    denied = true;
  }
  return denied;
}

v1::Refusal RefuseForEvidence(const Inquiry& inquiry, const GatheredEvidence& evidence) {
  v1::Refusal refusal = MakeRefusal(ReasonOf(inquiry, evidence), "", inquiry.language);
  for (const Candidate& statement : evidence.statements) {
    if (refusal.reading_size() >= kReading) break;
    const bool shown = std::any_of(refusal.reading().begin(), refusal.reading().end(),
                                   [&](const v1::Citation& other) {
                                     return other.quote() == statement.citations.front().quote();
                                   });
    if (!shown) *refusal.add_reading() = statement.citations.front();
  }
  return refusal;
}

}  // namespace isnad::answering
