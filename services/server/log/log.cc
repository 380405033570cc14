#include "services/server/log/log.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <cmath>
#include <memory>

#include "absl/base/thread_annotations.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "services/server/utf8/utf8.h"

namespace isnad::server {
namespace {

constexpr absl::string_view kLevelNames[] = {"debug", "info", "warning", "error"};

// Where lines go: standard error or a capture.
class LogOutput {
 public:
  static LogOutput& Instance() {
    static LogOutput* const output = new LogOutput;
    return *output;
  }

  void SetLevel(LogLevel level) {
    absl::MutexLock lock(&mutex_);
    level_ = level;
  }

  bool Writes(LogLevel level) {
    absl::MutexLock lock(&mutex_);
    return level >= level_;
  }

  void Write(const std::string& line) {
    {
      absl::MutexLock lock(&mutex_);
      if (capturing_) {
        captured_.push_back(line);
        return;
      }
    }
    logger_.info(line);
  }

  void SetCapturing(bool capturing) {
    absl::MutexLock lock(&mutex_);
    capturing_ = capturing;
    captured_.clear();
  }

  std::vector<std::string> Captured() {
    absl::MutexLock lock(&mutex_);
    return captured_;
  }

 private:
  LogOutput() : logger_("isnad", std::make_shared<spdlog::sinks::stderr_sink_mt>()) {
    logger_.set_pattern("%v");
    logger_.flush_on(spdlog::level::info);
  }

  spdlog::logger logger_;
  absl::Mutex mutex_;
  LogLevel level_ ABSL_GUARDED_BY(mutex_) = LogLevel::kInfo;
  bool capturing_ ABSL_GUARDED_BY(mutex_) = false;
  std::vector<std::string> captured_ ABSL_GUARDED_BY(mutex_);
};

template <typename Fields>
void WriteLine(LogLevel level, absl::string_view event, const Fields& fields) {
  if (!LogOutput::Instance().Writes(level)) return;
  std::string line = absl::StrCat(
      "{\"time\":\"", absl::FormatTime("%Y-%m-%d%ET%H:%M:%E3SZ", absl::Now(), absl::UTCTimeZone()),
      "\",\"level\":\"", kLevelNames[static_cast<int>(level)], "\",\"event\":", JsonString(event));
  for (const LogField& field : fields) {
    absl::StrAppend(&line, ",", JsonString(field.name()), ":", field.json());
  }
  line += "}";
  LogOutput::Instance().Write(line);
}

void AppendEscaped(char c, std::string* json) {
  switch (c) {
    case '"':
      *json += "\\\"";
      return;
    case '\\':
      *json += "\\\\";
      return;
    case '\n':
      *json += "\\n";
      return;
    case '\r':
      *json += "\\r";
      return;
    case '\t':
      *json += "\\t";
      return;
    default:
      break;
  }
  if (static_cast<unsigned char>(c) < 0x20) {
    absl::StrAppendFormat(json, "\\u%04x", static_cast<unsigned char>(c));
  } else {
    *json += c;
  }
}

}  // namespace

LogField::LogField(absl::string_view name, absl::string_view value)
    : name_(name), json_(JsonString(value)) {}

LogField::LogField(absl::string_view name, double value)
    : name_(name), json_(std::isfinite(value) ? absl::StrCat(value) : "null") {}

LogField::LogField(absl::string_view name, bool value)
    : name_(name), json_(value ? "true" : "false") {}

LogField::LogField(absl::string_view name, int64_t value, IntegerTag)
    : name_(name), json_(absl::StrCat(value)) {}

void LogEvent(LogLevel level, absl::string_view event, const std::vector<LogField>& fields) {
  WriteLine(level, event, fields);
}

void LogEvent(LogLevel level, absl::string_view event, std::initializer_list<LogField> fields) {
  WriteLine(level, event, fields);
}

void SetLogLevel(LogLevel level) { LogOutput::Instance().SetLevel(level); }

bool ParseLogLevel(absl::string_view name, LogLevel* level) {
  for (int i = 0; i < 4; ++i) {
    if (name != kLevelNames[i]) continue;
    *level = static_cast<LogLevel>(i);
    return true;
  }
  return false;
}

std::string JsonString(absl::string_view text) {
  std::string json = "\"";
  while (!text.empty()) {
    if (static_cast<unsigned char>(text[0]) < 0x80) {
      AppendEscaped(text[0], &json);
      text.remove_prefix(1);
    } else {
      json += TakeUtf8Character(&text);
    }
  }
  json += '"';
  return json;
}

ScopedLogCapture::ScopedLogCapture() { LogOutput::Instance().SetCapturing(true); }

ScopedLogCapture::~ScopedLogCapture() { LogOutput::Instance().SetCapturing(false); }

std::vector<std::string> ScopedLogCapture::lines() const {
  return LogOutput::Instance().Captured();
}

}  // namespace isnad::server
