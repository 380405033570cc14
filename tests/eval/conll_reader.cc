#include "tests/eval/conll_reader.h"

#include <fstream>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace isnad::eval {

absl::StatusOr<std::vector<ConllDocument>> ReadConll(absl::string_view path) {
  std::ifstream in{std::string(path)};
  if (!in) return absl::NotFoundError(absl::StrCat("cannot read ", path));
  std::vector<ConllDocument> documents(1);
  ConllSentence sentence;
  const auto end_sentence = [&] {
    if (!sentence.empty()) documents.back().push_back(std::move(sentence));
    sentence.clear();
  };
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    const std::vector<std::string> columns =
        absl::StrSplit(line, absl::ByAnyChar(" \t\r"), absl::SkipEmpty());
    if (columns.empty()) {
      end_sentence();
    } else if (columns[0] == "-DOCSTART-" || absl::StartsWith(line, "# document")) {
      end_sentence();
      if (!documents.back().empty()) documents.emplace_back();
    } else if (absl::StartsWith(line, "# ")) {
      continue;
    } else if (columns.size() == 1) {
      return absl::InvalidArgumentError(absl::StrCat(path, ":", number, ": no tag"));
    } else {
      sentence.push_back({columns.front(), columns.back()});
    }
  }
  end_sentence();
  if (documents.back().empty()) documents.pop_back();
  return documents;
}

std::vector<ConllName> NamesOf(const ConllSentence& sentence) {
  std::vector<ConllName> names;
  bool open = false;
  for (int i = 0; i < static_cast<int>(sentence.size()); ++i) {
    const std::string& tag = sentence[i].tag;
    if (tag.size() < 3) {
      open = false;
      continue;
    }
    const std::string type = tag.substr(2);
    if (tag[0] == 'I' && open && names.back().type == type) {
      names.back().end = i + 1;
    } else {
      names.push_back({i, i + 1, type});
      open = true;
    }
  }
  return names;
}

}  // namespace isnad::eval
