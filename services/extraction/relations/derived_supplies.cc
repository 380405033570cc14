#include "services/extraction/relations/derived_supplies.h"

#include <algorithm>
#include <string>

#include "services/extraction/relations/derivation.h"

namespace isnad::extraction {
namespace {

bool IsOfType(const Analysis& analysis, const ArgumentRecord& end, EntityType type) {
  return IsEntity(end) && analysis.entities[end.entity].type == type;
}

// The organisation that brings a product out, or -1.
int MakerOf(const PhraseIndex& index, const std::vector<FactRecord>& facts,
            const ArgumentRecord& product) {
  const Analysis& analysis = index.analysis();
  const std::string& parent = analysis.entities[product.entity].parent_key;
  const int known = parent.empty() ? -1 : index.EntityOfKey(parent);
  if (known >= 0) return known;
  const auto brings_out = [&](const FactRecord& fact) {
    const bool release =
        fact.type == "RELEASED" || fact.type == "PLANS_RELEASE" || fact.type == "DELAYED";
    return release && SameEnd(fact.object, product) &&
           IsOfType(analysis, fact.subject, EntityType::kOrganization);
  };
  const auto maker = std::find_if(facts.begin(), facts.end(), brings_out);
  return maker == facts.end() ? -1 : maker->subject.entity;
}

// Gives the supplies of a product to its maker; false where that is nobody, or the supplier.
bool GiveToMaker(const PhraseIndex& index, const std::vector<FactRecord>& facts,
                 FactRecord* supply) {
  const int maker = MakerOf(index, facts, supply->object);
  if (maker < 0 || maker == supply->subject.entity) return false;
  const int mention = index.NearestMention(maker, index.TokenAtByte(supply->trigger.begin));
  if (mention < 0) return false;
  supply->object = NamedEnd(index.analysis(), index.analysis().mentions[mention], "object");
  supply->object.resolution_rule = "maker";
  supply->cross_sentence = true;
  supply->LowerConfidence("follows from what the sentence says", kDerivedPenalty);
  return true;
}

}  // namespace

void SettleSupplies(const PhraseIndex& index, std::vector<FactRecord>* facts) {
  const Analysis& analysis = index.analysis();
  const auto reversed = [&](const FactRecord& fact) {
    if (fact.rule != "SUPPLIES/supplying") return false;
    // "to supply it [لتزويدها]".
    if (index.token(index.TokenAtByte(fact.trigger.begin)).enclitic.empty()) return false;
    return std::any_of(facts->begin(), facts->end(), [&](const FactRecord& other) {
      return other.rule == "SUPPLIES/choose-supplier" && other.passage == fact.passage &&
             SameEnd(other.subject, fact.object) && SameEnd(other.object, fact.subject);
    });
  };
  std::vector<FactRecord> kept;
  for (const FactRecord& fact : *facts) {
    if (reversed(fact)) continue;
    kept.push_back(fact);
    const bool of_product = fact.rule == "SUPPLIES/parts-of-product" &&
                            IsOfType(analysis, fact.object, EntityType::kProduct);
    if (!of_product) continue;
    if (!GiveToMaker(index, *facts, &kept.back())) kept.pop_back();
  }
  *facts = std::move(kept);
}

}  // namespace isnad::extraction
