// Parts of SlotFiller that find what a verb acts on, past the complements that may precede it.

#include <algorithm>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "services/extraction/relations/people_nouns.h"
#include "services/extraction/relations/slot_filler.h"
#include "services/extraction/relations/slot_reach.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

// How many words a group of people takes that stands between a verb and its object.
constexpr int kGroupReach = 8;
using WordSet = absl::flat_hash_set<absl::string_view>;

// "the company", "the group" before its name.
bool IsHouseNoun(const Token& token) {
  static const auto* set = new WordSet{"شركه", "مجموعه", "موسسه", "مختبر", "منصه",
                                       "بنك",  "مصرف",   "صندوق", "وحده",  "قسم"};
  return set->contains(token.base) && token.proclitics.empty() && !token.definite;
}

// Words that may stand between "from" and a name: "from the company".
constexpr int kKindReach = 3;

}  // namespace

Fillers SlotFiller::VerbObject(const TriggerSite& site, const FillerSet& types,
                               const std::vector<ByteRange>& taken) const {
  const int verb = site.tokens.begin;
  // "the chips that X supplies it with": the antecedent comes back behind the preposition, and the
  // pronoun on the verb is whoever the sentence is about.
  if (!index_.token(verb).enclitic.empty() && ResumesBehind(verb) && types.organization &&
      verb > index_.PassageTokens(verb).begin && index_.IsRelativePronoun(verb - 1)) {
    const int about = ContinuedSubject(verb - 1, types, taken);
    if (about >= 0) return {FromMention(about, "sentence-subject")};
  }
  // "according to X, who founded it": the pronoun is no person.
  const bool of_person = verb - 2 >= index_.PassageTokens(verb).begin && !types.person &&
                         index_.MentionAt(verb - 2) >= 0 &&
                         index_.TypeOfMention(index_.MentionAt(verb - 2)) == EntityType::kPerson;
  if (!index_.token(verb).enclitic.empty() && verb > index_.PassageTokens(verb).begin &&
      index_.IsRelativePronoun(verb - 1) && !of_person) {
    const int antecedent = IsAboutNoun(verb - 1) ? -1 : AdjacentBefore(verb - 1, types, taken);
    if (antecedent >= 0) return {FromMention(antecedent)};
    const Fillers quoted = QuotedBefore(verb - 1, types);
    if (quoted.empty() && types.text) {
      const Fillers facility = FacilityBefore(verb - 1);
      if (!facility.empty()) return facility;
    }
    if (!quoted.empty() || !IsOfRelative(verb, taken)) return quoted;
  }
  // "leads the lab X": the object may come before the subject.
  int ahead = site.tokens.end;
  while (ahead < index_.PassageTokens(verb).end && ahead < site.tokens.end + 2 &&
         index_.MentionAt(ahead) < 0 &&
         (index_.IsQuoteMark(ahead) || IsHouseNoun(index_.token(ahead)))) {
    ++ahead;
  }
  if (!taken.empty() && ahead < index_.PassageTokens(verb).end &&
      taken.front().begin > index_.token(ahead).range.end && index_.MentionStartsAt(ahead)) {
    const int first = index_.MentionAt(ahead);
    if (types.Accepts(index_.TypeOfMention(first)) &&
        !Taken(analysis_.mentions[first].range, taken)) {
      return {FromMention(first)};
    }
  }
  // "bought it": the pronoun is the object, whatever follows.
  const bool verbal = site.construction == lexicon::Frame::ACTIVE_VERB ||
                      site.construction == lexicon::Frame::PASSIVE_VERB;
  if (verbal && !index_.token(verb).enclitic.empty()) {
    // "a division that Y runs [يديره]": no house that was named before.
    if (types.organization && !types.person && UnitLed(verb) >= 0) return {};
    const Fillers pronoun = PronounFiller(verb, types);
    // "X laid off ten people, while its founder left it": X, rather than a house of an earlier
    // sentence.
    if (!pronoun.empty() && types.organization && !types.person && !types.text &&
        !IsNamedBefore(pronoun.front().entity, verb)) {
      const int here = ContinuedSubject(verb, types, taken);
      if (here >= 0 && !IsEntityTaken(analysis_.mentions[here].entity, taken)) {
        return {FromMention(here, "sentence-subject")};
      }
    }
    // Nobody does it to himself by a pronoun on the verb.
    if (!pronoun.empty() && !IsEntityTaken(pronoun.front().entity, taken)) return pronoun;
    if (!pronoun.empty() && (types.person || !types.organization)) return pronoun;
    if (!pronoun.empty()) {
      const int about = ContinuedSubject(verb, types, taken);
      if (about < 0 || IsEntityTaken(analysis_.mentions[about].entity, taken)) return {};
      return {FromMention(about, "sentence-subject")};
    }
    const int antecedent = MentionBefore(verb, types, taken, /*through_prepositions=*/true);
    if (antecedent >= 0) return {FromMention(antecedent, "object-before")};
    // "the centre X: Y builds it".
    if (types.text || types.person || !types.organization) {
      return types.text && !types.person ? FacilityBefore(verb) : Fillers();
    }
    // "since X founded it", "builds a centre to which Y supplies [تزوده]": of the one who acts.
    if (IsDescriptive(verb) && FacilityBefore(verb).empty()) return {};
    const int about = ContinuedSubject(verb, types, taken);
    return about >= 0 ? Fillers{FromMention(about, "sentence-subject")} : Fillers();
  }
  // What the subject took is skipped by `taken`; a phrase that follows it is the object.
  int from = site.tokens.end;
  // "left ten of them, among whom A, the company": whom the group holds comes after the object.
  const bool group = NamesAGroup(from);
  for (const ByteRange& range : taken) {
    if (group) break;
    for (int i = from; i < index_.PassageTokens(site.tokens.begin).end && i < from + kTitleReach;
         ++i) {
      if (index_.token(i).range.end == range.end &&
          range.begin > index_.token(from - 1).range.begin) {
        from = i + 1;
        break;
      }
    }
  }
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  // Nothing is taken yet, but who stands right behind the verb is of another type: its subject.
  if (taken.empty() && verbal) from = PastSubjectOfOtherType(from, types);
  if (from > site.tokens.end && from < passage.end) {
    int comma = from;
    while (comma < passage.end && index_.IsQuoteMark(comma)) ++comma;
    // "appointed [X, which Y bought,] Z": a clause about the subject.
    const bool clause =
        comma + 1 < passage.end && index_.IsComma(comma) && index_.IsRelativePronoun(comma + 1);
    const int closed = clause ? RelativeEnd(comma + 1) : comma;
    if (clause && closed + 1 < passage.end && index_.IsComma(closed)) {
      from = closed + 1;
      comma = from;
    }
    // "launched X, its first rival there, the assistant Y": what stands beside the subject.
    for (int i = comma + 1; comma < passage.end && index_.IsComma(comma) && i < passage.end; ++i) {
      if (i > comma + kTitleReach || index_.IsVerb(i) || index_.IsStrongBoundary(i)) break;
      if (!index_.IsComma(i)) continue;
      from = i + 1;
      break;
    }
  }
  while (from < passage.end) {
    // "left, X, the head of Y, the company": the title stands between subject and object.
    const RolePhrase* title = roles_.BeginningAt(from);
    if (title != nullptr && from > site.tokens.end && index_.IsComma(from - 1)) {
      from = title->tokens.end;
      continue;
    }
    const int past = from > site.tokens.end ? PastParticiple(from, site.tokens.end) : from;
    if (past > from) {
      from = past;
      continue;
    }
    // "the company X (Y)": the other name of the subject.
    if (from > site.tokens.end && index_.token(from - 1).form == "(" && !taken.empty() &&
        index_.MentionStartsAt(from)) {
      from = analysis_.mentions[index_.MentionAt(from)].tokens.end;
      continue;
    }
    const bool passed = index_.IsQuoteMark(from) || index_.IsComma(from) ||
                        index_.token(from).form == ")" || index_.token(from).form == "(" ||
                        index_.IsAdverb(from) || IsNationality(from, site.tokens.end);
    if (!passed) break;
    ++from;
  }
  for (int more = PastComplement(from, passage.end); more > from;) {
    from = more;
    more = PastComplement(from, passage.end);
  }
  if (types.person && !types.organization) from = PastSource(from);
  from = PastPartners(from);
  // "appointed on Monday X"
  if (from < passage.end && index_.ValueAt(from) >= 0 && !types.AcceptsValues() &&
      analysis_.values[index_.ValueAt(from)].kind == ValueKind::kDate) {
    from = analysis_.values[index_.ValueAt(from)].tokens.end;
    // "signed up last month from Y X".
    if (types.person && !types.organization) from = PastSource(from);
  }
  from = PastCompanions(from);
  if (types.organization && !types.AcceptsValues()) from = PastGroup(from);
  // "launched in April the model X": the time may stand between verb and object.
  if (from + 1 < passage.end && index_.IsAnyPreposition(from) && index_.ValueAt(from + 1) >= 0 &&
      analysis_.values[index_.ValueAt(from + 1)].kind == ValueKind::kDate) {
    from = analysis_.values[index_.ValueAt(from + 1)].tokens.end;
  }
  // "put off for a second time the launch of X": a masdar spelled like a verb.
  const bool masdar = types.product && from > site.tokens.end && from < passage.end &&
                      index_.IsVerb(from) && index_.token(from).proclitics.empty() &&
                      index_.token(from).base == index_.token(from).lemma;
  if (masdar) ++from;
  Fillers found = PhraseFillers(from, types, taken, kPhraseReach);
  if (!found.empty()) return found;
  if (types.person) {
    found = Enumerated(site.tokens.end, types);
    if (!found.empty()) return found;
    const int bearer = BearerBehindPost(from);
    if (bearer >= 0 && !Taken(analysis_.mentions[bearer].range, taken)) {
      return {FromMention(bearer)};
    }
  }
  const bool counted = from < passage.end && index_.ValueAt(from) >= 0 &&
                       !IsBareFigure(analysis_.values[index_.ValueAt(from)]);
  if (types.text && from < passage.end && (index_.ValueAt(from) < 0 || counted)) {
    found = ThingReleased(from, types);
    if (!found.empty()) return found;
    TokenRange words = NounPhraseFrom(from, kMaxTextTokens);
    if (types.product) words = PastLaunch(words);
    found = NamedFacility(words);
    if (!found.empty()) return found;
    const int named = types.product ? ProductDescribedBy(words) : -1;
    if (named >= 0) return {FromMention(named)};
    const TokenRange beside = FacilityBeside(words);
    if (beside.size() > 0) return {FromText(beside)};
    if (words.size() > 0) return {FromText(words)};
  }
  return {};
}

