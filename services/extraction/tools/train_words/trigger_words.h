// Words that announce a name of one kind, or a speaker, and words that say what an article is
// about.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_TRIGGER_WORDS_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_TRIGGER_WORDS_H_

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace isnad::extraction {

// Bare nouns of titles and offices, and the links inside names: "رئيس", "دكتور", "بن". They come
// with the article and with proclitics in text.
absl::Span<const absl::string_view> PersonTitles();
// Third person of verbs of saying, perfect and imperfect: "قال", "تؤكد".
absl::Span<const absl::string_view> SpeechVerbs();
// Nouns that places stand behind: "مدينة", "عاصمة", "شمال".
absl::Span<const absl::string_view> PlaceWords();
// Prepositions of place and direction that are words of their own: "في", "إلى".
absl::Span<const absl::string_view> Locatives();
// Nouns that organisations stand behind: "شركة", "حزب", "نادي".
absl::Span<const absl::string_view> OrganizationWords();
// Nouns that products and works stand behind: "تطبيق", "هاتف", "فيلم".
absl::Span<const absl::string_view> ProductWords();
// Occupations and words of birth, by which a first sentence shows that its article is about a
// person: "سياسي", "ممثلة", "ولد".
absl::Span<const absl::string_view> PersonDescriptions();

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_TRIGGER_WORDS_H_
