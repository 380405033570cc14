#include "clients/cli/command_line.h"

#include <CLI/CLI.hpp>
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "clients/cli/analyze_command.h"
#include "clients/cli/ask_command.h"
#include "clients/cli/connection.h"
#include "clients/cli/doctor_command.h"
#include "clients/cli/eval_command.h"
#include "clients/cli/explain_command.h"
#include "clients/cli/ingest_command.h"
#include "clients/cli/output.h"
#include "clients/cli/read_commands.h"
#include "clients/cli/serve_command.h"
#include "clients/cli/store_command.h"
#include "services/server/version/version.h"

namespace isnad::cli {
namespace {

// A command that talks to a suite, run once the whole line is parsed.
using Command = std::function<int(const Connection&)>;

class CommandLine {
 public:
  CommandLine() : app_("Facts from Arabic news, with the words they rest on.", "isnad") {
    app_.require_subcommand(1);
    app_.set_version_flag("--version", std::string("isnad ") + server::kVersion);
    app_.add_option("--address", address_, "HOST:PORT of the suite")->capture_default_str();
    app_.fallthrough();
    app_.failure_message(CLI::FailureMessage::help);
    AddServe();
    AddIngest();
    AddAsk();
    AddEval();
    AddFacts();
    AddEntities();
    AddConflicts();
    AddTimeline();
    AddExplain();
    AddExport();
    AddAnalyze();
    AddDoctor();
    AddStore();
  }

  int Run(int argc, char** argv) {
    // `serve` has the flags of its configuration, not ours.
    if (argc > 1 && std::string(argv[1]) == "serve") {
      return RunServe(std::vector<std::string>(argv + 2, argv + argc));
    }
    try {
      app_.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
      const bool asked = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success);
      app_.exit(error, std::cout, std::cerr);
      return asked ? kSuccess : kUsage;
    }
    if (local_command_) return local_command_();
    auto connection = Connection::Open(address_);
    if (!connection.ok()) {
      PrintFailure(connection.status());
      return kUsage;
    }
    return command_(**connection);
  }

 private:
  CLI::App* Add(const std::string& name, const std::string& words, Command command) {
    CLI::App* added = app_.add_subcommand(name, words);
    added->callback([this, command = std::move(command)] { command_ = command; });
    return added;
  }

  void AddFormat(CLI::App* command, Format* format) {
    command->add_option("--format", *format, "table for people, json for programs")
        ->transform(CLI::CheckedTransformer(
            std::map<std::string, Format>{{"table", Format::kTable}, {"json", Format::kJson}}));
  }

  void AddServe() {
    app_.add_subcommand("serve", "Run all services in this process (isnad serve --help)");
  }

  void AddIngest() {
    CLI::App* command = Add("ingest", "Send articles and wait until they are stored",
                            [this](const Connection& c) { return RunIngest(ingest_, c); });
    command->add_option("path", ingest_.path, "file, folder, or - for standard input")->required();
    command->add_option("--metadata", ingest_.metadata,
                        "JSON Lines with file, title, source, url, published_at; a folder's "
                        "metadata.jsonl if not given");
    AddFormat(command, &ingest_.format);
  }

  void AddAsk() {
    CLI::App* command = Add("ask", "Ask in Arabic or English; without a question, a session",
                            [this](const Connection& c) { return RunAsk(ask_, c); });
    command->add_option("question", ask_.question, "the question");
    command->add_option("--questions_file", ask_.questions_file, "JSON Lines with id and question");
    command->add_option("--output", ask_.output, "where the answers of a file go, as JSON Lines");
    command->add_option("--language", ask_.language, "ar or en; the question's own if not given")
        ->check(CLI::IsMember({"ar", "en"}));
    command->add_flag("--plan", ask_.plan, "show how the answer was found");
    AddFormat(command, &ask_.format);
  }

  void AddEval() {
    CLI::App* command = Add("eval", "Score the suite's answers to questions with known answers",
                            [this](const Connection& c) { return RunEval(eval_, c); });
    command
        ->add_option("questions_file", eval_.questions_file,
                     "JSON Lines with question, id, kind, lang, match, answers, must_cite_docs, "
                     "cite_groups")
        ->required();
    command->add_flag("--misses", eval_.misses, "show the questions that went wrong");
    command
        ->add_option("--min", eval_.bars,
                     "fail when a figure is below, such as accuracy=75; may be repeated")
        ->allow_extra_args(false);
    AddFormat(command, &eval_.format);
  }

  void AddFacts() {
    CLI::App* command =
        Add("facts", "List facts", [this](const Connection& c) { return RunFacts(facts_, c); });
    command->add_option("--filter", facts_.filter, "such as: type = LEFT AND polarity = ASSERTED");
    command->add_option("--entity", facts_.entity, "only facts about this name, in any spelling");
    command->add_option("--order_by", facts_.order_by, "such as: valid_date desc");
    command->add_option("--limit", facts_.limit, "most facts to list")->check(CLI::PositiveNumber);
    AddFormat(command, &facts_.format);
  }

  void AddEntities() {
    CLI::App* command = Add("entities", "List or find people, organisations, products, places",
                            [this](const Connection& c) { return RunEntities(entities_, c); });
    command->add_option("search", entities_.search, "a name in any spelling, or its beginning");
    command->add_option("--filter", entities_.filter, "such as: type = PERSON");
    command->add_option("--limit", entities_.limit, "most to list")->check(CLI::PositiveNumber);
    AddFormat(command, &entities_.format);
  }

