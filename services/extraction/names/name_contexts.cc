#include "services/extraction/names/name_contexts.h"

#include <algorithm>

#include "services/extraction/lexicon/lexicon.pb.h"
#include "services/extraction/names/name_lexicon.h"
#include "services/extraction/text/fold.h"

namespace isnad::extraction {

NameContexts::Table& NameContexts::TableOf(int place) {
  switch (place) {
    case lexicon::NameContext::BEHIND:
      return behind_;
    case lexicon::NameContext::VERB:
      return verb_;
    case lexicon::NameContext::LAST:
      return last_;
    case lexicon::NameContext::OBJECT:
      return object_;
    default:
      return before_;
  }
}

absl::StatusOr<NameContexts> NameContexts::Create(const LexiconFiles& files) {
  const auto parsed = files.Parse<lexicon::NameContexts>("contexts_");
  if (!parsed.ok()) return parsed.status();
  NameContexts contexts;
  for (const lexicon::NameContexts& file : *parsed) {
    for (const lexicon::NameContext& context : file.context()) {
      Table& table = contexts.TableOf(context.place());
      for (const std::string& word : context.ar()) {
        float& score = ScoreOf(&table[Fold(word)], EntityTypeOf(context.type()));
        score = std::max(score, context.weight());
      }
    }
  }
  return contexts;
}

}  // namespace isnad::extraction
