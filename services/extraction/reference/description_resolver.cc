#include "services/extraction/reference/description_resolver.h"

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/reference/actor_upon.h"
#include "services/extraction/reference/mention_rules.h"
#include "services/extraction/reference/speaker_house.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

constexpr int kReach = 8;        // passages
constexpr int kPersonReach = 3;  // passages; "the man" is somebody just named
constexpr int kLatterReach = 1;  // passages
constexpr int kTitleWords = 12;  // words from somebody to the house of his title
constexpr double kClearMargin = 1.5;
constexpr double kUnclearPenalty = 0.88;
constexpr double kSameBonus = 0.05;
constexpr double kOtherAdjectivePenalty = 0.85;
constexpr double kRelativePenalty = 0.92;
constexpr double kTradePenalty = 0.85;
constexpr double kLatterConfidence = 0.6;
constexpr double kSpeakerHouseConfidence = 0.8;
constexpr double kOwnNationality = 1.25;
constexpr double kUnknownNationality = 0.8;
constexpr double kOwnStartup = 1.2;
constexpr double kUnknownStartup = 0.4;

bool IsRelative(absl::string_view surface) {
  return IsOneOf(surface, {"الذي", "التي", "اللذان", "اللتان", "الذين"});
}

// Readings of a word as the opening of a fixed phrase. `unfused` keeps "للX" read as "الX", the
// only definite reading that is no part of the word.
BareFormList Openings(const Token& token, std::string* unfused) {
  BareFormList openings = BareForms(token.surface);
  for (const DefiniteReading& reading : DefiniteReadings(token.surface)) {
    if (!reading.fused) continue;
    *unfused = absl::StrCat("ال", reading.noun);
    openings.push_back({*unfused, reading.stripped_letters});
  }
  return openings;
}

}  // namespace

int DescriptionResolver::Choose(const std::vector<isnad::extraction::Referent>& ranked,
                                double margin, double* confidence) {
  if (ranked.empty()) return -1;
  if (ranked.size() > 1) {
    const double lead = ranked[0].weight / ranked[1].weight;
    if (lead < margin) return -1;
    if (lead < kClearMargin) *confidence *= kUnclearPenalty;
  }
  return ranked[0].entity;
}

bool DescriptionResolver::IsBlockedBefore(int token) const {
  if (token == 0) return false;
  return IsOneOf(discourse_.token(token - 1).base,
                 {"احد", "احدي", "بعض", "كل", "اي", "جميع", "كافه", "معظم", "اغلب", "كلا", "كلتا",
                  "غير", "نوع", "انواع", "مختلف", "سائر", "عدد"});
}

bool DescriptionResolver::NameFollows(int token, EntityType type) const {
  int i = token;
  const int end = discourse_.PassageTokens(token - 1).end;
  while (i < end && (discourse_.IsQuoteMark(i) || discourse_.token(i).form == "(")) ++i;
  if (i >= end) return false;
  const int entity = discourse_.EntityFrom(i);
  if (entity < 0) return false;
  // "الشركة لميتا" is no apposition: the name must open its word.
  const Mention* name = discourse_.NameFrom(i);
  if (name != nullptr && i == token && name->range.begin > discourse_.token(i).range.begin) {
    return false;
  }
  return discourse_.TypeOf(entity) == type;
}

