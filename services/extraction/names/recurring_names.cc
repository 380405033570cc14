#include "services/extraction/names/recurring_names.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

constexpr int kLongestName = 4;      // words
constexpr int kLongestKind = 3;      // words of a phrase between the noun of kind and the name
constexpr int kShortestOfAlone = 3;  // letters of a name of one word
constexpr int kShortestOurs = 5;     // letters, with the pronoun
constexpr double kConfidence = 0.6;

bool IsOpeningMark(absl::string_view form) { return IsOneOf(form, {"«", "“", "„", "\""}); }
bool IsClosingMark(absl::string_view form) { return IsOneOf(form, {"»", "”", "\""}); }

}  // namespace

bool RecurringNames::IsWord(int token) const {
  const Token& word = analysis_.tokens[token];
  return word.shape == TokenShape::kArabic && !word.stop_word && word.enclitic.empty();
}

bool RecurringNames::MayOpen(int token) const {
  const Token& word = analysis_.tokens[token];
  return IsWord(token) && !word.definite && !cues_.covered(token) &&
         !lexicon_.IsNotAName(word.surface) && !lexicon_.IsDemonym(word.surface) &&
         !(word.listed && word.part_of_speech == PartOfSpeech::kVerb);
}

bool RecurringNames::MayClose(int token) const {
  const Token& word = analysis_.tokens[token];
  const bool clitic = !word.proclitics.empty() && word.proclitics[0] != "ال";
  return IsWord(token) && !lexicon_.IsDemonym(word.surface) && !(word.listed && clitic) &&
         !(word.listed && (word.part_of_speech == PartOfSpeech::kVerb ||
                           (word.part_of_speech == PartOfSpeech::kAdjective && !word.definite)));
}

bool RecurringNames::IsListed(TokenRange tokens) const {
  for (int i = tokens.begin; i < tokens.end; ++i) {
    const Token& word = analysis_.tokens[i];
    // With the article it is a rare word rather than a name.
    if (word.definite) continue;
    if (!word.listed || word.part_of_speech == PartOfSpeech::kProperNoun) return false;
  }
  return true;
}

void RecurringNames::AddQuoted(std::vector<Candidate>* candidates) const {
  const int size = static_cast<int>(analysis_.tokens.size());
  for (int i = 0; i + 2 < size; ++i) {
    if (!IsOpeningMark(analysis_.tokens[i].form)) continue;
    int end = i + 1;
    while (end < size && end - i <= kLongestName && SamePassage(i, end) &&
           analysis_.tokens[end].shape == TokenShape::kArabic && !analysis_.tokens[end].stop_word) {
      ++end;
    }
    if (end == i + 1 || end >= size || !SamePassage(i, end)) continue;
    if (!IsClosingMark(analysis_.tokens[end].form)) continue;
    const Token& first = analysis_.tokens[i + 1];
    if (cues_.covered(i + 1) || lexicon_.IsDemonym(first.surface)) continue;
    if (end == i + 2 && (first.definite || LetterCount(first.surface) < kShortestOfAlone)) continue;
    candidates->push_back({{i + 1, end}, Site::kQuoted, {}, true});
  }
}

// One candidate for each length: which of them stands elsewhere decides.
void RecurringNames::AddFrom(int first, int least, Site site,
                             std::vector<Candidate>* candidates) const {
  const int size = static_cast<int>(analysis_.tokens.size());
  if (first >= size || !MayOpen(first)) return;
  if (least == 1 && LetterCount(analysis_.tokens[first].surface) >= kShortestOfAlone) {
    candidates->push_back({{first, first + 1}, site, {}, false});
  }
  for (int end = first + 2; end <= size && end - first <= kLongestName; ++end) {
    if (!SamePassage(first, end - 1)) return;
    // "رمال منسية": what is told by a pronoun may close with an adjective.
    const bool adjective = site == Site::kPossessed && IsWord(end - 1) &&
                           analysis_.tokens[end - 1].part_of_speech == PartOfSpeech::kAdjective;
    if (!adjective && !MayClose(end - 1)) return;
    candidates->push_back({{first, end}, site, {}, false});
  }
}

