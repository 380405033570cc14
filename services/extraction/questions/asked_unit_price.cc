#include "services/extraction/questions/asked_unit_price.h"

#include "absl/strings/match.h"

namespace isnad::extraction {

bool IsPerUnit(const QuestionText& text, int token) {
  if (!text.Is(token, {"per"}) || token + 1 >= text.size()) return false;
  const QuestionWord& next = text.words()[token + 1];
  return next.mention < 0 && !next.capitalized && !text.Is(token + 1, {"the", "its", "their"});
}

bool AsksForUnitPrice(const QuestionText& text, TokenRange range) {
  for (int t = range.begin; t < range.end; ++t) {
    if (text.words()[t].mention >= 0) continue;
    // A year is a time, and no thing that is paid for.
    if (IsPerUnit(text, t) && !text.Is(t + 1, {"year", "annum", "month", "day", "week", "cent"})) {
      return true;
    }
    if (text.Is(t, {"للسهم"})) return true;
    if (absl::StartsWith(text.SurfaceAt(t), "لل") && text.Is(t + 1, {"الواحد", "الواحده"})) {
      return true;
    }
  }
  return false;
}

}  // namespace isnad::extraction
