#include "services/extraction/names/tagged_text.h"

#include <memory>

#include "absl/strings/str_cat.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/morphology/morphology.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/names/name_tagger.h"
#include "services/extraction/segment/segmenter.h"
#include "services/extraction/tokenize/tokenizer.h"

namespace isnad::extraction {
namespace {

const NameTagger& SharedTagger() {
  static const NameTagger* const tagger =
      NameTagger::Create(LexiconFiles::Embedded()).value().release();
  return *tagger;
}

const Morphology& SharedMorphology() {
  static const Morphology* const morphology =
      Morphology::Create(LexiconFiles::Embedded()).value().release();
  return *morphology;
}

absl::string_view TypeName(EntityType type) {
  switch (type) {
    case EntityType::kPerson:
      return "PER";
    case EntityType::kOrganization:
      return "ORG";
    case EntityType::kProduct:
      return "PRO";
    case EntityType::kLocation:
      return "LOC";
    case EntityType::kUnknown:
      break;
  }
  return "?";
}

}  // namespace

Analysis AnalyzeWords(absl::string_view text) {
  Analysis analysis;
  analysis.text = std::string(text);
  analysis.language_code = ScriptOf(text) == "Arab" ? "ar" : "en";
  Segmenter().Segment("", &analysis);
  Tokenizer().Tokenize(&analysis);
  SharedMorphology().Analyze(&analysis);
  return analysis;
}

void TagNames(Analysis* analysis) { SharedTagger().Tag(analysis); }

Analysis TagText(absl::string_view text) {
  Analysis analysis = AnalyzeWords(text);
  TagNames(&analysis);
  return analysis;
}

std::string MentionsOf(const Analysis& analysis) {
  std::string joined;
  for (const Mention& mention : analysis.mentions) {
    const EntityRecord& record = analysis.entities[mention.entity];
    const std::string& label = !record.lexicon_key.empty() ? record.lexicon_key
                               : !record.label_en.empty()  ? record.label_en
                                                           : record.label_ar;
    absl::StrAppend(&joined, joined.empty() ? "" : "; ", analysis.Quote(mention.range), "/",
                    TypeName(record.type), "/", label);
  }
  return joined;
}

}  // namespace isnad::extraction
