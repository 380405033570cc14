#include "services/facts/converters/extraction_converter.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/facts/converters/resource_name.h"
#include "services/facts/converters/time_converter.h"
#include "services/facts/converters/value_converter.h"
#include "services/facts/domain/slug.h"
#include "services/server/digest/sha256.h"
#include "services/server/status/error_details.h"

namespace isnad::facts {
namespace {

namespace v1 = isnad::v1;

constexpr size_t kLargestText = 1 << 20;

class Conversion {
 public:
  explicit Conversion(const v1::ApplyExtractionRequest& request)
      : document_(request.document()), extraction_(request.extraction()) {}

  absl::StatusOr<ExtractionInput> Run() {
    ConvertDocument();
    input_.extractor_version = extraction_.extractor_version();
    if (input_.extractor_version.empty()) Violation("extraction.extractor_version", "is missing");
    for (const v1::ExtractedEntity& entity : extraction_.entities()) ConvertEntity(entity);
    for (int i = 0; i < extraction_.facts_size(); ++i) {
      ConvertFact(absl::StrCat("extraction.facts[", i, "]"), extraction_.facts(i));
    }
    for (int i = 0; i < extraction_.passages_size(); ++i) {
      ConvertPassage(absl::StrCat("extraction.passages[", i, "]"), extraction_.passages(i));
    }
    for (const v1::FactType& type : extraction_.fact_types()) {
      input_.fact_types.push_back({type.name(), type.symmetric(), type.single_object(),
                                   type.single_subject(), type.state(), type.comparable_role(),
                                   type.SerializeAsString()});
    }
    if (!violations_.empty()) return server::InvalidFields(std::move(violations_));
    return std::move(input_);
  }

 private:
  void Violation(const std::string& field, const std::string& description) {
    violations_.push_back({field, description});
  }

  void Take(const absl::StatusOr<std::string>& id, std::string* out) {
    if (id.ok()) {
      *out = *id;
      return;
    }
    for (server::FieldViolation& violation : server::FieldViolations(id.status())) {
      violations_.push_back(std::move(violation));
    }
  }

  void ConvertDocument() {
    DocumentRecord& document = input_.document;
    Take(ParseName(document_.name(), "documents", "document.name"), &document.id);
    if (!document_.supersedes().empty()) {
      Take(ParseName(document_.supersedes(), "documents", "document.supersedes"),
           &document.supersedes);
    }
    if (document_.text().empty()) Violation("document.text", "is missing");
    if (document_.text().size() > kLargestText) {
      Violation("document.text", absl::StrCat("is ", document_.text().size(),
                                              " bytes long; at most ", kLargestText));
    }
    document.source_uri = document_.source_uri();
    document.url = document_.url();
    document.publisher = document_.publisher();
    if (!document.publisher.empty()) document.source = SlugOrHash(document.publisher, "s");
    document.title = document_.title().empty() ? extraction_.inferred_title() : document_.title();
    document.text = document_.text();
    document.language =
        document_.language_code().empty() ? extraction_.language_code() : document_.language_code();
    if (document_.has_publish_time()) document.publish_time = ToMicros(document_.publish_time());
    if (document_.has_fetch_time()) document.fetch_time = ToMicros(document_.fetch_time());
    document.content_hash = server::Sha256Hex(document_.text());
    document.near_duplicate_key = document_.near_duplicate_key().empty()
                                      ? extraction_.near_duplicate_key()
                                      : document_.near_duplicate_key();
    document.publish_time_inferred = document_.publish_time_inferred();
  }

  void ConvertEntity(const v1::ExtractedEntity& entity) {
    InputEntity input;
    input.local_id = entity.id();
    EntityRecord& record = input.entity;
    record.type = entity.type();
    record.label_ar = entity.label_ar();
    record.label_en = entity.label_en();
    record.entity_class = entity.entity_class();
    record.lexicon_key = entity.lexicon_key();
    for (const auto& id : std::map<std::string, std::string>(entity.external_ids().begin(),
                                                             entity.external_ids().end())) {
      record.external_ids.push_back(id);
    }
    for (const v1::Alias& alias : entity.aliases()) {
      const bool known = alias.kind() != v1::Alias::KIND_UNSPECIFIED;
      record.aliases.push_back({alias.surface(),
                                alias.folded_key(),
                                alias.script(),
                                known ? static_cast<AliasKind>(alias.kind()) : AliasKind::kVariant,
                                alias.mention_count(),
                                {}});
    }
    input_.entities.push_back(std::move(input));
  }

  void AddSpan(const std::string& field, const v1::Span& span, bool quote_left_out = false) {
    input_.spans.push_back({field, span.begin(), span.end(), span.quote(), quote_left_out});
  }

  void AddReference(const std::string& field, const std::string& local_id) {
    if (!local_id.empty()) input_.references.push_back({field, local_id});
  }