bool DescriptionResolver::ReadPhrase(int token, Reading* reading) const {
  const int end = discourse_.PassageTokens(token).end;
  std::string unfused;
  for (const BareForm& opening : Openings(discourse_.token(token), &unfused)) {
    const auto* phrases = discourse_.lexicon().PhrasesFrom(opening.text);
    if (phrases == nullptr) continue;
    for (const DescriptionPhrase& phrase : *phrases) {
      const int size = static_cast<int>(phrase.words.size());
      if (token + size > end) continue;
      bool same = true;
      for (int w = 1; w < size && same; ++w) {
        same =
            !discourse_.Taken(token + w) && discourse_.token(token + w).surface == phrase.words[w];
      }
      if (!same) continue;
      const Description& words = discourse_.lexicon().description(phrase.description);
      // "شركة التأمين الفنلندية «X»": the name is the house's, whatever tells where it is.
      int behind = token + size;
      while (behind < end && absl::StartsWith(discourse_.token(behind).surface, "ال") &&
             !discourse_.lexicon().NationalityOf(discourse_.token(behind).surface).empty()) {
        ++behind;
      }
      if (NameFollows(behind, words.type)) return false;
      *reading = {};
      reading->description = phrase.description;
      reading->tokens = {token, token + size};
      reading->stripped_letters = opening.stripped_letters;
      reading->confidence = words.confidence;
      return true;
    }
  }
  return false;
}

// "شركة تصنيف البيانات", "شركة صناعة السيارات الكهربائية": a house by its trade, whatever that is.
bool DescriptionResolver::ReadTrade(int token, Reading* reading) const {
  if (discourse_.token(token).definite) return false;
  const int end = discourse_.PassageTokens(token).end;
  for (const BareForm& form : BareForms(discourse_.token(token).surface)) {
    if (form.text != "شركه" || IsBlockedBefore(token)) continue;
    const std::vector<int>* descriptions = discourse_.lexicon().WithNoun("شركه");
    if (descriptions == nullptr || descriptions->empty()) return false;
    int i = token + 1;
    if (i < end && IsCommonNoun(i) && !discourse_.token(i).definite) ++i;
    if (i >= end || !IsCommonNoun(i) || !discourse_.token(i).definite) return false;
    for (++i; i < end && discourse_.token(i).definite; ++i) {
      const Token& word = discourse_.token(i);
      // "شركة الكهرباء السعودية" is a name.
      if (!discourse_.lexicon().NationalityOf(word.surface).empty()) return false;
      if (discourse_.Taken(i) || !word.listed || !word.proclitics.empty()) break;
      if (word.part_of_speech != PartOfSpeech::kAdjective) break;
    }
    const Description& words = discourse_.lexicon().description(descriptions->front());
    if (NameFollows(i, words.type)) return false;
    *reading = {};
    reading->description = descriptions->front();
    reading->tokens = {token, i};
    reading->stripped_letters = form.stripped_letters;
    reading->confidence = words.confidence * kTradePenalty;
    return true;
  }
  return false;
}

// A noun that is no name, nothing but the article on it.
bool DescriptionResolver::IsCommonNoun(int token) const {
  const Token& word = discourse_.token(token);
  const bool bare =
      word.enclitic.empty() &&
      (word.proclitics.empty() || (word.proclitics.size() == 1 && word.proclitics.front() == "ال"));
  return bare && word.listed && word.part_of_speech == PartOfSpeech::kNoun &&
         !discourse_.Taken(token);
}

bool DescriptionResolver::ReadNoun(int token, Reading* reading) const {
  bool read = false;
  for (const DefiniteReading& word : DefiniteReadings(discourse_.token(token).surface)) {
    const std::vector<int>* descriptions = discourse_.lexicon().WithNoun(word.noun);
    if (descriptions == nullptr) continue;
    for (int description : *descriptions) {
      if (discourse_.lexicon().description(description).owner) continue;
      Reading other;
      if (!ReadNounAs(token, description, word.stripped_letters, &other)) continue;
      if (!read) *reading = other;
      read = true;
      // "المنصة" is a product or who runs it: the first that the text has.
      std::string rule;
      double confidence;
      ReferenceDecision decision;
      if (descriptions->size() > 1 && Referent(other, &rule, &confidence, &decision) < 0) continue;
      *reading = other;
      return true;
    }
  }
  return read;
}

