#include "services/extraction/relations/frame_matcher.h"

#include <algorithm>
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "absl/types/span.h"
#include "services/extraction/relations/frame_mood.h"
#include "services/extraction/relations/frame_traits.h"
#include "services/extraction/relations/listed_people.h"
#include "services/extraction/relations/mood.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

using lexicon::Frame;

// Of the frames of one type at one trigger, the one whose ends the words name most directly.
void KeepBestReading(std::vector<FactRecord>* facts) {
  if (facts->size() < 2) return;
  const auto directness = [](const FactRecord& fact) {
    double out = fact.confidence;
    for (const ArgumentRecord* end : {&fact.subject, &fact.object}) {
      if (!end->filled()) continue;
      out += end->kind == ArgumentRecord::Kind::kText ? 0.5 : 1.0;
      if (!end->resolution_rule.empty()) out -= 0.3;
    }
    return out;
  };
  const auto outdone = [&](const FactRecord& fact) {
    return absl::c_any_of(*facts, [&](const FactRecord& other) {
      return other.type == fact.type && other.rule != fact.rule &&
             directness(other) > directness(fact) + 1e-9;
    });
  };
  std::vector<FactRecord> kept;
  for (const FactRecord& fact : *facts) {
    if (!outdone(fact)) kept.push_back(fact);
  }
  *facts = std::move(kept);
}

// An end that is filled is not looked for again.
bool IsSettled(const CompiledSlot& slot, const FrameReading& reading) {
  if (RoleOf(slot) == "object") return !reading.objects.empty();
  return RoleOf(slot) == "subject" && !reading.subjects.empty();
}

void Take(const CompiledSlot& slot, Fillers found, FrameReading* reading) {
  const absl::string_view role = RoleOf(slot);
  for (const ArgumentRecord& argument : found) {
    // Words that are an object may hold the names of other participants.
    if (argument.kind == ArgumentRecord::Kind::kText && role == "object") continue;
    reading->taken.push_back(argument.range);
  }
  if (role == "subject") {
    reading->subjects = std::move(found);
  } else if (role == "object") {
    reading->objects = std::move(found);
  } else {
    reading->base.roles.push_back(std::move(found.front()));
  }
}

// "يتولى X قيادة Y": who leads now has been given the post before.
bool LeadsNow(const PhraseIndex& index, const CompiledFrame& frame, int token) {
  const absl::string_view name = frame.name;
  if (name != "take-lead" && name != "take-helm-of") return false;
  const absl::string_view verb = index.token(token).surface;
  if (verb != "يتولي" && verb != "تتولي" && verb != "ويتولي" && verb != "وتتولي") return false;
  if (token == index.PassageTokens(token).begin) return true;
  const absl::string_view before = index.token(token - 1).surface;
  return before != "ان" && before != "لن" && before != "سوف" && before != "كي";
}

bool IsNamedProduct(const Analysis& analysis, const Fillers& objects) {
  return objects.size() == 1 && objects.front().kind == ArgumentRecord::Kind::kEntity &&
         analysis.entities[objects.front().entity].type == EntityType::kProduct;
}

// Whether the fact says little with what was found.
bool SaysLittle(const PhraseIndex& index, const CompiledFrame& frame, const FrameReading& reading) {
  const Fillers& objects = reading.objects;
  if (objects.empty() && NeedsOrganization(frame)) return true;
  // An offer of nothing in particular to nobody in particular.
  const bool sum = absl::c_any_of(reading.base.roles,
                                  [](const ArgumentRecord& role) { return role.role == "amount"; });
  if (TypeOf(frame) == "OFFERED_PAY" && objects.empty() && !sum) return true;
  // "job cuts are a matter of culture": of no layoffs in particular.
  if (TypeOf(frame) == "LAID_OFF" && absl::EndsWith(frame.name, "-cutting")) {
    const bool claimed =
        reading.base.polarity == Polarity::kAsserted && reading.base.modality == Modality::kActual;
    if (!claimed || !objects.empty() || !reading.base.roles.empty()) return false;
    // "laying off 340 of its people": counted in a unit that no slot knows.
    constexpr int kCountReach = 4;
    const int trigger = index.TokenAtByte(reading.base.trigger.begin);
    const int end = std::min(index.PassageTokens(trigger).end, trigger + kCountReach);
    for (int i = trigger + 1; i < end; ++i) {
      if (index.ValueAt(i) >= 0) return false;
    }
    return true;
  }
  // Somebody's investments in general say nothing without a sum.
  const bool named = !objects.empty() && objects.front().kind == ArgumentRecord::Kind::kEntity;
  if (TypeOf(frame) != "INVESTED_IN") return false;
  if (!reading.base.roles.empty()) {
    // "put off the investment decision to 2028": a date is no sum.
    return !named && absl::c_all_of(reading.base.roles,
                                    [](const ArgumentRecord& role) { return role.role == "date"; });
  }
  return !named || !reading.subjects.front().resolution_rule.empty();
}

}  // namespace

