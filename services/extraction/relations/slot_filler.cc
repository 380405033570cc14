#include "services/extraction/relations/slot_filler.h"

#include <algorithm>
#include <cstdlib>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/morphology/verb_features.h"
#include "services/extraction/relations/coordination.h"
#include "services/extraction/relations/people_nouns.h"

namespace isnad::extraction {
namespace {

using Slot = lexicon::Slot;

// Words that a noun phrase may hold between its head and the name.
constexpr int kPhraseReach = 6;
// After a job title the name may stand behind what the title is about.
constexpr int kTitleReach = 12;
constexpr int kBackwardReach = 14;
constexpr int kMaxCoordinated = 12;
constexpr int kSentenceReach = 40;
// How far back the first mention of a plant or site is looked for, in tokens.
constexpr int kFacilityReach = 400;
// A phrase that opens a sentence has its trigger among the first words; its subject may follow in
// the main clause.
constexpr int kOpeningWords = 3;
constexpr int kAheadReach = 16;
constexpr int kMaxTextTokens = 8;
// How far after its subject a title may stand that a verb gives to it.
constexpr int kPredicateReach = 4;
// Longer quotations are speech or titles of works.
constexpr int kLongestQuotedName = 3;
// How far before a relative pronoun its antecedent may end.
constexpr int kAntecedentReach = 7;
// How far after the trigger a preposition or a title is looked for.
constexpr int kForwardReach = 24;
// How far before a purpose its governing verb may stand.
constexpr int kGoverningReach = 16;

// Parts of an organisation and posts in it, folded: what follows with "in" or "of" is whose they
// are.
bool IsPartOrPost(const Token& token) {
  static const auto* set = new absl::flat_hash_set<absl::string_view>{
      "فريق",  "قسم",  "وحده",   "مختبر", "مختبرات", "اداره", "مجلس",  "فرع",   "مكتب",  "ذراع",
      "شعبه",  "صفوف", "منصب",   "مناصب", "رياسه",   "قياده", "عمل",   "وظيفه", "مهام",  "مهمه",
      "قطاع",  "موقع", "برنامج", "هيئه",  "لجنه",    "دور",   "خدمه",  "طاقم",  "عضويه", "نشاط",
      "دايره", "مركز", "فرق",    "ابحاث", "تطوير",   "وظائف", "وظايف", "كرسي"};
  return set->contains(token.base) || set->contains(token.lemma);
}

// The verbs of the periphrastic passive: "تم تعيين".
bool IsPassiveHelper(const Token& token) {
  static const auto* set =
      new absl::flat_hash_set<absl::string_view>{"تم", "تمت", "يتم", "تتم", "سيتم", "ستتم"};
  return set->contains(token.surface) || set->contains(token.base);
}

using WordSet = absl::flat_hash_set<absl::string_view>;

// Nouns that name a part, version or number of what follows "من". Folded.
bool IsPartitive(const Token& token) {
  static const auto* set = new WordSet{
      "نسخه",  "نسخ",   "اصدار", "اصدارات", "جيل",  "اجيال", "طراز",   "طرز",   "عدد",   "سلسله",
      "جزء",   "نموذج", "نماذج", "فيه",     "فيات", "دفعه",  "كميه",   "كميات", "حصه",   "حصص",
      "عايله", "افراد", "احد",   "احدي",    "بعض",  "كثير",  "مجموعه", "الاف",  "مليات", "ملايين"};
  return set->contains(token.base);
}

}  // namespace

bool SlotFiller::Taken(ByteRange range, const std::vector<ByteRange>& taken) const {
  return std::any_of(taken.begin(), taken.end(),
                     [&](ByteRange other) { return other.overlaps(range); });
}

ArgumentRecord SlotFiller::FromMention(int mention, const std::string& rule) const {
  const Mention& m = analysis_.mentions[mention];
  ArgumentRecord out;
  out.kind = ArgumentRecord::Kind::kEntity;
  out.entity = m.entity;
  out.range = m.range;
  out.text = std::string(analysis_.Quote(m.range));
  const bool named = m.kind == MentionKind::kName;
  out.resolution_rule = !rule.empty() ? rule : named ? "" : m.rule;
  return out;
}

ArgumentRecord SlotFiller::FromText(TokenRange words) const {
  // "its model «X»": the name says it all.
  for (int i = words.begin + 1; i + 1 < words.end; ++i) {
    if (!index_.IsQuoteMark(i)) continue;
    int close = i + 1;
    while (close < words.end && !index_.IsQuoteMark(close)) ++close;
    words = {i + 1, close};
    break;
  }
  ArgumentRecord out;
  out.kind = ArgumentRecord::Kind::kText;
  out.range = analysis_.BytesOf(words);
  out.text = std::string(analysis_.Quote(out.range));
  return out;
}

bool SlotFiller::GovernedByPreposition(int mention, int from) const {
  const TokenRange host = analysis_.mentions[mention].tokens;
  const int first = std::max(from, index_.PassageTokens(host.begin).begin);
  for (int i = host.begin; i >= first && i > host.begin - 5; --i) {
    const bool inside = i == host.begin;
    if (index_.IsAnyPreposition(i)) return true;
    if (inside) continue;
    if (index_.IsQuoteMark(i)) continue;
    if (!index_.IsNominal(i) || index_.MentionAt(i) >= 0) return false;
    if (index_.token(i).definite && i < host.begin - 2) return false;
  }
  return false;
}

bool SlotFiller::IsShareValue(int value) const {
  return value >= 0 && analysis_.values[value].kind == ValueKind::kQuantity &&
         analysis_.values[value].quantity.unit_key == "PERCENT";
}

bool SlotFiller::HasBareConjunction(int mention) const {
  const Mention& m = analysis_.mentions[mention];
  const Token& host = index_.token(m.tokens.begin);
  return m.range.begin > host.range.begin && absl::StartsWith(host.surface, "و");
}

Fillers SlotFiller::WithCoordinated(int mention, const FillerSet& types) const {
  Fillers out = {FromMention(mention)};
  int last = mention;
  int i = analysis_.mentions[mention].tokens.end;
  const int end = index_.PassageTokens(i - 1).end;
  while (static_cast<int>(out.size()) < kMaxCoordinated) {
    bool linked = false;
    int next = -1;
    for (int step = 0; i < end && step < 6; ++i, ++step) {
      if (index_.IsComma(i) || index_.HasConjunction(i)) linked = true;
      if (index_.MentionStartsAt(i)) {
        next = index_.MentionAt(i);
        linked = linked || HasBareConjunction(next);
        break;
      }
      if (index_.IsComma(i) || index_.IsQuoteMark(i) || index_.token(i).surface == "و") continue;
      // "X, which belongs to the group Y": Y is governed by what describes X.
      if (index_.IsAnyPreposition(i) && !index_.HasConjunction(i)) break;
      if (linked && step < 5 && index_.IsNominal(i) && !index_.IsVerb(i) &&
          index_.token(i).surface.size() > 2) {
        continue;
      }
      break;
    }
    if (next < 0 || !linked || !types.Accepts(index_.TypeOfMention(next))) {
      next = types.person ? PersonPastApposition(index_, roles_, last) : -1;
      if (next < 0) break;
    }
    last = next;
    out.push_back(FromMention(next));
    i = analysis_.mentions[next].tokens.end;
  }
  return out;
}

Fillers SlotFiller::Enumerated(int from, const FillerSet& types) const {
  if (from >= static_cast<int>(analysis_.tokens.size())) return {};
  const int end = index_.PassageTokens(from).end;
  for (int i = from; i < end; ++i) {
    if (index_.token(i).form == "." || index_.token(i).form == "؛") return {};
    if (!index_.IsEnumerator(i)) continue;
    for (int j = i + 1; j < end && j <= i + 4; ++j) {
      if (index_.MentionStartsAt(j) && types.Accepts(index_.TypeOfMention(index_.MentionAt(j)))) {
        return WithCoordinated(index_.MentionAt(j), types);
      }
      const bool partitive = index_.token(j).surface == "من" || index_.token(j).form == ":";
      if (!index_.IsNominal(j) && !index_.IsQuoteMark(j) && !index_.IsComma(j) && !partitive) break;
    }
  }
  return {};
}

Fillers SlotFiller::PhraseFillers(int from, const FillerSet& types,
                                  const std::vector<ByteRange>& taken, int limit) const {
  if (from >= static_cast<int>(analysis_.tokens.size())) return {};
  const TokenRange passage = index_.PassageTokens(from);
  int reach = limit;
  bool titled = false;
  bool part = false;
  for (int i = from; i < passage.end && i < from + reach; ++i) {
    if (index_.MentionStartsAt(i)) {
      const int mention = index_.MentionAt(i);
      const bool fits = types.Accepts(index_.TypeOfMention(mention));
      if (fits && !Taken(analysis_.mentions[mention].range, taken)) {
        return WithCoordinated(mention, types);
      }
      i = analysis_.mentions[mention].tokens.end - 1;
      continue;
    }
    const int value = index_.ValueAt(i);
    if (value >= 0) {
      if (types.Accepts(analysis_.values[value].kind) &&
          !Taken(analysis_.values[value].range, taken)) {
        ArgumentRecord out;
        out.kind = ArgumentRecord::Kind::kValue;
        out.value = value;
        out.range = analysis_.values[value].range;
        out.text = std::string(analysis_.Quote(out.range));
        return {out};
      }
      continue;
    }
    if (types.person && roles_.BeginningAt(i) != nullptr) {
      titled = true;
      reach = std::max(reach, kTitleReach);
    }
    if (types.organization && IsPartOrPost(index_.token(i)) && !index_.IsVerb(i)) {
      part = true;
      reach = std::max(reach, kTitleReach);
    }
    if (index_.IsQuoteMark(i)) {
      const Fillers quoted = QuotedName(i, types);
      if (!quoted.empty() && !Taken(quoted.front().range, taken)) return quoted;
      continue;
    }
    if (index_.IsEnumerator(i)) {
      if (i + 1 < passage.end && index_.token(i + 1).surface == "من") ++i;
      continue;
    }
    if (index_.token(i).shape == TokenShape::kPunctuation) {
      if (titled && (index_.IsComma(i) || index_.token(i).form == "(") && !index_.IsVerb(i))
        continue;
      if (index_.token(i).form == "(" || index_.token(i).form == ")") continue;
      break;
    }
    if (index_.IsVerb(i)) break;
    const bool clitic_word = i == from && !index_.token(i).proclitics.empty();
    // "the new version of the model X": the name is in the part after "من".
    if (index_.token(i).surface == "من" && i > from &&
        (IsShareValue(index_.ValueAt(i - 1)) || IsPartitive(index_.token(i - 1)) ||
         (i > from + 1 && IsPartitive(index_.token(i - 2))))) {
      reach = std::max(reach, i - from + kPhraseReach);
      continue;
    }
    // "a stake in X".
    const bool stake_in = index_.token(i).surface == "في" && i > from &&
                          absl::StartsWith(index_.token(i - 1).base, "حص");
    if (stake_in) continue;
    const bool each_of = index_.token(i).surface == "من" && i > from &&
                         absl::StartsWith(index_.token(i - 1).base, "كل");
    if (each_of) continue;
    const bool whose = part && i > from &&
                       (index_.IsPreposition(i, "في") || index_.IsPreposition(i, "ل") ||
                        index_.IsPreposition(i, "لدي") || index_.IsPreposition(i, "ب"));
    if (index_.IsAnyPreposition(i) && !titled && !clitic_word && !whose) break;
    if (!index_.IsNominal(i) && !index_.IsAnyPreposition(i)) break;
  }
  return {};
}

TokenRange SlotFiller::NounPhraseFrom(int from, int limit) const {
  if (from >= static_cast<int>(analysis_.tokens.size())) return {from, from};
  const TokenRange passage = index_.PassageTokens(from);
  int begin = from;
  while (begin < passage.end && index_.IsQuoteMark(begin)) ++begin;
  if (begin < passage.end && index_.ValueAt(begin) >= 0 &&
      IsBareFigure(analysis_.values[index_.ValueAt(begin)])) {
    return {from, from};
  }
  int end = begin;
  while (end < passage.end && end < begin + limit) {
    if (index_.IsVerb(end) || index_.IsStrongBoundary(end) || index_.IsComma(end)) break;
    if (index_.IsRelativePronoun(end)) break;
    if (index_.ValueAt(end) >= 0 && index_.ValueAt(end) != index_.ValueAt(begin)) break;
    const std::string& word = index_.token(end).surface;
    const bool partitive = word == "من" && end > begin;
    if (!index_.IsNominal(end) && !partitive && !index_.IsQuoteMark(end)) break;
    // "a plant at a cost of".
    if (end > begin && (index_.IsPreposition(end, "ب") || index_.IsPreposition(end, "ك"))) break;
    ++end;
  }
  while (end > begin && (index_.IsQuoteMark(end - 1) || index_.token(end - 1).surface == "من"))
    --end;
  return {begin, end};
}

// Sums, dates and shares are no noun phrases; "three plants" is.
bool SlotFiller::IsBareFigure(const ValueMention& value) {
  return value.kind != ValueKind::kQuantity || value.quantity.unit_key == "PERCENT";
}

bool SlotFiller::IsOutlet(int mention) const {
  static const auto* classes = new absl::flat_hash_set<absl::string_view>{
      "NEWSPAPER", "NEWS_SITE", "NEWS_AGENCY", "MAGAZINE", "BROADCASTER", "PODCAST"};
  static const auto* kinds = new WordSet{"وكاله", "صحيفه", "موقع", "مجله", "قناه", "شبكه", "نشره"};
  const int entity = analysis_.mentions[mention].entity;
  const int host = analysis_.mentions[mention].tokens.begin;
  int kind = host - 1;
  while (kind > 0 && index_.IsQuoteMark(kind)) --kind;
  if (kind >= 0 && kinds->contains(index_.token(kind).base)) return true;
  return entity >= 0 && classes->contains(analysis_.entities[entity].entity_class);
}

FillerSet SlotFiller::Agreeing(int verb, FillerSet types) const {
  const VerbFeatures features = FeaturesOf(index_.token(verb));
  if (!types.person || !types.organization) return types;
  if (features.gender == VerbGender::kFeminine) types.person = false;
  // "تواجه" and "نفت" may be feminine, too.
  const std::string& form = index_.token(verb).base;
  const bool feminine = absl::StartsWith(form, "ت") || absl::EndsWith(form, "ت");
  if (features.gender == VerbGender::kMasculine && !feminine) types.organization = false;
  return types;
}

int SlotFiller::MentionBefore(int token, const FillerSet& types,
                              const std::vector<ByteRange>& taken,
                              bool through_prepositions) const {
  const TokenRange passage = index_.PassageTokens(token);
  for (int i = token - 1; i >= passage.begin && i >= token - kBackwardReach; --i) {
    const int mention = index_.MentionAt(i);
    if (mention < 0) continue;
    i = analysis_.mentions[mention].tokens.begin;
    if (!types.Accepts(index_.TypeOfMention(mention))) continue;
    if (Taken(analysis_.mentions[mention].range, taken)) continue;
    if (!through_prepositions && GovernedByPreposition(mention)) continue;
    return mention;
  }
  return -1;
}

Fillers SlotFiller::PronounFiller(int token, const FillerSet& types) const {
  const int pronoun = index_.PronounAt(token);
  if (pronoun >= 0 && types.Accepts(index_.TypeOfMention(pronoun))) return {FromMention(pronoun)};
  return {};
}

// Whether the mention stands where subjects do: right behind a verb or first in its sentence.
bool SlotFiller::IsSubjectLike(int mention) const {
  const Mention& m = analysis_.mentions[mention];
  const TokenRange passage = index_.PassageTokens(m.tokens.begin);
  if (GovernedByPreposition(mention) || IsOutlet(mention)) return false;
  int i = m.tokens.begin - 1;
  for (int nouns = 0; i >= passage.begin; --i) {
    if (index_.IsQuoteMark(i)) continue;
    if (index_.IsVerb(i) || index_.token(i).surface == "ان") return true;
    const bool kind = index_.MentionAt(i) < 0 && index_.ValueAt(i) < 0 && index_.IsNominal(i) &&
                      !index_.IsAnyPreposition(i);
    if (!kind || ++nouns > 2) break;
  }
  return i < passage.begin || (index_.token(i).form == "." || index_.token(i).form == "؛");
}

int SlotFiller::ContinuedSubject(int verb, const FillerSet& types,
                                 const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(verb);
  for (int i = verb - 1; i >= passage.begin && i >= verb - kSentenceReach; --i) {
    if (index_.token(i).form == "." || index_.token(i).form == "؛") break;
    const int mention = index_.MentionAt(i);
    if (mention < 0) continue;
    i = analysis_.mentions[mention].tokens.begin;
    if (!types.Accepts(index_.TypeOfMention(mention))) continue;
    if (Taken(analysis_.mentions[mention].range, taken)) continue;
    if (!IsSubjectLike(mention)) continue;
    const int named = NamedInBrackets(mention, verb);
    return named >= 0 && types.Accepts(index_.TypeOfMention(named)) ? named : mention;
  }
  return -1;
}

int SlotFiller::NamedInBrackets(int mention, int limit) const {
  int crossed = -1;  // a name in between, which must be the one in brackets
  for (int i = analysis_.mentions[mention].tokens.end; i + 1 < limit; ++i) {
    const int here = index_.MentionAt(i);
    if (index_.token(i).form == "(") {
      const int named = index_.MentionAt(i + 1);
      const bool same = crossed < 0 || (named >= 0 && analysis_.mentions[named].entity == crossed);
      return same ? named : -1;
    }
    if (here >= 0) {
      crossed = analysis_.mentions[here].entity;
      continue;
    }
    if (!index_.IsQuoteMark(i) && !index_.IsNominal(i)) return -1;
  }
  return -1;
}

Fillers SlotFiller::Topic(int token, const FillerSet& types) const {
  const FillerSet wanted = Agreeing(token, types);
  const int passage = index_.token(token).passage;
  // The subject of one of the two sentences before.
  for (int p = passage - 1; p >= 0 && p >= passage - 2; --p) {
    const TokenRange tokens = analysis_.passages[p].tokens;
    for (int i = tokens.begin; i < tokens.end && i < tokens.begin + kSentenceReach; ++i) {
      if (!index_.MentionStartsAt(i)) continue;
      const int mention = index_.MentionAt(i);
      i = analysis_.mentions[mention].tokens.end - 1;
      if (!wanted.Accepts(index_.TypeOfMention(mention)) || !IsSubjectLike(mention)) continue;
      return {FromMention(mention, "topic")};
    }
  }
  // Nearest fitting name in this passage or the two before it.
  for (int i = token - 1; i >= 0; --i) {
    const int at = index_.token(i).passage;
    if (at < passage - 2) break;
    const int mention = index_.MentionAt(i);
    if (mention < 0) continue;
    i = analysis_.mentions[mention].tokens.begin;
    if (!wanted.Accepts(index_.TypeOfMention(mention)) || IsOutlet(mention)) continue;
    if (GovernedByPreposition(mention)) continue;
    return {FromMention(mention, at == passage ? "carried-subject" : "topic")};
  }
  return {};
}

bool SlotFiller::ResumesBehind(int verb) const {
  const int next = verb + 1;
  if (next >= index_.PassageTokens(verb).end) return false;
  return !index_.token(next).enclitic.empty() && index_.IsAnyPreposition(next) &&
         !index_.IsNominal(next);
}

Fillers SlotFiller::VerbSubject(int verb, const FillerSet& types,
                                const std::vector<ByteRange>& taken, Reach reach) const {
  const TokenRange passage = index_.PassageTokens(verb);
  int before = verb - 1;
  auto skippable = [&](int i) {
    const PartOfSpeech pos = index_.token(i).part_of_speech;
    return index_.IsQuoteMark(i) || index_.IsNegation(i) || pos == PartOfSpeech::kAdverb ||
           pos == PartOfSpeech::kParticle;
  };
  while (before >= passage.begin && skippable(before)) --before;
  // "which X founded": the pronoun on the verb is the antecedent, and the subject follows.
  const bool takes_antecedent =
      !index_.token(verb).enclitic.empty() || ResumesBehind(verb) || ResumesBehindPerson(verb);
  if (before >= passage.begin && index_.IsRelativePronoun(before) && !takes_antecedent) {
    const Fillers antecedent = Antecedent(before, verb, types, taken);
    if (!antecedent.empty()) return antecedent;
  }
  const Fillers inverted = SubjectBehindPronoun(verb, types, taken);
  if (!inverted.empty()) return inverted;
  if (before >= passage.begin && index_.MentionAt(before) >= 0 && !index_.HasConjunction(verb) &&
      !IsPurpose(verb)) {
    const int mention = index_.MentionAt(before);
    if (types.Accepts(index_.TypeOfMention(mention)) && !GovernedByPreposition(mention) &&
        !Taken(analysis_.mentions[mention].range, taken)) {
      const VerbNumber number = FeaturesOf(index_.token(verb)).number;
      const std::string& form = index_.token(verb).base;
      const bool several = absl::EndsWith(form, "ان") || absl::EndsWith(form, "ون") ||
                           absl::EndsWith(form, "وا") || absl::EndsWith(form, "تا");
      if (number == VerbNumber::kSingular && !several) return {FromMention(mention)};
      return WithCoordinatedBefore(mention, types, taken);
    }
  }
  // "who leaves now": nobody in particular.
  const bool anybody =
      before >= passage.begin && before == verb - 1 &&
      (index_.token(before).surface == "من" || index_.token(before).surface == "ما");
  if (anybody && !types.text) return {};
  const int group_at = PastSource(verb + 1);
  if (types.person && NamesAGroup(group_at)) {
    const Fillers group = Enumerated(group_at, types);
    if (!group.empty() || !types.organization) return group;
  }
  const int governing = GoverningVerb(verb);
  if (governing >= 0 && IsPurpose(verb)) {
    const Fillers same = VerbSubject(governing, types, taken, Reach::kBeside);
    if (!same.empty()) return same;
  }
  const int behind = ResumesBehind(verb) ? verb + 2 : verb + 1;
  Fillers after = PhraseFillers(behind, types, taken, kPhraseReach);
  if (!after.empty() && AgreesAfter(verb, after.front(), types)) return after;
  if (types.person) {
    after = PersonBehindComplement(verb, taken);
    if (!after.empty()) return after;
  }
  if (governing >= 0 && !IsPurpose(verb)) {
    const Fillers same = VerbSubject(governing, types, taken, Reach::kBeside);
    if (!same.empty()) return same;
  }
  // "X, who left it": nobody follows, so the pronoun is not the antecedent's.
  if (before >= passage.begin && index_.IsRelativePronoun(before) && takes_antecedent &&
      types.person && !types.organization) {
    const Fillers antecedent = Antecedent(before, verb, types, taken);
    if (!antecedent.empty()) return antecedent;
  }
  if (types.text) {
    const TokenRange words = NounPhraseFrom(verb + 1, kMaxTextTokens);
    const Fillers thing = words.size() > 0 ? ThingReleased(words.begin, types) : Fillers();
    if (!thing.empty()) return thing;
    const Fillers facility = NamedFacility(words);
    if (!facility.empty()) return facility;
    if (words.size() > 0 && !index_.IsAnyPreposition(words.begin)) return {FromText(words)};
  }
  // "They leave": no single person does.
  if (reach == Reach::kBeside || FeaturesOf(index_.token(verb)).number == VerbNumber::kPlural) {
    return {};
  }
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

Fillers SlotFiller::VerbObject(const TriggerSite& site, const FillerSet& types,
                               const std::vector<ByteRange>& taken) const {
  const int verb = site.tokens.begin;
  if (!index_.token(verb).enclitic.empty() && verb > index_.PassageTokens(verb).begin &&
      index_.IsRelativePronoun(verb - 1)) {
    const int antecedent = AdjacentBefore(verb - 1, types, taken);
    if (antecedent >= 0) return {FromMention(antecedent)};
    const Fillers quoted = QuotedBefore(verb - 1, types);
    if (!quoted.empty() || !IsOfRelative(verb, taken)) return quoted;
  }
  // "leads the lab X": the object may come before the subject.
  if (!taken.empty() && site.tokens.end < index_.PassageTokens(verb).end &&
      taken.front().begin > index_.token(site.tokens.end).range.end &&
      index_.MentionStartsAt(site.tokens.end)) {
    const int first = index_.MentionAt(site.tokens.end);
    if (types.Accepts(index_.TypeOfMention(first)) &&
        !Taken(analysis_.mentions[first].range, taken)) {
      return {FromMention(first)};
    }
  }
  // "bought it": the pronoun is the object, whatever follows.
  if (!index_.token(verb).enclitic.empty()) {
    const Fillers pronoun = PronounFiller(verb, types);
    if (!pronoun.empty()) return pronoun;
    const int antecedent = MentionBefore(verb, types, taken, /*through_prepositions=*/true);
    if (antecedent >= 0) return {FromMention(antecedent, "object-before")};
    return {};
  }
  // What the subject took is skipped by `taken`; a phrase that follows it is the object.
  int from = site.tokens.end;
  for (const ByteRange& range : taken) {
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
  if (from > site.tokens.end && from < passage.end) {
    int comma = from;
    while (comma < passage.end && index_.IsQuoteMark(comma)) ++comma;
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
    const bool passed = index_.IsQuoteMark(from) || index_.IsComma(from) ||
                        index_.token(from).form == ")" || index_.token(from).form == "(" ||
                        index_.token(from).part_of_speech == PartOfSpeech::kAdverb;
    if (!passed) break;
    ++from;
  }
  from = PastPartners(PastComplement(from, passage.end));
  // "launched in April the model X": the time may stand between verb and object.
  if (from + 1 < passage.end && index_.IsAnyPreposition(from) && index_.ValueAt(from + 1) >= 0 &&
      analysis_.values[index_.ValueAt(from + 1)].kind == ValueKind::kDate) {
    from = analysis_.values[index_.ValueAt(from + 1)].tokens.end;
  }
  Fillers found = PhraseFillers(from, types, taken, kPhraseReach);
  if (!found.empty()) return found;
  if (types.person) {
    found = Enumerated(site.tokens.end, types);
    if (!found.empty()) return found;
  }
  if (types.text && from < passage.end && index_.ValueAt(from) < 0) {
    found = ThingReleased(from, types);
    if (!found.empty()) return found;
    const TokenRange words = NounPhraseFrom(from, kMaxTextTokens);
    found = NamedFacility(words);
    if (!found.empty()) return found;
    if (words.size() > 0) return {FromText(words)};
  }
  return {};
}

int SlotFiller::PastComplement(int from, int limit) const {
  static const auto* openers =
      new WordSet{"في", "خلال", "منذ", "عبر", "ضمن", "قبل", "بعد", "لدي", "الي", "داخل", "امس"};
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
  }
  while (i < limit && (index_.IsQuoteMark(i) || index_.IsComma(i))) ++i;
  return i;
}

bool SlotFiller::IsFacilityNoun(const Token& token) {
  static const auto* set =
      new WordSet{"مركز",  "مراكز",  "مصنع",  "مصانع", "مجمع",  "محطه",  "مقر",  "برج",
                  "ملعب",  "مستودع", "مختبر", "مبني",  "مدينه", "مصفاه", "معمل", "حرم",
                  "منشاه", "مطار",   "ميناء", "خط",    "مزرعه", "استاد"};
  return set->contains(token.base);
}

Fillers SlotFiller::FacilityBefore(int token) const {
  const TokenRange passage = index_.PassageTokens(token);
  for (int i = token - 1; i >= passage.begin && i >= token - kBackwardReach; --i) {
    if (index_.token(i).form == "." || index_.token(i).form == "؛") break;
    if (!IsFacilityNoun(index_.token(i)) || index_.token(i).definite) continue;
    if (index_.MentionAt(i) >= 0 && !index_.MentionStartsAt(i)) continue;
    const TokenRange words = NounPhraseFrom(i, kMaxTextTokens);
    if (words.size() > 1) return {FromText(words)};
  }
  return {};
}

Fillers SlotFiller::NamedFacility(TokenRange words) const {
  if (words.size() != 1) return {};
  const Token& head = index_.token(words.begin);
  if (!head.definite || !IsFacilityNoun(head)) return {};
  const int first = std::max(0, words.begin - kFacilityReach);
  for (int i = words.begin - 1; i >= first; --i) {
    const Token& earlier = index_.token(i);
    if (earlier.base != head.base || earlier.definite) continue;
    const TokenRange named = NounPhraseFrom(i, kMaxTextTokens);
    if (named.size() < 2) continue;
    ArgumentRecord out = FromText(named);
    out.resolution_rule = "same-head";
    return {out};
  }
  return {};
}

Fillers SlotFiller::ThingReleased(int token, const FillerSet& types) const {
  static const auto* events = new WordSet{"اطلاق", "اصدار", "طرح", "تدشين", "اطلاقه", "صدور"};
  const Token& word = index_.token(token);
  if (!types.product || !events->contains(word.base)) return {};
  if (!word.definite && word.enclitic.empty()) return {};
  FillerSet product;
  product.product = true;
  for (int i = token - 1, p = word.passage; i >= 0 && index_.token(i).passage >= p - 1; --i) {
    const int mention = index_.MentionAt(i);
    if (mention < 0 || !product.Accepts(index_.TypeOfMention(mention))) continue;
    return {FromMention(mention, "product-before")};
  }
  return {};
}

int SlotFiller::PrepositionLength(int token, absl::string_view folded, int limit) const {
  const size_t space = folded.find(' ');
  if (space == absl::string_view::npos) return index_.IsPreposition(token, folded) ? 1 : 0;
  if (token + 1 >= limit || !index_.IsPreposition(token, folded.substr(0, space))) return 0;
  return index_.token(token + 1).surface == folded.substr(space + 1) ||
                 index_.IsPreposition(token + 1, folded.substr(space + 1))
             ? 2
             : 0;
}

Fillers SlotFiller::AfterPreposition(const CompiledSlot& slot, const TriggerSite& site,
                                     const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  const bool phrase = site.construction == lexicon::Frame::NOUN_PHRASE;
  const bool verbal = site.construction == lexicon::Frame::ACTIVE_VERB ||
                      site.construction == lexicon::Frame::PASSIVE_VERB;
  const int limit = std::min(passage.end, site.tokens.end + kForwardReach);
  for (int i = site.tokens.end; i < limit; ++i) {
    if (index_.IsStrongBoundary(i)) break;
    if (phrase && index_.IsComma(i)) break;
    if (OutsideTitle(i, site)) break;
    if (index_.IsRelativePronoun(i)) {
      i = RelativeEnd(i) - 1;
      continue;
    }
    // Another clause has its own complements.
    if (index_.IsVerb(i) && (index_.HasConjunction(i) || (!verbal && index_.token(i).listed)))
      break;
    if (BelongsToTitle(i, site)) continue;
    // "according to Y" opens words about the source.
    if (index_.token(i).base == "حسب" || index_.token(i).base == "وفق") break;
    int length = 0;
    for (const std::string& p : slot.prepositions) {
      length = std::max(length, PrepositionLength(i, p, passage.end));
    }
    if (length == 0) continue;
    i += length - 1;
    const Fillers pronoun = PronounFiller(i, slot.fillers);
    if (!pronoun.empty()) return pronoun;
    const int before = site.tokens.begin - 1;
    if (before >= passage.begin && index_.IsRelativePronoun(before) &&
        ResumesBehind(site.tokens.begin) && !index_.token(i).enclitic.empty()) {
      const int antecedent =
          MentionBefore(before, slot.fillers, taken, /*through_prepositions=*/true);
      if (antecedent >= 0) return {FromMention(antecedent)};
    }
    const bool clitic = index_.IsNominal(i) || index_.MentionStartsAt(i);
    Fillers found = PhraseFillers(clitic ? i : i + 1, slot.fillers, taken, kPhraseReach);
    if (!found.empty()) return found;
    const int resumed = clitic ? -1 : ResumedAntecedent(i + 1, slot.fillers, taken);
    if (resumed >= 0) return {FromMention(resumed)};
    if (slot.fillers.text) {
      const TokenRange words = NounPhraseFrom(clitic ? i : i + 1, kMaxTextTokens);
      if (words.size() > 0) return {FromText(words)};
    }
  }
  return {};
}

bool SlotFiller::EnumeratesAt(int from) const {
  for (int i = from; i < from + 3 && i < static_cast<int>(analysis_.tokens.size()); ++i) {
    if (index_.MentionAt(i) >= 0) return false;
    if (index_.IsEnumerator(i)) return true;
  }
  return false;
}

Fillers SlotFiller::Genitive(const TriggerSite& site, const FillerSet& types,
                             const std::vector<ByteRange>& taken) const {
  for (int i = site.tokens.begin; i < site.tokens.end; ++i) {
    const Fillers pronoun = PronounFiller(i, types);
    if (!pronoun.empty()) return pronoun;
  }
  // "to release it": a product named before.
  const int host = site.tokens.end - 1;
  if (!index_.token(host).enclitic.empty() && types.product && !types.person &&
      index_.PronounAt(host) < 0) {
    FillerSet products;
    products.product = true;
    const int product = MentionBefore(host, products, taken, /*through_prepositions=*/true);
    if (product >= 0) return {FromMention(product, "product-before")};
  }
  // "rivals such as X": the examples are no genitive.
  if (site.construction == lexicon::Frame::NOUN_PHRASE && EnumeratesAt(site.tokens.end)) return {};
  Fillers found = PhraseFillers(site.tokens.end, types, taken, kPhraseReach);
  if (!found.empty()) return found;
  if (types.person) {
    found = Enumerated(site.tokens.end, types);
    if (!found.empty()) return found;
  }
  if (types.text && !index_.token(site.tokens.end - 1).definite) {
    const TokenRange words = NounPhraseFrom(site.tokens.end, kMaxTextTokens);
    found = NamedFacility(words);
    if (!found.empty()) return found;
    if (words.size() > 0) {
      found = ThingReleased(words.begin, types);
      if (!found.empty()) return found;
    }
    if (words.size() > 0) return {FromText(words)};
  }
  return {};
}

Fillers SlotFiller::GoverningSubject(const TriggerSite& site, const FillerSet& types,
                                     const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  // "was recruited": the passive has no subject to lend.
  const int helper = site.tokens.begin - 1;
  if (helper >= passage.begin && IsPassiveHelper(index_.token(helper))) return {};
  int first = site.tokens.begin - kGoverningReach;
  for (int i = site.tokens.begin - 1; i >= passage.begin && i >= first; --i) {
    if (index_.token(i).form == "." || index_.token(i).form == "؛") break;
    // Words that somebody said do not govern what he did while he said them.
    if (index_.token(i).form == "»") {
      int open = i - 1;
      while (open > passage.begin && index_.token(open).form != "«") --open;
      first -= i - open;
      i = open;
      continue;
    }
    if (index_.IsVerb(i)) return VerbSubject(i, types, taken, Reach::kCarried);
  }
  const int far = MentionBefore(site.tokens.begin, types, taken, /*through_prepositions=*/false);
  if (far >= 0) return {FromMention(far)};
  return SubjectAhead(site, types, taken);
}

// A bare word that the tagger took for a noun right before a name: "تطور X مراكز".
bool SlotFiller::OpensClauseLikeVerb(int token) const {
  const Token& word = index_.token(token);
  return index_.IsComma(token - 1) && index_.MentionAt(token) < 0 && !word.definite &&
         word.proclitics.empty() && token + 1 < index_.PassageTokens(token).end &&
         index_.MentionStartsAt(token + 1);
}

Fillers SlotFiller::SubjectAhead(const TriggerSite& site, const FillerSet& types,
                                 const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  if (site.tokens.begin > passage.begin + kOpeningWords) return {};
  bool comma = false;
  for (int i = site.tokens.end; i < passage.end && i < site.tokens.end + kAheadReach; ++i) {
    if (index_.token(i).form == ".") break;
    if (index_.IsComma(i)) {
      comma = true;
    } else if (comma && (index_.IsVerb(i) || OpensClauseLikeVerb(i))) {
      Fillers found = VerbSubject(i, types, taken, Reach::kBeside);
      for (ArgumentRecord& argument : found) argument.resolution_rule = "main-clause-subject";
      return found;
    }
  }
  return {};
}

Fillers SlotFiller::RoleAfter(const TriggerSite& site) const {
  const int end =
      std::min(index_.PassageTokens(site.tokens.begin).end, site.tokens.end + kForwardReach + 1);
  for (int i = site.tokens.end; i < end; ++i) {
    const RolePhrase* role = roles_.BeginningAt(i);
    if (role != nullptr) return {FromText(role->title)};
  }
  return {};
}

Fillers SlotFiller::Anywhere(const CompiledSlot& slot, const TriggerSite& site,
                             const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  if (slot.role == "role") return RoleAfter(site);
  int best = -1;
  int best_distance = 1 << 20;
  if (slot.fillers.AcceptsValues()) {
    for (int i = passage.begin; i < passage.end; ++i) {
      const int v = index_.ValueAt(i);
      if (v < 0) continue;
      const ValueMention& value = analysis_.values[v];
      i = std::max(i, value.tokens.end - 1);
      if (!slot.fillers.Accepts(value.kind) || !slot.AcceptsUnit(value)) continue;
      if (slot.role == "count" && value.quantity.unit_key == "PERCENT") continue;
      if (Taken(value.range, taken)) continue;
      const bool after = value.tokens.begin >= site.tokens.end;
      if (slot.role == "count" && !after && CommaBetween(value.tokens.end, site.tokens.begin)) {
        continue;
      }
      int distance =
          after ? value.tokens.begin - site.tokens.end : 2 * (site.tokens.begin - value.tokens.end);
      for (int between = std::min(site.tokens.end, value.tokens.end);
           between < std::max(site.tokens.begin, value.tokens.begin); ++between) {
        if (index_.IsStrongBoundary(between)) distance += 12;
      }
      if (distance < best_distance) {
        best_distance = distance;
        best = v;
      }
    }
  }
  if (best < 0 || best_distance > 30) return {};
  ArgumentRecord out;
  out.kind = ArgumentRecord::Kind::kValue;
  out.value = best;
  out.range = analysis_.values[best].range;
  out.text = std::string(analysis_.Quote(out.range));
  return {out};
}

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

Fillers SlotFiller::TitleHolder(const RolePhrase& role, const FillerSet& types,
                                const std::vector<ByteRange>& taken) const {
  const bool plural = IsPeopleNoun(index_.token(role.title.begin));
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
  // "X, who was chief executive of Y", "X worked as a researcher at Y".
  const int before = MentionBefore(role.title.begin, types, taken, /*through_prepositions=*/false);
  if (before < 0) return {};
  const int gap = role.title.begin - analysis_.mentions[before].tokens.end;
  return gap > kPredicateReach ? Fillers{} : Fillers{FromMention(before)};
}

Fillers SlotFiller::WithCoordinatedBefore(int mention, const FillerSet& types,
                                          const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(analysis_.mentions[mention].tokens.begin);
  Fillers out = {FromMention(mention)};
  int begin = analysis_.mentions[mention].tokens.begin;
  while (begin - 1 > passage.begin && static_cast<int>(out.size()) < kMaxCoordinated) {
    int i = begin - 1;
    bool linked = index_.HasConjunction(begin);
    for (int step = 0; step < 3 && i > passage.begin; ++step, --i) {
      if (index_.IsComma(i) || index_.token(i).surface == "و")
        linked = true;
      else if (!index_.IsQuoteMark(i))
        break;
    }
    const int other = index_.MentionAt(i);
    if (!linked || other < 0 || !types.Accepts(index_.TypeOfMention(other))) break;
    if (Taken(analysis_.mentions[other].range, taken)) break;
    out.push_back(FromMention(other));
    begin = analysis_.mentions[other].tokens.begin;
  }
  return out;
}

Fillers SlotFiller::QuotedName(int quote, const FillerSet& types) const {
  if (!types.organization) return {};
  const TokenRange passage = index_.PassageTokens(quote);
  const std::string& mark = index_.token(quote).form;
  if (mark == "»" || mark == "”") return {};
  if (mark != "«" && mark != "“") {
    // Marks of one shape open and close in turn.
    int before = 0;
    for (int i = passage.begin; i < quote; ++i) before += index_.token(i).form == mark;
    if (before % 2 != 0) return {};
  }
  int close = quote + 1;
  for (; close < passage.end && !index_.IsQuoteMark(close); ++close) {
    const PartOfSpeech pos = index_.token(close).part_of_speech;
    const bool word = pos == PartOfSpeech::kNoun || pos == PartOfSpeech::kProperNoun ||
                      pos == PartOfSpeech::kUnknown || pos == PartOfSpeech::kOther ||
                      pos == PartOfSpeech::kAdjective;
    if (!word || index_.MentionAt(close) >= 0 || index_.ValueAt(close) >= 0) return {};
  }
  const int length = close - quote - 1;
  if (close >= passage.end || length < 1 || length > kLongestQuotedName) return {};
  ArgumentRecord out = FromText({quote + 1, close});
  out.resolution_rule = "quoted-name";
  return {out};
}

Fillers SlotFiller::QuotedBefore(int relative, const FillerSet& types) const {
  const TokenRange passage = index_.PassageTokens(relative);
  int close = relative - 1;
  if (close > passage.begin && index_.IsComma(close)) --close;
  if (close <= passage.begin || !index_.IsQuoteMark(close)) return {};
  for (int open = close - 1; open >= passage.begin && open >= close - 1 - kLongestQuotedName;
       --open) {
    if (index_.IsQuoteMark(open)) return QuotedName(open, types);
  }
  return {};
}

bool SlotFiller::NamesAGroup(int from) const {
  if (from >= static_cast<int>(analysis_.tokens.size())) return false;
  const TokenRange passage = index_.PassageTokens(from);
  // "works [at Y today] 620 people": complements may come first.
  if (index_.IsAnyPreposition(from)) {
    const bool bound = !index_.token(from).enclitic.empty();
    from += bound ? 1 : 2;
    while (from < passage.end && (index_.MentionAt(from) >= 0 || index_.IsQuoteMark(from))) ++from;
  }
  while (from < passage.end &&
         (index_.token(from).part_of_speech == PartOfSpeech::kAdverb ||
          (index_.ValueAt(from) >= 0 &&
           analysis_.values[index_.ValueAt(from)].kind == ValueKind::kDate))) {
    ++from;
  }
  for (int i = from; i < passage.end && i < from + 5; ++i) {
    if (index_.MentionAt(i) >= 0 || index_.IsVerb(i)) return false;
    const int value = index_.ValueAt(i);
    if (value >= 0) {
      if (CountsPeople(analysis_.values[value])) return true;
      continue;
    }
    if (IsPeopleNoun(index_.token(i))) return true;
    const std::string& word = index_.token(i).surface;
    const bool partitive = word == "من" || word == "عدد" || word == "عشرات" || word == "مييات";
    if (index_.IsAnyPreposition(i) && !partitive) return false;
    if (!index_.IsNominal(i) && !partitive) return false;
  }
  return false;
}

Fillers SlotFiller::Antecedent(int relative, int verb, const FillerSet& types,
                               const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(relative);
  const std::string& word = index_.token(relative).surface;
  const bool plural = absl::EndsWith(word, "الذين") || absl::EndsWith(word, "اللذين") ||
                      absl::EndsWith(word, "اللذان") || absl::EndsWith(word, "اللواتي");
  const bool group =
      plural || (absl::EndsWith(word, "التي") && relative > passage.begin &&
                 index_.MentionAt(relative - 1) < 0 && IsPeopleNoun(index_.token(relative - 1)));
  if (group && types.person) {
    // "the researchers who worked at Y, among them A and B"
    int head = relative - 1;
    while (head > passage.begin && index_.MentionAt(head) < 0 &&
           index_.token(head).part_of_speech == PartOfSpeech::kAdjective &&
           !IsPeopleNoun(index_.token(head))) {
      --head;
    }
    if (head >= passage.begin && index_.MentionAt(head) < 0 && IsPeopleNoun(index_.token(head))) {
      const Fillers listed = Enumerated(verb + 1, types);
      if (!listed.empty()) return listed;
      // "A, one of the executives who moved": the one that the group stands beside.
      for (int i = head; i >= passage.begin && i > head - 5; --i) {
        if (index_.token(i).surface != "احد" && index_.token(i).surface != "احدي") continue;
        const int one = MentionBefore(i, types, taken, /*through_prepositions=*/true);
        if (one >= 0 && i - analysis_.mentions[one].tokens.end <= 1) return {FromMention(one)};
      }
      return {};
    }
  }
  const int nearest = AdjacentBefore(relative, types, taken);
  if (nearest < 0) return {};
  return plural ? WithCoordinatedBefore(nearest, types, taken) : Fillers{FromMention(nearest)};
}

int SlotFiller::AdjacentBefore(int token, const FillerSet& types,
                               const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(token);
  for (int i = token - 1; i >= passage.begin && i >= token - kAntecedentReach; --i) {
    const int mention = index_.MentionAt(i);
    if (mention >= 0) {
      i = analysis_.mentions[mention].tokens.begin;
      const bool fits = types.Accepts(index_.TypeOfMention(mention)) &&
                        !Taken(analysis_.mentions[mention].range, taken);
      if (fits) return mention;
      continue;
    }
    // Words in quotation marks that are no known name are a name all the same.
    if (index_.IsQuoteMark(i) && i > passage.begin && i >= token - 2 &&
        index_.MentionAt(i - 1) < 0) {
      return -1;
    }
    if (index_.IsVerb(i) || index_.IsStrongBoundary(i)) return -1;
  }
  return -1;
}

bool SlotFiller::IsOfRelative(int token, const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(token);
  for (int i = token - 1; i > passage.begin && i > token - 6; --i) {
    if (index_.IsComma(i)) return false;
    if (!index_.IsRelativePronoun(i)) continue;
    const int mention = index_.MentionAt(i - 1) >= 0 || i - 2 < passage.begin
                            ? index_.MentionAt(i - 1)
                            : index_.MentionAt(i - 2);
    return mention >= 0 && Taken(analysis_.mentions[mention].range, taken);
  }
  return false;
}

Fillers SlotFiller::PersonBehindComplement(int verb, const std::vector<ByteRange>& taken) const {
  FillerSet person;
  person.person = true;
  const TokenRange passage = index_.PassageTokens(verb);
  if (verb + 1 >= passage.end || !index_.IsAnyPreposition(verb + 1)) return {};
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
                          roles_.Covering(host - 1) != nullptr;
    if (!complete || Taken(analysis_.mentions[mention].range, taken)) return {};
    return WithCoordinated(mention, person);
  }
  return {};
}

int SlotFiller::RelativeEnd(int relative) const {
  const TokenRange passage = index_.PassageTokens(relative);
  int i = relative + 1;
  while (i < passage.end && !index_.IsComma(i) && !index_.IsStrongBoundary(i) &&
         index_.token(i).form != ")") {
    ++i;
  }
  return i;
}

bool SlotFiller::OutsideTitle(int token, const TriggerSite& site) const {
  if (site.construction != lexicon::Frame::ROLE_NOUN) return false;
  const RolePhrase* role = roles_.Covering(site.tokens.begin);
  if (role == nullptr || token < role->tokens.end) return false;
  // "the engineer X of Y": what comes right after the name still belongs to the title.
  const int person = roles_.PersonBeside(*role);
  if (person < 0) return true;
  const int named = analysis_.mentions[person].tokens.end;
  return named <= role->title.begin || token > named;
}

bool SlotFiller::BelongsToTitle(int token, const TriggerSite& site) const {
  const RolePhrase* role = roles_.Covering(token);
  if (role == nullptr || token < role->title.end) return false;
  const bool own = site.construction == lexicon::Frame::ROLE_NOUN;
  const bool apart =
      own ? role->title.begin > site.tokens.end : role->title.begin >= site.tokens.end;
  return apart && roles_.IsAttributive(*role);
}

bool SlotFiller::IsPurpose(int verb) const {
  const std::vector<std::string>& clitics = index_.token(verb).proclitics;
  return std::find(clitics.begin(), clitics.end(), "ل") != clitics.end();
}

int SlotFiller::GoverningVerb(int verb) const {
  const Token& token = index_.token(verb);
  const bool purpose = IsPurpose(verb);
  const TokenRange passage = index_.PassageTokens(verb);
  const bool next = index_.HasConjunction(verb) ||
                    (verb > passage.begin && index_.token(verb - 1).surface == "ثم");
  if (!purpose && !next && !index_.HasSubordinator(verb)) return -1;
  const VerbFeatures own = FeaturesOf(token);
  for (int i = verb - 1; i >= passage.begin && i > verb - kGoverningReach; --i) {
    if (index_.token(i).form == "." || index_.token(i).form == "؛") return -1;
    if (!index_.IsVerb(i)) continue;
    const VerbFeatures other = FeaturesOf(index_.token(i));
    const bool clash = own.gender != VerbGender::kUnknown && other.gender != VerbGender::kUnknown &&
                       own.gender != other.gender;
    return clash ? -1 : i;
  }
  return -1;
}

bool SlotFiller::AgreesAfter(int verb, const ArgumentRecord& filler, const FillerSet& types) const {
  if (filler.kind != ArgumentRecord::Kind::kEntity || !types.person || !types.organization) {
    return true;
  }
  if (analysis_.entities[filler.entity].type != EntityType::kOrganization) return true;
  if (FeaturesOf(index_.token(verb)).gender != VerbGender::kMasculine) return true;
  // "تواجه" and "نفت" are read as masculine perfects of other verbs and are feminine here.
  const std::string& form = index_.token(verb).base;
  if (absl::StartsWith(form, "ت") || absl::EndsWith(form, "ت")) return true;
  // A masculine verb takes a bank or a fund, not a company.
  const int name = index_.TokenOfMention(filler.range, filler.entity);
  return name > verb + 1 && !absl::EndsWith(index_.token(verb + 1).base, "ه");
}

Fillers SlotFiller::Preceding(const TriggerSite& site, const FillerSet& types,
                              const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  for (int i = site.tokens.begin - 1; i >= passage.begin && i >= site.tokens.begin - 8; --i) {
    const int mention = index_.MentionAt(i);
    if (mention >= 0) {
      const bool fits = types.Accepts(index_.TypeOfMention(mention)) &&
                        !Taken(analysis_.mentions[mention].range, taken);
      if (!fits) return {};
      // "A and B, who came from X": the participle says how many.
      const std::string& form = index_.token(site.tokens.begin).base;
      const bool several =
          types.person && index_.token(site.tokens.begin).definite &&
          (absl::EndsWith(form, "ين") || absl::EndsWith(form, "ون") || absl::EndsWith(form, "ان"));
      return several ? WithCoordinatedBefore(mention, types, taken) : Fillers{FromMention(mention)};
    }
    const std::string& word = index_.token(i).surface;
    const bool mark = index_.IsQuoteMark(i) || index_.IsComma(i) || word == ")" || word == "(" ||
                      word == "-" || word == "وهي" || word == "وهو";
    if (!mark && (!index_.IsNominal(i) || index_.IsAnyPreposition(i))) return {};
  }
  return {};
}

Fillers SlotFiller::TitleOrganization(const TriggerSite& site, const FillerSet& types,
                                      const std::vector<ByteRange>& taken) const {
  if (site.construction == lexicon::Frame::ROLE_NOUN) {
    const RolePhrase* role = roles_.Covering(site.tokens.begin);
    const int organization = role == nullptr ? -1 : roles_.OrganizationOf(*role);
    if (organization < 0 || !types.Accepts(index_.TypeOfMention(organization))) return {};
    return {FromMention(organization)};
  }
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  const int first = std::max(passage.begin, site.tokens.begin - kForwardReach);
  const int last = std::min(passage.end, site.tokens.end + kForwardReach);
  for (int i = first; i < last; ++i) {
    const RolePhrase* role = roles_.BeginningAt(i);
    if (role == nullptr || role->former) continue;
    const int person = roles_.PersonBeside(*role);
    const bool own = person >= 0 ? Taken(analysis_.mentions[person].range, taken)
                                 : i < site.tokens.begin && IsOfRelative(i, taken);
    const bool gets = i >= site.tokens.end && person < 0 && !roles_.IsAttributive(*role) &&
                      !index_.IsAnyPreposition(i) && !index_.IsAnyPreposition(i - 1) &&
                      !IsPeopleNoun(index_.token(i));
    const int organization = own || gets ? roles_.OrganizationOf(*role) : -1;
    if (organization < 0 || !types.Accepts(index_.TypeOfMention(organization))) continue;
    return {FromMention(organization)};
  }
  return {};
}

bool SlotFiller::CommaBetween(int from, int to) const {
  for (int i = from; i < to; ++i) {
    if (index_.IsComma(i)) return true;
  }
  return false;
}

bool SlotFiller::IsShare(const ArgumentRecord& argument) const {
  return argument.kind == ArgumentRecord::Kind::kValue &&
         analysis_.values[argument.value].quantity.unit_key == "PERCENT";
}

Fillers SlotFiller::Fill(const CompiledSlot& slot, const TriggerSite& site,
                         const std::vector<ByteRange>& taken) const {
  const bool verbal = site.construction == lexicon::Frame::ACTIVE_VERB ||
                      site.construction == lexicon::Frame::PASSIVE_VERB;
  for (Slot::Position position : slot.positions) {
    Fillers found;
    switch (position) {
      case Slot::VERB_SUBJECT:
        found = verbal ? VerbSubject(site.tokens.begin, slot.fillers, taken, Reach::kCarried)
                       : GoverningSubject(site, slot.fillers, taken);
        break;
      case Slot::VERB_OBJECT:
        found = site.construction == lexicon::Frame::PASSIVE_VERB
                    ? VerbSubject(site.tokens.begin, slot.fillers, taken,
                                  index_.IsMarkedPassive(site.tokens.begin) ? Reach::kCarried
                                                                            : Reach::kBeside)
                    : VerbObject(site, slot.fillers, taken);
        break;
      case Slot::AFTER_PREPOSITION:
        found = AfterPreposition(slot, site, taken);
        break;
      case Slot::GENITIVE:
        found = Genitive(site, slot.fillers, taken);
        break;
      case Slot::ANYWHERE:
        found = Anywhere(slot, site, taken);
        break;
      case Slot::GOVERNING_SUBJECT:
        found = GoverningSubject(site, slot.fillers, taken);
        break;
      case Slot::TRIGGER_WORDS:
        found = {FromText(site.tokens)};
        break;
      case Slot::APPOSITION:
        found = Apposition(site, slot.fillers, taken);
        break;
      case Slot::PRECEDING:
        found = Preceding(site, slot.fillers, taken);
        break;
      case Slot::TITLE_ORGANIZATION:
        found = TitleOrganization(site, slot.fillers, taken);
        break;
      default:
        break;
    }
    if (found.empty() || (slot.role == "count" && IsShare(found.front()))) continue;
    if (found.front().kind == ArgumentRecord::Kind::kValue &&
        !slot.AcceptsUnit(analysis_.values[found.front().value])) {
      continue;
    }
    for (ArgumentRecord& argument : found) argument.role = slot.role;
    return found;
  }
  return {};
}

}  // namespace isnad::extraction
