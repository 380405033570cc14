// Learns the letter costs of services/matching from files of name pairs.
//
//   train_letter_costs --pairs=FILE[,FILE...] --output=FILE [--learn_held_out]
//
// A tenth of the Latin words, chosen by hash, is left out so that it can measure the result
// (tests/eval, task "pairs"). The same files give the same bytes.

#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "services/extraction/tools/train_letter_costs/letter_costs_trainer.h"
#include "services/extraction/tools/train_letter_costs/name_pairs.h"

int main(int argc, char** argv) {
  using isnad::extraction::HeldOutPairs;
  std::string pairs_flag;
  std::string output;
  HeldOutPairs held_out = HeldOutPairs::kLeaveOut;
  for (int i = 1; i < argc; ++i) {
    absl::string_view flag = argv[i];
    if (absl::ConsumePrefix(&flag, "--pairs=")) {
      pairs_flag = std::string(flag);
    } else if (absl::ConsumePrefix(&flag, "--output=")) {
      output = std::string(flag);
    } else if (flag == "--learn_held_out") {
      held_out = HeldOutPairs::kLearn;
    } else {
      std::cerr << "unknown flag " << flag << "\n";
      return 2;
    }
  }
  if (pairs_flag.empty() || output.empty()) {
    std::cerr << "usage: train_letter_costs --pairs=FILE[,FILE...] --output=FILE "
                 "[--learn_held_out]\n";
    return 2;
  }
  std::vector<isnad::extraction::NamePair> pairs;
  for (const absl::string_view path : absl::StrSplit(pairs_flag, ',')) {
    auto read = isnad::extraction::ReadNamePairs(std::string(path));
    if (!read.ok()) {
      std::cerr << read.status() << "\n";
      return 1;
    }
    pairs.insert(pairs.end(), read->begin(), read->end());
  }
  std::ofstream file(output);
  file << isnad::extraction::TrainLetterCosts(pairs, held_out);
  file.close();
  if (!file) {
    std::cerr << "cannot write " << output << "\n";
    return 1;
  }
  return 0;
}
