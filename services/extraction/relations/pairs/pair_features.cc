#include "services/extraction/relations/pairs/pair_features.h"

#include <algorithm>

#include "absl/strings/string_view.h"

namespace isnad::extraction {
namespace {

// Words further from the ends than this are not looked at, in tokens.
constexpr int kBeforeReach = 4;
constexpr int kBehindReach = 4;
constexpr int kBetweenReach = 25;
constexpr int kAroundReach = 5;
constexpr int kPassageReach = 60;
// Steps that the share of an organisation in a text is told in, and what stands for one that is
// named further on only.
constexpr double kShares = 6;
constexpr uint32_t kNotYet = 9;

constexpr uint32_t kStart = 2166136261u;

// Multiplicative hashing (Knuth, vol. 3, 6.4) with the high bits stirred in.
uint32_t Mix(uint32_t hash, uint32_t value) {
  hash = (hash ^ value) * 0x9E3779B1u;
  return hash ^ hash >> 15;
}

// FNV-1a.
uint32_t Mix(uint32_t hash, absl::string_view text) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return Mix(hash, static_cast<uint32_t>(text.size()));
}

// What a feature is of. Models store hashes of these: new ones go to the end.
enum Feature : uint32_t {
  kBias,
  kSubjectType,
  kOtherType,
  kTypes,
  kClasses,
  kSubjectTold,
  kOtherTold,
  kSubjectRule,
  kOrder,
  kDistance,
  kDistanceOfTypes,
  kOthersBetween,
  kLikeSubjectBetween,
  kLikeOtherBetween,
  kCommas,
  kVerbs,
  kNoVerb,
  kWordAt,
  kSubjectProclitic,
  kOtherProclitic,
  kSubjectPreposition,
  kOtherPreposition,
  kPassage,
  kImplied,
  kImpliedClass,
  kImpliedRank,
  kImpliedShare,
  kImpliedBack,
  kImpliedOthersSince,
  kImpliedSubject,
  kHousesHere,
  kPeopleHere,
  kInsideLink,
  // What a word is.
  kIsName,
  kIsMark,
  kLemma,
  kCluster,
  kTrigger,
  kIsTitle,
  kTitle,
  kTitleOfKinds,
  kTitleKey,
  kClauses
};

uint32_t Bucket(int count) {
  if (count < 4) return static_cast<uint32_t>(std::max(count, 0));
  return count < 7 ? 4 : count < 12 ? 5 : count < 20 ? 6 : 7;
}

uint32_t Number(bool value) { return value ? 1 : 0; }

}  // namespace

PairFeatures::PairFeatures(const PhraseIndex* index, const RoleIndex* roles,
                           const FrameWords* words, const WordDistribution* distribution)
    : index_(*index),
      analysis_(index->analysis()),
      words_(*words),
      distribution_(distribution),
      standings_(index),
      titles_(index, roles),
      in_name_(analysis_.tokens.size(), false),
      keys_(analysis_.tokens.size()) {
  for (const Mention& mention : analysis_.mentions) {
    if (mention.kind != MentionKind::kName && mention.kind != MentionKind::kShortName) continue;
    for (int t = mention.tokens.begin; t < mention.tokens.end; ++t) in_name_[t] = true;
  }
}

const std::vector<uint32_t>& PairFeatures::KeysOf(int token) {
  std::vector<uint32_t>& keys = keys_[token];
  if (!keys.empty()) return keys;
  const Token& word = index_.token(token);
  if (word.part_of_speech == PartOfSpeech::kPunctuation) {
    keys.push_back(Mix(Mix(kStart, kIsMark), word.base));
    return keys;
  }
  if (in_name_[token]) {
    keys.push_back(Mix(kStart, kIsName));
    return keys;
  }
  keys.push_back(Mix(Mix(kStart, kLemma), word.lemma.empty() ? word.base : word.lemma));
  if (distribution_ != nullptr) {
    const WordFacts facts = distribution_->FindStripped(word.form).facts;
    if (facts.fine_cluster != 0) keys.push_back(Mix(Mix(kStart, kCluster), facts.fine_cluster));
  }
  if (titles_.OpensTitle(token)) keys.push_back(Mix(kStart, kIsTitle));
  const size_t first_trigger = keys.size();
  for (const CompiledFrame* frame : words_.TriggeredBy(token)) {
    const uint32_t key = Mix(Mix(kStart, kTrigger), frame->type);
    if (std::find(keys.begin() + first_trigger, keys.end(), key) == keys.end()) {
      keys.push_back(key);
    }
  }
  return keys;
}

