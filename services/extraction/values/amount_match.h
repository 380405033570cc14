// A figure with what it counts.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_AMOUNT_MATCH_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_AMOUNT_MATCH_H_

#include <cstdint>
#include <string>

#include "services/extraction/values/number_grammar.h"
#include "services/extraction/values/word_sense.h"

namespace isnad::extraction {

// One figure (or two, for a range) with its unit.
struct AmountMatch {
  enum class Kind { kBare, kMoney, kPercent, kCount, kLength };
  Kind kind = Kind::kBare;
  int begin = 0;  // first token: a currency symbol or the figure
  int end = 0;    // behind the unit
  double lower = 0;
  double upper = 0;
  bool range = false;
  bool vague = false;                    // a lower bound by its words: dozens, millions, بضعة
  NumberMatch number;                    // of the figure that the unit belongs to
  int16_t currency = 0;                  // kMoney: index of the noun
  std::string currency_code;             // kMoney
  std::string unit;                      // kCount and kPercent: as written
  std::string unit_key;                  // kCount, kPercent, kLength
  int16_t noun = 0;                      // kCount
  NounForm noun_form = NounForm::kNone;  // kCount
  TimeUnit time = TimeUnit::kNone;       // kLength
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_AMOUNT_MATCH_H_
