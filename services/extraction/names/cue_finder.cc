#include "services/extraction/names/cue_finder.h"

#include <algorithm>
#include <string>

#include "absl/strings/str_cat.h"
#include "services/extraction/names/name_letters.h"

namespace isnad::extraction {

CueFinder::CueFinder(const NameLexicon& lexicon, const Analysis& analysis)
    : at_(analysis.tokens.size()),
      covered_(analysis.tokens.size(), false),
      title_ends_(analysis.tokens.size() + 1, false),
      cue_ends_(analysis.tokens.size() + 1, nullptr) {
  for (int i = 0; i < static_cast<int>(at_.size()); ++i) FindAt(lexicon, analysis, i);
}

void CueFinder::FindAt(const NameLexicon& lexicon, const Analysis& analysis, int token) {
  const Token& first = analysis.tokens[token];
  if (first.shape != TokenShape::kArabic && first.shape != TokenShape::kLatin) return;
  BareFormList forms = BareForms(first.surface);
  if (!first.base.empty() && first.base != first.surface) forms.push_back({first.base, 0});
  const int limit = std::min<int>(analysis.tokens.size(), token + lexicon.longest_phrase());
  CueAtToken& found = at_[token];
  for (const BareForm& form : forms) {
    const absl::string_view opening = WithoutArticle(form.text);
    if (!lexicon.OpensPhrase(opening)) continue;
    std::string phrase(opening);
    for (int end = token + 1; end <= limit; ++end) {
      if (end > token + 1) {
        const Token& next = analysis.tokens[end - 1];
        if (next.passage != first.passage || next.shape == TokenShape::kPunctuation) break;
        absl::StrAppend(&phrase, " ", WithoutArticle(next.surface));
      }
      if (lexicon.IsTitle(phrase)) found.title_end = std::max(found.title_end, end);
      const NameCue* cue = lexicon.FindCue(phrase);
      if (cue != nullptr && end > found.cue_end) {
        found.cue_end = end;
        found.cue = cue;
      }
    }
  }
  for (int i = token; i < std::max(found.title_end, found.cue_end); ++i) covered_[i] = true;
  if (found.title_end >= 0) title_ends_[found.title_end] = true;
  if (found.cue_end >= 0) cue_ends_[found.cue_end] = found.cue;
}

const NameCue* CueFinder::CueBefore(int token) const { return cue_ends_[token]; }

}  // namespace isnad::extraction
