#include "services/extraction/names/arabic_names.h"

#include <algorithm>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

constexpr int kLongestPersonName = 4;  // words besides particles
constexpr int kLongestQuotedName = 5;
constexpr int kLongestModifiers = 8;  // tokens between a title and its name

bool IsNameParticle(absl::string_view surface) {
  static constexpr absl::string_view kParticles[] = {
      "بن", "ابن", "ال", "ابو", "عبد", "دي", "فان", "فون", "دير", "لو", "دا", "ول", "بنت", "ديل"};
  return OneOf(kParticles, surface);
}

// Verbs of speech, folded, without proclitics.
bool IsSpeechVerb(absl::string_view surface) {
  static const auto* const kVerbs = new absl::flat_hash_set<absl::string_view>(
      {"قال",    "قالت",   "يقول", "تقول",  "اضاف", "اضافت", "اوضح",  "اوضحت",  "اكد",
       "اكدت",   "كشف",    "كشفت", "صرح",   "صرحت", "ذكر",   "ذكرت",  "اعلن",   "اعلنت",
       "كتب",    "كتبت",   "اشار", "اشارت", "يري",  "تري",   "اعتبر", "اعتبرت", "نفي",
       "نفت",    "حذر",    "حذرت", "علق",   "علقت", "تابع",  "تابعت", "غرد",    "انتقد",
       "انتقدت", "يضيف",   "يوكد", "زعم",   "تضيف", "توكد",  "يوضح",  "توضح",   "يشير",
       "تشير",   "يشرح",   "تشرح", "شرح",   "شرحت", "لفت",   "لفتت",  "يلفت",   "تلفت",
       "يعلق",   "تعلق",   "يحذر", "تحذر",  "يكتب", "تكتب",  "رد",    "ردت",    "عقب",
       "عقبت",   "استدرك", "ختم",  "ختمت",  "جزم",  "جزمت",  "يتابع", "تتابع"});
  absl::string_view word = surface;
  if (kVerbs->contains(word)) return true;
  return (absl::ConsumePrefix(&word, "و") || absl::ConsumePrefix(&word, "ف")) &&
         kVerbs->contains(word);
}

bool IsQuote(absl::string_view form) {
  static constexpr absl::string_view kQuotes[] = {"\"", "«", "»", "“", "”", "„", "'", "‘", "’"};
  return OneOf(kQuotes, form);
}

bool IsComma(absl::string_view form) { return form == "،" || form == ","; }

// "معالجها كي-2", "طراز 777 إكس": the token behind such a model name, `begin` without.
int ModelEnd(const Analysis& analysis, const TokenMask& mask, int begin) {
  const int size = static_cast<int>(analysis.tokens.size());
  const Token& first = analysis.tokens[begin];
  const int last = begin + 2;
  if (last > size || analysis.tokens[begin + 1].passage != first.passage) return begin;
  if (mask.any({begin, begin + 2})) return begin;
  const Token& second = analysis.tokens[begin + 1];
  if (first.shape == TokenShape::kDigits) {
    return IsOneOf(second.surface, {"اكس", "اس", "بي", "سي", "اي"}) ? last : begin;
  }
  if (first.shape != TokenShape::kArabic || second.form != "-" || last >= size) return begin;
  const Token& number = analysis.tokens[last];
  const bool joined = number.shape == TokenShape::kDigits && !mask.taken(last) &&
                      first.range.end == second.range.begin &&
                      second.range.end == number.range.begin;
  return joined ? last + 1 : begin;
}

// An unknown word that is rather a verb in the imperfect ("تعنى") or a noun after "لل".
bool LooksLikePhrase(absl::string_view surface) {
  if (absl::StartsWith(surface, "لل")) return true;
  const bool imperfect = absl::StartsWith(surface, "ت") || absl::StartsWith(surface, "ي") ||
                         absl::StartsWith(surface, "ست") || absl::StartsWith(surface, "سي");
  return imperfect && LetterCount(surface) <= 5 && !HasForeignLetters(surface);
}

