#include "services/answering/objections/name_objections.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/answering/evidence/fact_matcher.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/objections/succession.h"
#include "services/answering/objections/title_words.h"
#include "services/answering/passages/name_words.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// Names up to this length may be ordinary words (Arabic letters take two bytes).
constexpr size_t kShortNameBytes = 6;

constexpr size_t kShortLatinBytes = 3;

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

// The question gives a post, and the sentence of a fact about such posts may name it.
bool MayHaveAskedTitle(const Inquiry& inquiry, const Candidate& candidate,
                       const PassageView& view) {
  constexpr double kFewFillers = 0.35;
  if (!candidate.from_fact || !candidate.primary || candidate.fillers < kFewFillers) return false;
  for (const v1::RelationReading& relation : inquiry.reading.relations()) {
    for (const v1::RelationFiller& filler : relation.fillers()) {
      if (filler.role() == "role") return MayNameTitle(view.passage(), filler.entity());
    }
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
                       if (SucceedsByPronoun(token.surface())) return true;
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

// Share of the question's words with which the sentence of an appointment speaks of the same post.
constexpr double kTellsPost = 0.5;

// The same for a sentence that leaves the house to the headline.
constexpr double kTellsOfHeadline = 0.75;

// How near whom the question names must be for a name or figure of the sentence to be his.
double LeastShare(const Inquiry& inquiry, const Candidate& candidate, const PassageView& view,
                  const LinkedName& link) {
  if (!IsPersonOf(inquiry, link)) {
    // A fact that leaves out what the question names must at least stand beside it.
    return candidate.from_fact && inquiry.links.links().size() > 1 ? NameShares::kNeighbour
                                                                   : NameShares::kDocument;
  }
  const bool appointed =
      candidate.primary && IsAppointment(inquiry, candidate) && candidate.fillers >= kAllFillers;
  // Whoever held a post before is seldom named where the next one is.
  if (IsBystander(inquiry, link) &&
      (HasAskedTitle(inquiry, view) || MayHaveAskedTitle(inquiry, candidate, view) ||
       (appointed && candidate.relevance.own_coverage >= kTellsPost))) {
    return NameShares::kDocument;
  }
  // A fact that names the successor may stand in the sentence before the predecessor's.
  if (IsBystander(inquiry, link) && appointed) return NameShares::kNeighbour;
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

// Those through whom news comes to be known.
bool OnlyCarriesNews(const v1::PassageMention& mention) {
  static const auto* classes = new absl::flat_hash_set<absl::string_view>{
      "NEWSPAPER", "MAGAZINE", "NEWS_AGENCY", "BROADCASTER", "NEWS_SITE", "PODCAST", "SERVICE"};
  return classes->contains(mention.entity_class());
}

// "Its chief designer has moved to Y" in a story that has X in its headline: no house but the
// answer itself stands in the sentence, so what it tells is told of X.
bool IsOfHeadline(const Inquiry& inquiry, const Candidate& candidate, const PassageView& view) {
  if (candidate.kind != Candidate::Kind::kEntity || inquiry.links.links().size() != 1 ||
      candidate.relevance.own_coverage < kTellsOfHeadline) {
    return false;
  }
  const LinkedName& link = inquiry.links.links().front();
  const PassageView* headline = inquiry.pool.At(candidate.document, 0);
  if (!link.stored() || link.entities.front().type() != v1::ENTITY_TYPE_ORGANIZATION ||
      headline == nullptr || inquiry.meter.NameShare(*headline, link) < NameShares::kWordsOnly) {
    return false;
  }
  const auto& mentions = view.passage().mentions();
  return std::all_of(mentions.begin(), mentions.end(), [&](const v1::PassageMention& mention) {
    return mention.entity_type() != v1::ENTITY_TYPE_ORGANIZATION || OnlyCarriesNews(mention) ||
           mention.entity() == candidate.entity || link.names.contains(mention.entity());
  });
}

// "Where did she come from when she joined X".
bool AsksForOrigin(const v1::QuestionAnalysis& reading) {
  return std::any_of(reading.relations().begin(), reading.relations().end(),
                     [](const v1::RelationReading& relation) {
                       return relation.fact_type() == "HIRED_FROM" &&
                              relation.asked_role() == "object";
                     });
}

}  // namespace

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

namespace {

// A single word that the question uses as an end of its relation, and that no passage links, stands
// neither in the sentence nor around it.
bool LacksLooseName(const Inquiry& inquiry, const Candidate& candidate) {
  constexpr int kBeside = 2;
  if (inquiry.reading.relations().empty()) return false;
  const auto& fillers = inquiry.reading.relations(0).fillers();
  for (const v1::QuestionEntity& asked : inquiry.reading.entities()) {
    const bool end = std::any_of(
        fillers.begin(), fillers.end(),
        [&](const v1::RelationFiller& filler) { return filler.entity() == asked.entity().id(); });
    if (!end || asked.entity().type() != v1::ENTITY_TYPE_ORGANIZATION ||
        inquiry.links.Find(asked.entity().id()) != nullptr) {
      continue;
    }
    const auto& keys = asked.entity().folded_keys();
    const auto& views = inquiry.pool.views();
    const bool named = std::any_of(views.begin(), views.end(), [&](const PassageView& view) {
      if (view.document().name() != candidate.document ||
          std::abs(view.passage().ordinal() - candidate.ordinal) > kBeside) {
        return false;
      }
      std::vector<int> tokens(view.passage().tokens_size());
      std::iota(tokens.begin(), tokens.end(), 0);
      return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
        return BearsName(view.passage(), tokens, key, /*person=*/false);
      });
    });
    if (!named) return true;
  }
  return false;
}

}  // namespace

bool LacksNamed(const Inquiry& inquiry, const Candidate& candidate) {
  if (LacksLooseName(inquiry, candidate)) return true;
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

bool NamesAreNear(const Inquiry& inquiry, const Candidate& candidate, double least) {
  if (inquiry.links.links().empty()) return true;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return !candidate.from_fact || HasNamedEnd(inquiry, candidate);
  if (IsOfHeadline(inquiry, candidate, *view)) return true;
  return RarestNameShare(inquiry, *view) >= least;
}

bool NamesMeet(const Inquiry& inquiry, const Candidate& candidate) {
  if (inquiry.links.links().size() < 2) return false;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return candidate.relevance.names >= NameShares::kWordsOnly;
  return std::all_of(inquiry.links.links().begin(), inquiry.links.links().end(),
                     [&](const LinkedName& link) {
                       return inquiry.meter.NameShare(*view, link) >= NameShares::kWordsOnly;
                     });
}

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

bool HoldsAllNames(const Inquiry& inquiry, const Candidate& candidate) {
  const auto& links = inquiry.links.links();
  return std::all_of(links.begin(), links.end(),
                     [&](const LinkedName& link) { return IsEndOf(inquiry, candidate, link); });
}

}  // namespace isnad::answering
