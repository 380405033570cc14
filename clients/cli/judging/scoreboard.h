// Figures over judged answers.

#ifndef ISNAD_CLIENTS_CLI_JUDGING_SCOREBOARD_H_
#define ISNAD_CLIENTS_CLI_JUDGING_SCOREBOARD_H_

#include <map>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "clients/cli/judging/verdict.h"

namespace isnad::cli {

// An answer with what is counted of it.
struct JudgedAnswer {
  std::string kind;      // of the question
  std::string language;  // of the question
  Verdict verdict = Verdict::kRefused;
  double confidence = 0;    // of the answer, 0 to 1
  int quotes = 0;           // words cited by an answer that was given
  int verbatim_quotes = 0;  // of these, those that stand in their document
};

// A part of a whole.
struct Share {
  int part = 0;
  int whole = 0;

  void Count(bool counted) {
    ++whole;
    part += counted ? 1 : 0;
  }
  // Rounded to a tenth. Unset when there is no whole.
  absl::optional<double> Percent() const;
};

struct Scores {
  int questions = 0;
  Share accuracy;         // questions treated rightly, refusals included
  Share answered_right;   // right answers, of the questions that have one
  Share content_right;    // the same, whatever their length and citations
  Share precision;        // right answers, of all that were given
  Share refusals_right;   // refusals, of the questions that have no answer
  Share quotes_verbatim;  // quotes that stand in their document

  void Count(const JudgedAnswer& judged);
};

// The figures of Scores by the names under which users know them, in the order of its fields.
struct NamedShare {
  absl::string_view name;
  Share Scores::*share;
};
const std::vector<NamedShare>& AllShares();

// What would be had if answers of lower confidence were refused.
struct CoveragePoint {
  double confidence = 0;  // the least that an answer must have
  Share coverage;         // questions answered, of all
  Share precision;        // right, of those answered
  Share accuracy;         // questions treated rightly, of all
};

class Scoreboard {
 public:
  void Add(JudgedAnswer judged);

  const Scores& all() const { return all_; }
  const std::map<std::string, Scores>& by_kind() const { return by_kind_; }
  const std::map<std::string, Scores>& by_language() const { return by_language_; }

  // At the confidences that leave all answers, then nine tenths of them and so on down to one
  // tenth; fewer points where answers share a confidence. Empty when nothing was answered.
  std::vector<CoveragePoint> Coverage() const;

 private:
  CoveragePoint CoverageAt(double confidence) const;

  std::vector<JudgedAnswer> answers_;
  Scores all_;
  std::map<std::string, Scores> by_kind_;
  std::map<std::string, Scores> by_language_;
};

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_JUDGING_SCOREBOARD_H_
