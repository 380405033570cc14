#include "services/answering/domain/lookup.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "services/answering/answers/attribute_answer.h"
#include "services/answering/answers/beside_answer.h"
#include "services/answering/answers/candidate_text.h"
#include "services/answering/answers/comparison_answer.h"
#include "services/answering/answers/conflict_answer.h"
#include "services/answering/answers/direct_answer.h"
#include "services/answering/answers/enumerated_lines.h"
#include "services/answering/answers/list_answer.h"
#include "services/answering/answers/sides_asked_for.h"
#include "services/answering/answers/table_comparison.h"
#include "services/answering/answers/timeline_answer.h"
#include "services/answering/answers/yes_no_answer.h"
#include "services/answering/domain/refusals.h"
#include "services/answering/evidence/answer_fit.h"
#include "services/answering/evidence/fact_filter.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/objections/evidence_gate.h"
#include "services/answering/objections/likely_sentence.h"
#include "services/answering/objections/others_figures.h"
#include "services/answering/objections/possible_answers.h"
#include "services/answering/objections/sentence_traits.h"
#include "services/answering/passages/assertion_cues.h"
#include "services/answering/question/alike_mentions.h"
#include "services/answering/question/described_houses.h"
#include "services/answering/question/further_passages.h"
#include "services/answering/question/known_names.h"
#include "services/answering/question/leaning_part.h"
#include "services/answering/question/misspelt_names.h"
#include "services/answering/question/name_types.h"
#include "services/answering/question/part_names.h"
#include "services/answering/question/source_limit.h"
#include "services/server/status/status_macros.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr int kMostConflicts = 50;
// Entities of a single answer, and of a list, that get their labels.
constexpr size_t kLabelled = 2;
constexpr size_t kLabelledInList = 10;
constexpr int kSourcePassages = 40;
// Keys before those of other spellings.
constexpr size_t kFirstKeys = 24;
// Words of stored spellings that a name adds to the search, and their weight.
constexpr size_t kStoredSpellings = 8;
constexpr double kStoredWeight = 0.8;
// Sentences read for what a denied fact might leave out.
constexpr size_t kStatementsRead = 6;
// Names that nothing is known of and that are tried with their letters put right, and the keys
// tried of each: as many as a search takes.
constexpr size_t kMisspeltNames = 2;
constexpr size_t kMisspeltKeys = 250;
// Names and figures that the plan shows with what speaks against them.
constexpr size_t kCandidatesShown = 5;
constexpr size_t kStatementsShown = 3;

// "Who left?" does not say how many; "who is the head?" asks for one.
bool MayBeSeveral(const v1::QuestionAnalysis& reading) {
  if (reading.kind() != v1::QUESTION_KIND_WHO || reading.relations().empty()) return false;
  const v1::RelationReading& asked = reading.relations(0);
  const bool event = asked.fact_type() == "LEFT" || asked.fact_type() == "JOINED" ||
                     asked.fact_type() == "HIRED_FROM" || asked.fact_type() == "COMPETES_WITH" ||
                     asked.fact_type() == "SUPPLIES" || asked.fact_type() == "PARTNERED_WITH";
  // With a noun the interrogative asks for one: "which researcher".
  const bool with_noun = absl::StrContains(reading.focus().quote(), " ");
  return event && !with_noun && asked.asked_role() == "subject";
}

// "Why did X leave" takes it for granted that X left.
bool TakesForGranted(const v1::QuestionAnalysis& reading) {
  if (reading.negated()) return false;
  switch (reading.kind()) {
    case v1::QUESTION_KIND_WHY:
    case v1::QUESTION_KIND_WHEN:
    case v1::QUESTION_KIND_WHERE:
    case v1::QUESTION_KIND_HOW:
    case v1::QUESTION_KIND_HOW_MUCH:
    case v1::QUESTION_KIND_HOW_MANY:
      return true;
    default:
      return false;
  }
}

