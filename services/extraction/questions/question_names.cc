#include "services/extraction/questions/question_names.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "services/extraction/questions/known_words.h"
#include "services/extraction/questions/word_keys.h"
#include "services/extraction/text/fold.h"

namespace isnad::extraction {
namespace {

bool IsAdjectiveOfCountry(absl::string_view word) {
  if (word == "french" || word == "dutch" || word == "swiss" || word == "greek" ||
      word == "czech" || word == "arab" || word == "gulf" || word == "thai") {
    return true;
  }
  for (const absl::string_view ending : {"ish", "ian", "ean", "ese", "can", "i", "an"}) {
    if (absl::EndsWith(word, ending)) return true;
  }
  return false;
}

// "The Arabic version": a language names nobody.
bool IsLanguage(absl::string_view word) {
  for (const absl::string_view language :
       {"arabic",   "english",  "french",  "german",  "spanish", "italian", "chinese",
        "mandarin", "japanese", "korean",  "russian", "turkish", "persian", "farsi",
        "hebrew",   "hindi",    "urdu",    "kurdish", "amazigh", "darija",  "portuguese",
        "islamic",  "nordic",   "western", "eastern"}) {
    if (word == language) return true;
  }
  return false;
}

// "A Frenchman", "North African firms": where somebody is from, and no name.
bool IsOfPeople(absl::string_view text) {
  static const auto* people = new std::set<absl::string_view>{
      "frenchman",  "frenchwoman", "englishman", "englishwoman", "irishman", "irishwoman",
      "dutchman",   "dutchwoman",  "welshman",   "scotsman",     "briton",   "frenchmen",
      "northerner", "southerner",  "westerner",  "londoner",     "parisian"};
  if (people->count(text) > 0) return true;
  static const auto* regions = new std::set<absl::string_view>{
      "north",    "south",    "east",    "west",    "central",   "middle",     "latin",
      "northern", "southern", "eastern", "western", "southeast", "sub-saharan"};
  const std::vector<absl::string_view> words = absl::StrSplit(text, ' ');
  return words.size() == 2 && regions->count(words[0]) > 0 &&
         (IsAdjectiveOfCountry(words[1]) || absl::EndsWith(words[1], "ern"));
}

class Refiner {
 public:
  Refiner(Analysis analysis, const BilingualIndex& bilingual, const NameRenderer& renderer)
      : analysis_(std::move(analysis)), bilingual_(bilingual), renderer_(renderer) {}

  Analysis Refine() {
    NameUnknownWords();
    DropFunctionWords();
    DropCommonWords();
    CutLeadingTitles();
    CutTrailingFigures();
    SplitAtOf();
    JoinNeighbours();
    for (EntityRecord& entity : analysis_.entities) AddSpellings(&entity);
    return std::move(analysis_);
  }

 private:
  bool IsName(const Mention& mention) const {
    return mention.entity >= 0 && mention.kind != MentionKind::kPronoun &&
           mention.kind != MentionKind::kDescription && !mention.tokens.empty();
  }

  bool IsUnknown(const Mention& mention) const {
    return analysis_.entities[mention.entity].lexicon_key.empty();
  }

  std::string TextOf(const Mention& mention) const {
    return absl::AsciiStrToLower(analysis_.Quote(mention.range));
  }

  bool IsCapital(const Mention& mention) const {
    const absl::string_view text = analysis_.Quote(mention.range);
    return std::any_of(text.begin(), text.end(), [](char c) {
      return !absl::ascii_islower(static_cast<unsigned char>(c)) && c != ' ';
    });
  }

