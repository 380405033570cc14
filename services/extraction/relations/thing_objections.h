// What the words around a product, site or figure say against its being an end of a fact.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_THING_OBJECTIONS_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_THING_OBJECTIONS_H_

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/relations/fact_assembly.h"
#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/frame_lexicon.h"
#include "services/extraction/relations/phrase_index.h"
#include "services/extraction/relations/slot_filler.h"

namespace isnad::extraction {

// Borrows the index. Stateless between calls.
class ThingObjections {
 public:
  explicit ThingObjections(const PhraseIndex* index)
      : index_(*index), analysis_(index->analysis()) {}

  // Whether an end that is a thing, or a figure, is not what the frame's type happens to.
  bool SpeakAgainst(const CompiledFrame& frame, const TriggerSite& site,
                    const FrameReading& reading) const;

 private:
  // Token of the mention of an end, -1 for ends that are none or are told by a pronoun.
  int NameOf(const ArgumentRecord& end) const;
  // "an app that runs on X", "a phone with the system X": what something else works on or with.
  bool IsGround(const CompiledFrame& frame, const ArgumentRecord& product,
                const TriggerSite& site) const;
  // "the cause of the explosion of X", "the sales of X": only what is said of the product.
  bool IsSaidOf(const ArgumentRecord& product, const TriggerSite& site) const;
  // "[there] appeared lately a virus": whether something else acts behind the verb than the product
  // that the sentences before are about.
  bool AnotherAppears(const CompiledFrame& frame, const ArgumentRecord& product,
                      const TriggerSite& site) const;
  // Whether a house that only the text as a whole names would bring out what another one makes.
  bool IsMadeByOthers(const ArgumentRecord& product, const ArgumentRecord& house) const;
  // "what [the sources] revealed": a clause, though its pronoun is on the verb.
  bool IsClause(const ArgumentRecord& product, const TriggerSite& site) const;
  // "published about X", "its new offer", "the camera counts as": the trigger in another sense.
  bool IsOtherSense(const CompiledFrame& frame, const ArgumentRecord& product,
                    const TriggerSite& site) const;
  // Whether the house right behind a verb that was read as a passive acts.
  bool IsActive(const CompiledFrame& frame, const TriggerSite& site,
                const ArgumentRecord& house) const;
  // "the body of the phone": a thing that no house is made of.
  bool IsBody(const ArgumentRecord& object) const;
  // "submit explanations": words without any kind of product.
  bool NamesNoProduct(const ArgumentRecord& thing, const TriggerSite& site) const;
  // "the exchange rate of the dinar", "the line of finance": no thing that is sold.
  bool HasNoPrice(const ArgumentRecord& thing) const;
  // "the third rank [المركز الثالث]".
  bool IsRank(const ArgumentRecord& site) const;
  // "2560 x 1440", "in 2017", "the phone 3310", "eight stages": a figure that counts no people.
  bool CountsNoPeople(const ArgumentRecord& count) const;

  const PhraseIndex& index_;
  const Analysis& analysis_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_THING_OBJECTIONS_H_
