#include "services/answering/domain/evidence_gate.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "services/answering/domain/answer_fit.h"
#include "services/answering/domain/assertion_cues.h"
#include "services/answering/domain/deal_evidence.h"
#include "services/answering/domain/fact_matcher.h"
#include "services/answering/domain/score_weights.h"
#include "services/answering/domain/speaker_fit.h"
#include "services/answering/domain/succession.h"
#include "services/answering/domain/title_words.h"
#include "services/answering/domain/value_key.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// The rarest name of the question must be at least this close to a figure, and to anything else.
constexpr double kNameNearFigure = NameShares::kNeighbour;
constexpr double kNameNearAnything = NameShares::kNeighbour;
// Names up to this length may be ordinary words (Arabic letters take two bytes).
constexpr size_t kShortNameBytes = 6;
constexpr size_t kShortLatinBytes = 3;
// Ends of a fact that agree this well make up for words that differ.
constexpr double kTellingFillers = 0.65;
// Words alone must tell what a question without any name is about.
constexpr double kLeastNamelessCoverage = 0.55;
// Below this share of its given ends, words must tell what a figure of a fact is of.
constexpr double kFewFillers = 0.75;
// All given ends of a fact, and its kind, agree from here on.
constexpr double kAllFillers = 0.9;
// A word of a job title must be matched this well.
constexpr double kLeastTitleMatch = 0.3;
// A word that tells the relation must be matched this well.
constexpr double kLeastRelationMatch = 0.45;
// Fewer words in quotation marks are a name.
constexpr int kQuotedWords = 4;
// A sentence with this much of the question words it in its own way.
constexpr double kTellingCoverage = 0.5;
// A broad question says once whom it is about, and its sources do the same.
constexpr double kNameNearBroad = NameShares::kDocument;

// Three Arabic letters are as often a verb ("مسك"); three Latin ones are a name.
bool IsShortWord(absl::string_view name) {
  return name.size() < kShortLatinBytes ||
         ((name[0] & 0x80) != 0 && name.size() <= kShortNameBytes);
}

bool IsShortCode(const LinkedName& link) {
  constexpr size_t kLongestCode = 5;
  const absl::string_view name = link.asked.span().quote();
  return name.size() <= kLongestCode && std::any_of(name.begin(), name.end(), [](char c) {
           return absl::ascii_isdigit(static_cast<unsigned char>(c));
         });
}

// Share of the name that the fewest passages mention: the one that tells the question from others.
double RarestNameShare(const Inquiry& inquiry, const PassageView& view) {
  double share = 1.0;
  size_t fewest = inquiry.pool.views().size() + 1;
  for (const LinkedName& link : inquiry.links.links()) {
    size_t mentioning = 0;
    for (const PassageView& other : inquiry.pool.views()) {
      mentioning += inquiry.meter.NameShare(other, link) >= NameShares::kWordsOnly ? 1 : 0;
    }
    // A code of letters and figures is written in many ways.
    if (mentioning == 0 && inquiry.links.links().size() > 1 && IsShortCode(link)) continue;
    if (mentioning >= fewest) continue;
    fewest = mentioning;
    share = inquiry.meter.NameShare(view, link);
  }
  return share;
}

// Whether the fact is about somebody or something that the question names.
bool HasNamedEnd(const Inquiry& inquiry, const Candidate& candidate) {
  const auto& all = inquiry.links.all();
  for (const v1::Fact& fact : inquiry.facts) {
    const auto& facts = candidate.facts;
    if (std::find(facts.begin(), facts.end(), fact.name()) == facts.end()) continue;
    if (all.contains(fact.subject().entity()) || all.contains(fact.object().entity())) return true;
    for (const v1::Argument& argument : fact.roles()) {
      if (all.contains(argument.entity())) return true;
    }
  }
  return false;
}

// The sentence asks something itself.
bool IsQuestion(const Inquiry& inquiry, const Candidate& candidate) {
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return absl::EndsWith(candidate.excerpt, "؟");
  const absl::string_view text = absl::StripTrailingAsciiWhitespace(view->Text(view->range()));
  // In an interview what is asked is marked so, with a question mark or without.
  for (const absl::string_view mark : {"س:", "س :", "سؤال:", "■ "}) {
    if (absl::StartsWith(text, mark)) return true;
  }
  return absl::EndsWith(text, "؟") || absl::EndsWith(text, "?");
}

// What the question asks about follows from what the sentence denies ("had not come, so it was put
// off"), or stands in the words that it quotes.
bool TellsConsequence(const PassageView& view) {
  return std::any_of(view.matches().begin(), view.matches().end(), [&](const WordMatch& match) {
    if (match.strength < 0.5) return false;
    const v1::IndexedToken& token = view.passage().tokens(match.token);
    if (absl::StartsWith(token.surface(), "ف") &&
        token.part_of_speech() == v1::PART_OF_SPEECH_VERB) {
      return true;
    }
    const auto& clauses = view.passage().clauses();
    return std::any_of(clauses.begin(), clauses.end(), [&](const v1::Clause& clause) {
      return clause.kind() == v1::CLAUSE_KIND_QUOTATION && clause.begin() <= token.begin() &&
             token.end() <= clause.end();
    });
  });
}

// A sentence that gives no cause and denies what it would be the cause of.
bool IsDenialOfEvent(const Inquiry& inquiry, const Candidate& candidate) {
  if (inquiry.reading.answer_type() != v1::ANSWER_TYPE_REASON) return false;
  if (candidate.clause != v1::CLAUSE_KIND_MAIN) return false;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  return view != nullptr && !TellsConsequence(*view) &&
         AssertionOf(*view, inquiry.words, candidate.place) == Assertion::kDenied;
}

// What somebody brought out is asked for, and the sentence says what he did not.
bool TellsOfNone(const Inquiry& inquiry, const Candidate& candidate) {
  const v1::QuestionAnalysis& reading = inquiry.reading;
  if (reading.kind() != v1::QUESTION_KIND_WHAT || reading.negated()) return false;
  if (reading.relations().empty() || reading.relations(0).confidence() < kSureRelation ||
      reading.relations(0).fact_type() == "DENIED") {
    return false;
  }
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  return view != nullptr && NegatesAsked(*view, inquiry.words);
}

