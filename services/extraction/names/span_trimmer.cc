#include "services/extraction/names/span_trimmer.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "services/extraction/names/form_of_address.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

constexpr int kShortestImperfect = 4;    // letters: "يسر" is no verb before a name
constexpr int kShortestDerivedVerb = 6;  // letters: no surname is written like "استقال"

// Nouns of kind, folded: they stay outside the name that follows them.
bool IsKindNoun(absl::string_view word) {
  static constexpr absl::string_view kNouns[] = {
      "شركه",  "شركتا", "شركتي", "مجموعه", "صحيفه", "جريده", "مجله",  "قناه",  "موقع", "تطبيق",
      "نموذج", "منصه",  "ولايه", "هاتف",   "سياره", "طراز",  "صديق",  "روبوت", "عقار", "دواء",
      "شريحه", "متصفح", "معالج", "متجر",   "زميل",  "صندوق", "مساعد", "خدمه"};
  return OneOf(kNouns, word);
}

// What flies and is called something: "قمر «X»" is no name by itself, though people are called so.
constexpr absl::string_view kCraft[] = {"قمر", "صاروخ", "مسبار", "طائره", "طايره"};

// Nouns of kind that open names of generic words ("وكالة الأنباء الألمانية") and stay outside
// proper ones ("وكالة رويترز").
bool IsKindBeforeProper(const Analysis& analysis, TokenRange tokens) {
  static constexpr absl::string_view kNouns[] = {
      "وكاله", "تلفزيون", "اذاعه", "راديو", "مكتب",    "نقابه", "نادي",  "مدينه", "حي",   "ميناء",
      "مطار",  "حقل",     "متاجر", "مطاعم", "صيدليات", "فنادق", "مقاهي", "سلسله", "شبكه", "مصنع"};
  const Token& next = analysis.tokens[tokens.begin + 1];
  if (next.listed || absl::StartsWith(next.surface, "ال") || next.shape != TokenShape::kArabic) {
    return false;
  }
  for (const BareForm& form : BareForms(analysis.tokens[tokens.begin].surface)) {
    if (OneOf(kNouns, form.text)) return true;
  }
  return false;
}

// Whom a house sends to report stands before its name: "لمراسل الجوهرة".
bool IsReporter(absl::string_view word) {
  static constexpr absl::string_view kNouns[] = {"مراسل", "مراسله", "موفد", "موفده", "مندوب"};
  return OneOf(kNouns, word);
}

// "[X] adding that": how somebody goes on to speak, never part of a name.
bool IsSaying(absl::string_view word) {
  static constexpr absl::string_view kWords[] = {
      "موكدا", "موكده", "مضيفا", "مضيفه", "مشيرا", "مشيره", "معتبرا", "معتبره", "مبينا", "مبينه",
      "موضحا", "موضحه", "قايلا", "قايله", "لافتا", "لافته", "مشددا",  "مشدده",  "نافيا", "نافيه"};
  return OneOf(kWords, word);
}

// Nouns that open the names of houses, and stand without the preposition before them there.
bool IsHeadOfHouse(absl::string_view word) {
  static constexpr absl::string_view kNouns[] = {
      "وكاله", "اتحاد", "ديوان", "هييه",  "بنك",   "مصرف",   "جامعه", "معهد",  "مركز", "منظمه",
      "جمعيه", "نقابه", "مكتب",  "موسسه", "محطه",  "مستشفي", "وزاره", "مجلس",  "شركه", "صندوق",
      "غرفه",  "رابطه", "لجنه",  "كليه",  "مدرسه", "مختبر",  "حزب",   "بلديه", "بورصه"};
  return OneOf(kNouns, word);
}

// "وآلت 40%": a share is part of no name.
bool HoldsPercent(const Analysis& analysis, TokenRange words) {
  for (int i = words.begin; i < words.end; ++i) {
    if (absl::EndsWith(analysis.tokens[i].surface, "%")) return true;
  }
  return false;
}

