#include "services/extraction/tools/train_pairs/pair_examples.h"

#include "services/extraction/relations/frame_words.h"
#include "services/extraction/relations/pairs/end_pair.h"
#include "services/extraction/relations/pairs/pair_facts.h"
#include "services/extraction/relations/pairs/pair_features.h"
#include "services/extraction/relations/phrase_index.h"
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

absl::StatusOr<std::vector<PairExample>> ReadPairExamples(const Analyzer& analyzer,
                                                          const WordDistribution& distribution,
                                                          const std::string& folder) {
  const auto gold = GoldFacts::Read(folder);
  if (!gold.ok()) return gold.status();
  const auto articles = ReadTextFolder(folder);
  if (!articles.ok()) return articles.status();
  std::vector<PairExample> out;
  for (const TextFile& article : *articles) {
    const auto analysis = analyzer.Analyze(article.content, AnalyzeOptions());
    if (!analysis.ok()) return analysis.status();
    const std::string name = article.path.stem().string();
    const PhraseIndex index(*analysis);
    const FrameWords words(*analysis, &analyzer.frames());
    const EndPairs pairs(&index);
    PairFeatures features(&index, &words, &distribution);
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
        for (const std::string& type : PairTypes()) {
          const auto place = gold->PlaceOf(name, *analysis, FactOf(*analysis, pair, type),
                                           analysis->passages[p].range);
          example.labels.push_back(place == GoldFacts::Place::kThere     ? PairExample::kRight
                                   : place == GoldFacts::Place::kNowhere ? PairExample::kWrong
                                                                         : PairExample::kUnsure);
        }
        out.push_back(std::move(example));
      }
    }
  }
  return out;
}

}  // namespace isnad::extraction
