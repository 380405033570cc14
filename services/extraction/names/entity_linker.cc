#include "services/extraction/names/entity_linker.h"

#include <algorithm>
#include <map>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

constexpr int kShortestSurname = 3;  // letters
constexpr size_t kMaxLexiconAliases = 40;

// A name is compared with this many of its text at most, the latest first, and with none once the
// text has more names than a book. Articles have fewer alike; a text of megabytes that is all names
// would take time in their square, or minutes.
constexpr int kMostCompared = 16;
constexpr size_t kMostNames = 10'000;

// Names of things that no lexicon knows: within a script nearly the same letters, across scripts a
// fair rendering, and long enough to be no accident.
constexpr double kMostDistanceWithin = 0.20;
constexpr double kMostDistanceAcross = 0.30;
constexpr double kLeastEvidenceOfThings = 6.5;
// A second entity this near makes the first one doubtful.
constexpr double kClearDistance = 0.10;

// A word is taken for a surname in other letters when it is near, or long and not far.
constexpr int kShortestAlikeSurname = 4;  // letters
constexpr double kNearSurname = 0.22;
constexpr double kLeastEvidenceOfSurname = 7.5;
constexpr double kFarSurname = 0.45;
constexpr double kEvidenceOfFarSurname = 11;

std::vector<std::string> SplitName(absl::string_view folded) {
  return absl::StrSplit(folded, absl::ByAnyChar(" -"), absl::SkipEmpty());
}

bool InOneScript(const matching::MatchableName& a, const matching::MatchableName& b) {
  return !a.words.empty() && !b.words.empty() &&
         a.words[0].spelled.spelling.script == b.words[0].spelled.spelling.script;
}

bool IsSameThing(const matching::NameMatch& match, bool within_script) {
  return matching::NameMatcher::IsSame(match, matching::Setting::kText) && match.words_agree &&
         match.evidence >= kLeastEvidenceOfThings &&
         match.distance <= (within_script ? kMostDistanceWithin : kMostDistanceAcross);
}

// "الجوهرة أف أم": a radio by its name.
bool IsOnAir(absl::string_view folded) {
  return absl::EndsWith(folded, " اف ام") || absl::EndsWith(folded, " fm") ||
         absl::StartsWith(folded, "راديو ") || absl::StartsWith(folded, "اذاعه ");
}

bool IsSameSurname(const matching::NameMatch& match) {
  if (!matching::NameMatcher::IsSame(match, matching::Setting::kText)) return false;
  return (match.distance <= kNearSurname && match.evidence >= kLeastEvidenceOfSurname) ||
         (match.distance <= kFarSurname && match.evidence >= kEvidenceOfFarSurname);
}

}  // namespace

EntityLinker::EntityLinker(const NameLexicon* lexicon, Analysis* analysis)
    : lexicon_(*lexicon), analysis_(analysis) {}

std::vector<std::string> EntityLinker::WordsOf(const NameSpan& span) const {
  return SplitName(Fold(WithArticle(span)));
}

