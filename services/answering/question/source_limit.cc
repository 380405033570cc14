#include "services/answering/question/source_limit.h"

#include <algorithm>
#include <set>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// Words for sources rather than names of them, folded.
bool IsSourceNoun(absl::string_view surface) {
  static const auto* nouns = new absl::flat_hash_set<absl::string_view>{
      "مقال",      "المقال",  "مقاله",   "المقاله",   "تقرير",     "التقرير", "صحيفه",
      "جريده",     "موقع",    "وكاله",   "مجله",      "خبر",       "الخبر",   "المقالات",
      "مقالات",    "مصدر",    "article", "report",    "newspaper", "site",    "agency",
      "magazine",  "story",   "source",  "according", "articles",  "بيان",    "بيانها",
      "بيانه",     "البيان",  "تصريح",   "statement", "its",       "his",     "her",
      "رييسها",    "رييستها", "رييسه",   "رييسته",    "مديرها",    "مديرتها", "مديره",
      "موسسها",    "موسسه",   "موسستها", "chief",     "head",      "boss",    "founder",
      "spokesman", "ceo",     "المتحدث", "متحدث"};
  return nouns->contains(surface);
}

bool IsTitleLike(const v1::Passage& passage) {
  return passage.kind() == v1::PASSAGE_KIND_HEADLINE || passage.ordinal() == 0;
}

}  // namespace

std::vector<v1::QueryTerm> SourceTerms(const v1::QuestionAnalysis& reading,
                                       const std::vector<v1::Token>& tokens) {
  std::vector<v1::QueryTerm> terms;
  const v1::Span& limit = reading.source_limit();
  int word = 0;
  for (const v1::Token& token : tokens) {
    if (token.span().begin() < limit.begin() || token.span().end() > limit.end()) continue;
    if (token.stem().empty() || IsSourceNoun(token.surface())) continue;
    for (const auto& [text, field] : {std::make_pair(token.surface(), v1::QueryTerm::FIELD_SURFACE),
                                      std::make_pair(token.stem(), v1::QueryTerm::FIELD_STEM)}) {
      v1::QueryTerm term;
      term.set_term(text);
      term.set_field(field);
      term.set_weight(1.0);
      term.set_origin(v1::QueryTerm::ORIGIN_LITERAL);
      term.set_word(word);
      terms.push_back(term);
    }
    ++word;
  }
  return terms;
}

std::vector<std::string> LimitDocuments(const v1::QuestionAnalysis& reading,
                                        const std::vector<v1::QueryTerm>& terms,
                                        const std::vector<v1::PassageHit>& hits) {
  std::set<std::string> documents;
  const size_t words = terms.empty() ? 0 : terms.back().word() + 1;
  const std::string& limit = reading.source_limit().quote();
  for (const v1::PassageHit& hit : hits) {
    const std::string& publisher = hit.document().publisher();
    const bool published = !publisher.empty() && limit.find(publisher) != std::string::npos;
    const bool titled = IsTitleLike(hit.passage()) && words > 0 &&
                        static_cast<size_t>(hit.matched_words_size()) >= words;
    if (published || titled) documents.insert(hit.document().name());
  }
  return {documents.begin(), documents.end()};
}

}  // namespace isnad::answering
