#include "services/answering/domain/response_builder.h"

#include <algorithm>
#include <vector>

#include "services/answering/domain/shown_confidence.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

bool SameWords(const v1::Citation& a, const v1::Citation& b) {
  return a.document() == b.document() && a.begin() == b.begin() && a.end() == b.end();
}

// Citations kept, with the rank by which they stand in the answer.
struct Kept {
  const v1::Citation* citation;
  size_t part;
  size_t rank;
};

std::vector<Kept> Choose(const Draft& draft, size_t limit) {
  std::vector<Kept> kept;
  bool more = true;
  for (size_t rank = 0; more && kept.size() < limit; ++rank) {
    more = false;
    for (size_t part = 0; part < draft.parts.size() && kept.size() < limit; ++part) {
      const auto& citations = draft.parts[part].citations;
      if (rank >= citations.size()) continue;
      more = true;
      const bool known = std::any_of(kept.begin(), kept.end(), [&](const Kept& other) {
        return SameWords(*other.citation, citations[rank]);
      });
      if (!known) kept.push_back({&citations[rank], part, rank});
    }
  }
  std::stable_sort(kept.begin(), kept.end(), [](const Kept& a, const Kept& b) {
    return a.part != b.part ? a.part < b.part : a.rank < b.rank;
  });
  return kept;
}

}  // namespace

void WriteDraft(const Draft& draft, int max_citations, v1::AskResponse* response) {
  if (!draft.answered()) {
    if (draft.refusal.has_value()) *response->mutable_refusal() = *draft.refusal;
    return;
  }
  const std::vector<Kept> kept = Choose(draft, static_cast<size_t>(max_citations));
  for (const Kept& one : kept) *response->add_citations() = *one.citation;
  for (const DraftPart& part : draft.parts) {
    const int begin = static_cast<int>(response->text().size());
    response->mutable_text()->append(part.text);
    if (part.citations.empty()) continue;
    v1::Claim* claim = response->add_claims();
    claim->set_begin(begin);
    claim->set_end(static_cast<int>(response->text().size()));
    claim->set_confidence(
        draft.likelihood.value_or(ShownConfidence(part.confidence, draft.only_likely)));
    for (const std::string& fact : part.facts) claim->add_facts(fact);
    for (const v1::Citation& citation : part.citations) {
      for (size_t i = 0; i < kept.size(); ++i) {
        if (SameWords(*kept[i].citation, citation)) claim->add_citations(static_cast<int>(i));
      }
    }
  }
  response->set_confidence(
      draft.likelihood.value_or(ShownConfidence(draft.confidence, draft.only_likely)));
  response->set_conflicting(draft.conflicting);
}

}  // namespace isnad::answering
