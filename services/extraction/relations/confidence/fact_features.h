// What can be told of a fact before anybody checks it: the signs by which right ones and wrong ones
// differ.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_CONFIDENCE_FACT_FEATURES_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_CONFIDENCE_FACT_FEATURES_H_

#include <string>
#include <vector>

#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/pairs/pair_reading.h"
#include "services/extraction/relations/phrase_index.h"

namespace isnad::extraction {

// A fact of a list, by its place in it, with its features.
struct FactWithFeatures {
  size_t fact = 0;
  std::vector<std::string> features;
};

// Names of the binary features that hold of a fact: its type and rule, the word that tells it and
// what stands beside that, how each end is told (by name, pronoun, description, not at all), how
// sure the name itself is, how often the text has it and what stands beside it, what stands between
// the end and the trigger, where its figures stand, mood, speaker and passage, how many facts of
// its type come from the same trigger, what else the text tells of the same ends, and what the pair
// model makes of them (`pairs`; null without). Of the words
// of the text only those of the trigger and function words are in them, so that what is learned of
// one subject holds for others. `facts` are all of one text, before a model judged them.
std::vector<FactWithFeatures> FeaturesOf(const PhraseIndex& index,
                                         const std::vector<FactRecord>& facts,
                                         const PairReading* pairs);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_CONFIDENCE_FACT_FEATURES_H_