int SlotFiller::UnitLed(int verb) const {
  static const auto* masculine = new WordSet{"قسم", "فريق", "قطاع", "مكتب", "فرع", "ذراع"};
  static const auto* feminine = new WordSet{"وحده", "اداره", "دايره", "شعبه", "مديريه", "مصلحه"};
  constexpr int kUnitReach = 8;
  const std::string& pronoun = index_.token(verb).enclitic;
  if (pronoun != "ه" && pronoun != "ها") return -1;
  const int first = std::max(index_.PassageTokens(verb).begin, verb - kUnitReach);
  for (int i = verb - 1; i >= first; --i) {
    if (index_.MentionAt(i) >= 0 || index_.token(i).form == "." || index_.token(i).form == "؛")
      break;
    const Token& noun = index_.token(i);
    if (noun.definite || !noun.enclitic.empty()) continue;
    if ((pronoun == "ه" ? masculine : feminine)->contains(noun.base)) return i;
  }
  return -1;
}

int SlotFiller::BearerBehindPost(int from) const {
  constexpr int kBearerReach = 9;
  const int end = std::min(index_.PassageTokens(from - 1).end, from + kBearerReach);
  bool post = false;
  for (int i = from; i + 1 < end; ++i) {
    if (index_.IsVerb(i) || index_.IsStrongBoundary(i)) return -1;
    if (index_.MentionAt(i) >= 0) {
      if (index_.TypeOfMention(index_.MentionAt(i)) != EntityType::kLocation) return -1;
      continue;
    }
    const absl::string_view word = index_.token(i).surface;
    if (post && (word == "هو" || word == "هي")) {
      const int name = index_.MentionStartsAt(i + 1) ? index_.MentionAt(i + 1) : -1;
      return name >= 0 && index_.TypeOfMention(name) == EntityType::kPerson ? name : -1;
    }
    post = post || (roles_.BeginningAt(i) != nullptr && !index_.token(i).definite);
  }
  return -1;
}

