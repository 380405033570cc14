#include "services/extraction/tools/train_morphology/camel_morph.h"

#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "services/extraction/morphology/lexical_table.h"
#include "services/extraction/tools/train_morphology/corpus_words.h"

namespace isnad::extraction {
namespace {

using Visitor = std::function<void(const LexicalForm&)>;

// A line of a table, by column name.
class Row {
 public:
  Row(const absl::flat_hash_map<std::string, int>* columns, std::vector<std::string> cells)
      : columns_(columns), cells_(std::move(cells)) {}

  absl::string_view operator[](absl::string_view column) const {
    const auto found = columns_->find(column);
    if (found == columns_->end() || found->second >= static_cast<int>(cells_.size())) return {};
    return cells_[found->second];
  }

 private:
  const absl::flat_hash_map<std::string, int>* columns_;
  std::vector<std::string> cells_;
};

// Cells of a comma-separated line; quotes protect commas.
std::vector<std::string> SplitCells(absl::string_view line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      cells.emplace_back();
    } else if (c != '\r' && c != '\n') {
      cells.back().push_back(c);
    }
  }
  return cells;
}

absl::Status VisitRows(const std::string& path, const std::function<void(const Row&)>& visit) {
  absl::flat_hash_map<std::string, int> columns;
  return VisitLines(path, [&](absl::string_view line) {
    std::vector<std::string> cells = SplitCells(line);
    if (columns.empty()) {
      for (int i = 0; i < static_cast<int>(cells.size()); ++i) columns.emplace(cells[i], i);
      return;
    }
    const Row row(&columns, std::move(cells));
    if (row["DEFINE"] == "LEXICON") visit(row);
  });
}

std::string LemmaOf(const Row& row) {
  const std::vector<absl::string_view> parts = absl::StrSplit(row["LEMMA"], '-');
  return LettersOfBuckwalter(parts[0]);
}

// Value of "pos:", "gen:" and so on in the FEAT column.
absl::string_view Feature(const Row& row, absl::string_view name) {
  for (const absl::string_view part : absl::StrSplit(row["FEAT"], ' ')) {
    if (absl::StartsWith(part, name) && part.size() > name.size() && part[name.size()] == ':') {
      return part.substr(name.size() + 1);
    }
  }
  return {};
}

struct Ending {
  const char* letters;
  WordGender gender;
  WordNumber number;
  WordPerson person;
  bool consonant;
};

constexpr WordGender kMasc = WordGender::kMasculine;
constexpr WordGender kFem = WordGender::kFeminine;
constexpr WordNumber kSing = WordNumber::kSingular;
constexpr WordNumber kDual = WordNumber::kDual;
constexpr WordNumber kPlur = WordNumber::kPlural;
constexpr WordPerson kP1 = WordPerson::kFirst;
constexpr WordPerson kP2 = WordPerson::kSecond;
constexpr WordPerson kP3 = WordPerson::kThird;
constexpr WordGender kAnyGender = WordGender::kUnknown;

// What a stem's last letters become before each ending of the perfect: "%" is the place of the
// weak letter.
struct WeakEnd {
  const char* condition;
  const char* third_masculine;
  const char* before_t;
  const char* before_alef;
  const char* before_waw;
  const char* before_consonant;
};
constexpr WeakEnd kPerfectEnds[] = {
    {"#-ay", "ى", "", "ي", "", "ي"},
    {"#-aw", "ا", "", "و", "", "و"},
    {"#-iy", "ي", "ي", "ي", "", "ي"},
    {"#-a>", "أ", "أ", "أ", "أ", "أ"},
    {"#-A'", "اء", "اء", "اء", "اء", ""},
    {"#->ay", "أى", "أ", "أي", "أ", "أي"},
    {"", "", "", "", "", ""},
};

bool HasCondition(const Row& row, absl::string_view condition) {
  for (const absl::string_view part : absl::StrSplit(row["COND-S"], ' ')) {
    if (part == condition) return true;
  }
  return false;
}

