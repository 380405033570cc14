#include "services/extraction/converters/value_converter.h"

#include <string>

namespace isnad::extraction {
namespace {

isnad::v1::Bound ToProto(Bound bound) {
  switch (bound) {
    case Bound::kExact:
      return isnad::v1::BOUND_EXACT;
    case Bound::kAbout:
      return isnad::v1::BOUND_ABOUT;
    case Bound::kAtLeast:
      return isnad::v1::BOUND_AT_LEAST;
    case Bound::kAtMost:
      return isnad::v1::BOUND_AT_MOST;
    case Bound::kRange:
      return isnad::v1::BOUND_RANGE;
  }
  return isnad::v1::BOUND_UNSPECIFIED;
}

isnad::v1::DatePrecision ToProto(DatePrecision precision) {
  switch (precision) {
    case DatePrecision::kDay:
      return isnad::v1::DATE_PRECISION_DAY;
    case DatePrecision::kWeek:
      return isnad::v1::DATE_PRECISION_WEEK;
    case DatePrecision::kMonth:
      return isnad::v1::DATE_PRECISION_MONTH;
    case DatePrecision::kQuarter:
      return isnad::v1::DATE_PRECISION_QUARTER;
    case DatePrecision::kHalf:
      return isnad::v1::DATE_PRECISION_HALF;
    case DatePrecision::kYear:
      return isnad::v1::DATE_PRECISION_YEAR;
    case DatePrecision::kDecade:
      return isnad::v1::DATE_PRECISION_DECADE;
  }
  return isnad::v1::DATE_PRECISION_UNSPECIFIED;
}

isnad::v1::DateBasis ToProto(DateBasis basis) {
  switch (basis) {
    case DateBasis::kStated:
      return isnad::v1::DATE_BASIS_STATED;
    case DateBasis::kPublication:
      return isnad::v1::DATE_BASIS_PUBLICATION;
    case DateBasis::kAssumed:
      return isnad::v1::DATE_BASIS_ASSUMED;
  }
  return isnad::v1::DATE_BASIS_UNSPECIFIED;
}

void ToProto(const CivilDate& date, google::type::Date* out) {
  out->set_year(date.year);
  out->set_month(date.month);
  out->set_day(date.day);
}

}  // namespace

isnad::v1::EntityType ToProto(EntityType type) {
  switch (type) {
    case EntityType::kUnknown:
      return isnad::v1::ENTITY_TYPE_UNSPECIFIED;
    case EntityType::kPerson:
      return isnad::v1::ENTITY_TYPE_PERSON;
    case EntityType::kOrganization:
      return isnad::v1::ENTITY_TYPE_ORGANIZATION;
    case EntityType::kProduct:
      return isnad::v1::ENTITY_TYPE_PRODUCT;
    case EntityType::kLocation:
      return isnad::v1::ENTITY_TYPE_LOCATION;
  }
  return isnad::v1::ENTITY_TYPE_UNSPECIFIED;
}

void ToProto(const Analysis& analysis, ByteRange range, Quoting quoting, isnad::v1::Span* out) {
  out->set_begin(range.begin);
  out->set_end(range.end);
  if (quoting == Quoting::kWithQuote) out->set_quote(std::string(analysis.Quote(range)));
}

void ToProto(const DateInterval& interval, isnad::v1::DateInterval* out) {
  if (interval.start) ToProto(*interval.start, out->mutable_start_date());
  if (interval.end) ToProto(*interval.end, out->mutable_end_date());
  out->set_precision(ToProto(interval.precision));
  out->set_basis(ToProto(interval.basis));
}

void ToProto(const Analysis& analysis, const ValueMention& value, Quoting quoting,
             isnad::v1::Value* out) {
  switch (value.kind) {
    case ValueKind::kMoney:
      out->mutable_money()->set_currency_code(value.money.currency_code);
      out->mutable_money()->set_amount(value.money.amount);
      out->mutable_money()->set_upper_amount(value.money.upper_amount);
      out->mutable_money()->set_bound(ToProto(value.money.bound));
      break;
    case ValueKind::kQuantity:
      out->mutable_quantity()->set_amount(value.quantity.amount);
      out->mutable_quantity()->set_upper_amount(value.quantity.upper_amount);
      out->mutable_quantity()->set_bound(ToProto(value.quantity.bound));
      out->mutable_quantity()->set_unit(value.quantity.unit);
      out->mutable_quantity()->set_unit_key(value.quantity.unit_key);
      break;
    case ValueKind::kDate:
      if (value.resolved) {
        ToProto(value.date, out->mutable_date());
      } else {
        out->mutable_date()->set_precision(ToProto(value.date.precision));
      }
      break;
    case ValueKind::kLength:
      out->mutable_length()->set_amount(value.length.amount);
      out->mutable_length()->set_unit_key(value.length.unit_key);
      out->mutable_length()->set_bound(ToProto(value.length.bound));
      out->mutable_length()->set_upper_amount(value.length.upper_amount);
      break;
  }
  ToProto(analysis, value.range, quoting, out->mutable_span());
}

}  // namespace isnad::extraction