// Endings of inflected Arabic words, which names rarely have.
bool HasArabicInflection(absl::string_view surface) {
  for (absl::string_view ending : {"ات", "ون", "ها", "هم", "ته", "تها", "يه", "ناه"}) {
    if (LetterCount(surface) > 4 && absl::EndsWith(surface, ending)) return true;
  }
  return false;
}

// 'إن شركته "منفتحة على الجميع"': an adjective and what it governs.
bool Describes(const Analysis& analysis, TokenRange words) {
  const Token& first = analysis.tokens[words.begin];
  if (!first.listed || first.definite || words.size() < 3) return false;
  return first.part_of_speech != PartOfSpeech::kProperNoun &&
         analysis.tokens[words.begin + 1].part_of_speech == PartOfSpeech::kAdposition;
}

// "الشركة «تبيع المواعيد لا الروبوتات»": what is said of it, and no name.
bool SaysSomething(const Analysis& analysis, TokenRange words) {
  // «ليس قدرا»: what is denied of something.
  if (IsOneOf(analysis.tokens[words.begin].surface, {"ليس", "ليست", "لم", "لن", "لا"})) return true;
  if (words.size() < 3) return false;
  bool verb = false, grammar = false;
  for (int i = words.begin; i < words.end; ++i) {
    verb = verb ||
           (analysis.tokens[i].part_of_speech == PartOfSpeech::kVerb && analysis.tokens[i].listed);
    grammar = grammar || analysis.tokens[i].stop_word;
  }
  return verb && grammar;
}

}  // namespace

// "السالمي": may be a family name.
bool ArabicNames::LooksLikeFamilyName(const std::string& surface) const {
  return absl::StartsWith(surface, "ال") && absl::EndsWith(surface, "ي") &&
         LetterCount(surface) >= 5 && !lexicon_.IsDemonym(surface) && !lexicon_.IsNotAName(surface);
}

// The same, where it is no noun of the dictionary: behind an indefinite noun a definite adjective
// is none.
bool ArabicNames::IsFamilyName(const Token& word) const {
  return LooksLikeFamilyName(word.surface) &&
         (!word.listed || word.part_of_speech == PartOfSpeech::kAdjective);
}

struct ArabicNames::Text {
  const Analysis& analysis;
  const CueFinder& cues;
  TokenMask* mask;

  int size() const { return static_cast<int>(analysis.tokens.size()); }
  const Token& token(int i) const { return analysis.tokens[i]; }
  bool SamePassage(int a, int b) const {
    return analysis.tokens[a].passage == analysis.tokens[b].passage;
  }
};

// A word that no dictionary has, or a given name; no verb, cue, title or taken word.
bool ArabicNames::LooksLikeName(const Text& text, int token) const {
  const Token& word = text.token(token);
  if (word.shape != TokenShape::kArabic || text.mask->taken(token)) return false;
  if (LetterCount(word.surface) < 2 || word.stop_word || text.cues.covered(token)) return false;
  if (lexicon_.IsNotAName(word.surface) || lexicon_.IsDemonym(word.surface)) return false;
  if (IsSpeechVerb(word.surface)) return false;
  if (lexicon_.IsGivenName(word.surface)) return true;
  if (word.listed && word.part_of_speech != PartOfSpeech::kProperNoun) return false;
  for (const BareForm& form : BareForms(word.surface)) {
    if (form.stripped_letters == 0) continue;
    if (lexicon_.IsNotAName(form.text) || lexicon_.FindCue(form.text) != nullptr) return false;
    // "وأحمد" opens another name.
    if (form.stripped_letters == 1 && absl::StartsWith(word.surface, "و") &&
        lexicon_.IsGivenName(form.text)) {
      return false;
    }
  }
  return !HasArabicInflection(word.surface) || HasForeignLetters(word.surface);
}

