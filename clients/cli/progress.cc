#include "clients/cli/progress.h"

#include <unistd.h>

#include <iostream>
#include <utility>

namespace isnad::cli {
namespace {

constexpr int kBarColumns = 30;

}  // namespace

Progress::Progress(std::string label, int total)
    : label_(std::move(label)), total_(total), visible_(total > 0 && isatty(STDERR_FILENO) == 1) {
  Update(0);
}

Progress::~Progress() {
  if (visible_) std::cerr << "\r\033[K" << std::flush;
}

void Progress::Update(int done) {
  if (!visible_) return;
  const int filled = done * kBarColumns / total_;
  std::cerr << "\r" << label_ << " [" << std::string(filled, '#')
            << std::string(kBarColumns - filled, '.') << "] " << done << "/" << total_
            << std::flush;
}

}  // namespace isnad::cli
