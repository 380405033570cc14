#include "services/extraction/clauses/clause_finder.h"

#include <algorithm>
#include <vector>

#include "services/extraction/clauses/clause_markers.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

// A marked clause shorter than this is a phrase too small to answer anything.
constexpr int kShortestClause = 1;

bool IsStop(const Token& token) {
  return token.shape == TokenShape::kPunctuation &&
         IsOneOf(token.form, {".", "..", "…", "؟", "?", "!", "؛", ";"});
}

bool IsComma(const Token& token) { return IsOneOf(token.form, {"،", ","}); }

bool IsOpenQuote(const Token& token) { return IsOneOf(token.form, {"«", "“", "\"", "”"}); }

bool Closes(const Token& open, const Token& token) {
  if (open.form == "«") return token.form == "»";
  if (open.form == "“") return token.form == "”" || token.form == "“";
  return token.form == open.form || token.form == "“" || token.form == "”";
}

class PassageClauses {
 public:
  PassageClauses(Analysis* analysis, int passage)
      : analysis_(*analysis), passage_(passage), range_(analysis->passages[passage].tokens) {}

  std::vector<Clause> Collect() {
    AddMain();
    AddQuotations();
    for (int i = range_.begin; i < range_.end; ++i) {
      const ClauseMarker marker = MarkerAt(analysis_, i, range_);
      if (marker.length == 0) continue;
      const int begin = i + marker.length;
      const int end = EndOf(marker.kind, begin);
      Add(marker.kind, begin, end, i);
      i = begin - 1;
    }
    std::stable_sort(out_.begin(), out_.end(), [](const Clause& a, const Clause& b) {
      if (a.tokens.begin != b.tokens.begin) return a.tokens.begin < b.tokens.begin;
      return a.tokens.size() > b.tokens.size();
    });
    return out_;
  }

 private:
  void Add(ClauseKind kind, int begin, int end, int marker_begin) {
    while (end > begin && (IsComma(Token_(end - 1)) || IsStop(Token_(end - 1)))) --end;
    if (end - begin < kShortestClause) return;
    Clause clause;
    clause.kind = kind;
    clause.tokens = {begin, end};
    clause.marker_begin = marker_begin;
    clause.passage = passage_;
    out_.push_back(clause);
  }

  const Token& Token_(int i) const { return analysis_.tokens[i]; }

  // Main clauses: split at stops, and at commas before a conjoined verb.
  void AddMain() {
    int begin = range_.begin;
    for (int i = range_.begin; i < range_.end; ++i) {
      const bool split = IsStop(Token_(i)) || (IsComma(Token_(i)) && i + 1 < range_.end &&
                                               i - begin >= 4 && StartsClause(i + 1));
      if (!split) continue;
      Add(ClauseKind::kMain, begin, i, begin);
      begin = i + 1;
    }
    Add(ClauseKind::kMain, begin, range_.end, begin);
  }

  bool StartsClause(int i) const {
    const Token& token = Token_(i);
    if (token.part_of_speech == PartOfSpeech::kVerb) return true;
    const ClauseKind kind = MarkerAt(analysis_, i, range_).kind;
    return kind == ClauseKind::kCondition || kind == ClauseKind::kResult;
  }

  void AddQuotations() {
    for (int i = range_.begin; i < range_.end; ++i) {
      if (!IsOpenQuote(Token_(i))) continue;
      int close = i + 1;
      while (close < range_.end && !Closes(Token_(i), Token_(close))) ++close;
      if (close >= range_.end) return;
      Add(ClauseKind::kQuotation, i + 1, close, i);
      i = close;
    }
  }

  // Reasons, purposes and content run to the sentence's end or to a comma that opens another
  // clause; relative clauses and attributions end at the first comma.
  int EndOf(ClauseKind kind, int begin) const {
    const bool short_clause = kind == ClauseKind::kRelative || kind == ClauseKind::kAttribution ||
                              kind == ClauseKind::kTime;
    for (int i = begin; i < range_.end; ++i) {
      if (IsStop(Token_(i))) return i;
      if (!IsComma(Token_(i)) || i + 1 >= range_.end) continue;
      if (short_clause || StartsClause(i + 1) || MarkerAt(analysis_, i + 1, range_).length > 0) {
        return i;
      }
    }
    return range_.end;
  }

  Analysis& analysis_;
  const int passage_;
  const TokenRange range_;
  std::vector<Clause> out_;
};

}  // namespace

void ClauseFinder::Find(Analysis* analysis) const {
  for (int p = 0; p < static_cast<int>(analysis->passages.size()); ++p) {
    if (analysis->passages[p].kind == PassageKind::kBoilerplate) continue;
    for (Clause& clause : PassageClauses(analysis, p).Collect()) {
      analysis->clauses.push_back(clause);
    }
  }
}

}  // namespace isnad::extraction
