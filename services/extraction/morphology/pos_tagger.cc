#include "services/extraction/morphology/pos_tagger.h"

#include <algorithm>
#include <cmath>

#include "absl/base/attributes.h"
#include "absl/container/inlined_vector.h"

namespace isnad::extraction {
namespace {

// Perceptrons are surer of themselves than they are right: at this margin four of five tags hold.
constexpr double kConfidenceScale = 5 * PosTagger::kUnitWeight;

void Add(const TagScores& more, TagScores* scores) {
  for (int t = 0; t < kTagCount; ++t) {
    (*scores)[t] += more[t];
  }
}

// Offers each tag the way that comes from tag `f`, which is reached at `before`. A function of its
// own, and not inlined: so compilers do several tags at once.
ABSL_ATTRIBUTE_NOINLINE void OfferWays(int32_t before, int32_t f,
                                       const int16_t* __restrict__ transition,
                                       int32_t* __restrict__ best, int32_t* __restrict__ from) {
  for (int t = 0; t < kTagCount; ++t) {
    const int32_t score = before + transition[t];
    const int32_t old = best[t];
    from[t] = score > old ? f : from[t];
    best[t] = score > old ? score : old;
  }
}

}  // namespace

UnitScores PosTagger::Score(const UnitFeatures& features) const {
  UnitScores scores;
  scores.border = features.border;
  if (weights_.empty()) return scores;
  absl::InlinedVector<uint32_t, 64> seen;
  for (const uint32_t feature : features.own) weights_.Prefetch(feature);
  for (const uint32_t feature : features.seen_by_others) {
    for (int n = 0; n < kNeighbourCount; ++n) {
      seen.push_back(FeatureSeenFrom(feature, static_cast<Neighbour>(n)));
      weights_.Prefetch(seen.back());
    }
  }
  for (const uint32_t feature : features.own) weights_.AddTo(feature, &scores.own);
  for (size_t i = 0; i < seen.size(); ++i) {
    weights_.AddTo(seen[i], &scores.to_others[i % kNeighbourCount]);
  }
  return scores;
}

void PosTagger::Tag(absl::Span<const UnitScores* const> units, std::vector<extraction::Tag>* tags,
                    std::vector<float>* confidences) const {
  const int count = static_cast<int>(units.size());
  tags->assign(count, extraction::Tag::kOther);
  if (confidences != nullptr) confidences->assign(count, 0);
  if (count == 0 || empty()) return;
  struct Column {
    std::array<int32_t, kTagCount> best;
    std::array<int32_t, kTagCount> local;
    std::array<uint8_t, kTagCount> from;
  };
  std::vector<Column> columns(count);
  // Scores of passing from unit i - 1 to unit i.
  const auto transitions_to = [&](int i) {
    const BorderClass from = i == 0 ? BorderClass::kOther : units[i - 1]->border;
    return &transitions_[TransitionOffset(from, units[i]->border)];
  };
  for (int i = 0; i < count; ++i) {
    TagScores local = units[i]->own;
    const auto add = [&](int at, Neighbour place) {
      if (at >= 0 && at < count) Add(units[at]->to_others[static_cast<int>(place)], &local);
    };
    add(i - 1, Neighbour::kPrevious);
    add(i + 1, Neighbour::kNext);
    add(i - 2, Neighbour::kBeforePrevious);
    add(i + 2, Neighbour::kAfterNext);
    Column& column = columns[i];
    column.local = local;
    const int16_t* const transition = transitions_to(i);
    std::array<int32_t, kTagCount> best;
    std::array<int32_t, kTagCount> from{};
    if (i == 0) {
      for (int t = 0; t < kTagCount; ++t) best[t] = transition[kTagCount * kTagCount + t];
    } else {
      best.fill(INT32_MIN);
      for (int f = 0; f < kTagCount; ++f) {
        OfferWays(columns[i - 1].best[f], f, &transition[f * kTagCount], best.data(), from.data());
      }
    }
    for (int t = 0; t < kTagCount; ++t) {
      column.best[t] = best[t] + local[t];
      column.from[t] = static_cast<uint8_t>(from[t]);
    }
  }
  const Column& last = columns.back();
  int tag =
      static_cast<int>(std::max_element(last.best.begin(), last.best.end()) - last.best.begin());
  for (int i = count - 1; i >= 0; --i) {
    (*tags)[i] = static_cast<extraction::Tag>(tag);
    tag = columns[i].from[tag];
  }
  if (confidences == nullptr) return;
  for (int i = 0; i < count; ++i) {
    const int chosen = static_cast<int>((*tags)[i]);
    const int before = i == 0 ? kTagCount : static_cast<int>((*tags)[i - 1]);
    const auto score_of = [&](int t) {
      int score = columns[i].local[t] + transitions_to(i)[before * kTagCount + t];
      if (i + 1 < count) {
        score += transitions_to(i + 1)[t * kTagCount + static_cast<int>((*tags)[i + 1])];
      }
      return score;
    };
    int rival = INT32_MIN;
    for (int t = 0; t < kTagCount; ++t) {
      if (t != chosen) rival = std::max(rival, score_of(t));
    }
    const double margin = static_cast<double>(score_of(chosen) - rival) / kConfidenceScale;
    (*confidences)[i] = static_cast<float>(1 / (1 + std::exp(-margin)));
  }
}

}  // namespace isnad::extraction