// Words that say what something is called.
bool IsNaming(absl::string_view word) {
  static constexpr absl::string_view kWords[] = {"اسمه", "اسمها",  "يدعي",    "تدعي", "يسمي",
                                                 "تسمي", "المسمي", "المسماه", "باسم"};
  return OneOf(kWords, word);
}

}  // namespace

// A lone number in digits may be a version, all else that is a value is no part of a name: "أوبر 30
// ألفا", "جامعة المنصورة سبعين مركزا", "في جوان مركز تونس".
SpanTrimmer::SpanTrimmer(const NameLexicon* lexicon, const CueFinder* cues,
                         const Analysis* analysis)
    : lexicon_(*lexicon),
      cues_(*cues),
      analysis_(*analysis),
      figures_(analysis->tokens.size(), Figure::kNone) {
  for (const ValueMention& value : analysis->values) {
    for (int i = value.tokens.begin; i < value.tokens.end; ++i) {
      if (value.tokens.size() > 1) {
        figures_[i] = Figure::kPart;
      } else if (analysis->tokens[i].shape == TokenShape::kArabic) {
        figures_[i] = Figure::kWord;
      }
    }
  }
}

// People are called "الجمعة" and "خميس".
bool SpanTrimmer::IsFigure(int token, bool person) const {
  return figures_[token] == Figure::kPart || (!person && figures_[token] == Figure::kWord);
}

// "الرؤية" in "نموذج الرؤية كيو وين" says what kind of model it is.
bool SpanTrimmer::IsComplement(TokenRange tokens) const {
  const NameCue* cue = cues_.CueBefore(tokens.begin);
  if (cue == nullptr || cue->type != EntityType::kProduct) return false;
  const Token& first = analysis_.tokens[tokens.begin];
  return first.shape == TokenShape::kArabic && first.part_of_speech == PartOfSpeech::kNoun &&
         absl::StartsWith(first.surface, "ال") &&
         !absl::StartsWith(analysis_.tokens[tokens.begin + 1].surface, "ال");
}

// "الروبوت" is no name, and "الاتصالات" none in "وزير الاتصالات".
bool SpanTrimmer::IsBareKind(int token) const {
  const Token& word = analysis_.tokens[token];
  for (const BareForm& form : BareForms(word.surface)) {
    const absl::string_view noun = WithoutArticle(form.text);
    if (IsKindNoun(noun) || OneOf(kCraft, noun)) return true;
  }
  // "البنك" points back to one, "مدونتي" is mine.
  const bool known_kind =
      absl::StartsWith(word.surface, "ال") || absl::StartsWith(word.surface, "بال") ||
      absl::StartsWith(word.surface, "وال") || absl::StartsWith(word.surface, "لل");
  if (cues_.at(token).cue_end == token + 1 && known_kind) return true;
  if (word.listed && !word.enclitic.empty()) return true;
  if (token == 0 || analysis_.tokens[token - 1].passage != word.passage) return false;
  const absl::string_view before = analysis_.tokens[token - 1].base;
  return absl::StartsWith(word.surface, "ال") && (before == "وزير" || before == "وزيره");
}

// "توصيل" in "تطبيق توصيل البقالة" is what the thing is for.
bool SpanTrimmer::IsFieldOfKind(int token) const {
  const Token& word = analysis_.tokens[token];
  const size_t next = token + 1;
  if (!word.listed || word.definite || word.part_of_speech != PartOfSpeech::kNoun) return false;
  if (cues_.CueBefore(token) == nullptr || next >= analysis_.tokens.size()) return false;
  const Token& behind = analysis_.tokens[next];
  return behind.passage == word.passage && behind.definite &&
         behind.part_of_speech == PartOfSpeech::kNoun;
}

// "نوفا" in "مدير نوفا سامي حداد": where the post is held, before a given name and a surname.
bool SpanTrimmer::IsHouseOfPost(TokenRange tokens) const {
  const int first = tokens.begin;
  return tokens.size() > 2 && cues_.BarePostEndsAt(first) &&
         !lexicon_.IsGivenName(analysis_.tokens[first].surface) &&
         lexicon_.IsGivenName(analysis_.tokens[first + 1].surface);
}

