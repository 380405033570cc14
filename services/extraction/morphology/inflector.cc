#include "services/extraction/morphology/inflector.h"

namespace isnad::extraction {
namespace {

int BestOf(const WeightSums& sums, const Inflector::Category& category) {
  int best = 0;
  for (int i = 1; i < category.count; ++i) {
    if (sums[category.column + i] > sums[category.column + best]) best = i;
  }
  return category.first + best;
}

}  // namespace

InflectionGroup InflectionGroupOf(Tag tag) {
  switch (tag) {
    case Tag::kVerb:
    case Tag::kAuxiliary:
      return InflectionGroup::kVerb;
    case Tag::kNoun:
    case Tag::kAdjective:
    case Tag::kProperNoun:
    case Tag::kNumeral:
      return InflectionGroup::kNominal;
    case Tag::kPronoun:
    case Tag::kDeterminer:
      return InflectionGroup::kPronoun;
    default:
      return InflectionGroup::kNone;
  }
}

WordFeatures Inflector::Read(const std::vector<uint32_t>& features, InflectionGroup group) const {
  WordFeatures out;
  if (group == InflectionGroup::kNone || weights_.empty()) return out;
  WeightSums sums{};
  for (const uint32_t feature : features) weights_.Prefetch(InflectionFeature(feature, group));
  for (const uint32_t feature : features) weights_.AddTo(InflectionFeature(feature, group), &sums);
  out.gender = static_cast<WordGender>(BestOf(sums, kGender));
  out.number = static_cast<WordNumber>(BestOf(sums, kNumber));
  if (group == InflectionGroup::kNominal) return out;
  out.person = static_cast<WordPerson>(BestOf(sums, kPerson));
  if (group != InflectionGroup::kVerb) return out;
  out.aspect = static_cast<WordAspect>(BestOf(sums, kAspect));
  out.voice = static_cast<WordVoice>(BestOf(sums, kVoice));
  return out;
}

}  // namespace isnad::extraction
