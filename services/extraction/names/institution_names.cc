#include "services/extraction/names/institution_names.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "services/extraction/names/name_letters.h"

namespace isnad::extraction {
namespace {

constexpr int kLongestInstitution = 7;  // tokens

template <size_t N>
bool OneOf(const absl::string_view (&words)[N], absl::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// Folded, without the article.
bool IsBodyNoun(absl::string_view word) {
  static constexpr absl::string_view kNouns[] = {"هييه",  "موسسه", "شركه", "اتحاد", "مجلس",
                                                 "وكاله", "لجنه",  "بنك",  "مصرف",  "صندوق",
                                                 "معهد",  "مركز",  "جهاز", "نقابه"};
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

// Nouns that belong to the name that follows them, folded.
bool IsBoundNoun(absl::string_view word) {
  static constexpr absl::string_view kNouns[] = {"بنك",   "مصرف", "جامعه", "معهد", "مستشفي",
                                                 "بورصه", "هييه", "وزاره", "دار",  "اكاديميه"};
  return OneOf(kNouns, word);
}

bool SamePassage(const Analysis& analysis, int a, int b) {
  return analysis.tokens[a].passage == analysis.tokens[b].passage;
}

// The reading of a word in which `accepts` finds a head, by the letters that go before it; -1 when
// there is none.
template <class Accepts>
int HeadLetters(absl::string_view surface, Accepts accepts) {
  if (accepts(surface)) return 0;
  for (const BareForm& form : BareForms(surface)) {
    const absl::string_view cut = surface.substr(0, surface.size() - form.text.size());
    if (form.stripped_letters == 1 && accepts(form.text)) return 1;
    if (form.stripped_letters == 2 && !absl::EndsWith(cut, "ال") && accepts(form.text)) return 2;
  }
  return -1;
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
    const std::string& surface = analysis.tokens[end].surface;
    const bool body = IsBodyAdjective(surface);
    if (!body && !(adjective && absl::StartsWith(surface, "ال") && lexicon_.IsDemonym(surface))) {
      break;
    }
    adjective = adjective || body;
    ++end;
  }
  if (!adjective || end >= size || !SamePassage(analysis, token, end)) return token;
  const Token& purpose = analysis.tokens[end];
  if (purpose.shape != TokenShape::kArabic || !absl::StartsWith(purpose.surface, "لل") ||
      LetterCount(purpose.surface) < 5) {
    return token;
  }
  return SkipComplements(analysis, end + 1);
}

std::vector<NameSpan> InstitutionNames::Find(const Analysis& analysis) const {
  std::vector<NameSpan> spans;
  for (int i = 0; i < static_cast<int>(analysis.tokens.size()); ++i) {
    const Token& word = analysis.tokens[i];
    if (word.shape != TokenShape::kArabic) continue;
    int end = i;
    int letters = -1;
    if (absl::EndsWith(word.surface, "وزاره")) {
      letters = HeadLetters(word.surface, [](absl::string_view w) { return w == "وزاره"; });
      if (letters >= 0) end = EndOfMinistry(analysis, i);
    } else if (i + 1 < static_cast<int>(analysis.tokens.size()) &&
               absl::StartsWith(analysis.tokens[i + 1].surface, "ال") &&
               IsBodyAdjective(analysis.tokens[i + 1].surface)) {
      letters = HeadLetters(word.surface, [](absl::string_view w) {
        return absl::StartsWith(w, "ال") && IsBodyNoun(w.substr(4));
      });
      if (letters >= 0) end = EndOfPublicBody(analysis, i);
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
