#include "services/extraction/tools/train_names/practice_text.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "services/extraction/tools/train_names/name_maker.h"

namespace isnad::extraction {
namespace {

using Words = std::vector<std::string>;

// Shares of the documents.
constexpr double kHasty = 0.12;
constexpr double kQuoting = 0.15;
constexpr double kGuillemets = 0.7;  // of those that quote

Words SplitWords(absl::string_view text) { return absl::StrSplit(text, ' ', absl::SkipEmpty()); }

// The people, organisations, products and places of one document.
class Cast {
 public:
  explicit Cast(NameMaker* maker) : maker_(*maker) {}

  // A name of the cast, now and then a new one; no name twice in a sentence.
  std::string Choose(const std::string& slot, Words* used) {
    const std::string kind = slot == "SUR" ? "PERS" : slot;
    Words& members = members_[kind];
    for (int attempt = 0; attempt < 4; ++attempt) {
      if (members.empty() || (slot != "SUR" && maker_.Chance(0.5))) {
        members.push_back(maker_.Make(kind));
      }
      const std::string& name = members[maker_.Below(members.size())];
      if (std::find(used->begin(), used->end(), name) != used->end()) {
        members.push_back(maker_.Make(kind));
        continue;
      }
      used->push_back(name);
      return slot == "SUR" ? SplitWords(name).back() : name;
    }
    return maker_.Make(kind);
  }

 private:
  NameMaker& maker_;
  std::map<std::string, Words> members_;
};

// How a document writes the names of organisations and products: bare or between marks.
struct Marks {
  std::string open;
  std::string close;
};

eval::ConllSentence Fill(const std::string& pattern, const Marks& marks, Cast* cast) {
  eval::ConllSentence sentence;
  Words used;
  for (const std::string& word : SplitWords(pattern)) {
    const size_t open = word.find('{');
    const size_t close = word.find('}');
    if (open == std::string::npos || close == std::string::npos) {
      sentence.push_back({word, "O"});
      continue;
    }
    const std::string slot = word.substr(open + 1, close - open - 1);
    const std::string type = slot == "SUR" ? "PERS" : slot;
    const std::string clitic = word.substr(0, open);
    const bool quoted = !marks.open.empty() && (type == "ORG" || type == "PROD");
    const std::string chosen = cast->Choose(slot, &used);
    if (quoted && !clitic.empty()) sentence.push_back({clitic == "و" ? clitic : clitic + "ـ", "O"});
    if (quoted) sentence.push_back({marks.open, "O"});
    const Words name = SplitWords(quoted ? chosen : JoinClitic(clitic, chosen));
    for (size_t i = 0; i < name.size(); ++i) {
      sentence.push_back({name[i], absl::StrCat(i == 0 ? "B-" : "I-", type)});
    }
    if (quoted) sentence.push_back({marks.close, "O"});
  }
  return sentence;
}

// Spells as hasty writers do: without hamza on alef, with heh for ta marbuta or without the dots of
// a final yeh.
void WriteHastily(eval::ConllDocument* document) {
  for (eval::ConllSentence& sentence : *document) {
    for (eval::ConllWord& word : sentence) {
      std::string& text = word.text;
      text = absl::StrReplaceAll(text, {{"أ", "ا"}, {"إ", "ا"}, {"آ", "ا"}});
      if (absl::EndsWith(text, "ة")) text.replace(text.size() - 2, 2, "ه");
      if (absl::EndsWith(text, "ي")) text.replace(text.size() - 2, 2, "ى");
    }
  }
}

}  // namespace

absl::StatusOr<std::vector<eval::ConllDocument>> MakePracticeText(const PracticeSources& sources,
                                                                  int documents, int sentences) {
  NameMaker maker(20);
  const absl::Status read = maker.Read(sources.parts);
  if (!read.ok()) return read;
  std::ifstream in(sources.sentences);
  if (!in) return absl::NotFoundError(absl::StrCat("cannot read ", sources.sentences));
  Words patterns;
  std::string line;
  while (std::getline(in, line)) {
    if (!line.empty() && line[0] != '#') patterns.push_back(line);
  }
  if (patterns.empty()) return absl::InvalidArgumentError("no practice sentences");
  std::vector<eval::ConllDocument> texts(documents);
  for (eval::ConllDocument& text : texts) {
    Cast cast(&maker);
    Marks marks;
    if (maker.Chance(kQuoting)) {
      marks = maker.Chance(kGuillemets) ? Marks{"«", "»"} : Marks{"\"", "\""};
    }
    for (int i = 0; i < sentences; ++i) {
      text.push_back(Fill(patterns[maker.Below(patterns.size())], marks, &cast));
      if (maker.Chance(0.7) && text.back().back().text != "؟") text.back().push_back({".", "O"});
    }
    if (maker.Chance(kHasty)) WriteHastily(&text);
  }
  return texts;
}

}  // namespace isnad::extraction
