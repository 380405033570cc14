#include "services/extraction/questions/plain_question.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "services/extraction/model/model_file.h"
#include "services/extraction/questions/courtesies.h"
#include "services/extraction/questions/joined_words.h"
#include "services/extraction/questions/typed_words.h"

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
  absl::optional<WordDistribution> arabic;
  const absl::StatusOr<ModelFile> file = models.Find("words");
  if (file.ok()) {
    absl::StatusOr<WordDistribution> words = WordDistribution::Of(*file);
    if (!words.ok()) return words.status();
    arabic = *std::move(words);
  } else if (!absl::IsNotFound(file.status())) {
    return file.status();
  }
  MisspeltWords misspelt(arabic, lexicon);
  return PlainQuestion(std::move(misspelt), std::move(arabic), lexicon);
}

PlainText PlainQuestion::Separate(absl::string_view question, const NameLexicon* names) const {
  const JoinedWords joined(&arabic_, lexicon_, names);
  PlainText plain;
  int copied = 0;
  const auto copy_to = [&](int end) {
    plain.to_source.AddCopy(static_cast<int>(plain.text.size()), copied);
    absl::StrAppend(&plain.text, question.substr(copied, end - copied));
    copied = end;
  };
  for (const TypedWord& word : TypedWordsOf(question)) {
    if (word.quoted || word.end - word.begin > kLongestTypedWord) continue;
    std::size_t begin = word.begin;
    while (const std::size_t at = joined.BlankIn(question.substr(begin, word.end - begin))) {
      begin += at;
      copy_to(static_cast<int>(begin));
      plain.to_source.AddReplacement(static_cast<int>(plain.text.size()), copied);
      plain.text += ' ';
    }
  }
  copy_to(static_cast<int>(question.size()));
  plain.to_source.Finish(static_cast<int>(plain.text.size()), static_cast<int>(question.size()));
  return plain;
}

PlainText PlainQuestion::Of(absl::string_view question, const NameLexicon* names) const {
  std::string typed(question);
  if (IsAllCapitals(typed)) absl::AsciiStrToLower(&typed);
  PlainText apart = Separate(typed, names);
  BlankCourtesies(&apart.text);
  PlainText plain = misspelt_.Correct(apart.text, names);
  plain.to_source = plain.to_source.Behind(apart.to_source);
  return plain;
}

}  // namespace isnad::extraction
