#include "services/facts/domain/extraction_check.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/server/status/error_details.h"

namespace isnad::facts {
namespace {

constexpr size_t kMostViolations = 100;

std::string Problem(absl::string_view text, const CitedSpan& span) {
  const auto size = static_cast<int32_t>(text.size());
  const std::string range = absl::StrCat("[", span.begin, ", ", span.end, ")");
  if (span.begin < 0 || span.end <= span.begin || span.end > size) {
    return absl::StrCat(range, " is no stretch of the text's ", size, " bytes");
  }
  if (!OnCharacterBoundary(text, span.begin) || !OnCharacterBoundary(text, span.end)) {
    return absl::StrCat(range, " cuts a character in two");
  }
  const absl::string_view words = text.substr(span.begin, span.end - span.begin);
  if (!span.quote_left_out && words != span.quote) {
    return absl::StrCat(range, " reads \"", server::Shorten(words), "\", not the quote \"",
                        server::Shorten(span.quote), "\"");
  }
  return "";
}

}  // namespace

bool OnCharacterBoundary(absl::string_view text, int32_t offset) {
  if (offset < 0 || offset > static_cast<int32_t>(text.size())) return false;
  if (offset == static_cast<int32_t>(text.size())) return true;
  return (static_cast<unsigned char>(text[offset]) & 0xc0) != 0x80;
}

absl::Status CheckExtraction(const ExtractionInput& input) {
  std::vector<server::FieldViolation> violations;
  for (const CitedSpan& span : input.spans) {
    std::string problem = Problem(input.document.text, span);
    if (problem.empty()) continue;
    violations.push_back({span.field, std::move(problem)});
    if (violations.size() == kMostViolations) break;
  }
  if (!violations.empty()) return server::InvalidFields(std::move(violations), "SPAN_MISMATCH");

  std::set<std::string> declared;
  for (const InputEntity& entity : input.entities) declared.insert(entity.local_id);
  for (const LocalReference& reference : input.references) {
    if (declared.count(reference.local_id) != 0) continue;
    violations.push_back({reference.field, absl::StrCat("\"", server::Shorten(reference.local_id),
                                                        "\" is not the id of an entity in "
                                                        "extraction.entities")});
    if (violations.size() == kMostViolations) break;
  }
  if (!violations.empty()) {
    return server::InvalidFields(std::move(violations), "UNDECLARED_ENTITY");
  }
  return absl::OkStatus();
}

}  // namespace isnad::facts
