#include "services/answering/answers/conflict_answer.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/types/optional.h"
#include "services/answering/answers/candidate_text.h"
#include "services/answering/compose/phrases.h"
#include "services/answering/compose/text_length.h"
#include "services/answering/evidence/answer_fit.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/evidence/value_key.h"
#include "services/answering/objections/corrected_figure.h"
#include "services/answering/objections/evidence_gate.h"
#include "services/answering/objections/figure_objections.h"
#include "services/answering/objections/name_objections.h"
#include "services/answering/objections/relation_objections.h"
#include "services/answering/objections/rival_figure.h"
#include "services/answering/passages/assertion_cues.h"
#include "services/answering/passages/excerpt.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr size_t kMostSides = 3;
constexpr double kSideMargin = 0.22;
// How much weaker a more precise figure may be than the one that rounds it.
constexpr double kPreciseMargin = 0.4;
constexpr double kAlternativeShare = 0.35;
constexpr size_t kSourceCharacters = 60;
constexpr double kNamesMargin = 0.15;
// Share of the question's ends that facts of a conflict must have.
constexpr double kConflictFillers = 0.7;

bool SamePassage(const Candidate& a, const Candidate& b) {
  return a.document == b.document && a.ordinal == b.ordinal;
}

// The figures that differ from each other beyond approximation and rounding, best first, each from
// a passage of its own or set against the other in one. The most precise of figures that agree
// stands for them.
std::vector<Candidate> DifferingFigures(const Inquiry& inquiry,
                                        const std::vector<Candidate>& spans) {
  std::vector<Candidate> sides;
  for (const Candidate& candidate : spans) {
    if (candidate.kind != Candidate::Kind::kValue) continue;
    if (sides.empty()) {
      if (SpanSuffices(inquiry, candidate)) sides.push_back(candidate);
      continue;
    }
    const auto agreeing = std::find_if(sides.begin(), sides.end(), [&](const Candidate& side) {
      return Agree(side.value, candidate.value);
    });
    if (agreeing != sides.end()) {
      const bool close = candidate.score >= agreeing->score - kPreciseMargin;
      if (close && IsRoundingOf(agreeing->value, candidate.value)) *agreeing = candidate;
      continue;
    }
    if (candidate.score < sides.front().score - kSideMargin) continue;
    // What another sentence counts of somebody else is no other account of this.
    if (IsFigureOfOthers(inquiry, candidate) || LacksNamed(inquiry, candidate) ||
        IsTimeOfNews(inquiry, candidate) || !NamesAreNear(inquiry, candidate, kNameNearBroad)) {
      continue;
    }
    const bool elsewhere = std::none_of(sides.begin(), sides.end(), [&](const Candidate& side) {
      return SamePassage(side, candidate) && !AreSetAgainst(inquiry, side, candidate);
    });
    // A fact outweighs what its own article says besides, but not what another one says.
    const bool as_sure = candidate.from_fact || !sides.front().from_fact ||
                         candidate.document != sides.front().document ||
                         AreSetAgainst(inquiry, sides.front(), candidate);
    if (elsewhere && as_sure && sides.size() < kMostSides) sides.push_back(candidate);
  }
  return sides;
}

// Where but one figure is sure, another one of the same kind and size that stands with the names.
void AddLooserFigure(const Inquiry& inquiry, const std::vector<Candidate>& spans,
                     std::vector<Candidate>* sides) {
  constexpr double kLooseMargin = 0.35;
  constexpr double kLeastLooseCoverage = 0.4;
  // A bare number may leave its unit to the one before.
  constexpr double kLooseFit = 0.5;
  // Another article that names everybody words it in its own way.
  constexpr double kOwnWordsCoverage = 0.15;
  const Candidate& sure = sides->front();
  for (const Candidate& other : spans) {
    if (other.kind != Candidate::Kind::kValue || other.score < sure.score - kLooseMargin) continue;
    if (Agree(other.value, sure.value) || !MayDiffer(sure.value, other.value)) continue;
    const bool in_own_words = other.document != sure.document && other.fit >= sure.fit - 0.1 &&
                              other.relevance.names >= NameShares::kWordsOnly &&
                              ConfidenceOf(other.score) >= inquiry.min_confidence;
    if (other.relevance.coverage < (in_own_words ? kOwnWordsCoverage : kLeastLooseCoverage) ||
        other.relevance.names < NameShares::kNeighbour || LacksNamed(inquiry, other) ||
        other.fit < sure.fit - kLooseFit) {
      continue;
    }
    sides->push_back(other);
    return;
  }
}

