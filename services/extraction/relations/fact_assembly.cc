#include "services/extraction/relations/fact_assembly.h"

#include <algorithm>
#include <string>
#include <utility>

#include "services/extraction/relations/fact_quote.h"
#include "services/extraction/relations/frame_traits.h"
#include "services/extraction/relations/listed_people.h"

namespace isnad::extraction {
namespace {

constexpr size_t kMaxFactsPerTrigger = 12;
constexpr double kImpliedPenalty = 0.75;
constexpr double kResolvedPenalty = 0.9;

// The words around the trigger, and the list below them as far as the participants whom they
// announce.
ByteRange QuoteOf(const PhraseIndex& index, const FactRecord& fact) {
  ByteRange quote = QuoteAround(index, fact);
  for (const ArgumentRecord* end : {&fact.subject, &fact.object}) {
    if (end->filled() && IsListed(*end)) quote.end = std::max(quote.end, end->range.end);
  }
  return quote;
}

void LowerForResolvedEnd(const ArgumentRecord& end, FactRecord* fact) {
  if (!end.filled() || end.resolution_rule.empty() || IsListed(end)) return;
  fact->LowerConfidence("participant told by a pronoun or description", kResolvedPenalty);
}

}  // namespace

void FrameReading::LowerForImpliedEnd() {
  base.LowerConfidence("participant that the sentence does not name", kImpliedPenalty);
  base.cross_sentence = true;
}

FactRecord BaseFact(const PhraseIndex& index, const CompiledFrame& frame, TokenRange trigger,
                    const FrameMood& mood) {
  FactRecord fact;
  fact.type = frame.type;
  fact.rule = frame.type + "/" + frame.name;
  fact.SetConfidence("frame", frame.confidence);
  fact.trigger = index.analysis().BytesOf(trigger);
  fact.passage = index.token(trigger.begin).passage;
  fact.polarity = mood.polarity;
  fact.modality = mood.modality;
  return fact;
}

ArgumentRecord FormerRole(const Analysis& analysis, TokenRange words) {
  ArgumentRecord former;
  former.kind = ArgumentRecord::Kind::kText;
  former.role = "former";
  former.range = analysis.BytesOf(words);
  former.text = std::string(analysis.Quote(former.range));
  return former;
}

void AddFacts(const PhraseIndex& index, const ParticipantFit& fit, const CompiledFrame& frame,
              const FrameReading& reading, std::vector<FactRecord>* out) {
  const bool founding = TypeOf(frame) == "FOUNDED";
  size_t tried = 0;
  for (const ArgumentRecord& subject : reading.subjects) {
    for (const ArgumentRecord& object : reading.objects) {
      if (tried++ >= kMaxFactsPerTrigger) return;
      if (!fit.MayMeet(frame, subject, object)) continue;
      FactRecord fact = reading.base;
      fact.subject = subject;
      fact.object = object;
      fact.subject.role = "subject";
      if (founding) fit.NameOffice(&fact.object);
      if (object.filled()) fact.object.role = "object";
      LowerForResolvedEnd(fact.subject, &fact);
      LowerForResolvedEnd(fact.object, &fact);
      fact.quote = QuoteOf(index, fact);
      out->push_back(std::move(fact));
    }
  }
}

void AddPairs(const PhraseIndex& index, const FrameReading& reading, std::vector<FactRecord>* out) {
  const Fillers& members = reading.subjects;
  size_t made = 0;
  for (size_t a = 0; a < members.size(); ++a) {
    for (size_t b = a + 1; b < members.size(); ++b) {
      if (made++ >= kMaxFactsPerTrigger) return;
      FactRecord fact = reading.base;
      fact.subject = members[a];
      fact.subject.role = "subject";
      fact.object = members[b];
      fact.object.role = "object";
      fact.quote = QuoteOf(index, fact);
      out->push_back(std::move(fact));
    }
  }
}

}  // namespace isnad::extraction
