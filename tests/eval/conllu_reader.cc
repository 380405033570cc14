#include "tests/eval/conllu_reader.h"

#include <fstream>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "services/extraction/text/fold.h"

namespace isnad::eval {
namespace {

using extraction::Fold;
using extraction::StripMarks;

constexpr int kColumns = 10;
constexpr size_t kLetterBytes = 2;

// A line, and whether a space follows it.
struct Line {
  SyntacticWord word;
  int range_end = 0;  // last part of the multiword range that begins here; 0: no range
  std::string range_form;
  bool joined = false;  // SpaceAfter=No
};

// PUD writes the dagger alef, a vowel mark, as "`" and alef wasla as a letter of its own.
std::string CleanLemma(absl::string_view lemma) {
  if (lemma == "_") return {};
  return absl::StrReplaceAll(lemma, {{"`", ""}, {"\u0671", "ا"}});
}

bool IsMark(const SyntacticWord& word) { return word.upos == "PUNCT" || word.upos == "SYM"; }

bool IsProclitic(const SyntacticWord& word) {
  const std::string form = StripMarks(word.form);
  if (form == "س" || form == "ف" || form == "و") return word.upos != "NOUN";
  return (form == "ب" || form == "ل" || form == "ك") && word.upos != "NOUN" && word.upos != "X";
}

bool IsEnclitic(const SyntacticWord& word) {
  if (word.upos != "PRON" && word.upos != "DET") return false;
  const std::string form = Fold(StripMarks(word.form));
  for (const absl::string_view pronoun :
       {"ه", "ها", "هم", "هن", "هما", "ك", "كم", "كما", "نا", "ني", "ي"}) {
    if (form == pronoun) return true;
  }
  return false;
}

// Length in bytes of the article that `form` begins with, given what stands before it.
size_t ArticleLength(const SyntacticWord& word, absl::string_view form, bool after_lam) {
  const std::string lemma = Fold(StripMarks(word.lemma));
  if (word.upos == "VERB" || word.upos == "ADP" || word.upos == "CCONJ" || word.upos == "SCONJ" ||
      word.upos == "PART" || word.upos == "AUX" || word.upos == "PRON") {
    return 0;
  }
  size_t length = 0;
  if (absl::StartsWith(form, "ال")) {
    length = 2 * kLetterBytes;
  } else if (after_lam && absl::StartsWith(form, "ل")) {
    length = kLetterBytes;
  } else {
    return 0;
  }
  if (form.size() < length + 2 * kLetterBytes) return 0;
  if (length == kLetterBytes) {
    // "ل" + "لسلطة": the lam is the article's unless the lemma begins with it.
    if (!absl::StartsWith(lemma, "ل")) return length;
    return absl::StartsWith(Fold(form), "لل") ? length : 0;
  }
  // A lemma that is the form itself, without vowels, was never worked out.
  if (!absl::StartsWith(lemma, "ال") || word.lemma == form) return length;
  return absl::StartsWith(Fold(form.substr(length)), "ال") ? length : 0;
}

WrittenWord Compose(std::vector<SyntacticWord> parts, std::string form) {
  WrittenWord word;
  word.parts = std::move(parts);
  const int count = static_cast<int>(word.parts.size());
  std::string joined;
  for (const SyntacticWord& part : word.parts) joined += StripMarks(part.form);
  word.form = form.empty() ? joined : StripMarks(form);
  int begin = 0;
  while (begin < count - 1 && IsProclitic(word.parts[begin])) {
    // "به": the preposition is the host of the pronoun.
    if (begin == count - 2 && IsEnclitic(word.parts[count - 1])) break;
    word.proclitics.push_back(StripMarks(word.parts[begin].form));
    ++begin;
  }
  int end = count;
  if (end - begin >= 2 && IsEnclitic(word.parts[end - 1])) --end;
  if (end < count) word.enclitic = Fold(StripMarks(word.parts[count - 1].form));
  word.host = begin;
  for (int i = begin; i < end; ++i) word.host_form += StripMarks(word.parts[i].form);
  const bool after_lam = !word.proclitics.empty() && word.proclitics.back() == "ل";
  const size_t article =
      word.enclitic.empty() ? ArticleLength(word.parts[begin], word.host_form, after_lam) : 0;
  if (article > 0) {
    word.proclitics.push_back("ال");
    word.host_form = word.host_form.substr(article);
  }
  return word;
}

void AppendWords(const std::vector<Line>& lines, TreebankSentence* sentence) {
  bool has_ranges = false;
  for (const Line& line : lines) has_ranges = has_ranges || line.range_end > 0;
  for (size_t i = 0; i < lines.size();) {
    size_t end = i + 1;
    std::string form;
    if (lines[i].range_end > 0) {
      end = std::min(lines.size(), static_cast<size_t>(lines[i].range_end));
      form = lines[i].range_form;
    } else if (!has_ranges && !IsMark(lines[i].word)) {
      while (end < lines.size() && lines[end - 1].joined && !IsMark(lines[end].word)) ++end;
    }
    std::vector<SyntacticWord> parts;
    for (size_t k = i; k < end; ++k) parts.push_back(lines[k].word);
    sentence->words.push_back(Compose(std::move(parts), std::move(form)));
    i = end;
  }
}

}  // namespace

absl::string_view SyntacticWord::Feature(absl::string_view name) const {
  for (const absl::string_view pair : absl::StrSplit(features, '|')) {
    if (pair.size() > name.size() && absl::StartsWith(pair, name) && pair[name.size()] == '=') {
      return pair.substr(name.size() + 1);
    }
  }
  return {};
}

absl::StatusOr<std::vector<TreebankSentence>> ReadConllu(absl::string_view path) {
  std::ifstream file{std::string(path)};
  if (!file) return absl::NotFoundError(absl::StrCat("cannot read ", path));
  std::vector<TreebankSentence> sentences;
  std::vector<Line> lines;
  TreebankSentence sentence;
  int range_end = 0;
  std::string range_form;
  std::string text;
  for (int number = 1;; ++number) {
    const bool more = static_cast<bool>(std::getline(file, text));
    if (!more || text.empty()) {
      if (!lines.empty()) {
        AppendWords(lines, &sentence);
        sentences.push_back(std::move(sentence));
      }
      sentence = TreebankSentence();
      lines.clear();
      if (!more) break;
      continue;
    }
    absl::string_view comment = text;
    if (comment[0] == '#') {
      if (absl::ConsumePrefix(&comment, "# text = ")) sentence.text = std::string(comment);
      continue;
    }
    const std::vector<std::string> cells = absl::StrSplit(text, '\t');
    if (cells.size() != kColumns) {
      return absl::InvalidArgumentError(
          absl::StrCat(path, ":", number, ": ", cells.size(), " columns instead of 10"));
    }
    if (absl::StrContains(cells[0], '.')) continue;  // an empty node
    const std::vector<std::string> range = absl::StrSplit(cells[0], '-');
    if (range.size() == 2) {
      if (!absl::SimpleAtoi(range[1], &range_end)) range_end = 0;
      range_form = cells[1];
      continue;
    }
    Line line;
    line.word = {cells[1], CleanLemma(cells[2]), cells[3], cells[5] == "_" ? "" : cells[5]};
    line.range_end = range_end;
    line.range_form = std::exchange(range_form, "");
    range_end = 0;
    line.joined = absl::StrContains(cells[9], "SpaceAfter=No");
    lines.push_back(std::move(line));
  }
  return sentences;
}

bool IsCountedWord(const WrittenWord& word) {
  for (const SyntacticWord& part : word.parts) {
    if (!IsMark(part)) return true;
  }
  return false;
}

}  // namespace isnad::eval