// "نائبا للرئيس لشؤون الذكاء الاصطناعي": what somebody is in charge of.
bool SpanTrimmer::IsFieldOfPost(const NameSpan& span) const {
  const int first = span.tokens.begin;
  if (span.rule == "institution" || !cues_.TitleEndsAt(first)) return false;
  if (!absl::StartsWith(analysis_.tokens[first].surface, "ل")) return false;
  for (int i = first; i < span.tokens.end; ++i) {
    if (!analysis_.tokens[i].listed) return false;
  }
  return true;
}

// "وزارة جديدة", "مستشفى ومختبر": kinds and no names.
bool SpanTrimmer::IsSomeKind(TokenRange tokens) const {
  if (tokens.size() != 2 || cues_.at(tokens.begin).cue_end != tokens.begin + 1) return false;
  const Token& first = analysis_.tokens[tokens.begin];
  const Token& second = analysis_.tokens[tokens.begin + 1];
  if (first.definite || second.definite || !second.listed) return false;
  const bool adjective = second.part_of_speech == PartOfSpeech::kAdjective;
  const bool another =
      !second.proclitics.empty() && second.proclitics[0] == "و" && cues_.covered(tokens.begin + 1);
  return adjective || another;
}

// A number that counts the word behind it: "350" in "خدمات 350 موظفا".
bool SpanTrimmer::IsCount(int token) const {
  if (analysis_.tokens[token].shape != TokenShape::kDigits) return false;
  const size_t next = token + 1;
  if (next >= analysis_.tokens.size()) return false;
  const Token& word = analysis_.tokens[next];
  return word.passage == analysis_.tokens[token].passage && word.shape == TokenShape::kArabic &&
         word.listed && !word.stop_word && !word.definite && word.proclitics.empty() &&
         word.part_of_speech == PartOfSpeech::kNoun;
}

bool SpanTrimmer::LeadsName(int token, bool person) const {
  if (IsFigure(token, person)) return true;
  const Token& word = analysis_.tokens[token];
  if (word.shape == TokenShape::kPunctuation) return true;
  if (word.surface == "و" || word.surface == "-") return true;
  const size_t next = token + 1;
  const bool before_given =
      next < analysis_.tokens.size() && lexicon_.IsGivenName(analysis_.tokens[next].surface);
  if ((person || before_given) && AddressesName(word.surface)) return true;
  if (IsNaming(word.surface)) return true;
  if (person && IsOneOf(word.form, {"فإن", "وإن", "وأن", "لأن", "ولكن"})) return true;
  if (lexicon_.IsGivenName(word.surface)) return false;
  if (person && cues_.at(token).title_end == token + 1) return true;
  // "تدوينة كريم حداد": what somebody wrote or did.
  if (person && before_given && word.listed && !word.definite &&
      word.part_of_speech == PartOfSpeech::kNoun && absl::EndsWith(word.form, "ة")) {
    return true;
  }
  if (person && IsOneOf(word.base, {"تدوينه", "تغريده", "منشور", "مذكره"})) {
    return true;
  }
  // "وينضم بن طوق": what somebody does.
  const bool future =
      std::find(word.proclitics.begin(), word.proclitics.end(), "س") != word.proclitics.end();
  if ((person || future) && word.listed && word.part_of_speech == PartOfSpeech::kVerb &&
      word.features.aspect == WordAspect::kImperfective &&
      LetterCount(word.surface) >= kShortestImperfect) {
    return true;
  }
  for (const BareForm& form : BareForms(word.surface)) {
    if (IsKindNoun(form.text) || (!person && IsReporter(form.text))) return true;
    // "نموذجها", "صديقي".
    for (absl::string_view pronoun : {"ها", "ه", "هم", "ي", "نا"}) {
      absl::string_view noun = form.text;
      if (absl::ConsumeSuffix(&noun, pronoun) && IsKindNoun(noun)) return true;
    }
  }
  return false;
}