// A word that gives a cause, or a clause of cause or purpose, in the sentence.
bool GivesCause(const Inquiry& inquiry, const PassageView& view) {
  static const auto* words = new absl::flat_hash_set<absl::string_view>{
      "بسبب",     "لسبب",    "السبب",  "والسبب", "سببه",   "سببها", "لاسباب", "اسباب",  "نتيجه",
      "جراء",     "اثر",     "لان",    "لانه",   "لانها",  "لانهم", "اذ",     "نظرا",   "بعدما",
      "بفعل",     "بدافع",   "سعيا",   "لكي",    "كي",     "بهدف",  "بغرض",   "لظروفه", "لظروف",
      "لظروفها",  "احتجاجا", "بدعوي",  "بحجه",   "يعود",   "تعود",  "يعزو",   "عزا",    "عزت",
      "مبررا",    "مبرره",   "معتبرا", "معتبره", "لتاخر",  "اجل",   "غير",    "لنقص",   "كون",
      "فيما",     "حين",     "اسبابا", "نظير",   "تفاديا", "خشيه",  "لغياب",  "لعدم",   "استكمال",
      "لاستكمال", "لضمان",   "لوقف",   "للحفاظ", "لتسريع", "مقابل", "وسط",    "ازاء",   "منتقدا",
      "منتقده",   "واصفا",   "واصفه",  "بقوله",  "بقولها", "قائلا", "قائله",  "مشيرا",  "مشيره"};
  for (const v1::IndexedToken& token : view.passage().tokens()) {
    if (words->contains(token.surface())) return true;
    if (absl::StartsWith(token.surface(), "ف") &&
        token.part_of_speech() == v1::PART_OF_SPEECH_VERB) {
      return true;
    }
  }
  const auto& relations = inquiry.reading.relations();
  const bool criticism = std::any_of(
      relations.begin(), relations.end(),
      [](const v1::RelationReading& relation) { return relation.fact_type() == "CRITICIZED"; });
  const auto& clauses = view.passage().clauses();
  return std::any_of(clauses.begin(), clauses.end(), [&](const v1::Clause& clause) {
    if (clause.kind() == v1::CLAUSE_KIND_QUOTATION) {
      // A quoted name gives no cause.
      return view.TokenAt(clause.end() - 1) - view.TokenAt(clause.begin()) + 1 >= kQuotedWords;
    }
    // Who attacks something gives his reason as what he thinks of it.
    if (clause.kind() == v1::CLAUSE_KIND_CONTENT && criticism) return true;
    return clause.kind() == v1::CLAUSE_KIND_CAUSE || clause.kind() == v1::CLAUSE_KIND_PURPOSE;
  });
}

// Tells what happened and not why.
bool LacksCause(const Inquiry& inquiry, const Candidate& candidate) {
  if (inquiry.reading.answer_type() != v1::ANSWER_TYPE_REASON) return false;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return false;
  return view->passage().kind() == v1::PASSAGE_KIND_HEADING || !GivesCause(inquiry, *view);
}

// Where the question names a speaker, the sentence names him too, or a fact says that it is his.
bool IsOfSpeaker(const Inquiry& inquiry, const Candidate& candidate) {
  const v1::QuestionAnalysis& reading = inquiry.reading;
  if (reading.kind() != v1::QUESTION_KIND_STATEMENT) return true;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return true;
  bool asked = false;
  for (const v1::RelationReading& relation : reading.relations()) {
    if (relation.fact_type() != "STATED") continue;
    for (const v1::RelationFiller& filler : relation.fillers()) {
      const LinkedName* link = inquiry.links.Find(filler.entity());
      if (filler.role() != "subject" || link == nullptr) continue;
      if (inquiry.meter.NameShare(*view, *link) >= NameShares::kWordsOnly) return true;
      asked = true;
    }
  }
  return !asked || SpeakerFit(inquiry).Of(candidate.document, candidate.ordinal) > 0;
}

// The question gives a job title, and no word of it stands near the fact that is to fill it.
bool IsOtherRole(const Inquiry& inquiry, const Candidate& candidate) {
  if (!candidate.from_fact || inquiry.reading.relations().empty()) return false;
  if (candidate.relevance.coverage >= kLeastCoverage) return false;
  const auto& fillers = inquiry.reading.relations(0).fillers();
  return std::any_of(fillers.begin(), fillers.end(),
                     [](const v1::RelationFiller& filler) { return filler.role() == "role"; });
}

// The question names a post.
bool AsksForPost(const v1::QuestionAnalysis& reading) {
  return std::any_of(reading.relations().begin(), reading.relations().end(),
                     [](const v1::RelationReading& relation) {
                       const auto& fillers = relation.fillers();
                       return std::any_of(fillers.begin(), fillers.end(),
                                          [](const v1::RelationFiller& filler) {
                                            return filler.role() == "role";
                                          });
                     });
}

bool IsRow(const PassageView& view) { return view.passage().kind() == v1::PASSAGE_KIND_TABLE_ROW; }

bool IsEndOf(const Inquiry& inquiry, const Candidate& candidate, const LinkedName& link) {
  for (const v1::Fact& fact : inquiry.facts) {
    const auto& facts = candidate.facts;
    if (std::find(facts.begin(), facts.end(), fact.name()) == facts.end()) continue;
    if (link.names.contains(fact.subject().entity()) ||
        link.names.contains(fact.object().entity())) {
      return true;
    }
    for (const v1::Argument& argument : fact.roles()) {
      if (link.names.contains(argument.entity())) return true;
    }
  }
  return false;
}

// The sentence speaks of a person who is neither asked about nor the answer itself.
bool NamesOtherPerson(const Inquiry& inquiry, const Candidate& candidate, const PassageView& view) {
  return std::any_of(view.passage().mentions().begin(), view.passage().mentions().end(),
                     [&](const v1::PassageMention& mention) {
                       return mention.entity_type() == v1::ENTITY_TYPE_PERSON &&
                              mention.entity() != candidate.entity &&
                              !inquiry.links.all().contains(mention.entity());
                     });
}

