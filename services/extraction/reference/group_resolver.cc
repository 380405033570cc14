#include "services/extraction/reference/group_resolver.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/reference/agreement.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

constexpr int kReach = 1;      // passages
constexpr int kPairReach = 3;  // passages
constexpr size_t kMostMembers = 6;
constexpr int kGap = 4;  // words between two members
constexpr double kPairConfidence = 0.6;
constexpr double kPronounConfidence = 0.55;
constexpr double kPluralConfidence = 0.5;

bool CutEnding(absl::string_view ending, absl::string_view* word) {
  if (!absl::EndsWith(*word, ending)) return false;
  word->remove_suffix(ending.size());
  return true;
}

// Singular of a folded dual: "شركتان" is "شركه", "بنكين" is "بنك". Empty for other words.
std::string SingularOfDual(absl::string_view noun) {
  if (!CutEnding("ان", &noun) && !CutEnding("ين", &noun)) return "";
  if (noun.size() < 4) return "";
  if (CutEnding("ت", &noun)) return absl::StrCat(noun, "ه");
  return std::string(noun);
}

}  // namespace

GroupResolver::GroupResolver(Discourse* discourse) : discourse_(*discourse) {
  const Mention* last = nullptr;
  for (const Mention& mention : discourse_.analysis().mentions) {
    if (mention.entity < 0) continue;
    const Token& first = discourse_.token(mention.tokens.begin);
    bool joined = false;
    if (last != nullptr && mention.tokens.begin >= last->tokens.end &&
        mention.tokens.begin - last->tokens.end <= kGap &&
        discourse_.token(last->tokens.begin).passage == first.passage) {
      joined = absl::StartsWith(first.surface, "و") && mention.range.begin > first.range.begin;
      for (int i = last->tokens.end; i < mention.tokens.begin; ++i) {
        const Token& word = discourse_.token(i);
        const bool conjunction = word.surface == "و" || absl::StartsWith(word.surface, "و");
        const bool filler = discourse_.IsComma(i) || discourse_.IsQuoteMark(i) || conjunction ||
                            discourse_.lexicon().WithNoun(WithoutArticle(word.base)) != nullptr ||
                            discourse_.lexicon().TitlesFrom(WithoutArticle(word.base)) != nullptr;
        joined = joined || conjunction || discourse_.IsComma(i);
        if (!filler) {
          joined = false;
          break;
        }
      }
    }
    const EntityType type = discourse_.TypeOf(mention.entity);
    if (joined && !groups_.empty() && groups_.back().end == last->tokens.end &&
        groups_.back().type == type) {
      std::vector<int>& members = groups_.back().members;
      if (std::find(members.begin(), members.end(), mention.entity) == members.end()) {
        members.push_back(mention.entity);
      }
      groups_.back().end = mention.tokens.end;
    } else {
      groups_.push_back({{mention.entity}, type, mention.tokens.end});
    }
    last = &mention;
  }
}

// A definite dual whose singular describes: "الشركتان", "الباحثين".
bool GroupResolver::ReadDual(int token, Demand* demand) const {
  for (const DefiniteReading& reading : DefiniteReadings(discourse_.token(token).surface)) {
    demand->stripped_letters = reading.stripped_letters;
    if (IsOneOf(reading.noun, {"اثنان", "طرفان", "طرفين", "جانبان", "جانبين"})) {
      demand->types.Add(EntityType::kPerson);
      if (reading.noun == "اثنان") return true;
      demand->types.Add(EntityType::kOrganization);
      demand->types.Add(EntityType::kLocation);
      return true;
    }
    const std::string singular = SingularOfDual(reading.noun);
    if (singular.empty()) continue;
    const bool nominative = absl::EndsWith(reading.noun, "ان");
    const std::vector<int>* descriptions = discourse_.lexicon().WithNoun(singular);
    if (descriptions != nullptr) {
      demand->description = descriptions->front();
      const Description& words = discourse_.lexicon().description(demand->description);
      if (words.owner) continue;
      demand->types.Add(words.type);
      // "البنكين" may only be the dual; "المصنعين" are the makers.
      return nominative || absl::EndsWith(singular, "ه") || singular == "بنك" || singular == "رجل";
    }
    // "الباحثين" is plural more often than dual.
    if (nominative && discourse_.lexicon().TitlesFrom(singular) != nullptr) {
      demand->types.Add(EntityType::kPerson);
      return true;
    }
  }
  return false;
}

