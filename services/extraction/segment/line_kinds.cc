#include "services/extraction/segment/line_kinds.h"

#include <algorithm>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "services/extraction/segment/boilerplate.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/text/script.h"

namespace isnad::extraction {
namespace {

constexpr int kMaxHeadlineWords = 30;
constexpr int kMaxHeadingWords = 15;
// The headline stands within the first lines, below section names and share bars.
constexpr size_t kHeadlineWithinLines = 8;
constexpr int kMinProseWords = 9;
constexpr double kTitleOverlap = 0.6;
// Lines of a boilerplate block after its heading.
constexpr int kMaxBlockWords = 16;
constexpr int kMaxListMarkerDigits = 2;

// Letters and digits only, so that quotation marks inside a title do not count.
std::vector<std::string> WordsOf(absl::string_view folded) {
  std::vector<std::string> words;
  for (absl::string_view word :
       absl::StrSplit(folded, absl::ByAnyChar(" .,:;!?\"'()-|"), absl::SkipEmpty())) {
    words.emplace_back(word);
  }
  return words;
}

double ShareOfWords(const std::vector<std::string>& of, const std::vector<std::string>& in) {
  if (of.empty()) return 0;
  const absl::flat_hash_set<absl::string_view> set(in.begin(), in.end());
  const auto hits = std::count_if(of.begin(), of.end(),
                                  [&set](const std::string& word) { return set.contains(word); });
  return static_cast<double>(hits) / static_cast<double>(of.size());
}

bool IsListItem(absl::string_view text, const Line& line) {
  const DecodedChar first = DecodeUtf8(text, line.range.begin);
  int after = line.range.begin + first.length;
  const char32_t p = first.code_point;
  const bool bullet = IsDash(p) || p == '*' || p == 0x2022 || p == 0x25CF || p == 0x25AA ||
                      p == 0x25E6 || p == 0x25A0 || p == 0x2713 || p == 0x2714 || p == 0x00B7 ||
                      p == 0x25B6 || p == 0x2043 || p == 0x25BA || p == 0x2794;
  if (bullet) {
    return after < line.range.end &&
           (IsWhitespace(DecodeUtf8(text, after).code_point) || !IsDash(p)) && line.letters > 0;
  }
  if (!IsDigit(p)) return false;
  int digits = 1;
  while (after < line.range.end && IsDigit(DecodeUtf8(text, after).code_point)) {
    after += DecodeUtf8(text, after).length;
    ++digits;
  }
  if (digits > kMaxListMarkerDigits || after + 1 >= line.range.end) return false;
  const char32_t marker = DecodeUtf8(text, after).code_point;
  const bool marked = marker == '.' || marker == ')' || IsDash(marker) || marker == '/';
  return marked && line.letters > 0 &&
         IsWhitespace(DecodeUtf8(text, after + DecodeUtf8(text, after).length).code_point);
}

bool IsTableRow(const Line& line) {
  return line.bars >= 2 || (line.bars == 1 && !line.ends_with_stop && line.words <= 40);
}

bool IsProse(const Line& line) {
  return line.words >= kMinProseWords && (line.ends_with_stop || line.words > kMaxHeadlineWords ||
                                          line.ends_with_question || line.ends_with_colon);
}

class Classifier {
 public:
  Classifier(absl::string_view title, absl::string_view text, const std::vector<Line>& lines)
      : title_(WordsOf(Fold(title))),
        text_(text),
        lines_(lines),
        kinds_(lines.size(), PassageKind::kBody) {}

  std::vector<PassageKind> Classify() {
    MarkByThemselves();
    const size_t headline = FindHeadline();
    if (headline < lines_.size()) {
      kinds_[headline] = PassageKind::kHeadline;
      for (size_t i = 0; i < headline; ++i) {
        if (lines_[i].words <= 4 && !lines_[i].ends_with_stop)
          kinds_[i] = PassageKind::kBoilerplate;
      }
    }
    MarkHeadings();
    MarkBlocks();
    return std::move(kinds_);
  }

 private:
  void MarkByThemselves() {
    for (size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      // A text of one line is a question or a sentence, whatever it looks like.
      if (lines_.size() == 1) break;
      if (IsBoilerplate(line)) {
        kinds_[i] = PassageKind::kBoilerplate;
      } else if (IsTableRow(line)) {
        kinds_[i] = PassageKind::kTableRow;
      } else if (IsListItem(text_, line)) {
        kinds_[i] = PassageKind::kListItem;
      } else if (IsCaption(line)) {
        kinds_[i] = PassageKind::kCaption;
      } else if (IsSectionName(line) && i < kHeadlineWithinLines && ProseFollows(i)) {
        kinds_[i] = PassageKind::kBoilerplate;
      }
    }
  }

