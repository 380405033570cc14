#include "services/facts/exports/argument_text.h"

#include "absl/strings/str_format.h"

namespace isnad::facts {

namespace v1 = isnad::v1;

std::string ArgumentText(const v1::Argument& argument) {
  if (argument.has_value()) {
    if (!argument.value().text().empty()) return argument.value().text();
    if (argument.display_text().empty()) return argument.value().span().quote();
  }
  return argument.display_text_en().empty() ? argument.display_text() : argument.display_text_en();
}

const v1::Argument* FindRole(const v1::Fact& fact, absl::string_view role) {
  for (const v1::Argument& argument : fact.roles()) {
    if (absl::string_view(argument.role()) == role) return &argument;
  }
  return nullptr;
}

std::string DateText(const v1::DateInterval& interval) {
  if (!interval.has_start_date()) return "";
  const auto& date = interval.start_date();
  switch (interval.precision()) {
    case v1::DATE_PRECISION_YEAR:
    case v1::DATE_PRECISION_DECADE:
      return absl::StrFormat("%04d", date.year());
    case v1::DATE_PRECISION_MONTH:
    case v1::DATE_PRECISION_QUARTER:
    case v1::DATE_PRECISION_HALF:
      return absl::StrFormat("%04d-%02d", date.year(), date.month());
    default:
      return absl::StrFormat("%04d-%02d-%02d", date.year(), date.month(), date.day());
  }
}

std::string PolarityText(v1::Polarity polarity) {
  return polarity == v1::POLARITY_DENIED ? "DENIED" : "ASSERTED";
}

std::string ModalityText(v1::Modality modality) {
  if (modality == v1::MODALITY_PLANNED) return "PLANNED";
  return modality == v1::MODALITY_ALLEGED ? "ALLEGED" : "ACTUAL";
}

}  // namespace isnad::facts
