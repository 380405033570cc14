#include "services/extraction/relations/role_phrases.h"

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "services/extraction/lexicon/lexicon.pb.h"
#include "services/extraction/text/fold.h"

namespace isnad::extraction {
namespace {

// Lexicon rank from which a title leads.
constexpr int kSeniorRank = 7;

absl::string_view WithoutArticle(absl::string_view word) {
  constexpr absl::string_view kArticle = "ال";
  if (absl::StartsWith(word, kArticle) && word.size() > kArticle.size() + 2) {
    word.remove_prefix(kArticle.size());
  }
  return word;
}

// Without the accusative alef: "رئيسا تنفيذيا" is "رئيس تنفيذي".
absl::string_view WithoutAccusative(absl::string_view word) {
  constexpr absl::string_view kAlef = "ا";
  if (absl::EndsWith(word, kAlef) && word.size() > 6) word.remove_suffix(kAlef.size());
  return word;
}

// The singular of "researchers"; empty for words that are no plural noun or adjective.
std::string Singular(const Token& token) {
  const bool inflected = absl::EndsWith(token.base, "ين") || absl::EndsWith(token.base, "ون") ||
                         absl::EndsWith(token.base, "ان") || absl::EndsWith(token.base, "ي") ||
                         absl::EndsWith(token.base, "ات");
  if (!inflected || token.part_of_speech == PartOfSpeech::kVerb) return "";
  return Fold(token.citation);
}

// The feminine before a pronoun: "رئيستها" is "رئيسة"; empty for other words.
std::string BeforePronoun(const Token& token) {
  constexpr absl::string_view kOpenTa = "ت";
  if (token.enclitic.empty() || !absl::EndsWith(token.base, kOpenTa)) return "";
  return absl::StrCat(absl::StripSuffix(token.base, kOpenTa), "ه");
}

bool Matches(const Token& token, absl::string_view word) {
  return token.base == word || BeforePronoun(token) == word ||
         WithoutArticle(token.surface) == word || WithoutAccusative(token.base) == word ||
         Singular(token) == word;
}

// Titles of states and their servants; what they lead is no organisation of the news.
bool IsOfState(absl::string_view key) {
  for (const char* part : {"MINISTER", "STATE", "KING", "QUEEN", "PRINCE", "EMIR", "SHEIKH",
                           "SULTAN", "CHANCELLOR", "GOVERNOR", "MAYOR", "SENATOR", "REPRESENTATIVE",
                           "AMBASSADOR", "COMMISSIONER", "ENVOY", "CZAR", "SECRETARY_GENERAL"}) {
    if (absl::StrContains(key, part)) return true;
  }
  return key == "GENERAL" || key == "PARTNER";
}

bool IsFormer(const Token& token) {
  return token.base == "سابق" || token.base == "سابقه" || token.surface == "سابقا" ||
         token.base == "سابقين" || token.base == "سابقون" || token.base == "اسبق";
}

// "X, who was [كان] head of sales at Y", "who until last month was": a post of the past. What
// somebody was when the text's events came to pass is not told apart.
bool FollowsWas(const Analysis& analysis, int title) {
  constexpr int kTimeWords = 4;
  const int passage = analysis.tokens[title].passage;
  for (int i = title - 1; i >= 0 && i >= title - 1 - kTimeWords; --i) {
    const Token& word = analysis.tokens[i];
    if (word.passage != passage || !word.enclitic.empty()) return false;
    if (word.base == "كان" || word.base == "كانت") {
      // At the head of a sentence the title is that of whom it is about.
      if (i == 0 || analysis.tokens[i - 1].passage != passage) return false;
      const Token& before = analysis.tokens[i - 1];
      return before.form == "،" || before.form == "," || before.surface == "الذي" ||
             before.surface == "التي";
    }
    const bool time = word.surface == "حتي" || word.surface == "الي" || word.base == "شهر" ||
                      word.base == "عام" || word.base == "سنه" || word.base == "اسبوع" ||
                      word.base == "ماضي" || word.base == "ماضيه" || word.base == "سابقا" ||
                      word.base == "يوما" || word.base == "امس" || word.base == "قريب" ||
                      word.surface == "وقت";
    if (!time) return false;
  }
  return false;
}

}  // namespace

absl::StatusOr<std::unique_ptr<RoleTitles>> RoleTitles::Create(const LexiconFiles& files) {
  auto parsed = files.Parse<lexicon::NameCues>("cues_");
  if (!parsed.ok()) return parsed.status();
  auto out = std::make_unique<RoleTitles>();
  for (const lexicon::NameCues& cues : *parsed) {
    for (const lexicon::RoleTitle& title : cues.role_title()) {
      for (const auto* forms : {&title.ar(), &title.en()}) {
        for (const std::string& form : *forms) {
          Phrase phrase;
          phrase.key = title.key();
          phrase.of_state = IsOfState(title.key());
          phrase.senior = title.rank() >= kSeniorRank && !phrase.of_state;
          for (absl::string_view word : absl::StrSplit(Fold(form), ' ', absl::SkipEmpty())) {
            phrase.words.emplace_back(WithoutArticle(word));
          }
          if (phrase.words.empty()) continue;
          out->by_first_word_[phrase.words.front()].push_back(std::move(phrase));
        }
      }
    }
  }
  for (auto& [word, phrases] : out->by_first_word_) {
    std::stable_sort(phrases.begin(), phrases.end(), [](const Phrase& a, const Phrase& b) {
      return a.words.size() > b.words.size();
    });
  }
  return out;
}

const std::vector<RoleTitles::Phrase>* RoleTitles::PhrasesFrom(const Token& first) const {
  const auto phrases_of = [this](absl::string_view word) {
    const auto found = word.empty() ? by_first_word_.end() : by_first_word_.find(word);
    return found == by_first_word_.end() ? nullptr : &found->second;
  };
  const absl::string_view base = first.base;
  if (const auto* phrases = phrases_of(base); phrases != nullptr) return phrases;
  // Most words are the same without article and accusative.
  for (const absl::string_view word : {WithoutArticle(first.surface), WithoutAccusative(base)}) {
    if (word == base) continue;
    if (const auto* phrases = phrases_of(word); phrases != nullptr) return phrases;
  }
  if (const auto* phrases = phrases_of(BeforePronoun(first)); phrases != nullptr) return phrases;
  return phrases_of(Singular(first));
}

std::vector<RolePhrase> RoleTitles::Find(const Analysis& analysis) const {
  std::vector<RolePhrase> out;
  const int n = static_cast<int>(analysis.tokens.size());
  for (int i = 0; i < n; ++i) {
    const Token& first = analysis.tokens[i];
    const std::vector<Phrase>* phrases = PhrasesFrom(first);
    if (phrases == nullptr) continue;
    for (const Phrase& phrase : *phrases) {
      const int length = static_cast<int>(phrase.words.size());
      if (i + length > n) continue;
      bool all = true;
      for (int k = 1; k < length && all; ++k) {
        all = analysis.tokens[i + k].passage == first.passage &&
              Matches(analysis.tokens[i + k], phrase.words[k]);
      }
      if (!all) continue;
      RolePhrase role;
      role.key = phrase.key;
      role.senior = phrase.senior;
      role.of_state = phrase.of_state;
      int end = i + length;
      while (end < n && analysis.tokens[end].passage == first.passage && end < i + length + 2 &&
             analysis.tokens[end].part_of_speech == PartOfSpeech::kAdjective) {
        role.former = role.former || IsFormer(analysis.tokens[end]);
        ++end;
      }
      if (end < n && IsFormer(analysis.tokens[end]) &&
          analysis.tokens[end].passage == first.passage) {
        role.former = true;
        ++end;
      }
      role.former = role.former || FollowsWas(analysis, i);
      role.title = {i, end};
      role.tokens = role.title;
      out.push_back(role);
      i = end - 1;
      break;
    }
  }
  return out;
}

}  // namespace isnad::extraction
