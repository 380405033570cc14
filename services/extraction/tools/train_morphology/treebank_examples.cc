#include "services/extraction/tools/train_morphology/treebank_examples.h"

#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_replace.h"
#include "services/extraction/morphology/clitic_ranker.h"
#include "services/extraction/morphology/letters.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/text/script.h"

namespace isnad::extraction {
namespace {

using eval::SyntacticWord;
using eval::TreebankSentence;
using eval::WrittenWord;

std::string HastySpelling(absl::string_view form, bool has_enclitic) {
  std::string hasty = absl::StrReplaceAll(form, {{"أ", "ا"}, {"إ", "ا"}, {"آ", "ا"}});
  if (has_enclitic) return hasty;
  for (const auto& swap : {std::make_pair("ة", "ه"), std::make_pair("ي", "ى")}) {
    if (!absl::EndsWith(hasty, swap.first)) continue;
    hasty.replace(hasty.size() - kBytesPerLetter, kBytesPerLetter, swap.second);
    break;
  }
  return hasty;
}

// One word in so many is learned in its hasty spelling as well: more of them cost accuracy on
// careful text.
constexpr size_t kHastyEvery = 5;

// Features of the parts of a word whose cut is a candidate of ours.
void AppendUnits(const WrittenWord& word, const LetterWord& letters, const CliticCut& cut,
                 const TagLexicon& lexicon, TagExample* example) {
  const int count = static_cast<int>(word.parts.size());
  for (int p = 0; p < count; ++p) {
    UnitFeatures features;
    if (p < word.host) {
      const uint8_t letter =
          p == 0 && cut.conjunction != letter::kNone ? cut.conjunction : cut.preposition;
      FeaturesOfProclitic(letter, &features);
    } else if (p == word.host) {
      FeaturesOfHost(letters, word.form, cut, lexicon, &features);
    } else {
      FeaturesOfEnclitic(cut.enclitic, &features);
    }
    example->units.push_back(std::move(features));
    example->tags.push_back(TagOfName(word.parts[p].upos));
  }
}

// Features of a part by itself.
void AppendPart(const SyntacticWord& part, const TagLexicon& lexicon, TagExample* example) {
  UnitFeatures features;
  const std::string form = StripMarks(part.form);
  LetterWord letters;
  if (letters.Assign(form) && letters.size() > 0) {
    CliticCut cut;
    cut.end = static_cast<int8_t>(letters.size());
    FeaturesOfHost(letters, form, cut, lexicon, &features);
  } else {
    FeaturesOfOther(form, KindOfForm(form), &features);
  }
  example->units.push_back(std::move(features));
  example->tags.push_back(TagOfName(part.upos));
}

// The value of a feature among `names`, whose order is the enum's from 1 on; 0 when there is none.
template <class Enum>
Enum ValueOf(const SyntacticWord& word, absl::string_view feature,
             std::initializer_list<absl::string_view> names) {
  const absl::string_view value = word.Feature(feature);
  int number = 0;
  for (const absl::string_view name : names) {
    ++number;
    if (value == name) return static_cast<Enum>(number);
  }
  return static_cast<Enum>(0);
}

WordFeatures FeaturesOfWord(const SyntacticWord& word) {
  WordFeatures features;
  features.gender = ValueOf<WordGender>(word, "Gender", {"Masc", "Fem"});
  features.number = ValueOf<WordNumber>(word, "Number", {"Sing", "Dual", "Plur"});
  features.person = ValueOf<WordPerson>(word, "Person", {"1", "2", "3"});
  features.aspect = ValueOf<WordAspect>(word, "Aspect", {"Perf", "Imp"});
  // Treebanks call the imperative a mood.
  if (word.Feature("Mood") == "Imp") features.aspect = WordAspect::kImperative;
  features.voice = ValueOf<WordVoice>(word, "Voice", {"Act", "Pass"});
  return features;
}

// The cut of a word's host, if the word divides as ours do.
bool CutOfHost(const WrittenWord& word, LetterWord* letters, CliticCut* cut) {
  return letters->Assign(word.form) && letters->size() > 0 &&
         FindCut(*letters, word.proclitics, word.enclitic, cut);
}

}  // namespace

UnitKind KindOfForm(absl::string_view form) {
  bool digit = false;
  for (int i = 0; i < static_cast<int>(form.size());) {
    const DecodedChar c = DecodeUtf8(form, i);
    if (IsLatinLetter(c.code_point) || IsArabicLetter(c.code_point)) return UnitKind::kLatin;
    digit = digit || IsDigit(c.code_point);
    i += c.length;
  }
  return digit ? UnitKind::kNumber : UnitKind::kMark;
}

void AppendCutExamples(const TreebankSentence& sentence, std::vector<CutExample>* examples) {
  for (const WrittenWord& word : sentence.words) {
    CutExample example;
    if (!example.word.Assign(word.form) || example.word.size() == 0) continue;
    if (!FindCut(example.word, word.proclitics, word.enclitic, &example.gold)) continue;
    examples->push_back(example);
    if (examples->size() % kHastyEvery != 0) continue;
    const std::string hasty = HastySpelling(word.form, example.gold.enclitic != 0);
    if (hasty == word.form || !example.word.Assign(hasty)) continue;
    if (FindCut(example.word, word.proclitics, word.enclitic, &example.gold)) {
      examples->push_back(example);
    }
  }
}

void AppendInflectionExamples(const TreebankSentence& sentence, const TagLexicon& lexicon,
                              std::vector<InflectionExample>* examples) {
  for (const WrittenWord& word : sentence.words) {
    const SyntacticWord& host = word.parts[word.host];
    InflectionExample example;
    example.group = InflectionGroupOf(TagOfName(host.upos));
    LetterWord letters;
    CliticCut cut;
    if (example.group == InflectionGroup::kNone || !CutOfHost(word, &letters, &cut)) continue;
    UnitFeatures features;
    FeaturesOfHost(letters, word.form, cut, lexicon, &features);
    example.features = std::move(features.inflection);
    example.gold = FeaturesOfWord(host);
    examples->push_back(std::move(example));
  }
}

void AppendCitationExamples(const TreebankSentence& sentence, const TagLexicon& lexicon,
                            std::vector<CitationExample>* examples) {
  for (const WrittenWord& word : sentence.words) {
    const SyntacticWord& host = word.parts[word.host];
    LetterWord letters;
    CliticCut cut;
    CitationExample example;
    example.citation = StripMarks(host.lemma);
    if (example.citation.empty() || !CutOfHost(word, &letters, &cut)) continue;
    example.host = SpellHost(letters, cut, lexicon.table).Text(word.form, cut);
    example.tag = TagOfName(host.upos);
    examples->push_back(std::move(example));
  }
}

TagExample MakeTagExample(const TreebankSentence& sentence, const TagLexicon& lexicon) {
  TagExample example;
  for (const WrittenWord& word : sentence.words) {
    LetterWord letters;
    CliticCut cut;
    const bool fits =
        word.parts.size() <= static_cast<size_t>(word.host) + 2 && letters.Assign(word.form) &&
        letters.size() > 0 && FindCut(letters, word.proclitics, word.enclitic, &cut) &&
        (word.parts.size() == static_cast<size_t>(word.host) + 1) == (cut.enclitic == 0);
    if (fits) {
      AppendUnits(word, letters, cut, lexicon, &example);
    } else {
      for (const SyntacticWord& part : word.parts) AppendPart(part, lexicon, &example);
    }
  }
  return example;
}

}  // namespace isnad::extraction