bool SlotFiller::IsNamedBefore(int entity, int token) const {
  for (int i = token - 1; i >= index_.PassageTokens(token).begin; --i) {
    const int mention = index_.MentionAt(i);
    if (mention >= 0 && analysis_.mentions[mention].entity == entity) return true;
  }
  return false;
}

int SlotFiller::PastSubjectOfOtherType(int from, const FillerSet& types) const {
  const int end = index_.PassageTokens(from - 1).end;
  int name = from;
  while (name < end && name < from + 3 && index_.MentionAt(name) < 0 &&
         (index_.IsNominal(name) || index_.IsQuoteMark(name))) {
    ++name;
  }
  const int mention = name < end ? index_.MentionAt(name) : -1;
  if (mention < 0 || !index_.MentionStartsAt(name)) return from;
  const EntityType type = index_.TypeOfMention(mention);
  const bool actor = type == EntityType::kPerson || type == EntityType::kOrganization;
  if (!actor || types.Accepts(type) || analysis_.mentions[mention].tokens.begin != name)
    return from;
  return analysis_.mentions[mention].tokens.end;
}

int SlotFiller::PastParticiple(int from, int first) const {
  static const auto* participles =
      new WordSet{"مملوك", "مملوكه", "تابع", "تابعه", "متخصص", "متخصصه", "مدعوم", "مدعومه",
                  "مطور",  "مطوره",  "مصنع", "مصنعه", "مالك",  "مالكه",  "مشغل",  "مشغله"};
  constexpr int kComplementReach = 5;
  const int end = index_.PassageTokens(first).end;
  if (from + 2 >= end || !index_.token(from).definite || index_.MentionAt(from) >= 0 ||
      !participles->contains(index_.token(from).base)) {
    return from;
  }
  int i = from + 1;
  if (!index_.IsAnyPreposition(i) && !index_.IsPreposition(i, "ل")) return from;
  for (; i < end && i < from + 1 + kComplementReach; ++i) {
    if (index_.IsVerb(i) || index_.IsStrongBoundary(i) || index_.IsComma(i)) return from;
    if (index_.MentionAt(i) < 0) continue;
    i = analysis_.mentions[index_.MentionAt(i)].tokens.end;
    while (i < end && (index_.IsQuoteMark(i) || IsNationality(i, from))) ++i;
    return i;
  }
  return from;
}

