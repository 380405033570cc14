#include "services/extraction/morphology/form_analyzer.h"

#include <algorithm>
#include <cmath>

#include "services/extraction/morphology/letters.h"

namespace isnad::extraction {
namespace {

// A name or citation form gives way to a host that is this much more frequent, in units of
// LexicalRecord::log_count: sixteen times.
constexpr int kListedVeto = 16;
// A form that the raw text of the training had 16 times, about once in 600,000 words. The analysis
// of one takes less than a kilobyte.
constexpr int kFrequentLogCount = 16;
// Margin of the ranker at which nine cuts of ten are right.
constexpr double kMarginScale = 300;

// The host in folded letters, without proclitics and enclitic.
absl::string_view FoldedHost(absl::string_view surface, const CliticCut& cut) {
  return surface.substr(cut.begin * kBytesPerLetter, (cut.end - cut.begin) * kBytesPerLetter);
}

}  // namespace

FormAnalyzer::FormAnalyzer(const WordTable* table, const WordModel* model)
    : table_(*table), model_(*model) {
  UnitFeatures features;
  for (const uint8_t proclitic :
       {letter::kWaw, letter::kFeh, letter::kBeh, letter::kKaf, letter::kLam, letter::kSeen}) {
    FeaturesOfProclitic(proclitic, &features);
    proclitic_scores_[proclitic] = model_.tagger().Score(features);
  }
  for (int i = 1; i < kEncliticCount; ++i) {
    FeaturesOfEnclitic(static_cast<uint8_t>(i), &features);
    enclitic_scores_[i] = model_.tagger().Score(features);
  }
}

CliticCut FormAnalyzer::ChooseCut(const LetterWord& word, absl::string_view surface,
                                  float* score) const {
  int margin = 0;
  CliticCut cut = model_.ranker().Best(word, &margin);
  *score = static_cast<float>(1 / (1 + std::exp(-margin / kMarginScale)));
  const bool detaches =
      cut.conjunction != letter::kNone || cut.preposition != letter::kNone || cut.enclitic != 0;
  if (!detaches) return cut;
  const WordInfo* whole = table_.Find(surface);
  if (whole == nullptr || whole->closed_class || whole->rank > WordRank::kListed) return cut;
  const LexicalTable& lexicon = model_.lexicon().table;
  const int host_count = SpellHost(word, cut, lexicon).record->log_count;
  if (host_count >= lexicon.Find(word.Hash()).log_count + kListedVeto) return cut;
  CliticCut uncut;
  uncut.end = static_cast<int8_t>(word.size());
  return uncut;
}

void FormAnalyzer::FindBase(absl::string_view surface, FormAnalysis* analysis) const {
  const CliticCut& cut = analysis->cut;
  analysis->base = std::string(FoldedHost(surface, cut));
  const WordInfo* info = table_.Find(analysis->base);
  const absl::string_view last = LetterAt(analysis->base, -1);
  if (info == nullptr && cut.enclitic != 0 && LetterCount(analysis->base) >= 3) {
    // Before a pronoun alef maqsura is written alef, and final hamza sits on waw or yeh.
    for (const absl::string_view written : {"ي", "ء"}) {
      const bool applies = (written == "ي" && last == "ا") ||
                           (written == "ء" && (last == "و" || last == "ي" || last == "ا"));
      if (!applies) continue;
      std::string base = WithLetter(analysis->base, -1, written);
      info = table_.Find(base);
      if (info == nullptr) continue;
      analysis->base = std::move(base);
      break;
    }
  }
  // Behind the article stands a noun, even where the table knows only a verb of that spelling.
  if (info != nullptr && cut.article && !info->can_be_nominal && !info->closed_class) {
    info = nullptr;
  }
  analysis->listed = info != nullptr;
  if (info != nullptr) analysis->info = *info;
}

void FormAnalyzer::AnalyzeArabic(absl::string_view form, absl::string_view surface,
                                 FormAnalysis* analysis) const {
  LetterWord word;
  // Folding keeps the number of letters of all forms that are nothing but Arabic letters.
  if (form.size() != surface.size() || !word.Assign(form) || word.size() == 0) {
    analysis->base = std::string(surface);
    if (const WordInfo* info = table_.Find(surface)) {
      analysis->info = *info;
      analysis->listed = true;
    }
    AnalyzeOther(form, UnitKind::kLatin, analysis);
    return;
  }
  analysis->cut = ChooseCut(word, surface, &analysis->cut_score);
  FindBase(surface, analysis);
  const CliticCut& cut = analysis->cut;
  const HostSpelling spelling = SpellHost(word, cut, model_.lexicon().table);
  analysis->host = spelling.Text(form, cut);
  analysis->record = spelling.record;
  UnitFeatures features;
  FeaturesOfHost(word, form, cut, model_.lexicon(), &features);
  analysis->host_scores = model_.tagger().Score(features);
  analysis->inflection = std::move(features.inflection);
  for (const uint8_t proclitic : {cut.conjunction, cut.preposition}) {
    if (proclitic != letter::kNone) analysis->units.push_back(&proclitic_scores_[proclitic]);
  }
  analysis->host_unit = static_cast<int>(analysis->units.size());
  analysis->units.push_back(&analysis->host_scores);
  if (cut.enclitic != 0) analysis->units.push_back(&enclitic_scores_[cut.enclitic]);
  analysis->frequent = model_.lexicon().table.Find(word.Hash()).log_count >= kFrequentLogCount;
  if (analysis->frequent) AddLikelyReadings(analysis);
}

void FormAnalyzer::AddLikelyReadings(FormAnalysis* analysis) const {
  const TagScores& scores = analysis->host_scores.own;
  const auto best = std::max_element(scores.begin(), scores.end());
  analysis->readings.push_back(Read(*analysis, static_cast<Tag>(best - scores.begin())));
}

FormReading FormAnalyzer::Read(const FormAnalysis& analysis, Tag tag) const {
  FormReading reading;
  reading.tag = tag;
  reading.features = model_.inflector().Read(analysis.inflection, InflectionGroupOf(tag));
  reading.citation = analysis.record == nullptr
                         ? analysis.base
                         : model_.citations().Make(analysis.host, *analysis.record, tag);
  return reading;
}

void FormAnalyzer::AnalyzeOther(absl::string_view form, UnitKind kind,
                                FormAnalysis* analysis) const {
  UnitFeatures features;
  FeaturesOfOther(form, kind, &features);
  analysis->host_scores = model_.tagger().Score(features);
  analysis->units.push_back(&analysis->host_scores);
}

}  // namespace isnad::extraction
