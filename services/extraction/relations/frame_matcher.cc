#include "services/extraction/relations/frame_matcher.h"

#include <algorithm>

#include "absl/algorithm/container.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/morphology/verb_features.h"
#include "services/extraction/relations/coordination.h"

namespace isnad::extraction {
namespace {

// Every trigger is asked for these several times, and a view knows the length of what it is
// compared with, a string looks for its end.
absl::string_view TypeOf(const CompiledFrame& frame) { return frame.type; }
absl::string_view RoleOf(const CompiledSlot& slot) { return slot.role; }

using lexicon::Frame;

// A quotation longer than this is cut at the clause boundaries around the roles, in bytes.
constexpr int kLongQuote = 420;
// A subject with its titles ends within this many tokens after its verb.
constexpr int kSubjectReach = 16;
// Words that may stand before the verb of a sentence without subject: "كما كان قد".
constexpr int kOpeningWords = 3;
// How far before a post the house is named that its bearer moves to, and the words from "to" to it.
constexpr int kGoalReach = 14;
constexpr int kGoalPhrase = 5;
constexpr size_t kMaxFactsPerTrigger = 12;
constexpr double kImpliedPenalty = 0.75;
constexpr double kResolvedPenalty = 0.9;

// Speech with a verb is read by SpeechFinder; event nouns of it are frames like any other.
bool IsReadAsSpeech(const CompiledFrame& frame) {
  if (TypeOf(frame) == "CRITICIZED") return frame.construction != Frame::EVENT_NOUN;
  return TypeOf(frame) == "STATED" || TypeOf(frame) == "DENIED";
}

// Those who act together act on each other: "X and Y compete", "X and Y announced a partnership".
bool IsMutual(const CompiledFrame& frame) {
  return TypeOf(frame) == "PARTNERED_WITH" ||
         (TypeOf(frame) == "COMPETES_WITH" && frame.construction == Frame::ACTIVE_VERB);
}

// What somebody leaves who leaves an organisation, folded.
bool IsWorkplace(const Token& token) {
  static const auto* set = new absl::flat_hash_set<absl::string_view>{
      "منصب",  "مناصب", "عمل",   "وظيفه", "شركه",  "موسسه", "مجموعه", "مكتب", "فريق", "قسم",
      "مختبر", "وحده",  "قياده", "رياسه", "اداره", "مهام",  "موقع",   "بنك",  "مصرف", "مقعد"};
  return set->contains(token.base) || set->contains(token.lemma);
}

// Without the organisation the fact says little: "the engineer X", "X left".
bool NeedsOrganization(const CompiledFrame& frame) {
  return TypeOf(frame) == "HOLDS_ROLE" || TypeOf(frame) == "LEFT" || TypeOf(frame) == "JOINED" ||
         TypeOf(frame) == "APPOINTED" || TypeOf(frame) == "FOUNDED";
}

// "the launch of X's new model": the thing says whose it is.
bool IsThingOf(const ArgumentRecord& thing, const ArgumentRecord& owner) {
  constexpr int kShortestWord = 4;  // in bytes; shorter are quotation marks
  return thing.kind == ArgumentRecord::Kind::kText && thing.range.contains(owner.range) &&
         thing.range.begin + kShortestWord < owner.range.begin;
}

bool IsOutletClass(const EntityRecord& entity) {
  static const auto* classes = new absl::flat_hash_set<absl::string_view>{
      "NEWSPAPER", "NEWS_SITE", "NEWS_AGENCY", "MAGAZINE"};
  return classes->contains(entity.entity_class);
}

// "Between X and Y": one preposition governs both ends.
bool SharesBetween(const CompiledFrame& frame) {
  int slots = 0;
  for (const CompiledSlot& slot : frame.slots) {
    const bool end = RoleOf(slot) == "subject" || RoleOf(slot) == "object";
    if (end && slot.prepositions.size() == 1 && slot.prepositions.front() == "بين") ++slots;
  }
  return slots == 2;
}

}  // namespace

FactRecord FrameMatcher::NewFact(const CompiledFrame& frame, TokenRange trigger,
                                 const Mood& mood) const {
  FactRecord fact;
  fact.type = frame.type;
  fact.rule = frame.type + "/" + frame.name;
  fact.SetConfidence("frame", frame.confidence);
  fact.trigger = analysis_.BytesOf(trigger);
  fact.passage = index_.token(trigger.begin).passage;
  fact.polarity = mood.polarity;
  fact.modality = mood.modality;
  // The new date of what was delayed lies ahead, the delay does not.
  if (fact.type == "DELAYED" && mood.dated_ahead) fact.modality = Modality::kActual;
  if (mood.postponed && fact.type != "DELAYED") fact.modality = Modality::kPlanned;
  if (frame.always_actual && fact.modality == Modality::kPlanned) {
    fact.modality = Modality::kActual;
  }
  if (frame.denied) fact.polarity = Polarity::kDenied;
  if (frame.asserted) fact.polarity = Polarity::kAsserted;
  return fact;
}

ByteRange FrameMatcher::QuoteAround(const FactRecord& fact, int passage) const {
  const Passage& p = analysis_.passages[passage];
  if (p.range.end - p.range.begin <= kLongQuote) return p.range;
  ByteRange core = fact.trigger;
  auto widen = [&](const ArgumentRecord& argument) {
    if (!argument.filled() || !p.range.contains(argument.range)) return;
    core.begin = std::min(core.begin, argument.range.begin);
    core.end = std::max(core.end, argument.range.end);
  };
  widen(fact.subject);
  widen(fact.object);
  for (const ArgumentRecord& role : fact.roles) widen(role);
  int first = p.tokens.begin;
  int last = p.tokens.end - 1;
  for (int i = p.tokens.begin; i < p.tokens.end; ++i) {
    const ByteRange at = index_.token(i).range;
    const bool boundary = index_.IsComma(i) || index_.IsStrongBoundary(i);
    if (boundary && at.end <= core.begin) first = i + 1;
    if (boundary && at.begin >= core.end) {
      last = i - 1;
      break;
    }
  }
  if (first > last) return core;
  ByteRange out{std::min(core.begin, index_.token(first).range.begin),
                std::max(core.end, index_.token(last).range.end)};
  return out;
}

Fillers FrameMatcher::FromListItems(int passage, const FillerSet& types) const {
  Fillers out;
  const int count = static_cast<int>(analysis_.passages.size());
  const Passage& head = analysis_.passages[passage];
  if (head.kind == PassageKind::kListItem || head.tokens.empty() ||
      index_.token(head.tokens.end - 1).form != ":") {
    return out;
  }
  for (int p = passage + 1; p < count; ++p) {
    if (analysis_.passages[p].kind != PassageKind::kListItem) break;
    const TokenRange item = analysis_.passages[p].tokens;
    for (int i = item.begin; i < item.end; ++i) {
      if (index_.MentionAt(i) < 0) continue;
      const Mention& mention = analysis_.mentions[index_.MentionAt(i)];
      if (mention.entity < 0) continue;
      if (!types.Accepts(analysis_.entities[mention.entity].type)) continue;
      ArgumentRecord argument;
      argument.kind = ArgumentRecord::Kind::kEntity;
      argument.entity = mention.entity;
      argument.range = mention.range;
      argument.text = std::string(analysis_.Quote(mention.range));
      argument.resolution_rule = "list-item";
      out.push_back(argument);
      break;
    }
  }
  return out;
}

bool FrameMatcher::HasOtherObject(const CompiledFrame& frame, const TriggerSite& site,
                                  const std::vector<ByteRange>& taken) const {
  if (frame.construction != Frame::ACTIVE_VERB) return false;
  const auto direct = absl::c_find_if(frame.slots, [](const CompiledSlot& slot) {
    return RoleOf(slot) == "object" && slot.fillers.organization && !slot.fillers.text &&
           absl::c_linear_search(slot.positions, lexicon::Slot::VERB_OBJECT);
  });
  if (direct == frame.slots.end()) return false;
  const int end = index_.PassageTokens(site.tokens.begin).end;
  int i = site.tokens.end;
  for (int k = i; k < std::min(end, i + kSubjectReach); ++k) {
    const bool filled = absl::c_any_of(taken, [&](const ByteRange& range) {
      return range.overlaps(index_.token(k).range) && index_.ValueAt(k) < 0;
    });
    if (filled) i = k + 1;
  }
  const RolePhrase* title =
      i < end && index_.IsComma(i) && i + 1 < end ? roles_.BeginningAt(i + 1) : nullptr;
  if (title != nullptr) i = title->tokens.end;
  while (i < end && (index_.IsQuoteMark(i) || index_.IsComma(i) || index_.IsAdverb(i))) {
    ++i;
  }
  if (i >= end || index_.ValueAt(i) >= 0 || index_.IsAnyPreposition(i)) return false;
  if (!index_.IsNominal(i) || index_.token(i).shape == TokenShape::kPunctuation) return false;
  return !IsWorkplace(index_.token(i));
}

bool FrameMatcher::IsGoal(const ArgumentRecord& house) const {
  constexpr int kReach = 4;
  if (house.kind != ArgumentRecord::Kind::kEntity) return false;
  const int name = index_.TokenOfMention(house.range, house.entity);
  if (name < 0) return false;
  const int first = std::max(index_.PassageTokens(name).begin, name - kReach);
  bool with = index_.IsPreposition(name, "ب");
  for (int i = name; i >= first; --i) {
    if (index_.IsPreposition(i, "الي")) return true;
    with = with || index_.IsPreposition(i, "ب");
    if (with && index_.IsVerb(i)) return index_.token(i).lemma == "التحق";
    if (i < name && !with && !index_.IsQuoteMark(i) &&
        (index_.MentionAt(i) >= 0 || !index_.IsNominal(i))) {
      return false;
    }
  }
  return false;
}

bool FrameMatcher::IsOnlyAdjective(const ArgumentRecord& end) const {
  if (end.kind != ArgumentRecord::Kind::kText || !end.resolution_rule.empty()) return false;
  const Token& word = index_.token(index_.TokenAtByte(end.range.begin));
  return word.range.end >= end.range.end && word.part_of_speech == PartOfSpeech::kAdjective;
}

bool FrameMatcher::NamesOtherSubject(const CompiledFrame& frame, const TriggerSite& site,
                                     const Fillers& subjects, const Fillers& objects) const {
  if (frame.construction != Frame::ACTIVE_VERB || subjects.empty()) return false;
  const std::string& rule = subjects.front().resolution_rule;
  if (rule != "topic" && rule != "carried-subject") return false;
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  // "The machine works with ...": whoever the sentences before are about is no machine.
  if (TypeOf(frame) == "HOLDS_ROLE" && rule == "topic" &&
      site.tokens.begin > passage.begin + kOpeningWords) {
    return true;
  }
  int i = site.tokens.end;
  // "signed «X» an agreement": a name that nobody knows acts, unless it is the object.
  if (i < passage.end && index_.IsQuoteMark(i) && i + 1 < passage.end &&
      index_.MentionAt(i + 1) < 0 && !objects.empty()) {
    int close = i + 1;
    while (close < passage.end && !index_.IsQuoteMark(close)) ++close;
    const bool later =
        close < passage.end && objects.front().range.begin >= index_.token(close).range.end;
    if (later && close - i <= kSubjectReach / 4) return true;
  }
  // "which X led": what follows a verb with its object on it acts.
  if (!index_.token(site.tokens.begin).enclitic.empty()) {
    int next = i;
    while (next < passage.end && index_.IsQuoteMark(next)) ++next;
    const int named = next < passage.end ? index_.MentionAt(next) : -1;
    if (named >= 0 && index_.MentionStartsAt(next) && !index_.IsAnyPreposition(next) &&
        analysis_.mentions[named].entity != subjects.front().entity) {
      return true;
    }
  }
  // "[took part] in it the fund X": the pronoun stands before the subject.
  const bool pronoun = i < passage.end && index_.IsAnyPreposition(i) &&
                       !index_.token(i).enclitic.empty() && !index_.IsNominal(i);
  const bool transitive = absl::c_any_of(frame.slots, [](const CompiledSlot& slot) {
    return absl::c_linear_search(slot.positions, lexicon::Slot::VERB_OBJECT);
  });
  if (pronoun) ++i;
  // "18 pilots resigned", "most of them moved".
  if (!transitive && i < passage.end) {
    static const auto* shares = new absl::flat_hash_set<absl::string_view>{
        "معظم", "بعض", "جميع", "كل", "عدد", "نصف", "غالبيه", "اغلب", "اثنان", "اثنين"};
    const int value = index_.ValueAt(i);
    if (value >= 0 && analysis_.values[value].kind == ValueKind::kQuantity) return true;
    if (index_.MentionAt(i) < 0 && shares->contains(index_.token(i).base)) return true;
  }
  // "joined [an unknown name] the company": the verb has no object, so a noun behind it acts.
  if (!pronoun && !transitive && i < passage.end && index_.MentionAt(i) < 0 &&
      index_.ValueAt(i) < 0 && index_.IsNominal(i) && !index_.IsAnyPreposition(i) &&
      !index_.IsAdverb(i) && !index_.token(i).stop_word && !index_.HasConjunction(i) &&
      (index_.token(i).proclitics.empty() || index_.token(i).proclitics.front() == "ال") &&
      !absl::EndsWith(index_.token(i).base, "ا")) {
    return true;
  }
  // "takes part the company": whoever is named right behind such a verb acts.
  if (!pronoun && !transitive && i < passage.end) {
    int next = i;
    while (next < passage.end && index_.IsQuoteMark(next)) ++next;
    if (next < passage.end && index_.MentionStartsAt(next) && !index_.IsAnyPreposition(next) &&
        !index_.HasConjunction(next) &&
        analysis_.mentions[index_.MentionAt(next)].entity != subjects.front().entity) {
      return true;
    }
  }
  if (pronoun && !transitive) {
    while (i < passage.end && (index_.IsQuoteMark(i))) ++i;
    const int named = i < passage.end ? index_.MentionAt(i) : -1;
    return named >= 0 && analysis_.mentions[named].entity != subjects.front().entity;
  }
  // "launched [the firm X] its device": a definite noun of kind opens a subject, not an object.
  if (objects.empty() || pronoun || i >= passage.end || index_.MentionAt(i) >= 0) return false;
  if (!index_.token(i).definite || !index_.IsNominal(i)) return false;
  while (i < passage.end && index_.MentionAt(i) < 0 &&
         (index_.IsQuoteMark(i) || (index_.token(i).definite && index_.IsNominal(i)))) {
    ++i;
  }
  const int named = i < passage.end ? index_.MentionAt(i) : -1;
  return named >= 0 && analysis_.mentions[named].range == objects.front().range &&
         index_.TypeOfMention(named) == EntityType::kOrganization;
}

bool FrameMatcher::SaysOfNothing(const RolePhrase& role) const {
  static const auto* fields = new absl::flat_hash_set<absl::string_view>{
      "عمليات", "تسويق", "مبيعات",  "ماليه",   "منتجات",   "هندسه",   "برمجيات", "ابحاث",
      "بحث",    "تطوير", "تقنيه",   "تصميم",   "اتصال",    "موارد",   "بشريه",   "علاقات",
      "خدمات",  "شوون",  "قانونيه", "اعمال",   "ذكاء",     "اصطناعي", "بيانات",  "امن",
      "سلامه",  "محتوي", "تشغيل",   "ايرادات", "نمو",      "ابتكار",  "مخاطر",   "امتثال",
      "تجاريه", "عملاء", "انتاج",   "عتاد",    "قسم",      "قطاع",    "وحده",    "اداره",
      "دايره",  "تعليم", "اول",     "تنفيذي",  "تكنولوجيا"};
  const int end = index_.PassageTokens(role.title.begin).end;
  if (role.tokens.end < end && index_.IsQuoteMark(role.tokens.end)) return false;
  for (int i = role.title.end; i < role.tokens.end; ++i) {
    if (index_.MentionAt(i) >= 0 || !fields->contains(index_.token(i).base)) return false;
  }
  return true;
}

bool FrameMatcher::MayImplyOrganization(const CompiledFrame& frame, const TriggerSite& site) const {
  if (TypeOf(frame) == "LEFT") return true;
  if (TypeOf(frame) == "HOLDS_ROLE") {
    // What stands right after the title says of what it is, though not by a known name.
    const RolePhrase* role = roles_.Covering(site.tokens.begin);
    return site.senior && role != nullptr && SaysOfNothing(*role);
  }
  if (TypeOf(frame) == "APPOINTED" || TypeOf(frame) == "FOUNDED") {
    return NamesOwnPost(frame, site);
  }
  if (frame.type != "JOINED") return false;
  // "joined a new project" says where, though not by name.
  const int end = std::min(index_.PassageTokens(site.tokens.begin).end, site.tokens.end + 4);
  for (int i = site.tokens.end; i < end; ++i) {
    // What a title is of is not where its bearer goes.
    if (roles_.Covering(i) != nullptr) continue;
    if (index_.IsPreposition(i, "الي") || index_.IsPreposition(i, "ل")) return false;
    // "joined it": whatever that is.
    if (!index_.token(i).enclitic.empty() && index_.token(i).base == "الي") return false;
  }
  return true;
}

// "X, one of the founders", "X was appointed chief executive": nothing says of what, so it goes
// without saying. What stands right behind the title says of what it is, though not by a known
// name.
bool FrameMatcher::NamesOwnPost(const CompiledFrame& frame, const TriggerSite& site) const {
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  if (TypeOf(frame) == "FOUNDED") {
    if (frame.construction != Frame::ROLE_NOUN) return false;
    const RolePhrase* role = roles_.BeginningAt(site.tokens.begin);
    return role != nullptr && SaysOfNothing(*role) && roles_.PersonBeside(*role) >= 0 &&
           index_.token(site.tokens.begin).definite;
  }
  // "was followed by X", "X takes her place": in the post that was just spoken of.
  if (frame.name == "act-for" || frame.name == "appointed-instead" ||
      frame.name == "appoint-instead" || frame.name == "succeed" || frame.name == "take-place-of" ||
      frame.name == "take-lead")
    return true;
  const int end = std::min(passage.end, site.tokens.end + kSubjectReach);
  for (int i = site.tokens.end; i < end; ++i) {
    const RolePhrase* role = roles_.BeginningAt(i);
    if (role == nullptr || (roles_.IsAttributive(*role) && roles_.PersonBeside(*role) >= 0))
      continue;
    return role->senior && SaysOfNothing(*role);
  }
  return false;
}

Fillers FrameMatcher::Announcer(const TriggerSite& site) const {
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  static const auto* sources = new absl::flat_hash_set<absl::string_view>{
      "حسبما", "بحسبما", "وفقما", "كما", "حسب", "وفق", "وفقا", "بحسب"};
  constexpr int kSourceReach = 7;
  for (int i = site.tokens.end; i < passage.end; ++i) {
    if (index_.token(i).form == ".") return {};
    if (!sources->contains(index_.token(i).base)) continue;
    for (int k = i + 1; k < passage.end && k < i + kSourceReach; ++k) {
      if (!index_.MentionStartsAt(k)) continue;
      const int mention = index_.MentionAt(k);
      if (index_.TypeOfMention(mention) != EntityType::kOrganization) return {};
      if (filler_.IsOutlet(mention)) return {};
      ArgumentRecord out;
      out.kind = ArgumentRecord::Kind::kEntity;
      out.entity = analysis_.mentions[mention].entity;
      out.range = analysis_.mentions[mention].range;
      out.text = std::string(analysis_.Quote(out.range));
      out.resolution_rule = "announcer";
      return {out};
    }
  }
  return {};
}

Fillers FrameMatcher::ImpliedOrganization(TriggerSite site, const ArgumentRecord& other,
                                          absl::string_view type) const {
  const int goal = type == "APPOINTED" ? GoalBefore(site.tokens.begin) : -1;
  if (goal >= 0) return {ImpliedBy(goal)};
  int main = index_.document_subject();
  // The house whose officer was just named is the one in mind.
  const bool of_move = type == "LEFT" || type == "APPOINTED";
  const int posted = of_move ? PostedOrganization(index_, roles_, site.tokens.begin) : -1;
  if (posted >= 0 && !filler_.IsOutlet(posted)) main = analysis_.mentions[posted].entity;
  if (main < 0 || other.entity == main) return {};
  // Another organisation in mind leaves it open which is meant.
  const int first = index_.PassageTokens(site.tokens.begin).begin;
  for (int i = site.tokens.begin - 1; i >= first; --i) {
    const int named = index_.MentionAt(i);
    if (named < 0 || index_.TypeOfMention(named) != EntityType::kOrganization) continue;
    if (analysis_.mentions[named].entity == main) break;
    if (!filler_.IsOutlet(named)) return {};
  }
  // The last mention before the trigger, so that the evidence stays close; else the first one.
  const int mention = index_.NearestMention(main, site.tokens.begin);
  if (mention < 0) return {};
  const Mention* nearest = &analysis_.mentions[mention];
  // An agency of unknown name reports what others do.
  if (nearest->tokens.begin > 0) {
    static const auto* outlets =
        new absl::flat_hash_set<absl::string_view>{"وكاله", "صحيفه", "موقع", "مجله", "قناه"};
    if (outlets->contains(index_.token(nearest->tokens.begin - 1).base)) return {};
  }
  return {ImpliedBy(mention)};
}

bool FrameMatcher::ActsForHouse(const CompiledFrame& frame, const TriggerSite& site,
                                const ArgumentRecord& subject) const {
  static const auto* deeds = new absl::flat_hash_set<absl::string_view>{
      "RELEASED", "PLANS_RELEASE", "DELAYED", "ACQUIRED", "PARTNERED_WITH", "REORGANIZED"};
  static const auto* sayings = new absl::flat_hash_set<absl::string_view>{
      "نفي", "قال", "اكد", "اعلن", "اوضح", "كشف", "استبعد", "رفض", "ذكر", "اضاف"};
  constexpr int kTitleReach = 3;
  if (!deeds->contains(frame.type) || subject.kind != ArgumentRecord::Kind::kEntity) return false;
  if (analysis_.entities[subject.entity].type != EntityType::kPerson) return false;
  const int name = index_.TokenOfMention(subject.range, subject.entity);
  if (name < 0) return false;
  const int trigger = site.tokens.begin;
  if (index_.token(name).passage != index_.token(trigger).passage) return true;
  for (int i = name; i < trigger; ++i) {
    if (index_.token(i).form == ".") return true;
  }
  if (frame.construction != Frame::EVENT_NOUN) return false;
  const int first = std::max(index_.PassageTokens(name).begin, name - kTitleReach);
  for (int i = name - 1; i >= first; --i) {
    if (index_.IsVerb(i)) return sayings->contains(index_.token(i).lemma);
  }
  return false;
}

bool FrameMatcher::IsUnion(const ArgumentRecord& subject) const {
  static const auto* unions = new absl::flat_hash_set<absl::string_view>{
      "نقابه", "اتحاد", "نقابات", "كونفدراليه", "كونفيدراليه", "فيدراليه", "رابطه", "جمعيه"};
  if (subject.kind != ArgumentRecord::Kind::kEntity) return false;
  const int name = index_.TokenOfMention(subject.range, subject.entity);
  if (name < 0) return false;
  const bool before = name > 0 && unions->contains(index_.token(name - 1).base);
  return before || unions->contains(index_.token(name).base);
}

Fillers FrameMatcher::OrganizationInRelative(const ArgumentRecord& person) const {
  static const auto* worked = new absl::flat_hash_set<absl::string_view>{
      "قاد",  "يقود",  "تقود", "قادت",  "شغل",   "يشغل", "تشغل",  "شغلت",  "عمل",   "يعمل", "تعمل",
      "عملت", "ادار",  "يدير", "تدير",  "ادارت", "تراس", "يتراس", "تتراس", "تراست", "اشرف", "يشرف",
      "تشرف", "اشرفت", "تولي", "يتولي", "تتولي", "تولت", "راس",   "يراس",  "تراس"};
  constexpr int kOfficeReach = 10;
  const int name = index_.TokenOfMention(person.range, person.entity);
  if (name < 0 || index_.MentionAt(name) < 0) return {};
  const int end = index_.PassageTokens(name).end;
  int i = analysis_.mentions[index_.MentionAt(name)].tokens.end;
  while (i < end && (index_.IsQuoteMark(i) || index_.IsComma(i))) ++i;
  if (i >= end || !index_.IsRelativePronoun(i)) return {};
  bool works = false;
  for (int k = i + 1; k < end && k < i + kOfficeReach && !index_.IsComma(k); ++k) {
    works = works || worked->contains(index_.token(k).base);
    if (!works || !index_.MentionStartsAt(k)) continue;
    const int mention = index_.MentionAt(k);
    if (index_.TypeOfMention(mention) != EntityType::kOrganization) continue;
    return {ImpliedBy(mention)};
  }
  return {};
}

ArgumentRecord FrameMatcher::ImpliedBy(int mention) const {
  ArgumentRecord out;
  out.kind = ArgumentRecord::Kind::kEntity;
  out.entity = analysis_.mentions[mention].entity;
  out.range = analysis_.mentions[mention].range;
  out.text = std::string(analysis_.Quote(out.range));
  out.resolution_rule = "document-subject";
  return out;
}

int FrameMatcher::GoalBefore(int token) const {
  const int first = index_.PassageTokens(token).begin;
  for (int i = token - 1; i > first && i > token - kGoalReach; --i) {
    if (index_.token(i).form == "." || index_.token(i).form == "؛") return -1;
    const int named = index_.MentionAt(i);
    if (named < 0 || index_.TypeOfMention(named) != EntityType::kOrganization) continue;
    for (int k = analysis_.mentions[named].tokens.begin; k > first && k > i - kGoalPhrase; --k) {
      if (k < i && index_.MentionAt(k) >= 0 && index_.MentionAt(k) != named) break;
      if (index_.IsPreposition(k, "الي")) return named;
    }
    return -1;
  }
  return -1;
}

void FrameMatcher::NameOffice(ArgumentRecord* argument) const {
  if (argument->kind != ArgumentRecord::Kind::kEntity) return;
  const int name = index_.TokenOfMention(argument->range, argument->entity);
  if (name < 0 || index_.MentionAt(name) < 0) return;
  const TokenRange passage = index_.PassageTokens(name);
  int head = name - 1;
  while (head >= passage.begin && index_.IsQuoteMark(head)) --head;
  static const auto* offices =
      new absl::flat_hash_set<absl::string_view>{"مكتب", "فرع", "مقر", "مكاتب", "فروع"};
  if (head < passage.begin || !offices->contains(index_.token(head).base)) return;
  int end = analysis_.mentions[index_.MentionAt(name)].tokens.end;
  while (end < passage.end && index_.IsQuoteMark(end)) ++end;
  if (end + 1 < passage.end && index_.IsPreposition(end, "في") && index_.MentionStartsAt(end + 1)) {
    end = analysis_.mentions[index_.MentionAt(end + 1)].tokens.end;
  }
  argument->kind = ArgumentRecord::Kind::kText;
  argument->entity = -1;
  argument->range = analysis_.BytesOf({head, end});
  argument->text = std::string(analysis_.Quote(argument->range));
}

bool FrameMatcher::IsPast(const TriggerSite& site) const {
  if (site.construction != Frame::ACTIVE_VERB) return false;
  const Token& verb = index_.token(site.tokens.begin);
  if (FeaturesOf(verb).tense == VerbTense::kPerfect) return true;
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  // "used to lead".
  const int before = site.tokens.begin - 1;
  if (before >= passage.begin &&
      (index_.token(before).base == "كان" || index_.token(before).base == "كانت")) {
    return true;
  }
  for (int i = site.tokens.end; i < passage.end && i < site.tokens.end + 3; ++i) {
    if (index_.token(i).surface == "سابقا") return true;
  }
  return false;
}

bool FrameMatcher::IsPurpose(const TriggerSite& site) const {
  const int noun = site.tokens.begin;
  const bool verb = site.construction == Frame::ACTIVE_VERB && index_.IsVerb(noun) &&
                    FeaturesOf(index_.token(noun)).tense != VerbTense::kPerfect;
  if (site.construction != Frame::EVENT_NOUN && !verb) return false;
  if (!absl::c_linear_search(index_.token(noun).proclitics, "ل")) return false;
  // What such a noun governs is a cause, a date or a rule.
  static const auto* causes = new absl::flat_hash_set<absl::string_view>{
      "نتيجه", "نظرا", "وفقا", "تبعا", "نسبه", "استجابه", "شكرا", "مرافقا", "سبب", "خلافا", "اثر"};
  return noun == index_.PassageTokens(noun).begin || !causes->contains(index_.token(noun - 1).base);
}

void FrameMatcher::MatchFrame(const CompiledFrame& frame, TriggerSite site,
                              std::vector<FactRecord>* out) const {
  site.construction = frame.construction;
  // "in succession to X" is no verb.
  if (frame.construction == Frame::ACTIVE_VERB && index_.token(site.tokens.begin).base == "خلفا") {
    return;
  }
  const absl::string_view type = TypeOf(frame);
  const int passage = index_.token(site.tokens.begin).passage;
  const Mood mood = MoodOf(index_, site.tokens);
  const bool event = frame.construction != Frame::ROLE_NOUN;
  if (event && mood.unreal && !frame.always_actual) return;
  // What was put off neither came out nor is planned; the frames of delays say so.
  const bool release = type == "RELEASED" || type == "PLANS_RELEASE";
  if (release && mood.postponed) return;
  FactRecord base = NewFact(frame, site.tokens, mood);
  // "an agreement to build": what something else is for lies ahead.
  const bool deed = type == "RELEASED" || type == "PLANS_RELEASE" || type == "BUILDS_FACILITY";
  if (deed && base.modality == Modality::kActual && IsPurpose(site)) {
    base.modality = Modality::kPlanned;
  }
  // A title is held whatever happens to its bearer.
  if (!event) {
    base.polarity = Polarity::kAsserted;
    base.modality = Modality::kActual;
  }
  // How many somebody will employ says nothing of how many he does.
  if (type == "HEADCOUNT" && base.modality == Modality::kPlanned) return;
  if (frame.planned_only != (base.modality == Modality::kPlanned) &&
      (frame.planned_only || type == "RELEASED")) {
    return;
  }
  Fillers subjects, objects;
  std::vector<ByteRange> taken;
  bool open_organization = false;
  for (const CompiledSlot& slot : frame.slots) {
    if (RoleOf(slot) == "object" && !objects.empty()) continue;
    if (RoleOf(slot) == "subject" && !subjects.empty()) continue;
    Fillers found = filler_.Fill(slot, site, taken);
    if (SharesBetween(frame) && RoleOf(slot) == "subject") {
      if (found.size() < 2) return;
      objects.assign(found.begin() + 1, found.end());
      found.resize(1);
    }
    const bool person_list = found.empty() && slot.required && slot.fillers.person &&
                             frame.construction != Frame::ROLE_NOUN;
    if (person_list) {
      found = FromListItems(passage, slot.fillers);
      if (!found.empty()) base.cross_sentence = true;
    }
    if (found.empty()) {
      const bool mutual = RoleOf(slot) == "object" && IsMutual(frame) && subjects.size() > 1;
      if (slot.required && mutual) {
        AddPairs(base, subjects, passage, out);
        return;
      }
      if (slot.required) return;
      if (RoleOf(slot) == "object" && slot.fillers.organization) open_organization = true;
      continue;
    }
    if (RoleOf(slot) == "subject")
      subjects = found;
    else if (RoleOf(slot) == "object")
      objects = found;
    else
      base.roles.push_back(found.front());
    for (ArgumentRecord& argument : found) {
      argument.role = slot.role;
      if (argument.kind != ArgumentRecord::Kind::kText || slot.role != "object") {
        taken.push_back(argument.range);
      }
    }
  }
  const Fillers maker = MakerOf(frame, objects, site);
  const bool carried = !subjects.empty() && !subjects.front().resolution_rule.empty();
  if (!maker.empty() && (subjects.empty() || carried)) subjects = maker;
  if (subjects.empty() && (release || type == "DELAYED")) subjects = Announcer(site);
  const bool house_known = index_.document_subject() >= 0;
  if (house_known && !subjects.empty() && ActsForHouse(frame, site, subjects.front())) {
    subjects.clear();
  }
  if (subjects.empty()) {
    // Nobody is named: the organisation that the text is about most likely acts.
    subjects = ImpliedOrganization(site, objects.empty() ? ArgumentRecord() : objects.front(),
                                   /*type=*/"");
    if (subjects.empty()) return;
    base.LowerConfidence("participant that the sentence does not name", kImpliedPenalty);
    base.cross_sentence = true;
  }
  if (type == "LEFT" && !objects.empty() && IsGoal(objects.front())) {
    objects.clear();
    open_organization = true;
  }
  if (NamesOtherSubject(frame, site, subjects, objects)) return;
  if (IsOnlyAdjective(subjects.front())) return;
  // "the lab X [which belongs] to it": an adjective with the article is of the name before it.
  if (!objects.empty() && IsOnlyAdjective(objects.front()) &&
      index_.token(index_.TokenAtByte(objects.front().range.begin)).definite) {
    return;
  }
  // A union speaks of those who were dismissed; it dismisses nobody.
  if (type == "LAID_OFF" && IsUnion(subjects.front())) return;
  if (objects.empty() && HasOtherObject(frame, site, taken)) return;
  if (type == "PLANS_RELEASE" && !objects.empty() && filler_.IsNoProduct(objects.front())) {
    return;
  }
  if (type == "DELAYED" && !objects.empty() && !filler_.MayBeLate(objects.front())) return;
  if (type == "BUILDS_FACILITY") {
    if (!filler_.NamesSite(objects)) return;
    for (ArgumentRecord& object : objects) filler_.NameSite(&object);
  }
  if (open_organization && objects.empty() && subjects.front().filled() &&
      MayImplyOrganization(frame, site)) {
    if (type == "LEFT") objects = OrganizationInRelative(subjects.front());
    // Who follows somebody does so where he was, not where he went.
    const bool follows = frame.name == "take-place-of" || frame.name == "succeed" ||
                         frame.name == "appointed-instead" || frame.name == "appoint-instead";
    if (objects.empty()) {
      objects = ImpliedOrganization(site, subjects.front(), follows ? "LEFT" : frame.type);
    }
    base.LowerConfidence("participant that the sentence does not name", kImpliedPenalty);
    base.cross_sentence = true;
  }
  if (objects.empty() && NeedsOrganization(frame)) return;
  // Somebody's investments in general say nothing without a sum.
  if (type == "INVESTED_IN" && base.roles.empty()) {
    const bool named = !objects.empty() && objects.front().kind == ArgumentRecord::Kind::kEntity;
    if (!named || !subjects.front().resolution_rule.empty()) return;
  }
  if (type == "HOLDS_ROLE" && IsPast(site)) {
    ArgumentRecord former;
    former.kind = ArgumentRecord::Kind::kText;
    former.role = "former";
    former.range = analysis_.BytesOf(site.tokens);
    former.text = std::string(analysis_.Quote(former.range));
    base.roles.push_back(former);
  }
  if (objects.empty()) objects.resize(1);
  size_t made = 0;
  for (const ArgumentRecord& subject : subjects) {
    for (const ArgumentRecord& object : objects) {
      if (made++ >= kMaxFactsPerTrigger) return;
      if (subject.filled() && object.kind == ArgumentRecord::Kind::kEntity &&
          subject.kind == ArgumentRecord::Kind::kEntity && subject.entity == object.entity) {
        continue;
      }
      if (object.filled() && subject.range.overlaps(object.range) && !IsThingOf(object, subject)) {
        continue;
      }
      if (!AreRivals(frame, subject, object)) continue;
      FactRecord fact = base;
      fact.subject = subject;
      fact.object = object;
      fact.subject.role = "subject";
      if (type == "FOUNDED") NameOffice(&fact.object);
      if (object.filled()) fact.object.role = "object";
      for (const ArgumentRecord* end : {&fact.subject, &fact.object}) {
        if (end->filled() && !end->resolution_rule.empty()) {
          fact.LowerConfidence("participant told by a pronoun or description", kResolvedPenalty);
        }
      }
      fact.quote = QuoteAround(fact, passage);
      out->push_back(std::move(fact));
    }
  }
}

Fillers FrameMatcher::MakerOf(const CompiledFrame& frame, const Fillers& products,
                              const TriggerSite& site) const {
  const bool release =
      TypeOf(frame) == "RELEASED" || TypeOf(frame) == "PLANS_RELEASE" || TypeOf(frame) == "DELAYED";
  if (!release || products.empty() || products.front().entity < 0) return {};
  const EntityRecord& product = analysis_.entities[products.front().entity];
  if (product.type != EntityType::kProduct || product.parent_key.empty()) return {};
  const int maker = index_.EntityOfKey(product.parent_key);
  if (maker < 0) return {};
  const int mention = index_.NearestMention(maker, site.tokens.begin);
  if (mention < 0) return {};
  ArgumentRecord out;
  out.kind = ArgumentRecord::Kind::kEntity;
  out.entity = maker;
  out.range = analysis_.mentions[mention].range;
  out.text = std::string(analysis_.Quote(out.range));
  out.resolution_rule = "maker";
  return {out};
}

void FrameMatcher::AddPairs(const FactRecord& base, const Fillers& members, int passage,
                            std::vector<FactRecord>* out) const {
  size_t made = 0;
  for (size_t a = 0; a < members.size(); ++a) {
    for (size_t b = a + 1; b < members.size(); ++b) {
      if (made++ >= kMaxFactsPerTrigger) return;
      FactRecord fact = base;
      fact.subject = members[a];
      fact.subject.role = "subject";
      fact.object = members[b];
      fact.object.role = "object";
      fact.quote = QuoteAround(fact, passage);
      out->push_back(std::move(fact));
    }
  }
}

bool FrameMatcher::AreRivals(const CompiledFrame& frame, const ArgumentRecord& a,
                             const ArgumentRecord& b) const {
  if (frame.type != "COMPETES_WITH" || a.entity < 0 || b.entity < 0) return true;
  // "among the rivals of X": its like, though a shop or a search engine is a company's rival.
  const auto is_thing = [this](const ArgumentRecord& end) {
    const std::string& kind = analysis_.entities[end.entity].entity_class;
    return kind == "MODEL" || kind == "DEVICE" || kind == "CHIP";
  };
  if (frame.construction == Frame::NOUN_PHRASE && is_thing(a) != is_thing(b)) return false;
  // Who reports of rivals is none, unless both are outlets.
  if (IsOutletClass(analysis_.entities[a.entity]) != IsOutletClass(analysis_.entities[b.entity])) {
    return false;
  }
  const bool person = analysis_.entities[a.entity].type == EntityType::kPerson;
  return person == (analysis_.entities[b.entity].type == EntityType::kPerson);
}

void FrameMatcher::MatchTitle(const RolePhrase& role, std::vector<FactRecord>* out) const {
  const CompiledFrame* frame = frames_.title_frame();
  if (frame == nullptr) return;
  const size_t before = out->size();
  MatchFrame(*frame, TriggerSite{role.title, Frame::ROLE_NOUN, role.senior}, out);
  for (size_t i = before; i < out->size(); ++i) {
    FactRecord& fact = (*out)[i];
    if (!role.former) continue;
    ArgumentRecord former;
    former.kind = ArgumentRecord::Kind::kText;
    former.role = "former";
    former.range = analysis_.BytesOf(role.title);
    former.text = std::string(analysis_.Quote(former.range));
    fact.roles.push_back(former);
  }
}

// Of the frames of one type at one trigger, the one whose ends the words name most directly.
void FrameMatcher::KeepBestReading(std::vector<FactRecord>* facts) const {
  if (facts->size() < 2) return;
  const auto directness = [](const FactRecord& fact) {
    double out = fact.confidence;
    for (const ArgumentRecord* end : {&fact.subject, &fact.object}) {
      if (!end->filled()) continue;
      out += end->kind == ArgumentRecord::Kind::kText ? 0.5 : 1.0;
      if (!end->resolution_rule.empty()) out -= 0.3;
    }
    return out;
  };
  const auto outdone = [&](const FactRecord& fact) {
    return absl::c_any_of(*facts, [&](const FactRecord& other) {
      return other.type == fact.type && other.rule != fact.rule &&
             directness(other) > directness(fact) + 1e-9;
    });
  };
  std::vector<FactRecord> kept;
  for (const FactRecord& fact : *facts) {
    if (!outdone(fact)) kept.push_back(fact);
  }
  *facts = std::move(kept);
}

std::vector<FactRecord> FrameMatcher::Match(int passage) const {
  std::vector<FactRecord> out;
  const TokenRange tokens = analysis_.passages[passage].tokens;
  for (int i = tokens.begin; i < tokens.end; ++i) {
    const TokenRange trigger{i, i + 1};
    const std::vector<const CompiledFrame*> frames = frames_.TriggeredBy(index_.token(i));
    std::vector<absl::string_view> active;
    std::vector<FactRecord> read;
    for (const bool passive : {false, true}) {
      for (const CompiledFrame* frame : frames) {
        if ((frame->construction == Frame::PASSIVE_VERB) != passive) continue;
        if (IsReadAsSpeech(*frame)) continue;
        const bool marked =
            index_.IsMarkedPassive(i) || (!index_.IsVerb(i) && index_.BearsDamma(i));
        if (frame->construction == Frame::ACTIVE_VERB && marked) continue;
        // "تعتزم X طرح Y": a masdar, whatever it is spelled like.
        if (passive && !index_.IsMarkedPassive(i) && IsIntendedMasdar(index_, i)) continue;
        // A verb that was read as active is not passive, too.
        if (passive && absl::c_linear_search(active, frame->type)) continue;
        if (!ConstructionFits(*frame, i) || !WordsFit(*frame, trigger)) continue;
        const size_t before = read.size();
        MatchFrame(*frame, TriggerSite{trigger, frame->construction}, &read);
        if (read.size() > before && frame->construction == Frame::ACTIVE_VERB) {
          active.push_back(frame->type);
        }
      }
    }
    KeepBestReading(&read);
    for (FactRecord& fact : read) out.push_back(std::move(fact));
    const RolePhrase* role = roles_.BeginningAt(i);
    if (role != nullptr) MatchTitle(*role, &out);
  }
  return out;
}

}  // namespace isnad::extraction
