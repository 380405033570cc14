// Lists of facts under every filter and order, now and as of earlier times, over every engine,
// against reading everything and choosing by hand. There are so many facts that some filters are
// served by an index and others by trying facts in their order.

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <random>
#include <set>
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
constexpr int kDocuments = 12;
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

// What evidence counts at some time: the sources that each fact is from and who says it, by key.
struct Told {
  std::map<std::string, std::set<std::string>> sources;
  std::map<std::string, std::set<std::string>> speakers;

  bool By(const std::string& speaker, const FactRecord& fact) const {
    const auto said = speakers.find(fact.identity.key);
    return said != speakers.end() &&
           std::any_of(said->second.begin(), said->second.end(),
                       [&speaker](const std::string& one) { return IsEnd(one, speaker); });
  }
  bool In(const std::string& source, const FactRecord& fact) const {
    const auto from = sources.find(fact.identity.key);
    return from != sources.end() && from->second.count(source) != 0;
  }
};

std::vector<Case> Cases(const Told& told) {
  const auto about = [](const std::string& name) {
    return [name](const FactRecord& fact) {
      return IsEnd(fact.identity.subject_entity, name) || IsEnd(fact.identity.object_entity, name);
    };
  };
  const auto between = [](const std::string& subject, const std::string& object) {
    return [subject, object](const FactRecord& fact) {
      return IsEnd(fact.identity.subject_entity, subject) &&
             IsEnd(fact.identity.object_entity, object);
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
      {"between two",
       Joined(Filter::Kind::kAnd,
              {Named(FilterField::kSubject, "e3"), Named(FilterField::kObject, "e4")}),
       between("e3", "e4")},
      {"between two the other way",
       Joined(Filter::Kind::kAnd,
              {Named(FilterField::kObject, "e3"), Named(FilterField::kSubject, "e4")}),
       between("e4", "e3")},
      {"between two, some",
       Joined(Filter::Kind::kAnd,
              {Named(FilterField::kEntity, "e3"), Named(FilterField::kEntity, "e4"),
               Named(FilterField::kType, "RARE"),
               Whole(FilterField::kPolarity, FilterOperator::kEqual, 2)}),
       [between](const FactRecord& fact) {
         return (between("e3", "e4")(fact) || between("e4", "e3")(fact)) &&
                fact.identity.type == "RARE" && fact.identity.polarity == Polarity::kDenied;
       }},
      {"between a merged entity and another",
       Joined(Filter::Kind::kAnd,
              {Named(FilterField::kEntity, "e1"), Named(FilterField::kEntity, "e3")}),
       [between](const FactRecord& fact) {
         return between("e2", "e3")(fact) || between("e3", "e2")(fact);
       }},
      {"between an entity and what was merged into it",
       Joined(Filter::Kind::kAnd,
              {Named(FilterField::kSubject, "e1"), Named(FilterField::kEntity, "e2")}),
       [](const FactRecord& fact) { return IsEnd(fact.identity.subject_entity, "e2"); }},
      {"of two subjects",
       Joined(Filter::Kind::kAnd,
              {Named(FilterField::kSubject, "e3"), Named(FilterField::kSubject, "e7")}),
       [](const FactRecord&) { return false; }},
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
      {"of a large source", Named(FilterField::kSource, "gazette"),
       [told](const FactRecord& fact) { return told.In("gazette", fact); }},
      {"of a large source, confident",
       Joined(Filter::Kind::kAnd, {Named(FilterField::kSource, "gazette"), AtLeast(0.75)}),
       [told](const FactRecord& fact) {
         return told.In("gazette", fact) && fact.state.confidence >= 0.75;
       }},
      {"of a small source", Named(FilterField::kSource, "leaflet"),
       [told](const FactRecord& fact) { return told.In("leaflet", fact); }},
      {"not of a source", Named(FilterField::kSource, "gazette", FilterOperator::kNotEqual),
       [told](const FactRecord& fact) { return !told.In("gazette", fact); }},
      {"said by somebody merged", Named(FilterField::kSpeaker, "e2"),
       [told](const FactRecord& fact) { return told.By("e2", fact); }},
      {"said by somebody, about an entity",
       Joined(Filter::Kind::kAnd,
              {Named(FilterField::kSpeaker, "e1"), Named(FilterField::kEntity, "e7")}),
       [told, about](const FactRecord& fact) { return told.By("e1", fact) && about("e7")(fact); }},
      {"said by somebody who says little", Named(FilterField::kSpeaker, "e9"),
       [told](const FactRecord& fact) { return told.By("e9", fact); }},
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
    // Two have so much to do with each other that even this is followed in the list's order.
    const bool between_two = Below(4) == 0;
    if (between_two) identity.subject_entity = "e3";
    identity.subject_ref = absl::StrCat("e:", identity.subject_entity);
    if (between_two) {
      identity.object_entity = "e4";
      identity.object_ref = "e:e4";
    } else if (Below(2) == 0) {
      identity.object_entity = absl::StrCat("e", Below(kEntities));
      identity.object_ref = absl::StrCat("e:", identity.object_entity);
    }
    if (Below(10) == 0) identity.polarity = Polarity::kDenied;
    ISNAD_RETURN_IF_ERROR(store.InsertFact(identity));
    return store.PutFactState(identity.key, NewState(number), FactChange::kAdded);
  }

  // Articles of a source that has most, of another, and of one that has little.
  absl::Status PutDocuments(WriteTransaction& store) {
    for (int i = 0; i < kDocuments; ++i) {
      DocumentRecord document;
      document.id = absl::StrCat("d", i);
      document.source = i == 0 ? "leaflet" : i < 3 ? "herald" : "gazette";
      document.content_hash = document.text = document.id;
      ISNAD_RETURN_IF_ERROR(store.InsertDocument(document));
      ExtractionRecord extraction;
      extraction.document = document.id;
      extraction.extractor_version = "1";
      ISNAD_ASSIGN_OR_RETURN(extraction.id, store.InsertExtraction(extraction));
      extractions_[document.id] = extraction.id;
      sources_[document.id] = document.source;
    }
    return absl::OkStatus();
  }

  // Each fact stands in some articles, in some of them twice.
  absl::Status PutEvidenceOf(WriteTransaction& store, int number) {
    for (int times = 1 + Below(4); times > 0; --times) {
      EvidenceRecord evidence;
      evidence.fact = KeyOf(number);
      evidence.document = absl::StrCat("d", Below(100) < 4 ? 0 : 1 + Below(kDocuments - 1));
      evidence.extraction = extractions_[evidence.document];
      const int speaker = Below(100);
      evidence.speaker = speaker < 20 ? "e1" : speaker < 40 ? "e2" : speaker < 43 ? "e9" : "";
      ISNAD_RETURN_IF_ERROR(store.InsertEvidence(evidence));
      evidence_.push_back(std::move(evidence));
    }
    return absl::OkStatus();
  }

  // The evidence of one of the articles no longer counts.
  absl::Status EndArticle(WriteTransaction& store, const std::string& document) {
    ended_[document] = store.Time();
    return store.EndExtraction(extractions_[document]).status();
  }

  Told ToldAt(Micros time) const {
    Told told;
    for (const EvidenceRecord& evidence : evidence_) {
      const auto ended = ended_.find(evidence.document);
      if (ended != ended_.end() && ended->second <= time) continue;
      told.sources[evidence.fact].insert(sources_.at(evidence.document));
      if (!evidence.speaker.empty()) told.speakers[evidence.fact].insert(evidence.speaker);
    }
    return told;
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
                    const std::vector<OrderKey>& orders) {
    const OrderKey& order = orders[0];
    SCOPED_TRACE(absl::StrCat(one.words, " in order ", static_cast<int>(order.field)));
    std::vector<FactRecord> expected;
    std::copy_if(everything.begin(), everything.end(), std::back_inserter(expected), one.holds);
    PageQuery query;
    query.filter = one.filter;
    query.order = orders;
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
  std::map<std::string, int64_t> extractions_;  // By document.
  std::map<std::string, std::string> sources_;  // By document.
  std::map<std::string, Micros> ended_;         // By document.
  std::vector<EvidenceRecord> evidence_;
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
    ISNAD_RETURN_IF_ERROR(PutDocuments(store));
    for (int i = 0; i < kFacts; ++i) {
      ISNAD_RETURN_IF_ERROR(PutNewFact(store, i));
      ISNAD_RETURN_IF_ERROR(PutEvidenceOf(store, i));
    }
    return absl::OkStatus();
  }));
  for (const char* ended : {"d1", "d5"}) {
    times.push_back(Write([this, ended](WriteTransaction& store) -> absl::Status {
      ISNAD_RETURN_IF_ERROR(EndArticle(store, ended));
      return ChangeSome(store);
    }));
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
    for (const Case& one : Cases(ToldAt(time))) {
      // Each in another order at each time, in all of them now, and always by age.
      const Direction direction = turn % 2 == 0 ? Direction::kAscending : Direction::kDescending;
      Check(**snapshot, everything, one, {{OrderField::kRecordTime, direction}});
      for (int i = 0; i < 7; ++i) {
        if (time != kLatest && i != turn % 7) continue;
        Check(**snapshot, everything, one, {{fields[i], direction}});
      }
      Check(**snapshot, everything, one,
            {{OrderField::kSupport, direction}, {OrderField::kConfidence, direction}});
      ++turn;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Engines, FactLists, testing::ValuesIn(AllTestEngines()), NameOfEngine);

}  // namespace
}  // namespace isnad::facts
