#include "services/extraction/questions/role_assignment.h"

#include <algorithm>
#include <set>

#include "absl/strings/string_view.h"
#include "services/extraction/text/fold.h"

namespace isnad::extraction {
namespace {

constexpr double kMisfit = -100;
// Leaving a participant without a role costs a little, so that weak fits are still taken.
constexpr double kUnassigned = -0.2;
constexpr double kGapBonus = 0.3;
// The pronoun on the verb says whose place it is, whatever stands behind prepositions.
constexpr double kResumed = 2;
// What is left of a name behind a preposition beside one that is the object itself.
constexpr double kBeside = 0.1;

bool Accepts(const lexicon::RoleSchema& role, EntityType type) {
  const auto has = [&](absl::string_view filler) {
    return std::find(role.filler().begin(), role.filler().end(), filler) != role.filler().end();
  };
  switch (type) {
    case EntityType::kPerson:
      return has("PERSON");
    case EntityType::kOrganization:
      return has("ORGANIZATION");
    case EntityType::kProduct:
      return has("PRODUCT") || has("ORGANIZATION");
    case EntityType::kLocation:
      return has("LOCATION");
    case EntityType::kUnknown:
      return has("PERSON") || has("ORGANIZATION") || has("PRODUCT") || has("LOCATION") ||
             has("TEXT");
  }
  return false;
}

struct ObliqueRow {
  absl::string_view fact_type;
  absl::string_view prepositions;  // between spaces
  absl::string_view role;
};

// Prepositions whose role the fact type fixes.
constexpr ObliqueRow kObliques[] = {
    {"JOINED", " from من ", "former_employer"},
    {"JOINED", " to at الي ل ب في لدي with ", "object"},
    {"LEFT", " from من عن ", "object"},
    {"HIRED_FROM", " from من ", "object"},
    {"HIRED_FROM", " at in في لدي ", "object"},
    {"HIRED_FROM", " by ", "subject"},
    {"HOLDS_ROLE", " of at in for ل في ب لدي with ", "object"},
    {"APPOINTED", " of at in by for ل في ب لدي ", "object"},
    {"INVESTED_IN", " in into to on في علي ", "object"},
    {"INVESTED_IN", " from من ", "subject"},
    {"ACQUIRED", " of for علي ل ", "object"},
    {"PARTNERED_WITH", " with مع between بين ", "object"},
    {"COMPETES_WITH", " with against of مع ل ", "object"},
    {"SUPPLIES", " to of for ل ب with مع ", "object"},
    {"PART_OF", " of to by ل ", "object"},
    {"LAID_OFF", " at from in في من لدي ", "subject"},
    {"STATED", " about on of regarding عن بشان حول علي with ", "counterpart"},
    {"CRITICIZED", " of for against ل ضد ", "object"},
    {"FOUNDED", " of by ل ", "object"},
    {"OFFERED_PAY", " to ل علي ", "object"},
    {"OFFERED_PAY", " at of في ب ", "subject"},
    {"HEADCOUNT", " at in of for في لدي ب ", "subject"},
    {"COSTS", " of for ل ", "subject"},
    {"RELEASED", " of ل ", "object"},
    {"BUILDS_FACILITY", " in at في ", "place"},
};

double ObliqueFit(const RelationTrigger& trigger, const Participant& participant,
                  absl::string_view role) {
  // "before OpenAI" tells the time.
  if (participant.preposition == "before" || participant.preposition == "after" ||
      participant.preposition == "قبل" || participant.preposition == "بعد") {
    return 0.1;
  }
  const std::string padded = " " + participant.preposition + " ";
  for (const ObliqueRow& row : kObliques) {
    if (row.fact_type != trigger.type->name()) continue;
    if (row.prepositions.find(padded) == absl::string_view::npos) continue;
    return row.role == role ? 3 : 0.1;
  }
  if (trigger.frame != nullptr) {
    for (const lexicon::Slot& slot : trigger.frame->slot()) {
      if (slot.role() != role) continue;
      for (const std::string& preposition : slot.preposition()) {
        if (Fold(preposition) == participant.preposition) return 2.5;
      }
    }
  }
  if (participant.preposition == "in" || participant.preposition == "في") {
    if (role == "place") return 2;
  }
  return role == "object" ? 0.8 : 0.3;
}

double PlaceFit(const RelationTrigger& trigger, const Participant& participant,
                absl::string_view role) {
  const bool reversed = trigger.kind == TriggerKind::kReversedVerb;
  const absl::string_view agent = reversed ? "object" : "subject";
  const absl::string_view patient = reversed ? "subject" : "object";
  switch (participant.place) {
    case GrammaticalPlace::kAgent:
      return role == agent ? 2 : role == patient ? 0.5 : 0;
    case GrammaticalPlace::kPatient:
      return role == patient ? 2 : role == agent ? 0.5 : 0;
    case GrammaticalPlace::kGenitive:
      return role == agent ? 1.8 : role == patient ? 1.2 : 0;
    case GrammaticalPlace::kOblique:
      return ObliqueFit(trigger, participant, role);
  }
  return 0;
}

// "competitors of X", "Meta's owner": the noun itself is the gap, any name its genitive.
double NounFit(const RelationTrigger& trigger, const Participant& participant,
               absl::string_view role) {
  const absl::string_view named = trigger.kind == TriggerKind::kAgentNoun ? "subject" : "object";
  const absl::string_view genitive = named == "subject" ? "object" : "subject";
  const bool is_gap = participant.id.empty();
  if (role == named) return is_gap ? 3 : 0.5;
  if (role == genitive) return is_gap ? 0.2 : 2.5;
  return 0;
}

double Fit(const RelationTrigger& trigger, const Participant& participant,
           const lexicon::RoleSchema& role) {
  if (!Accepts(role, participant.type)) return kMisfit;
  const bool noun =
      trigger.kind == TriggerKind::kAgentNoun || trigger.kind == TriggerKind::kPatientNoun;
  double fit = noun ? NounFit(trigger, participant, role.name())
                    : PlaceFit(trigger, participant, role.name());
  // What precedes an Arabic verb with a preposition belongs to the noun before it.
  if (participant.place == GrammaticalPlace::kOblique && !participant.id.empty() &&
      participant.precedes_arabic_verb) {
    fit *= 0.4;
  }
  if (participant.resumed && !noun && fit >= 2) fit += kResumed;
  // The gap stands where the question puts it; names around it are less sure.
  if (participant.id.empty() && fit >= 2) fit += kGapBonus;
  return participant.type == EntityType::kUnknown ? fit * 0.9 : fit;
}

// "Who runs the Atlas lab at X": what is run is named, and X is only where it is.
bool NamesWhatIsRun(const RelationTrigger& trigger, const std::vector<Participant>& participants) {
  return trigger.type->name() == "HOLDS_ROLE" &&
         std::any_of(participants.begin(), participants.end(), [&](const Participant& participant) {
           return participant.place != GrammaticalPlace::kOblique && !participant.id.empty() &&
                  participant.tokens.begin >= trigger.tokens.end &&
                  participant.type != EntityType::kPerson &&
                  participant.type != EntityType::kLocation;
         });
}

class Search {
 public:
  Search(const RelationTrigger& trigger, const std::vector<Participant>& participants)
      : trigger_(trigger),
        participants_(participants),
        runs_named_(NamesWhatIsRun(trigger, participants)) {
    current_.roles.resize(participants.size());
    best_.score = -1e9;
  }

