#include "services/extraction/names/institution_names.h"

#include <algorithm>
#include <initializer_list>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

constexpr int kLongestInstitution = 7;  // tokens

// Folded, without the article.
bool IsBodyNoun(absl::string_view word) {
  static constexpr absl::string_view kNouns[] = {
      "هييه",  "موسسه", "شركه", "اتحاد", "مجلس",  "وكاله", "لجنه",  "بنك",   "مصرف",
      "صندوق", "معهد",  "مركز", "جهاز",  "نقابه", "مكتب",  "هييات", "رابطه", "جمعيه"};
  return OneOf(kNouns, word);
}

// Adjectives that make a body of state or trade of a common noun, folded, with the article.
bool IsBodyAdjective(absl::string_view word) {
  static constexpr absl::string_view kAdjectives[] = {
      "العام",    "العامه",    "القابضه",   "الوطني",     "الوطنيه",  "الاعلي",  "العليا",
      "الدولي",   "الدوليه",   "المنظمه",   "المركزي",    "المركزيه", "القومي",  "القوميه",
      "الاتحادي", "الاتحاديه", "الفدراليه", "الفيدراليه", "الملكي",   "الملكيه", "السامي"};
  return OneOf(kAdjectives, word);
}

// Nouns of bodies whose field makes the name, folded: "هيئة تنظيم النقل البري".
bool IsFieldNoun(absl::string_view word) {
  static constexpr absl::string_view kNouns[] = {"هييه",  "مفوضيه", "جمعيه", "بنك",
                                                 "معهد",  "رابطه",  "مصرف",  "نقابه",
                                                 "جامعه", "مستشفي", "سلطه",  "اكاديميه"};
  return OneOf(kNouns, word);
}

// Nouns of bodies that are named by a cause of two nouns, folded: "مؤسسة وقف الحياة".
bool IsCausesNoun(absl::string_view word) { return IsOneOf(word, {"موسسه", "منظمه"}); }

// Nouns that a nationality makes the name of one body, folded, with the article: "البورصة المصرية".
bool IsNationalBody(absl::string_view word) {
  static constexpr absl::string_view kNouns[] = {"البورصه", "الخطوط", "الجمارك", "المركزي",
                                                 "السكك",   "الهلال", "الملكيه"};
  return OneOf(kNouns, word);
}

// Adjectives of more than one nation, folded.
bool IsOfManyNations(absl::string_view word) {
  static constexpr absl::string_view kAdjectives[] = {
      "الاوروبي", "الاوروبيه", "الافريقي",  "الافريقيه", "الاسيوي",
      "الاسيويه", "الاسلامي",  "الاسلاميه", "العربي",    "العربيه"};
  return OneOf(kAdjectives, word);
}

// Words that make a common noun of a body, folded: "هيئة المحلفين", "هيئة التدريس".
bool IsCommonField(absl::string_view word) {
  static constexpr absl::string_view kFields[] = {"المحلفين", "التدريس", "التحرير",   "التحكيم",
                                                  "الدفاع",   "الاركان", "المعلومات", "الدم",
                                                  "الاهداف",  "الاداره", "الحكم",     "المدينه"};
  return OneOf(kFields, word);
}

// The field of a company behind its name, folded: "سيمنس للطاقة", "أوراسكوم للإنشاء".
bool IsBusinessField(absl::string_view word) {
  static constexpr absl::string_view kFields[] = {
      "للطاقه",       "للصناعات",    "للصناعه",     "للانشاء",   "للانشاءات",  "للاتصالات",
      "للاستثمار",    "للاستثمارات", "للطيران",     "للتامين",   "للتطوير",    "للبتروكيماويات",
      "للاغذيه",      "للسيارات",    "للتكنولوجيا", "للادويه",   "للنقل",      "للتعدين",
      "للاعلام",      "للتقنيه",     "للاسمنت",     "للمقاولات", "للعقارات",   "للبترول",
      "للتجاره",      "للتجزيه",     "للخدمات",     "للاسمده",   "للكيماويات", "للحديد",
      "للالكترونيات", "للتمويل",     "للكهرباء",    "للصلب",     "للالبان",    "للسياحه",
      "للفنادق",      "للشحن",       "للبرمجيات",   "للفضاء",    "للدفاع",     "للتوزيع",
      "للتسويق",      "للتعليم",     "للغاز",       "للهندسه",   "للاوراق",    "للانتاج",
      "للاتصال",      "للمدفوعات",   "للتوصيل",     "للحوسبه",   "للذكاء",     "للبيانات",
      "للرقائق",      "للانترنت",    "للالعاب",     "للتشييد",   "للبناء",     "للورق",
      "للزجاج",       "للنسيج",      "للملابس",     "للمشروبات"};
  return OneOf(kFields, word);
}