FrameMatcher::Filled FrameMatcher::FillSlots(const CompiledFrame& frame, const TriggerSite& site,
                                             FrameReading* reading) const {
  for (const CompiledSlot& slot : frame.slots) {
    if (IsSettled(slot, *reading)) continue;
    Fillers found = filler_.Fill(slot, site, reading->taken);
    if (RoleOf(slot) == "subject" && SharesBetween(frame)) {
      if (found.size() < 2) return Filled::kNo;
      reading->objects.assign(found.begin() + 1, found.end());
      found.resize(1);
    }
    if (found.empty() && slot.required && slot.fillers.person &&
        frame.construction != Frame::ROLE_NOUN) {
      found = PeopleListedBelow(index_, reading->base.passage, slot.fillers);
      if (!found.empty()) reading->base.cross_sentence = true;
    }
    if (!found.empty()) {
      Take(slot, std::move(found), reading);
      continue;
    }
    const bool object = RoleOf(slot) == "object";
    // "- laying off 45 people": a list leaves out the house that all its items are about.
    const bool implied = slot.fillers.organization && OpensItem(frame, site);
    // "«X» will be ready in May": whose it is may stand sentences before.
    const bool settled_later = RoleOf(slot) == "subject" && IsReleaseOrDelay(frame) &&
                               TypeOf(frame) != "RELEASED" && slot.fillers.organization;
    if (slot.required && !implied && settled_later) {
      reading->needs_product = true;
      continue;
    }
    if (MayBeTopic(slot)) {
      reading->open_organization = true;
      continue;
    }
    if (slot.required && !implied) {
      const bool mutual = object && IsMutual(frame) && reading->subjects.size() > 1;
      return mutual ? Filled::kPairs : Filled::kNo;
    }
    if (object && slot.fillers.organization) reading->open_organization = true;
  }
  return Filled::kYes;
}

bool FrameMatcher::SettleSubject(const CompiledFrame& frame, const TriggerSite& site,
                                 FrameReading* reading) const {
  Fillers& subjects = reading->subjects;
  const Fillers& objects = reading->objects;
  if (subjects.empty() && reading->needs_product && !IsNamedProduct(analysis_, objects)) {
    return false;
  }
  Fillers maker = implied_.MakerOf(frame, objects, site);
  const bool carried = !subjects.empty() && !subjects.front().resolution_rule.empty();
  if (!maker.empty() && (subjects.empty() || carried)) subjects = std::move(maker);
  if (subjects.empty() && IsReleaseOrDelay(frame)) subjects = implied_.Announcer(site);
  if (index_.SubjectAt(site.tokens.begin) >= 0 && !subjects.empty() &&
      participant_fit_.ActsForHouse(frame, site, subjects.front())) {
    subjects.clear();
  }
  if (!subjects.empty()) return true;
  // Nobody is named: the organisation that the text is about most likely acts.
  const ArgumentRecord none;
  subjects = implied_.ImpliedOrganization(site, objects.empty() ? none : objects.front(),
                                          /*type=*/"");
  if (subjects.empty()) return false;
  reading->LowerForImpliedEnd();
  return true;
}

