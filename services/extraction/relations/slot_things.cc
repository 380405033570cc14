// Parts of SlotFiller that find plants, sites and products that are not called by a name.

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/relations/slot_filler.h"
#include "services/extraction/relations/slot_reach.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

using WordSet = absl::flat_hash_set<absl::string_view>;

// Words between a site and the larger one that it stands in.
constexpr int kInsideReach = 5;
// How far back the first mention of a plant or site is looked for, in tokens.
constexpr int kFacilityReach = 400;

// Of a site: "the centre [of data]", "a [new] plant", "its [industrial] complex".
bool IsPlainModifier(const Token& token, const Token& site) {
  static const auto* nouns = new WordSet{"بيانات", "عمليات", "توزيع", "انتاج", "تطوير"};
  // "a centre for data [للبيانات]".
  if (site.enclitic.empty() && absl::StartsWith(token.surface, "لل") &&
      nouns->contains(token.base)) {
    return true;
  }
  if (token.definite == site.enclitic.empty()) return false;
  return nouns->contains(token.surface) || token.part_of_speech == PartOfSpeech::kAdjective;
}

// "the industrial [city] of Jubail": what belongs to the name of a place behind it.
bool ContinuesPlace(const PhraseIndex& index, int token) {
  const Token& word = index.token(token);
  return word.definite && word.part_of_speech == PartOfSpeech::kAdjective &&
         index.MentionAt(token) < 0 && word.listed && word.base == "صناعيه";
}

// "an office in Tokyo": the token after the place of a site that a token begins, -1 where there is
// none. An office, and a plant or centre of which nothing else is said, is told by its place alone.
int EndOfSite(const PhraseIndex& index, int token, bool facility) {
  static const auto* offices =
      new WordSet{"مكتب", "مكتبا", "مكاتب", "فرع", "فرعا", "فروع", "فروعا"};
  constexpr int kPlaceReach = 5;
  const bool office = offices->contains(index.token(token).base);
  if (!office && (!facility || index.token(token).definite)) return -1;
  const int last = index.PassageTokens(token).end;
  const int end = std::min(last, token + 1 + kPlaceReach);
  constexpr int kModifiers = 1;
  bool inside = false;
  for (int i = token + 1; i < end; ++i) {
    const bool leads = index.IsPreposition(i, "في") || index.IsPreposition(i, "ب") ||
                       index.token(i).surface == "قرب";
    const bool plain =
        i <= token + kModifiers && IsPlainModifier(index.token(i), index.token(token));
    // "a laboratory of its own [لها] in X".
    const bool owner = index.IsPreposition(i, "ل") && !index.token(i).enclitic.empty();
    if (!office && !inside && !leads && !plain && !owner) return -1;
    inside = inside || leads;
    const int mention = index.MentionAt(i);
    if (mention >= 0) {
      const bool place = inside && index.TypeOfMention(mention) == EntityType::kLocation;
      if (!place) return -1;
      const int behind = index.analysis().mentions[mention].tokens.end;
      return behind < last && ContinuesPlace(index, behind) ? behind + 1 : behind;
    }
    if (index.IsVerb(i) || index.IsComma(i) || index.IsStrongBoundary(i)) return -1;
  }
  return -1;
}

}  // namespace

