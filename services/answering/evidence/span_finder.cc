#include "services/answering/evidence/span_finder.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/answering/compose/text_length.h"
#include "services/answering/evidence/answer_fit.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/evidence/value_key.h"
#include "services/answering/passages/excerpt.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr size_t kExcerptCharacters = 230;
// A name that no lexicon and no cue betrays: Latin letters or quotation marks alone.
constexpr double kBareNameFit = 0.5;
// The noun that the question asks by stands before the name: "podcast X".
constexpr double kNamedByFocus = 0.3;
constexpr int kFocusReach = 2;
constexpr int kLongestQuotedName = 4;
constexpr double kTimeClauseFit = 0.45;
constexpr double kLeastFit = 0.25;

class SpanFinder {
 public:
  explicit SpanFinder(const Inquiry& inquiry) : inquiry_(inquiry) {}

  std::vector<Candidate> Find() {
    const v1::AnswerType type = inquiry_.reading.answer_type();
    for (const PassageView& view : inquiry_.pool.views()) {
      if (AsksForEntity(type)) {
        AddMentions(view);
        if (type != v1::ANSWER_TYPE_LOCATION && type != v1::ANSWER_TYPE_PERSON) {
          AddLatinRuns(view);
          AddQuotedNames(view);
        }
      } else if (AsksForValue(type)) {
        AddValues(view);
        if (type == v1::ANSWER_TYPE_DATE) AddTimeClauses(view);
      }
    }
    return std::move(found_);
  }

 private:
  void AddMentions(const PassageView& view) {
    for (const v1::PassageMention& mention : view.passage().mentions()) {
      const Range place = {mention.begin(), mention.end()};
      // Two words or more that the question has itself are what it asks about, name or not.
      const bool phrase = view.TokenAt(place.end - 1) > view.TokenAt(place.begin);
      if (inquiry_.links.all().contains(mention.entity()) ||
          IsInQuestion(view, place, phrase ? Words::kAll : Words::kNames) ||
          (mention.entity_type() == v1::ENTITY_TYPE_PERSON && IsCalledByLastName(view, place))) {
        continue;
      }
      Candidate candidate;
      candidate.kind = Candidate::Kind::kEntity;
      candidate.key = mention.entity();
      candidate.entity = mention.entity();
      candidate.entity_type = mention.entity_type();
      candidate.entity_class = mention.entity_class();
      candidate.fit = EntityFit(inquiry_.reading, mention.entity_type(), mention.entity_class());
      // Any firm stands behind its noun, and few of them are law firms.
      const bool own_kind = inquiry_.reading.answer_class() != "ADVISER";
      if (candidate.fit > 0 && own_kind && FollowsFocus(view, place)) {
        candidate.fit += kNamedByFocus;
      }
      Add(view, place, std::move(candidate));
    }
  }

  enum class Words { kNames, kAll };

  // Whether every word at `place` is a word of the question, or of its names.
  bool IsInQuestion(const PassageView& view, Range place, Words words) const {
    bool any = false;
    for (int token = view.TokenAt(place.begin); token < view.passage().tokens_size(); ++token) {
      const Range bytes = view.TokenBytes(token);
      if (bytes.begin >= place.end) break;
      if (view.passage().tokens(token).part_of_speech() == v1::PART_OF_SPEECH_PUNCT) continue;
      const bool named =
          std::any_of(view.matches().begin(), view.matches().end(), [&](const WordMatch& match) {
            return match.token == token && match.strength >= 0.6 &&
                   (words == Words::kAll ||
                    inquiry_.words.words()[match.word].role == QuestionWord::Role::kName);
          });
      if (!named) return false;
      any = true;
    }
    return any;
  }

  // The question has the last name as it stands here: the person is given, not asked for. A
  // relative of somebody whom the question names in full may bear the same one.
  bool IsCalledByLastName(const PassageView& view, Range place) const {
    const int last = view.TokenAt(place.end - 1);
    if (last <= view.TokenAt(place.begin)) return false;
    return std::any_of(view.matches().begin(), view.matches().end(), [&](const WordMatch& match) {
      const QuestionWord& word = inquiry_.words.words()[match.word];
      return match.token == last && word.role == QuestionWord::Role::kContent &&
             word.surface == view.passage().tokens(last).surface();
    });
  }

  bool FollowsFocus(const PassageView& view, Range place) const {
    const int token = view.TokenAt(place.begin);
    for (const WordMatch& match : view.matches()) {
      if (inquiry_.words.words()[match.word].role != QuestionWord::Role::kFocus) continue;
      if (match.token < token && token - match.token <= kFocusReach) return true;
    }
    return false;
  }

  static bool IsCovered(const PassageView& view, Range place) {
    for (const v1::PassageMention& mention : view.passage().mentions()) {
      if (place.Overlaps({mention.begin(), mention.end()})) return true;
    }
    return false;
  }

  void AddBareName(const PassageView& view, Range place) {
    if (place.empty() || IsCovered(view, place) || IsInQuestion(view, place, Words::kAll)) return;
    Candidate candidate;
    candidate.key = absl::StrCat("name:", absl::AsciiStrToLower(view.Text(place)));
    candidate.fit = kBareNameFit;
    if (FollowsFocus(view, place)) candidate.fit += kNamedByFocus + 0.15;
    Add(view, place, std::move(candidate));
  }

  // Runs of capitalised Latin words that are no known name.
  void AddLatinRuns(const PassageView& view) {
    Range run;
    for (const v1::IndexedToken& token : view.passage().tokens()) {
      const absl::string_view text = view.Text({token.begin(), token.end()});
      const bool latin = !text.empty() && absl::ascii_isupper(text[0]);
      const bool continues = !run.empty() && !text.empty() &&
                             (absl::ascii_isalnum(text[0]) || text == "-" || text == ".");
      if (run.empty() ? latin : continues) {
        run = {run.empty() ? token.begin() : run.begin, token.end()};
        continue;
      }
      AddBareName(view, run);
      run = {};
    }
    AddBareName(view, run);
  }