// "نادي" in "نادي الزمالك", "صيدليات" in "صيدليات الدواء" when they have the name without it.
bool SpanTrimmer::IsKindOfKnown(const NameSpan& span) const {
  static constexpr absl::string_view kNouns[] = {
      "نادي", "صحيفه", "جريده", "مجله",    "قناه",  "تلفزيون", "اذاعه", "موقع", "وكاله",
      "متجر", "متاجر", "مطاعم", "صيدليات", "فنادق", "تطبيق",   "منصه",  "شبكه", "مجموعه"};
  if (analysis_.tokens[span.tokens.begin + 1].shape != TokenShape::kArabic) return false;
  const auto has_name = [&](absl::string_view head) {
    if (head == "نادي") return true;
    const ByteRange rest = {analysis_.tokens[span.tokens.begin + 1].range.begin, span.range.end};
    const auto* const hits = lexicon_.FindName(MatchKey(Fold(analysis_.Quote(rest))));
    return hits != nullptr && std::any_of(hits->begin(), hits->end(), [&](const AliasHit& hit) {
             return hit.entry == span.entry;
           });
  };
  for (const BareForm& form : BareForms(analysis_.tokens[span.tokens.begin].surface)) {
    if (OneOf(kNouns, form.text)) return has_name(form.text);
  }
  return false;
}

// What the gazetteers' blindness to spaces takes in: "ألفا و تاتش" is not "الفاو"; and the nouns
// with which they list some names.
bool SpanTrimmer::TrimKnown(NameSpan* span) const {
  if (span->tokens.size() < 2) return true;
  if (IsKindOfKnown(*span)) {
    span->range.begin = analysis_.tokens[++span->tokens.begin].range.begin;
    return true;
  }
  if (analysis_.tokens[span->tokens.end - 1].surface == "و") return false;
  for (const BareForm& form : BareForms(analysis_.tokens[span->tokens.begin].surface)) {
    if (form.text != "شركه" && form.text != "ولايه") continue;
    span->range.begin = analysis_.tokens[++span->tokens.begin].range.begin;
    break;
  }
  return true;
}

void SpanTrimmer::Trim(std::vector<NameSpan>* spans) const {
  spans->erase(std::remove_if(spans->begin(), spans->end(),
                              [&](NameSpan& span) { return span.entry >= 0 && !TrimKnown(&span); }),
               spans->end());
  for (NameSpan& span : *spans) {
    if (span.entry >= 0 || span.rule == "institution") continue;
    TokenRange tokens = span.tokens;
    const bool person = span.type == EntityType::kPerson;
    while (tokens.size() > 1 &&
           (LeadsName(tokens.begin, person) || IsComplement(tokens) ||
            (person && IsHouseOfPost(tokens)) || IsKindBeforeProper(analysis_, tokens))) {
      ++tokens.begin;
    }
    while (tokens.size() > 1) {
      const Token& last = analysis_.tokens[tokens.end - 1];
      const bool mark = last.shape == TokenShape::kPunctuation || last.surface == "و";
      const bool nationality =
          absl::StartsWith(last.surface, "ال") && lexicon_.IsDemonym(last.surface) &&
          !absl::StartsWith(analysis_.tokens[tokens.begin].surface, "ال") && !person;
      // "سيرينا وولف المحللة لدى": a calling behind the name, in apposition.
      const bool calling = person && tokens.size() > 2 && absl::StartsWith(last.surface, "ال") &&
                           last.listed && cues_.at(tokens.end - 1).title_end == tokens.end;
      // "سمير عادل نائب [رئيس]": the first word of a longer title.
      const bool opens_title =
          person && tokens.size() > 2 && cues_.at(tokens.end - 1).title_end > tokens.end;
      // "كنعان لـ", "كنعان إنك", "وليد استقال": what goes on behind somebody's name.
      const bool goes_on = IsOneOf(last.surface, {"ل", "ال", "بال", "لل"}) || last.form == "لـ" ||
                           IsOneOf(last.surface, {"انه", "انها", "انهم", "انك", "انني", "اننا"}) ||
                           (person && last.listed && last.part_of_speech == PartOfSpeech::kVerb &&
                            LetterCount(last.surface) >= kShortestDerivedVerb);
      // "حداد تفاؤله": what is somebody's own.
      const bool own = person && last.listed && !last.enclitic.empty() &&
                       last.part_of_speech == PartOfSpeech::kNoun &&
                       !lexicon_.IsGivenName(last.surface) &&
                       LetterCount(last.surface) >= kShortestDerivedVerb;
      if (!mark && !goes_on && !own && !nationality && !calling && !opens_title &&
          !IsSaying(last.surface) && !IsFigure(tokens.end - 1, person) &&
          !IsCount(tokens.end - 1)) {
        break;
      }
      --tokens.end;
    }
    if (tokens == span.tokens) continue;
    if (tokens.begin != span.tokens.begin) {
      span.range.begin = analysis_.tokens[tokens.begin].range.begin;
    }
    span.range.end = analysis_.tokens[tokens.end - 1].range.end;
    span.tokens = tokens;
  }
  for (NameSpan& span : *spans) LeaveOutPreposition(&span);
  spans->erase(std::remove_if(spans->begin(), spans->end(),
                              [&](const NameSpan& span) {
                                if (span.entry < 0 && HoldsPercent(analysis_, span.tokens)) {
                                  return true;
                                }
                                if (span.entry < 0 && (IsPhrase(span) || IsSomeKind(span.tokens) ||
                                                       IsFieldOfPost(span)))
                                  return true;
                                const int first = span.tokens.begin;
                                return span.entry < 0 && span.tokens.size() == 1 &&
                                       (IsFigure(first, span.type == EntityType::kPerson) ||
                                        IsBareKind(first) || IsFieldOfKind(first) ||
                                        analysis_.tokens[first].shape == TokenShape::kPunctuation);
                              }),
               spans->end());
}