  bool ProseFollows(size_t i) const {
    for (size_t j = i + 1; j < lines_.size(); ++j) {
      if (kinds_[j] == PassageKind::kBody && IsProse(lines_[j])) return true;
    }
    return false;
  }

  size_t FindHeadline() const {
    const size_t last = std::min(lines_.size(), kHeadlineWithinLines);
    for (size_t i = 0; i < last && !title_.empty(); ++i) {
      if (kinds_[i] != PassageKind::kBody || lines_[i].words > kMaxHeadlineWords) continue;
      const std::vector<std::string> words = WordsOf(lines_[i].folded);
      const double overlap = std::min(ShareOfWords(words, title_), ShareOfWords(title_, words));
      const double inside = words.size() >= 4 ? ShareOfWords(words, title_) : 0;
      if ((overlap >= kTitleOverlap || inside >= 0.8) && lines_.size() > 1) return i;
    }
    for (size_t i = 0; i < last; ++i) {
      if (kinds_[i] != PassageKind::kBody) continue;
      const Line& line = lines_[i];
      const bool fits = line.words >= 2 && line.words <= kMaxHeadlineWords &&
                        !line.ends_with_stop && !line.ends_with_colon;
      return fits && ProseFollows(i) ? i : lines_.size();
    }
    return lines_.size();
  }

  void MarkHeadings() {
    for (size_t i = 0; i + 1 < lines_.size(); ++i) {
      const Line& line = lines_[i];
      if (kinds_[i] != PassageKind::kBody || line.words > kMaxHeadingWords || line.ends_with_stop ||
          line.ends_with_colon || line.letters == 0) {
        continue;
      }
      const size_t next = NextContent(i);
      if (next >= lines_.size()) continue;
      const PassageKind below = kinds_[next];
      const bool leads = below == PassageKind::kListItem || below == PassageKind::kTableRow ||
                         (below == PassageKind::kBody &&
                          (lines_[next].words > line.words || IsProse(lines_[next])));
      if (leads) kinds_[i] = PassageKind::kHeading;
    }
  }

  size_t NextContent(size_t i) const {
    size_t next = i + 1;
    while (next < lines_.size() &&
           (kinds_[next] == PassageKind::kBoilerplate || kinds_[next] == PassageKind::kCaption)) {
      ++next;
    }
    return next;
  }

  // Short lines below "related articles" or "leave a comment", up to the next prose.
  void MarkBlocks() {
    if (lines_.size() == 1) return;
    bool inside = false;
    for (size_t i = 0; i < lines_.size(); ++i) {
      const bool heading_of_prose =
          kinds_[i] == PassageKind::kHeading && i + 1 < lines_.size() && IsProse(lines_[i + 1]);
      if (lines_[i].words > kMaxBlockWords || lines_[i].ends_with_stop || heading_of_prose) {
        inside = false;
      } else if (inside) {
        kinds_[i] = PassageKind::kBoilerplate;
      }
      inside = inside || OpensBoilerplateBlock(lines_[i]);
    }
  }

  std::vector<std::string> title_;
  absl::string_view text_;
  const std::vector<Line>& lines_;
  std::vector<PassageKind> kinds_;
};

}  // namespace

std::vector<PassageKind> ClassifyLines(absl::string_view title, absl::string_view text,
                                       const std::vector<Line>& lines) {
  return Classifier(title, text, lines).Classify();
}

ByteRange HeadlineInsideFirstLine(absl::string_view title, absl::string_view text,
                                  const std::vector<Line>& lines) {
  if (lines.empty()) return {};
  const ByteRange first = lines[0].range;
  const absl::string_view line = text.substr(first.begin, first.end - first.begin);
  const size_t dots = line.find("..");
  if (dots == absl::string_view::npos || dots == 0) return {};
  const std::string phrase = Fold(line.substr(0, dots));
  const std::vector<std::string> words = WordsOf(phrase);
  if (words.size() < 3 || words.size() > 12 ||
      lines[0].words < static_cast<int>(words.size()) + 9) {
    return {};
  }
  const bool in_title = ShareOfWords(words, WordsOf(Fold(title))) >= 0.8;
  const bool repeated = std::any_of(lines.begin() + 1, lines.end(), [&phrase](const Line& later) {
    return later.words <= kMaxHeadingWords && absl::StartsWith(later.folded, phrase);
  });
  if (!in_title && !repeated) return {};
  int end = first.begin + static_cast<int>(dots);
  while (end > first.begin && text[end - 1] == ' ') --end;
  return {first.begin, end};
}

}  // namespace isnad::extraction