bool SlotFiller::IsAdverbial(int token) const {
  const int value = index_.ValueAt(token);
  return index_.token(token).part_of_speech == PartOfSpeech::kAdverb ||
         (value >= 0 && analysis_.values[value].kind == ValueKind::kDate);
}

bool SlotFiller::IsAboutNoun(int relative) const {
  const int first = index_.PassageTokens(relative).begin;
  int i = relative - 1;
  while (i > first && index_.MentionAt(i) < 0 &&
         index_.token(i).part_of_speech == PartOfSpeech::kAdjective) {
    --i;
  }
  const Token& noun = index_.token(i);
  // "X is the platform that Y founded", "the company that Y founded": a name's other words.
  static const auto* kinds = new WordSet{"شركه", "منصه", "مجموعه", "موسسه", "بنك",  "مصرف", "صندوق",
                                         "ناد",  "نادي", "مختبر",  "جامعه", "وحده", "موقع", "متجر"};
  const absl::string_view before = i > first ? index_.token(i - 1).surface : noun.surface;
  if (kinds->contains(noun.base) || before == "هي" || before == "هو" || before == "وهي") {
    return false;
  }
  return i >= first && index_.MentionAt(i) < 0 && index_.ValueAt(i) < 0 && noun.definite &&
         noun.part_of_speech == PartOfSpeech::kNoun && !IsFacilityNoun(noun);
}