// A word that no lexicon has, right after a given name: a family name whatever its ending.
bool ArabicNames::IsUnknownAfterGiven(const Text& text, int token) const {
  const Token& word = text.token(token);
  return word.shape == TokenShape::kArabic && !word.listed && !word.stop_word && !word.definite &&
         !text.mask->taken(token) && !text.cues.covered(token) &&
         lexicon_.IsGivenName(text.token(token - 1).surface) &&
         !lexicon_.IsNotAName(word.surface) && !lexicon_.IsDemonym(word.surface);
}

// End of the person's name that begins at `begin`, or `begin` when there are fewer words.
int ArabicNames::PersonEnd(const Text& text, int begin, int min_words) const {
  int words = 0;
  int end = begin;
  for (int i = begin; i < text.size() && text.SamePassage(begin, i); ++i) {
    const absl::string_view surface = text.token(i).surface;
    const bool more = i + 1 < text.size() && text.SamePassage(begin, i + 1);
    if (IsNameParticle(surface) && more && i > begin &&
        text.token(i + 1).shape == TokenShape::kArabic && !text.mask->taken(i + 1)) {
      end = i + 2;  // the word after "bin" needs no proof
      ++words;
      ++i;
    } else if (surface == "عبد" && more && absl::StartsWith(text.token(i + 1).surface, "ال")) {
      end = i + 2;
      ++words;
      ++i;
    } else if (text.token(i).form == "-" && i > begin && more &&
               text.token(i - 1).range.end == text.token(i).range.begin &&
               text.token(i).range.end == text.token(i + 1).range.begin &&
               text.token(i + 1).shape == TokenShape::kArabic && !text.mask->taken(i + 1)) {
      end = ++i + 1;  // "لي-آن": what a hyphen ties to a name is of it
      continue;
    } else if ((text.token(i).form == "-" || text.token(i).form == ".") && i > begin && more &&
               LooksLikeName(text, i + 1) &&
               text.token(i).range.end == text.token(i + 1).range.begin) {
      continue;
    } else if (LooksLikeName(text, i) || (i > begin && IsUnknownAfterGiven(text, i))) {
      end = i + 1;
      ++words;
    } else {
      // An Arab family name may be a dictionary word with the article: "خالد الصباح".
      const bool family = words > 0 && lexicon_.IsGivenName(text.token(begin).surface) &&
                          absl::StartsWith(surface, "ال") && absl::EndsWith(surface, "ي") &&
                          !lexicon_.IsDemonym(surface) && !lexicon_.IsNotAName(surface) &&
                          !text.mask->taken(i) && !text.cues.covered(i);
      if (!family) break;
      end = i + 1;
      ++words;
      break;
    }
    if (words == kLongestPersonName) break;
  }
  return words >= min_words ? end : begin;
}

void ArabicNames::Add(const Text& text, TokenRange tokens, EntityType type,
                      const std::string& entity_class, double confidence, const std::string& rule,
                      std::vector<NameSpan>* spans) const {
  if (tokens.empty() || text.mask->any(tokens)) return;
  NameSpan span;
  span.tokens = tokens;
  span.range = text.analysis.BytesOf(tokens);
  span.type = type;
  span.entity_class = entity_class;
  span.confidence = confidence;
  span.rule = rule;
  // A proclitic before a given name: "لجيمس" -> "جيمس".
  const Token& first = text.token(tokens.begin);
  if (type == EntityType::kPerson && !lexicon_.IsGivenName(first.surface)) {
    for (const BareForm& form : BareForms(first.surface)) {
      if (form.stripped_letters == 1 && lexicon_.IsGivenName(form.text)) {
        span.range.begin = WithoutLetters(text.analysis, first, 1).begin;
        break;
      }
    }
  }
  text.mask->Take(tokens);
  spans->push_back(span);
}

// "المهدي برادة", "الحبيب الزواري": given names with the article, before a word that is no
// dictionary's.
bool ArabicNames::OpensMaghrebiName(const Text& text, int token) const {
  const Token& word = text.token(token);
  if (!absl::StartsWith(word.surface, "ال") || !lexicon_.IsGivenName(word.surface)) return false;
  if (token + 1 >= text.size() || !text.SamePassage(token, token + 1)) return false;
  const Token& next = text.token(token + 1);
  return !next.listed && !next.stop_word && next.shape == TokenShape::kArabic &&
         !text.cues.covered(token + 1) && !lexicon_.IsDemonym(next.surface) &&
         !lexicon_.IsNotAName(next.surface);
}

