#include "services/answering/answers/opposed_statements.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <string>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "services/answering/answers/side.h"
#include "services/answering/evidence/answer_fit.h"
#include "services/answering/passages/account_cues.h"
#include "services/answering/passages/assertion_cues.h"
#include "services/answering/passages/passage_view.h"
#include "services/answering/passages/question_words.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// Sentences that are set beside each other, best first.
constexpr size_t kMostRead = 40;
constexpr double kLeastScore = 0.2;

// What speaks for two sentences being two accounts of one thing. One of them denies something, and
// not both; the later one begins by setting itself against what was said; somebody tells what they
// say; one says that others tell it otherwise; one sentence has both accounts in it.
constexpr double kOneDenies = 0.25;
constexpr double kBothDeny = 0.1;  // subtracted
constexpr double kOpensAgainst = 0.2;
constexpr double kFirstTold = 0.15;
constexpr double kSecondTold = 0.08;
constexpr double kSpeaksOfOthers = 0.25;
constexpr double kHoldsBoth = 0.45;
// Right beside each other, one sentence apart, two apart.
constexpr double kBeside[] = {0.25, 0.15, 0.03};
// Subtracted: of two articles; of two that no name of the question holds together; of who says that
// he says nothing.
constexpr double kBothOfKind = 0.2;  // where the question asks for a name
constexpr double kOtherArticle = 0.15;
constexpr double kUnnamed = 0.5;
constexpr double kSilent = 0.3;
// Words that they share; what of the question they say together, and each of them; whom they name.
constexpr double kShared = 0.04;
constexpr size_t kMostShared = 3;
constexpr double kCovered = 0.3;
constexpr double kCoveredByEach = 0.1;
constexpr double kNamed = 0.3;
constexpr double kNamedByEach = 0.25;

constexpr double kLeastLikelihood = 1.2;
constexpr double kLeastFit = 0.5;

struct Account {
  const Candidate* statement = nullptr;
  const PassageView* view = nullptr;
  absl::flat_hash_set<std::string> stems;
  bool denies = false;
  bool opens_against = false;
  bool gives_account = false;
  bool speaks_of_others = false;
  bool holds_both = false;
  bool silent = false;
  // It has a name or figure such as the question asks for.
  bool of_kind = false;
  double covered = 0;
  double named = 0;
};

bool MayTell(const PassageView& view) {
  switch (view.passage().kind()) {
    case v1::PASSAGE_KIND_HEADLINE:
    case v1::PASSAGE_KIND_HEADING:
    case v1::PASSAGE_KIND_CAPTION:
      return false;
    default:
      return !absl::EndsWith(view.Text(view.range()), "؟");
  }
}

// The share of the question that either of the two says.
double CoveredBy(const Inquiry& inquiry, const PassageView& a, const PassageView& b) {
  double told = 0;
  double all = 0;
  const auto& words = inquiry.words.words();
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i].role != QuestionWord::Role::kContent) continue;
    all += words[i].importance;
    told += words[i].importance * std::max(a.best()[i], b.best()[i]);
  }
  return all > 0 ? told / all : 0;
}

double NamedBy(const Inquiry& inquiry, const PassageView& a, const PassageView& b) {
  const auto& links = inquiry.links.links();
  if (links.empty()) return 1;
  double named = 0;
  for (const LinkedName& link : links) {
    named += std::max(inquiry.meter.NameShare(a, link), inquiry.meter.NameShare(b, link));
  }
  return named / static_cast<double>(links.size());
}

Account AccountOf(const Inquiry& inquiry, const Candidate& statement, const PassageView& view) {
  Account account;
  account.statement = &statement;
  account.view = &view;
  for (const v1::IndexedToken& token : view.passage().tokens()) {
    const bool telling = token.part_of_speech() == v1::PART_OF_SPEECH_NOUN ||
                         token.part_of_speech() == v1::PART_OF_SPEECH_VERB ||
                         token.part_of_speech() == v1::PART_OF_SPEECH_ADJ;
    if (telling && !token.stem().empty()) account.stems.insert(token.stem());
  }
  account.denies = Contests(view);
  account.opens_against = OpensAgainst(view);
  account.gives_account = GivesAccount(view);
  account.speaks_of_others = SpeaksOfOtherAccounts(view);
  account.holds_both = HoldsTwoAccounts(view);
  account.silent = SaysNothingOfIt(view);
  const auto& mentions = view.passage().mentions();
  account.of_kind =
      std::any_of(mentions.begin(), mentions.end(), [&](const v1::PassageMention& mention) {
        return !inquiry.links.all().contains(mention.entity()) &&
               EntityFit(inquiry.reading, mention.entity_type(), "") >= kLeastFit;
      });
  account.covered = CoveredBy(inquiry, view, view);
  account.named = NamedBy(inquiry, view, view);
  return account;
}