bool SlotFiller::IsFacilityNoun(const Token& token) {
  static const auto* set = new WordSet{
      "مركز",   "مراكز", "مصنع",   "مصانع",    "مجمع",    "محطه",       "محطات",     "مقر",
      "برج",    "ابراج", "ملعب",   "مستودع",   "مختبر",   "مبني",       "مدينه",     "مصفاه",
      "معمل",   "حرم",   "منشاه",  "مطار",     "ميناء",   "خط",         "مزرعه",     "استاد",
      "مستشفي", "حظيره", "متجر",   "متاجر",    "فندق",    "منتجع",      "منجم",      "مفاعل",
      "مخزن",   "ورشه",  "صاله",   "رصيف",     "جسر",     "نفق",        "مرفا",      "سد",
      "فرعا",   "مصنعا", "مركزا",  "مجمعا",    "مقرا",    "مصنعين",     "مركزين",    "مستشفيات",
      "منشات",  "حقل",   "مجمعات", "مستودعات", "مختبرات", "اكاديميه",   "حرما",      "معملا",
      "متجرا",  "مطارا", "ملعبا",  "برجا",     "مستودعا", "مختبرا",     "مبنيي",     "توسعه",
      "خطوط",   "فنادق", "خطا",    "استوديو",  "استديو",  "استوديوهات", "استديوهات", "استوديوهين",
      "مطبخ",   "مطبخا", "مسبك",   "مسبكا",    "مكتبا",   "ورشا",       "مخزنا",     "مبنيا"};
  if (set->contains(token.base) || (!token.enclitic.empty() && set->contains(token.lemma))) {
    return true;
  }
  // "يبني خطا", "مستودعا": the accusative.
  constexpr size_t kAlef = 2;  // bytes
  if (token.definite || !absl::EndsWith(token.base, "ا")) return false;
  return set->contains(absl::string_view(token.base).substr(0, token.base.size() - kAlef));
}

bool SlotFiller::NamesSite(const Fillers& objects) const {
  if (objects.empty()) return true;
  // The kind of site stands in the words or right before the name.
  constexpr int kKindReach = 3;
  const ArgumentRecord& object = objects.front();
  const int first = index_.TokenAtByte(object.range.begin);
  for (int i = first; i < index_.size() && index_.token(i).range.begin < object.range.end; ++i) {
    if (IsFacilityNoun(index_.token(i))) return true;
  }
  if (object.kind == ArgumentRecord::Kind::kText) {
    if (EndOfSite(index_, first, false) >= 0) return true;
    return object.resolution_rule == "quoted-name" || object.resolution_rule == "called" ||
           FollowsSiteNoun(first);
  }
  for (int i = first - 1; i >= std::max(0, first - kKindReach); --i) {
    if (IsFacilityNoun(index_.token(i))) return true;
  }
  return false;
}

int SlotFiller::NamedBefore(int token) const {
  const int first = index_.PassageTokens(token).begin;
  int i = token - 1;
  if (i <= first || !index_.IsComma(i)) return -1;
  --i;
  while (i > first && index_.IsQuoteMark(i)) --i;
  const int mention = index_.MentionAt(i);
  if (mention < 0 || analysis_.mentions[mention].kind != MentionKind::kName) return -1;
  const EntityType type = index_.TypeOfMention(mention);
  return type == EntityType::kProduct ? mention : -1;
}

bool SlotFiller::FollowsSiteNoun(int token) const {
  int i = token - 1;
  while (i >= 0 && index_.IsQuoteMark(i)) --i;
  return i >= 0 && i < token - 1 && IsFacilityNoun(index_.token(i));
}

bool SlotFiller::OpensWithBill(int token) const {
  static const auto* bills = new WordSet{"فاتوره", "كلفه", "تكلفه", "ميزانيه", "موازنه", "استثمار"};
  const Token& word = index_.token(token);
  if (!word.definite || !bills->contains(word.base)) return false;
  const TokenRange passage = index_.PassageTokens(token);
  const bool opens = token == passage.begin ? token > 0 : index_.token(token - 1).form == ".";
  return opens && token + 1 < passage.end && index_.ValueAt(token + 1) >= 0;
}