// Adjectives of a company's field or standing behind its name, folded: "أرامكو الرقمية".
bool IsBusinessAdjective(absl::string_view word) {
  static constexpr absl::string_view kAdjectives[] = {
      "القابضه", "الرقميه", "الدوليه", "المتحده", "الماليه", "العقاريه", "الصناعيه", "الغذاييه"};
  return OneOf(kAdjectives, word);
}

// Nouns that belong to the name that follows them, folded.
bool IsBoundNoun(absl::string_view word) {
  static constexpr absl::string_view kNouns[] = {"بنك",   "مصرف", "جامعه", "معهد", "مستشفي",
                                                 "بورصه", "هييه", "وزاره", "دار",  "اكاديميه"};
  return OneOf(kNouns, word);
}

bool SamePassage(const Analysis& analysis, int a, int b) {
  return analysis.tokens[a].passage == analysis.tokens[b].passage;
}

bool FollowsCompanyNoun(const Analysis& analysis, const NameSpan& span) {
  static constexpr absl::string_view kNouns[] = {"شركه", "مجموعه", "موسسه"};
  const int before = span.tokens.begin - 1;
  return before >= 0 && SamePassage(analysis, before, span.tokens.begin) &&
         OneOf(kNouns, analysis.tokens[before].base);
}

// A bare word right behind "شركة": "وصل".
bool IsCommonName(const Analysis& analysis, int token) {
  const Token& word = analysis.tokens[token];
  NameSpan name;
  name.tokens = {token, token + 1};
  return word.shape == TokenShape::kArabic && !word.stop_word && !word.definite &&
         word.proclitics.empty() && word.enclitic.empty() &&
         SamePassage(analysis, token, token + 1) && FollowsCompanyNoun(analysis, name);
}

bool StartsWithAny(absl::string_view word, std::initializer_list<absl::string_view> letters) {
  return std::any_of(letters.begin(), letters.end(),
                     [&](absl::string_view letter) { return absl::StartsWith(word, letter); });
}

// The reading of a word in which `accepts` finds a head, by the letters that go before it; -1 when
// there is none. Sees every word of a text, hence nothing is copied.
template <class Accepts>
int HeadLetters(absl::string_view surface, Accepts accepts) {
  constexpr size_t kLetter = 2;  // bytes
  if (accepts(surface)) return 0;
  absl::string_view rest = surface;
  int letters = 0;
  if (StartsWithAny(rest, {"و", "ف"})) {
    rest.remove_prefix(kLetter);
    ++letters;
    if (accepts(rest)) return letters;
  }
  if (!StartsWithAny(rest, {"ب", "ك", "ل"})) return -1;
  const bool swallowed_article = absl::StartsWith(rest, "لل");
  rest.remove_prefix(kLetter);
  ++letters;
  if (swallowed_article) return accepts(absl::StrCat("ا", rest)) ? letters : -1;
  return accepts(rest) ? letters : -1;
}

}  // namespace

bool InstitutionNames::IsDefinite(const Analysis& analysis, int token) const {
  const Token& word = analysis.tokens[token];
  return word.shape == TokenShape::kArabic && absl::StartsWith(word.surface, "ال") &&
         LetterCount(word.surface) >= 5 && !lexicon_.IsDemonym(word.surface) && !word.stop_word;
}

