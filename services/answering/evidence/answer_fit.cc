#include "services/answering/evidence/answer_fit.h"

#include "absl/strings/match.h"
#include "services/answering/compose/unit_nouns.h"
#include "services/answering/evidence/score_weights.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr double kUnknownClass = 0.75;
constexpr double kSisterClass = 0.7;
constexpr double kOtherClass = 0.3;
constexpr double kOrganizationThatActs = 0.5;
constexpr double kOrganizationsDo = 0.9;
constexpr double kCountryThatActs = 0.4;
// Likely enough to say who does it.
constexpr double kLikelyRelation = 0.6;

v1::EntityType TypeAsked(v1::AnswerType type) {
  switch (type) {
    case v1::ANSWER_TYPE_PERSON:
      return v1::ENTITY_TYPE_PERSON;
    case v1::ANSWER_TYPE_ORGANIZATION:
      return v1::ENTITY_TYPE_ORGANIZATION;
    case v1::ANSWER_TYPE_PRODUCT:
      return v1::ENTITY_TYPE_PRODUCT;
    case v1::ANSWER_TYPE_LOCATION:
      return v1::ENTITY_TYPE_LOCATION;
    default:
      return v1::ENTITY_TYPE_UNSPECIFIED;
  }
}

// Classes that writers use one for the other.
int FamilyOf(absl::string_view entity_class) {
  for (absl::string_view media :
       {"NEWSPAPER", "NEWS_SITE", "NEWS_AGENCY", "MAGAZINE", "BROADCASTER", "PODCAST"}) {
    if (entity_class == media) return 1;
  }
  for (absl::string_view business : {"COMPANY", "STARTUP", "LAB", "DIVISION", "BANK", "INVESTOR"}) {
    if (entity_class == business) return 2;
  }
  for (absl::string_view product : {"MODEL", "APP", "DEVICE", "CHIP", "SERVICE", "PROGRAM"}) {
    if (entity_class == product) return 3;
  }
  return 0;
}

bool IsPlaceClass(absl::string_view entity_class) {
  for (absl::string_view place : {"COUNTRY", "STATE", "CITY", "REGION", "CONTINENT"}) {
    if (entity_class == place) return true;
  }
  return false;
}

bool SaysItself(absl::string_view entity_class) {
  for (absl::string_view said : {"UNIVERSITY", "BANK", "MINISTRY", "SCHOOL", "ADVISER"}) {
    if (entity_class == said) return true;
  }
  return false;
}

double ClassFit(absl::string_view asked, absl::string_view found) {
  if (asked.empty() || asked == found) return 1.0;
  // The name of a university or a bank says so.
  if (found.empty() && SaysItself(asked)) return kOtherClass;
  if (found.empty()) return kUnknownClass;
  // A country is no answer to "which city".
  if (IsPlaceClass(asked) && IsPlaceClass(found)) return asked == "REGION" ? 0.5 : 0.0;
  const int family = FamilyOf(asked);
  if (family != 0 && family == FamilyOf(found)) return kSisterClass;
  return kOtherClass;
}

// People of one calling, whom articles count apart from the rest of the staff.
bool IsProfession(absl::string_view unit) {
  for (const absl::string_view profession :
       {"JOURNALIST", "ENGINEER", "DOCTOR", "LAWYER", "TEACHER", "STUDENT", "PILOT", "DRIVER",
        "NURSE", "PHOTOGRAPHER", "EDITOR", "PRESENTER"}) {
    if (unit == profession) return true;
  }
  return false;
}

// People whom a house serves or reaches: none of its own.
bool IsPublic(absl::string_view unit) {
  for (const absl::string_view served : {"VIEWER", "PASSENGER", "VISITOR", "TOURIST", "FOLLOWER",
                                         "PATIENT", "VICTIM", "DEATH", "INJURED", "VOTER"}) {
    if (unit == served) return true;
  }
  return false;
}

