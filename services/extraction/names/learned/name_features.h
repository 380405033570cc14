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

// How far a word sees, and from how many places it is seen: its own is place kNameWindow.
constexpr int kNameWindow = 2;
constexpr int kNamePlaces = 2 * kNameWindow + 1;

// What the table of facts says of a word, wherever it stands.
struct ListedFacts {
  uint64_t word = 0;          // of the word
  uint64_t bare = 0;          // lists of its readings without clitics, united
  uint64_t bare_reading = 0;  // facts of its most frequent reading without clitics
};

ListedFacts FindListed(const NameWord& word, const NameFactTable& table);

// Asks the memory for what FindListed() will read.
void PrefetchListed(const NameWord& word, const NameFactTable& table);

// Computes the features of each word of one text. Not thread-safe; one object per text.
//
// They are of two sorts. What a word tells those within its window depends on the word alone, not
// on the text (AppendSeen): whoever has its sum of weights need not ask for it again. The rest
// depends on where a word stands (AppendPosition).
class NameFeatures {
 public:
  // `text` and what `facts` views must outlive the object.
  NameFeatures(const NameText& text, const NameFactTable& facts,
               uint32_t groups = kAllFeatureGroups);

  // The same when the facts of all words are there already.
  NameFeatures(const NameText& text, std::vector<ListedFacts> listed, const NameFactTable& facts,
               uint32_t groups = kAllFeatureGroups);

  // Appends the keys of the features of a word of the given sentence.
  void Extract(TokenRange sentence, int token, std::vector<uint64_t>* keys) const;

  // Those that word `at` has for one that sees it at `place`, 0 to kNamePlaces - 1. At kNameWindow
  // it sees itself; a word that is seen at 0 stands two words before.
  void AppendSeen(int at, int place, std::vector<uint64_t>* keys) const;

  // Those of the word's position: Extract() without AppendSeen() of the sentence's words in the
  // window.
  void AppendPosition(TokenRange sentence, int token, std::vector<uint64_t>* keys) const;

  // Those among them that are the spelling of the word itself.
  void Spelling(int token, std::vector<uint64_t>* keys) const;

 private:
  struct Occurrence {
    uint64_t hash;
    int token;
  };

  void FindPhrases(TokenRange sentence);
  void IndexOccurrences();
  bool MayRepeat(int token) const;
  void AddSpelling(int at, int place, std::vector<uint64_t>* keys) const;
  void AddLists(int at, int place, std::vector<uint64_t>* keys) const;
  static void AddReading(uint64_t facts, uint32_t what, std::vector<uint64_t>* keys);
  void AddStatistics(int at, int place, std::vector<uint64_t>* keys) const;
  void AddClusters(int at, int place, std::vector<uint64_t>* keys) const;
  void AddDocument(int token, std::vector<uint64_t>* keys) const;
  void AddOccurrences(int token, uint64_t hash, uint32_t what, std::vector<uint64_t>* keys) const;

  const NameText& text_;
  const NameFactTable& table_;
  const uint32_t groups_;
  std::vector<ListedFacts> listed_;
  std::vector<uint16_t> phrase_;  // position in a known phrase and its kinds
  std::vector<bool> quoted_;
  std::vector<int> sentence_of_;
  std::vector<Occurrence> occurrences_;  // by hash, then token
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_NAME_FEATURES_H_