// "والتجارة", "العالي", "وتقنية المعلومات".
int InstitutionNames::SkipComplements(const Analysis& analysis, int token) const {
  const int size = static_cast<int>(analysis.tokens.size());
  int end = token;
  while (end < size && SamePassage(analysis, token - 1, end)) {
    const Token& word = analysis.tokens[end];
    if (word.shape != TokenShape::kArabic || !absl::StartsWith(word.surface, "وال") ||
        LetterCount(word.surface) < 5 || lexicon_.IsDemonym(word.surface.substr(2))) {
      break;
    }
    ++end;
    // "والبحث العلمي"
    if (end < size && SamePassage(analysis, token - 1, end) && IsDefinite(analysis, end) &&
        analysis.tokens[end].part_of_speech == PartOfSpeech::kAdjective) {
      ++end;
    }
  }
  return end;
}

int InstitutionNames::EndOfMinistry(const Analysis& analysis, int token) const {
  const int size = static_cast<int>(analysis.tokens.size());
  int end = token + 1;
  if (end >= size || !SamePassage(analysis, token, end) || !IsDefinite(analysis, end)) return token;
  ++end;
  if (end < size && SamePassage(analysis, token, end) && IsDefinite(analysis, end) &&
      analysis.tokens[end].part_of_speech == PartOfSpeech::kAdjective) {
    ++end;
  }
  return SkipComplements(analysis, end);
}

// "الهيئة العامة للاستثمار", "الاتحاد العام التونسي للشغل".
int InstitutionNames::EndOfPublicBody(const Analysis& analysis, int token) const {
  const int size = static_cast<int>(analysis.tokens.size());
  const absl::string_view head = analysis.tokens[token].surface;
  if (!absl::StartsWith(head, "ال") && !absl::StartsWith(head, "وال") &&
      !absl::StartsWith(head, "لل") && !absl::StartsWith(head, "بال")) {
    return token;
  }
  int end = token + 1;
  bool adjective = false;
  while (end < size && end < token + 4 && SamePassage(analysis, token, end)) {
    const absl::string_view surface = analysis.tokens[end].surface;
    const bool body = IsBodyAdjective(surface);
    if (!body && !IsNationality(analysis, end)) break;
    adjective = true;
    ++end;
  }
  if (!adjective || end >= size || !SamePassage(analysis, token, end)) return token;
  const Token& purpose = analysis.tokens[end];
  if (purpose.shape != TokenShape::kArabic || LetterCount(purpose.surface) < 5) return token;
  // "موافقة البنك المركزي المصري للاندماج": what it agrees to.
  const bool deed = IsOneOf(purpose.surface, {"للاندماج", "للاستحواذ", "للشراء", "للبيع", "للطرح",
                                              "للادراج", "للدمج", "للاكتتاب", "للترخيص"});
  if (deed) return token;
  if (absl::StartsWith(purpose.surface, "لل")) {
    const bool described = end + 1 < size && SamePassage(analysis, end, end + 1) &&
                           IsFieldAdjective(analysis, end + 1);
    return SkipComplements(analysis, end + (described ? 2 : 1));
  }
  // "لتسوية منازعات الاستثمار"
  if (!absl::StartsWith(purpose.surface, "ل")) return token;
  const int field = EndOfField(analysis, end);
  return field > end + 1 ? field : token;
}

// The construct nouns up to a definite one behind `head`, and the adjectives of either: of "هيئة"
// in "هيئة تنظيم النقل البري الأردنية" up to "البري". `head` + 1 when there are none.
int InstitutionNames::EndOfField(const Analysis& analysis, int head) const {
  const int size = static_cast<int>(analysis.tokens.size());
  int end = head + 1;
  for (int nouns = 0; nouns < 2 && end < size && SamePassage(analysis, head, end); ++nouns) {
    const Token& noun = analysis.tokens[end];
    const bool construct = noun.shape == TokenShape::kArabic &&
                           noun.part_of_speech == PartOfSpeech::kNoun && !noun.stop_word &&
                           !absl::StartsWith(noun.surface, "ال") && noun.proclitics.empty() &&
                           noun.enclitic.empty() && LetterCount(noun.surface) >= 3;
    if (!construct) break;
    ++end;
  }
  if (end >= size || !SamePassage(analysis, head, end) || !IsDefinite(analysis, end) ||
      IsCommonField(analysis.tokens[end].surface)) {
    return head + 1;
  }
  ++end;
  while (end < size && SamePassage(analysis, head, end) && IsFieldAdjective(analysis, end)) ++end;
  return SkipComplements(analysis, end);
}