// "شركة حاسوبنا": companies like to be called "ours" and "yours".
void RecurringNames::AddOurs(int token, std::vector<Candidate>* candidates) const {
  if (token >= static_cast<int>(analysis_.tokens.size()) || token == 0 ||
      !SamePassage(token - 1, token)) {
    return;
  }
  const Token& word = analysis_.tokens[token];
  if (word.shape != TokenShape::kArabic || word.stop_word) return;
  if (word.part_of_speech == PartOfSpeech::kVerb || !IsOneOf(word.enclitic, {"نا", "ك"})) return;
  if (!word.proclitics.empty() || LetterCount(word.surface) < kShortestOurs) return;
  candidates->push_back({{token, token + 1}, Site::kKind, {}, true});
}

void RecurringNames::AddBehindKinds(std::vector<Candidate>* candidates) const {
  const int size = static_cast<int>(analysis_.tokens.size());
  for (int i = 0; i < size; ++i) {
    const CueAtToken& at = cues_.at(i);
    if (at.cue == nullptr || at.cue_end >= size || !SamePassage(i, at.cue_end)) continue;
    const Token& noun = analysis_.tokens[at.cue_end - 1];
    // "لعبته رمال منسية": behind the pronoun no adjective is indefinite.
    if (at.cue->type == EntityType::kProduct && !noun.enclitic.empty() && at.cue_end == i + 1) {
      AddFrom(at.cue_end, 2, Site::kPossessed, candidates);
      continue;
    }
    if (at.cue->type != EntityType::kOrganization || at.cue->entity_class == "DIVISION") continue;
    if (!noun.enclitic.empty() || (noun.definite && at.cue_end == i + 1)) continue;
    AddOurs(at.cue_end, candidates);
    AddFrom(at.cue_end, noun.definite ? 1 : 2, Site::kKind, candidates);
    // "مختبر الذكاء الاصطناعي X", "شركة أشباه الموصلات X".
    for (int start = at.cue_end; start < size && start < at.cue_end + kLongestKind &&
                                 SamePassage(i, start) && IsWord(start);
         ++start) {
      if (analysis_.tokens[start].definite && start + 1 < size && SamePassage(i, start + 1)) {
        AddFrom(start + 1, 1, Site::kKind, candidates);
      }
    }
  }
}

// "مؤسس أفق صفر", "المدير العام لبريد أطلس".
void RecurringNames::AddBehindPosts(std::vector<Candidate>* candidates) const {
  const int size = static_cast<int>(analysis_.tokens.size());
  for (int i = 1; i < size; ++i) {
    if (!cues_.TitleEndsAt(i) || !SamePassage(i - 1, i)) continue;
    const Token& title = analysis_.tokens[i - 1];
    const Token& word = analysis_.tokens[i];
    const bool to = !word.proclitics.empty() && word.proclitics[0] == "ل";
    if (to || (!title.definite && title.enclitic.empty())) AddFrom(i, 2, Site::kPost, candidates);
  }
}

// "بيت الرمل: يبحث ..."
void RecurringNames::AddHeadings(std::vector<Candidate>* candidates) const {
  for (const Passage& passage : analysis_.passages) {
    for (int end = passage.tokens.begin + 1;
         end < passage.tokens.end && end - passage.tokens.begin < kLongestName; ++end) {
      if (analysis_.tokens[end].form != ":") continue;
      const TokenRange words = {passage.tokens.begin, end};
      bool may = MayOpen(words.begin);
      for (int i = words.begin + 1; may && i < end; ++i) may = MayClose(i);
      if (may) candidates->push_back({words, Site::kHeading, {}, true});
      break;
    }
  }
}

// The first word without the preposition that a post leads with.
absl::string_view RecurringNames::OpeningOf(const Candidate& candidate) const {
  const absl::string_view word = analysis_.tokens[candidate.tokens.begin].surface;
  if (candidate.site == Site::kPost &&
      !analysis_.tokens[candidate.tokens.begin].proclitics.empty()) {
    for (const BareForm& form : BareForms(word)) {
      if (form.stripped_letters == 1) return form.text;
    }
  }
  return word;
}