// Another sentence says that what the question takes for granted did happen.
bool IsSaidElsewhere(const Inquiry& inquiry, const GatheredEvidence& evidence) {
  constexpr double kSayingCoverage = 0.5;
  // A denial of which the sentence shows no sign is a misreading.
  for (const FactMatch& match : evidence.matches) {
    if (match.fact->polarity() != v1::POLARITY_DENIED || match.fact->evidence_size() == 0) continue;
    const v1::Evidence& source = match.fact->evidence(0);
    const PassageView* view = inquiry.pool.At(source.document(), source.passage_ordinal());
    if (view != nullptr && AssertionOf(*view, inquiry.words, view->range()) != Assertion::kDenied) {
      return true;
    }
  }
  size_t read = 0;
  for (const Candidate& statement : evidence.statements) {
    if (++read > kStatementsRead) break;
    const PassageView* view = inquiry.pool.At(statement.document, statement.ordinal);
    if (view == nullptr || statement.relevance.own_coverage < kSayingCoverage) continue;
    if (statement.relevance.names < NameShares::kNeighbour) continue;
    if (AssertionOf(*view, inquiry.words, view->range()) != Assertion::kDenied) {
      return true;
    }
  }
  return false;
}

bool IsSeveral(const v1::QuestionAnalysis& reading) {
  return reading.kind() == v1::QUESTION_KIND_LIST || reading.plural() || MayBeSeveral(reading);
}

// The store may spell a name otherwise than the question and every lexicon.
void AddStoredSpellings(const EntityLinks& links, std::vector<v1::QueryTerm>* terms) {
  for (const LinkedName& link : links.links()) {
    size_t added = 0;
    for (const v1::Entity& entity : link.entities) {
      for (const v1::Alias& alias : entity.aliases()) {
        for (const absl::string_view word :
             absl::StrSplit(alias.folded_key(), absl::ByAnyChar(" -"), absl::SkipEmpty())) {
          const bool known =
              std::any_of(terms->begin(), terms->end(),
                          [&](const v1::QueryTerm& term) { return term.term() == word; });
          // Two letters (four bytes) stand in too many places.
          if (known || word.size() < 4 || ++added > kStoredSpellings) continue;
          v1::QueryTerm term;
          term.set_term(std::string(word));
          term.set_field(v1::QueryTerm::FIELD_SURFACE);
          term.set_weight(kStoredWeight);
          term.set_origin(v1::QueryTerm::ORIGIN_ALIAS);
          // In front, lest a long list of renderings crowd it out.
          terms->insert(terms->begin(), std::move(term));
        }
      }
    }
  }
}

// What the documents that the question limits itself to do not say is left out.
void KeepEvidenceOf(const std::vector<std::string>& documents, std::vector<v1::Fact>* facts) {
  for (v1::Fact& fact : *facts) {
    auto* evidence = fact.mutable_evidence();
    evidence->erase(std::remove_if(evidence->begin(), evidence->end(),
                                   [&](const v1::Evidence& source) {
                                     return std::find(documents.begin(), documents.end(),
                                                      source.document()) == documents.end();
                                   }),
                    evidence->end());
  }
  facts->erase(std::remove_if(facts->begin(), facts->end(),
                              [](const v1::Fact& fact) { return fact.evidence().empty(); }),
               facts->end());
}

// The best supported of the facts that others contradict.
std::vector<std::string> ContestedOf(const std::vector<v1::Fact>& facts) {
  std::vector<std::string> contested;
  for (const v1::Fact& fact : facts) {
    if (contested.size() == FactSource::kMostContested) break;
    if (!fact.conflicts().empty()) contested.push_back(fact.name());
  }
  return contested;
}

PassageQuery MakePassageQuery(const v1::QuestionAnalysis& reading, const EntityLinks& links,
                              const std::vector<std::string>& documents, int max_passages) {
  PassageQuery query;
  query.terms.assign(reading.terms().begin(), reading.terms().end());
  if (query.terms.empty()) return query;
  AddStoredSpellings(links, &query.terms);
  query.entities.assign(links.all().begin(), links.all().end());
  std::sort(query.entities.begin(), query.entities.end());
  query.max_passages = max_passages;
  query.documents = documents;
  return query;
}

std::string TermQuery(const std::vector<v1::QueryTerm>& terms) {
  return absl::StrJoin(terms, " ", [](std::string* out, const v1::QueryTerm& term) {
    absl::StrAppend(out, term.field() == v1::QueryTerm::FIELD_STEM ? "stem:" : "", term.term());
  });
}

