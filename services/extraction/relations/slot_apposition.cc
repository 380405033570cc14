// Parts of SlotFiller that find names beside the trigger, and whom a job title belongs to.

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/relations/people_nouns.h"
#include "services/extraction/relations/slot_filler.h"
#include "services/extraction/relations/slot_reach.h"

namespace isnad::extraction {
namespace {

// How far after its subject a title may stand that a verb gives to it.
constexpr int kPredicateReach = 4;

}  // namespace

Fillers SlotFiller::Apposition(const TriggerSite& site, const FillerSet& types,
                               const std::vector<ByteRange>& taken) const {
  if (types.text) return FacilityBefore(site.tokens.begin);
  // "X, its rival": the name before the comma.
  const int host = site.tokens.begin;
  if (site.construction == lexicon::Frame::NOUN_PHRASE && !index_.token(host).enclitic.empty() &&
      host > index_.PassageTokens(host).begin && index_.IsComma(host - 1)) {
    int at = host - 2;
    while (at > index_.PassageTokens(host).begin && index_.IsQuoteMark(at)) --at;
    const int mention = at >= 0 ? index_.MentionAt(at) : -1;
    if (mention >= 0 && types.Accepts(index_.TypeOfMention(mention)) &&
        !Taken(analysis_.mentions[mention].range, taken)) {
      return {FromMention(mention)};
    }
  }
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  const RolePhrase* role = roles_.BeginningAt(site.tokens.begin);
  if (role != nullptr && types.person) {
    return TitleHolder(*role, types, taken);
  }
  // After: directly, behind a comma, in parentheses or behind an enumerator.
  for (int i = site.tokens.begin; i < passage.end && i < site.tokens.end + 10; ++i) {
    if (i >= site.tokens.end && (index_.IsVerb(i) || index_.token(i).form == ".")) break;
    if (!index_.MentionStartsAt(i)) continue;
    const int mention = index_.MentionAt(i);
    if (!types.Accepts(index_.TypeOfMention(mention))) continue;
    if (Taken(analysis_.mentions[mention].range, taken)) continue;
    if (i > site.tokens.end && GovernedByPreposition(mention, site.tokens.end)) {
      const Fillers together = WithCoordinated(mention, types);
      i = std::max(i, index_.TokenOfMention(together.back().range, together.back().entity));
      continue;
    }
    return WithCoordinated(mention, types);
  }
  Fillers listed = Enumerated(site.tokens.end, types);
  if (!listed.empty() && !Taken(listed.front().range, taken)) return listed;
  const int before = MentionBefore(site.tokens.begin, types, taken, /*through_prepositions=*/true);
  if (before < 0) return {};
  const int gap = site.tokens.begin - analysis_.mentions[before].tokens.end;
  if (gap > 6) return {};
  return WithCoordinatedBefore(before, types, taken);
}

Fillers SlotFiller::Preceding(const TriggerSite& site, const FillerSet& types,
                              const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  for (int i = site.tokens.begin - 1; i >= passage.begin && i >= site.tokens.begin - 8; --i) {
    const int mention = index_.MentionAt(i);
    if (mention >= 0) {
      // "«X» [السعودية], owned by Y": a country's name that is an adjective here.
      if (types.organization && IsNationality(i, passage.begin)) continue;
      const bool fits = types.Accepts(index_.TypeOfMention(mention)) &&
                        !Taken(analysis_.mentions[mention].range, taken);
      if (!fits) return {};
      // "A and B, who came from X": the participle says how many.
      const absl::string_view form = index_.token(site.tokens.begin).base;
      const bool several =
          types.person && index_.token(site.tokens.begin).definite &&
          (absl::EndsWith(form, "ين") || absl::EndsWith(form, "ون") || absl::EndsWith(form, "ان"));
      return several ? WithCoordinatedBefore(mention, types, taken) : Fillers{FromMention(mention)};
    }
    if (index_.IsQuoteMark(i) && types.organization) {
      const Fillers quoted = QuotedBefore(i + 1, types);
      if (!quoted.empty()) return Taken(quoted.front().range, taken) ? Fillers() : quoted;
    }
    // "those who work in it, whose number is": it is what was named before.
    const bool bound = index_.IsAnyPreposition(i) ||
                       (types.organization && !types.person && IsPeopleNoun(index_.token(i)));
    const Fillers pronoun = bound ? PronounFiller(i, types) : Fillers();
    if (!pronoun.empty() && !Taken(pronoun.front().range, taken)) return pronoun;
    const absl::string_view word = index_.token(i).surface;
    const bool mark = index_.IsQuoteMark(i) || index_.IsComma(i) || word == ")" || word == "(" ||
                      word == "-" || word == "وهي" || word == "وهو" || word == "حيث" ||
                      word == "كان" || word == "كانت";
    if (mark || (types.organization && IsFieldOfName(i, passage.begin))) continue;
    if (!index_.IsNominal(i) || index_.IsAnyPreposition(i)) return {};
  }
  return {};
}

bool SlotFiller::IsFieldOfName(int token, int first) const {
  const Token& field = index_.token(token);
  if (!absl::StartsWith(field.surface, "لل") || !field.enclitic.empty()) return false;
  const int before = token - 1;
  return before >= first && (index_.MentionAt(before) >= 0 || index_.IsQuoteMark(before) ||
                             IsNationality(before, first));
}

Fillers SlotFiller::TitleHolder(const RolePhrase& role, const FillerSet& types,
                                const std::vector<ByteRange>& taken) const {
  const int copula = role.title.begin - 1;
  const bool both = copula >= index_.PassageTokens(role.title.begin).begin &&
                    (index_.token(copula).surface == "هما" || index_.token(copula).surface == "هم");
  const bool plural = both || IsPeopleNoun(index_.token(role.title.begin));
  const int person = roles_.PersonBeside(role);
  if (person >= 0 && Taken(analysis_.mentions[person].range, taken)) return {};
  if (person >= 0 && !plural) return {FromMention(person)};
  if (person >= 0) {
    // "the researchers A and B": only a plural is several people's.
    return analysis_.mentions[person].tokens.begin > role.title.begin
               ? WithCoordinated(person, types)
               : WithCoordinatedBefore(person, types, taken);
  }
  if (plural) return Enumerated(role.tokens.end, types);
  if (index_.token(role.title.begin).definite) return {};
  // "said to a correspondent [لمراسل] of Y": another one than the one who spoke.
  const int first = role.title.begin;
  if (index_.IsPreposition(first, "ل") || index_.IsPreposition(first, "عن")) return {};
  // "with X, and [with] the governor of Y": one more guest.
  const bool another = index_.HasConjunction(first) && first > 0 && index_.IsComma(first - 1);
  if (another) return {};
  // "X, who was chief executive of Y", "X worked as a researcher at Y".
  const int before = MentionBefore(role.title.begin, types, taken, /*through_prepositions=*/false);
  if (before < 0) return {};
  const int gap = role.title.begin - analysis_.mentions[before].tokens.end;
  return gap > kPredicateReach ? Fillers{} : Fillers{FromMention(before)};
}

// "appointed X director, who worked as an engineer at Y": what the clause tells is not new.
bool SlotFiller::IsInRelative(int token, int from) const {
  for (int i = token - 1; i >= from && !index_.IsComma(i); --i) {
    if (index_.IsRelativePronoun(i)) return true;
  }
  return false;
}

Fillers SlotFiller::TitleOrganization(const TriggerSite& site, const FillerSet& types,
                                      const std::vector<ByteRange>& taken) const {
  if (site.construction == lexicon::Frame::ROLE_NOUN) {
    const RolePhrase* role = roles_.Covering(site.tokens.begin);
    return role == nullptr ? Fillers() : OrganizationOfTitle(*role, types);
  }
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  const int first = std::max(passage.begin, site.tokens.begin - kForwardReach);
  const int last = std::min(passage.end, site.tokens.end + kForwardReach);
  Fillers held;  // of the post that somebody has already
  bool had = false;
  bool goes_on = false;  // "resigned, and will be the director of Y": another clause
  for (int i = first; i < last; ++i) {
    goes_on = goes_on || (i > site.tokens.end && index_.IsVerb(i) && index_.HasConjunction(i) &&
                          index_.MentionAt(i) < 0);
    const RolePhrase* role = roles_.BeginningAt(i);
    if (role == nullptr) continue;
    const int person = roles_.PersonBeside(*role);
    had = had || (person >= 0 && Taken(analysis_.mentions[person].range, taken));
    if (role->former) continue;
    const bool own = person >= 0 ? Taken(analysis_.mentions[person].range, taken)
                                 : i < site.tokens.begin && IsOfRelative(i, taken);
    // "X, director of Y, [as] head of Z": what follows the title that X has already.
    const bool second = had && index_.IsComma(i - 1) && !index_.token(i).definite;
    const bool gets = i >= site.tokens.end && person < 0 && !goes_on &&
                      (second || !roles_.IsAttributive(*role)) && !index_.IsAnyPreposition(i) &&
                      !index_.IsAnyPreposition(i - 1) && !IsPeopleNoun(index_.token(i)) &&
                      !IsInRelative(i, site.tokens.end);
    const Fillers organization = own || gets ? OrganizationOfTitle(*role, types) : Fillers();
    if (organization.empty()) continue;
    if (gets) return organization;
    if (held.empty()) held = organization;
  }
  return held;
}

Fillers SlotFiller::OrganizationOfTitle(const RolePhrase& role, const FillerSet& types) const {
  const int organization = roles_.OrganizationOf(role);
  if (organization >= 0 && types.Accepts(index_.TypeOfMention(organization))) {
    return {FromMention(organization)};
  }
  // "the president of the republic in a state of «X»".
  for (int i = role.title.end; !role.of_state && i < role.tokens.end; ++i) {
    const Fillers quoted = index_.IsQuoteMark(i) ? QuotedName(i, types) : Fillers();
    if (!quoted.empty()) return quoted;
  }
  // "the co-founder and chief executive of X": the second title says of what both are.
  const int next = role.tokens.end;
  const RolePhrase* joined =
      next < index_.PassageTokens(role.title.begin).end && index_.HasConjunction(next)
          ? roles_.BeginningAt(next)
          : nullptr;
  return joined != nullptr ? OrganizationOfTitle(*joined, types) : Fillers();
}

bool SlotFiller::IsSetApart(const RolePhrase& role) const {
  const TokenRange passage = index_.PassageTokens(role.title.begin);
  if (role.title.begin <= passage.begin || !index_.IsComma(role.title.begin - 1)) return false;
  int end = role.tokens.end;
  while (end < passage.end && index_.IsQuoteMark(end)) ++end;
  return end < passage.end && index_.IsComma(end);
}

Fillers SlotFiller::RoleAfter(const TriggerSite& site) const {
  const int end =
      std::min(index_.PassageTokens(site.tokens.begin).end, site.tokens.end + kForwardReach + 1);
  const RolePhrase* called = nullptr;
  for (int i = site.tokens.end; i < end; ++i) {
    const RolePhrase* role = roles_.BeginningAt(i);
    if (role == nullptr) continue;
    // "appointed the engineer X director": what X is called is not what he becomes.
    // "appointed X, the head of sales, director": set apart from the name.
    const bool apart = called == nullptr && IsSetApart(*role) && roles_.PersonBeside(*role) >= 0;
    const bool own =
        apart || (roles_.IsAttributive(*role) &&
                  (roles_.PersonAfter(*role) >= 0 ||
                   (called == nullptr && role->former && roles_.PersonBeside(*role) >= 0)));
    if (!own) return {FromText(role->title)};
    if (called == nullptr) called = role;
  }
  return called == nullptr ? Fillers() : Fillers{FromText(called->title)};
}

}  // namespace isnad::extraction
