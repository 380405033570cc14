#include "services/answering/objections/put_off_dates.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr absl::string_view kDelayed = "DELAYED";

bool AsksForFirstDate(const Inquiry& inquiry) {
  static const auto* words = new absl::flat_hash_set<absl::string_view>{
      "اصلا",    "الاصل",     "الاصلي", "الاول",      "مقررا",     "مقرره",
      "المقرر",  "سابقا",     "السابق", "originally", "original",  "first",
      "initial", "initially", "due",    "supposed",   "previously"};
  const auto& asked = inquiry.words.words();
  return std::any_of(asked.begin(), asked.end(),
                     [](const QuestionWord& word) { return words->contains(word.surface); });
}

std::tuple<int, int, int> Begin(const v1::DateInterval& date) {
  return {date.start_date().year(), date.start_date().month(), date.start_date().day()};
}

bool IsTold(const v1::Fact& fact, const Candidate& candidate, bool same_sentence) {
  return std::any_of(fact.evidence().begin(), fact.evidence().end(),
                     [&](const v1::Evidence& evidence) {
                       return evidence.document() == candidate.document &&
                              (!same_sentence || evidence.passage_ordinal() == candidate.ordinal);
                     });
}

// Whether a fact of the candidate is about the thing that `delay` puts off; true where the
// candidate has no facts.
bool IsOfSameThing(const Inquiry& inquiry, const Candidate& candidate, const v1::Fact& delay) {
  if (candidate.facts.empty()) return true;
  return std::any_of(inquiry.facts.begin(), inquiry.facts.end(), [&](const v1::Fact& fact) {
    return fact.type() != kDelayed && fact.object().entity() == delay.object().entity() &&
           std::find(candidate.facts.begin(), candidate.facts.end(), fact.name()) !=
               candidate.facts.end();
  });
}

}  // namespace

bool IsPutOff(const Inquiry& inquiry, const Candidate& candidate) {
  if (!candidate.value.has_date() || AsksForFirstDate(inquiry)) return false;
  const auto puts_off = [&](const v1::Fact& delay) {
    return delay.type() == kDelayed && delay.polarity() == v1::POLARITY_ASSERTED &&
           delay.valid_interval().start_date().year() > 0 && !delay.object().entity().empty() &&
           Begin(candidate.value.date()) < Begin(delay.valid_interval()) &&
           IsTold(delay, candidate, /*same_sentence=*/candidate.facts.empty()) &&
           IsOfSameThing(inquiry, candidate, delay);
  };
  return std::any_of(inquiry.facts.begin(), inquiry.facts.end(), puts_off);
}

bool WasDueOnly(const Inquiry& inquiry, const Candidate& candidate) {
  constexpr int kReach = 5;
  static const auto* due = new absl::flat_hash_set<absl::string_view>{
      "مقررا",  "مقرره",  "المقرر", "مبرمجا", "مبرمجه", "مفترضا", "المفترض", "يفترض",
      "متوقعا", "متوقعه", "منتظرا", "مخططا",  "المخطط", "مرتقبا", "موعده",   "موعدها"};
  static const auto* was = new absl::flat_hash_set<absl::string_view>{
      "كان", "كانت", "وكان", "وكانت", "بعدما", "اذ", "بدلا", "عوض", "بدل"};
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (!candidate.value.has_date() || view == nullptr || candidate.place.empty() ||
      AsksForFirstDate(inquiry)) {
    return false;
  }
  const auto surface = [&](int token) -> absl::string_view {
    return token < 0 ? absl::string_view() : view->passage().tokens(token).surface();
  };
  const int first = view->TokenAt(candidate.place.begin);
  for (int token = first - 1; token >= std::max(0, first - kReach); --token) {
    if (surface(token) == "بدلا" || surface(token) == "عوض" || surface(token) == "بدل") return true;
    if (!due->contains(surface(token))) continue;
    for (int before = token - 1; before >= std::max(0, token - kReach); --before) {
      if (was->contains(surface(before))) return true;
    }
  }
  return false;
}

}  // namespace isnad::answering
