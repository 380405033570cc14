#include "services/extraction/values/month_name.h"

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/values/word_sense.h"

namespace isnad::extraction {
namespace {

// "/ يوليو" or "(يوليو)" behind a name of the same month.
int SkipDouble(const ValueText& text, int end, int month) {
  const absl::string_view mark = text[end].surface();
  if (mark != "/" && mark != "(" && mark != "-") return end;
  const WordSense& other = text[end + 1].sense();
  int after = end + 2;
  if (other.second_month != 0) ++after;
  const bool same =
      other.month == month || (other.second_month != 0 && other.second_month == month);
  if (!same) return end;
  return mark == "(" && text[after].surface() == ")" ? after + 1 : after;
}

absl::optional<MonthName> ParseHijriName(const ValueText& text, int i) {
  MonthName name;
  name.hijri = true;
  const absl::string_view word = text[i].surface();
  if (word == "ذو" || word == "ذي") {
    if (text[i + 1].sense().hijri_month < 11) return absl::nullopt;
    name.month = text[i + 1].sense().hijri_month;
    name.end = i + 2;
    return name;
  }
  const WordSense& sense = text[i].sense();
  if (sense.hijri_month == 0 || sense.hijri_month >= 11) return absl::nullopt;
  name.month = sense.hijri_month;
  name.end = i + 1;
  if (sense.second_hijri_month == 0) return name;
  const ValueWord& which = text[i + 1];
  const bool first = which.sense().ordinal == 1;
  const bool second =
      which.sense().ordinal == 2 || which.surface() == "الاخر" || which.surface() == "الاخره";
  if (!which.peeled.article && !second) return absl::nullopt;
  if (!first && !second) return absl::nullopt;
  if (second) name.month = sense.second_hijri_month;
  name.end = i + 2;
  return name;
}

}  // namespace

absl::optional<MonthName> ParseMonthName(const ValueText& text, int begin) {
  int i = begin;
  MonthName name;
  const ValueWord& label = text[i];
  if (label.sense().time == TimeUnit::kMonth && !label.peeled.article && !label.latin() &&
      label.sense().time_form == NounForm::kSingular) {
    name.labelled = true;
    ++i;
  }
  if (const absl::optional<MonthName> hijri = ParseHijriName(text, i)) {
    MonthName result = *hijri;
    result.labelled = name.labelled;
    return result;
  }
  const WordSense& sense = text[i].sense();
  if (sense.month == 0 || text[i].peeled.article || text[i].peeled.possessive) return absl::nullopt;
  if (text[i].latin() && !text[i].capital && sense.ambiguous_month) return absl::nullopt;
  name.month = sense.month;
  name.ambiguous = sense.ambiguous_month;
  name.end = i + 1;
  if (sense.second_month != 0) {
    const WordSense& which = text[i + 1].sense();
    if (which.ordinal != 1 && which.ordinal != 2) return absl::nullopt;
    if (which.ordinal == 2) name.month = sense.second_month;
    name.end = i + 2;
  } else if (text[i].latin() && text[i + 1].surface() == "." && text.Touches(i) &&
             text[i].surface().size() <= 4) {
    name.end = i + 2;  // "Oct."
  }
  const int doubled = SkipDouble(text, name.end, name.month);
  if (doubled != name.end) name.ambiguous = false;
  name.end = doubled;
  return name;
}

}  // namespace isnad::extraction
