#include "services/extraction/segment/line.h"

#include <utility>

#include "services/extraction/text/fold.h"
#include "services/extraction/text/script.h"

namespace isnad::extraction {
namespace {

// Longer lines are prose: nobody asks what they say.
constexpr int kMaxFoldedWords = 40;

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
      in_word = false;
      continue;
    }
    line.words += !in_word;
    in_word = true;
    line.letters += IsArabicLetter(p) || IsLatinLetter(p);
    if (!IsQuote(p) && p != ')' && p != ']' && !IsInvisible(p)) last = p;
  }
  MeasureEnd(last, &line);
  if (line.words <= kMaxFoldedWords) line.folded = Fold(text.substr(begin, end - begin));
  return line;
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
  return lines;
}

}  // namespace isnad::extraction
