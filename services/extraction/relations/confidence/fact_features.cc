#include "services/extraction/relations/confidence/fact_features.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "services/extraction/relations/confidence/feature_words.h"
#include "services/extraction/relations/confidence/pair_signs.h"
#include "services/extraction/relations/confidence/told_elsewhere.h"

namespace isnad::extraction {
namespace {

using Features = std::vector<std::string>;

absl::string_view Bucket(int count) {
  static constexpr absl::string_view kBuckets[] = {"0", "1", "2", "3"};
  if (count < 4) return kBuckets[std::max(count, 0)];
  if (count < 7) return "4-6";
  if (count < 12) return "7-11";
  if (count < 20) return "12-19";
  return "20+";
}

// How the names of a text are spread, counted once for all its facts.
struct TextTraits {
  explicit TextTraits(const Analysis& analysis)
      : mentions(analysis.entities.size()),
        in_headline(analysis.entities.size()),
        names(analysis.entities.size()) {
    for (const Mention& words : analysis.mentions) {
      if (words.entity < 0) continue;
      ++mentions[words.entity];
      if (words.kind == MentionKind::kName) ++names[words.entity];
      const int passage = analysis.tokens[words.tokens.begin].passage;
      if (passage >= 0 && analysis.passages[passage].kind == PassageKind::kHeadline) {
        in_headline[words.entity] = true;
      }
    }
  }

  // Whether the text speaks of no other one of its kind as often.
  bool IsForemost(const Analysis& analysis, int entity) const {
    for (size_t i = 0; i < mentions.size(); ++i) {
      if (static_cast<int>(i) != entity && mentions[i] >= mentions[entity] &&
          analysis.entities[i].type == analysis.entities[entity].type) {
        return false;
      }
    }
    return true;
  }

