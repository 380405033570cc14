// Everything that can be said of a word before its neighbours are looked at.

#ifndef ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_FORM_ANALYZER_H_
#define ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_FORM_ANALYZER_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/morphology/word_model.h"
#include "services/extraction/morphology/word_table.h"

namespace isnad::extraction {

// What a form's part of speech says of it.
struct FormReading {
  Tag tag = Tag::kOther;
  WordFeatures features;
  std::string citation;
};
using FormReadings = absl::InlinedVector<FormReading, 2>;

// The analysis of a written form; its occurrences in a text share it.
struct FormAnalysis {
  CliticCut cut;
  // Probability that the cut is right, from the ranker's margin.
  float cut_score = 1;
  // The host folded, as the word table spells it, and what that table knows of it if `listed`.
  std::string base;
  WordInfo info;
  bool listed = false;
  // As in Token.
  std::string lemma;
  std::string stem;
  // The host as it would be written alone, and its record in the model; empty and null for forms
  // that are no Arabic words.
  std::string host;
  const LexicalRecord* record = nullptr;
  std::vector<uint32_t> inflection;
  UnitScores host_scores;
  // Units of the tagger in text order; the host's points at `host_scores`.
  absl::InlinedVector<const UnitScores*, 4> units;
  int host_unit = 0;

  // The form is so frequent that its analysis is worth keeping.
  bool frequent = false;
  // What depends on the part of speech, for the likeliest tags of frequent forms.
  FormReadings readings;
};

// Immutable, thread-safe. The referenced objects must outlive it.
class FormAnalyzer {
 public:
  FormAnalyzer(const WordTable* table, const WordModel* model);

  // Fills an analysis, which must not move afterwards. `form` and `surface` are as in Token.
  void AnalyzeArabic(absl::string_view form, absl::string_view surface,
                     FormAnalysis* analysis) const;
  // The form read as that part of speech.
  FormReading Read(const FormAnalysis& analysis, Tag tag) const;
  // A number, mark, Latin word or the like.
  void AnalyzeOther(absl::string_view form, UnitKind kind, FormAnalysis* analysis) const;

 private:
  // The cut that the model prefers, unless the whole is a name or citation form that vetoes it.
  CliticCut ChooseCut(const LetterWord& word, absl::string_view surface, float* score) const;
  void AddLikelyReadings(FormAnalysis* analysis) const;
  void FindBase(absl::string_view surface, FormAnalysis* analysis) const;

  const WordTable& table_;
  const WordModel& model_;
  UnitScores proclitic_scores_[letter::kCount];
  UnitScores enclitic_scores_[kEncliticCount];
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_FORM_ANALYZER_H_
