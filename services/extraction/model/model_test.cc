#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/extraction/model/model_file.h"
#include "services/extraction/model/model_set.h"
#include "services/extraction/model/model_writer.h"

namespace isnad::extraction {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string Folder() {
  const std::string folder = ::testing::TempDir() + "/models_" +
                             ::testing::UnitTest::GetInstance()->current_test_info()->name();
  EXPECT_EQ(std::system(("mkdir -p " + folder).c_str()), 0);
  return folder;
}

ModelWriter Sample() {
  ModelWriter writer;
  const std::vector<int16_t> weights = {1, -2, 300};
  writer.AddArray<int16_t>("weights", weights);
  writer.AddBytes("letters", "\xD8\xA7");
  return writer;
}

void WriteBytes(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

TEST(ModelFileTest, WhatWasWrittenIsReadBack) {
  const std::string path = Folder() + "/a.model";
  ASSERT_TRUE(Sample().Write(path).ok());
  auto model = ModelFile::Open(path);
  ASSERT_TRUE(model.ok()) << model.status();
  EXPECT_THAT(*model->Array<int16_t>("weights"), ElementsAre(1, -2, 300));
  EXPECT_EQ(*model->Bytes("letters"), "\xD8\xA7");
}

TEST(ModelFileTest, ArraysStayReadableWhenTheOpenedObjectIsGone) {
  const std::string path = Folder() + "/a.model";
  ASSERT_TRUE(Sample().Write(path).ok());
  ModelFile copy = *ModelFile::Open(path);
  const auto weights = copy.Array<int16_t>("weights");
  ASSERT_TRUE(weights.ok());
  EXPECT_EQ(weights->at(2), 300);
}

TEST(ModelFileTest, TheSameSectionsGiveTheSameBytes) {
  EXPECT_EQ(Sample().Finish(), Sample().Finish());
}

TEST(ModelFileTest, AMissingSectionIsNamed) {
  const std::string path = Folder() + "/a.model";
  ASSERT_TRUE(Sample().Write(path).ok());
  const auto missing = ModelFile::Open(path)->Bytes("costs");
  EXPECT_EQ(missing.status().code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(std::string(missing.status().message()), HasSubstr("costs"));
}

TEST(ModelFileTest, AnArrayOfAnotherElementSizeIsRefused) {
  const std::string path = Folder() + "/a.model";
  ASSERT_TRUE(Sample().Write(path).ok());
  EXPECT_EQ(ModelFile::Open(path)->Array<int32_t>("weights").status().code(),
            absl::StatusCode::kDataLoss);
}

TEST(ModelFileTest, EveryChangedByteIsNoticed) {
  const std::string path = Folder() + "/a.model";
  const std::string good = Sample().Finish();
  for (size_t i = 0; i < good.size(); i += 7) {
    std::string bad = good;
    bad[i] ^= 0x10;
    WriteBytes(path, bad);
    EXPECT_FALSE(ModelFile::Open(path).ok()) << "byte " << i;
  }
}

TEST(ModelFileTest, AFileCutShortIsRefusedAtEveryLength) {
  const std::string path = Folder() + "/a.model";
  const std::string good = Sample().Finish();
  for (size_t size = 0; size < good.size(); size += 5) {
    WriteBytes(path, good.substr(0, size));
    EXPECT_EQ(ModelFile::Open(path).status().code(), absl::StatusCode::kDataLoss) << size;
  }
}

TEST(ModelFileTest, AnotherFormatVersionSaysWhatToDo) {
  const std::string path = Folder() + "/a.model";
  std::string bytes = Sample().Finish();
  bytes[8] = 9;
  WriteBytes(path, bytes);
  const absl::Status status = ModelFile::Open(path).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_THAT(std::string(status.message()), HasSubstr("format version 9"));
}

TEST(ModelSetTest, BuiltInModelsOpen) {
  auto set = ModelSet::Embedded();
  ASSERT_TRUE(set.ok()) << set.status();
  for (const auto& [name, model] : set->models()) EXPECT_EQ(model.Version().size(), 16) << name;
}

TEST(ModelSetTest, ADirectoryIsReadByFileName) {
  const std::string folder = Folder();
  ASSERT_TRUE(Sample().Write(folder + "/names.model").ok());
  auto set = ModelSet::FromDirectory(folder);
  ASSERT_TRUE(set.ok()) << set.status();
  EXPECT_TRUE(set->Find("names").ok());
  EXPECT_THAT(std::string(set->Find("verbs").status().message()), HasSubstr("only: names"));
}

TEST(ModelSetTest, AnEmptyDirectoryIsRefused) {
  EXPECT_EQ(ModelSet::FromDirectory(Folder()).status().code(), absl::StatusCode::kNotFound);
}

}  // namespace
}  // namespace isnad::extraction
