#include "services/extraction/reference/title_resolver.h"

#include <algorithm>

#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

constexpr int kReach = 8;  // passages
constexpr double kMargin = 1.15;
constexpr double kConfidence = 0.7;
constexpr double kLoneConfidence = 0.5;
constexpr int kLoneReach = 2;  // passages
constexpr size_t kMostHoldings = 48;
constexpr double kUnknownOrganization = 0.8;
constexpr double kUnknownNationality = 0.75;

}  // namespace

// Whoever bears the title says "the company" of the house that it is of; analysts and unions speak
// of others.
bool TitleResolver::SpeaksForHouse(const TitleSite& site) const {
  static constexpr absl::string_view kOutside[] = {
      "CHIEF_ECONOMIST", "CHIEF_ANALYST", "ANALYST",  "ECONOMIST",  "EXPERT",
      "JOURNALIST",      "PROFESSOR",     "LAWYER",   "MINISTER",   "CORRESPONDENT",
      "LECTURER",        "RESEARCHER",    "OFFICIAL", "CONSULTANT", "CRITIC"};
  return !site.former && !OneOf(kOutside, site.key);
}

// Organisation or place that the title names, by name or description; -1 when it names none.
int TitleResolver::OrganizationOf(const TitleSite& site) const {
  if (site.place >= 0) return site.place;
  const int last = site.tokens.end - 1;
  if (site.tokens.size() > 1) {
    const int inside = descriptions_.ReferentAt(last);  // "رئيس الشركة"
    if (inside >= 0) return inside;
  }
  if (site.end < discourse_.PassageTokens(last).end) return descriptions_.ReferentAt(site.end);
  return -1;
}

// Tokens of the title without the description of the organisation in it.
int TitleResolver::OwnEnd(const TitleSite& site) const {
  int end = site.tokens.end;
  while (end > site.tokens.begin + 1) {
    bool described = false;
    for (const DefiniteReading& word : DefiniteReadings(discourse_.token(end - 1).surface)) {
      if (discourse_.lexicon().WithNoun(word.noun) != nullptr) described = true;
    }
    if (!described) break;
    --end;
  }
  return end;
}

bool TitleResolver::PointsBack(const TitleSite& site) const {
  // "العالم" is the world, "كبير" and "عضو" open phrases.
  if (site.tokens.size() == 1 &&
      IsOneOf(site.head, {"عالم", "كبير", "عضو", "صاحب", "شريك", "مالك"})) {
    return false;
  }
  if (site.tokens.begin > 0) {
    const Token& before = discourse_.token(site.tokens.begin - 1);
    if (IsOneOf(before.base, {"احد", "احدي", "بعض", "كل", "اي", "منصب", "لقب", "نايب", "نايبه",
                              "مساعد", "وظيفه", "دور", "كبير", "كبيره", "بصفته", "صفه"})) {
      return false;
    }
  }
  if (site.definite) return true;
  // "رئيس الشركة": the description makes the whole definite.
  return site.tokens.size() == 1 && site.end < discourse_.size() &&
         descriptions_.ReferentAt(site.end) >= 0;
}

// "the director in charge of X, Z": whoever is named behind the comma bears the title.
bool TitleResolver::BearerFollows(const TitleSite& site) const {
  constexpr int kBearerReach = 14;
  const int end =
      std::min(discourse_.PassageTokens(site.tokens.begin).end, site.tokens.end + kBearerReach);
  for (int i = site.tokens.end; i + 1 < end; ++i) {
    if (discourse_.IsVerb(i) || discourse_.IsStop(i)) return false;
    if (!discourse_.IsComma(i)) continue;
    const Mention* const name = i > site.tokens.end ? discourse_.NameFrom(i + 1) : nullptr;
    return name != nullptr && name->tokens.size() > 1 && name->entity >= 0 &&
           discourse_.TypeOf(name->entity) == EntityType::kPerson;
  }
  return false;
}

