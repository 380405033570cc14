#include "services/facts/engines/postgresql/statement_text.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace isnad::facts::postgresql {

std::string WithNumberedParameters(absl::string_view sql) {
  std::string text;
  text.reserve(sql.size() + 16);
  int last = 0;
  for (size_t i = 0; i < sql.size(); ++i) {
    if (sql[i] != '?') {
      text.push_back(sql[i]);
      continue;
    }
    text.push_back('$');
    const bool numbered =
        i + 1 < sql.size() && absl::ascii_isdigit(static_cast<unsigned char>(sql[i + 1]));
    if (!numbered) absl::StrAppend(&text, ++last);
  }
  return text;
}

}  // namespace isnad::facts::postgresql
