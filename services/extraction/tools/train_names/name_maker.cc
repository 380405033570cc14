#include "services/extraction/tools/train_names/name_maker.h"

#include <fstream>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "services/extraction/lexicon/lexicon.pb.h"

namespace isnad::extraction {

absl::Status NameMaker::Read(const NameParts& sources) {
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
    const std::vector<std::string> columns = absl::StrSplit(line, '\t');
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

std::string NameMaker::Make(const std::string& slot) {
  if (slot == "PERS") return MakePerson();
  if (slot == "ORG") return MakeOrganization();
  if (slot == "PROD") return MakeProduct();
  return MakePlace();
}

const std::string& NameMaker::Any(const std::string& part) {
  const std::vector<std::string>& words = parts_[part];
  static const std::string* const kNone = new std::string("س");
  return words.empty() ? *kNone : words[Below(words.size())];
}

std::string NameMaker::Invented() { return Any(Chance(0.3) ? "GIVEN" : "TOKEN"); }

std::string NameMaker::MakePerson() {
  const double kind = random_.Share();
  if (kind < 0.2) return Any("KNOWN PERSON");
  if (kind < 0.3) return absl::StrCat(Any("GIVEN"), " ", Any("GIVEN"), " ", Any("TOKEN"));
  if (kind < 0.36) return absl::StrCat(Any("GIVEN"), " بن ", Any("GIVEN"));
  if (kind < 0.4) return absl::StrCat(Any("GIVEN"), " ", Any("TOKEN"), "-", Any("TOKEN"));
  return absl::StrCat(Any("GIVEN"), " ", Any("TOKEN"));
}

std::string NameMaker::MakeOrganization() {
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

std::string NameMaker::MakeProduct() {
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

std::string NameMaker::MakePlace() {
  const double kind = random_.Share();
  if (kind < 0.6) return Any("KNOWN LOCATION");
  if (kind < 0.64) return absl::StrCat(Invented(), " الكبرى");
  if (kind < 0.68) return absl::StrCat("كفر ", Any("WORD"));
  return Invented();
}

std::string JoinClitic(std::string clitic, const std::string& name) {
  if (clitic.empty()) return name;
  if (static_cast<unsigned char>(name[0]) < 0x80) return absl::StrCat(clitic, "ـ", name);
  if (clitic == "ل" && absl::StartsWith(name, "ال")) return absl::StrCat("لل", name.substr(4));
  return clitic + name;
}

}  // namespace isnad::extraction
