#include "services/extraction/relations/fact_extractor.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "services/extraction/relations/derivation.h"
#include "services/extraction/relations/derived_facts.h"
#include "services/extraction/relations/derived_moves.h"
#include "services/extraction/relations/derived_posts.h"
#include "services/extraction/relations/derived_supplies.h"
#include "services/extraction/relations/derived_workplaces.h"
#include "services/extraction/relations/former_houses.h"
#include "services/extraction/relations/frame_matcher.h"
#include "services/extraction/relations/frame_words.h"
#include "services/extraction/relations/gapped_facts.h"
#include "services/extraction/relations/groups_led.h"
#include "services/extraction/relations/listed_moves.h"
#include "services/extraction/relations/opposite_moves.h"
#include "services/extraction/relations/outside_judgment.h"
#include "services/extraction/relations/pairs/pair_facts.h"
#include "services/extraction/relations/pairs/pair_reading.h"
#include "services/extraction/relations/parts_by_name.h"
#include "services/extraction/relations/phrase_index.h"
#include "services/extraction/relations/role_index.h"
#include "services/extraction/relations/slot_filler.h"
#include "services/extraction/relations/speaker_finder.h"
#include "services/extraction/relations/speech.h"
#include "services/extraction/relations/table_facts.h"
#include "services/extraction/relations/vague_facts.h"

