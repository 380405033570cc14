// Parts of SlotFiller that find who does what a verb says.

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/morphology/verb_features.h"
#include "services/extraction/relations/people_nouns.h"
#include "services/extraction/relations/slot_filler.h"
#include "services/extraction/relations/slot_reach.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

// How far before a purpose its governing verb may stand.
constexpr int kGoverningReach = 28;
// Adverbs between a verb and its subject.
constexpr int kAdverbReach = 4;

bool IsFreePronoun(const Token& token) {
  static const auto* set =
      new absl::flat_hash_set<absl::string_view>{"هي", "هو", "وهي", "وهو", "فهي", "فهو"};
  return set->contains(token.surface);
}

// Verbs that only say since when or that still: "which has come to supply".
bool IsAuxiliary(const Token& token) {
  static const auto* set = new absl::flat_hash_set<absl::string_view>{
      "بات",   "باتت",   "اصبح", "اصبحت", "صار", "صارت", "ظل",  "ظلت",  "كان",  "كانت",
      "مازال", "مازالت", "عاد",  "عادت",  "بدا", "بدات", "زال", "زالت", "تزال", "يزال"};
  return token.enclitic.empty() && set->contains(token.base);
}

// "which X founded": the verb of a relative clause whose pronoun is the antecedent.
bool TellsOfAntecedent(const PhraseIndex& index, int verb) {
  const int before = verb - 1;
  return before >= index.PassageTokens(verb).begin && index.IsRelativePronoun(before) &&
         !index.token(verb).enclitic.empty();
}

}  // namespace

bool SlotFiller::IsDescriptive(int verb) const {
  const int before = verb - 1;
  if (before < index_.PassageTokens(verb).begin || index_.HasConjunction(verb)) return false;
  if (index_.IsRelativePronoun(before)) return true;
  const Token& noun = index_.token(before);
  return index_.MentionAt(before) < 0 && !noun.definite && noun.enclitic.empty() &&
         (noun.part_of_speech == PartOfSpeech::kNoun ||
          noun.part_of_speech == PartOfSpeech::kAdjective);
}

bool SlotFiller::IsPurpose(int verb) const {
  const std::vector<std::string>& clitics = index_.token(verb).proclitics;
  return std::find(clitics.begin(), clitics.end(), "ل") != clitics.end();
}

int SlotFiller::GoverningVerb(int verb) const {
  const Token& token = index_.token(verb);
  const bool purpose = IsPurpose(verb);
  const TokenRange passage = index_.PassageTokens(verb);
  // "and has [وقد] put money into it": the conjunction is on the particle.
  const bool next =
      index_.HasConjunction(verb) ||
      (verb > passage.begin && IsOneOf(index_.token(verb - 1).surface, {"ثم", "وقد", "ولقد"}));
  if (!purpose && !next && !index_.HasSubordinator(verb)) return -1;
  const VerbFeatures own = FeaturesOf(token);
  bool comma = false;
  for (int i = verb - 1; i >= passage.begin && i > verb - kGoverningReach; --i) {
    if (index_.token(i).form == "." || index_.token(i).form == "؛") return -1;
    comma = comma || index_.IsComma(i);
    if (!index_.IsVerb(i)) continue;
    // "joined X, when it was called Y, and founded Z": behind a comma the main clause goes on.
    if (next && comma && IsSubordinate(i)) continue;
    // "left Y, which X founded, and joined Z": nor does what only tells of Y.
    if (next && comma && token.enclitic.empty() && TellsOfAntecedent(index_, i)) continue;
    const VerbFeatures other = FeaturesOf(index_.token(i));
    const bool clash = own.gender != VerbGender::kUnknown && other.gender != VerbGender::kUnknown &&
                       own.gender != other.gender;
    // "X signed up Y, to join Z": who joins is not who signed. "merged its units into a body that
    // bears [masculine] the name X, then cut [feminine]": the verb before the one that describes
    // something in between.
    if (clash && !purpose && !IsDescriptive(i)) return -1;
    if (!clash || purpose) return i;
  }
  return -1;
}

