#include "services/answering/objections/given_names.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "services/answering/objections/succession.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// Arabic letters take two bytes.
constexpr size_t kLetter = 2;
constexpr size_t kShortestSkeleton = 2 * kLetter;
// One word of the name must be as telling as this.
constexpr size_t kTellingSkeleton = 3 * kLetter;

// What is left of a folded Arabic word without its vowels; empty for words in other letters.
std::string SkeletonOf(absl::string_view word) {
  std::string skeleton;
  for (size_t at = 0; at + 1 < word.size(); at += kLetter) {
    const absl::string_view letter = word.substr(at, kLetter);
    if ((letter[0] & 0xE0) != 0xC0) return "";
    if (letter == "ا" || letter == "و" || letter == "ي" || letter == "ه") continue;
    skeleton.append(letter.data(), letter.size());
  }
  return skeleton;
}

std::vector<absl::string_view> WordsAt(const PassageView& view, Range place) {
  std::vector<absl::string_view> words;
  for (int token = view.TokenAt(place.begin); token < view.passage().tokens_size(); ++token) {
    if (view.TokenBytes(token).begin >= place.end) break;
    const v1::IndexedToken& word = view.passage().tokens(token);
    if (word.part_of_speech() != v1::PART_OF_SPEECH_PUNCT) words.push_back(word.surface());
  }
  return words;
}

// The question has the word, with an article or a preposition written to it or without.
bool HasWord(const Inquiry& inquiry, absl::string_view word) {
  absl::ConsumePrefix(&word, "ال");
  const auto& words = inquiry.words.words();
  return std::any_of(words.begin(), words.end(), [&](const QuestionWord& asked) {
    if (asked.role == QuestionWord::Role::kFocus) return false;
    absl::string_view surface = asked.surface;
    if (surface == word) return true;
    for (const absl::string_view prefix : {"و", "ف"}) {
      if (absl::ConsumePrefix(&surface, prefix)) break;
    }
    if (!absl::ConsumePrefix(&surface, "لل")) {
      for (const absl::string_view prefix : {"ب", "ل"}) {
        if (absl::StartsWith(surface, prefix) && surface.substr(kLetter) == word) return true;
      }
      absl::ConsumePrefix(&surface, "ب");
      absl::ConsumePrefix(&surface, "ال");
    }
    return surface == word;
  });
}

// "The carrier X", where the question says X alone.
bool IsNamedWithoutNoun(const Inquiry& inquiry, const PassageView& view, Range place) {
  static const auto* nouns = new absl::flat_hash_set<absl::string_view>{
      "شركه",  "الشركه", "بنك",   "مصرف",  "مجموعه", "طيران", "قناه", "صندوق",
      "موسسه", "جامعه",  "صحيفه", "جريده", "موقع",   "وكاله", "منصه", "استوديو"};
  const std::vector<absl::string_view> words = WordsAt(view, place);
  if (words.size() < 2 || !nouns->contains(words.front())) return false;
  return std::all_of(words.begin() + 1, words.end(), [&](absl::string_view word) {
    return word.size() > kShortestSkeleton && HasWord(inquiry, word);
  });
}

// "Who follows X", where an article has X with a first name.
bool IsPredecessorByLastName(const Inquiry& inquiry, const PassageView& view, Range place) {
  if (!AsksForSuccession(inquiry)) return false;
  const std::vector<absl::string_view> words = WordsAt(view, place);
  if (words.empty()) return false;
  const auto& links = inquiry.links.links();
  return std::any_of(links.begin(), links.end(), [&](const LinkedName& link) {
    const auto& keys = link.asked.entity().folded_keys();
    return !link.stored() && !absl::StrContains(link.asked.span().quote(), " ") &&
           std::find(keys.begin(), keys.end(), words.back()) != keys.end();
  });
}

}  // namespace

bool IsSpelledOtherwise(const Inquiry& inquiry, const PassageView& view, Range place) {
  const std::vector<absl::string_view> words = WordsAt(view, place);
  if (words.size() < 2) return false;
  absl::flat_hash_set<std::string> asked;
  absl::flat_hash_set<std::string> as_written;
  for (const QuestionWord& word : inquiry.words.words()) {
    if (word.role == QuestionWord::Role::kFocus) continue;
    asked.insert(SkeletonOf(word.surface));
    as_written.insert(word.surface);
  }
  bool telling = false;
  for (const absl::string_view word : words) {
    const std::string skeleton = SkeletonOf(word);
    const bool alike = skeleton.size() >= kShortestSkeleton && asked.contains(skeleton);
    if (!alike && !as_written.contains(word)) return false;
    telling |= skeleton.size() >= kTellingSkeleton;
  }
  return telling;
}

bool IsNamedInQuestion(const Inquiry& inquiry, const Candidate& candidate) {
  if (candidate.kind != Candidate::Kind::kEntity) return false;
  if (candidate.entity_type == v1::ENTITY_TYPE_ORGANIZATION) {
    // A fact may have the house from a pronoun: it is by its name that the question gives it.
    for (const PassageView& view : inquiry.pool.views()) {
      for (const v1::PassageMention& mention : view.passage().mentions()) {
        if (mention.entity() == candidate.entity &&
            IsNamedWithoutNoun(inquiry, view, {mention.begin(), mention.end()})) {
          return true;
        }
      }
    }
    return false;
  }
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr || !view->range().Contains(candidate.place)) return false;
  return candidate.entity_type == v1::ENTITY_TYPE_PERSON &&
         (IsSpelledOtherwise(inquiry, *view, candidate.place) ||
          IsPredecessorByLastName(inquiry, *view, candidate.place));
}

}  // namespace isnad::answering
