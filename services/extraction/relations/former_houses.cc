#include "services/extraction/relations/former_houses.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"

namespace isnad::extraction {
namespace {

constexpr double kAcrossPenalty = 0.7;
// Sentences between the departure and the arrival.
constexpr int kReach = 8;
// Words between an arrival and those that tell of a departure.
constexpr int kCueReach = 24;

bool IsEntity(const ArgumentRecord& end) { return end.kind == ArgumentRecord::Kind::kEntity; }

// Somebody was there before, rather than until he left: "who worked earlier at Y". Whoever "used to
// lead" left with that.
bool IsFormer(const FactRecord& post) {
  if (post.rule == "HOLDS_ROLE/lead") return false;
  return std::any_of(post.roles.begin(), post.roles.end(),
                     [](const ArgumentRecord& role) { return role.role == "former"; });
}

// "had joined in 2013": before what the text tells of.
bool IsLongPast(const PhraseIndex& index, const FactRecord& join) {
  constexpr int kPluperfectReach = 14;
  const int verb = index.TokenAtByte(join.trigger.begin);
  const int first = std::max(index.PassageTokens(verb).begin, verb - kPluperfectReach);
  bool had = false;
  for (int i = verb - 1; i >= first; --i) {
    had = had || index.token(i).surface == "قد" || index.token(i).surface == "سبق";
    const absl::string_view word = index.token(i).base;
    if (had && (word == "كان" || word == "كانت" || word == "سبق")) return true;
  }
  return false;
}

bool IsPerson(const Analysis& analysis, const ArgumentRecord& end) {
  return IsEntity(end) && analysis.entities[end.entity].type == EntityType::kPerson;
}

// Whether the words around a token, that of an arrival or of a headline, tell of a departure: "in
// succession to X, who moved to Y", "fourteen left, among them X, who joined Y". Nobody leaves the
// house that a text is about only because he joins another one in it.
bool TellsOfDeparture(const PhraseIndex& index, int trigger) {
  static const auto* cues = new absl::flat_hash_set<absl::string_view>{
      "خلفا",    "خليفه",    "محل",   "مكان",    "بدلا",    "بديلا",   "عوضا",   "رحل",
      "رحلوا",   "غادر",     "غادرت", "غادروا",  "ترك",     "تركت",    "تركوا",  "استقال",
      "استقالت", "استقالوا", "رحيل",  "مغادره",  "استقاله", "مغادرين", "راحلين", "مستقيلين",
      "خروج",    "خسر",      "خسرت",  "تخسر",    "يخسر",    "يغادر",   "تغادر",  "يترك",
      "تترك",    "نزيف",     "هجره",  "استقالات"};
  const TokenRange words = index.PassageTokens(trigger);
  const int first = std::max(words.begin, trigger - kCueReach);
  for (int i = first; i < words.end && i < trigger + kCueReach; ++i) {
    const Token& word = index.token(i);
    if (index.MentionAt(i) >= 0) continue;
    if (cues->contains(word.base) || cues->contains(word.lemma)) return true;
  }
  return false;
}

// Whether somebody else leaves the house that the text is about in the sentence of an arrival or
// one beside it, as in lists of those who went.
bool OthersLeaveBeside(const std::vector<FactRecord>& facts, const FactRecord& join, int house) {
  return std::any_of(facts.begin(), facts.end(), [&](const FactRecord& fact) {
    return fact.type == "LEFT" && fact.polarity == Polarity::kAsserted &&
           fact.object.entity == house && fact.subject.entity != join.subject.entity &&
           fact.passage >= join.passage - 1 && fact.passage <= join.passage + 1;
  });
}

// What a text says of one person's moves.
struct Moves {
  std::vector<int> joined;  // houses joined or given a post in
  bool left = false;
  bool hired = false;  // from a named house
};

bool IsPartOf(const Analysis& analysis, int part, int whole) {
  const std::string& key = analysis.entities[part].parent_key;
  return !key.empty() && key == analysis.entities[whole].lexicon_key;
}

// The house of a post that the same sentence gives the person, the one joined aside.
const ArgumentRecord* HouseOfPost(const std::vector<FactRecord>& facts, const FactRecord& join) {
  for (const FactRecord& post : facts) {
    if (post.type != "HOLDS_ROLE" || post.passage != join.passage) continue;
    if (post.subject.entity != join.subject.entity || !IsEntity(post.object)) continue;
    if (post.object.entity != join.object.entity) return &post.object;
  }
  return nullptr;
}

// Whether the same sentence calls the one who joins another house a founder of this one.
bool IsFounder(const std::vector<FactRecord>& facts, const FactRecord& join, int house) {
  return std::any_of(facts.begin(), facts.end(), [&](const FactRecord& fact) {
    return fact.type == "FOUNDED" && fact.passage == join.passage &&
           fact.subject.entity == join.subject.entity && fact.object.entity == house;
  });
}

FactRecord Origin(const FactRecord& join, const char* type, const char* rule,
                  const ArgumentRecord& house) {
  FactRecord fact = join;
  fact.type = type;
  fact.rule = rule;
  fact.object = house;
  fact.object.role = "object";
  fact.roles.clear();
  fact.cross_sentence = true;
  fact.LowerConfidence("follows from what two sentences say", kAcrossPenalty);
  return fact;
}

}  // namespace

void SettleHousesLeft(const Analysis& analysis, std::vector<FactRecord>* facts) {
  for (FactRecord& left : *facts) {
    if (left.type != "LEFT" || left.object.resolution_rule != "document-subject") continue;
    for (const FactRecord& post : *facts) {
      if (post.type != "HOLDS_ROLE" || post.subject.entity != left.subject.entity) continue;
      if (!IsEntity(post.object) || !post.object.resolution_rule.empty() || IsFormer(post)) {
        continue;
      }
      // Whoever runs a product leaves its house.
      if (analysis.entities[post.object.entity].type == EntityType::kProduct) continue;
      left.object = post.object;
      left.object.resolution_rule = "post-held";
      left.cross_sentence = false;
      break;
    }
  }
}

void AddHiresAcrossSentences(const PhraseIndex& index, std::vector<FactRecord>* facts) {
  absl::flat_hash_map<int, std::vector<const FactRecord*>> departures;  // by person
  absl::flat_hash_map<int, std::vector<int>> origins;                   // houses hired from
  for (const FactRecord& fact : *facts) {
    if (!IsEntity(fact.subject) || !IsEntity(fact.object)) continue;
    if (fact.type == "HIRED_FROM") origins[fact.subject.entity].push_back(fact.object.entity);
    const bool left = fact.type == "LEFT" && fact.polarity == Polarity::kAsserted &&
                      fact.modality == Modality::kActual;
    if (left) departures[fact.subject.entity].push_back(&fact);
  }
  std::vector<FactRecord> derived;
  for (const FactRecord& join : *facts) {
    if (join.type != "JOINED" || join.polarity != Polarity::kAsserted) continue;
    if (!IsEntity(join.subject) || !IsEntity(join.object)) continue;
    if (IsLongPast(index, join)) continue;
    const auto departure = departures.find(join.subject.entity);
    if (departure == departures.end()) continue;
    for (const FactRecord* left : departure->second) {
      const int since = join.passage - left->passage;
      if (since < -kReach || since > kReach || left->object.entity == join.object.entity) continue;
      // Whoever left what he joins later came back.
      std::vector<int>& known = origins[join.subject.entity];
      if (std::find(known.begin(), known.end(), left->object.entity) != known.end()) continue;
      known.push_back(left->object.entity);
      derived.push_back(Origin(join, "HIRED_FROM", "HIRED_FROM/left-before", left->object));
    }
  }
  for (FactRecord& fact : derived) facts->push_back(std::move(fact));
}

void AddDeparturesFromHouseOfText(const PhraseIndex& index, std::vector<FactRecord>* facts) {
  const Analysis& analysis = index.analysis();
  const int main = index.document_subject();
  if (main < 0) return;
  absl::flat_hash_map<int, Moves> moves;  // by person
  for (const FactRecord& fact : *facts) {
    if (!IsEntity(fact.subject) || fact.polarity != Polarity::kAsserted) continue;
    Moves& own = moves[fact.subject.entity];
    if (fact.type == "LEFT") own.left = true;
    if (fact.type == "HIRED_FROM") own.hired = true;
    const bool joins = fact.type == "JOINED" || fact.type == "APPOINTED";
    if (joins && IsEntity(fact.object)) own.joined.push_back(fact.object.entity);
  }
  const bool headlined = !analysis.passages.empty() && !analysis.passages.front().tokens.empty() &&
                         TellsOfDeparture(index, analysis.passages.front().tokens.begin);
  std::vector<FactRecord> derived;
  for (const FactRecord& join : *facts) {
    if (join.type != "JOINED" || join.polarity != Polarity::kAsserted) continue;
    if (!IsPerson(analysis, join.subject) || !IsEntity(join.object)) continue;
    if (join.object.entity == main || IsPartOf(analysis, join.object.entity, main)) continue;
    if (join.subject.resolution_rule == "topic") continue;
    const ArgumentRecord* post = HouseOfPost(*facts, join);
    // "the co-founder X moved to Y": the house that his title leaves out is the one he leaves.
    const bool officer =
        post != nullptr && post->entity == main && post->resolution_rule == "document-subject";
    if (IsLongPast(index, join) && !(officer && IsFounder(*facts, join, main))) continue;
    const bool told =
        officer || headlined || TellsOfDeparture(index, index.TokenAtByte(join.trigger.begin));
    if (!told && !OthersLeaveBeside(*facts, join, main)) continue;
    Moves& own = moves[join.subject.entity];
    const bool came = std::find(own.joined.begin(), own.joined.end(), main) != own.joined.end();
    if (came || own.joined.size() > 1 || own.hired) continue;
    ArgumentRecord house;
    if (post != nullptr) {
      house = *post;
    } else {
      const int mention = index.NearestMention(main, index.TokenAtByte(join.trigger.begin));
      if (mention < 0) continue;
      house.kind = ArgumentRecord::Kind::kEntity;
      house.entity = main;
      house.range = analysis.mentions[mention].range;
      house.text = std::string(analysis.Quote(house.range));
      house.resolution_rule = "document-subject";
    }
    if (!own.left) derived.push_back(Origin(join, "LEFT", "LEFT/joined-other", house));
    derived.push_back(Origin(join, "HIRED_FROM", "HIRED_FROM/joined-other", house));
    own.left = own.hired = true;
  }
  for (FactRecord& fact : derived) facts->push_back(std::move(fact));
}

}  // namespace isnad::extraction
