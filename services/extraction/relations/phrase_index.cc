#include "services/extraction/relations/phrase_index.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "services/extraction/morphology/verb_features.h"
#include "services/extraction/reference/mention_rules.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

using WordSet = absl::flat_hash_set<absl::string_view>;

// All folded.
const WordSet& RelativePronouns() {
  static const auto* set = new WordSet{"الذي",   "التي",   "الذين",   "اللذان", "اللذين",
                                       "اللتان", "اللتين", "اللواتي", "اللاتي", "اللائي"};
  return *set;
}

const WordSet& Prepositions() {
  static const auto* set =
      new WordSet{"من",  "عن", "الي",  "علي", "في",  "مع",  "بين",  "لدي",   "عبر", "خلال", "منذ",
                  "حول", "ضد", "امام", "بعد", "قبل", "دون", "تجاه", "لصالح", "ضمن", "نحو"};
  return *set;
}

// "the whole of", "all": nouns, though they are read like pronouns.
bool IsQuantifier(const Token& token) {
  static const auto* set = new WordSet{"كامل", "جميع", "كل",  "معظم", "اغلب", "غالبيه",
                                       "كافه", "ساير", "بعض", "مجمل", "نصف",  "ربع"};
  return set->contains(token.base);
}

const WordSet& Enumerators() {
  static const auto* set = new WordSet{
      "مثل", "كمثل",   "منهم",   "منها",    "بينهم", "بينها", "وهما",    "هما",   "وهم",
      "هم",  "ابرزهم", "ابرزها", "ابرزهما", "امثال", "ومنهم", "ومنها",   "ابرز",  "كل",
      "كلا", "اخرهم",  "اخرها",  "ضمنهم",   "اولهم", "راسهم", "مقدمتهم", "راسها", "مقدمتها"};
  return *set;
}

const WordSet& ClauseOpeners() {
  static const auto* set =
      new WordSet{"حيث", "بينما", "فيما", "لكن", "ولكن", "مما", "اذ",  "كما", "بل",
                  "وهو", "وهي",   "الا",  "غير", "رغم",  "ما",  "حتي", "وذلك"};
  return *set;
}

const WordSet& Negations() {
  static const auto* set = new WordSet{"لم", "لن", "لا", "ليس", "ليست", "ليسوا", "لست", "ما"};
  return *set;
}

const WordSet& Lastings() {
  static const auto* set =
      new WordSet{"زال", "زالت", "زالوا", "يزال", "تزال", "يزالون", "زلنا", "نزال"};
  return *set;
}

absl::string_view WithoutConjunction(const Token& token) {
  constexpr absl::string_view kAnd = "و";
  absl::string_view word = token.surface;
  const bool conjoined = !token.proclitics.empty() && IsSameWord(token.proclitics.front(), kAnd);
  if (conjoined && word.size() > kAnd.size()) word.remove_prefix(kAnd.size());
  return word;
}

// Whether the letter of that number, from 0, bears a damma. Arabic letters and marks take two
// bytes.
bool OpensWithDamma(absl::string_view written, size_t letter) {
  constexpr absl::string_view kDamma = "\u064f";   // ARABIC DAMMA
  constexpr absl::string_view kShadda = "\u0651";  // ARABIC SHADDA
  size_t at = 0;
  for (size_t seen = 0; seen <= letter; ++seen) {
    at += 2;
    while (seen < letter && at + 2 <= written.size() &&
           static_cast<unsigned char>(written[at]) == 0xD9 &&
           static_cast<unsigned char>(written[at + 1]) >= 0x8B &&
           static_cast<unsigned char>(written[at + 1]) <= 0x92) {
      at += 2;
    }
  }
  if (at > written.size()) return false;
  absl::string_view rest = written.substr(at);
  if (absl::StartsWith(rest, kShadda)) rest.remove_prefix(kShadda.size());
  return absl::StartsWith(rest, kDamma);
}

}  // namespace

