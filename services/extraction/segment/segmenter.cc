#include "services/extraction/segment/segmenter.h"

#include <vector>

#include "services/extraction/segment/line.h"
#include "services/extraction/segment/line_kinds.h"
#include "services/extraction/segment/sentence_splitter.h"
#include "services/extraction/text/script.h"

namespace isnad::extraction {
namespace {

// A sentence is a quotation when so much of it stands between quotation marks.
constexpr double kQuoteShare = 0.6;

bool IsMostlyQuoted(absl::string_view sentence) {
  int depth = 0;
  bool ascii_open = false;
  int inside = 0;
  int letters = 0;
  for (int i = 0; i < static_cast<int>(sentence.size());) {
    const DecodedChar c = DecodeUtf8(sentence, i);
    i += c.length;
    if (c.code_point == '"') {
      ascii_open = !ascii_open;
    } else if (IsOpeningQuote(c.code_point)) {
      ++depth;
    } else if (IsClosingQuote(c.code_point)) {
      depth = depth > 0 ? depth - 1 : 0;
    } else if (!IsWhitespace(c.code_point)) {
      ++letters;
      inside += depth > 0 || ascii_open;
    }
  }
  return letters > 0 && inside >= kQuoteShare * letters;
}

// Collects passages and knows which heading is in force.
class PassageList {
 public:
  explicit PassageList(Analysis* analysis) : analysis_(analysis) {}

  void AddLine(PassageKind kind, ByteRange range, int paragraph) {
    if (kind != PassageKind::kBody) return Add(kind, range, paragraph);
    for (const ByteRange sentence : SplitSentences(analysis_->text, range)) {
      AddSentence(sentence, paragraph);
    }
  }

  void Add(PassageKind kind, ByteRange range, int paragraph) {
    Passage passage;
    passage.kind = kind;
    passage.range = range;
    passage.paragraph = paragraph;
    const bool titled = kind == PassageKind::kHeading || kind == PassageKind::kHeadline;
    passage.heading = kind == PassageKind::kHeading    ? headline_
                      : kind == PassageKind::kHeadline ? -1
                                                       : heading_;
    if (titled) heading_ = static_cast<int>(analysis_->passages.size());
    if (kind == PassageKind::kHeadline) headline_ = heading_;
    analysis_->passages.push_back(passage);
  }

 private:
  void AddSentence(ByteRange sentence, int paragraph) {
    PassageKind kind = PassageKind::kBody;
    if (!has_lead_) {
      kind = PassageKind::kLead;
      has_lead_ = true;
    } else if (IsMostlyQuoted(analysis_->Quote(sentence))) {
      kind = PassageKind::kQuote;
    }
    Add(kind, sentence, paragraph);
  }

  Analysis* analysis_;
  int heading_ = -1;
  int headline_ = -1;
  bool has_lead_ = false;
};

// Rows of one table and items of one list that follow each other are one paragraph.
bool ContinuesParagraph(const std::vector<Line>& lines, const std::vector<PassageKind>& kinds,
                        size_t i) {
  return i > 0 && kinds[i] == kinds[i - 1] && !lines[i].blank_before &&
         (kinds[i] == PassageKind::kListItem || kinds[i] == PassageKind::kTableRow);
}

}  // namespace

void Segmenter::Segment(absl::string_view title, Analysis* analysis) const {
  analysis->passages.clear();
  const std::vector<Line> lines = SplitLines(analysis->text);
  const std::vector<PassageKind> kinds = ClassifyLines(title, analysis->text, lines);
  PassageList passages(analysis);
  int paragraph = -1;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (!ContinuesParagraph(lines, kinds, i)) ++paragraph;
    ByteRange range = lines[i].range;
    if (i == 0 && kinds[0] == PassageKind::kBody) {
      const ByteRange headline = HeadlineInsideFirstLine(title, analysis->text, lines);
      if (!headline.empty()) {
        // The two dots stay with the headline.
        const size_t after = analysis->text.find_first_not_of(". ", headline.end);
        range.begin = after == std::string::npos ? range.end : static_cast<int>(after);
        int end = range.begin;
        while (analysis->text[end - 1] == ' ') --end;
        passages.Add(PassageKind::kHeadline, {headline.begin, end}, paragraph);
        if (range.empty()) continue;
      }
    }
    passages.AddLine(kinds[i], range, paragraph);
  }
}

}  // namespace isnad::extraction
