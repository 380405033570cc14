#include "services/facts/exports/jsonl_writer.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "absl/time/time.h"
#include "services/facts/exports/argument_text.h"

namespace isnad::facts {
namespace {

namespace v1 = isnad::v1;
using Json = nlohmann::ordered_json;

// Whole numbers without a decimal point.
Json Number(double value) {
  constexpr double kLargestExact = 9007199254740992.0;
  if (std::floor(value) == value && std::abs(value) < kLargestExact) {
    return static_cast<int64_t>(value);
  }
  return value;
}

const char* BoundText(v1::Bound bound) {
  switch (bound) {
    case v1::BOUND_ABOUT:
      return "ABOUT";
    case v1::BOUND_AT_LEAST:
      return "AT_LEAST";
    case v1::BOUND_AT_MOST:
      return "AT_MOST";
    case v1::BOUND_RANGE:
      return "RANGE";
    default:
      return "EXACT";
  }
}

Json Amount(const v1::Money& money) {
  Json amount = {{"value", Number(money.amount())}, {"currency", money.currency_code()}};
  amount["bound"] = BoundText(money.bound());
  if (money.bound() == v1::BOUND_RANGE) amount["upper"] = Number(money.upper_amount());
  return amount;
}

// The money or number of a fact stands in a role of its own or is the object.
void AddFigures(const v1::Fact& fact, Json* line) {
  const auto add = [line](const v1::Value& value) {
    if (value.has_money() && !line->contains("amount")) (*line)["amount"] = Amount(value.money());
    if (value.has_quantity() && !line->contains("count")) {
      (*line)["count"] = Number(value.quantity().amount());
      if (!value.quantity().unit().empty()) (*line)["unit"] = value.quantity().unit();
      (*line)["countBound"] = BoundText(value.quantity().bound());
    }
  };
  for (const char* role : {"amount", "count"}) {
    const v1::Argument* argument = FindRole(fact, role);
    if (argument != nullptr && argument->has_value()) add(argument->value());
  }
  if (fact.object().has_value()) add(fact.object().value());
}

void AddRoles(const v1::Fact& fact, Json* line) {
  if (const v1::Argument* role = FindRole(fact, "role")) (*line)["role"] = ArgumentText(*role);
  Json others = Json::object();
  for (const v1::Argument& argument : fact.roles()) {
    const std::string& name = argument.role();
    if (name != "role" && name != "amount" && name != "count") {
      others[name] = ArgumentText(argument);
    }
  }
  if (!others.empty()) (*line)["roles"] = others;
}

std::string DateOf(const v1::Fact& fact) {
  const v1::Argument* date = FindRole(fact, "date");
  if (date != nullptr && date->value().has_date()) return DateText(date->value().date());
  return fact.has_valid_interval() ? DateText(fact.valid_interval()) : "";
}

void AddProvenance(const ExportedFact& exported, Json* line) {
  const v1::Evidence& evidence = exported.evidence;
  (*line)["sourceUri"] = evidence.source_uri();
  (*line)["quote"] = evidence.quote().quote();
  (*line)["confidence"] = evidence.confidence();
  (*line)["support"] = exported.fact.support();
  if (!evidence.attribution().display_text().empty()) {
    (*line)["attributedTo"] = evidence.attribution().display_text();
  }
  (*line)["rule"] = evidence.rule();
  (*line)["extractorVersion"] = evidence.extractor_version();
  (*line)["document"] = evidence.document();
  if (!evidence.publisher().empty()) (*line)["publisher"] = evidence.publisher();
  if (evidence.has_publish_time()) {
    (*line)["publishTime"] = absl::FormatTime(
        absl::RFC3339_sec, absl::FromUnixSeconds(evidence.publish_time().seconds()),
        absl::UTCTimeZone());
  }
  (*line)["factName"] = exported.fact.name();
}

}  // namespace

std::string JsonlWriter::Write(const ExportedFact& exported) {
  const v1::Fact& fact = exported.fact;
  Json line = {{"type", fact.type()}, {"subject", ArgumentText(fact.subject())}};
  line["subjectAliases"] = exported.subject_aliases;
  if (fact.has_object()) {
    line["object"] = ArgumentText(fact.object());
    line["objectAliases"] = exported.object_aliases;
  }
  AddFigures(fact, &line);
  const std::string date = DateOf(fact);
  if (!date.empty()) line["date"] = date;
  AddRoles(fact, &line);
  line["polarity"] = PolarityText(fact.polarity());
  line["modality"] = ModalityText(fact.modality());
  AddProvenance(exported, &line);
  return line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace isnad::facts
