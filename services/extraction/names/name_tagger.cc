#include "services/extraction/names/name_tagger.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "absl/memory/memory.h"
#include "services/extraction/names/arabic_names.h"
#include "services/extraction/names/cue_finder.h"
#include "services/extraction/names/entity_linker.h"
#include "services/extraction/names/gazetteer_matcher.h"
#include "services/extraction/names/latin_names.h"
#include "services/extraction/names/name_span.h"

namespace isnad::extraction {

absl::StatusOr<std::unique_ptr<NameTagger>> NameTagger::Create(const LexiconFiles& files) {
  absl::StatusOr<NameLexicon> lexicon = NameLexicon::Create(files);
  if (!lexicon.ok()) return lexicon.status();
  return absl::WrapUnique(new NameTagger(*std::move(lexicon)));
}

void NameTagger::Tag(Analysis* analysis) const {
  const CueFinder cues(lexicon_, *analysis);
  std::vector<NameSpan> spans = GazetteerMatcher(&lexicon_).Find(*analysis, cues);
  // A lone surname gives way to an unknown full name around it ("Jane Zuckerberg").
  std::vector<NameSpan> lone;
  const auto first_lone =
      std::stable_partition(spans.begin(), spans.end(),
                            [](const NameSpan& span) { return span.rule != "unique-surname"; });
  std::move(first_lone, spans.end(), std::back_inserter(lone));
  spans.erase(first_lone, spans.end());

  std::vector<NameSpan> found = LatinNames(&lexicon_).Find(*analysis, cues, &spans);
  TokenMask mask(analysis->tokens.size());
  for (const NameSpan& span : spans) mask.Take(span.tokens);
  for (const NameSpan& span : found) mask.Take(span.tokens);
  const std::vector<NameSpan> arabic = ArabicNames(&lexicon_).Find(*analysis, cues, &mask);
  found.insert(found.end(), arabic.begin(), arabic.end());
  for (const NameSpan& span : lone) {
    const auto whole = std::find_if(found.begin(), found.end(), [&](const NameSpan& other) {
      return other.tokens == span.tokens;
    });
    if (whole != found.end()) {
      *whole = span;
    } else if (!mask.any(span.tokens)) {
      found.push_back(span);
    }
  }
  spans.insert(spans.end(), found.begin(), found.end());
  std::stable_sort(spans.begin(), spans.end(), [](const NameSpan& a, const NameSpan& b) {
    return a.tokens.begin < b.tokens.begin;
  });
  EntityLinker(&lexicon_, analysis).Link(std::move(spans));
}

}  // namespace isnad::extraction