// The question asks about what happens at this very place.
bool IsPlaceOfRelation(const Inquiry& inquiry, const LinkedName& link) {
  if (inquiry.reading.relations().empty()) return false;
  const auto& fillers = inquiry.reading.relations(0).fillers();
  return std::any_of(fillers.begin(), fillers.end(), [&](const v1::RelationFiller& filler) {
    return filler.role() == "place" && filler.entity() == link.asked.entity().id();
  });
}

// "This description": the sentence goes on about what the one before told.
bool TakesUp(const PassageView& view) {
  static const auto* pointers =
      new absl::flat_hash_set<absl::string_view>{"هذا", "هذه", "ذلك", "تلك", "بذلك", "لذلك"};
  return std::any_of(
      view.passage().tokens().begin(), view.passage().tokens().end(),
      [](const v1::IndexedToken& token) { return pointers->contains(token.surface()); });
}

// The town in front of an agency's report says where it was written.
bool IsDateline(const Inquiry& inquiry, const Candidate& candidate) {
  if (candidate.from_fact || inquiry.reading.answer_type() != v1::ANSWER_TYPE_LOCATION) {
    return false;
  }
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return false;
  absl::string_view rest = view->Text(view->range());
  if (!absl::ConsumePrefix(&rest, candidate.words)) return false;
  rest = absl::StripLeadingAsciiWhitespace(rest);
  for (const absl::string_view mark : {":", "-", "–", "—", "،"}) {
    if (absl::StartsWith(rest, mark)) return true;
  }
  return false;
}

bool IsInOtherPerson(const PassageView& view, const Candidate& candidate, int token) {
  return std::any_of(
      view.passage().mentions().begin(), view.passage().mentions().end(),
      [&](const v1::PassageMention& mention) {
        return mention.entity_type() == v1::ENTITY_TYPE_PERSON &&
               mention.entity() != candidate.entity &&
               Range{mention.begin(), mention.end()}.Contains(view.TokenBytes(token));
      });
}

// The question asks about a post at this very house.
bool IsAskedHouse(const Inquiry& inquiry, const std::string& entity) {
  const auto& fillers = inquiry.reading.relations(0).fillers();
  bool given = false;
  for (const v1::RelationFiller& filler : fillers) {
    const LinkedName* link = inquiry.links.Find(filler.entity());
    if (filler.role() != "object" || link == nullptr) continue;
    given = true;
    if (link->names.contains(entity)) return true;
  }
  return !given && inquiry.links.all().contains(entity);
}

// A company at which the question asks for no post stands right behind the word.
bool IsBesideOther(const Inquiry& inquiry, const PassageView& view, int token, int reach) {
  const int last = std::min(token + reach, view.passage().tokens_size() - 1);
  const Range behind = {view.TokenBytes(token).end, view.TokenBytes(last).end};
  return std::any_of(view.passage().mentions().begin(), view.passage().mentions().end(),
                     [&](const v1::PassageMention& mention) {
                       return mention.entity_type() == v1::ENTITY_TYPE_ORGANIZATION &&
                              behind.Contains({mention.begin(), mention.end()}) &&
                              !IsAskedHouse(inquiry, mention.entity());
                     });
}

// Who comes to a post is asked for, and the words before the name say that he leaves it.
bool IsLeaving(const Inquiry& inquiry, const Candidate& candidate) {
  constexpr int kTitleReach = 5;
  constexpr int kVerbReach = 2;
  if (inquiry.reading.answer_type() != v1::ANSWER_TYPE_PERSON) return false;
  if (inquiry.reading.relations().empty() ||
      inquiry.reading.relations(0).fact_type() != "APPOINTED") {
    return false;
  }
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return false;
  static const auto* departures = new absl::flat_hash_set<absl::string_view>{
      "استقاله", "باستقاله", "رحيل", "مغادره", "اقاله", "استقال", "استقالت",
      "غادر",    "غادرت",    "رحل",  "رحلت",   "خروج",  "باقاله", "لاستقاله"};
  static const auto* former = new absl::flat_hash_set<absl::string_view>{
      "السابق", "السابقه", "سابقا", "المستقيل", "المستقيله", "المنتهيه"};
  static const auto* conjunctions = new absl::flat_hash_set<absl::string_view>{
      "ان", "وان", "لكن", "فيما", "بينما", "انه", "انها"};
  // Behind these it is the predecessor's post that is told.
  static const auto* links = new absl::flat_hash_set<absl::string_view>{
      "الذي", "التي", "مهام", "منصب", "محل", "خلفا", "بدلا", "مكان", "عمل"};
  const int first = view->TokenAt(candidate.place.begin);
  // What is said of another person in between is his.
  for (int token = first - 1; token >= std::max(0, first - kTitleReach); --token) {
    const v1::IndexedToken& word = view->passage().tokens(token);
    const bool verb = word.part_of_speech() == v1::PART_OF_SPEECH_VERB;
    if (departures->contains(word.surface()) && (!verb || first - token <= kVerbReach)) return true;
    if (verb || conjunctions->contains(word.surface()) ||
        IsInOtherPerson(*view, candidate, token)) {
      break;
    }
  }
  const int last = view->TokenAt(candidate.place.end);
  const int end = std::min(last + kTitleReach, view->passage().tokens_size());
  for (int token = last; token < end; ++token) {
    const v1::IndexedToken& word = view->passage().tokens(token);
    if (links->contains(word.surface()) || IsInOtherPerson(*view, candidate, token)) break;
    if (departures->contains(word.surface())) return true;
    if (word.part_of_speech() == v1::PART_OF_SPEECH_VERB) break;
    // "Formerly of A" goes to B, be A named in the question or not.
    if (former->contains(word.surface())) return !IsBesideOther(inquiry, *view, token, kTitleReach);
  }
  return false;
}

// The question gives a post, and the sentence has it.
bool HasAskedTitle(const Inquiry& inquiry, const PassageView& view) {
  for (const v1::RelationReading& relation : inquiry.reading.relations()) {
    for (const v1::RelationFiller& filler : relation.fillers()) {
      if (filler.role() != "role") continue;
      for (size_t i = 0; i < inquiry.words.words().size(); ++i) {
        if (!inquiry.words.IsWithin(static_cast<int>(i), relation.trigger())) continue;
        if (view.best()[i] < kLeastTitleMatch) return false;
      }
      return MayNameTitle(view.passage(), filler.entity());
    }
  }
  return false;
}

