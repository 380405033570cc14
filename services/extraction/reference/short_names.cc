#include "services/extraction/reference/short_names.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/text/fold.h"

namespace isnad::extraction {
namespace {

constexpr int kShortestName = 3;  // letters
constexpr size_t kLongestAcronym = 8;
constexpr double kMergedConfidence = 0.85;
constexpr double kAddedConfidence = 0.7;
constexpr int kSeveral = -2;  // several entities share the word

std::vector<std::string> WordsOf(absl::string_view folded) {
  return absl::StrSplit(folded, absl::ByAnyChar(" -"), absl::SkipEmpty());
}

bool IsName(const Mention& mention) {
  return mention.kind == MentionKind::kName || mention.kind == MentionKind::kShortName;
}

// Links the names of one text.
class Linker {
 public:
  Linker(const ReferenceLexicon& lexicon, Analysis* analysis)
      : lexicon_(lexicon),
        analysis_(analysis),
        owner_(analysis->entities.size(), -1),
        apart_(analysis->entities.size(), false) {}

  void Run() {
    GatherFullNames();
    MergeFields();
    TakeQuotedSurnames();
    MergeOpenings();
    MergeAcronyms();
    Apply();
    AddUntagged();
    Renumber();
  }

 private:
  const EntityRecord& record(int entity) const { return analysis_->entities[entity]; }
  const Token& token(int i) const { return analysis_->tokens[i]; }

  bool IsGeneric(absl::string_view word) const {
    const absl::string_view noun = WithoutArticle(word);
    return lexicon_.WithNoun(noun) != nullptr || lexicon_.TitlesFrom(noun) != nullptr ||
           !lexicon_.NationalityOf(word).empty();
  }

  std::string KeyOf(EntityType type, absl::string_view words) const {
    return absl::StrCat(static_cast<int>(type), " ", words);
  }

  void AddOpening(const std::string& key, int entity) {
    const auto [place, added] = full_.emplace(key, entity);
    if (!added && place->second != entity) place->second = kSeveral;
  }

  void AddInner(const std::string& key, int entity) {
    const auto [place, added] = inner_.emplace(key, entity);
    if (!added && place->second != entity) place->second = kSeveral;
  }

  // Every proper beginning of a full name (of people: the given name), and the name without the
  // noun of kind that it opens with.
  void GatherFullNames() {
    for (const Mention& mention : analysis_->mentions) {
      if (!IsName(mention) || mention.entity < 0) continue;
      const EntityType type = record(mention.entity).type;
      if (type != EntityType::kOrganization && type != EntityType::kPerson) continue;
      const std::vector<std::string> words = WordsOf(Fold(analysis_->Quote(mention.range)));
      if (words.size() < 2) continue;
      if (type == EntityType::kPerson) {
        AddOpening(KeyOf(type, words.front()), mention.entity);
        continue;
      }
      for (size_t size = 1; size < words.size(); ++size) {
        if (size == 1 && IsGeneric(words.front())) continue;
        AddOpening(KeyOf(type, absl::StrJoin(words.begin(), words.begin() + size, " ")),
                   mention.entity);
      }
      if (IsGeneric(words.front()) && words.size() == 2 && !IsGeneric(words.back())) {
        AddOpening(KeyOf(type, words.back()), mention.entity);
      }
      // "طيران السراة", "صندوق البادية الاستثماري": quoted, the words behind the first do.
      for (size_t size = 2; size <= words.size(); ++size) {
        if (size == 2 && IsGeneric(words[1])) continue;
        AddInner(absl::StrJoin(words.begin() + 1, words.begin() + size, " "), mention.entity);
      }
    }
  }

  // Marks of one shape open and close in turn.
  bool Opens(int mark) const {
    if (token(mark).form != "\"") return token(mark).form == "«" || token(mark).form == "“";
    int before = 0;
    for (int i = mark - 1; i >= 0 && token(i).passage == token(mark).passage; --i) {
      before += token(i).form == "\"" ? 1 : 0;
    }
    return before % 2 == 0;
  }

