#include "services/extraction/names/introduced_people.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/names/form_of_address.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

constexpr int kLongestName = 4;        // words
constexpr int kPostReach = 4;          // words between a post and its holder
constexpr int kLongestQuotation = 4;   // words
constexpr int kShortestGivenName = 3;  // letters, behind a proclitic
constexpr double kConfidence = 0.7;

bool IsComma(absl::string_view form) { return form == "،" || form == ","; }
bool IsClosingMark(absl::string_view form) { return IsOneOf(form, {"»", "”", "\""}); }
bool IsOpeningMark(absl::string_view form) { return IsOneOf(form, {"«", "“", "\""}); }

// Verbs that have people for subjects, or for objects in the passive, by their lemmas.
bool TakesPerson(absl::string_view lemma) {
  static const auto* const kVerbs = new absl::flat_hash_set<absl::string_view>(
      {"قال",   "صرح",  "اوضح", "اكد",    "اضاف",  "نفي",   "انتقد", "كتب",  "ذكر",  "لفت",
       "انضم",  "تولي", "عين",  "استقال", "غادر",  "التحق", "ترك",   "تنحي", "اقال", "كلف",
       "راي",   "علق",  "رد",   "عاد",    "انتقل", "تسلم",  "خلف",   "تراس", "تقلد", "شغل",
       "اعتذر", "اتهم", "حذر",  "توقع",   "رحل",   "اشرف",  "دافع",  "رفض",  "اسس",  "ودع"});
  return kVerbs->contains(lemma);
}

// "the appointment of": what is done to people, or by them. Folded, without clitics.
bool IsMove(absl::string_view base) {
  static const auto* const kNouns = new absl::flat_hash_set<absl::string_view>(
      {"تعيين",  "تكليف",  "اختيار",  "انتخاب", "ترقيه", "تسميه", "استقاله", "اقاله",  "رحيل",
       "مغادره", "انضمام", "عوده",    "خروج",   "اعفاء", "تنصيب", "استقطاب", "انتقال", "التحاق",
       "تولي",   "تصعيد",  "استبدال", "توظيف",  "وفاه",  "قياده", "رياسه",   "اشراف",  "ترشيح"});
  return kNouns->contains(base);
}

// "her colleague": who is something to somebody, with a pronoun. Folded, without clitics.
bool IsKin(absl::string_view base) {
  return IsOneOf(
      base,
      {"زميل",  "زميله", "زميلت", "شريك",  "شريكه", "شريكت",  "شقيق",   "شقيقه", "شقيقت", "زوج",
       "زوجه",  "زوجت",  "ابن",   "ابنه",  "ابنت",  "والد",   "والده",  "والدت", "صديق",  "صديقه",
       "صديقت", "نايب",  "نايبه", "نايبت", "مساعد", "مساعده", "مساعدت", "خليفه", "خليفت", "سلف",
       "خلف",   "مدير",  "مديره", "مديرت", "ريس",   "رييس",   "رييسه",  "رييست", "موسس",  "موسسه",
       "موسست", "محام",  "محامي", "معاون", "ذراع",  "قريب",   "عم",     "خال",   "جد",    "جده"});
}

// "coming from", "known as": participles of people behind their names. Folded.
bool IsPersonParticiple(absl::string_view surface) {
  return IsOneOf(surface, {"القادم",  "القادمه", "المنتقل", "المنتقله", "المستقيل", "المستقيله",
                           "الملقب",  "الملقبه", "المقيم",  "المقيمه",  "المولود",  "المولوده",
                           "الحاصل",  "الحاصله", "المتخرج", "المتخرجه", "المخضرم",  "المخضرمه",
                           "السابق",  "السابقه", "قادم",    "قادمه",    "قادما",    "المعين",
                           "المعينه", "المكلف",  "المكلفه", "العايد",   "العايده"});
}

// Endings of inflected words, which family names rarely have. Folded.
bool IsInflected(absl::string_view surface) {
  for (absl::string_view ending : {"ات", "ون", "ها", "هم", "ته", "نا", "وا"}) {
    if (LetterCount(surface) > 4 && absl::EndsWith(surface, ending)) return true;
  }
  return absl::StartsWith(surface, "لل");
}

}  // namespace

bool IntroducedPeople::SamePassage(int a, int b) const {
  return a >= 0 && b >= 0 && b < static_cast<int>(analysis_.tokens.size()) &&
         analysis_.tokens[a].passage == analysis_.tokens[b].passage;
}

