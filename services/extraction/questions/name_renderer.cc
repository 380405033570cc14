#include "services/extraction/questions/name_renderer.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "services/extraction/lexicon/lexicon.pb.h"
#include "services/extraction/questions/arabic_spellings.h"
#include "services/extraction/text/fold.h"

namespace isnad::extraction {
namespace {

constexpr std::size_t kMostWords = 4;
constexpr std::size_t kSpellingsOfWord = 12;
constexpr std::size_t kMostNames = 40;
// A meaning is likelier than a spelling where a word has one.
constexpr double kMeaningCost = -0.3;
constexpr double kMeaningStep = 0.15;
constexpr double kTurnedCost = 0.1;

constexpr absl::string_view kArticle = "ال";

bool IsLatinName(absl::string_view name) {
  return std::all_of(name.begin(), name.end(), [](char c) {
    return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == ' ' || c == '-' || c == '\'';
  });
}

bool ByCost(const ArabicSpelling& a, const ArabicSpelling& b) { return a.cost < b.cost; }

std::vector<ArabicSpelling> Joined(const std::vector<ArabicSpelling>& left,
                                   const std::vector<ArabicSpelling>& right) {
  std::vector<ArabicSpelling> joined;
  for (const ArabicSpelling& a : left) {
    for (const ArabicSpelling& b : right) {
      joined.push_back(
          {a.word.empty() ? b.word : absl::StrCat(a.word, " ", b.word), a.cost + b.cost});
    }
  }
  std::stable_sort(joined.begin(), joined.end(), ByCost);
  if (joined.size() > kMostNames) joined.resize(kMostNames);
  return joined;
}

std::vector<ArabicSpelling> JoinedAll(const std::vector<std::vector<ArabicSpelling>>& words) {
  std::vector<ArabicSpelling> names = {{"", 0}};
  for (const auto& word : words) names = Joined(names, word);
  return names;
}

// The last noun of a construct mostly has the article: "بنك النخيل".
std::vector<ArabicSpelling> WithArticle(const std::vector<ArabicSpelling>& words) {
  std::vector<ArabicSpelling> both;
  for (const ArabicSpelling& spelling : words) {
    if (!absl::StartsWith(spelling.word, kArticle)) {
      both.push_back({absl::StrCat(kArticle, spelling.word), spelling.cost});
    }
    both.push_back({spelling.word, spelling.cost + 0.05});
  }
  return both;
}

void AddNew(const std::string& word, std::vector<std::string>* words) {
  if (std::find(words->begin(), words->end(), word) == words->end()) words->push_back(word);
}

}  // namespace

absl::StatusOr<std::unique_ptr<NameRenderer>> NameRenderer::Create(const LexiconFiles& files) {
  auto parsed = files.Parse<lexicon::Bilingual>("rendered_");
  if (!parsed.ok()) return parsed.status();
  auto renderer = std::make_unique<NameRenderer>();
  for (const lexicon::Bilingual& file : *parsed) {
    for (const lexicon::Concept& concept : file.concept()) {
      for (const std::string& english : concept.en()) {
        for (const std::string& arabic : concept.ar()) {
          AddNew(Fold(arabic), &renderer->meanings_[english]);
        }
      }
    }
  }
  return renderer;
}

std::vector<std::string> NameRenderer::Render(absl::string_view name) const {
  if (!IsLatinName(name)) return {};
  const std::vector<std::string> parts =
      absl::StrSplit(absl::AsciiStrToLower(name), ' ', absl::SkipEmpty());
  if (parts.empty() || parts.size() > kMostWords) return {};
  std::vector<std::vector<ArabicSpelling>> words;
  bool meaning = false;
  for (const std::string& part : parts) {
    std::vector<ArabicSpelling> spellings = ArabicSpellings(part, kSpellingsOfWord);
    // "Colossus 2": figures are written alike.
    if (std::all_of(part.begin(), part.end(), absl::ascii_isdigit)) spellings = {{part, 0}};
    const auto known = meanings_.find(part);
    if (parts.size() > 1 && known != meanings_.end()) {
      meaning = true;
      double cost = kMeaningCost;
      for (const std::string& translation : known->second) {
        spellings.push_back({translation, cost});
        cost += kMeaningStep;
      }
    }
    if (spellings.empty()) return {};
    std::stable_sort(spellings.begin(), spellings.end(), ByCost);
    words.push_back(std::move(spellings));
  }
  std::vector<ArabicSpelling> names = JoinedAll(words);
  if (parts.size() == 1) {
    for (const ArabicSpelling& spelling : WithArticle(words.front())) {
      names.push_back({spelling.word, spelling.cost + kTurnedCost});
    }
  } else if (meaning) {
    // "Cedar United Bank": the kind of house first, the rest as it stands.
    if (words.size() > 2) {
      std::vector<std::vector<ArabicSpelling>> rotated = words;
      std::rotate(rotated.begin(), rotated.end() - 1, rotated.end());
      for (const ArabicSpelling& turned : JoinedAll(rotated)) {
        names.push_back({turned.word, turned.cost - kTurnedCost});
      }
    }
    std::reverse(words.begin(), words.end());
    words.back() = WithArticle(words.back());
    for (const ArabicSpelling& turned : JoinedAll(words)) {
      names.push_back({turned.word, turned.cost - kTurnedCost});
    }
  }
  std::stable_sort(names.begin(), names.end(), ByCost);
  std::vector<std::string> rendered;
  for (const ArabicSpelling& spelling : names) {
    if (rendered.size() == kMostNames) break;
    AddNew(spelling.word, &rendered);
  }
  return rendered;
}

}  // namespace isnad::extraction
