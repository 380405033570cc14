#include "services/extraction/relations/frame_mood.h"

#include "absl/algorithm/container.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "services/extraction/morphology/verb_features.h"
#include "services/extraction/relations/frame_traits.h"
#include "services/extraction/relations/mood.h"

namespace isnad::extraction {
namespace {

using lexicon::Frame;

// From "had been" past the name to the verb.
constexpr int kNamedReach = 5;

// Whether the event says what something else is for: "an agreement to build".
bool IsPurpose(const PhraseIndex& index, const TriggerSite& site) {
  const int noun = site.tokens.begin;
  const bool verb = site.construction == Frame::ACTIVE_VERB && index.IsVerb(noun) &&
                    FeaturesOf(index.token(noun)).tense != VerbTense::kPerfect;
  if (site.construction != Frame::EVENT_NOUN && !verb) return false;
  if (!absl::c_linear_search(index.token(noun).proclitics, "ل")) return false;
  // What such a noun governs is a cause, a date or a rule.
  static const auto* causes = new absl::flat_hash_set<absl::string_view>{
      "نتيجه", "نظرا", "وفقا", "تبعا", "نسبه", "استجابه", "شكرا", "مرافقا", "سبب", "خلافا", "اثر"};
  return noun == index.PassageTokens(noun).begin || !causes->contains(index.token(noun - 1).base);
}

// The mood of the words as the frame takes it.
FrameMood MoodTakenBy(const CompiledFrame& frame, const Mood& mood) {
  const bool delay = TypeOf(frame) == "DELAYED";
  FrameMood out{mood.polarity, mood.modality};
  // The new date of what was delayed lies ahead, the delay does not.
  if (delay && mood.dated_ahead) out.modality = Modality::kActual;
  if (!delay && mood.postponed) out.modality = Modality::kPlanned;
  if (frame.always_actual && out.modality == Modality::kPlanned) out.modality = Modality::kActual;
  if (frame.always_planned) out.modality = Modality::kPlanned;
  if (frame.denied) out.polarity = Polarity::kDenied;
  if (frame.asserted) out.polarity = Polarity::kAsserted;
  return out;
}

// Something is brought about, which may be what something else is for.
bool IsDeed(const CompiledFrame& frame) {
  return IsRelease(frame) || TypeOf(frame) == "BUILDS_FACILITY";
}

// Whether the frame tells of what is planned, or of what is not, and the words of the other.
bool ClashesWithPlan(const CompiledFrame& frame, const FrameMood& mood) {
  const bool planned = mood.modality == Modality::kPlanned;
  // How many somebody will employ says nothing of how many he does.
  if (planned && TypeOf(frame) == "HEADCOUNT" && !frame.planned_only) return true;
  return frame.planned_only != planned && (frame.planned_only || TypeOf(frame) == "RELEASED");
}

}  // namespace

absl::optional<FrameMood> MoodOfFrame(const PhraseIndex& index, const CompiledFrame& frame,
                                      const TriggerSite& site) {
  const Mood words = site.mood != nullptr ? *site.mood : MoodOf(index, site.tokens);
  const bool event = frame.construction != Frame::ROLE_NOUN;
  if (event && words.unreal && !frame.always_actual) return absl::nullopt;
  // What was put off neither came out nor is planned; the frames of delays say so.
  if (IsRelease(frame) && words.postponed) return absl::nullopt;
  // A title is held whatever happens to its bearer.
  FrameMood mood = event ? MoodTakenBy(frame, words) : FrameMood();
  // What something else is for lies ahead.
  if (event && IsDeed(frame) && mood.modality == Modality::kActual && IsPurpose(index, site)) {
    mood.modality = Modality::kPlanned;
  }
  if (ClashesWithPlan(frame, mood)) return absl::nullopt;
  return mood;
}

bool IsPast(const PhraseIndex& index, const TriggerSite& site) {
  if (site.construction != Frame::ACTIVE_VERB) return false;
  const Token& verb = index.token(site.tokens.begin);
  if (FeaturesOf(verb).tense == VerbTense::kPerfect) return true;
  // "شغل", "عمل": a perfect that is written like a noun and was taken for one.
  if (verb.part_of_speech == PartOfSpeech::kNoun && !verb.definite && verb.base == verb.lemma) {
    return true;
  }
  const TokenRange passage = index.PassageTokens(site.tokens.begin);
  // "used to lead".
  const int before = site.tokens.begin - 1;
  if (before >= passage.begin &&
      (index.token(before).base == "كان" || index.token(before).base == "كانت")) {
    return true;
  }
  // "X had been [كان X] working at Y".
  for (int i = before; i >= passage.begin && i > before - kNamedReach; --i) {
    const absl::string_view word = index.token(i).base;
    if (word == "كان" || word == "كانت") return true;
    if (index.IsComma(i) || index.IsVerb(i)) break;
  }
  for (int i = site.tokens.end; i < passage.end && i < site.tokens.end + 3; ++i) {
    if (index.token(i).surface == "سابقا") return true;
  }
  return false;
}

}  // namespace isnad::extraction
