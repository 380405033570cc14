#include "services/extraction/clauses/clause_finder.h"

#include <memory>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/morphology/morphology.h"
#include "services/extraction/segment/segmenter.h"
#include "services/extraction/tokenize/tokenizer.h"

namespace isnad::extraction {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

Analysis Split(absl::string_view text) {
  static const Morphology* morphology = Morphology::Create(LexiconFiles::Embedded())->release();
  Analysis analysis;
  analysis.text = std::string(text);
  analysis.language_code = "ar";
  Segmenter().Segment("", &analysis);
  Tokenizer().Tokenize(&analysis);
  morphology->Analyze(&analysis);
  ClauseFinder().Find(&analysis);
  return analysis;
}

std::vector<std::string> Of(const Analysis& analysis, ClauseKind kind) {
  std::vector<std::string> out;
  for (const Clause& clause : analysis.clauses) {
    if (clause.kind == kind) {
      out.emplace_back(analysis.Quote(analysis.BytesOf(clause.tokens)));
    }
  }
  return out;
}

TEST(ClauseFinder, FindsReasons) {
  const Analysis analysis = Split("تراجعت أرباح الشركة بسبب ارتفاع أسعار الطاقة.");
  EXPECT_THAT(Of(analysis, ClauseKind::kCause), ElementsAre("ارتفاع أسعار الطاقة"));
  EXPECT_THAT(Of(Split("ويعود ذلك إلى نقص الرقائق في السوق."), ClauseKind::kCause),
              ElementsAre("نقص الرقائق في السوق"));
}

TEST(ClauseFinder, FindsPurposesAndAttributions) {
  const Analysis analysis =
      Split("أعادت المجموعة ترتيب فروعها بهدف خفض النفقات، وفقا لبيان نشرته أمس.");
  EXPECT_THAT(Of(analysis, ClauseKind::kPurpose), ElementsAre("خفض النفقات"));
  EXPECT_THAT(Of(analysis, ClauseKind::kAttribution), Contains("لبيان نشرته أمس"));
}

TEST(ClauseFinder, FindsQuotationsOfAllMarks) {
  for (const char* text :
       {"وصف المدير الخطة بأنها «مغامرة كبيرة».", "وصف المدير الخطة بأنها “مغامرة كبيرة”.",
        "وصف المدير الخطة بأنها \"مغامرة كبيرة\"."}) {
    EXPECT_THAT(Of(Split(text), ClauseKind::kQuotation), ElementsAre("مغامرة كبيرة")) << text;
  }
}

TEST(ClauseFinder, ContentFollowsThat) {
  EXPECT_THAT(Of(Split("أكد الوزير أن المشروع سيكتمل في موعده."), ClauseKind::kContent),
              Contains("المشروع سيكتمل في موعده"));
}

TEST(ClauseFinder, MainClausesCoverWhatHasNoMarker) {
  const Analysis analysis = Split("افتتح البنك فرعا جديدا.");
  EXPECT_THAT(Of(analysis, ClauseKind::kMain), ElementsAre("افتتح البنك فرعا جديدا"));
  EXPECT_THAT(Of(analysis, ClauseKind::kCause), IsEmpty());
}

}  // namespace
}  // namespace isnad::extraction