// The sentence takes up by a pronoun or by the first name the only person of the one before.
bool TakesUpPerson(const Inquiry& inquiry, const PassageView& view, const LinkedName& link) {
  static const auto* pronouns = new absl::flat_hash_set<absl::string_view>{
      "عليه", "عليها", "له", "لها", "اليه", "اليها", "معه", "معها", "عنه", "عنها", "لديه", "لديها"};
  const PassageView* before = inquiry.pool.At(view.document().name(), view.passage().ordinal() - 1);
  if (before == nullptr || inquiry.meter.NameShare(*before, link) < NameShares::kWordsOnly) {
    return false;
  }
  absl::flat_hash_set<std::string> persons;
  for (const v1::PassageMention& mention : before->passage().mentions()) {
    if (mention.entity_type() == v1::ENTITY_TYPE_PERSON) persons.insert(mention.entity());
  }
  if (persons.size() > 1) return false;
  const auto& keys = link.asked.entity().folded_keys();
  return std::any_of(view.passage().tokens().begin(), view.passage().tokens().end(),
                     [&](const v1::IndexedToken& token) {
                       if (pronouns->contains(token.surface())) return true;
                       // First names of two letters are words, too.
                       if (token.surface().size() <= 4) return false;
                       return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
                         return absl::StartsWith(key, token.surface()) &&
                                key.size() > token.surface().size() &&
                                key[token.surface().size()] == ' ';
                       });
                     });
}

bool IsAppointment(const Inquiry& inquiry, const Candidate& candidate) {
  return std::any_of(inquiry.facts.begin(), inquiry.facts.end(), [&](const v1::Fact& fact) {
    const auto& facts = candidate.facts;
    return fact.type() == "APPOINTED" &&
           std::find(facts.begin(), facts.end(), fact.name()) != facts.end();
  });
}

// How near whom the question names must be for a name or figure of the sentence to be his.
double LeastShare(const Inquiry& inquiry, const Candidate& candidate, const PassageView& view,
                  const LinkedName& link) {
  const v1::EntityType type =
      link.stored() ? link.entities.front().type() : link.asked.entity().type();
  if (type != v1::ENTITY_TYPE_PERSON) {
    // A fact that leaves out what the question names must at least stand beside it.
    return candidate.from_fact && inquiry.links.links().size() > 1 ? NameShares::kNeighbour
                                                                   : NameShares::kDocument;
  }
  // A fact that names the successor may stand in the sentence before the predecessor's.
  if (IsBystander(inquiry, link) && candidate.primary && IsAppointment(inquiry, candidate) &&
      candidate.fillers >= kAllFillers) {
    return NameShares::kNeighbour;
  }
  // Whoever held a post before is seldom named where the next one is.
  if (IsBystander(inquiry, link) && HasAskedTitle(inquiry, view)) return NameShares::kDocument;
  // What is said of one person in the sentence is not true of whom the one before spoke of.
  // Nor is one item of a list about whom the item before is about.
  const bool own = NamesOtherPerson(inquiry, candidate, view) ||
                   view.passage().kind() == v1::PASSAGE_KIND_LIST_ITEM ||
                   inquiry.reading.asked_attribute() == "SALARY" ||
                   (inquiry.reading.answer_type() == v1::ANSWER_TYPE_PERSON &&
                    IsBystander(inquiry, link) && !TellsOfSuccession(view) && !TakesUp(view));
  return own && !TakesUpPerson(inquiry, view, link) ? NameShares::kWordsOnly
                                                    : NameShares::kNeighbour;
}

// Somebody whom the question names is not spoken of here, nor anything else that it names in the
// whole article.
bool LacksNamed(const Inquiry& inquiry, const Candidate& candidate) {
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  // A passage that the question's words did not find does not name whose pay is asked for.
  if (view == nullptr) return inquiry.reading.asked_attribute() == "SALARY";
  for (const LinkedName& link : inquiry.links.links()) {
    const v1::EntityType type =
        link.stored() ? link.entities.front().type() : link.asked.entity().type();
    if (IsShortWord(link.asked.span().quote())) continue;
    // Pay is of whom the sentence names, whoever a description in it was taken for.
    const bool pay = inquiry.reading.asked_attribute() == "SALARY";
    if (!(pay && type == v1::ENTITY_TYPE_PERSON) && IsEndOf(inquiry, candidate, link)) continue;
    if (type == v1::ENTITY_TYPE_LOCATION) {
      // A post is at a place, an event may go on in the next sentence.
      const bool post = !inquiry.reading.relations().empty() &&
                        inquiry.reading.relations(0).fact_type() == "HOLDS_ROLE";
      if (IsPlaceOfRelation(inquiry, link) &&
          inquiry.meter.NameShare(*view, link) <
              (post ? NameShares::kWordsOnly : NameShares::kNeighbour)) {
        return true;
      }
      continue;
    }
    if (inquiry.meter.NameShare(*view, link) < LeastShare(inquiry, candidate, *view, link)) {
      return true;
    }
  }
  return false;
}

// A figure beside which others are named than whom the question asks about is theirs, unless it
// names these, too.
bool IsFigureOfOthers(const Inquiry& inquiry, const Candidate& candidate) {
  if (candidate.from_fact || candidate.kind != Candidate::Kind::kValue) return false;
  if (candidate.value.has_date() || inquiry.links.links().empty()) return false;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  // Rows and items are of what stands above them.
  if (view == nullptr || IsRow(*view) || view->passage().kind() == v1::PASSAGE_KIND_LIST_ITEM) {
    return false;
  }
  for (const LinkedName& link : inquiry.links.links()) {
    if (inquiry.meter.NameShare(*view, link) >= NameShares::kWordsOnly) return false;
  }
  const Range clause = view->ClauseAround(candidate.place);
  for (const v1::PassageMention& mention : view->passage().mentions()) {
    const Range place = {mention.begin(), mention.end()};
    if (!clause.Contains(place)) continue;
    // A longer form of a name in the question is asked about.
    const bool asked =
        std::any_of(view->matches().begin(), view->matches().end(), [&](const WordMatch& match) {
          return place.Contains(view->TokenBytes(match.token)) && match.strength >= 0.5 &&
                 inquiry.words.words()[match.word].role == QuestionWord::Role::kName;
        });
    if (asked) continue;
    const bool actor = mention.entity_type() == v1::ENTITY_TYPE_ORGANIZATION;
    if (actor && !inquiry.links.all().contains(mention.entity())) return true;
  }
  return false;
}

