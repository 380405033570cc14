#include "services/answering/objections/first_days.h"

#include <algorithm>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// Below this "begins" is any of several relations.
constexpr double kLeastReading = 0.5;

bool AsksForFirstDay(const v1::QuestionAnalysis& reading) {
  if (reading.answer_type() != v1::ANSWER_TYPE_DATE || reading.relations().empty()) return false;
  const v1::RelationReading& asked = reading.relations(0);
  // Works and services begin, too.
  if (asked.confidence() < kLeastReading) return false;
  if (asked.fact_type() != "APPOINTED" && asked.fact_type() != "HOLDS_ROLE" &&
      asked.fact_type() != "JOINED") {
    return false;
  }
  const std::string& words = asked.trigger().quote();
  for (const absl::string_view start :
       {"take up", "takes up", "start", "begin", "assume", "take office", "takes office", "باشر",
        "يباشر", "تباشر", "يبدأ", "تبدأ", "يتسلم", "تتسلم"}) {
    if (absl::StrContains(words, start)) return true;
  }
  return false;
}

bool TellsStart(absl::string_view surface) {
  static const auto* words = new absl::flat_hash_set<absl::string_view>{
      "يبدا",   "تبدا",    "بدا",    "بدات",    "يباشر",  "تباشر", "باشر", "باشرت",   "يتسلم",
      "تتسلم",  "تسلم",    "تسلمت",  "يتولي",   "تتولي",  "تولي",  "تولت", "اعتبارا", "ابتداء",
      "مهامه",  "مهامها",  "مهام",   "عمله",    "عملها",  "يسري",  "تسري", "بدءا",    "بدايه",
      "الخدمه", "التشغيل", "تشغيله", "تشغيلها", "افتتاح", "يفتتح", "تفتتح"};
  absl::ConsumePrefix(&surface, "و");
  absl::ConsumePrefix(&surface, "س");
  return words->contains(surface);
}

}  // namespace

bool IsNoFirstDay(const Inquiry& inquiry, const Candidate& candidate) {
  if (!candidate.value.has_date() || !AsksForFirstDay(inquiry.reading)) return false;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return false;
  const auto& tokens = view->passage().tokens();
  return std::none_of(tokens.begin(), tokens.end(),
                      [](const v1::IndexedToken& token) { return TellsStart(token.surface()); });
}

}  // namespace isnad::answering