// A figure that is only mentioned beside the other one, as the article that stands for it tells it.
Candidate AsItsOwnArticleTells(Candidate mentioned, const Candidate& other,
                               const std::vector<Candidate>& spans) {
  if (mentioned.document != other.document) return mentioned;
  const auto own = std::find_if(spans.begin(), spans.end(), [&](const Candidate& span) {
    return span.kind == Candidate::Kind::kValue && span.document != other.document &&
           MayDiffer(span.value, mentioned.value) && Agree(span.value, mentioned.value);
  });
  return own == spans.end() ? mentioned : *own;
}

// The sentence names somebody else and nobody whom the question does.
bool IsOfAnother(const Inquiry& inquiry, const Candidate& candidate) {
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return true;
  if (candidate.relevance.names >= NameShares::kWordsOnly) return false;
  const auto& mentions = view->passage().mentions();
  return std::any_of(mentions.begin(), mentions.end(), [&](const v1::PassageMention& mention) {
    return mention.entity_type() == v1::ENTITY_TYPE_ORGANIZATION &&
           !inquiry.links.all().contains(mention.entity());
  });
}

// Who asks for both accounts says that there are two: the best one of another article that speaks
// of the same and tells of the relation in words of its own, whoever the sentence itself names.
void AddAccountOfOtherArticle(const Inquiry& inquiry, const std::vector<Candidate>& spans,
                              std::vector<Candidate>* sides) {
  constexpr double kFitMargin = 0.1;
  const auto& relations = inquiry.reading.relations();
  if (relations.empty() || relations[0].confidence() < kSureRelation) return;
  const Candidate& sure = sides->front();
  for (const Candidate& other : spans) {
    if (other.kind != Candidate::Kind::kValue || other.document == sure.document) continue;
    if (Agree(other.value, sure.value) || !MayDiffer(sure.value, other.value)) continue;
    if (other.fit < sure.fit - kFitMargin || other.relevance.names < NameShares::kDocument)
      continue;
    if (LacksRelation(inquiry, other) || LacksNamed(inquiry, other) ||
        IsFigureOfOthers(inquiry, other) || IsTimeOfNews(inquiry, other) ||
        IsOfAnother(inquiry, other)) {
      continue;
    }
    sides->push_back(other);
    return;
  }
}

// The names that different articles give, best first.
std::vector<Candidate> DifferingNames(const Inquiry& inquiry, const std::vector<Candidate>& spans) {
  std::vector<Candidate> sides;
  for (const Candidate& candidate : spans) {
    if (candidate.kind != Candidate::Kind::kEntity || !SpanSuffices(inquiry, candidate)) continue;
    if (!sides.empty() && candidate.score < sides.front().score - kSideMargin) break;
    const bool elsewhere = std::none_of(sides.begin(), sides.end(), [&](const Candidate& side) {
      return side.document == candidate.document;
    });
    if (elsewhere && sides.size() < kMostSides) sides.push_back(candidate);
  }
  return sides;
}

bool IsTaken(const std::vector<Candidate>& sides, const Candidate& candidate) {
  return std::any_of(sides.begin(), sides.end(),
                     [&](const Candidate& side) { return SamePassage(side, candidate); });
}

// Indices of the question words inside `span`.
absl::flat_hash_set<int> WordsIn(const Inquiry& inquiry, const std::vector<v1::Token>& tokens,
                                 const v1::Span& span) {
  absl::flat_hash_set<int> found;
  for (const v1::Token& token : tokens) {
    if (token.span().begin() < span.begin() || token.span().end() > span.end()) continue;
    for (size_t i = 0; i < inquiry.words.words().size(); ++i) {
      const std::string& surface = inquiry.words.words()[i].surface;
      if (surface.empty()) continue;
      if (surface == token.surface() || surface == token.stem()) found.insert(static_cast<int>(i));
    }
  }
  return found;
}