const WeakEnd& PerfectEnd(const Row& row) {
  for (const WeakEnd& end : kPerfectEnds) {
    if (end.condition[0] != 0 && HasCondition(row, end.condition)) return end;
  }
  return kPerfectEnds[6];
}

void VisitVerb(LexicalForm* form, absl::string_view stem, absl::string_view weak,
               const Ending& ending, const Visitor& visit) {
  form->form = absl::StrCat(stem, weak, ending.letters);
  form->features.gender = ending.gender;
  form->features.number = ending.number;
  form->features.person = ending.person;
  visit(*form);
}

void VisitPerfect(const Row& row, const Visitor& visit) {
  static constexpr Ending kEndings[] = {
      {"", kMasc, kSing, kP3, false},   {"ت", kFem, kSing, kP3, false},
      {"ا", kMasc, kDual, kP3, false},  {"تا", kFem, kDual, kP3, false},
      {"وا", kMasc, kPlur, kP3, false}, {"و", kMasc, kPlur, kP3, false},
      {"ن", kFem, kPlur, kP3, true},    {"نا", kAnyGender, kPlur, kP1, true},
      {"تم", kMasc, kPlur, kP2, true},  {"ت", kAnyGender, kSing, kP1, true}};
  LexicalForm form;
  form.lemma = LemmaOf(row);
  form.flags = lexical::kPerfect | lexical::kVerbal;
  form.features.aspect = WordAspect::kPerfective;
  form.features.voice = WordVoice::kActive;
  const std::string stem = LettersOfBuckwalter(row["FORM"]);
  const WeakEnd& end = PerfectEnd(row);
  for (const Ending& ending : kEndings) {
    if (row["COND-T"] == (ending.consonant ? "v-suff" : "c-suff")) continue;
    const absl::string_view letters = ending.letters;
    const char* const weak = letters.empty()                  ? end.third_masculine
                             : ending.consonant               ? end.before_consonant
                             : absl::StartsWith(letters, "ت") ? end.before_t
                             : absl::StartsWith(letters, "ا") ? end.before_alef
                                                              : end.before_waw;
    VisitVerb(&form, stem, weak, ending, visit);
  }
  if (absl::string_view(end.third_masculine) == "ى")
    VisitVerb(&form, stem, "ا", kEndings[0], visit);
}

void VisitImperfect(const Row& row, const Visitor& visit) {
  struct Prefix {
    const char* letters;
    WordGender gender;
    WordNumber number;
    WordPerson person;
  };
  static constexpr Prefix kPrefixes[] = {{"ي", kMasc, kSing, kP3},
                                         {"ت", kFem, kSing, kP3},
                                         {"ن", kAnyGender, kPlur, kP1},
                                         {"ا", kAnyGender, kSing, kP1}};
  static constexpr Ending kEndings[] = {
      {"", kMasc, kSing, kP3, false},   {"ون", kMasc, kPlur, kP3, false},
      {"وا", kMasc, kPlur, kP3, false}, {"ان", kMasc, kDual, kP3, false},
      {"ا", kMasc, kDual, kP3, false},  {"ين", kFem, kSing, kP2, false},
      {"ن", kFem, kPlur, kP3, true}};
  LexicalForm form;
  form.lemma = LemmaOf(row);
  form.flags = lexical::kImperfect | lexical::kVerbal;
  form.features.aspect = WordAspect::kImperfective;
  form.features.voice = WordVoice::kActive;
  const std::string stem = LettersOfBuckwalter(row["FORM"]);
  const bool iy = HasCondition(row, "#-iy");
  const bool ay = HasCondition(row, "#-aY");
  const bool uw = HasCondition(row, "#-uw");
  const bool hamza = HasCondition(row, "#-a>");
  for (const Prefix& prefix : kPrefixes) {
    for (const Ending& ending : kEndings) {
      const absl::string_view letters = ending.letters;
      const bool bare = letters.empty();
      if (!bare && prefix.person == kP1) continue;
      if (letters == "ين" && prefix.gender != kFem) continue;
      if (!bare && row["COND-T"] == (ending.consonant ? "v-suff" : "c-suff")) continue;
      const bool before_alef = absl::StartsWith(letters, "ا");
      const char* weak = "";
      if (iy && (bare || before_alef)) weak = "ي";
      if (ay) weak = bare ? "ى" : before_alef ? "ي" : "";
      if (uw && (bare || before_alef)) weak = "و";
      if (hamza) weak = "أ";
      Ending meant = ending;
      if (bare) {
        meant.gender = prefix.gender;
        meant.number = prefix.number;
        meant.person = prefix.person;
      } else if (prefix.gender == kFem && ending.number == kDual) {
        meant.gender = kFem;
      }
      const std::string prefixed = absl::StrCat(prefix.letters, stem);
      VisitVerb(&form, prefixed, weak, meant, visit);
      if (bare && (iy || ay || uw)) VisitVerb(&form, prefixed, "", meant, visit);
      if (bare && ay) VisitVerb(&form, prefixed, "ا", meant, visit);
    }
  }
}

