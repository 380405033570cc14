#include "services/extraction/converters/source_spans.h"

#include <google/protobuf/text_format.h>

#include "gtest/gtest.h"
#include "isnad/v1/extraction_service.pb.h"

namespace isnad::extraction {
namespace {

// "Whoo sold Norsa" read as "who sold Norsa".
OffsetMap OneLetterLess() {
  OffsetMap map;
  map.AddReplacement(0, 0);
  map.AddCopy(3, 4);
  map.Finish(14, 15);
  return map;
}

TEST(SourceSpansTest, SpansAtAnyDepthAreMovedAndQuoted) {
  v1::AnalyzeTextResponse response;
  ASSERT_TRUE(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        tokens {
          surface: "who"
          span { begin: 0 end: 3 quote: "who" }
        }
        tokens {
          surface: "norsa"
          span { begin: 9 end: 14 quote: "Norsa" }
        }
        question {
          focus { begin: 0 end: 3 quote: "who" }
          relations { trigger { begin: 4 end: 8 quote: "sold" } }
        }
      )pb",
      &response));
  ToSourceSpans(OneLetterLess(), "Whoo sold Norsa", &response);
  EXPECT_EQ(response.tokens(0).span().end(), 4);
  EXPECT_EQ(response.tokens(0).span().quote(), "Whoo");
  EXPECT_EQ(response.tokens(0).surface(), "who");
  EXPECT_EQ(response.tokens(1).span().begin(), 10);
  EXPECT_EQ(response.tokens(1).span().quote(), "Norsa");
  EXPECT_EQ(response.question().focus().quote(), "Whoo");
  EXPECT_EQ(response.question().relations(0).trigger().begin(), 5);
  EXPECT_EQ(response.question().relations(0).trigger().quote(), "sold");
}

TEST(SourceSpansTest, WhatHasNoQuoteAndNoLengthGetsNone) {
  v1::AnalyzeTextResponse response;
  response.mutable_question()->mutable_focus();
  response.add_tokens()->mutable_span()->set_end(3);
  ToSourceSpans(OneLetterLess(), "Whoo sold Norsa", &response);
  EXPECT_EQ(response.question().focus().end(), 0);
  EXPECT_EQ(response.tokens(0).span().end(), 4);
  EXPECT_TRUE(response.tokens(0).span().quote().empty());
}

}  // namespace
}  // namespace isnad::extraction
