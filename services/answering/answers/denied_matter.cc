#include "services/answering/answers/denied_matter.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr double kLeastMatch = 0.45;

}  // namespace

bool AsksAboutDenial(const v1::QuestionAnalysis& reading) {
  return !reading.relations().empty() && reading.relations(0).fact_type() == "DENIED";
}

bool TellsDeniedMatter(const Inquiry& inquiry, const PassageView& view) {
  const v1::Span& denial = inquiry.reading.relations(0).trigger();
  const auto& words = inquiry.words.words();
  bool any = false;
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i].role != QuestionWord::Role::kContent) continue;
    if (inquiry.words.IsWithin(static_cast<int>(i), denial)) continue;
    if (view.best()[i] >= kLeastMatch) return true;
    any = true;
  }
  return !any;
}

}  // namespace isnad::answering
