#include "services/extraction/relations/thing_objections.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/relations/frame_traits.h"
#include "services/extraction/relations/people_nouns.h"

namespace isnad::extraction {
namespace {

using lexicon::Frame;
using WordSet = absl::flat_hash_set<absl::string_view>;

// Nouns between a preposition or a noun and the name of the thing.
constexpr int kNouns = 4;

bool IsSystem(const Token& token) {
  static const auto* set = new WordSet{"نظام",   "انظمه", "تشغيل",  "هواتف", "اجهزه",
                                       "منظومه", "بيئه",  "حواسيب", "هاتف",  "جهاز"};
  return set->contains(token.base);
}

bool IsKindOfProduct(const Token& token) {
  static const auto* set = new WordSet{
      "نموذج",  "هاتف",   "تطبيق",   "خدمه",  "سياره",  "جهاز",  "منصه",     "لعبه",    "نظاره",
      "نظارات", "ساعه",   "متصفح",   "رقاقه", "شريحه",  "معالج", "بطاقه",    "محفظه",   "مساعد",
      "نسخه",   "اصدار",  "ميزه",    "خاصيه", "طراز",   "روبوت", "حاسوب",    "منتج",    "اداه",
      "برنامج", "نظام",   "شاحنه",   "دراجه", "طايره",  "خوذه",  "لقاح",     "دواء",    "عمله",
      "نماذج",  "هواتف",  "تطبيقات", "خدمات", "سيارات", "اجهزه", "منصات",    "العاب",   "ساعات",
      "رقايق",  "شرايح",  "منتجات",  "ادوات", "برامج",  "انظمه", "باقه",     "باقات",   "عرض",
      "عروض",   "محرك",   "كاميرا",  "سماعه", "سماعات", "شاشه",  "تحديث",    "تحديثات", "ميزات",
      "مزايا",  "مجموعه", "سلسله",   "حافله", "حافلات", "قطار",  "موقع",     "بوابه",   "مركبه",
      "مركبات", "مولد",   "حاسب",    "لوحي",  "جيل",    "خط",    "خوارزميه", "مكتبه",   "مسلسل",
      "فيلم",   "البوم",  "رواية",   "حلقات"};
  return set->contains(token.base) || (!token.enclitic.empty() && set->contains(token.lemma));
}

// "promises the phone [بهاتف]": whether the frame itself has its object behind the preposition.
bool Governs(const CompiledFrame& frame, absl::string_view preposition) {
  return std::any_of(frame.slots.begin(), frame.slots.end(), [&](const CompiledSlot& slot) {
    return RoleOf(slot) == "object" && std::find(slot.prepositions.begin(), slot.prepositions.end(),
                                                 preposition) != slot.prepositions.end();
  });
}

// Whether what comes out is the verb's subject: "the phone appeared".
bool IsSubjectOfVerb(const CompiledFrame& frame) {
  return std::any_of(frame.slots.begin(), frame.slots.end(), [](const CompiledSlot& slot) {
    return RoleOf(slot) == "object" && !slot.positions.empty() &&
           slot.positions.front() == lexicon::Slot::VERB_SUBJECT;
  });
}

}  // namespace

int ThingObjections::NameOf(const ArgumentRecord& end) const {
  if (end.kind != ArgumentRecord::Kind::kEntity) return -1;
  const int name = index_.TokenOfMention(end.range, end.entity);
  return name >= 0 && index_.MentionAt(name) >= 0 ? name : -1;
}

bool ThingObjections::IsGround(const CompiledFrame& frame, const ArgumentRecord& product,
                               const TriggerSite& site) const {
  const int name = NameOf(product);
  if (name < 0) return false;
  const int first = std::max(index_.PassageTokens(name).begin, name - kNouns);
  bool system = false;
  for (int i = name; i >= first; --i) {
    if (i == site.tokens.begin) return false;
    if (i < name && (index_.MentionAt(i) >= 0 || index_.IsVerb(i))) return false;
    if (i < name && !index_.IsQuoteMark(i)) {
      if (!IsSystem(index_.token(i))) return false;
      system = true;
    }
    if (!system) continue;
    for (const char* word : {"ب", "علي", "عبر"}) {
      if (index_.IsPreposition(i, word)) return !Governs(frame, word);
    }
    if (i > first && index_.token(i - 1).surface == "علي") return !Governs(frame, "علي");
  }
  return false;
}

bool ThingObjections::IsSaidOf(const ArgumentRecord& product, const TriggerSite& site) const {
  static const auto* said = new WordSet{
      "سبب",     "اسباب", "انفجار",  "احتراق", "مبيعات", "سعر",    "اسعار", "مشكله",  "مشاكل",
      "خلل",     "عيب",   "عيوب",    "حقيقه",  "سحب",    "ايقاف",  "الغاء", "صور",    "ارباح",
      "بديل",    "شحنات", "استخدام", "حظر",    "دعم",    "صاحب",   "اصحاب", "مستخدم", "مستخدمي",
      "مستخدمو", "نتايج", "حصه",     "ثغره",   "ثغرات",  "اختراق", "تسريب", "تسريبات"};
  const int name = NameOf(product);
  if (name < 0 || name < site.tokens.end) return false;
  for (int i = name - 1; i >= std::max(site.tokens.end, name - kNouns); --i) {
    if (index_.IsQuoteMark(i)) continue;
    if (index_.MentionAt(i) >= 0) return false;
    if (said->contains(index_.token(i).base)) return true;
    if (!index_.IsNominal(i)) return false;
  }
  return false;
}

bool ThingObjections::AnotherAppears(const CompiledFrame& frame, const ArgumentRecord& product,
                                     const TriggerSite& site) const {
  const absl::string_view rule = product.resolution_rule;
  const bool carried = rule == "topic" || rule == "carried-subject" ||
                       (rule == "only-named" && IsRelease(frame) && IsSubjectOfVerb(frame));
  if (site.construction != Frame::ACTIVE_VERB || !carried) return false;
  const int end = index_.PassageTokens(site.tokens.begin).end;
  int i = site.tokens.end;
  while (i < end && index_.MentionAt(i) < 0 && (index_.IsAdverb(i) || index_.ValueAt(i) >= 0)) {
    // "appeared last year", but "six features appeared".
    const int value = index_.ValueAt(i);
    if (value >= 0 && analysis_.values[value].kind != ValueKind::kDate) return true;
    ++i;
  }
  if (i >= end) return false;
  const Token& word = index_.token(i);
  // "frequencies that reach 36": how much, and not where.
  if (index_.IsPreposition(i, "الي") && i + 1 < end && index_.ValueAt(i + 1) >= 0) return true;
  // What stands there with a preposition, or as a state, leaves the subject to the words before.
  if (index_.IsAnyPreposition(i)) return false;
  return index_.MentionAt(i) < 0 && index_.IsNominal(i) && !index_.HasConjunction(i) &&
         !word.stop_word && !IsKindOfProduct(word) && !absl::EndsWith(word.base, "ا");
}

bool ThingObjections::IsMadeByOthers(const ArgumentRecord& product,
                                     const ArgumentRecord& house) const {
  const absl::string_view rule = house.resolution_rule;
  if (product.entity < 0 || house.entity < 0) return false;
  if (rule != "document-subject" && rule != "topic" && rule != "carried-subject") return false;
  if (product.kind != ArgumentRecord::Kind::kEntity) return false;
  const EntityRecord& thing = analysis_.entities[product.entity];
  const EntityRecord& maker = analysis_.entities[house.entity];
  if (thing.type != EntityType::kProduct || thing.parent_key.empty()) return false;
  if (maker.lexicon_key == thing.parent_key) return false;
  // A house brings out what its part makes, and a part what the house owns.
  const int parent = index_.EntityOfKey(thing.parent_key);
  const bool above = parent >= 0 && analysis_.entities[parent].parent_key == maker.lexicon_key;
  const bool sister = !maker.lexicon_key.empty() && maker.parent_key == thing.parent_key;
  return !above && !sister;
}

bool ThingObjections::IsClause(const ArgumentRecord& product, const TriggerSite& site) const {
  static const auto* what = new WordSet{"ما", "بما", "لما", "كما", "مما", "وما", "حسبما", "وفقما"};
  const int verb = site.tokens.begin;
  return product.resolution_rule == "object-pronoun" && verb > index_.PassageTokens(verb).begin &&
         what->contains(index_.token(verb - 1).surface);
}

bool ThingObjections::IsOtherSense(const CompiledFrame& frame, const ArgumentRecord& product,
                                   const TriggerSite& site) const {
  const int trigger = site.tokens.begin;
  const Token& word = index_.token(trigger);
  const int name = NameOf(product);
  const auto behind = [&](absl::string_view preposition) {
    return name > 0 && (index_.IsPreposition(name, preposition) ||
                        index_.IsPreposition(name - 1, preposition) ||
                        index_.token(name - 1).surface == preposition ||
                        (index_.IsQuoteMark(name - 1) && name > 1 &&
                         index_.token(name - 2).surface == preposition));
  };
  // "put out an advertisement of X [عن X]": only what is revealed or announced stands behind "عن".
  static const auto* shows = new WordSet{"نشر", "طرح", "اصدر", "عرض", "قدم", "استعرض", "اتاح"};
  if (absl::string_view(frame.name) == "release" && shows->contains(word.lemma)) {
    for (int i = name - 1; i > trigger && i >= name - kNouns; --i) {
      if (index_.token(i).surface == "عن") return true;
      if (!index_.IsQuoteMark(i) && !index_.IsNominal(i)) break;
    }
  }
  // "its new offer [عرضها]".
  const int next = site.tokens.end;
  if (frame.construction == Frame::EVENT_NOUN && word.base == "عرض" && !word.enclitic.empty() &&
      next < index_.size() && index_.token(next).definite &&
      index_.token(next).part_of_speech == PartOfSpeech::kAdjective) {
    return true;
  }
  // "X counts as [تعد]", spelled like "promises".
  const bool counts = word.base == "تعد" || word.base == "يعد";
  if (counts && absl::string_view(frame.name) == "promise-product" && !behind("ب")) return true;
  // "the founder X launched two frequencies": words that a person stands in.
  if (product.kind != ArgumentRecord::Kind::kText) return false;
  const int first = index_.TokenAtByte(product.range.begin);
  const int named = first < index_.size() ? index_.MentionAt(first) : -1;
  return named >= 0 && index_.TypeOfMention(named) == EntityType::kPerson;
}

bool ThingObjections::IsActive(const CompiledFrame& frame, const TriggerSite& site,
                               const ArgumentRecord& house) const {
  constexpr int kKindReach = 1;
  if (frame.construction != Frame::PASSIVE_VERB || house.resolution_rule != "only-named") {
    return false;
  }
  const int name = NameOf(house);
  return name >= site.tokens.end && name <= site.tokens.end + kKindReach &&
         !index_.IsAnyPreposition(name) && !index_.IsMarkedPassive(site.tokens.begin);
}

bool ThingObjections::NamesNoProduct(const ArgumentRecord& thing, const TriggerSite& site) const {
  static const auto* general = new WordSet{"تقديم", "عرض", "نشر"};
  constexpr int kHead = 3;
  if (thing.kind != ArgumentRecord::Kind::kText) return false;
  if (!general->contains(index_.token(site.tokens.begin).base)) return false;
  const int first = index_.TokenAtByte(thing.range.begin);
  for (int i = first; i < std::min(index_.size(), first + kHead); ++i) {
    if (index_.token(i).range.begin >= thing.range.end) break;
    if (IsKindOfProduct(index_.token(i)) || index_.MentionAt(i) >= 0) return false;
  }
  int before = first - 1;
  while (before >= 0 && index_.IsQuoteMark(before)) --before;
  return before < 0 || !IsKindOfProduct(index_.token(before));
}

bool ThingObjections::HasNoPrice(const ArgumentRecord& thing) const {
  static const auto* money =
      new WordSet{"دينار", "دولار", "يورو",   "اورو", "ريال",  "درهم", "جنيه",  "ليره",  "روبل",
                  "ين",    "يوان",  "دنانير", "صرف",  "فايده", "تفوق", "تناهز", "تقارب", "تتجاوز",
                  "تقدر",  "بلغت",  "تمويل",  "دعم",  "قرض",   "منحه", "ضريبه", "قروض"};
  constexpr int kHead = 2;
  if (!thing.filled()) return false;
  const int first = index_.TokenAtByte(thing.range.begin);
  if (first >= index_.size()) return false;
  if (index_.token(first).shape == TokenShape::kDigits) return true;
  for (int i = first; i < std::min(index_.size(), first + kHead); ++i) {
    if (index_.token(i).range.begin >= thing.range.end) break;
    if (money->contains(index_.token(i).base)) return true;
  }
  return false;
}

bool ThingObjections::IsBody(const ArgumentRecord& object) const {
  static const auto* things = new WordSet{"هاتف", "سياره", "جهاز", "طايره", "مبني", "سفينه"};
  if (object.kind != ArgumentRecord::Kind::kText) return false;
  const int first = index_.TokenAtByte(object.range.begin);
  return first < index_.size() && things->contains(index_.token(first).base);
}

bool ThingObjections::IsRank(const ArgumentRecord& site) const {
  static const auto* ordinals = new WordSet{"اول",  "اولي", "ثاني", "ثالث", "رابع", "خامس",
                                            "سادس", "سابع", "ثامن", "تاسع", "عاشر", "اخير"};
  if (!site.filled()) return false;
  const int head = index_.TokenAtByte(site.range.begin);
  if (head + 1 >= index_.size() || index_.token(head).base != "مركز") return false;
  return index_.token(head).definite && ordinals->contains(index_.token(head + 1).base);
}

bool ThingObjections::CountsNoPeople(const ArgumentRecord& count) const {
  static const auto* labels =
      new WordSet{"في",    "عام",  "سنه",   "هاتف", "موديل", "طراز",  "رقم",
                  "نموذج", "نسخه", "اصدار", "بدقه", "مركز",  "مرتبه", "فصل"};
  static const auto* harmed =
      new WordSet{"اصيب", "اصيبت", "اصابه",  "قتل",  "قتلت",  "مقتل", "توفي", "وفاه",  "جرح",
                  "جرحي", "ايقاف", "اعتقال", "ضحيه", "ضحايا", "اوقف", "يحتج", "اعتصام"};
  constexpr int kHarmReach = 2;
  if (count.kind != ArgumentRecord::Kind::kValue) return false;
  const ValueMention& value = analysis_.values[count.value];
  const TokenRange passage = index_.PassageTokens(value.tokens.begin);
  const int before = value.tokens.begin - 1;
  for (int i = before; i >= passage.begin && i > before - kHarmReach; --i) {
    if (harmed->contains(index_.token(i).base)) return true;
  }
  if (!value.quantity.unit_key.empty()) return false;
  if (before >= passage.begin) {
    const int named = index_.MentionAt(before);
    if (named >= 0 && index_.TypeOfMention(named) == EntityType::kProduct) return true;
    if (labels->contains(index_.token(before).base)) return true;
  }
  const int next = value.tokens.end;
  if (next >= passage.end) return false;
  const Token& word = index_.token(next);
  if (word.form == "×" || word.surface == "x" || word.form == "*") return true;
  // A noun right behind a bare figure is what it counts.
  return index_.MentionAt(next) < 0 && word.listed && !word.definite && word.proclitics.empty() &&
         word.part_of_speech == PartOfSpeech::kNoun && !IsPeopleNoun(word);
}

bool ThingObjections::SpeakAgainst(const CompiledFrame& frame, const TriggerSite& site,
                                   const FrameReading& reading) const {
  const absl::string_view type = TypeOf(frame);
  if (type == "HEADCOUNT" || type == "LAID_OFF") {
    return std::any_of(reading.base.roles.begin(), reading.base.roles.end(),
                       [this](const ArgumentRecord& role) {
                         return role.role == "count" && CountsNoPeople(role);
                       });
  }
  if (type == "COSTS" && !reading.subjects.empty()) {
    const ArgumentRecord& thing = reading.subjects.front();
    return HasNoPrice(thing) || IsGround(frame, thing, site);
  }
  if (reading.objects.empty()) return false;
  const ArgumentRecord& object = reading.objects.front();
  if (type == "BUILDS_FACILITY") return IsRank(object);
  if (type == "REORGANIZED") return IsBody(object);
  if (!IsReleaseOrDelay(frame)) return false;
  if (AnotherAppears(frame, object, site) || IsClause(object, site)) return true;
  if (!IsRelease(frame)) return false;
  if (IsOtherSense(frame, object, site)) return true;
  if (!reading.subjects.empty() && IsActive(frame, site, reading.subjects.front())) return true;
  if (IsGround(frame, object, site) || IsSaidOf(object, site) || NamesNoProduct(object, site))
    return true;
  return !reading.subjects.empty() && IsMadeByOthers(object, reading.subjects.front());
}

}  // namespace isnad::extraction