// The question gives a job title whose words the sentence does not have: the head of finance is
// not the head of the company.
bool LacksTitle(const Inquiry& inquiry, const Candidate& candidate) {
  if (!AsksForEntity(inquiry.reading.answer_type())) return false;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  // A row has its titles in the header.
  if (view == nullptr || IsRow(*view)) return false;
  for (const v1::RelationReading& relation : inquiry.reading.relations()) {
    const auto& fillers = relation.fillers();
    if (std::none_of(fillers.begin(), fillers.end(),
                     [](const v1::RelationFiller& filler) { return filler.role() == "role"; })) {
      continue;
    }
    bool any = false;
    bool all = true;
    bool found = false;
    for (size_t i = 0; i < inquiry.words.words().size(); ++i) {
      if (!inquiry.words.IsWithin(static_cast<int>(i), relation.trigger())) continue;
      any = true;
      const bool here = view->best()[i] >= kLeastTitleMatch;
      found |= here;
      all &= here;
    }
    const bool arabic = inquiry.reading.language_code() == "ar";
    if (any && !(arabic ? all : found)) return true;
    for (const v1::RelationFiller& filler : fillers) {
      if (filler.role() == "role" && !MayNameTitle(view->passage(), filler.entity())) return true;
    }
  }
  return false;
}

bool NamesAreNear(const Inquiry& inquiry, const Candidate& candidate, double least) {
  if (inquiry.links.links().empty()) return true;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return !candidate.from_fact || HasNamedEnd(inquiry, candidate);
  return RarestNameShare(inquiry, *view) >= least;
}

// Everything that the question names stands in the sentence, and it names more than one.
bool NamesMeet(const Inquiry& inquiry, const Candidate& candidate) {
  if (inquiry.links.links().size() < 2) return false;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return candidate.relevance.names >= NameShares::kWordsOnly;
  return std::all_of(inquiry.links.links().begin(), inquiry.links.links().end(),
                     [&](const LinkedName& link) {
                       return inquiry.meter.NameShare(*view, link) >= NameShares::kWordsOnly;
                     });
}

// The question asks for an end of a relation that was read surely, yet no fact fills it.
bool IsUnconfirmed(const Inquiry& inquiry, const Candidate& candidate) {
  if (candidate.from_fact || inquiry.reading.relations().empty()) return false;
  const v1::RelationReading& relation = inquiry.reading.relations(0);
  const bool end = relation.asked_role() == "subject" || relation.asked_role() == "object" ||
                   relation.asked_role() == "counterpart";
  return end && relation.confidence() >= kSureRelation;
}

// "Where did she come from when she joined X".
bool AsksForOrigin(const v1::QuestionAnalysis& reading) {
  return std::any_of(reading.relations().begin(), reading.relations().end(),
                     [](const v1::RelationReading& relation) {
                       return relation.fact_type() == "HIRED_FROM" &&
                              relation.asked_role() == "object";
                     });
}

// Facts of the relation with the given ends exist, and what they have in the asked place is what
// the question itself names: whoever joined X is known, but not whom they joined after X.
bool IsKnownOtherwise(const Inquiry& inquiry, const Candidate& candidate) {
  if (inquiry.reading.relations().empty()) return false;
  const v1::RelationReading& asked = inquiry.reading.relations(0);
  if (asked.confidence() < kSureRelation || asked.fillers().empty()) return false;
  if (asked.asked_role() == "place") return false;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  // A sentence that brings all names together tells of the part that is not given; but whom
  // somebody joined or left is not told by where he was before or after.
  const bool moves = asked.fact_type() == "JOINED" || asked.fact_type() == "LEFT";
  if (view != nullptr && NamesMeet(inquiry, candidate) &&
      (!moves || TellsOfSuccession(*view) || AsksForOrigin(inquiry.reading))) {
    return false;
  }
  bool otherwise = false;
  for (const FactMatch& match : MatchFacts(inquiry)) {
    if (match.relation != &asked || match.fillers < 0.9) continue;
    const auto& facts = candidate.facts;
    if (std::find(facts.begin(), facts.end(), match.fact->name()) != facts.end()) return false;
    const bool subject = (asked.asked_role() == "subject") != match.swapped;
    const v1::Argument& part = subject ? match.fact->subject() : match.fact->object();
    otherwise |= inquiry.links.all().contains(part.entity());
  }
  return otherwise;
}

// A bare number where no word of the sentence says that it counts what the question counts.
bool LacksCountedThing(const Inquiry& inquiry, const Candidate& candidate) {
  if (inquiry.reading.answer_type() != v1::ANSWER_TYPE_COUNT || candidate.from_fact ||
      !candidate.value.has_quantity() || inquiry.reading.answer_class().empty() ||
      !candidate.value.quantity().unit_key().empty()) {
    return false;
  }
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr || IsRow(*view)) return false;
  // "Its employees numbered 900" says by the relation itself what is counted.
  if (!inquiry.reading.relations().empty() &&
      inquiry.reading.relations(0).fact_type() == "HEADCOUNT" &&
      !LacksRelation(inquiry, candidate)) {
    return false;
  }
  bool any = false;
  for (size_t i = 0; i < inquiry.words.words().size(); ++i) {
    if (inquiry.words.words()[i].role != QuestionWord::Role::kFocus) continue;
    any = true;
    if (view->best()[i] >= kLeastTitleMatch) return false;
  }
  return any;
}

