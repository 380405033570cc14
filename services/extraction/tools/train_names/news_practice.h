// Makes practice sentences of raw news: sentences whose names the whole names stage is sure of,
// with other names in their places.
//
// A tagger that learns from them meets the constructions of real news around names that it cannot
// know by heart.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_NEWS_PRACTICE_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_NEWS_PRACTICE_H_

#include <map>
#include <set>
#include <string>
#include <vector>

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/tools/train_names/name_maker.h"
#include "tests/eval/conll_reader.h"

namespace isnad::extraction {

class NewsPractice {
 public:
  // Considers the sentences of an analysed document. Keeps those in which every name is known for
  // sure, no other word looks like one, and some name can be exchanged.
  void Add(const Analysis& analysis);

  // So many sentences of each kind, at most: those that name products, those that name
  // organisations, those that name people or places alone. Deterministic.
  struct Shares {
    int with_products = 600;
    int with_organizations = 1500;
    int with_people = 1500;
  };
  std::vector<eval::ConllDocument> Make(const Shares& shares, NameMaker* maker) const;

 private:
  struct Name {
    int begin = 0;  // words
    int end = 0;
    std::string type;
    std::string clitic;  // written onto the first word
    int entity = -1;
    bool exchangeable = false;
  };
  struct Sentence {
    int document = 0;
    std::vector<std::string> words;
    std::vector<Name> names;
  };

  void AddPassage(const Analysis& analysis, const Passage& passage,
                  const std::vector<const Mention*>& mentions);
  static eval::ConllSentence Write(const Sentence& sentence,
                                   std::map<std::string, std::string>* exchanged, NameMaker* maker);

  int documents_ = 0;
  std::vector<Sentence> sentences_;
  std::set<std::string> seen_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_NEWS_PRACTICE_H_
