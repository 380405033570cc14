#include "services/extraction/terms/index_stemmer.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "services/extraction/lexicon/lexicon.pb.h"
#include "services/extraction/morphology/english/english_words.h"
#include "services/extraction/terms/light_stemmer.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/text/script.h"

namespace isnad::extraction {
namespace {

using lexicon::WordList;
using lexicon::WordLists;
using stem_letters::kBeh;
using stem_letters::kFeh;
using stem_letters::kKaf;
using stem_letters::kLam;
using stem_letters::kWaw;
using stem_letters::kYeh;

using Entries = std::vector<std::pair<uint64_t, uint64_t>>;

// Function words that carry a clitic have so many letters at least.
constexpr int kMinWithClitic = 3;
// Letters that must stay behind a preposition.
constexpr int kMinAfterPreposition = 3;

uint64_t StemKey(absl::string_view word) {
  StemWord letters;
  if (!letters.Assign(Fold(word))) return 0;
  StemInPlace(&letters);
  return letters.Key();
}

// A family is a citation form with the forms listed for it.
void AddFamily(const WordList& list, Entries* entries) {
  const uint64_t stem = StemKey(list.name());
  if (stem == 0) return;
  entries->emplace_back(stem, stem);
  for (const std::string& word : list.word()) {
    const uint64_t key = StemKey(word);
    if (key != 0) entries->emplace_back(key, stem);
  }
}

// A verb's list begins with its perfect and imperfect, whose other persons have other prefixes, and
// which lose a final long vowel before their endings: "تعتبر", "يرون", "رأت".
void AddVerb(const WordList& list, Entries* entries) {
  AddFamily(list, entries);
  const uint64_t stem = StemKey(list.name());
  if (stem == 0 || list.word_size() < 2) return;
  const auto add = [stem, entries](const std::string& form) {
    const uint64_t key = StemKey(form);
    if (key != 0) entries->emplace_back(key, stem);
  };
  const std::string perfect = Fold(list.word(0));
  const std::string imperfect = Fold(list.word(1));
  const auto is_defective = [](absl::string_view word) {
    return word.size() >= 6 &&
           (absl::EndsWith(word, "ي") || absl::EndsWith(word, "ا") || absl::EndsWith(word, "و"));
  };
  if (is_defective(perfect)) add(perfect.substr(0, perfect.size() - 2) + "ت");
  if (imperfect.size() < 6 || !absl::StartsWith(imperfect, "ي")) return;
  for (const char* prefix : {"ي", "ت", "ن"}) {
    const std::string form = prefix + imperfect.substr(2);
    add(form);
    if (is_defective(form)) add(form.substr(0, form.size() - 2) + "ون");
  }
}

// Words without listed forms of their own.
void AddPlainWords(const WordList& list, Entries* entries) {
  for (const std::string& word : list.word()) {
    const uint64_t stem = StemKey(word);
    if (stem != 0) entries->emplace_back(stem, stem);
  }
}

void AddFunctionWords(const WordList& list, Entries* entries) {
  for (const std::string& word : list.word()) {
    StemWord letters;
    if (letters.Assign(Fold(word)) && letters.Key() != 0) entries->emplace_back(letters.Key(), 1);
  }
}

template <class Add>
absl::Status VisitLists(const LexiconFiles& files, absl::string_view prefix, Add add,
                        Entries* entries) {
  const absl::StatusOr<std::vector<WordLists>> parsed = files.Parse<WordLists>(prefix);
  if (!parsed.ok()) return parsed.status();
  for (const WordLists& lists : *parsed) {
    for (const WordList& list : lists.list()) add(list, entries);
  }
  return absl::OkStatus();
}

int Copy(absl::string_view text, char* out) {
  text.copy(out, text.size());
  return static_cast<int>(text.size());
}

}  // namespace

absl::StatusOr<IndexStemmer> IndexStemmer::Create(const LexiconFiles& files) {
  Entries function_words;
  Entries families;
  absl::Status status = VisitLists(files, "words_closed", AddFunctionWords, &function_words);
  // A spelling that is both keeps its noun family: "مركز" is a centre before it is concentrated.
  if (status.ok()) status = VisitLists(files, "words_nouns", AddFamily, &families);
  if (status.ok()) status = VisitLists(files, "words_verbs", AddVerb, &families);
  if (status.ok()) status = VisitLists(files, "words_plain", AddPlainWords, &families);
  if (!status.ok()) return status;
  IndexStemmer stemmer;
  stemmer.known_forms_ = families.size();
  stemmer.function_words_ = KeyTable(function_words);
  stemmer.families_ = KeyTable(families);
  return stemmer;
}

bool IndexStemmer::IsFunctionWord(const StemWord& word) const {
  // "وبهذا" is a conjunction and a preposition before a function word.
  StemWord rest = word;
  if (function_words_.Find(rest.Key()) != nullptr) return true;
  if (rest.size() >= kMinWithClitic && (rest[0] == kWaw || rest[0] == kFeh)) {
    rest.DropFirst(1);
    if (function_words_.Find(rest.Key()) != nullptr) return true;
  }
  if (rest.size() < kMinWithClitic || (rest[0] != kBeh && rest[0] != kLam && rest[0] != kKaf)) {
    return false;
  }
  rest.DropFirst(1);
  return function_words_.Find(rest.Key()) != nullptr;
}

const uint64_t* IndexStemmer::Known(StemWord* rest) const {
  StemInPlace(rest);
  return families_.Find(rest->Key());
}

void IndexStemmer::StemArabic(StemWord* word) const {
  const int proclitics = ProcliticLetters(*word);
  StemWord rest = *word;
  const uint64_t* family = nullptr;
  // A bare conjunction may be the first letter of the word itself.
  if (proclitics == 1) {
    family = Known(&rest);
    if (family != nullptr) return word->AssignKey(*family);
    rest = *word;
  }
  rest.DropFirst(proclitics);
  if (StartsWithFuture(rest)) rest.DropFirst(1);
  *word = rest;
  family = Known(word);
  if (family != nullptr) return word->AssignKey(*family);
  if (rest[0] != kBeh && rest[0] != kLam) return;
  rest.DropFirst(1);
  if (rest.size() < kMinAfterPreposition) return;
  family = Known(&rest);
  if (family != nullptr) return word->AssignKey(*family);
  // By what stays of the stem, so that all forms of a word lose the letter or none.
  if (rest.size() >= kMinAfterPreposition && rest[0] != kYeh && rest[0] != kWaw) *word = rest;
}

int IndexStemmer::StemInto(absl::string_view surface, TokenShape shape, char* out) const {
  switch (shape) {
    case TokenShape::kArabic: {
      StemWord word;
      if (!word.Assign(surface)) return Copy(surface, out);
      if (IsFunctionWord(word)) return 0;
      StemArabic(&word);
      word.Write(out);
      return 2 * word.size();
    }
    case TokenShape::kLatin:
    case TokenShape::kMixed:
      if (IsEnglishStopWord(surface)) return 0;
      return Copy(StemEnglish(surface), out);
    case TokenShape::kDigits:
      return Copy(surface, out);
    default:
      return 0;
  }
}

std::string IndexStemmer::Stem(absl::string_view surface, TokenShape shape) const {
  std::string stem(surface.size() + kExtraBytes, '\0');
  stem.resize(StemInto(surface, shape, &stem[0]));
  return stem;
}

std::string IndexStemmer::StemOfWord(absl::string_view surface) const {
  if (surface.empty()) return {};
  const DecodedChar first = DecodeUtf8(surface, 0);
  const TokenShape shape = IsArabicLetter(first.code_point)  ? TokenShape::kArabic
                           : IsLatinLetter(first.code_point) ? TokenShape::kLatin
                           : IsDigit(first.code_point)       ? TokenShape::kDigits
                                                             : TokenShape::kMixed;
  return Stem(surface, shape);
}

}  // namespace isnad::extraction
