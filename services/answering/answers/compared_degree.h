// Which way a question compares: more, less, earlier, later.

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERS_COMPARED_DEGREE_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERS_COMPARED_DEGREE_H_

#include <vector>

#include "isnad/v1/analysis.pb.h"

namespace isnad::answering {

enum class Degree { kNone, kMore, kLess, kLater, kEarlier };

struct ComparedDegree {
  Degree degree = Degree::kNone;
  // Where the word stands in the question.
  int begin = -1;

  bool in_time() const { return degree == Degree::kLater || degree == Degree::kEarlier; }
  // Whether the smaller, or the earlier, is asked for.
  bool least() const { return degree == Degree::kLess || degree == Degree::kEarlier; }
};

// What the last word of comparison among `tokens`, the question's, asks for. Words of time count
// only where none compares amounts: "more in the first quarter" asks for more.
ComparedDegree DegreeOf(const std::vector<isnad::v1::Token>& tokens);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERS_COMPARED_DEGREE_H_
