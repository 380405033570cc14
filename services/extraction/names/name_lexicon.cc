#include "services/extraction/names/name_lexicon.h"

#include <algorithm>
#include <deque>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "services/extraction/lexicon/lexicon.pb.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/text/fold.h"
#include "services/matching/name_matcher.h"

namespace isnad::extraction {
namespace {

constexpr size_t kLongestExactAcronym = 4;

std::vector<std::string> Words(absl::string_view folded) {
  return absl::StrSplit(folded, absl::ByAnyChar(" -"), absl::SkipEmpty());
}

std::string PhraseKey(absl::string_view phrase) {
  std::vector<std::string> words = Words(Fold(phrase));
  for (std::string& word : words) word = std::string(WithoutArticle(word));
  return absl::StrJoin(words, " ");
}

// Things are told apart by less than people are: their names are made of common words.
constexpr double kMostDistanceOfThings = 0.25;
constexpr size_t kShortestAlikeKey = 3;

}  // namespace

EntityType EntityTypeOf(absl::string_view name) {
  if (name == "PERSON") return EntityType::kPerson;
  if (name == "ORGANIZATION") return EntityType::kOrganization;
  if (name == "PRODUCT") return EntityType::kProduct;
  if (name == "LOCATION") return EntityType::kLocation;
  return EntityType::kUnknown;
}

void NameLexicon::AddAlias(const std::string& surface, AliasRecord::Kind kind, int entry) {
  if (surface.empty()) return;
  LexiconAlias alias;
  alias.surface = surface;
  alias.folded = Fold(surface);
  const bool acronym = IsAllUpper(surface) && surface.size() <= 6 && ScriptOf(surface) == "Latn";
  alias.kind = acronym && kind == AliasRecord::Kind::kVariant ? AliasRecord::Kind::kAcronym : kind;
  alias.exact_case = acronym && surface.size() <= kLongestExactAcronym;
  const std::string key = MatchKey(alias.folded);
  std::vector<LexiconAlias>& aliases = entries_[entry].aliases;
  const bool known = std::any_of(aliases.begin(), aliases.end(), [&](const LexiconAlias& other) {
    return other.surface == surface;
  });
  if (known || key.empty()) return;
  aliases.push_back(alias);
  names_[key].push_back({entry, static_cast<int>(aliases.size()) - 1});
  for (size_t end = 1; end <= key.size(); ++end) {
    prefixes_.insert(absl::Hash<absl::string_view>()(absl::string_view(key).substr(0, end)));
  }
}

// Indexes full names by the keys that other spellings of them have; people by full names alone.
void NameLexicon::AddAlike(int entry) {
  const bool person = entries_[entry].type == EntityType::kPerson;
  if (entries_[entry].ambiguous || entries_[entry].type == EntityType::kLocation) return;
  for (const LexiconAlias& alias : entries_[entry].aliases) {
    if (alias.kind == AliasRecord::Kind::kShort || alias.exact_case) continue;
    if (person && Words(alias.folded).size() < 2) continue;
    for (std::string& key : matching::NameMatcher::Keys(alias.surface)) {
      if (key.size() < kShortestAlikeKey) continue;
      std::vector<int>& alike = alike_[std::move(key)];
      if (alike.empty() || alike.back() != entry) alike.push_back(entry);
    }
  }
}

// Indexes the last words of a person's full names.
void NameLexicon::AddSurname(int entry) {
  absl::flat_hash_set<std::string> seen;
  for (const LexiconAlias& alias : entries_[entry].aliases) {
    const std::vector<std::string> words = Words(alias.folded);
    if (words.size() < 2 || alias.kind == AliasRecord::Kind::kShort) continue;
    if (!seen.insert(words.back()).second) continue;
    const auto [surname, inserted] = surnames_.emplace(words.back(), entry);
    if (!inserted && surname->second != entry) surname->second = -1;
  }
}

void NameLexicon::AddPhrase(const std::string& phrase) {
  const int words = 1 + static_cast<int>(std::count(phrase.begin(), phrase.end(), ' '));
  longest_phrase_ = std::max(longest_phrase_, words);
  openers_.insert(phrase.substr(0, phrase.find(' ')));
}

absl::StatusOr<NameLexicon> NameLexicon::Create(const LexiconFiles& files) {
  auto gazetteers = files.Parse<lexicon::Gazetteer>("gazetteer_");
  if (!gazetteers.ok()) return gazetteers.status();
  auto cue_files = files.Parse<lexicon::NameCues>("cues_");
  if (!cue_files.ok()) return cue_files.status();
  NameLexicon lexicon;
  for (const lexicon::Gazetteer& gazetteer : *gazetteers) {
    for (const lexicon::GazetteerEntry& source : gazetteer.entry()) {
      const int index = static_cast<int>(lexicon.entries_.size());
      lexicon.entries_.push_back({source.key(),
                                  EntityTypeOf(source.type()),
                                  source.class_(),
                                  source.ar(),
                                  source.en(),
                                  source.wikidata(),
                                  source.parent(),
                                  source.ambiguous(),
                                  {}});
      lexicon.keys_[source.key()] = index;
      lexicon.AddAlias(source.ar(), AliasRecord::Kind::kCanonical, index);
      lexicon.AddAlias(source.en(), AliasRecord::Kind::kCanonical, index);
      for (const auto& alias : source.alias()) {
        lexicon.AddAlias(alias, AliasRecord::Kind::kVariant, index);
      }
      for (const auto& name : source.short_()) {
        lexicon.AddAlias(name, AliasRecord::Kind::kShort, index);
      }
      for (const auto& demonym : source.demonym()) lexicon.demonyms_.insert(Fold(demonym));
      if (lexicon.entries_.back().type == EntityType::kPerson) lexicon.AddSurname(index);
      lexicon.AddAlike(index);
    }
  }
  for (const lexicon::NameCues& cues : *cue_files) {
    for (const auto& title : cues.role_title()) {
      for (const auto& phrase : title.ar()) lexicon.titles_.insert(PhraseKey(phrase));
      for (const auto& phrase : title.en()) lexicon.titles_.insert(PhraseKey(phrase));
    }
    for (const auto& noun : cues.cue_noun()) {
      const NameCue cue = {EntityTypeOf(noun.type()), noun.class_()};
      for (const auto& phrase : noun.ar()) lexicon.cues_.emplace(PhraseKey(phrase), cue);
      for (const auto& phrase : noun.en()) lexicon.cues_.emplace(PhraseKey(phrase), cue);
    }
    for (const auto& name : cues.given_name()) lexicon.given_names_.insert(Fold(name));
    for (const auto& word : cues.not_a_name()) lexicon.not_names_.insert(Fold(word));
  }
  for (const std::string& title : lexicon.titles_) lexicon.AddPhrase(title);
  for (const auto& cue : lexicon.cues_) lexicon.AddPhrase(cue.first);
  return lexicon;
}

const std::vector<AliasHit>* NameLexicon::FindName(absl::string_view match_key) const {
  const auto found = names_.find(match_key);
  return found == names_.end() ? nullptr : &found->second;
}

int NameLexicon::FindUniqueSurname(absl::string_view folded) const {
  const auto found = surnames_.find(folded);
  return found == surnames_.end() ? -1 : found->second;
}

// In a surname of two or three letters each tells people apart: "شو" is not "تشو".
bool NameLexicon::DifferInShortSurname(absl::string_view name, absl::string_view folded_alias) {
  constexpr int kShortSurname = 3;  // letters
  const std::string folded = Fold(name);
  const std::vector<std::string> words = Words(folded);
  const std::vector<std::string> others = Words(folded_alias);
  if (words.empty() || others.empty() || ScriptOf(folded) != ScriptOf(folded_alias)) return false;
  const int letters = std::min(LetterCount(words.back()), LetterCount(others.back()));
  return letters <= kShortSurname && words.back() != others.back();
}

std::vector<int> NameLexicon::FindLike(absl::string_view name, EntityType type) const {
  std::deque<SpelledName> own;
  return FindLike(name, type, [&]() -> const SpelledName& {
    return spelled_->Of(name, Words(Fold(name)), type, /*listed=*/false, &own);
  });
}

std::vector<int> NameLexicon::FindLike(absl::string_view name, EntityType type,
                                       absl::FunctionRef<const SpelledName&()> spelled) const {
  const std::string key = absl::StrCat(static_cast<int>(type), name);
  if (const std::vector<int>* known = like_->Find(key)) return *known;
  std::vector<int> like;
  if (type != EntityType::kPerson || Words(Fold(name)).size() >= 2) {
    like = SeekLike(name, type, spelled().keyed);
  }
  auto kept = std::make_unique<const std::vector<int>>(like);
  like_->Insert(key, &kept);
  return like;
}

std::vector<int> NameLexicon::SeekLike(absl::string_view name, EntityType type,
                                       const matching::KeyedName& keyed) const {
  std::vector<int> like;
  const bool person = type == EntityType::kPerson;
  absl::flat_hash_set<int> seen;
  const matching::NameMatcher matcher;
  std::deque<matching::MatchableName> own;
  for (const std::string& key : keyed.whole_keys) {
    const auto found = alike_.find(key);
    if (found == alike_.end()) continue;
    for (int entry : found->second) {
      if (entries_[entry].type != type || !seen.insert(entry).second) continue;
      const auto& aliases = entries_[entry].aliases;
      const bool alike = std::any_of(aliases.begin(), aliases.end(), [&](const auto& alias) {
        if (alias.kind == AliasRecord::Kind::kShort || alias.exact_case) return false;
        if (person && DifferInShortSurname(name, alias.folded)) return false;
        const matching::NameMatch match =
            matcher.Compare(keyed.name, spelled_->OfAlias(alias.surface, &own), NameKindOf(type));
        return matching::NameMatcher::IsSame(match, matching::Setting::kStore) &&
               (person || match.distance <= kMostDistanceOfThings);
      });
      if (alike) like.push_back(entry);
    }
  }
  return like;
}

int NameLexicon::FindKey(const std::string& key) const {
  const auto found = keys_.find(key);
  return found == keys_.end() ? -1 : found->second;
}

const NameCue* NameLexicon::FindCue(absl::string_view phrase) const {
  const auto found = cues_.find(phrase);
  return found == cues_.end() ? nullptr : &found->second;
}

bool NameLexicon::IsDemonym(absl::string_view folded) const {
  absl::string_view word = WithoutArticle(folded);
  if (demonyms_.contains(word)) return true;
  for (absl::string_view ending : {"ه", "ين", "ون", "تين", "ات"}) {
    absl::string_view stem = word;
    if (absl::ConsumeSuffix(&stem, ending) && demonyms_.contains(stem)) return true;
  }
  return false;
}

}  // namespace isnad::extraction
