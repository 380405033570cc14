#include "services/answering/answers/direct_answer.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

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
#include "services/answering/objections/explanation.h"
#include "services/answering/objections/likely_sentence.h"
#include "services/answering/objections/rival_figure.h"
#include "services/answering/objections/successor_sentence.h"
#include "services/answering/objections/telling_sentence.h"
#include "services/answering/passages/excerpt.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// How much weaker a precise figure may be than "hundreds".
constexpr double kPreciseMargin = 0.3;
// Sentences that are tried, best first.
constexpr size_t kStatementsTried = 3;
constexpr size_t kStatementsRead = 12;
// How much weaker a sentence may be that names whom the question does.
constexpr double kNamedMargin = 0.08;
constexpr size_t kRivalCharacters = 150;
constexpr size_t kRivalExcerptCharacters = 84;
constexpr size_t kSourceCharacters = 34;
// What is left beside two figures of one sentence for the sentence itself.
constexpr size_t kSharedCharacters = 240;

bool AsksForSpan(v1::AnswerType type) { return AsksForEntity(type) || AsksForValue(type); }

// Whether the question asks about plans itself.
bool AsksAboutPlans(const v1::QuestionAnalysis& reading) {
  return std::any_of(reading.relations().begin(), reading.relations().end(),
                     [](const v1::RelationReading& relation) {
                       return relation.modality() == v1::MODALITY_PLANNED;
                     });
}

// "Hundreds" in the headline are 340 further down in the article.
bool Specifies(const Candidate& precise, const Candidate& vague) {
  constexpr double kNextRound = 10;
  if (precise.document != vague.document || !precise.value.has_quantity() ||
      !vague.value.has_quantity() ||
      precise.value.quantity().unit_key() != vague.value.quantity().unit_key()) {
    return false;
  }
  const double low = vague.value.quantity().amount();
  const double amount = precise.value.quantity().amount();
  return amount >= low && amount < kNextRound * low;
}

void Count(const Candidate& candidate, Draft* draft) {
  draft->from_facts |= candidate.from_fact;
  draft->from_passages |= candidate.from_passage;
}

AnswerPlace PlaceOf(const Candidate& candidate) {
  return {candidate.document, candidate.ordinal, candidate.place};
}

// Room for an answer: two parts must fit where one does.
size_t RoomOf(const Inquiry& inquiry) {
  return inquiry.scope == Scope::kPart ? kShortAnswer / 2 - 4 : kShortAnswer;
}

// What must be said before a candidate that is no plain fact.
std::string Reservation(const Inquiry& inquiry, const Candidate& candidate) {
  if (!candidate.from_fact) return "";
  if (candidate.modality == v1::MODALITY_PLANNED && !AsksAboutPlans(inquiry.reading)) {
    return inquiry.language == Language::kArabic ? "(خطة أو توقع) " : "(planned or expected) ";
  }
  if (candidate.modality == v1::MODALITY_ALLEGED) {
    return AccordingTo(candidate.attributed_to, inquiry.language);
  }
  return "";
}

// Publisher and date; where that is too long, the publisher alone, so that no date is cut in two.
std::string ShortSource(const Inquiry& inquiry, const v1::Citation& citation) {
  std::string source = SourceText(citation, inquiry.language);
  if (CharacterCount(source) <= kSourceCharacters) return source;
  return std::string(CutAtWord(citation.publisher(), kSourceCharacters));
}

Draft GiveBoth(const Inquiry& inquiry, const Candidate& best, const Candidate& rival) {
  Draft draft;
  draft.conflicting = true;
  draft.confidence = std::min(ConfidenceOf(best.score), ConfidenceOf(rival.score));
  draft.parts.push_back({SourcesDiffer(inquiry.language), {}, {}, 0});
  const absl::string_view separator = inquiry.language == Language::kArabic ? "؛ " : "; ";
  const bool together = best.document == rival.document && best.ordinal == rival.ordinal;
  for (const Candidate* candidate : {&best, &rival}) {
    if (candidate == &rival) draft.parts.push_back({std::string(separator), {}, {}, 0});
    // One sentence has both and says whose they are: it is quoted once.
    Candidate shown = *candidate;
    if (together) {
      shown.excerpt = candidate == &best ? "" : best.excerpt;
    } else if (const PassageView* view = inquiry.pool.At(shown.document, shown.ordinal)) {
      // The words shown must hold the figure.
      shown.excerpt = std::string(
          view->Text(Excerpt(*view, inquiry.words, shown.place, kRivalExcerptCharacters)));
    }
    const std::string source = together ? "" : ShortSource(inquiry, shown.citations.front());
    DraftPart part = CandidatePart(
        shown, together ? kSharedCharacters : kRivalCharacters - kSourceCharacters - 3,
        inquiry.language);
    if (!source.empty()) absl::StrAppend(&part.text, " (", source, ")");
    draft.parts.push_back(std::move(part));
    Count(*candidate, &draft);
  }
  return draft;
}