bool SlotFiller::IsSubordinate(int verb) const {
  const int first = index_.PassageTokens(verb).begin;
  if (verb == first || index_.HasConjunction(verb)) return false;
  if (index_.HasSubordinator(verb)) return true;
  // "an entity that bears the name X": behind an indefinite noun a verb describes it.
  const Token& before = index_.token(verb - 1);
  static const auto* numerals =
      new absl::flat_hash_set<absl::string_view>{"واحد", "واحده", "جديد", "جديده", "اخر", "اخري"};
  return index_.MentionAt(verb - 1) < 0 && numerals->contains(before.surface);
}

Fillers SlotFiller::VerbSubject(int verb, const FillerSet& types,
                                const std::vector<ByteRange>& taken, Reach reach) const {
  const int we = index_.FirstPersonAt(verb);
  if (we >= 0) return types.organization ? Fillers{FromMention(we)} : Fillers();
  const TokenRange passage = index_.PassageTokens(verb);
  int before = verb - 1;
  // "said that the group plans, and that it [أنها] signed": somebody whom nothing tells.
  if (before >= passage.begin && types.person && !types.organization &&
      index_.token(before).base == "ان" && index_.token(before).enclitic == "ها" &&
      index_.PronounAt(before) < 0) {
    return {};
  }
  auto skippable = [&](int i) {
    const PartOfSpeech pos = index_.token(i).part_of_speech;
    if (index_.MentionAt(i) >= 0) return false;
    return index_.IsQuoteMark(i) || index_.IsNegation(i) || index_.IsAdverb(i) ||
           pos == PartOfSpeech::kParticle || IsAuxiliary(index_.token(i)) ||
           IsNationality(i, passage.begin);
  };
  while (before >= passage.begin && skippable(before)) --before;
  // "X the finance director will leave": the title right behind the name.
  const RolePhrase* title = before > passage.begin ? roles_.Covering(before) : nullptr;
  if (title != nullptr && types.person && title->tokens.end == before + 1 &&
      title->title.begin > passage.begin && index_.MentionAt(title->title.begin - 1) >= 0 &&
      index_.TypeOfMention(index_.MentionAt(title->title.begin - 1)) == EntityType::kPerson) {
    before = title->title.begin - 1;
  }
  // "X: left Y", as lists have it.
  if (before - 1 >= passage.begin && before == verb - 1 && index_.token(before).form == ":" &&
      index_.MentionAt(before - 1) >= 0) {
    --before;
  }
  // "who worked before at Y": "سبق أن عمل".
  if (before - 1 > passage.begin && index_.token(before).surface == "ان" &&
      (index_.token(before - 1).base == "سبق" || index_.token(before - 1).lemma == "سبق")) {
    before -= 2;
    while (before >= passage.begin && skippable(before)) --before;
  }
  before = BeforeExpectation(before, passage.begin);
  // "which X founded": the pronoun on the verb is the antecedent, and the subject follows.
  const bool takes_antecedent = !index_.token(verb).enclitic.empty() || ResumesBehind(verb) ||
                                ResumesBehindPerson(verb) ||
                                (before >= passage.begin && index_.IsRelativePronoun(before) &&
                                 ClashesWithRelative(before, verb));
  if (before >= passage.begin && index_.IsRelativePronoun(before) && !takes_antecedent) {
    const Fillers antecedent = Antecedent(before, verb, types, taken);
    if (!antecedent.empty()) return antecedent;
  }
  // "and it faces X": whoever the pronoun is, not who follows.
  if (before >= passage.begin && IsFreePronoun(index_.token(before)) && !types.text) {
    const Fillers pronoun = PronounFiller(before, types);
    if (!pronoun.empty()) return pronoun;
    if (!types.person) return reach == Reach::kBeside ? Fillers() : Topic(verb, types);
  }
  const int resumed = BeforeApposition(before, types, taken);
  if (resumed >= 0 && !index_.HasConjunction(verb)) return {FromMention(resumed)};
  const Fillers had = PluperfectSubject(verb, types, taken);
  if (!had.empty()) return had;
  const int able = SubjectOfModal(before, types, taken);
  if (able >= 0) return {FromMention(able)};
  const Fillers inverted = SubjectBehindPronoun(verb, types, taken);
  if (!inverted.empty()) return inverted;
  if (before >= passage.begin && index_.MentionAt(before) >= 0 && !index_.HasConjunction(verb) &&
      !IsPurpose(verb)) {
    const int mention = index_.MentionAt(before);
    if (types.Accepts(index_.TypeOfMention(mention)) && !GovernedByPreposition(mention) &&
        !Taken(analysis_.mentions[mention].range, taken)) {
      const VerbNumber number = FeaturesOf(index_.token(verb)).number;
      const absl::string_view form = index_.token(verb).base;
      const bool several = absl::EndsWith(form, "ان") || absl::EndsWith(form, "ون") ||
                           absl::EndsWith(form, "وا") || absl::EndsWith(form, "تا");
      if (number == VerbNumber::kSingular && !several) return {FromMention(mention)};
      return WithCoordinatedBefore(mention, types, taken);
    }
  }
  // "who leaves now": nobody in particular.
  const bool anybody = before >= passage.begin && before == verb - 1 &&
                       (index_.token(before).surface == "من" ||
                        (index_.token(before).surface == "ما" &&
                         !(before > passage.begin && index_.IsComma(before - 1))));
  if (anybody && !types.text) return {};
  const int group_at = PastSource(verb + 1);
  if (types.person && NamesAGroup(group_at)) {
    const Fillers group = Enumerated(group_at, types);
    if (!group.empty() || !types.organization) return group;
  }
  // "six of them joined X, among them Y": whoever the group before the verb holds.
  if (types.person && !types.organization && FollowsAGroup(verb)) {
    const Fillers group = Enumerated(verb + 1, types);
    if (!group.empty()) return group;
  }
  const int governing = GoverningVerb(verb);
  if (governing >= 0 && IsPurpose(verb) && types.product) {
    // "launched the model X to compete with Y": X competes.
    FillerSet products;
    products.product = true;
    const int made = MentionBefore(verb, products, taken, /*through_prepositions=*/true);
    if (made >= 0 && analysis_.mentions[made].tokens.begin > governing) return {FromMention(made)};
  }
  if (governing >= 0 && IsPurpose(verb)) {
    const VerbGender own = FeaturesOf(index_.token(verb)).gender;
    const VerbGender main = FeaturesOf(index_.token(governing)).gender;
    const bool clash = own != VerbGender::kUnknown && main != VerbGender::kUnknown && own != main;
    const Fillers same = clash ? Fillers() : VerbSubject(governing, types, taken, Reach::kBeside);
    if (!same.empty()) return same;
    // "the house appointed X, to succeed Y": whom the main verb is about.
    const bool people = types.person && !types.organization;
    const int goal = people ? MentionBefore(verb, types, taken, /*through_prepositions=*/true) : -1;
    if (goal >= 0 && analysis_.mentions[goal].tokens.begin > governing) return {FromMention(goal)};
  }
  // "both of them joined Y": the two just named.
  const int both = verb + 1;
  static const auto* pairs = new absl::flat_hash_set<absl::string_view>{
      "كلاهما", "كلتاهما", "الاثنان", "الاثنتان", "الرجلان", "الثلاثه", "الزميلان", "الشريكان"};
  if (both < passage.end && types.person && pairs->contains(index_.token(both).surface)) {
    FillerSet people;
    people.person = true;
    const int last = MentionBefore(verb, people, taken, /*through_prepositions=*/true);
    if (last >= 0) return WithCoordinatedBefore(last, people, taken);
  }
  const Fillers each = EachOf(verb, types, taken);
  if (!each.empty()) return each;
  const Fillers explained = ExplainedSubject(verb, types, taken);
  if (types.person && !explained.empty()) return explained;
  const int replaced = PastReplaced(verb + 1);
  int behind = replaced > verb + 1 ? replaced : ResumesBehind(verb) ? verb + 2 : verb + 1;
  // "left also X": somebody named behind an adverb. What is no person may be the object, unless
  // that has been said: "will fill his place for now the director X".
  int past_adverb = behind;
  while (past_adverb < passage.end && past_adverb < verb + kAdverbReach &&
         index_.MentionAt(past_adverb) < 0 &&
         index_.token(past_adverb).part_of_speech == PartOfSpeech::kAdverb) {
    ++past_adverb;
  }
  const bool names_person =
      types.person && past_adverb < passage.end && index_.MentionStartsAt(past_adverb) &&
      index_.TypeOfMention(index_.MentionAt(past_adverb)) == EntityType::kPerson;
  const bool has_object = replaced > verb + 1 || index_.PronounAt(verb) >= 0;
  if (past_adverb > behind && (names_person || has_object)) behind = past_adverb;
  Fillers after = PhraseFillers(behind, types, taken, kPhraseReach);
  if (!after.empty() && AgreesAfter(verb, after.front(), types)) return after;
  int past = after.empty() ? PastNamedComplement(behind) : behind;
  if (after.empty() && past == behind) past = PastComplement(behind, passage.end);
  if (past > behind) {
    after = PhraseFillers(past, types, taken, kPhraseReach);
    if (!after.empty() && AgreesAfter(verb, after.front(), types)) return after;
  }
  if (types.organization && !types.product && !types.text && past == behind) {
    after = PlatformActing(behind, taken);
    if (!after.empty()) return after;
  }
  if (types.person) {
    after = PersonBehindComplement(verb, taken);
    if (!after.empty()) return after;
  }
  if (governing >= 0 && !IsPurpose(verb)) {
    const Fillers same = VerbSubject(governing, types, taken, Reach::kBeside);
    // "was due in May, then was put off": the words after the first verb are no subject.
    if (!same.empty() && same.front().kind != ArgumentRecord::Kind::kText) return same;
  }
  // "X, who left it": nobody follows, so the pronoun is not the antecedent's.
  if (before >= passage.begin && index_.IsRelativePronoun(before) && takes_antecedent &&
      ((after.empty() && (before < verb - 1 || ResumesBehind(verb))) ||
       (types.person && !types.organization))) {
    const Fillers antecedent = Antecedent(before, verb, types, taken);
    if (!antecedent.empty()) return antecedent;
  }
  if (types.product && before >= passage.begin && before < verb - 1) {
    const Fillers quoted = QuotedBefore(before + 2, types);
    if (!quoted.empty()) return quoted;
  }
  if (types.text) {
    int from = PastComplement(verb + 1, passage.end);
    while (from > verb + 1 && from < passage.end && IsAdverbial(from)) ++from;
    const TokenRange words = NounPhraseFrom(from, kMaxTextTokens);
    // "its training cost less than": a pronoun on the noun before.
    if (IsOnlyBound(words)) {
      const Fillers owner = before >= passage.begin ? PronounFiller(before, types) : Fillers();
      return owner;
    }
    const Fillers thing = words.size() > 0 ? ThingReleased(words.begin, types) : Fillers();
    if (!thing.empty()) return thing;
    const Fillers facility = NamedFacility(words);
    if (!facility.empty()) return facility;
    if (words.size() > 0 && !index_.IsAnyPreposition(words.begin)) return {FromText(words)};
  }
  // "No director was appointed": somebody of that title, whoever it is.
  if (index_.IsMarkedPassive(verb) && NamesSomePost(verb)) return {};
  // "Y, which his father founded": whoever follows acts, and not what was named before.
  if (before >= passage.begin && index_.IsRelativePronoun(before) &&
      !index_.token(verb).enclitic.empty()) {
    // "X came from Y, which he had led.": nobody follows, so the one whom the sentence is about.
    const bool last = verb + 1 >= passage.end || index_.IsComma(verb + 1) ||
                      index_.token(verb + 1).shape == TokenShape::kPunctuation;
    const int about = last && types.person ? ContinuedSubject(before, types, taken) : -1;
    if (about >= 0) return {FromMention(about, "sentence-subject")};
    return {};
  }
  // "the director who resigned": somebody who is not named.
  if (before == verb - 1 && before > passage.begin && index_.IsRelativePronoun(before) &&
      !takes_antecedent && index_.MentionAt(before - 1) < 0 && index_.IsNominal(before - 1)) {
    return {};
  }
  if (NamesPartAsSubject(verb)) return {};
  if (types.organization && CommonNounActs(verb)) return {};
  // "They leave": no single person does.
  if (reach == Reach::kBeside || FeaturesOf(index_.token(verb)).number == VerbNumber::kPlural) {
    return {};
  }
  if (types.person && InOpenQuotation(verb)) return {};
  if (types.person && !types.organization && ActsUnnamed(verb)) return {};
  const FillerSet agreeing = Agreeing(verb, types);
  const int subject = ContinuedSubject(verb, agreeing, taken);
  if (subject >= 0) return {FromMention(subject)};
  const int far = MentionBefore(verb, agreeing, taken, /*through_prepositions=*/false);
  if (far >= 0 && !IsOutlet(far)) {
    bool crossed = false;
    for (int i = analysis_.mentions[far].tokens.end; i < verb; ++i) {
      if (index_.token(i).form == "." || index_.token(i).form == "؛") crossed = true;
    }
    if (!crossed) return {FromMention(far)};
  }
  return Topic(verb, types);
}