// How many letters stand before the candidate's first word in the token; -1 when that is not in it.
int RecurringNames::LettersBefore(const Candidate& candidate, int token) const {
  const absl::string_view word = OpeningOf(candidate);
  const absl::string_view here = analysis_.tokens[token].surface;
  if (!absl::EndsWith(here, word)) return -1;
  if (here.size() == word.size()) return 0;
  for (const BareForm& form : BareForms(here)) {
    if (form.text == word) return form.stripped_letters;
  }
  return -1;
}

// «ريف فايبر» has no «ريف» in it: names in quotation marks are whole.
bool RecurringNames::IsPartOfQuotation(TokenRange place) const {
  const int size = static_cast<int>(analysis_.tokens.size());
  const bool opens = place.begin > 0 && IsOpeningMark(analysis_.tokens[place.begin - 1].form);
  const bool closes = place.end < size && IsClosingMark(analysis_.tokens[place.end].form);
  if (opens == closes) return false;
  const auto marked = [&](int token, const auto& is_mark) {
    return token >= 0 && token < size && SamePassage(token, place.begin) &&
           is_mark(analysis_.tokens[token].form);
  };
  for (int i = 1; i < kLongestName; ++i) {
    if (opens && marked(place.end + i, IsClosingMark)) return true;
    if (closes && marked(place.begin - 1 - i, IsOpeningMark)) return true;
  }
  return false;
}

// What no common noun would have around it.
bool RecurringNames::IsProof(TokenRange place) const {
  const int before = place.begin - 1;
  const int size = static_cast<int>(analysis_.tokens.size());
  if (before >= 0 && SamePassage(before, place.begin)) {
    if (IsOpeningMark(analysis_.tokens[before].form) && place.end < size &&
        IsClosingMark(analysis_.tokens[place.end].form)) {
      return true;
    }
    // "مؤسس أفق صفر", "المدير العام لبريد أطلس".
    if (cues_.TitleEndsAt(place.begin)) return true;
    // "لعبته رمال منسية".
    const Token& noun = analysis_.tokens[before];
    if (place.size() > 1 && !noun.enclitic.empty() && cues_.CueBefore(place.begin) != nullptr) {
      return true;
    }
  }
  // "استوديو تسعة أقمار السعودي": a common noun without the article takes no adjective with it.
  if (place.size() > 1 && place.end < size && SamePassage(place.begin, place.end) &&
      cues_.IsNationality(place.end) && cues_.CueBefore(place.begin) != nullptr &&
      !analysis_.tokens[place.end - 1].definite) {
    return true;
  }
  const Token& first = analysis_.tokens[place.begin];
  if (first.features.gender == WordGender::kFeminine || absl::EndsWith(first.surface, "ه")) {
    return false;
  }
  const auto feminine_verb = [&](int token) {
    if (token < 0 || token >= size || !SamePassage(token, place.begin)) return false;
    const Token& word = analysis_.tokens[token];
    return word.part_of_speech == PartOfSpeech::kVerb && word.listed && word.enclitic.empty() &&
           word.features.gender == WordGender::kFeminine;
  };
  if (feminine_verb(place.end)) return true;
  // Subject and object: "تملك نفط السهل 60 في المئة", but "تملك الشركة نفط السهل" has another.
  return feminine_verb(before);
}

