#include "services/extraction/morphology/inflection.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "gtest/gtest.h"

namespace isnad::extraction {
namespace {

// Strong, hollow, defective, doubled, and with a passive that is spelled out.
constexpr absl::string_view kVerbs[] = {"غادر", "قال", "استقال", "نفي", "دعا", "بقي", "مد", "كتب"};

bool Same(const VerbFeatures& a, const VerbFeatures& b) {
  return a.tense == b.tense && a.voice == b.voice && a.gender == b.gender && a.number == b.number &&
         a.person == b.person && a.future == b.future;
}

TEST(InflectionTest, FormOfAPerfectIsReadAsTheListOfItsFormsHasIt) {
  for (absl::string_view verb : kVerbs) {
    const std::vector<InflectedVerb> forms = InflectPerfect(verb);
    ASSERT_FALSE(forms.empty()) << verb;
    for (const InflectedVerb& form : forms) {
      // Of two readings of one spelling the first counts.
      const InflectedVerb* first = nullptr;
      for (const InflectedVerb& other : forms) {
        if (first == nullptr && other.form == form.form) first = &other;
      }
      const absl::optional<VerbFeatures> read = FeaturesOfPerfect(verb, form.form);
      ASSERT_TRUE(read.has_value()) << verb << " " << form.form;
      EXPECT_TRUE(Same(*read, first->features)) << verb << " " << form.form;
    }
  }
}

TEST(InflectionTest, OtherWordsAreNoFormOfAPerfect) {
  for (absl::string_view verb : kVerbs) {
    EXPECT_FALSE(FeaturesOfPerfect(verb, "").has_value()) << verb;
    EXPECT_FALSE(FeaturesOfPerfect(verb, absl::StrCat("ي", verb)).has_value()) << verb;
    EXPECT_FALSE(FeaturesOfPerfect(verb, absl::StrCat(verb, "ستان")).has_value()) << verb;
  }
  EXPECT_FALSE(FeaturesOfPerfect("", "قال").has_value());
}

}  // namespace
}  // namespace isnad::extraction
