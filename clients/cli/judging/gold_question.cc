#include "clients/cli/judging/gold_question.h"

#include <map>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "clients/cli/judging/answer_folding.h"
#include "clients/cli/judging/yes_no.h"
#include "google/protobuf/struct.pb.h"
#include "google/protobuf/util/json_util.h"

namespace isnad::cli {
namespace {

using google::protobuf::ListValue;
using google::protobuf::Struct;
using google::protobuf::Value;

constexpr char kByteOrderMark[] = "\xEF\xBB\xBF";
constexpr char kBetweenVariants[] = "||";

absl::Status Wrong(absl::string_view what) { return absl::InvalidArgumentError(what); }

// The value of a key; null and a key that is not there are the same.
const Value* Find(const Struct& object, const std::string& key) {
  const auto found = object.fields().find(key);
  if (found == object.fields().end()) return nullptr;
  return found->second.kind_case() == Value::kNullValue ? nullptr : &found->second;
}

// Leaves `out` as it is when the key is missing.
absl::Status ReadString(const Struct& object, const std::string& key, std::string* out) {
  const Value* value = Find(object, key);
  if (value == nullptr) return absl::OkStatus();
  if (value->kind_case() != Value::kStringValue) {
    return Wrong(absl::StrCat("\"", key, "\" is not a string"));
  }
  *out = std::string(absl::StripAsciiWhitespace(value->string_value()));
  return absl::OkStatus();
}

absl::Status RequireString(const Struct& object, const std::string& key, std::string* out) {
  absl::Status status = ReadString(object, key, out);
  if (status.ok() && out->empty()) return Wrong(absl::StrCat("has no \"", key, "\""));
  return status;
}

// Whether it is a list of strings that say something.
bool ReadStrings(const Value& value, std::vector<std::string>* out) {
  if (value.kind_case() != Value::kListValue) return false;
  for (const Value& item : value.list_value().values()) {
    const std::string text(absl::StripAsciiWhitespace(item.string_value()));
    if (item.kind_case() != Value::kStringValue || text.empty()) return false;
    out->push_back(text);
  }
  return true;
}

absl::Status ReadMatch(const Struct& object, Match* out) {
  static const auto* const kMatches = new std::map<std::string, Match>{
      {"any", Match::kAny}, {"all", Match::kAll}, {"abstain", Match::kAbstain}};
  std::string name;
  absl::Status status = RequireString(object, "match", &name);
  if (!status.ok()) return status;
  const auto found = kMatches->find(name);
  if (found == kMatches->end()) {
    return Wrong(absl::StrCat("\"match\" is \"", name, "\"; write any, all or abstain"));
  }
  *out = found->second;
  return absl::OkStatus();
}

absl::Status ReadAnswers(const Struct& object, GoldQuestion* out) {
  std::vector<std::string> items;
  const Value* value = Find(object, "answers");
  if (value != nullptr && !ReadStrings(*value, &items)) {
    return Wrong("\"answers\" is not a list of strings with something in them");
  }
  if (out->match == Match::kAbstain) {
    return items.empty() ? absl::OkStatus()
                         : Wrong("\"answers\" are given although \"match\" is abstain");
  }
  if (items.empty()) return Wrong("has no \"answers\"");
  for (const std::string& item : items) {
    std::vector<std::string> variants = absl::StrSplit(item, kBetweenVariants);
    for (std::string& variant : variants) {
      absl::StripAsciiWhitespace(&variant);
      if (FoldAnswer(variant).empty()) {
        return Wrong(
            absl::StrCat("\"answers\": in \"", item, "\" a variant has no letter or digit"));
      }
    }
    out->answers.push_back(std::move(variants));
  }
  if (out->kind == kYesNoKind && !ReadYesNo(items.front())) {
    return Wrong(absl::StrCat("\"answers\": the first of a yes_no question is \"", items.front(),
                              "\"; begin it with yes, no, نعم or لا"));
  }
  return absl::OkStatus();
}

absl::Status ReadCiteGroups(const Value& value, GoldQuestion* out) {
  bool right = value.kind_case() == Value::kListValue;
  for (const Value& group : value.list_value().values()) {
    std::vector<std::string> documents;
    right = right && ReadStrings(group, &documents) && !documents.empty();
    out->cite_groups.push_back(std::move(documents));
  }
  return right ? absl::OkStatus()
               : Wrong("\"cite_groups\" is not a list of lists of document names");
}

absl::Status ReadDocuments(const Struct& object, GoldQuestion* out) {
  std::vector<std::string> documents;
  const Value* value = Find(object, "must_cite_docs");
  if (value != nullptr && !ReadStrings(*value, &documents)) {
    return Wrong("\"must_cite_docs\" is not a list of document names");
  }
  const Value* groups = Find(object, "cite_groups");
  if (groups != nullptr) {
    absl::Status status = ReadCiteGroups(*groups, out);
    if (!status.ok()) return status;
  }
  if (out->cite_groups.empty() && !documents.empty()) out->cite_groups.push_back(documents);
  const bool cites = !out->cite_groups.empty();
  if (out->match == Match::kAbstain) {
    return cites ? Wrong("documents to cite are given although \"match\" is abstain")
                 : absl::OkStatus();
  }
  return cites ? absl::OkStatus() : Wrong("has no \"must_cite_docs\"");
}

absl::Status ReadQuestion(const std::string& line, GoldQuestion* out) {
  Struct object;
  if (!google::protobuf::util::JsonStringToMessage(line, &object).ok()) {
    return Wrong("is not a JSON object");
  }
  absl::Status status = RequireString(object, "question", &out->question);
  if (status.ok()) status = ReadString(object, "id", &out->id);
  if (status.ok()) status = RequireString(object, "kind", &out->kind);
  if (status.ok()) status = RequireString(object, "lang", &out->language);
  if (status.ok() && out->language != "ar" && out->language != "en") {
    status = Wrong(absl::StrCat("\"lang\" is \"", out->language, "\"; write ar or en"));
  }
  if (status.ok()) status = ReadMatch(object, &out->match);
  if (status.ok()) status = ReadAnswers(object, out);
  if (status.ok()) status = ReadDocuments(object, out);
  return status;
}

}  // namespace

absl::StatusOr<std::vector<GoldQuestion>> ParseGoldQuestions(absl::string_view json_lines,
                                                             absl::string_view file_name) {
  std::vector<GoldQuestion> out;
  std::map<std::string, int> line_of_id;
  int number = 0;
  absl::ConsumePrefix(&json_lines, kByteOrderMark);
  for (absl::string_view line : absl::StrSplit(json_lines, '\n')) {
    ++number;
    line = absl::StripAsciiWhitespace(line);
    if (line.empty()) continue;
    GoldQuestion question;
    question.line = number;
    absl::Status status = ReadQuestion(std::string(line), &question);
    if (question.id.empty()) question.id = absl::StrCat(number);
    const auto [first, fresh] = line_of_id.emplace(question.id, number);
    if (status.ok() && !fresh) {
      status = Wrong(
          absl::StrCat("\"id\" is \"", question.id, "\", which line ", first->second, " has too"));
    }
    if (!status.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat(file_name, ":", number, ": ", status.message()));
    }
    out.push_back(std::move(question));
  }
  if (out.empty()) {
    return absl::InvalidArgumentError(absl::StrCat(file_name, ": holds no question"));
  }
  return out;
}

}  // namespace isnad::cli
