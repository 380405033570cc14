#include "services/answering/evidence/speaker_fit.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "services/answering/passages/trigger_match.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// The asked speaker speaks, but by another verb than the question's.
constexpr double kOtherVerb = 0.2;

bool IsSpeech(absl::string_view type) {
  return type == "STATED" || type == "DENIED" || type == "CRITICIZED";
}

// Stored entities that the question gives as the one who speaks.
absl::flat_hash_set<std::string> AskedSpeakers(const Inquiry& inquiry) {
  absl::flat_hash_set<std::string> speakers;
  for (const v1::RelationReading& relation : inquiry.reading.relations()) {
    if (!IsSpeech(relation.fact_type()) || relation.asked_role() == "subject") continue;
    for (const v1::RelationFiller& filler : relation.fillers()) {
      const LinkedName* link =
          filler.role() == "subject" ? inquiry.links.Find(filler.entity()) : nullptr;
      if (link != nullptr) speakers.insert(link->names.begin(), link->names.end());
    }
  }
  return speakers;
}

}  // namespace

SpeakerFit::SpeakerFit(const Inquiry& inquiry) {
  if (inquiry.reading.answer_type() != v1::ANSWER_TYPE_QUOTE) return;
  const absl::flat_hash_set<std::string> speakers = AskedSpeakers(inquiry);
  if (speakers.empty()) return;
  for (const v1::Fact& fact : inquiry.facts) {
    if (!IsSpeech(fact.type())) continue;
    const bool asked = speakers.contains(fact.subject().entity());
    for (const v1::Evidence& evidence : fact.evidence()) {
      double& fit = by_passage_[{evidence.document(), evidence.passage_ordinal()}];
      if (!asked) {
        if (fit == 0) fit = -1.0;
        continue;
      }
      const PassageView* view = inquiry.pool.At(evidence.document(), evidence.passage_ordinal());
      const bool as_asked = view != nullptr && SharesTrigger(*view, evidence);
      fit = std::max(fit, as_asked ? 1.0 : kOtherVerb);
    }
  }
}

double SpeakerFit::Of(const std::string& document, int ordinal) const {
  auto found = by_passage_.find({document, ordinal});
  return found == by_passage_.end() ? 0.0 : found->second;
}

}  // namespace isnad::answering
