#include "services/answering/answers/told_finding.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "services/answering/answers/denied_matter.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/evidence/value_key.h"
#include "services/answering/objections/evidence_gate.h"
#include "services/answering/passages/assertion_cues.h"
#include "services/answering/passages/first_person.h"
#include "services/answering/passages/name_words.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// A sentence must hold this much of the question to affirm it.
constexpr double kAffirmingCoverage = 0.55;
// The same where the sentence has the very figure of the question.
constexpr double kFigureCoverage = 0.2;

// A rumour that is answered right away is what is asked about where names and few words agree.
constexpr double kRumourCoverage = 0.3;

// Sentences that may bring an answer of their own.
constexpr size_t kStatementsRead = 6;
bool NamesEach(const Inquiry& inquiry, const PassageView& view, double least) {
  const auto& links = inquiry.links.links();
  return std::all_of(links.begin(), links.end(), [&](const LinkedName& link) {
    return inquiry.meter.NameShare(view, link) >= least;
  });
}

// To affirm, a sentence must speak of everybody and everything that the question names.
bool NamesAll(const Inquiry& inquiry, const PassageView& view) {
  return NamesEach(inquiry, view, NameShares::kWordsOnly);
}

// To deny, it may leave to the sentences around whom it speaks of.
bool MayConcernAll(const Inquiry& inquiry, const PassageView& view) {
  return NamesEach(inquiry, view, NameShares::kDocument);
}

bool NamesAny(const Inquiry& inquiry, const PassageView& view, double least) {
  const auto& links = inquiry.links.links();
  return std::any_of(links.begin(), links.end(), [&](const LinkedName& link) {
    return inquiry.meter.NameShare(view, link) >= least;
  });
}

// The article asks the same itself, and the next sentence begins with its yes or no.
absl::optional<Finding> FindingAfterQuestion(const Inquiry& inquiry, const Candidate& candidate) {
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  const PassageView* next = inquiry.pool.At(candidate.document, candidate.ordinal + 1);
  if (view == nullptr || next == nullptr || next->passage().tokens().empty()) return absl::nullopt;
  if (!absl::EndsWith(view->Text(view->range()), "؟") || !NamesAll(inquiry, *view) ||
      candidate.relevance.own_coverage < kAffirmingCoverage) {
    return absl::nullopt;
  }
  const std::string& word = next->passage().tokens(0).surface();
  const bool no = word == "لا" || word == "كلا" || word == "ابدا" || word == "اطلاقا";
  if (!no && word != "نعم" && word != "بلي" && word != "اجل") return absl::nullopt;
  return FindingAt(candidate, *next, no ? Verdict::kNo : Verdict::kYes);
}

// "We received no offer", "this is a rumour": an answer in the first person that denies.
bool RepliesWithDenial(const PassageView& reply) {
  static const auto* noes = new absl::flat_hash_set<absl::string_view>{
      "لا", "كلا", "ابدا", "اطلاقا", "لم", "لن", "ليس", "غير"};
  constexpr int kOpening = 3;
  const int end = std::min(kOpening, reply.passage().tokens_size());
  for (int token = 0; token < end; ++token) {
    if (!noes->contains(reply.passage().tokens(token).surface())) continue;
    return SpeaksOfOwnHouse(reply) || CallsUntrue(reply) || DeniesByPronoun(reply);
  }
  return CallsUntrue(reply) && SpeaksOfOwnHouse(reply);
}

// Direct speech that opens with a no: «لن نخرج من السوق».
bool SaysNoInPerson(const PassageView& view) {
  static const auto* noes =
      new absl::flat_hash_set<absl::string_view>{"لا", "لم", "لن", "ليس", "لسنا", "كلا", "ما"};
  static const auto* marks = new absl::flat_hash_set<absl::string_view>{":", "«", "\"", "“"};
  const auto& tokens = view.passage().tokens();
  for (int token = 0; token + 1 < tokens.size(); ++token) {
    if (!marks->contains(view.Text(view.TokenBytes(token)))) continue;
    if (noes->contains(tokens[token + 1].surface())) return true;
  }
  return false;
}

bool NamesWhoseWordIsAsked(const Inquiry& inquiry, const PassageView& view) {
  const v1::Span& limit = inquiry.reading.source_limit();
  const auto& entities = inquiry.reading.entities();
  return std::any_of(entities.begin(), entities.end(), [&](const v1::QuestionEntity& entity) {
    const bool asked = entity.span().begin() < limit.end() && limit.begin() < entity.span().end();
    const auto& keys = entity.entity().folded_keys();
    std::vector<int> tokens(view.passage().tokens_size());
    std::iota(tokens.begin(), tokens.end(), 0);
    return asked && std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
             return BearsName(view.passage(), tokens, key, /*person=*/true);
           });
  });
}

