#include "services/answering/answers/paired_accounts.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/types/optional.h"
#include "services/answering/answers/two_accounts.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/evidence/value_key.h"
#include "services/answering/objections/corrected_figure.h"
#include "services/answering/objections/event_figures.h"
#include "services/answering/objections/figure_objections.h"
#include "services/answering/objections/name_objections.h"
#include "services/answering/objections/put_off_dates.h"
#include "services/answering/objections/rival_figure.h"
#include "services/answering/passages/assertion_cues.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// Figures that are compared, best first.
constexpr size_t kMostFigures = 60;
constexpr double kLeastConfidence = 0.015;
// Words on either side of a figure that say what it measures.
constexpr int kReach = 7;
constexpr double kLeastMatch = 0.5;
// Of two names, one may go unsaid in the article.
constexpr double kLeastNames = 0.35;
// Most accounts of one thing are as close as this.
constexpr double kCloseTimes = 1.6;
constexpr double kCloseWeight = 0.3;
constexpr double kUnitWeight = 0.15;
constexpr double kSharedWeight = 0.15;
constexpr size_t kMostShared = 3;
constexpr double kAskedWeight = 0.25;
constexpr double kNamesWeight = 0.4;
// One sentence sets them against each other, or the sentence of one contests something.
constexpr double kAgainstWeight = 0.4;
constexpr double kContestWeight = 0.15;
// An article seldom gives two accounts of one thing without saying so.
constexpr double kOneArticleWeight = 0.5;
constexpr double kSureDate = 0.6;
// A passage puts the one right by the other.
constexpr double kCorrectedWeight = 1.2;
constexpr size_t kMostCorrected = 8;
// What speaks against one of them by itself.
constexpr double kObjectionWeight = 0.35;

constexpr double kLeastLikelihood = 0.9;

// A figure with what stands around it.
struct Account {
  const Candidate* figure = nullptr;
  absl::flat_hash_set<std::string> around;
  // Words of the question around it, names apart.
  int asked = 0;
};

bool IsInside(const PassageView& view, int token) {
  const Range place = view.TokenBytes(token);
  const auto& values = view.passage().values();
  const auto& mentions = view.passage().mentions();
  return std::any_of(values.begin(), values.end(),
                     [&](const v1::Value& value) {
                       return Range{value.span().begin(), value.span().end()}.Contains(place);
                     }) ||
         std::any_of(mentions.begin(), mentions.end(), [&](const v1::PassageMention& mention) {
           return Range{mention.begin(), mention.end()}.Contains(place);
         });
}

Account AccountOf(const Inquiry& inquiry, const Candidate& figure, const PassageView& view) {
  Account account;
  account.figure = &figure;
  const int tokens = view.passage().tokens_size();
  const int begin = std::max(0, view.TokenAt(figure.place.begin) - kReach);
  const int end = std::min(tokens, view.TokenAt(figure.place.end) + kReach);
  for (int token = begin; token < end; ++token) {
    const std::string& stem = view.passage().tokens(token).stem();
    if (!stem.empty() && !IsInside(view, token)) account.around.insert(stem);
  }
  absl::flat_hash_set<int> asked;
  for (const WordMatch& match : view.matches()) {
    if (match.token < begin || match.token >= end || match.strength < kLeastMatch) continue;
    const QuestionWord::Role role = inquiry.words.words()[match.word].role;
    if (role == QuestionWord::Role::kContent || role == QuestionWord::Role::kFocus) {
      asked.insert(match.word);
    }
  }
  account.asked = static_cast<int>(asked.size());
  return account;
}

bool MayBeAccount(const Inquiry& inquiry, const Candidate& figure) {
  return figure.kind == Candidate::Kind::kValue && !figure.place.empty() &&
         ConfidenceOf(figure.score) >= kLeastConfidence && figure.relevance.names >= kLeastNames &&
         !IsTimeOfNews(inquiry, figure) && !IsPutOff(inquiry, figure) &&
         !WasDueOnly(inquiry, figure);
}

bool SameUnit(const v1::Value& a, const v1::Value& b) {
  if (!a.has_quantity()) return !a.has_date();
  return !a.quantity().unit().empty() && a.quantity().unit_key() == b.quantity().unit_key();
}

bool ContestsThere(const Inquiry& inquiry, const Candidate& figure) {
  const PassageView* view = inquiry.pool.At(figure.document, figure.ordinal);
  return view != nullptr && (Contests(*view) || SetsRight(*view));
}

// The sentence of the one tells the other's figure, too: then it tells both, and of two things.
bool TellsBoth(const Inquiry& inquiry, const Candidate& one, const Candidate& other) {
  constexpr double kSame = 1.001;
  const PassageView* view = inquiry.pool.At(one.document, one.ordinal);
  if (view == nullptr || one.value.has_date()) return false;
  const auto& values = view->passage().values();
  return std::any_of(values.begin(), values.end(), [&](const v1::Value& value) {
    if (!MayDiffer(value, other.value) || !AreWithin(kSame, value, other.value)) return false;
    // "Twelve, not eight": it is told to be put right.
    Candidate told = one;
    told.place = {value.span().begin(), value.span().end()};
    const int before = view->TokenAt(told.place.begin) - 1;
    const bool rejected = before >= 0 && view->passage().tokens(before).surface() == "لا";
    return !rejected && !AreSetAgainst(inquiry, one, told);
  });
}