PhraseIndex::PhraseIndex(const Analysis& analysis)
    : analysis_(analysis),
      mention_at_(analysis.tokens.size(), -1),
      pronoun_at_(analysis.tokens.size(), -1),
      value_at_(analysis.tokens.size(), -1),
      first_person_at_(analysis.tokens.size(), -1),
      marked_passive_(analysis.tokens.size(), Known::kNotAsked),
      sections_(analysis) {
  for (size_t v = 0; v < analysis.values.size(); ++v) {
    const TokenRange range = analysis.values[v].tokens;
    for (int i = range.begin; i < range.end; ++i) value_at_[i] = static_cast<int>(v);
  }
  for (size_t m = 0; m < analysis.mentions.size(); ++m) {
    const Mention& mention = analysis.mentions[m];
    // "مئتا" in a figure is no "ميتا".
    if (IsInFigure(mention.tokens)) continue;
    auto& row = mention.kind != MentionKind::kPronoun ? mention_at_
                : mention.rule == kFirstPersonSubject ? first_person_at_
                                                      : pronoun_at_;
    for (int i = mention.tokens.begin; i < mention.tokens.end; ++i) row[i] = static_cast<int>(m);
  }
  mentions_of_.resize(analysis.entities.size());
  for (size_t m = 0; m < analysis.mentions.size(); ++m) {
    const Mention& mention = analysis.mentions[m];
    if (mention.entity < 0 || mention.kind == MentionKind::kPronoun) continue;
    mentions_of_[mention.entity].push_back(static_cast<int>(m));
  }
  for (size_t e = 0; e < analysis.entities.size(); ++e) {
    const std::string& key = analysis.entities[e].lexicon_key;
    if (!key.empty()) entity_of_key_.emplace(key, static_cast<int>(e));
  }
}

bool PhraseIndex::IsInFigure(TokenRange tokens) const {
  const int value = value_at_[tokens.begin];
  if (value < 0 || analysis_.values[value].kind == ValueKind::kDate) return false;
  const TokenRange figure = analysis_.values[value].tokens;
  return figure.size() > tokens.size() && figure.begin <= tokens.begin && tokens.end <= figure.end;
}

int PhraseIndex::EntityOfKey(const std::string& key) const {
  auto found = entity_of_key_.find(key);
  return found == entity_of_key_.end() ? -1 : found->second;
}

int PhraseIndex::NearestMention(int entity, int token) const {
  const std::vector<int>& mentions = mentions_of_[entity];
  if (mentions.empty()) return -1;
  const int byte = analysis_.tokens[token].range.begin;
  const auto after = std::lower_bound(
      mentions.begin(), mentions.end(), byte,
      [this](int mention, int at) { return analysis_.mentions[mention].range.begin < at; });
  return after == mentions.begin() ? mentions.front() : *(after - 1);
}

int PhraseIndex::TokenOfMention(ByteRange range, int entity) const {
  const auto& mentions = analysis_.mentions;
  auto mention = std::lower_bound(
      mentions.begin(), mentions.end(), range.begin,
      [](const Mention& candidate, int byte) { return candidate.range.begin < byte; });
  for (; mention != mentions.end() && mention->range.begin == range.begin; ++mention) {
    if (mention->range == range && mention->entity == entity) return mention->tokens.begin;
  }
  return -1;
}

int PhraseIndex::TokenAtByte(int byte) const {
  const auto token =
      std::upper_bound(analysis_.tokens.begin(), analysis_.tokens.end(), byte,
                       [](int at, const Token& candidate) { return at < candidate.range.end; });
  return static_cast<int>(token - analysis_.tokens.begin());
}

bool PhraseIndex::MentionStartsAt(int i) const {
  return mention_at_[i] >= 0 && analysis_.mentions[mention_at_[i]].tokens.begin == i;
}