// One spelling has one type in a text: the one with the most confidence behind it.
void EntityLinker::SettleTypes(std::vector<NameSpan>* spans) const {
  std::map<std::string, std::map<EntityType, double>> votes;
  for (const NameSpan& span : *spans) {
    votes[MatchKey(Fold(analysis_->Quote(span.range)))][span.type] +=
        span.entry >= 0 ? 10 : span.confidence;
  }
  for (NameSpan& span : *spans) {
    if (span.entry >= 0) continue;
    const auto& types = votes[MatchKey(Fold(analysis_->Quote(span.range)))];
    const auto best =
        std::max_element(types.begin(), types.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (best->first != span.type) {
      span.type = best->first;
      span.entity_class.clear();
    }
  }
}

// '"X" (Example Semiconductor)': what the name in other letters says for sure of itself, X is, too.
void EntityLinker::TypeByTranslation(std::vector<NameSpan>* spans) const {
  for (size_t i = 0; i + 1 < spans->size(); ++i) {
    const NameSpan translation = (*spans)[i + 1];
    const NameSpan name = (*spans)[i];
    const bool quoted = IsOneOf(analysis_->tokens[name.tokens.end].form, {"»", "”", "\""});
    const bool sure = translation.type == EntityType::kOrganization &&
                      !translation.entity_class.empty() && translation.entry < 0;
    if (name.entry >= 0 || name.type == translation.type || !sure || !quoted) continue;
    if (!InParentheses(translation, name.tokens, name.range)) continue;
    const std::string key = MatchKey(Fold(analysis_->Quote(name.range)));
    for (NameSpan& span : *spans) {
      if (span.entry >= 0 || MatchKey(Fold(analysis_->Quote(span.range))) != key) continue;
      span.type = translation.type;
      span.entity_class = translation.entity_class;
    }
  }
}

void EntityLinker::CountAlias(int entity, absl::string_view surface, MentionKind kind) {
  EntityRecord& record = analysis_->entities[entity];
  const int next = static_cast<int>(record.aliases.size());
  const auto [place, fresh] = alias_places_.try_emplace({entity, std::string(surface)}, next);
  if (!fresh) {
    ++record.aliases[place->second].count;
    return;
  }
  AliasRecord alias;
  alias.surface = std::string(surface);
  alias.folded_key = Fold(surface);
  alias.script = ScriptOf(surface);
  alias.kind =
      kind == MentionKind::kShortName ? AliasRecord::Kind::kShort : AliasRecord::Kind::kVariant;
  alias.count = 1;
  std::string& label = alias.script == "Arab" ? record.label_ar : record.label_en;
  if (label.empty() && kind == MentionKind::kName) {
    label = alias.surface;
    alias.kind = AliasRecord::Kind::kCanonical;
  }
  record.aliases.push_back(alias);
}

// "الاتحاد العام" in "للاتحاد العام": what stands behind a preposition that took the article's
// first letter.
std::string EntityLinker::WithArticle(const NameSpan& span) const {
  const absl::string_view quote = analysis_->Quote(span.range);
  const Token& first = analysis_->tokens[span.tokens.begin];
  constexpr absl::string_view kLetter = "ل";
  if (span.entry >= 0 || span.tokens.size() < 2 || first.range.begin == span.range.begin) {
    return std::string(quote);
  }
  const absl::string_view word = analysis_->Quote(first.range);
  const size_t cut = span.range.begin - first.range.begin;
  const absl::string_view before = word.substr(0, cut);
  if (!absl::StartsWith(analysis_->tokens[span.tokens.begin + 1].surface, "ال")) {
    return std::string(quote);
  }
  // "بالديوان الوطني".
  if (absl::EndsWith(before, "ال")) return absl::StrCat("ال", quote);
  const bool contracted = absl::StrContains(word, "لل") && absl::EndsWith(before, kLetter);
  if (!contracted) return std::string(quote);
  const bool doubled = absl::EndsWith(before, "لل");
  return absl::StrCat("ال", doubled ? quote : absl::StripPrefix(quote, kLetter));
}

// "هسو تشيا لينغ": three short words of which none is a given name that is known here, as Chinese
// and Korean names have it; the first is the surname.
bool EntityLinker::OpensWithSurname(const std::vector<std::string>& words) const {
  constexpr size_t kWords = 3;
  constexpr int kLongestSyllable = 5;  // letters
  if (words.size() != kWords || LetterCount(words.front()) < kShortestSurname) return false;
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return LetterCount(word) <= kLongestSyllable && !lexicon_.IsGivenName(word) &&
           !absl::StartsWith(word, "ال");
  });
}

int EntityLinker::AddEntity(const NameSpan& span) {
  const int entity = static_cast<int>(analysis_->entities.size());
  EntityRecord record;
  record.type = span.type;
  record.entity_class = span.type == EntityType::kPerson ? "" : span.entity_class;
  record.parent_key = span.parent_key;
  if (record.entity_class.empty() && span.type == EntityType::kOrganization &&
      IsOnAir(Fold(analysis_->Quote(span.range)))) {
    record.entity_class = "BROADCASTER";
  }
  if (span.entry >= 0) {
    const LexiconEntry& entry = lexicon_.entries()[span.entry];
    record.lexicon_key = entry.key;
    record.entity_class = entry.entity_class;
    record.label_ar = entry.ar;
    record.label_en = entry.en;
    record.parent_key = entry.parent;
    if (!entry.wikidata.empty()) record.external_ids["wikidata"] = entry.wikidata;
    for (const LexiconAlias& alias : entry.aliases) {
      if (record.aliases.size() >= kMaxLexiconAliases) break;
      alias_places_.try_emplace({entity, alias.surface}, static_cast<int>(record.aliases.size()));
      record.aliases.push_back(
          {alias.surface, alias.folded, ScriptOf(alias.surface), alias.kind, 0});
    }
  }
  analysis_->entities.push_back(std::move(record));
  has_full_name_.push_back(false);
  return entity;
}