double ShareOf(const Inquiry& inquiry, const PassageView& view,
               const absl::flat_hash_set<int>& words) {
  double sum = 0;
  double all = 0;
  for (int word : words) {
    sum += view.best()[word] * inquiry.words.words()[word].importance;
    all += inquiry.words.words()[word].importance;
  }
  return all > 0 ? sum / all : 0;
}

// The best statement for each alternative that the question offers.
std::vector<Candidate> SidesOfAlternatives(const Inquiry& inquiry,
                                           const std::vector<Candidate>& statements,
                                           const std::vector<v1::Token>& tokens) {
  std::vector<Candidate> sides;
  for (const v1::Span& alternative : inquiry.reading.alternatives()) {
    const absl::flat_hash_set<int> words = WordsIn(inquiry, tokens, alternative);
    const Candidate* best = nullptr;
    double most = -1;
    for (const Candidate& statement : statements) {
      const PassageView* view = inquiry.pool.At(statement.document, statement.ordinal);
      if (view == nullptr || IsTaken(sides, statement)) continue;
      const double worth = statement.score + kAlternativeShare * ShareOf(inquiry, *view, words);
      if (worth <= most) continue;
      most = worth;
      best = &statement;
    }
    if (best != nullptr && sides.size() < kMostSides) sides.push_back(*best);
  }
  return sides;
}

// The best claim and the best denial; then further documents that speak of it.
std::vector<Candidate> ClaimAndDenial(const Inquiry& inquiry,
                                      const std::vector<Candidate>& statements) {
  std::vector<Candidate> sides;
  if (statements.empty()) return sides;
  const double least = statements.front().score - kSideMargin;
  for (const bool denied : {false, true}) {
    for (const Candidate& statement : statements) {
      if (statement.score < least) break;
      const PassageView* view = inquiry.pool.At(statement.document, statement.ordinal);
      if (view == nullptr || IsTaken(sides, statement)) continue;
      // Another side of it speaks of the same names.
      if (!sides.empty() &&
          statement.relevance.names < sides.front().relevance.names - kNamesMargin) {
        continue;
      }
      const Assertion assertion = AssertionOf(*view, inquiry.words, view->range());
      if ((assertion == Assertion::kDenied) != denied) continue;
      sides.push_back(statement);
      break;
    }
  }
  for (const Candidate& statement : statements) {
    if (sides.size() >= kMostSides || statement.score < least) break;
    const bool same_document = std::any_of(sides.begin(), sides.end(), [&](const Candidate& side) {
      return side.document == statement.document;
    });
    const bool named =
        sides.empty() || statement.relevance.names >= sides.front().relevance.names - kNamesMargin;
    if (!same_document && named) sides.push_back(statement);
  }
  return sides;
}

// How much farther down a claim may stand whose denial is right beside it.
constexpr double kDisputeMargin = 0.35;
constexpr double kDeniedBonus = 0.2;
constexpr size_t kDisputesRead = 12;
constexpr double kNamesWorth = 0.3;
// The sentence right before a denial is what it denies, other things being equal.
constexpr double kBefore = 0.2;

bool IsHeadline(const PassageView& view) {
  return view.passage().kind() == v1::PASSAGE_KIND_HEADLINE ||
         view.passage().kind() == v1::PASSAGE_KIND_HEADING;
}

Candidate SideAt(const Candidate& like, const PassageView& view) {
  Candidate side = like;
  side.ordinal = view.passage().ordinal();
  side.place = view.range();
  side.words = side.excerpt = side.key = std::string(view.Text(view.range()));
  side.citations = {view.Cite(view.range())};
  return side;
}

// The sentence that contests what `view` says: right behind it, or before it where `view` is the
// contesting one. Null when nobody contests it there.
const PassageView* ContestedBeside(const Inquiry& inquiry, const PassageView& view) {
  const auto at = [&](int step) -> const PassageView* {
    const PassageView* beside =
        inquiry.pool.At(view.document().name(), view.passage().ordinal() + step);
    return beside == nullptr || IsHeadline(*beside) ? nullptr : beside;
  };
  if (!Contests(view)) {
    for (int step : {1, 2}) {
      const PassageView* beside = at(step);
      if (beside == nullptr) return nullptr;
      if (Contests(*beside)) return beside;
    }
    return nullptr;
  }
  // What is contested mostly comes before, unless a sentence behind speaks more of the question.
  const PassageView* best = nullptr;
  double most = 0;
  for (int step : {-1, -2, 1, 2}) {
    const PassageView* beside = at(step);
    if (beside == nullptr) continue;
    const Relevance relevance = inquiry.meter.Measure(*beside, beside->range(), beside->range());
    const double worth = relevance.own_coverage + relevance.names + (step == -1 ? kBefore : 0);
    if (worth <= most) continue;
    most = worth;
    best = beside;
  }
  return best;
}