// 0 where they cannot be accounts of one thing.
double Likelihood(const Inquiry& inquiry, const Account& a, const Account& b) {
  const Candidate& one = *a.figure;
  const Candidate& other = *b.figure;
  if (!MayBeTwoAccounts(one.value, other.value)) return 0;
  const bool dates = one.value.has_date();
  const bool against = AreSetAgainst(inquiry, one, other);
  const bool contested = ContestsThere(inquiry, one) || ContestsThere(inquiry, other);
  const bool one_sentence = one.document == other.document && one.ordinal == other.ordinal;
  if (one_sentence && !against) return 0;
  if (!against && !contested &&
      (TellsBoth(inquiry, one, other) || TellsBoth(inquiry, other, one))) {
    return 0;
  }
  size_t shared = 0;
  for (const std::string& stem : a.around) shared += b.around.contains(stem) ? 1 : 0;
  const bool asked = a.asked > 0 && b.asked > 0;
  const double less_sure = std::min(ConfidenceOf(one.score), ConfidenceOf(other.score));
  if (dates && shared == 0 && !asked && less_sure < kSureDate) return 0;
  double likelihood =
      ConfidenceOf(one.score) + ConfidenceOf(other.score) +
      kNamesWeight * std::min(one.relevance.names, other.relevance.names) +
      kSharedWeight * static_cast<double>(std::min(shared, kMostShared)) +
      kAskedWeight * static_cast<double>(std::min(a.asked, 2) + std::min(b.asked, 2)) / 2;
  if (!dates && AreWithin(kCloseTimes, one.value, other.value)) likelihood += kCloseWeight;
  if (SameUnit(one.value, other.value)) likelihood += kUnitWeight;
  if (against) likelihood += kAgainstWeight;
  if (contested) likelihood += kContestWeight;
  if (one.document == other.document && !against && !contested) likelihood -= kOneArticleWeight;
  for (const Candidate* figure : {&one, &other}) {
    if (!against && LacksNamed(inquiry, *figure)) likelihood -= kObjectionWeight;
    if (IsFigureOfOthers(inquiry, *figure)) likelihood -= kObjectionWeight;
    if (IsOfOtherEvent(inquiry, *figure)) likelihood -= kObjectionWeight;
  }
  return likelihood;
}

absl::optional<Account> AccountAt(const Inquiry& inquiry, const Candidate& figure) {
  const PassageView* view = inquiry.pool.At(figure.document, figure.ordinal);
  if (view == nullptr) return absl::nullopt;
  return AccountOf(inquiry, figure, *view);
}

}  // namespace

bool MayBeAccountsOfOne(const Inquiry& inquiry, const Candidate& a, const Candidate& b) {
  const absl::optional<Account> one = AccountAt(inquiry, a);
  const absl::optional<Account> other = AccountAt(inquiry, b);
  if (!one.has_value() || !other.has_value()) return true;
  if (IsPutOff(inquiry, a) || IsPutOff(inquiry, b)) return false;
  // Who calls a figure wrong may give one of another size.
  if (ContestsThere(inquiry, a) || ContestsThere(inquiry, b)) return true;
  return Likelihood(inquiry, *one, *other) > 0;
}

Candidate AsItsOwnArticleTells(Candidate mentioned, const Candidate& other,
                               const std::vector<Candidate>& spans) {
  if (mentioned.document != other.document) return mentioned;
  const auto own = std::find_if(spans.begin(), spans.end(), [&](const Candidate& span) {
    return span.kind == Candidate::Kind::kValue && span.document != other.document &&
           MayDiffer(span.value, mentioned.value) && Agree(span.value, mentioned.value);
  });
  return own == spans.end() ? mentioned : *own;
}

std::vector<Candidate> PairedAccounts(const Inquiry& inquiry, const std::vector<Candidate>& spans) {
  std::vector<Account> accounts;
  for (const Candidate& span : spans) {
    if (accounts.size() == kMostFigures) break;
    if (!MayBeAccount(inquiry, span)) continue;
    absl::optional<Account> account = AccountAt(inquiry, span);
    if (account.has_value()) accounts.push_back(*std::move(account));
  }
  double most = kLeastLikelihood;
  std::vector<Candidate> pair;
  size_t tried = 0;
  for (const Account& account : accounts) {
    if (++tried > kMostCorrected) break;
    const double likelihood = ConfidenceOf(account.figure->score) + kCorrectedWeight;
    if (likelihood <= most) break;
    absl::optional<Candidate> other = OtherAccount(inquiry, *account.figure, Accounts::kBoth);
    if (!other.has_value() || !AreWithin(kMostTimesApart, account.figure->value, other->value))
      continue;
    most = likelihood;
    pair = {*account.figure, AsItsOwnArticleTells(*std::move(other), *account.figure, spans)};
  }
  for (size_t i = 0; i < accounts.size(); ++i) {
    for (size_t j = i + 1; j < accounts.size(); ++j) {
      const double likelihood = Likelihood(inquiry, accounts[i], accounts[j]);
      if (likelihood <= most) continue;
      most = likelihood;
      pair = {*accounts[i].figure, *accounts[j].figure};
    }
  }
  return pair;
}

}  // namespace isnad::answering