std::vector<Account> Accounts(const Inquiry& inquiry, const std::vector<Candidate>& statements) {
  std::vector<Account> accounts;
  for (const Candidate& statement : statements) {
    if (accounts.size() == kMostRead || statement.score < kLeastScore) break;
    const PassageView* view = inquiry.pool.At(statement.document, statement.ordinal);
    if (view == nullptr || !MayTell(*view)) continue;
    const bool known = std::any_of(accounts.begin(), accounts.end(), [&](const Account& other) {
      return SamePassage(*other.statement, statement);
    });
    if (!known) accounts.push_back(AccountOf(inquiry, statement, *view));
  }
  return accounts;
}

double Likelihood(const Account& account) {
  return account.statement->score + kHoldsBoth + (kCovered + kCoveredByEach) * account.covered +
         (kNamed + kNamedByEach) * account.named +
         (account.speaks_of_others ? kSpeaksOfOthers : 0) - (account.silent ? kSilent : 0);
}

double Likelihood(const Inquiry& inquiry, const Account& first, const Account& second) {
  const Candidate& one = *first.statement;
  const Candidate& other = *second.statement;
  double likelihood = (one.score + other.score) / 2 +
                      kCovered * CoveredBy(inquiry, *first.view, *second.view) +
                      kCoveredByEach * std::min(first.covered, second.covered) +
                      kNamed * NamedBy(inquiry, *first.view, *second.view) +
                      kNamedByEach * std::min(first.named, second.named);
  if (one.document == other.document) {
    const int apart = std::abs(one.ordinal - other.ordinal) - 1;
    if (apart < static_cast<int>(std::size(kBeside))) likelihood += kBeside[apart];
  } else {
    likelihood -= kOtherArticle + (inquiry.links.links().empty() ? kUnnamed : 0);
  }
  size_t shared = 0;
  for (const std::string& stem : first.stems) shared += second.stems.contains(stem) ? 1 : 0;
  likelihood += kShared * static_cast<double>(std::min(shared, kMostShared));
  if (first.denies != second.denies) likelihood += kOneDenies;
  if (first.denies && second.denies) likelihood -= kBothDeny;
  if (second.opens_against) likelihood += kOpensAgainst;
  if (first.gives_account) likelihood += kFirstTold;
  if (second.gives_account) likelihood += kSecondTold;
  if (second.speaks_of_others) likelihood += kSpeaksOfOthers;
  if (AsksForEntity(inquiry.reading.answer_type()) && first.of_kind && second.of_kind) {
    likelihood += kBothOfKind;
  }
  if (first.silent) likelihood -= kSilent;
  if (second.silent) likelihood -= kSilent;
  return likelihood;
}

Candidate SideOf(const Account& account) {
  Candidate side = *account.statement;
  side.place = account.view->range();
  side.words = side.excerpt = side.key = std::string(account.view->Text(side.place));
  side.citations = {account.view->Cite(side.place)};
  return side;
}

}  // namespace

std::vector<Candidate> OpposedStatements(const Inquiry& inquiry,
                                         const std::vector<Candidate>& statements) {
  const std::vector<Account> accounts = Accounts(inquiry, statements);
  double most = kLeastLikelihood;
  std::vector<const Account*> best;
  for (const Account& account : accounts) {
    if (!account.holds_both || account.opens_against) continue;
    const double likelihood = Likelihood(account);
    if (likelihood <= most) continue;
    most = likelihood;
    best = {&account};
  }
  for (const Account& first : accounts) {
    for (const Account& second : accounts) {
      if (&first == &second) continue;
      const bool back = first.statement->document == second.statement->document &&
                        second.statement->ordinal < first.statement->ordinal;
      if (back) continue;
      const double likelihood = Likelihood(inquiry, first, second);
      if (likelihood <= most) continue;
      most = likelihood;
      best = {&first, &second};
    }
  }
  std::vector<Candidate> sides;
  for (const Account* account : best) sides.push_back(SideOf(*account));
  return sides;
}

}  // namespace isnad::answering