void ArabicNames::FindGivenNames(const Text& text, std::vector<NameSpan>* spans) const {
  for (int i = 0; i + 1 < text.size(); ++i) {
    const Token& word = text.token(i);
    if (word.shape != TokenShape::kArabic || text.mask->taken(i)) continue;
    if (word.part_of_speech == PartOfSpeech::kAdposition && word.form == "على") continue;
    bool given = lexicon_.IsGivenName(word.surface) || IsSameWord(word.surface, "عبد");
    if (!given && word.part_of_speech != PartOfSpeech::kVerb) {
      for (const BareForm& form : BareForms(word.surface)) {
        given = given || (form.stripped_letters == 1 && LetterCount(form.text) >= 3 &&
                          !absl::StartsWith(word.surface, "ال") && lexicon_.IsGivenName(form.text));
      }
    }
    if (!given || (text.cues.covered(i) && text.cues.at(i).title_end != i + 1)) continue;
    if (!text.SamePassage(i, i + 1)) continue;
    // Names that are words as well ("كريم", "لي") need an unknown word after them.
    const bool common = word.listed && word.part_of_speech != PartOfSpeech::kProperNoun;
    const Token& next = text.token(i + 1);
    const bool hyphen = next.form == "-" && word.range.end == next.range.begin;
    const bool after_verb = i > 0 && text.SamePassage(i - 1, i) &&
                            text.token(i - 1).part_of_speech == PartOfSpeech::kVerb;
    // "سيف الربيعي": an indefinite noun takes no definite adjective, but a family name.
    const bool family = !word.definite && IsFamilyName(next);
    if (common && !family && !OpensMaghrebiName(text, i) && !hyphen &&
        !HasForeignLetters(next.surface) && !IsNameParticle(next.surface) &&
        !(lexicon_.IsGivenName(next.surface) && (after_verb || !next.listed))) {
      continue;
    }
    int end = hyphen ? PersonEnd(text, i, 2) : PersonEnd(text, i + 1, 1);
    if (hyphen && end <= i + 3) continue;
    if (family && !text.mask->taken(i + 1)) end = std::max(end, i + 2);
    if (IsNameParticle(next.surface) && i + 2 < text.size() && text.SamePassage(i, i + 2) &&
        text.token(i + 2).shape == TokenShape::kArabic) {
      end = std::max(end, i + 3);
    }
    if (end == i + 1) {
      // "خالد السالمي": a family name from the dictionary.
      const bool known = text.mask->taken(i + 1) || text.cues.covered(i + 1);
      if (!common && LooksLikeFamilyName(next.surface) && !known) {
        end = i + 2;
      } else {
        continue;
      }
    }
    Add(text, {i, std::min(end, i + kLongestPersonName)}, EntityType::kPerson, "", 0.8,
        "given-name", spans);
  }
}

// Skips what may stand between a title and its holder: adjectives, "لشركة X", a comma.
int ArabicNames::FirstNameAfterTitle(const Text& text, int token) const {
  int i = token;
  for (; i < text.size() && i < token + kLongestModifiers && text.SamePassage(token - 1, i); ++i) {
    const Token& word = text.token(i);
    if (text.mask->taken(i) || IsComma(word.form) || IsQuote(word.form) || text.cues.covered(i)) {
      continue;
    }
    const bool definite =
        absl::StartsWith(word.surface, "ال") || absl::StartsWith(word.surface, "لل");
    if (OpensMaghrebiName(text, i)) break;
    const bool preposition = word.surface == "في" || word.surface == "لدي" || word.surface == "ل";
    if (definite || preposition || lexicon_.IsDemonym(word.surface)) continue;
    break;
  }
  return i;
}