bool FrameMatcher::OpensItem(const CompiledFrame& frame, const TriggerSite& site) const {
  if (frame.construction != Frame::EVENT_NOUN) return false;
  const absl::string_view type = TypeOf(frame);
  if (type != "LAID_OFF" && type != "APPOINTED") return false;
  const Passage& passage = analysis_.passages[index_.token(site.tokens.begin).passage];
  if (passage.kind != PassageKind::kListItem) return false;
  int first = passage.tokens.begin;
  while (first < site.tokens.begin && index_.token(first).shape == TokenShape::kPunctuation) {
    ++first;
  }
  return first == site.tokens.begin;
}

bool FrameMatcher::StandsBehindVerb(const ArgumentRecord& end, const TriggerSite& site) const {
  for (int i = site.tokens.end; i < index_.size() && index_.token(i).range.end <= end.range.begin;
       ++i) {
    if (index_.IsVerb(i) && index_.HasConjunction(i)) return true;
  }
  return false;
}

bool FrameMatcher::IsContradicted(const CompiledFrame& frame, const TriggerSite& site,
                                  const FrameReading& reading) const {
  const ArgumentRecord& subject = reading.subjects.front();
  const Fillers& objects = reading.objects;
  if (others_.NamesOtherSubject(frame, site, reading.subjects, objects)) return true;
  if (participant_fit_.IsOnlyAdjective(subject)) return true;
  // A newspaper tells of offers that others make.
  const int named = subject.kind == ArgumentRecord::Kind::kEntity
                        ? index_.TokenOfMention(subject.range, subject.entity)
                        : -1;
  if (TypeOf(frame) == "OFFERED_PAY" && named >= 0 && index_.MentionAt(named) >= 0 &&
      filler_.IsOutlet(index_.MentionAt(named))) {
    return true;
  }
  // A union speaks of those who were dismissed; it dismisses nobody.
  if (TypeOf(frame) == "LAID_OFF" && participant_fit_.IsUnion(subject)) return true;
  if (objects.empty() && others_.HasOtherObject(frame, site, reading.taken)) return true;
  return !ObjectsFit(frame, objects);
}

bool FrameMatcher::ObjectsFit(const CompiledFrame& frame, const Fillers& objects) const {
  const absl::string_view type = TypeOf(frame);
  if (type == "BUILDS_FACILITY" && !filler_.NamesSite(objects)) return false;
  if (objects.empty()) return true;
  const ArgumentRecord& object = objects.front();
  if (participant_fit_.IsDefiniteAdjective(object)) return false;
  if (type == "PLANS_RELEASE" && filler_.IsNoProduct(object)) return false;
  return type != "DELAYED" || filler_.MayBeLate(object);
}

void FrameMatcher::ImplyOrganization(const CompiledFrame& frame, const TriggerSite& site,
                                     FrameReading* reading) const {
  if (!reading->open_organization || !reading->objects.empty()) return;
  const ArgumentRecord& subject = reading->subjects.front();
  if (!subject.filled()) return;
  if (!implied_.MayImplyOrganization(frame, site) && !OpensItem(frame, site)) return;
  Fillers& objects = reading->objects;
  const absl::string_view type = TypeOf(frame);
  if (type == "LEFT") objects = implied_.OrganizationInRelative(subject);
  if (objects.empty() && type == "LEFT" && implied_.HoldsPostOfUnknown(subject)) return;
  if (type == "INVESTED_IN") {
    // "- Among the investors are X and Y": those of the house that the list is about.
    const bool listed = absl::string_view(frame.name) == "list-of-investors" &&
                        analysis_.passages[reading->base.passage].kind == PassageKind::kListItem;
    objects = listed ? implied_.ImpliedOrganization(site, subject, type)
                     : implied_.RaiserOfRound(site, reading->taken);
    reading->LowerForImpliedEnd();
    return;
  }
  // Who follows somebody does so where he was, not where he went.
  if (objects.empty()) {
    objects = implied_.ImpliedOrganization(site, subject, IsSuccession(frame) ? "LEFT" : type);
  }
  reading->LowerForImpliedEnd();
}