  std::vector<int> mentions;  // by entity
  std::vector<bool> in_headline;
  std::vector<int> names;  // of these, names in full
};

// How many others of its kind a text names from an end to the trigger, when the end stands in a
// passage before: the more, the likelier one of them is meant.
int OthersSince(const PhraseIndex& index, int from, int to, const EntityRecord& entity, int self) {
  constexpr int kMostTokens = 400;
  std::set<int> others;
  for (int i = std::max(from, to - kMostTokens); i < to; ++i) {
    const int mention = index.MentionAt(i);
    if (mention < 0 || index.TypeOfMention(mention) != entity.type) continue;
    const int named = index.analysis().mentions[mention].entity;
    if (named != self && named >= 0) others.insert(named);
  }
  return static_cast<int>(others.size());
}

// Tenths of a confidence.
int Tenth(double confidence) { return static_cast<int>(confidence * 10 + 0.001); }

// The class of a word, and the word itself where it is a function word or a mark.
std::string KindOf(const Token& token) {
  if (token.part_of_speech == PartOfSpeech::kPunctuation) return token.surface;
  if (token.stop_word) return absl::StrCat("word ", token.base);
  return absl::StrCat(WordFor(token.part_of_speech), token.listed ? "" : " unlisted",
                      token.definite ? " definite" : "");
}

std::string KindBefore(const PhraseIndex& index, int token) {
  if (token == 0 || index.token(token - 1).passage != index.token(token).passage) return "start";
  return KindOf(index.token(token - 1));
}

std::string KindBehind(const PhraseIndex& index, int token) {
  const bool last =
      token + 1 >= index.size() || index.token(token + 1).passage != index.token(token).passage;
  return last ? "end" : KindOf(index.token(token + 1));
}

// What stands between the trigger and an end of the same passage.
void AddWay(const PhraseIndex& index, const std::string& fact_type, const std::string& side,
            TokenRange trigger, int token, EntityType type, Features* out) {
  const bool after = token >= trigger.end;
  const int from = after ? trigger.end : token + 1;
  const int to = after ? token : trigger.begin;
  int verbs = 0, names = 0, commas = 0;
  bool boundary = false, quotes = false, relative = false;
  int last = -1;
  for (int i = from; i < to; ++i) {
    verbs += index.IsVerb(i) ? 1 : 0;
    commas += index.IsComma(i) ? 1 : 0;
    boundary = boundary || index.IsStrongBoundary(i);
    quotes = quotes || index.IsQuoteMark(i);
    relative = relative || index.IsRelativePronoun(i);
    const int mention = index.MentionAt(i);
    if (mention >= 0 && mention != last && index.TypeOfMention(mention) == type) ++names;
    last = mention;
  }
  const std::string way = absl::StrCat(side, after ? " behind " : " before ");
  const auto both = [&](absl::string_view feature, int count) {
    out->push_back(absl::StrCat(way, feature, Bucket(count)));
    out->push_back(absl::StrCat(fact_type, " ", way, feature, Bucket(count)));
  };
  both("by words ", to - from);
  if (verbs > 0) both("verbs ", verbs);
  if (names > 0) both("names of its type ", names);
  if (commas > 0) out->push_back(absl::StrCat(way, "commas ", Bucket(commas)));
  if (boundary) out->push_back(absl::StrCat(way, "boundary"));
  if (quotes) out->push_back(absl::StrCat(way, "quotes"));
  if (relative) out->push_back(absl::StrCat(way, "relative"));
}

// What stands on either side of the words that name an end: a name that was cut has the rest of it
// beside it, and a preposition tells what part the end plays.
void AddNeighbours(const PhraseIndex& index, const FactRecord& fact, const std::string& side,
                   TokenRange words, Features* out) {
  const std::string before = KindBefore(index, words.begin);
  out->push_back(absl::StrCat(side, " after ", before));
  out->push_back(absl::StrCat(fact.type, " ", side, " after ", before));
  out->push_back(absl::StrCat(side, " followed by ", KindBehind(index, words.end - 1)));
  for (const std::string& proclitic : index.token(words.begin).proclitics) {
    out->push_back(absl::StrCat(side, " with ", proclitic));
    out->push_back(absl::StrCat(fact.type, " ", side, " with ", proclitic));
  }
  int unlisted = 0;
  for (int i = words.begin; i < words.end; ++i) unlisted += index.token(i).listed ? 0 : 1;
  out->push_back(absl::StrCat(side, " of words ", Bucket(words.end - words.begin)));
  out->push_back(absl::StrCat(side, " unlisted words ", Bucket(unlisted)));
}

// What the words of an end look like that is told in words: a thing of somebody's, a clause, a
// quotation.
void AddWords(const PhraseIndex& index, const FactRecord& fact, const std::string& side,
              ByteRange words, Features* out) {
  const auto both = [&](const std::string& feature) {
    out->push_back(absl::StrCat(side, " in words ", feature));
    out->push_back(absl::StrCat(fact.type, " ", side, " in words ", feature));
  };
  const int first = index.TokenAtByte(words.begin);
  int last = first, verbs = 0, names = 0;
  bool quoted = false;
  for (int i = first; i < index.size() && index.token(i).range.begin < words.end; last = i++) {
    verbs += index.IsVerb(i) ? 1 : 0;
    names += index.MentionStartsAt(i) ? 1 : 0;
    quoted = quoted || index.IsQuoteMark(i);
  }
  both(absl::StrCat("from ", KindOf(index.token(first))));
  both(absl::StrCat("many ", Bucket(last - first + 1)));
  both(absl::StrCat("verbs ", Bucket(verbs)));
  both(absl::StrCat("names ", Bucket(names)));
  if (!index.token(first).enclitic.empty()) both("of somebody");
  if (quoted || (first > 0 && index.IsQuoteMark(first - 1))) both("quoted");
}

void AddEnd(const PhraseIndex& index, const TextTraits& traits, const FactRecord& fact,
            const ArgumentRecord& end, absl::string_view name, TokenRange trigger, Features* out) {
  const Analysis& analysis = index.analysis();
  const std::string side(name);
  const auto both = [&](absl::string_view feature) {
    out->push_back(absl::StrCat(side, " ", feature));
    out->push_back(absl::StrCat(fact.type, " ", side, " ", feature));
  };
  if (!end.filled()) {
    both("none");
    return;
  }
  if (end.kind != ArgumentRecord::Kind::kEntity) {
    both(end.kind == ArgumentRecord::Kind::kText ? "text" : "value");
    if (end.kind == ArgumentRecord::Kind::kText) AddWords(index, fact, side, end.range, out);
    if (fact.quote.contains(end.range)) {
      const int token = index.TokenAtByte(end.range.begin);
      AddWay(index, fact.type, side, trigger, token, EntityType::kUnknown, out);
    }
    return;
  }
  const EntityRecord& entity = analysis.entities[end.entity];
  both(absl::StrCat("is ", WordFor(entity.type)));
  both(absl::StrCat("class ", entity.entity_class));
  out->push_back(absl::StrCat(side, " mentions ", Bucket(traits.mentions[end.entity])));
  out->push_back(absl::StrCat(side, " names ", Bucket(traits.names[end.entity])));
  out->push_back(absl::StrCat(side, entity.lexicon_key.empty() ? " unlisted" : " listed"));
  if (end.entity == index.SubjectAt(trigger.begin))
    out->push_back(absl::StrCat(side, " is subject"));
  both(end.resolution_rule.empty() ? "named" : absl::StrCat("told by ", end.resolution_rule));
  if (traits.in_headline[end.entity]) both("in headline");
  if (traits.IsForemost(analysis, end.entity)) both("foremost of its kind");
  const int token = index.TokenOfMention(end.range, end.entity);
  const int mention = token < 0 ? -1 : index.MentionAt(token);
  if (mention >= 0) {
    const Mention& words = analysis.mentions[mention];
    out->push_back(absl::StrCat(side, " mention ", words.rule));
    out->push_back(absl::StrCat(side, " sure to tenths ", Tenth(words.confidence)));
    AddNeighbours(index, fact, side, words.tokens, out);
  }
  const int at = token >= 0 ? token : index.TokenAtByte(end.range.begin);
  const bool inside = index.token(at).passage == fact.passage;
  if (!inside) {
    both("elsewhere");
    if (at < trigger.begin) {
      both(absl::StrCat("elsewhere past others ",
                        Bucket(OthersSince(index, at, trigger.begin, entity, end.entity))));
      out->push_back(absl::StrCat(side, " elsewhere by passages ",
                                  Bucket(fact.passage - index.token(at).passage)));
    }
  } else {
    AddWay(index, fact.type, side, trigger, at, entity.type, out);
  }
}

// The word that tells the relation, and what stands on either side of it: one word has many senses.
void AddTrigger(const PhraseIndex& index, const FactRecord& fact, TokenRange trigger,
                Features* out) {
  const Token& word = index.token(trigger.begin);
  out->push_back(absl::StrCat("trigger ", word.lemma));
  out->push_back(absl::StrCat(fact.type, " trigger ", word.lemma));
  out->push_back(absl::StrCat("trigger after ", KindBefore(index, trigger.begin)));
  out->push_back(absl::StrCat("trigger followed by ", KindBehind(index, trigger.end - 1)));
  out->push_back(absl::StrCat("trigger of words ", Bucket(trigger.end - trigger.begin)));
  out->push_back(absl::StrCat("trigger is ", WordFor(word.part_of_speech)));
  out->push_back(absl::StrCat("trigger person ", WordFor(word.features.person), " number ",
                              WordFor(word.features.number)));
  for (const std::string& proclitic : word.proclitics) {
    out->push_back(absl::StrCat("trigger with ", proclitic));
  }
  if (!word.listed) out->push_back("trigger unlisted");
  if (!word.enclitic.empty()) out->push_back("trigger with pronoun");
}

bool IsFigure(const ArgumentRecord& role) {
  return role.role == "amount" || role.role == "count" || role.role == "share";
}

Features FactFeatures(const PhraseIndex& index, const TextTraits& traits, const FactRecord& fact,
                      int facts_of_trigger) {
  const Analysis& analysis = index.analysis();
  Features out = {"bias", absl::StrCat("type ", fact.type), absl::StrCat("rule ", fact.rule)};
  const int first = index.TokenAtByte(fact.trigger.begin);
  int last = first;
  while (last + 1 < index.size() && index.token(last + 1).range.end <= fact.trigger.end) ++last;
  const TokenRange trigger = {first, last + 1};
  AddEnd(index, traits, fact, fact.subject, "subject", trigger, &out);
  AddEnd(index, traits, fact, fact.object, "object", trigger, &out);
  if (!fact.confidence_factors.empty()) {
    out.push_back(absl::StrCat("frame worth ", Tenth(fact.confidence_factors.front().factor)));
    for (size_t i = 1; i < fact.confidence_factors.size(); ++i) {
      out.push_back(absl::StrCat("factor ", fact.confidence_factors[i].reason));
    }
  }
  out.push_back(absl::StrCat("worth in all ", Tenth(fact.confidence)));
  if (fact.cross_sentence) out.push_back("across sentences");
  if (fact.polarity == Polarity::kDenied) out.push_back("denied");
  out.push_back(absl::StrCat("modality ", WordFor(fact.modality)));
  out.push_back(absl::StrCat("speaker ", WordFor(fact.attribution.kind)));
  out.push_back(absl::StrCat("facts of trigger ", Bucket(facts_of_trigger)));
  AddTrigger(index, fact, trigger, &out);
  if (fact.passage >= 0) {
    const Passage& passage = analysis.passages[fact.passage];
    out.push_back(absl::StrCat("passage ", WordFor(passage.kind)));
    out.push_back(absl::StrCat("passage of ", Bucket(passage.tokens.size() / 4)));
  }
  for (const ArgumentRecord& role : fact.roles) {
    out.push_back(absl::StrCat("role ", role.role));
    out.push_back(absl::StrCat(fact.type, " role ", role.role));
    // A figure of another clause belongs to somebody else.
    if (IsFigure(role) && fact.quote.contains(role.range)) {
      AddWay(index, fact.type, role.role, trigger, index.TokenAtByte(role.range.begin),
             EntityType::kOrganization, &out);
    }
  }
  return out;
}

}  // namespace

std::vector<FactWithFeatures> FeaturesOf(const PhraseIndex& index,
                                         const std::vector<FactRecord>& facts,
                                         const PairReading* pairs) {
  std::map<std::pair<absl::string_view, int>, int> of_trigger;
  for (const FactRecord& fact : facts) ++of_trigger[{fact.type, fact.trigger.begin}];
  const TextTraits traits(index.analysis());
  const ToldElsewhere elsewhere(&facts);
  std::vector<FactWithFeatures> out;
  out.reserve(facts.size());
  for (size_t i = 0; i < facts.size(); ++i) {
    const int siblings = of_trigger[{facts[i].type, facts[i].trigger.begin}];
    Features features = FactFeatures(index, traits, facts[i], siblings);
    const Features of_others = elsewhere.FeaturesOf(i);
    features.insert(features.end(), of_others.begin(), of_others.end());
    if (pairs != nullptr) {
      const Features of_pair = PairSigns(facts[i], *pairs);
      features.insert(features.end(), of_pair.begin(), of_pair.end());
    }
    std::sort(features.begin(), features.end());
    features.erase(std::unique(features.begin(), features.end()), features.end());
    out.push_back({i, std::move(features)});
  }
  return out;
}

}  // namespace isnad::extraction