// The question asks for one kind of sum (a profit, a debt), and the sentence does not speak of it.
bool LacksKindOfSum(const Inquiry& inquiry, const Candidate& candidate) {
  static const auto* kinds = new absl::flat_hash_set<absl::string_view>{
      "REVENUE", "PROFIT", "LOSS", "DEBT", "FINE", "VALUATION", "BUDGET", "CAPITAL"};
  if (!kinds->contains(inquiry.reading.asked_attribute())) return false;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr || IsRow(*view)) return view == nullptr;
  // "Packages whose value passed": what is worth that much is not the company.
  if (inquiry.reading.asked_attribute() == "VALUATION") {
    const bool own = std::any_of(view->passage().tokens().begin(), view->passage().tokens().end(),
                                 [](const v1::IndexedToken& token) {
                                   const std::string& surface = token.surface();
                                   return surface == "القيمه" || surface == "قيمت" ||
                                          absl::StrContains(surface, "تقييم") ||
                                          absl::StrContains(surface, "تقدر") ||
                                          absl::StrContains(surface, "قدرت") ||
                                          absl::StrContains(surface, "مقيم");
                                 });
    if (!own && std::any_of(view->passage().tokens().begin(), view->passage().tokens().end(),
                            [](const v1::IndexedToken& token) {
                              return token.surface() == "قيمتها" || token.surface() == "قيمته";
                            })) {
      return true;
    }
  }
  for (size_t i = 0; i < inquiry.words.words().size(); ++i) {
    if (!inquiry.words.IsWithin(static_cast<int>(i), inquiry.reading.focus())) continue;
    if (view->best()[i] >= kLeastTitleMatch) return false;
  }
  return true;
}

bool HasValueLike(const PassageView& view, const v1::Value& given) {
  return std::any_of(view.passage().values().begin(), view.passage().values().end(),
                     [&](const v1::Value& value) {
                       return value.kind_case() == given.kind_case() && Agree(value, given);
                     });
}

bool HasFactWith(const Inquiry& inquiry, const Candidate& candidate, const v1::Value& given) {
  const auto agrees = [&](const v1::Argument& argument) {
    return argument.has_value() && argument.value().kind_case() == given.kind_case() &&
           Agree(argument.value(), given);
  };
  for (const v1::Fact& fact : inquiry.facts) {
    const auto& facts = candidate.facts;
    if (std::find(facts.begin(), facts.end(), fact.name()) == facts.end()) continue;
    if (agrees(fact.object())) return true;
    if (std::any_of(fact.roles().begin(), fact.roles().end(), agrees)) return true;
  }
  return false;
}

// The question tells by a sum which deal it means, and the sentence, the fact and the sentence
// before have another one or none.
bool LacksGivenSum(const Inquiry& inquiry, const Candidate& candidate) {
  if (!AsksForEntity(inquiry.reading.answer_type())) return false;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  const PassageView* before = inquiry.pool.At(candidate.document, candidate.ordinal - 1);
  for (const v1::Value& given : inquiry.reading.values()) {
    if (!given.has_money() || HasFactWith(inquiry, candidate, given)) continue;
    if (view != nullptr && HasValueLike(*view, given)) continue;
    if (before == nullptr || !HasValueLike(*before, given)) return true;
  }
  return false;
}

// The question asks about what is still to come, and the sentence tells of what has come.
bool LacksPlan(const Inquiry& inquiry, const Candidate& candidate) {
  if (inquiry.reading.relations().empty()) return false;
  const bool figure = inquiry.reading.answer_type() == v1::ANSWER_TYPE_COUNT &&
                      inquiry.reading.relations(0).fact_type() == "HEADCOUNT" &&
                      inquiry.reading.relations(0).modality() == v1::MODALITY_PLANNED &&
                      candidate.modality != v1::MODALITY_PLANNED &&
                      candidate.relevance.own_coverage < kTellingCoverage;
  const bool release = !candidate.from_fact && AsksForEntity(inquiry.reading.answer_type()) &&
                       inquiry.reading.relations(0).fact_type() == "PLANS_RELEASE";
  if (!figure && !release) return false;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  return view != nullptr && !TellsOfFuture(*view);
}

// All words of the candidate are the question's own: "the next generation" names no model.
bool RepeatsQuestion(const Inquiry& inquiry, const Candidate& candidate) {
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr || candidate.kind == Candidate::Kind::kValue) return false;
  if (!AsksForEntity(inquiry.reading.answer_type())) return false;
  // A description stands there for a name that is told elsewhere.
  if (candidate.kind == Candidate::Kind::kEntity &&
      view->Text(candidate.place) != candidate.words) {
    return false;
  }
  bool any = false;
  for (int token = view->TokenAt(candidate.place.begin); token < view->passage().tokens_size();
       ++token) {
    if (view->TokenBytes(token).begin >= candidate.place.end) break;
    if (view->passage().tokens(token).part_of_speech() == v1::PART_OF_SPEECH_PUNCT) continue;
    any = true;
    const bool own =
        std::any_of(view->matches().begin(), view->matches().end(), [&](const WordMatch& match) {
          return match.token == token && match.strength >= 0.5 &&
                 inquiry.words.words()[match.word].role != QuestionWord::Role::kName;
        });
    if (!own) return false;
  }
  return any;
}

// "What is it called" does not say what kind of name: the words around must.
bool IsBareName(const Inquiry& inquiry, const Candidate& candidate) {
  return inquiry.reading.answer_type() == v1::ANSWER_TYPE_NAME &&
         inquiry.reading.answer_class().empty() && !candidate.from_fact;
}

// Most of what the question says is neither its relation nor its names.
bool AsksBeyondRelation(const Inquiry& inquiry) {
  if (inquiry.reading.relations().empty()) return false;
  double beyond = 0;
  double all = 0;
  for (size_t i = 0; i < inquiry.words.words().size(); ++i) {
    const QuestionWord& word = inquiry.words.words()[i];
    if (word.role != QuestionWord::Role::kContent) continue;
    all += word.importance;
    const v1::Span& trigger = inquiry.reading.relations(0).trigger();
    if (!inquiry.words.IsWithin(static_cast<int>(i), trigger)) beyond += word.importance;
  }
  return beyond > 0.5 * all;
}

