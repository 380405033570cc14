#include "services/extraction/tools/train_confidence/judged_facts.h"

#include <fstream>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "nlohmann/json.hpp"

namespace isnad::extraction {
namespace {

std::string KeyOf(absl::string_view article, absl::string_view type, absl::string_view subject,
                  absl::string_view object) {
  return absl::StrCat(article, "\t", type, "\t", subject, "\t", object);
}

// Ends that are told in free words have no name.
std::string NameOf(const Analysis& analysis, const ArgumentRecord& end) {
  if (end.kind != ArgumentRecord::Kind::kEntity) return "";
  const EntityRecord& entity = analysis.entities[end.entity];
  return entity.label_en.empty() ? entity.label_ar : entity.label_en;
}

std::string Text(const nlohmann::json& row, const char* field) {
  const auto found = row.find(field);
  return found != row.end() && found->is_string() ? found->get<std::string>() : "";
}

}  // namespace

absl::StatusOr<JudgedFacts> JudgedFacts::Read(absl::string_view folder) {
  const std::string path = absl::StrCat(folder, "/judgements.jsonl");
  std::ifstream file(path);
  if (!file) return absl::NotFoundError(absl::StrCat("cannot open ", path));
  JudgedFacts out;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty()) continue;
    const nlohmann::json row = nlohmann::json::parse(line, nullptr, false);
    const auto right = row.is_object() ? row.find("right") : row.end();
    if (!row.is_object() || right == row.end() || !right->is_number_integer()) {
      return absl::InvalidArgumentError(
          absl::StrCat(path, ":", number, ": no object with a number \"right\", 0 or 1"));
    }
    out.right_[KeyOf(Text(row, "article"), Text(row, "type"), Text(row, "subject"),
                     Text(row, "object"))] = right->get<int>() == 1;
  }
  return out;
}

absl::optional<bool> JudgedFacts::IsRight(absl::string_view article, const Analysis& analysis,
                                          const FactRecord& fact) const {
  const auto found = right_.find(
      KeyOf(article, fact.type, NameOf(analysis, fact.subject), NameOf(analysis, fact.object)));
  if (found == right_.end()) return absl::nullopt;
  return found->second;
}

}  // namespace isnad::extraction
