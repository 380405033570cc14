// Makes training examples of treebank sentences.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_MORPHOLOGY_TREEBANK_EXAMPLES_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_MORPHOLOGY_TREEBANK_EXAMPLES_H_

#include <string>
#include <vector>

#include "services/extraction/morphology/inflector.h"
#include "services/extraction/morphology/tag_units.h"
#include "services/extraction/tools/train_morphology/ranker_trainer.h"
#include "services/extraction/tools/train_morphology/tagger_trainer.h"
#include "tests/eval/conllu_reader.h"

namespace isnad::extraction {

// All words of the sentence that divide as our analysis divides words, and some of those that hasty
// writers spell otherwise once more in that spelling: alef without hamza, heh for ta marbuta, alef
// maqsura for final yeh.
void AppendCutExamples(const eval::TreebankSentence& sentence, std::vector<CutExample>* examples);

// The sentence's syntactic words, as they are segmented in the treebank, with their tags.
TagExample MakeTagExample(const eval::TreebankSentence& sentence, const TagLexicon& lexicon);

// A word with its right inflection.
struct InflectionExample {
  std::vector<uint32_t> features;
  InflectionGroup group = InflectionGroup::kNone;
  WordFeatures gold;
};

// A host with its citation form; `host` as it would be written alone.
struct CitationExample {
  std::string host;
  std::string citation;
  Tag tag = Tag::kOther;
};

// All hosts of the sentence that inflect, and all of Arabic letters that have a lemma.
void AppendInflectionExamples(const eval::TreebankSentence& sentence, const TagLexicon& lexicon,
                              std::vector<InflectionExample>* examples);
void AppendCitationExamples(const eval::TreebankSentence& sentence, const TagLexicon& lexicon,
                            std::vector<CitationExample>* examples);

// Kind of a form that is no Arabic word.
UnitKind KindOfForm(absl::string_view form);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_MORPHOLOGY_TREEBANK_EXAMPLES_H_
