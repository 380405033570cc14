// Collects what lexicons and raw text say of each written word into the records of a LexicalTable.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_MORPHOLOGY_LEXICAL_TABLE_BUILDER_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_MORPHOLOGY_LEXICAL_TABLE_BUILDER_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/btree_map.h"
#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "services/extraction/morphology/lexical_table.h"
#include "services/extraction/tools/train_morphology/camel_morph.h"
#include "services/extraction/tools/train_morphology/citation_trainer.h"
#include "services/extraction/tools/train_morphology/corpus_words.h"

namespace isnad::extraction {

// Not thread-safe.
class LexicalTableBuilder {
 public:
  // `counts` and `edits` must outlive the builder.
  LexicalTableBuilder(const WordCounts* counts, EditList* edits);

  // Adds flags, features and lemma of a lexicon's form, if raw text has the form. Of several lemmas
  // the one that is most frequent in raw text stands; of those of one count, the first.
  void AddForm(const LexicalForm& form);
  // Adds the shares of names of the words of a CoNLL file with BIO labels.
  absl::Status AddNameShares(const std::string& path);

  std::vector<LexicalRecord> Layout() const;

 private:
  LexicalRecord* Find(uint64_t hash);
  void CountAttachments(uint64_t hash, absl::string_view word, LexicalRecord* record) const;

  const WordCounts& counts_;
  EditList& edits_;
  // Ordered, so that the same data gives the same bytes.
  absl::btree_map<uint64_t, LexicalRecord> records_;
  // How frequent the lemmas of records are, as verbs and as nominals.
  absl::flat_hash_map<uint64_t, uint32_t> verb_counts_;
  absl::flat_hash_map<uint64_t, uint32_t> nominal_counts_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_MORPHOLOGY_LEXICAL_TABLE_BUILDER_H_
