#include "services/extraction/relations/pairs/pair_schema.h"

#include <algorithm>

#include "absl/strings/string_view.h"

namespace isnad::extraction {
namespace {

constexpr std::pair<absl::string_view, EntityType> kFillers[] = {
    {"PERSON", EntityType::kPerson},
    {"ORGANIZATION", EntityType::kOrganization},
    {"PRODUCT", EntityType::kProduct},
    {"LOCATION", EntityType::kLocation}};

bool IsFigure(absl::string_view role) { return role == "amount" || role == "count"; }

}  // namespace

PairSchema::PairSchema(const FrameLexicon& lexicon) {
  for (const lexicon::FactTypeSchema& type : lexicon.types()) {
    Ends& ends = by_type_[type.name()];
    for (const lexicon::RoleSchema& role : type.role()) {
      for (const auto& [name, kind] : kFillers) {
        if (std::find(role.filler().begin(), role.filler().end(), name) == role.filler().end()) {
          continue;
        }
        if (role.name() == "subject") ends.subject[static_cast<size_t>(kind)] = true;
        if (role.name() == "object") ends.object[static_cast<size_t>(kind)] = true;
      }
    }
  }
  for (const auto& frame : lexicon.frames()) {
    for (const CompiledSlot& slot : frame->slots) {
      if (IsFigure(slot.role)) by_type_[frame->type].figures.push_back(&slot);
    }
  }
}

bool PairSchema::Admits(const Analysis& analysis, const EndPair& pair,
                        const std::string& type) const {
  const auto found = by_type_.find(type);
  if (found == by_type_.end()) return false;
  const Ends& ends = found->second;
  if (!ends.subject[static_cast<size_t>(TypeOf(analysis, pair.subject))]) return false;
  if (pair.object >= 0) return ends.object[static_cast<size_t>(TypeOf(analysis, pair.object))];
  const ValueMention& value = analysis.values[pair.value];
  return std::any_of(ends.figures.begin(), ends.figures.end(), [&](const CompiledSlot* slot) {
    if (!slot->fillers.Accepts(value.kind)) return false;
    // A frame that asks for no unit takes whatever its own words count; words around do not tell.
    const bool counts_anything = slot->units.empty() && value.kind == ValueKind::kQuantity;
    return counts_anything ? value.quantity.unit_key.empty() : slot->AcceptsUnit(value);
  });
}

}  // namespace isnad::extraction
