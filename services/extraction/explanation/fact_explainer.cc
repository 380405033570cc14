#include "services/extraction/explanation/fact_explainer.h"

#include <algorithm>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/extraction/clauses/verb_groups.h"
#include "services/extraction/converters/analysis_converter.h"
#include "services/extraction/converters/fact_converter.h"
#include "services/extraction/converters/value_converter.h"

namespace isnad::extraction {
namespace {

namespace v1 = isnad::v1;
using lexicon::Frame;
using lexicon::Slot;

const char* ConstructionWords(Frame::Construction construction) {
  switch (construction) {
    case Frame::ACTIVE_VERB:
      return "active verb";
    case Frame::PASSIVE_VERB:
      return "passive verb";
    case Frame::EVENT_NOUN:
      return "event noun";
    case Frame::ROLE_NOUN:
      return "role noun";
    case Frame::NOUN_PHRASE:
      return "noun phrase";
    case Frame::PARTICIPLE:
      return "participle";
    default:
      return "";
  }
}

std::string PlaceWords(Slot::Position position, const CompiledSlot& slot) {
  switch (position) {
    case Slot::VERB_SUBJECT:
      return "subject of the verb";
    case Slot::VERB_OBJECT:
      return "object of the verb";
    case Slot::AFTER_PREPOSITION:
      return absl::StrCat("after ", absl::StrJoin(slot.prepositions, " / "));
    case Slot::GENITIVE:
      return "genitive behind the noun";
    case Slot::ANYWHERE:
      return "anywhere in the clause";
    case Slot::TRIGGER_WORDS:
      return "the words themselves";
    case Slot::APPOSITION:
      return "name beside it";
    case Slot::GOVERNING_SUBJECT:
      return "subject of the verb before it";
    case Slot::PRECEDING:
      return "name right before it";
    case Slot::TITLE_ORGANIZATION:
      return "organisation of the job title";
    default:
      return "";
  }
}

v1::VerbGroup::Tense ToProto(GroupTense tense) {
  switch (tense) {
    case GroupTense::kUnknown:
      return v1::VerbGroup::TENSE_UNSPECIFIED;
    case GroupTense::kPast:
      return v1::VerbGroup::TENSE_PAST;
    case GroupTense::kPresent:
      return v1::VerbGroup::TENSE_PRESENT;
    case GroupTense::kFuture:
      return v1::VerbGroup::TENSE_FUTURE;
    case GroupTense::kPastContinuous:
      return v1::VerbGroup::TENSE_PAST_CONTINUOUS;
    case GroupTense::kPluperfect:
      return v1::VerbGroup::TENSE_PLUPERFECT;
    case GroupTense::kImperative:
      return v1::VerbGroup::TENSE_IMPERATIVE;
  }
  return v1::VerbGroup::TENSE_UNSPECIFIED;
}

void AddClauses(const Analysis& analysis, int passage, v1::FactExplanation* out) {
  for (const Clause& clause : analysis.clauses) {
    if (clause.passage == passage) ClauseToProto(analysis, clause, out->add_clauses());
  }
}

void AddVerbs(const Analysis& analysis, int passage, v1::FactExplanation* out) {
  for (const VerbGroup& group : VerbGroupsIn(analysis, analysis.passages[passage].tokens)) {
    v1::VerbGroup* verb = out->add_verbs();
    ToProto(analysis, analysis.BytesOf(group.tokens), Quoting::kWithQuote, verb->mutable_span());
    verb->set_lemma(analysis.tokens[group.verb].citation);
    verb->set_tense(ToProto(group.tense));
    verb->set_negated(group.negated);
    verb->set_passive(group.passive);
  }
}

std::vector<const ArgumentRecord*> FilledArguments(const FactRecord& fact) {
  std::vector<const ArgumentRecord*> filled;
  for (const ArgumentRecord* end : {&fact.subject, &fact.object}) {
    if (end->filled()) filled.push_back(end);
  }
  for (const ArgumentRecord& role : fact.roles) filled.push_back(&role);
  return filled;
}

v1::SlotReading* SlotOf(const std::string& role, v1::FrameReading* frame) {
  for (v1::SlotReading& slot : *frame->mutable_slots()) {
    if (slot.role() == role) return &slot;
  }
  v1::SlotReading* slot = frame->add_slots();
  slot->set_role(role);
  return slot;
}

void Fill(const Analysis& analysis, const ArgumentRecord& argument, v1::SlotReading* slot) {
  if (!argument.range.empty()) {
    ToProto(analysis, argument.range, Quoting::kWithQuote, slot->mutable_span());
  }
  if (argument.kind == ArgumentRecord::Kind::kEntity) {
    slot->set_entity(LocalEntityId(argument.entity));
  }
  slot->set_resolution_rule(argument.resolution_rule);
}

}  // namespace

const CompiledFrame* FactExplainer::FrameOf(const FactRecord& fact) const {
  for (const auto& frame : frames_.frames()) {
    if (fact.rule.size() == frame->type.size() + 1 + frame->name.size() &&
        absl::StartsWith(fact.rule, frame->type) && absl::EndsWith(fact.rule, frame->name)) {
      return frame.get();
    }
  }
  return nullptr;
}

void FactExplainer::ExplainFrame(const Analysis& analysis, const FactRecord& fact,
                                 v1::FrameReading* out) const {
  out->set_rule(fact.rule);
  ToProto(analysis, fact.trigger, Quoting::kWithQuote, out->mutable_trigger());
  const CompiledFrame* frame = FrameOf(fact);
  if (frame != nullptr) {
    out->set_construction(ConstructionWords(frame->construction));
    for (const CompiledSlot& slot : frame->slots) {
      v1::SlotReading* reading = SlotOf(slot.role, out);
      reading->set_required(reading->required() || slot.required);
      for (const Slot::Position position : slot.positions) {
        reading->add_places(PlaceWords(position, slot));
      }
    }
  } else {
    out->set_construction(fact.construction);
  }
  for (const ArgumentRecord* argument : FilledArguments(fact)) {
    Fill(analysis, *argument, SlotOf(argument->role, out));
  }
}

v1::FactExplanation FactExplainer::Explain(const Analysis& analysis, const FactRecord& fact) const {
  v1::FactExplanation out;
  FactToProto(analysis, fact, extractor_version_, out.mutable_fact());
  ToProto(analysis, analysis.passages[fact.passage].range, Quoting::kWithQuote,
          out.mutable_sentence());
  AddClauses(analysis, fact.passage, &out);
  AddVerbs(analysis, fact.passage, &out);
  ExplainFrame(analysis, fact, out.mutable_frame());
  for (const ConfidenceFactor& factor : fact.confidence_factors) {
    v1::ConfidenceFactor* proto = out.add_confidence_factors();
    proto->set_reason(factor.reason);
    proto->set_factor(factor.factor);
  }
  return out;
}

}  // namespace isnad::extraction
