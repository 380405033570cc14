#include "clients/cli/fact_view.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "clients/cli/table.h"

namespace isnad::cli {
namespace {

namespace v1 = isnad::v1;

std::string Mood(const v1::Fact& fact) {
  std::string out = fact.polarity() == v1::POLARITY_DENIED ? "denied" : "";
  const char* modality = fact.modality() == v1::MODALITY_PLANNED   ? "planned"
                         : fact.modality() == v1::MODALITY_ALLEGED ? "alleged"
                                                                   : "";
  if (*modality != '\0') absl::StrAppend(&out, out.empty() ? "" : " ", modality);
  return out;
}

// The words of a figure leave out what bounds it: "14 billion" for "more than 14 billion".
const char* BoundSign(const v1::Value& value) {
  const v1::Bound bound = value.has_money()      ? value.money().bound()
                          : value.has_quantity() ? value.quantity().bound()
                          : value.has_length()   ? value.length().bound()
                                                 : v1::BOUND_EXACT;
  switch (bound) {
    case v1::BOUND_ABOUT:
      return "~ ";
    case v1::BOUND_AT_LEAST:
      return "≥ ";
    case v1::BOUND_AT_MOST:
      return "≤ ";
    default:
      return "";
  }
}

std::string Roles(const v1::Fact& fact) {
  std::string out;
  for (const v1::Argument& role : fact.roles()) {
    if (role.role() == "date") continue;
    absl::StrAppend(&out, out.empty() ? "" : "; ", role.role(), ": ", FormatArgument(role));
  }
  return out;
}

}  // namespace

std::string FormatInterval(const v1::DateInterval& interval) {
  const google::type::Date& day =
      interval.has_start_date() ? interval.start_date() : interval.end_date();
  if (day.year() == 0) return "";
  std::string text;
  switch (interval.precision()) {
    case v1::DATE_PRECISION_YEAR:
    case v1::DATE_PRECISION_DECADE:
      text = absl::StrCat(day.year());
      break;
    case v1::DATE_PRECISION_MONTH:
    case v1::DATE_PRECISION_QUARTER:
    case v1::DATE_PRECISION_HALF:
      text = absl::StrFormat("%04d-%02d", day.year(), day.month());
      break;
    default:
      text = absl::StrFormat("%04d-%02d-%02d", day.year(), day.month(), day.day());
  }
  if (!interval.has_start_date()) return "until " + text;
  return interval.has_end_date() ? text : "since " + text;
}

std::string FormatArgument(const v1::Argument& argument) {
  const std::string& text =
      argument.display_text_en().empty() ? argument.display_text() : argument.display_text_en();
  return argument.has_value() ? absl::StrCat(BoundSign(argument.value()), text) : text;
}

void PrintFactTable(const std::vector<v1::Fact>& facts, std::ostream& out) {
  Table table({"FACT", "TYPE", "SUBJECT", "OBJECT", "ROLES", "DATE", "MOOD", "SOURCES"});
  for (const v1::Fact& fact : facts) {
    table.AddRow({fact.name(), fact.type(), FormatArgument(fact.subject()),
                  FormatArgument(fact.object()), Roles(fact), FormatInterval(fact.valid_interval()),
                  Mood(fact), absl::StrCat(fact.support())});
  }
  table.Print(out, 40);  // the longest fact name is 38 columns
}

void PrintFactInFull(const v1::Fact& fact, std::ostream& out) {
  out << fact.name() << "  " << fact.type() << "\n";
  out << "  subject: " << FormatArgument(fact.subject()) << "\n";
  if (fact.has_object()) out << "  object: " << FormatArgument(fact.object()) << "\n";
  for (const v1::Argument& role : fact.roles()) {
    out << "  " << role.role() << ": " << FormatArgument(role) << "\n";
  }
  const std::string date = FormatInterval(fact.valid_interval());
  if (!date.empty()) out << "  when: " << date << "\n";
  const std::string mood = Mood(fact);
  out << "  mood: " << (mood.empty() ? "asserted" : mood)
      << absl::StreamFormat("; confidence %.2f; %d independent source(s)\n", fact.confidence(),
                            fact.support());
  for (const v1::Evidence& evidence : fact.evidence()) {
    out << "\n  «" << evidence.quote().quote() << "»\n";
    out << "    " << evidence.source_uri();
    if (!evidence.document_title().empty()) out << ", " << evidence.document_title();
    out << "\n    rule " << evidence.rule()
        << absl::StreamFormat(", confidence %.2f", evidence.confidence())
        << (evidence.cross_sentence() ? ", across sentences" : "") << "\n";
    if (!evidence.attribution().display_text().empty()) {
      out << "    according to: " << evidence.attribution().display_text() << "\n";
    }
    for (const v1::RoleSpan& role : evidence.role_spans()) {
      out << "    " << role.role() << " <- \"" << role.span().quote() << "\" ["
          << role.span().begin() << ", " << role.span().end() << ")";
      if (!role.resolution_rule().empty()) out << " by " << role.resolution_rule();
      out << "\n";
    }
  }
}

}  // namespace isnad::cli
