// Annotated sentences as the tagger reads them, and raw text to read.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_TRAINING_TEXT_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_TRAINING_TEXT_H_

#include <functional>
#include <istream>
#include <string>
#include <vector>

#include "services/extraction/names/learned/name_label.h"
#include "services/extraction/names/learned/name_word.h"
#include "tests/eval/conll_reader.h"

namespace isnad::extraction {

// A name by the words of its sentence as the annotators cut them.
struct GoldName {
  int sentence;
  int begin;
  int end;
  NameKind kind;
};
inline bool operator<(const GoldName& a, const GoldName& b) {
  if (a.sentence != b.sentence) return a.sentence < b.sentence;
  if (a.begin != b.begin) return a.begin < b.begin;
  if (a.end != b.end) return a.end < b.end;
  return a.kind < b.kind;
}

// One or several documents in a row.
struct AnnotatedText {
  NameText text;
  std::vector<NameLabel> labels;   // of each word of `text`
  std::vector<int> gold_word;      // the annotators' word that each word is part of
  std::vector<GoldName> names;     // in text order
  std::vector<std::string> forms;  // for error listings
};

// Takes annotated documents, one after the other. The tokeniser cuts again, because a tagger should
// learn from the words it is going to see: "(فتح)" becomes three, and marks at the ends of a name
// are no part of it.
AnnotatedText ReadAnnotatedText(const std::vector<eval::ConllDocument>& documents,
                                const WordDistribution* distribution);

// The names that labels of the text spell, by the annotators' words.
std::vector<GoldName> NamesOfLabels(const AnnotatedText& text,
                                    const std::vector<NameLabel>& labels);

// Calls `read` with each document of a raw collection: `<doc title=...>` to `</doc>`, or the
// elements TITLE and TEXT of each `<DOC>`.
void ForEachRawDocument(
    std::istream& input,
    const std::function<void(const std::string& title, const std::string& text)>& read);

// The sentences and words of a raw document. `distribution` may be null.
NameText ReadRawText(const std::string& title, const std::string& text,
                     const WordDistribution* distribution);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_TRAINING_TEXT_H_
