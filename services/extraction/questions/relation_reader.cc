#include "services/extraction/questions/relation_reader.h"

#include <algorithm>
#include <map>
#include <utility>

#include "absl/strings/match.h"
#include "services/extraction/questions/role_assignment.h"
#include "services/extraction/questions/verb_classes.h"
#include "services/extraction/questions/word_keys.h"

namespace isnad::extraction {
namespace {

constexpr double kTitleConfidence = 0.9;
constexpr double kWhoIsConfidence = 0.7;
// What remains of the confidence when the fact type cannot hold what is asked for.
constexpr double kNoSuchRole = 0.4;
constexpr double kGivenNameBonus = 0.08;
// A verb after "before" or "after" tells the time of what is asked about.
constexpr double kFormerEmployerFactor = 0.8;
constexpr double kSubordinateFactor = 0.7;
constexpr double kOriginConfidence = 0.65;
// "Where did X go" says of the coming as much as of the leaving.
constexpr double kDestinationConfidence = 0.75;
// "X, the co-founder of Y, ...": it describes X.
// Nouns that only tell of whom the question speaks.
constexpr double kDescribingFactor = 0.45;
constexpr double kMoveConfidence = 0.85;
constexpr double kAppositionFactor = 0.5;
// "Takes over X's operations" tells less of a post than "takes over as".
constexpr double kTakenPostFactor = 0.85;
// "Which post did X take at Y": whoever came or was named to it.
constexpr double kAskedPostConfidence = 0.62;
constexpr double kHeldPostConfidence = 0.66;
constexpr double kLaterVerbFactor = 0.75;
constexpr int kSubordinateReach = 3;
constexpr double kDeniedContentFactor = 0.85;
constexpr double kTakenTitleConfidence = 0.75;
constexpr double kGenericTitleConfidence = 0.5;
// From here on a phrase of several words leaves the titles in it no say.
constexpr double kSurePhrase = 0.8;
constexpr double kMinConfidence = 0.15;

bool IsSubordinate(const QuestionText& text, TokenRange range, TokenRange trigger) {
  for (int t = trigger.begin - 1; t >= std::max(range.begin, trigger.begin - kSubordinateReach);
       --t) {
    if (text.words()[t].punctuation) return false;
    if (text.Is(t, {"before", "after", "while", "when", "قبل", "بعد", "عندما", "حين", "قبيل",
                    "بعيد"})) {
      return text.words()[t].mention < 0 && t > range.begin - 1 && !text.Is(t, {"when"});
    }
  }
  return false;
}

// "Has lost", "have been reported": the word of having only helps the verb behind it.
bool IsAuxiliary(const QuestionText& text, TokenRange range, TokenRange trigger) {
  constexpr int kReach = 5;
  if (trigger.size() != 1 || !text.Is(trigger.begin, {"has", "have", "had"})) return false;
  for (int t = trigger.end; t < std::min(range.end, trigger.end + kReach); ++t) {
    if (text.words()[t].punctuation) return false;
    if (text.words()[t].mention >= 0) continue;
    if (text.Is(t, {"been",  "lost",   "left",    "gone",   "made",   "said",      "cut",
                    "put",   "sold",   "built",   "paid",   "met",    "held",      "kept",
                    "told",  "become", "come",    "shed",   "run",    "won",       "hit",
                    "led",   "set",    "let",     "quit",   "given",  "taken",     "seen",
                    "had",   "got",    "begun",   "bought", "spent",  "grown",     "fallen",
                    "risen", "drawn",  "written", "chosen", "hidden", "withdrawn", "laid"})) {
      return true;
    }
    const absl::string_view word = text.SurfaceAt(t);
    if (word.size() > 4 && absl::EndsWith(word, "ed")) return true;
  }
  return false;
}

// "Push the start back", "go back to": no money backs anybody there.
bool IsAdverb(const QuestionText& text, TokenRange range, TokenRange trigger) {
  constexpr int kReach = 4;
  if (trigger.size() != 1 || !text.Is(trigger.begin, {"back"})) return false;
  for (int t = trigger.begin - 1; t >= std::max(range.begin, trigger.begin - kReach); --t) {
    if (text.Is(t, {"push", "pushed", "put",    "go",      "went", "gone",   "come",    "came",
                    "move", "moved",  "bring",  "brought", "hold", "held",   "set",     "fall",
                    "fell", "head",   "headed", "give",    "gave", "return", "returned"})) {
      return true;
    }
  }
  return false;
}

// "ورد أن": it was reported, and nobody supplies anything.
bool OnlyReports(const QuestionText& text, TokenRange trigger) {
  return trigger.size() == 1 && text.Is(trigger.begin, {"ورد", "يرد", "وردت", "ترد"}) &&
         text.Is(trigger.end, {"ان", "انه", "انها", "انهما", "انهم", "في", "عن", "علي"});
}

// "Where did X go after Y": X came to another house, and Y is the one before.
void AskDestination(const QuestionText& text, TokenRange trigger, const AskedThing& thing,
                    RelationReading* reading) {
  const bool goes = reading->fact_type == "LEFT" && thing.kind == QuestionKind::kWhere &&
                    thing.type == AnswerType::kOrganization &&
                    text.Is(trigger.begin, {"go", "went", "gone", "goes", "move", "moved", "moves",
                                            "head", "headed", "land", "landed"});
  if (!goes) return;
  reading->fact_type = "JOINED";
  reading->asked_role = "object";
  reading->confidence = std::max(reading->confidence, kDestinationConfidence);
  for (RelationFiller& filler : reading->fillers) {
    if (filler.role != "subject") filler.role = "former_employer";
  }
}

// "التنفيذي" of a title executes nothing: an adjective of relation tells of no event.
bool IsAttribute(const QuestionText& text, const RelationTrigger& trigger) {
  if (!text.arabic() || trigger.tokens.size() != 1) return false;
  const Token& word = text.analysis().tokens[trigger.tokens.begin];
  return word.part_of_speech == PartOfSpeech::kAdjective &&
         (absl::EndsWith(word.base, "ي") || absl::EndsWith(word.base, "يه"));
}

// Between two commas right behind a name.
bool IsApposition(const QuestionText& text, TokenRange range, TokenRange trigger) {
  constexpr int kReach = 8;
  const auto is_comma = [&](int t) { return text.Is(t, {",", "،"}); };
  int open = trigger.begin - 1;
  while (open > range.begin && trigger.begin - open <= kReach && !is_comma(open)) --open;
  if (open <= range.begin || !is_comma(open) || text.words()[open - 1].mention < 0) return false;
  int close = trigger.end;
  while (close < range.end && close - trigger.end <= kReach && !is_comma(close)) ++close;
  return close + 1 < range.end && is_comma(close);
}

// Titles that describe whom rather than name a post.
bool IsGenericTitle(const std::string& key) {
  return key == "RESEARCHER" || key == "ENGINEER" || key == "EMPLOYEE" || key == "SCIENTIST" ||
         key == "EXPERT" || key == "ANALYST" || key == "DEVELOPER" || key == "CANDIDATE" ||
         key == "MEMBER";
}

// Role that the kind of answer fixes; empty when an end of the fact is asked for.
std::string FixedRole(const AskedThing& thing) {
  switch (thing.type) {
    case AnswerType::kMoney:
      return "amount";
    case AnswerType::kCount:
      return thing.answer_class == "PERCENT" ? "share" : "count";
    case AnswerType::kDate:
      return "date";
    case AnswerType::kLength:
      return "duration";
    case AnswerType::kReason:
      return "cause";
    case AnswerType::kRole:
      return "role";
    case AnswerType::kManner:
      return "role";
    default:
      return std::string();
  }
}

bool AsksForEnd(const AskedThing& thing) {
  return thing.kind != QuestionKind::kYesNo && thing.kind != QuestionKind::kTimeline &&
         thing.kind != QuestionKind::kUnspecified && FixedRole(thing).empty() &&
         thing.type != AnswerType::kBoolean;
}

bool AcceptsLocation(const lexicon::FactTypeSchema& type, absl::string_view role) {
  const lexicon::RoleSchema* schema = FindRole(type, role);
  return schema != nullptr && std::find(schema->filler().begin(), schema->filler().end(),
                                        "LOCATION") != schema->filler().end();
}

// Which end the statement's words are: what somebody said is the object.
std::string StatementRole(const lexicon::FactTypeSchema& type) {
  return type.name() == "CRITICIZED" ? "role" : "object";
}

std::string AskedEnd(const RelationTrigger& trigger, const AskedThing& thing,
                     const RoleAssignment& assignment) {
  if (thing.type == AnswerType::kQuote) return StatementRole(*trigger.type);
  if (thing.type == AnswerType::kLocation && AcceptsLocation(*trigger.type, "place")) {
    return "place";
  }
  if (!assignment.roles.empty() && !assignment.roles.back().empty()) return assignment.roles.back();
  return trigger.kind == TriggerKind::kReversedVerb ? "subject" : "object";
}

bool FutureMarked(const QuestionText& text, int token) {
  const Token& analysed = text.analysis().tokens[token];
  if (std::find(analysed.proclitics.begin(), analysed.proclitics.end(), "س") !=
      analysed.proclitics.end()) {
    return true;
  }
  const absl::string_view word = text.words()[token].bare;
  if (CharacterCount(word) < 5) return false;
  if (!absl::StartsWith(word, "سي") && !absl::StartsWith(word, "ست")) return false;
  return !text.HasKey(token,
                      {"سياسه",   "سياسات", "سياسي",   "سياسيه",   "سياره",   "سيارات", "سيطره",
                       "سيطر",    "سيطرت",  "سيناتور", "سينما",    "سيناريو", "ستين",   "ستون",
                       "سيليكون", "سيوله",  "سيبراني", "سيبرانيه", "سياحه",   "سياق",   "سيتي"}) &&
         analysed.part_of_speech != PartOfSpeech::kNoun &&
         analysed.part_of_speech != PartOfSpeech::kProperNoun &&
         analysed.part_of_speech != PartOfSpeech::kAdjective;
}

void KeepBest(std::vector<RelationReading>* readings) {
  std::stable_sort(readings->begin(), readings->end(),
                   [](const RelationReading& a, const RelationReading& b) {
                     return a.confidence > b.confidence;
                   });
  std::vector<RelationReading> kept;
  for (RelationReading& reading : *readings) {
    if (reading.confidence < kMinConfidence) continue;
    const bool known = std::any_of(kept.begin(), kept.end(), [&](const RelationReading& other) {
      return other.fact_type == reading.fact_type;
    });
    if (!known) kept.push_back(std::move(reading));
  }
  *readings = std::move(kept);
}

const NamedEntity* NearestOrganization(const std::vector<NamedEntity>& names, TokenRange title) {
  const NamedEntity* nearest = nullptr;
  int best = 1 << 20;
  for (const NamedEntity& name : names) {
    if (name.type == EntityType::kPerson || name.type == EntityType::kLocation) continue;
    const int distance = name.tokens.begin >= title.end   ? name.tokens.begin - title.end
                         : name.tokens.end <= title.begin ? title.begin - name.tokens.end + 1
                                                          : 0;
    if (distance < best) {
      best = distance;
      nearest = &name;
    }
  }
  return nearest;
}

const NamedEntity* FirstOfType(const std::vector<NamedEntity>& names, EntityType type) {
  for (const NamedEntity& name : names) {
    if (name.type == type) return &name;
  }
  return nullptr;
}

// The title itself is what is asked for: "who is the CEO", "من رئيس", "ما اسم مدير".
bool TitleIsAsked(const QuestionText& text, const Interrogative& asked, const AskedThing& thing,
                  const TitleMatch& title) {
  if (thing.kind != QuestionKind::kWho && thing.type != AnswerType::kName &&
      thing.type != AnswerType::kPerson) {
    return false;
  }
  int begin = std::max(asked.noun_at, thing.type == AnswerType::kName ? thing.noun.end : 0);
  // "who is Tesla's CEO", "who is the current CEO", "ما اسم الرئيس".
  while (begin < title.tokens.begin &&
         (text.words()[begin].mention >= 0 ||
          text.Is(begin,
                  {"'s",  "’s",   "the",  "current",  "new",   "of",    "former", "a",     "will",
                   "be",  "been", "next", "incoming", "now",   "سيكون", "يكون",   "ستكون", "تكون",
                   "صار", "صارت", "اصبح", "اصبحت",    "سيصبح", "ستصبح", "بات",    "باتت"}))) {
    ++begin;
  }
  if (begin != title.tokens.begin) return false;
  return asked.equative || text.arabic() || text.Is(begin - 1, {"'s", "the"});
}

// The title is what somebody took: "who replaced X as Y's CEO".
bool TitleIsTaken(const QuestionText& text, const AskedThing& thing, const TitleMatch& title) {
  if (thing.kind != QuestionKind::kWho) return false;
  for (int t = title.tokens.begin - 1; t >= std::max(thing.focus.end, title.tokens.begin - 5);
       --t) {
    if (text.Is(t, {"as", "became", "becomes", "become", "named", "appointed", "اصبح", "اصبحت",
                    "صار", "صارت", "سيصبح", "يصبح", "بصفته", "منصب", "كرييس"})) {
      return true;
    }
  }
  return false;
}

// "Took over as chief", "takes over X's operations": a post is taken, no company bought.
bool TakesPost(const QuestionText& text, TokenRange range, TokenRange trigger) {
  bool over = false;
  for (int t = trigger.begin; t < std::min(range.end, trigger.end + 1); ++t) {
    over |= text.Is(t, {"over"});
  }
  if (!over) return false;
  for (int t = trigger.end; t < range.end; ++t) {
    if (text.words()[t].mention >= 0) continue;
    if (text.Is(t, {"as", "from", "role", "post", "job", "duties", "operations", "chief", "head",
                    "ceo", "leadership", "helm", "office", "position", "running"})) {
      return true;
    }
  }
  return false;
}

// "Which post did X take at Y" by whatever verb: X was named to it, or holds it.
void AddPost(const QuestionText& text, const AskedThing& thing,
             const std::vector<NamedEntity>& names, std::vector<RelationReading>* readings) {
  const bool known =
      std::any_of(readings->begin(), readings->end(), [](const RelationReading& reading) {
        return reading.confidence >= kHeldPostConfidence && reading.asked_role == "role";
      });
  const NamedEntity* person = FirstOfType(names, EntityType::kPerson);
  if (known || person == nullptr || thing.focus.empty()) return;
  const NamedEntity* house = NearestOrganization(names, person->tokens);
  for (const absl::string_view type : {"APPOINTED", "HOLDS_ROLE"}) {
    RelationReading reading;
    reading.fact_type = std::string(type);
    reading.trigger = text.analysis().BytesOf(thing.focus);
    reading.asked_role = "role";
    reading.fillers.push_back({"subject", person->id});
    if (house != nullptr) reading.fillers.push_back({"object", house->id});
    reading.confidence = type == "APPOINTED" ? kAskedPostConfidence : kHeldPostConfidence;
    readings->push_back(std::move(reading));
  }
}

// "To which bank did X move", "from which lab did X come": the preposition of the verb stands with
// the asking word.
void AddMove(const QuestionText& text, TokenRange range, const Interrogative& asked,
             const AskedThing& thing, const std::vector<NamedEntity>& names,
             std::vector<RelationReading>* readings) {
  const bool to = asked.preposition == "to";
  if (text.arabic() || thing.type != AnswerType::kOrganization ||
      !(to || asked.preposition == "from")) {
    return;
  }
  for (int t = asked.tokens.end; t < range.end; ++t) {
    if (text.words()[t].mention >= 0) continue;
    const bool moves =
        to ? text.Is(t, {"move", "moved", "moving", "go", "gone", "going", "switch", "switched",
                         "switching", "defect", "defected", "head", "headed", "heading"})
           : text.Is(t, {"come", "came", "coming", "arrive", "arrived", "move", "moved", "join",
                         "hired", "recruited", "poached"});
    if (!moves) continue;
    RelationReading reading;
    reading.fact_type = to ? "JOINED" : "HIRED_FROM";
    reading.trigger = text.analysis().BytesOf({t, t + 1});
    reading.asked_role = "object";
    reading.confidence = kMoveConfidence;
    const NamedEntity* person = FirstOfType(names, EntityType::kPerson);
    if (person != nullptr) reading.fillers.push_back({"subject", person->id});
    readings->push_back(std::move(reading));
    return;
  }
}

// "Where did the founder of X go": the noun tells of whom, and not what is asked.
bool OnlyDescribes(const RelationTrigger& trigger, const AskedThing& thing) {
  constexpr double kSure = 0.5;
  const bool noun =
      trigger.kind == TriggerKind::kAgentNoun || trigger.kind == TriggerKind::kPatientNoun;
  if (!noun || trigger.confidence < kSure) return false;
  switch (thing.type) {
    case AnswerType::kMoney:
    case AnswerType::kCount:
    case AnswerType::kDate:
    case AnswerType::kLength:
    case AnswerType::kReason:
      return true;
    case AnswerType::kOrganization:
    case AnswerType::kLocation:
      return thing.kind == QuestionKind::kWhere || thing.kind == QuestionKind::kWhat;
    default:
      return false;
  }
}

// A phrase that surely tells a relation begins with the words at `bytes` and goes on.
bool IsWithinPhrase(const QuestionText& text, ByteRange bytes,
                    const std::vector<RelationTrigger>& triggers) {
  return std::any_of(triggers.begin(), triggers.end(), [&](const RelationTrigger& trigger) {
    const ByteRange phrase = text.analysis().BytesOf(trigger.tokens);
    return text.arabic() && trigger.confidence >= kSurePhrase && phrase.begin <= bytes.begin &&
           bytes.end < phrase.end;
  });
}

}  // namespace

QuestionModality ReadModality(const QuestionText& text, TokenRange range) {
  for (int t = range.begin; t < range.end; ++t) {
    const QuestionWord& word = text.words()[t];
    if (word.mention >= 0 || word.punctuation) continue;
    if (text.Is(t, {"reportedly", "allegedly", "rumored", "rumoured", "يزعم", "مزعوم", "شايعات",
                    "شايعه"})) {
      return QuestionModality::kAlleged;
    }
    if (text.Is(t, {"will", "won't", "upcoming", "next-generation", "future", "سوف", "المقبل",
                    "المقبله", "القادم", "القادمه", "المرتقب", "المرتقبه", "would", "tried",
                    "attempted", "حاول", "حاولت", "تحاول", "يحاول"}) ||
        text.MatchesAt(t, "going to") || text.MatchesAt(t, "set to") ||
        text.MatchesAt(t, "about to")) {
      return QuestionModality::kPlanned;
    }
    if (IsOfClass(text, t, VerbClass::kPlanning) &&
        !text.HasKey(t, {"propose", "consider", "want", "hope", "aim", "قرر", "سعي", "اراد"})) {
      return QuestionModality::kPlanned;
    }
    if (word.arabic && FutureMarked(text, t)) return QuestionModality::kPlanned;
  }
  return QuestionModality::kActual;
}

absl::StatusOr<std::unique_ptr<RelationReader>> RelationReader::Create(const LexiconFiles& files) {
  auto index = RelationIndex::Create(files);
  if (!index.ok()) return index.status();
  auto titles = TitleIndex::Create(files);
  if (!titles.ok()) return titles.status();
  auto reader = std::make_unique<RelationReader>();
  reader->index_ = *std::move(index);
  reader->titles_ = *std::move(titles);
  return reader;
}

RelationReading RelationReader::ReadTrigger(const QuestionText& text, TokenRange range,
                                            const Interrogative& asked, const AskedThing& thing,
                                            const std::vector<NamedEntity>& names,
                                            const RelationTrigger& trigger) const {
  RelationReading reading;
  reading.fact_type = trigger.type->name();
  reading.trigger = text.analysis().BytesOf(trigger.tokens);
  reading.confidence = trigger.confidence;
  std::vector<Participant> participants = PlaceNames(text, range, names, trigger.tokens);
  const std::string fixed = FixedRole(thing);
  const bool asks_end = AsksForEnd(thing);
  // Words and statements are asked for as texts, so only names and places compete for roles.
  const bool gap_competes = asks_end && thing.type != AnswerType::kQuote;
  if (gap_competes) {
    participants.push_back(PlaceGap(text, range, asked, thing, participants, trigger.tokens));
  }
  std::vector<Participant> separate;
  std::vector<int> separate_index(participants.size(), -1);
  for (std::size_t i = 0; i < participants.size(); ++i) {
    if (participants[i].joined_to >= 0) continue;
    separate_index[i] = static_cast<int>(separate.size());
    separate.push_back(participants[i]);
  }
  const RoleAssignment assignment = AssignRoles(trigger, separate);
  if (asks_end) {
    reading.asked_role = AskedEnd(trigger, thing, assignment);
    if (gap_competes && assignment.roles.back().empty()) {
      reading.confidence *= kNoSuchRole;
      // "On which podcast did X criticise Y": neither end, but where it happened.
      if (separate.back().place == GrammaticalPlace::kOblique) {
        reading.asked_role = FindRole(*trigger.type, "place") != nullptr ? "place" : "";
      }
    }
  } else {
    reading.asked_role = fixed;
    if (!fixed.empty() && FindRole(*trigger.type, fixed) == nullptr) {
      reading.confidence *= kNoSuchRole;
    }
  }
  for (std::size_t i = 0; i < participants.size(); ++i) {
    const int joined = participants[i].joined_to;
    const int index = separate_index[joined >= 0 ? joined : static_cast<int>(i)];
    const std::string& role = assignment.roles[index];
    if (participants[i].id.empty() || role.empty() || role == reading.asked_role) continue;
    reading.fillers.push_back({role, participants[i].id});
    reading.confidence += kGivenNameBonus;
  }
  reading.confidence = std::min(reading.confidence, 1.0);
  return reading;
}

void RelationReader::ReadTitles(const QuestionText& text, TokenRange range,
                                const Interrogative& asked, const AskedThing& thing,
                                const std::vector<NamedEntity>& names,
                                std::vector<RelationReading>* readings) const {
  if (index_->FindType("HOLDS_ROLE") == nullptr) return;
  const Analysis& analysis = text.analysis();
  const NamedEntity* person = FirstOfType(names, EntityType::kPerson);
  for (const TitleMatch& title : titles_->Find(text, range)) {
    const bool taken = TitleIsTaken(text, thing, title);
    const bool is_asked = taken || TitleIsAsked(text, asked, thing, title);
    const bool yes_no = thing.kind == QuestionKind::kYesNo && person != nullptr;
    if (!is_asked && !yes_no) continue;
    RelationReading reading;
    reading.fact_type = "HOLDS_ROLE";
    reading.trigger = analysis.BytesOf(title.tokens);
    reading.asked_role = is_asked ? "subject" : "";
    const NamedEntity* organization = NearestOrganization(names, title.tokens);
    if (organization != nullptr) reading.fillers.push_back({"object", organization->id});
    reading.fillers.push_back({"role", title.key});
    if (!is_asked) reading.fillers.push_back({"subject", person->id});
    bool described = IsGenericTitle(title.key);
    for (int t = title.tokens.end; t < range.end; ++t) {
      described |= text.Is(t, {"who", "that", "الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان",
                               "اللاتي", "اللي"});
    }
    reading.confidence = described  ? kGenericTitleConfidence
                         : taken    ? kTakenTitleConfidence
                         : is_asked ? kTitleConfidence
                                    : 0.55;
    readings->push_back(reading);
  }
  // "Who is X?" asks for X's role.
  if (thing.kind == QuestionKind::kWho && person != nullptr && readings->empty() &&
      (asked.equative || text.arabic()) && names.size() == 1 &&
      text.Trim(range).end <= person->tokens.end) {
    RelationReading reading;
    reading.fact_type = "HOLDS_ROLE";
    reading.trigger = analysis.BytesOf(asked.tokens);
    reading.asked_role = "role";
    reading.fillers.push_back({"subject", person->id});
    reading.confidence = kWhoIsConfidence;
    readings->push_back(reading);
  }
}

std::vector<RelationReading> RelationReader::Read(const QuestionText& text, TokenRange range,
                                                  const Interrogative& asked,
                                                  const AskedThing& thing,
                                                  const std::vector<NamedEntity>& names) const {
  std::vector<RelationReading> readings;
  ReadTitles(text, range, asked, thing, names, &readings);
  int denial_end = 0;
  const std::vector<RelationTrigger> triggers = index_->Find(text, range);
  // "صاحب فكرة" owns nothing: what is said in several words is meant by all of them.
  readings.erase(std::remove_if(readings.begin(), readings.end(),
                                [&](const RelationReading& title) {
                                  return IsWithinPhrase(text, title.trigger, triggers);
                                }),
                 readings.end());
  // "من كشف عن الاتفاقية": the verb right behind the asking word is what is asked about.
  const bool verb_behind =
      text.arabic() && thing.kind == QuestionKind::kWho &&
      std::any_of(triggers.begin(), triggers.end(), [&](const RelationTrigger& trigger) {
        return trigger.tokens.begin == asked.tokens.end && trigger.confidence > 0.5;
      });
  for (const RelationTrigger& trigger : triggers) {
    // "What is the name of" names nobody to a post.
    if (thing.type == AnswerType::kName && thing.noun.contains(trigger.tokens)) continue;
    if (asked.tokens.contains(trigger.tokens)) continue;
    if (IsAdverb(text, range, trigger.tokens) || OnlyReports(text, trigger.tokens)) continue;
    if (IsAuxiliary(text, range, trigger.tokens)) continue;
    if (IsAttribute(text, trigger)) continue;
    readings.push_back(ReadTrigger(text, range, asked, thing, names, trigger));
    // "From which companies did X recruit": where people came from is a type of its own.
    if (readings.back().fact_type == "JOINED" && readings.back().asked_role == "former_employer") {
      readings.back().confidence *= kFormerEmployerFactor;
    }
    AskDestination(text, trigger.tokens, thing, &readings.back());
    // "From which company did X come", whatever else the verb of coming may begin.
    if (readings.back().fact_type == "HIRED_FROM" && readings.back().asked_role == "object" &&
        text.arabic() && asked.preposition == "من") {
      readings.back().confidence = std::max(readings.back().confidence, kOriginConfidence);
    }
    if (IsApposition(text, range, trigger.tokens)) {
      readings.back().confidence *= kAppositionFactor;
    }
    if (!thing.noun.contains(trigger.tokens) && OnlyDescribes(trigger, thing)) {
      readings.back().confidence *= kDescribingFactor;
    }
    if (IsSubordinate(text, range, trigger.tokens)) {
      readings.back().confidence *= kSubordinateFactor;
    }
    if (verb_behind && trigger.tokens.begin > asked.tokens.end) {
      readings.back().confidence *= kLaterVerbFactor;
    }
    if (readings.back().fact_type == "ACQUIRED" && TakesPost(text, range, trigger.tokens)) {
      if (thing.kind == QuestionKind::kWho && readings.back().asked_role == "subject") {
        readings.back().fact_type = "APPOINTED";
        readings.back().confidence *= kTakenPostFactor;
      } else {
        readings.back().confidence *= kNoSuchRole;
      }
    }
    // What is denied is content; the denial is what is asked about.
    if (denial_end > 0 && trigger.tokens.begin >= denial_end) {
      readings.back().confidence *= kDeniedContentFactor;
    }
    if (trigger.type->name() == "DENIED" && trigger.confidence > 0.5) {
      denial_end = trigger.tokens.end;
    }
  }
  AddMove(text, range, asked, thing, names, &readings);
  if (thing.type == AnswerType::kRole) AddPost(text, thing, names, &readings);
  const QuestionModality modality = ReadModality(text, range);
  for (RelationReading& reading : readings) {
    reading.modality = modality;
    // A plan to release is a type of its own.
    if (reading.fact_type == "PLANS_RELEASE") {
      if (modality == QuestionModality::kActual) reading.confidence *= 0.6;
      reading.modality = QuestionModality::kPlanned;
    }
    if (reading.fact_type == "RELEASED" && modality == QuestionModality::kPlanned) {
      reading.confidence *= 0.7;
    }
  }
  KeepBest(&readings);
  return readings;
}

}  // namespace isnad::extraction