double QuantityFit(const v1::QuestionAnalysis& reading, const v1::Quantity& quantity) {
  const bool percent = quantity.unit() == "%" || quantity.unit_key() == "PERCENT";
  const std::string& asked = reading.answer_class();
  if (asked == "PERCENT") return percent ? 1.0 : 0.0;
  if (percent) return asked.empty() ? 0.5 : 0.0;
  if (asked.empty()) return quantity.unit_key().empty() ? 0.7 : 0.8;
  if (quantity.unit_key() == asked) return 1.0;
  if (quantity.unit_key().empty()) return quantity.unit().empty() ? 0.55 : 0.5;
  // Jobs are lost, and filled, by people.
  if ((asked == "JOB" && IsPeopleUnit(quantity.unit_key())) ||
      (quantity.unit_key() == "JOB" && IsPeopleUnit(asked))) {
    return 0.75;
  }
  // Who of those dismissed are journalists is not told by how many were dismissed.
  if (IsProfession(asked) && quantity.unit_key() == "EMPLOYEE") return kOtherClass;
  if (IsPublic(asked) && quantity.unit_key() != "PERSON") return kOtherClass;
  if (IsPeopleUnit(asked) && IsPeopleUnit(quantity.unit_key())) {
    return asked == "PERSON" || quantity.unit_key() == "PERSON" ? 0.95 : 0.75;
  }
  return 0.0;
}

double DateFit(const v1::QuestionAnalysis& reading, const v1::DateInterval& date) {
  if (date.basis() == v1::DATE_BASIS_ASSUMED) return 0.0;
  const std::string& asked = reading.answer_class();
  const v1::DatePrecision precision = date.precision();
  const double stated = date.basis() == v1::DATE_BASIS_STATED ? 1.0 : 0.92;
  if (asked == "DAY") return precision == v1::DATE_PRECISION_DAY ? stated : 0.35;
  if (asked == "MONTH") {
    const bool fine = precision == v1::DATE_PRECISION_DAY || precision == v1::DATE_PRECISION_MONTH;
    return fine ? stated : 0.3;
  }
  return stated;
}

// What is asked is done by people alone: holding a post, leaving, joining.
bool OnlyPeopleDo(const v1::QuestionAnalysis& reading) {
  if (!reading.asked_attribute().empty()) return true;
  if (reading.relations().empty() || reading.relations(0).asked_role() != "subject") return false;
  if (reading.relations(0).confidence() < kLikelyRelation) return false;
  for (const absl::string_view type : {"HOLDS_ROLE", "APPOINTED", "LEFT", "JOINED"}) {
    if (reading.relations(0).fact_type() == type) return true;
  }
  return false;
}

// What is asked is mostly done by companies, or with them.
bool MostlyOrganizations(const v1::QuestionAnalysis& reading) {
  if (reading.relations().empty()) return false;
  for (const absl::string_view type :
       {"PARTNERED_WITH", "COMPETES_WITH", "SUPPLIES", "ACQUIRED", "INVESTED_IN"}) {
    if (reading.relations(0).fact_type() == type) return true;
  }
  return false;
}

// "Thousands", "billions of dollars": a figure in name only, where another tells more.
constexpr double kVagueFit = 0.6;

// "A valuation of 39 billion": of what, the question says.
constexpr double kBareSumFit = 0.75;

bool IsBareSum(const v1::Quantity& quantity) {
  constexpr double kLeastSum = 1e6;
  return quantity.unit().empty() && quantity.unit_key().empty() && quantity.amount() >= kLeastSum;
}

bool IsVague(double amount, v1::Bound bound) {
  if (bound != v1::BOUND_AT_LEAST) return false;
  for (double round : {10.0, 100.0, 1e3, 1e6, 1e9, 1e12}) {
    if (amount == round) return true;
  }
  return false;
}

}  // namespace

bool IsVagueFigure(const v1::Value& value) {
  if (value.has_money()) return IsVague(value.money().amount(), value.money().bound());
  return value.has_quantity() && IsVague(value.quantity().amount(), value.quantity().bound());
}