  // "تملك «سديم» 60 في المئة من «سديم للأبحاث»": nobody who is called by the short name goes on by
  // the full one in the same sentence.
  bool StandsBefore(int house, int full) {
    if (names_of_.empty()) {
      names_of_.resize(analysis_->entities.size());
      for (size_t m = 0; m < analysis_->mentions.size(); ++m) {
        const Mention& mention = analysis_->mentions[m];
        if (IsName(mention) && mention.entity >= 0) {
          names_of_[mention.entity].push_back(static_cast<int>(m));
        }
      }
    }
    const std::vector<int>& places = names_of_[house];
    for (const int m : names_of_[full]) {
      const auto next = std::lower_bound(places.begin(), places.end(), m);
      if (next == places.begin()) continue;
      const int last = analysis_->mentions[*(next - 1)].tokens.end;
      const int first = analysis_->mentions[m].tokens.begin;
      if (token(last - 1).passage != token(first).passage) continue;
      bool same = true;
      for (int i = last; same && i < first; ++i) {
        same = token(i).form != "." && token(i).form != "؟" && token(i).form != "!" &&
               token(i).form != "|" && token(i).form != ":";
      }
      if (same) return true;
    }
    return false;
  }

  // "زين للاتصالات" is the "زين" of the same text that the gazetteers have.
  void MergeFields() {
    absl::flat_hash_map<std::string, int> known;
    for (const Mention& mention : analysis_->mentions) {
      if (!IsName(mention) || mention.entity < 0 || record(mention.entity).lexicon_key.empty() ||
          record(mention.entity).type != EntityType::kOrganization) {
        continue;
      }
      known.emplace(Fold(analysis_->Quote(mention.range)), mention.entity);
    }
    if (known.empty()) return;
    for (const Mention& mention : analysis_->mentions) {
      if (mention.rule != "company-field" || mention.entity < 0 || owner_[mention.entity] >= 0 ||
          !record(mention.entity).lexicon_key.empty()) {
        continue;
      }
      const std::string name = Fold(analysis_->Quote(mention.range));
      const size_t field = name.find(" لل");
      if (field == std::string::npos) continue;
      const auto house = known.find(name.substr(0, field));
      if (house != known.end()) Merge(mention.entity, house->second, "short-form");
    }
  }

  bool IsQuoted(TokenRange words) const {
    if (words.begin == 0 || words.end >= static_cast<int>(analysis_->tokens.size())) return false;
    const std::string& mark = token(words.begin - 1).form;
    const std::string& end = token(words.end).form;
    if (mark == "\"") return end == "\"" && Opens(words.begin - 1);
    return (mark == "«" && end == "»") || (mark == "“" && end == "”");
  }

  // «سوندال» beside "سوندال ثيرابيوتكس": who quotes houses and no people means the house, not
  // whoever founded it.
  void TakeQuotedSurnames() {
    std::vector<std::pair<Mention*, int>> quoted;
    for (Mention& mention : analysis_->mentions) {
      if (mention.entity < 0 || record(mention.entity).type != EntityType::kPerson) continue;
      if (!IsQuoted(mention.tokens)) continue;
      if (mention.tokens.size() > 1) return;
      const auto house =
          full_.find(KeyOf(EntityType::kOrganization, Fold(analysis_->Quote(mention.range))));
      if (house != full_.end() && house->second >= 0) quoted.push_back({&mention, house->second});
    }
    for (const auto& [mention, house] : quoted) {
      mention->entity = house;
      mention->kind = MentionKind::kShortName;
      mention->rule = "quoted-part";
      CountAlias(house, *mention);
    }
  }

  // The entity whose full name a shorter one stands for; kSeveral or -1 when not one.
  int FullOf(const Mention& mention, const std::vector<std::string>& words) const {
    const EntityType type = record(mention.entity).type;
    const std::string name = absl::StrJoin(words, " ");
    const auto full = full_.find(KeyOf(type, name));
    if (full != full_.end()) return full->second;
    // «النيل المتحد» is "بنك النيل المتحد".
    if (type != EntityType::kOrganization || words.size() < 2 || !IsQuoted(mention.tokens)) {
      return -1;
    }
    const auto inner = inner_.find(name);
    return inner == inner_.end() ? -1 : inner->second;
  }

  void MergeOpenings() {
    for (const Mention& mention : analysis_->mentions) {
      if (!IsName(mention) || mention.entity < 0 || owner_[mention.entity] >= 0) continue;
      const EntityRecord& own = record(mention.entity);
      if (!own.lexicon_key.empty()) continue;
      const std::vector<std::string> words = WordsOf(Fold(analysis_->Quote(mention.range)));
      if (words.empty() || (own.type == EntityType::kPerson && words.size() > 1)) continue;
      const int full = FullOf(mention, words);
      if (full < 0 || full == mention.entity || apart_[mention.entity]) continue;
      if (own.type == EntityType::kOrganization && StandsBefore(mention.entity, full)) {
        apart_[mention.entity] = true;
        continue;
      }
      Merge(mention.entity, full, own.type == EntityType::kPerson ? "given-name" : "short-form");
    }
  }

