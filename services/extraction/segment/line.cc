#include "services/extraction/segment/line.h"

#include <algorithm>
#include <utility>

#include "services/extraction/text/fold.h"
#include "services/extraction/text/script.h"

namespace isnad::extraction {
namespace {

// Longer lines are prose: nobody asks what they say.
constexpr int kMaxFoldedWords = 40;
// Columns at which plain text is wrapped.
constexpr int kMinWrapColumn = 40;
constexpr int kMaxWrapColumn = 100;
// Full lines that make a text a wrapped one, and their share of the lines that another follows.
constexpr int kMinFullLines = 3;
constexpr double kMinFullShare = 0.8;

void MeasureEnd(char32_t last, Line* line) {
  line->ends_with_question = last == '?' || last == 0x061F;
  line->ends_with_stop = IsSentenceStop(last) && !line->ends_with_question;
  line->ends_with_colon = last == ':';
}

Line MeasureLine(absl::string_view text, int begin, int end) {
  Line line;
  line.range = {begin, end};
  bool in_word = false;
  char32_t last = 0;
  for (int i = begin; i < end;) {
    const DecodedChar c = DecodeUtf8(text, i);
    i += c.length;
    const char32_t p = c.code_point;
    line.bars += p == '|' || p == '\t';
    if (IsWhitespace(p)) {
      ++line.chars;
      in_word = false;
      continue;
    }
    line.chars += !IsInvisible(p) && !IsArabicMark(p);
    line.words += !in_word;
    in_word = true;
    line.letters += IsArabicLetter(p) || IsLatinLetter(p);
    if (!IsQuote(p) && p != ')' && p != ']' && !IsInvisible(p)) last = p;
  }
  MeasureEnd(last, &line);
  if (line.words <= kMaxFoldedWords) line.folded = Fold(text.substr(begin, end - begin));
  return line;
}

// Characters of the first word of a line.
int FirstWordChars(absl::string_view text, const Line& line) {
  int chars = 0;
  for (int i = line.range.begin; i < line.range.end && chars <= kMaxWrapColumn;) {
    const DecodedChar c = DecodeUtf8(text, i);
    if (IsWhitespace(c.code_point)) break;
    chars += !IsInvisible(c.code_point) && !IsArabicMark(c.code_point);
    i += c.length;
  }
  return chars;
}

// Begins with a letter, digit or quotation mark: no bullet, no table border.
bool StartsLikeProse(absl::string_view text, const Line& line) {
  const char32_t first = DecodeUtf8(text, line.range.begin).code_point;
  return line.bars == 0 && (IsArabicLetter(first) || IsLatinLetter(first) || IsDigit(first) ||
                            IsQuote(first) || first == '(');
}

// Which lines go on in the next one; empty when the text was not wrapped.
std::vector<bool> FindWrappedLines(absl::string_view text, const std::vector<Line>& lines) {
  int column = 0;
  for (const Line& line : lines) column = std::max(column, line.chars);
  if (column < kMinWrapColumn || column > kMaxWrapColumn) return {};
  std::vector<bool> wrapped(lines.size(), false);
  int full = 0;
  int followed = 0;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].blank_before || !StartsLikeProse(text, lines[i + 1]) || lines[i].bars > 0) {
      continue;
    }
    wrapped[i] = lines[i].chars + 1 + FirstWordChars(text, lines[i + 1]) > column;
    full += wrapped[i];
    // The last line of a paragraph may be short.
    followed += wrapped[i] || !(lines[i].ends_with_stop || lines[i].ends_with_question);
  }
  return full >= kMinFullLines && full >= kMinFullShare * followed ? wrapped : std::vector<bool>();
}

std::vector<Line> JoinWrapped(absl::string_view text, std::vector<Line> lines) {
  const std::vector<bool> wrapped = FindWrappedLines(text, lines);
  if (wrapped.empty()) return lines;
  std::vector<Line> joined;
  for (size_t i = 0; i < lines.size(); ++i) {
    const size_t first = i;
    while (wrapped[i]) ++i;
    if (i == first) {
      joined.push_back(std::move(lines[i]));
      continue;
    }
    Line line = MeasureLine(text, lines[first].range.begin, lines[i].range.end);
    line.blank_before = lines[first].blank_before;
    joined.push_back(std::move(line));
  }
  return joined;
}

}  // namespace

std::vector<Line> SplitLines(absl::string_view text) {
  std::vector<Line> lines;
  const int size = static_cast<int>(text.size());
  int begin = -1;  // first byte of the line that is no white space
  int end = 0;     // behind its last byte that is none
  int breaks = 2;  // line feeds since the last line
  for (int i = 0; i <= size;) {
    const DecodedChar c = i < size ? DecodeUtf8(text, i) : DecodedChar{U'\n', 1, true};
    if (IsLineBreak(c.code_point)) {
      if (begin >= 0) {
        Line line = MeasureLine(text, begin, end);
        line.blank_before = breaks > 1;
        lines.push_back(std::move(line));
        begin = -1;
        breaks = 0;
      }
      breaks += c.code_point != '\r';
    } else if (!IsWhitespace(c.code_point)) {
      if (begin < 0) begin = i;
      end = i + c.length;
    }
    i += c.length;
  }
  return JoinWrapped(text, std::move(lines));
}

}  // namespace isnad::extraction
