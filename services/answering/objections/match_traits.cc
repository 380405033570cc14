#include "services/answering/objections/match_traits.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/answering/evidence/answer_fit.h"
#include "services/answering/evidence/value_key.h"
#include "services/answering/objections/evidence_gate.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// A word matched less than this is missing, and one matched more is there as it was asked.
constexpr double kMissing = 0.35;
constexpr double kLiteral = 0.85;
// Spans of which it is counted how many the gate lets pass.
constexpr size_t kSpansTried = 12;

double Is(bool holds) { return holds ? 1.0 : 0.0; }

// A count as a share of the most that is told apart.
double Count(size_t count, size_t most) {
  return static_cast<double>(std::min(count, most)) / static_cast<double>(most);
}

bool IsContent(const QuestionWord& word) {
  return word.role == QuestionWord::Role::kContent || word.role == QuestionWord::Role::kFocus;
}

// What the content words count for, as shares of all of them.
std::vector<double> Importance(const QuestionWords& words) {
  const double all = words.content_importance();
  std::vector<double> shares;
  for (const QuestionWord& word : words.words()) {
    shares.push_back(all > 0 && IsContent(word) ? word.importance / all : 0);
  }
  return shares;
}

void Raise(const PassageView* view, std::vector<double>* best) {
  if (view == nullptr) return;
  for (size_t i = 0; i < best->size(); ++i) (*best)[i] = std::max((*best)[i], view->best()[i]);
}

// How much of the question is not there, and the most important word of that.
struct Missing {
  double sum = 0;
  double most = 0;
};

Missing MissingOf(const std::vector<double>& shares, const std::vector<double>& best) {
  Missing missing;
  for (size_t i = 0; i < shares.size(); ++i) {
    if (best[i] >= kMissing) continue;
    missing.sum += shares[i];
    missing.most = std::max(missing.most, shares[i]);
  }
  return missing;
}

// Whether the dates, or the other figures, that the question gives stand in the sentence.
struct Given {
  bool any = false;
  bool met = false;
};

Given GivenIn(const Inquiry& inquiry, const PassageView& view, bool dates) {
  Given given;
  for (const v1::Value& asked : inquiry.reading.values()) {
    if (asked.has_date() != dates) continue;
    given.any = true;
    const auto& values = view.passage().values();
    given.met |= std::any_of(values.begin(), values.end(), [&](const v1::Value& value) {
      return ValueKey(value) == ValueKey(asked);
    });
  }
  return given;
}

}  // namespace

absl::string_view AskedName(v1::AnswerType type) {
  switch (type) {
    case v1::ANSWER_TYPE_MONEY:
      return "money";
    case v1::ANSWER_TYPE_COUNT:
      return "count";
    case v1::ANSWER_TYPE_LENGTH:
      return "length";
    case v1::ANSWER_TYPE_DATE:
      return "date";
    case v1::ANSWER_TYPE_PERSON:
      return "person";
    case v1::ANSWER_TYPE_LOCATION:
      return "place";
    case v1::ANSWER_TYPE_REASON:
      return "reason";
    default:
      return AsksForEntity(type) || AsksForValue(type) ? "name" : "words";
  }
}

MatchTraits::MatchTraits(const Inquiry& inquiry)
    : inquiry_(inquiry), shares_(Importance(inquiry.words)) {
  for (const PassageView& view : inquiry_.pool.views()) {
    Document& document = documents_[view.document().name()];
    document.words.resize(shares_.size());
    document.names.resize(inquiry_.links.links().size());
    Raise(&view, &document.words);
    for (size_t i = 0; i < document.names.size(); ++i) {
      document.names[i] =
          std::max(document.names[i], inquiry_.meter.NameShare(view, inquiry_.links.links()[i]));
    }
  }
  for (auto& [name, document] : documents_) {
    const double words = 1 - MissingOf(shares_, document.words).sum;
    const double names = document.names.empty()
                             ? 1
                             : std::accumulate(document.names.begin(), document.names.end(), 0.0) /
                                   static_cast<double>(document.names.size());
    document.match = (words + names) / 2;
    best_match_ = std::max(best_match_, document.match);
  }
}