  // Where the question has no capital letter inside, words that no lexicon has are names: "what is
  // qisma worth".
  void NameUnknownWords() {
    const auto& tokens = analysis_.tokens;
    const int size = static_cast<int>(tokens.size());
    for (int t = 1; t < size; ++t) {
      const absl::string_view text = analysis_.Quote(analysis_.BytesOf({t, t + 1}));
      if (!text.empty() && absl::ascii_isupper(static_cast<unsigned char>(text[0]))) return;
    }
    std::vector<Mention> named;
    for (int t = 0; t < size; ++t) {
      const int end = EndOfUnknown(t);
      if (end == t) continue;
      if (Mention* surname = SurnameAt(end)) {
        Name({t, surname->tokens.end}, EntityType::kPerson, surname);
        t = surname->tokens.end - 1;
        continue;
      }
      Mention mention;
      mention.kind = MentionKind::kName;
      Name({t, end}, EntityType::kUnknown, &mention);
      named.push_back(std::move(mention));
      t = end - 1;
    }
    for (Mention& mention : named) analysis_.mentions.push_back(std::move(mention));
    std::stable_sort(
        analysis_.mentions.begin(), analysis_.mentions.end(),
        [](const Mention& a, const Mention& b) { return a.tokens.begin < b.tokens.begin; });
  }

  // The end of the unknown words from `token` on, with what joins them ("yassine ben romdhane") and
  // the word behind them for what kind of house it is ("qisma bank").
  int EndOfUnknown(int token) const {
    static const auto* joining = new std::set<absl::string_view>{
        "al", "el", "ben", "bin", "ibn", "abu", "abd", "de", "van", "von", "della", "di"};
    static const auto* kinds = new std::set<absl::string_view>{
        "air",       "airlines", "airways", "bank",    "capital",      "cloud",    "club",
        "energy",    "fund",     "games",   "group",   "holding",      "holdings", "industries",
        "insurance", "lab",      "labs",    "media",   "motors",       "partners", "pharma",
        "robotics",  "studio",   "studios", "systems", "technologies", "telecom",  "ventures"};
    const int size = static_cast<int>(analysis_.tokens.size());
    const auto is_one_of = [&](int at, const std::set<absl::string_view>& words) {
      return at < size && words.count(analysis_.tokens[at].surface) > 0;
    };
    int end = token;
    while (end < size && IsUnknownWord(end)) {
      ++end;
      if (is_one_of(end, *joining) && end + 1 < size && IsUnknownWord(end + 1)) ++end;
    }
    return end > token && is_one_of(end, *kinds) && !IsNamed(end) ? end + 1 : end;
  }

  bool IsNamed(int token) const {
    return std::any_of(analysis_.mentions.begin(), analysis_.mentions.end(),
                       [&](const Mention& mention) { return mention.tokens.contains(token); });
  }

  // The single word at `token` that somebody known bears as a surname; null where there is none.
  Mention* SurnameAt(int token) {
    for (Mention& mention : analysis_.mentions) {
      if (IsName(mention) && mention.tokens.begin == token && mention.tokens.size() == 1 &&
          analysis_.entities[mention.entity].type == EntityType::kPerson) {
        return &mention;
      }
    }
    return nullptr;
  }

  bool IsUnknownWord(int token) const {
    constexpr std::size_t kShortest = 4;
    const std::string word = std::string(analysis_.Quote(analysis_.BytesOf({token, token + 1})));
    // "al-kilani".
    const bool article = absl::StartsWith(word, "al-") || absl::StartsWith(word, "el-");
    const bool plain = std::all_of(word.begin() + (article ? 3 : 0), word.end(), [](char c) {
      return absl::ascii_islower(static_cast<unsigned char>(c));
    });
    if (word.size() < kShortest || !plain) return false;
    // Comparatives and adverbs of words that it knows.
    if (absl::EndsWith(word, "est") || absl::EndsWith(word, "ly")) return false;
    if (IsNamed(token)) return false;
    return !IsKnownEnglish(word, bilingual_);
  }

