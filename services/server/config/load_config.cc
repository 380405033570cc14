#include "services/server/config/load_config.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/message.h>
#include <google/protobuf/text_format.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <utility>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "services/server/config/config_field.h"
#include "services/server/config/edit_distance.h"
#include "services/server/status/error_details.h"
#include "services/server/status/status_macros.h"

namespace isnad::server {
namespace {

using google::protobuf::Message;

constexpr char kConfigFlag[] = "config";

absl::Status ConfigError(absl::string_view message) {
  return MakeError(absl::StatusCode::kInvalidArgument, message, "INVALID_CONFIG");
}

// Keeps the first error of the text format parser.
class FirstError final : public google::protobuf::io::ErrorCollector {
 public:
  explicit FirstError(absl::string_view source) : source_(source) {}

  void AddError(int line, google::protobuf::io::ColumnNumber column,
                const std::string& message) override {
    if (!text_.empty()) return;
    text_ = line < 0 ? absl::StrCat(source_, ": ", message)
                     : absl::StrCat(source_, ":", line + 1, ":", column + 1, ": ", message);
  }

  const std::string& text() const { return text_; }

 private:
  const std::string source_;
  std::string text_;
};

// One flag of the command line. A bool flag that stands alone has no value.
struct Flag {
  std::string name;
  std::string value;
  bool has_value = false;
};

const ConfigField* FindField(const std::vector<ConfigField>& fields, absl::string_view path) {
  const auto found =
      absl::c_find_if(fields, [&](const ConfigField& field) { return field.path() == path; });
  return found == fields.end() ? nullptr : &*found;
}

absl::Status UnknownFlag(absl::string_view name, const std::vector<ConfigField>& fields) {
  std::vector<std::string> names = {kConfigFlag, "help"};
  for (const ConfigField& field : fields) names.push_back(field.path());
  const std::string nearest = NearestName(name, names);
  return ConfigError(
      absl::StrCat("unknown flag --", Shorten(name),
                   nearest.empty() ? "" : absl::StrCat("; did you mean --", nearest, "?"),
                   " (--help lists all)"));
}

// Splits the command line and checks the names.
absl::StatusOr<std::vector<Flag>> ReadFlags(int argc, const char* const* argv,
                                            const std::vector<ConfigField>& fields) {
  std::vector<Flag> flags;
  for (int i = 1; i < argc; ++i) {
    absl::string_view argument = argv[i];
    if (!absl::ConsumePrefix(&argument, "--") || argument.empty()) {
      return ConfigError(absl::StrCat("unexpected argument \"", Shorten(argv[i]),
                                      "\"; flags are --name=value (--help lists all)"));
    }
    const std::vector<std::string> parts = absl::StrSplit(argument, absl::MaxSplits('=', 1));
    Flag flag = {parts[0], parts.size() > 1 ? parts[1] : "", parts.size() > 1};
    const ConfigField* field = FindField(fields, flag.name);
    const bool takes_value = flag.name == kConfigFlag || (field != nullptr && !field->is_bool());
    if (field == nullptr && flag.name != kConfigFlag && flag.name != "help") {
      return UnknownFlag(flag.name, fields);
    }
    if (takes_value && !flag.has_value) {
      if (i + 1 >= argc) return ConfigError(absl::StrCat("flag --", flag.name, " needs a value"));
      flag.value = argv[++i];
      flag.has_value = true;
    }
    flags.push_back(std::move(flag));
  }
  return flags;
}

absl::Status MergeFile(const std::string& path, Message* config) {
  std::ifstream file(path, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (!file.is_open() || file.bad()) {
    return MakeError(absl::StatusCode::kNotFound,
                     absl::StrCat("configuration file ", path, " cannot be read"),
                     "CONFIG_FILE_UNREADABLE", {{"file", path}});
  }
  return MergeConfigText(text, path, config);
}

absl::Status From(absl::string_view source, const absl::Status& status) {
  if (status.ok()) return status;
  return ConfigError(absl::StrCat(source, ": ", status.message()));
}

absl::Status MergeEnvironment(absl::string_view prefix, const std::vector<ConfigField>& fields,
                              Message* config) {
  for (const ConfigField& field : fields) {
    const std::string name = field.VariableName(prefix);
    const char* value = std::getenv(name.c_str());
    if (value == nullptr) continue;
    field.Clear(config);
    if (!field.is_repeated()) {
      ISNAD_RETURN_IF_ERROR(From(name, field.Set(value, config)));
      continue;
    }
    for (absl::string_view part : absl::StrSplit(value, ',', absl::SkipWhitespace())) {
      ISNAD_RETURN_IF_ERROR(From(name, field.Set(absl::StripAsciiWhitespace(part), config)));
    }
  }
  return absl::OkStatus();
}

absl::Status MergeFlags(const std::vector<Flag>& flags, const std::vector<ConfigField>& fields,
                        Message* config) {
  std::set<std::string> begun;
  for (const Flag& flag : flags) {
    const ConfigField* field = FindField(fields, flag.name);
    if (field == nullptr) continue;
    if (begun.insert(flag.name).second) field->Clear(config);
    ISNAD_RETURN_IF_ERROR(From(absl::StrCat("--", flag.name),
                               field->Set(flag.has_value ? flag.value : "true", config)));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status MergeConfigText(absl::string_view text, absl::string_view source, Message* config) {
  FirstError error(source);
  google::protobuf::TextFormat::Parser parser;
  parser.RecordErrorsTo(&error);
  if (parser.MergeFromString(std::string(text), config)) return absl::OkStatus();
  return ConfigError(error.text());
}

absl::StatusOr<ConfigAction> LoadConfig(int argc, const char* const* argv,
                                        absl::string_view env_prefix, Message* config) {
  const std::vector<ConfigField> fields = ListConfigFields(*config->GetDescriptor());
  ISNAD_ASSIGN_OR_RETURN(const std::vector<Flag> flags, ReadFlags(argc, argv, fields));
  if (absl::c_any_of(flags, [](const Flag& flag) { return flag.name == "help"; })) {
    std::cout << ConfigHelp(argc > 0 ? argv[0] : "", env_prefix, *config) << std::flush;
    return ConfigAction::kExit;
  }
  for (const Flag& flag : flags) {
    if (flag.name == kConfigFlag) ISNAD_RETURN_IF_ERROR(MergeFile(flag.value, config));
  }
  ISNAD_RETURN_IF_ERROR(MergeEnvironment(env_prefix, fields, config));
  ISNAD_RETURN_IF_ERROR(MergeFlags(flags, fields, config));
  return ConfigAction::kRun;
}

std::string ConfigHelp(absl::string_view program, absl::string_view env_prefix,
                       const Message& config) {
  std::string text = absl::StrCat(
      "Usage: ", program, " [--config=FILE] [--FIELD=VALUE]...\n\n", "FILE holds a ",
      config.GetDescriptor()->full_name(),
      " in protobuf text format. A variable\nof the environment overrides the file, a flag "
      "overrides both.\n\n  --help\n      Shows this text.\n");
  for (const ConfigField& field : ListConfigFields(*config.GetDescriptor())) {
    absl::StrAppend(&text, "  --", field.path(), "=<", field.ValueKind(), ">",
                    field.is_repeated() ? " (repeatable)" : "", "\n");
    if (!field.help().empty()) absl::StrAppend(&text, "      ", field.help(), "\n");
    absl::StrAppend(&text, "      Environment: ", field.VariableName(env_prefix), "\n");
  }
  return text;
}

}  // namespace isnad::server
