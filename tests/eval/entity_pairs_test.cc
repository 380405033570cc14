// How well extraction and the fact store together tell entities apart and bring their spellings
// together: precision and recall over the pairs of tests/corpus/entities, all names in one store.

#include <unistd.h>

#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "gtest/gtest.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/names/name_lexicon.h"
#include "services/extraction/text/fold.h"
#include "services/facts/domain/alike_names.h"
#include "services/facts/domain/entity_resolution.h"
#include "services/facts/engines/sqlite/sqlite_fact_store.h"
#include "services/server/clock/fake_clock.h"

namespace isnad {
namespace {

constexpr double kPrecisionFloor = 0.98;
constexpr double kRecallFloor = 0.90;

struct Pair {
  std::string type;
  bool same = false;
  std::string one;
  std::string other;
};

std::vector<Pair> ReadPairs() {
  std::vector<Pair> pairs;
  std::ifstream in("tests/corpus/entities/pairs.tsv");
  std::string line;
  while (std::getline(in, line)) {
    if (line.empty() || line[0] == '#') continue;
    const std::vector<std::string> cells = absl::StrSplit(line, '\t');
    EXPECT_EQ(cells.size(), 4u) << line;
    if (cells.size() == 4) pairs.push_back({cells[0], cells[1] == "same", cells[2], cells[3]});
  }
  return pairs;
}

// Numbers of isnad.v1.EntityType.
int TypeNumber(const std::string& type) {
  return type == "PERSON" ? 1 : type == "ORGANIZATION" ? 2 : 3;
}

// The lexicon entry that extraction ties the name to; empty when it knows none.
std::string LexiconKey(const extraction::NameLexicon& lexicon, const std::string& name,
                       extraction::EntityType type) {
  const auto* hits = lexicon.FindName(extraction::MatchKey(extraction::Fold(name)));
  if (hits != nullptr) {
    for (const extraction::AliasHit& hit : *hits) {
      if (lexicon.entries()[hit.entry].type == type) return lexicon.entries()[hit.entry].key;
    }
  }
  const std::vector<int> alike = lexicon.FindLike(name, type);
  return alike.size() == 1 ? lexicon.entries()[alike[0]].key : "";
}

class EntityPairsTest : public testing::Test {
 protected:
  void SetUp() override {
    auto lexicon = extraction::NameLexicon::Create(extraction::LexiconFiles::Embedded());
    ASSERT_TRUE(lexicon.ok()) << lexicon.status();
    lexicon_ = std::make_unique<extraction::NameLexicon>(*std::move(lexicon));
    const std::string path = absl::StrCat(testing::TempDir(), "/pairs-", ::getpid(), ".db");
    auto store = facts::sqlite::SqliteFactStore::Open({path, 1, nullptr}, &clock_);
    ASSERT_TRUE(store.ok()) << store.status();
    store_ = *std::move(store);
  }

  // The entity that a document of its own means by the name.
  std::string Resolve(const std::string& type, const std::string& name) {
    const std::string key = absl::StrCat(type, "|", name);
    const auto known = ids_.find(key);
    if (known != ids_.end()) return known->second;
    facts::EntityRecord entity;
    entity.type = TypeNumber(type);
    entity.lexicon_key = LexiconKey(*lexicon_, name, extraction::EntityTypeOf(type));
    facts::AliasRecord alias;
    alias.surface = name;
    alias.folded_key = extraction::Fold(name);
    alias.script = extraction::ScriptOf(name);
    alias.kind = facts::AliasKind::kCanonical;
    alias.mention_count = 1;
    alias.match_keys = facts::MatchKeys(name, entity.type);
    (alias.script == "Arab" ? entity.label_ar : entity.label_en) = name;
    entity.aliases = {alias};
    std::string id;
    const absl::Status status = store_->Write([&](facts::WriteTransaction& transaction) {
      const std::string document = absl::StrCat("d-", ids_.size());
      facts::DocumentRecord record;
      record.id = document;
      absl::Status done = transaction.InsertDocument(record);
      if (!done.ok()) return done;
      facts::ExtractionRecord run;
      run.document = document;
      run.extractor_version = "1";
      const auto extraction = transaction.InsertExtraction(run);
      if (!extraction.ok()) return extraction.status();
      const auto resolved = facts::ResolveEntity(entity, document, transaction);
      if (!resolved.ok()) return resolved.status();
      id = *resolved;
      return transaction.AddAliases(id, *extraction, entity.aliases);
    });
    EXPECT_TRUE(status.ok()) << status;
    return ids_[key] = id;
  }

  std::string Canonical(const std::string& id) {
    auto snapshot = store_->Read(facts::kLatest);
    EXPECT_TRUE(snapshot.ok());
    const auto root = (*snapshot)->Canonical(id);
    return root.ok() ? *root : id;
  }

  server::FakeClock clock_;
  std::unique_ptr<extraction::NameLexicon> lexicon_;
  std::unique_ptr<facts::FactStore> store_;
  std::map<std::string, std::string> ids_;
};

TEST_F(EntityPairsTest, SpellingsMeetAndNamesakesDoNot) {
  const std::vector<Pair> pairs = ReadPairs();
  ASSERT_GE(pairs.size(), 300u);
  for (const Pair& pair : pairs) {
    Resolve(pair.type, pair.one);
    Resolve(pair.type, pair.other);
  }
  int right = 0, joined = 0, same = 0;
  for (const Pair& pair : pairs) {
    const bool one =
        Canonical(Resolve(pair.type, pair.one)) == Canonical(Resolve(pair.type, pair.other));
    same += pair.same;
    joined += one;
    right += one && pair.same;
    if (one != pair.same) {
      std::cout << (one ? "joined: " : "apart:  ") << pair.type << "  " << pair.one << " | "
                << pair.other << "\n";
    }
  }
  const double precision = static_cast<double>(right) / joined;
  const double recall = static_cast<double>(right) / same;
  std::cout << pairs.size() << " pairs, " << same << " of one entity; precision " << precision
            << ", recall " << recall << "\n";
  EXPECT_GE(precision, kPrecisionFloor);
  EXPECT_GE(recall, kRecallFloor);
}

}  // namespace
}  // namespace isnad
