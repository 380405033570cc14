#include "services/facts/domain/figures.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace isnad::facts {
namespace {

constexpr double kExactTolerance = 0.02;
constexpr double kRoundingTolerance = 0.05;
constexpr double kAboutTolerance = 0.10;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

// The stretch of numbers that a figure allows, as [low, high].
std::pair<double, double> Allowed(const Figure& figure) {
  const double amount = figure.amount;
  switch (figure.bound) {
    case FigureBound::kAbout:
      return {amount - std::abs(amount) * kAboutTolerance,
              amount + std::abs(amount) * kAboutTolerance};
    case FigureBound::kAtLeast:
      return {amount, kInfinity};
    case FigureBound::kAtMost:
      return {-kInfinity, amount};
    case FigureBound::kRange:
      return {std::min(amount, figure.upper), std::max(amount, figure.upper)};
    case FigureBound::kExact:
      break;
  }
  return {amount, amount};
}

// `amount` rounded to `digits` significant digits.
double Rounded(double amount, int digits) {
  if (amount == 0) return 0;
  const double unit = std::pow(10.0, std::floor(std::log10(std::abs(amount))) - digits + 1);
  return std::round(amount / unit) * unit;
}

// Whether `rounded` is `amount` rounded to two or three digits.
bool IsRounding(double rounded, double amount) {
  for (const int digits : {2, 3}) {
    if (std::abs(Rounded(amount, digits) - rounded) <= 1e-9 * std::abs(rounded)) return true;
  }
  return false;
}

std::string Number(double value) {
  static constexpr std::pair<double, const char*> kScales[] = {
      {1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}};
  for (const auto& scale : kScales) {
    if (std::abs(value) >= scale.first) {
      return absl::StrCat(absl::StrFormat("%.6g", value / scale.first), scale.second);
    }
  }
  return absl::StrFormat("%.6g", value);
}

}  // namespace

std::string CanonicalFigure(const Figure& figure) {
  const char* bound = "=";
  if (figure.bound == FigureBound::kAtLeast) bound = ">";
  if (figure.bound == FigureBound::kAtMost) bound = "<";
  std::string text = absl::StrFormat("%s%.6g", bound, figure.amount);
  if (figure.bound == FigureBound::kRange) absl::StrAppendFormat(&text, "..%.6g", figure.upper);
  return absl::StrCat(text, " ", figure.unit);
}

bool CompatibleFigures(const Figure& a, const Figure& b) {
  if (a.unit != b.unit) return true;
  const auto [a_low, a_high] = Allowed(a);
  const auto [b_low, b_high] = Allowed(b);
  // The gap between the two stretches, if any.
  const double gap = std::max(a_low, b_low) - std::min(a_high, b_high);
  if (gap <= 0) return true;
  const double size = std::max(std::abs(a.amount), std::abs(b.amount));
  if (gap <= kExactTolerance * size) return true;
  const bool both_plain = a.bound == FigureBound::kExact && b.bound == FigureBound::kExact;
  return both_plain && gap <= kRoundingTolerance * size &&
         (IsRounding(a.amount, b.amount) || IsRounding(b.amount, a.amount));
}

double FigureDistance(const Figure& a, const Figure& b) {
  const auto stretch = [](const Figure& figure) {
    return figure.bound == FigureBound::kRange ? Allowed(figure)
                                               : std::make_pair(figure.amount, figure.amount);
  };
  const auto [a_low, a_high] = stretch(a);
  const auto [b_low, b_high] = stretch(b);
  const double gap = std::max(a_low, b_low) - std::min(a_high, b_high);
  const double size = std::max(std::abs(a.amount), std::abs(b.amount));
  return gap <= 0 || size == 0 ? 0 : gap / size;
}

std::string DescribeFigure(const Figure& figure) {
  std::string text;
  switch (figure.bound) {
    case FigureBound::kAbout:
      text = "about ";
      break;
    case FigureBound::kAtLeast:
      text = "over ";
      break;
    case FigureBound::kAtMost:
      text = "up to ";
      break;
    case FigureBound::kRange:
    case FigureBound::kExact:
      break;
  }
  text += Number(figure.amount);
  if (figure.bound == FigureBound::kRange) absl::StrAppend(&text, " to ", Number(figure.upper));
  if (!figure.unit.empty()) absl::StrAppend(&text, " ", figure.unit);
  return text;
}

}  // namespace isnad::facts