void EntityLinker::AddMention(const NameSpan& span, int entity) {
  Mention mention;
  mention.range = span.range;
  mention.tokens = span.tokens;
  mention.kind = span.kind;
  mention.entity = entity;
  mention.confidence = span.confidence;
  mention.rule = span.rule;
  analysis_->mentions.push_back(mention);
  const absl::string_view quote = analysis_->Quote(span.range);
  CountAlias(entity, WithArticle(span), span.kind);
  const std::vector<std::string> words = SplitName(Fold(quote));
  if (span.kind == MentionKind::kName) IndexName(quote, words, span, entity);
  if (span.type == EntityType::kPerson && words.size() >= 2) {
    has_full_name_[entity] = true;
    owners_by_surname_[words.back()].push_back({span.tokens.begin, entity});
    if (OpensWithSurname(words)) {
      owners_by_surname_[words.front()].push_back({span.tokens.begin, entity});
    }
  }
}

const SpelledName& EntityLinker::Spelled(absl::string_view quote,
                                         const std::vector<std::string>& words, EntityType type) {
  const auto [found, fresh] =
      spelled_here_.try_emplace(absl::StrCat(static_cast<int>(type), quote), nullptr);
  if (fresh) found->second = &lexicon_.spelled().Of(quote, words, type, false, &own_spelled_);
  return *found->second;
}

// Makes a name findable in other spellings; of people the full name and its last word.
void EntityLinker::IndexName(absl::string_view quote, const std::vector<std::string>& words,
                             const NameSpan& span, int entity) {
  const bool person = span.type == EntityType::kPerson;
  if (person && words.size() < 2) return;
  if (!indexed_.emplace(quote).second) return;
  const SpelledName& spelled =
      span.entry >= 0 ? lexicon_.spelled().Of(quote, words, span.type, true, &own_spelled_)
                      : Spelled(quote, words, span.type);
  const int name = static_cast<int>(known_names_.size());
  known_names_.push_back({entity, &spelled.keyed.name});
  for (const auto* keys : {&spelled.keyed.whole_keys, &spelled.keyed.word_keys}) {
    for (const std::string& key : *keys) names_by_key_[key].push_back(name);
  }
  if (!person) return;
  const int surname = static_cast<int>(surnames_.size());
  surnames_.push_back({entity, &spelled.surname});
  for (const std::string& key : spelled.surname_keys) surnames_by_key_[key].push_back(surname);
}

// The entity of this text that has the name in another spelling, unless two do.
int EntityLinker::FindAlike(const NameSpan& span) {
  const bool person = span.type == EntityType::kPerson;
  const std::vector<std::string> words = WordsOf(span);
  if (known_names_.empty() || known_names_.size() > kMostNames) return -1;
  if (person && words.size() < 2) return -1;
  const matching::KeyedName& sought = Spelled(analysis_->Quote(span.range), words, span.type).keyed;
  std::map<int, double> distances;  // by entity
  absl::flat_hash_set<int> compared;
  int left = kMostCompared;
  for (const auto* keys : {&sought.whole_keys, &sought.last_word_keys}) {
    for (const std::string& key : *keys) {
      const auto found = names_by_key_.find(key);
      if (found == names_by_key_.end()) continue;
      const std::vector<int>& names = found->second;
      for (auto name = names.rbegin(); name != names.rend() && left > 0; ++name, --left) {
        const KnownName& known = known_names_[*name];
        if (analysis_->entities[known.entity].type != span.type) continue;
        if (!compared.insert(*name).second) continue;
        const matching::NameMatch match =
            matcher_.Compare(sought.name, *known.name, NameKindOf(span.type));
        const bool same = person ? matching::NameMatcher::IsSame(match, matching::Setting::kText)
                                 : IsSameThing(match, InOneScript(sought.name, *known.name));
        if (!same) continue;
        const auto [entry, inserted] = distances.emplace(known.entity, match.distance);
        if (!inserted) entry->second = std::min(entry->second, match.distance);
      }
    }
  }
  int best = -1;
  for (const auto& entry : distances) {
    if (best < 0 || entry.second < distances[best]) best = entry.first;
  }
  for (const auto& entry : distances) {
    if (entry.first != best && entry.second < distances[best] + kClearDistance) return -1;
  }
  return best;
}