  void AddConflicts() {
    CLI::App* command =
        Add("conflicts", "What sources contradict each other in, with the sides and their sources",
            [this](const Connection& c) { return RunConflicts(conflicts_, c); });
    command->add_option("--filter", conflicts_.filter, "such as: state = OPEN AND kind = FIGURE");
    command->add_option("--limit", conflicts_.limit, "most to list")->check(CLI::PositiveNumber);
    AddFormat(command, &conflicts_.format);
  }

  void AddTimeline() {
    CLI::App* command = Add("timeline", "The dated facts of an entity, earliest first",
                            [this](const Connection& c) { return RunTimeline(timeline_, c); });
    command->add_option("entity", timeline_.entity, "a name in any spelling, or entities/ID")
        ->required();
    command->add_option("--limit", timeline_.limit, "most to list")->check(CLI::PositiveNumber);
    AddFormat(command, &timeline_.format);
  }

  void AddExplain() {
    CLI::App* command = Add("explain", "Why a fact is believed, or how a question is read",
                            [this](const Connection& c) { return RunExplain(explain_, c); });
    command->add_option("what", explain_.what, "facts/ID, or a question")->required();
    AddFormat(command, &explain_.format);
  }

  void AddExport() {
    CLI::App* command = Add("export", "Write all facts to standard output",
                            [this](const Connection& c) { return RunExport(export_, c); });
    command->add_option("--format", export_.format, "jsonl, nquads or graphviz")
        ->check(CLI::IsMember({"jsonl", "nquads", "graphviz"}))
        ->capture_default_str();
    command->add_option("--filter", export_.filter, "as for facts");
  }

  void AddAnalyze() {
    CLI::App* command = Add("analyze", "What the analysis sees in a text",
                            [this](const Connection& c) { return RunAnalyze(analyze_, c); });
    command->add_option("text", analyze_.text, "the text");
    command->add_option("--file", analyze_.file, "a file with the text, or - for standard input");
    command->add_option("--language", analyze_.language, "ar or en; detected if not given")
        ->check(CLI::IsMember({"ar", "en"}));
    command->add_option("--reference_date", analyze_.reference_date,
                        "YYYY-MM-DD that relative dates count from");
    command->add_flag("--names_only", analyze_.names_only, "leave out the table of words");
    AddFormat(command, &analyze_.format);
  }

  void AddDoctor() {
    CLI::App* command = Add("doctor", "Check that the suite at --address serves",
                            [this](const Connection& c) { return RunDoctor(doctor_format_, c); });
    AddFormat(command, &doctor_format_);
  }

  // The commands of `store` work on a store itself and talk to nobody.
  void AddStore() {
    CLI::App* store = app_.add_subcommand("store", "Check, migrate, back up or copy a fact store");
    store->require_subcommand(1);
    AddStoreCommand(store, "check", "Check files, tables, rules and quotes", RunStoreCheck,
                    "store,--store");
    AddStoreCommand(store, "migrate", "Create the tables or bring them up to date", RunStoreMigrate,
                    "store,--store");
    for (const auto& [name, words, run] :
         {std::make_tuple("backup", "Copy a store, in use or not, to a new file", RunStoreBackup),
          std::make_tuple("restore", "Fill an empty store from a backup", RunStoreRestore)}) {
      AddStoreCommand(store, name, words, run, "--store")
          ->add_option("file", store_.file, "file of the backup")
          ->required();
    }
    CLI::App* copy = store->add_subcommand("copy", "Copy a store, in use or not, to an empty one");
    copy->add_option("--from", store_.store, kStoreWords)->required();
    copy->add_option("--to", store_.to, "an empty store, or one that does not exist yet")
        ->required();
    Finish(copy, RunStoreCopy);
  }

  CLI::App* AddStoreCommand(CLI::App* parent, const std::string& name, const std::string& words,
                            int (*run)(const StoreOptions&), const std::string& store) {
    CLI::App* command = parent->add_subcommand(name, words);
    command->add_option(store, store_.store, kStoreWords)
        ->envname("ISNAD_STORE")
        ->capture_default_str();
    Finish(command, run);
    return command;
  }

  void Finish(CLI::App* command, int (*run)(const StoreOptions&)) {
    AddFormat(command, &store_.format);
    command->callback([this, run] { local_command_ = [this, run] { return run(store_); }; });
  }

  static constexpr const char* kStoreWords = "sqlite:PATH or postgresql://...";

  CLI::App app_;
  std::string address_ = kDefaultAddress;
  Command command_;
  IngestOptions ingest_;
  AskOptions ask_;
  EvalOptions eval_;
  FactsOptions facts_;
  EntitiesOptions entities_;
  ConflictsOptions conflicts_;
  TimelineOptions timeline_;
  ExplainOptions explain_;
  ExportOptions export_;
  AnalyzeOptions analyze_;
  Format doctor_format_ = Format::kTable;
  StoreOptions store_;
  // Set instead of `command_` by commands that need no suite.
  std::function<int()> local_command_;
};

}  // namespace

int RunCommandLine(int argc, char** argv) { return CommandLine().Run(argc, argv); }

}  // namespace isnad::cli