// "Its founder" is of whom the sentence is about, and that is not whom the question names.
bool IsTitleOfOthers(const Inquiry& inquiry, const Candidate& candidate) {
  constexpr int kTitleReach = 4;
  if (candidate.from_fact || inquiry.reading.answer_type() != v1::ANSWER_TYPE_PERSON) return false;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr || inquiry.links.links().empty()) return false;
  const int first = view->TokenAt(candidate.place.begin);
  const bool possessed =
      std::any_of(view->matches().begin(), view->matches().end(), [&](const WordMatch& match) {
        const absl::string_view surface = view->passage().tokens(match.token).surface();
        return match.strength >= 0.5 && match.token < first && match.token >= first - kTitleReach &&
               (absl::EndsWith(surface, "ها") || absl::EndsWith(surface, "هما")) &&
               inquiry.words.words()[match.word].role != QuestionWord::Role::kName;
      });
  if (!possessed) return false;
  for (const v1::PassageMention& mention : view->passage().mentions()) {
    if (mention.entity_type() != v1::ENTITY_TYPE_ORGANIZATION) continue;
    return !inquiry.links.all().contains(mention.entity());
  }
  return false;
}

// What a dispute, a deal or a film is about.
constexpr absl::string_view kTopic = "TOPIC";

// Behind a word of the question the sentence says what that is about.
bool TellsTopic(const Inquiry& inquiry, const Candidate& candidate) {
  constexpr int kTopicReach = 6;
  static const auto* words = new absl::flat_hash_set<absl::string_view>{
      "حول", "بشان", "علي", "خلفيه", "بسبب", "بخصوص", "يتعلق", "تتعلق", "يتناول", "تتناول", "عن"};
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return false;
  return std::any_of(view->matches().begin(), view->matches().end(), [&](const WordMatch& match) {
    if (match.strength < 0.5 ||
        inquiry.words.words()[match.word].role == QuestionWord::Role::kName) {
      return false;
    }
    const int end = std::min(match.token + kTopicReach, view->passage().tokens_size());
    for (int token = match.token + 1; token < end; ++token) {
      if (view->passage().tokens(token).part_of_speech() == v1::PART_OF_SPEECH_PUNCT) break;
      if (words->contains(view->passage().tokens(token).surface())) return true;
    }
    return false;
  });
}

// Neither the sentence nor those beside it tell of what the question asks the cause of.
bool LacksRelationAround(const Inquiry& inquiry, const Candidate& candidate) {
  for (int step : {0, -1, 1}) {
    Candidate beside = candidate;
    beside.ordinal += step;
    if (inquiry.pool.At(beside.document, beside.ordinal) == nullptr) continue;
    if (!LacksRelation(inquiry, beside)) return false;
  }
  return LacksRelation(inquiry, candidate);
}

// Everything that the question names is an end of the fact.
bool HoldsAllNames(const Inquiry& inquiry, const Candidate& candidate) {
  const auto& links = inquiry.links.links();
  return std::all_of(links.begin(), links.end(),
                     [&](const LinkedName& link) { return IsEndOf(inquiry, candidate, link); });
}

bool HasContent(const Inquiry& inquiry) { return inquiry.words.content_importance() > 0; }

}  // namespace

bool LacksRelation(const Inquiry& inquiry, const Candidate& candidate) {
  if (candidate.from_fact || inquiry.reading.relations().empty()) return false;
  const v1::RelationReading& relation = inquiry.reading.relations(0);
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr || IsRow(*view) || relation.confidence() < kSureRelation) return false;
  const PassageView* heading =
      inquiry.pool.At(candidate.document, view->passage().heading_ordinal());
  bool any = false;
  for (size_t i = 0; i < inquiry.words.words().size(); ++i) {
    if (!inquiry.words.IsWithin(static_cast<int>(i), relation.trigger())) continue;
    if (inquiry.words.words()[i].role != QuestionWord::Role::kContent) continue;
    any = true;
    if (view->best()[i] >= kLeastRelationMatch) return false;
    if (heading != nullptr && heading->best()[i] >= kLeastRelationMatch) return false;
  }
  return any;
}

absl::string_view SpanObjection(const Inquiry& inquiry, const Candidate& candidate) {
  if (ConfidenceOf(candidate.score) < inquiry.min_confidence) return "too unsure";
  if (IsQuestion(inquiry, candidate)) return "asks itself";
  if (IsOtherRole(inquiry, candidate)) return "another post";
  if (!inquiry.reading.answer_class().empty() && candidate.fit < kLeastClassFit) {
    return "another kind";
  }
  if (candidate.from_fact && !NamesAreNear(inquiry, candidate, kNameNearBroad)) {
    return "names far off";
  }
  if (AsksForEntity(inquiry.reading.answer_type()) && IsKnownOtherwise(inquiry, candidate)) {
    return "known otherwise";
  }
  if (LacksNamed(inquiry, candidate)) return "lacks a name";
  if (IsFigureOfOthers(inquiry, candidate)) return "figure of others";
  if (LacksTitle(inquiry, candidate)) return "lacks the title";
  if (LacksCountedThing(inquiry, candidate)) return "counts something else";
  if (LacksKindOfSum(inquiry, candidate)) return "another kind of sum";
  if (LacksGivenSum(inquiry, candidate)) return "another sum is given";
  if (LacksPlan(inquiry, candidate)) return "tells no plan";
  if (TellsOnlyOfOffer(inquiry, candidate)) return "tells of an offer only";
  if (LacksActor(inquiry, candidate)) return "lacks who acts";
  if (RepeatsQuestion(inquiry, candidate)) return "repeats the question";
  if (IsDateline(inquiry, candidate)) return "is a dateline";
  if (IsLeaving(inquiry, candidate)) return "is leaving";
  if (IsTitleOfOthers(inquiry, candidate)) return "title of others";
  // Where only the attribute is asked for, words must show that it is told.
  if (!inquiry.reading.asked_attribute().empty() && !candidate.from_fact && !HasContent(inquiry)) {
    return "nothing tells the attribute";
  }
  const bool known =
      candidate.from_fact && candidate.primary && candidate.fillers >= kTellingFillers;
  if (LacksRelation(inquiry, candidate) && !NamesMeet(inquiry, candidate)) {
    return "lacks the relation";
  }
  // Figures of facts whose ends agree need no words; a name may fill another part of them.
  const bool told =
      candidate.fillers >= kFewFillers || candidate.relevance.coverage >= kLeastCoverage;
  if (known && told && candidate.kind == Candidate::Kind::kValue &&
      inquiry.reading.asked_attribute().empty()) {
    return "";
  }
  // A fact of the very relation with all its given ends may word it in its own way.
  if (known && candidate.fillers >= kAllFillers && candidate.fit >= kAllFillers &&
      !AsksForPost(inquiry.reading) && inquiry.reading.asked_attribute().empty() &&
      inquiry.reading.relations(0).confidence() >= kSureRelation) {
    return "";
  }
  if (candidate.from_fact && candidate.relevance.coverage == 0) {
    const bool seen = inquiry.pool.At(candidate.document, candidate.ordinal) != nullptr;
    const bool succeeds = std::any_of(
        inquiry.links.links().begin(), inquiry.links.links().end(), [&](const LinkedName& link) {
          return IsBystander(inquiry, link) && !IsEndOf(inquiry, candidate, link);
        });
    if (!seen && AsksForEntity(inquiry.reading.answer_type()) &&
        (succeeds || AsksBeyondRelation(inquiry))) {
      return "words not seen";
    }
    if (!seen && !candidate.primary && candidate.kind == Candidate::Kind::kValue &&
        !HoldsAllNames(inquiry, candidate)) {
      return "of another relation";
    }
    if (known || !seen || !HasContent(inquiry)) return "";
  }
  // A figure of something that the question mentions beside what it asks about.
  if (candidate.from_fact && !candidate.from_passage && !candidate.primary &&
      candidate.kind == Candidate::Kind::kValue &&
      candidate.relevance.coverage < kLeastUnconfirmedCoverage) {
    return "of another relation";
  }
  const double least = !inquiry.reading.asked_attribute().empty() ? kLeastAttributeCoverage
                       : IsUnconfirmed(inquiry, candidate) && !NamesMeet(inquiry, candidate)
                           ? kLeastUnconfirmedCoverage
                       : IsBareName(inquiry, candidate) ? kLeastNameCoverage
                       : NamesMeet(inquiry, candidate)  ? kLeastMeetingCoverage
                       : candidate.from_fact            ? 0.5 * kLeastCoverage
                                                        : kLeastCoverage;
  if (HasContent(inquiry) && candidate.relevance.coverage < least) return "too few words";
  if (inquiry.links.links().empty() && candidate.relevance.coverage < kLeastNamelessCoverage) {
    return "no name and too few words";
  }
  const v1::AnswerType type = inquiry.reading.answer_type();
  const bool figure = AsksForValue(type) && type != v1::ANSWER_TYPE_DATE;
  const bool near = candidate.from_fact ||
                    NamesAreNear(inquiry, candidate, figure ? kNameNearFigure : kNameNearAnything);
  return near ? "" : "names not near";
}

