// Parts of SlotFiller that tell by a verb's gender who may be its subject.

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/morphology/verb_features.h"
#include "services/extraction/relations/slot_filler.h"

namespace isnad::extraction {

// "moved [نقلت] the team «X»": she did, and the team is the object.
bool SlotFiller::TakesMasculinePart(int verb) const {
  static const auto* parts = new absl::flat_hash_set<absl::string_view>{
      "فريق", "قسم", "قطاع", "مكتب", "مصنع", "مختبر", "مركز", "موقع", "متجر", "فرع"};
  const int next = verb + 1;
  if (next >= index_.PassageTokens(verb).end) return false;
  if (!parts->contains(index_.token(next).base)) return false;
  const absl::string_view form = index_.token(verb).base;
  return absl::EndsWith(form, "ت") && index_.token(next).proclitics.empty() &&
         FeaturesOf(index_.token(verb)).gender == VerbGender::kFeminine;
}

FillerSet SlotFiller::Agreeing(int verb, FillerSet types) const {
  const VerbFeatures features = FeaturesOf(index_.token(verb));
  if (!types.person || !types.organization) return types;
  if (features.gender == VerbGender::kFeminine) types.person = false;
  // "تواجه" and "نفت" may be feminine, too.
  const absl::string_view form = index_.token(verb).base;
  const bool feminine = absl::StartsWith(form, "ت") || absl::EndsWith(form, "ت");
  if (features.gender == VerbGender::kMasculine && !feminine) types.organization = false;
  return types;
}

bool SlotFiller::AgreesAfter(int verb, const ArgumentRecord& filler, const FillerSet& types) const {
  if (TakesMasculinePart(verb)) return false;
  if (filler.kind != ArgumentRecord::Kind::kEntity || !types.person || !types.organization) {
    return true;
  }
  if (analysis_.entities[filler.entity].type != EntityType::kOrganization) return true;
  if (FeaturesOf(index_.token(verb)).gender != VerbGender::kMasculine) return true;
  // "تواجه" and "نفت" are read as masculine perfects of other verbs and are feminine here.
  const absl::string_view form = index_.token(verb).base;
  if (absl::StartsWith(form, "ت") || absl::EndsWith(form, "ت")) return true;
  // A masculine verb takes a bank or a fund, not a company.
  static const auto* bodies = new absl::flat_hash_set<absl::string_view>{
      "بنك",  "مصرف",  "صندوق", "نادي", "اتحاد", "معهد", "مركز",   "مكتب", "مجلس",
      "مصنع", "مختبر", "حزب",   "فريق", "متجر",  "موقع", "ائتلاف", "تحالف"};
  const int name = index_.TokenOfMention(filler.range, filler.entity);
  if (name == verb + 1 && bodies->contains(index_.token(name).base)) return true;
  return name > verb + 1 && !absl::EndsWith(index_.token(verb + 1).base, "ه");
}

}  // namespace isnad::extraction