bool SlotFiller::FollowsAGroup(int verb) const {
  constexpr int kGroupReach = 8;
  if (!absl::EndsWith(index_.token(verb).base, "وا") &&
      !absl::EndsWith(index_.token(verb).base, "ون")) {
    return false;
  }
  const int first = std::max(index_.PassageTokens(verb).begin, verb - kGroupReach);
  for (int i = verb - 1; i >= first && !index_.IsComma(i) && !index_.IsStrongBoundary(i); --i) {
    const int value = index_.ValueAt(i);
    if (index_.MentionAt(i) >= 0) continue;
    if (index_.token(i).surface == "منهم" || IsPeopleNoun(index_.token(i))) return true;
    if (value >= 0 && CountsPeople(analysis_.values[value])) return true;
  }
  return false;
}

bool SlotFiller::ActsUnnamed(int verb) const {
  static const auto* quantifiers = new absl::flat_hash_set<absl::string_view>{
      "معظم", "بعض", "جميع", "كل", "اغلب", "غالبيه", "عدد", "اثنان", "ثلاثه", "كثير", "عشرات"};
  const TokenRange passage = index_.PassageTokens(verb);
  const int next = verb + 1;
  if (next < passage.end && index_.MentionAt(next) < 0 && index_.ValueAt(next) < 0) {
    const Token& word = index_.token(next);
    if (quantifiers->contains(word.base)) return true;
    // A name that nobody knows.
    const bool proper = word.part_of_speech == PartOfSpeech::kProperNoun && !index_.IsAdverb(next);
    if (proper && !index_.IsAnyPreposition(next) && !word.definite) return true;
    // "and X joined it": an organisation behind the pronoun.
    int name = next + 1;
    while (name < passage.end && index_.IsQuoteMark(name)) ++name;
    if (!word.enclitic.empty() && index_.IsAnyPreposition(next) && name < passage.end &&
        index_.MentionStartsAt(name) &&
        index_.TypeOfMention(index_.MentionAt(name)) == EntityType::kOrganization) {
      return true;
    }
  }
  const RolePhrase* post = next < passage.end ? roles_.BeginningAt(next) : nullptr;
  if (post != nullptr && NamesSomePost(verb)) return true;
  // "the parts of the car will [not] come from X": a thing.
  int before = verb - 1;
  while (before > passage.begin && (index_.IsNegation(before) || index_.IsQuoteMark(before))) {
    --before;
  }
  if (before <= passage.begin || index_.HasConjunction(verb) || IsPurpose(verb)) return false;
  if (index_.MentionAt(before) >= 0 || index_.ValueAt(before) >= 0) return false;
  const Token& thing = index_.token(before);
  return thing.part_of_speech == PartOfSpeech::kNoun && thing.definite && thing.enclitic.empty() &&
         index_.PronounAt(before) < 0 && !index_.IsAdverb(before) &&
         roles_.Covering(before) == nullptr && !IsPeopleNoun(thing);
}

