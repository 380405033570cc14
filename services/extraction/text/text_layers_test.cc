// Properties that hold for every text, tried on random ones with fixed seeds.

#include "services/extraction/text/text_layers.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <random>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "services/extraction/text/clean.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/text/script.h"

namespace isnad::extraction {
namespace {

constexpr int kRounds = 6000;
constexpr int kLetters = 24;

// Ranges that random characters are taken from, each as likely as the others.
struct Range {
  char32_t first;
  char32_t last;
};
const std::vector<Range>& Ranges() {
  static const auto* ranges = new std::vector<Range>{
      {0x0620, 0x064A},   {0x0627, 0x0628},   {0x064B, 0x065F},   {0x0653, 0x0655},
      {0x0600, 0x06FF},   {0x0660, 0x066C},   {0x06D5, 0x06D5},   {0x0750, 0x077F},
      {0x08A0, 0x08FF},   {'a', 'z'},         {' ', '~'},         {0x09, 0x0D},
      {0x00A0, 0x024F},   {0x0300, 0x036F},   {0x0300, 0x0304},   {0x1E00, 0x1EFF},
      {0x200B, 0x200F},   {0x2010, 0x206F},   {0xFB50, 0xFDFF},   {0xFE70, 0xFEFF},
      {0xFEF5, 0xFEFC},   {0xFE00, 0xFE0F},   {0x0915, 0x095F},   {0x1100, 0x11FF},
      {0xAC00, 0xAC30},   {0x0400, 0x0460},   {0x0483, 0x0487},   {0x2126, 0x212B},
      {0x1F300, 0x1F6FF}, {0x1D165, 0x1D16D}, {0x2F800, 0x2F810}, {0x10A00, 0x10A40},
      {0x0590, 0x05C7},   {0x0340, 0x0345},   {0x1F00, 0x1FFF},   {0xE0100, 0xE0110}};
  return *ranges;
}

class RandomText {
 public:
  explicit RandomText(unsigned seed) : random_(seed) {}

  std::string Letters(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
      const Range range = Ranges()[random_() % Ranges().size()];
      AppendUtf8(range.first + random_() % (range.last - range.first + 1), &text);
    }
    return text;
  }

  std::string Damaged(std::string text) {
    for (int hits = 1 + random_() % 3; hits > 0 && !text.empty(); --hits) {
      const size_t at = random_() % text.size();
      if (random_() % 2 == 0) {
        text[at] = static_cast<char>(random_());
      } else {
        text.erase(at, 1);
      }
    }
    return text;
  }