// The words of the article, in English behind who wrote them.
void AddSentence(const Inquiry& inquiry, const Candidate& candidate, Draft* draft) {
  if (!draft->parts.empty()) draft->parts.push_back({" ", {}, {}, 0});
  Candidate shown = candidate;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (inquiry.scope == Scope::kPart && AsksForSpan(inquiry.reading.answer_type()) &&
      view != nullptr) {
    shown.words = shown.excerpt = std::string(
        view->Text(Excerpt(*view, inquiry.words, candidate.place, RoomOf(inquiry) - 2)));
  }
  DraftPart part = CandidatePart(shown, kShortAnswer, inquiry.language);
  if (inquiry.language == Language::kEnglish && draft->parts.empty()) {
    const std::string lead = AccordingTo(candidate.citations.front().publisher(), inquiry.language);
    if (CharacterCount(lead) + CharacterCount(part.text) <= RoomOf(inquiry)) {
      part.text = absl::StrCat(lead, part.text);
    }
  }
  draft->parts.push_back(std::move(part));
  Count(candidate, draft);
}

Draft GiveSentence(const Inquiry& inquiry, const Candidate& sentence) {
  Draft draft;
  AddSentence(inquiry, sentence, &draft);
  draft.confidence = ConfidenceOf(sentence.score);
  draft.place = PlaceOf(sentence);
  return draft;
}

// The candidate with the whole of another sentence of its document for its words.
Candidate AtSentence(const Candidate& beside, const PassageView& sentence) {
  Candidate moved = beside;
  moved.ordinal = sentence.passage().ordinal();
  moved.place = sentence.range();
  moved.words = moved.excerpt = moved.key = std::string(sentence.Text(sentence.range()));
  moved.citations = {sentence.Cite(sentence.range())};
  return moved;
}

// Whom the question asks the words of.
const LinkedName* SpeakerAsked(const Inquiry& inquiry) {
  for (const v1::RelationReading& relation : inquiry.reading.relations()) {
    if (relation.fact_type() != "STATED") continue;
    for (const v1::RelationFiller& filler : relation.fillers()) {
      if (filler.role() == "subject") return inquiry.links.Find(filler.entity());
    }
  }
  return nullptr;
}

// One sentence tells the matter with everybody else whom the question names, and in the next one
// the speaker says what is asked for.
Draft AnswerWithReply(const Inquiry& inquiry, const GatheredEvidence& evidence) {
  Draft draft;
  const LinkedName* speaker = SpeakerAsked(inquiry);
  if (inquiry.reading.kind() != v1::QUESTION_KIND_STATEMENT || speaker == nullptr) return draft;
  const auto& links = inquiry.links.links();
  if (links.size() < 2) return draft;
  size_t read = 0;
  for (const Candidate& statement : evidence.statements) {
    if (++read > kStatementsTried) break;
    const PassageView* matter = inquiry.pool.At(statement.document, statement.ordinal);
    const PassageView* reply = inquiry.pool.At(statement.document, statement.ordinal + 1);
    if (matter == nullptr || reply == nullptr) continue;
    const bool told = std::all_of(links.begin(), links.end(), [&](const LinkedName& link) {
      return &link == speaker || inquiry.meter.NameShare(*matter, link) >= NameShares::kWordsOnly;
    });
    const auto& clauses = reply->passage().clauses();
    const bool says = std::any_of(clauses.begin(), clauses.end(), [](const v1::Clause& clause) {
      return clause.kind() == v1::CLAUSE_KIND_QUOTATION || clause.kind() == v1::CLAUSE_KIND_CONTENT;
    });
    if (!told || !says || ConfidenceOf(statement.score) < inquiry.min_confidence ||
        inquiry.meter.NameShare(*reply, *speaker) < NameShares::kWordsOnly) {
      continue;
    }
    return GiveSentence(inquiry, AtSentence(statement, *reply));
  }
  return draft;
}