void RecurringNames::AddPlaces(std::vector<Candidate>* candidates) const {
  Index index;
  for (int i = 0; i < static_cast<int>(candidates->size()); ++i) {
    const TokenRange words = (*candidates)[i].tokens;
    const int by = words.size() > 1 ? words.begin + 1 : words.begin;
    index[analysis_.tokens[by].surface].push_back(i);
  }
  const int size = static_cast<int>(analysis_.tokens.size());
  const auto add = [&](int first, const std::vector<int>& found, bool single) {
    for (const int at : found) {
      Candidate& candidate = (*candidates)[at];
      const int words = candidate.tokens.size();
      if ((words == 1) != single || first + words > size ||
          !SamePassage(first, first + words - 1)) {
        continue;
      }
      bool same = true;
      for (int i = 1; same && i < words; ++i) {
        same = analysis_.tokens[first + i].surface ==
               analysis_.tokens[candidate.tokens.begin + i].surface;
      }
      const int letters = same ? LettersBefore(candidate, first) : -1;
      if (letters < 0 || IsPartOfQuotation({first, first + words})) continue;
      NameSpan span;
      span.tokens = {first, first + words};
      span.range = analysis_.BytesOf(span.tokens);
      if (letters > 0) {
        span.range.begin = WithoutLetters(analysis_, analysis_.tokens[first], letters).begin;
      }
      span.confidence = kConfidence;
      span.rule = "recurring";
      candidate.proven = candidate.proven || IsProof(span.tokens);
      candidate.places.push_back(std::move(span));
    }
  };
  for (int i = 0; i < size; ++i) {
    const Token& word = analysis_.tokens[i];
    if (word.shape != TokenShape::kArabic) continue;
    const auto found = index.find(word.surface);
    if (found == index.end()) continue;
    if (i > 0 && SamePassage(i - 1, i)) add(i - 1, found->second, false);
    add(i, found->second, true);
  }
}

// "شركة أشباه الموصلات X": what was read as one name begins with what kind it is.
bool RecurringNames::CutsKind(const Candidate& candidate,
                              const std::vector<const NameSpan*>& named) const {
  const NameSpan* const name = named[candidate.tokens.end - 1];
  return candidate.site == Site::kKind && name != nullptr && name->entry < 0 &&
         name->tokens.begin < candidate.tokens.begin && name->tokens.end == candidate.tokens.end &&
         name->type == EntityType::kOrganization && name->rule != "institution";
}

std::vector<NameSpan> RecurringNames::Find(const std::vector<NameSpan>& spans) const {
  std::vector<Candidate> candidates;
  AddQuoted(&candidates);
  AddBehindKinds(&candidates);
  AddBehindPosts(&candidates);
  AddHeadings(&candidates);
  std::vector<NameSpan> names;
  if (candidates.empty()) return names;
  AddPlaces(&candidates);
  candidates.erase(std::remove_if(candidates.begin(), candidates.end(),
                                  [&](const Candidate& candidate) {
                                    if (candidate.places.size() < 2) return true;
                                    return !candidate.proven && IsListed(candidate.tokens);
                                  }),
                   candidates.end());
  // The longest where there are several.
  std::stable_sort(
      candidates.begin(), candidates.end(),
      [](const Candidate& a, const Candidate& b) { return a.tokens.size() > b.tokens.size(); });
  const int size = static_cast<int>(analysis_.tokens.size());
  TokenMask mask(size);
  std::vector<const NameSpan*> named(size, nullptr);
  for (const NameSpan& span : spans) {
    for (int i = span.tokens.begin; i < span.tokens.end; ++i) named[i] = &span;
  }
  // One word that is part of a longer name is short for it, which the stage of reference sees.
  absl::flat_hash_set<absl::string_view> parts;
  for (const NameSpan& span : spans) {
    if (span.tokens.size() < 2 || span.type == EntityType::kPerson) continue;
    for (int i = span.tokens.begin; i < span.tokens.end; ++i) {
      parts.insert(analysis_.tokens[i].surface);
    }
  }
  const auto is_free = [&](const Candidate& candidate, TokenRange place) {
    for (int i = place.begin; i < place.end; ++i) {
      const NameSpan* const name = named[i];
      if (mask.taken(i)) return false;
      if (name == nullptr) continue;
      const bool within = name->tokens.begin >= place.begin && name->tokens.end <= place.end;
      // What is known begins no name of another.
      const bool known = name->entry >= 0 && name->tokens.begin == place.begin;
      const bool kind = place == candidate.tokens && CutsKind(candidate, named);
      if ((!within && !kind) || known || name->tokens == place) return false;
    }
    return true;
  };
  for (const Candidate& candidate : candidates) {
    if (candidate.tokens.size() == 1 && parts.contains(OpeningOf(candidate)) &&
        !CutsKind(candidate, named)) {
      continue;
    }
    for (const NameSpan& place : candidate.places) {
      if (!is_free(candidate, place.tokens)) continue;
      mask.Take(place.tokens);
      names.push_back(place);
    }
  }
  return names;
}

}  // namespace isnad::extraction
