#include "services/extraction/morphology/first_person_verbs.h"

#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "services/extraction/morphology/verb_features.h"

namespace isnad::extraction {
namespace {

constexpr absl::string_view kWe = "نا";
constexpr size_t kLetter = 2;    // bytes
constexpr size_t kShortest = 4;  // letters of a form

// A verb that may take the ending: perfect, third person singular.
const WordInfo* PerfectOf(const WordTable& table, absl::string_view stem) {
  const WordInfo* info = stem.empty() ? nullptr : table.Find(stem);
  if (info == nullptr || !info->can_be_verb || info->closed_class) return nullptr;
  return info->lemma == stem ? info : nullptr;
}

// Words behind which a clause opens.
bool OpensClause(const Token& before) {
  static const auto* words = new absl::flat_hash_set<absl::string_view>{
      "لقد",  "قد",    "وقد",   "ثم",  "نحن",  "ونحن",  "اننا",    "لاننا", "باننا", "لكننا",
      "حيث",  "عندما", "بعدما", "حين", "لو",   "اذا",   "التي",    "الذي",  "الذين", "ما",
      "كلما", "منذ",   "بعد",   "لكن", "ولكن", "حينها", "وبالفعل", "فعلا",  "كما"};
  return before.shape == TokenShape::kPunctuation || words->contains(before.surface);
}

// What may follow a verb rather than "our unit": a count, a preposition, somebody's name, an
// indefinite noun.
bool FollowsVerb(const Token& next) {
  if (next.shape == TokenShape::kDigits) return true;
  switch (next.part_of_speech) {
    case PartOfSpeech::kAdposition:
    case PartOfSpeech::kNumber:
    case PartOfSpeech::kProperNoun:
    case PartOfSpeech::kAdverb:
      return true;
    case PartOfSpeech::kNoun:
      return !next.definite;
    default:
      return false;
  }
}

// Where the token stands tells that it is a verb.
bool StandsAsVerb(const Analysis& analysis, int i) {
  const std::vector<Token>& tokens = analysis.tokens;
  const auto beside = [&](int k) {
    return k >= 0 && k < static_cast<int>(tokens.size()) && tokens[k].passage == tokens[i].passage;
  };
  if (!beside(i + 1) || !FollowsVerb(tokens[i + 1])) return false;
  const bool conjoined = !tokens[i].proclitics.empty() && tokens[i].proclitics.size() == 1 &&
                         (tokens[i].proclitics[0] == "و" || tokens[i].proclitics[0] == "ف");
  return conjoined || !beside(i - 1) || OpensClause(tokens[i - 1]);
}

struct Reading {
  const WordInfo* verb = nullptr;
  std::string form;
  std::string stem;  // without the ending; empty where it has run into the stem
  bool only_verb = false;
};

// The verb that a form without its conjunction is, or none.
Reading ReadForm(const WordTable& table, absl::string_view form) {
  Reading reading;
  reading.form = std::string(form);
  absl::string_view stem = form;
  if (form.size() < kShortest * kLetter || !absl::ConsumeSuffix(&stem, kWe)) return reading;
  const WordInfo* whole = table.Find(form);
  if (whole != nullptr && whole->can_be_verb && whole->verb.person == VerbPerson::kFirst) {
    // "بعنا", which no perfect without it shows.
    reading.verb = whole;
    return reading;
  }
  reading.verb = PerfectOf(table, stem);
  if (reading.verb != nullptr) {
    reading.stem = std::string(stem);
    reading.only_verb = !reading.verb->can_be_nominal && whole == nullptr;
  } else {
    // The ending of "عيّنّا" has run into its own last letter.
    reading.verb = PerfectOf(table, form.substr(0, form.size() - kLetter));
  }
  return reading;
}

}  // namespace

void ReadFirstPersonVerbs(const WordTable& table, Analysis* analysis) {
  for (size_t i = 0; i < analysis->tokens.size(); ++i) {
    Token& token = analysis->tokens[i];
    if (token.shape != TokenShape::kArabic || token.definite) continue;
    if (token.part_of_speech == PartOfSpeech::kVerb || token.stop_word) continue;
    if (!absl::EndsWith(token.surface, kWe)) continue;
    if (!token.enclitic.empty() && token.enclitic != kWe) continue;
    Reading reading = ReadForm(table, token.base + token.enclitic);
    // The first letter of "وظفنا" is its own.
    const bool cut = !token.proclitics.empty();
    const bool whole = reading.verb == nullptr && cut;
    if (whole) reading = ReadForm(table, token.surface);
    if (reading.verb == nullptr) continue;
    if (!reading.only_verb && !StandsAsVerb(*analysis, static_cast<int>(i))) continue;
    if (whole) token.proclitics.clear();
    token.part_of_speech = PartOfSpeech::kVerb;
    token.lemma = std::string(reading.verb->lemma);
    token.citation = token.lemma;
    token.enclitic.clear();
    token.base = std::move(reading.form);
    // Where the endings of verbs do not tell, it stays an ending that was cut off.
    const bool told = FeaturesOf(token).person == VerbPerson::kFirst;
    if (!told && !reading.stem.empty()) {
      token.base = std::move(reading.stem);
      token.enclitic = std::string(kWe);
    }
    token.listed = true;
  }
}

}  // namespace isnad::extraction
