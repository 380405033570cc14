#include "services/facts/exports/graphviz_writer.h"

#include "absl/strings/str_cat.h"
#include "services/facts/exports/argument_text.h"

namespace isnad::facts {
namespace {

namespace v1 = isnad::v1;

std::string Quoted(absl::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted.push_back('\\');
    quoted.push_back(c == '\n' || c == '\r' ? ' ' : c);
  }
  return quoted + "\"";
}

const char* Style(const v1::Fact& fact) {
  if (fact.polarity() == v1::POLARITY_DENIED) return ", style=dashed, color=red";
  if (fact.modality() == v1::MODALITY_PLANNED) return ", style=dotted";
  return fact.modality() == v1::MODALITY_ALLEGED ? ", color=gray" : "";
}

}  // namespace

std::string GraphvizWriter::Begin() {
  return "digraph facts {\n  rankdir=LR;\n  node [shape=box, style=rounded];\n";
}

std::string GraphvizWriter::Node(const v1::Argument& argument, std::string* out) {
  const std::string text = ArgumentText(argument);
  const std::string node =
      Quoted(argument.entity().empty() ? absl::StrCat("value: ", text) : argument.entity());
  if (nodes_.insert(node).second) {
    absl::StrAppend(out, "  ", node, " [label=", Quoted(text),
                    argument.entity().empty() ? ", shape=plaintext" : "", "];\n");
  }
  return node;
}

std::string GraphvizWriter::Write(const ExportedFact& exported) {
  const v1::Fact& fact = exported.fact;
  if (!facts_.insert(fact.name()).second) return "";
  std::string out;
  std::string label = fact.type();
  for (const char* role : {"role", "amount", "count"}) {
    const v1::Argument* argument = FindRole(fact, role);
    if (argument != nullptr) absl::StrAppend(&label, ", ", ArgumentText(*argument));
  }
  const std::string from = Node(fact.subject(), &out);
  const std::string to = fact.has_object() ? Node(fact.object(), &out) : from;
  absl::StrAppend(&out, "  ", from, " -> ", to, " [label=", Quoted(label), Style(fact), "];\n");
  return out;
}

std::string GraphvizWriter::End() { return "}\n"; }

}  // namespace isnad::facts
