#include "services/extraction/values/glued_figure.h"

#include <cmath>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace isnad::extraction {
namespace {

constexpr int kMaxTokens = 8;
constexpr size_t kMaxBytes = 48;

// Walks over a figure.
class Cursor {
 public:
  explicit Cursor(absl::string_view text) : text_(text) {}

  size_t position() const { return position_; }
  bool Take(char c) {
    if (position_ >= text_.size() || text_[position_] != c) return false;
    ++position_;
    return true;
  }
  std::string Digits() {
    const size_t begin = position_;
    while (position_ < text_.size() && absl::ascii_isdigit(text_[position_])) ++position_;
    return std::string(text_.substr(begin, position_ - begin));
  }
  void Return(size_t position) { position_ = position; }

 private:
  absl::string_view text_;
  size_t position_ = 0;
};

double ToNumber(const std::string& text) {
  double value = 0;
  return absl::SimpleAtod(text, &value) ? value : 0;
}

// Digits with one decimal mark; false when no digit is there.
bool TakeDecimal(Cursor* cursor, double* value) {
  const std::string whole = cursor->Digits();
  std::string fraction;
  const size_t before_mark = cursor->position();
  if (cursor->Take('.') || cursor->Take(',')) {
    fraction = cursor->Digits();
    if (fraction.empty()) cursor->Return(before_mark);
  }
  if (whole.empty() && fraction.empty()) return false;
  *value = ToNumber(absl::StrCat(whole.empty() ? "0" : whole, ".", fraction, "0"));
  return true;
}

bool TakeSigned(Cursor* cursor, double* value) {
  const bool negative = cursor->Take('-');
  if (!negative) cursor->Take('+');
  if (!TakeDecimal(cursor, value)) return false;
  if (negative) *value = -*value;
  return true;
}

// Surfaces of touching tokens, and where each of them ends in the joined string.
std::string Join(const ValueText& text, int begin, std::vector<size_t>* ends) {
  std::string joined;
  for (int i = begin; i < begin + kMaxTokens && text[i].exists(); ++i) {
    if (i > begin && !text.Touches(i - 1)) break;
    const absl::string_view surface = text[i].surface();
    const bool figure_like = absl::ascii_isdigit(surface[0]) || surface == "." || surface == "," ||
                             surface == "^" || surface == "-" || surface == "+" || surface == "/";
    if (!figure_like || joined.size() + surface.size() > kMaxBytes) break;
    absl::StrAppend(&joined, surface);
    ends->push_back(joined.size());
  }
  return joined;
}

}  // namespace

absl::optional<GluedFigure> ParseGluedFigure(const ValueText& text, int begin) {
  const absl::string_view first = text[begin].surface();
  if (first.empty() || (!absl::ascii_isdigit(first[0]) && first != "." && first != ",")) {
    return absl::nullopt;
  }
  std::vector<size_t> ends;
  const std::string joined = Join(text, begin, &ends);
  Cursor cursor(joined);
  GluedFigure figure;
  bool special = !joined.empty() && (joined[0] == '.' || joined[0] == ',');
  if (special && text.Touches(begin - 1)) return absl::nullopt;
  if (!TakeDecimal(&cursor, &figure.value)) return absl::nullopt;
  double right = 0;
  const size_t end = cursor.position();
  if (cursor.Take('e') && TakeSigned(&cursor, &right)) {
    figure.value *= std::pow(10, right);
    special = true;
  } else {
    cursor.Return(end);
    if (cursor.Take('^') && TakeSigned(&cursor, &right)) {
      figure.value = std::pow(figure.value, right);
      special = true;
    } else {
      cursor.Return(end);
      if (cursor.Take('/') && TakeDecimal(&cursor, &right) && right != 0) {
        figure.value /= right;
        figure.quotient = true;
        special = true;
      }
    }
  }
  if (!special || !std::isfinite(figure.value)) return absl::nullopt;
  for (size_t i = 0; i < ends.size(); ++i) {
    if (ends[i] != cursor.position()) continue;
    figure.end = begin + static_cast<int>(i) + 1;
    return figure;
  }
  return absl::nullopt;
}

}  // namespace isnad::extraction