Fillers SlotFiller::FacilityBefore(int token) const {
  TokenRange passage = index_.PassageTokens(token);
  if (token == passage.begin && OpensWithBill(token)) passage = index_.PassageTokens(token - 1);
  // A singular relative pronoun is about no plural: "مجمع لمراكز البيانات الذي".
  bool singular = false;
  const auto singular_at = [this](int i) {
    return index_.token(i).surface == "الذي" || index_.token(i).surface == "التي";
  };
  for (int i = token - 1; i >= passage.begin && i >= token - kBackwardReach; --i) {
    const bool stop = index_.token(i).form == "." || index_.token(i).form == "؛";
    // "They build a plant in X. The bill is N": of what the sentence before is about.
    if (stop && !OpensWithBill(token)) break;
    if (index_.token(i).surface == "الذي") singular = true;
    // "the plant that Y builds": right before the relative pronoun.
    const bool whole =
        i == passage.begin || index_.token(i - 1).definite || !IsFacilityNoun(index_.token(i - 1));
    const bool meant = index_.token(i).definite && i == token - 1 && whole && singular_at(token);
    if (!IsFacilityNoun(index_.token(i)) || (index_.token(i).definite && !meant)) continue;
    // "X، the centre that Y builds": called by the name before the comma.
    const int named = meant ? NamedBefore(i) : -1;
    if (named >= 0) return {FromMention(named)};
    if (meant) return {FromText({i, i + 1})};
    if (singular && (index_.token(i).base == "مراكز" || index_.token(i).base == "مصانع")) continue;
    if (index_.MentionAt(i) >= 0 && !index_.MentionStartsAt(i)) continue;
    // "a campus of data centres": the whole.
    while (i > passage.begin && IsFacilityNoun(index_.token(i - 1)) &&
           !index_.token(i - 1).definite && index_.MentionAt(i - 1) < 0) {
      --i;
    }
    TokenRange words = NounPhraseFrom(i, kMaxTextTokens);
    // "a second hangar in the airport of X, at a cost of": what stands in it.
    const int inside = i > passage.begin && index_.token(i - 1).surface == "في" ? i - 2 : -1;
    for (int k = inside; k >= passage.begin && k > inside - kInsideReach; --k) {
      if (index_.MentionAt(k) >= 0 || !index_.IsNominal(k)) break;
      if (IsFacilityNoun(index_.token(k)) && !index_.token(k).definite) {
        words = NounPhraseFrom(k, kMaxTextTokens);
      }
    }
    if (words.size() <= 1) continue;
    // "X، the centre of data [مركز البيانات] that Y builds": called by the name before the comma.
    const int called = index_.token(words.end - 1).definite ? NamedBefore(words.begin) : -1;
    return {called >= 0 ? FromMention(called) : FromText(words)};
  }
  return {};
}

