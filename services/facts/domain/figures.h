// How figures are compared.

#ifndef ISNAD_SERVICES_FACTS_DOMAIN_FIGURES_H_
#define ISNAD_SERVICES_FACTS_DOMAIN_FIGURES_H_

#include <string>

#include "services/facts/store/records.h"

namespace isnad::facts {

// A text that figures with the same meaning share: "USD 14.3e9" and "about USD 14.3e9" do, "over
// USD 14e9" does not.
std::string CanonicalFigure(const Figure& figure);

// Whether both figures can be true of one thing. Figures with different units always can, for
// nothing is known about the one from the other. Exact figures may differ by 2 %, or by 5 % when
// one is the other rounded to two or more digits; "about" allows 10 %; "over 14" goes with
// everything from 14 up.
bool CompatibleFigures(const Figure& a, const Figure& b);

// How far apart the two figures are, as a share of the larger one; 0 where a range includes the
// other. What bounds them does not count: "over 14" is as far from 15 as 14 is.
double FigureDistance(const Figure& a, const Figure& b);

// The figure for people: "14.3 billion USD", "over 600 EMPLOYEE".
std::string DescribeFigure(const Figure& figure);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_FIGURES_H_