void ArabicNames::FindTitled(const Text& text, std::vector<NameSpan>* spans) const {
  for (int i = 0; i < text.size(); ++i) {
    const int end = text.cues.at(i).title_end;
    if (end <= i || end >= text.size() || !text.SamePassage(i, end)) continue;
    const int begin = FirstNameAfterTitle(text, end);
    if (begin >= text.size() || !text.SamePassage(i, begin)) continue;
    const int name_end = PersonEnd(text, begin, 2);
    if (name_end > begin) {
      Add(text, {begin, std::min(name_end, begin + 3)}, EntityType::kPerson, "", 0.75, "title",
          spans);
    } else if (begin == end && PersonEnd(text, begin, 1) > begin &&
               HasForeignLetters(text.token(begin).surface)) {
      Add(text, {begin, begin + 1}, EntityType::kPerson, "", 0.55, "title", spans);
    }
  }
}

// "X Y، الرئيس التنفيذي ل..."
void ArabicNames::FindBeforeTitles(const Text& text, std::vector<NameSpan>* spans) const {
  for (int i = 3; i < text.size(); ++i) {
    if (text.cues.at(i).title_end <= i || !text.SamePassage(i - 3, i)) continue;
    if (!IsComma(text.token(i - 1).form) && text.token(i - 1).form != "(") continue;
    int begin = i - 1;
    while (begin > 0 && i - 1 - begin < 3 && text.SamePassage(begin - 1, i) &&
           LooksLikeName(text, begin - 1)) {
      --begin;
    }
    if (i - 1 - begin < 2) continue;
    Add(text, {begin, i - 1}, EntityType::kPerson, "", 0.7, "title", spans);
  }
}

void ArabicNames::FindAfterCues(const Text& text, std::vector<NameSpan>* spans) const {
  for (int i = 0; i < text.size(); ++i) {
    const CueAtToken& at = text.cues.at(i);
    if (at.cue == nullptr || at.title_end > at.cue_end) continue;
    int begin = at.cue_end;
    // "الشركة الصينية الناشئة ..."
    while (begin < text.size() && begin < at.cue_end + 3 && text.SamePassage(i, begin) &&
           !text.mask->taken(begin) && absl::StartsWith(text.token(begin).surface, "ال") &&
           (lexicon_.IsDemonym(text.token(begin).surface) ||
            text.token(begin).part_of_speech == PartOfSpeech::kAdjective ||
            text.token(begin).surface == "الناشيه" || text.token(begin).surface == "الناشئه")) {
      ++begin;
    }
    if (begin >= text.size() || !text.SamePassage(i, begin)) continue;
    if (IsQuote(text.token(begin).form)) {
      int end = begin + 1;
      while (end < text.size() && end - begin <= kLongestQuotedName + 1 &&
             text.SamePassage(i, end) && !IsQuote(text.token(end).form)) {
        ++end;
      }
      if (end < text.size() && end - begin <= kLongestQuotedName + 1 && end > begin + 1 &&
          IsQuote(text.token(end).form) && text.token(begin + 1).shape == TokenShape::kArabic &&
          !SaysSomething(text.analysis, {begin + 1, end}) &&
          !Describes(text.analysis, {begin + 1, end})) {
        Add(text, {begin + 1, end}, at.cue->type, at.cue->entity_class, 0.8, "quoted-cue", spans);
      }
      continue;
    }
    if (at.cue->entity_class == "DIVISION" || at.cue->entity_class == "REGION") continue;
    if (at.cue->type == EntityType::kProduct) {
      const int end = ModelEnd(text.analysis, *text.mask, begin);
      if (end > begin) {
        Add(text, {begin, end}, at.cue->type, at.cue->entity_class, 0.8, "cue-noun", spans);
        continue;
      }
    }
    int end = begin;
    while (end < text.size() && end < begin + 3 && text.SamePassage(i, end) &&
           LooksLikeName(text, end) && !absl::StartsWith(text.token(end).surface, "ال") &&
           !LooksLikePhrase(text.token(end).surface)) {
      ++end;
    }
    const bool person = at.cue->type == EntityType::kPerson;
    const bool foreign = end > begin && HasForeignLetters(text.token(begin).surface);
    if (end == begin || (person && end < begin + 2)) continue;
    Add(text, {begin, end}, at.cue->type, at.cue->entity_class, foreign ? 0.7 : 0.6, "cue-noun",
        spans);
  }
}

