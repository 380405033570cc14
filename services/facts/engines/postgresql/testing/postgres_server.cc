#include "services/facts/engines/postgresql/testing/postgres_server.h"

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "services/facts/engines/postgresql/connection.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::postgresql {
namespace {

constexpr char kPrograms[] = "/usr/lib/postgresql/15/bin";
constexpr absl::Duration kStartTimeout = absl::Seconds(30);

// Whom the server runs as; null when that is the user of the test.
const passwd* ServerUser() {
  if (getuid() != 0) return nullptr;
  const passwd* user = getpwnam("postgres");
  return user != nullptr ? user : getpwnam("nobody");
}

// Starts the program as the server's user, with its output in `log`.
pid_t Spawn(const std::vector<std::string>& command, const std::string& folder) {
  const passwd* user = ServerUser();
  const std::string log = folder + "/log";
  std::vector<char*> argv;
  for (const std::string& word : command) argv.push_back(const_cast<char*>(word.c_str()));
  argv.push_back(nullptr);
  const pid_t child = fork();
  if (child != 0) return child;
  if (user != nullptr &&
      (setgroups(0, nullptr) != 0 || setgid(user->pw_gid) != 0 || setuid(user->pw_uid) != 0)) {
    _exit(126);
  }
  // The server must not outlive a test that dies. A change of user forgets this, so it comes after.
  prctl(PR_SET_PDEATHSIG, SIGQUIT);
  const int out = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
  dup2(out, STDOUT_FILENO);
  dup2(out, STDERR_FILENO);
  if (chdir(folder.c_str()) != 0) _exit(125);
  execv(argv[0], argv.data());
  _exit(127);
}

std::string LogOf(const std::string& folder) {
  std::ifstream log(folder + "/log");
  return std::string(std::istreambuf_iterator<char>(log), std::istreambuf_iterator<char>());
}

absl::Status RunToEnd(const std::vector<std::string>& command, const std::string& folder) {
  int state = 0;
  if (waitpid(Spawn(command, folder), &state, 0) < 0 || !WIFEXITED(state) ||
      WEXITSTATUS(state) != 0) {
    return absl::InternalError(absl::StrCat(command[0], " failed: ", LogOf(folder)));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::unique_ptr<PostgresServer>> PostgresServer::Start(Durability durability) {
  if (!std::filesystem::exists(absl::StrCat(kPrograms, "/initdb"))) {
    return absl::FailedPreconditionError(
        absl::StrCat("PostgreSQL 15 is not in ", kPrograms,
                     "; install Debian's package postgresql-15 (./dev setup does)"));
  }
  char folder[] = "/tmp/isnad-postgres-XXXXXX";
  if (mkdtemp(folder) == nullptr) return absl::InternalError("no temporary folder");
  const passwd* user = ServerUser();
  if (user != nullptr && chown(folder, user->pw_uid, user->pw_gid) != 0) {
    return absl::InternalError("the temporary folder cannot be given to the server's user");
  }
  std::unique_ptr<PostgresServer> server(new PostgresServer(kPrograms, folder, durability));
  ISNAD_RETURN_IF_ERROR(
      RunToEnd({server->programs_ + "/initdb", "--pgdata=data", "--username=isnad", "--auth=trust",
                "--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en",
                "--no-sync", "--no-instructions"},
               server->folder_));
  ISNAD_RETURN_IF_ERROR(server->Restart());
  return server;
}

absl::Status PostgresServer::Restart() {
  const char* const sync = durability_ == Durability::kFull ? "on" : "off";
  server_ = Spawn({programs_ + "/postgres", "-D", "data", "-c", "listen_addresses=", "-c",
                   absl::StrCat("unix_socket_directories=", folder_), "-c",
                   absl::StrCat("fsync=", sync), "-c", absl::StrCat("full_page_writes=", sync),
                   "-c", "max_connections=60", "-c", "shared_buffers=32MB", "-c", "autovacuum=off"},
                  folder_);
  const absl::Time end = absl::Now() + kStartTimeout;
  absl::Status status;
  do {
    status = Connection::Open(Url(), absl::Seconds(5)).status();
    if (status.ok()) return status;
    if (waitpid(server_, nullptr, WNOHANG) == server_) {
      server_ = 0;
      break;
    }
    absl::SleepFor(absl::Milliseconds(20));
  } while (absl::Now() < end);
  return absl::InternalError(
      absl::StrCat("the server did not start: ", status.message(), "\n", LogOf(folder_)));
}

void PostgresServer::Crash() {
  if (server_ == 0) return;
  kill(server_, SIGQUIT);
  waitpid(server_, nullptr, 0);
  server_ = 0;
}

PostgresServer::~PostgresServer() {
  Crash();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string PostgresServer::Url() const {
  return absl::StrCat("postgresql:///postgres?user=isnad&host=", folder_);
}

absl::StatusOr<std::string> PostgresServer::NewStore() {
  ISNAD_ASSIGN_OR_RETURN(std::unique_ptr<Connection> connection,
                         Connection::Open(Url(), absl::Seconds(5)));
  const std::string name = absl::StrCat("store", next_store_++);
  ISNAD_RETURN_IF_ERROR(connection->Execute("CREATE SCHEMA " + name));
  return absl::StrCat(Url(), "&options=-csearch_path%3D", name);
}

}  // namespace isnad::facts::postgresql
