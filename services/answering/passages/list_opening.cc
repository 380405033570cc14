#include "services/answering/passages/list_opening.h"

#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr int kMostLines = 15;
// A passage of a line may be several sentences.
constexpr int kMostSentences = 60;
// Bytes of a paragraph that is a line of a list.
constexpr int kLineBytes = 360;
// Words before the mark behind what a line is about.
constexpr int kAboutWords = 8;

bool IsMark(absl::string_view surface) {
  return surface == ":" || surface == "،" || surface == "," || surface == "(" || surface == "-" ||
         surface == "–";
}

// "Ben Armstrong: has not said where he goes."
bool BeginsWithItsMatter(const PassageView& line) {
  if (line.range().end - line.range().begin > kLineBytes) return false;
  const auto& tokens = line.passage().tokens();
  for (int token = 1; token < tokens.size() && token <= kAboutWords; ++token) {
    if (IsMark(line.Text(line.TokenBytes(token)))) return true;
  }
  return false;
}

}  // namespace

bool OpensList(const v1::Passage& passage) {
  return absl::EndsWith(absl::StripAsciiWhitespace(passage.span().quote()), ":");
}

std::vector<const PassageView*> LinesUnder(const PassagePool& pool, const PassageView& opening) {
  std::vector<const PassageView*> lines;
  const std::string& document = opening.document().name();
  const int first = opening.passage().ordinal() + 1;
  int paragraph = opening.passage().paragraph();
  for (int ordinal = first; ordinal < first + kMostSentences; ++ordinal) {
    const PassageView* line = pool.At(document, ordinal);
    if (line == nullptr || lines.size() == kMostLines) break;
    const v1::PassageKind kind = line->passage().kind();
    const bool item = kind == v1::PASSAGE_KIND_LIST_ITEM;
    if (!lines.empty() && kind != lines.front()->passage().kind()) break;
    if (line->passage().paragraph() == paragraph) continue;
    if (!item && (kind != v1::PASSAGE_KIND_BODY || !BeginsWithItsMatter(*line))) break;
    paragraph = line->passage().paragraph();
    lines.push_back(line);
  }
  return lines;
}

}  // namespace isnad::answering
