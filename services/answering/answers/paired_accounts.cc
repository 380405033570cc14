#include "services/answering/answers/paired_accounts.h"

#include <algorithm>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/evidence/value_key.h"
#include "services/answering/objections/figure_objections.h"
#include "services/answering/objections/rival_figure.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// Figures that are compared, best first.
constexpr size_t kMostFigures = 30;
constexpr double kLeastConfidence = 0.05;
// Words on either side of a figure that say what it measures.
constexpr int kReach = 7;
constexpr double kLeastMatch = 0.5;
// Accounts of one thing are seldom farther apart.
constexpr double kMostTimes = 2.5;
constexpr double kSharedWeight = 0.2;
constexpr size_t kMostShared = 3;
constexpr double kAskedWeight = 0.25;
constexpr double kLeastLikelihood = 0.75;

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
         ConfidenceOf(figure.score) >= kLeastConfidence &&
         figure.relevance.names >= NameShares::kDocument && !IsTimeOfNews(inquiry, figure);
}

// 0 where they cannot be accounts of one thing.
double Likelihood(const Inquiry& inquiry, const Account& a, const Account& b) {
  const Candidate& one = *a.figure;
  const Candidate& other = *b.figure;
  if (Agree(one.value, other.value) || !MayDiffer(one.value, other.value)) return 0;
  if (!one.value.has_date() && !AreWithin(kMostTimes, one.value, other.value)) return 0;
  if (one.document == other.document && !AreSetAgainst(inquiry, one, other)) return 0;
  size_t shared = 0;
  for (const std::string& stem : a.around) shared += b.around.contains(stem) ? 1 : 0;
  const bool asked = a.asked > 0 && b.asked > 0;
  if (shared == 0 && !asked) return 0;
  if (one.value.has_date() && (shared == 0 || !asked)) return 0;
  return ConfidenceOf(one.score) + ConfidenceOf(other.score) +
         kSharedWeight * static_cast<double>(std::min(shared, kMostShared)) +
         kAskedWeight * static_cast<double>(std::min(a.asked, 2) + std::min(b.asked, 2)) / 2;
}

}  // namespace

std::vector<Candidate> PairedAccounts(const Inquiry& inquiry, const std::vector<Candidate>& spans,
                                      const Candidate* sure) {
  std::vector<Account> accounts;
  const auto add = [&](const Candidate& figure) {
    const PassageView* view = inquiry.pool.At(figure.document, figure.ordinal);
    if (view != nullptr) accounts.push_back(AccountOf(inquiry, figure, *view));
  };
  if (sure != nullptr) add(*sure);
  if (sure != nullptr && accounts.empty()) return {};
  for (const Candidate& span : spans) {
    if (accounts.size() == kMostFigures) break;
    if (MayBeAccount(inquiry, span)) add(span);
  }
  double most = kLeastLikelihood;
  std::vector<Candidate> pair;
  for (size_t i = 0; i < (sure != nullptr ? 1 : accounts.size()); ++i) {
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
