#include "clients/cli/eval_json.h"

#include <map>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "clients/cli/output.h"
#include "google/protobuf/struct.pb.h"

namespace isnad::cli {
namespace {

std::string Quoted(absl::string_view text) {
  google::protobuf::Value value;
  value.set_string_value(std::string(text));
  return ToJson(value);
}

// A list of what `json` makes of each item.
template <class Items, class ToText>
std::string List(const Items& items, ToText json) {
  return absl::StrCat(
      "[",
      absl::StrJoin(items, ",",
                    [&](std::string* to, const auto& item) { absl::StrAppend(to, json(item)); }),
      "]");
}

std::string Strings(const std::vector<std::string>& texts) { return List(texts, Quoted); }

std::string Groups(const std::vector<std::vector<std::string>>& groups) {
  return List(groups, Strings);
}

std::string ShareJson(const Share& share) {
  const absl::optional<double> percent = share.Percent();
  return absl::StrCat("{\"percent\":", percent ? absl::StrCat(*percent) : "null",
                      ",\"part\":", share.part, ",\"whole\":", share.whole, "}");
}

// The members of an object, without its braces.
std::string ScoresMembers(const Scores& scores) {
  std::string out = absl::StrCat("\"questions\":", scores.questions);
  for (const NamedShare& figure : AllShares()) {
    absl::StrAppend(&out, ",", Quoted(figure.name), ":", ShareJson(scores.*figure.share));
  }
  return out;
}

std::string SlicesJson(const std::map<std::string, Scores>& slices) {
  return absl::StrCat("{",
                      absl::StrJoin(slices, ",",
                                    [](std::string* to, const auto& slice) {
                                      absl::StrAppend(to, Quoted(slice.first), ":{",
                                                      ScoresMembers(slice.second), "}");
                                    }),
                      "}");
}

std::string PointJson(const CoveragePoint& point) {
  return absl::StrCat("{\"confidence\":", point.confidence,
                      ",\"coverage\":", ShareJson(point.coverage),
                      ",\"precision\":", ShareJson(point.precision),
                      ",\"accuracy\":", ShareJson(point.accuracy), "}");
}

std::string MissJson(const Miss& miss) {
  const GoldQuestion& gold = miss.gold;
  return absl::StrCat(
      "{\"id\":", Quoted(gold.id), ",\"line\":", gold.line, ",\"kind\":", Quoted(gold.kind),
      ",\"lang\":", Quoted(gold.language), ",\"verdict\":", Quoted(VerdictWords(miss.verdict)),
      ",\"question\":", Quoted(gold.question), ",\"expected\":", Groups(gold.answers),
      ",\"got\":", Quoted(miss.got), ",\"to_cite\":", Groups(gold.cite_groups),
      ",\"cited\":", Strings(miss.cited), "}");
}

}  // namespace

std::string EvaluationJson(const Evaluation& evaluation, Misses misses) {
  const Scoreboard& board = evaluation.board;
  std::string out = absl::StrCat("{", ScoresMembers(board.all()),
                                 ",\"by_language\":", SlicesJson(board.by_language()),
                                 ",\"by_kind\":", SlicesJson(board.by_kind()),
                                 ",\"by_confidence\":", List(board.Coverage(), PointJson));
  if (misses == Misses::kShown) {
    absl::StrAppend(&out, ",\"misses\":", List(evaluation.misses, MissJson));
  }
  return absl::StrCat(out, "}");
}

}  // namespace isnad::cli
