#include "services/extraction/morphology/english/english_words.h"

#include <libstemmer.h>

#include <algorithm>
#include <memory>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace isnad::extraction {
namespace {

constexpr size_t kMaxStemmedBytes = 60;

struct StemmerDeleter {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

sb_stemmer* ThreadStemmer() {
  thread_local const std::unique_ptr<sb_stemmer, StemmerDeleter> stemmer(
      sb_stemmer_new("english", "UTF_8"));
  return stemmer.get();
}

bool IsPlainWord(absl::string_view word) {
  return !word.empty() && word.size() <= kMaxStemmedBytes &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

using WordMap = absl::flat_hash_map<absl::string_view, absl::string_view>;

const WordMap& IrregularForms() {
  static const auto* forms = new WordMap{{"left", "leave"},
                                         {"leaving", "leave"},
                                         {"paid", "pay"},
                                         {"bought", "buy"},
                                         {"sold", "sell"},
                                         {"made", "make"},
                                         {"making", "make"},
                                         {"built", "build"},
                                         {"said", "say"},
                                         {"told", "tell"},
                                         {"went", "go"},
                                         {"gone", "go"},
                                         {"came", "come"},
                                         {"coming", "come"},
                                         {"took", "take"},
                                         {"taken", "take"},
                                         {"taking", "take"},
                                         {"gave", "give"},
                                         {"given", "give"},
                                         {"giving", "give"},
                                         {"got", "get"},
                                         {"gotten", "get"},
                                         {"getting", "get"},
                                         {"ran", "run"},
                                         {"running", "run"},
                                         {"led", "lead"},
                                         {"held", "hold"},
                                         {"became", "become"},
                                         {"began", "begin"},
                                         {"begun", "begin"},
                                         {"beginning", "begin"},
                                         {"brought", "bring"},
                                         {"chose", "choose"},
                                         {"chosen", "choose"},
                                         {"cut", "cut"},
                                         {"cutting", "cut"},
                                         {"fell", "fall"},
                                         {"fallen", "fall"},
                                         {"found", "find"},
                                         {"grew", "grow"},
                                         {"grown", "grow"},
                                         {"hid", "hide"},
                                         {"kept", "keep"},
                                         {"knew", "know"},
                                         {"known", "know"},
                                         {"lost", "lose"},
                                         {"losing", "lose"},
                                         {"met", "meet"},
                                         {"quit", "quit"},
                                         {"quitting", "quit"},
                                         {"rose", "rise"},
                                         {"risen", "rise"},
                                         {"saw", "see"},
                                         {"seen", "see"},
                                         {"sent", "send"},
                                         {"shut", "shut"},
                                         {"spent", "spend"},
                                         {"stood", "stand"},
                                         {"stepped", "step"},
                                         {"thought", "think"},
                                         {"won", "win"},
                                         {"winning", "win"},
                                         {"wrote", "write"},
                                         {"written", "write"},
                                         {"writing", "write"},
                                         {"hired", "hire"},
                                         {"hiring", "hire"},
                                         {"fired", "fire"},
                                         {"firing", "fire"},
                                         {"laid", "lay"},
                                         {"was", "be"},
                                         {"were", "be"},
                                         {"is", "be"},
                                         {"are", "be"},
                                         {"been", "be"},
                                         {"being", "be"},
                                         {"am", "be"},
                                         {"has", "have"},
                                         {"had", "have"},
                                         {"having", "have"},
                                         {"did", "do"},
                                         {"does", "do"},
                                         {"done", "do"},
                                         {"doing", "do"},
                                         {"men", "man"},
                                         {"women", "woman"},
                                         {"people", "person"},
                                         {"children", "child"},
                                         {"data", "data"},
                                         {"news", "news"},
                                         {"series", "series"},
                                         {"acquired", "acquire"},
                                         {"acquiring", "acquire"},
                                         {"raised", "raise"},
                                         {"raising", "raise"},
                                         {"founded", "found"},
                                         {"founding", "found"},
                                         {"used", "use"},
                                         {"using", "use"},
                                         {"released", "release"},
                                         {"releasing", "release"},
                                         {"announced", "announce"},
                                         {"announcing", "announce"},
                                         {"merged", "merge"},
                                         {"replaced", "replace"},
                                         {"resigned", "resign"},
                                         {"delayed", "delay"},
                                         {"denied", "deny"},
                                         {"denies", "deny"},
                                         {"invested", "invest"},
                                         {"planned", "plan"},
                                         {"planning", "plan"},
                                         {"cancelled", "cancel"},
                                         {"canceled", "cancel"},
                                         {"worth", "worth"},
                                         {"criticized", "criticize"},
                                         {"criticised", "criticize"},
                                         {"its", "it"},
                                         {"this", "this"}};
  return *forms;
}

using PosMap = absl::flat_hash_map<absl::string_view, PartOfSpeech>;

const PosMap& FunctionWords() {
  using Pos = PartOfSpeech;
  static const auto* words = [] {
    auto* map = new PosMap;
    const auto add = [map](Pos pos, std::initializer_list<absl::string_view> list) {
      for (const absl::string_view word : list) map->emplace(word, pos);
    };
    add(Pos::kAdposition,
        {"of",     "in",      "on",      "at",    "by",      "for",    "from",   "with",
         "to",     "into",    "over",    "under", "about",   "after",  "before", "between",
         "during", "through", "against", "among", "since",   "until",  "within", "without",
         "per",    "via",     "as",      "than",  "towards", "toward", "upon",   "off",
         "out",    "up",      "down",    "near",  "across",  "behind", "despite"});
    add(Pos::kConjunction, {"and", "or", "but", "nor", "if", "because", "while", "although",
                            "though", "whether", "that", "so", "yet"});
    add(Pos::kPronoun,
        {"the",  "a",     "an",    "this",  "these", "those",   "he",     "she",        "it",
         "they", "we",    "you",   "i",     "him",   "her",     "them",   "us",         "me",
         "his",  "its",   "their", "our",   "your",  "my",      "who",    "whom",       "whose",
         "what", "which", "when",  "where", "why",   "how",     "all",    "any",        "each",
         "some", "every", "both",  "such",  "other", "another", "itself", "themselves", "himself"});
    add(Pos::kVerb, {"is",   "are",   "was",    "were", "be",    "been", "being", "am",   "has",
                     "have", "had",   "having", "do",   "does",  "did",  "done",  "will", "would",
                     "can",  "could", "should", "may",  "might", "must", "shall"});
    add(Pos::kParticle, {"not", "no", "'s", "s", "t"});
    add(Pos::kAdverb, {"there", "here", "then", "also", "just", "only", "very", "too", "more",
                       "most", "less", "least", "much", "many", "now", "ever", "still", "already"});
    return map;
  }();
  return *words;
}

bool IsVowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

// Puts back the "e" that "-ed" and "-ing" took, and undoubles consonants.
std::string Restore(absl::string_view stem) {
  const size_t n = stem.size();
  if (n >= 3 && stem[n - 1] == stem[n - 2] && !IsVowel(stem[n - 1]) && stem[n - 1] != 'l' &&
      stem[n - 1] != 's') {
    return std::string(stem.substr(0, n - 1));
  }
  const bool takes_e =
      n >= 3 &&
      (absl::EndsWith(stem, "v") || absl::EndsWith(stem, "c") || absl::EndsWith(stem, "g") ||
       absl::EndsWith(stem, "u") || absl::EndsWith(stem, "iz") || absl::EndsWith(stem, "at") ||
       absl::EndsWith(stem, "as") || absl::EndsWith(stem, "os") || absl::EndsWith(stem, "ir") ||
       absl::EndsWith(stem, "ur") || absl::EndsWith(stem, "id")) &&
      !absl::EndsWith(stem, "ng") && !absl::EndsWith(stem, "eat");
  return takes_e ? absl::StrCat(stem, "e") : std::string(stem);
}

}  // namespace

std::string StemEnglish(absl::string_view lower_case) {
  sb_stemmer* stemmer = ThreadStemmer();
  if (stemmer == nullptr || !IsPlainWord(lower_case)) return std::string(lower_case);
  const sb_symbol* stem =
      sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(lower_case.data()),
                      static_cast<int>(lower_case.size()));
  if (stem == nullptr) return std::string(lower_case);
  return std::string(reinterpret_cast<const char*>(stem), sb_stemmer_length(stemmer));
}

std::string LemmaOfEnglish(absl::string_view lower_case) {
  const auto irregular = IrregularForms().find(lower_case);
  if (irregular != IrregularForms().end()) return std::string(irregular->second);
  const size_t n = lower_case.size();
  if (!IsPlainWord(lower_case) || n < 4) return std::string(lower_case);
  if (absl::EndsWith(lower_case, "ies") && n > 4) {
    return absl::StrCat(lower_case.substr(0, n - 3), "y");
  }
  if (absl::EndsWith(lower_case, "ied") && n > 4) {
    return absl::StrCat(lower_case.substr(0, n - 3), "y");
  }
  if (absl::EndsWith(lower_case, "ing") && n > 5) return Restore(lower_case.substr(0, n - 3));
  if (absl::EndsWith(lower_case, "ed") && n > 4 && !absl::EndsWith(lower_case, "eed")) {
    return Restore(lower_case.substr(0, n - 2));
  }
  if (absl::EndsWith(lower_case, "sses") || absl::EndsWith(lower_case, "ches") ||
      absl::EndsWith(lower_case, "shes") || absl::EndsWith(lower_case, "xes")) {
    return std::string(lower_case.substr(0, n - 2));
  }
  if (absl::EndsWith(lower_case, "s") && !absl::EndsWith(lower_case, "ss") &&
      !absl::EndsWith(lower_case, "us") && !absl::EndsWith(lower_case, "is")) {
    return std::string(lower_case.substr(0, n - 1));
  }
  return std::string(lower_case);
}

bool IsEnglishStopWord(absl::string_view lower_case) {
  return FunctionWords().contains(lower_case);
}

PartOfSpeech EnglishFunctionWord(absl::string_view lower_case) {
  const auto found = FunctionWords().find(lower_case);
  return found == FunctionWords().end() ? PartOfSpeech::kUnknown : found->second;
}

}  // namespace isnad::extraction