bool DescriptionResolver::ReadNounAs(int token, int description, int stripped_letters,
                                     Reading* reading) const {
  const Description& words = discourse_.lexicon().description(description);
  *reading = {};
  reading->description = description;
  reading->tokens = {token, token + 1};
  reading->stripped_letters = stripped_letters;
  reading->confidence = words.confidence;
  if (IsBlockedBefore(token) || !ReadModifiers(token, reading)) return false;
  // "المستثمرة الشابة", "الأسواق الناشئة": behind a definite noun the word is its adjective.
  const bool adjectival =
      words.type == EntityType::kPerson ||
      IsOneOf(discourse_.token(token).base, {"ناشيه", "عملاق", "عملاقه", "فاعل"});
  if (adjectival && stripped_letters == 0 && token > 0 && discourse_.token(token - 1).definite &&
      !discourse_.IsVerb(token - 1)) {
    return false;
  }
  // "X الناشئة", "«X» العملاق": of the name before.
  int name = token;
  while (name > 0 && discourse_.IsQuoteMark(name - 1)) --name;
  if (adjectival && words.type != EntityType::kPerson && stripped_letters == 0 &&
      discourse_.EntityUntil(name) >= 0) {
    return false;
  }
  if (!NameFollows(reading->tokens.end, words.type)) return true;
  // "The company supplies [تزود الشركة] X": whom it acts upon is no name of its own.
  return words.type == EntityType::kOrganization && !reading->startup && stripped_letters == 0 &&
         FollowsVerbUponHouses(token);
}

// The entity named right behind, past marks of quotation; -1 without.
int DescriptionResolver::EntityBehind(int token) const {
  const int end = discourse_.PassageTokens(token - 1).end;
  while (token < end && discourse_.IsQuoteMark(token)) ++token;
  return token < end ? discourse_.EntityFrom(token) : -1;
}

bool DescriptionResolver::FollowsVerbUponHouses(int token) const {
  if (token == 0 || !discourse_.IsVerb(token - 1)) return false;
  const Token& verb = discourse_.token(token - 1);
  return verb.passage == discourse_.token(token).passage && verb.enclitic.empty() &&
         IsOneOf(verb.lemma, {"زود", "نافس", "امد", "مد", "سلم", "مول", "قاضي", "اتهم", "انتقد",
                              "هاجم", "طالب", "امتلك", "اشتري", "ابتلع", "تجاوز", "دعم"});
}

// Adjectives behind the noun. False when they say that another one is meant.
bool DescriptionResolver::ReadModifiers(int noun, Reading* reading) const {
  const int end = discourse_.PassageTokens(noun).end;
  for (int i = noun + 1; i < end && !discourse_.Taken(i); ++i) {
    const Token& word = discourse_.token(i);
    const ModifierKind kind = discourse_.lexicon().Modifier(word.surface);
    const absl::string_view nationality = absl::StartsWith(word.surface, "ال")
                                              ? discourse_.lexicon().NationalityOf(word.surface)
                                              : absl::string_view();
    reading->fresh = reading->fresh || IsOneOf(word.surface, {"الجديد", "الجديده"});
    if (kind == ModifierKind::kOther) return false;
    if (kind == ModifierKind::kSame) {
      reading->confidence += kSameBonus;
    } else if (kind == ModifierKind::kStartup) {
      reading->startup = true;
    } else if (kind == ModifierKind::kParent || kind == ModifierKind::kOwner) {
      reading->part = PartAfter(i + 1);
      reading->parent = kind == ModifierKind::kParent;
      reading->tokens.end = i + 1;
      return reading->parent || reading->part >= 0;
    } else if (!nationality.empty()) {
      reading->nationality = std::string(nationality);
    } else {
      const bool adjective = absl::StartsWith(word.surface, "ال") &&
                             word.shape == TokenShape::kArabic && !IsRelative(word.surface);
      if (adjective) reading->confidence *= kOtherAdjectivePenalty;
      if (IsRelative(word.surface)) reading->confidence *= kRelativePenalty;
      return true;
    }
    reading->tokens.end = i + 1;
  }
  return true;
}

