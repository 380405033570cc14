#include "services/answering/passages/question_words.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr double kFocusShare = 0.35;
constexpr double kSourceShare = 0.15;
// Rarity of a word that no passage found holds.
constexpr double kUnseenRarity = 0.6;
constexpr double kLeastRarity = 0.15;

bool Within(const v1::Span& inner, const v1::Span& outer) {
  return outer.begin() < outer.end() && inner.begin() < outer.end() && outer.begin() < inner.end();
}

double ShareOf(QuestionWord::Role role) {
  switch (role) {
    case QuestionWord::Role::kFocus:
      return kFocusShare;
    case QuestionWord::Role::kSource:
      return kSourceShare;
    default:
      return 1.0;
  }
}

bool IsInstitution(absl::string_view surface) {
  for (const absl::string_view word :
       {"موسسه", "الموسسه", "موسسات", "الموسسات", "للموسسه", "بالموسسه", "والموسسه"}) {
    if (surface == word) return true;
  }
  return false;
}

}  // namespace

QuestionWords::QuestionWords(const v1::QuestionAnalysis& reading,
                             const std::vector<v1::Token>& tokens) {
  // Passages are Arabic: in an English question translations are as good as words get.
  std::map<int, double> best;
  std::map<int, bool> translated;
  for (const v1::QueryTerm& term : reading.terms()) {
    translated[term.word()] |= term.origin() == v1::QueryTerm::ORIGIN_TRANSLATION;
  }
  for (const v1::QueryTerm& term : reading.terms()) {
    const bool literal = term.origin() == v1::QueryTerm::ORIGIN_LITERAL;
    if (literal && translated[term.word()]) continue;
    best[term.word()] = std::max(best[term.word()], term.weight());
  }
  std::map<int, int> index;
  for (const auto& [number, weight] : best) {
    index[number] = static_cast<int>(words_.size());
    QuestionWord word;
    word.number = number;
    words_.push_back(word);
    weights_.push_back(weight > 0 ? weight : 0.5);
  }
  for (const v1::QueryTerm& term : reading.terms()) {
    const auto found = index.find(term.word());
    if (found == index.end()) continue;
    QuestionWord& word = words_[found->second];
    if (term.origin() == v1::QueryTerm::ORIGIN_ALIAS) word.role = QuestionWord::Role::kName;
    if (term.origin() == v1::QueryTerm::ORIGIN_LITERAL &&
        (word.surface.empty() || term.field() == v1::QueryTerm::FIELD_SURFACE)) {
      word.surface = term.term();
    }
    AddTerm(term, found->second, std::min(1.0, term.weight() / weights_[found->second]));
  }
  FindRoles(reading, tokens);
  for (size_t i = 0; i < words_.size(); ++i) {
    words_[i].importance = weights_[i] * ShareOf(words_[i].role) * kUnseenRarity;
  }
}

void QuestionWords::AddTerm(const v1::QueryTerm& term, int word, double strength) {
  auto& uses = term.field() == v1::QueryTerm::FIELD_SURFACE ? by_surface_[term.term()]
                                                            : by_stem_[term.term()];
  for (TermUse& use : uses) {
    if (use.word != word) continue;
    use.strength = std::max(use.strength, strength);
    return;
  }
  uses.push_back({word, strength});
}

bool QuestionWords::IsWithin(int word, const v1::Span& span) const {
  const Range& place = places_[word];
  return !place.empty() && span.begin() <= place.begin && place.end <= span.end();
}

void QuestionWords::FindRoles(const v1::QuestionAnalysis& reading,
                              const std::vector<v1::Token>& tokens) {
  size_t next = 0;
  places_.resize(words_.size());
  for (size_t i = 0; i < words_.size(); ++i) {
    QuestionWord& word = words_[i];
    if (word.surface.empty()) continue;
    for (size_t step = 0; step < tokens.size(); ++step) {
      const v1::Token& token = tokens[(next + step) % tokens.size()];
      if (token.surface() != word.surface && token.stem() != word.surface) continue;
      next = (next + step + 1) % tokens.size();
      places_[i] = {token.span().begin(), token.span().end()};
      for (const v1::QuestionEntity& entity : reading.entities()) {
        if (Within(token.span(), entity.span())) word.role = QuestionWord::Role::kName;
      }
      // "Which company" says what the answer is; "who is the chief scientist" what it does.
      const bool describes = reading.kind() != v1::QUESTION_KIND_WHO;
      if (describes && word.role == QuestionWord::Role::kContent &&
          Within(token.span(), reading.focus())) {
        word.role = QuestionWord::Role::kFocus;
      }
      if (Within(token.span(), reading.source_limit())) word.role = QuestionWord::Role::kSource;
      // Dates of English questions stand in no Arabic text; what they limit is read apart.
      for (const v1::Value& value : reading.values()) {
        const bool date = value.has_date() && reading.language_code() == "en";
        if (date && Within(token.span(), value.span())) word.role = QuestionWord::Role::kFocus;
      }
      break;
    }
  }
}

void QuestionWords::LearnRarity(const std::vector<v1::PassageHit>& hits) {
  std::vector<int> frequency(words_.size(), 0);
  std::vector<bool> seen(words_.size());
  for (const v1::PassageHit& hit : hits) {
    seen.assign(words_.size(), false);
    for (const v1::IndexedToken& token : hit.passage().tokens()) {
      for (const TermUse& use : UsesOf(token)) seen[use.word] = true;
    }
    for (size_t i = 0; i < seen.size(); ++i) frequency[i] += seen[i] ? 1 : 0;
  }
  const double all = static_cast<double>(hits.size()) + 1;
  for (size_t i = 0; i < words_.size(); ++i) {
    double rarity = kUnseenRarity;
    if (frequency[i] > 0 && hits.size() > 1) {
      rarity = std::log(all / (frequency[i] + 0.5)) / std::log(all);
      rarity = std::min(1.0, std::max(kLeastRarity, rarity));
    }
    words_[i].importance = weights_[i] * ShareOf(words_[i].role) * rarity;
  }
}

std::vector<TermUse> QuestionWords::UsesOf(const v1::IndexedToken& token) const {
  std::vector<TermUse> uses;
  const auto surface = by_surface_.find(token.surface());
  if (surface != by_surface_.end()) uses = surface->second;
  if (token.stem().empty()) return uses;
  const auto stem = by_stem_.find(token.stem());
  if (stem == by_stem_.end()) return uses;
  // "The institution" is of the root of founding, and tells of no founding.
  if (IsInstitution(token.surface()) && uses.empty()) return uses;
  for (const TermUse& use : stem->second) {
    const auto same = std::find_if(uses.begin(), uses.end(),
                                   [&](const TermUse& other) { return other.word == use.word; });
    if (same == uses.end()) {
      uses.push_back(use);
    } else {
      same->strength = std::max(same->strength, use.strength);
    }
  }
  return uses;
}

double QuestionWords::content_importance() const {
  double sum = 0;
  for (const QuestionWord& word : words_) {
    const bool counts =
        word.role == QuestionWord::Role::kContent || word.role == QuestionWord::Role::kFocus;
    if (counts) sum += word.importance;
  }
  return sum;
}

}  // namespace isnad::answering
