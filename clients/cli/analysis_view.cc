#include "clients/cli/analysis_view.h"

#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "clients/cli/table.h"
#include "clients/cli/text_style.h"
#include "clients/cli/value_view.h"

namespace isnad::cli {
namespace {

namespace v1 = isnad::v1;

std::string Clitics(const v1::Token& token) {
  std::vector<std::string> parts;
  for (const v1::Clitic& clitic : token.clitics()) {
    const bool before = clitic.position() == v1::Clitic::POSITION_PROCLITIC;
    parts.push_back(before ? clitic.form() + "+" : "+" + clitic.form());
  }
  return absl::StrJoin(parts, " ");
}

std::string Features(const v1::WordFeatures& features) {
  using F = v1::WordFeatures;
  const std::vector<std::string> all = {EnumWords(F::Person_Name(features.person()), "PERSON_"),
                                        EnumWords(F::Gender_Name(features.gender()), "GENDER_"),
                                        EnumWords(F::Number_Name(features.number()), "NUMBER_"),
                                        EnumWords(F::Aspect_Name(features.aspect()), "ASPECT_"),
                                        EnumWords(F::Voice_Name(features.voice()), "VOICE_")};
  std::vector<std::string> known;
  for (const std::string& feature : all) {
    if (!feature.empty()) known.push_back(feature);
  }
  return absl::StrJoin(known, " ");
}

std::string Score(double score) { return absl::StrFormat("%.2f", score); }

class View {
 public:
  View(const v1::AnalyzeTextResponse& analysis, const Terminal& terminal, std::ostream& out)
      : analysis_(analysis), style_(terminal), out_(out) {
    for (const v1::ExtractedEntity& entity : analysis.entities()) {
      entities_[entity.id()] = &entity;
    }
  }

  void PrintSummary() const {
    const int passages = analysis_.passages_size();
    out_ << "language " << analysis_.language_code() << ", " << passages
         << (passages == 1 ? " sentence, " : " sentences, ") << analysis_.tokens_size()
         << " words and marks, " << analysis_.entities_size() << " entities, "
         << analysis_.values_size() << " values\n";
  }

  void PrintPassage(const v1::Passage& passage, const AnalysisViewOptions& options) const {
    const std::string kind = EnumWords(v1::PassageKind_Name(passage.kind()), "PASSAGE_KIND_");
    out_ << "\n" << style_.Bold(absl::StrCat("[", passage.ordinal() + 1, "] ", kind)) << "\n";
    const std::string& sentence = passage.span().quote();
    out_ << (analysis_.language_code() == "ar" ? style_.RightToLeft(sentence) : sentence) << "\n";
    if (options.words) PrintWords(passage.span());
    PrintMentions(passage.span());
    PrintValues(passage.span());
  }

 private:
  static bool Holds(const v1::Span& outer, const v1::Span& inner) {
    return outer.begin() <= inner.begin() && inner.end() <= outer.end();
  }

  void PrintWords(const v1::Span& passage) const {
    Table table({"  WORD", "CLITICS", "BASE", "LEMMA", "POS", "FEATURES", "STEM", "SCORE"});
    int rows = 0;
    for (const v1::Token& token : analysis_.tokens()) {
      if (!Holds(passage, token.span()) || token.shape() == v1::Token::SHAPE_PUNCTUATION) continue;
      ++rows;
      table.AddRow({"  " + style_.Isolated(token.span().quote()), style_.Isolated(Clitics(token)),
                    style_.Isolated(token.base()), style_.Isolated(token.lemma()),
                    EnumWords(v1::PartOfSpeech_Name(token.part_of_speech()), "PART_OF_SPEECH_"),
                    Features(token.features()), style_.Isolated(token.stem()),
                    Score(token.score())});
    }
    if (rows > 0) table.Print(out_);
  }

  void PrintMentions(const v1::Span& passage) const {
    Table table({"  MENTION", "KIND", "STANDS FOR", "TYPE", "RULE", "SCORE"});
    int rows = 0;
    for (const v1::Mention& mention : analysis_.mentions()) {
      if (!Holds(passage, mention.span())) continue;
      ++rows;
      const auto found = entities_.find(mention.entity());
      const v1::ExtractedEntity* entity = found == entities_.end() ? nullptr : found->second;
      table.AddRow(
          {"  " + style_.Isolated(mention.span().quote()),
           EnumWords(v1::Mention::Kind_Name(mention.kind()), "KIND_"),
           style_.Isolated(entity == nullptr ? "" : Label(*entity)),
           entity == nullptr ? "" : EnumWords(v1::EntityType_Name(entity->type()), "ENTITY_TYPE_"),
           mention.rule(), Score(mention.confidence())});
    }
    if (rows > 0) table.Print(out_);
  }

  void PrintValues(const v1::Span& passage) const {
    Table table({"  VALUE", "READ AS"});
    int rows = 0;
    for (const v1::Value& value : analysis_.values()) {
      if (!Holds(passage, value.span())) continue;
      ++rows;
      table.AddRow({"  " + style_.Isolated(value.span().quote()), DescribeValue(value)});
    }
    if (rows > 0) table.Print(out_);
  }

  static std::string Label(const v1::ExtractedEntity& entity) {
    if (entity.label_ar().empty()) return entity.label_en();
    if (entity.label_en().empty()) return entity.label_ar();
    return absl::StrCat(entity.label_ar(), " / ", entity.label_en());
  }

  const v1::AnalyzeTextResponse& analysis_;
  const TextStyle style_;
  std::ostream& out_;
  std::map<std::string, const v1::ExtractedEntity*> entities_;
};

}  // namespace

void PrintAnalysis(const v1::AnalyzeTextResponse& analysis, const AnalysisViewOptions& options,
                   const Terminal& terminal, std::ostream& out) {
  const View view(analysis, terminal, out);
  view.PrintSummary();
  for (const v1::Passage& passage : analysis.passages()) view.PrintPassage(passage, options);
}

}  // namespace isnad::cli
