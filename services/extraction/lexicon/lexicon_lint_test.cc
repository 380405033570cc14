// Checks every lexicon file that is built into the binary.

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/reflection.h"
#include "gtest/gtest.h"
#include "services/extraction/lexicon/lexicon.pb.h"
#include "services/extraction/lexicon/lexicon_files.h"

namespace isnad::extraction {
namespace {

std::unique_ptr<google::protobuf::Message> NewMessageFor(const std::string& name) {
  if (absl::StartsWith(name, "gazetteer_")) return std::make_unique<lexicon::Gazetteer>();
  if (absl::StartsWith(name, "cues_")) return std::make_unique<lexicon::NameCues>();
  if (absl::StartsWith(name, "contexts_")) return std::make_unique<lexicon::NameContexts>();
  if (absl::StartsWith(name, "descriptions_")) return std::make_unique<lexicon::Descriptions>();
  if (absl::StartsWith(name, "frames_")) return std::make_unique<lexicon::FrameFile>();
  if (absl::StartsWith(name, "bilingual_")) return std::make_unique<lexicon::Bilingual>();
  if (absl::StartsWith(name, "translations_")) return std::make_unique<lexicon::Bilingual>();
  if (absl::StartsWith(name, "rendered_")) return std::make_unique<lexicon::Bilingual>();
  if (absl::StartsWith(name, "classes_")) return std::make_unique<lexicon::WordLists>();
  if (absl::StartsWith(name, "tone_")) return std::make_unique<lexicon::WordLists>();
  if (absl::StartsWith(name, "words_")) return std::make_unique<lexicon::WordLists>();
  return nullptr;
}

lexicon::Header HeaderOf(const google::protobuf::Message& message) {
  const auto* field = message.GetDescriptor()->FindFieldByName("header");
  return static_cast<const lexicon::Header&>(message.GetReflection()->GetMessage(message, field));
}

TEST(LexiconLintTest, EveryFileParsesAndSaysWhereItComesFrom) {
  const LexiconFiles files = LexiconFiles::Embedded();
  for (const LexiconFile& file : files.files()) {
    SCOPED_TRACE(file.name);
    const auto message = NewMessageFor(file.name);
    ASSERT_NE(message, nullptr) << "the name must start with a known prefix";
    const absl::Status status = ParseLexiconFile(file, message.get());
    ASSERT_TRUE(status.ok()) << status;
    const lexicon::Header header = HeaderOf(*message);
    EXPECT_FALSE(header.description().empty());
    EXPECT_FALSE(header.origin().empty());
    EXPECT_FALSE(header.license().empty());
    EXPECT_EQ(header.date().size(), 10u);
  }
}

std::vector<lexicon::GazetteerEntry> AllEntries() {
  std::vector<lexicon::GazetteerEntry> entries;
  const auto gazetteers = LexiconFiles::Embedded().Parse<lexicon::Gazetteer>("gazetteer_");
  EXPECT_TRUE(gazetteers.ok()) << gazetteers.status();
  if (!gazetteers.ok()) return entries;
  for (const auto& gazetteer : *gazetteers) {
    entries.insert(entries.end(), gazetteer.entry().begin(), gazetteer.entry().end());
  }
  return entries;
}

TEST(LexiconLintTest, GazetteerKeysAreUniqueAndParentsExist) {
  std::set<std::string> keys;
  const auto entries = AllEntries();
  for (const auto& entry : entries) {
    EXPECT_TRUE(keys.insert(entry.key()).second) << "twice: " << entry.key();
    EXPECT_EQ(entry.key().find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"),
              std::string::npos)
        << entry.key();
  }
  for (const auto& entry : entries) {
    if (entry.parent().empty()) continue;
    EXPECT_TRUE(keys.count(entry.parent())) << entry.key() << " has parent " << entry.parent();
    EXPECT_NE(entry.parent(), entry.key());
  }
}

TEST(LexiconLintTest, GazetteerTypesAndClassesAreTheDocumentedOnes) {
  const std::set<std::string> types = {"PERSON", "ORGANIZATION", "PRODUCT", "LOCATION"};
  const std::set<std::string> classes = {
      "COMPANY",    "STARTUP",     "LAB",      "DIVISION",    "NEWSPAPER", "NEWS_SITE",
      "MAGAZINE",   "BROADCASTER", "PODCAST",  "NEWS_AGENCY", "REGULATOR", "GOVERNMENT",
      "UNIVERSITY", "INVESTOR",    "BANK",     "NONPROFIT",   "MODEL",     "APP",
      "DEVICE",     "CHIP",        "SERVICE",  "PROGRAM",     "COUNTRY",   "STATE",
      "CITY",       "REGION",      "CONTINENT"};
  for (const auto& entry : AllEntries()) {
    SCOPED_TRACE(entry.key());
    EXPECT_TRUE(types.count(entry.type())) << entry.type();
    if (entry.type() == "PERSON") {
      EXPECT_EQ(entry.class_(), "");
    } else {
      EXPECT_TRUE(classes.count(entry.class_())) << entry.class_();
    }
    EXPECT_FALSE(entry.ar().empty() && entry.en().empty());
  }
}

// One letter would be found in every text; "X" is told apart by the words around it.
TEST(LexiconLintTest, GazetteerNamesHaveLetters) {
  for (const auto& entry : AllEntries()) {
    std::vector<std::string> names(entry.alias().begin(), entry.alias().end());
    names.insert(names.end(), entry.short_().begin(), entry.short_().end());
    for (const std::string& name : names) {
      EXPECT_EQ(name.find_first_of("=;|\"*?"), std::string::npos) << entry.key() << ": " << name;
      EXPECT_TRUE(name.size() > 1 || entry.ambiguous()) << entry.key() << ": " << name;
    }
  }
}

TEST(LexiconLintTest, CueFilesAreComplete) {
  const auto cues = LexiconFiles::Embedded().Parse<lexicon::NameCues>("cues_");
  ASSERT_TRUE(cues.ok()) << cues.status();
  std::set<std::string> keys;
  for (const auto& file : *cues) {
    for (const auto& title : file.role_title()) {
      EXPECT_TRUE(keys.insert(title.key()).second) << "twice: " << title.key();
      EXPECT_GT(title.ar_size() + title.en_size(), 0) << title.key();
    }
    for (const auto& cue : file.cue_noun()) {
      EXPECT_GT(cue.ar_size() + cue.en_size(), 0) << cue.type() << " " << cue.class_();
      EXPECT_FALSE(cue.type().empty());
    }
  }
}

}  // namespace
}  // namespace isnad::extraction
