#include "services/extraction/tools/train_morphology/lexicon_forms.h"

#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "services/extraction/lexicon/lexicon.pb.h"
#include "services/extraction/morphology/lexical_table.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/tools/train_morphology/corpus_words.h"

namespace isnad::extraction {
namespace {

using lexicon::Gazetteer;
using lexicon::GazetteerEntry;
using lexicon::NameCues;
using lexicon::WordList;
using lexicon::WordLists;
using Visitor = std::function<void(const LexicalForm&)>;

constexpr int kMinNameCount = 3;

uint16_t FlagsOf(absl::string_view part_of_speech) {
  if (part_of_speech == "ADP") return lexical::kAdposition;
  if (part_of_speech == "CCONJ" || part_of_speech == "SCONJ") return lexical::kConjunction;
  if (part_of_speech == "PRON" || part_of_speech == "DET") return lexical::kPronoun;
  if (part_of_speech == "PART") return lexical::kParticle;
  if (part_of_speech == "ADV") return lexical::kAdverb;
  if (part_of_speech == "NUM") return lexical::kNumeral;
  if (part_of_speech == "VERB" || part_of_speech == "AUX") return lexical::kVerbal;
  if (part_of_speech == "ADJ") return lexical::kAdjective | lexical::kNominal;
  if (part_of_speech == "PROPN") return lexical::kProperNoun;
  return lexical::kNominal;
}

LexicalForm Form(absl::string_view word, absl::string_view lemma, uint16_t flags) {
  LexicalForm form;
  form.form = StripMarks(word);
  form.lemma = StripMarks(lemma);
  form.flags = flags;
  return form;
}

void VisitVerb(const WordList& list, const Visitor& visit) {
  for (int i = 0; i < list.word_size(); ++i) {
    if (i >= 2) {
      visit(Form(list.word(i), list.word(i), lexical::kNominal));
      continue;
    }
    LexicalForm form = Form(list.word(i), list.word(0),
                            lexical::kVerbal | (i == 0 ? lexical::kPerfect : lexical::kImperfect));
    form.features.gender = WordGender::kMasculine;
    form.features.number = WordNumber::kSingular;
    form.features.person = WordPerson::kThird;
    form.features.aspect = i == 0 ? WordAspect::kPerfective : WordAspect::kImperfective;
    visit(form);
  }
}

void VisitNoun(const WordList& list, const Visitor& visit) {
  LexicalForm singular = Form(list.name(), list.name(), lexical::kNominal);
  singular.features.number = WordNumber::kSingular;
  visit(singular);
  for (const std::string& word : list.word()) {
    LexicalForm plural = Form(word, list.name(), lexical::kNominal | lexical::kPlural);
    plural.features.number = WordNumber::kPlural;
    visit(plural);
  }
}

void VisitName(absl::string_view name, uint16_t flags, const Visitor& visit) {
  // Words of longer names are often common words.
  const std::string form = StripMarks(name);
  if (form.find(' ') == std::string::npos) visit(Form(form, form, flags));
}

}  // namespace

absl::Status VisitLexicon(const LexiconFiles& files, const Visitor& visit) {
  for (const absl::string_view prefix :
       {"words_closed", "words_plain", "words_nouns", "words_verbs"}) {
    const absl::StatusOr<std::vector<WordLists>> parsed = files.Parse<WordLists>(prefix);
    if (!parsed.ok()) return parsed.status();
    for (const WordLists& lists : *parsed) {
      for (const WordList& list : lists.list()) {
        if (prefix == "words_verbs") {
          VisitVerb(list, visit);
        } else if (prefix == "words_nouns") {
          VisitNoun(list, visit);
        } else {
          for (const std::string& word : list.word()) visit(Form(word, word, FlagsOf(list.name())));
        }
      }
    }
  }
  const absl::StatusOr<std::vector<Gazetteer>> gazetteers = files.Parse<Gazetteer>("gazetteer_");
  if (!gazetteers.ok()) return gazetteers.status();
  for (const Gazetteer& gazetteer : *gazetteers) {
    for (const GazetteerEntry& entry : gazetteer.entry()) {
      if (entry.ambiguous()) continue;
      VisitName(entry.ar(), lexical::kName, visit);
      for (const std::string& alias : entry.alias()) VisitName(alias, lexical::kName, visit);
      for (const std::string& name : entry.short_()) VisitName(name, lexical::kName, visit);
    }
  }
  const absl::StatusOr<std::vector<NameCues>> cues = files.Parse<NameCues>("cues_");
  if (!cues.ok()) return cues.status();
  for (const NameCues& list : *cues) {
    for (const std::string& name : list.given_name()) VisitName(name, lexical::kPersonName, visit);
  }
  return absl::OkStatus();
}

absl::Status VisitPersonNames(const std::string& path, const Visitor& visit) {
  return VisitLines(path, [&](absl::string_view line) {
    const std::vector<std::string> cells = absl::StrSplit(line, '\t');
    int count = 0;
    if (cells.size() != 3 || !absl::SimpleAtoi(cells[2], &count) || count < kMinNameCount) return;
    VisitName(absl::StrReplaceAll(cells[1], {{" ", ""}}), lexical::kPersonName, visit);
  });
}

}  // namespace isnad::extraction
