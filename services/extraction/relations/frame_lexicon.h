// Fact types and their frames, compiled from the lexicon for matching.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_FRAME_LEXICON_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_FRAME_LEXICON_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/lexicon/lexicon.pb.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/morphology/morphology.h"

namespace isnad::extraction {

// A participle of a verb of three letters in the accusative, which is easily taken for the verb:
// "leaving [تاركا] Y".
bool IsStateParticiple(const Token& token);

// Kinds of filler that a slot takes, as a bit set.
struct FillerSet {
  bool person = false, organization = false, product = false, location = false;
  bool money = false, quantity = false, date = false, length = false, text = false;
  // Apps and services that employ people, where an organisation is looked for: "left Instagram".
  bool platform = false;

  bool Accepts(EntityType type) const;
  bool Accepts(ValueKind kind) const;
  bool AcceptsEntities() const { return person || organization || product || location; }
  bool AcceptsValues() const { return money || quantity || date || length; }
};

struct CompiledSlot {
  std::string role;
  std::vector<lexicon::Slot::Position> positions;
  std::vector<std::string> prepositions;  // folded
  FillerSet fillers;
  std::vector<std::string> units;  // of quantities; empty takes all
  bool required = false;

  bool AcceptsUnit(const ValueMention& value) const;
};

// Numbers of the words that frames ask for around their triggers, so that a word is hashed once and
// not for every frame near it.
using WordNumbers = absl::flat_hash_map<std::string, int>;

// Words of a frame by their numbers.
class ContextWords {
 public:
  void Add(int number) { numbers_.insert(number); }
  bool empty() const { return numbers_.empty(); }
  // False for -1, a word that no frame asks for.
  bool contains(int number) const { return number >= 0 && numbers_.contains(number); }

 private:
  absl::flat_hash_set<int> numbers_;
};

// The numbers of a token's keys, -1 where no frame asks for one.
struct ContextWord {
  int lemma = -1;
  int base = -1;
  int surface = -1;

  bool IsIn(const ContextWords& words) const {
    return words.contains(lemma) || words.contains(base) || words.contains(surface);
  }
};

struct CompiledFrame {
  std::string type;
  std::string name;
  lexicon::Frame::Construction construction = lexicon::Frame::CONSTRUCTION_UNSPECIFIED;
  ContextWords with;
  ContextWords without;
  ContextWords preceded_by;
  std::vector<CompiledSlot> slots;
  double confidence = 0;
  bool planned_only = false;
  // Planned whatever the words around say: "set a date for the launch".
  bool always_planned = false;
  // The words before the trigger neither plan nor attempt it: "seeks to catch up with its rival X".
  bool always_actual = false;
  // The trigger has its object on it: "which Y supplies [توردها]".
  bool bears_pronoun = false;
  bool denied = false;
  // Asserted though the trigger is negated: "did not meet the date".
  bool asserted = false;
};

// Immutable after Create; safe for concurrent use.
class FrameLexicon {
 public:
  // Reads all frames_* and classes_* files. INVALID_ARGUMENT names the file and frame that is
  // wrong: an unknown role, filler or class of words, a slot without position, no trigger.
  static absl::StatusOr<std::unique_ptr<FrameLexicon>> Create(const LexiconFiles& files,
                                                              const Morphology& morphology);

  // Adds the frames that the token may trigger: verb frames by its lemma, the others by its form,
  // since a masdar, a participle and a verb share a lemma. The frame of job titles is not among
  // them.
  void AddTriggeredBy(const Token& token, std::vector<const CompiledFrame*>* frames) const;

  // What the token is to frames that ask for words around their triggers.
  ContextWord ContextOf(const Token& token) const;

  // The frame of job titles.
  const CompiledFrame* title_frame() const { return title_frame_; }

  const std::vector<lexicon::FactTypeSchema>& types() const { return types_; }
  const lexicon::FactTypeSchema* FindType(absl::string_view name) const;
  const std::vector<std::unique_ptr<CompiledFrame>>& frames() const { return frames_; }

 private:
  // All that the frames know of a word, so that a token's keys are looked up once each.
  struct Word {
    using Frames = std::vector<const CompiledFrame*>;
    Frames verb_lemma;
    // By perfect forms, for verbs that the analysis does not bring to their lemma.
    Frames verb_form;
    // Regular forms of the imperfect, for verbs that no list of words has.
    Frames imperfect_form;
    Frames noun_form;
    int context = -1;  // its number in WordNumbers
  };

  // Null when no frame has the word.
  const Word* Find(absl::string_view word) const;

  std::vector<lexicon::FactTypeSchema> types_;
  std::vector<std::unique_ptr<CompiledFrame>> frames_;
  absl::flat_hash_map<std::string, Word> words_;
  const CompiledFrame* title_frame_ = nullptr;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_FRAME_LEXICON_H_