int SlotFiller::BeforeExpectation(int that, int first) const {
  static const auto* verbs = new absl::flat_hash_set<absl::string_view>{
      "يفترض", "يتوقع", "ينتظر", "يرتقب", "يرجح", "يفترض", "يخشي", "يعتقد"};
  static const auto* nouns = new absl::flat_hash_set<absl::string_view>{
      "مقرر", "متوقع", "منتظر", "مرتقب", "مفترض", "مرجح", "محتمل", "ممكن"};
  if (that - 2 < first || index_.token(that).surface != "ان") return that;
  if (verbs->contains(index_.token(that - 1).base)) return that - 2;
  const bool noun = nouns->contains(index_.token(that - 1).base) && that - 3 >= first &&
                    index_.token(that - 2).surface == "من";
  return noun ? that - 3 : that;
}

Fillers SlotFiller::PlatformActing(int from, const std::vector<ByteRange>& taken) const {
  const int mention = from < index_.size() ? index_.MentionAt(from) : -1;
  if (mention < 0 || !index_.MentionStartsAt(from) || index_.IsAnyPreposition(from)) return {};
  const Mention& named = analysis_.mentions[mention];
  if (named.range.begin != index_.token(from).range.begin || Taken(named.range, taken)) return {};
  const EntityRecord& entity = analysis_.entities[named.entity];
  const bool platform = entity.type == EntityType::kProduct &&
                        (entity.entity_class == "APP" || entity.entity_class == "SERVICE");
  return platform ? Fillers{FromMention(mention)} : Fillers();
}