// A claim and what is held against it, in sentences beside each other; empty when there is none.
std::vector<Candidate> Dispute(const Inquiry& inquiry, const std::vector<Candidate>& statements) {
  std::vector<Candidate> sides;
  double most = 0;
  size_t read = 0;
  for (const Candidate& statement : statements) {
    if (++read > kDisputesRead || statement.score < statements.front().score - kDisputeMargin) {
      break;
    }
    const PassageView* view = inquiry.pool.At(statement.document, statement.ordinal);
    if (view == nullptr || IsHeadline(*view)) continue;
    const PassageView* beside = ContestedBeside(inquiry, *view);
    const bool contests = Contests(*view);
    if (beside == nullptr && !contests) continue;
    const double worth = statement.score + kDeniedBonus + kNamesWorth * statement.relevance.names;
    if (worth <= most) continue;
    most = worth;
    sides = {SideAt(statement, *view)};
    if (beside != nullptr) sides.push_back(SideAt(statement, *beside));
    if (contests && sides.size() > 1) std::swap(sides[0], sides[1]);
  }
  if (most < statements.front().score + kNamesWorth * statements.front().relevance.names) {
    sides.clear();
  }
  return sides;
}

bool IsPerson(const LinkedName& link) {
  return (link.stored() ? link.entities.front().type() : link.asked.entity().type()) ==
         v1::ENTITY_TYPE_PERSON;
}

// The best statement of each person whom the question names.
std::vector<Candidate> SidesOfSpeakers(const Inquiry& inquiry,
                                       const std::vector<Candidate>& statements) {
  std::vector<Candidate> sides;
  for (const LinkedName& link : inquiry.links.links()) {
    if (!IsPerson(link) || sides.size() == kMostSides) continue;
    const auto own =
        std::find_if(statements.begin(), statements.end(), [&](const Candidate& statement) {
          const PassageView* view = inquiry.pool.At(statement.document, statement.ordinal);
          return view != nullptr && !IsTaken(sides, statement) &&
                 inquiry.meter.NameShare(*view, link) >= NameShares::kWordsOnly;
        });
    if (own != statements.end()) sides.push_back(*own);
  }
  return sides;
}

// The facts of an open conflict that the question asks about.
std::vector<Candidate> SidesOfConflict(const Inquiry& inquiry, const GatheredEvidence& evidence) {
  for (const v1::Conflict& conflict : inquiry.conflicts) {
    std::vector<Candidate> sides;
    for (const FactMatch& match : evidence.matches) {
      const auto& facts = conflict.facts();
      const bool part = std::find(facts.begin(), facts.end(), match.fact->name()) != facts.end();
      if (!part || match.fillers < kConflictFillers || sides.size() == kMostSides) continue;
      Candidate side = WholeFact(inquiry, match);
      const bool known = std::any_of(sides.begin(), sides.end(),
                                     [&](const Candidate& other) { return other.key == side.key; });
      if (!known && !side.citations.empty()) sides.push_back(std::move(side));
    }
    if (sides.size() > 1) return sides;
  }
  return {};
}