void PairFeatures::Add(uint32_t feature, uint32_t value) {
  out_->keys.push_back(Mix(Mix(kStart, feature), value));
}

int PairFeatures::PlaceOf(Place place, bool subject_first) {
  return 2 * static_cast<int>(place) + (subject_first ? 1 : 0);
}

void PairFeatures::AddWord(Place place, bool subject_first, int token) {
  out_->words.push_back({token, PlaceOf(place, subject_first)});
}

std::vector<int> PairFeatures::TellingWords(int passage) const {
  const TokenRange tokens = analysis_.passages[passage].tokens;
  std::vector<int> out;
  for (int i = tokens.begin; i < std::min(tokens.end, tokens.begin + kPassageReach); ++i) {
    const bool verb = index_.token(i).part_of_speech == PartOfSpeech::kVerb;
    if (verb || !words_.TriggeredBy(i).empty()) out.push_back(i);
  }
  return out;
}

void PairFeatures::AddKeys(const PlacedWord& word, std::vector<uint32_t>* keys) {
  const uint32_t place = Mix(Mix(kStart, kWordAt), static_cast<uint32_t>(word.place));
  for (const uint32_t key : KeysOf(word.token)) keys->push_back(Mix(place, key));
}

void PairFeatures::AddEnds(const EndPair& pair, const Sides& sides) {
  const Mention& subject = analysis_.mentions[pair.subject];
  const EntityRecord& one = analysis_.entities[subject.entity];
  const uint32_t type = static_cast<uint32_t>(one.type);
  uint32_t other_type, other_told;
  uint32_t other_class = kStart;
  if (pair.object >= 0) {
    const Mention& object = analysis_.mentions[pair.object];
    const EntityRecord& other = analysis_.entities[object.entity];
    other_type = static_cast<uint32_t>(other.type);
    other_told = static_cast<uint32_t>(object.kind);
    other_class = Mix(Mix(other_class, other.entity_class), other_type);
  } else {
    constexpr uint32_t kFigures = 16;
    const ValueMention& value = analysis_.values[pair.value];
    other_type = other_told = kFigures + static_cast<uint32_t>(value.kind);
    other_class = Mix(Mix(other_class, value.quantity.unit_key), other_type);
  }
  Add(kBias, 0);
  Add(kSubjectType, type);
  Add(kOtherType, other_type);
  Add(kTypes, Mix(Mix(kStart, type), other_type));
  Add(kClasses, Mix(Mix(Mix(other_class, "<"), one.entity_class), type));
  const uint32_t implied = static_cast<uint32_t>(pair.implied);
  Add(kSubjectTold, Mix(Mix(kStart, static_cast<uint32_t>(subject.kind)), implied));
  Add(kOtherTold, Mix(Mix(kStart, other_told), implied));
  Add(kSubjectRule, Mix(kStart, subject.rule));
  Add(kOrder, sides.kinds);
  Add(kPassage, static_cast<uint32_t>(analysis_.passages[pair.passage].kind));
}

void PairFeatures::AddTitles(const EndPair& pair, const Sides& sides) {
  int person = -1, organization = -1;
  for (const int mention : {pair.subject, pair.object}) {
    if (mention < 0) continue;
    const int entity = analysis_.mentions[mention].entity;
    if (analysis_.entities[entity].type == EntityType::kPerson && person < 0) person = entity;
    if (analysis_.entities[entity].type == EntityType::kOrganization) organization = entity;
  }
  if (person < 0) return;
  const TitleTie tie = titles_.Between(pair.passage, person, organization);
  uint32_t state = Mix(Mix(kStart, static_cast<uint32_t>(tie.holder)), Number(tie.former));
  state = Mix(state, static_cast<uint32_t>(tie.house));
  Add(kTitle, state);
  Add(kTitleOfKinds, Mix(state, sides.kinds));
  if (tie.key.empty()) return;
  Add(kTitleKey, Mix(Mix(Mix(kStart, tie.key), static_cast<uint32_t>(tie.house)), sides.kinds));
}