// "What did X do after leaving": the sentence that tells of the leaving goes on in the next one.
const PassageView* SequelOf(const Inquiry& inquiry, const Candidate& statement) {
  const v1::QuestionAnalysis& reading = inquiry.reading;
  if (reading.answer_type() == v1::ANSWER_TYPE_REASON) {
    const PassageView* view = inquiry.pool.At(statement.document, statement.ordinal);
    return view != nullptr && Explains(*view) ? nullptr : ExplanationBehind(inquiry, statement);
  }
  if (reading.kind() != v1::QUESTION_KIND_WHAT || reading.relations().empty() ||
      reading.answer_type() != v1::ANSWER_TYPE_UNSPECIFIED) {
    return nullptr;
  }
  const v1::RelationReading& left = reading.relations(0);
  const bool known = left.fact_type() == "LEFT" && left.asked_role() == "object" &&
                     left.fillers_size() > 0 && left.fillers(0).role() == "subject";
  if (!known) return nullptr;
  const PassageView* next = inquiry.pool.At(statement.document, statement.ordinal + 1);
  const bool goes_on = next != nullptr && next->passage().kind() != v1::PASSAGE_KIND_HEADING &&
                       next->passage().kind() != v1::PASSAGE_KIND_HEADLINE;
  return goes_on ? next : nullptr;
}

// What happened is told in one sentence, and why in the next.
Draft AnswerWithExplanation(const Inquiry& inquiry, const GatheredEvidence& evidence) {
  size_t read = 0;
  for (const Candidate& statement : evidence.statements) {
    if (++read > kStatementsRead) break;
    if (ConfidenceOf(statement.score) < inquiry.min_confidence ||
        !TellsWhatIsExplained(inquiry, statement)) {
      continue;
    }
    const PassageView* why = ExplanationBehind(inquiry, statement);
    if (why != nullptr) return GiveSentence(inquiry, AtSentence(statement, *why));
  }
  return Draft();
}

}  // namespace

namespace {

// `sentences` begin with the one that answers; those behind it may add to it.
Draft GiveSentences(const Inquiry& inquiry, const std::vector<Candidate>& sentences) {
  Draft draft;
  const v1::QuestionKind kind = inquiry.reading.kind();
  const bool may_be_long = inquiry.scope == Scope::kWhole &&
                           !AsksForSpan(inquiry.reading.answer_type()) &&
                           (kind == v1::QUESTION_KIND_WHAT || kind == v1::QUESTION_KIND_LIST ||
                            kind == v1::QUESTION_KIND_WHY);
  const std::vector<Candidate> chosen =
      ComplementaryStatements(inquiry, sentences, may_be_long ? 2 : 1);
  for (const Candidate& candidate : chosen) AddSentence(inquiry, candidate, &draft);
  // A further sentence is for what a short one leaves out.
  if (chosen.size() > 1 && LengthOf(draft) > kShortAnswer) {
    draft = Draft();
    AddSentence(inquiry, chosen.front(), &draft);
  }
  if (const PassageView* sequel = SequelOf(inquiry, chosen.front())) {
    AddSentence(inquiry, AtSentence(chosen.front(), *sequel), &draft);
  }
  draft.confidence = ConfidenceOf(chosen.front().score);
  draft.place = PlaceOf(chosen.front());
  return draft;
}

}  // namespace

Draft AnswerWithSentence(const Inquiry& inquiry, const GatheredEvidence& evidence,
                         const Candidate& sentence) {
  std::vector<Candidate> sentences = {sentence};
  for (const Candidate& other : evidence.statements) {
    if (&other != &sentence) sentences.push_back(other);
  }
  return GiveSentences(inquiry, sentences);
}

