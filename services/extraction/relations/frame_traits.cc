#include "services/extraction/relations/frame_traits.h"

#include "absl/algorithm/container.h"

namespace isnad::extraction {

using lexicon::Frame;

bool IsReadAsSpeech(const CompiledFrame& frame) {
  const absl::string_view type = TypeOf(frame);
  if (type == "CRITICIZED" || type == "DENIED") return frame.construction != Frame::EVENT_NOUN;
  return type == "STATED" || type == "DENIED";
}

bool IsRelease(const CompiledFrame& frame) {
  const absl::string_view type = TypeOf(frame);
  return type == "RELEASED" || type == "PLANS_RELEASE";
}

bool IsReleaseOrDelay(const CompiledFrame& frame) {
  return IsRelease(frame) || TypeOf(frame) == "DELAYED";
}

bool IsMutual(const CompiledFrame& frame) {
  const absl::string_view type = TypeOf(frame);
  return type == "PARTNERED_WITH" ||
         (type == "COMPETES_WITH" && frame.construction == Frame::ACTIVE_VERB);
}

bool IsSuccession(const CompiledFrame& frame) {
  const absl::string_view name = frame.name;
  return name == "take-place-of" || name == "succeed" || name == "fill-seat-of" ||
         name == "replace-in-post" || name == "appointed-instead" || name == "appoint-instead";
}

bool BeginsPost(const CompiledFrame& frame) {
  return TypeOf(frame) == "HOLDS_ROLE" && absl::string_view(frame.name) == "seat-on-board";
}

bool TellsOfRound(const CompiledFrame& frame) {
  const absl::string_view name = frame.name;
  return TypeOf(frame) == "INVESTED_IN" &&
         (name == "lead-round" || name == "led-by" || name == "take-part-in-round" ||
          name == "take-part-in-it" || name == "came-in-with" || name == "share-in-round" ||
          name == "list-of-investors");
}

bool NeedsOrganization(const CompiledFrame& frame) {
  const absl::string_view type = TypeOf(frame);
  return type == "HOLDS_ROLE" || type == "LEFT" || type == "JOINED" || type == "APPOINTED" ||
         type == "FOUNDED" || TellsOfRound(frame);
}

bool MayBeTopic(const CompiledSlot& slot) {
  return RoleOf(slot) == "object" && slot.fillers.organization &&
         absl::c_linear_search(slot.positions, lexicon::Slot::TOPIC);
}

bool SharesBetween(const CompiledFrame& frame) {
  int slots = 0;
  for (const CompiledSlot& slot : frame.slots) {
    const bool end = RoleOf(slot) == "subject" || RoleOf(slot) == "object";
    if (end && slot.prepositions.size() == 1 && slot.prepositions.front() == "بين") ++slots;
  }
  return slots == 2;
}

}  // namespace isnad::extraction