// Endings of nominals by the table's own names of slots.
void VisitNominal(const Row& row, uint16_t flags, const Visitor& visit) {
  LexicalForm form;
  form.lemma = LemmaOf(row);
  form.flags = flags | lexical::kNominal;
  std::string stem = LettersOfBuckwalter(row["FORM"]);
  const absl::string_view gender = Feature(row, "gen");
  const bool broken_plural = Feature(row, "num") == "p";
  const auto add = [&](absl::string_view letters, WordGender of_ending, WordNumber number) {
    form.form = absl::StrCat(stem, letters);
    form.features.gender = gender == "f" ? kFem : gender == "m" ? kMasc : of_ending;
    form.features.number = broken_plural ? kPlur : number;
    if (broken_plural) form.flags |= lexical::kPlural;
    visit(form);
  };
  const std::vector<absl::string_view> slots = absl::StrSplit(row["COND-T"], "||");
  for (const absl::string_view slot : slots) {
    if (slot == "MS") {
      const absl::string_view condition = row["COND-S"];
      if (absl::StrContains(condition, "#aY")) {
        add("ى", kMasc, kSing);
      } else if (absl::StrContains(condition, "#aA")) {
        add("ا", kMasc, kSing);
      } else if (absl::StrContains(condition, "#A'")) {
        add("ء", kMasc, kSing);
      } else if (absl::StrContains(condition, "#iy")) {
        add("ي", kMasc, kSing);
        add("", kMasc, kSing);
      } else {
        add("", kMasc, kSing);
        if (!absl::EndsWith(stem, "ا")) add("ا", kMasc, kSing);
      }
    } else if (slot == "MD") {
      add("ان", kMasc, kDual);
      add("ين", kMasc, kDual);
      add("ا", kMasc, kDual);
    } else if (slot == "MP") {
      add("ون", kMasc, kPlur);
      add("ين", kMasc, kPlur);
      add("و", kMasc, kPlur);
      add("ي", kMasc, kPlur);
    } else if (slot == "FS") {
      add("ة", kFem, kSing);
      add("ت", kFem, kSing);
    } else if (slot == "FD") {
      add("تان", kFem, kDual);
      add("تين", kFem, kDual);
      add("تا", kFem, kDual);
      add("تي", kFem, kDual);
    } else if (slot == "FP") {
      add("ات", kFem, kPlur);
    }
  }
}

