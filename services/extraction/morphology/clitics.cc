#include "services/extraction/morphology/clitics.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/extraction/morphology/letters.h"

namespace isnad::extraction {
namespace {

// Scores: what is known outweighs any number of cuts, then fewer and surer cuts win.
constexpr double kKnown = 10;
constexpr double kClosedClassBonus = 3.6;
constexpr double kCitationBonus = 1.5;
constexpr double kListedBonus = 1;
constexpr double kConjunctionCost = 1.5;
constexpr double kPrepositionCost = 1.6;
constexpr double kFutureCost = 1.2;
constexpr double kArticleCost = 0.2;
// An uncut word that begins with the article or ends like a pronoun on a known base is suspect.
constexpr double kUncutArticleCost = 4;
constexpr double kRealHehCost = 1.4;
// Two of them are the article's; of "لل" one, and then the noun has three.
constexpr int kMinLettersWithArticle = 4;

struct Enclitic {
  absl::string_view letters;
  double cost;
  int min_known_letters;    // of the base, when the table knows it
  int min_unknown_letters;  // of an unknown base; 0: never cut off one
};

constexpr Enclitic kEnclitics[] = {{"هما", 0.8, 2, 4}, {"ها", 0.8, 2, 4}, {"هم", 1.0, 2, 4},
                                   {"هن", 1.6, 2, 0},  {"كم", 1.8, 3, 0}, {"نا", 1.4, 3, 0},
                                   {"ني", 1.4, 3, 0},  {"ه", 1.2, 2, 5},  {"ك", 2.6, 4, 0}};

bool StartsWithHamzatedAlef(absl::string_view letters) {
  return absl::StartsWith(letters, "أ") || absl::StartsWith(letters, "إ") ||
         absl::StartsWith(letters, "آ");
}

// Words that the table knows, and that are yet nearly always a conjunction and a function word.
bool IsConjoinedFunctionWord(absl::string_view word) {
  return word == "وفي" || word == "وكل" || word == "وان" || word == "وهم" || word == "ولي";
}

// The imperfect of a derived verb, whichever the root: "يستفيد", "تتراجع", "ينخفض".
bool LooksLikeDerivedImperfect(absl::string_view word) {
  const absl::string_view first = LetterAt(word, 0);
  if (first != "ي" && first != "ت" && first != "ن") return false;
  const int letters = LetterCount(word);
  const absl::string_view rest = DropFirst(word, 1);
  return (letters >= 6 && absl::StartsWith(rest, "ست")) ||
         (letters >= 5 && first == "ي" && absl::StartsWith(rest, "ت"));
}

}  // namespace

struct CliticSplitter::Proclitics {
  absl::string_view conjunction;
  absl::string_view preposition;
  bool article = false;
  bool future = false;
  int letters = 0;  // cut off the surface
  double cost = 0;
};

struct CliticSplitter::Candidate {
  double score = -1e9;
  // The word as it stands is known, and not one that is rarer than its reading with a conjunction.
  bool whole_known = false;
  Proclitics proclitics;
  std::string base;
  absl::string_view enclitic;
  const WordInfo* info = nullptr;
};

const WordInfo* CliticSplitter::FindBase(absl::string_view base, bool before_pronoun,
                                         std::string* found) const {
  const WordInfo* info = table_->Find(base);
  if (info != nullptr || !before_pronoun || LetterCount(base) < 3) return info;
  // Before a pronoun alef maqsura is written alef and final hamza sits on waw or yeh.
  const absl::string_view last = LetterAt(base, -1);
  for (const absl::string_view written : {"ي", "ء"}) {
    const bool applies = (written == "ي" && last == "ا") ||
                         (written == "ء" && (last == "و" || last == "ي" || last == "ا"));
    if (!applies) continue;
    *found = WithLetter(base, -1, written);
    info = table_->Find(*found);
    if (info != nullptr) return info;
  }
  return nullptr;
}

void CliticSplitter::Consider(const Proclitics& proclitics, absl::string_view base,
                              absl::string_view enclitic, absl::string_view form,
                              Candidate* best) const {
  const int letters = LetterCount(base);
  const bool cut = proclitics.letters > 0 || !enclitic.empty();
  if (letters < (cut ? 2 : 1)) return;
  std::string base_text(base);
  const WordInfo* info = FindBase(base, !enclitic.empty(), &base_text);
  // Behind the article stands a noun, even where the table knows only a verb of that spelling.
  if (info != nullptr && proclitics.article && !info->can_be_nominal && !info->closed_class) {
    info = nullptr;
  }
  if (info == nullptr) base_text = std::string(base);
  double score = -proclitics.cost;
  const bool nominal_only =
      proclitics.article || (!proclitics.preposition.empty() && proclitics.preposition != "ل");
  if (info != nullptr) {
    if (proclitics.future && info->verb.tense != VerbTense::kImperfect) return;
    if (proclitics.future && !info->can_be_verb) return;
    if (nominal_only && !info->can_be_nominal && !info->closed_class) return;
    if (info->closed_class && proclitics.article) return;
    if (info->closed_class && !enclitic.empty()) return;
    if (info->closed_class && cut) {
      if (absl::EndsWith(form, "ة")) return;
      if (!proclitics.preposition.empty() && info->part_of_speech == PartOfSpeech::kAdposition) {
        return;
      }
    }
    if (info->part_of_speech == PartOfSpeech::kProperNoun &&
        (!enclitic.empty() || (proclitics.article && letters < 4))) {
      return;
    }
    if (proclitics.article && !enclitic.empty()) return;
    if (proclitics.preposition == "ل" && !proclitics.article && !info->can_be_nominal &&
        info->verb.tense == VerbTense::kPerfect) {
      return;
    }
    if (letters == 2 && cut && !info->closed_class && info->rank != WordRank::kCitation) return;
    score += kKnown;
    score += info->rank == WordRank::kClosedClass
                 ? (letters >= 2 && !(cut && best->whole_known) ? kClosedClassBonus : 0)
             : info->rank == WordRank::kCitation  ? kCitationBonus
             : info->rank == WordRank::kListed    ? kListedBonus
             : info->rank == WordRank::kShortened ? -kListedBonus
                                                  : 0;
  } else if (proclitics.future) {
    if (!LooksLikeDerivedImperfect(base)) return;
  } else if (proclitics.article) {
    if (letters < 3 || !enclitic.empty()) return;
    score += kUncutArticleCost;
    if (proclitics.preposition == "ك" && letters < 5) return;
  } else if (!proclitics.preposition.empty()) {
    return;
  } else if (!proclitics.conjunction.empty()) {
    const absl::string_view rest_of_form =
        form.substr(std::min<size_t>(kBytesPerLetter, form.size()));
    const bool sure =
        (letters >= 3 && StartsWithHamzatedAlef(rest_of_form)) || LooksLikeDerivedImperfect(base) ||
        (letters >= 5 && absl::StartsWith(base, "م")) ||
        (letters >= 6 && (absl::StartsWith(base, "است") || absl::EndsWith(base, "ات") ||
                          absl::EndsWith(base, "ون") || absl::EndsWith(base, "يه")));
    if (!sure || (proclitics.conjunction == "ف" && !LooksLikeDerivedImperfect(base))) return;
    score += kConjunctionCost + 1;
  }
  // "شركته": a real heh that would have been a ta marbuta is more likely a pronoun.
  const bool ends_in_real_heh = absl::EndsWith(form, "ه");
  if (enclitic.empty() && ends_in_real_heh && info != nullptr &&
      info->rank >= WordRank::kInflected && absl::EndsWith(base, "ه")) {
    score -= kRealHehCost;
  }
  if (score > best->score) {
    best->score = score;
    best->proclitics = proclitics;
    best->base = std::move(base_text);
    best->enclitic = enclitic;
    best->info = info;
  }
}

void CliticSplitter::ConsiderEnclitics(const Proclitics& proclitics, absl::string_view rest,
                                       absl::string_view form, Candidate* best) const {
  Consider(proclitics, rest, {}, form, best);
  if (proclitics.article) return;
  for (const Enclitic& enclitic : kEnclitics) {
    if (!absl::EndsWith(rest, enclitic.letters)) continue;
    // A ta marbuta is no pronoun.
    if (enclitic.letters == "ه" && !absl::EndsWith(form, "ه")) continue;
    const absl::string_view base = DropLast(rest, LetterCount(enclitic.letters));
    const int letters = LetterCount(base);
    if (letters < enclitic.min_known_letters) continue;
    Proclitics costed = proclitics;
    costed.cost += enclitic.cost;
    std::string found;
    const bool known = FindBase(base, true, &found) != nullptr;
    if (!known && (enclitic.min_unknown_letters == 0 || letters < enclitic.min_unknown_letters ||
                   !proclitics.preposition.empty())) {
      continue;
    }
    if (!known) costed.cost -= 1.5;
    Consider(costed, base, enclitic.letters, form, best);
  }
}

CliticSplit CliticSplitter::Split(absl::string_view form, absl::string_view surface) const {
  CliticSplit split;
  split.base = std::string(surface);
  if (!IsTwoByteArabic(surface)) return split;
  const WordInfo* whole = table_->Find(surface);
  if (LetterCount(surface) < 3 || (whole != nullptr && whole->closed_class)) {
    split.info = whole;
    return split;
  }

  Candidate best;
  best.whole_known = whole != nullptr && !IsConjoinedFunctionWord(surface);
  for (const absl::string_view conjunction : {"", "و", "ف"}) {
    if (!absl::StartsWith(surface, conjunction)) continue;
    Proclitics after_conjunction;
    after_conjunction.conjunction = conjunction;
    after_conjunction.letters = conjunction.empty() ? 0 : 1;
    after_conjunction.cost = conjunction.empty() ? 0 : kConjunctionCost;
    const absl::string_view rest = surface.substr(conjunction.size());
    if (LetterCount(rest) < 2) continue;
    ConsiderEnclitics(after_conjunction, rest, form, &best);
    const absl::string_view next = LetterAt(rest, 0);
    if (next == "س" && LetterCount(rest) >= 4) {
      Proclitics future = after_conjunction;
      future.future = true;
      future.letters += 1;
      future.cost += kFutureCost;
      ConsiderEnclitics(future, DropFirst(rest, 1), form, &best);
    }
    for (const absl::string_view preposition : {"", "ب", "ك", "ل"}) {
      if (!absl::StartsWith(rest, preposition)) continue;
      Proclitics after = after_conjunction;
      after.preposition = preposition;
      after.letters += preposition.empty() ? 0 : 1;
      after.cost += preposition.empty() ? 0 : kPrepositionCost;
      const absl::string_view inner = rest.substr(preposition.size());
      if (!preposition.empty() && LetterCount(inner) >= 2) {
        ConsiderEnclitics(after, inner, form, &best);
      }
      const bool double_lam = preposition == "ل" && absl::StartsWith(inner, "ل");
      // The article has a bare alef: "ألمانيا" begins with none.
      const bool hamza = form.size() == surface.size() &&
                         StartsWithHamzatedAlef(form.substr(surface.size() - inner.size()));
      const bool article = (absl::StartsWith(inner, "ال") && !hamza) || double_lam;
      if (article && LetterCount(inner) >= kMinLettersWithArticle) {
        after.article = true;
        const int article_letters = double_lam ? 1 : 2;
        after.letters += article_letters;
        after.cost += kArticleCost;
        ConsiderEnclitics(after, DropFirst(inner, article_letters), form, &best);
      }
    }
  }

  const Proclitics& chosen = best.proclitics;
  if (!chosen.conjunction.empty()) split.proclitics.emplace_back(chosen.conjunction);
  if (chosen.future) split.proclitics.emplace_back("س");
  if (!chosen.preposition.empty()) split.proclitics.emplace_back(chosen.preposition);
  if (chosen.article) split.proclitics.emplace_back("ال");
  split.definite = chosen.article;
  split.base = std::move(best.base);
  split.enclitic = std::string(best.enclitic);
  split.info = best.info;
  return split;
}

}  // namespace isnad::extraction