Draft WriteSides(const Inquiry& inquiry, std::vector<Candidate> sides) {
  Draft draft;
  if (sides.empty()) return draft;
  draft.conflicting = sides.size() > 1 && sides.front().kind == Candidate::Kind::kValue;
  size_t room = kLongAnswer;
  if (draft.conflicting) {
    draft.parts.push_back({SourcesDiffer(inquiry.language), {}, {}, 0});
    room -= CharacterCount(draft.parts.back().text);
  }
  const size_t share = room / sides.size() - kSourceCharacters - 8;
  for (Candidate& side : sides) {
    if (&side != &sides.front()) draft.parts.push_back({"؛ ", {}, {}, 0});
    const PassageView* view = inquiry.pool.At(side.document, side.ordinal);
    if (view != nullptr && side.kind == Candidate::Kind::kWords) {
      const Range words = Excerpt(*view, inquiry.words, side.place, std::min<size_t>(share, 220));
      side.words = side.excerpt = std::string(view->Text(words));
    }
    DraftPart part = CandidatePart(side, share, inquiry.language);
    const std::string source = std::string(
        CutAtWord(SourceText(side.citations.front(), inquiry.language), kSourceCharacters));
    if (!source.empty()) absl::StrAppend(&part.text, " (", source, ")");
    draft.confidence = std::max(draft.confidence, part.confidence);
    draft.from_facts |= side.from_fact;
    draft.from_passages |= side.from_passage;
    draft.parts.push_back(std::move(part));
  }
  if (inquiry.language == Language::kEnglish) {
    for (DraftPart& part : draft.parts) {
      if (part.text == "؛ ") part.text = "; ";
    }
  }
  return draft;
}

}  // namespace

bool AsksEachSpeaker(const Inquiry& inquiry, const std::vector<v1::Token>& tokens) {
  const auto& links = inquiry.links.links();
  if (inquiry.reading.kind() != v1::QUESTION_KIND_STATEMENT ||
      std::count_if(links.begin(), links.end(), IsPerson) < 2) {
    return false;
  }
  for (size_t i = 0; i + 1 < tokens.size(); ++i) {
    const std::string& word = tokens[i].surface();
    if (word == "كل" && tokens[i + 1].surface() == "من") return true;
    if (word == "both" || word == "each") return true;
  }
  return false;
}

Draft AnswerWithSpeakers(const Inquiry& inquiry, const GatheredEvidence& evidence) {
  std::vector<Candidate> sides = SidesOfSpeakers(inquiry, evidence.statements);
  return sides.size() < 2 ? Draft() : WriteSides(inquiry, std::move(sides));
}

namespace {

// The store speaks of everybody whom the question names, so that what stands nearest is about them.
bool SpeaksOfNames(const Inquiry& inquiry, const Candidate& statement) {
  constexpr double kLeastConfidence = 0.15;
  const PassageView* view = inquiry.pool.At(statement.document, statement.ordinal);
  if (view == nullptr || ConfidenceOf(statement.score) < kLeastConfidence) return false;
  const auto& links = inquiry.links.links();
  return std::any_of(links.begin(), links.end(),
                     [&](const LinkedName& link) {
                       return inquiry.meter.NameShare(*view, link) >= NameShares::kNeighbour;
                     }) &&
         std::count_if(links.begin(), links.end(), [&](const LinkedName& link) {
           return inquiry.meter.NameShare(*view, link) < NameShares::kDocument;
         }) <= 1;
}

// "According to both", "اذكر الرقمين": one account alone is not what is asked for, and would pass
// for all there is.
bool AsksForAccounts(const std::vector<v1::Token>& tokens) {
  static const auto* words = new absl::flat_hash_set<absl::string_view>{
      "both",    "each",      "differ",     "differs",    "different", "accounts", "versions",
      "two",     "الروايتين", "الروايتان",  "الروايات",   "الرقمين",   "الرقمان",  "الارقام",
      "الجهتين", "الطرفين",   "المتداولين", "المتداولان", "التقديرين"};
  return std::any_of(tokens.begin(), tokens.end(),
                     [](const v1::Token& token) { return words->contains(token.surface()); });
}

// A number of the same kind and size, though what is rounded may allow for both: "about 25
// thousand, or 23 thousand by the papers". A bare number leaves its unit to the one before.
bool IsOtherNumber(const v1::Quantity& a, const v1::Quantity& b) {
  constexpr double kMostTimes = 2;
  if (!a.unit_key().empty() && !b.unit_key().empty() && a.unit_key() != b.unit_key()) return false;
  const double low = std::min(a.amount(), b.amount());
  const double high = std::max(a.amount(), b.amount());
  return low > 0 && high > low && high <= kMostTimes * low;
}

// The sentence itself has another figure that may be the other account.
bool TellsAnotherFigure(const Inquiry& inquiry, const Candidate& figure) {
  const PassageView* view = inquiry.pool.At(figure.document, figure.ordinal);
  if (view == nullptr) return true;
  // "Or 23 thousand": what stands behind it is the other account, however it was read.
  const auto& words = view->passage().tokens();
  for (int token = 0; token + 1 < words.size(); ++token) {
    const std::string& next = words[token + 1].surface();
    if (words[token].surface() == "او" && !next.empty() && absl::ascii_isdigit(next[0]))
      return true;
  }
  const auto& values = view->passage().values();
  return std::any_of(values.begin(), values.end(), [&](const v1::Value& other) {
    if (other.kind_case() != figure.value.kind_case()) return false;
    if (other.has_quantity()) return IsOtherNumber(figure.value.quantity(), other.quantity());
    return !Agree(figure.value, other) && MayDiffer(figure.value, other);
  });
}

// Who asks for figures, or dates, is not told by words without any.
bool HasValueAsked(const Inquiry& inquiry, const std::vector<Candidate>& sides) {
  const bool date = inquiry.reading.answer_type() == v1::ANSWER_TYPE_DATE;
  return std::any_of(sides.begin(), sides.end(), [&](const Candidate& side) {
    const PassageView* view = inquiry.pool.At(side.document, side.ordinal);
    if (view == nullptr) return true;
    const auto& values = view->passage().values();
    return std::any_of(values.begin(), values.end(), [&](const v1::Value& value) {
      return value.has_date() == date &&
             !IsFraction(view->Text({value.span().begin(), value.span().end()}));
    });
  });
}

}  // namespace