EntityType PhraseIndex::TypeOfMention(int mention) const {
  const int entity = analysis_.mentions[mention].entity;
  return entity < 0 ? EntityType::kUnknown : analysis_.entities[entity].type;
}

TokenRange PhraseIndex::PassageTokens(int i) const {
  const int passage = token(i).passage;
  return passage < 0 ? TokenRange{i, i + 1} : analysis_.passages[passage].tokens;
}

bool PhraseIndex::IsVerb(int i) const {
  return mention_at_[i] < 0 && token(i).part_of_speech == PartOfSpeech::kVerb;
}

bool PhraseIndex::IsAdverb(int i) const {
  return mention_at_[i] < 0 && token(i).part_of_speech == PartOfSpeech::kAdverb;
}

bool PhraseIndex::IsQuoteMark(int i) const {
  if (token(i).shape != TokenShape::kPunctuation) return false;
  static const auto* set =
      new WordSet{"\"", "'", "«", "»", "“", "”", "„", "‟", "‹", "›", "‘", "’", "*"};
  return set->contains(token(i).form) || set->contains(token(i).surface);
}

bool PhraseIndex::IsComma(int i) const { return IsOneOf(token(i).form, {"،", ","}); }

bool PhraseIndex::IsNominal(int i) const {
  if (mention_at_[i] >= 0 || value_at_[i] >= 0) return true;
  switch (token(i).part_of_speech) {
    case PartOfSpeech::kNoun:
    case PartOfSpeech::kAdjective:
    case PartOfSpeech::kProperNoun:
    case PartOfSpeech::kNumber:
    case PartOfSpeech::kUnknown:
      return token(i).shape != TokenShape::kPunctuation;
    case PartOfSpeech::kOther:
      return token(i).shape == TokenShape::kLatin || token(i).shape == TokenShape::kMixed;
    case PartOfSpeech::kPronoun:
      return IsQuantifier(token(i));
    default:
      return false;
  }
}

bool PhraseIndex::IsRelativePronoun(int i) const {
  const absl::string_view word = token(i).surface;
  const absl::string_view bare = WithoutConjunction(token(i));
  return RelativePronouns().contains(bare) ||
         (bare.size() != word.size() && RelativePronouns().contains(word));
}

bool PhraseIndex::IsNegation(int i) const {
  const absl::string_view so = token(i).surface;
  // "so it did not [فلم] leave", which is also how some write "film".
  if (so == "فلم") return i + 1 < size() && IsVerb(i + 1);
  if (so == "فلن" || so == "فلا" || so == "فليس" || so == "فليست") return true;
  if (!Negations().contains(WithoutConjunction(token(i)))) return false;
  // "..., ما يعني": which.
  if (token(i).surface == "ما" && i > 0 && IsComma(i - 1)) return false;
  // "ما زالت", "لا يزال": still.
  const int next = i + 1;
  return next >= size() || !Lastings().contains(token(next).surface);
}

bool PhraseIndex::IsPreposition(int i, absl::string_view folded) const {
  const Token& t = token(i);
  if (t.surface == folded || WithoutConjunction(t) == folded) return true;
  if (t.base == folded && !t.enclitic.empty()) return true;
  // "to lead" is "ل" and a noun that frames may ask for like a preposition: "لقيادة", "بأيدي".
  constexpr size_t kThreeLetters = 6;
  if (t.base == folded && folded.size() >= kThreeLetters && !t.proclitics.empty() &&
      IsOneOf(t.proclitics.back(), {"ل", "ب"})) {
    return true;
  }
  const bool one_letter = folded == "ل" || folded == "ب" || folded == "ك";
  if (one_letter && MentionStartsAt(i)) {
    // The name is known better than its cut: what stands before it in the token is the preposition.
    const int begin = analysis_.mentions[mention_at_[i]].range.begin;
    if (begin > t.range.begin) {
      return absl::EndsWith(analysis_.Quote({t.range.begin, begin}), folded);
    }
    return false;
  }
  return one_letter &&
         std::find(t.proclitics.begin(), t.proclitics.end(), folded) != t.proclitics.end();
}

