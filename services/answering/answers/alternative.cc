#include "services/answering/answers/alternative.h"

#include <cstddef>

#include "services/answering/evidence/score_weights.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr double kLeastMatch = 0.5;

}  // namespace

bool IsNameOf(const LinkedName& link, const v1::Span& alternative) {
  const v1::Span& asked = link.asked.span();
  return asked.begin() < alternative.end() && alternative.begin() < asked.end();
}

double AlternativeShare(const Inquiry& inquiry, const PassageView& view,
                        const v1::Span& alternative) {
  for (const LinkedName& link : inquiry.links.links()) {
    if (IsNameOf(link, alternative) &&
        inquiry.meter.NameShare(view, link) >= NameShares::kWordsOnly) {
      return 1;
    }
  }
  double all = 0;
  double matched = 0;
  for (size_t i = 0; i < inquiry.words.words().size(); ++i) {
    if (!inquiry.words.IsWithin(static_cast<int>(i), alternative)) continue;
    all += 1;
    matched += view.best()[i] >= kLeastMatch ? 1 : 0;
  }
  return all > 0 ? matched / all : 0;
}

}  // namespace isnad::answering