  Argument ConvertArgument(const std::string& field, const v1::Argument& argument) {
    Argument converted;
    converted.role = argument.role();
    converted.display_text = argument.display_text();
    if (argument.has_entity()) {
      converted.entity = argument.entity();
      AddReference(absl::StrCat(field, ".entity"), argument.entity());
      return converted;
    }
    converted.value_bytes = argument.value().SerializeAsString();
    if (argument.value().has_span()) {
      AddSpan(absl::StrCat(field, ".value.span"), argument.value().span(),
              argument.value().span().quote().empty());
    }
    if (converted.display_text.empty()) converted.display_text = DescribeValue(argument.value());
    return converted;
  }

  void AddFigure(const std::string& role, const v1::Argument& argument, InputFact* fact) {
    if (!argument.has_value()) return;
    const absl::optional<Figure> figure = ToFigure(argument.value());
    if (figure.has_value()) fact->figures.emplace_back(role, *figure);
  }

  void ConvertFact(const std::string& field, const v1::Fact& fact) {
    if (fact.type().empty()) Violation(field + ".type", "is missing");
    if (fact.subject().filler_case() == v1::Argument::FILLER_NOT_SET) {
      Violation(field + ".subject", "is missing");
    }
    if (fact.evidence().empty()) {
      Violation(field + ".evidence", "is empty; every fact rests on evidence");
    }
    InputFact input;
    input.type = fact.type();
    if (fact.polarity() == v1::POLARITY_DENIED) input.polarity = Polarity::kDenied;
    if (fact.modality() != v1::MODALITY_UNSPECIFIED) {
      input.modality = static_cast<Modality>(fact.modality());
    }
    input.claim.subject = ConvertArgument(field + ".subject", fact.subject());
    if (fact.subject().has_value()) input.subject_ref = ToValueRef(fact.subject().value());
    if (fact.has_object()) {
      input.claim.object = ConvertArgument(field + ".object", fact.object());
      if (fact.object().has_value()) input.object_ref = ToValueRef(fact.object().value());
      AddFigure("object", fact.object(), &input);
    }
    for (int i = 0; i < fact.roles_size(); ++i) {
      input.claim.roles.push_back(
          ConvertArgument(absl::StrCat(field, ".roles[", i, "]"), fact.roles(i)));
      AddFigure(fact.roles(i).role(), fact.roles(i), &input);
    }
    if (fact.has_valid_interval()) input.claim.valid = ToDayInterval(fact.valid_interval());
    for (int i = 0; i < fact.evidence_size(); ++i) {
      input.evidence =
          ConvertEvidence(absl::StrCat(field, ".evidence[", i, "]"), fact.evidence(i), fact);
      input_.facts.push_back(input);
    }
  }

  EvidenceRecord ConvertEvidence(const std::string& field, const v1::Evidence& evidence,
                                 const v1::Fact& fact) {
    AddSpan(field + ".quote", evidence.quote());
    for (int i = 0; i < evidence.role_spans_size(); ++i) {
      AddSpan(absl::StrCat(field, ".role_spans[", i, "].span"), evidence.role_spans(i).span());
    }
    if (evidence.attribution().has_span()) {
      AddSpan(field + ".attribution.span", evidence.attribution().span());
    }
    AddReference(field + ".attribution.entity", evidence.attribution().entity());
    EvidenceRecord record;
    record.passage_ordinal = evidence.passage_ordinal();
    record.confidence = evidence.confidence() > 0 ? evidence.confidence() : fact.confidence();
    record.attribution = static_cast<AttributionKind>(evidence.attribution().kind());
    record.speaker = evidence.attribution().entity();
    v1::Evidence stored = evidence;
    stored.clear_document();
    stored.clear_publish_time();
    stored.clear_record_time();
    stored.clear_source_uri();
    stored.clear_document_title();
    stored.clear_document_url();
    stored.clear_publisher();
    if (stored.has_attribution()) stored.mutable_attribution()->clear_entity();
    if (stored.extractor_version().empty()) {
      stored.set_extractor_version(extraction_.extractor_version());
    }
    record.evidence_bytes = stored.SerializeAsString();
    return record;
  }

  void ConvertPassage(const std::string& field, const v1::Passage& passage) {
    AddSpan(field + ".span", passage.span());
    PassageRecord record;
    record.ordinal = passage.ordinal();
    record.kind = passage.kind();
    for (const v1::IndexedToken& token : passage.tokens()) {
      if (!token.surface().empty()) record.surface_terms.push_back(token.surface());
      if (!token.stem().empty()) record.stem_terms.push_back(token.stem());
    }
    v1::Passage stored = passage;
    for (int i = 0; i < stored.mentions_size(); ++i) {
      v1::PassageMention& mention = *stored.mutable_mentions(i);
      AddReference(absl::StrCat(field, ".mentions[", i, "].entity"), mention.entity());
      record.mentions.push_back(mention.entity());
      mention.clear_entity();
    }
    record.passage_bytes = stored.SerializeAsString();
    input_.passages.push_back(std::move(record));
  }

  const v1::Document& document_;
  const v1::Extraction& extraction_;
  ExtractionInput input_;
  std::vector<server::FieldViolation> violations_;
};

}  // namespace

absl::StatusOr<ExtractionInput> ToExtractionInput(const v1::ApplyExtractionRequest& request) {
  return Conversion(request).Run();
}

}  // namespace isnad::facts