// "لوكالة الموانئ": the name opens with the noun.
void SpanTrimmer::LeaveOutPreposition(NameSpan* span) const {
  const Token& first = analysis_.tokens[span->tokens.begin];
  if (span->entry >= 0 || span->type != EntityType::kOrganization || span->tokens.size() < 2)
    return;
  if (span->range.begin != first.range.begin) return;
  for (const BareForm& form : BareForms(first.surface)) {
    const absl::string_view cut =
        absl::string_view(first.surface).substr(0, first.surface.size() - form.text.size());
    const bool preposition = cut == "ل" || cut == "ب" || cut == "ول" || cut == "وب";
    if (!preposition || !IsHeadOfHouse(form.text)) continue;
    span->range.begin = WithoutLetters(analysis_, first, form.stripped_letters).begin;
    return;
  }
}

// "والملابس والجلود", "لتحويل مادة": words that go on from others and name nobody; "[نظام] جاهز":
// what something is like.
bool SpanTrimmer::IsPhrase(const NameSpan& span) const {
  const Token& first = analysis_.tokens[span.tokens.begin];
  if (IsSaying(first.surface)) return true;
  if (span.rule == "cue-noun" && span.tokens.size() == 1) {
    const int next = span.tokens.end;
    const bool ends = next >= static_cast<int>(analysis_.tokens.size());
    const bool closed = !ends && analysis_.tokens[next].shape == TokenShape::kPunctuation;
    // "prepaid [مسبقة الدفع]", "open-source": in what the thing is like.
    const bool in_respect = !ends && first.part_of_speech == PartOfSpeech::kAdjective &&
                            !first.definite && analysis_.tokens[next].definite &&
                            analysis_.tokens[next].listed &&
                            analysis_.tokens[next].part_of_speech == PartOfSpeech::kNoun &&
                            analysis_.tokens[next].proclitics.size() <= 1;
    if (in_respect) return true;
    return !closed && first.listed && !first.definite && first.proclitics.empty() &&
           first.part_of_speech == PartOfSpeech::kAdjective;
  }
  const bool house =
      span.type == EntityType::kOrganization && span.range.begin == first.range.begin;
  if (house && span.rule != "institution") {
    const bool purpose = first.listed && !first.definite && first.proclitics.size() == 1 &&
                         first.proclitics.front() == "ل" &&
                         first.part_of_speech == PartOfSpeech::kNoun;
    // "a survey [استطلاعا]".
    const bool accusative = span.tokens.size() == 1 && first.listed && !first.definite &&
                            first.part_of_speech == PartOfSpeech::kNoun &&
                            absl::EndsWith(first.surface, "ا") && first.lemma != first.surface;
    if (purpose || accusative) return true;
  }
  if (span.type != EntityType::kPerson || !absl::StartsWith(first.surface, "وال")) return false;
  for (int i = span.tokens.begin; i < span.tokens.end; ++i) {
    const Token& word = analysis_.tokens[i];
    const bool common = word.listed && word.definite && word.part_of_speech == PartOfSpeech::kNoun;
    if (!common) return false;
  }
  return true;
}