Draft AnswerWithSides(const Inquiry& inquiry, const GatheredEvidence& evidence,
                      const std::vector<v1::Token>& tokens) {
  std::vector<Candidate> figures;
  if (AsksForValue(inquiry.reading.answer_type())) {
    figures = DifferingFigures(inquiry, evidence.spans);
    if (figures.size() == 1) {
      absl::optional<Candidate> other = OtherAccount(inquiry, figures.front(), Accounts::kBoth);
      if (other.has_value()) {
        figures.push_back(AsItsOwnArticleTells(*std::move(other), figures.front(), evidence.spans));
      }
    }
    if (figures.size() == 1) AddLooserFigure(inquiry, evidence.spans, &figures);
    if (figures.size() == 1 && AsksForAccounts(tokens)) {
      AddAccountOfOtherArticle(inquiry, evidence.spans, &figures);
    }
    if (figures.size() > 1) return WriteSides(inquiry, std::move(figures));
  }
  if (AsksForEntity(inquiry.reading.answer_type())) {
    std::vector<Candidate> names = DifferingNames(inquiry, evidence.spans);
    if (names.size() > 1) return WriteSides(inquiry, std::move(names));
  }
  const bool offered = inquiry.reading.alternatives_size() > 1;
  if (figures.empty() && !offered && !evidence.statements.empty()) {
    std::vector<Candidate> dispute = Dispute(inquiry, evidence.statements);
    const bool told =
        !AsksForValue(inquiry.reading.answer_type()) || HasValueAsked(inquiry, dispute);
    if (!dispute.empty() && told &&
        (StatementSuffices(inquiry, dispute.front()) || SpeaksOfNames(inquiry, dispute.front()))) {
      return WriteSides(inquiry, std::move(dispute));
    }
  }
  if (figures.size() == 1 && !offered && AsksForAccounts(tokens) &&
      !TellsAnotherFigure(inquiry, figures.front())) {
    return Draft();
  }
  if (!figures.empty()) return WriteSides(inquiry, std::move(figures));
  std::vector<Candidate> known = SidesOfConflict(inquiry, evidence);
  if (!known.empty()) return WriteSides(inquiry, std::move(known));
  if (evidence.statements.empty()) return Draft();
  if (!StatementSuffices(inquiry, evidence.statements.front()) &&
      !SpeaksOfNames(inquiry, evidence.statements.front())) {
    return Draft();
  }
  if (offered) {
    return WriteSides(inquiry, SidesOfAlternatives(inquiry, evidence.statements, tokens));
  }
  std::vector<Candidate> sides = ClaimAndDenial(inquiry, evidence.statements);
  if (AsksForValue(inquiry.reading.answer_type()) && !HasValueAsked(inquiry, sides)) return Draft();
  return WriteSides(inquiry, std::move(sides));
}

}  // namespace isnad::answering
