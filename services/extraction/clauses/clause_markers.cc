#include "services/extraction/clauses/clause_markers.h"

#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

struct Row {
  ClauseKind kind;
  absl::string_view phrases;  // folded, separated by "|"
};

// Folded: hamza seats merged, ta marbuta as heh, alef maqsura as yeh.
constexpr Row kRows[] = {
    {ClauseKind::kCause,
     "بسبب|نتيجه|جراء|من جراء|لان|لانه|لانها|لانهم|نظرا ل|نظرا الي|بفعل|يعود الي|تعود الي|يعود ذلك "
     "الي|"
     "يعود ذلك جزييا الي|يرجع الي|ترجع الي|يعزي الي|تعزي الي|يعزي ذلك الي|يعزي هذا الي|بفضل|"
     "علي خلفيه|اثر|علي اثر|بداعي|بحجه|بدعوي|كون|كونه|كونها|خاصه ان|خصوصا ان|خاصه وان|لا سيما ان|"
     "ناجم عن|ناجمه عن|ناتج عن|ناتجه عن|بالنظر الي|استنادا الي|بعدما"},
    {ClauseKind::kPurpose,
     "بهدف|من اجل|بغيه|سعيا ل|سعيا الي|سعيا وراء|لكي|كي|حتي|املا في|في محاوله ل|في مسعي ل|رغبه في|"
     "بغرض|لغرض|في اطار|تمهيدا ل|استعدادا ل|في سبيل"},
    {ClauseKind::kTime,
     "بعد ان|قبل ان|منذ|عندما|حين|حينما|فيما|بينما|بعد|قبل|خلال|عقب|مع|ريثما|فور"},
    {ClauseKind::kContent,
     "ان|بان|انه|انها|انهم|بانه|بانها|بانهم|علي ان|الي ان|من ان|ما اذا كان|ما اذا كانت"},
    {ClauseKind::kRelative, "الذي|التي|الذين|اللذان|اللذين|اللتان|اللتين|اللواتي|اللاتي"},
    {ClauseKind::kResult,
     "مما|ما ادي الي|ما دفع|ما يعني|ما يثير|ما يعكس|ما يجعل|وهو ما|وهي ما|الامر "
     "الذي|وبالتالي|ليصبح|"
     "وبذلك|ما يشير الي|وهذا ما"},
    {ClauseKind::kAttribution,
     "وفقا ل|وفق|بحسب|حسب|حسبما|نقلا عن|طبقا ل|علي حد قول|علي حد تعبير|بناء علي|كما ذكر|كما ذكرت"},
    {ClauseKind::kCondition,
     "رغم|علي الرغم من|بالرغم من|اذا|لو|لولا|الا ان|لكن|ولكن|غير ان|بيد ان|في حال|شرط ان|ما لم"},
    {ClauseKind::kManner,
     "عبر|من خلال|عن طريق|بواسطه|باستخدام|علي انه|علي انها|بوصفه|بوصفها|باعتباره|باعتبارها|كما"},
};

struct Phrase {
  std::vector<std::string> words;
  ClauseKind kind;
};

using PhraseMap = absl::flat_hash_map<std::string, std::vector<Phrase>>;

const PhraseMap& Phrases() {
  static const PhraseMap* map = [] {
    auto* out = new PhraseMap;
    for (const Row& row : kRows) {
      for (absl::string_view phrase : absl::StrSplit(row.phrases, '|')) {
        std::vector<std::string> words = absl::StrSplit(phrase, ' ');
        std::string first = words.front();
        (*out)[first].push_back({std::move(words), row.kind});
      }
    }
    for (auto& [first, phrases] : *out) {
      std::stable_sort(phrases.begin(), phrases.end(), [](const Phrase& a, const Phrase& b) {
        return a.words.size() > b.words.size();
      });
    }
    return out;
  }();
  return *map;
}

// Empty where no conjunction was taken off.
absl::string_view WithoutConjunction(const Token& token) {
  const bool conjoined = !token.proclitics.empty() && IsOneOf(token.proclitics.front(), {"و", "ف"});
  return conjoined ? absl::string_view(token.surface).substr(token.proclitics.front().size())
                   : absl::string_view();
}

bool HasProclitic(const Token& token, absl::string_view clitic) {
  return std::find(token.proclitics.begin(), token.proclitics.end(), clitic) !=
         token.proclitics.end();
}

}  // namespace

ClauseMarker MarkerAt(const Analysis& analysis, int token, TokenRange passage) {
  const Token& first = analysis.tokens[token];
  auto found = Phrases().find(first.surface);
  if (found == Phrases().end()) {
    const absl::string_view bare = WithoutConjunction(first);
    if (bare.empty()) return {};
    found = Phrases().find(bare);
  }
  if (found == Phrases().end()) return {};
  for (const Phrase& phrase : found->second) {
    int length = 1;
    bool all = true;
    for (size_t k = 1; k < phrase.words.size() && all; ++k) {
      const int at = token + static_cast<int>(k);
      if (at >= passage.end) {
        all = false;
      } else if (phrase.words[k] == "ل") {
        // The preposition hangs on the next word, which belongs to the clause.
        all = HasProclitic(analysis.tokens[at], "ل") || analysis.tokens[at].surface == "ل";
      } else {
        all = analysis.tokens[at].surface == phrase.words[k];
        ++length;
      }
    }
    if (all) return {phrase.kind, length};
  }
  return {};
}

}  // namespace isnad::extraction