int SlotFiller::PastComplement(int from, int limit) const {
  static const auto* openers = new WordSet{"في",  "خلال", "منذ", "عبر",  "ضمن", "قبل",
                                           "بعد", "لدي",  "الي", "داخل", "امس", "للمره"};
  if (from + 1 >= limit || !openers->contains(index_.token(from).surface)) return from;
  int i = from + 1;
  while (i < limit && index_.IsQuoteMark(i)) ++i;
  if (i < limit && index_.MentionAt(i) >= 0) {
    i = analysis_.mentions[index_.MentionAt(i)].tokens.end;
  } else if (i < limit && index_.ValueAt(i) >= 0) {
    i = analysis_.values[index_.ValueAt(i)].tokens.end;
  } else if (i < limit && index_.IsNominal(i)) {
    for (++i; i < limit && index_.MentionAt(i) < 0 && index_.ValueAt(i) < 0; ++i) {
      const Token& word = index_.token(i);
      if (word.surface == "غير") continue;
      if (word.part_of_speech == PartOfSpeech::kAdjective) continue;
      const Token& governor = index_.token(i - 1);
      const bool genitive = index_.IsNominal(i) && !governor.definite && word.definite &&
                            governor.part_of_speech != PartOfSpeech::kAdjective;
      if (!genitive) break;
    }
    // "in the city of X", "at the fair «X»".
    const int kind = i - 1;
    while (i < limit && index_.IsQuoteMark(i)) ++i;
    static const auto* places =
        new WordSet{"مدينه",  "ولايه", "منطقه", "محافظه", "اقليم", "حي",     "جزيره",  "اماره",
                    "معرض",   "موتمر", "قمه",   "منتدي",  "ملتقي", "مهرجان", "فعاليه", "شركه",
                    "مجموعه", "بنك",   "مصرف",  "موسسه",  "منصه",  "مختبر",  "جامعه"};
    if (i < limit && index_.MentionAt(i) >= 0 && places->contains(index_.token(kind).base)) {
      i = analysis_.mentions[index_.MentionAt(i)].tokens.end;
    }
  }
  // "in X [in the state of] Y".
  static const auto* larger = new WordSet{"ولايه", "مدينه", "محافظه", "مقاطعه", "منطقه", "اقليم"};
  const bool inside = i + 1 < limit && index_.IsPreposition(i, "ب") && index_.MentionAt(i) < 0 &&
                      larger->contains(index_.token(i).base) && index_.MentionStartsAt(i + 1);
  if (inside) i = analysis_.mentions[index_.MentionAt(i + 1)].tokens.end;
  // "in the round [as well]".
  while (i < limit && IsOneOf(index_.token(i).surface, {"كذلك", "ايضا"})) ++i;
  while (i < limit && (index_.IsQuoteMark(i) || index_.IsComma(i))) ++i;
  return i;
}

int SlotFiller::PastPartners(int from) const {
  static const auto* together = new absl::flat_hash_set<absl::string_view>{
      "شراكه", "تعاون", "اشتراك", "مشاركه", "تنسيق", "تحالف"};
  if (from + 1 >= static_cast<int>(analysis_.tokens.size())) return from;
  const int end = index_.PassageTokens(from).end;
  if (!index_.IsPreposition(from, "ب") || !together->contains(index_.token(from).base)) return from;
  if (from + 1 >= end || index_.token(from + 1).surface != "مع") return from;
  for (int i = from + 2; i < end && i <= from + 2 + kKindReach; ++i) {
    if (index_.MentionAt(i) < 0) {
      if (!index_.IsNominal(i) && !index_.IsQuoteMark(i)) return from;
      continue;
    }
    i = analysis_.mentions[index_.MentionAt(i)].tokens.end;
    while (i < end && (index_.IsQuoteMark(i) || index_.IsComma(i))) ++i;
    return i < end ? i : from;
  }
  return from;
}