// "own_coverage=0.83 first=1": traits that do not apply are left out.
std::string Described(const SentenceTraits& traits) {
  std::string described;
  for (const auto& [name, measure] : traits) {
    if (measure == 0) continue;
    absl::StrAppend(&described, described.empty() ? "" : " ", name, "=",
                    std::round(1000 * measure) / 1000);
  }
  return described;
}

// The draft as one of the possible answers.
RuledAnswer AnswerOf(const Draft& draft) {
  RuledAnswer answer;
  answer.given = draft.answered();
  answer.from_facts = draft.from_facts;
  answer.from_passages = draft.from_passages;
  answer.only_likely = draft.only_likely;
  answer.confidence = draft.confidence;
  if (!draft.place.has_value()) return answer;
  answer.document = draft.place->document;
  answer.ordinal = draft.place->ordinal;
  answer.place = draft.place->place;
  return answer;
}

}  // namespace

absl::Status Lookup::LinkNames(const v1::QuestionAnalysis& reading) {
  whole_ = reading;
  std::vector<std::string> keys;
  const auto add = [&](std::string key) {
    if (!key.empty() && std::find(keys.begin(), keys.end(), key) == keys.end()) {
      keys.push_back(std::move(key));
    }
  };
  // Only the first keys are compared by sound, so the names as written come first.
  for (const v1::QuestionEntity& asked : reading.entities()) {
    if (!asked.entity().folded_keys().empty()) add(asked.entity().folded_keys(0));
  }
  const std::vector<std::string> possible = PossibleNames(tokens_);
  for (const std::string& key : possible) {
    if ((key[0] & 0x80) == 0 && keys.size() < kFirstKeys) add(key);
  }
  for (std::string& key : EntityLinks::KeysOf(reading)) add(std::move(key));
  for (const v1::QuestionAnalysis& part : reading.parts()) {
    for (std::string& key : EntityLinks::KeysOf(part)) add(std::move(key));
  }
  for (const std::string& key : possible) add(key);
  if (keys.empty()) return absl::OkStatus();
  ISNAD_ASSIGN_OR_RETURN(matches_, facts_.SearchEntities(rpc_, options_, keys));
  AddStep("fact", absl::StrCat("entities: ", absl::StrJoin(keys, ", ")), matches_.size(),
          matches_.empty() ? "no name is known" : "names linked");
  AddKnownNames(tokens_, matches_, &whole_);
  return LinkMisspelt();
}

absl::Status Lookup::LinkMisspelt() {
  std::vector<MisspeltName> names = FindMisspeltNames(whole_, matches_);
  if (names.size() > kMisspeltNames) names.resize(kMisspeltNames);
  for (MisspeltName& name : names) {
    // One search, with the likeliest slips.
    if (name.meant.size() > kMisspeltKeys) name.meant.resize(kMisspeltKeys);
    ISNAD_ASSIGN_OR_RETURN(const std::vector<v1::EntityMatch> found,
                           facts_.SearchEntities(rpc_, options_, name.meant));
    std::vector<v1::EntityMatch> meant = MatchMisspelt(name, found);
    AddStep("fact", absl::StrCat("misspelt: ", name.key), meant.size(),
            meant.empty() ? "no name is one slip away" : meant.front().entity().name());
    for (v1::EntityMatch& match : meant) matches_.push_back(std::move(match));
  }
  return absl::OkStatus();
}

absl::StatusOr<std::vector<std::string>> Lookup::FindLimitDocuments(
    const v1::QuestionAnalysis& reading) {
  if (reading.source_limit().quote().empty()) return std::vector<std::string>();
  PassageQuery query;
  query.terms = SourceTerms(reading, tokens_);
  query.max_passages = kSourcePassages;
  if (query.terms.empty()) return std::vector<std::string>();
  ISNAD_ASSIGN_OR_RETURN(const std::vector<v1::PassageHit> hits,
                         facts_.SearchPassages(rpc_, options_, query));
  std::vector<std::string> documents = LimitDocuments(reading, query.terms, hits);
  AddStep("passage", absl::StrCat("source: ", reading.source_limit().quote()), documents.size(),
          documents.empty() ? "no document is named so" : "limited to these documents");
  return documents;
}

