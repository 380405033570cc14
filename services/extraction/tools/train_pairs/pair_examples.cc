#include "services/extraction/tools/train_pairs/pair_examples.h"

#include <algorithm>
#include <functional>

#include "absl/strings/match.h"
#include "services/extraction/lexicon/lexicon.pb.h"
#include "services/extraction/relations/frame_words.h"
#include "services/extraction/relations/pairs/end_pair.h"
#include "services/extraction/relations/pairs/pair_facts.h"
#include "services/extraction/relations/pairs/pair_features.h"
#include "services/extraction/relations/phrase_index.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/tools/text_folder/text_folder.h"
#include "services/extraction/tools/train_confidence/gold_facts.h"

namespace isnad::extraction {

const std::vector<std::string>& PairTypes() {
  static const std::vector<std::string>* const kTypes = new std::vector<std::string>{
      "ACQUIRED",    "APPOINTED",      "BUILDS_FACILITY", "COMPETES_WITH", "COSTS",
      "CRITICIZED",  "DELAYED",        "FOUNDED",         "HEADCOUNT",     "HIRED_FROM",
      "HOLDS_ROLE",  "INVESTED_IN",    "JOINED",          "LAID_OFF",      "LEFT",
      "OFFERED_PAY", "PARTNERED_WITH", "PART_OF",         "PLANS_RELEASE", "RELEASED",
      "REORGANIZED", "SUPPLIES"};
  return *kTypes;
}

namespace {

// What is known of a pair of a text: a label for each of PairTypes().
using Labels = std::function<std::vector<int8_t>(const Analysis&, const EndPair&)>;

// Adds the pairs of a text.
absl::Status AddExamples(const Analyzer& analyzer, const WordDistribution& distribution,
                         const std::string& text, const Labels& labels,
                         std::vector<PairExample>* out) {
  const auto analysis = analyzer.Analyze(text, AnalyzeOptions());
  if (!analysis.ok()) return analysis.status();
  const PhraseIndex index(*analysis);
  const FrameWords words(*analysis, &analyzer.frames());
  const EndPairs pairs(&index);
  const RoleIndex roles(&index, analyzer.titles().Find(*analysis));
  PairFeatures features(&index, &roles, &words, &distribution);
  PairDescription found;
  for (size_t p = 0; p < analysis->passages.size(); ++p) {
    if (analysis->passages[p].kind == PassageKind::kBoilerplate) continue;
    for (const EndPair& pair : pairs.Of(static_cast<int>(p))) {
      PairExample example;
      features.Of(pair, &found);
      example.keys = found.keys;
      for (const PlacedWord& word : found.words) features.AddKeys(word, &example.keys);
      if (found.whole_place >= 0) {
        for (const int token : features.TellingWords(found.passage)) {
          features.AddKeys({token, found.whole_place}, &example.keys);
        }
      }
      example.labels = labels(*analysis, pair);
      out->push_back(std::move(example));
    }
  }
  return absl::OkStatus();
}

bool Holds(const Analysis& analysis, TokenRange tokens, const std::string& words) {
  if (words.empty()) return false;
  return absl::StrContains(Fold(analysis.Quote(analysis.BytesOf(tokens))), Fold(words));
}

// An example says of which ends its type is told, and of which the other way round it is not.
int8_t LabelOf(const Analysis& analysis, const EndPair& pair, const std::string& type,
               const lexicon::Example& example) {
  const auto joins = [&](const std::string& subject, const std::string& other) {
    return Holds(analysis, SubjectTokens(analysis, pair), subject) &&
           Holds(analysis, OtherTokens(analysis, pair), other);
  };
  if (joins(example.subject(), example.object())) return PairExample::kRight;
  if (!joins(example.object(), example.subject())) return PairExample::kUnsure;
  return IsSymmetric(type) ? PairExample::kRight : PairExample::kWrong;
}

}  // namespace

absl::StatusOr<std::vector<PairExample>> ReadPairExamples(const Analyzer& analyzer,
                                                          const WordDistribution& distribution,
                                                          const std::string& folder) {
  const auto gold = GoldFacts::Read(folder);
  if (!gold.ok()) return gold.status();
  const auto articles = ReadTextFolder(folder);
  if (!articles.ok()) return articles.status();
  std::vector<PairExample> out;
  for (const TextFile& article : *articles) {
    const std::string name = article.path.stem().string();
    const auto labels = [&](const Analysis& analysis, const EndPair& pair) {
      std::vector<int8_t> known;
      for (const std::string& type : PairTypes()) {
        const auto place = gold->PlaceOf(name, analysis, FactOf(analysis, pair, type),
                                         analysis.passages[pair.passage].range);
        known.push_back(place == GoldFacts::Place::kThere     ? PairExample::kRight
                        : place == GoldFacts::Place::kNowhere ? PairExample::kWrong
                                                              : PairExample::kUnsure);
      }
      return known;
    };
    const absl::Status status = AddExamples(analyzer, distribution, article.content, labels, &out);
    if (!status.ok()) return status;
  }
  return out;
}

absl::StatusOr<std::vector<PairExample>> ReadLexiconPairs(const Analyzer& analyzer,
                                                          const WordDistribution& distribution,
                                                          const LexiconFiles& files) {
  const auto parsed = files.Parse<lexicon::FrameFile>("frames_");
  if (!parsed.ok()) return parsed.status();
  std::vector<PairExample> out;
  for (const lexicon::FrameFile& file : *parsed) {
    const std::vector<std::string>& types = PairTypes();
    const auto found = std::find(types.begin(), types.end(), file.fact_type().name());
    if (found == types.end()) continue;
    const size_t place = found - types.begin();
    const auto add = [&](const std::string& text, const auto& label) {
      return AddExamples(
          analyzer, distribution, text,
          [&](const Analysis& analysis, const EndPair& pair) {
            std::vector<int8_t> known(types.size(), PairExample::kUnsure);
            known[place] = label(analysis, pair);
            return known;
          },
          &out);
    };
    absl::Status status;
    for (const lexicon::Frame& frame : file.frame()) {
      for (const lexicon::Example& example : frame.example()) {
        status.Update(add(example.text(), [&](const Analysis& analysis, const EndPair& pair) {
          return LabelOf(analysis, pair, *found, example);
        }));
      }
      for (const std::string& text : frame.counter_example()) {
        status.Update(add(text, [](const Analysis&, const EndPair&) {
          return static_cast<int8_t>(PairExample::kWrong);
        }));
      }
    }
    if (!status.ok()) return status;
  }
  return out;
}

}  // namespace isnad::extraction
