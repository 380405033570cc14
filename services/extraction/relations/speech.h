// Who says what: reported and quoted speech with its speaker.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_SPEECH_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_SPEECH_H_

#include <string>
#include <vector>

#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/frame_lexicon.h"
#include "services/extraction/relations/frame_words.h"
#include "services/extraction/relations/speaker_finder.h"

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

// Borrows everything it is given. Stateless between calls.
class SpeechFinder {
 public:
  SpeechFinder(const PhraseIndex* index, const FrameWords* words, const SpeakerFinder* speakers)
      : index_(*index), analysis_(index->analysis()), words_(*words), speakers_(*speakers) {}

  // Speech in one passage, in text order. `last` is who spoke in the passages before; it is set to
  // the last speaker of this one.
  std::vector<Speech> Find(int passage, ArgumentRecord* last) const;

 private:
  bool ReadVerb(int token, const CompiledFrame& frame, const ArgumentRecord& last,
                Speech* speech) const;
  // "قائلا"، "مضيفا أن": the speaker is the subject of the sentence.
  bool ReadParticiple(int token, const CompiledFrame& frame, const ArgumentRecord& last,
                      Speech* speech) const;
  bool ReadAttribution(int token, Speech* speech) const;
  // Whether words that somebody says more with open at a token.
  bool GoesOnToSay(int token) const;
  // Fills content, clausal and direct for what follows the verb and its speaker.
  void ReadContentAfter(int token, Speech* speech) const;
  bool OpensSpeech(int token) const;
  // Whether speech, not a name, stands between the quotation mark and the one that closes it.
  // Words without quotation marks that a verb of speech closes: "we have no such plan, stressed X";
  // empty without.
  TokenRange ClauseBefore(int verb, const ArgumentRecord& speaker) const;
  bool OpensQuotation(int quote, int limit) const;
  // A quotation that ends right before the verb.
  TokenRange QuotationBefore(int verb) const;
  // Whether what was said is that something is untrue.
  bool Refutes(TokenRange content) const;
  bool IsNegated(int verb) const;
  // Whether the word that the frame asks for stands right before the token.
  bool IsPreceded(const CompiledFrame& frame, int token) const;
  // "توقع" as "signs" instead of "expected".
  bool SignsContract(int verb) const;
  // Whether one of the words stands soon after the token.
  bool Follows(int token, const ContextWords& words) const;

  const PhraseIndex& index_;
  const Analysis& analysis_;
  const FrameWords& words_;
  const SpeakerFinder& speakers_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_SPEECH_H_
