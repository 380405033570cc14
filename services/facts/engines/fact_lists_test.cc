// Lists of facts under every filter and order, now and as of earlier times, over every engine,
// against reading everything and choosing by hand. There are so many facts that some filters are
// served by an index and others by trying facts in their order.

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "gtest/gtest.h"
#include "services/facts/engines/testing/test_engines.h"
#include "services/server/clock/fake_clock.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts {
namespace {

constexpr int kFacts = 4'600;
constexpr int kChanged = 600;
constexpr int kEntities = 40;
constexpr int kPage = 700;
constexpr int64_t kDay = 86'400'000'000;

Filter Compare(FilterField field, FilterOperator op = FilterOperator::kEqual) {
  Filter filter;
  filter.kind = Filter::Kind::kCompare;
  filter.field = field;
  filter.op = op;
  return filter;
}

Filter Named(FilterField field, const std::string& text,
             FilterOperator op = FilterOperator::kEqual) {
  Filter filter = Compare(field, op);
  filter.text = text;
  return filter;
}

Filter Whole(FilterField field, FilterOperator op, int64_t integer) {
  Filter filter = Compare(field, op);
  filter.integer = integer;
  return filter;
}

Filter Joined(Filter::Kind kind, std::vector<Filter> children) {
  Filter filter;
  filter.kind = kind;
  filter.children = std::move(children);
  return filter;
}

Filter AtLeast(double confidence) {
  Filter filter = Compare(FilterField::kConfidence, FilterOperator::kGreaterEqual);
  filter.number = confidence;
  return filter;
}

// A filter and what it means.
struct Case {
  std::string words;
  Filter filter;
  std::function<bool(const FactRecord&)> holds;
};

bool IsEnd(const std::string& entity, const std::string& name) {
  // "e1" was merged into "e2".
  return entity == name || (entity == "e1" && name == "e2") || (entity == "e2" && name == "e1");
}

std::vector<Case> Cases() {
  const auto about = [](const std::string& name) {
    return [name](const FactRecord& fact) {
      return IsEnd(fact.identity.subject_entity, name) || IsEnd(fact.identity.object_entity, name);
    };
  };
  const auto type = [](const std::string& name) {
    return [name](const FactRecord& fact) { return fact.identity.type == name; };
  };
  return {
      {"everything", Filter(), [](const FactRecord&) { return true; }},
      {"a common type", Named(FilterField::kType, "COMMON"), type("COMMON")},
      {"a rare type", Named(FilterField::kType, "RARE"), type("RARE")},
      {"any type but the common one",
       Named(FilterField::kType, "COMMON", FilterOperator::kNotEqual), type("RARE")},
      {"about an entity", Named(FilterField::kEntity, "e7"), about("e7")},
      {"about a merged entity", Named(FilterField::kEntity, "e2"), about("e2")},
      {"not about an entity", Named(FilterField::kEntity, "e7", FilterOperator::kNotEqual),
       [about](const FactRecord& fact) { return !about("e7")(fact); }},
      {"about an entity, of a type",
       Joined(Filter::Kind::kAnd,
              {Named(FilterField::kSubject, "e2"), Named(FilterField::kType, "COMMON")}),
       [](const FactRecord& fact) {
         return IsEnd(fact.identity.subject_entity, "e2") && fact.identity.type == "COMMON";
       }},
      {"about one or another of several entities, of one or another type",
       Joined(Filter::Kind::kAnd,
              {Joined(Filter::Kind::kOr,
                      {Named(FilterField::kType, "RARE"), Named(FilterField::kType, "COMMON")}),
               Joined(Filter::Kind::kOr,
                      {Named(FilterField::kEntity, "e2"), Named(FilterField::kEntity, "e7"),
                       Named(FilterField::kSubject, "e9")})}),
       [about](const FactRecord& fact) {
         return about("e2")(fact) || about("e7")(fact) || fact.identity.subject_entity == "e9";
       }},
      {"of an entity or a rare type",
       Joined(Filter::Kind::kOr,
              {Named(FilterField::kObject, "e9"), Named(FilterField::kType, "RARE")}),
       [](const FactRecord& fact) {
         return fact.identity.object_entity == "e9" || fact.identity.type == "RARE";
       }},
      {"denials", Whole(FilterField::kPolarity, FilterOperator::kEqual, 2),
       [](const FactRecord& fact) { return fact.identity.polarity == Polarity::kDenied; }},
      {"well supported", Whole(FilterField::kSupport, FilterOperator::kGreaterEqual, 3),
       [](const FactRecord& fact) { return fact.state.support >= 3; }},
      {"confident", AtLeast(0.75),
       [](const FactRecord& fact) { return fact.state.confidence >= 0.75; }},
      {"of some days",
       Joined(Filter::Kind::kAnd,
              {Whole(FilterField::kValidDate, FilterOperator::kGreaterEqual, 100),
               Whole(FilterField::kValidDate, FilterOperator::kLess, 120)}),
       [](const FactRecord& fact) {
         return fact.state.valid_start >= 100 && fact.state.valid_start < 120;
       }},
      {"on a day", Whole(FilterField::kValidDate, FilterOperator::kEqual, 110),
       [](const FactRecord& fact) {
         return fact.state.valid_start != kOpenStart && fact.state.valid_start <= 110 &&
                fact.state.valid_end > 110;
       }},
      {"published early", Whole(FilterField::kPublishTime, FilterOperator::kLess, 50 * kDay),
       [](const FactRecord& fact) {
         return fact.state.first_publish_time != kUnknownTime &&
                fact.state.first_publish_time < 50 * kDay;
       }},
      {"with words", Named(FilterField::kText, "WORD 77", FilterOperator::kHas),
       [](const FactRecord& fact) {
         return fact.state.search_text.find("word 77") != std::string::npos;
       }},
  };
}

// What the order compares; larger comes later.
double Value(const FactRecord& fact, OrderField field) {
  const bool open = fact.state.valid_start == kOpenStart;
  switch (field) {
    case OrderField::kValidDate:
      return open ? kOpenEnd : fact.state.valid_start;
    case OrderField::kTimeline:
      return open ? static_cast<double>(fact.state.first_publish_time / kDay)
                  : fact.state.valid_start;
    case OrderField::kPublishTime:
      return static_cast<double>(fact.state.first_publish_time);
    case OrderField::kConfidence:
      return fact.state.confidence;
    case OrderField::kSupport:
      return fact.state.support;
    case OrderField::kType:
      return fact.identity.type == "COMMON" ? 0 : 1;
    default:
      return static_cast<double>(fact.record_time);
  }
}

class FactLists : public testing::TestWithParam<TestEngine> {
 protected:
  FactLists() : store_(OpenTestStore(GetParam().new_store(), &clock_)) {
    clock_.SetTime(absl::FromUnixSeconds(1'700'000'000));
  }

  int Below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

  static std::string KeyOf(int fact) { return absl::StrCat("key", fact); }

  FactState NewState(int fact) {
    FactState state;
    state.support = 1 + Below(4);
    state.confidence = 0.5 + 0.05 * Below(10);
    state.first_publish_time = Below(20) == 0 ? kUnknownTime : Below(1000) * kDay;
    if (Below(3) > 0) {
      state.valid_start = Below(1000);
      state.valid_end = state.valid_start + 1 + Below(30);
    }
    state.search_text = absl::StrCat("Some word ", fact);
    return state;
  }

  absl::Status PutNewFact(WriteTransaction& store, int number) {
    FactIdentity identity;
    identity.key = KeyOf(number);
    identity.type = number % 20 == 0 ? "RARE" : "COMMON";
    identity.subject_entity = absl::StrCat("e", Below(kEntities));
    identity.subject_ref = absl::StrCat("e:", identity.subject_entity);
    if (Below(2) == 0) {
      identity.object_entity = absl::StrCat("e", Below(kEntities));
      identity.object_ref = absl::StrCat("e:", identity.object_entity);
    }
    if (Below(10) == 0) identity.polarity = Polarity::kDenied;
    ISNAD_RETURN_IF_ERROR(store.InsertFact(identity));
    return store.PutFactState(identity.key, NewState(number), FactChange::kAdded);
  }

  // Some get another state, some end, some of those stand again.
  absl::Status ChangeSome(WriteTransaction& store) {
    for (int i = 0; i < kChanged; ++i) {
      const int number = Below(kFacts);
      FactState state = NewState(number);
      state.stands = Below(4) > 0;
      ISNAD_RETURN_IF_ERROR(store.PutFactState(KeyOf(number), state, FactChange::kEvidence));
    }
    return absl::OkStatus();
  }

  Micros Write(const std::function<absl::Status(WriteTransaction&)>& write) {
    clock_.Advance(absl::Seconds(1));
    Micros time = 0;
    const absl::Status status = store_->Write([&](WriteTransaction& store) {
      time = store.Time();
      return write(store);
    });
    EXPECT_TRUE(status.ok()) << status;
    return time;
  }

  static std::vector<FactRecord> List(Snapshot& snapshot, PageQuery query) {
    std::vector<FactRecord> all;
    query.limit = kPage;
    do {
      auto page = snapshot.ListFacts(query);
      EXPECT_TRUE(page.ok()) << page.status();
      if (!page.ok()) return all;
      EXPECT_LE(page->rows.size(), static_cast<size_t>(kPage));
      for (FactRecord& fact : page->rows) all.push_back(std::move(fact));
      query.after = page->next;
    } while (!query.after.empty());
    return all;
  }

  static std::vector<std::string> Keys(const std::vector<FactRecord>& facts) {
    std::vector<std::string> keys;
    for (const FactRecord& fact : facts) keys.push_back(fact.identity.key);
    std::sort(keys.begin(), keys.end());
    return keys;
  }

  static void Check(Snapshot& snapshot, const std::vector<FactRecord>& everything, const Case& one,
                    const OrderKey& order) {
    SCOPED_TRACE(absl::StrCat(one.words, " in order ", static_cast<int>(order.field)));
    std::vector<FactRecord> expected;
    std::copy_if(everything.begin(), everything.end(), std::back_inserter(expected), one.holds);
    PageQuery query;
    query.filter = one.filter;
    query.order = {order};
    const std::vector<FactRecord> listed = List(snapshot, query);
    EXPECT_EQ(Keys(listed), Keys(expected));
    for (size_t i = 1; i < listed.size(); ++i) {
      const double before = Value(listed[i - 1], order.field);
      const double after = Value(listed[i], order.field);
      EXPECT_TRUE(order.direction == Direction::kAscending ? before <= after : before >= after)
          << before << " and then " << after;
    }
  }

  server::FakeClock clock_;
  std::mt19937 random_{7};
  std::unique_ptr<sql::SqlFactStore> store_;
};

TEST_P(FactLists, AreWhatReadingEverythingLeaves) {
  std::vector<Micros> times;
  times.push_back(Write([this](WriteTransaction& store) -> absl::Status {
    for (int i = 0; i < kEntities; ++i) {
      EntityRecord entity;
      entity.id = absl::StrCat("e", i);
      entity.type = 2;
      ISNAD_RETURN_IF_ERROR(store.InsertEntity(entity));
    }
    ISNAD_RETURN_IF_ERROR(store.LinkEntity("e1", "e2", "same"));
    for (int i = 0; i < kFacts; ++i) ISNAD_RETURN_IF_ERROR(PutNewFact(store, i));
    return absl::OkStatus();
  }));
  for (int i = 0; i < 2; ++i) {
    times.push_back(Write([this](WriteTransaction& store) { return ChangeSome(store); }));
  }
  times.push_back(kLatest);
  const OrderField fields[] = {OrderField::kRecordTime, OrderField::kValidDate,
                               OrderField::kTimeline,   OrderField::kPublishTime,
                               OrderField::kConfidence, OrderField::kSupport,
                               OrderField::kType};
  int turn = 0;
  for (const Micros time : times) {
    auto snapshot = store_->Read(time);
    ASSERT_TRUE(snapshot.ok()) << snapshot.status();
    // By name: no index, no condition.
    const std::vector<FactRecord> everything = List(**snapshot, PageQuery());
    EXPECT_GT(everything.size(), static_cast<size_t>(kFacts - kChanged));
    for (const Case& one : Cases()) {
      // Each in another order at each time.
      Check(**snapshot, everything, one,
            {fields[turn % 7], turn % 2 == 0 ? Direction::kAscending : Direction::kDescending});
      ++turn;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Engines, FactLists, testing::ValuesIn(AllTestEngines()), NameOfEngine);

}  // namespace
}  // namespace isnad::facts