// Letters before the given name in its token; -1 when the token has none.
int IntroducedPeople::GivenNameLetters(int token) const {
  const Token& word = analysis_.tokens[token];
  // With these letters it is a preposition.
  if (word.shape != TokenShape::kArabic || IsOneOf(word.form, {"على", "إلى", "الى"})) return -1;
  // "إن" is no "آن".
  if (word.stop_word && LetterCount(word.surface) < kShortestGivenName) return -1;
  if (lexicon_.IsGivenName(word.surface)) return 0;
  if (absl::StartsWith(word.surface, "ال")) return -1;
  for (const BareForm& form : BareForms(word.surface)) {
    if (form.stripped_letters == 1 && LetterCount(form.text) >= kShortestGivenName &&
        lexicon_.IsGivenName(form.text)) {
      return 1;
    }
  }
  return -1;
}

IntroducedPeople::Shape IntroducedPeople::ShapeOf(int given, int token,
                                                  const TokenMask& mask) const {
  if (!SamePassage(given, token) || mask.taken(token)) return Shape::kNoName;
  const Token& word = analysis_.tokens[token];
  const absl::string_view surface = word.surface;
  if (word.shape != TokenShape::kArabic || word.stop_word || LetterCount(surface) < 2) {
    return Shape::kNoName;
  }
  if (cues_.covered(token) || lexicon_.IsNotAName(surface)) return Shape::kNoName;
  const bool imperfect = absl::StartsWith(surface, "ي") || absl::StartsWith(surface, "ت");
  if (word.part_of_speech == PartOfSpeech::kVerb && (word.listed || imperfect)) {
    return Shape::kNoName;
  }
  const bool article = absl::StartsWith(surface, "ال");
  // "كريم السعودية" is a company; "خالد المصري" is a person.
  if (lexicon_.IsDemonym(surface)) {
    return article && !absl::EndsWith(surface, "ه") ? Shape::kDefiniteNoun : Shape::kNoName;
  }
  if (lexicon_.IsGivenName(surface)) return Shape::kFamilyName;
  // "قالت شو ضاحكة".
  const bool participle =
      word.part_of_speech == PartOfSpeech::kAdjective && !article && absl::EndsWith(surface, "ه");
  // "بنشقرون", "بوعمران": families of the Maghreb, whatever their endings.
  const bool maghrebi = LetterCount(surface) > 4 &&
                        (absl::StartsWith(surface, "بن") || absl::StartsWith(surface, "بو"));
  if (!word.listed && maghrebi) return Shape::kFamilyName;
  if (!word.listed) return participle || IsInflected(surface) ? Shape::kWord : Shape::kFamilyName;
  // An indefinite noun takes no definite adjective: the word is a family name.
  const bool adjective = word.part_of_speech == PartOfSpeech::kAdjective;
  if (article && adjective && !absl::EndsWith(surface, "ه") &&
      !absl::StartsWith(analysis_.tokens[given].surface, "ال")) {
    return Shape::kFamilyName;
  }
  if (article) return Shape::kDefiniteNoun;
  return word.proclitics.empty() && word.enclitic.empty() ? Shape::kWord : Shape::kNoName;
}

// "العلوي الإسماعيلي": whether a further word belongs to the name.
bool IntroducedPeople::Continues(int token, const TokenMask& mask) const {
  const Token& word = analysis_.tokens[token];
  if (!SamePassage(token - 1, token) || mask.taken(token) || word.stop_word) return false;
  if (word.shape != TokenShape::kArabic) return false;
  // "بابكر الأمين", but not "الأمين العام".
  const bool patronym =
      absl::StartsWith(word.surface, "ال") && lexicon_.IsGivenName(WithoutArticle(word.surface));
  if (patronym) {
    return !SamePassage(token, token + 1) ||
           !absl::StartsWith(analysis_.tokens[token + 1].surface, "ال");
  }
  if (cues_.covered(token)) return false;
  if (lexicon_.IsNotAName(word.surface) || lexicon_.IsDemonym(word.surface)) return false;
  if (lexicon_.IsGivenName(word.surface)) return !word.listed;
  const bool article = absl::StartsWith(word.surface, "ال");
  const bool before = absl::StartsWith(analysis_.tokens[token - 1].surface, "ال");
  if (word.listed) {
    return article && !before && word.part_of_speech == PartOfSpeech::kAdjective &&
           !absl::EndsWith(word.surface, "ه");
  }
  return article && absl::EndsWith(word.surface, "ي");
}

