#include "services/answering/question/misspelt_names.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "services/answering/question/entity_links.h"
#include "services/matching/typing_slips.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

using matching::Slip;

// Shorter names have too many neighbours.
constexpr int kShortest = 5;
// Shorter ones sound like too many others with a letter more or less.
constexpr int kShortestByChance = 6;
// Of scores from 0.5 to 0.65: where a letter is put in or left out by chance, the others need to be
// surer.
constexpr double kLeastSound = 0.57;
constexpr double kLeastSoundByChance = 0.61;
// As sure as names that are alike by their sound.
constexpr double kScore = 0.6;

// Ranks of slips, behind that of a name without its kind.
int RankOf(Slip slip) { return 1 + static_cast<int>(slip); }

int LettersIn(absl::string_view key) {
  return static_cast<int>(std::count_if(key.begin(), key.end(), [](char c) {
    return c != ' ' && (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

// "Norsa Group", "مجموعه نورسا" without the word that tells its kind; empty when there is none.
std::string WithoutKind(absl::string_view key) {
  static constexpr absl::string_view kBehind[] = {
      " group", " holding", " holdings", " company", " corporation", " corp", " corp.", " inc",
      " inc.",  " ltd",     " ltd.",     " llc",     " plc",         " co",   " co.",   " gmbh"};
  static constexpr absl::string_view kBefore[] = {"مجموعه ", "شركه ", "موسسه ", "منصه "};
  for (const absl::string_view kind : kBehind) {
    if (absl::ConsumeSuffix(&key, kind)) return std::string(key);
  }
  for (const absl::string_view kind : kBefore) {
    if (absl::ConsumePrefix(&key, kind)) return std::string(key);
  }
  return std::string();
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
    std::string bare = WithoutKind(name.key);
    if (!bare.empty()) {
      name.meant.push_back(std::move(bare));
      name.ranks.push_back(0);
    }
    for (const Slip slip :
         {Slip::kExchanged, Slip::kDoubled, Slip::kKeyBeside, Slip::kAdded, Slip::kOmitted}) {
      if (LettersIn(name.key) < kShortest) break;
      for (std::string& key : matching::BeforeSlip(name.key, slip)) {
        if (std::find(name.meant.begin(), name.meant.end(), key) != name.meant.end()) continue;
        name.meant.push_back(std::move(key));
        name.ranks.push_back(RankOf(slip));
      }
    }
    if (!name.meant.empty()) names.push_back(std::move(name));
  }
  return names;
}

std::vector<v1::EntityMatch> MatchMisspelt(const MisspeltName& name,
                                           const std::vector<v1::EntityMatch>& found) {
  std::vector<v1::EntityMatch> best;
  int rank = -1;
  for (std::size_t i = 0; i < name.meant.size(); ++i) {
    if (rank >= 0 && name.ranks[i] != rank) break;
    for (const v1::EntityMatch& match : found) {
      const auto& aliases = match.entity().aliases();
      const bool bears = std::any_of(aliases.begin(), aliases.end(), [&](const v1::Alias& alias) {
        return alias.folded_key() == name.meant[i];
      });
      const bool by_chance = name.ranks[i] > RankOf(Slip::kKeyBeside);
      const bool sounds = match.matched_key() == name.meant[i] &&
                          match.score() >= (by_chance ? kLeastSoundByChance : kLeastSound) &&
                          (!by_chance || LettersIn(name.key) >= kShortestByChance);
      if (!bears && !sounds) continue;
      rank = name.ranks[i];
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
