#include <cstdint>

#include "gtest/gtest.h"
#include "services/embedded/embedded_test_files.h"

namespace isnad {
namespace {

TEST(EmbeddedFilesTest, HasNameAndBytesOfEachFileInOrder) {
  const EmbeddedFile* const file = isnad_embedded_test_files;
  EXPECT_STREQ(file[0].name, "bytes.txt");
  EXPECT_EQ(file[0].content(), "a line\nإسناد \"quoted\" \\n no end of line");
  EXPECT_STREQ(file[1].name, "empty.txt");
  EXPECT_EQ(file[1].content(), "");
  EXPECT_EQ(file[2].name, nullptr);
}

TEST(EmbeddedFilesTest, FilesBeginWhereModelsMayBeReadInPlace) {
  for (const EmbeddedFile* file = isnad_embedded_test_files; file->name != nullptr; ++file) {
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(file->begin) % 64, 0U) << file->name;
  }
}

}  // namespace
}  // namespace isnad
