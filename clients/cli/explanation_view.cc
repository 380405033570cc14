#include "clients/cli/explanation_view.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "clients/cli/display_width.h"
#include "clients/cli/table.h"
#include "clients/cli/text_style.h"

namespace isnad::cli {
namespace {

namespace v1 = isnad::v1;

constexpr int kClauseWidth = 90;  // columns

class View {
 public:
  View(const v1::FactExplanation& explanation, const v1::ExplainFactsResponse& response,
       const std::string& text, const Terminal& terminal, std::ostream& out)
      : explanation_(explanation), response_(response), text_(text), style_(terminal), out_(out) {}

  void Print() const {
    Heading("sentence");
    out_ << style_.RightToLeft(Marked()) << "\n";
    PrintClauses();
    PrintVerbs();
    PrintFrame();
    PrintConfidence();
  }

 private:
  void Heading(absl::string_view words) const { out_ << "\n" << style_.Bold(words) << "\n"; }

  // The sentence with the trigger in double and the ends and roles in single brackets.
  std::string Marked() const {
    struct Mark {
      int begin;
      int end;
      const char* open;
      const char* close;
    };
    const v1::Span& sentence = explanation_.sentence();
    std::vector<Mark> marks;
    const auto add = [&](const v1::Span& span, const char* open, const char* close) {
      if (span.begin() < sentence.begin() || span.end() > sentence.end() ||
          span.begin() >= span.end()) {
        return;
      }
      const bool free = std::none_of(marks.begin(), marks.end(), [&](const Mark& mark) {
        return mark.begin < span.end() && span.begin() < mark.end;
      });
      if (free) marks.push_back({span.begin(), span.end(), open, close});
    };
    add(explanation_.frame().trigger(), "[[", "]]");
    for (const v1::SlotReading& slot : explanation_.frame().slots()) {
      if (slot.has_span()) add(slot.span(), "[", "]");
    }
    std::sort(marks.begin(), marks.end(),
              [](const Mark& a, const Mark& b) { return a.begin < b.begin; });
    std::string out;
    int at = sentence.begin();
    for (const Mark& mark : marks) {
      absl::StrAppend(&out, Bytes(at, mark.begin), mark.open, Bytes(mark.begin, mark.end),
                      mark.close);
      at = mark.end;
    }
    absl::StrAppend(&out, Bytes(at, sentence.end()));
    return out;
  }

  std::string Bytes(int begin, int end) const {
    if (begin < 0 || end < begin || end > static_cast<int>(text_.size())) return "";
    return text_.substr(begin, end - begin);
  }

  // A tree: each clause under the one that it stands in.
  void PrintClauses() const {
    Heading("clauses");
    std::vector<const v1::Clause*> open;
    for (const v1::Clause& clause : explanation_.clauses()) {
      while (!open.empty() && clause.end() > open.back()->end()) open.pop_back();
      const std::string indent(2 * (open.size() + 1), ' ');
      const std::string kind = EnumWords(v1::ClauseKind_Name(clause.kind()), "CLAUSE_KIND_");
      out_ << indent << kind;
      if (clause.marker_begin() < clause.begin()) {
        out_ << " (" << style_.Isolated(Trimmed(Bytes(clause.marker_begin(), clause.begin())))
             << ")";
      }
      out_ << ": " << style_.Isolated(FitToWidth(Bytes(clause.begin(), clause.end()), kClauseWidth))
           << "\n";
      open.push_back(&clause);
    }
  }

  static std::string Trimmed(std::string words) {
    while (!words.empty() && words.back() == ' ') words.pop_back();
    return words;
  }

  void PrintVerbs() const {
    if (explanation_.verbs().empty()) return;
    Heading("verbs");
    Table table({"  WORDS", "LEMMA", "TENSE", ""});
    for (const v1::VerbGroup& verb : explanation_.verbs()) {
      std::vector<std::string> more;
      if (verb.negated()) more.push_back("negated");
      if (verb.passive()) more.push_back("passive");
      table.AddRow({"  " + style_.Isolated(verb.span().quote()), style_.Isolated(verb.lemma()),
                    EnumWords(v1::VerbGroup::Tense_Name(verb.tense()), "TENSE_"),
                    absl::StrJoin(more, ", ")});
    }
    table.Print(out_);
  }

  void PrintFrame() const {
    const v1::FrameReading& frame = explanation_.frame();
    Heading("frame");
    out_ << "  " << frame.rule();
    if (!frame.construction().empty()) out_ << ", " << frame.construction();
    out_ << ", by " << style_.Isolated(frame.trigger().quote()) << "\n";
    Table table({"  ROLE", "WORDS", "STANDS FOR", "LOOKED FOR", "TOLD BY"});
    for (const v1::SlotReading& slot : frame.slots()) {
      const std::string words = slot.has_span() ? slot.span().quote() : "";
      table.AddRow({absl::StrCat("  ", slot.role(), slot.required() ? " *" : ""),
                    words.empty() ? "-" : style_.Isolated(words),
                    style_.Isolated(LabelOf(slot.entity())),
                    style_.Isolated(absl::StrJoin(slot.places(), "; ")), slot.resolution_rule()});
    }
    table.Print(out_);
    out_ << "  * needed\n";
  }

  std::string LabelOf(const std::string& id) const {
    for (const v1::ExtractedEntity& entity : response_.entities()) {
      if (entity.id() != id) continue;
      return entity.label_ar().empty() ? entity.label_en() : entity.label_ar();
    }
    return "";
  }

  void PrintConfidence() const {
    Heading("confidence");
    double product = 1;
    for (const v1::ConfidenceFactor& factor : explanation_.confidence_factors()) {
      product *= factor.factor();
      out_ << absl::StreamFormat("  %.2f  %s\n", factor.factor(), factor.reason());
    }
    out_ << absl::StreamFormat("= %.2f\n", product);
  }

  const v1::FactExplanation& explanation_;
  const v1::ExplainFactsResponse& response_;
  const std::string& text_;
  const TextStyle style_;
  std::ostream& out_;
};

}  // namespace

void PrintExplanation(const v1::FactExplanation& explanation,
                      const v1::ExplainFactsResponse& response, const std::string& text,
                      const Terminal& terminal, std::ostream& out) {
  View(explanation, response, text, terminal, out).Print();
}

}  // namespace isnad::cli
