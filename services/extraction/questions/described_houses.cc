#include "services/extraction/questions/described_houses.h"

#include <algorithm>

#include "absl/strings/match.h"

namespace isnad::extraction {
namespace {

constexpr int kMostModifiers = 5;

// Wares, which are products or the houses that run them.
bool IsEnglishWare(const QuestionText& text, int token) {
  return text.Is(token, {"app", "platform", "marketplace", "game", "chatbot"});
}

bool IsEnglishHouse(const QuestionText& text, int token) {
  return text.Is(
      token, {"company",    "firm",         "startup",    "start-up",    "studio",       "maker",
              "chipmaker",  "carmaker",     "automaker",  "drugmaker",   "planemaker",   "airline",
              "carrier",    "bank",         "lender",     "operator",    "retailer",     "chain",
              "developer",  "manufacturer", "group",      "publisher",   "brand",        "lab",
              "laboratory", "fund",         "broker",     "insurer",     "builder",      "telecom",
              "telco",      "grocer",       "giant",      "unicorn",     "fintech",      "designer",
              "refiner",    "producer",     "streamer",   "utility",     "conglomerate", "exchange",
              "university", "marketplace",  "agency",     "consultancy", "miner",        "brewery",
              "bakery",     "hotelier",     "distributor"});
}

// Words that end a description before its noun comes.
bool EndsEnglishModifiers(const QuestionText& text, int token) {
  if (text.words()[token].punctuation) return true;
  return text.Is(token,
                 {"of",  "in",  "for",   "that",   "which",   "who",  "whose", "and", "or",
                  "to",  "at",  "on",    "by",     "with",    "from", "about", "is",  "was",
                  "did", "has", "will",  "does",   "had",     "were", "are",   "the", "a",
                  "an",  "'s",  "after", "before", "between", "when", "while", "as",  "than"});
}

// "The new company": says which of several in the story is meant, and nothing that tells it from
// those of other stories.
bool TellsNothing(const QuestionText& text, int token) {
  return text.Is(token, {"same",    "other",  "new",   "first", "last",     "latest",   "whole",
                         "entire",  "parent", "rival", "own",   "combined", "merged",   "next",
                         "former",  "second", "third", "two",   "three",    "original", "old",
                         "current", "big",    "large", "small", "only",     "said",     "mother"});
}

bool IsName(const QuestionText& text, int token) {
  return token >= 0 && token < text.size() && text.words()[token].mention >= 0;
}

bool IsOtherName(const QuestionText& text, int token) {
  if (!IsName(text, token)) return false;
  const Mention& mention = text.analysis().mentions[text.words()[token].mention];
  return mention.entity < 0 ||
         text.analysis().entities[mention.entity].type != EntityType::kLocation;
}

bool IsMark(const QuestionText& text, int token) {
  return token >= 0 && token < text.size() && text.words()[token].punctuation;
}

// A name right before or behind it, with a comma or quotation mark between them or without.
bool IsBesideName(const QuestionText& text, TokenRange tokens) {
  if (text.Is(tokens.end, {"\"", "«", "“", "("})) return true;
  if (tokens.end < text.size() && text.words()[tokens.end].capitalized) return true;
  const int after =
      IsMark(text, tokens.end) && !text.Is(tokens.end, {"?", "؟"}) ? tokens.end + 1 : tokens.end;
  const int before = IsMark(text, tokens.begin - 1) ? tokens.begin - 2 : tokens.begin - 1;
  return IsName(text, after) || (IsOtherName(text, before) && before < tokens.begin);
}

// The noun that ends the description whose article stands at `token`, or -1.
int EnglishHead(const QuestionText& text, int token) {
  int head = -1;
  for (int t = token + 1; t < std::min(text.size(), token + kMostModifiers + 2); ++t) {
    if (EndsEnglishModifiers(text, t) || IsOtherName(text, t)) break;
    const bool is_head = IsEnglishHouse(text, t) || IsEnglishWare(text, t);
    if (head >= 0 && !is_head) break;
    if (is_head) head = t;
  }
  return head;
}

bool TellsEnglish(const QuestionText& text, TokenRange modifiers) {
  for (int t = modifiers.begin; t < modifiers.end; ++t) {
    if (!TellsNothing(text, t)) return true;
  }
  return false;
}

std::vector<DescribedHouse> FindEnglish(const QuestionText& text) {
  std::vector<DescribedHouse> found;
  for (int t = 0; t < text.size(); ++t) {
    if (!text.Is(t, {"the"}) || IsName(text, t)) continue;
    const int head = EnglishHead(text, t);
    if (head < 0 || !TellsEnglish(text, {t + 1, head})) continue;
    const TokenRange tokens = {t + 1, head + 1};
    // "The chip maker that": what is told of it is part of the description.
    const bool told = text.Is(
        tokens.end, {"that", "which", "who", "whose", "behind", "called", "named", "where", "of"});
    if (!told && !IsBesideName(text, {t, tokens.end})) {
      found.push_back(
          {tokens, IsEnglishWare(text, head) ? EntityType::kUnknown : EntityType::kOrganization});
    }
    t = head;
  }
  return found;
}

bool IsArabicWare(const QuestionText& text, int token) {
  if (!text.HasKey(token, {"تطبيق", "منصه", "لعبه"})) return false;
  // The same word stands for bringing rules into force.
  return !text.HasKey(token + 1, {"نسبه", "قانون", "قرار", "رسم", "نظام", "ضريبه", "لايحه", "اتفاق",
                                  "قاعده", "شرط", "عقوبه", "غرامه", "زياده", "معيار"});
}

bool IsArabicHouse(const QuestionText& text, int token) {
  return text.HasKey(token,
                     {"شركه",   "مجموعه", "استوديو", "ستوديو", "بنك",   "مصرف", "صندوق",  "مختبر",
                      "متجر",   "سلسله",  "مشغل",    "صانع",   "صانعه", "مصنع", "عملاق",  "عملاقه",
                      "ناقل",   "ناقله",  "مطور",    "مقرض",   "مصمم",  "دار",  "مقاوله", "ناشيه",
                      "متعامل", "علامه",  "وكاله",   "جامعه",  "بورصه", "وساطه"});
}

// A noun or adjective with the article that may describe the house before it.
bool IsModifier(const QuestionText& text, int token) {
  const Token& word = text.analysis().tokens[token];
  const bool bare =
      word.proclitics.empty() || (word.proclitics.size() == 1 && word.proclitics.front() == "ال");
  const bool of_country = absl::EndsWith(word.base, "ي") || absl::EndsWith(word.base, "يه");
  const bool common =
      of_country || (word.listed && (word.part_of_speech == PartOfSpeech::kNoun ||
                                     word.part_of_speech == PartOfSpeech::kAdjective));
  return word.definite && bare && common && word.enclitic.empty() && !word.stop_word &&
         !IsOtherName(text, token) && !text.words()[token].punctuation &&
         text.words()[token].value < 0;
}

// "Developers of": no house but those who work for many.
bool IsPluralOfPeople(const QuestionText& text, int token) {
  const std::string& base = text.analysis().tokens[token].base;
  return absl::EndsWith(base, "ي");
}

// A noun without article, to which the next one belongs: "software" in "the radiology software
// firm" as Arabic says it.
bool IsMatter(const QuestionText& text, int token) {
  if (token + 1 >= text.size()) return false;
  const Token& word = text.analysis().tokens[token];
  const bool known = word.listed || absl::EndsWith(word.base, "ات");
  return !word.definite && known && word.part_of_speech == PartOfSpeech::kNoun &&
         word.proclitics.empty() && word.enclitic.empty() && !word.stop_word &&
         !IsName(text, token) && !text.words()[token].punctuation && text.words()[token].value < 0;
}

bool IsOfMatter(const QuestionText& text, int token) {
  if (token >= text.size()) return false;
  const Token& word = text.analysis().tokens[token];
  return word.definite && word.enclitic.empty() && !word.stop_word && !IsName(text, token) &&
         !text.words()[token].punctuation && text.words()[token].value < 0;
}

bool TellsNothingInArabic(const QuestionText& text, int token) {
  return text.HasKey(
      token,
      {"جديد", "جديده", "اول",  "اولي",   "ثاني",    "ثانيه", "اخري",   "اخر",   "سابق",  "سابقه",
       "حالي", "حاليه", "كبري", "كبير",   "كبيره",   "ام",    "مدمج",   "مدمجه", "مذكور", "مذكوره",
       "نفسه", "مندمج", "قديم", "تنفيذي", "تنفيذيه", "منافس", "منافسه", "اصلي",  "اصليه"});
}

std::vector<DescribedHouse> FindArabic(const QuestionText& text) {
  std::vector<DescribedHouse> found;
  for (int t = 0; t < text.size(); ++t) {
    const bool ware = IsArabicWare(text, t);
    if ((!ware && !IsArabicHouse(text, t)) || IsName(text, t)) continue;
    const Token& noun = text.analysis().tokens[t];
    if (!noun.enclitic.empty() || noun.features.number == WordNumber::kPlural ||
        noun.features.number == WordNumber::kDual) {
      continue;
    }
    if (noun.part_of_speech == PartOfSpeech::kVerb || IsPluralOfPeople(text, t)) continue;
    int end = t + 1;
    // "The firm of payment devices": what it makes or does stands between.
    if (IsMatter(text, end) && IsOfMatter(text, end + 1)) end += 2;
    bool tells = end > t + 1;
    while (end < text.size() && end <= t + kMostModifiers && IsModifier(text, end)) {
      tells |= !TellsNothingInArabic(text, end);
      ++end;
    }
    const bool told = text.Is(end, {"التي", "الذي", "اللتين", "اللذين", "المسماه", "المسمي"});
    const TokenRange tokens = {t, end};
    if (tells && !told && !IsBesideName(text, tokens)) {
      found.push_back({tokens, ware ? EntityType::kUnknown : EntityType::kOrganization});
    }
    if (tells) t = end - 1;
  }
  return found;
}

}  // namespace

std::vector<DescribedHouse> FindDescribedHouses(const QuestionText& text) {
  return text.arabic() ? FindArabic(text) : FindEnglish(text);
}

}  // namespace isnad::extraction