// The token before «X» and what leads to it in "the researcher at the institute «X»" and "the
// founder of «X»": `token` is behind the closing mark. -1 when there is no short quotation.
int IntroducedPeople::BeforeQuotation(int token) const {
  int at = token - 1;
  if (!SamePassage(at, token) || !IsClosingMark(analysis_.tokens[at].form)) return -1;
  const int first = at - kLongestQuotation - 1;
  for (--at; at >= 0 && at >= first && SamePassage(at, token); --at) {
    if (IsOpeningMark(analysis_.tokens[at].form)) return at;
  }
  return -1;
}

// A post ends before the token, past what it is the post of: "مديرة البحث X", "مؤسس «Y» X".
bool IntroducedPeople::FollowsPost(int token) const {
  int at = token;
  const int quotation = BeforeQuotation(token);
  if (quotation > 0) at = quotation;
  for (int i = at; i > 0 && i > at - kPostReach && SamePassage(i - 1, token); --i) {
    if (cues_.TitleEndsAt(i)) return true;
    const Token& word = analysis_.tokens[i - 1];
    if (word.shape != TokenShape::kArabic || word.part_of_speech == PartOfSpeech::kVerb) {
      return false;
    }
    const bool leads =
        quotation > 0 && (word.stop_word || word.part_of_speech == PartOfSpeech::kNoun);
    if (!word.definite && !leads) return false;
  }
  return false;
}

IntroducedPeople::Evidence IntroducedPeople::Before(int token, int cut_letters) const {
  const int at = token - 1;
  if (at < 0 || !SamePassage(at, token)) return Evidence::kSome;
  const Token& word = analysis_.tokens[at];
  if (cut_letters > 0) {
    // "خلفا لX"; "وX" continues what is before.
    const bool instead = IsOneOf(word.base, {"خلفا", "خلف", "بديلا", "خليفه"});
    return instead ? Evidence::kStrong : Evidence::kNone;
  }
  if (IsOneOf(word.surface, {"د", "م", "ا", "ا.د"})) return Evidence::kStrong;
  if (FollowsPost(token)) return Evidence::kStrong;
  if (IsFormOfAddress(WithoutArticle(word.base))) return Evidence::kStrong;
  if (!word.enclitic.empty() && IsKin(word.base)) return Evidence::kStrong;
  if (IsComma(word.form)) return Evidence::kSome;
  if (word.shape == TokenShape::kPunctuation) {
    return IsOneOf(word.form, {"-", "•", "*", "–", ":"}) ? Evidence::kSome : Evidence::kNone;
  }
  // "باسم" is mostly "in the name of".
  if (analysis_.tokens[token].surface == "باسم") return Evidence::kNone;
  if (word.part_of_speech == PartOfSpeech::kVerb) {
    // "تديره نهى البدراوي": the pronoun is the object.
    const bool leads = IsOneOf(word.lemma, {"ادار", "قاد", "شارك", "ساعد", "دعم"});
    if (!word.enclitic.empty()) {
      return leads || TakesPerson(word.lemma) ? Evidence::kStrong : Evidence::kSome;
    }
    return TakesPerson(word.lemma) ? Evidence::kStrong : Evidence::kSome;
  }
  if (!word.definite && word.enclitic.empty() && IsMove(word.base)) return Evidence::kStrong;
  if (word.definite && word.enclitic.empty() && lexicon_.IsDemonym(word.base)) {
    return Evidence::kStrong;
  }
  if (IsOneOf(word.surface, {"وهو", "وهي", "هو", "هي"})) return Evidence::kStrong;
  if (IsOneOf(word.surface, {"لكن", "اما", "بينما", "فيما", "ان", "بان", "مع", "الي"})) {
    return Evidence::kSome;
  }
  return Evidence::kNone;
}

IntroducedPeople::Evidence IntroducedPeople::Behind(int end) const {
  if (!SamePassage(end - 1, end)) return Evidence::kNone;
  const Token& word = analysis_.tokens[end];
  // "نوف الحربي رئيسة تنفيذية"
  if (cues_.at(end).title_end > end && !word.definite) return Evidence::kStrong;
  if ((IsComma(word.form) || word.form == "(") && SamePassage(end, end + 1) &&
      cues_.at(end + 1).title_end > end + 1) {
    return Evidence::kStrong;
  }
  // "قال النقيب، رائد حجازين، إن": who speaks.
  if (IsComma(word.form) && SamePassage(end, end + 1) &&
      IsOneOf(analysis_.tokens[end + 1].form, {"إن", "ان", "أن"})) {
    return Evidence::kStrong;
  }
  if (IsPersonParticiple(word.surface)) return Evidence::kStrong;
  // "سيرينا وولف المحللة لدى": a calling in apposition.
  if (cues_.at(end).title_end > end) return Evidence::kSome;
  return IsOneOf(word.surface, {"الذي", "التي", "وهو", "وهي"}) ? Evidence::kSome : Evidence::kNone;
}

