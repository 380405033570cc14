#include "services/answering/evidence/evidence_citations.h"

#include <algorithm>

namespace isnad::answering {

namespace v1 = isnad::v1;

std::vector<v1::Citation> CiteEvidence(const v1::Fact& fact) {
  std::vector<v1::Citation> citations;
  for (const v1::Evidence& evidence : fact.evidence()) {
    const bool cited =
        std::any_of(citations.begin(), citations.end(), [&](const v1::Citation& other) {
          return other.document() == evidence.document() ||
                 other.quote() == evidence.quote().quote();
        });
    if (cited || evidence.quote().quote().empty()) continue;
    v1::Citation citation;
    citation.set_document(evidence.document());
    citation.set_source_uri(evidence.source_uri());
    citation.set_title(evidence.document_title());
    citation.set_url(evidence.document_url());
    citation.set_publisher(evidence.publisher());
    if (evidence.has_publish_time()) *citation.mutable_publish_time() = evidence.publish_time();
    citation.set_quote(evidence.quote().quote());
    citation.set_begin(evidence.quote().begin());
    citation.set_end(evidence.quote().end());
    citation.set_fact(fact.name());
    if (evidence.attribution().kind() != v1::Attribution::KIND_ARTICLE) {
      citation.set_attributed_to(evidence.attribution().display_text());
    }
    citations.push_back(std::move(citation));
  }
  return citations;
}

}  // namespace isnad::answering
