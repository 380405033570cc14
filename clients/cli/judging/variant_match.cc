#include "clients/cli/judging/variant_match.h"

#include <algorithm>
#include <array>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "clients/cli/judging/answer_folding.h"

namespace isnad::cli {
namespace {

// As FoldAnswer spells them.
constexpr std::array<absl::string_view, 8> kScales = {"الف",      "مليون",   "مليار",   "تريليون",
                                                      "thousand", "million", "billion", "trillion"};

bool IsDigit(char c) { return absl::ascii_isdigit(static_cast<unsigned char>(c)); }

bool EndsInDigit(absl::string_view text) { return !text.empty() && IsDigit(text.back()); }

bool BeginsWithDigit(absl::string_view text) { return !text.empty() && IsDigit(text.front()); }

bool BeginsWithScale(absl::string_view variant) {
  const absl::string_view word = variant.substr(0, variant.find(' '));
  return std::find(kScales.begin(), kScales.end(), word) != kScales.end();
}

bool MayFollow(absl::string_view before, absl::string_view variant) {
  if (BeginsWithDigit(variant)) return !EndsInDigit(before) && !absl::EndsWith(before, ".");
  if (!BeginsWithScale(variant)) return true;
  absl::ConsumeSuffix(&before, " ");
  return !EndsInDigit(before);
}

bool MayPrecede(absl::string_view variant, absl::string_view after) {
  if (!EndsInDigit(variant)) return true;
  // A full stop that ends a sentence is none of the number.
  absl::ConsumePrefix(&after, ".");
  return !BeginsWithDigit(after);
}

}  // namespace

bool HoldsVariant(absl::string_view folded, absl::string_view variant) {
  const std::string wanted = FoldAnswer(variant);
  if (wanted.empty()) return false;
  for (size_t at = folded.find(wanted); at != absl::string_view::npos;
       at = folded.find(wanted, at + 1)) {
    if (MayFollow(folded.substr(0, at), wanted) &&
        MayPrecede(wanted, folded.substr(at + wanted.size()))) {
      return true;
    }
  }
  return false;
}

bool HoldsAny(absl::string_view folded, const std::vector<std::string>& variants) {
  return std::any_of(variants.begin(), variants.end(),
                     [&](const std::string& variant) { return HoldsVariant(folded, variant); });
}

}  // namespace isnad::cli