// "الأوروبي" behind "بنك الاستثمار" belongs to the name, "الأردنية" behind an authority does not.
bool InstitutionNames::IsFieldAdjective(const Analysis& analysis, int token) const {
  const Token& word = analysis.tokens[token];
  if (IsOfManyNations(word.surface)) return true;
  return IsDefinite(analysis, token) && word.part_of_speech == PartOfSpeech::kAdjective;
}

bool InstitutionNames::IsNationality(const Analysis& analysis, int token) const {
  const absl::string_view surface = analysis.tokens[token].surface;
  return absl::StartsWith(surface, "ال") && lexicon_.IsDemonym(surface);
}

std::vector<NameSpan> InstitutionNames::Find(const Analysis& analysis) const {
  std::vector<NameSpan> spans;
  for (int i = 0; i < static_cast<int>(analysis.tokens.size()); ++i) {
    const Token& word = analysis.tokens[i];
    if (word.shape != TokenShape::kArabic) continue;
    int end = i;
    int letters = -1;
    const bool next =
        i + 1 < static_cast<int>(analysis.tokens.size()) && SamePassage(analysis, i, i + 1);
    if (absl::EndsWith(word.surface, "وزاره")) {
      letters = HeadLetters(word.surface, [](absl::string_view w) { return w == "وزاره"; });
      if (letters >= 0) end = EndOfMinistry(analysis, i);
    } else if (next && IsNationality(analysis, i + 1) &&
               (letters = HeadLetters(word.surface, IsNationalBody)) >= 0) {
      end = i + 2;
    } else if (next && (IsBodyAdjective(analysis.tokens[i + 1].surface) ||
                        IsNationality(analysis, i + 1))) {
      letters = HeadLetters(word.surface, [](absl::string_view w) {
        return absl::StartsWith(w, "ال") && IsBodyNoun(w.substr(4));
      });
      if (letters >= 0) end = EndOfPublicBody(analysis, i);
    } else if (next && (letters = HeadLetters(word.surface, IsFieldNoun)) >= 0) {
      end = EndOfField(analysis, i);
    } else if (next && !analysis.tokens[i + 1].definite &&
               (letters = HeadLetters(word.surface, IsCausesNoun)) >= 0) {
      end = EndOfField(analysis, i);
    }
    if (end <= i + 1) continue;
    NameSpan span;
    span.tokens = {i, std::min(end, i + kLongestInstitution)};
    span.range = analysis.BytesOf(span.tokens);
    if (letters > 0) span.range.begin = WithoutLetters(analysis, word, letters).begin;
    span.type = EntityType::kOrganization;
    span.entity_class = "GOVERNMENT";
    span.confidence = 0.8;
    span.rule = "institution";
    spans.push_back(span);
    i = span.tokens.end - 1;
  }
  return spans;
}

// Whether what stands behind an organisation's name belongs to it: "للطاقة", "الرقمية".
int InstitutionNames::EndOfCompany(const Analysis& analysis, TokenRange name) const {
  const int size = static_cast<int>(analysis.tokens.size());
  const int next = name.end;
  if (next >= size || !SamePassage(analysis, name.begin, next)) return name.end;
  const Token& last = analysis.tokens[name.end - 1];
  const Token& behind = analysis.tokens[next];
  // "سديم لمراكز [البيانات]": the field, of which the name has the first word only.
  if (name.size() > 1 && last.listed && !last.definite && last.proclitics.size() == 1 &&
      last.proclitics.front() == "ل" && last.part_of_speech == PartOfSpeech::kNoun &&
      behind.listed && behind.definite && behind.part_of_speech == PartOfSpeech::kNoun) {
    return next + 1;
  }
  const absl::string_view word = behind.surface;
  if (IsBusinessAdjective(word)) return next + 1;
  if (!IsBusinessField(word)) return name.end;
  const bool described = next + 1 < size && SamePassage(analysis, next, next + 1) &&
                         IsFieldAdjective(analysis, next + 1) &&
                         analysis.tokens[next + 1].features.gender != WordGender::kUnknown;
  return next + (described ? 2 : 1);
}