int SlotFiller::PastCompanions(int from) const {
  const int end = from < index_.size() ? index_.PassageTokens(from).end : from;
  if (from + 1 >= end || index_.token(from).surface != "مع" || !IsCompanion(from + 1)) return from;
  for (int i = from + 2; i < end && i < from + kGroupReach; ++i) {
    const int mention = index_.MentionAt(i);
    if (mention < 0) continue;
    if (index_.TypeOfMention(mention) != EntityType::kPerson) return from;
    return analysis_.mentions[mention].tokens.end;
  }
  return from;
}

int SlotFiller::PastGroup(int from) const {
  if (from >= static_cast<int>(analysis_.tokens.size()) || !NamesAGroup(from)) return from;
  const int end = index_.PassageTokens(from).end;
  bool people = false;
  int i = from;
  for (; i < end && i < from + kGroupReach && index_.MentionAt(i) < 0; ++i) {
    // "at least", "at most"
    if (index_.token(i).surface == "علي" && i + 1 < end && index_.token(i + 1).definite) {
      ++i;
      continue;
    }
    const bool counted = index_.ValueAt(i) >= 0;
    const bool noun = IsPeopleNoun(index_.token(i)) ||
                      (counted && CountsPeople(analysis_.values[index_.ValueAt(i)]));
    const bool described = people && !index_.token(i).definite &&
                           index_.token(i).part_of_speech == PartOfSpeech::kAdjective;
    if (!counted && !noun && !described) break;
    people = people || noun;
  }
  return people ? i : from;
}

int SlotFiller::PastSource(int from) const {
  if (from >= static_cast<int>(analysis_.tokens.size())) return from;
  const int end = index_.PassageTokens(from).end;
  const absl::string_view opener = index_.token(from).surface;
  if (opener != "من" && opener != "عن") return from;
  for (int i = from + 1; i < end && i <= from + kKindReach; ++i) {
    if (index_.MentionAt(i) >= 0) {
      i = analysis_.mentions[index_.MentionAt(i)].tokens.end;
      while (i < end && index_.IsQuoteMark(i)) ++i;
      return i < end ? i : from;
    }
    if (!index_.IsNominal(i) && !index_.IsQuoteMark(i)) return from;
  }
  return from;
}

Fillers SlotFiller::PersonBehindComplement(int verb, const std::vector<ByteRange>& taken) const {
  FillerSet person;
  person.person = true;
  const TokenRange passage = index_.PassageTokens(verb);
  if (verb + 1 >= passage.end) return {};
  // "took over the post after him X".
  static const auto* offices = new absl::flat_hash_set<absl::string_view>{
      "منصب", "مهام", "رياسه", "قياده", "اداره", "دفه", "زمام", "مسووليه"};
  const Token& object = index_.token(verb + 1);
  const bool office = offices->contains(object.base) && object.definite;
  if (!office && !index_.IsAnyPreposition(verb + 1)) return {};
  for (int i = verb + 1; i < passage.end && i < verb + kTitleReach; ++i) {
    if (index_.IsVerb(i) || index_.IsRelativePronoun(i) || index_.IsStrongBoundary(i) ||
        index_.IsComma(i)) {
      return {};
    }
    if (!index_.MentionStartsAt(i)) continue;
    const int mention = index_.MentionAt(i);
    i = analysis_.mentions[mention].tokens.end - 1;
    if (index_.TypeOfMention(mention) != EntityType::kPerson) continue;
    if (analysis_.mentions[mention].kind == MentionKind::kDescription) continue;
    // "the team of X" is no subject: what precedes the name must be complete or its title.
    const int host = analysis_.mentions[mention].tokens.begin;
    if (index_.IsAnyPreposition(host) || host - 1 <= verb + 1) return {};
    const bool complete = index_.MentionAt(host - 1) >= 0 || index_.ValueAt(host - 1) >= 0 ||
                          index_.IsQuoteMark(host - 1) || index_.token(host - 1).definite ||
                          index_.token(host - 1).surface == "بعده" ||
                          index_.token(host - 1).surface == "بعدها" ||
                          roles_.Covering(host - 1) != nullptr;
    if (!complete || Taken(analysis_.mentions[mention].range, taken)) return {};
    return WithCoordinated(mention, person);
  }
  return {};
}

}  // namespace isnad::extraction
