#include "services/answering/compose/figure_text.h"

#include <cmath>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace isnad::answering {

bool IsWhole(double number) {
  return std::abs(number) < 9e18 && std::abs(number - std::round(number)) < 1e-9;
}

std::string FigureText(double number) {
  std::string text = absl::StrFormat("%.2f", std::abs(number));
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  size_t whole = text.find('.');
  if (whole == std::string::npos) whole = text.size();
  for (size_t at = whole; at > 3; at -= 3) text.insert(at - 3, ",");
  return number < 0 ? absl::StrCat("-", text) : text;
}

}  // namespace isnad::answering