absl::StatusOr<Lookup::Found> Lookup::Find(const v1::QuestionAnalysis& reading,
                                           const EntityLinks& links,
                                           const std::vector<std::string>& documents) {
  Found found;
  const std::string filter = FactFilter(reading, links);
  const PassageQuery query = MakePassageQuery(reading, links, documents, limits_.max_passages);
  // Neither waits for what the other finds.
  std::unique_ptr<FactSource::BegunSearch> search;
  if (!query.terms.empty()) search = facts_.BeginSearch(rpc_, options_, query);
  absl::Status status;
  if (!filter.empty()) {
    absl::StatusOr<std::vector<v1::Fact>> facts =
        facts_.ListFacts(rpc_, options_, filter, limits_.max_facts);
    status = facts.status();
    if (facts.ok()) {
      found.facts = *std::move(facts);
      AddStep("fact", filter, found.facts.size(),
              found.facts.empty() ? "no such fact" : "facts read");
    }
  }
  if (search != nullptr) {
    absl::StatusOr<std::vector<v1::PassageHit>> passages = search->Take();
    status.Update(passages.status());
    if (passages.ok()) {
      found.hits = *std::move(passages);
      AddStep("passage", TermQuery(query.terms), found.hits.size(),
              found.hits.empty() ? "no passage holds these words" : "passages read");
    }
  }
  if (!status.ok()) return status;
  if (!documents.empty()) KeepEvidenceOf(documents, &found.facts);
  return found;
}

absl::Status Lookup::Label(std::vector<Candidate>* spans) {
  const size_t most = IsSeveral(whole_) ? kLabelledInList : kLabelled;
  size_t labelled = 0;
  for (Candidate& candidate : *spans) {
    if (labelled == most) break;
    if (candidate.kind != Candidate::Kind::kEntity) continue;
    ++labelled;
    const absl::StatusOr<v1::Entity> entity = facts_.GetEntity(rpc_, options_, candidate.entity);
    if (absl::IsNotFound(entity.status())) continue;
    if (!entity.ok()) return entity.status();
    candidate.label_ar = entity->label_ar();
    candidate.label_en = entity->label_en();
    labelled_[candidate.entity] = *entity;
  }
  return absl::OkStatus();
}

absl::StatusOr<Draft> Lookup::AnswerAbout(const v1::QuestionAnalysis& part,
                                          const std::string& entity) {
  const auto known = labelled_.find(entity);
  if (known == labelled_.end() || !LeansOnAnswer(part, known->second, tokens_)) {
    return Answer(part, Scope::kPart);
  }
  v1::EntityMatch match;
  *match.mutable_entity() = known->second;
  match.set_score(1.0);
  matches_.push_back(std::move(match));
  ISNAD_ASSIGN_OR_RETURN(Draft about,
                         Answer(PartAbout(part, known->second, tokens_), Scope::kPart));
  if (about.answered()) return about;
  return Answer(part, Scope::kPart);
}

absl::StatusOr<Draft> Lookup::AnswerAlone(const v1::QuestionAnalysis& part, Range stretch) {
  return AnswerNamed(WithOwnNames(part, stretch), TokensIn(tokens_, stretch), Scope::kPart);
}

absl::StatusOr<Draft> Lookup::Answer(const v1::QuestionAnalysis& question, Scope scope) {
  return AnswerNamed(question, tokens_, scope);
}

