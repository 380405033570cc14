#include "services/extraction/tools/train_names/practice_text.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "services/extraction/lexicon/lexicon.pb.h"
#include "services/extraction/tools/train_names/random_order.h"

namespace isnad::extraction {
namespace {

using Words = std::vector<std::string>;

constexpr double kHasty = 0.12;  // share of the documents

Words SplitWords(absl::string_view text) { return absl::StrSplit(text, ' ', absl::SkipEmpty()); }

// Names to choose from.
class NameMaker {
 public:
  explicit NameMaker(uint64_t seed) : random_(seed) {}

  absl::Status Read(const PracticeSources& sources) {
    std::ifstream names(sources.names);
    if (!names) return absl::NotFoundError(absl::StrCat("cannot read ", sources.names));
    std::string line;
    while (std::getline(names, line)) {
      const size_t blank = line.find(' ');
      if (line[0] != '#' && blank != std::string::npos) {
        parts_[line.substr(0, blank)].push_back(line.substr(blank + 1));
      }
    }
    std::ifstream tokens(sources.name_tokens);
    if (!tokens) return absl::NotFoundError(absl::StrCat("cannot read ", sources.name_tokens));
    while (std::getline(tokens, line)) {
      const Words columns = absl::StrSplit(line, '\t');
      int count = 0;
      if (columns.size() != 3 || !absl::SimpleAtoi(columns[2], &count)) continue;
      const std::string token = absl::StrReplaceAll(columns[1], {{" ", ""}});
      if (token.size() >= 6 && token.size() <= 20) {
        parts_[count >= 3 ? "GIVEN" : "TOKEN"].push_back(token);
      }
    }
    const auto gazetteers = sources.lexicon->Parse<lexicon::Gazetteer>("gazetteer_");
    if (!gazetteers.ok()) return gazetteers.status();
    for (const lexicon::Gazetteer& gazetteer : *gazetteers) {
      for (const lexicon::GazetteerEntry& entry : gazetteer.entry()) {
        if (!entry.ar().empty()) parts_[absl::StrCat("KNOWN ", entry.type())].push_back(entry.ar());
        if (!entry.en().empty() && entry.type() != "LOCATION" && entry.type() != "PERSON") {
          parts_[absl::StrCat("LATIN ", entry.type())].push_back(entry.en());
        }
      }
    }
    return absl::OkStatus();
  }

  std::string Make(const std::string& slot) {
    if (slot == "PERS") return MakePerson();
    if (slot == "ORG") return MakeOrganization();
    if (slot == "PROD") return MakeProduct();
    return MakePlace();
  }

  bool Chance(double share) { return random_.Share() < share; }

  size_t Below(size_t limit) { return random_.Next() % limit; }

 private:
  const std::string& Any(const std::string& part) {
    const Words& words = parts_[part];
    static const std::string* const kNone = new std::string("س");
    return words.empty() ? *kNone : words[Below(words.size())];
  }

  std::string Invented() { return Any(Chance(0.3) ? "GIVEN" : "TOKEN"); }

  std::string MakePerson() {
    const double kind = random_.Share();
    if (kind < 0.2) return Any("KNOWN PERSON");
    if (kind < 0.3) return absl::StrCat(Any("GIVEN"), " ", Any("GIVEN"), " ", Any("TOKEN"));
    if (kind < 0.36) return absl::StrCat(Any("GIVEN"), " بن ", Any("GIVEN"));
    if (kind < 0.4) return absl::StrCat(Any("GIVEN"), " ", Any("TOKEN"), "-", Any("TOKEN"));
    return absl::StrCat(Any("GIVEN"), " ", Any("TOKEN"));
  }

  std::string MakeOrganization() {
    const double kind = random_.Share();
    if (kind < 0.3) return Any("KNOWN ORGANIZATION");
    if (kind < 0.36) return Any("LATIN ORGANIZATION");
    if (kind < 0.4) return Any("LATIN");
    if (kind < 0.56) {
      return absl::StrReplaceAll(Any("INSTITUTION"),
                                 {{"{LOC}", MakePlace()}, {"{SUR}", Any("GIVEN")}});
    }
    if (kind < 0.63) return Any("WORD");
    if (kind < 0.66) return absl::StrCat(Any("WORD"), " ", Any("ENDING"));
    if (kind < 0.82) return Invented();
    if (kind < 0.94) return absl::StrCat(Invented(), " ", Any("ENDING"));
    if (kind < 0.97) return absl::StrCat(Any("START"), " ", Invented());
    return absl::StrCat(Invented(), " ", Invented());
  }

  std::string MakeProduct() {
    const double kind = random_.Share();
    if (kind < 0.3) return Any("KNOWN PRODUCT");
    if (kind < 0.36) return Any("LATIN PRODUCT");
    if (kind < 0.4) return Any("LATINMODEL");
    std::string name = kind < 0.5 ? Any("WORD") : Invented();
    if (Chance(0.2)) name = absl::StrCat(Any("KNOWN ORGANIZATION"), " ", name);
    if (Chance(0.3)) absl::StrAppend(&name, " ", Any("MODEL"));
    if (Chance(0.4))
      absl::StrAppend(&name, Chance(0.8) ? " " : "-", 1 + Below(Chance(0.5) ? 9 : 900));
    return name;
  }

  std::string MakePlace() {
    const double kind = random_.Share();
    if (kind < 0.6) return Any("KNOWN LOCATION");
    if (kind < 0.64) return absl::StrCat(Invented(), " الكبرى");
    if (kind < 0.68) return absl::StrCat("كفر ", Any("WORD"));
    return Invented();
  }

  RandomOrder random_;
  std::map<std::string, Words> parts_;
};

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

// The conjunction or preposition before a slot as it is written before a name: "ل" and "ال" make
// "لل"; before Latin letters it takes a tatweel.
std::string Joined(std::string clitic, const std::string& name) {
  if (clitic.empty()) return name;
  if (static_cast<unsigned char>(name[0]) < 0x80) return absl::StrCat(clitic, "ـ", name);
  if (clitic == "ل" && absl::StartsWith(name, "ال")) return absl::StrCat("لل", name.substr(4));
  return clitic + name;
}

eval::ConllSentence Fill(const std::string& pattern, Cast* cast) {
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
    const Words name = SplitWords(Joined(word.substr(0, open), cast->Choose(slot, &used)));
    for (size_t i = 0; i < name.size(); ++i) {
      sentence.push_back({name[i], absl::StrCat(i == 0 ? "B-" : "I-", type)});
    }
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
  const absl::Status read = maker.Read(sources);
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
    for (int i = 0; i < sentences; ++i) {
      text.push_back(Fill(patterns[maker.Below(patterns.size())], &cast));
      if (maker.Chance(0.7) && text.back().back().text != "؟") text.back().push_back({".", "O"});
    }
    if (maker.Chance(kHasty)) WriteHastily(&text);
  }
  return texts;
}

}  // namespace isnad::extraction
