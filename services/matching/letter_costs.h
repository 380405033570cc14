// What it costs to write the letters of one spelling of a name as those of another.
//
// The costs are learned from pairs of names by many-to-many letter alignment (expectation
// maximisation over groups of up to three letters, after Jiampojamarn, Kondrak and Sherif 2007), so
// that "sh" and "ش", "x" and "كس", or "غ" and "ج" are single steps. tools/train_letter_costs of the
// extraction service makes the file.

#ifndef ISNAD_SERVICES_MATCHING_LETTER_COSTS_H_
#define ISNAD_SERVICES_MATCHING_LETTER_COSTS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/matching/spelling.h"

namespace isnad::matching {

// A group of at most three letters, packed; 0 is the empty group.
using LetterGroup = uint16_t;
constexpr int kLongestGroup = 3;
constexpr int kGroups = 1 << (kLongestGroup * kLetterBits);

LetterGroup PackGroup(absl::string_view letters);

// Number of a group among those that steps are known for; 0 for all others.
using GroupNumber = uint16_t;

// Costs of steps from a group of the left script to one of the right, in nats: -ln of the
// probability of the step among all steps. Immutable after loading, thread-safe.
class StepCosts {
 public:
  struct Step {
    LetterGroup left = 0;
    LetterGroup right = 0;
    float cost = 0;
  };

  // A single letter that was never seen added or left out.
  static constexpr float kUnseen = 13.0f;
  static constexpr float kImpossible = 1e9f;

  StepCosts() = default;
  explicit StepCosts(const std::vector<Step>& steps);

  GroupNumber LeftNumber(LetterGroup group) const { return left_[group]; }
  GroupNumber RightNumber(LetterGroup group) const { return right_[group]; }

  // Costs of steps from a group to all right ones, by their numbers; kImpossible when never seen.
  const float* From(GroupNumber left) const { return &table_[left * columns_]; }
  float LeaveOut(char left_letter) const { return left_out_[left_letter & 31]; }
  float Add(char right_letter) const { return added_[right_letter & 31]; }

  // The cheapest step from a group of the left (or right) script to anything.
  float CheapestLeft(LetterGroup group) const { return cheapest_left_[left_[group]]; }
  float CheapestRight(LetterGroup group) const { return cheapest_right_[right_[group]]; }

 private:
  std::vector<GroupNumber> left_;
  std::vector<GroupNumber> right_;
  size_t columns_ = 0;
  std::vector<float> table_;
  std::vector<float> cheapest_left_;
  std::vector<float> cheapest_right_;
  std::array<float, 32> left_out_{};
  std::array<float, 32> added_{};
};

// How surprising the letters of a name are by themselves: a bigram model of one script.
class LetterModel {
 public:
  LetterModel();
  void Set(char before, char letter, float surprise) { of_[before & 31][letter & 31] = surprise; }

  // Sum over the letters and the end of the word, in nats.
  float SurpriseOf(const std::string& letters) const;

 private:
  std::array<std::array<float, 32>, 32> of_;
};

// All that was learned, for both scripts. Immutable, thread-safe.
class LetterCosts {
 public:
  // INVALID_ARGUMENT with the line when the file is not as the training program writes it.
  static absl::StatusOr<LetterCosts> Parse(absl::string_view file);

  // The costs that are built into the program.
  static const LetterCosts& Embedded();

  // Steps from Latin to Arabic letters, or within one script (then symmetric).
  const StepCosts& Between(Script left, Script right) const;
  const LetterModel& ModelOf(Script script) const {
    return script == Script::kLatin ? latin_model_ : arabic_model_;
  }

 private:
  StepCosts latin_arabic_;
  StepCosts arabic_arabic_;
  StepCosts latin_latin_;
  LetterModel latin_model_;
  LetterModel arabic_model_;
};

}  // namespace isnad::matching

#endif  // ISNAD_SERVICES_MATCHING_LETTER_COSTS_H_