  // "The Omani-Chinese factory": two countries, of which each describes it.
  bool JoinsCountries(absl::string_view text) const {
    const std::vector<std::string> parts = absl::StrSplit(text, '-');
    return parts.size() > 1 &&
           std::all_of(parts.begin(), parts.end(), [&](const std::string& part) {
             return IsAdjectiveOfCountry(part) && bilingual_.Knows(part);
           });
  }

  // Who writes names with capitals means the common word by "strategy".
  void DropCommonWords() {
    auto& mentions = analysis_.mentions;
    const bool capitals =
        std::any_of(mentions.begin(), mentions.end(),
                    [&](const Mention& mention) { return IsName(mention) && IsCapital(mention); });
    mentions.erase(
        std::remove_if(mentions.begin(), mentions.end(),
                       [&](const Mention& mention) {
                         if (!IsName(mention)) return false;
                         const std::string text = TextOf(mention);
                         if (text == "mw" || text == "gw" || text == "ipo") return true;
                         if (IsUnknown(mention) &&
                             (IsLanguage(text) || IsOfPeople(text) || JoinsCountries(text))) {
                           return true;
                         }
                         if (IsCommonInSmallLetters(mention, text)) return true;
                         if (!bilingual_.Knows(text)) return false;
                         if (DescribesByCountry(mention, text)) return true;
                         if (capitals && !IsCapital(mention)) return true;
                         return IsUnknown(mention) && IsAdjectiveOfCountry(text);
                       }),
        mentions.end());
  }

  // "Its models", "the figure": who writes no capitals means the word by what a name is only
  // written like but for a blank, and by what a word before it makes a common noun.
  bool IsCommonInSmallLetters(const Mention& mention, const std::string& text) const {
    static const auto* before = new std::set<absl::string_view>{
        "the", "a", "an", "its", "their", "his", "her", "own", "this", "that", "any", "each"};
    const int begin = mention.tokens.begin;
    if (IsCapital(mention) || mention.tokens.size() != 1 || IsUnknown(mention)) return false;
    const std::vector<std::string> keys = EnglishKeys(text);
    const bool word = std::any_of(keys.begin(), keys.end(),
                                  [&](const std::string& key) { return bilingual_.Has(key); });
    if (!word) return false;
    const std::string label = Fold(analysis_.entities[mention.entity].label_en);
    const bool joined =
        absl::StrContains(label, ' ') && absl::StrReplaceAll(label, {{" ", ""}}) == text;
    return joined || (begin > 0 && before->count(analysis_.tokens[begin - 1].surface) > 0);
  }

  // "The Kuwaiti group": written like a surname.
  bool DescribesByCountry(const Mention& mention, absl::string_view text) const {
    const int begin = mention.tokens.begin;
    const auto& tokens = analysis_.tokens;
    if (begin == 0 || mention.tokens.end >= static_cast<int>(tokens.size())) return false;
    const absl::string_view next =
        analysis_.Quote(analysis_.BytesOf({mention.tokens.end, mention.tokens.end + 1}));
    return (tokens[begin - 1].surface == "the" || tokens[begin - 1].surface == "a") &&
           !next.empty() && absl::ascii_islower(static_cast<unsigned char>(next[0])) &&
           IsAdjectiveOfCountry(text) &&
           analysis_.entities[mention.entity].type == EntityType::kPerson;
  }

  // "Which house did she go to": a verb with its preposition in small letters.
  static bool IsVerbPhrase(absl::string_view text) {
    static const auto* verbs = new std::set<absl::string_view>{
        "go", "come", "move", "get", "turn", "look", "take", "put", "set", "give", "hand", "sign"};
    static const auto* particles = new std::set<absl::string_view>{
        "to", "from", "in", "into", "on", "over", "up", "out", "off", "with", "for"};
    const std::vector<absl::string_view> words = absl::StrSplit(text, ' ');
    return words.size() == 2 && verbs->count(words[0]) > 0 && particles->count(words[1]) > 0;
  }

