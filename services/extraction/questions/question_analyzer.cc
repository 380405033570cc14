#include "services/extraction/questions/question_analyzer.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/extraction/questions/arabic_question_names.h"
#include "services/extraction/questions/asked_thing.h"
#include "services/extraction/questions/described_houses.h"
#include "services/extraction/questions/interrogative.h"
#include "services/extraction/questions/name_renderer.h"
#include "services/extraction/questions/plain_question.h"
#include "services/extraction/questions/query_terms.h"
#include "services/extraction/questions/question_limits.h"
#include "services/extraction/questions/question_names.h"
#include "services/extraction/questions/question_parts.h"
#include "services/extraction/questions/question_signs.h"
#include "services/extraction/questions/question_text.h"
#include "services/extraction/questions/reading_line.h"
#include "services/extraction/questions/relation_reader.h"
#include "services/extraction/questions/two_tellers.h"
#include "services/extraction/questions/word_keys.h"
#include "services/extraction/text/fold.h"

namespace isnad::extraction {
namespace {

// A part with fewer content terms than this ("and when?") borrows from the part before it.
constexpr int kSelfContainedWords = 2;
constexpr double kBorrowedTermFactor = 0.6;
constexpr double kBorrowedConfidence = 0.85;

ByteRange BytesOf(const Analysis& analysis, TokenRange tokens) {
  return tokens.empty() ? ByteRange() : analysis.BytesOf(tokens);
}

// Whether no word of a common language is written like the name. Latin letters and several words
// are names more surely than one Arabic word, which may be a misspelt noun.
bool IsCertainlyName(const Analysis& analysis, const Mention& mention) {
  if (mention.tokens.size() != 1) return true;
  const Token& word = analysis.tokens[mention.tokens.begin];
  return word.shape != TokenShape::kArabic || mention.rule == kNewWord ||
         mention.rule == kOnlyANameFits;
}

QuestionEntity MakeEntity(const Analysis& analysis, const Mention& mention, std::string id) {
  const EntityRecord& record = analysis.entities[mention.entity];
  QuestionEntity entity;
  entity.span = mention.range;
  entity.id = std::move(id);
  entity.type = record.type;
  entity.entity_class = record.entity_class;
  entity.lexicon_key = record.lexicon_key;
  entity.label_ar = record.label_ar;
  entity.label_en = record.label_en;
  entity.known = !record.lexicon_key.empty();
  entity.certain = entity.known || IsCertainlyName(analysis, mention);
  std::set<std::string> seen;
  const auto add = [&](const std::string& key) {
    if (!key.empty() && seen.insert(key).second) entity.folded_keys.push_back(key);
  };
  for (const AliasRecord& alias : record.aliases) {
    add(alias.folded_key.empty() ? Fold(alias.surface) : alias.folded_key);
  }
  add(Fold(record.label_ar));
  add(Fold(record.label_en));
  add(Fold(analysis.Quote(mention.range)));
  // The letter that was taken for a preposition may be the name's own: "لوثيا".
  if (!entity.known && !mention.tokens.empty()) {
    const ByteRange whole = analysis.BytesOf(mention.tokens);
    if (whole.begin < mention.range.begin) add(Fold(analysis.Quote(whole)));
  }
  return entity;
}

// Fact types that say how much, and no number of anything else.
bool IsOfMoney(absl::string_view fact_type) {
  return fact_type == "INVESTED_IN" || fact_type == "ACQUIRED" || fact_type == "COSTS" ||
         fact_type == "OFFERED_PAY";
}

bool IsCounted(absl::string_view fact_type) {
  return fact_type == "LAID_OFF" || fact_type == "HEADCOUNT" || fact_type == "SUPPLIES" ||
         fact_type == "LEFT" || fact_type == "JOINED";
}

// "كم وضعت إنفيديا في الشركة" counts nothing that it names: the relation says that it means money.
void TakeCountForMoney(QuestionReading* reading) {
  if (reading->kind != QuestionKind::kHowMany || !reading->answer_class.empty()) return;
  const auto money =
      std::find_if(reading->relations.begin(), reading->relations.end(),
                   [](const RelationReading& relation) { return IsOfMoney(relation.fact_type); });
  if (money == reading->relations.end()) return;
  // What the verb only hints at counts nobody.
  const bool counted = std::any_of(
      reading->relations.begin(), reading->relations.end(), [&](const RelationReading& relation) {
        return IsCounted(relation.fact_type) && relation.confidence >= money->confidence;
      });
  if (counted) return;
  reading->kind = QuestionKind::kHowMuch;
  reading->answer_type = AnswerType::kMoney;
  for (RelationReading& relation : reading->relations) {
    if (relation.asked_role == "count") relation.asked_role = "amount";
  }
  std::rotate(reading->relations.begin(), money, money + 1);
}

// "كم بقرة": a noun that figures are not known to count stands behind the asking word.
bool CountsUnknownThing(const QuestionText& text, const Interrogative& asked,
                        const AskedThing& thing) {
  if (!text.arabic() || !thing.noun.empty() || asked.noun_at >= text.size()) return false;
  if (text.Is(asked.noun_at, {"عدد", "من", "بلغ", "يبلغ"})) return false;
  const Token& token = text.analysis().tokens[asked.noun_at];
  if (token.stop_word || token.definite || text.words()[asked.noun_at].mention >= 0) return false;
  if (token.part_of_speech == PartOfSpeech::kNoun) return true;
  // What is counted stands in the accusative: "برجا".
  return token.part_of_speech != PartOfSpeech::kVerb && CharacterCount(token.surface) >= 4 &&
         absl::EndsWith(token.surface, "ا");
}

// "كم عدد من سرحتهم": who is laid off is people, although no noun says so.
void CountPeople(QuestionReading* reading) {
  if (reading->answer_type != AnswerType::kCount || !reading->answer_class.empty()) return;
  const bool people = !reading->relations.empty() && reading->relations[0].confidence >= 0.5 &&
                      (reading->relations[0].fact_type == "LAID_OFF" ||
                       reading->relations[0].fact_type == "HEADCOUNT" ||
                       reading->relations[0].fact_type == "HIRED_FROM");
  if (people) reading->answer_class = "EMPLOYEE";
}

// "Does it exceed 5 billion", "هل تقل عن 300": the verb makes a bound of the figure.
void BoundByVerb(const QuestionText& text, ValueMention* value) {
  constexpr int kReach = 3;
  Bound* bound = value->kind == ValueKind::kMoney      ? &value->money.bound
                 : value->kind == ValueKind::kQuantity ? &value->quantity.bound
                                                       : nullptr;
  if (bound == nullptr || *bound != Bound::kExact) return;
  const int begin = value->tokens.begin;
  // Behind "على" and "عن" the figure goes with a verb that may stand before its whole subject.
  constexpr int kSubjectReach = 12;
  const int reach = text.Is(begin - 1, {"علي", "عن"}) ? kSubjectReach : kReach;
  for (int t = begin - 1; t >= std::max(0, begin - reach); --t) {
    if (text.words()[t].punctuation) return;
    if (text.Is(t, {"تزيد",   "يزيد",    "زاد",       "زادت",   "تتجاوز",  "يتجاوز",   "تجاوز",
                    "تجاوزت", "تفوق",    "يفوق",      "فاق",    "فاقت",    "تتخطي",    "يتخطي",
                    "تخطي",   "تخطت",    "اكثر",      "exceed", "exceeds", "exceeded", "above",
                    "over",   "surpass", "surpassed", "top"})) {
      *bound = Bound::kAtLeast;
      return;
    }
    if (text.Is(t, {"تقل", "يقل", "اقل", "below", "under"})) {
      *bound = Bound::kAtMost;
      return;
    }
  }
}

// When something is due is told by its delay, too.
void AskDelays(QuestionReading* reading) {
  constexpr double kShare = 0.85;
  if (reading->answer_type != AnswerType::kDate) return;
  const auto release = std::find_if(
      reading->relations.begin(), reading->relations.end(), [](const RelationReading& relation) {
        return (relation.fact_type == "PLANS_RELEASE" || relation.fact_type == "RELEASED") &&
               relation.modality == QuestionModality::kPlanned;
      });
  const bool asked =
      std::any_of(reading->relations.begin(), reading->relations.end(),
                  [](const RelationReading& relation) { return relation.fact_type == "DELAYED"; });
  if (release == reading->relations.end() || asked) return;
  RelationReading delay = *release;
  delay.fact_type = "DELAYED";
  delay.confidence *= kShare;
  reading->relations.push_back(std::move(delay));
}

// "According to the company and the union" names two who may differ.
bool NamesTwoSources(const QuestionText& text, const SourceLimit& source) {
  for (int t = source.phrase.begin + 1; t < source.phrase.end; ++t) {
    if (text.words()[t].mention >= 0) continue;
    if (text.Is(t, {"and"})) return true;
    const auto& clitics = text.analysis().tokens[t].proclitics;
    if (text.arabic() && std::find(clitics.begin(), clitics.end(), "و") != clitics.end())
      return true;
  }
  return false;
}

// The names of a question, one per entity at its first mention.
struct QuestionNames {
  std::vector<QuestionEntity> entities;
  std::vector<NamedEntity> named;
};

QuestionNames ReadNames(const QuestionText& text) {
  QuestionNames names;
  std::map<int, std::string> ids;
  const Analysis& analysis = text.analysis();
  for (const Mention& mention : analysis.mentions) {
    if (mention.entity < 0 || mention.kind == MentionKind::kPronoun ||
        mention.kind == MentionKind::kDescription) {
      continue;
    }
    if (ids.count(mention.entity) > 0) continue;
    const std::string id = absl::StrCat("e", ids.size() + 1);
    ids.emplace(mention.entity, id);
    names.entities.push_back(MakeEntity(analysis, mention, id));
    names.named.push_back({id, analysis.entities[mention.entity].type, mention.tokens});
  }
  return names;
}

// Descriptions stand for names in the relations that are read, and places inside them for nothing
// else.
void AddDescribed(const QuestionText& text, QuestionNames* names) {
  int number = 0;
  for (const DescribedHouse& house : FindDescribedHouses(text)) {
    QuestionEntity entity;
    entity.span = BytesOf(text.analysis(), house.tokens);
    entity.id = absl::StrCat("d", ++number);
    entity.type = house.type;
    auto& named = names->named;
    named.erase(
        std::remove_if(named.begin(), named.end(),
                       [&](const NamedEntity& name) { return house.tokens.contains(name.tokens); }),
        named.end());
    named.push_back({entity.id, house.type, house.tokens});
    names->entities.push_back(std::move(entity));
  }
  std::stable_sort(
      names->named.begin(), names->named.end(),
      [](const NamedEntity& a, const NamedEntity& b) { return a.tokens.begin < b.tokens.begin; });
}

int WordCount(const std::vector<QueryTerm>& terms) {
  std::set<int> words;
  for (const QueryTerm& term : terms) {
    if (term.weight > 0.5 && term.origin != QueryTerm::Origin::kAlias) words.insert(term.word);
  }
  return static_cast<int>(words.size());
}

// Both parts ask what somebody says.
bool AsksWords(const QuestionReading& first, const QuestionReading& part) {
  return first.kind == QuestionKind::kStatement && part.kind == QuestionKind::kStatement;
}

// "Do reports agree?", "Compare the sources.": what only asks for all accounts of the question
// before it adds no words to look for.
bool AsksOnlyForAccounts(const QuestionText& text, TokenRange range) {
  constexpr int kMostTokens = 6;
  if (text.Trim(range).size() > kMostTokens || !AsksConflict(text, range)) return false;
  for (int t = range.begin; t < range.end; ++t) {
    if (text.words()[t].mention >= 0 || text.words()[t].value >= 0) return false;
  }
  return true;
}

bool AsksForFigure(const QuestionReading& reading) {
  return reading.answer_type == AnswerType::kMoney || reading.answer_type == AnswerType::kCount ||
         reading.answer_type == AnswerType::kDate || reading.answer_type == AnswerType::kLength;
}

// "Is the size of the staff the same in all articles? Give both figures.": the relation says what
// figures are meant.
bool TakeForFigure(QuestionReading* reading) {
  if (reading->kind != QuestionKind::kYesNo || reading->relations.empty()) return false;
  const std::string& type = reading->relations[0].fact_type;
  if (!IsOfMoney(type) && type != "HEADCOUNT" && type != "LAID_OFF") return false;
  const bool money = IsOfMoney(type);
  reading->answer_type = money ? AnswerType::kMoney : AnswerType::kCount;
  if (!money) reading->answer_class = "EMPLOYEE";
  for (RelationReading& relation : reading->relations) {
    relation.asked_role = money ? "amount" : "count";
  }
  return true;
}

// "What was rumoured, and what did the founder say": both accounts, whoever told the first.
void TakeForAccounts(QuestionReading* reading) {
  switch (reading->kind) {
    case QuestionKind::kYesNo:
    case QuestionKind::kWhat:
    case QuestionKind::kStatement:
    case QuestionKind::kWhy:
    case QuestionKind::kHow:
      break;
    default:
      return;
  }
  reading->kind = QuestionKind::kConflict;
  if (reading->answer_type == AnswerType::kBoolean || reading->answer_type == AnswerType::kQuote) {
    reading->answer_type = AnswerType::kUnspecified;
  }
}

// "The delivery app": what the description is made of tells no event.
void DropTriggersOfDescriptions(QuestionReading* reading) {
  auto& relations = reading->relations;
  relations.erase(std::remove_if(relations.begin(), relations.end(),
                                 [&](const RelationReading& relation) {
                                   return std::any_of(
                                       reading->entities.begin(), reading->entities.end(),
                                       [&](const QuestionEntity& entity) {
                                         return entity.folded_keys.empty() &&
                                                !relation.trigger.empty() &&
                                                entity.span.begin <= relation.trigger.begin &&
                                                relation.trigger.end <= entity.span.end;
                                       });
                                 }),
                  relations.end());
}

int NextWord(const std::vector<QueryTerm>& terms) {
  int next = 0;
  for (const QueryTerm& term : terms) next = std::max(next, term.word + 1);
  return next;
}

std::string AskedRoleOf(AnswerType type) {
  switch (type) {
    case AnswerType::kMoney:
      return "amount";
    case AnswerType::kCount:
      return "count";
    case AnswerType::kDate:
      return "date";
    case AnswerType::kLength:
      return "duration";
    case AnswerType::kReason:
      return "cause";
    case AnswerType::kLocation:
      return "place";
    case AnswerType::kRole:
      return "role";
    default:
      return std::string();
  }
}

// Completes a part that leans on the first one: "Who founded X, and when?"
void BorrowFrom(const QuestionReading& first, QuestionReading* part) {
  const int offset = NextWord(part->terms);
  for (QueryTerm term : first.terms) {
    term.weight *= kBorrowedTermFactor;
    term.word += offset;
    part->terms.push_back(term);
  }
  const std::string asked = AskedRoleOf(part->answer_type);
  if (part->relations.empty() && !asked.empty()) {
    for (RelationReading relation : first.relations) {
      relation.asked_role = asked;
      relation.confidence *= kBorrowedConfidence;
      part->relations.push_back(relation);
    }
  }
  if (!part->time_limit.has_value()) part->time_limit = first.time_limit;
}

}  // namespace

class QuestionAnalyzer::Stages {
 public:
  static absl::StatusOr<std::unique_ptr<Stages>> Create(const LexiconFiles& files,
                                                        const ModelSet& models,
                                                        const Morphology* morphology) {
    auto relations = RelationReader::Create(files);
    if (!relations.ok()) return relations.status();
    auto terms = QueryTermMaker::Create(files, morphology);
    if (!terms.ok()) return terms.status();
    auto plain = PlainQuestion::Create(models, &(*terms)->bilingual());
    if (!plain.ok()) return plain.status();
    auto stages = std::make_unique<Stages>(*std::move(plain));
    auto renderer = NameRenderer::Create(files);
    if (!renderer.ok()) return renderer.status();
    auto arabic_names = ArabicQuestionNames::Create(models);
    if (!arabic_names.ok()) return arabic_names.status();
    stages->arabic_names_ = *std::move(arabic_names);
    stages->renderer_ = *std::move(renderer);
    stages->relations_ = *std::move(relations);
    stages->terms_ = *std::move(terms);
    return stages;
  }

