#include "services/answering/objections/asked_person.h"

#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// Letters without which two names may be anybody's; two bytes each.
constexpr size_t kLeastBytes = 6;

// The name without article, vowels and hamzas, in which spellings of foreign names differ.
std::string Skeleton(absl::string_view word) {
  for (const absl::string_view prefix : {"ال", "لل", "ل"}) {
    if (word.size() > kLeastBytes + prefix.size() && absl::ConsumePrefix(&word, prefix)) break;
  }
  static const auto* weak = new absl::flat_hash_set<absl::string_view>{
      "ا", "أ", "إ", "آ", "و", "ي", "ى", "ه", "ة", "ء", "ئ", "ؤ"};
  std::string skeleton;
  for (size_t at = 0; at + 1 < word.size(); at += 2) {
    const absl::string_view letter = word.substr(at, 2);
    if (!weak->contains(letter)) absl::StrAppend(&skeleton, letter);
  }
  return skeleton;
}

bool IsArabic(absl::string_view text) {
  return !text.empty() && (static_cast<unsigned char>(text[0]) & 0x80) != 0;
}

}  // namespace

bool IsAskedPerson(const Inquiry& inquiry, const Candidate& candidate) {
  if (candidate.kind != Candidate::Kind::kEntity ||
      candidate.entity_type != v1::ENTITY_TYPE_PERSON ||
      inquiry.reading.answer_type() != v1::ANSWER_TYPE_PERSON ||
      inquiry.reading.alternatives_size() > 0) {
    return false;
  }
  const std::vector<absl::string_view> names =
      absl::StrSplit(candidate.words, ' ', absl::SkipEmpty());
  if (names.empty() || !IsArabic(names.back())) return false;
  const std::string last = Skeleton(names.back());
  if (last.size() < kLeastBytes) return false;
  const std::string first = Skeleton(names.front());
  for (const LinkedName& link : inquiry.links.links()) {
    const std::vector<absl::string_view> asked =
        absl::StrSplit(link.asked.span().quote(), ' ', absl::SkipEmpty());
    if (asked.empty() || Skeleton(asked.back()) != last) continue;
    if (asked.size() == 1 || Skeleton(asked.front()) == first) return true;
  }
  // A name that was not read as one: its words stand together.
  const auto& words = inquiry.words.words();
  for (size_t i = 1; i < words.size(); ++i) {
    if (names.size() > 1 && Skeleton(words[i].surface) == last &&
        Skeleton(words[i - 1].surface) == first) {
      return true;
    }
  }
  return false;
}

}  // namespace isnad::answering
