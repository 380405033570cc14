#include "clients/cli/explanation_view.h"

#include <sstream>

#include "gmock/gmock.h"
#include "google/protobuf/text_format.h"
#include "gtest/gtest.h"

namespace isnad::cli {
namespace {

namespace v1 = isnad::v1;

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

// Bytes of ASCII stand in for Arabic, so that offsets can be counted here.
constexpr char kText[] = "Headline. Salma left Acme after she denied it.";

std::string Picture(const char* explanation) {
  v1::ExplainFactsResponse response;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(
      R"pb(entities { id: "e1" label_en: "Salma Adib" })pb", &response));
  EXPECT_TRUE(
      google::protobuf::TextFormat::ParseFromString(explanation, response.add_explanations()));
  std::ostringstream out;
  PrintExplanation(response.explanations(0), response, kText, Terminal(), out);
  return out.str();
}

TEST(ExplanationView, ShowsSentenceClausesVerbsFrameAndConfidence) {
  const std::string picture = Picture(R"pb(
    sentence { begin: 10 end: 46 quote: "Salma left Acme after she denied it." }
    clauses { kind: CLAUSE_KIND_MAIN begin: 10 end: 46 marker_begin: 10 }
    clauses { kind: CLAUSE_KIND_TIME begin: 32 end: 45 marker_begin: 26 }
    verbs {
      span { quote: "left" }
      lemma: "leave"
      tense: TENSE_PAST
    }
    verbs {
      span { quote: "denied" }
      lemma: "deny"
      tense: TENSE_PAST_CONTINUOUS
      negated: true
    }
    frame {
      rule: "LEFT/leave"
      construction: "active verb"
      trigger { begin: 16 end: 20 quote: "left" }
      slots {
        role: "subject"
        places: "subject of the verb"
        required: true
        span { begin: 10 end: 15 quote: "Salma" }
        entity: "e1"
        resolution_rule: "surname"
      }
      slots { role: "date" places: "anywhere in the clause" }
    }
    confidence_factors { reason: "frame" factor: 0.9 }
    confidence_factors { reason: "participant told by a pronoun or description" factor: 0.9 }
  )pb");
  EXPECT_THAT(picture, HasSubstr("[Salma] [[left]] Acme after she denied it."));
  EXPECT_THAT(picture, HasSubstr("  main: Salma left"));
  EXPECT_THAT(picture, HasSubstr("    time (after): she denied it"));
  EXPECT_THAT(picture, AllOf(HasSubstr("past continuous"), HasSubstr("negated")));
  EXPECT_THAT(picture, AllOf(HasSubstr("LEFT/leave, active verb, by left"), HasSubstr("Salma Adib"),
                             HasSubstr("surname"), HasSubstr("subject *")));
  EXPECT_THAT(picture, HasSubstr("= 0.81"));
}

TEST(ExplanationView, SpansOutsideTheTextAreSurvived) {
  const std::string picture = Picture(R"pb(
    sentence { begin: 10 end: 900 }
    clauses { kind: CLAUSE_KIND_MAIN begin: -4 end: 9000 marker_begin: -9 }
    frame { trigger { begin: 30 end: 20 } }
  )pb");
  EXPECT_THAT(picture, Not(HasSubstr("[[")));
}

}  // namespace
}  // namespace isnad::cli
