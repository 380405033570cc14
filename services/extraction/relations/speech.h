// Who says what: reported and quoted speech with its speaker.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_SPEECH_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_SPEECH_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/frame_lexicon.h"
#include "services/extraction/relations/slot_filler.h"

namespace isnad::extraction {

// A stretch of text that somebody is said to have said.
struct Speech {
  enum class Act { kStated, kDenied, kCriticized, kDescribed, kAttributed };
  Act act = Act::kStated;
  int verb = -1;           // token of the reporting verb or attribution word
  ArgumentRecord speaker;  // entity or words; may be carried over
  AttributionRecord attribution;
  TokenRange content;    // what was said, without "that" and outer quotation marks
  bool direct = false;   // between quotation marks
  bool clausal = false;  // introduced by "that", a colon or a quotation
  double confidence = 0;
  std::string rule;
};

class SpeechFinder {
 public:
  SpeechFinder(const PhraseIndex* index, const FrameLexicon* frames, const SlotFiller* filler)
      : index_(*index), analysis_(index->analysis()), frames_(*frames), filler_(*filler) {}

  // Speech in one passage, in text order.
  std::vector<Speech> Find(int passage) const;

 private:
  bool ReadVerb(int token, const CompiledFrame& frame, Speech* speech) const;
  bool ReadAttribution(int token, Speech* speech) const;
  TokenRange ContentAfter(int token, const ArgumentRecord& speaker, bool* clausal,
                          bool* direct) const;
  // A quotation that ends right before the verb.
  TokenRange QuotationBefore(int verb) const;
  ArgumentRecord Speaker(int verb) const;
  // The organisation behind "a report published by X", "a statement of X".
  int Publisher(int verb) const;
  AttributionRecord AttributionOf(const ArgumentRecord& speaker) const;
  // Whether one of the words stands soon after the token.
  bool Follows(int token, const absl::flat_hash_set<std::string>& words) const;
  // Turns an organisation into the group of people that the words name ("researchers at X").
  ArgumentRecord AsGroup(ArgumentRecord speaker) const;

  const PhraseIndex& index_;
  const Analysis& analysis_;
  const FrameLexicon& frames_;
  const SlotFiller& filler_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_SPEECH_H_