// "مالكة X": the owner of what is named behind the noun.
bool DescriptionResolver::ReadOwner(int token, Reading* reading) const {
  const Token& word = discourse_.token(token);
  for (const BareForm& opening : BareForms(word.surface)) {
    const std::vector<int>* descriptions = discourse_.lexicon().WithNoun(opening.text);
    if (descriptions == nullptr) continue;
    for (int description : *descriptions) {
      const Description& words = discourse_.lexicon().description(description);
      if (!words.owner) continue;
      const int part = PartAfter(token + 1);
      if (part < 0) return false;
      *reading = {};
      reading->description = description;
      reading->tokens = {token, token + 1};
      reading->stripped_letters = opening.stripped_letters;
      reading->confidence = words.confidence;
      reading->part = part;
      return true;
    }
  }
  return false;
}

// Entity named right behind, with or without ل.
int DescriptionResolver::PartAfter(int token) const {
  if (token >= discourse_.size()) return -1;
  const int end = discourse_.PassageTokens(token - 1).end;
  int i = token;
  for (int steps = 0; i < end && steps < 3; ++i, ++steps) {
    if (discourse_.EntityFrom(i) >= 0) break;
    const Token& word = discourse_.token(i);
    const bool skip = discourse_.IsQuoteMark(i) || IsOneOf(word.surface, {"ل", "لـ"}) ||
                      IsOneOf(word.base, {"تطبيق", "منصه", "نموذج", "موقع", "شبكه", "روبوت"});
    if (!skip) return -1;
  }
  if (i >= end) return -1;
  const int entity = discourse_.EntityFrom(i);
  if (entity < 0) return -1;
  const EntityType type = discourse_.TypeOf(entity);
  return type == EntityType::kProduct || type == EntityType::kOrganization ? entity : -1;
}

int DescriptionResolver::OwnerOf(int entity) const {
  return discourse_.EntityWithKey(discourse_.analysis().entities[entity].parent_key);
}

// Entity of a name right before the conjunction of a word: "ميتا والشركة".
int DescriptionResolver::Joined(int token) const {
  return absl::StartsWith(discourse_.token(token).surface, "و") ? discourse_.EntityUntil(token)
                                                                : -1;
}

// Entity of a name that the description says more of: "X، وهي الشركة التي", "X هي الشركة", "X،
// الشركة التي"; or -1.
int DescriptionResolver::Identified(int token) const {
  const int begin = discourse_.PassageTokens(token).begin;
  int i = token;
  const bool said =
      i > begin && IsOneOf(discourse_.token(i - 1).surface, {"هي", "هو", "وهي", "وهو"});
  if (said) --i;
  const bool comma = i > begin && discourse_.IsComma(i - 1);
  if (comma) --i;
  if (!said && !(comma && TellsMore(token))) return -1;
  while (i > begin && (discourse_.IsQuoteMark(i - 1) || discourse_.token(i - 1).form == ")")) --i;
  return i > begin ? discourse_.EntityUntil(i) : -1;
}

// Whether a relative clause or "startup" follows a noun.
bool DescriptionResolver::TellsMore(int noun) const {
  const int end = std::min(discourse_.PassageTokens(noun).end, noun + 4);
  for (int i = noun + 1; i < end; ++i) {
    const absl::string_view word = discourse_.token(i).surface;
    if (IsRelative(word)) return true;
    if (discourse_.lexicon().Modifier(word) == ModifierKind::kStartup) return true;
    if (!absl::StartsWith(word, "ال")) return false;
  }
  return false;
}

