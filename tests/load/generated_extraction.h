// Extractions of articles that nobody wrote, in any number, as varied as those of a news archive.
//
// Each article has the same count of facts, a sentence each, of 24 types. Who they are about is
// distributed by Zipf's law, so that a few are in the news every day and most once. Of the facts
// some repeat an earlier one (by another article, or by a copy of the article), some contradict one
// by another figure or a denial. Nearly half have a speaker; most have a time. What an article says
// depends on its number alone.

#ifndef ISNAD_TESTS_LOAD_GENERATED_EXTRACTION_H_
#define ISNAD_TESTS_LOAD_GENERATED_EXTRACTION_H_

#include <cstdint>
#include <string>
#include <vector>

#include "isnad/v1/fact_service.pb.h"

namespace isnad::load {

class GeneratedExtractions {
 public:
  struct Options {
    int facts = 30;         // Of an article.
    int people = 25'000;    // And as many organisations; half as many products, a fifth of places.
    double exponent = 1.0;  // Of Zipf's law.
  };

  explicit GeneratedExtractions(Options options);

  // The article of that number, as read by that version of an extractor. Newer versions are surer
  // of what they read.
  v1::ApplyExtractionRequest Make(int64_t article, int version = 1) const;

  // Resource names (entities/...) of the organisation and the person in the news that much: 0 the
  // most. Only ranks below a tenth of `people` have names that are known without a store.
  static std::string OrganizationName(int rank);
  static std::string PersonName(int rank);

 private:
  friend class Article;

  // Draws ranks from 0 up.
  class Zipf {
   public:
    Zipf(int size, double exponent);
    int Rank(double uniform) const;
    int size() const { return static_cast<int>(cumulative_.size()); }

   private:
    std::vector<double> cumulative_;
  };

  const Options options_;
  const Zipf people_;
  const Zipf products_;
  const Zipf places_;
};

}  // namespace isnad::load

#endif  // ISNAD_TESTS_LOAD_GENERATED_EXTRACTION_H_