// An end that a pronoun or a description tells is not the one that the words name.
void FrameMatcher::TellEndsApart(const TriggerSite& site, FrameReading* reading) const {
  if (reading->subjects.size() != 1 || reading->objects.size() != 1) return;
  ArgumentRecord& subject = reading->subjects.front();
  ArgumentRecord& object = reading->objects.front();
  const bool same = subject.kind == ArgumentRecord::Kind::kEntity &&
                    object.kind == ArgumentRecord::Kind::kEntity && subject.entity == object.entity;
  if (!same || analysis_.entities[subject.entity].type != EntityType::kOrganization) return;
  const bool subject_told = !subject.resolution_rule.empty();
  const bool object_told = !object.resolution_rule.empty();
  if (subject_told == object_told) return;
  Fillers other = implied_.OtherHouse(site, subject.entity);
  if (other.empty()) return;
  (object_told ? object : subject) = std::move(other.front());
  reading->LowerForImpliedEnd();
}

// "X leaves, and that Y, who came from Z, takes her place": X does not follow herself.
void FrameMatcher::SettleSuccessor(const CompiledFrame& frame, const TriggerSite& site,
                                   Fillers* subjects) const {
  if (!IsSuccession(frame) || subjects->size() != 1) return;
  ArgumentRecord& subject = subjects->front();
  if (subject.range.begin > index_.token(site.tokens.begin).range.begin) return;
  const int other = implied_.SuccessorOf(site);
  if (other < 0 || analysis_.mentions[other].entity == subject.entity) return;
  const Mention& mention = analysis_.mentions[other];
  subject.entity = mention.entity;
  subject.range = mention.range;
  subject.text = std::string(analysis_.Quote(mention.range));
  subject.resolution_rule.clear();
}

void FrameMatcher::MatchFrame(const CompiledFrame& frame, TriggerSite site,
                              std::vector<FactRecord>* out) const {
  site.construction = frame.construction;
  const absl::optional<FrameMood> mood = MoodOfFrame(index_, frame, site);
  if (!mood.has_value()) return;
  FrameReading reading;
  reading.base = BaseFact(index_, frame, site.tokens, *mood);
  switch (FillSlots(frame, site, &reading)) {
    case Filled::kNo:
      return;
    case Filled::kPairs:
      return AddPairs(index_, reading, out);
    case Filled::kYes:
      break;
  }
  if (!SettleSubject(frame, site, &reading)) return;
  SettleSuccessor(frame, site, &reading.subjects);
  const absl::string_view type = TypeOf(frame);
  Fillers& objects = reading.objects;
  if (type == "LAID_OFF") {
    std::vector<ArgumentRecord>& roles = reading.base.roles;
    roles.erase(std::remove_if(roles.begin(), roles.end(),
                               [this](const ArgumentRecord& role) {
                                 return role.role == "count" && participant_fit_.CountsAll(role);
                               }),
                roles.end());
  }
  // "led the round, and Z took part in it": what the next verb says is not of this one.
  if (TellsOfRound(frame) && !objects.empty() && StandsBehindVerb(objects.front(), site)) {
    objects.clear();
    reading.open_organization = true;
  }
  if (type == "LEFT" || type == "JOINED") {
    implied_.SettleHouseBefore(frame, site, &reading.subjects, &objects);
  }
  // Where somebody goes is not what he leaves.
  if (type == "LEFT" && !objects.empty() && participant_fit_.IsGoal(objects.front())) {
    objects.clear();
    reading.open_organization = true;
  }
  // "X, who was appointed to his post [في منصبه] after he had been at Y": the post just spoken of.
  if (type == "APPOINTED" && implied_.GivesOwnPost(site)) {
    objects.clear();
    reading.open_organization = true;
  }
  if (IsContradicted(frame, site, reading)) return;
  if (!participant_fit_.ShareFits(frame, reading.base.roles)) return;
  if (participant_fit_.IsForeignInvestment(frame, site)) return;
  if (house_objections_.SpeakAgainst(frame, site, reading)) return;
  if (thing_objections_.SpeakAgainst(frame, site, reading)) return;
  if (type == "BUILDS_FACILITY" || type == "DELAYED") {
    for (ArgumentRecord& object : objects) filler_.NameSite(&object);
  } else if (type == "COSTS") {
    for (ArgumentRecord& subject : reading.subjects) filler_.NameSite(&subject);
  }
  ImplyOrganization(frame, site, &reading);
  if (objects.empty() && absl::c_any_of(frame.slots, MayBeTopic)) return;
  if (SaysLittle(index_, frame, reading)) return;
  if (type == "HOLDS_ROLE" && IsPast(index_, site) && !BeginsPost(frame)) {
    reading.base.roles.push_back(FormerRole(analysis_, site.tokens));
  }
  TellEndsApart(site, &reading);
  if (objects.empty()) objects.resize(1);
  AddFacts(index_, participant_fit_, frame, reading, out);
}

