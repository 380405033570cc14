// Whether two values may be accounts of one thing that differ.

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERS_TWO_ACCOUNTS_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERS_TWO_ACCOUNTS_H_

#include "isnad/v1/analysis.pb.h"

namespace isnad::answering {

// Accounts of one thing are seldom farther apart.
inline constexpr double kMostTimesApart = 2.5;

// They measure alike, are of a like size or months rather than years apart, and are not one. For
// questions that say that there are two accounts, this is stricter than contradiction in what it
// takes for like, and looser in what it takes for two: "up to 500" allows for 480, yet they are two
// accounts. Of a date that is open to one side its day counts: "June" and "not before June" are
// one.
bool MayBeTwoAccounts(const isnad::v1::Value& a, const isnad::v1::Value& b);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERS_TWO_ACCOUNTS_H_