void PairFeatures::AddWay(const EndPair& pair, const Sides& sides) {
  const int from = sides.first.end;
  const int to = sides.second.begin;
  const int words = std::max(to - from, 0);
  const uint32_t order = Number(sides.subject_first);
  Add(kDistance, Mix(Bucket(words), order));
  Add(kDistanceOfTypes, Mix(Mix(kStart, Bucket(words)), sides.kinds));
  const int self = analysis_.mentions[pair.subject].entity;
  const int object = pair.object >= 0 ? analysis_.mentions[pair.object].entity : -1;
  const EntityType subject_type = analysis_.entities[self].type;
  int others = 0, like_subject = 0, like_other = 0, commas = 0, verbs = 0, clauses = 0;
  int first_verb = -1, last_verb = -1;
  for (int i = from; i < to; ++i) {
    const int mention = index_.MentionStartsAt(i) ? index_.MentionAt(i) : -1;
    if (mention >= 0 && analysis_.mentions[mention].entity >= 0) {
      const int entity = analysis_.mentions[mention].entity;
      others += entity != self && entity != object ? 1 : 0;
      like_subject += analysis_.entities[entity].type == subject_type ? 1 : 0;
      like_other +=
          object >= 0 && analysis_.entities[entity].type == analysis_.entities[object].type ? 1 : 0;
    }
    commas += index_.IsComma(i) ? 1 : 0;
    const bool goes_on = index_.IsVerb(i) && index_.HasConjunction(i);
    clauses += goes_on || index_.IsRelativePronoun(i) || index_.IsStrongBoundary(i) ? 1 : 0;
    if (index_.token(i).part_of_speech == PartOfSpeech::kVerb) {
      ++verbs;
      if (first_verb < 0) first_verb = i;
      last_verb = i;
    }
    if (words <= kBetweenReach) AddWord(kBetween, sides.subject_first, i);
  }
  Add(kOthersBetween, Bucket(others));
  Add(kLikeSubjectBetween, Mix(Bucket(like_subject), order));
  Add(kLikeOtherBetween, Mix(Bucket(like_other), order));
  Add(kCommas, Bucket(commas));
  Add(kVerbs, Bucket(verbs));
  Add(kClauses, Mix(Bucket(clauses), sides.kinds));
  if (words > 0) {
    AddWord(kRightAfterFirst, sides.subject_first, from);
    AddWord(kRightBeforeSecond, sides.subject_first, to - 1);
  }
  if (first_verb < 0) {
    Add(kNoVerb, sides.kinds);
    return;
  }
  AddWord(kFirstVerbBetween, sides.subject_first, first_verb);
  AddWord(kLastVerbBetween, sides.subject_first, last_verb);
}

void PairFeatures::AddSurroundings(const EndPair& pair, const Sides& sides) {
  const TokenRange passage = analysis_.passages[pair.passage].tokens;
  for (int i = sides.first.begin - 1;
       i >= std::max(passage.begin, sides.first.begin - kBeforeReach); --i) {
    AddWord(i == sides.first.begin - 1 ? kRightBefore : kBefore, sides.subject_first, i);
  }
  for (int i = sides.second.end; i < std::min(passage.end, sides.second.end + kBehindReach); ++i) {
    AddWord(i == sides.second.end ? kRightBehind : kBehind, sides.subject_first, i);
  }
  for (int i = sides.first.begin - 1; i >= passage.begin; --i) {
    if (index_.token(i).part_of_speech != PartOfSpeech::kVerb) continue;
    AddWord(kVerbBefore, sides.subject_first, i);
    break;
  }
  const auto add_links = [&](TokenRange end, Feature proclitic, Feature preposition) {
    for (const std::string& letters : index_.token(end.begin).proclitics) {
      Add(proclitic, Mix(Mix(kStart, letters), sides.kinds));
    }
    if (end.begin > passage.begin &&
        index_.token(end.begin - 1).part_of_speech == PartOfSpeech::kAdposition) {
      Add(preposition, Mix(Mix(kStart, index_.token(end.begin - 1).base), sides.kinds));
    }
  };
  add_links(SubjectTokens(analysis_, pair), kSubjectProclitic, kSubjectPreposition);
  add_links(OtherTokens(analysis_, pair), kOtherProclitic, kOtherPreposition);
}