int DescriptionResolver::Referent(const Reading& reading, std::string* rule, double* confidence,
                                  ReferenceDecision* decision) const {
  *confidence = reading.confidence;
  *rule = "definite-description";
  const int at = reading.tokens.begin;
  const int joined = Joined(at);
  const int actor = ActorUpon(discourse_, at);
  const int upon = FollowsVerbUponHouses(at) ? EntityBehind(reading.tokens.end) : -1;
  const bool bare = reading.nationality.empty() && !reading.startup &&
                    discourse_.lexicon().description(reading.description).any_class;
  const auto fit = [&](int entity) {
    if (entity == joined || entity == actor || entity == upon) return 0.0;
    // "X, an analyst at Y, wrote that the company": another one than Y.
    if (bare && !discourse_.InMind(entity)) return 0.0;
    double fitness = discourse_.profiles().DescriptionFit(entity, reading.description);
    const EntityProfile& profile = discourse_.profiles().of(entity);
    if (!reading.nationality.empty()) {
      if (profile.nationality.empty()) {
        fitness *= kUnknownNationality;
      } else {
        fitness *= profile.nationality == reading.nationality ? kOwnNationality : 0;
      }
    }
    if (reading.startup) {
      const bool young =
          profile.startup || discourse_.analysis().entities[entity].entity_class == "STARTUP";
      fitness *= young ? kOwnStartup : kUnknownStartup;
    }
    return fitness;
  };
  if (reading.part >= 0) {
    *rule = "owner-description";
    return OwnerOf(reading.part);
  }
  const Description& words = discourse_.lexicon().description(reading.description);
  // "أسسنا الشركة": our own.
  const Mention* const we = discourse_.added().empty() ? nullptr : &discourse_.added().back();
  if (we != nullptr && we->rule == kFirstPersonSubject && we->tokens.end == at &&
      discourse_.TypeOf(we->entity) == words.type && words.any_class) {
    *rule = "house-of-us";
    return we->entity;
  }
  const int identified = Identified(at);
  if (identified >= 0 && discourse_.TypeOf(identified) == words.type) {
    *rule = "identified-description";
    return identified;
  }
  if (reading.parent) {
    *rule = "parent-description";
    for (const isnad::extraction::Referent& part : discourse_.Rank(at, kReach, fit)) {
      const int owner = OwnerOf(part.entity);
      if (owner >= 0) return owner;
    }
    return -1;
  }
  // "X, the founder of Y, said that the group": of his house, unless the words tell of another.
  const bool plain = reading.nationality.empty() && !reading.startup && !reading.fresh;
  const int house = plain && words.type == EntityType::kOrganization
                        ? HouseOfSpeaker(discourse_, subjects_, at)
                        : -1;
  // Whoever speaks for a fund calls it a group, too.
  const bool other = house == joined || house == actor || house == upon;
  if (house >= 0 && !other && (words.any_class || fit(house) > 0)) {
    *rule = "speaker-house";
    *confidence = std::min(reading.confidence, kSpeakerHouseConfidence);
    return house;
  }
  ReferenceSite site;
  site.token = at;
  site.kind = ReferenceKind::kDescription;
  site.gender = words.gender;
  site.types.Add(words.type);
  site.fresh = reading.fresh;
  site.clear = reading.confidence;
  site.reach = words.type == EntityType::kPerson ? kPersonReach : kReach;
  if (!discourse_.added().empty()) site.meant_last = discourse_.added().back().entity;
  site.fit = fit;
  *decision = chooser_.Choose(site);
  if (decision->entity >= 0) *confidence = AntecedentChooser::ConfidenceOf(*decision);
  return decision->entity;
}

int DescriptionResolver::ReferentAt(int token) const {
  if (token >= discourse_.size() || discourse_.Taken(token)) return -1;
  Reading reading;
  if (!ReadPhrase(token, &reading) && !ReadTrade(token, &reading) && !ReadNoun(token, &reading)) {
    return -1;
  }
  std::string rule;
  double confidence;
  ReferenceDecision decision;
  return Referent(reading, &rule, &confidence, &decision);
}