  // "Full Name (FN)".
  void MergeAcronyms() {
    std::vector<Mention>& mentions = analysis_->mentions;
    for (size_t m = 0; m + 1 < mentions.size(); ++m) {
      const Mention& full = mentions[m];
      const Mention& inner = mentions[m + 1];
      if (full.entity < 0 || inner.entity < 0 || full.entity == inner.entity) continue;
      const int open = full.tokens.end;
      const int close = inner.tokens.end;
      if (inner.tokens.begin != open + 1 || inner.tokens.size() != 1 ||
          close >= static_cast<int>(analysis_->tokens.size()) || token(open).form != "(" ||
          token(close).form != ")" || full.tokens.size() < 2) {
        continue;
      }
      if (record(full.entity).type != record(inner.entity).type ||
          record(full.entity).type == EntityType::kPerson) {
        continue;
      }
      const bool full_known = !record(full.entity).lexicon_key.empty();
      const bool inner_known = !record(inner.entity).lexicon_key.empty();
      if (full_known && inner_known) continue;
      if (inner_known) {
        Merge(full.entity, inner.entity, "acronym");
      } else {
        Merge(inner.entity, full.entity, "acronym");
      }
    }
  }

  void Merge(int from, int into, const char* rule) {
    while (owner_[into] >= 0) into = owner_[into];
    if (from == into || owner_[from] >= 0) return;
    owner_[from] = into;
    rules_[from] = rule;
  }

  int Resolved(int entity) const {
    while (owner_[entity] >= 0) entity = owner_[entity];
    return entity;
  }

  void CountAlias(int entity, const Mention& mention) {
    const std::string surface(analysis_->Quote(mention.range));
    std::vector<AliasRecord>& aliases = analysis_->entities[entity].aliases;
    for (AliasRecord& alias : aliases) {
      if (alias.surface == surface) {
        ++alias.count;
        return;
      }
    }
    AliasRecord alias;
    alias.surface = surface;
    alias.folded_key = Fold(surface);
    alias.script = ScriptOf(surface);
    alias.kind = AliasRecord::Kind::kShort;
    alias.count = 1;
    aliases.push_back(std::move(alias));
  }

  void Apply() {
    for (Mention& mention : analysis_->mentions) {
      if (mention.entity < 0 || owner_[mention.entity] < 0) continue;
      mention.rule = rules_[mention.entity];
      mention.entity = Resolved(mention.entity);
      mention.kind = MentionKind::kShortName;
      mention.confidence = std::min(mention.confidence, kMergedConfidence);
      CountAlias(mention.entity, mention);
    }
  }

  bool IsWord(int i) const {
    return token(i).shape == TokenShape::kArabic || token(i).shape == TokenShape::kLatin;
  }

  // A word that no dictionary explains.
  bool IsUnknown(int i) const {
    const PartOfSpeech part = token(i).part_of_speech;
    return part == PartOfSpeech::kUnknown || part == PartOfSpeech::kProperNoun ||
           token(i).shape == TokenShape::kLatin;
  }

  // "وتأسست الرافدين": an article's noun right behind a verb, as houses stand there.
  bool ActsAsHouse(int i) const {
    if (i == 0 || !token(i).definite || token(i).part_of_speech != PartOfSpeech::kNoun)
      return false;
    if (token(i - 1).passage != token(i).passage) return false;
    const bool that = token(i - 1).base == "ان" || token(i - 1).surface == "بان";
    return that || token(i - 1).part_of_speech == PartOfSpeech::kVerb;
  }