  explicit Stages(PlainQuestion plain) : plain_(std::move(plain)) {}

  QuestionReading ReadRange(const QuestionText& text, TokenRange range,
                            const QuestionNames& names) const;

  PlainText Plain(absl::string_view question, const NameLexicon* names) const {
    return plain_.Of(question, names);
  }

  Analysis Refine(const Analysis& analysis) const {
    return analysis.language_code == "en" ? RefineNames(analysis, terms_->bilingual(), *renderer_)
                                          : arabic_names_.Refine(analysis);
  }

  std::string Line(const QuestionReading& reading, const QuestionText& text) const {
    return ReadingLine(reading, text.analysis().text, relations_->index(),
                       text.arabic() ? ReadingLanguage::kArabic : ReadingLanguage::kEnglish);
  }

 private:
  PlainQuestion plain_;
  AskedThingReader asked_things_;
  std::unique_ptr<RelationReader> relations_;
  std::unique_ptr<QueryTermMaker> terms_;
  std::unique_ptr<NameRenderer> renderer_;
  ArabicQuestionNames arabic_names_;
};

QuestionReading QuestionAnalyzer::Stages::ReadRange(const QuestionText& text, TokenRange range,
                                                    const QuestionNames& names) const {
  const Analysis& analysis = text.analysis();
  QuestionReading reading;
  reading.language_code = analysis.language_code;
  reading.entities = names.entities;
  for (const ValueMention& value : analysis.values) {
    if (!range.contains(value.tokens)) continue;
    reading.values.push_back(value);
    BoundByVerb(text, &reading.values.back());
  }
  const SourceLimit source = ReadSourceLimit(text, range);
  const Interrogative asked = FindInterrogative(text, range);
  const AskedThing thing = asked_things_.Read(text, range, asked);
  reading.terms = terms_->Make(text, range, thing, source);
  reading.is_question = asked.found();
  if (!asked.found()) return reading;
  reading.kind = thing.kind;
  reading.answer_type = thing.type;
  reading.answer_class = thing.answer_class;
  reading.asked_attribute = thing.attribute;
  reading.plural = thing.plural;
  reading.negated = asked.negated;
  reading.focus = BytesOf(analysis, thing.focus);
  reading.source_limit = BytesOf(analysis, source.source);
  reading.time_limit = ReadTimeLimit(text, range);
  std::set<std::string> described;
  for (const QuestionEntity& entity : reading.entities) {
    if (entity.folded_keys.empty()) described.insert(entity.id);
  }
  std::vector<NamedEntity> named;
  for (const NamedEntity& name : names.named) {
    // "Which core Apple lab": the name only describes what is asked for.
    const bool possesses = text.Is(name.tokens.end, {"'s", "'"});
    const bool describes = !asked.equative && !possesses && thing.focus.contains(name.tokens);
    // "Who is the X": it is described to be named.
    const bool is_asked =
        described.count(name.id) > 0 && asked.equative && name.tokens.contains(asked.noun_at);
    if (!source.phrase.contains(name.tokens) && !describes && !is_asked) named.push_back(name);
  }
  reading.entities.erase(std::remove_if(reading.entities.begin(), reading.entities.end(),
                                        [&](const QuestionEntity& entity) {
                                          return entity.folded_keys.empty() &&
                                                 std::none_of(named.begin(), named.end(),
                                                              [&](const NamedEntity& name) {
                                                                return name.id == entity.id;
                                                              });
                                        }),
                         reading.entities.end());
  // What is compared is no event: "with what were the wages compared" asks for no offer.
  if (!thing.comparison) {
    reading.relations = relations_->Read(text, range, asked, thing, named);
    DropTriggersOfDescriptions(&reading);
  }
  terms_->AddRelations(text, reading.relations, &reading.terms);
  const bool counts_unknown = CountsUnknownThing(text, asked, thing);
  if (counts_unknown) {
    reading.focus = BytesOf(analysis, {asked.tokens.begin, asked.noun_at + 1});
  }
  if (asked.noun_at >= thing.noun.end && !counts_unknown) TakeCountForMoney(&reading);
  AskDelays(&reading);
  if (!counts_unknown) CountPeople(&reading);
  if (NamesTwoSources(text, source) && reading.kind != QuestionKind::kYesNo) {
    reading.kind = QuestionKind::kConflict;
    reading.source_limit = ByteRange();
  }
  for (const TokenRange alternative : ReadAlternatives(text, range)) {
    reading.alternatives.push_back(BytesOf(analysis, alternative));
  }
  if (!reading.alternatives.empty()) {
    reading.kind = QuestionKind::kConflict;
    if (reading.answer_type == AnswerType::kBoolean) {
      reading.answer_type = AnswerType::kUnspecified;
    }
  }
  return reading;
}

QuestionAnalyzer::QuestionAnalyzer(std::unique_ptr<Stages> stages) : stages_(std::move(stages)) {}
QuestionAnalyzer::~QuestionAnalyzer() = default;

absl::StatusOr<std::unique_ptr<QuestionAnalyzer>> QuestionAnalyzer::Create(
    const LexiconFiles& files, const ModelSet& models, const Morphology* morphology) {
  auto stages = Stages::Create(files, models, morphology);
  if (!stages.ok()) return stages.status();
  return std::unique_ptr<QuestionAnalyzer>(new QuestionAnalyzer(*std::move(stages)));
}

PlainText QuestionAnalyzer::Plain(absl::string_view question, const NameLexicon* names) const {
  return stages_->Plain(question, names);
}

QuestionReading QuestionAnalyzer::Read(const Analysis& unrefined) const {
  const Analysis analysis = stages_->Refine(unrefined);
  const QuestionText text(analysis);
  QuestionNames names = ReadNames(text);
  AddDescribed(text, &names);
  std::vector<TokenRange> ranges = SplitQuestion(text);
  QuestionReading reading = stages_->ReadRange(text, ranges.front(), names);
  const bool figured = text.Contains(ranges.back(), "figures") ||
                       text.Contains(ranges.back(), "الرقمين") ||
                       text.Contains(ranges.back(), "الارقام");
  if (ranges.size() > 1 && AsksOnlyForAccounts(text, ranges.back()) &&
      (AsksForFigure(reading) || (figured && TakeForFigure(&reading)))) {
    ranges.pop_back();
    reading.kind = QuestionKind::kConflict;
  }
  if (AsksWhatTwoTell(text, text.all())) TakeForAccounts(&reading);
  reading.reading = stages_->Line(reading, text);
  if (ranges.size() < 2) return reading;
  const QuestionReading first = reading;
  for (const TokenRange range : ranges) {
    QuestionReading part = stages_->ReadRange(text, range, names);
    const bool leans = range.begin != ranges.front().begin &&
                       (part.relations.empty() || WordCount(part.terms) < kSelfContainedWords);
    if (leans) BorrowFrom(first, &part);
    if (part.source_limit.empty()) part.source_limit = first.source_limit;
    // "What is claimed of X, and how does X answer": both sides of one matter.
    const bool later = range.begin != ranges.front().begin;
    const bool says = part.kind == QuestionKind::kStatement ||
                      reading.kind == QuestionKind::kStatement ||
                      reading.kind == QuestionKind::kYesNo || reading.kind == QuestionKind::kWhat;
    if (later && says && (AsksReply(text, range) || (leans && AsksWords(first, part)))) {
      part.kind = QuestionKind::kConflict;
    }
    part.reading = stages_->Line(part, text);
    reading.parts.push_back(std::move(part));
  }
  // The whole is looked up by the words of all its parts and keeps the first part's reading.
  for (std::size_t i = 1; i < reading.parts.size(); ++i) {
    const int offset = NextWord(reading.terms);
    for (QueryTerm term : reading.parts[i].terms) {
      term.word += offset;
      reading.terms.push_back(term);
    }
    if (reading.source_limit.empty()) reading.source_limit = reading.parts[i].source_limit;
  }
  // "Is X good enough? Give both positions." asks for the conflict with all its words.
  for (const QuestionReading& part : reading.parts) {
    if (part.kind != QuestionKind::kConflict) continue;
    reading.kind = QuestionKind::kConflict;
    if (reading.answer_type == AnswerType::kBoolean || reading.answer_type == AnswerType::kQuote) {
      reading.answer_type = AnswerType::kUnspecified;
    }
  }
  reading.values = analysis.values;
  for (ValueMention& value : reading.values) BoundByVerb(text, &value);
  reading.reading = stages_->Line(reading, text);
  return reading;
}

}  // namespace isnad::extraction