  void AddQuotedNames(const PassageView& view) {
    for (const v1::Clause& clause : view.passage().clauses()) {
      if (clause.kind() != v1::CLAUSE_KIND_QUOTATION) continue;
      const int words = view.TokenAt(clause.end() - 1) - view.TokenAt(clause.begin()) + 1;
      if (words <= kLongestQuotedName) AddBareName(view, {clause.begin(), clause.end()});
    }
  }

  void AddValues(const PassageView& view) {
    for (const v1::Value& value : view.passage().values()) {
      if (IsGiven(value)) continue;
      const Range place = {value.span().begin(), value.span().end()};
      if (IsFraction(view.Text(place)) || IsPartOfName(view, place)) continue;
      if (value.has_quantity() && CountsSources(view, place)) continue;
      Candidate candidate;
      candidate.kind = Candidate::Kind::kValue;
      candidate.key = ValueKey(value);
      candidate.value = value;
      candidate.fit = ValueFit(inquiry_.reading, value);
      Add(view, place, std::move(candidate));
    }
  }

  // "Two people familiar with the matter": who told it is not what it tells.
  static bool CountsSources(const PassageView& view, Range place) {
    if (absl::StrContains(view.Text(place), "مصدر") ||
        absl::StrContains(view.Text(place), "مصادر")) {
      return true;
    }
    const int next = view.TokenAt(place.end);
    if (next >= view.passage().tokens_size()) return false;
    const absl::string_view surface = view.passage().tokens(next).surface();
    return absl::StartsWith(surface, "مطلع") || absl::StartsWith(surface, "مصدر") ||
           surface == "مصادر" || surface == "يعرفان" || surface == "يعرفون";
  }

  // The number of a version or series: "Falcon 3".
  static bool IsPartOfName(const PassageView& view, Range place) {
    return std::any_of(view.passage().mentions().begin(), view.passage().mentions().end(),
                       [&](const v1::PassageMention& mention) {
                         return mention.begin() < place.begin && place.end <= mention.end();
                       });
  }

  bool IsGiven(const v1::Value& value) const {
    const std::string key = ValueKey(value);
    for (const v1::Value& given : inquiry_.reading.values()) {
      if (ValueKey(given) == key) return true;
    }
    return false;
  }

  // "With", "while" and "whereas" set things beside each other more often than they tell when.
  static bool TellsTime(const PassageView& view, int marker) {
    const absl::string_view surface = view.passage().tokens(marker).surface();
    if (surface == "حين") {
      return marker == 0 || view.passage().tokens(marker - 1).surface() != "في";
    }
    return surface != "مع" && surface != "فيما" && surface != "بينما";
  }

  // "Two weeks after X left" does not say when X left.
  bool TellsRelation(const PassageView& view, Range place) const {
    if (inquiry_.reading.relations().empty()) return false;
    const v1::Span& trigger = inquiry_.reading.relations(0).trigger();
    return std::any_of(view.matches().begin(), view.matches().end(), [&](const WordMatch& match) {
      return match.strength >= 0.5 && inquiry_.words.IsWithin(match.word, trigger) &&
             place.Contains(view.TokenBytes(match.token));
    });
  }

  void AddTimeClauses(const PassageView& view) {
    for (const v1::Clause& clause : view.passage().clauses()) {
      if (clause.kind() != v1::CLAUSE_KIND_TIME) continue;
      if (IsTableRow(view) || TellsRelation(view, {clause.begin(), clause.end()})) continue;
      if (!TellsTime(view, view.TokenAt(std::min(clause.marker_begin(), clause.begin())))) continue;
      Candidate candidate;
      const Range place = {std::min(clause.marker_begin(), clause.begin()), clause.end()};
      candidate.key = absl::StrCat("time:", view.Text(place));
      candidate.clause = clause.kind();
      candidate.fit = kTimeClauseFit;
      Add(view, place, std::move(candidate));
    }
  }

  void Add(const PassageView& view, Range place, Candidate candidate) {
    candidate.fit = std::min(1.0, candidate.fit);
    if (candidate.fit < kLeastFit) return;
    candidate.from_passage = true;
    candidate.words = std::string(view.Text(place));
    candidate.relevance = inquiry_.meter.Measure(view, view.ClauseAround(place), place);
    const Relevance& relevance = candidate.relevance;
    candidate.score =
        SpanWeights::kCoverage * relevance.coverage + SpanWeights::kNames * relevance.names +
        SpanWeights::kNearness * std::min(1.0, 1.6 * relevance.nearness) +
        SpanWeights::kRetrieval * relevance.retrieval + SpanWeights::kFit * candidate.fit;
    if (inquiry_.links.links().size() > 1 && relevance.names >= NameShares::kWordsOnly) {
      candidate.score += kMeetingBonus;
    }
    const Range excerpt = Excerpt(view, inquiry_.words, place, kExcerptCharacters);
    candidate.excerpt = std::string(view.Text(excerpt));
    candidate.citations.push_back(view.Cite(excerpt));
    candidate.document = view.document().name();
    candidate.ordinal = view.passage().ordinal();
    candidate.place = place;
    found_.push_back(std::move(candidate));
  }

  const Inquiry& inquiry_;
  std::vector<Candidate> found_;
};

}  // namespace

std::vector<Candidate> FindSpans(const Inquiry& inquiry) { return SpanFinder(inquiry).Find(); }

}  // namespace isnad::answering