void FrameMatcher::MatchTitle(const RolePhrase& role, std::vector<FactRecord>* out) const {
  const CompiledFrame* frame = words_.lexicon().title_frame();
  if (frame == nullptr) return;
  const size_t before = out->size();
  MatchFrame(*frame, TriggerSite{role.title, Frame::ROLE_NOUN, role.senior}, out);
  if (!role.former) return;
  for (size_t i = before; i < out->size(); ++i) {
    (*out)[i].roles.push_back(FormerRole(analysis_, role.title));
  }
}

bool FrameMatcher::VoiceFits(const CompiledFrame& frame, int token) const {
  switch (frame.construction) {
    case Frame::ACTIVE_VERB:
      // "in succession to X" is no verb.
      if (IsSameWord(index_.token(token).base, "خلفا")) return false;
      return !index_.IsMarkedPassive(token) && (index_.IsVerb(token) || !index_.BearsDamma(token));
    case Frame::PASSIVE_VERB:
      // "which the sites published [نشرتها]": a verb with its object on it is active.
      if (index_.IsVerb(token) && !index_.token(token).enclitic.empty() &&
          !index_.IsMarkedPassive(token)) {
        return false;
      }
      // "تعتزم X طرح Y": a masdar, whatever it is spelled like.
      return index_.IsMarkedPassive(token) || !IsIntendedMasdar(index_, token);
    default:
      return true;
  }
}

std::vector<FactRecord> FrameMatcher::ReadTrigger(int token) const {
  std::vector<FactRecord> read;
  const absl::Span<const CompiledFrame* const> frames = words_.TriggeredBy(token);
  if (frames.empty()) return read;
  const TokenRange trigger{token, token + 1};
  std::vector<absl::string_view> active;
  absl::optional<Mood> mood;  // of the words, the same for all frames
  for (const bool passive : {false, true}) {
    for (const CompiledFrame* frame : frames) {
      if ((frame->construction == Frame::PASSIVE_VERB) != passive) continue;
      if (IsReadAsSpeech(*frame) || !VoiceFits(*frame, token)) continue;
      // A verb that was read as active is not passive, too.
      if (passive && absl::c_linear_search(active, TypeOf(*frame))) continue;
      if (!frame_fit_.ConstructionFits(*frame, token)) continue;
      if (!frame_fit_.WordsFit(*frame, trigger)) continue;
      const size_t before = read.size();
      if (!mood.has_value()) mood = MoodOf(index_, trigger);
      TriggerSite site{trigger, frame->construction};
      site.mood = &*mood;
      MatchFrame(*frame, site, &read);
      for (size_t i = before; LeadsNow(index_, *frame, token) && i < read.size(); ++i) {
        if (read[i].modality != Modality::kActual) continue;
        read[i].type = "HOLDS_ROLE";
        read[i].rule = "HOLDS_ROLE/leads-now";
      }
      if (read.size() > before && frame->construction == Frame::ACTIVE_VERB) {
        active.push_back(TypeOf(*frame));
      }
    }
  }
  KeepBestReading(&read);
  return read;
}

std::vector<FactRecord> FrameMatcher::Match(int passage) const {
  std::vector<FactRecord> out;
  const TokenRange tokens = analysis_.passages[passage].tokens;
  for (int i = tokens.begin; i < tokens.end; ++i) {
    for (FactRecord& fact : ReadTrigger(i)) out.push_back(std::move(fact));
    const RolePhrase* role = roles_.BeginningAt(i);
    if (role != nullptr) MatchTitle(*role, &out);
  }
  return out;
}

}  // namespace isnad::extraction