// The interviewer brings up what is asked about, and who is interviewed denies it in other words
// than yes and no. Either of the two may be what the question's words found.
absl::optional<Finding> FindingInReply(const Inquiry& inquiry, const Candidate& candidate) {
  constexpr double kReplyCoverage = 0.25;
  for (const int step : {0, 1}) {
    const PassageView* asked = inquiry.pool.At(candidate.document, candidate.ordinal - step);
    const PassageView* reply = inquiry.pool.At(candidate.document, candidate.ordinal - step + 1);
    if (asked == nullptr || reply == nullptr || AsksAboutDenial(inquiry.reading)) continue;
    const absl::string_view text = asked->Text(asked->range());
    if (!absl::EndsWith(text, "؟") && !absl::EndsWith(text, "?")) continue;
    if (!RepliesWithDenial(*reply)) continue;
    const bool any = NamesAny(inquiry, *asked, NameShares::kWordsOnly);
    const double told =
        std::max(inquiry.meter.Measure(*asked, asked->range(), asked->range()).own_coverage,
                 inquiry.meter.Measure(*reply, reply->range(), reply->range()).own_coverage);
    if (!any || !MayConcernAll(inquiry, *asked) || told < kReplyCoverage) continue;
    return FindingAt(candidate, *reply, Verdict::kNo);
  }
  return absl::nullopt;
}

// "Does X admit", "هل تقر": asks what somebody says to a claim, not whether it holds.
bool AsksForAdmission(const std::vector<v1::Token>& tokens) {
  static const auto* words = new absl::flat_hash_set<absl::string_view>{
      "accept", "admit",        "acknowledge", "concede", "confess", "يقر",    "تقر",
      "اقر",    "اقرت",         "يعترف",       "تعترف",   "اعترف",   "اعترفت", "accepts",
      "admits", "acknowledges", "concedes",    "يسلم",    "تسلم"};
  // "Did it accept an offer" is about the offer.
  static const auto* clauses =
      new absl::flat_hash_set<absl::string_view>{"that", "it", "this", "to"};
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (!words->contains(tokens[i].surface())) continue;
    if (!absl::StartsWith(tokens[i].surface(), "accept")) return true;
    return i + 1 < tokens.size() && clauses->contains(tokens[i + 1].surface());
  }
  return false;
}

// Somebody denies in the sentence what the question asks an admission of.
absl::optional<Finding> FindingOfRefusal(const Inquiry& inquiry, const Candidate& candidate) {
  constexpr double kRefusedCoverage = 0.2;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr || absl::EndsWith(view->Text(view->range()), "؟")) return absl::nullopt;
  if (AssertionOf(*view, inquiry.words, view->range()) != Assertion::kDenied) return absl::nullopt;
  const bool near = MayConcernAll(inquiry, *view);
  const bool figured = GivesFigures(inquiry) && HasGivenFigures(inquiry, *view);
  if (!near || !(figured || candidate.relevance.own_coverage >= kRefusedCoverage)) {
    return absl::nullopt;
  }
  return FindingAt(candidate, *view, Verdict::kNo);
}

// The sentence behind the report that denies it. One that names whom the question does and denies
// all dealings may leave room for another account in between.
const PassageView* DenialAfter(const Inquiry& inquiry, const Candidate& report) {
  const PassageView* next = inquiry.pool.At(report.document, report.ordinal + 1);
  if (next != nullptr && DeniesReport(*next)) return next;
  for (const int step : {1, 2}) {
    next = inquiry.pool.At(report.document, report.ordinal + step);
    if (next != nullptr && DeniesDealings(*next) &&
        NamesAny(inquiry, *next, NameShares::kWordsOnly)) {
      return next;
    }
  }
  return nullptr;
}

// One sentence reports what is asked about, and one behind it denies the report.
absl::optional<Finding> FindingAfterReport(const Inquiry& inquiry, const Candidate& candidate) {
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  const PassageView* denial = DenialAfter(inquiry, candidate);
  if (view == nullptr || denial == nullptr) return absl::nullopt;
  // "Did X deny" is not answered by no.
  if (AsksAboutDenial(inquiry.reading)) return absl::nullopt;
  const double least = GivesFigures(inquiry)  ? kFigureCoverage
                       : ReportsRumour(*view) ? kRumourCoverage
                                              : kAffirmingCoverage;
  if (candidate.relevance.own_coverage < least || !HasGivenFigures(inquiry, *view)) {
    return absl::nullopt;
  }
  // Between them the two name everybody, or the article does and they name somebody.
  const double near = ReportsRumour(*view) ? NameShares::kNeighbour : NameShares::kWordsOnly;
  if (!MayConcernAll(inquiry, *view) || !NamesAny(inquiry, *view, near)) return absl::nullopt;
  return FindingAt(candidate, *denial, Verdict::kNo);
}

