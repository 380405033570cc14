#include "services/extraction/relations/tone.h"

#include "services/extraction/lexicon/lexicon.pb.h"
#include "services/extraction/morphology/inflection.h"
#include "services/extraction/text/fold.h"

namespace isnad::extraction {

absl::StatusOr<std::unique_ptr<Tone>> Tone::Create(const LexiconFiles& files) {
  auto parsed = files.Parse<lexicon::WordLists>("tone_");
  if (!parsed.ok()) return parsed.status();
  auto out = std::make_unique<Tone>();
  for (const lexicon::WordLists& lists : *parsed) {
    for (const lexicon::WordList& list : lists.list()) {
      for (const std::string& word : list.word()) {
        out->negative_.insert(Fold(word));
        if (list.name() != "negative-verb") continue;
        out->negative_verbs_.insert(Fold(word));
        for (const InflectedVerb& verb : InflectPerfect(Fold(word))) {
          if (!verb.rare) out->negative_.insert(verb.form);
        }
      }
    }
  }
  return out;
}

bool Tone::IsNegative(const Analysis& analysis, TokenRange words) const {
  for (int i = words.begin; i < words.end; ++i) {
    const Token& token = analysis.tokens[i];
    if (negative_.contains(token.surface) || negative_.contains(token.base)) return true;
    const bool verb = token.part_of_speech == PartOfSpeech::kVerb;
    if (verb && negative_verbs_.contains(token.lemma)) return true;
  }
  return false;
}

}  // namespace isnad::extraction
