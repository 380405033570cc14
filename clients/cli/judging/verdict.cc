#include "clients/cli/judging/verdict.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "absl/strings/strip.h"
#include "clients/cli/judging/answer_folding.h"
#include "clients/cli/judging/variant_match.h"
#include "clients/cli/judging/yes_no.h"
#include "services/server/utf8/utf8.h"

namespace isnad::cli {
namespace {

namespace v1 = isnad::v1;

constexpr int kMaxCharacters = 320;
// These kinds give reasons or several items.
constexpr int kMaxCharactersOfLongKinds = 700;
constexpr std::array<absl::string_view, 5> kLongKinds = {"conflict", "list", "timeline", "what",
                                                         "why"};

int CountCharacters(absl::string_view text) {
  int count = 0;
  for (; !text.empty(); ++count) server::TakeUtf8Character(&text);
  return count;
}

bool IsConcise(const GoldQuestion& gold, absl::string_view text) {
  const bool is_long =
      std::find(kLongKinds.begin(), kLongKinds.end(), gold.kind) != kLongKinds.end();
  return CountCharacters(text) <= (is_long ? kMaxCharactersOfLongKinds : kMaxCharacters);
}

bool HoldsWhatIsExpected(const GoldQuestion& gold, absl::string_view text) {
  if (gold.kind == kYesNoKind) {
    const auto given = ReadYesNo(text);
    return given.has_value() && given == ReadYesNo(gold.answers.front().front());
  }
  const std::string folded = FoldAnswer(text);
  const auto holds = [&](const std::vector<std::string>& variants) {
    return HoldsAny(folded, variants);
  };
  return gold.match == Match::kAll ? std::all_of(gold.answers.begin(), gold.answers.end(), holds)
                                   : std::any_of(gold.answers.begin(), gold.answers.end(), holds);
}

bool CitesWhatIsExpected(const GoldQuestion& gold, const v1::AskResponse& answer) {
  std::set<std::string> cited;
  for (const v1::Citation& citation : answer.citations()) {
    cited.insert(DocumentName(citation.source_uri()));
  }
  const auto is_cited = [&](const std::string& document) {
    return cited.count(DocumentName(document)) > 0;
  };
  return std::all_of(gold.cite_groups.begin(), gold.cite_groups.end(),
                     [&](const std::vector<std::string>& group) {
                       return std::any_of(group.begin(), group.end(), is_cited);
                     });
}

}  // namespace

bool IsRight(Verdict verdict) {
  return verdict == Verdict::kRight || verdict == Verdict::kRefusedRightly;
}

bool IsGiven(Verdict verdict) {
  return verdict != Verdict::kRefused && verdict != Verdict::kRefusedRightly;
}

bool HasRightContent(Verdict verdict) {
  return verdict == Verdict::kRight || verdict == Verdict::kTooLong || verdict == Verdict::kUncited;
}

absl::string_view VerdictWords(Verdict verdict) {
  switch (verdict) {
    case Verdict::kRight:
      return "right";
    case Verdict::kRefusedRightly:
      return "refused rightly";
    case Verdict::kRefused:
      return "refused";
    case Verdict::kMadeUp:
      return "should be refused";
    case Verdict::kWrong:
      return "wrong";
    case Verdict::kTooLong:
      return "too long";
    case Verdict::kUncited:
      return "cites other documents";
  }
  return "";
}

Verdict Judge(const GoldQuestion& gold, const v1::AskResponse& answer) {
  const bool refused = answer.text().empty() || answer.has_refusal();
  if (gold.match == Match::kAbstain) return refused ? Verdict::kRefusedRightly : Verdict::kMadeUp;
  if (refused) return Verdict::kRefused;
  if (!HoldsWhatIsExpected(gold, answer.text())) return Verdict::kWrong;
  if (!IsConcise(gold, answer.text())) return Verdict::kTooLong;
  return CitesWhatIsExpected(gold, answer) ? Verdict::kRight : Verdict::kUncited;
}

std::string DocumentName(absl::string_view source_uri) {
  source_uri = source_uri.substr(0, source_uri.find('?'));
  while (absl::ConsumeSuffix(&source_uri, "/")) {
  }
  const size_t slash = source_uri.rfind('/');
  if (slash != absl::string_view::npos) source_uri.remove_prefix(slash + 1);
  for (const char* extension : {".txt", ".html", ".htm"}) {
    if (absl::ConsumeSuffix(&source_uri, extension)) break;
  }
  return std::string(source_uri);
}

bool IsVerbatim(const v1::Citation& citation, absl::string_view document_text) {
  const bool inside = citation.begin() >= 0 && citation.begin() < citation.end() &&
                      static_cast<size_t>(citation.end()) <= document_text.size();
  return inside && document_text.substr(citation.begin(), citation.end() - citation.begin()) ==
                       citation.quote();
}

}  // namespace isnad::cli