uint16_t FlagsOfFunctionWord(absl::string_view part_of_speech) {
  if (part_of_speech == "prep") return lexical::kAdposition;
  if (absl::StartsWith(part_of_speech, "conj")) return lexical::kConjunction;
  if (absl::StartsWith(part_of_speech, "pron")) return lexical::kPronoun;
  if (absl::StartsWith(part_of_speech, "part") || part_of_speech == "verb_pseudo") {
    return lexical::kParticle;
  }
  if (absl::StartsWith(part_of_speech, "adv")) return lexical::kAdverb;
  if (part_of_speech == "noun_quant") return lexical::kNumeral;
  if (part_of_speech == "noun_prop") return lexical::kProperNoun;
  if (part_of_speech == "noun") return lexical::kNominal;
  return 0;
}

void VisitFunctionWord(const Row& row, const Visitor& visit) {
  // Phrases with clitics of their own are the segmenter's task.
  if (absl::StrContains(row["BW"], "PREP+") || absl::StrContains(row["BW"], "CONJ+")) return;
  LexicalForm form;
  form.form = LettersOfBuckwalter(row["FORM"]);
  form.lemma = LemmaOf(row);
  form.flags = FlagsOfFunctionWord(Feature(row, "pos"));
  if (form.flags != 0 && form.form.size() >= 4) visit(form);
}

}  // namespace

std::string LettersOfBuckwalter(absl::string_view buckwalter) {
  static constexpr absl::string_view kLatin = "'|>&<}AbptvjHxd*rzs$SDTZEgfqklmnhwYy{PJVGC";
  static constexpr absl::string_view kArabic = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىياپچڤگژ";
  std::string letters;
  for (const char c : buckwalter) {
    const size_t at = kLatin.find(c);
    if (at != absl::string_view::npos) {
      const absl::string_view letter = kArabic.substr(2 * at, 2);
      letters.append(letter.data(), letter.size());
    } else if (c == '`' && letters.empty()) {
      letters += "ا";
    }
  }
  return letters;
}

absl::Status VisitCamelMorph(const std::string& directory, const Visitor& visit) {
  using Handler = std::function<void(const Row&)>;
  const auto nominal = [&](uint16_t flags) -> Handler {
    return [&visit, flags](const Row& row) { VisitNominal(row, flags, visit); };
  };
  const std::pair<const char*, Handler> tables[] = {
      {"MSA-Verb-LEX-PV.csv", [&](const Row& row) { VisitPerfect(row, visit); }},
      {"MSA-Verb-LEX-IV.csv", [&](const Row& row) { VisitImperfect(row, visit); }},
      {"MSA-Adj-LEX.csv", nominal(lexical::kAdjective)},
      {"MSA-Adj-Comp-LEX.csv", nominal(lexical::kComparative)},
      {"MSA-Adj-Num-LEX.csv", nominal(lexical::kAdjective | lexical::kNumeral)},
      {"MSA-Noun-Num-LEX.csv", nominal(lexical::kNumeral)},
      {"MSA-Noun-Quant-LEX.csv", nominal(lexical::kNominal)},
      {"MSA-Noun-Prop-LEX.csv", nominal(lexical::kProperNoun)},
      {"MSA-Other-LEX.csv", [&](const Row& row) { VisitFunctionWord(row, visit); }}};
  for (const auto& table : tables) {
    const absl::Status status = VisitRows(absl::StrCat(directory, "/", table.first), table.second);
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::Status VisitHunspell(const std::string& path, const Visitor& visit) {
  uint16_t flags = 0;
  return VisitLines(path, [&](absl::string_view line) {
    const std::vector<absl::string_view> parts =
        absl::StrSplit(line, absl::ByAnyChar("/\t\r\n "), absl::SkipEmpty());
    if (parts.empty()) return;
    if (absl::EndsWith(parts[0], ".dic")) {
      flags = parts[0] == "names.dic"       ? lexical::kNominal
              : parts[0] == "verb.huns.dic" ? lexical::kVerbal
                                            : 0;
      return;
    }
    LexicalForm form;
    form.form = std::string(parts[0]);
    form.flags = flags;
    if (flags != 0) visit(form);
  });
}

}  // namespace isnad::extraction
