#include "services/facts/converters/value_converter.h"

#include "services/facts/converters/time_converter.h"
#include "services/facts/domain/fact_key.h"
#include "services/facts/domain/figures.h"

namespace isnad::facts {
namespace {

FigureBound ToBound(isnad::v1::Bound bound) {
  return bound == isnad::v1::BOUND_UNSPECIFIED ? FigureBound::kExact
                                               : static_cast<FigureBound>(bound);
}

}  // namespace

absl::optional<Figure> ToFigure(const isnad::v1::Value& value) {
  switch (value.kind_case()) {
    case isnad::v1::Value::kMoney:
      return Figure{value.money().amount(), value.money().upper_amount(),
                    ToBound(value.money().bound()), value.money().currency_code()};
    case isnad::v1::Value::kQuantity: {
      const isnad::v1::Quantity& quantity = value.quantity();
      return Figure{quantity.amount(), quantity.upper_amount(), ToBound(quantity.bound()),
                    quantity.unit_key().empty() ? quantity.unit() : quantity.unit_key()};
    }
    case isnad::v1::Value::kLength:
      return Figure{value.length().amount(), value.length().upper_amount(),
                    ToBound(value.length().bound()), value.length().unit_key()};
    default:
      return absl::nullopt;
  }
}

std::string ToValueRef(const isnad::v1::Value& value) {
  const absl::optional<Figure> figure = ToFigure(value);
  if (figure.has_value()) return FigureRef(*figure);
  if (value.has_date()) {
    const absl::optional<DayInterval> date = ToDayInterval(value.date());
    if (date.has_value()) return DateRef(*date);
  }
  return TextRef(value.text().empty() ? value.span().quote() : value.text());
}

std::string DescribeValue(const isnad::v1::Value& value) {
  if (!value.span().quote().empty()) return value.span().quote();
  const absl::optional<Figure> figure = ToFigure(value);
  return figure.has_value() ? DescribeFigure(*figure) : value.text();
}

}  // namespace isnad::facts