bool GroupResolver::ReadDemand(int token, Demand* demand) const {
  const Token& word = discourse_.token(token);
  if (IsOneOf(word.surface, {"كلاهما", "كليهما", "كلتاهما", "كلتيهما", "وكلاهما", "وكلتاهما"})) {
    demand->types.Add(EntityType::kPerson);
    demand->types.Add(EntityType::kOrganization);
    demand->types.Add(EntityType::kProduct);
    demand->pair_by_mention = true;
    demand->rule = "group-pronoun";
    demand->confidence = kPairConfidence;
    return true;
  }
  if (ReadDual(token, demand)) {
    demand->pair_by_mention = true;
    demand->rule = "group-description";
    demand->confidence = kPairConfidence;
    return true;
  }
  const Agreement pronoun = AgreementOfPronoun(PronounOf(word).pronoun);
  if (pronoun.number == WordNumber::kDual) {
    demand->types.Add(EntityType::kPerson);
    demand->types.Add(EntityType::kOrganization);
    demand->types.Add(EntityType::kLocation);
    demand->rule = "group-pronoun";
    demand->confidence = kPronounConfidence;
    return true;
  }
  if (pronoun.number == WordNumber::kPlural) {
    demand->number = WordNumber::kPlural;
    demand->gender = pronoun.gender;
    demand->types.Add(EntityType::kPerson);
    demand->rule = "group-pronoun";
    demand->confidence = kPluralConfidence;
    return true;
  }
  return false;
}

bool GroupResolver::Fits(const Demand& demand, int entity) const {
  if (!demand.types.Has(discourse_.TypeOf(entity))) return false;
  if (demand.gender == WordGender::kFeminine &&
      discourse_.profiles().GenderFit(entity, demand.gender) < 1) {
    return false;
  }
  return demand.description < 0 ||
         discourse_.profiles().DescriptionFit(entity, demand.description) > 0;
}

// A common noun between that the word could stand for as well: "باحثين ... رواتبهم".
bool GroupResolver::HasRival(int from, int to, const Demand& demand) const {
  const Agreement pronoun{demand.gender, demand.number};
  for (int i = from; i < to; ++i) {
    const Token& token = discourse_.token(i);
    if (discourse_.Taken(i) || token.stop_word || token.part_of_speech != PartOfSpeech::kNoun) {
      continue;
    }
    if (NounTakes(token, pronoun)) return true;
    const bool people = absl::EndsWith(token.base, "ين") || absl::EndsWith(token.base, "ون") ||
                        absl::EndsWith(token.base, "اء");
    if (demand.number == WordNumber::kPlural && people) return true;
  }
  return false;
}

std::vector<int> GroupResolver::JoinedMembers(int token, const Demand& demand) const {
  for (size_t g = groups_before_; g > 0; --g) {
    const Group* group = &groups_[g - 1];
    if (discourse_.token(token).passage - discourse_.token(group->end - 1).passage > kReach) break;
    if (group->members.size() < 2) {
      // A single name of the kind in between leaves doubt.
      if (Fits(demand, group->members.front())) return {};
      continue;
    }
    if (demand.number == WordNumber::kDual && group->members.size() != 2) return {};
    if (group->members.size() > kMostMembers) return {};
    for (int member : group->members) {
      if (!Fits(demand, member)) return {};
    }
    if (demand.rule == "group-pronoun" && HasRival(group->end, token, demand)) return {};
    return group->members;
  }
  return {};
}

// The only two entities of the kind that were heard lately.
std::vector<int> GroupResolver::OnlyPair(int token, const Demand& demand) const {
  std::vector<int> members;
  for (const Referent& referent : discourse_.Rank(
           token, kPairReach, [&](int entity) { return Fits(demand, entity) ? 1.0 : 0.0; })) {
    members.push_back(referent.entity);
  }
  if (members.size() != 2 || discourse_.TypeOf(members[0]) != discourse_.TypeOf(members[1])) {
    return {};
  }
  return members;
}

bool GroupResolver::Resolve(int token) {
  if (discourse_.Taken(token)) return false;
  Demand demand;
  if (!ReadDemand(token, &demand)) return false;
  // "المهندسان X وY": named right behind, not before.
  const Mention* const behind = discourse_.NameFrom(token + 1);
  const bool named = demand.rule == "group-description" && behind != nullptr &&
                     !IsOneOf(discourse_.token(token).base, {"اثنان", "طرفان", "جانبان"}) &&
                     discourse_.token(token + 1).passage == discourse_.token(token).passage &&
                     behind->range.begin == discourse_.token(token + 1).range.begin;
  if (named) return false;
  while (groups_before_ < groups_.size() && groups_[groups_before_].end <= token) {
    ++groups_before_;
  }
  const TypeSet types = demand.types;
  std::vector<int> members;
  for (EntityType type : {EntityType::kOrganization, EntityType::kPerson, EntityType::kLocation,
                          EntityType::kProduct}) {
    if (!types.Has(type)) continue;
    demand.types = TypeSet();
    demand.types.Add(type);
    members = JoinedMembers(token, demand);
    if (members.empty() && demand.pair_by_mention) members = OnlyPair(token, demand);
    if (!members.empty()) break;
  }
  if (members.empty()) return false;
  for (int member : members) {
    discourse_.Add({token, token + 1}, demand.stripped_letters, MentionKind::kPronoun, member,
                   demand.confidence, demand.rule);
  }
  return true;
}

}  // namespace isnad::extraction