// Whose word is asked for names everybody whom the question does, and says no: "X: we will not".
absl::optional<Finding> FindingInWord(const Inquiry& inquiry, const Candidate& candidate) {
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr || inquiry.links.links().size() < 2 || AsksAboutDenial(inquiry.reading) ||
      !NamesAll(inquiry, *view) || !NamesWhoseWordIsAsked(inquiry, *view)) {
    return absl::nullopt;
  }
  if (!SaysNoInPerson(*view)) return absl::nullopt;
  return FindingAt(candidate, *view, Verdict::kNo);
}

// "Denied that they were dismissed, explaining that 210 had gone": the figure is affirmed.
bool IsFigureExplained(const Inquiry& inquiry, const PassageView& view) {
  for (const v1::Value& given : inquiry.reading.values()) {
    for (const v1::Value& value : view.passage().values()) {
      if (value.kind_case() == given.kind_case() && Agree(value, given) &&
          ExplainsBefore(view, view.TokenAt(value.span().begin()))) {
        return true;
      }
    }
  }
  return false;
}

// A sentence denies the very figure that the question gives.
absl::optional<Finding> FindingOfFigure(const Inquiry& inquiry, const Candidate& candidate) {
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr || !GivesFigures(inquiry) || !HasGivenFigures(inquiry, *view)) {
    return absl::nullopt;
  }
  const bool denied = DeniesByPronoun(*view, inquiry.words) ||
                      AssertionOf(*view, inquiry.words, view->range()) == Assertion::kDenied;
  if (!denied || IsFigureExplained(inquiry, *view) || !MayConcernAll(inquiry, *view) ||
      candidate.relevance.own_coverage < kFigureCoverage) {
    return absl::nullopt;
  }
  return FindingAt(candidate, *view, Verdict::kNo);
}

}  // namespace

absl::optional<Finding> ToldFinding(const Inquiry& inquiry, const GatheredEvidence& evidence,
                                    const std::vector<v1::Token>& tokens) {
  size_t read = 0;
  if (AsksForAdmission(tokens)) {
    for (const Candidate& candidate : evidence.statements) {
      if (++read > kStatementsRead) break;
      absl::optional<Finding> refused = FindingOfRefusal(inquiry, candidate);
      if (refused.has_value()) return refused;
    }
    read = 0;
  }
  // Whose word is asked for is told by his reply, whatever others say.
  if (!inquiry.reading.source_limit().quote().empty()) {
    for (const Candidate& candidate : evidence.statements) {
      if (++read > kStatementsRead) break;
      absl::optional<Finding> reply = FindingInReply(inquiry, candidate);
      if (reply.has_value()) return reply;
    }
    for (const Candidate& candidate : evidence.statements) {
      absl::optional<Finding> word = FindingInWord(inquiry, candidate);
      if (word.has_value()) return word;
    }
    read = 0;
  }
  for (const Candidate& candidate : evidence.statements) {
    if (++read > kStatementsRead) break;
    absl::optional<Finding> told = FindingAfterQuestion(inquiry, candidate);
    if (!told.has_value()) told = FindingInReply(inquiry, candidate);
    if (!told.has_value()) told = FindingAfterReport(inquiry, candidate);
    if (!told.has_value()) told = FindingOfFigure(inquiry, candidate);
    if (told.has_value()) return told;
    if (StatementSuffices(inquiry, candidate)) break;
  }
  return absl::nullopt;
}

absl::optional<Finding> FindingInExclusion(const Inquiry& inquiry, const Finding& affirmed) {
  static const auto* noes = new absl::flat_hash_set<absl::string_view>{
      "ليس", "ليست", "ليسا", "ليستا", "ليسوا", "وليس", "وليست"};
  const Candidate& candidate = affirmed.candidate;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  const PassageView* next = inquiry.pool.At(candidate.document, candidate.ordinal + 1);
  if (affirmed.verdict != Verdict::kYes || view == nullptr || next == nullptr) return absl::nullopt;
  const auto& links = inquiry.links.links();
  const bool excluded = std::any_of(links.begin(), links.end(), [&](const LinkedName& link) {
    return inquiry.meter.NameShare(*view, link) < NameShares::kWordsOnly &&
           inquiry.meter.NameShare(*next, link) >= NameShares::kWordsOnly;
  });
  const auto& tokens = next->passage().tokens();
  const bool denies = std::any_of(tokens.begin(), tokens.end(), [](const v1::IndexedToken& token) {
    return noes->contains(token.surface());
  });
  if (!excluded || !denies || AsksAboutDenial(inquiry.reading)) return absl::nullopt;
  return FindingAt(candidate, *next, Verdict::kNo);
}

}  // namespace isnad::answering