bool PhraseIndex::IsAnyPreposition(int i) const {
  if (mention_at_[i] >= 0 && !MentionStartsAt(i)) return false;
  // "بأن", "لأن" open a clause.
  if (!token(i).proclitics.empty() && IsSameWord(token(i).base, "ان")) return false;
  if (Prepositions().contains(WithoutConjunction(token(i)))) return true;
  if (!token(i).enclitic.empty() && Prepositions().contains(token(i).base)) return true;
  return IsPreposition(i, "ل") || IsPreposition(i, "ب") || IsPreposition(i, "ك");
}

bool PhraseIndex::IsEnumerator(int i) const {
  if (Enumerators().contains(token(i).surface)) return true;
  // "بما في ذلك", "including": its last word.
  return IsSameWord(token(i).surface, "ذلك") && i >= 2 && token(i - 1).surface == "في" &&
         token(i - 2).surface == "بما";
}

bool PhraseIndex::HasConjunction(int i) const {
  const Token& t = token(i);
  return IsSameWord(t.surface, "و") ||
         (!t.proclitics.empty() && IsSameWord(t.proclitics.front(), "و"));
}

bool PhraseIndex::HasSubordinator(int verb) const {
  const int begin = PassageTokens(verb).begin;
  if (verb - 1 < begin) return false;
  const absl::string_view before = token(verb - 1).surface;
  if (before == "بعدما" || before == "قبلما" || before == "عندما" || before == "حين") return true;
  if (before != "ان" || verb - 2 < begin) return false;
  const absl::string_view second = token(verb - 2).surface;
  return second == "بعد" || second == "قبل" || second == "منذ" || second == "الي";
}

bool PhraseIndex::BearsDamma(int i) const {
  constexpr size_t kLetter = 2;  // bytes
  const absl::string_view word = analysis_.Quote(token(i).range);
  size_t first = 0;
  for (absl::string_view conjunction : {"و", "ف", "س"}) {
    if (absl::StartsWith(word.substr(first), conjunction)) first += kLetter;
  }
  return word.size() > first + kLetter && word.substr(first + kLetter, 2) == "\u064f";  // DAMMA
}

bool PhraseIndex::IsMarkedPassive(int i) const {
  Known& known = marked_passive_[i];
  if (known == Known::kNotAsked) known = ReadsMarkedPassive(i) ? Known::kYes : Known::kNo;
  return known == Known::kYes;
}

bool PhraseIndex::ReadsMarkedPassive(int i) const {
  const absl::string_view written = analysis_.Quote(token(i).range);
  if (FeaturesOf(token(i), written).voice == VerbVoice::kPassive) return true;
  const Token& word = token(i);
  const bool noun = word.part_of_speech == PartOfSpeech::kNoun && mention_at_[i] < 0;
  return noun && !word.definite && word.proclitics.size() < 2 &&
         OpensWithDamma(written, HasConjunction(i) ? 1 : 0);
}

bool PhraseIndex::IsStrongBoundary(int i) const {
  const Token& t = token(i);
  if (mention_at_[i] >= 0) return false;
  if (t.shape == TokenShape::kPunctuation) {
    static const auto* stops =
        new WordSet{".", "..", "...", "…", "؟", "?", "!", "؛", ";", ":", "|"};
    if (stops->contains(t.form)) return true;
    if (!IsComma(i)) return false;
    const int next = i + 1;
    const TokenRange passage = PassageTokens(i);
    if (next >= passage.end) return true;
    if (ClauseOpeners().contains(token(next).surface)) return true;
    return IsVerb(next);
  }
  static const auto* words = new WordSet{"بينما", "فيما", "لكن", "ولكن", "بل", "حيث"};
  return words->contains(t.surface);
}

}  // namespace isnad::extraction