SentenceTraits MatchTraits::OfQuestion(const GatheredEvidence& evidence) const {
  const v1::QuestionAnalysis& reading = inquiry_.reading;
  const auto& links = inquiry_.links.links();
  std::vector<double> seen(shares_.size(), 0.0);
  for (const PassageView& view : inquiry_.pool.views()) Raise(&view, &seen);
  double coverage = 0, names = 0, filled = 0;
  for (const Candidate& statement : evidence.statements) {
    coverage = std::max(coverage, statement.relevance.own_coverage);
    names = std::max(names, statement.relevance.names);
  }
  for (const FactMatch& match : evidence.matches) filled = std::max(filled, match.fillers);
  const Missing unseen = MissingOf(shares_, seen);
  const auto unstored = std::count_if(links.begin(), links.end(),
                                      [](const LinkedName& link) { return !link.stored(); });
  size_t sufficing = 0;
  for (size_t i = 0; i < std::min(evidence.spans.size(), kSpansTried); ++i) {
    sufficing += SpanSuffices(inquiry_, evidence.spans[i]) ? 1 : 0;
  }
  const bool typed = AsksForEntity(reading.answer_type()) || AsksForValue(reading.answer_type());
  return {
      {"q_none", 1},
      {absl::StrCat("q_none_", AskedName(reading.answer_type())), 1},
      {"q_unstored", links.empty() ? 0 : static_cast<double>(unstored) / links.size()},
      {"q_links", Count(links.size(), 3)},
      {"q_nameless", Is(links.empty())},
      {"q_unseen", unseen.sum},
      {"q_unseen_most", unseen.most},
      {"q_coverage", coverage},
      {"q_names", names},
      {"q_document", best_match_},
      {"q_filled", filled},
      {"q_matches", Count(evidence.matches.size(), 4)},
      {"q_sufficing", Count(sufficing, 3)},
      {"q_no_span", Is(typed && evidence.spans.empty())},
      {"q_attribute", Is(!reading.asked_attribute().empty())},
      {"q_relation", reading.relations().empty() ? 0 : reading.relations(0).confidence()},
      {"q_class", Is(!reading.answer_class().empty())},
      {"q_limit", Is(reading.has_time_limit())},
      {"q_source", Is(!reading.source_limit().quote().empty())},
      {"q_negated", Is(reading.negated())},
      {"q_english", Is(inquiry_.language == Language::kEnglish)},
      {"q_words", Count(inquiry_.words.words().size(), 12)},
  };
}

SentenceTraits MatchTraits::OfSentence(const PassageView* view) const {
  if (view == nullptr) return {{"p_unseen", 1}};
  std::vector<double> here(shares_.size(), 0.0);
  Raise(view, &here);
  std::vector<double> around = here;
  const std::string& name = view->document().name();
  for (const int step : {-2, -1, 1}) {
    Raise(inquiry_.pool.At(name, view->passage().ordinal() + step), &around);
  }
  double literal = 0, relation = 0, focus = 0;
  for (size_t i = 0; i < shares_.size(); ++i) {
    if (here[i] >= kLiteral) literal += shares_[i];
    if (inquiry_.words.words()[i].role == QuestionWord::Role::kFocus) {
      focus = std::max(focus, here[i]);
    }
    if (!inquiry_.reading.relations().empty() &&
        inquiry_.words.IsWithin(static_cast<int>(i), inquiry_.reading.relations(0).trigger())) {
      relation = std::max(relation, here[i]);
    }
  }
  double least_name = 1;
  for (const LinkedName& link : inquiry_.links.links()) {
    least_name = std::min(least_name, inquiry_.meter.NameShare(*view, link));
  }
  const Document& document = documents_.at(name);
  const auto named = std::count_if(document.names.begin(), document.names.end(),
                                   [](double share) { return share > 0; });
  const Missing missing = MissingOf(shares_, here);
  const Missing missing_around = MissingOf(shares_, around);
  const Given dates = GivenIn(inquiry_, *view, true), figures = GivenIn(inquiry_, *view, false);
  const auto& clauses = view->passage().clauses();
  return {
      {"p_missing", missing.sum},
      {"p_missing_most", missing.most},
      {"p_around", missing_around.sum},
      {"p_around_most", missing_around.most},
      {"p_document", MissingOf(shares_, document.words).sum},
      {"p_document_gap", best_match_ - document.match},
      {"p_document_best", Is(document.match >= best_match_)},
      {"p_document_names",
       document.names.empty() ? 0 : static_cast<double>(named) / document.names.size()},
      {"p_literal", literal},
      {"p_relation", relation},
      {"p_focus", focus},
      {"p_least_name", least_name},
      {"p_length", Count(view->passage().tokens_size(), 60)},
      {"p_date_met", Is(dates.met)},
      {"p_date_missed", Is(dates.any && !dates.met)},
      {"p_figure_met", Is(figures.met)},
      {"p_figure_missed", Is(figures.any && !figures.met)},
      {"p_quote", Is(std::any_of(clauses.begin(), clauses.end(),
                                 [](const v1::Clause& clause) {
                                   return clause.kind() == v1::CLAUSE_KIND_QUOTATION;
                                 }))},
  };
}

}  // namespace isnad::answering
