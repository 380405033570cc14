#include "services/matching/typing_slips.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_join.h"

namespace isnad::matching {
namespace {

// Keys beside each other; the pairs behind the rows are those of the third one after folding.
constexpr absl::string_view kArabicRows[] = {"ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىةوزظ",
                                             "ري",           "يه",          "هو"};
constexpr absl::string_view kLatinRows[] = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
constexpr absl::string_view kArabicLetters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي";
constexpr absl::string_view kLatinLetters = "abcdefghijklmnopqrstuvwxyz";
constexpr std::size_t kArabicBytes = 2;

using Letters = std::vector<absl::string_view>;

// The characters of `typed`; none when it has letters that are not of the script.
Letters LettersOf(absl::string_view typed, bool arabic) {
  Letters letters;
  for (std::size_t i = 0; i < typed.size();) {
    const auto lead = static_cast<unsigned char>(typed[i]);
    const bool letter =
        arabic ? lead >= 0xD8 && lead <= 0xDB && i + 1 < typed.size() : absl::ascii_islower(lead);
    if (!letter && (lead >= 0x80 || absl::ascii_isalpha(lead))) return Letters();
    const std::size_t bytes = letter && arabic ? kArabicBytes : 1;
    letters.push_back(typed.substr(i, bytes));
    i += bytes;
  }
  return letters;
}

template <std::size_t N>
Letters KeysBeside(absl::string_view letter, const absl::string_view (&rows)[N]) {
  Letters keys;
  for (const absl::string_view row : rows) {
    const std::size_t at = row.find(letter);
    if (at == absl::string_view::npos) continue;
    if (at > 0) keys.push_back(row.substr(at - letter.size(), letter.size()));
    if (at + letter.size() < row.size()) {
      keys.push_back(row.substr(at + letter.size(), letter.size()));
    }
  }
  return keys;
}

class Undoing {
 public:
  Undoing(Letters typed, bool arabic) : typed_(std::move(typed)), arabic_(arabic) {}

  std::vector<std::string> Of(Slip slip) && {
    switch (slip) {
      case Slip::kExchanged:
        Exchange();
        break;
      case Slip::kDoubled:
        TakeOut(/*only_doubled=*/true);
        break;
      case Slip::kKeyBeside:
        StrikeBeside();
        break;
      case Slip::kAdded:
        TakeOut(/*only_doubled=*/false);
        break;
      case Slip::kOmitted:
        PutIn();
        break;
    }
    return std::move(before_);
  }

 private:
  // Letters alone are typed wrong.
  bool IsFixed(std::size_t i) const {
    const auto lead = static_cast<unsigned char>(typed_[i][0]);
    return lead < 0x80 && !absl::ascii_isalpha(lead);
  }

  void Add(const Letters& letters) {
    std::string word = absl::StrJoin(letters, "");
    if (std::find(before_.begin(), before_.end(), word) == before_.end()) {
      before_.push_back(std::move(word));
    }
  }

  void Exchange() {
    const std::size_t size = typed_.size();
    for (std::size_t n = 1; n < size; ++n) {
      // The first two come last.
      const std::size_t i = n + 1 < size ? n : 0;
      if (i + 1 >= size || IsFixed(i) || IsFixed(i + 1) || typed_[i] == typed_[i + 1]) continue;
      Letters letters = typed_;
      std::swap(letters[i], letters[i + 1]);
      Add(letters);
    }
  }

  void TakeOut(bool only_doubled) {
    for (std::size_t i = 1; i < typed_.size(); ++i) {
      if (IsFixed(i) || (only_doubled && typed_[i] != typed_[i - 1])) continue;
      Letters letters = typed_;
      letters.erase(letters.begin() + static_cast<std::ptrdiff_t>(i));
      Add(letters);
    }
  }

  void StrikeBeside() {
    for (std::size_t i = 1; i < typed_.size(); ++i) {
      if (IsFixed(i)) continue;
      for (const absl::string_view key :
           arabic_ ? KeysBeside(typed_[i], kArabicRows) : KeysBeside(typed_[i], kLatinRows)) {
        Letters letters = typed_;
        letters[i] = key;
        Add(letters);
      }
    }
  }

  void PutIn() {
    const Letters all = LettersOf(arabic_ ? kArabicLetters : kLatinLetters, arabic_);
    for (std::size_t i = 1; i <= typed_.size(); ++i) {
      for (const absl::string_view letter : all) {
        Letters letters = typed_;
        letters.insert(letters.begin() + static_cast<std::ptrdiff_t>(i), letter);
        Add(letters);
      }
    }
  }

  const Letters typed_;
  const bool arabic_;
  std::vector<std::string> before_;
};

}  // namespace

std::vector<std::string> BeforeSlip(absl::string_view typed, Slip slip) {
  if (typed.empty()) return {};
  const bool arabic = static_cast<unsigned char>(typed[0]) >= 0x80;
  Letters letters = LettersOf(typed, arabic);
  if (letters.empty()) return {};
  return Undoing(std::move(letters), arabic).Of(slip);
}

}  // namespace isnad::matching