void InstitutionNames::LengthenCompanies(const Analysis& analysis,
                                         std::vector<NameSpan>* spans) const {
  TokenMask mask(analysis.tokens.size());
  for (const NameSpan& span : *spans) mask.Take(span.tokens);
  for (NameSpan& span : *spans) {
    // "شركة وصل للاتصالات": the word before the field is the name, whatever a dictionary says.
    const int word = span.tokens.begin - 1;
    if (span.entry < 0 && span.tokens.size() == 1 && word > 0 && !mask.taken(word) &&
        IsBusinessField(analysis.tokens[word + 1].surface) && IsCommonName(analysis, word)) {
      span.tokens.begin = word;
      span.range = analysis.BytesOf(span.tokens);
      mask.Take({word, word + 1});
    }
    // "نسيم للاتصالات": no person is called so.
    if (span.entry < 0 && span.tokens.size() > 1 && span.rule != "institution" &&
        IsBusinessField(analysis.tokens[span.tokens.end - 1].surface)) {
      span.type = EntityType::kOrganization;
      span.entity_class.clear();
      span.rule = "company-field";
    }
    const bool place = span.type == EntityType::kLocation && FollowsCompanyNoun(analysis, span);
    if ((span.type != EntityType::kOrganization && !place) || span.rule == "institution") continue;
    if (analysis.tokens[span.tokens.begin].shape != TokenShape::kArabic) continue;
    const int end = EndOfCompany(analysis, span.tokens);
    if (end == span.tokens.end || mask.any({span.tokens.end, end})) continue;
    // "مجموعة قطر للتأمين": the place is part of the company's name.
    span.type = EntityType::kOrganization;
    mask.Take({span.tokens.end, end});
    span.tokens.end = end;
    span.range.end = analysis.tokens[end - 1].range.end;
    span.kind = MentionKind::kName;
    span.entry = -1;
    span.rule = "company-field";
    span.confidence = std::min(span.confidence, 0.8);
  }
}

void InstitutionNames::Lengthen(const Analysis& analysis, std::vector<NameSpan>* spans) const {
  TokenMask mask(analysis.tokens.size());
  for (const NameSpan& span : *spans) mask.Take(span.tokens);
  for (NameSpan& span : *spans) {
    const int head = span.tokens.begin - 1;
    if (head < 0 || !SamePassage(analysis, head, span.tokens.begin)) continue;
    if (span.type == EntityType::kProduct || span.type == EntityType::kUnknown) continue;
    const Token& noun = analysis.tokens[head];
    if (mask.taken(head) || noun.shape != TokenShape::kArabic) continue;
    const int letters = HeadLetters(noun.surface, IsBoundNoun);
    if (letters < 0) continue;
    // "بنك إتش إس بي سي" is the bank that the gazetteers have.
    const bool bank = span.entry >= 0 && span.entity_class == "BANK" &&
                      (absl::EndsWith(noun.surface, "بنك") || absl::EndsWith(noun.surface, "مصرف"));
    if (bank) continue;
    span.tokens.begin = head;
    mask.Take({head, head + 1});
    span.range.begin = WithoutLetters(analysis, noun, letters).begin;
    span.type = EntityType::kOrganization;
    span.entity_class.clear();
    span.kind = MentionKind::kName;
    span.entry = -1;
    span.rule = "institution";
    span.confidence = std::min(span.confidence, 0.8);
  }
}

}  // namespace isnad::extraction
