// Who "we" are.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_FIRST_PERSON_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_FIRST_PERSON_H_

#include <vector>

#include "services/extraction/reference/discourse.h"

namespace isnad::extraction {

// Whoever speaks for a house says "we" of it: inside quotation marks, in a passage that is mostly
// quoted, and in the answers of an interview. The house is that of the last officer named before
// ("X, director of Y"), in an interview that of the person interviewed, else what the words are
// about. A columnist's "we" outside of quotations is nobody.
class FirstPerson {
 public:
  explicit FirstPerson(Discourse* discourse);

  // Adds the mention of the house that a first person plural on a token stands for. To be called
  // for each token in order. False for other words.
  bool Resolve(int token);

 private:
  enum class Role { kNone, kClitic, kSubject };

  bool CountsUs(int token) const;
  Role RoleOf(int token) const;
  // The organisation, or -1.
  int HouseAt(int token) const;
  // Keeps count of the quotation marks of a passage.
  int HouseOfWe() const;
  int SpeakerOf(int token) const;
  void TrackQuotation(int token);

  Discourse& discourse_;
  bool interview_ = false;
  int interviewed_ = -1;  // the house of the person interviewed
  int passage_ = -1;
  bool quoted_ = false;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_FIRST_PERSON_H_
