#include "clients/cli/conflict_view.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "clients/cli/text_style.h"

namespace isnad::cli {
namespace {

namespace v1 = isnad::v1;

std::string Count(int count, const char* noun) {
  return absl::StrCat(count, " ", noun, count == 1 ? "" : "s");
}

void PrintFacts(const char* words, const google::protobuf::RepeatedPtrField<std::string>& facts,
                std::ostream& out) {
  if (facts.empty()) return;
  out << "    " << words << absl::StrJoin(facts, " ") << "\n";
}

}  // namespace

void PrintConflict(const v1::Conflict& conflict, std::ostream& out) {
  out << conflict.name() << "  " << EnumWords(v1::Conflict::Kind_Name(conflict.kind()), "KIND_")
      << ", " << EnumWords(v1::Conflict::State_Name(conflict.state()), "STATE_") << "\n";
  out << "  " << conflict.explanation_en() << "\n";
  for (int i = 0; i < conflict.sides_size(); ++i) {
    const v1::Conflict::Side& side = conflict.sides(i);
    out << "  side " << i + 1 << ": " << Count(side.support(), "source");
    if (side.unnamed_support() > 0) {
      out << " and " << Count(side.unnamed_support(), "source") << " [object unnamed]";
    }
    out << "\n";
    PrintFacts("", side.facts(), out);
    PrintFacts("agreeing: ", side.agreeing_facts(), out);
    PrintFacts("object unnamed: ", side.unnamed_mentions(), out);
  }
  if (!conflict.resolution().empty()) out << "  resolved: " << conflict.resolution() << "\n";
}

}  // namespace isnad::cli
