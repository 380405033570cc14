#include "clients/cli/conflict_view.h"

#include <sstream>

#include "google/protobuf/text_format.h"
#include "gtest/gtest.h"

namespace isnad::cli {
namespace {

TEST(ConflictView, SidesAreShownWithTheirSourcesAndWhoLeavesTheObjectUnnamed) {
  v1::Conflict conflict;
  ASSERT_TRUE(google::protobuf::TextFormat::ParseFromString(
      R"pb(name: "conflicts/c1"
           kind: KIND_FIGURE
           state: STATE_OPEN
           explanation_en: "Sources give different figures."
           sides { facts: "facts/f1" unnamed_mentions: "facts/f3" support: 2 unnamed_support: 1 }
           sides { facts: "facts/f2" agreeing_facts: "facts/f4" support: 1 })pb",
      &conflict));
  std::ostringstream out;
  PrintConflict(conflict, out);
  EXPECT_EQ(out.str(),
            "conflicts/c1  figure, open\n"
            "  Sources give different figures.\n"
            "  side 1: 2 sources and 1 source [object unnamed]\n"
            "    facts/f1\n"
            "    object unnamed: facts/f3\n"
            "  side 2: 1 source\n"
            "    facts/f2\n"
            "    agreeing: facts/f4\n");
}

}  // namespace
}  // namespace isnad::cli