  // "Was it", "as is": spellings that small letters and grammar give away.
  void DropFunctionWords() {
    static const auto* words = new std::set<absl::string_view>{
        "was", "it",   "is",  "in",  "on",  "at",   "to",   "of",   "by",  "and", "or",
        "he",  "she",  "we",  "us",  "all", "may",  "can",  "will", "do",  "did", "does",
        "are", "were", "has", "had", "as",  "so",   "if",   "be",   "an",  "the", "a",
        "its", "his",  "her", "any", "one", "into", "that", "this", "for", "no",  "not"};
    auto& mentions = analysis_.mentions;
    mentions.erase(std::remove_if(mentions.begin(), mentions.end(),
                                  [&](const Mention& mention) {
                                    if (!IsName(mention) || IsCapital(mention)) return false;
                                    const std::string text = TextOf(mention);
                                    if (IsVerbPhrase(text)) return true;
                                    for (const absl::string_view word : absl::StrSplit(text, ' ')) {
                                      if (words->count(word) == 0) return false;
                                    }
                                    return true;
                                  }),
                   mentions.end());
  }

  // "Tulloch 1.5 billion": a figure with its unit is no part of the name before it.
  void CutTrailingFigures() {
    for (Mention& mention : analysis_.mentions) {
      if (!IsName(mention) || !IsUnknown(mention)) continue;
      int end = mention.tokens.end;
      const auto& tokens = analysis_.tokens;
      static const auto* units = new std::set<absl::string_view>{
          "million", "billion", "trillion", "thousand", "percent", "dollars", "euros", "m", "bn"};
      if (end >= static_cast<int>(tokens.size()) || units->count(tokens[end].surface) == 0)
        continue;
      while (
          end > mention.tokens.begin + 1 &&
          analysis_.Quote(analysis_.BytesOf({end - 1, end})).find_first_not_of("0123456789.,$") ==
              absl::string_view::npos) {
        --end;
      }
      if (end == mention.tokens.end) continue;
      Name({mention.tokens.begin, end}, analysis_.entities[mention.entity].type, &mention);
    }
  }

  // "Captain Maya Haddad": how somebody is addressed is no part of the name.
  void CutLeadingTitles() {
    static const auto* titles = new std::set<absl::string_view>{
        "captain", "dr",       "mr",         "mrs",      "ms",        "prof",       "professor",
        "sir",     "sheikh",   "sheikha",    "prince",   "princess",  "engineer",   "researcher",
        "analyst", "minister", "president",  "chairman", "ceo",       "cfo",        "cto",
        "founder", "investor", "journalist", "lawyer",   "spokesman", "spokeswoman"};
    // "Didn't Maya Haddad": the asking word has a capital letter of its own.
    static const auto* asking = new std::set<absl::string_view>{
        "didn't", "doesn't", "isn't", "wasn't",    "hasn't",    "aren't", "weren't", "haven't",
        "won't",  "hadn't",  "don't", "can't",     "did",       "does",   "is",      "was",
        "has",    "will",    "can",   "should",    "didn",      "doesn",  "isn",     "wasn",
        "hasn",   "n't",     "t",     "'t",        "'",         "give",   "list",    "describe",
        "trace",  "compare", "show",  "summarize", "summarise", "outline"};
    for (Mention& mention : analysis_.mentions) {
      if (!IsName(mention) || !IsUnknown(mention)) continue;
      TokenRange tokens = mention.tokens;
      const auto word = [&](int token) {
        return absl::AsciiStrToLower(analysis_.Quote(analysis_.BytesOf({token, token + 1})));
      };
      bool asked = false;
      while (tokens.size() > 1 && asking->count(word(tokens.begin)) > 0 &&
             (asked || mention.tokens.begin == 0)) {
        asked = true;
        ++tokens.begin;
      }
      if (asked) {
        Name(tokens, analysis_.entities[mention.entity].type, &mention);
        continue;
      }
      while (tokens.size() > 1 &&
             (titles->count(word(tokens.begin)) > 0 ||
              (word(tokens.begin) == "." && tokens.begin > mention.tokens.begin))) {
        ++tokens.begin;
      }
      if (tokens.begin == mention.tokens.begin) continue;
      Name(tokens, EntityType::kPerson, &mention);
    }
  }