 private:
  std::mt19937 random_;
};

bool IsBoundary(absl::string_view text, int offset) {
  return offset == static_cast<int>(text.size()) ||
         (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80;
}

bool IsDropped(char32_t c) { return IsArabicMark(c) || IsTatweel(c) || IsInvisible(c); }

std::string Slice(absl::string_view text, SourceRange range) {
  return std::string(text.substr(range.begin, range.end - range.begin));
}

// Consecutive characters of a layer that came from the same raw bytes.
struct Group {
  SourceRange raw;
  std::string text;
  // Another group came from some of the same bytes: a character that folding dropped had composed
  // with a part of either.
  bool shares = false;
};

// Walks over a layer and checks that its characters' raw ranges are sound and in order.
template <class RawOf>
std::vector<Group> Groups(absl::string_view raw, const std::string& layer, RawOf raw_of) {
  std::vector<Group> groups;
  for (int i = 0; i < static_cast<int>(layer.size());) {
    const int length = DecodeUtf8(layer, i).length;
    const SourceRange range = raw_of(i, i + length);
    EXPECT_LT(range.begin, range.end);
    EXPECT_TRUE(IsBoundary(raw, range.begin));
    EXPECT_TRUE(IsBoundary(raw, range.end));
    if (!groups.empty() && groups.back().raw == range) {
      groups.back().text.append(layer, i, length);
    } else {
      Group group{range, layer.substr(i, length)};
      if (!groups.empty() && groups.back().raw.end != range.begin) {
        EXPECT_LE(groups.back().raw.begin, range.begin);
        EXPECT_LT(range.begin, groups.back().raw.end);
        EXPECT_LE(groups.back().raw.end, range.end);
        group.shares = groups.back().shares = true;
      }
      groups.push_back(group);
    }
    i += length;
  }
  return groups;
}

TEST(TextLayersTest, EveryCleanSpanLeadsBackToTheBytesItWasMadeOf) {
  RandomText random(20261122);
  for (int round = 0; round < kRounds; ++round) {
    const std::string raw = random.Letters(1 + round % kLetters);
    const auto layers = TextLayers::Create(raw);
    ASSERT_TRUE(layers.ok());
    const auto groups = Groups(raw, layers->clean(), [&layers](int begin, int end) {
      return layers->RawOfClean(begin, end);
    });
    const int start = groups.empty() ? static_cast<int>(raw.size()) : groups.front().raw.begin;
    ASSERT_EQ(Clean(raw.substr(0, start))->text, "") << raw;
    ASSERT_TRUE(groups.empty() || groups.back().raw.end == static_cast<int>(raw.size()));
    for (const Group& group : groups) {
      ASSERT_FALSE(group.shares) << raw;
      ASSERT_EQ(Clean(Slice(raw, group.raw))->text, group.text) << raw;
    }
    // A span reaches from its first character to its last.
    const size_t first = round % (groups.size() + 1);
    int clean_begin = 0;
    int clean_end = 0;
    for (size_t i = 0; i < groups.size(); ++i) {
      if (i < first) clean_begin += static_cast<int>(groups[i].text.size());
      clean_end += static_cast<int>(groups[i].text.size());
      if (i >= first) {
        ASSERT_EQ(layers->RawOfClean(clean_begin, clean_end),
                  (SourceRange{groups[first].raw.begin, groups[i].raw.end}));
      }
    }
    if (HasFailure()) FAIL() << raw;
  }
}

TEST(TextLayersTest, EveryFoldedSpanLeadsBackToTheBytesItWasMadeOf) {
  RandomText random(7);
  for (int round = 0; round < kRounds; ++round) {
    const std::string raw = random.Letters(1 + round % kLetters);
    const auto layers = TextLayers::Create(raw);
    ASSERT_TRUE(layers.ok());
    ASSERT_EQ(layers->folded(), Fold(layers->clean()));
    const auto groups = Groups(raw, layers->folded(), [&layers](int begin, int end) {
      return layers->RawOfFolded(begin, end);
    });
    if (!groups.empty()) {
      ASSERT_EQ(Fold(Clean(raw.substr(groups.back().raw.end))->text), "") << raw;
    }
    for (const Group& group : groups) {
      if (group.shares) continue;
      const std::string source = Slice(raw, group.raw);
      ASSERT_EQ(Fold(Clean(source)->text), group.text == " " ? "" : group.text) << raw;
    }
    if (HasFailure()) FAIL() << raw;
  }
}

TEST(TextLayersTest, CleaningAndFoldingAreIdempotent) {
  RandomText random(3);
  for (int round = 0; round < kRounds; ++round) {
    const std::string raw = random.Letters(1 + round % kLetters);
    const std::string clean = Clean(raw)->text;
    ASSERT_EQ(Clean(clean)->text, clean) << raw;
    for (int i = 0; i < static_cast<int>(clean.size()); i += DecodeUtf8(clean, i).length) {
      ASSERT_FALSE(IsDropped(DecodeUtf8(clean, i).code_point)) << raw;
    }
    const std::string folded = Fold(clean);
    ASSERT_EQ(Fold(folded), folded) << raw;
  }
}

std::string NormalFormC(const std::string& text) {
  UErrorCode error = U_ZERO_ERROR;
  std::string composed;
  icu::StringByteSink<std::string> sink(&composed);
  icu::Normalizer2::getNFCInstance(error)->normalizeUTF8(0, text, sink, nullptr, error);
  EXPECT_TRUE(U_SUCCESS(error));
  return composed;
}

// ICU over the whole text, then without marks. What the marks kept apart composes then.
std::string Reference(const std::string& raw) {
  const std::string composed = NormalFormC(raw);
  std::string clean;
  for (int i = 0; i < static_cast<int>(composed.size());) {
    const DecodedChar c = DecodeUtf8(composed, i);
    if (!IsDropped(c.code_point)) clean.append(composed, i, c.length);
    i += c.length;
  }
  return NormalFormC(clean);
}

TEST(TextLayersTest, CleanIsNormalFormCWithoutMarks) {
  RandomText random(42);
  for (int round = 0; round < kRounds; ++round) {
    std::string raw;
    const std::string letters = random.Letters(1 + round % kLetters);
    for (int i = 0; i < static_cast<int>(letters.size());) {
      const DecodedChar c = DecodeUtf8(letters, i);
      const char32_t p = c.code_point;
      const bool form = (p >= 0xFB50 && p <= 0xFDFF) || (p >= 0xFE70 && p <= 0xFEFF);
      if (!form && !IsTatweel(p) && !IsInvisible(p)) raw.append(letters, i, c.length);
      i += c.length;
    }
    ASSERT_EQ(Clean(raw)->text, Reference(raw)) << raw;
  }
}

TEST(TextLayersTest, BadBytesAreNamedByTheirOffset) {
  RandomText random(5);
  int bad = 0;
  for (int round = 0; round < kRounds; ++round) {
    const std::string raw = random.Damaged(random.Letters(1 + round % kLetters));
    const int offset = FirstInvalidByte(raw);
    const auto clean = Clean(raw);
    ASSERT_EQ(clean.ok(), offset < 0) << raw;
    if (offset < 0) continue;
    ++bad;
    ASSERT_EQ(clean.status().code(), absl::StatusCode::kInvalidArgument);
    ASSERT_EQ(clean.status().message(),
              "text is not valid UTF-8: bad byte at offset " + std::to_string(offset));
    ASSERT_EQ(FirstInvalidByte(Fold(raw)), -1);
    ASSERT_EQ(FoldWithOffsets(raw).text, Fold(raw));
  }
  EXPECT_GT(bad, kRounds / 2);
}

TEST(TextLayersTest, ALigatureIsOneSpan) {
  const std::string raw = "ا\uFEFB\u064Eب";  // LAM WITH ALEF and a fatha between two letters
  const auto layers = TextLayers::Create(raw);
  ASSERT_TRUE(layers.ok());
  EXPECT_EQ(layers->clean(), "الاب");
  EXPECT_EQ(layers->RawOfClean(2, 4), (SourceRange{2, 7}));
  EXPECT_EQ(layers->RawOfClean(4, 6), (SourceRange{2, 7}));
  EXPECT_EQ(layers->RawOfClean(0, 8), (SourceRange{0, 9}));
}

TEST(TextLayersTest, ALetterKeepsAtMostThirtyForeignMarks) {
  std::string raw = "x";
  for (int i = 0; i < 40000; ++i) raw += i % 2 == 0 ? "\u0316" : "\u0301";
  const auto layers = TextLayers::Create(raw + "y");
  ASSERT_TRUE(layers.ok());
  EXPECT_EQ(CountChars(layers->clean()), 32);
  EXPECT_EQ(Clean(layers->clean())->text, layers->clean());
}

}  // namespace
}  // namespace isnad::extraction
