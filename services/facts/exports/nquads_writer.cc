#include "services/facts/exports/nquads_writer.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/time.h"
#include "services/facts/exports/argument_text.h"

namespace isnad::facts {
namespace {

namespace v1 = isnad::v1;

constexpr char kBase[] = "https://isnad.dev/";
constexpr char kTerms[] = "https://isnad.dev/terms#";
constexpr char kProv[] = "http://www.w3.org/ns/prov#";
constexpr char kRdfType[] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
constexpr char kLabel[] = "http://www.w3.org/2000/01/rdf-schema#label";
constexpr char kXsd[] = "http://www.w3.org/2001/XMLSchema#";

std::string Iri(absl::string_view address) {
  std::string escaped;
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7f ||
        absl::string_view("<>\"{}|^`\\").find(c) != absl::string_view::npos) {
      absl::StrAppendFormat(&escaped, "%%%02X", byte);
    } else {
      escaped.push_back(c);
    }
  }
  return absl::StrCat("<", escaped, ">");
}

std::string Resource(absl::string_view name) { return Iri(absl::StrCat(kBase, name)); }
std::string Term(absl::string_view name) { return Iri(absl::StrCat(kTerms, name)); }
std::string Prov(absl::string_view name) { return Iri(absl::StrCat(kProv, name)); }

std::string Literal(absl::string_view text, absl::string_view suffix = "") {
  std::string quoted = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      quoted += {'\\', c};
    } else if (c == '\n') {
      quoted += "\\n";
    } else if (c == '\r') {
      quoted += "\\r";
    } else if (c == '\t') {
      quoted += "\\t";
    } else if (byte < 0x20 || byte == 0x7f) {
      absl::StrAppendFormat(&quoted, "\\u%04X", byte);
    } else {
      quoted.push_back(c);
    }
  }
  return absl::StrCat(quoted, "\"", suffix);
}

std::string Typed(absl::string_view text, absl::string_view type) {
  return Literal(text, absl::StrCat("^^", Iri(absl::StrCat(kXsd, type))));
}

void Quad(const std::string& subject, const std::string& predicate, const std::string& object,
          const std::string& graph, std::string* out) {
  absl::StrAppend(out, subject, " ", predicate, " ", object, graph.empty() ? "" : " ", graph,
                  " .\n");
}

}  // namespace

std::string NQuadsWriter::Write(const ExportedFact& exported) {
  std::string out;
  if (written_.insert(exported.fact.name()).second) WriteClaim(exported, &out);
  WriteEvidence(exported, &out);
  return out;
}

void NQuadsWriter::WriteArgument(const v1::Argument& argument, absl::string_view property,
                                 const std::string& claim, const std::string& graph,
                                 std::string* out) {
  if (argument.entity().empty()) {
    const v1::Value& value = argument.value();
    if (value.has_money()) {
      Quad(claim, Term(absl::StrCat(property, "Amount")),
           Typed(absl::StrFormat("%.17g", value.money().amount()), "double"), graph, out);
      Quad(claim, Term(absl::StrCat(property, "Currency")), Literal(value.money().currency_code()),
           graph, out);
    } else if (value.has_quantity()) {
      Quad(claim, Term(absl::StrCat(property, "Count")),
           Typed(absl::StrFormat("%.17g", value.quantity().amount()), "double"), graph, out);
    }
    Quad(claim, Term(property), Literal(ArgumentText(argument)), graph, out);
    return;
  }
  const std::string entity = Resource(argument.entity());
  Quad(claim, Term(property), entity, graph, out);
  if (!written_.insert(argument.entity()).second) return;
  if (!argument.display_text().empty()) {
    Quad(entity, Iri(kLabel), Literal(argument.display_text(), "@ar"), "", out);
  }
  if (!argument.display_text_en().empty()) {
    Quad(entity, Iri(kLabel), Literal(argument.display_text_en(), "@en"), "", out);
  }
}

void NQuadsWriter::WriteClaim(const ExportedFact& exported, std::string* out) {
  const v1::Fact& fact = exported.fact;
  const std::string claim = Resource(fact.name());
  const std::string graph = Resource(absl::StrCat(fact.name(), "/graph"));
  Quad(claim, Iri(kRdfType), Term("Claim"), graph, out);
  Quad(claim, Term("factType"), Literal(fact.type()), graph, out);
  WriteArgument(fact.subject(), "subject", claim, graph, out);
  if (fact.has_object()) WriteArgument(fact.object(), "object", claim, graph, out);
  for (const v1::Argument& role : fact.roles()) {
    WriteArgument(role, absl::StrCat("role_", role.role()), claim, graph, out);
  }
  Quad(claim, Term("polarity"), Literal(PolarityText(fact.polarity())), graph, out);
  Quad(claim, Term("modality"), Literal(ModalityText(fact.modality())), graph, out);
  const std::string date = fact.has_valid_interval() ? DateText(fact.valid_interval()) : "";
  if (!date.empty()) Quad(claim, Term("validDate"), Literal(date), graph, out);
  Quad(claim, Term("support"), Typed(absl::StrCat(fact.support()), "integer"), graph, out);
  Quad(graph, Iri(kRdfType), Prov("Bundle"), "", out);
}

void NQuadsWriter::WriteEvidence(const ExportedFact& exported, std::string* out) {
  const v1::Evidence& evidence = exported.evidence;
  const std::string claim = Resource(exported.fact.name());
  const std::string node =
      Resource(absl::StrCat(exported.fact.name(), "/evidence/", ++evidence_count_));
  const std::string document = Resource(evidence.document());
  Quad(node, Iri(kRdfType), Prov("Entity"), "", out);
  Quad(claim, Prov("wasDerivedFrom"), node, "", out);
  Quad(node, Prov("wasQuotedFrom"), document, "", out);
  Quad(node, Prov("value"), Literal(evidence.quote().quote()), "", out);
  Quad(node, Term("beginByte"), Typed(absl::StrCat(evidence.quote().begin()), "integer"), "", out);
  Quad(node, Term("endByte"), Typed(absl::StrCat(evidence.quote().end()), "integer"), "", out);
  Quad(node, Term("rule"), Literal(evidence.rule()), "", out);
  Quad(node, Term("confidence"), Typed(absl::StrFormat("%.17g", evidence.confidence()), "double"),
       "", out);
  if (!evidence.attribution().entity().empty()) {
    Quad(node, Prov("wasAttributedTo"), Resource(evidence.attribution().entity()), "", out);
  }
  if (!written_.insert(evidence.document()).second) return;
  Quad(document, Iri(kRdfType), Prov("Entity"), "", out);
  Quad(document, Term("sourceUri"), Literal(evidence.source_uri()), "", out);
  if (!evidence.document_title().empty()) {
    Quad(document, Iri(kLabel), Literal(evidence.document_title()), "", out);
  }
  if (!evidence.document_url().empty()) {
    Quad(document, Prov("hadPrimarySource"), Iri(evidence.document_url()), "", out);
  }
  if (evidence.has_publish_time()) {
    const absl::Time time = absl::FromUnixSeconds(evidence.publish_time().seconds());
    Quad(document, Prov("generatedAtTime"),
         Typed(absl::FormatTime(absl::RFC3339_sec, time, absl::UTCTimeZone()), "dateTime"), "",
         out);
  }
}

}  // namespace isnad::facts