absl::StatusOr<Draft> Lookup::AnswerNamed(const v1::QuestionAnalysis& question,
                                          const std::vector<v1::Token>& named, Scope scope) {
  v1::QuestionAnalysis reading = question;
  AddKnownNames(named, matches_, &reading);
  // A part without a name of its own speaks of the question's.
  EntityLinks links(reading.entities().empty() ? whole_ : reading, matches_);
  ISNAD_ASSIGN_OR_RETURN(const std::vector<std::string> documents, FindLimitDocuments(reading));
  ISNAD_ASSIGN_OR_RETURN(Found found, Find(reading, links, documents));
  std::vector<v1::EntityMatch> alike = FindAlikeMentions(links, found.hits);
  if (!alike.empty()) {
    AddStep("fact", "names alike in the passages", alike.size(), "names linked");
    for (v1::EntityMatch& match : alike) matches_.push_back(std::move(match));
    links = EntityLinks(reading.entities().empty() ? whole_ : reading, matches_);
    ISNAD_ASSIGN_OR_RETURN(found, Find(reading, links, documents));
  }
  if (DescribedIn(reading).empty()) {
    ForgetDescribed(&reading);
    return AnswerResolved(std::move(reading), std::move(links), std::move(found), scope);
  }
  v1::QuestionAnalysis about = reading;
  ISNAD_ASSIGN_OR_RETURN(const bool known, NameDescriptions(links, found.hits, &about));
  if (known) {
    const EntityLinks about_links(about, matches_);
    ISNAD_ASSIGN_OR_RETURN(Found about_found, Find(about, about_links, documents));
    ISNAD_ASSIGN_OR_RETURN(Draft draft,
                           AnswerResolved(about, about_links, std::move(about_found), scope));
    if (draft.answered()) return draft;
  }
  ForgetDescribed(&reading);
  links = EntityLinks(reading.entities().empty() ? whole_ : reading, matches_);
  return AnswerResolved(std::move(reading), std::move(links), std::move(found), scope);
}

absl::StatusOr<Draft> Lookup::AnswerResolved(v1::QuestionAnalysis reading, EntityLinks links,
                                             Found found, Scope scope) {
  if (!reading.entities().empty() && AddAlikeWords(links, found.hits, &reading)) {
    links = EntityLinks(reading, matches_);
  }
  if (TypeAsStored(links, &reading)) links = EntityLinks(reading, matches_);
  ISNAD_RETURN_IF_ERROR(ReadOn(reading, links, &found));
  const std::vector<v1::Fact>& facts = found.facts;
  std::vector<v1::Conflict> conflicts;
  const bool contestable =
      reading.kind() == v1::QUESTION_KIND_CONFLICT || AsksForValue(reading.answer_type());
  const std::vector<std::string> contested =
      contestable ? ContestedOf(facts) : std::vector<std::string>();
  if (!contested.empty()) {
    ISNAD_ASSIGN_OR_RETURN(conflicts, facts_.ListConflicts(rpc_, contested, kMostConflicts));
  }
  QuestionWords words(reading, tokens_);
  words.LearnRarity(found.hits);
  const PassagePool pool(std::move(found.hits), words);
  const RelevanceMeter meter(words, links, pool);
  const Inquiry inquiry = {reading, language_, links,     words, pool,
                           meter,   facts,     conflicts, scope, limits_.min_confidence};
  Draft draft;
  draft.refusal = RefuseUnknownName(inquiry);
  if (draft.refusal.has_value()) return draft;
  GatheredEvidence evidence = GatherEvidence(inquiry);
  const std::string figures = FiguresFilter(inquiry, evidence.spans);
  if (!figures.empty()) {
    ISNAD_ASSIGN_OR_RETURN(const std::vector<v1::Fact> known,
                           facts_.ListFacts(rpc_, options_, figures, limits_.max_facts));
    DropOthersFigures(inquiry, known, &evidence.spans);
  }
  ISNAD_RETURN_IF_ERROR(Label(&evidence.spans));
  if (tell_steps_) AddCandidateSteps(inquiry, evidence);
  ISNAD_ASSIGN_OR_RETURN(draft, Compose(inquiry, evidence));
  if (draft.place.has_value()) Remember(pool, *draft.place);
  if (!draft.answered()) draft.refusal = RefuseForEvidence(inquiry, evidence);
  return draft;
}

void Lookup::Remember(const PassagePool& pool, const AnswerPlace& place) {
  for (const int step : {0, 1}) {
    const PassageView* view = pool.At(place.document, place.ordinal + step);
    if (view == nullptr) return;
    v1::PassageHit hit;
    *hit.mutable_passage() = view->passage();
    *hit.mutable_document() = view->document();
    hit.set_score(1);
    answered_.push_back(std::move(hit));
  }
}

