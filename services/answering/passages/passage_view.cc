#include "services/answering/passages/passage_view.h"

#include <algorithm>

namespace isnad::answering {

namespace v1 = isnad::v1;

PassageView::PassageView(const v1::PassageHit* hit, const QuestionWords& words)
    : hit_(hit), best_(words.words().size(), 0.0) {
  for (int i = 0; i < passage().tokens_size(); ++i) {
    const std::vector<TermUse> uses = words.UsesOf(passage().tokens(i));
    double strongest = 0;
    for (const TermUse& use : uses) strongest = std::max(strongest, use.strength);
    for (const TermUse& use : uses) {
      // A word says one thing: what it is a lesser synonym of does not count beside that.
      if (use.strength < strongest) continue;
      matches_.push_back({use.word, i, use.strength});
      best_[use.word] = std::max(best_[use.word], use.strength);
    }
  }
}

absl::string_view PassageView::Text(Range range) const {
  const v1::Span& span = passage().span();
  const int begin = std::max(0, range.begin - span.begin());
  const int end = std::min<int>(span.quote().size(), range.end - span.begin());
  if (end <= begin) return "";
  return absl::string_view(span.quote()).substr(begin, end - begin);
}

Range PassageView::TokenBytes(int token) const {
  return {passage().tokens(token).begin(), passage().tokens(token).end()};
}

int PassageView::TokenAt(int begin) const {
  int token = 0;
  while (token < passage().tokens_size() && passage().tokens(token).end() <= begin) ++token;
  return token;
}

bool PassageView::Mentions(const absl::flat_hash_set<std::string>& entities, Range range) const {
  for (const v1::PassageMention& mention : passage().mentions()) {
    if (range.Overlaps({mention.begin(), mention.end()}) && entities.contains(mention.entity())) {
      return true;
    }
  }
  return false;
}

Range PassageView::ClauseAround(Range wanted) const {
  Range best = range();
  for (const v1::Clause& clause : passage().clauses()) {
    const Range candidate = {std::min(clause.begin(), clause.marker_begin()), clause.end()};
    const bool main =
        clause.kind() == v1::CLAUSE_KIND_MAIN || clause.kind() == v1::CLAUSE_KIND_CONTENT ||
        clause.kind() == v1::CLAUSE_KIND_CONDITION || clause.kind() == v1::CLAUSE_KIND_RESULT;
    if (main && candidate.Contains(wanted) &&
        candidate.end - candidate.begin < best.end - best.begin) {
      best = candidate;
    }
  }
  return best;
}

v1::Citation PassageView::Cite(Range wanted) const {
  v1::Citation citation;
  const v1::Document& source = document();
  citation.set_document(source.name());
  citation.set_source_uri(source.source_uri());
  citation.set_title(source.title());
  citation.set_url(source.url());
  citation.set_publisher(source.publisher());
  if (source.has_publish_time()) *citation.mutable_publish_time() = source.publish_time();
  const absl::string_view quote = Text(wanted);
  citation.set_quote(std::string(quote));
  citation.set_begin(std::max(wanted.begin, passage().span().begin()));
  citation.set_end(citation.begin() + static_cast<int>(quote.size()));
  return citation;
}

}  // namespace isnad::answering
