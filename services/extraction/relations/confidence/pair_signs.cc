#include "services/extraction/relations/confidence/pair_signs.h"

#include "absl/strings/str_cat.h"

namespace isnad::extraction {
namespace {

// Log odds at which one step ends and the next begins.
constexpr float kSteps[] = {-5, -4, -3, -2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3};
constexpr float kStepsElsewhere[] = {-4, -3, -2, -1, 0, 1, 2};
// Another end or type less likely than this is none.
constexpr float kLikely = -2;

}  // namespace

std::vector<std::string> PairSigns(const FactRecord& fact, const PairReading& reading) {
  const absl::optional<PairVerdict> verdict = reading.Of(fact);
  if (!verdict.has_value()) return {"pair unread", absl::StrCat(fact.type, " pair unread")};
  std::vector<std::string> out = {"pair read"};
  const auto both = [&](const std::string& feature) {
    out.push_back(feature);
    out.push_back(absl::StrCat(fact.type, " ", feature));
  };
  for (const float step : kSteps) {
    if (verdict->log_odds > step) both(absl::StrCat("pair odds over ", step));
  }
  const auto rival = [&](const absl::optional<float>& other, const char* end) {
    if (!other.has_value() || *other < kLikely) return;
    both(absl::StrCat("pair with other ", end));
    if (*other > verdict->log_odds) both(absl::StrCat("pair with likelier ", end));
    if (*other > verdict->log_odds + 1.5f) both(absl::StrCat("pair with much likelier ", end));
  };
  rival(verdict->other_object, "object");
  rival(verdict->other_subject, "subject");
  if (!verdict->elsewhere.has_value()) {
    both("pair here alone");
  } else {
    for (const float step : kStepsElsewhere) {
      if (*verdict->elsewhere > step) both(absl::StrCat("pair elsewhere over ", step));
    }
  }
  if (verdict->other_type_log_odds > kLikely) {
    both(absl::StrCat("pair may be ", verdict->other_type));
    if (verdict->other_type_log_odds > verdict->log_odds) out.push_back("pair likelier of other");
  }
  return out;
}

}  // namespace isnad::extraction