void PairFeatures::AddAround(const EndPair& pair, const Sides& sides) {
  const bool subject = pair.implied == EndPair::Implied::kSubject;
  const TokenRange inside = subject ? OtherTokens(analysis_, pair) : SubjectTokens(analysis_, pair);
  const TokenRange passage = analysis_.passages[pair.passage].tokens;
  for (int i = inside.begin - 1; i >= std::max(passage.begin, inside.begin - kAroundReach); --i) {
    AddWord(i == inside.begin - 1 ? kAroundRightBefore : kAroundBefore, subject, i);
  }
  for (int i = inside.end; i < std::min(passage.end, inside.end + kAroundReach); ++i) {
    AddWord(i == inside.end ? kAroundRightBehind : kAroundBehind, subject, i);
  }
  const auto is_verb = [&](int i) { return index_.token(i).part_of_speech == PartOfSpeech::kVerb; };
  int verb = inside.begin - 1;
  while (verb >= passage.begin && !is_verb(verb)) --verb;
  if (verb >= passage.begin) AddWord(kAroundVerbBefore, subject, verb);
  verb = inside.end;
  while (verb < passage.end && !is_verb(verb)) ++verb;
  if (verb < passage.end) AddWord(kAroundVerbBehind, subject, verb);
  out_->whole_place = PlaceOf(kInPassage, subject);
  for (const std::string& letters : index_.token(inside.begin).proclitics) {
    Add(kInsideLink, Mix(Mix(kStart, letters), sides.kinds));
  }
  if (inside.begin > passage.begin &&
      index_.token(inside.begin - 1).part_of_speech == PartOfSpeech::kAdposition) {
    Add(kInsideLink, Mix(Mix(kStart, index_.token(inside.begin - 1).base), sides.kinds));
  }
}

// How much the text is about the organisation that is implied, and who else may be meant.
void PairFeatures::AddStanding(const EndPair& pair, const Sides& sides) {
  const int house = pair.implied == EndPair::Implied::kSubject ? pair.subject : pair.object;
  const HouseStanding& standing = standings_.Of(pair.passage, house);
  const EntityRecord& entity = analysis_.entities[analysis_.mentions[house].entity];
  const uint32_t side = static_cast<uint32_t>(pair.implied);
  const auto both = [&](Feature feature, uint32_t value) {
    Add(feature, Mix(Mix(kStart, side), value));
    Add(feature, Mix(Mix(sides.kinds, side), value));
  };
  both(kImplied, 0);
  both(kImpliedRank, Bucket(standing.ranked_before));
  both(kHousesHere, Bucket(standing.houses_here));
  both(kPeopleHere, Bucket(standing.people_here));
  both(kImpliedBack, standing.back < 0 ? kNotYet : Bucket(standing.back));
  both(kImpliedOthersSince, Bucket(standing.others_since));
  both(kImpliedSubject, Number(standing.is_subject));
  both(kImpliedShare, static_cast<uint32_t>(standing.share * kShares));
  Add(kImpliedClass, Mix(Mix(kStart, side), entity.entity_class));
}

void PairFeatures::Of(const EndPair& pair, PairDescription* out) {
  out->keys.clear();
  out->words.clear();
  out->passage = pair.passage;
  out->whole_place = -1;
  out_ = out;
  Sides sides;
  sides.first = SubjectTokens(analysis_, pair);
  sides.second = OtherTokens(analysis_, pair);
  sides.subject_first = sides.first.begin <= sides.second.begin;
  if (!sides.subject_first) std::swap(sides.first, sides.second);
  const uint32_t subject =
      static_cast<uint32_t>(analysis_.entities[analysis_.mentions[pair.subject].entity].type);
  const uint32_t other =
      pair.object >= 0
          ? static_cast<uint32_t>(analysis_.entities[analysis_.mentions[pair.object].entity].type)
          : 16 + static_cast<uint32_t>(analysis_.values[pair.value].kind);
  // Where an implied end stands tells nothing.
  const uint32_t order = pair.implied == EndPair::Implied::kNone
                             ? Number(sides.subject_first)
                             : 2 + static_cast<uint32_t>(pair.implied);
  sides.kinds = Mix(Mix(Mix(kStart, subject), other), order);
  AddEnds(pair, sides);
  AddTitles(pair, sides);
  if (pair.implied != EndPair::Implied::kNone) {
    AddAround(pair, sides);
    AddStanding(pair, sides);
    return;
  }
  AddWay(pair, sides);
  AddSurroundings(pair, sides);
}

}  // namespace isnad::extraction
