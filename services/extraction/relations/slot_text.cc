// Parts of SlotFiller that tell what a thing without a known name is called.

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "services/extraction/relations/slot_filler.h"

namespace isnad::extraction {
namespace {

using WordSet = absl::flat_hash_set<absl::string_view>;

// A longer quotation is no name.
constexpr int kLongestName = 4;

// "the opening of", "the start of the operation of": what happens to the thing, not the thing.
bool IsLaunchNoun(const Token& token) {
  static const auto* set = new WordSet{
      "افتتاح", "تدشين", "اطلاق", "طرح",  "اصدار", "تسليم", "كشف",   "بدء",   "تشغيل", "انتاج",
      "انجاز",  "صدور",  "دخول",  "بناء", "تشييد", "انشاء", "اقامه", "مرتين", "مجددا"};
  return set->contains(token.base);
}

bool IsBound(const Token& token) {
  static const auto* set = new WordSet{"اقل", "اكثر", "نحو", "حوالي", "قرابه", "زهاء", "مبلغ"};
  return set->contains(token.base);
}

}  // namespace

TokenRange SlotFiller::CalledAfter(TokenRange words) const {
  const TokenRange none{words.end, words.end};
  const TokenRange passage = index_.PassageTokens(words.begin);
  int i = words.end;
  while (i < passage.end && index_.IsQuoteMark(i)) ++i;
  // "a small car made in X by the name of «Y»".
  const bool place = i + 1 < passage.end && index_.MentionAt(i) >= 0 &&
                     index_.TypeOfMention(index_.MentionAt(i)) == EntityType::kLocation;
  if (place) i = analysis_.mentions[index_.MentionAt(i)].tokens.end;
  // "مجمعا ثانيا للحوسبة يدعى": what else is said of the thing.
  const Token& thing = index_.token(words.begin);
  const bool made = words.size() > 0 && (IsProductNoun(thing) || IsFacilityNoun(thing));
  constexpr int kModifiers = 3;
  for (int steps = 0; made && steps < kModifiers && i < passage.end; ++steps, ++i) {
    const Token& word = index_.token(i);
    const bool described = word.part_of_speech == PartOfSpeech::kAdjective ||
                           word.part_of_speech == PartOfSpeech::kNumber ||
                           word.part_of_speech == PartOfSpeech::kAdverb ||
                           index_.IsPreposition(i, "ل");
    if (!described || index_.MentionAt(i) >= 0 || index_.ValueAt(i) >= 0) break;
  }
  if (i >= passage.end) return none;
  static const auto* names =
      new WordSet{"باسم",  "المسمي", "المسماه", "اسمه",    "اسمها",    "يسمي", "تسمي",
                  "يدعي",  "تدعي",   "واسمه",   "واسمها",  "سمي",      "سميت", "سماه",
                  "سماها", "سمته",   "سمتها",   "المعروف", "المعروفه", "يعرف", "تعرف"};
  static const auto* bears = new WordSet{"يحمل", "تحمل", "حمل", "حملت", "حاملا"};
  if (names->contains(index_.token(i).surface)) {
    ++i;
  } else if (bears->contains(index_.token(i).base) && i + 1 < passage.end &&
             index_.token(i + 1).base == "اسم") {
    i += 2;
  } else if (IsProductNoun(index_.token(words.begin)) && !index_.IsComma(i) &&
             NameBehind(words) >= 0) {
    // "the service of paying by phone «X»".
    i = NameBehind(words);
  } else if (index_.IsComma(i) && i == words.end) {
    // "its new model, «X»,".
    const Token& head = index_.token(words.begin);
    if (!IsProductNoun(head) && !IsFacilityNoun(head)) return none;
    ++i;
  } else {
    return none;
  }
  if (i < passage.end && made && !index_.IsComma(i - 1) && index_.MentionStartsAt(i) &&
      !index_.IsQuoteMark(i)) {
    const int mention = index_.MentionAt(i);
    const EntityType type = index_.TypeOfMention(mention);
    const bool name = analysis_.mentions[mention].kind == MentionKind::kName &&
                      type != EntityType::kPerson && type != EntityType::kLocation;
    return name ? analysis_.mentions[mention].tokens : none;
  }
  if (i >= passage.end || !index_.IsQuoteMark(i)) return none;
  const int close = ClosingQuote(i);
  if (close < 0 || close - i - 1 > kLongestName) return none;
  return {i + 1, close};
}

int SlotFiller::NameBehind(TokenRange words) const {
  constexpr int kKindReach = 4;
  const int end = std::min(index_.PassageTokens(words.begin).end, words.end + kKindReach);
  for (int i = words.end; i < end; ++i) {
    if (index_.IsQuoteMark(i)) return i;
    if (index_.IsVerb(i) || index_.IsComma(i) || index_.IsStrongBoundary(i)) return -1;
    if (index_.MentionAt(i) >= 0 || index_.ValueAt(i) >= 0 || index_.IsRelativePronoun(i))
      return -1;
    // "a feature of its assistant «X»": the name of something else.
    if (index_.HasConjunction(i) || !index_.token(i).enclitic.empty()) return -1;
  }
  return -1;
}

TokenRange SlotFiller::PastLaunch(TokenRange words) const {
  while (words.size() > 1 && IsLaunchNoun(index_.token(words.begin)) &&
         !index_.token(words.begin).definite) {
    ++words.begin;
  }
  return words;
}

bool SlotFiller::MayBeLate(const ArgumentRecord& thing) const {
  if (thing.kind != ArgumentRecord::Kind::kText || !thing.resolution_rule.empty()) return true;
  static const auto* projects =
      new WordSet{"مشروع", "مشاريع", "صفقه", "اكتتاب", "خطه", "ادراج", "اندماج", "خط", "خدمات"};
  const int first = index_.TokenAtByte(thing.range.begin);
  constexpr int kHeadWords = 3;
  for (int i = first - 1;
       i < index_.size() && i < first + kHeadWords && index_.token(i).range.begin < thing.range.end;
       ++i) {
    if (i < 0) continue;
    if (i == first && index_.token(i).base == "شركه") return false;
    const Token& token = index_.token(i);
    if (IsLaunchNoun(token) || IsProductNoun(token) || IsFacilityNoun(token)) return true;
    if (projects->contains(token.base)) return true;
  }
  return index_.IsQuoteMark(std::max(0, first - 1));
}

bool SlotFiller::IsNoProduct(const ArgumentRecord& thing) const {
  if (thing.kind != ArgumentRecord::Kind::kText) return false;
  static const auto* set = new WordSet{"شركه",  "صندوق",  "حمله",  "جوله", "محادثات", "مفاوضات",
                                       "تحقيق", "مسابقه", "مؤتمر", "حوار", "عمليه",   "مبادره"};
  return set->contains(index_.token(index_.TokenAtByte(thing.range.begin)).base);
}

bool SlotFiller::IsOnlyBound(TokenRange words) const {
  return words.size() > 0 && IsBound(index_.token(words.begin));
}

}  // namespace isnad::extraction
