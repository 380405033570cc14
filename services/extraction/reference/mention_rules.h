// Names of rules of the reference stage that later stages ask for.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_MENTION_RULES_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_MENTION_RULES_H_

namespace isnad::extraction {

// Of the mentions of a house whose people say "we", see first_person.h.
constexpr char kFirstPersonClitic[] = "first-person";  // "لدينا", "شركتنا", "جاءتنا"
constexpr char kFirstPersonSubject[] = "first-person-subject";  // on a verb: "أغلقنا", "نعمل"

// Of the mentions of a part of a house that is told by kind and field, see house_parts.h.
constexpr char kHousePart[] = "house-part";

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_MENTION_RULES_H_