namespace isnad::extraction {
namespace {

constexpr double kDerivedPenalty = 0.8;
// Reported speech shorter than this is no statement, in tokens.
constexpr int kShortestStatement = 2;
constexpr int kLongestStatementBytes = 700;
// Passages for which "he added" means who spoke last.
constexpr int kSpeakerLasts = 2;
// Words between whom a statement is about and the word of blame.
constexpr int kBlameReach = 10;
constexpr int kLongestApposition = 12;

// The token behind what stands beside the speaker between commas and describes him; `from` without.
int PastApposition(const PhraseIndex& index, int from, int end) {
  if (from >= end || !index.IsComma(from)) return from;
  for (int i = from + 1; i < end && i < from + kLongestApposition; ++i) {
    if (index.IsVerb(i)) break;
    if (index.IsComma(i)) return i + 1;
  }
  return from;
}

// The first participant in the words other than the speaker.
ArgumentRecord TargetIn(const PhraseIndex& index, const Speech& speech, TokenRange words) {
  const Analysis& analysis = index.analysis();
  for (int i = words.begin; i < words.end; ++i) {
    const int mention = index.MentionAt(i) >= 0 ? index.MentionAt(i) : index.PronounAt(i);
    if (mention < 0 || analysis.mentions[mention].entity < 0) continue;
    const Mention& m = analysis.mentions[mention];
    const EntityType type = analysis.entities[m.entity].type;
    if (type == EntityType::kLocation || type == EntityType::kUnknown) continue;
    if (m.entity == speech.speaker.entity || speech.speaker.range.overlaps(m.range)) continue;
    ArgumentRecord out;
    out.kind = ArgumentRecord::Kind::kEntity;
    out.role = "object";
    out.entity = m.entity;
    out.range = m.range;
    out.text = std::string(analysis.Quote(m.range));
    return out;
  }
  return {};
}

// Whom a criticism is about: in what was said, else between the verb and that, else before the
// verb.
ArgumentRecord Target(const PhraseIndex& index, const Speech& speech) {
  const TokenRange passage = index.PassageTokens(speech.verb);
  ArgumentRecord target;
  if (speech.act == Speech::Act::kDescribed || speech.act == Speech::Act::kCriticized) {
    // "وصف الباحثون نماذج X بأنها ...": what is described stands before the description.
    int from = speech.verb + 1;
    const auto& tokens = index.analysis().tokens;
    while (from < passage.end && tokens[from].range.begin < speech.speaker.range.end &&
           speech.speaker.range.begin > tokens[speech.verb].range.begin) {
      ++from;
    }
    from = PastApposition(index, from, passage.end);
    if (index.PronounAt(speech.verb) >= 0) {
      target = TargetIn(index, speech, {speech.verb, speech.verb + 1});
      if (target.filled()) return target;
    }
    target = TargetIn(index, speech, {from, passage.end});
  } else {
    target = TargetIn(index, speech, speech.content);
  }
  return target.filled() ? target : TargetIn(index, speech, {passage.begin, speech.verb});
}

// "criticised the plan": that of the organisation that the text is about.
ArgumentRecord ImpliedTarget(const PhraseIndex& index, const Speech& speech) {
  static const auto* deeds = new absl::flat_hash_set<absl::string_view>{
      "خطه",     "قرار",  "اداره",   "سياسه",  "صفقه",  "خطوه",   "تسريحات",   "شركه",  "صرف",
      "كثره",    "سعر",   "غياب",    "عموله",  "رسوم",  "اسعار",  "تعامل",     "شروط",  "عقود",
      "اسلوب",   "بنك",   "توقيت",   "قرارات", "خطط",   "سياسات", "نهج",       "طريقه", "تسريح",
      "استغناء", "انفاق", "اجراءات", "تاخير",  "تاجيل", "مجموعه", "مصرف",      "منصه",  "تقييم",
      "اداء",    "مشروع", "اغلاق",   "عرض",    "توسع",  "اندماج", "استراتيجيه"};
  static const auto* others = new absl::flat_hash_set<absl::string_view>{
      "حكومه", "وزاره", "دوله", "برلمان", "رييس", "بلديه", "اتحاد", "مجلس"};
  const Analysis& analysis = index.analysis();
  const int subject = index.SubjectAt(speech.verb);
  if (subject < 0 || subject == speech.speaker.entity) return {};
  if (analysis.entities[subject].type != EntityType::kOrganization) return {};
  constexpr int kDeedReach = 12;
  constexpr int kOpeningReach = 3;  // words: what a statement is about opens it
  const int last = index.PassageTokens(speech.verb).end;
  const int behind = std::max(speech.verb + 1, index.TokenAtByte(speech.speaker.range.end));
  int from = PastApposition(index, behind, last);
  int end = std::min(last, from + kDeedReach);
  // "the decision was ill received: X called it [وصفه] hasty".
  if (speech.act == Speech::Act::kDescribed && !analysis.tokens[speech.verb].enclitic.empty()) {
    from = std::max(index.PassageTokens(speech.verb).begin, speech.verb - kDeedReach);
    end = speech.verb;
  } else if (speech.act == Speech::Act::kStated) {
    from = speech.content.begin;
    end = std::min(speech.content.end, from + kOpeningReach);
  }
  for (int i = from; i < end; ++i) {
    const Token& token = index.token(i);
    if (index.MentionAt(i) >= 0) continue;
    if (!deeds->contains(token.base)) continue;
    if (i + 1 < end && others->contains(index.token(i + 1).base)) return {};
    if (!token.definite && !(i + 1 < end && index.token(i + 1).definite)) return {};
    const int mention = index.NearestMention(subject, speech.verb);
    if (mention < 0) return {};
    // "X, an analyst at Y, sees the price": not Y's.
    const int named = analysis.mentions[mention].tokens.begin;
    if (speech.clausal && named > speech.verb && named < speech.content.begin) return {};
    ArgumentRecord out;
    out.kind = ArgumentRecord::Kind::kEntity;
    out.role = "object";
    out.entity = subject;
    out.range = analysis.mentions[mention].range;
    out.text = std::string(analysis.Quote(out.range));
    out.resolution_rule = "document-subject";
    return out;
  }
  return {};
}

// Whether a word of blame stands near enough behind the target to be about it.
bool Blames(const PhraseIndex& index, const Tone& tone, const Speech& speech,
            const ArgumentRecord& target) {
  const int at = index.TokenOfMention(target.range, target.entity);
  if (at < 0 || !speech.content.contains(at)) return false;
  return tone.IsNegative(index.analysis(), {at, std::min(speech.content.end, at + kBlameReach)});
}

// Whether blame stands near the opening of what somebody says: "sees the price as [أن التقييم]
// exaggerated".
bool BlamesAtOnce(const PhraseIndex& index, const Tone& tone, const Speech& speech) {
  const int from = speech.content.begin;
  return tone.IsNegative(index.analysis(),
                         {from, std::min(speech.content.end, from + kBlameReach)});
}

// "According to X" states what it frames when a person or company speaks; an outlet, a report or an
// unnamed source only passes on.
bool IsStatement(const Speech& speech) {
  return speech.clausal && speech.speaker.kind == ArgumentRecord::Kind::kEntity &&
         speech.attribution.kind == AttributionRecord::Kind::kNamed;
}

FactRecord StatementFact(const Analysis& analysis, const Speech& speech, int passage,
                         const char* type) {
  FactRecord fact;
  fact.type = type;
  fact.subject = speech.speaker;
  fact.subject.role = "subject";
  fact.object = Words(analysis, "object", speech.content);
  fact.passage = passage;
  fact.trigger = analysis.tokens[speech.verb].range;
  fact.quote = analysis.passages[passage].range;
  fact.rule = speech.rule;
  fact.SetConfidence("reported speech", speech.confidence);
  if (!fact.subject.resolution_rule.empty()) {
    fact.LowerConfidence("speaker told by a pronoun or description", kDerivedPenalty);
  }
  return fact;
}

void AddStatements(const PhraseIndex& index, const RoleIndex& roles, const Tone& tone,
                   const std::vector<Speech>& speeches, int passage, std::vector<FactRecord>* out) {
  const Analysis& analysis = index.analysis();
  ArgumentRecord blamed;  // whom the speech before was about
  for (const Speech& speech : speeches) {
    if (speech.act == Speech::Act::kAttributed && !IsStatement(speech)) continue;
    if (speech.content.size() < kShortestStatement) continue;
    const ByteRange words = analysis.BytesOf(speech.content);
    if (words.end - words.begin > kLongestStatementBytes) continue;
    const bool blames =
        tone.IsNegative(analysis, speech.content) || DescribesFromOutside(index, roles, speech);
    if (speech.act == Speech::Act::kDenied) {
      FactRecord fact = StatementFact(analysis, speech, passage, "DENIED");
      fact.polarity = Polarity::kDenied;
      out->push_back(std::move(fact));
      continue;
    }
    if (speech.act != Speech::Act::kDescribed && speech.act != Speech::Act::kCriticized) {
      blamed = ArgumentRecord();
    }
    const bool described = speech.act == Speech::Act::kDescribed;
    const bool criticized = speech.act == Speech::Act::kCriticized;
    const TokenRange outside =
        !speech.clausal ? TokenRange() : JudgedFromOutside(index, roles, speech);
    const bool outsider = outside.size() > 0;
    const bool judged = (blames || outsider) && speech.clausal &&
                        speech.act == Speech::Act::kStated &&
                        speech.attribution.kind == AttributionRecord::Kind::kNamed;
    if (criticized || (described && blames) || judged) {
      // "blamed X and called it Y": still X.
      const bool goes_on = described && blamed.filled() && index.HasConjunction(speech.verb) &&
                           !analysis.tokens[speech.verb].enclitic.empty();
      ArgumentRecord target = goes_on    ? blamed
                              : outsider ? TargetIn(index, speech, outside)
                                         : Target(index, speech);
      const bool implied = !target.filled() && (criticized || described || outsider ||
                                                BlamesAtOnce(index, tone, speech));
      if (implied) target = ImpliedTarget(index, speech);
      // A thing between quotation marks that nobody knows is a word, and not blamed.
      const bool word = judged && !criticized && !described && target.entity >= 0 &&
                        analysis.entities[target.entity].type == EntityType::kProduct &&
                        analysis.entities[target.entity].lexicon_key.empty();
      if (word) target = ArgumentRecord();
      blamed = target;
      const bool blamed_at_large = criticized && !target.filled() && speech.clausal;
      if (blamed_at_large) {
        FactRecord fact = StatementFact(analysis, speech, passage, "CRITICIZED");
        fact.object.role = "role";
        fact.roles.push_back(fact.object);
        fact.object = ArgumentRecord();
        out->push_back(std::move(fact));
        continue;
      }
      const bool sure = implied || outsider;
      if (target.filled() && (!judged || sure || Blames(index, tone, speech, target))) {
        FactRecord fact = StatementFact(analysis, speech, passage, "CRITICIZED");
        ArgumentRecord words_role = fact.object;
        words_role.role = "role";
        fact.roles.push_back(words_role);
        fact.object = target;
        fact.rule = described || speech.act == Speech::Act::kCriticized ? speech.rule
                    : outsider ? std::string("CRITICIZED/judged-from-outside")
                               : std::string("CRITICIZED/negative-description");
        out->push_back(std::move(fact));
        if (described || speech.act == Speech::Act::kCriticized) continue;
      }
    }
    if (speech.clausal || described) {
      out->push_back(StatementFact(analysis, speech, passage, "STATED"));
    }
  }
}

// "X and Y agreed that", "each of X and Y denied": what one of them says the other says, too.
void AddJointSpeakers(const PhraseIndex& index, std::vector<FactRecord>* facts) {
  const Analysis& analysis = index.analysis();
  const size_t count = facts->size();
  for (size_t f = 0; f < count; ++f) {
    const std::string& type = (*facts)[f].type;
    if (type != "STATED" && type != "DENIED") continue;
    const ArgumentRecord speaker = (*facts)[f].subject;
    if (speaker.kind != ArgumentRecord::Kind::kEntity || !speaker.resolution_rule.empty()) continue;
    int name = index.TokenOfMention(speaker.range, speaker.entity);
    if (name < 0 || index.MentionAt(name) < 0) continue;
    const int end = index.PassageTokens(name).end;
    const EntityType kind = index.TypeOfMention(index.MentionAt(name));
    int next = analysis.mentions[index.MentionAt(name)].tokens.end;
    while (next < end && index.IsQuoteMark(next)) ++next;
    if (next >= end || !index.MentionStartsAt(next) || !index.HasConjunction(next)) continue;
    const Mention& other = analysis.mentions[index.MentionAt(next)];
    if (index.TypeOfMention(index.MentionAt(next)) != kind || other.entity == speaker.entity ||
        other.entity < 0 || other.kind != MentionKind::kName) {
      continue;
    }
    FactRecord joint = (*facts)[f];
    joint.subject.entity = other.entity;
    joint.subject.range = other.range;
    joint.subject.text = std::string(analysis.Quote(other.range));
    facts->push_back(std::move(joint));
  }
}

// Attributes facts to whoever says the words that they stand in.
void Attribute(const Analysis& analysis, const std::vector<Speech>& speeches,
               std::vector<FactRecord>* facts) {
  for (FactRecord& fact : *facts) {
    for (const Speech& speech : speeches) {
      const ByteRange content = analysis.BytesOf(speech.content);
      const bool own_verb = analysis.tokens[speech.verb].range == fact.trigger;
      if (own_verb || !content.contains(fact.trigger)) continue;
      fact.attribution = speech.attribution;
      // What somebody is called is not denied along with what is told of him.
      const bool title = fact.rule == "HOLDS_ROLE/title" || fact.rule == "FOUNDED/founder";
      if (speech.act == Speech::Act::kDenied && !title) fact.polarity = Polarity::kDenied;
      if (speech.attribution.kind == AttributionRecord::Kind::kAnonymous &&
          fact.modality == Modality::kActual) {
        fact.modality = Modality::kAlleged;
      }
      break;
    }
  }
}

std::string EndKey(const ArgumentRecord& end) {
  switch (end.kind) {
    case ArgumentRecord::Kind::kEntity:
      return absl::StrCat("e", end.entity);
    case ArgumentRecord::Kind::kValue:
      return absl::StrCat("v", end.value);
    case ArgumentRecord::Kind::kText:
      return absl::StrCat("t", end.range.begin);
    case ArgumentRecord::Kind::kNone:
      return "";
  }
  return "";
}

// Keeps the best of the facts of one passage that say the same.
void Deduplicate(std::vector<FactRecord>* facts) {
  auto rank = [](const FactRecord& fact) {
    return fact.confidence + 0.05 * static_cast<double>(fact.roles.size()) +
           (fact.object.filled() ? 0.3 : 0.0);
  };
  absl::flat_hash_map<std::string, size_t> best;
  std::vector<FactRecord> kept;
  for (FactRecord& fact : *facts) {
    std::string a = EndKey(fact.subject), b = EndKey(fact.object);
    if (IsSymmetric(fact.type) && b < a) std::swap(a, b);
    std::string key = absl::StrCat(fact.passage, "|", fact.type, "|", a, "|", b);
    // Figures of different years are different facts.
    if (fact.type == "HEADCOUNT") {
      for (const ArgumentRecord& role : fact.roles) {
        if (role.role == "count") absl::StrAppend(&key, "|", EndKey(role));
      }
    }
    auto [it, fresh] = best.emplace(key, kept.size());
    if (fresh) {
      kept.push_back(std::move(fact));
      continue;
    }
    FactRecord& same = kept[it->second];
    if (fact.polarity != same.polarity && !fact.trigger.overlaps(same.trigger)) {
      // "will not lay off anybody, but will cut 700 vacant posts".
      kept.push_back(std::move(fact));
    } else if (rank(fact) > rank(same)) {
      same = std::move(fact);
    }
  }
  // A fact without object yields to the same one with an object.
  std::vector<FactRecord> out;
  for (const FactRecord& fact : kept) {
    const bool covered = !fact.object.filled() &&
                         std::any_of(kept.begin(), kept.end(), [&](const FactRecord& other) {
                           return other.type == fact.type && other.passage == fact.passage &&
                                  other.object.filled() &&
                                  EndKey(other.subject) == EndKey(fact.subject);
                         });
    if (!covered) out.push_back(fact);
  }
  *facts = std::move(out);
}

void SetValidInterval(const Analysis& analysis, FactRecord* fact) {
  for (const ArgumentRecord& role : fact->roles) {
    if (role.role != "date" || role.kind != ArgumentRecord::Kind::kValue) continue;
    const ValueMention& value = analysis.values[role.value];
    if (value.kind == ValueKind::kDate && value.resolved) fact->valid_interval = value.date;
  }
}

// Words from outside the quote are owned to.
void MarkReach(FactRecord* fact) {
  const auto outside = [&](const ArgumentRecord& argument) {
    return argument.filled() && !fact->quote.contains(argument.range);
  };
  fact->cross_sentence = fact->cross_sentence || outside(fact->subject) || outside(fact->object) ||
                         std::any_of(fact->roles.begin(), fact->roles.end(), outside);
}

// Those that the model made of a pair and that the signs speak against.
void DropUnlikelyPairs(std::vector<FactRecord>* facts) {
  constexpr double kLeast = 0.2;
  facts->erase(std::remove_if(facts->begin(), facts->end(),
                              [](const FactRecord& fact) {
                                return IsOfPair(fact) && fact.confidence < kLeast;
                              }),
               facts->end());
}

// What no frame told, attributed to whoever says the words.
void AddPairFacts(const PhraseIndex& index, const RoleIndex& roles, const PairSchema& schema,
                  const std::vector<std::vector<Speech>>& spoken, PairReading* pairs,
                  std::vector<FactRecord>* facts) {
  const ToldFacts told(*facts);
  std::vector<FactRecord> out;
  for (size_t p = 0; p < spoken.size(); ++p) {
    std::vector<FactRecord> found =
        PairFacts(index, roles, schema, static_cast<int>(p), told, pairs);
    Attribute(index.analysis(), spoken[p], &found);
    for (FactRecord& fact : found) {
      MarkReach(&fact);
      out.push_back(std::move(fact));
    }
  }
  for (FactRecord& fact : out) facts->push_back(std::move(fact));
}

}  // namespace

FactExtractor::FactExtractor(std::unique_ptr<FrameLexicon> frames,
                             std::unique_ptr<RoleTitles> titles, std::unique_ptr<Tone> tone,
                             absl::optional<ConfidenceModel> confidence,
                             absl::optional<PairModel> pairs,
                             absl::optional<WordDistribution> distribution)
    : frames_(std::move(frames)),
      titles_(std::move(titles)),
      tone_(std::move(tone)),
      confidence_(std::move(confidence)),
      pair_schema_(*frames_),
      pairs_(std::move(pairs)),
      distribution_(std::move(distribution)) {}

absl::StatusOr<std::unique_ptr<FactExtractor>> FactExtractor::Create(const LexiconFiles& files,
                                                                     const ModelSet& models,
                                                                     const Morphology& morphology) {
  auto frames = FrameLexicon::Create(files, morphology);
  if (!frames.ok()) return frames.status();
  auto titles = RoleTitles::Create(files);
  if (!titles.ok()) return titles.status();
  auto tone = Tone::Create(files);
  if (!tone.ok()) return tone.status();
  absl::optional<ConfidenceModel> confidence;
  if (models.models().count(kConfidenceModel) > 0) {
    auto created = ConfidenceModel::Create(models);
    if (!created.ok()) return created.status();
    confidence = *std::move(created);
  }
  absl::optional<PairModel> pairs;
  absl::optional<WordDistribution> distribution;
  if (models.models().count(kPairModel) > 0 && models.models().count("words") > 0) {
    auto model = PairModel::Create(models);
    if (!model.ok()) return model.status();
    auto words = WordDistribution::Of(models.models().at("words"));
    if (!words.ok()) return words.status();
    pairs = *std::move(model);
    distribution = *std::move(words);
  }
  return std::unique_ptr<FactExtractor>(
      new FactExtractor(*std::move(frames), *std::move(titles), *std::move(tone),
                        std::move(confidence), std::move(pairs), std::move(distribution)));
}

std::vector<FactRecord> FactExtractor::Extract(const Analysis& analysis) const {
  std::vector<FactRecord> facts;
  const PhraseIndex index(analysis);
  const RoleIndex roles(&index, titles_->Find(analysis));
  const SlotFiller filler(&index, &roles);
  const FrameWords words(analysis, frames_.get());
  const FrameMatcher matcher(&index, &words, &filler, &roles);
  const SpeakerFinder speakers(&index, &filler, &roles.roles());
  const SpeechFinder speech_finder(&index, &words, &speakers);
  std::vector<std::vector<Speech>> spoken(analysis.passages.size());
  ArgumentRecord last_speaker;
  int last_spoken = 0;
  for (int p = 0; p < static_cast<int>(analysis.passages.size()); ++p) {
    if (analysis.passages[p].kind == PassageKind::kBoilerplate) continue;
    if (analysis.passages[p].tokens.empty()) continue;
    std::vector<FactRecord> found = matcher.Match(p);
    for (FactRecord& fact : ListedMoves(index, roles, p)) found.push_back(std::move(fact));
    if (p - last_spoken > kSpeakerLasts) last_speaker = ArgumentRecord();
    const std::vector<Speech>& speeches = spoken[p] = speech_finder.Find(p, &last_speaker);
    if (!speeches.empty()) last_spoken = p;
    Attribute(analysis, speeches, &found);
    AddGappedFacts(index, &found);
    AddDerivedFacts(index, roles, &found);
    AddLeadersOfUnits(index, p, &found);
    AddPostsBeforeComing(index, &found);
    AddStatements(index, roles, *tone_, speeches, p, &found);
    AddHousesOfSpeakers(index, &found);
    AddJointSpeakers(index, &found);
    Deduplicate(&found);
    for (FactRecord& fact : found) {
      SetValidInterval(analysis, &fact);
      MarkReach(&fact);
      facts.push_back(std::move(fact));
    }
  }
  AddJoined(&facts);
  AddHiresAcrossSentences(index, &facts);
  AddDeparturesFromHouseOfText(index, &facts);
  AddFormerPosts(index, roles, &facts);
  AddGroupsLed(index, &facts);
  DropPostsOfFounders(index, roles, &facts);
  AddPartsByName(index, &facts);
  SettleSupplies(index, &facts);
  for (FactRecord& fact : TableFacts(index, roles)) {
    SetValidInterval(analysis, &fact);
    MarkReach(&fact);
    facts.push_back(std::move(fact));
  }
  absl::optional<PairReading> pairs;
  if (pairs_.has_value()) {
    pairs.emplace(&index, &roles, &words, &*distribution_, &*pairs_);
    pairs->ReadAll();
    AddPairFacts(index, roles, pair_schema_, spoken, &*pairs, &facts);
  }
  DropVagueLayoffs(analysis, &facts);
  DropHeadlinesToldBelow(analysis, &facts);
  if (confidence_.has_value()) {
    confidence_->Judge(index, pairs.has_value() ? &*pairs : nullptr, &facts);
    DropUnlikelyPairs(&facts);
    DropOppositeMoves(&facts);
  }
  // Asks which facts are believed.
  AddPartsByKind(index, &facts);
  return facts;
}

}  // namespace isnad::extraction
