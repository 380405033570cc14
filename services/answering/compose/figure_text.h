// Writes bare numbers.

#ifndef ISNAD_SERVICES_ANSWERING_COMPOSE_FIGURE_TEXT_H_
#define ISNAD_SERVICES_ANSWERING_COMPOSE_FIGURE_TEXT_H_

#include <string>

namespace isnad::answering {

// "14.3", "600", "10,000": European digits, as Arabic news writes them too, thousands grouped, at
// most two decimals, no trailing zeros.
std::string FigureText(double number);

// Whether the number has no fraction and fits into 63 bits.
bool IsWhole(double number);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_COMPOSE_FIGURE_TEXT_H_