  // «السراة», "النيل المتحد": in quotation marks, a part of the name of one house of the text.
  bool AddQuoted(int open, std::vector<int>* taken) {
    constexpr int kLongest = 3;  // words
    const std::string& mark = token(open).form;
    const bool straight = mark == "\"";
    if (!straight && mark != "«" && mark != "“") return false;
    const int size = static_cast<int>(analysis_->tokens.size());
    int close = open + 1;
    while (close < size && close <= open + kLongest && IsWord(close)) ++close;
    if (close == open + 1 || close >= size || token(close).passage != token(open).passage) {
      return false;
    }
    const std::string& end = token(close).form;
    if (straight ? end != "\"" : end != "»" && end != "”") return false;
    if (!Opens(open) || (close == open + 2 && token(open + 1).stop_word)) return false;
    // «النيل المتحد»: a place inside is a part of the name.
    bool places = false, more = false;
    for (int i = open + 1; i < close; ++i) {
      const int inner = (*taken)[i];
      if (inner >= 0 && record(inner).type != EntityType::kLocation) return false;
      places = places || inner >= 0;
      more = more || inner < 0;
    }
    if (!more) return false;
    const ByteRange range = analysis_->BytesOf({open + 1, close});
    const std::string words = absl::StrJoin(WordsOf(Fold(analysis_->Quote(range))), " ");
    if (LetterCount(words) < kShortestName) return false;
    auto full = full_.find(KeyOf(EntityType::kOrganization, words));
    if (full == full_.end()) {
      full = inner_.find(words);
      if (full == inner_.end()) return false;
    }
    if (full->second < 0) return false;
    Mention mention;
    mention.tokens = {open + 1, close};
    mention.range = range;
    mention.kind = MentionKind::kShortName;
    mention.entity = Resolved(full->second);
    mention.confidence = kAddedConfidence;
    mention.rule = "quoted-part";
    CountAlias(mention.entity, mention);
    if (places) replaced_.push_back(mention.tokens);
    for (int i = open + 1; i < close; ++i) (*taken)[i] = mention.entity;
    added_.push_back(std::move(mention));
    return true;
  }

  void AddMention(int i, int stripped_letters, int entity, const char* rule) {
    Mention mention;
    mention.tokens = {i, i + 1};
    mention.range = WithoutLetters(*analysis_, token(i), stripped_letters);
    mention.kind = MentionKind::kShortName;
    mention.entity = entity;
    mention.confidence = kAddedConfidence;
    mention.rule = rule;
    CountAlias(entity, mention);
    added_.push_back(std::move(mention));
  }

  // Words that the names stage left alone, behind the full name.
  void AddUntagged() {
    std::vector<int> taken(analysis_->tokens.size() + 1, -1);
    for (const Mention& mention : analysis_->mentions) {
      for (int i = mention.tokens.begin; i < mention.tokens.end; ++i) taken[i] = mention.entity;
    }
    absl::flat_hash_map<std::string, int> acronyms;
    absl::flat_hash_map<std::string, int> openings;  // that were read already
    absl::flat_hash_map<std::string, int> surnames;  // likewise
    for (int i = 0; i < static_cast<int>(analysis_->tokens.size()); ++i) {
      if (taken[i] >= 0) {
        NoteOpening(i, taken, &openings);
        NoteSurname(i, taken, &surnames);
        continue;
      }
      if (AddQuoted(i, &taken) || !IsWord(i)) continue;
      if (token(i).shape == TokenShape::kLatin && AddAcronym(i, taken, &acronyms)) continue;
      if (AddSurname(i, taken, surnames)) continue;
      if (openings.empty() || token(i).stop_word) continue;
      if (!IsUnknown(i) && !ActsAsHouse(i)) continue;
      if (token(i).shape == TokenShape::kLatin && !StartsUpper(token(i).form)) continue;
      const bool more =
          i + 1 < static_cast<int>(analysis_->tokens.size()) && IsWord(i + 1) &&
          (taken[i + 1] >= 0 || token(i + 1).part_of_speech == PartOfSpeech::kProperNoun);
      if (more) continue;
      for (const BareForm& form : BareForms(token(i).surface)) {
        if (LetterCount(form.text) < kShortestName) continue;
        const auto full = openings.find(form.text);
        if (full == openings.end() || full->second < 0) continue;
        AddMention(i, form.stripped_letters, full->second,
                   record(full->second).type == EntityType::kPerson ? "given-name" : "short-form");
        break;
      }
    }
  }

  // Remembers the first word of a full name that starts at a token.
  void NoteOpening(int i, const std::vector<int>& taken,
                   absl::flat_hash_map<std::string, int>* openings) const {
    const bool first = i == 0 || taken[i - 1] != taken[i];
    if (!first || taken[i + 1] != taken[i] || token(i).stop_word) return;
    for (const EntityType type : {EntityType::kPerson, EntityType::kOrganization}) {
      if (record(taken[i]).type != type || !record(taken[i]).lexicon_key.empty()) continue;
      for (const BareForm& form : BareForms(token(i).surface)) {
        if (LetterCount(form.text) < kShortestName || IsGeneric(form.text)) continue;
        const auto full = full_.find(KeyOf(type, form.text));
        if (full == full_.end() || full->second < 0) continue;
        const auto [place, added] = openings->emplace(form.text, taken[i]);
        if (!added && place->second != taken[i]) place->second = kSeveral;
        break;
      }
    }
  }

