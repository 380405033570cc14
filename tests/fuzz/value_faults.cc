#include <cmath>
#include <cstdlib>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/types/optional.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/tokenize/tokenizer.h"
#include "services/extraction/values/value_tagger.h"
#include "tests/fuzz/checked_text.h"
#include "tests/fuzz/faults.h"

namespace isnad::fuzz {
namespace {

using extraction::Analysis;
using extraction::ValueMention;
using extraction::ValueTagger;

bool IsDate(const absl::optional<extraction::CivilDate>& date) {
  return !date || (date->month >= 1 && date->month <= 12 && date->day >= 1 && date->day <= 31);
}

bool IsSound(const ValueMention& value) {
  return std::isfinite(value.money.amount) && std::isfinite(value.money.upper_amount) &&
         std::isfinite(value.quantity.amount) && std::isfinite(value.quantity.upper_amount) &&
         std::isfinite(value.length.amount) && IsDate(value.date.start) && IsDate(value.date.end);
}

}  // namespace

std::string ValueFault(absl::string_view bytes) {
  static const ValueTagger* tagger = [] {
    auto created = ValueTagger::Create();
    if (!created.ok()) std::abort();
    return created->release();
  }();
  Analysis analysis = Segmented(bytes);
  analysis.reference_date = extraction::CivilDate{2025, 3, 14};
  extraction::Tokenizer().Tokenize(&analysis);
  tagger->Tag(&analysis);
  const Boundaries boundaries(analysis.text);
  int last_end = 0;
  for (size_t v = 0; v < analysis.values.size(); ++v) {
    const ValueMention& value = analysis.values[v];
    if (value.tokens.empty() || value.tokens.begin < last_end ||
        value.tokens.end > static_cast<int>(analysis.tokens.size())) {
      return absl::StrCat("bad tokens of value ", v);
    }
    last_end = value.tokens.end;
    if (!boundaries.Holds(value.range)) return absl::StrCat("bad range of value ", v);
    if (analysis.tokens[value.tokens.begin].passage !=
        analysis.tokens[value.tokens.end - 1].passage) {
      return absl::StrCat("value ", v, " spans passages");
    }
    if (!IsSound(value)) return absl::StrCat("value ", v, " is not sound");
  }
  return {};
}

}  // namespace isnad::fuzz