  RoleAssignment Run() {
    Assign(0);
    return best_;
  }

 private:
  void Assign(std::size_t index) {
    if (index == participants_.size() || index >= kMaxParticipants) {
      if (current_.score > best_.score) best_ = current_;
      return;
    }
    const double before = current_.score;
    for (const lexicon::RoleSchema& role : trigger_.type->role()) {
      if (used_.count(role.name()) > 0) continue;
      double fit = Fit(trigger_, participants_[index], role);
      if (runs_named_ && participants_[index].place == GrammaticalPlace::kOblique) fit *= kBeside;
      if (fit <= 0) continue;
      used_.insert(role.name());
      current_.roles[index] = role.name();
      current_.score = before + fit;
      Assign(index + 1);
      used_.erase(role.name());
    }
    current_.roles[index].clear();
    current_.score = before + kUnassigned;
    Assign(index + 1);
    current_.score = before;
  }

  const RelationTrigger& trigger_;
  const std::vector<Participant>& participants_;
  const bool runs_named_;
  std::set<std::string> used_;
  RoleAssignment current_;
  RoleAssignment best_;
};

}  // namespace

RoleAssignment AssignRoles(const RelationTrigger& trigger,
                           const std::vector<Participant>& participants) {
  return Search(trigger, participants).Run();
}

}  // namespace isnad::extraction
