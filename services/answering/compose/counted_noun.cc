#include "services/answering/compose/counted_noun.h"

#include <cmath>
#include <cstdint>

#include "absl/strings/str_cat.h"
#include "services/answering/compose/figure_text.h"

namespace isnad::answering {
namespace {

std::string ArabicCount(double number, const NounForms& noun) {
  const std::string figure = FigureText(number);
  if (!IsWhole(number) || number < 1) return absl::StrCat(figure, " ", noun.singular);
  const int64_t whole = std::llround(number);
  if (whole == 1) return absl::StrCat(noun.singular, noun.feminine ? " واحدة" : " واحد");
  if (whole == 2) return std::string(noun.dual);
  const int64_t rest = whole % 100;
  if (rest >= 3 && rest <= 10) return absl::StrCat(figure, " ", noun.plural);
  if (rest >= 11) return absl::StrCat(figure, " ", noun.accusative);
  return absl::StrCat(figure, " ", noun.singular);
}

}  // namespace

std::string CountedNoun(double number, const NounForms& noun, Language language) {
  if (language == Language::kArabic) return ArabicCount(number, noun);
  return absl::StrCat(FigureText(number), " ", number == 1 ? noun.english : noun.english_plural);
}

}  // namespace isnad::answering
