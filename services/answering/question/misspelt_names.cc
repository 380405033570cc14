#include "services/answering/question/misspelt_names.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "absl/strings/string_view.h"
#include "services/answering/question/entity_links.h"
#include "services/matching/typing_slips.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

using matching::Slip;

// A name of five letters has too many neighbours to be told with a letter more or less.
constexpr int kShortest = 5;
constexpr int kShortestForLength = 6;
// As sure as names that are alike by their sound.
constexpr double kScore = 0.6;

int LettersIn(absl::string_view key) {
  return static_cast<int>(std::count_if(key.begin(), key.end(), [](char c) {
    return c != ' ' && (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

bool IsOfSource(const v1::QuestionAnalysis& reading, const v1::QuestionEntity& asked) {
  return asked.span().begin() < reading.source_limit().end() &&
         reading.source_limit().begin() < asked.span().end();
}

}  // namespace

std::vector<MisspeltName> FindMisspeltNames(const v1::QuestionAnalysis& reading,
                                            const std::vector<v1::EntityMatch>& matches) {
  std::vector<MisspeltName> names;
  const EntityLinks links(reading, matches);
  for (const v1::QuestionEntity& asked : reading.entities()) {
    if (asked.known() || asked.entity().folded_keys().empty()) continue;
    const LinkedName* link = links.Find(asked.entity().id());
    if ((link != nullptr && link->stored()) || IsOfSource(reading, asked)) continue;
    MisspeltName name;
    name.key = asked.entity().folded_keys(0);
    const int letters = LettersIn(name.key);
    if (letters < kShortest) continue;
    for (const Slip slip :
         {Slip::kExchanged, Slip::kDoubled, Slip::kKeyBeside, Slip::kAdded, Slip::kOmitted}) {
      const bool changes_length = slip == Slip::kAdded || slip == Slip::kOmitted;
      if (changes_length && letters < kShortestForLength) continue;
      for (std::string& key : matching::BeforeSlip(name.key, slip)) {
        if (std::find(name.meant.begin(), name.meant.end(), key) != name.meant.end()) continue;
        name.meant.push_back(std::move(key));
        name.slips.push_back(static_cast<int>(slip));
      }
    }
    if (!name.meant.empty()) names.push_back(std::move(name));
  }
  return names;
}

std::vector<v1::EntityMatch> MatchMisspelt(const MisspeltName& name,
                                           const std::vector<v1::EntityMatch>& found) {
  std::vector<v1::EntityMatch> best;
  int slip = -1;
  for (std::size_t i = 0; i < name.meant.size(); ++i) {
    if (slip >= 0 && name.slips[i] != slip) break;
    for (const v1::EntityMatch& match : found) {
      const auto& aliases = match.entity().aliases();
      const bool bears = std::any_of(aliases.begin(), aliases.end(), [&](const v1::Alias& alias) {
        return alias.folded_key() == name.meant[i];
      });
      if (!bears) continue;
      slip = name.slips[i];
      const bool listed = std::any_of(best.begin(), best.end(), [&](const v1::EntityMatch& other) {
        return other.entity().name() == match.entity().name();
      });
      if (listed) continue;
      best.push_back(match);
      best.back().set_score(kScore);
      best.back().set_matched_key(name.key);
    }
  }
  if (best.size() > 1) best.clear();
  return best;
}

}  // namespace isnad::answering
