#include "services/facts/handlers/sample_extraction.h"

#include "absl/strings/str_cat.h"
#include "services/server/digest/sha256.h"

namespace isnad::facts {
namespace {

constexpr char kFirst[] = "استثمر مختبر نور 3 ملايين دولار في دلتا للرقائق";
constexpr char kSecond[] = "ونفى باحثون خطة المختبر";

// The first place of `words` in the text.
v1::Span SpanOf(const std::string& text, const std::string& words) {
  v1::Span span;
  span.set_begin(static_cast<int>(text.find(words)));
  span.set_end(span.begin() + static_cast<int>(words.size()));
  span.set_quote(words);
  return span;
}

void AddAlias(const char* surface, v1::Alias::Kind kind, v1::ExtractedEntity* entity) {
  v1::Alias& alias = *entity->add_aliases();
  alias.set_surface(surface);
  alias.set_folded_key(surface);
  alias.set_script("Arab");
  alias.set_kind(kind);
  alias.set_mention_count(1);
}

void AddEntities(const std::string& lexicon_key, v1::Extraction* extraction) {
  v1::ExtractedEntity& lab = *extraction->add_entities();
  lab.set_id("e1");
  lab.set_type(v1::ENTITY_TYPE_ORGANIZATION);
  lab.set_lexicon_key(lexicon_key);
  lab.set_label_ar("مختبر نور");
  lab.set_label_en("Nour Lab");
  AddAlias("مختبر نور", v1::Alias::KIND_CANONICAL, &lab);
  AddAlias("نور", v1::Alias::KIND_SHORT, &lab);
  v1::ExtractedEntity& company = *extraction->add_entities();
  company.set_id("e2");
  company.set_type(v1::ENTITY_TYPE_ORGANIZATION);
  company.set_label_ar("دلتا للرقائق");
  AddAlias("دلتا للرقائق", v1::Alias::KIND_CANONICAL, &company);
}

void AddInvestment(const std::string& text, double dollars, v1::Extraction* extraction) {
  v1::Fact& fact = *extraction->add_facts();
  fact.set_type("INVESTED_IN");
  fact.mutable_subject()->set_entity("e1");
  fact.mutable_object()->set_entity("e2");
  v1::Argument& amount = *fact.add_roles();
  amount.set_role("amount");
  v1::Money& money = *amount.mutable_value()->mutable_money();
  money.set_currency_code("USD");
  money.set_amount(dollars);
  money.set_bound(v1::BOUND_EXACT);
  *amount.mutable_value()->mutable_span() = SpanOf(text, "3 ملايين دولار");
  fact.set_polarity(v1::POLARITY_ASSERTED);
  fact.set_modality(v1::MODALITY_ACTUAL);
  v1::Evidence& evidence = *fact.add_evidence();
  *evidence.mutable_quote() = SpanOf(text, kFirst);
  v1::RoleSpan& trigger = *evidence.add_role_spans();
  trigger.set_role("trigger");
  *trigger.mutable_span() = SpanOf(text, "استثمر");
  evidence.mutable_attribution()->set_kind(v1::Attribution::KIND_ARTICLE);
  evidence.set_rule("INVESTED_IN/invest-in");
  evidence.set_confidence(0.8);
}

void AddDenial(const std::string& text, v1::Extraction* extraction) {
  v1::Fact& fact = *extraction->add_facts();
  fact.set_type("DENIED");
  fact.mutable_subject()->mutable_value()->set_text("باحثون");
  *fact.mutable_subject()->mutable_value()->mutable_span() = SpanOf(text, "باحثون");
  fact.mutable_object()->set_entity("e1");
  fact.set_polarity(v1::POLARITY_DENIED);
  fact.set_modality(v1::MODALITY_ACTUAL);
  v1::Evidence& evidence = *fact.add_evidence();
  evidence.set_passage_ordinal(1);
  *evidence.mutable_quote() = SpanOf(text, kSecond);
  v1::RoleSpan& trigger = *evidence.add_role_spans();
  trigger.set_role("trigger");
  *trigger.mutable_span() = SpanOf(text, "نفى");
  evidence.set_rule("DENIED/deny");
  evidence.set_confidence(0.6);
}

void AddToken(const std::string& text, const std::string& surface, const std::string& stem,
              v1::Passage* passage) {
  v1::IndexedToken& token = *passage->add_tokens();
  token.set_begin(static_cast<int>(text.find(surface)));
  token.set_end(token.begin() + static_cast<int>(surface.size()));
  token.set_surface(surface);
  token.set_stem(stem);
}

void AddPassages(const std::string& text, v1::Extraction* extraction) {
  v1::Passage& first = *extraction->add_passages();
  first.set_kind(v1::PASSAGE_KIND_LEAD);
  *first.mutable_span() = SpanOf(text, kFirst);
  AddToken(text, "استثمر", "ستثمر", &first);
  AddToken(text, "مختبر", "مختبر", &first);
  AddToken(text, "نور", "نور", &first);
  v1::PassageMention& mention = *first.add_mentions();
  mention.set_begin(static_cast<int>(text.find("مختبر نور")));
  mention.set_end(mention.begin() + 17);
  mention.set_entity("e1");
  v1::Passage& second = *extraction->add_passages();
  second.set_ordinal(1);
  second.set_kind(v1::PASSAGE_KIND_BODY);
  *second.mutable_span() = SpanOf(text, kSecond);
  AddToken(text, "باحثون", "باحث", &second);
}

}  // namespace

v1::ApplyExtractionRequest SampleExtraction(const std::string& id, const std::string& lexicon_key,
                                            double dollars) {
  v1::ApplyExtractionRequest request;
  v1::Document& document = *request.mutable_document();
  document.set_name("documents/" + id);
  document.set_source_uri(absl::StrCat("file:", id, ".txt"));
  document.set_publisher("صحيفة المرفأ");
  document.set_title("خبر " + id);
  document.set_text(absl::StrCat(kFirst, ". ", kSecond, ". (", id, ")"));
  document.set_language_code("ar");
  document.mutable_publish_time()->set_seconds(1690000000);
  document.set_near_duplicate_key(server::Sha256Hex(id).substr(0, 16));
  v1::Extraction& extraction = *request.mutable_extraction();
  extraction.set_extractor_version("1");
  extraction.set_language_code("ar");
  AddEntities(lexicon_key, &extraction);
  AddInvestment(document.text(), dollars, &extraction);
  AddDenial(document.text(), &extraction);
  AddPassages(document.text(), &extraction);
  v1::FactType& invested = *extraction.add_fact_types();
  invested.set_name("INVESTED_IN");
  invested.set_comparable_role("amount");
  extraction.add_fact_types()->set_name("DENIED");
  return request;
}

}  // namespace isnad::facts