bool EntityLinker::InParenthesesAfter(const NameSpan& span, const Mention& before) const {
  return InParentheses(span, before.tokens, before.range);
}

bool EntityLinker::InParentheses(const NameSpan& span, TokenRange name, ByteRange words) const {
  // '"X" (Y)'.
  int open = name.end;
  const int begin = span.tokens.begin;
  if (open < begin && IsOneOf(analysis_->tokens[open].form, {"»", "”", "\""})) ++open;
  return begin == open + 1 && analysis_->tokens[open].form == "(" &&
         ScriptOf(analysis_->Quote(span.range)) != ScriptOf(analysis_->Quote(words));
}

int EntityLinker::EntityFor(const NameSpan& span, int previous) {
  if (span.entry >= 0) {
    const auto known = by_entry_.find(span.entry);
    if (known != by_entry_.end()) return known->second;
    return by_entry_[span.entry] = AddEntity(span);
  }
  const std::string quote = WithArticle(span);
  const std::string key = absl::StrCat(static_cast<int>(span.type), " ", MatchKey(Fold(quote)));
  const auto known = by_key_.find(key);
  if (known != by_key_.end()) return known->second;
  int entity = -1;
  if (previous >= 0 && InParenthesesAfter(span, analysis_->mentions[previous])) {
    entity = analysis_->mentions[previous].entity;
  }
  if (entity < 0) {
    const std::vector<int> listed = lexicon_.FindLike(
        quote, span.type,
        [&]() -> const SpelledName& { return Spelled(quote, WordsOf(span), span.type); });
    if (listed.size() == 1) {
      NameSpan known_span = span;
      known_span.entry = listed[0];
      entity = EntityFor(known_span, -1);
    } else {
      entity = FindAlike(span);
    }
  }
  if (entity < 0) entity = AddEntity(span);
  by_key_[key] = entity;
  return entity;
}

// The entity whose full name in this text ends with this word; else with a word that is this one in
// other letters.
int EntityLinker::SurnameOwner(absl::string_view folded, int token) const {
  const int exact = ExactSurnameOwner(folded, token);
  if (exact >= 0) return exact;
  return LetterCount(folded) >= kShortestAlikeSurname ? SurnameAlike(folded) : -1;
}

// Of several people with the surname the one whose full name stood last before the token; before
// all of them the first: fathers and brothers come in late.
int EntityLinker::ExactSurnameOwner(absl::string_view folded, int token) const {
  const auto found = owners_by_surname_.find(folded);
  if (found == owners_by_surname_.end()) return -1;
  int owner = found->second.front().entity;
  for (const FullName& name : found->second) {
    if (name.token > token) break;
    owner = name.entity;
  }
  return owner;
}

int EntityLinker::SurnameAlike(absl::string_view folded) const {
  if (surnames_.empty()) return -1;
  int owner = -1;
  matching::MatchableName sought;
  absl::flat_hash_set<int> compared;
  int left = kMostCompared;
  for (const std::string& key : matching::NameMatcher::Keys(folded)) {
    const auto found = surnames_by_key_.find(key);
    if (found == surnames_by_key_.end()) continue;
    if (sought.empty()) sought = matcher_.Prepare(folded);
    const std::vector<int>& surnames = found->second;
    for (auto surname = surnames.rbegin(); surname != surnames.rend() && left > 0;
         ++surname, --left) {
      const KnownName& known = surnames_[*surname];
      if (known.entity == owner || !compared.insert(*surname).second) continue;
      if (!IsSameSurname(matcher_.Compare(sought, *known.name, matching::NameKind::kOther))) {
        continue;
      }
      if (owner >= 0) return -1;  // two people have it
      owner = known.entity;
    }
  }
  return owner;
}

