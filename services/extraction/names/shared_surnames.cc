#include "services/extraction/names/shared_surnames.h"

#include <algorithm>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

constexpr double kConfidence = 0.75;

// A listed company or product of one Arabic word without proclitics.
bool IsOneWord(const Analysis& analysis, const NameSpan& span) {
  if (span.entry < 0 || span.tokens.size() != 1) return false;
  if (span.type != EntityType::kOrganization && span.type != EntityType::kProduct) return false;
  const Token& word = analysis.tokens[span.tokens.begin];
  return word.shape == TokenShape::kArabic && span.range.begin == word.range.begin;
}

// "لي جون هو، القادم من": no sentence part ends in "he", so the word is the rest of a longer name,
// and this somebody else than whom the gazetteers have.
void LengthenByPronoun(const Analysis& analysis, NameSpan* span) {
  if (span->entry < 0 || span->type != EntityType::kPerson || span->tokens.size() < 2) return;
  const int next = span->tokens.end;
  if (next + 1 >= static_cast<int>(analysis.tokens.size())) return;
  const Token& word = analysis.tokens[next];
  const Token& mark = analysis.tokens[next + 1];
  if (word.form != "هو" || word.passage != analysis.tokens[span->tokens.begin].passage) return;
  if (mark.passage != word.passage || !IsOneOf(mark.form, {"،", ",", "(", ")", ".", "؛"})) return;
  span->tokens.end = next + 1;
  span->range.end = word.range.end;
  span->entry = -1;
  span->kind = MentionKind::kName;
  span->confidence = kConfidence;
  span->rule = "given-name";
}

// "غادر وانغ ميتا": the verb takes who leaves and what is left, and the latter is no name of the
// former. Only where something else with the article follows may that be what is left: "غادر سمير
// كريم الشركة".
bool IsLeftHouse(const Analysis& analysis, int given, int house) {
  const int size = static_cast<int>(analysis.tokens.size());
  if (given < 1 || analysis.tokens[given - 1].passage != analysis.tokens[given].passage) {
    return false;
  }
  const Token& verb = analysis.tokens[given - 1];
  if (verb.part_of_speech != PartOfSpeech::kVerb || !IsOneOf(verb.lemma, {"غادر", "ترك", "ودع"})) {
    return false;
  }
  if (house + 1 >= size || analysis.tokens[house + 1].passage != verb.passage) return true;
  const Token& next = analysis.tokens[house + 1];
  return !next.definite || next.part_of_speech != PartOfSpeech::kNoun;
}

}  // namespace

void GiveUpSurnames(const NameLexicon& lexicon, const CueFinder& cues, const Analysis& analysis,
                    std::vector<NameSpan>* spans) {
  TokenMask mask(analysis.tokens.size());
  for (const NameSpan& span : *spans) {
    if (span.rule != "unique-surname") mask.Take(span.tokens);
  }
  const auto is_given_name = [&](int token, int beside) {
    if (token < 0 || token >= static_cast<int>(analysis.tokens.size())) return false;
    const Token& word = analysis.tokens[token];
    if (word.passage != analysis.tokens[beside].passage || cues.covered(token)) return false;
    if (word.shape != TokenShape::kArabic || !lexicon.IsGivenName(word.surface)) return false;
    if (word.stop_word) return false;
    // "نادين" is written like a word: behind such a verb it is the subject.
    const bool subject =
        token > 0 && analysis.tokens[token - 1].passage == word.passage &&
        IsOneOf(analysis.tokens[token - 1].lemma,
                {"غادر", "ترك", "استقال", "انضم", "التحق", "انتقل", "قال", "اوضح", "اكد", "تولي"});
    return !word.listed || word.part_of_speech == PartOfSpeech::kProperNoun || subject;
  };
  const auto opens_person = [&](int token) {
    const int next = token + 1;
    if (next >= static_cast<int>(analysis.tokens.size()) || mask.taken(next)) return false;
    if (!lexicon.IsGivenName(analysis.tokens[token].surface)) return false;
    const Token& word = analysis.tokens[next];
    return word.passage == analysis.tokens[token].passage && !word.listed && !word.stop_word &&
           word.shape == TokenShape::kArabic && !cues.covered(next) &&
           !lexicon.IsDemonym(word.surface) && !absl::StartsWith(word.surface, "لل") &&
           !absl::StartsWith(word.surface, "ال");
  };
  // "وندى شلهوب": behind a word that no dictionary has, the end of the name before.
  const auto is_joined_given_name = [&](int token, int beside) {
    if (token < 1 || cues.covered(token)) return false;
    const Token& word = analysis.tokens[token];
    const Token& before = analysis.tokens[token - 1];
    if (word.passage != analysis.tokens[beside].passage || before.passage != word.passage) {
      return false;
    }
    absl::string_view name = word.surface;
    return absl::ConsumePrefix(&name, "و") && lexicon.IsGivenName(name) && !before.listed &&
           before.shape == TokenShape::kArabic;
  };
  for (NameSpan& span : *spans) LengthenByPronoun(analysis, &span);
  absl::flat_hash_set<std::string> surnames;
  for (NameSpan& span : *spans) {
    if (!IsOneWord(analysis, span) || cues.CueBefore(span.tokens.begin) != nullptr) continue;
    const int given = span.tokens.begin - 1;
    if (given < 0 || mask.taken(given)) continue;
    const bool joined = is_joined_given_name(given, span.tokens.begin);
    if (!joined && !is_given_name(given, span.tokens.begin)) continue;
    if (!joined && IsLeftHouse(analysis, given, span.tokens.begin)) continue;
    surnames.insert(analysis.tokens[span.tokens.begin].surface);
    span.tokens.begin = given;
    span.range.begin = WithoutLetters(analysis, analysis.tokens[given], joined ? 1 : 0).begin;
    span.entry = -1;
    span.type = EntityType::kPerson;
    span.entity_class.clear();
    span.kind = MentionKind::kName;
    span.confidence = kConfidence;
    span.rule = "given-name";
  }
  for (NameSpan& span : *spans) {
    if (surnames.empty() || !IsOneWord(analysis, span)) continue;
    const int word = span.tokens.begin;
    if (cues.CueBefore(word) != nullptr) continue;
    if (!surnames.contains(analysis.tokens[word].surface)) continue;
    // The linker gives it to the person who is called so.
    span.entry = -1;
    span.type = EntityType::kPerson;
    span.entity_class.clear();
    span.confidence = kConfidence;
    span.rule = "surname";
  }
  spans->erase(std::remove_if(spans->begin(), spans->end(),
                              [&](const NameSpan& span) {
                                return IsOneWord(analysis, span) &&
                                       cues.CueBefore(span.tokens.begin) == nullptr &&
                                       opens_person(span.tokens.begin);
                              }),
               spans->end());
}

}  // namespace isnad::extraction