  // Remembers the last word of a person's full name that ends at a token.
  void NoteSurname(int i, const std::vector<int>& taken,
                   absl::flat_hash_map<std::string, int>* surnames) const {
    if (record(taken[i]).type != EntityType::kPerson || taken[i + 1] == taken[i]) return;
    if (i == 0 || taken[i - 1] != taken[i] || token(i).shape != TokenShape::kArabic) return;
    const auto [place, added] = surnames->emplace(token(i).surface, taken[i]);
    if (!added && place->second != taken[i]) place->second = kSeveral;
  }

  // A long word that somebody was called by before and that is no form of another one: taggers
  // take foreign names at the opening of a sentence for verbs.
  bool AddSurname(int i, const std::vector<int>& taken,
                  const absl::flat_hash_map<std::string, int>& surnames) {
    constexpr int kShortestSurname = 5;  // letters
    if (surnames.empty() || token(i).shape != TokenShape::kArabic || token(i).stop_word) {
      return false;
    }
    if ((i > 0 && taken[i - 1] >= 0) || taken[i + 1] >= 0) return false;
    const PartOfSpeech part = token(i).part_of_speech;
    const bool name_like = token(i).lemma == token(i).base &&
                           (IsUnknown(i) || (part == PartOfSpeech::kVerb && !token(i).definite));
    if (!name_like) return false;
    for (const BareForm& form : BareForms(token(i).surface)) {
      if (LetterCount(form.text) < kShortestSurname) continue;
      const auto person = surnames.find(form.text);
      if (person == surnames.end() || person->second < 0) continue;
      AddMention(i, form.stripped_letters, person->second, "surname");
      return true;
    }
    return false;
  }

  bool AddAcronym(int i, const std::vector<int>& taken,
                  absl::flat_hash_map<std::string, int>* acronyms) {
    const absl::string_view form = token(i).form;
    const auto known = acronyms->find(form);
    if (known != acronyms->end()) {
      AddMention(i, 0, known->second, "acronym");
      return true;
    }
    const bool parenthesis = i >= 3 && i + 1 < static_cast<int>(analysis_->tokens.size()) &&
                             token(i - 1).form == "(" && token(i + 1).form == ")" &&
                             taken[i - 2] >= 0 && taken[i - 3] == taken[i - 2];
    if (!parenthesis || form.size() < 2 || form.size() > kLongestAcronym || !IsAllUpper(form) ||
        record(taken[i - 2]).type != EntityType::kOrganization) {
      return false;
    }
    (*acronyms)[form] = taken[i - 2];
    AddMention(i, 0, taken[i - 2], "acronym");
    return true;
  }

  // Puts new mentions in place and drops entities without mentions.
  void Renumber() {
    std::vector<Mention>& mentions = analysis_->mentions;
    mentions.erase(std::remove_if(mentions.begin(), mentions.end(),
                                  [&](const Mention& mention) {
                                    return std::any_of(replaced_.begin(), replaced_.end(),
                                                       [&](TokenRange name) {
                                                         return name.contains(mention.tokens);
                                                       });
                                  }),
                   mentions.end());
    mentions.insert(mentions.end(), added_.begin(), added_.end());
    std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
      return a.range.begin < b.range.begin;
    });
    std::vector<int> position(analysis_->entities.size(), -1);
    std::vector<EntityRecord> kept;
    for (Mention& mention : mentions) {
      if (mention.entity < 0) continue;
      int& place = position[mention.entity];
      if (place < 0) {
        place = static_cast<int>(kept.size());
        kept.push_back(analysis_->entities[mention.entity]);
      }
      mention.entity = place;
    }
    analysis_->entities = std::move(kept);
  }

  const ReferenceLexicon& lexicon_;
  Analysis* analysis_;
  std::vector<int> owner_;                  // entity that takes an entity over, or -1
  std::vector<std::vector<int>> names_of_;  // of each entity its mentions by name, in text order
  std::vector<bool> apart_;                 // entities that are not what their longer names are
  absl::flat_hash_map<int, const char*> rules_;
  absl::flat_hash_map<std::string, int> full_;   // type and opening -> entity, or kSeveral
  absl::flat_hash_map<std::string, int> inner_;  // words of houses behind the first, likewise
  std::vector<Mention> added_;
  std::vector<TokenRange> replaced_;  // whose mentions give way to those added
};

}  // namespace

void LinkShortNames(const ReferenceLexicon& lexicon, Analysis* analysis) {
  if (!analysis->entities.empty()) Linker(lexicon, analysis).Run();
}

}  // namespace isnad::extraction