Draft AnswerWithStatement(const Inquiry& inquiry, const GatheredEvidence& evidence) {
  // One that is another's words, or gives no cause, does not stand in the way of the next; nor does
  // one that names nobody whom the question does.
  const auto end =
      evidence.statements.begin() + std::min(evidence.statements.size(), kStatementsRead);
  size_t tried = 0;
  auto first = end;
  for (auto it = evidence.statements.begin(); it != end && tried < kStatementsTried; ++it) {
    const bool inside = NamesAreInside(inquiry, *it);
    if (it != evidence.statements.begin() && !inside) continue;
    if (inside) ++tried;
    // The best one is given up for one that names whom the question does, and is about as good.
    const bool better = first == end || (first == evidence.statements.begin() && inside &&
                                         it->score >= first->score - kNamedMargin);
    if (!better || !StatementSuffices(inquiry, *it)) continue;
    first = it;
    if (inside) break;
  }
  if (first == end) return AnswerWithReply(inquiry, evidence);
  return GiveSentences(inquiry, std::vector<Candidate>(first, evidence.statements.end()));
}

Draft AnswerWithTellingSentence(const Inquiry& inquiry, const GatheredEvidence& evidence) {
  const Candidate* sentence = FindTellingSentence(inquiry, evidence);
  return sentence == nullptr ? Draft() : GiveSentence(inquiry, *sentence);
}

Draft AnswerWithLikelySentence(const Inquiry& inquiry, const GatheredEvidence& evidence) {
  const Candidate* sentence = FindLikelySentence(inquiry, evidence);
  if (sentence == nullptr) return Draft();
  Draft draft = GiveSentence(inquiry, *sentence);
  draft.only_likely = true;
  return draft;
}

namespace {

Draft AnswerWithSuccessor(const Inquiry& inquiry, const GatheredEvidence& evidence) {
  const PassageView* sentence = FindSuccessorSentence(inquiry);
  if (sentence == nullptr || evidence.statements.empty()) return Draft();
  Candidate beside = evidence.statements.front();
  beside.document = sentence->document().name();
  return GiveSentence(inquiry, AtSentence(beside, *sentence));
}

}  // namespace

Draft AnswerWithSpan(const Inquiry& inquiry, const GatheredEvidence& evidence,
                     const Candidate& span) {
  const Candidate* rival = FindRival(inquiry, evidence.spans, span);
  if (rival != nullptr) return GiveBoth(inquiry, span, *rival);
  const absl::optional<Candidate> correcting = OtherAccount(inquiry, span, Accounts::kCorrecting);
  if (correcting.has_value()) return GiveBoth(inquiry, span, *correcting);
  Draft draft;
  const std::string reservation = Reservation(inquiry, span);
  DraftPart part =
      CandidatePart(span, RoomOf(inquiry) - CharacterCount(reservation), inquiry.language);
  part.text = absl::StrCat(reservation, part.text);
  draft.confidence = part.confidence;
  draft.parts.push_back(std::move(part));
  draft.entity = span.entity;
  draft.place = PlaceOf(span);
  Count(span, &draft);
  return draft;
}

Draft AnswerDirectly(const Inquiry& inquiry, const GatheredEvidence& evidence) {
  const v1::AnswerType type = inquiry.reading.answer_type();
  const Candidate* best = nullptr;
  for (const Candidate& candidate : evidence.spans) {
    if (!SpanSuffices(inquiry, candidate)) continue;
    if (best == nullptr) {
      best = &candidate;
      if (!IsVagueFigure(candidate.value)) break;
    } else if (candidate.kind == best->kind && !IsVagueFigure(candidate.value) &&
               candidate.value.kind_case() == best->value.kind_case() &&
               (Agree(candidate.value, best->value) || Specifies(candidate, *best)) &&
               candidate.score >= best->score - kPreciseMargin) {
      best = &candidate;
      break;
    }
  }
  if (best == nullptr) {
    if (!AsksForSpan(type) || AsksForDescription(inquiry.reading)) {
      Draft draft = AnswerWithStatement(inquiry, evidence);
      if (draft.answered() || type != v1::ANSWER_TYPE_REASON) return draft;
      draft = AnswerWithExplanation(inquiry, evidence);
      if (draft.answered()) return draft;
    }
    Draft draft = AnswerWithSuccessor(inquiry, evidence);
    return draft.answered() ? draft : AnswerWithTellingSentence(inquiry, evidence);
  }
  // Words of a fact say less than the sentence that carries them.
  if (!AsksForSpan(type) && !evidence.statements.empty() &&
      evidence.statements.front().score > best->score) {
    Draft draft = AnswerWithStatement(inquiry, evidence);
    if (draft.answered()) return draft;
  }
  return AnswerWithSpan(inquiry, evidence, *best);
}

}  // namespace isnad::answering
