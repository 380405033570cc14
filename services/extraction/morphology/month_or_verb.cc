#include "services/extraction/morphology/month_or_verb.h"

#include "services/extraction/text/one_of.h"

namespace isnad::extraction {

void ReadMonths(Analysis* analysis) {
  for (size_t i = 1; i < analysis->tokens.size(); ++i) {
    Token& token = analysis->tokens[i];
    if (token.part_of_speech != PartOfSpeech::kVerb || token.surface != "مارس") continue;
    const Token& before = analysis->tokens[i - 1];
    const bool time =
        IsOneOf(before.surface, {"في", "وفي", "من", "منذ", "حتي", "الي", "خلال", "شهر", "نهايه",
                                 "مطلع", "اوايل", "اواخر", "بدايه", "منتصف"});
    if (!time || before.passage != token.passage) continue;
    token.part_of_speech = PartOfSpeech::kNoun;
    token.features = {};
    token.base = token.lemma = token.citation = token.surface;
    token.proclitics.clear();
    token.enclitic.clear();
  }
}

}  // namespace isnad::extraction