absl::StatusOr<Draft> Lookup::AnswerBesides(const v1::QuestionAnalysis& part, const Draft& before) {
  if (!before.place.has_value()) return Draft();
  std::vector<v1::PassageHit> beside_it;
  for (const int step : {0, 1}) {
    const auto hit =
        std::find_if(answered_.begin(), answered_.end(), [&](const v1::PassageHit& known) {
          return known.document().name() == before.place->document &&
                 known.passage().ordinal() == before.place->ordinal + step;
        });
    if (hit != answered_.end()) beside_it.push_back(*hit);
  }
  if (part.answer_type() == v1::ANSWER_TYPE_REASON) {
    ISNAD_ASSIGN_OR_RETURN(
        std::vector<v1::PassageHit> causes,
        facts_.SearchPassages(rpc_, options_, CauseQuery(before.place->document)));
    AddFurther(std::move(causes), &beside_it);
  }
  const EntityLinks links(whole_, matches_);
  const QuestionWords words(part, tokens_);
  const PassagePool pool(std::move(beside_it), words);
  const RelevanceMeter meter(words, links, pool);
  const std::vector<v1::Fact> facts;
  const std::vector<v1::Conflict> conflicts;
  const Inquiry inquiry = {part,  language_, links,     words,        pool,
                           meter, facts,     conflicts, Scope::kPart, limits_.min_confidence};
  const absl::optional<Candidate> beside = FindBeside(inquiry, before);
  AddStep("passage", "beside the answer", beside.has_value() ? 1 : 0,
          beside.has_value() ? beside->words : "nothing of the kind");
  if (!beside.has_value()) return Draft();
  std::vector<Candidate> named = {*beside};
  ISNAD_RETURN_IF_ERROR(Label(&named));
  return AnswerBeside(inquiry, named.front());
}

absl::Status Lookup::ReadOn(const v1::QuestionAnalysis& reading, const EntityLinks& links,
                            Found* found) {
  const PassageQuery query = FurtherQuery(reading, links, found->hits);
  if (query.terms.empty()) return absl::OkStatus();
  ISNAD_ASSIGN_OR_RETURN(std::vector<v1::PassageHit> further,
                         facts_.SearchPassages(rpc_, options_, query));
  AddStep("passage", "more of the same articles", further.size(), "passages read");
  AddFurther(std::move(further), &found->hits);
  return absl::OkStatus();
}

absl::StatusOr<bool> Lookup::NameDescriptions(const EntityLinks& links,
                                              const std::vector<v1::PassageHit>& hits,
                                              v1::QuestionAnalysis* reading) {
  const std::vector<v1::QuestionEntity> described = DescribedIn(*reading);
  if (described.empty()) return false;
  QuestionWords words(*reading, tokens_);
  words.LearnRarity(hits);
  const PassagePool pool(hits, words);
  bool known = false;
  for (const v1::QuestionEntity& asked : described) {
    const std::string name = FindDescribed(asked, links, words, pool);
    AddStep("fact", absl::StrCat("described: ", asked.span().quote()), name.empty() ? 0 : 1,
            name.empty() ? "tells nothing clear" : name);
    if (name.empty()) continue;
    const absl::StatusOr<v1::Entity> entity = facts_.GetEntity(rpc_, options_, name);
    if (absl::IsNotFound(entity.status())) continue;
    if (!entity.ok()) return entity.status();
    v1::EntityMatch match;
    *match.mutable_entity() = *entity;
    match.set_score(1.0);
    matches_.push_back(std::move(match));
    NameDescribed(asked.entity().id(), *entity, reading);
    known = true;
  }
  if (known) ForgetDescribed(reading);
  return known;
}

absl::StatusOr<Draft> Lookup::Choose(const Inquiry& inquiry, const GatheredEvidence& evidence,
                                     Draft ruled) {
  const std::vector<PossibleAnswer> possible =
      FindPossibleAnswers(inquiry, evidence, AnswerOf(ruled));
  AddChoiceSteps(inquiry, possible, ruled);
  const PossibleAnswer* chosen = LikeliestOf(possible);
  if (chosen == nullptr) return Draft();
  Draft draft;
  if (chosen->ruled) {
    draft = std::move(ruled);
  } else if (chosen->kind == PossibleAnswer::Kind::kSentence) {
    draft = AnswerWithSentence(inquiry, evidence, *chosen->candidate);
  } else {
    std::vector<Candidate> span = {*chosen->candidate};
    ISNAD_RETURN_IF_ERROR(Label(&span));
    draft = AnswerWithSpan(inquiry, evidence, span.front());
  }
  draft.likelihood = chosen->likelihood;
  return draft;
}

