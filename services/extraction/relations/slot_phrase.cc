// Parts of SlotFiller that read a noun phrase from its first word on.

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/relations/people_nouns.h"
#include "services/extraction/relations/slot_filler.h"
#include "services/extraction/relations/slot_reach.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

using WordSet = absl::flat_hash_set<absl::string_view>;

// Longer quotations are speech or titles of works.
constexpr int kLongestQuotedName = 3;

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

// What is said of how far works are or whose they are, and is no part of what the thing is called.
bool IsStateOfWorks(const Token& token) {
  static const auto* set =
      new WordSet{"جاري",  "جاريه",  "مزمع",  "مزمعه",  "مقرر", "مقرره", "مرتقب", "مرتقبه",
                  "منتظر", "منتظره", "متوقع", "متوقعه", "تابع", "تابعه", "مملوك", "مملوكه"};
  return token.definite && set->contains(token.base);
}

// An indefinite object: "مستودعا".
bool IsAccusative(const Token& token) {
  return !token.definite && token.proclitics.empty() && token.enclitic.empty() &&
         token.surface.size() > 6 && absl::EndsWith(token.surface, "ا");
}

// Nouns that name a part, version or number of what follows "من". Folded.
bool IsPartitive(const Token& token) {
  static const auto* set = new WordSet{
      "نسخه",  "نسخ",   "اصدار", "اصدارات", "جيل",  "اجيال", "طراز",   "طرز",   "عدد",   "سلسله",
      "جزء",   "نموذج", "نماذج", "فيه",     "فيات", "دفعه",  "كميه",   "كميات", "حصه",   "حصص",
      "عايله", "افراد", "احد",   "احدي",    "بعض",  "كثير",  "مجموعه", "الاف",  "مليات", "ملايين"};
  return set->contains(token.base);
}

}  // namespace

