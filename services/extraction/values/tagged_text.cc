#include "services/extraction/values/tagged_text.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/tokenize/tokenizer.h"

namespace isnad::extraction {
namespace {

std::string Amount(double amount, double upper, Bound bound, absl::string_view unit) {
  std::string text = absl::StrFormat("%.10g", amount);
  if (bound == Bound::kRange) absl::StrAppend(&text, "..", absl::StrFormat("%.10g", upper));
  if (!unit.empty()) absl::StrAppend(&text, " ", unit);
  if (bound == Bound::kAbout) absl::StrAppend(&text, "~");
  if (bound == Bound::kAtLeast) absl::StrAppend(&text, ">=");
  if (bound == Bound::kAtMost) absl::StrAppend(&text, "<=");
  return text;
}

std::string Day(const absl::optional<CivilDate>& date) {
  if (!date) return "";
  return absl::StrFormat("%04d-%02d-%02d", date->year, date->month, date->day);
}

std::string Date(const ValueMention& value) {
  static constexpr absl::string_view kPrecisions[] = {"day",  "week", "month", "quarter",
                                                      "half", "year", "decade"};
  const absl::string_view precision = kPrecisions[static_cast<int>(value.date.precision)];
  if (!value.resolved) return absl::StrCat("? ", precision);
  return absl::StrCat(Day(value.date.start), "/", Day(value.date.end), " ", precision,
                      value.date.basis == DateBasis::kStated ? " said" : " pub");
}

bool HoldsArabic(absl::string_view text) {
  for (char c : text) {
    const unsigned char byte = static_cast<unsigned char>(c);
    if (byte >= 0xD8 && byte <= 0xDB) return true;
  }
  return false;
}

}  // namespace

Analysis Tokenised(absl::string_view text, absl::optional<CivilDate> reference_date) {
  Analysis analysis;
  analysis.text = std::string(text);
  analysis.language_code = HoldsArabic(text) ? "ar" : "en";
  analysis.reference_date = reference_date;
  Passage passage;
  passage.range = {0, static_cast<int>(text.size())};
  analysis.passages.push_back(passage);
  Tokenizer().Tokenize(&analysis);
  return analysis;
}

std::string Notation(const ValueMention& value) {
  switch (value.kind) {
    case ValueKind::kMoney:
      return Amount(value.money.amount, value.money.upper_amount, value.money.bound,
                    value.money.currency_code);
    case ValueKind::kQuantity:
      return Amount(
          value.quantity.amount, value.quantity.upper_amount, value.quantity.bound,
          value.quantity.unit_key.empty() ? value.quantity.unit : value.quantity.unit_key);
    case ValueKind::kLength:
      return Amount(value.length.amount, value.length.upper_amount, value.length.bound,
                    value.length.unit_key);
    case ValueKind::kDate:
      return Date(value);
  }
  return "";
}

std::string TagText(const ValueTagger& tagger, absl::string_view text,
                    absl::optional<CivilDate> reference_date) {
  Analysis analysis = Tokenised(text, reference_date);
  tagger.Tag(&analysis);
  std::vector<std::string> parts;
  for (const ValueMention& value : analysis.values) {
    parts.push_back(absl::StrCat(analysis.Quote(value.range), "=", Notation(value)));
  }
  return absl::StrJoin(parts, "; ");
}

}  // namespace isnad::extraction
