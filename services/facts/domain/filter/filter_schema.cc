#include "services/facts/domain/filter/filter_schema.h"

namespace isnad::facts {

const FilterSchema& FactFilterSchema() {
  using Type = FilterValueType;
  static const auto* const kSchema = new FilterSchema{
      {"type", FilterField::kType, Type::kWord, "", {}},
      {"subject", FilterField::kSubject, Type::kResource, "entities", {}},
      {"object", FilterField::kObject, Type::kResource, "entities", {}},
      {"entity", FilterField::kEntity, Type::kResource, "entities", {}},
      {"polarity", FilterField::kPolarity, Type::kEnum, "", {{"ASSERTED", 1}, {"DENIED", 2}}},
      {"modality",
       FilterField::kModality,
       Type::kEnum,
       "",
       {{"ACTUAL", 1}, {"PLANNED", 2}, {"ALLEGED", 3}}},
      {"document", FilterField::kDocument, Type::kResource, "documents", {}},
      {"source", FilterField::kSource, Type::kResource, "sources", {}},
      {"speaker", FilterField::kSpeaker, Type::kResource, "entities", {}},
      {"confidence", FilterField::kConfidence, Type::kNumber, "", {}},
      {"support", FilterField::kSupport, Type::kInteger, "", {}},
      {"valid_date", FilterField::kValidDate, Type::kDate, "", {}},
      {"publish_time", FilterField::kPublishTime, Type::kTime, "", {}},
      {"text", FilterField::kText, Type::kText, "", {}},
  };
  return *kSchema;
}

const FilterSchema& EntityFilterSchema() {
  using Type = FilterValueType;
  static const auto* const kSchema = new FilterSchema{
      {"type",
       FilterField::kEntityType,
       Type::kEnum,
       "",
       {{"PERSON", 1}, {"ORGANIZATION", 2}, {"PRODUCT", 3}, {"LOCATION", 4}}},
      {"entity_class", FilterField::kEntityClass, Type::kWord, "", {}},
      {"fact_count", FilterField::kFactCount, Type::kInteger, "", {}},
      {"mention_count", FilterField::kMentionCount, Type::kInteger, "", {}},
  };
  return *kSchema;
}

const FilterSchema& DocumentFilterSchema() {
  using Type = FilterValueType;
  static const auto* const kSchema = new FilterSchema{
      {"state",
       FilterField::kState,
       Type::kEnum,
       "",
       {{"ACTIVE", 1}, {"SUPERSEDED", 2}, {"RETRACTED", 3}, {"PURGED", 4}}},
      {"source", FilterField::kSource, Type::kResource, "sources", {}},
      {"publish_time", FilterField::kPublishTime, Type::kTime, "", {}},
      {"title", FilterField::kTitle, Type::kText, "", {}},
  };
  return *kSchema;
}

const FilterSchema& ConflictFilterSchema() {
  using Type = FilterValueType;
  static const auto* const kSchema = new FilterSchema{
      {"state", FilterField::kState, Type::kEnum, "", {{"OPEN", 1}, {"RESOLVED", 2}}},
      {"kind",
       FilterField::kKind,
       Type::kEnum,
       "",
       {{"FIGURE", 1}, {"VALUE", 2}, {"DENIAL", 3}, {"DATE", 4}}},
      {"fact", FilterField::kFact, Type::kResource, "facts", {}},
  };
  return *kSchema;
}

}  // namespace isnad::facts