int SlotFiller::PastReplaced(int from) const {
  const int end = from < index_.size() ? index_.PassageTokens(from).end : from;
  if (from + 1 >= end) return from;
  const Token& word = index_.token(from);
  // The pronoun may not be cut off.
  static const auto* whole = new absl::flat_hash_set<absl::string_view>{"مكانه", "مكانها", "محله",
                                                                        "محلها", "مكانهم", "محلهم"};
  if (whole->contains(word.base)) return from + 1;
  if (!word.enclitic.empty()) return word.base == "مكان" || word.base == "محل" ? from + 1 : from;
  const bool instead =
      word.base == "بدلا" || word.base == "خلفا" || word.base == "بديلا" || word.base == "عوضا";
  return instead && !index_.token(from + 1).enclitic.empty() ? from + 2 : from;
}

int SlotFiller::SubjectOfModal(int that, const FillerSet& types,
                               const std::vector<ByteRange>& taken) const {
  static const auto* modals = new absl::flat_hash_set<absl::string_view>{
      "سبق", "يمكن", "امكن", "يحق", "يجوز", "ينبغي", "يتاح", "تسني", "يتسني"};
  constexpr int kKindReach = 3;
  if (that <= 0 || index_.token(that).surface != "ان") return -1;
  const int mention = index_.MentionAt(that - 1);
  if (mention < 0 || !types.Accepts(index_.TypeOfMention(mention)) ||
      Taken(analysis_.mentions[mention].range, taken)) {
    return -1;
  }
  const int name = analysis_.mentions[mention].tokens.begin;
  const int first = std::max(index_.PassageTokens(that).begin, name - kKindReach);
  for (int i = name - 1; i >= first; --i) {
    if (modals->contains(index_.token(i).base)) return mention;
    if (!index_.IsNominal(i) && !index_.IsQuoteMark(i)) return -1;
  }
  return -1;
}

