#include "services/extraction/converters/analysis_converter.h"

#include "absl/strings/str_cat.h"
#include "services/extraction/converters/value_converter.h"
#include "services/extraction/converters/word_converter.h"

namespace isnad::extraction {
namespace {

isnad::v1::PassageKind ToProto(PassageKind kind) {
  switch (kind) {
    case PassageKind::kHeadline:
      return isnad::v1::PASSAGE_KIND_HEADLINE;
    case PassageKind::kLead:
      return isnad::v1::PASSAGE_KIND_LEAD;
    case PassageKind::kBody:
      return isnad::v1::PASSAGE_KIND_BODY;
    case PassageKind::kHeading:
      return isnad::v1::PASSAGE_KIND_HEADING;
    case PassageKind::kListItem:
      return isnad::v1::PASSAGE_KIND_LIST_ITEM;
    case PassageKind::kTableRow:
      return isnad::v1::PASSAGE_KIND_TABLE_ROW;
    case PassageKind::kQuote:
      return isnad::v1::PASSAGE_KIND_QUOTE;
    case PassageKind::kCaption:
      return isnad::v1::PASSAGE_KIND_CAPTION;
    case PassageKind::kBoilerplate:
      return isnad::v1::PASSAGE_KIND_BOILERPLATE;
  }
  return isnad::v1::PASSAGE_KIND_UNSPECIFIED;
}

isnad::v1::ClauseKind ToProto(ClauseKind kind) {
  switch (kind) {
    case ClauseKind::kMain:
      return isnad::v1::CLAUSE_KIND_MAIN;
    case ClauseKind::kContent:
      return isnad::v1::CLAUSE_KIND_CONTENT;
    case ClauseKind::kRelative:
      return isnad::v1::CLAUSE_KIND_RELATIVE;
    case ClauseKind::kCause:
      return isnad::v1::CLAUSE_KIND_CAUSE;
    case ClauseKind::kPurpose:
      return isnad::v1::CLAUSE_KIND_PURPOSE;
    case ClauseKind::kTime:
      return isnad::v1::CLAUSE_KIND_TIME;
    case ClauseKind::kCondition:
      return isnad::v1::CLAUSE_KIND_CONDITION;
    case ClauseKind::kQuotation:
      return isnad::v1::CLAUSE_KIND_QUOTATION;
    case ClauseKind::kAttribution:
      return isnad::v1::CLAUSE_KIND_ATTRIBUTION;
    case ClauseKind::kResult:
      return isnad::v1::CLAUSE_KIND_RESULT;
    case ClauseKind::kManner:
      return isnad::v1::CLAUSE_KIND_MANNER;
  }
  return isnad::v1::CLAUSE_KIND_UNSPECIFIED;
}

isnad::v1::Mention::Kind ToProto(MentionKind kind) {
  switch (kind) {
    case MentionKind::kName:
      return isnad::v1::Mention::KIND_NAME;
    case MentionKind::kShortName:
      return isnad::v1::Mention::KIND_SHORT_NAME;
    case MentionKind::kDescription:
      return isnad::v1::Mention::KIND_DESCRIPTION;
    case MentionKind::kPronoun:
      return isnad::v1::Mention::KIND_PRONOUN;
  }
  return isnad::v1::Mention::KIND_UNSPECIFIED;
}

isnad::v1::Alias::Kind ToProto(AliasRecord::Kind kind) {
  switch (kind) {
    case AliasRecord::Kind::kCanonical:
      return isnad::v1::Alias::KIND_CANONICAL;
    case AliasRecord::Kind::kVariant:
      return isnad::v1::Alias::KIND_VARIANT;
    case AliasRecord::Kind::kShort:
      return isnad::v1::Alias::KIND_SHORT;
    case AliasRecord::Kind::kAcronym:
      return isnad::v1::Alias::KIND_ACRONYM;
  }
  return isnad::v1::Alias::KIND_UNSPECIFIED;
}

void AddTokens(const Analysis& analysis, TokenRange range, isnad::v1::Passage* out) {
  for (int i = range.begin; i < range.end; ++i) {
    const Token& token = analysis.tokens[i];
    isnad::v1::IndexedToken* indexed = out->add_tokens();
    indexed->set_begin(token.range.begin);
    indexed->set_end(token.range.end);
    indexed->set_surface(token.surface);
    indexed->set_stem(token.stem);
    indexed->set_part_of_speech(ToProto(token.part_of_speech));
  }
}

}  // namespace

std::string LocalEntityId(int entity) { return absl::StrCat("e", entity + 1); }

void ClauseToProto(const Analysis& analysis, const Clause& clause, isnad::v1::Clause* out) {
  const ByteRange range = analysis.BytesOf(clause.tokens);
  out->set_kind(ToProto(clause.kind));
  out->set_begin(range.begin);
  out->set_end(range.end);
  out->set_marker_begin(analysis.tokens[clause.marker_begin].range.begin);
}

void PassagesToProto(const Analysis& analysis, const std::string& analyzer_version,
                     google::protobuf::RepeatedPtrField<isnad::v1::Passage>* out) {
  for (size_t p = 0; p < analysis.passages.size(); ++p) {
    const Passage& passage = analysis.passages[p];
    isnad::v1::Passage* proto = out->Add();
    proto->set_ordinal(static_cast<int>(p));
    proto->set_kind(ToProto(passage.kind));
    ToProto(analysis, passage.range, Quoting::kWithQuote, proto->mutable_span());
    proto->set_heading_ordinal(passage.heading);
    proto->set_paragraph(passage.paragraph);
    proto->set_analyzer_version(analyzer_version);
    AddTokens(analysis, passage.tokens, proto);
  }
  for (const Clause& clause : analysis.clauses) {
    ClauseToProto(analysis, clause, out->Mutable(clause.passage)->add_clauses());
  }
  for (const Mention& mention : analysis.mentions) {
    if (mention.entity < 0 || mention.kind == MentionKind::kPronoun) continue;
    const int passage = analysis.tokens[mention.tokens.begin].passage;
    if (passage < 0) continue;
    const EntityRecord& entity = analysis.entities[mention.entity];
    isnad::v1::PassageMention* proto = out->Mutable(passage)->add_mentions();
    proto->set_begin(mention.range.begin);
    proto->set_end(mention.range.end);
    proto->set_entity(LocalEntityId(mention.entity));
    proto->set_entity_type(ToProto(entity.type));
    proto->set_entity_class(entity.entity_class);
  }
  for (const ValueMention& value : analysis.values) {
    const int passage = analysis.tokens[value.tokens.begin].passage;
    if (passage < 0) continue;
    ToProto(analysis, value, Quoting::kWithoutQuote, out->Mutable(passage)->add_values());
  }
}

void TokensToProto(const Analysis& analysis,
                   google::protobuf::RepeatedPtrField<isnad::v1::Token>* out) {
  for (const Token& token : analysis.tokens) {
    isnad::v1::Token* proto = out->Add();
    ToProto(analysis, token.range, Quoting::kWithQuote, proto->mutable_span());
    proto->set_surface(token.surface);
    proto->set_stem(token.stem);
    proto->set_lemma(token.citation);
    proto->set_part_of_speech(ToProto(token.part_of_speech));
    ToProto(token.features, proto->mutable_features());
    proto->set_score(token.score);
    proto->set_shape(ToProto(token.shape));
    proto->set_base(token.base);
    for (const std::string& clitic : token.proclitics) {
      isnad::v1::Clitic* row = proto->add_clitics();
      row->set_form(clitic);
      row->set_position(isnad::v1::Clitic::POSITION_PROCLITIC);
    }
    if (!token.enclitic.empty()) {
      isnad::v1::Clitic* row = proto->add_clitics();
      row->set_form(token.enclitic);
      row->set_position(isnad::v1::Clitic::POSITION_ENCLITIC);
    }
  }
}

void MentionsToProto(const Analysis& analysis,
                     google::protobuf::RepeatedPtrField<isnad::v1::Mention>* out) {
  for (const Mention& mention : analysis.mentions) {
    isnad::v1::Mention* proto = out->Add();
    ToProto(analysis, mention.range, Quoting::kWithQuote, proto->mutable_span());
    proto->set_kind(ToProto(mention.kind));
    if (mention.entity >= 0) proto->set_entity(LocalEntityId(mention.entity));
    proto->set_confidence(mention.confidence);
    proto->set_rule(mention.rule);
  }
}

void EntitiesToProto(const Analysis& analysis,
                     google::protobuf::RepeatedPtrField<isnad::v1::ExtractedEntity>* out) {
  for (size_t e = 0; e < analysis.entities.size(); ++e) {
    const EntityRecord& entity = analysis.entities[e];
    isnad::v1::ExtractedEntity* proto = out->Add();
    proto->set_id(LocalEntityId(static_cast<int>(e)));
    proto->set_type(ToProto(entity.type));
    proto->set_entity_class(entity.entity_class);
    proto->set_lexicon_key(entity.lexicon_key);
    proto->set_label_ar(entity.label_ar);
    proto->set_label_en(entity.label_en);
    for (const AliasRecord& alias : entity.aliases) {
      isnad::v1::Alias* row = proto->add_aliases();
      row->set_surface(alias.surface);
      row->set_folded_key(alias.folded_key);
      row->set_script(alias.script);
      row->set_kind(ToProto(alias.kind));
      row->set_mention_count(alias.count);
    }
    for (const auto& [scheme, id] : entity.external_ids)
      (*proto->mutable_external_ids())[scheme] = id;
  }
}

}  // namespace isnad::extraction