Fillers SlotFiller::PhraseFillers(int from, const FillerSet& types,
                                  const std::vector<ByteRange>& taken, int limit) const {
  if (from >= static_cast<int>(analysis_.tokens.size())) return {};
  const TokenRange passage = index_.PassageTokens(from);
  int reach = limit;
  bool titled = false;
  bool part = false;
  bool behind_person = false;
  if (types.organization && from < passage.end) {
    Fillers both = BothHouses(from);
    if (!both.empty()) return both;
  }
  for (int i = from; i < passage.end && i < from + reach; ++i) {
    if (index_.MentionStartsAt(i)) {
      const int mention = index_.MentionAt(i);
      const bool fits =
          BearsProductName(mention) ? types.product : types.Accepts(index_.TypeOfMention(mention));
      const bool platform = types.platform && IsPlatform(mention);
      if ((fits || platform) && !Taken(analysis_.mentions[mention].range, taken)) {
        return WithCoordinated(mention, types);
      }
      i = analysis_.mentions[mention].tokens.end - 1;
      // "the board of Y appointed X": the person stands behind the house.
      const bool house = types.person && !types.organization &&
                         index_.TypeOfMention(mention) == EntityType::kOrganization;
      if (house) reach = std::max(reach, i - from + kPhraseReach);
      behind_person = index_.TypeOfMention(mention) == EntityType::kPerson;
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
    const RolePhrase* role = types.person ? roles_.BeginningAt(i) : nullptr;
    // "the head of X, Y": Y, not the organisation that the title is of.
    const int bearer = role != nullptr && types.organization ? roles_.PersonBeside(*role) : -1;
    if (bearer >= 0 && analysis_.mentions[bearer].tokens.begin > i &&
        !Taken(analysis_.mentions[bearer].range, taken)) {
      return WithCoordinated(bearer, types);
    }
    if (role != nullptr) {
      titled = true;
      reach = std::max(reach, kTitleReach);
    }
    if (types.organization && IsPartOrPost(index_.token(i)) && !index_.IsVerb(i)) {
      part = true;
      reach = std::max(reach, kTitleReach);
    }
    if (index_.IsQuoteMark(i)) {
      // "its wallet «X»": no organisation, though it may be taken for one.
      const int close = ClosingQuote(i);
      if (!types.product && close > i && FollowsProductNoun(i) && IsUnknownName(i + 1)) {
        i = close;
        continue;
      }
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
    // "[the resignation of somebody] and X": what is joined to a noun is no genitive of it.
    const bool joined = i > from && index_.HasConjunction(i) && !titled && !part &&
                        index_.token(i).shape != TokenShape::kPunctuation &&
                        !index_.token(i).definite &&
                        (index_.token(i - 1).part_of_speech == PartOfSpeech::kAdjective ||
                         (behind_person && !types.person));
    if (joined) break;
    const bool clitic_word = i == from && !index_.token(i).proclitics.empty();
    // "the new version of the model X": the name is in the part after "من".
    if (index_.token(i).surface == "من" && i > from &&
        (IsShareValue(index_.ValueAt(i - 1)) || IsCountedThing(i - 1) ||
         IsPartitive(index_.token(i - 1)) || (i > from + 1 && IsPartitive(index_.token(i - 2))))) {
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
  // "builds in the south of X a store": the place is no part of the store's name.
  if (begin + 1 < passage.end && index_.MentionStartsAt(begin) &&
      index_.TypeOfMention(index_.MentionAt(begin)) == EntityType::kLocation) {
    const int thing = analysis_.mentions[index_.MentionAt(begin)].tokens.end;
    const bool indefinite = thing < passage.end && index_.IsNominal(thing) &&
                            index_.MentionAt(thing) < 0 && IsAccusative(index_.token(thing));
    if (indefinite) begin = thing;
  }
  int end = begin;
  while (end < passage.end && end < begin + limit) {
    // "a store by itself [آليا]": an adjective that looks like an adverb.
    const bool agrees = end > begin && index_.IsAdverb(end) && IsAccusative(index_.token(end)) &&
                        IsAccusative(index_.token(end - 1));
    if (agrees) {
      ++end;
      continue;
    }
    if (index_.IsVerb(end) || index_.IsStrongBoundary(end) || index_.IsComma(end)) break;
    if (index_.IsRelativePronoun(end)) break;
    if (index_.ValueAt(end) >= 0 && index_.ValueAt(end) != index_.ValueAt(begin)) break;
    const absl::string_view word = index_.token(end).surface;
    const bool partitive = word == "من" && end > begin;
    // "at the plant [some] three thousand people".
    if (end > begin && word == "زهاء") break;
    if (!index_.IsNominal(end) && !partitive && !index_.IsQuoteMark(end)) break;
    // "a plant at a cost of".
    if (end > begin && (index_.IsPreposition(end, "ب") || index_.IsPreposition(end, "ك"))) break;
    // "a plant whose cost is".
    if (end > begin && !index_.token(end).enclitic.empty() &&
        (index_.token(end).lemma == "كلفه" || index_.token(end).lemma == "تكلفه")) {
      break;
    }
    // "the station whose building is under way [الجاري إنجازها]".
    if (end > begin && end + 1 < passage.end && index_.token(end).definite &&
        (index_.token(end).base == "جاري" || index_.token(end).base == "جاريه") &&
        !index_.token(end + 1).enclitic.empty()) {
      break;
    }
    // "the station is built by X [تبنيها]": spelled like a noun.
    if (end > begin && index_.token(end).base == "تبني" && !index_.token(end).enclitic.empty()) {
      break;
    }
    // "the opening of the centre was late".
    if (end > begin && (index_.token(end).base == "تاخر" || index_.token(end).base == "تاجل"))
      break;
    // "المحطة [الجاري إنجازها]", "المصنع [المزمع بناؤه]", "مختبر X [التابع لها]".
    if (end > begin && IsStateOfWorks(index_.token(end)) &&
        !(end + 1 < passage.end && index_.IsQuoteMark(end + 1))) {
      break;
    }
    // "a centre for X" ends before X.
    if (end > begin && index_.MentionStartsAt(end) && index_.IsPreposition(end, "ل")) break;
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

Fillers SlotFiller::QuotedName(int quote, const FillerSet& types) const {
  const bool product = types.product && FollowsProductNoun(quote);
  if (!types.organization && !product) return {};
  const TokenRange passage = index_.PassageTokens(quote);
  const absl::string_view mark = index_.token(quote).form;
  if (mark == "»" || mark == "”") return {};
  if (mark != "«" && mark != "“") {
    // Marks of one shape open and close in turn.
    int before = 0;
    for (int i = passage.begin; i < quote; ++i) before += index_.token(i).form == mark;
    if (before % 2 != 0) return {};
  }
  int close = quote + 1;
  int known = 0;  // tokens of places in it
  for (; close < passage.end && !index_.IsQuoteMark(close); ++close) {
    const int mention = index_.MentionAt(close);
    // "Nile Towers": a place may be part of the name.
    if (mention >= 0 && index_.TypeOfMention(mention) == EntityType::kLocation) {
      ++known;
      continue;
    }
    const PartOfSpeech pos = index_.token(close).part_of_speech;
    const bool word = pos == PartOfSpeech::kNoun || pos == PartOfSpeech::kProperNoun ||
                      pos == PartOfSpeech::kUnknown || pos == PartOfSpeech::kOther ||
                      pos == PartOfSpeech::kAdjective;
    // A product may bear its maker's name and a number.
    if (product && close > quote + (index_.ValueAt(close) >= 0 ? 1 : 0)) continue;
    if (!word || mention >= 0 || index_.ValueAt(close) >= 0) return {};
  }
  const int length = close - quote - 1;
  // "«for family reasons [لأسباب عائلية]»": a reason, not a name.
  const bool reason = length > 1 && index_.IsPreposition(quote + 1, "ل") &&
                      IsOneOf(index_.token(quote + 1).base, {"اسباب", "سبب", "دواع", "ظروف"});
  if (reason) return {};
  if (close >= passage.end || length < 1 || length > kLongestQuotedName || known == length) {
    return {};
  }
  ArgumentRecord out = FromText({quote + 1, close});
  out.resolution_rule = "quoted-name";
  return {out};
}

bool SlotFiller::IsCountedThing(int token) const {
  const int value = index_.ValueAt(token);
  return value >= 0 && analysis_.values[value].kind == ValueKind::kQuantity &&
         !IsShareValue(value) && !CountsPeople(analysis_.values[value]);
}

int SlotFiller::ClosingQuote(int open) const {
  constexpr int kLongestName = 5;
  const absl::string_view mark = index_.token(open).form;
  if (mark == "»" || mark == "”") return -1;
  const int end = std::min(index_.PassageTokens(open).end, open + kLongestName + 2);
  for (int i = open + 2; i < end; ++i) {
    if (index_.IsQuoteMark(i)) return i;
  }
  return -1;
}

bool SlotFiller::IsUnknownName(int token) const {
  const int mention = index_.MentionAt(token);
  return mention < 0 || (analysis_.mentions[mention].rule != "gazetteer" &&
                         analysis_.mentions[mention].kind == MentionKind::kName);
}

bool SlotFiller::IsPlatform(int mention) const {
  const Mention& named = analysis_.mentions[mention];
  if (named.kind != MentionKind::kName) return false;
  const absl::string_view kind = analysis_.entities[named.entity].entity_class;
  const bool app = kind == "APP" || kind == "SERVICE" || kind.empty();
  const bool product = index_.TypeOfMention(mention) == EntityType::kProduct && app;
  if (!product && !BearsProductName(mention)) return false;
  // "the platform X" employs people, "the model X" does not.
  static const auto* houses = new WordSet{"منصه", "تطبيق", "موقع", "شبكه", "متجر", "خدمه"};
  int before = named.tokens.begin - 1;
  const int first = index_.PassageTokens(named.tokens.begin).begin;
  while (before >= first && index_.IsQuoteMark(before)) --before;
  if (before < first || index_.IsAnyPreposition(before) || index_.IsVerb(before)) return product;
  return product ? !FollowsProductNoun(named.tokens.begin) ||
                       houses->contains(index_.token(before).base)
                 : houses->contains(index_.token(before).base);
}

bool SlotFiller::BearsProductName(int mention) const {
  const Mention& m = analysis_.mentions[mention];
  if (m.kind != MentionKind::kName || index_.TypeOfMention(mention) != EntityType::kOrganization) {
    return false;
  }
  if (m.rule != "latin-name" && m.rule != "learned" && m.rule != "quoted-cue") return false;
  int first = m.tokens.begin;
  if (first > index_.PassageTokens(first).begin && index_.IsQuoteMark(first - 1)) --first;
  // "the complex «X»" is no organisation either.
  const bool site =
      first > index_.PassageTokens(first).begin && first < m.tokens.begin &&
      (index_.token(first - 1).base == "مجمع" || index_.token(first - 1).base == "برج");
  return site || FollowsProductNoun(first);
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

}  // namespace isnad::extraction
