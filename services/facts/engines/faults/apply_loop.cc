// Applies extractions to a store until it is killed: apply_loop STORE PREFIX. Writes the id of each
// document to standard output, a line each, once the store has acknowledged it; a failure goes to
// standard error, and the same document is tried again. Facts are about a lab named PREFIX, so that
// they gain evidence without end only as long as the process runs.

#include <unistd.h>

#include <iostream>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "services/facts/converters/extraction_converter.h"
#include "services/facts/domain/apply_extraction.h"
#include "services/facts/engines/open_fact_store.h"
#include "services/facts/handlers/sample_extraction.h"
#include "services/server/clock/clock.h"

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  isnad::facts::OpenOptions options;
  options.name = argv[1];
  options.readers = 1;
  auto store = isnad::facts::OpenFactStore(options, isnad::server::SystemClock());
  if (!store.ok()) {
    std::cerr << store.status() << std::endl;
    return 1;
  }
  for (int number = 0;;) {
    const std::string id = absl::StrCat(argv[2], "-", number);
    const auto input = isnad::facts::ToExtractionInput(
        isnad::facts::SampleExtraction(id, argv[2], 1'000'000 * (1 + number % 3)));
    if (!input.ok()) return 3;
    const absl::Status status = (*store)->Write([&](isnad::facts::WriteTransaction& transaction) {
      return isnad::facts::ApplyExtraction(*input, transaction).status();
    });
    if (!status.ok()) {
      std::cerr << status << std::endl;
      absl::SleepFor(absl::Milliseconds(20));
      continue;
    }
    const std::string line = id + "\n";
    if (write(STDOUT_FILENO, line.data(), line.size()) < 0) return 4;
    ++number;
  }
}
