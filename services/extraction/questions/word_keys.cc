#include "services/extraction/questions/word_keys.h"

#include <algorithm>
#include <map>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "services/extraction/text/fold.h"

namespace isnad::extraction {
namespace {

void AddKey(absl::string_view key, std::vector<std::string>* keys) {
  if (key.empty()) return;
  if (std::find(keys->begin(), keys->end(), key) == keys->end()) keys->emplace_back(key);
}

const std::map<absl::string_view, absl::string_view>& IrregularForms() {
  static const auto* forms = new std::map<absl::string_view, absl::string_view>{
      {"left", "leave"},
      {"quitting", "quit"},
      {"went", "go"},
      {"gone", "go"},
      {"goes", "go"},
      {"bought", "buy"},
      {"paid", "pay"},
      {"said", "say"},
      {"told", "tell"},
      {"took", "take"},
      {"taken", "take"},
      {"gave", "give"},
      {"given", "give"},
      {"made", "make"},
      {"built", "build"},
      {"sold", "sell"},
      {"thought", "think"},
      {"saw", "see"},
      {"seen", "see"},
      {"spoke", "speak"},
      {"spoken", "speak"},
      {"wrote", "write"},
      {"written", "write"},
      {"ran", "run"},
      {"led", "lead"},
      {"became", "become"},
      {"began", "begin"},
      {"begun", "begin"},
      {"came", "come"},
      {"held", "hold"},
      {"kept", "keep"},
      {"lost", "lose"},
      {"met", "meet"},
      {"rose", "rise"},
      {"risen", "rise"},
      {"fell", "fall"},
      {"fallen", "fall"},
      {"grew", "grow"},
      {"grown", "grow"},
      {"spent", "spend"},
      {"sent", "send"},
      {"stood", "stand"},
      {"stolen", "steal"},
      {"stole", "steal"},
      {"won", "win"},
      {"chose", "choose"},
      {"chosen", "choose"},
      {"knew", "know"},
      {"known", "know"},
      {"found", "find"},
      {"felt", "feel"},
      {"drove", "drive"},
      {"driven", "drive"},
      {"withdrew", "withdraw"},
      {"withdrawn", "withdraw"},
      {"laid", "lay"},
      {"has", "have"},
      {"had", "have"},
      {"did", "do"},
      {"does", "do"},
      {"done", "do"},
      {"was", "be"},
      {"were", "be"},
      {"is", "be"},
      {"are", "be"},
      {"been", "be"},
      {"men", "man"},
      {"women", "woman"},
      {"people", "person"},
      {"children", "child"},
      {"flew", "fly"},
      {"sought", "seek"},
      {"brought", "bring"},
      {"fought", "fight"},
      {"hid", "hide"},
      {"hidden", "hide"},
      {"broke", "break"},
      {"broken", "break"},
      {"overtook", "overtake"},
      {"took over", "take over"},
      {"criteria", "criterion"},
      {"firms", "firm"},
      {"crises", "crisis"},
      {"analyses", "analysis"},
      {"countries", "country"},
      {"companies", "company"},
      {"agencies", "agency"},
      {"wives", "wife"},
      {"shook", "shake"},
      {"swore", "swear"},
      {"taught", "teach"},
      {"understood", "understand"},
      {"overseen", "oversee"},
      {"oversaw", "oversee"},
      {"rebuilt", "rebuild"},
      {"struck", "strike"},
      {"shrank", "shrink"},
      {"shrunk", "shrink"},
      {"sank", "sink"},
      {"slid", "slide"},
      {"died", "die"},
      {"dying", "die"},
      {"got", "get"},
      {"shown", "show"},
      {"gotten", "get"},
      {"drew", "draw"},
      {"drawn", "draw"},
      {"threw", "throw"},
      {"thrown", "throw"},
      {"spun", "spin"},
      {"froze", "freeze"},
      {"frozen", "freeze"},
      {"blew", "blow"},
      {"blown", "blow"},
      {"bore", "bear"},
      {"borne", "bear"},
      {"wore", "wear"},
      {"worn", "wear"},
      {"dealt", "deal"},
      {"lent", "lend"},
      {"forgot", "forget"},
      {"forgotten", "forget"},
      {"shot", "shoot"},
      {"swung", "swing"},
      {"dug", "dig"},
      {"stuck", "stick"},
      {"hung", "hang"},
      {"fled", "flee"},
      {"ate", "eat"},
      {"eaten", "eat"},
      {"drank", "drink"},
      {"woke", "wake"},
      {"bit", "bite"},
      {"bitten", "bite"},
      {"bound", "bind"},
      {"sped", "speed"},
      {"bled", "bleed"},
      {"lit", "light"},
      {"sang", "sing"},
      {"sung", "sing"},
      {"swept", "sweep"},
      {"underwent", "undergo"},
      {"undertook", "undertake"},
      {"undertaken", "undertake"},
      {"withheld", "withhold"},
      {"upheld", "uphold"},
      {"foresaw", "foresee"},
      {"misled", "mislead"},
      {"outsold", "outsell"},
      {"undid", "undo"},
      {"overcame", "overcome"},
      {"sprang", "spring"},
      {"torn", "tear"},
      {"tore", "tear"},
      {"shaken", "shake"},
      {"arisen", "arise"},
      {"arose", "arise"},
      {"forbade", "forbid"},
      {"forbidden", "forbid"},
      {"sunk", "sink"},
      {"slain", "slay"},
      {"worse", "bad"},
      {"better", "good"},
      {"media", "media"},
  };
  return *forms;
}

void AddSpellings(const std::string& word, std::vector<std::string>* keys) {
  AddKey(word, keys);
  if (absl::EndsWith(word, "ise") && word.size() > 5) {
    AddKey(absl::StrCat(word.substr(0, word.size() - 3), "ize"), keys);
  }
  if (absl::EndsWith(word, "isation")) {
    AddKey(absl::StrCat(word.substr(0, word.size() - 7), "ization"), keys);
  }
  if (absl::EndsWith(word, "tre") && word.size() > 4) {
    AddKey(absl::StrCat(word.substr(0, word.size() - 2), "er"), keys);
  }
  if (absl::EndsWith(word, "our") && word.size() > 5) {
    AddKey(absl::StrCat(word.substr(0, word.size() - 3), "or"), keys);
  }
}

// "planned" -> "plann" -> "plan", "named" -> "nam" -> "name".
void AddVerbRoot(const std::string& root, std::vector<std::string>* keys) {
  if (root.size() < 2) return;
  AddSpellings(root, keys);
  AddSpellings(absl::StrCat(root, "e"), keys);
  const std::size_t n = root.size();
  if (n > 3 && root[n - 1] == root[n - 2]) AddSpellings(root.substr(0, n - 1), keys);
}

bool DropSuffix(absl::string_view suffix, std::size_t keep, const std::string& word,
                std::string* root) {
  if (!absl::EndsWith(word, suffix) || word.size() < suffix.size() + keep) return false;
  *root = word.substr(0, word.size() - suffix.size());
  return true;
}

constexpr absl::string_view kArticle = "ال";

std::string WithoutPrefix(absl::string_view word, absl::string_view prefix, int keep) {
  if (!absl::StartsWith(word, prefix)) return std::string();
  const absl::string_view rest = word.substr(prefix.size());
  return CharacterCount(rest) >= keep ? std::string(rest) : std::string();
}

std::string WithoutSuffix(absl::string_view word, absl::string_view suffix, int keep) {
  if (!absl::EndsWith(word, suffix)) return std::string();
  const absl::string_view rest = word.substr(0, word.size() - suffix.size());
  return CharacterCount(rest) >= keep ? std::string(rest) : std::string();
}

// Drops the weak letter before the last one: "ستقال" and "ستقيل" both become "ستقل".
std::string WithoutInnerWeakLetter(absl::string_view verb) {
  if (CharacterCount(verb) < 4) return std::string();
  const std::size_t last = verb.size() - 2;
  const absl::string_view weak = verb.substr(last - 2, 2);
  if (weak != "ا" && weak != "ي" && weak != "و") return std::string();
  return absl::StrCat(verb.substr(0, last - 2), verb.substr(last));
}

void AddVerbKeys(absl::string_view verb, std::vector<std::string>* keys) {
  AddKey(absl::StrCat("v:", verb), keys);
  for (const absl::string_view person : {"ي", "ت", "ن", "ا"}) {
    const std::string rest = WithoutPrefix(verb, person, 3);
    if (rest.empty()) continue;
    // Four letters with alef are as often another verb ("اقال" is not "قال") unless they are of the
    // pattern of "انضم".
    if (person == "ا" && CharacterCount(verb) == 4 && !absl::StartsWith(verb, "ان")) continue;
    AddKey(absl::StrCat("v:", rest), keys);
    // The fourth form drops its alef behind these letters: "يقام" is of "اقام".
    if (person != "ا" && CharacterCount(rest) == 3 && rest != "قال" && rest != "كون") {
      AddKey(absl::StrCat("v:ا", rest), keys);
    }
    const std::string hollow = WithoutInnerWeakLetter(rest);
    if (!hollow.empty()) AddKey(absl::StrCat("v:", hollow), keys);
  }
}

void AddVerbForms(absl::string_view word, std::vector<std::string>* keys) {
  std::vector<std::string> forms = {std::string(word)};
  for (const absl::string_view imperfect : {"سي", "ست", "سن", "سا"}) {
    if (absl::StartsWith(word, imperfect) && CharacterCount(word) >= 5) {
      forms.emplace_back(word.substr(2));
    }
  }
  const std::size_t plain = forms.size();
  for (std::size_t i = 0; i < plain; ++i) {
    for (const absl::string_view suffix : {"وا", "ون", "ين", "ان", "ت", "تا", "نا", "وه", "ه"}) {
      const std::string rest = WithoutSuffix(forms[i], suffix, 3);
      if (!rest.empty()) forms.push_back(rest);
    }
  }
  // "حطت" is of a verb with two letters alike, unless a weak letter stands before the ending.
  if (CharacterCount(word) == 3 && absl::EndsWith(word, "ت")) {
    const absl::string_view root = word.substr(0, word.size() - 2);
    const absl::string_view last = root.substr(root.size() - 2);
    if (last != "ا" && last != "و" && last != "ي") AddKey(absl::StrCat("v:", root), keys);
  }
  for (const std::string& form : forms) AddVerbKeys(form, keys);
}

}  // namespace

bool StartsArabic(absl::string_view word) {
  if (word.size() < 2) return false;
  const auto lead = static_cast<unsigned char>(word[0]);
  return lead >= 0xD8 && lead <= 0xDB;
}

int CharacterCount(absl::string_view word) {
  int count = 0;
  for (const char c : word) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

std::vector<std::string> EnglishKeys(absl::string_view word) {
  std::vector<std::string> keys;
  const std::string lower = absl::AsciiStrToLower(word);
  AddSpellings(lower, &keys);
  const auto irregular = IrregularForms().find(lower);
  if (irregular != IrregularForms().end()) {
    AddSpellings(std::string(irregular->second), &keys);
    if (lower != "found") return keys;
  }
  std::string root;
  if (DropSuffix("ies", 2, lower, &root)) AddKey(absl::StrCat(root, "y"), &keys);
  if (DropSuffix("ied", 2, lower, &root)) AddKey(absl::StrCat(root, "y"), &keys);
  if (DropSuffix("es", 3, lower, &root)) AddSpellings(root, &keys);
  if (!absl::EndsWith(lower, "ss") && DropSuffix("s", 3, lower, &root)) AddSpellings(root, &keys);
  if (DropSuffix("ed", 2, lower, &root)) AddVerbRoot(root, &keys);
  if (DropSuffix("ing", 3, lower, &root)) AddVerbRoot(root, &keys);
  return keys;
}

std::vector<std::string> ArabicKeys(absl::string_view folded) {
  std::vector<std::string> keys;
  AddKey(folded, &keys);
  std::string bare = WithoutPrefix(folded, kArticle, 2);
  const bool definite = !bare.empty();
  if (bare.empty()) bare = std::string(folded);
  AddKey(bare, &keys);
  for (const absl::string_view suffix : {"ون", "ين", "ات", "ان", "ه", "ا", "ي", "يه", "يا", "و"}) {
    const std::string rest = WithoutSuffix(bare, suffix, 3);
    if (rest.empty()) continue;
    AddKey(rest, &keys);
    if (suffix == "ات") AddKey(absl::StrCat(rest, "ه"), &keys);
  }
  if (absl::EndsWith(bare, "ت")) AddKey(absl::StrCat(bare.substr(0, bare.size() - 2), "ه"), &keys);
  if (!definite) AddVerbForms(bare, &keys);
  return keys;
}

std::vector<std::string> LexiconWordKeys(absl::string_view word) {
  std::vector<std::string> keys;
  if (!StartsArabic(word)) {
    AddSpellings(absl::AsciiStrToLower(word), &keys);
    return keys;
  }
  const std::string folded = Fold(word);
  AddKey(folded, &keys);
  const std::string bare = WithoutPrefix(folded, kArticle, 3);
  if (!bare.empty()) {
    AddKey(bare, &keys);
  } else {
    AddVerbKeys(folded, &keys);
  }
  return keys;
}

bool ShareKey(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  for (const std::string& key : a) {
    if (std::find(b.begin(), b.end(), key) != b.end()) return true;
  }
  return false;
}

}  // namespace isnad::extraction
