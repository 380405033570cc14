#include "services/extraction/questions/plain_question.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "services/extraction/questions/courtesies.h"

namespace isnad::extraction {
namespace {

// "WHO LEFT META": capitals tell no names. A few letters may be a name alone.
bool IsAllCapitals(absl::string_view text) {
  constexpr auto kFewLetters = 12;
  const auto is_lower = [](unsigned char c) { return absl::ascii_islower(c); };
  const auto is_upper = [](unsigned char c) { return absl::ascii_isupper(c); };
  const auto is_foreign = [](unsigned char c) { return c >= 0x80; };
  return std::none_of(text.begin(), text.end(), is_lower) &&
         std::none_of(text.begin(), text.end(), is_foreign) &&
         std::count_if(text.begin(), text.end(), is_upper) > kFewLetters;
}

}  // namespace

absl::StatusOr<PlainQuestion> PlainQuestion::Create(const ModelSet& models,
                                                    const BilingualIndex* lexicon) {
  absl::StatusOr<MisspeltWords> misspelt = MisspeltWords::Create(models, lexicon);
  if (!misspelt.ok()) return misspelt.status();
  return PlainQuestion(*std::move(misspelt));
}

PlainText PlainQuestion::Of(absl::string_view question) const {
  std::string plain(question);
  if (IsAllCapitals(plain)) absl::AsciiStrToLower(&plain);
  BlankCourtesies(&plain);
  return misspelt_.Correct(plain);
}

}  // namespace isnad::extraction