bool IntroducedPeople::IsIntroduced(int given, int cut_letters, Shape shape, int end) const {
  // "لي-آن" begins before the hyphen.
  const int at = given - 1;
  const bool hyphenated = at > 0 && analysis_.tokens[at].form == "-" &&
                          analysis_.tokens[at].range.end == analysis_.tokens[given].range.begin &&
                          analysis_.tokens[at - 1].range.end == analysis_.tokens[at].range.begin;
  if (hyphenated) return false;
  // "كاترين تام: طردنا المستثمر": a headline gives whose words follow.
  const bool opens = !SamePassage(given - 1, given) && SamePassage(given, end) &&
                     analysis_.tokens[end].form == ":";
  if (opens && shape != Shape::kNoName && !analysis_.tokens[given].listed) return true;
  const Evidence before = Before(given, cut_letters);
  const Evidence behind = Behind(end);
  const Token& name = analysis_.tokens[given];
  const bool plain = !name.listed || name.part_of_speech == PartOfSpeech::kProperNoun;
  if (name.surface == "باسم" && before != Evidence::kStrong) return false;
  switch (shape) {
    case Shape::kFamilyName:
      return before == Evidence::kStrong || behind == Evidence::kStrong ||
             (before == Evidence::kSome && behind == Evidence::kSome);
    case Shape::kDefiniteNoun:
      return (before == Evidence::kStrong && (plain || behind != Evidence::kNone)) ||
             (behind == Evidence::kStrong && plain && before != Evidence::kNone);
    case Shape::kWord:
      // "البروفيسورة ليلى حداد"
      if (plain && given > 0 && cut_letters == 0 && SamePassage(given - 1, given) &&
          IsFormOfAddress(WithoutArticle(analysis_.tokens[given - 1].base))) {
        return true;
      }
      // "تستقبلنا كاترين تام وهي": no dictionary has the first word.
      if (!name.listed && before != Evidence::kNone && behind != Evidence::kNone) return true;
      return behind == Evidence::kStrong && before != Evidence::kNone && plain;
    case Shape::kNoName:
      break;
  }
  return false;
}

void IntroducedPeople::AddTo(std::vector<NameSpan>* spans) const {
  const int size = static_cast<int>(analysis_.tokens.size());
  // Given or family names that another finder took for the whole name are free, too.
  const auto is_lone = [&](const NameSpan& span) {
    return span.tokens.size() == 1 && span.entry < 0 && span.rule == "learned" &&
           span.type != EntityType::kOrganization;
  };
  TokenMask mask(analysis_.tokens.size());
  for (const NameSpan& span : *spans) {
    if (!is_lone(span)) mask.Take(span.tokens);
  }
  std::vector<NameSpan> found;
  TokenMask introduced(analysis_.tokens.size());
  for (int i = 0; i + 1 < size; ++i) {
    if (mask.taken(i)) continue;
    const int letters = GivenNameLetters(i);
    if (letters < 0) continue;
    const Shape shape = ShapeOf(i, i + 1, mask);
    if (shape == Shape::kNoName) continue;
    int end = i + 2;
    while (end < size && end < i + kLongestName && Continues(end, mask)) ++end;
    if (!IsIntroduced(i, letters, shape, end)) continue;
    NameSpan span;
    span.tokens = {i, end};
    span.range = {WithoutLetters(analysis_, analysis_.tokens[i], letters).begin,
                  analysis_.tokens[end - 1].range.end};
    span.type = EntityType::kPerson;
    span.confidence = kConfidence;
    span.rule = "introduced-person";
    introduced.Take(span.tokens);
    found.push_back(std::move(span));
    i = end - 1;
  }
  if (found.empty()) return;
  spans->erase(std::remove_if(spans->begin(), spans->end(),
                              [&](const NameSpan& span) { return introduced.any(span.tokens); }),
               spans->end());
  spans->insert(spans->end(), found.begin(), found.end());
  std::stable_sort(spans->begin(), spans->end(), [](const NameSpan& a, const NameSpan& b) {
    return a.tokens.begin < b.tokens.begin;
  });
}

}  // namespace isnad::extraction
