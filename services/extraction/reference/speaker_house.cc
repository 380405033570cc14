#include "services/extraction/reference/speaker_house.h"

namespace isnad::extraction {
namespace {

constexpr int kClauseReach = 14;  // words from "that" to the description
constexpr int kSpeechReach = 30;  // words from the verb of saying to "that"

bool IsOrganization(const Discourse& discourse, int entity) {
  return entity >= 0 && discourse.TypeOf(entity) == EntityType::kOrganization;
}

// "that" of the clause around a token; -1 where none is near or another house is named since.
int ComplementizerOf(const Discourse& discourse, const ClauseSubjects& subjects, int token) {
  const int begin = discourse.PassageTokens(token).begin;
  for (int i = token - 1; i >= begin && i >= token - kClauseReach; --i) {
    if (discourse.IsStop(i) || IsOrganization(discourse, discourse.EntityAt(i))) return -1;
    if (subjects.IsComplementizer(i)) return i;
  }
  return -1;
}

// Who the verb of saying before "that" has as subject; -1 without.
int SpeakerBefore(const Discourse& discourse, const ClauseSubjects& subjects, int that) {
  const int begin = discourse.PassageTokens(that).begin;
  for (int i = that - 1; i >= begin && i >= that - kSpeechReach; --i) {
    if (discourse.IsStop(i)) return -1;
    if (!discourse.IsVerb(i)) continue;
    if (!discourse.lexicon().IsSpeechVerb(discourse.token(i).lemma)) continue;
    bool common = false;
    return subjects.SubjectOf(i, &common);
  }
  return -1;
}

}  // namespace

int HouseOfSpeaker(const Discourse& discourse, const ClauseSubjects& subjects, int token) {
  const int that = ComplementizerOf(discourse, subjects, token);
  if (that < 0) return -1;
  const int speaker = SpeakerBefore(discourse, subjects, that);
  if (speaker < 0 || discourse.TypeOf(speaker) != EntityType::kPerson) return -1;
  const int house = discourse.HouseOf(speaker);
  return IsOrganization(discourse, house) ? house : -1;
}

}  // namespace isnad::extraction