int SlotFiller::PastNamedComplement(int from) const {
  constexpr int kKindReach = 4;
  const TokenRange passage = index_.PassageTokens(from - 1);
  if (from >= passage.end || !index_.IsAnyPreposition(from)) return from;
  int i = from;
  while (i < passage.end && i < from + kKindReach && index_.MentionAt(i) < 0) {
    if (i > from && !index_.IsNominal(i) && !index_.IsQuoteMark(i)) return from;
    ++i;
  }
  if (i >= passage.end || index_.MentionAt(i) < 0) return from;
  const int named = i;
  i = analysis_.mentions[index_.MentionAt(i)].tokens.end;
  while (i < passage.end && (index_.IsQuoteMark(i) || IsNationality(i, named) || IsAdverbial(i))) {
    ++i;
  }
  // The subject opens with its kind ("شركة X") or its name; what describes the name before does
  // not.
  if (i >= passage.end || index_.IsAnyPreposition(i) || index_.token(i).definite) return from;
  // "joins Y as director": a post that the subject gets, not the subject.
  const RolePhrase* post = roles_.BeginningAt(i);
  if (post != nullptr && roles_.PersonBeside(*post) < 0) return from;
  return index_.IsNominal(i) && !index_.HasConjunction(i) ? i : from;
}

Fillers SlotFiller::SubjectBehindPronoun(int verb, const FillerSet& types,
                                         const std::vector<ByteRange>& taken) const {
  const Token& word = index_.token(verb);
  const int passage = index_.PassageTokens(verb).begin;
  if (word.enclitic.empty() || verb == passage || index_.HasConjunction(verb)) return {};
  int before = verb - 1;
  while (before > passage && index_.IsQuoteMark(before)) --before;
  const int named = index_.MentionAt(before);
  if (named < 0 || index_.TypeOfMention(named) == EntityType::kPerson) return {};
  Fillers after = PhraseFillers(verb + 1, types, taken, kSubjectReach);
  if (after.empty() || !AgreesAfter(verb, after.front(), types)) return {};
  return after;
}

}  // namespace isnad::extraction
