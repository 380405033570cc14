#include "services/extraction/names/gazetteer_matcher.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/text/fold.h"

namespace isnad::extraction {
namespace {

constexpr int kLongestName = 9;          // tokens
constexpr int kShortestAfterClitic = 3;  // letters
constexpr int kFewestSpelled = 3;        // words of a name of letters behind a clitic
constexpr int kShortestSurname = 5;      // letters

bool IsPunctuation(const Token& token) { return token.shape == TokenShape::kPunctuation; }

// A mark that may stand inside a name: joined to both neighbours, or an ampersand.
bool JoinsWords(const Analysis& analysis, int token) {
  const Token& mark = analysis.tokens[token];
  if (mark.form == "&" || mark.form == "'s") return true;
  if (token == 0 || token + 1 >= static_cast<int>(analysis.tokens.size())) return false;
  const bool joined = analysis.tokens[token - 1].range.end == mark.range.begin &&
                      mark.range.end == analysis.tokens[token + 1].range.begin;
  return joined && (mark.form == "." || mark.form == "-" || mark.form == "_");
}

bool IsQuoteMark(absl::string_view form) {
  for (absl::string_view mark : {"\"", "«", "»", "“", "”", "„", "‘", "’", "'", "‹", "›"}) {
    if (form == mark) return true;
  }
  return false;
}

bool Quoted(const Analysis& analysis, TokenRange tokens) {
  return tokens.begin > 0 && tokens.end < static_cast<int>(analysis.tokens.size()) &&
         IsQuoteMark(analysis.tokens[tokens.begin - 1].form) &&
         IsQuoteMark(analysis.tokens[tokens.end].form);
}

// The token opens its passage, or follows only marks in it.
bool OpensSentence(const Analysis& analysis, int token) {
  for (int i = token - 1; i >= 0; --i) {
    if (analysis.tokens[i].passage != analysis.tokens[token].passage) return true;
    if (!IsPunctuation(analysis.tokens[i])) return false;
  }
  return true;
}

bool IsPlacePreposition(const Analysis& analysis, TokenRange tokens) {
  if (tokens.begin == 0) return false;
  const absl::string_view before = analysis.tokens[tokens.begin - 1].surface;
  return before == "في" || before == "من" || before == "الي" || before == "in" ||
         before == "from" || before == "to";
}

// English words that short acronyms would be in lower case.
bool IsEnglishWord(absl::string_view folded) {
  static constexpr absl::string_view kWords[] = {
      "us",  "who", "it",  "fair", "sec", "map", "tap", "ap",  "un",  "la",   "ft",  "sf",
      "we",  "spa", "is",  "an",   "arm", "ge",  "lg",  "hp",  "bp",  "eu",   "sa",  "ea",
      "rt",  "dw",  "did", "do",   "go",  "so",  "no",  "in",  "on",  "at",   "as",  "if",
      "be",  "me",  "my",  "he",   "am",  "pm",  "or",  "to",  "up",  "by",   "can", "all",
      "and", "are", "has", "had",  "how", "its", "may", "new", "now", "one",  "our", "out",
      "see", "she", "the", "too",  "two", "use", "was", "way", "why", "mena", "you"};
  return std::find(std::begin(kWords), std::end(kWords), folded) != std::end(kWords);
}

// The name goes on behind a hyphen: "دانيال غروس-فايغل" is another person than "دانيال غروس".
bool IsHyphenated(const Analysis& analysis, int end) {
  return end + 1 < static_cast<int>(analysis.tokens.size()) && analysis.tokens[end].form == "-" &&
         JoinsWords(analysis, end) && analysis.tokens[end + 1].shape == TokenShape::kArabic;
}

// "جائزة تورينغ", "مطار شيفيلد": what is named after somebody. Folded.
bool IsNamedAfter(absl::string_view noun) {
  static constexpr absl::string_view kNouns[] = {"جايزه", "جوايز",   "اختبار", "قانون", "مطار",
                                                 "جامعه", "مستشفي",  "متحف",   "شارع",  "ميدان",
                                                 "وسام",  "ميداليه", "كاس",    "ملعب",  "معادله"};
  return std::find(std::begin(kNouns), std::end(kNouns), noun) != std::end(kNouns);
}

// Kinds that are told by what they deal with: "لجنة الاتصالات", "قسم الأجهزة".
bool HasField(const NameCue& kind) {
  return kind.entity_class == "REGULATOR" || kind.entity_class == "GOVERNMENT" ||
         kind.entity_class == "NONPROFIT" || kind.entity_class == "DIVISION";
}

// Verbs whose subject is a person, folded.
bool TakesPerson(absl::string_view verb) {
  static constexpr absl::string_view kVerbs[] = {"استقال", "تنحي", "رحل", "التحق", "تقاعد", "ترجل"};
  return std::find(std::begin(kVerbs), std::end(kVerbs), verb) != std::end(kVerbs);
}

int WordsIn(const Analysis& analysis, TokenRange tokens) {
  int words = 0;
  for (int i = tokens.begin; i < tokens.end; ++i)
    words += IsPunctuation(analysis.tokens[i]) ? 0 : 1;
  return words;
}

}  // namespace

bool IsLowerCaseText(const Analysis& analysis) {
  bool first = true;
  for (const Token& token : analysis.tokens) {
    if (token.shape != TokenShape::kLatin && token.shape != TokenShape::kMixed) continue;
    if (!first && HasUpper(token.form) && token.form != "I") return false;
    if (first && token.form.size() > 1 && HasUpper(token.form.substr(1))) return false;
    first = false;
  }
  return true;
}

// "كيا الكورية": houses are told by where they come from.
bool GazetteerMatcher::IsOfCountry(const Analysis& analysis, int token) const {
  if (token >= static_cast<int>(analysis.tokens.size())) return false;
  const Token& word = analysis.tokens[token];
  return word.passage == analysis.tokens[token - 1].passage &&
         absl::StartsWith(word.surface, "ال") && absl::EndsWith(word.surface, "ه") &&
         lexicon_.IsDemonym(word.surface);
}

bool GazetteerMatcher::Accept(const Analysis& analysis, const CueFinder& cues, const AliasHit& hit,
                              TokenRange tokens, NameSpan* span) const {
  const LexiconEntry& entry = lexicon_.entries()[hit.entry];
  const LexiconAlias& alias = entry.aliases[hit.alias];
  const Token& first = analysis.tokens[tokens.begin];
  const bool latin = first.shape != TokenShape::kArabic;
  const bool lower = latin && !HasUpper(analysis.Quote(span->range)) && HasUpper(alias.surface);
  const bool english = analysis.language_code != "ar";
  if (alias.exact_case && analysis.Quote(span->range) != alias.surface) {
    const bool typed_lower = lower && english && IsLowerCaseText(analysis);
    if (!typed_lower || alias.surface.size() < 3 || IsEnglishWord(alias.folded)) return false;
  }
  const bool single = WordsIn(analysis, tokens) == 1;
  if (single && alias.kind != AliasRecord::Kind::kCanonical && lexicon_.IsNotAName(alias.folded)) {
    return false;
  }
  // "مع أن" is not "معان" with one.
  if (tokens.size() == 2 && alias.folded.find(' ') == std::string::npos && first.stop_word &&
      analysis.tokens[tokens.begin + 1].stop_word) {
    return false;
  }
  // "السويسري" is not "سويس ري".
  if (tokens.size() == 1 && alias.folded.find(' ') != std::string::npos &&
      span->range.begin > first.range.begin && lexicon_.IsDemonym(first.surface)) {
    return false;
  }
  // "بيان" is not "بي إن" without its space.
  if (tokens.size() == 1 && alias.folded.find(' ') != std::string::npos &&
      lexicon_.IsNotAName(first.surface)) {
    return false;
  }
  // "الاتصالات" is not the company "اتصالات", nor is it in "لجنة الاتصالات" and "شركة الاتصالات
  // الفرنسية".
  if (tokens.size() == 1 && first.listed && first.definite &&
      first.part_of_speech == PartOfSpeech::kNoun && !absl::StartsWith(alias.folded, "ال")) {
    const NameCue* const kind = cues.CueBefore(tokens.begin);
    const size_t next = tokens.end;
    const bool described = next < analysis.tokens.size() && analysis.tokens[next].definite &&
                           analysis.tokens[next].passage == first.passage;
    if (kind == nullptr || HasField(*kind) || described) return false;
  }
  if (entry.type == EntityType::kPerson && IsHyphenated(analysis, tokens.end)) return false;
  span->entry = hit.entry;
  span->type = entry.type;
  span->entity_class = entry.entity_class;
  span->kind =
      alias.kind == AliasRecord::Kind::kShort ? MentionKind::kShortName : MentionKind::kName;
  span->rule = "gazetteer";
  // "جربه" is "he tried it" as well as the island without its dots.
  const bool pronoun = single && !first.enclitic.empty();
  if (!single || (!entry.ambiguous && !pronoun)) return true;
  const NameCue* cue = cues.CueBefore(tokens.begin);
  const NameCue* cue_after = english && tokens.end < static_cast<int>(analysis.tokens.size())
                                 ? cues.at(tokens.end).cue
                                 : nullptr;
  // "مشروع لإنجاز المركز": a preposition parts the word from the noun before.
  const bool bare = span->range.begin == first.range.begin;
  const bool fitting_cue = (bare && cue != nullptr && cue->type == entry.type) ||
                           (cue_after != nullptr && cue_after->type == entry.type);
  const bool capital = latin && (!english || !OpensSentence(analysis, tokens.begin)) && !lower;
  const bool place = entry.type == EntityType::kLocation && IsPlacePreposition(analysis, tokens);
  const bool of_country =
      entry.type == EntityType::kOrganization && IsOfCountry(analysis, tokens.end);
  span->needs_evidence =
      !(fitting_cue || capital || place || of_country || Quoted(analysis, tokens));
  span->confidence = 0.8;
  return true;
}

bool GazetteerMatcher::LongestAt(const Analysis& analysis, const CueFinder& cues, int token,
                                 NameSpan* span) const {
  const Token& first = analysis.tokens[token];
  const int limit = std::min<int>(analysis.tokens.size(), token + kLongestName);
  bool found = false;
  std::string key;
  for (const BareForm& form : BareForms(first.surface)) {
    // "لبي بي سي": behind a preposition short words make a name together at most.
    const bool spelled = form.stripped_letters > 0 && LetterCount(form.text) < kShortestAfterClitic;
    if (spelled && LetterCount(form.text) < 2) continue;
    key.clear();
    AppendMatchKey(form.text, &key);
    for (int end = token + 1; end <= limit; ++end) {
      if (end > token + 1) {
        const Token& next = analysis.tokens[end - 1];
        if (next.passage != first.passage) break;
        if (IsPunctuation(next) && !JoinsWords(analysis, end - 1)) break;
        AppendMatchKey(next.surface, &key);
      }
      if (!lexicon_.BeginsName(key)) break;
      if (IsPunctuation(analysis.tokens[end - 1])) continue;
      if (spelled && end - token < kFewestSpelled) continue;
      if (found && end <= span->tokens.end) continue;
      // "بديل" is a substitute, not something at Dell's.
      const bool word_of_its_own = form.stripped_letters > 0 && end == token + 1 && first.listed &&
                                   first.proclitics.empty() &&
                                   first.part_of_speech != PartOfSpeech::kProperNoun;
      if (word_of_its_own) continue;
      // «برين» is whole as it stands between the marks.
      if (form.stripped_letters > 0 && Quoted(analysis, {token, end})) continue;
      const std::vector<AliasHit>* hits = lexicon_.FindName(key);
      if (hits == nullptr) continue;
      bool canonical = false;
      for (const AliasHit& hit : *hits) {
        NameSpan candidate;
        candidate.tokens = {token, end};
        candidate.range = {WithoutLetters(analysis, first, form.stripped_letters).begin,
                           analysis.tokens[end - 1].range.end};
        if (!Accept(analysis, cues, hit, candidate.tokens, &candidate)) continue;
        // Of those that share a name, the one that is called so before all.
        const bool own =
            lexicon_.entries()[hit.entry].aliases[hit.alias].kind == AliasRecord::Kind::kCanonical;
        const bool better = !found || end > span->tokens.end ||
                            (span->needs_evidence && !candidate.needs_evidence) ||
                            (own && !canonical && span->needs_evidence == candidate.needs_evidence);
        if (better) {
          *span = candidate;
          canonical = own;
        }
        found = true;
      }
    }
  }
  return found;
}

// Whether the word before a surname is the first name of somebody else, though it is written like a
// common noun: nothing but people resign ("استقال بيت بانون").
bool GazetteerMatcher::FollowsFirstName(const Analysis& analysis, const CueFinder& cues,
                                        int token) {
  if (token < 2 || analysis.tokens[token - 2].passage != analysis.tokens[token].passage) {
    return false;
  }
  const Token& noun = analysis.tokens[token - 1];
  const Token& verb = analysis.tokens[token - 2];
  return verb.part_of_speech == PartOfSpeech::kVerb && TakesPerson(verb.lemma) &&
         noun.shape == TokenShape::kArabic && !noun.definite && !noun.stop_word &&
         noun.proclitics.empty() && noun.enclitic.empty() && !cues.covered(token - 1);
}

// A surname that one person of the gazetteers has, standing alone.
bool GazetteerMatcher::SurnameAt(const Analysis& analysis, const CueFinder& cues, int token,
                                 NameSpan* span) const {
  const Token& word = analysis.tokens[token];
  if (token > 0 && IsNamedAfter(analysis.tokens[token - 1].base)) return false;
  const bool latin = word.shape == TokenShape::kLatin;
  for (const BareForm& form : BareForms(word.surface)) {
    if (LetterCount(form.text) < kShortestSurname || absl::StartsWith(form.text, "ال")) continue;
    const bool listed_word = word.listed && word.part_of_speech != PartOfSpeech::kProperNoun;
    if (listed_word || lexicon_.IsNotAName(form.text) || lexicon_.IsGivenName(form.text)) continue;
    if (form.stripped_letters == 2 && absl::StartsWith(word.surface, "ال")) continue;
    const int entry = lexicon_.FindUniqueSurname(form.text);
    if (entry < 0) continue;
    if (latin && !StartsUpper(word.form) && LetterCount(form.text) < 7) continue;
    span->tokens = {token, token + 1};
    span->range = WithoutLetters(analysis, word, form.stripped_letters);
    span->entry = entry;
    span->type = EntityType::kPerson;
    span->kind = MentionKind::kShortName;
    span->confidence = 0.75;
    span->rule = "unique-surname";
    if (form.stripped_letters > 0 || !FollowsFirstName(analysis, cues, token)) return true;
    span->tokens.begin = token - 1;
    span->range.begin = analysis.tokens[token - 1].range.begin;
    span->entry = -1;
    span->kind = MentionKind::kName;
    span->rule = "first-name";
    return true;
  }
  return false;
}

void GazetteerMatcher::SettleShared(const Analysis& analysis, const CueFinder& cues,
                                    std::vector<NameSpan>* spans) const {
  absl::flat_hash_map<int, int> instead;  // entry found: entry meant
  for (const NameSpan& span : *spans) {
    const NameCue* cue = span.entry >= 0 ? cues.CueBefore(span.tokens.begin) : nullptr;
    if (cue == nullptr || cue->type == span.type || cue->type == EntityType::kUnknown) continue;
    const auto* hits = lexicon_.FindName(MatchKey(Fold(analysis.Quote(span.range))));
    if (hits == nullptr || hits->size() < 2) continue;
    for (const AliasHit& hit : *hits) {
      const LexiconEntry& entry = lexicon_.entries()[hit.entry];
      if (entry.type != cue->type || entry.aliases[hit.alias].exact_case) continue;
      instead.emplace(span.entry, hit.entry);
      break;
    }
  }
  if (instead.empty()) return;
  for (NameSpan& span : *spans) {
    const auto meant = instead.find(span.entry);
    if (meant == instead.end()) continue;
    const LexiconEntry& entry = lexicon_.entries()[meant->second];
    span.entry = meant->second;
    span.type = entry.type;
    span.entity_class = entry.entity_class;
  }
}

std::vector<NameSpan> GazetteerMatcher::Find(const Analysis& analysis, const CueFinder& cues,
                                             std::vector<NameSpan>* doubtful) const {
  std::vector<NameSpan> spans;
  std::set<int> proven;
  for (int i = 0; i < static_cast<int>(analysis.tokens.size());) {
    const Token& token = analysis.tokens[i];
    NameSpan span;
    const bool word = token.shape == TokenShape::kArabic || token.shape == TokenShape::kLatin ||
                      token.shape == TokenShape::kMixed || token.shape == TokenShape::kDigits ||
                      token.shape == TokenShape::kUrl;
    if (!word || (!LongestAt(analysis, cues, i, &span) && !SurnameAt(analysis, cues, i, &span))) {
      ++i;
      continue;
    }
    if (!span.needs_evidence) proven.insert(span.entry);
    spans.push_back(span);
    i = span.tokens.end;
  }
  SettleShared(analysis, cues, &spans);
  const auto first_doubtful = std::stable_partition(
      spans.begin(), spans.end(),
      [&](const NameSpan& span) { return !span.needs_evidence || proven.count(span.entry) > 0; });
  std::move(first_doubtful, spans.end(), std::back_inserter(*doubtful));
  spans.erase(first_doubtful, spans.end());
  return spans;
}

}  // namespace isnad::extraction