bool IsFraction(absl::string_view words) {
  for (const absl::string_view fraction :
       {"خُمس", "رُبع", "ثُلث", "سُدس", "سُبع", "ثُمن", "تُسع", "عُشر"}) {
    if (absl::StartsWith(words, fraction)) return true;
  }
  return false;
}

double EntityFit(const v1::QuestionAnalysis& reading, v1::EntityType type,
                 absl::string_view entity_class) {
  if (!AsksForEntity(reading.answer_type())) return 0.0;
  const double class_fit = ClassFit(reading.answer_class(), entity_class);
  if (!reading.answer_class().empty() && reading.answer_class() == entity_class) return 1.0;
  const v1::EntityType asked = TypeAsked(reading.answer_type());
  // Countries act as people do, towns are where they act.
  if (reading.kind() == v1::QUESTION_KIND_WHO && type == v1::ENTITY_TYPE_LOCATION) {
    return asked == v1::ENTITY_TYPE_UNSPECIFIED && entity_class == "COUNTRY" ? kCountryThatActs
                                                                             : 0.0;
  }
  if (asked == v1::ENTITY_TYPE_UNSPECIFIED) return 0.85 * class_fit;
  if (type == v1::ENTITY_TYPE_UNSPECIFIED) return 0.7 * class_fit;
  if (type == asked) return class_fit;
  if (reading.kind() == v1::QUESTION_KIND_WHO && type == v1::ENTITY_TYPE_ORGANIZATION &&
      reading.answer_class().empty() && !OnlyPeopleDo(reading)) {
    return MostlyOrganizations(reading) ? kOrganizationsDo : kOrganizationThatActs;
  }
  return 0.0;
}

namespace {

// Nobody of whom news asks the age is some hours old.
bool IsOfYears(const v1::Length& length) {
  return length.unit_key() == "YEAR" || length.unit_key() == "DECADE";
}

}  // namespace

double ValueFit(const v1::QuestionAnalysis& reading, const v1::Value& value) {
  switch (reading.answer_type()) {
    case v1::ANSWER_TYPE_MONEY:
      if (value.has_quantity() && IsBareSum(value.quantity())) return kBareSumFit;
      if (!value.has_money()) return 0.0;
      return IsVague(value.money().amount(), value.money().bound()) ? kVagueFit : 1.0;
    case v1::ANSWER_TYPE_COUNT:
      if (!value.has_quantity()) return 0.0;
      return QuantityFit(reading, value.quantity()) *
             (IsVague(value.quantity().amount(), value.quantity().bound()) ? kVagueFit : 1.0);
    case v1::ANSWER_TYPE_DATE:
      return value.has_date() ? DateFit(reading, value.date()) : 0.0;
    case v1::ANSWER_TYPE_LENGTH:
      if (!value.has_length()) return 0.0;
      return reading.asked_attribute() != "AGE" || IsOfYears(value.length()) ? 1.0 : 0.0;
    default:
      return 0.0;
  }
}

bool AsksForEntity(v1::AnswerType type) {
  return type == v1::ANSWER_TYPE_PERSON || type == v1::ANSWER_TYPE_ORGANIZATION ||
         type == v1::ANSWER_TYPE_PRODUCT || type == v1::ANSWER_TYPE_LOCATION ||
         type == v1::ANSWER_TYPE_NAME;
}

bool AsksForDescription(const v1::QuestionAnalysis& reading) {
  // Where another verb can be read, it is what is asked about.
  return reading.kind() == v1::QUESTION_KIND_WHO && reading.relations_size() == 1 &&
         reading.relations(0).fact_type() == "HOLDS_ROLE" &&
         reading.relations(0).asked_role() == "role";
}

bool AsksForValue(v1::AnswerType type) {
  return type == v1::ANSWER_TYPE_MONEY || type == v1::ANSWER_TYPE_COUNT ||
         type == v1::ANSWER_TYPE_DATE || type == v1::ANSWER_TYPE_LENGTH;
}

}  // namespace isnad::answering