// "قال الأخير", "هذه الأخيرة", "المذكور" as nouns of their own.
bool DescriptionResolver::ResolveLatter(int token) {
  for (const DefiniteReading& word : DefiniteReadings(discourse_.token(token).surface)) {
    const bool feminine = IsOneOf(word.noun, {"اخيره", "مذكوره"});
    if (!feminine && !IsOneOf(word.noun, {"اخير", "مذكور"})) continue;
    // Behind a noun the word is its adjective.
    const bool free_by_clitic = word.stripped_letters > 0;
    if (!free_by_clitic && token > 0 &&
        discourse_.token(token - 1).passage == discourse_.token(token).passage) {
      const Token& before = discourse_.token(token - 1);
      // "the sale of the latter": no definite adjective goes with a noun without the article.
      const bool genitive = before.part_of_speech == PartOfSpeech::kNoun && before.listed &&
                            !before.definite && before.enclitic.empty();
      const bool free = genitive || discourse_.IsVerb(token - 1) ||
                        discourse_.IsPreposition(token - 1) ||
                        IsOneOf(before.base, {"هذا", "هذه", "ان", "لكن", "وهذا", "وهذه"}) ||
                        (before.shape == TokenShape::kPunctuation);
      if (!free || discourse_.Taken(token - 1)) return false;
    }
    if (free_by_clitic && discourse_.EntityUntil(token) < 0 && token > 0 &&
        discourse_.token(token - 1).definite &&
        absl::StartsWith(discourse_.token(token).surface, "و")) {
      return false;  // "الأول والأخير"
    }
    const WordGender gender = feminine ? WordGender::kFeminine : WordGender::kMasculine;
    int best = -1;
    int heard = -1;
    for (const isnad::extraction::Referent& referent :
         discourse_.Rank(token, kLatterReach, [&](int entity) {
           const EntityType type = discourse_.TypeOf(entity);
           const bool fits = type == EntityType::kPerson || type == EntityType::kOrganization;
           return fits ? discourse_.profiles().GenderFit(entity, gender) : 0.0;
         })) {
      // What a pronoun means was not named last.
      const int last = discourse_.LastNamed(referent.entity);
      if (last > heard) {
        heard = last;
        best = referent.entity;
      }
    }
    if (best < 0) return false;
    // "X, the director of Y, resigned. The latter denied": X, of whom Y only tells more.
    const int bearer = discourse_.IsVerb(token - 1) ? BearerOfPostAt(best, token, gender) : -1;
    if (bearer >= 0) best = bearer;
    discourse_.Add({token, token + 1}, word.stripped_letters, MentionKind::kDescription, best,
                   kLatterConfidence, "latter");
    return true;
  }
  return false;
}

// Who bears the title in which a house was named last, in the passage of a token or the one before;
// -1 where it was named otherwise.
int DescriptionResolver::BearerOfPostAt(int house, int token, WordGender gender) const {
  const int named = discourse_.LastNamed(house);
  if (named < 0 || discourse_.TypeOf(house) != EntityType::kOrganization) return -1;
  for (const TitleSite& site : discourse_.titles().sites()) {
    if (site.tokens.begin >= token) break;
    const bool here =
        site.place == house && site.tokens.begin < named &&
        discourse_.token(site.tokens.begin).passage == discourse_.token(named).passage;
    const bool bears = here && site.person >= 0 && discourse_.LastNamed(site.person) >= 0 &&
                       named - discourse_.LastNamed(site.person) < kTitleWords;
    if (bears && discourse_.profiles().GenderFit(site.person, gender) > 0) return site.person;
  }
  return -1;
}

bool DescriptionResolver::Resolve(int token) {
  const TokenShape shape = discourse_.token(token).shape;
  if (shape != TokenShape::kArabic && shape != TokenShape::kLatin) return false;
  if (ResolveLatter(token)) return true;
  Reading reading;
  if (!ReadPhrase(token, &reading) && !ReadTrade(token, &reading) && !ReadNoun(token, &reading) &&
      !ReadOwner(token, &reading)) {
    return false;
  }
  std::string rule;
  double confidence;
  ReferenceDecision decision;
  const int entity = Referent(reading, &rule, &confidence, &decision);
  if (!decision.candidates.empty()) chooser_.Keep(std::move(decision));
  if (entity < 0) return false;
  discourse_.Add(reading.tokens, reading.stripped_letters, MentionKind::kDescription, entity,
                 std::min(confidence, 1.0), rule);
  return true;
}

}  // namespace isnad::extraction