void SpanTrimmer::JoinParts(std::vector<NameSpan>* spans) const {
  std::vector<NameSpan> joined;
  for (NameSpan& span : *spans) {
    NameSpan* const before = joined.empty() ? nullptr : &joined.back();
    if (before != nullptr && IsContinued(*before, span)) {
      before->tokens.end = span.tokens.end;
      before->range.end = span.range.end;
      before->confidence = std::min(before->confidence, span.confidence);
    } else {
      joined.push_back(std::move(span));
    }
  }
  *spans = std::move(joined);
}

bool SpanTrimmer::IsContinued(const NameSpan& span, const NameSpan& next) const {
  if (span.entry >= 0 || next.entry >= 0 || span.type != next.type) return false;
  if (span.tokens.end != next.tokens.begin) return false;
  const Token& first = analysis_.tokens[next.tokens.begin];
  if (first.passage != analysis_.tokens[span.tokens.begin].passage) return false;
  if (span.type == EntityType::kPerson) {
    const absl::string_view last = analysis_.tokens[span.tokens.end - 1].surface;
    return last == "ابو" || last == "بن" || last == "ابن" || last == "عبد";
  }
  const bool proclitic = next.range.begin != first.range.begin;
  return !proclitic && !absl::StartsWith(first.surface, "و") && span.type != EntityType::kLocation;
}

// A number behind a name that counts nothing: a mark, a function word or the end follows it.
bool SpanTrimmer::IsVersion(TokenRange name, int token, bool known_maker) const {
  const int size = static_cast<int>(analysis_.tokens.size());
  if (token >= size) return false;
  const Token& number = analysis_.tokens[token];
  if (number.shape != TokenShape::kDigits) return false;
  if (number.passage != analysis_.tokens[name.begin].passage) return false;
  // "تملك X 55 بالمئة".
  if (figures_[token] == Figure::kPart) return false;
  const bool digits = std::all_of(number.surface.begin(), number.surface.end(),
                                  [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
  const size_t length = number.surface.size();
  if (!digits || length > 3 || (known_maker && length < 3)) return false;
  if (token + 1 >= size || analysis_.tokens[token + 1].passage != number.passage) return true;
  const Token& next = analysis_.tokens[token + 1];
  // "تملك X 55 بالمئة".
  const bool share = IsOneOf(next.surface, {"بالميه", "بالمايه", "بالمئه", "بالمءه"});
  return (next.shape == TokenShape::kPunctuation && next.form != "%" && next.form != "٪") ||
         (next.stop_word && !share);
}

void SpanTrimmer::AddVersions(std::vector<NameSpan>* spans) const {
  for (NameSpan& span : *spans) {
    const bool product = span.type == EntityType::kProduct;
    if (!product && span.type != EntityType::kOrganization) continue;
    if (analysis_.tokens[span.tokens.begin].shape != TokenShape::kArabic) continue;
    if (!IsVersion(span.tokens, span.tokens.end, !product)) continue;
    if (span.entry >= 0) {
      const LexiconEntry& entry = lexicon_.entries()[span.entry];
      span.parent_key = product ? entry.parent : entry.key;
      span.entry = -1;
    }
    if (!product) span.entity_class.clear();
    span.type = EntityType::kProduct;
    span.range.end = analysis_.tokens[span.tokens.end].range.end;
    ++span.tokens.end;
    span.rule = "product-version";
    span.confidence = std::min(span.confidence, 0.75);
  }
}

}  // namespace isnad::extraction