  int AddEntity(TokenRange tokens, EntityType type) {
    EntityRecord entity;
    entity.type = type;
    AliasRecord alias;
    alias.surface = std::string(analysis_.Quote(analysis_.BytesOf(tokens)));
    alias.folded_key = Fold(alias.surface);
    alias.script = "Latn";
    alias.kind = AliasRecord::Kind::kCanonical;
    entity.label_en = alias.surface;
    entity.aliases.push_back(std::move(alias));
    analysis_.entities.push_back(std::move(entity));
    return static_cast<int>(analysis_.entities.size()) - 1;
  }

  void Name(TokenRange tokens, EntityType type, Mention* mention) {
    mention->tokens = tokens;
    mention->range = analysis_.BytesOf(tokens);
    mention->entity = AddEntity(tokens, type);
  }

  // A person's name has two words before "of"; "Bank of Cyprus" is one name.
  void SplitAtOf() {
    std::vector<Mention> mentions;
    for (Mention& mention : analysis_.mentions) {
      int of = -1;
      for (int t = mention.tokens.begin; t < mention.tokens.end; ++t) {
        if (analysis_.tokens[t].surface == "of") of = t;
      }
      const bool splits = IsName(mention) && IsUnknown(mention) && of >= mention.tokens.begin + 2 &&
                          of + 1 < mention.tokens.end;
      if (!splits) {
        mentions.push_back(std::move(mention));
        continue;
      }
      Mention employer = mention;
      Name({mention.tokens.begin, of}, EntityType::kPerson, &mention);
      Name({of + 1, employer.tokens.end}, EntityType::kUnknown, &employer);
      mentions.push_back(std::move(mention));
      mentions.push_back(std::move(employer));
    }
    analysis_.mentions = std::move(mentions);
  }

  // A place beside an unknown name is part of it: "Dubai Orchard", "Silicon Najd".
  bool JoinsAsName(const Mention& before, const Mention& mention) const {
    const auto is_place = [&](const Mention& named) {
      return analysis_.entities[named.entity].type == EntityType::kLocation;
    };
    if (IsUnknown(mention)) return is_place(before);
    return IsUnknown(before) && is_place(mention) && IsCapital(before) && IsCapital(mention);
  }

  void JoinNeighbours() {
    std::vector<Mention> mentions;
    for (Mention& mention : analysis_.mentions) {
      const bool joins = !mentions.empty() && IsName(mention) && IsName(mentions.back()) &&
                         mentions.back().tokens.end == mention.tokens.begin &&
                         JoinsAsName(mentions.back(), mention);
      if (!joins) {
        mentions.push_back(std::move(mention));
        continue;
      }
      Name({mentions.back().tokens.begin, mention.tokens.end}, EntityType::kUnknown,
           &mentions.back());
    }
    analysis_.mentions = std::move(mentions);
  }

  void AddSpellings(EntityRecord* entity) const {
    if (!entity->lexicon_key.empty() || entity->aliases.empty()) return;
    const std::string name = entity->aliases.front().surface;
    for (std::string& rendered : renderer_.Render(name)) {
      AliasRecord alias;
      alias.surface = rendered;
      alias.folded_key = std::move(rendered);
      alias.script = "Arab";
      entity->aliases.push_back(std::move(alias));
    }
  }

  Analysis analysis_;
  const BilingualIndex& bilingual_;
  const NameRenderer& renderer_;
};

}  // namespace

Analysis RefineNames(Analysis analysis, const BilingualIndex& bilingual,
                     const NameRenderer& renderer) {
  return Refiner(std::move(analysis), bilingual, renderer).Refine();
}

}  // namespace isnad::extraction
