// The words that answers and refusals are built of, in both languages.

#ifndef ISNAD_SERVICES_ANSWERING_COMPOSE_PHRASES_H_
#define ISNAD_SERVICES_ANSWERING_COMPOSE_PHRASES_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "isnad/v1/answer.pb.h"
#include "services/answering/compose/language.h"

namespace isnad::answering {

// «words», with marks of quotation; inner « » become plain ones.
std::string Quoted(absl::string_view words);

// "ريشاب أغاروال (Rishabh Agarwal)": the name in the language first, the other script behind it
// when there is one and `with_other` says so. `words` is how the source spells it.
enum class OtherScript { kShow, kHide };
std::string NameText(absl::string_view label_ar, absl::string_view label_en,
                     absl::string_view words, OtherScript other, Language language);

// "نعم" / "Yes" and "لا" / "No".
absl::string_view YesWord(Language language);
absl::string_view NoWord(Language language);

// What affirms a question with a negation: "بلى" / "Yes".
absl::string_view YesAfterNegation(Language language);

// "بحسب أكسيوس: " / "According to Axios: ". Empty for an empty speaker.
std::string AccordingTo(absl::string_view speaker, Language language);

// "لم يتأكد ذلك بعد؛ الوارد أنه مخطط أو متوقع" and the like, before the quote.
std::string PlannedOnly(Language language);
std::string AllegedOnly(Language language);

// "ينفي ذلك ما ورد" and the like, before the quote of a denial.
std::string DeniedBy(absl::string_view speaker, Language language);

// "تختلف المصادر: " / "Sources differ: ".
std::string SourcesDiffer(Language language);

// "3: " with the counted items joined: "3: أ، ب، ج".
std::string CountedList(const std::vector<std::string>& items, Language language);

// One sentence that says why there is no answer. `detail` is the unknown name, where there is one.
std::string RefusalMessage(isnad::v1::Refusal::Reason reason, absl::string_view detail,
                           Language language);

// "لم أجد جوابا عن الجزء الآخر من السؤال." and its like, after a part that was answered.
std::string OtherPartUnanswered(Language language);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_COMPOSE_PHRASES_H_
