// What one sentence says to the claim that a question of yes or no makes.
//
// The claim has participants, a relation, and sometimes figures or a date. A sentence affirms it
// when it speaks of all of them alike; it denies it by a denial, by another figure or date, or by
// putting somebody else where the question has a name ("did X join Y": X joined Z).

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERS_CLAIM_CHECK_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERS_CLAIM_CHECK_H_

#include <vector>

#include "isnad/v1/analysis.pb.h"
#include "services/answering/answers/claim_values.h"
#include "services/answering/answers/opposites.h"
#include "services/answering/evidence/inquiry.h"
#include "services/answering/passages/passage_view.h"

namespace isnad::answering {

enum class Stance {
  // Speaks of something else, or of too little of it.
  kSilent,
  kAffirms,
  kDenies,
  // Says it of the future only.
  kPlans,
  // Passes it on as a rumour.
  kReportsRumour,
  // Says it of others, with another figure or at another date.
  kSaysOtherwise,
  // Tells the contrary.
  kOpposes,
};

// Whether the question asks what will be: of that plans tell. By the reading, or by a verb of the
// question ("will", "ستفتتح").
bool AsksAboutFuture(const isnad::v1::QuestionAnalysis& reading,
                     const std::vector<isnad::v1::Token>& tokens);

struct ClaimReading {
  Stance stance = Stance::kSilent;
  // How closely the sentence speaks of the claim, from 0 to about 1.2; orders sentences.
  double closeness = 0;
};

// Checks the sentences found for one question. Borrows its arguments.
class ClaimCheck {
 public:
  // `tokens` are the question's.
  ClaimCheck(const Inquiry& inquiry, const std::vector<isnad::v1::Token>& tokens);

  ClaimReading Read(const PassageView& view) const;

  // Whether the question asks who leads, not who takes part.
  bool asks_for_lead() const { return asks_for_lead_; }

 private:
  ValueVerdict ValuesAround(const PassageView& view) const;
  bool IsOfLead(const PassageView& view) const;

  const Inquiry& inquiry_;
  const Opposites opposites_;
  // The question asks whether something goes on as it was ("still", "kept").
  bool asks_whether_still_ = false;
  bool asks_for_lead_ = false;
  // It asks whether all of something is so ("wholly", "100%").
  bool asks_for_whole_ = false;
  // It asks where something has its seat, and names a place.
  bool asks_for_seat_ = false;
  bool asks_about_future_ = false;
};

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERS_CLAIM_CHECK_H_
