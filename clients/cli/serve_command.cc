#include "clients/cli/serve_command.h"

#include <iostream>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "clients/cli/connection.h"
#include "clients/cli/output.h"
#include "services/isnad/suite.h"
#include "services/server/config/load_config.h"
#include "services/server/signals/shutdown_signals.h"

namespace isnad::cli {
namespace {

// "--address" is short for the server's own flag.
std::string Expand(const std::string& argument) {
  for (const char* name : {"address", "metrics_address", "admin_address", "log_level"}) {
    const std::string flag = absl::StrCat("--", name);
    if (argument == flag || absl::StartsWith(argument, flag + "=")) {
      return absl::StrCat("--server.", argument.substr(2));
    }
  }
  return argument;
}

}  // namespace

int RunServe(const std::vector<std::string>& arguments) {
  server::BlockShutdownSignals();
  config::IsnadConfig config;
  config.mutable_server()->set_address(kDefaultAddress);
  std::vector<std::string> expanded = {"isnad serve"};
  for (const std::string& argument : arguments) expanded.push_back(Expand(argument));
  std::vector<const char*> argv;
  for (const std::string& argument : expanded) argv.push_back(argument.c_str());
  auto action = server::LoadConfig(static_cast<int>(argv.size()), argv.data(), "ISNAD", &config);
  if (!action.ok()) {
    std::cerr << "isnad serve: " << action.status().message() << "\n";
    return kUsage;
  }
  if (*action == server::ConfigAction::kExit) return kSuccess;
  auto suite = suite::Suite::Start(config);
  if (!suite.ok()) {
    std::cerr << "isnad serve: " << suite.status().message() << "\n";
    return kFailure;
  }
  return (*suite)->ServeUntilSignal();
}

}  // namespace isnad::cli
