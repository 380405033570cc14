#include "services/facts/domain/fact_key.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "services/facts/domain/civil_day.h"
#include "services/facts/domain/figures.h"
#include "services/server/digest/sha256.h"

namespace isnad::facts {

std::string EntityRef(absl::string_view entity) { return absl::StrCat("e:", entity); }

std::string FigureRef(const Figure& figure) { return absl::StrCat("n:", CanonicalFigure(figure)); }

std::string DateRef(const DayInterval& date) {
  return absl::StrCat("d:", date.start, "/", date.end);
}

std::string TextRef(absl::string_view text) {
  std::string folded = absl::AsciiStrToLower(text);
  absl::RemoveExtraAsciiWhitespace(&folded);
  return absl::StrCat("t:", folded);
}

std::string IntervalBucket(const absl::optional<DayInterval>& valid) {
  if (!valid.has_value() || valid->start == kOpenStart || valid->basis == DateBasis::kAssumed) {
    return "";
  }
  const absl::CivilDay day = CivilDayOf(valid->start);
  switch (valid->precision) {
    case DatePrecision::kQuarter:
      return absl::StrFormat("%d-Q%d", day.year(), (day.month() - 1) / 3 + 1);
    case DatePrecision::kHalf:
      return absl::StrFormat("%d-H%d", day.year(), (day.month() - 1) / 6 + 1);
    case DatePrecision::kYear:
      return absl::StrFormat("%d", day.year());
    case DatePrecision::kDecade:
      return absl::StrFormat("%ds", day.year() / 10 * 10);
    default:
      return absl::StrFormat("%d-%02d", day.year(), day.month());
  }
}

std::string FactKey(const FactIdentity& identity, const absl::optional<DayInterval>& valid,
                    Symmetry symmetry) {
  std::string first = identity.subject_ref;
  std::string second = identity.object_ref;
  if (symmetry == Symmetry::kSymmetric && second < first) std::swap(first, second);
  std::string material;
  for (const std::string& part :
       {identity.type, first, second,
        identity.figure.has_value() ? CanonicalFigure(*identity.figure) : std::string(),
        absl::StrCat(static_cast<int>(identity.polarity)),
        absl::StrCat(static_cast<int>(identity.modality)), IntervalBucket(valid)}) {
    absl::StrAppend(&material, part.size(), ":", part);
  }
  return server::Sha256Hex(material).substr(0, 32);
}

}  // namespace isnad::facts