void ArabicNames::FindSpeakers(const Text& text, std::vector<NameSpan>* spans) const {
  for (int i = 0; i + 1 < text.size(); ++i) {
    // "من هو X Y؟" asks about a name as surely as a verb of speech opens one.
    const absl::string_view opener = text.token(i).surface;
    const bool asks =
        i > 0 && IsOneOf(opener, {"هو", "هي"}) && IsSameWord(text.token(i - 1).surface, "من");
    if ((!asks && !IsSpeechVerb(opener)) || !text.SamePassage(i, i + 1)) continue;
    const int end = PersonEnd(text, i + 1, 1);
    if (end == i + 1) continue;
    const absl::string_view first = text.token(i + 1).surface;
    const bool foreign = HasForeignLetters(first) || lexicon_.IsGivenName(first) ||
                         HasForeignLetters(text.token(i + 2 < text.size() ? i + 2 : i + 1).surface);
    const bool articles = absl::StartsWith(first, "ال");
    if (end - i - 1 >= 2 && (foreign || !articles)) {
      Add(text, {i + 1, std::min(end, i + 4)}, EntityType::kPerson, "", foreign ? 0.65 : 0.55,
          "speaker", spans);
    } else if (end == i + 2 && HasForeignLetters(first) && LetterCount(first) >= 4) {
      Add(text, {i + 1, i + 2}, EntityType::kPerson, "", 0.5, "speaker", spans);
      if (!spans->empty()) spans->back().kind = MentionKind::kShortName;
    }
  }
}

// "X Y (Latin Name)": the words before the parenthesis are the same name.
void ArabicNames::FindBeforeParentheses(const Text& text, std::vector<NameSpan>* spans) const {
  for (int i = 2; i + 1 < text.size(); ++i) {
    if (text.token(i + 1).shape != TokenShape::kLatin || text.token(i).form != "(") continue;
    if (!text.mask->taken(i + 1) || !text.SamePassage(i - 2, i + 1)) continue;
    int begin = i;
    while (begin > 0 && i - begin < 3 && text.SamePassage(begin - 1, i) &&
           LooksLikeName(text, begin - 1)) {
      --begin;
    }
    if (i - begin < 2) continue;
    Add(text, {begin, i}, EntityType::kPerson, "", 0.7, "parenthesis", spans);
  }
}

void ArabicNames::FindListItems(const Text& text, std::vector<NameSpan>* spans) const {
  for (const Passage& passage : text.analysis.passages) {
    if (passage.kind != PassageKind::kListItem || passage.tokens.empty()) continue;
    int begin = passage.tokens.begin;
    while (begin < passage.tokens.end && text.token(begin).shape != TokenShape::kArabic) ++begin;
    if (begin >= passage.tokens.end) continue;
    const int end = PersonEnd(text, begin, 2);
    if (end == begin || end > begin + 4) continue;
    const bool stops =
        end >= passage.tokens.end || text.token(end).shape == TokenShape::kPunctuation;
    if (!stops) continue;
    Add(text, {begin, end}, EntityType::kPerson, "", 0.6, "list-item", spans);
  }
}

std::vector<NameSpan> ArabicNames::Find(const Analysis& analysis, const CueFinder& cues,
                                        TokenMask* mask) const {
  const Text text = {analysis, cues, mask};
  std::vector<NameSpan> spans;
  FindGivenNames(text, &spans);
  FindTitled(text, &spans);
  FindBeforeTitles(text, &spans);
  FindAfterCues(text, &spans);
  FindBeforeParentheses(text, &spans);
  FindSpeakers(text, &spans);
  FindListItems(text, &spans);
  return spans;
}

}  // namespace isnad::extraction
