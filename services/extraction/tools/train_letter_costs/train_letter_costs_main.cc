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

#include "CLI/CLI.hpp"
#include "services/extraction/tools/train_letter_costs/letter_costs_trainer.h"
#include "services/extraction/tools/train_letter_costs/name_pairs.h"

int main(int argc, char** argv) {
  using isnad::extraction::HeldOutPairs;
  std::vector<std::string> paths;
  std::string output;
  bool learn_held_out = false;
  CLI::App app("Learns what it costs to write one letter for another.", "train_letter_costs");
  app.add_option("--pairs", paths, "tables of name pairs")->delimiter(',')->required();
  app.add_option("--output", output, "where the costs are written")->required();
  app.add_flag("--learn_held_out", learn_held_out, "learns from the tenth for measuring as well");
  CLI11_PARSE(app, argc, argv);
  std::vector<isnad::extraction::NamePair> pairs;
  for (const std::string& path : paths) {
    auto read = isnad::extraction::ReadNamePairs(path);
    if (!read.ok()) {
      std::cerr << "train_letter_costs: " << read.status().message() << "\n";
      return 1;
    }
    pairs.insert(pairs.end(), read->begin(), read->end());
  }
  std::ofstream file(output);
  file << isnad::extraction::TrainLetterCosts(
      pairs, learn_held_out ? HeldOutPairs::kLearn : HeldOutPairs::kLeaveOut);
  file.close();
  if (!file) {
    std::cerr << "train_letter_costs: cannot write " << output << "\n";
    return 1;
  }
  return 0;
}