double TitleResolver::Fit(const Holding& holding, const TitleSite& site, int organization) const {
  if (holding.former != site.former && (holding.former || site.tokens.size() > 1)) return 0;
  // "الوزير" takes up "وزير الصحة", "اللاعب" the forward.
  const bool same =
      site.key == holding.key || (site.tokens.size() == 1 && site.head == holding.head);
  if (!same) return 0;
  double fit = discourse_.profiles().GenderFit(holding.person, site.gender);
  if (organization >= 0 && holding.organization >= 0 && organization != holding.organization) {
    return 0;
  }
  if (organization >= 0 && holding.organization < 0) {
    // A named organisation is news; a described one is the one in mind.
    if (site.place >= 0) return 0;
    fit *= kUnknownOrganization;
  }
  if (!site.nationality.empty()) {
    if (!holding.nationality.empty() && holding.nationality != site.nationality) return 0;
    if (holding.nationality.empty()) fit *= kUnknownNationality;
  }
  return fit;
}

// The only person in mind, when nothing was said of his occupation so far; or -1.
int TitleResolver::LonePerson(const TitleSite& site) const {
  if (site.tokens.size() > 1 || !discourse_.lexicon().IsLoneTitle(site.key)) return -1;
  const auto is_person = [&](int entity) {
    return discourse_.TypeOf(entity) == EntityType::kPerson ? 1.0 : 0.0;
  };
  const std::vector<Referent> people = discourse_.Rank(site.tokens.begin, kLoneReach, is_person);
  if (people.size() != 1) return -1;
  const int person = people.front().entity;
  for (const Holding& holding : holdings_) {
    if (holding.person == person) return -1;
  }
  return discourse_.profiles().GenderFit(person, site.gender) >= 1 ? person : -1;
}

// "وأضافت المتحدثة": not somebody's voice but whoever spoke last; -1 without.
int TitleResolver::WhoSpoke(const TitleSite& site) const {
  if (site.tokens.size() > 1 || !IsOneOf(site.head, {"متحدث", "متحدثه"})) return -1;
  const int next = site.tokens.end;
  if (next < discourse_.size() &&
      IsOneOf(discourse_.token(next).surface, {"باسم", "الرسمي", "الرسميه"})) {
    return -1;
  }
  // "متحدث باسم الشركة ... وقال المتحدث": the voice again.
  constexpr int kVoiceReach = 80;  // tokens
  for (int i = site.tokens.begin - 1; i >= std::max(0, site.tokens.begin - kVoiceReach); --i) {
    if (IsOneOf(discourse_.token(i).base, {"متحدث", "متحدثه", "ناطق", "ناطقه"})) return -1;
  }
  int last = -1;
  const auto is_person = [&](int entity) {
    return discourse_.TypeOf(entity) == EntityType::kPerson ? 1.0 : 0.0;
  };
  for (const Referent& person : discourse_.Rank(site.tokens.begin, kLoneReach, is_person)) {
    if (discourse_.profiles().GenderFit(person.entity, site.gender) < 1) continue;
    if (last < 0 || discourse_.LastHeard(person.entity) > discourse_.LastHeard(last)) {
      last = person.entity;
    }
  }
  return last;
}

int TitleResolver::Resolve(int token) {
  const TitleSite* site = discourse_.titles().At(token);
  if (site == nullptr) return token;
  const int organization = OrganizationOf(*site);
  if (site->person >= 0) {
    if (organization >= 0 && SpeaksForHouse(*site)) {
      discourse_.NoteHouse(site->person, organization);
    }
    if (holdings_.size() >= kMostHoldings) holdings_.erase(holdings_.begin());
    holdings_.push_back(
        {site->person, organization, site->key, site->head, site->nationality, site->former});
    return token;
  }
  if (!PointsBack(*site) || BearerFollows(*site)) return token;
  const auto fit = [&](int entity) {
    double best = 0;
    for (const Holding& holding : holdings_) {
      if (holding.person == entity) best = std::max(best, Fit(holding, *site, organization));
    }
    return best;
  };
  double confidence = kConfidence;
  const std::vector<Referent> ranked = discourse_.Rank(token, kReach, fit);
  int person = DescriptionResolver::Choose(ranked, kMargin, &confidence);
  if (ranked.empty() && organization < 0) {
    person = LonePerson(*site);
    confidence = kLoneConfidence;
  }
  if (person < 0 && organization < 0) {
    person = WhoSpoke(*site);
    confidence = kLoneConfidence;
  }
  if (person < 0) return token;
  const int end = OwnEnd(*site);
  discourse_.Add({token, end}, site->stripped_letters, MentionKind::kDescription, person,
                 confidence, "title-description");
  return end;
}

}  // namespace isnad::extraction
