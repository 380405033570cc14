// Structured log lines: one JSON object a line on standard error.
//
//   {"time":"2025-11-02T08:15:30.123Z","level":"info","event":"listening","address":"[::]:8443"}
//
// Never log the body of a request or response, a token or a secret.

#ifndef ISNAD_SERVICES_SERVER_LOG_LOG_H_
#define ISNAD_SERVICES_SERVER_LOG_LOG_H_

#include <cstdint>
#include <initializer_list>
#include <string>
#include <type_traits>
#include <vector>

#include "absl/strings/string_view.h"

namespace isnad::server {

enum class LogLevel { kDebug, kInfo, kWarning, kError };

// One name and value of a line. The value is rendered as JSON when the field is made.
class LogField {
 public:
  LogField(absl::string_view name, absl::string_view value);
  LogField(absl::string_view name, const std::string& value)
      : LogField(name, absl::string_view(value)) {}
  LogField(absl::string_view name, const char* value) : LogField(name, absl::string_view(value)) {}
  LogField(absl::string_view name, double value);
  LogField(absl::string_view name, bool value);
  template <typename Integer, typename = std::enable_if_t<std::is_integral<Integer>::value &&
                                                          !std::is_same<Integer, bool>::value>>
  LogField(absl::string_view name, Integer value)
      : LogField(name, static_cast<int64_t>(value), IntegerTag()) {}

  const std::string& name() const { return name_; }
  const std::string& json() const { return json_; }

 private:
  struct IntegerTag {};
  LogField(absl::string_view name, int64_t value, IntegerTag);

  std::string name_;
  std::string json_;
};

// Writes a line unless `level` is below the set level. `event` names what happened in snake_case.
// Thread safe; lines of different threads never mix.
void LogEvent(LogLevel level, absl::string_view event, const std::vector<LogField>& fields);
void LogEvent(LogLevel level, absl::string_view event, std::initializer_list<LogField> fields = {});

// Sets the lowest level that is written; kInfo at start. Thread safe.
void SetLogLevel(LogLevel level);

// Reads "debug", "info", "warning" or "error"; false when `name` is none of them.
bool ParseLogLevel(absl::string_view name, LogLevel* level);

// `text` as a JSON string with its quotes. Bytes that are not UTF-8 become U+FFFD.
std::string JsonString(absl::string_view text);

// Keeps the lines written during its lifetime, for tests, in place of standard error. One at a
// time.
class ScopedLogCapture {
 public:
  ScopedLogCapture();
  ~ScopedLogCapture();
  ScopedLogCapture(const ScopedLogCapture&) = delete;
  ScopedLogCapture& operator=(const ScopedLogCapture&) = delete;

  // The lines so far. Thread safe.
  std::vector<std::string> lines() const;
};

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_LOG_LOG_H_
