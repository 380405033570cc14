#include "services/extraction/relations/derivation.h"

#include <algorithm>
#include <string>

namespace isnad::extraction {

bool SameEnd(const ArgumentRecord& a, const ArgumentRecord& b) {
  if (a.kind != b.kind) return false;
  return IsEntity(a) ? a.entity == b.entity : a.text == b.text;
}

bool Says(const std::vector<FactRecord>& facts, absl::string_view type,
          const ArgumentRecord& subject, const ArgumentRecord& object) {
  return std::any_of(facts.begin(), facts.end(), [&](const FactRecord& fact) {
    return fact.type == type && SameEnd(fact.subject, subject) && SameEnd(fact.object, object);
  });
}

FactRecord Derive(const FactRecord& source, const char* type, const char* rule) {
  FactRecord fact = source;
  fact.type = type;
  fact.rule = rule;
  fact.roles.clear();
  fact.LowerConfidence("follows from what the sentence says", kDerivedPenalty);
  return fact;
}

ArgumentRecord NamedEnd(const Analysis& analysis, const Mention& mention, absl::string_view role) {
  ArgumentRecord out;
  out.kind = ArgumentRecord::Kind::kEntity;
  out.role = std::string(role);
  out.entity = mention.entity;
  out.range = mention.range;
  out.text = std::string(analysis.Quote(mention.range));
  return out;
}

ArgumentRecord Words(const Analysis& analysis, absl::string_view role, TokenRange words) {
  ArgumentRecord out;
  out.kind = ArgumentRecord::Kind::kText;
  out.role = std::string(role);
  out.range = analysis.BytesOf(words);
  out.text = std::string(analysis.Quote(out.range));
  return out;
}

}  // namespace isnad::extraction