void EntityLinker::AddSurnames(const TokenMask& mask) {
  if (owners_by_surname_.empty()) return;
  absl::flat_hash_map<std::string, int> owners;  // words looked up already
  for (int i = 0; i < static_cast<int>(analysis_->tokens.size()); ++i) {
    const Token& token = analysis_->tokens[i];
    const bool word = token.shape == TokenShape::kArabic || token.shape == TokenShape::kLatin;
    if (!word || mask.taken(i)) continue;
    const bool listed = token.listed && token.part_of_speech != PartOfSpeech::kProperNoun;
    for (const BareForm& form : BareForms(token.surface)) {
      const bool article = form.stripped_letters >= 2 && absl::StartsWith(token.surface, "ال");
      if (article || LetterCount(form.text) < kShortestSurname) continue;
      // A dictionary word counts only when it is the surname to the letter.
      if (listed && (token.part_of_speech == PartOfSpeech::kVerb || form.stripped_letters > 0)) {
        continue;
      }
      const int exact = ExactSurnameOwner(form.text, i);
      if ((listed && exact < 0) || lexicon_.IsNotAName(form.text)) continue;
      int owner = exact;
      if (owner < 0) {
        const auto [seen, fresh] = owners.try_emplace(form.text, -1);
        if (fresh) seen->second = SurnameOwner(form.text, i);
        owner = seen->second;
      }
      if (owner < 0) continue;
      NameSpan span;
      span.tokens = {i, i + 1};
      span.range = WithoutLetters(*analysis_, token, form.stripped_letters);
      span.type = EntityType::kPerson;
      span.kind = MentionKind::kShortName;
      span.confidence = exact >= 0 ? 0.85 : 0.7;
      span.rule = "surname";
      AddMention(span, owner);
      break;
    }
  }
}

// A speaker known by surname only is the person with that surname whose full name stands elsewhere.
void EntityLinker::MergeLoneSurnames() {
  for (Mention& mention : analysis_->mentions) {
    EntityRecord& record = analysis_->entities[mention.entity];
    if (record.type != EntityType::kPerson || has_full_name_[mention.entity]) continue;
    if (mention.tokens.size() != 1 || mention.rule == "gazetteer") continue;
    const Token& token = analysis_->tokens[mention.tokens.begin];
    const std::string folded = Fold(analysis_->Quote(mention.range));
    int owner = SurnameOwner(folded, mention.tokens.begin);
    // "فساندلر": what was taken for the name's first letter is a conjunction.
    for (const BareForm& form : BareForms(folded)) {
      if (owner >= 0) break;
      if (form.stripped_letters != 1 || LetterCount(form.text) < kShortestAlikeSurname) continue;
      if (mention.range.begin != token.range.begin) break;
      owner = ExactSurnameOwner(form.text, mention.tokens.begin);
      if (owner >= 0) mention.range = WithoutLetters(*analysis_, token, 1);
    }
    if (owner < 0 || owner == mention.entity) continue;
    mention.entity = owner;
    mention.kind = MentionKind::kShortName;
    mention.rule = "surname";
    CountAlias(owner, analysis_->Quote(mention.range), MentionKind::kShortName);
  }
}

void EntityLinker::Link(std::vector<NameSpan> spans) {
  analysis_->mentions.clear();
  analysis_->entities.clear();
  SettleTypes(&spans);
  TypeByTranslation(&spans);
  // "X (Known Name)": X is that known name.
  for (size_t i = 0; i + 1 < spans.size(); ++i) {
    const bool parenthesis = spans[i + 1].tokens.begin == spans[i].tokens.end + 1 &&
                             analysis_->tokens[spans[i].tokens.end].form == "(";
    if (parenthesis && spans[i].entry < 0 && spans[i + 1].entry >= 0 &&
        spans[i].type == spans[i + 1].type) {
      spans[i].entry = spans[i + 1].entry;
    }
  }
  TokenMask mask(analysis_->tokens.size());
  for (const NameSpan& span : spans) {
    mask.Take(span.tokens);
    const int previous = static_cast<int>(analysis_->mentions.size()) - 1;
    AddMention(span, EntityFor(span, previous));
  }
  AddSurnames(mask);
  MergeLoneSurnames();
  std::stable_sort(
      analysis_->mentions.begin(), analysis_->mentions.end(),
      [](const Mention& a, const Mention& b) { return a.range.begin < b.range.begin; });
  // Entities that lost all their mentions go.
  std::vector<int> position(analysis_->entities.size(), -1);
  std::vector<EntityRecord> kept;
  for (Mention& mention : analysis_->mentions) {
    int& place = position[mention.entity];
    if (place < 0) {
      place = static_cast<int>(kept.size());
      kept.push_back(std::move(analysis_->entities[mention.entity]));
    }
    mention.entity = place;
  }
  analysis_->entities = std::move(kept);
}

}  // namespace isnad::extraction