bool SpanSuffices(const Inquiry& inquiry, const Candidate& candidate) {
  return SpanObjection(inquiry, candidate).empty();
}

bool NamesAreInside(const Inquiry& inquiry, const Candidate& candidate) {
  return NamesAreNear(inquiry, candidate, NameShares::kWordsOnly);
}

bool LacksAnyOf(const Inquiry& inquiry, const Candidate& candidate) {
  return LacksNamed(inquiry, candidate) || LacksTitle(inquiry, candidate) ||
         LacksGivenSum(inquiry, candidate) || LacksActor(inquiry, candidate) ||
         LacksPlan(inquiry, candidate) || LacksKindOfSum(inquiry, candidate);
}

absl::string_view StatementObjection(const Inquiry& inquiry, const Candidate& candidate) {
  // Who asks for the sides of a dispute or for a chronology says less of what they hold.
  const v1::QuestionKind kind = inquiry.reading.kind();
  const bool broad = kind == v1::QUESTION_KIND_CONFLICT || kind == v1::QUESTION_KIND_TIMELINE;
  const double confidence = broad ? kBroadShare * inquiry.min_confidence : inquiry.min_confidence;
  const double least = broad ? kBroadShare * kLeastCoverage : kLeastCoverage;
  const bool told_by_names = kind == v1::QUESTION_KIND_TIMELINE && !inquiry.links.links().empty();
  const bool named = told_by_names && inquiry.links.links().size() == 1 &&
                     candidate.relevance.names >= NameShares::kWordsOnly;
  if (ConfidenceOf(candidate.score) < confidence && !named) return "too unsure";
  // Where all names meet, a question of yes or no is told by the names more than by its words.
  const bool told_by_meeting =
      (kind == v1::QUESTION_KIND_YES_NO || kind == v1::QUESTION_KIND_STATEMENT) &&
      NamesMeet(inquiry, candidate);
  if (HasContent(inquiry) && !told_by_names && !told_by_meeting &&
      candidate.relevance.coverage < least) {
    return "too few words";
  }
  if (inquiry.reading.asked_attribute() == kTopic) {
    if (!TellsTopic(inquiry, candidate)) return "tells no topic";
  } else if (!inquiry.reading.asked_attribute().empty()) {
    return "nothing tells the attribute";
  }
  if (inquiry.reading.answer_type() == v1::ANSWER_TYPE_REASON &&
      candidate.relevance.own_coverage < kTellingCoverage &&
      LacksRelationAround(inquiry, candidate)) {
    return "lacks the relation";
  }
  if (IsDenialOfEvent(inquiry, candidate)) return "denies the event";
  if (LacksCause(inquiry, candidate)) return "gives no cause";
  if (TellsOfNone(inquiry, candidate)) return "tells of none";
  // A question in an article, and a row of a table, tell nothing by themselves.
  if (IsQuestion(inquiry, candidate)) return "asks itself";
  if (!broad && absl::StartsWith(candidate.words, "|")) return "is a row";
  if (!IsOfSpeaker(inquiry, candidate)) return "of another speaker";
  // A figure that the question gives tells the event as surely as a name does.
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  const bool figured =
      view != nullptr && std::any_of(inquiry.reading.values().begin(),
                                     inquiry.reading.values().end(), [&](const v1::Value& given) {
                                       return (given.has_money() || given.has_quantity()) &&
                                              HasValueLike(*view, given);
                                     });
  return NamesAreNear(inquiry, candidate, broad || figured ? kNameNearBroad : kNameNearAnything)
             ? ""
             : "names not near";
}

bool StatementSuffices(const Inquiry& inquiry, const Candidate& candidate) {
  return StatementObjection(inquiry, candidate).empty();
}

}  // namespace isnad::answering
