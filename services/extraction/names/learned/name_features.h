// The features of the learned tagger, the same in training and at run time.
//
// After Benajiba and Rosso (2008), Abdul-Hamid and Darwish (2010: leading and trailing letters),
// Ratinov and Roth (2009: context aggregation, cluster path prefixes).

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_NAME_FEATURES_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_NAME_FEATURES_H_

#include <cstdint>
#include <vector>

#include "services/extraction/names/learned/name_facts.h"
#include "services/extraction/names/learned/name_word.h"

namespace isnad::extraction {

// Groups of features that can be left out, to learn what each is worth.
enum NameFeatureGroup : uint32_t {
  kNeighbourWords = 1 << 0,
  kAffixes = 1 << 1,
  kNeighbourAffixes = 1 << 2,
  kBareForms = 1 << 3,
  kLists = 1 << 4,
  kClusters = 1 << 5,
  kDocument = 1 << 6,
  kStatistics = 1 << 7,
  kSelfTraining = 1 << 8,
  kAllFeatureGroups = (1 << 9) - 1,
};

// Computes the features of each word of one text. Not thread-safe; one object per text.
class NameFeatures {
 public:
  // `text` and what `facts` views must outlive the object.
  NameFeatures(const NameText& text, const NameFactTable& facts,
               uint32_t groups = kAllFeatureGroups);

  // Appends the keys of the features of a word of the given sentence.
  void Extract(TokenRange sentence, int token, std::vector<uint64_t>* keys) const;

  // Those among them that are the spelling of the word itself.
  void Spelling(int token, std::vector<uint64_t>* keys) const;

 private:
  struct Occurrence {
    uint64_t hash;
    int token;
  };

  void FindFacts();
  void FindPhrases(TokenRange sentence);
  void IndexOccurrences();
  bool MayRepeat(int token) const;
  void AddWords(TokenRange sentence, int token, std::vector<uint64_t>* keys) const;
  void AddBareForms(TokenRange sentence, int token, std::vector<uint64_t>* keys) const;
  void AddFacts(TokenRange sentence, int token, std::vector<uint64_t>* keys) const;
  void AddLists(int token, int place, std::vector<uint64_t>* keys) const;
  static void AddReading(uint64_t facts, uint32_t what, std::vector<uint64_t>* keys);
  void AddReadings(int token, int place, std::vector<uint64_t>* keys) const;
  void AddStatistics(int token, int place, std::vector<uint64_t>* keys) const;
  void AddClusters(TokenRange sentence, int token, std::vector<uint64_t>* keys) const;
  void AddDocument(int token, std::vector<uint64_t>* keys) const;
  void AddOccurrences(int token, uint64_t hash, uint32_t what, std::vector<uint64_t>* keys) const;

  const NameText& text_;
  const NameFactTable& table_;
  const uint32_t groups_;
  std::vector<uint64_t> facts_;          // of the word
  std::vector<uint64_t> bare_facts_;     // lists of its readings without clitics, united
  std::vector<uint64_t> bare_readings_;  // facts of its most frequent reading without clitics
  std::vector<uint16_t> phrase_;         // position in a known phrase and its kinds
  std::vector<bool> quoted_;
  std::vector<int> sentence_of_;
  std::vector<Occurrence> occurrences_;  // by hash, then token
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_NAME_FEATURES_H_