Fillers SlotFiller::SiteOfPronoun(int host) const {
  static const auto* works = new WordSet{"مشروع", "موقع", "مشروعا", "موقعا"};
  const bool feminine = index_.token(host).enclitic == "ها";
  if (!feminine && index_.token(host).enclitic != "ه") return {};
  const int first = std::max(index_.PassageTokens(host).begin, host - kBackwardReach);
  for (int i = host - 1; i >= first; --i) {
    const Token& noun = index_.token(i);
    if (noun.form == "." || noun.form == "؛") return {};
    const int mention = index_.MentionAt(i);
    if (mention >= 0) {
      if (index_.TypeOfMention(mention) == EntityType::kProduct) return {};
      continue;
    }
    if (!IsFacilityNoun(noun) && !works->contains(noun.base)) continue;
    const bool plural = noun.base == "مراكز" || noun.base == "مصانع";
    if ((absl::EndsWith(noun.base, "ه") || plural) != feminine) continue;
    // "the compound of plants": the whole.
    const bool part = i > first && index_.MentionAt(i - 1) < 0 && !index_.token(i - 1).definite &&
                      IsFacilityNoun(index_.token(i - 1));
    if (part) continue;
    const TokenRange words = NounPhraseFrom(i, kMaxTextTokens);
    return {FromText(words.size() > 0 ? words : TokenRange{i, i + 1})};
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

TokenRange SlotFiller::FacilityBeside(TokenRange words) const {
  const TokenRange none{words.end, words.end};
  if (words.size() == 0 || !IsFacilityNoun(index_.token(words.begin))) return none;
  const int comma = words.end;
  if (comma + 1 >= index_.PassageTokens(words.begin).end || !index_.IsComma(comma)) return none;
  if (!IsFacilityNoun(index_.token(comma + 1)) || index_.token(comma + 1).definite) return none;
  return NounPhraseFrom(comma + 1, kMaxTextTokens);
}

void SlotFiller::NameSite(ArgumentRecord* argument) const {
  if (argument->kind == ArgumentRecord::Kind::kText) {
    const int site = index_.TokenAtByte(argument->range.begin);
    if (site >= index_.size()) return;
    // "the works of building a plant": the plant.
    const int last = index_.TokenAtByte(argument->range.end - 1);
    const TokenRange built = PastLaunch({site, last + 1});
    if (built.begin > site && IsFacilityNoun(index_.token(built.begin))) {
      const std::string role = argument->role;
      *argument = FromText(built);
      argument->role = role;
      NameSite(argument);
      return;
    }
    // "its project in X".
    const Token& noun = index_.token(site);
    const bool project = IsSameWord(noun.base, "مشروع") && !noun.enclitic.empty();
    const int end = EndOfSite(index_, site, project || IsFacilityNoun(noun));
    if (end < 0) return;
    const std::string rule = argument->resolution_rule;
    const std::string role = argument->role;
    *argument = FromText({site, end});
    argument->resolution_rule = rule;
    argument->role = role;
    return;
  }
  if (argument->kind != ArgumentRecord::Kind::kEntity) return;
  const int name = index_.TokenOfMention(argument->range, argument->entity);
  if (name < 0 || index_.MentionAt(name) < 0) return;
  const Mention& mention = analysis_.mentions[index_.MentionAt(name)];
  if (mention.rule == "gazetteer" || mention.kind != MentionKind::kName) return;
  const int first = std::max(index_.PassageTokens(name).begin, name - 2);
  for (int head = first; head < name; ++head) {
    if (!IsFacilityNoun(index_.token(head)) || index_.token(head).definite) continue;
    const TokenRange words = NounPhraseFrom(head, kMaxTextTokens);
    if (words.end <= name) return;
    const std::string role = argument->role;
    *argument = FromText(words);
    argument->role = role;
    return;
  }
}

bool SlotFiller::IsProductNoun(const Token& token) {
  static const auto* set =
      new WordSet{"نموذج",  "هاتف",  "تطبيق", "خدمه",  "سياره", "جهاز",  "منصه",  "لعبه",  "نظاره",
                  "نظارات", "ساعه",  "متصفح", "رقاقه", "شريحه", "معالج", "بطاقه", "محفظه", "مساعد",
                  "نسخه",   "اصدار", "ميزه",  "خاصيه", "طراز",  "روبوت", "حاسوب", "منتج",  "اداه",
                  "برنامج", "نظام",  "شاحنه", "دراجه", "طايره", "خوذه",  "لقاح",  "دواء",  "عمله"};
  return set->contains(token.base) || (!token.enclitic.empty() && set->contains(token.lemma));
}

int SlotFiller::ProductDescribedBy(TokenRange words) const {
  if (words.size() == 0 || !IsProductNoun(index_.token(words.begin))) return -1;
  const int end = index_.PassageTokens(words.begin).end;
  for (int i = words.begin + 1; i < end && i <= words.end; ++i) {
    const int mention = index_.MentionAt(i);
    if (mention >= 0) {
      return index_.TypeOfMention(mention) == EntityType::kProduct ? mention : -1;
    }
    const Token& word = index_.token(i);
    const bool able = IsSameWord(index_.token(i - 1).base, "قابل") ||
                      IsSameWord(index_.token(i - 1).base, "قابله");
    const bool adjective = word.part_of_speech == PartOfSpeech::kAdjective;
    if (!able && !adjective && !index_.IsQuoteMark(i)) return -1;
  }
  return -1;
}

bool SlotFiller::FollowsProductNoun(int token) const {
  constexpr int kModifiers = 3;
  const int first = std::max(index_.PassageTokens(token).begin, token - kModifiers);
  for (int i = token - 1; i >= first; --i) {
    if (IsProductNoun(index_.token(i))) return true;
    const Token& modifier = index_.token(i);
    const bool genitive = modifier.definite && index_.MentionAt(i) < 0 && index_.IsNominal(i);
    if (modifier.part_of_speech != PartOfSpeech::kAdjective && !genitive) return false;
  }
  return false;
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
    if (mention < 0) continue;
    const bool fits = product.Accepts(index_.TypeOfMention(mention)) || BearsProductName(mention);
    if (!fits) continue;
    return {FromMention(mention, "product-before")};
  }
  return {};
}

}  // namespace isnad::extraction
