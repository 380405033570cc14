#include "services/facts/store/fact_store_conformance.h"

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts {
namespace {

DocumentRecord Document(const std::string& id) {
  DocumentRecord document;
  document.id = id;
  document.text = "نص المقال " + id;
  document.title = "عنوان";
  document.content_hash = "hash-" + id;
  document.source = "a-paper";
  document.publisher = "A Paper";
  document.publish_time = 1000;
  return document;
}

FactIdentity Identity(const std::string& key) {
  FactIdentity identity;
  identity.key = key;
  identity.type = "LEFT";
  identity.subject_entity = "someone";
  identity.subject_ref = "e:someone";
  identity.object_ref = "t:words";
  identity.figure = Figure{2.5, 0, FigureBound::kAbout, "USD"};
  return identity;
}

FactState State(double confidence) {
  FactState state;
  state.support = 1;
  state.confidence = confidence;
  state.claim.subject.entity = "someone";
  state.claim.subject.display_text = "شخص ما";
  state.search_text = "شخص ما";
  return state;
}

absl::Status PutFact(WriteTransaction& store, const std::string& key, double confidence) {
  ISNAD_RETURN_IF_ERROR(store.InsertFact(Identity(key)));
  return store.PutFactState(key, State(confidence), FactChange::kAdded);
}

EntityRecord Entity(const std::string& id) {
  EntityRecord entity;
  entity.id = id;
  entity.type = 1;
  entity.label_en = id;
  entity.external_ids = {{"wikidata", "Q1"}};
  return entity;
}

std::vector<std::string> Keys(FactStore& store, Micros time, const PageQuery& query = {}) {
  auto snapshot = store.Read(time);
  EXPECT_TRUE(snapshot.ok());
  auto page = (*snapshot)->ListFacts(query);
  EXPECT_TRUE(page.ok()) << page.status();
  std::vector<std::string> keys;
  for (const FactRecord& fact : page->rows) keys.push_back(fact.identity.key);
  return keys;
}

TEST_P(FactStoreConformance, FailedWriteLeavesNoTrace) {
  const absl::Status status = store_->Write([](WriteTransaction& store) -> absl::Status {
    ISNAD_RETURN_IF_ERROR(store.InsertDocument(Document("a")));
    ISNAD_RETURN_IF_ERROR(PutFact(store, "k", 0.5));
    return absl::AbortedError("changed my mind");
  });
  EXPECT_TRUE(absl::IsAborted(status));
  auto snapshot = store_->Read(kLatest);
  ASSERT_TRUE(snapshot.ok());
  EXPECT_TRUE(absl::IsNotFound((*snapshot)->GetDocument("a", Detail::kBasic).status()));
  EXPECT_EQ((*snapshot)->LastChange().value(), 0);
}

TEST_P(FactStoreConformance, SnapshotDoesNotSeeLaterWrites) {
  auto snapshot = store_->Read(kLatest);
  ASSERT_TRUE(snapshot.ok());
  ASSERT_EQ((*snapshot)->GetStats()->documents, 0);
  ASSERT_TRUE(
      store_->Write([](WriteTransaction& store) { return store.InsertDocument(Document("a")); })
          .ok());
  EXPECT_EQ((*snapshot)->GetStats()->documents, 0);
  EXPECT_EQ((*store_->Read(kLatest))->GetStats()->documents, 1);
}

TEST_P(FactStoreConformance, TimesRiseAlthoughTheClockStands) {
  std::vector<Micros> times;
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(store_
                    ->Write([&](WriteTransaction& store) {
                      times.push_back(store.Time());
                      return absl::OkStatus();
                    })
                    .ok());
  }
  EXPECT_LT(times[0], times[1]);
  EXPECT_LT(times[1], times[2]);
}

TEST_P(FactStoreConformance, AnsweredTimesStayAsTheyWere) {
  const Micros now = absl::ToUnixMicros(clock_.Now());
  EXPECT_TRUE(Keys(*store_, now).empty());
  ASSERT_TRUE(store_->Write([](WriteTransaction& s) { return PutFact(s, "k", 0.5); }).ok());
  EXPECT_TRUE(Keys(*store_, now).empty());
  EXPECT_EQ(Keys(*store_, kLatest).size(), 1u);
}

TEST_P(FactStoreConformance, FormerStatesStayReadable) {
  Micros first = 0;
  ASSERT_TRUE(store_
                  ->Write([&](WriteTransaction& store) {
                    first = store.Time();
                    return PutFact(store, "k", 0.5);
                  })
                  .ok());
  ASSERT_TRUE(store_
                  ->Write([](WriteTransaction& store) {
                    FactState gone = State(0.9);
                    gone.stands = false;
                    return store.PutFactState("k", gone, FactChange::kSuperseded);
                  })
                  .ok());
  EXPECT_TRUE(Keys(*store_, kLatest).empty());
  EXPECT_EQ(Keys(*store_, first).size(), 1u);
  EXPECT_DOUBLE_EQ((*store_->Read(first))->GetFact("k")->state.confidence, 0.5);
  EXPECT_FALSE((*store_->Read(kLatest))->GetFact("k")->state.stands);
}

TEST_P(FactStoreConformance, FactsReadBackWhole) {
  ASSERT_TRUE(store_->Write([](WriteTransaction& s) { return PutFact(s, "k", 0.5); }).ok());
  const FactRecord fact = (*store_->Read(kLatest))->GetFact("k").value();
  EXPECT_EQ(fact.identity.type, "LEFT");
  EXPECT_EQ(fact.identity.object_ref, "t:words");
  ASSERT_TRUE(fact.identity.figure.has_value());
  EXPECT_DOUBLE_EQ(fact.identity.figure->amount, 2.5);
  EXPECT_EQ(fact.identity.figure->bound, FigureBound::kAbout);
  EXPECT_EQ(fact.state.claim.subject.display_text, "شخص ما");
  EXPECT_FALSE(fact.state.claim.object.has_value());
}

TEST_P(FactStoreConformance, PagesCoverEverythingOnceInAnyOrder) {
  ASSERT_TRUE(store_
                  ->Write([](WriteTransaction& store) -> absl::Status {
                    for (int i = 0; i < 23; ++i) {
                      ISNAD_RETURN_IF_ERROR(PutFact(store, absl::StrCat("key", i), (i % 3) * 0.25));
                    }
                    return absl::OkStatus();
                  })
                  .ok());
  for (const OrderField field :
       {OrderField::kName, OrderField::kConfidence, OrderField::kValidDate, OrderField::kTimeline,
        OrderField::kType, OrderField::kSupport, OrderField::kPublishTime}) {
    for (const Direction direction : {Direction::kAscending, Direction::kDescending}) {
      PageQuery query;
      query.order = {{field, direction}};
      const std::vector<std::string> whole = Keys(*store_, kLatest, query);
      query.limit = 5;
      std::vector<std::string> paged;
      do {
        auto page = (*store_->Read(kLatest))->ListFacts(query);
        ASSERT_TRUE(page.ok()) << page.status();
        for (const FactRecord& fact : page->rows) paged.push_back(fact.identity.key);
        query.after = page->next;
      } while (!query.after.empty());
      EXPECT_EQ(paged, whole);
      EXPECT_EQ(paged.size(), 23u);
    }
  }
}

TEST_P(FactStoreConformance, NamesAreOrderedByTheirBytes) {
  std::vector<std::string> keys = {"b", "A", "ab", "a-b", "aB", "\u00e9", "\u0645", "_", "Z"};
  ASSERT_TRUE(store_
                  ->Write([&](WriteTransaction& store) -> absl::Status {
                    for (const std::string& key : keys) {
                      ISNAD_RETURN_IF_ERROR(PutFact(store, key, 0.5));
                    }
                    return absl::OkStatus();
                  })
                  .ok());
  std::sort(keys.begin(), keys.end());
  EXPECT_EQ(Keys(*store_, kLatest), keys);
}

TEST_P(FactStoreConformance, TextIsFoundInEitherCaseOfAscii) {
  ASSERT_TRUE(store_
                  ->Write([](WriteTransaction& store) {
                    DocumentRecord document = Document("a");
                    document.title = "Title of \u00c9t\u00e9 100%_";
                    return store.InsertDocument(document);
                  })
                  .ok());
  const auto count = [this](const std::string& text) {
    PageQuery query;
    query.filter.kind = Filter::Kind::kCompare;
    query.filter.field = FilterField::kTitle;
    query.filter.op = FilterOperator::kHas;
    query.filter.text = text;
    auto page = (*store_->Read(kLatest))->ListDocuments(query);
    EXPECT_TRUE(page.ok()) << page.status();
    return page->rows.size();
  };
  for (const char* part : {"title", "TITLE OF", "\u00c9t\u00e9", "100%_"}) {
    EXPECT_EQ(count(part), 1u) << part;
  }
  for (const char* part : {"titles", "\u00e9t\u00e9", "%_1", "_00"}) {
    EXPECT_EQ(count(part), 0u) << part;
  }
}

TEST_P(FactStoreConformance, ForeignPositionsAreRefused) {
  PageQuery query;
  query.after = {"not", "mine", "at all"};
  EXPECT_TRUE(absl::IsInvalidArgument((*store_->Read(kLatest))->ListFacts(query).status()));
}

TEST_P(FactStoreConformance, MergeLinksAreFollowedAndTakenBack) {
  Micros merged = 0;
  ASSERT_TRUE(store_
                  ->Write([](WriteTransaction& store) -> absl::Status {
                    for (const char* id : {"a", "b", "c"})
                      ISNAD_RETURN_IF_ERROR(store.InsertEntity(Entity(id)));
                    return absl::OkStatus();
                  })
                  .ok());
  ASSERT_TRUE(store_
                  ->Write([&](WriteTransaction& store) -> absl::Status {
                    merged = store.Time();
                    ISNAD_RETURN_IF_ERROR(store.LinkEntity("a", "b", "same"));
                    return store.LinkEntity("b", "c", "same");
                  })
                  .ok());
  EXPECT_EQ((*store_->Read(kLatest))->Canonical("a").value(), "c");
  EXPECT_EQ((*store_->Read(kLatest))->SameEntities("a")->size(), 3u);
  ASSERT_TRUE(
      store_->Write([](WriteTransaction& store) { return store.UnlinkEntity("b", "not the same"); })
          .ok());
  EXPECT_EQ((*store_->Read(kLatest))->Canonical("a").value(), "b");
  EXPECT_EQ((*store_->Read(merged))->Canonical("a").value(), "c");
  EXPECT_EQ((*store_->Read(kLatest))->GetEntity("c", Detail::kFull)->external_ids[0].second, "Q1");
}

TEST_P(FactStoreConformance, SpellingsAreFoundByMatchKeysAndType) {
  Micros before = 0;
  ASSERT_TRUE(store_
                  ->Write([&](WriteTransaction& store) {
                    before = store.Time();
                    return absl::OkStatus();
                  })
                  .ok());
  ASSERT_TRUE(store_
                  ->Write([](WriteTransaction& store) -> absl::Status {
                    for (const char* id : {"a", "b"}) {
                      EntityRecord entity = Entity(id);
                      entity.type = id[0] == 'a' ? 1 : 2;
                      ISNAD_RETURN_IF_ERROR(store.InsertEntity(entity));
                      AliasRecord alias;
                      alias.surface = absl::StrCat("Name ", id);
                      alias.folded_key = absl::StrCat("name ", id);
                      alias.kind = AliasKind::kCanonical;
                      alias.match_keys = {"nm", absl::StrCat("nm", id)};
                      ISNAD_RETURN_IF_ERROR(store.AddAliases(id, 1, {alias}));
                      // Seen again: nothing is added.
                      ISNAD_RETURN_IF_ERROR(store.AddAliases(id, 2, {alias}));
                    }
                    return absl::OkStatus();
                  })
                  .ok());
  const auto find = [this](std::vector<std::string> keys, int type, int limit, Micros time) {
    std::string found;
    auto aliases = (*store_->Read(time))->FindAliases(keys, type, limit);
    EXPECT_TRUE(aliases.ok()) << aliases.status();
    for (const AliasCandidate& alias : *aliases) {
      absl::StrAppend(&found, alias.entity, ":", alias.surface, ":", alias.type, " ");
      EXPECT_EQ(alias.kind, AliasKind::kCanonical);
    }
    return found;
  };
  EXPECT_EQ(find({"nm"}, 0, 10, kLatest), "a:Name a:1 b:Name b:2 ");
  EXPECT_EQ(find({"nm"}, 2, 10, kLatest), "b:Name b:2 ");
  EXPECT_EQ(find({"nm"}, 0, 1, kLatest), "a:Name a:1 ");
  EXPECT_EQ(find({"nmb", "xyz"}, 0, 10, kLatest), "b:Name b:2 ");
  EXPECT_EQ(find({}, 0, 10, kLatest), "");
  EXPECT_EQ(find({"nm"}, 0, 10, before), "");
}

TEST_P(FactStoreConformance, SpellingsAreFoundByTheirBeginning) {
  ASSERT_TRUE(store_
                  ->Write([](WriteTransaction& store) -> absl::Status {
                    int number = 0;
                    for (const char* key : {"سار", "سارة", "ساره علي", "سلوى", "sara", "sar"}) {
                      const std::string id = absl::StrCat("e", number++);
                      ISNAD_RETURN_IF_ERROR(store.InsertEntity(Entity(id)));
                      AliasRecord alias;
                      alias.surface = alias.folded_key = key;
                      ISNAD_RETURN_IF_ERROR(store.AddAliases(id, 1, {alias}));
                    }
                    return absl::OkStatus();
                  })
                  .ok());
  const auto count = [this](const std::string& prefix) {
    EntitySearch search;
    search.prefix = prefix;
    auto found = (*store_->Read(kLatest))->SearchEntities(search);
    EXPECT_TRUE(found.ok()) << found.status();
    return found->size();
  };
  EXPECT_EQ(count("سار"), 3u);
  EXPECT_EQ(count("س"), 4u);
  EXPECT_EQ(count("sar"), 2u);
  EXPECT_EQ(count("sara"), 1u);
  // Characters whose last byte is the highest that UTF-8 has there.
  EXPECT_EQ(count("\u063f"), 0u);
  EXPECT_EQ(count("\uffff"), 0u);
}

TEST_P(FactStoreConformance, EntitiesFoundElsewhereAreRankedAmongOthers) {
  ASSERT_TRUE(store_
                  ->Write([](WriteTransaction& store) -> absl::Status {
                    for (const char* id : {"a", "b"}) {
                      ISNAD_RETURN_IF_ERROR(store.InsertEntity(Entity(id)));
                      AliasRecord alias;
                      alias.surface = alias.folded_key = id;
                      ISNAD_RETURN_IF_ERROR(store.AddAliases(id, 1, {alias}));
                    }
                    return absl::OkStatus();
                  })
                  .ok());
  EntitySearch search;
  search.folded_keys = {"a"};
  search.found = {{"b", 0.6, "b", "bee"}, {"a", 0.5, "a", "ay"}, {"gone", 0.6, "", ""}};
  const auto found = (*store_->Read(kLatest))->SearchEntities(search);
  ASSERT_TRUE(found.ok()) << found.status();
  ASSERT_EQ(found->size(), 2u);
  EXPECT_EQ((*found)[0].entity.id, "a");
  EXPECT_EQ((*found)[0].matched_key, "a");
  EXPECT_EQ((*found)[1].entity.id, "b");
  EXPECT_EQ((*found)[1].matched_key, "bee");
}

PassageRecord Passage(int64_t extraction, int ordinal, std::vector<std::string> surface,
                      std::vector<std::string> stem, int kind = 3) {
  PassageRecord passage;
  passage.document = "a";
  passage.extraction = extraction;
  passage.ordinal = ordinal;
  passage.kind = kind;
  passage.surface_terms = std::move(surface);
  passage.stem_terms = std::move(stem);
  passage.mentions = {"", "someone"};
  passage.passage_bytes = std::string("bytes\0with zero", 15);
  return passage;
}

absl::Status PutPassages(WriteTransaction& store, int64_t* extraction) {
  ISNAD_RETURN_IF_ERROR(store.InsertDocument(Document("a")));
  ExtractionRecord record;
  record.document = "a";
  record.extractor_version = "1";
  ISNAD_ASSIGN_OR_RETURN(*extraction, store.InsertExtraction(record));
  ISNAD_RETURN_IF_ERROR(store.InsertPassage(Passage(
      *extraction, 0, {"والشركه", "gpt-4.5", "14.3", "c++", "a\"b", "two words"}, {"شرك"})));
  ISNAD_RETURN_IF_ERROR(store.InsertPassage(Passage(*extraction, 1, {"بحر"}, {"بحر", "شرك"})));
  return store.InsertPassage(Passage(*extraction, 2, {"مشاركه"}, {"شرك"}, 9));
}

std::vector<int> Found(FactStore& store, const std::string& term, TermField field,
                       Micros time = kLatest) {
  PassageSearch search;
  search.terms = {{term, field, 1, 0}};
  auto candidates = (*store.Read(time))->FindPassages(search);
  EXPECT_TRUE(candidates.ok()) << candidates.status();
  std::vector<int> ordinals;
  for (const PassageCandidate& found : candidates->passages) {
    ordinals.push_back(found.passage.ordinal);
  }
  std::sort(ordinals.begin(), ordinals.end());
  return ordinals;
}

TEST_P(FactStoreConformance, TermsAreFoundExactlyAsGiven) {
  int64_t extraction = 0;
  ASSERT_TRUE(store_->Write([&](WriteTransaction& s) { return PutPassages(s, &extraction); }).ok());
  for (const char* term : {"والشركه", "gpt-4.5", "14.3", "c++", "a\"b", "two words"}) {
    EXPECT_EQ(Found(*store_, term, TermField::kSurface), std::vector<int>{0}) << term;
    EXPECT_TRUE(Found(*store_, term, TermField::kStem).empty()) << term;
  }
  for (const char* part : {"شركه", "gpt", "4", "14", "c", "a", "words", "NEAR", "*", "\""}) {
    EXPECT_TRUE(Found(*store_, part, TermField::kSurface).empty()) << part;
  }
}

TEST_P(FactStoreConformance, PassagesOfAFailedWriteAreNeverFound) {
  int64_t extraction = 0;
  const absl::Status failed = store_->Write([&](WriteTransaction& s) {
    ISNAD_RETURN_IF_ERROR(PutPassages(s, &extraction));
    PassageSearch search;
    search.terms = {{"بحر", TermField::kStem, 1, 0}};
    EXPECT_EQ(s.FindPassages(search)->passages.size(), 1u);
    return absl::AbortedError("given up");
  });
  EXPECT_EQ(failed.code(), absl::StatusCode::kAborted);
  EXPECT_TRUE(Found(*store_, "بحر", TermField::kStem).empty());
  ASSERT_TRUE(store_->Write([&](WriteTransaction& s) { return PutPassages(s, &extraction); }).ok());
  EXPECT_EQ(Found(*store_, "بحر", TermField::kStem), std::vector<int>{1});
}

TEST_P(FactStoreConformance, PassagesStoredAfterASearchAreFound) {
  EXPECT_TRUE(Found(*store_, "شرك", TermField::kStem).empty());
  for (int round = 1; round <= 3; ++round) {
    ASSERT_TRUE(store_
                    ->Write([&](WriteTransaction& s) {
                      const std::string id = absl::StrCat("d", round);
                      ISNAD_RETURN_IF_ERROR(s.InsertDocument(Document(id)));
                      ExtractionRecord record;
                      record.document = id;
                      record.extractor_version = "1";
                      ISNAD_ASSIGN_OR_RETURN(const int64_t extraction, s.InsertExtraction(record));
                      PassageRecord passage = Passage(extraction, round, {"شركه"}, {"شرك"});
                      passage.document = id;
                      return s.InsertPassage(passage);
                    })
                    .ok());
    EXPECT_EQ(Found(*store_, "شرك", TermField::kStem).size(), static_cast<size_t>(round));
  }
}

TEST_P(FactStoreConformance, TheBestPassagesAreTheCandidates) {
  int64_t extraction = 0;
  ASSERT_TRUE(store_->Write([&](WriteTransaction& s) { return PutPassages(s, &extraction); }).ok());
  PassageSearch search;
  search.terms = {{"شرك", TermField::kStem, 1, 0}, {"بحر", TermField::kStem, 1, 1}};
  search.candidate_limit = 1;
  const auto best = (*store_->Read(kLatest))->FindPassages(search);
  ASSERT_TRUE(best.ok()) << best.status();
  ASSERT_EQ(best->passages.size(), 1u);
  EXPECT_EQ(best->passages[0].passage.ordinal, 1);
  EXPECT_EQ(best->passages[0].length, 2);
  EXPECT_EQ(best->passages[0].term_counts, (std::vector<int>{1, 1}));
  EXPECT_EQ(best->statistics.document_frequencies, (std::vector<int64_t>{2, 1}));
}

TEST_P(FactStoreConformance, OfTooManyPassagesTheBestAreCandidates) {
  constexpr int kPassages = 40;
  ASSERT_TRUE(
      store_
          ->Write([](WriteTransaction& store) -> absl::Status {
            ISNAD_RETURN_IF_ERROR(store.InsertDocument(Document("a")));
            ExtractionRecord record;
            record.document = "a";
            record.extractor_version = "1";
            ISNAD_ASSIGN_OR_RETURN(const int64_t extraction, store.InsertExtraction(record));
            for (int i = 0; i < kPassages; ++i) {
              std::vector<std::string> stems = {"everywhere", absl::StrCat("only", i)};
              if (i % 10 == 3) stems.push_back("rare");
              // Of those with the rare term the last one is long.
              if (i == 33) stems.resize(60, "filler");
              ISNAD_RETURN_IF_ERROR(store.InsertPassage(Passage(extraction, i, {"x"}, stems)));
            }
            return absl::OkStatus();
          })
          .ok());
  PassageSearch search;
  search.terms = {{"everywhere", TermField::kStem, 1, 0}, {"rare", TermField::kStem, 1, 1}};
  search.candidate_limit = 3;
  const auto candidates = (*store_->Read(kLatest))->FindPassages(search);
  ASSERT_TRUE(candidates.ok()) << candidates.status();
  std::vector<int> ordinals;
  for (const PassageCandidate& found : candidates->passages) {
    ordinals.push_back(found.passage.ordinal);
  }
  std::sort(ordinals.begin(), ordinals.end());
  EXPECT_EQ(ordinals, (std::vector<int>{3, 13, 23}));
  EXPECT_EQ(candidates->statistics.passage_count, kPassages);
  EXPECT_EQ(candidates->statistics.document_frequencies, (std::vector<int64_t>{kPassages, 4}));
}

TEST_P(FactStoreConformance, BoilerplateIsNeverFound) {
  int64_t extraction = 0;
  ASSERT_TRUE(store_->Write([&](WriteTransaction& s) { return PutPassages(s, &extraction); }).ok());
  EXPECT_EQ(Found(*store_, "شرك", TermField::kStem), (std::vector<int>{0, 1}));
  EXPECT_EQ((*store_->Read(kLatest))->GetPassages("a")->size(), 3u);
}

TEST_P(FactStoreConformance, PassagesReadBackWhole) {
  int64_t extraction = 0;
  ASSERT_TRUE(store_->Write([&](WriteTransaction& s) { return PutPassages(s, &extraction); }).ok());
  const auto passages = (*store_->Read(kLatest))->GetPassages("a");
  ASSERT_EQ(passages->size(), 3u);
  EXPECT_EQ((*passages)[0].passage_bytes, std::string("bytes\0with zero", 15));
  EXPECT_EQ((*passages)[0].mentions, (std::vector<std::string>{"", "someone"}));
}

TEST_P(FactStoreConformance, EndedExtractionsAreFoundInThePastOnly) {
  int64_t extraction = 0;
  Micros stored = 0;
  ASSERT_TRUE(store_
                  ->Write([&](WriteTransaction& store) {
                    stored = store.Time();
                    return PutPassages(store, &extraction);
                  })
                  .ok());
  ASSERT_TRUE(
      store_
          ->Write([&](WriteTransaction& store) { return store.EndExtraction(extraction).status(); })
          .ok());
  EXPECT_TRUE(Found(*store_, "بحر", TermField::kStem).empty());
  EXPECT_EQ(Found(*store_, "بحر", TermField::kStem, stored), std::vector<int>{1});
}

TEST_P(FactStoreConformance, ErasedDocumentsAreGoneFromThePastToo) {
  int64_t extraction = 0;
  Micros stored = 0;
  ASSERT_TRUE(store_
                  ->Write([&](WriteTransaction& store) {
                    stored = store.Time();
                    return PutPassages(store, &extraction);
                  })
                  .ok());
  ASSERT_TRUE(store_->Write([](WriteTransaction& s) { return s.EraseDocument("a"); }).ok());
  EXPECT_TRUE(Found(*store_, "بحر", TermField::kStem, stored).empty());
  EXPECT_EQ((*store_->Read(stored))->GetDocument("a", Detail::kFull)->text, "");
}

TEST_P(FactStoreConformance, NumbersOfErasedPassagesAreNotGivenAgain) {
  const auto put = [this](const std::string& id) {
    EXPECT_TRUE(store_
                    ->Write([&](WriteTransaction& store) -> absl::Status {
                      ISNAD_RETURN_IF_ERROR(store.InsertDocument(Document(id)));
                      ExtractionRecord record;
                      record.document = id;
                      record.extractor_version = "1";
                      ISNAD_ASSIGN_OR_RETURN(const int64_t extraction,
                                             store.InsertExtraction(record));
                      PassageRecord passage = Passage(extraction, 0, {"x"}, {"y"});
                      passage.document = id;
                      return store.InsertPassage(passage);
                    })
                    .ok());
    return (*store_->Read(kLatest))->GetPassages(id)->front().id;
  };
  const int64_t first = put("a");
  ASSERT_TRUE(store_->Write([](WriteTransaction& s) { return s.EraseDocument("a"); }).ok());
  EXPECT_GT(put("b"), first);
}

TEST_P(FactStoreConformance, WaitingEndsWithAChange) {
  std::thread writer([this] {
    EXPECT_TRUE(store_->Write([](WriteTransaction& s) { return PutFact(s, "k", 0.5); }).ok());
  });
  store_->WaitForChange(0, absl::Seconds(30));
  writer.join();
  const auto changes = (*store_->Read(kLatest))->GetChanges(0, 10);
  ASSERT_EQ(changes->size(), 1u);
  EXPECT_EQ((*changes)[0].fact, "k");
  EXPECT_EQ((*changes)[0].change, FactChange::kAdded);
}

TEST_P(FactStoreConformance, ConcurrentWritersAndReadersAllSucceed) {
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([this, t] {
      for (int i = 0; i < 10; ++i) {
        const std::string key = absl::StrCat("k", t, "-", i);
        EXPECT_TRUE(store_->Write([&](WriteTransaction& s) { return PutFact(s, key, 1); }).ok());
        EXPECT_TRUE((*store_->Read(kLatest))->GetFact(key).ok());
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ((*store_->Read(kLatest))->GetStats()->facts, 40);
}

}  // namespace
}  // namespace isnad::facts