absl::StatusOr<Draft> Lookup::Compose(const Inquiry& inquiry, const GatheredEvidence& evidence) {
  const v1::QuestionAnalysis& reading = inquiry.reading;
  if (AsksForNamePart(reading)) return AnswerWithName(inquiry);
  if (TakesForGranted(reading) && IsDeniedThroughout(evidence) &&
      !IsSaidElsewhere(inquiry, evidence)) {
    return Draft();
  }
  if (AsksEachSpeaker(inquiry, tokens_)) {
    Draft sides = AnswerWithSpeakers(inquiry, evidence);
    if (sides.answered()) return sides;
  }
  Draft tabled = AnswerFromTable(inquiry, tokens_);
  if (tabled.answered()) return tabled;
  Draft compared = AnswerWithComparison(inquiry, tokens_);
  if (compared.answered()) return compared;
  switch (reading.kind()) {
    case v1::QUESTION_KIND_YES_NO:
      return AnswerYesOrNo(inquiry, evidence, tokens_);
    case v1::QUESTION_KIND_TIMELINE:
      return AnswerWithTimeline(inquiry, evidence);
    case v1::QUESTION_KIND_CONFLICT:
      return AnswerWithSides(inquiry, evidence, tokens_);
    default: {
      if (IsSeveral(reading)) {
        Draft lines = AnswerWithLines(inquiry, evidence);
        if (lines.answered()) return lines;
      }
      Draft draft = IsSeveral(reading) ? AnswerWithList(inquiry, evidence)
                                       : AnswerDirectly(inquiry, evidence);
      if (!draft.answered()) {
        AddStep("sentence", "", 0, "nothing else answers");
        draft = AnswerWithLikelySentence(inquiry, evidence);
      }
      const bool weighed =
          !limits_.rules_alone && !IsSeveral(reading) && inquiry.scope == Scope::kWhole;
      if (!weighed) return draft;
      return Choose(inquiry, evidence, std::move(draft));
    }
  }
}

void Lookup::AddCandidateSteps(const Inquiry& inquiry, const GatheredEvidence& evidence) {
  const auto add = [&](const Candidate& candidate, absl::string_view objection) {
    AddStep(candidate.from_fact ? "fact" : "passage",
            absl::StrCat("candidate, ", static_cast<int>(100 * ConfidenceOf(candidate.score)),
                         "% sure: ", candidate.words),
            candidate.citations.size(), objection.empty() ? "suffices" : std::string(objection));
  };
  for (size_t i = 0; i < std::min(evidence.spans.size(), kCandidatesShown); ++i) {
    add(evidence.spans[i], SpanObjection(inquiry, evidence.spans[i]));
  }
  for (size_t i = 0; i < std::min(evidence.statements.size(), kStatementsShown); ++i) {
    add(evidence.statements[i], StatementObjection(inquiry, evidence.statements[i]));
  }
  for (const LikelySentence& possible : PossibleSentences(inquiry, evidence)) {
    AddStep("sentence", possible.sentence->words, possible.sentence->citations.size(),
            absl::StrCat(static_cast<int>(100 * possible.likelihood),
                         "% likely: ", Described(possible.traits)));
  }
}

void Lookup::AddChoiceSteps(const Inquiry& inquiry, const std::vector<PossibleAnswer>& possible,
                            const Draft& ruled) {
  if (!tell_steps_) return;
  for (const PossibleAnswer& answer : possible) {
    std::string text;
    if (answer.ruled) {
      for (const DraftPart& part : ruled.parts) absl::StrAppend(&text, part.text);
    } else if (answer.candidate != nullptr) {
      text = CandidatePart(*answer.candidate, kShortAnswer, inquiry.language).text;
    }
    AddStep("choice", std::move(text), 1,
            absl::StrCat(static_cast<int>(100 * answer.likelihood),
                         "% likely: ", Described(answer.traits)));
  }
}

void Lookup::AddStep(std::string route, std::string query, size_t results, std::string outcome) {
  if (!tell_steps_) return;
  v1::PlanStep step;
  step.set_route(std::move(route));
  step.set_query(std::move(query));
  step.set_result_count(static_cast<int32_t>(results));
  step.set_outcome(std::move(outcome));
  steps_.push_back(std::move(step));
}

}  // namespace isnad::answering
