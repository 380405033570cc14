#include "services/extraction/relations/other_participants.h"

#include <algorithm>

#include "absl/algorithm/container.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/relations/frame_traits.h"

namespace isnad::extraction {
namespace {

using lexicon::Frame;

// A subject with its titles ends within this many tokens after its verb.
constexpr int kSubjectReach = 16;
// A name in quotation marks, the opening one counted, has at most this many tokens.
constexpr int kQuotedName = 4;
// Words that may stand before the verb of a sentence without subject: "كما كان قد".
constexpr int kOpeningWords = 3;

// What somebody leaves who leaves an organisation, folded.
bool IsWorkplace(const Token& token) {
  static const auto* set = new absl::flat_hash_set<absl::string_view>{
      "منصب",  "مناصب", "عمل",   "وظيفه", "شركه",  "موسسه", "مجموعه", "مكتب", "فريق", "قسم",
      "مختبر", "وحده",  "قياده", "رياسه", "اداره", "مهام",  "موقع",   "بنك",  "مصرف", "مقعد"};
  return set->contains(token.base) || set->contains(token.lemma);
}

bool IsTransitive(const CompiledFrame& frame) {
  return absl::c_any_of(frame.slots, [](const CompiledSlot& slot) {
    return absl::c_linear_search(slot.positions, lexicon::Slot::VERB_OBJECT);
  });
}

}  // namespace

bool OtherParticipants::NamesOtherSubject(const CompiledFrame& frame, const TriggerSite& site,
                                          const Fillers& subjects, const Fillers& objects) const {
  if (frame.construction != Frame::ACTIVE_VERB || subjects.empty()) return false;
  if (IsSuccession(frame) && ReplacesWhomItNames(site, subjects.front())) return true;
  const absl::string_view rule = subjects.front().resolution_rule;
  if (rule != "topic" && rule != "carried-subject") return false;
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  // "The machine works with ...": whoever the sentences before are about is no machine.
  if (TypeOf(frame) == "HOLDS_ROLE" && rule == "topic" &&
      site.tokens.begin > passage.begin + kOpeningWords) {
    return true;
  }
  const absl::string_view type = TypeOf(frame);
  if (rule == "topic" && (type == "LEFT" || type == "JOINED") && HouseActsBefore(site)) return true;
  const int entity = subjects.front().entity;
  const int limit = passage.end;
  const int behind = site.tokens.end;
  if (!objects.empty() && QuotesActor(behind, limit, objects.front())) return true;
  const int name = PastQuoteMarks(behind, limit);
  // "which X led": what follows a verb with its object on it acts.
  const bool has_object = !index_.token(site.tokens.begin).enclitic.empty();
  if (has_object && NamesOther(name, limit, entity)) return true;
  // "[took part] in it the fund X": the pronoun stands before the subject.
  const bool pronoun = IsPronounPhrase(behind, limit);
  if (IsTransitive(frame)) {
    return !pronoun && !objects.empty() && OpensFirm(behind, limit, objects.front());
  }
  // The verb has no object, so that whatever stands behind it acts.
  if (CountsActors(pronoun ? behind + 1 : behind, limit)) return true;
  if (pronoun) {
    const int after = PastQuoteMarks(behind + 1, limit);
    const int named = after < limit ? index_.MentionAt(after) : -1;
    return named >= 0 && analysis_.mentions[named].entity != entity;
  }
  if (IsUnknownActor(behind, limit)) return true;
  if (NamesOther(name, limit, entity) && !index_.HasConjunction(name)) return true;
  return !objects.empty() && OpensFirm(behind, limit, objects.front());
}

bool OtherParticipants::ReplacesWhomItNames(const TriggerSite& site,
                                            const ArgumentRecord& subject) const {
  const Token& verb = index_.token(site.tokens.begin);
  if (subject.range.begin >= verb.range.begin || !index_.HasConjunction(site.tokens.begin)) {
    return false;
  }
  if (!verb.enclitic.empty()) return true;
  static const auto* instead = new absl::flat_hash_set<absl::string_view>{
      "محله", "محلها", "محلهم", "مكانه", "مكانها", "مكانهم"};
  const int next = site.tokens.end;
  if (next >= index_.PassageTokens(site.tokens.begin).end) return false;
  const Token& place = index_.token(next);
  const bool owned = !place.enclitic.empty() && (place.base == "محل" || place.base == "مكان");
  return owned || instead->contains(place.surface);
}

bool OtherParticipants::HouseActsBefore(const TriggerSite& site) const {
  const int first = index_.PassageTokens(site.tokens.begin).begin;
  for (int i = site.tokens.begin - 1; i >= first; --i) {
    if (!index_.IsVerb(i)) continue;
    const int name = PastQuoteMarks(i + 1, site.tokens.begin);
    if (name < site.tokens.begin && index_.MentionStartsAt(name) &&
        index_.TypeOfMention(index_.MentionAt(name)) == EntityType::kOrganization) {
      return true;
    }
  }
  return false;
}

int OtherParticipants::PastQuoteMarks(int i, int limit) const {
  while (i < limit && index_.IsQuoteMark(i)) ++i;
  return i;
}

bool OtherParticipants::IsPronounPhrase(int i, int limit) const {
  return i < limit && index_.IsAnyPreposition(i) && !index_.token(i).enclitic.empty() &&
         !index_.IsNominal(i);
}

bool OtherParticipants::CountsActors(int i, int limit) const {
  static const auto* shares = new absl::flat_hash_set<absl::string_view>{
      "معظم", "بعض", "جميع", "كل", "عدد", "نصف", "غالبيه", "اغلب", "اثنان", "اثنين"};
  if (i >= limit) return false;
  const int value = index_.ValueAt(i);
  if (value >= 0 && analysis_.values[value].kind == ValueKind::kQuantity) return true;
  return index_.MentionAt(i) < 0 && shares->contains(index_.token(i).base);
}

bool OtherParticipants::IsUnknownActor(int i, int limit) const {
  if (i >= limit || index_.MentionAt(i) >= 0 || index_.ValueAt(i) >= 0) return false;
  const Token& word = index_.token(i);
  if (!index_.IsNominal(i) || index_.IsAnyPreposition(i) || index_.IsAdverb(i)) return false;
  if (word.stop_word || index_.HasConjunction(i)) return false;
  if (!word.proclitics.empty() && word.proclitics.front() != "ال") return false;
  // An indefinite accusative says how or as what somebody acts.
  return !absl::EndsWith(word.base, "ا");
}

bool OtherParticipants::NamesOther(int i, int limit, int entity) const {
  if (i >= limit || index_.MentionAt(i) < 0) return false;
  return index_.MentionStartsAt(i) && !index_.IsAnyPreposition(i) &&
         analysis_.mentions[index_.MentionAt(i)].entity != entity;
}

bool OtherParticipants::QuotesActor(int i, int limit, const ArgumentRecord& object) const {
  if (i + 1 >= limit || !index_.IsQuoteMark(i) || index_.MentionAt(i + 1) >= 0) return false;
  int close = i + 1;
  while (close < limit && !index_.IsQuoteMark(close)) ++close;
  return close < limit && close - i <= kQuotedName &&
         object.range.begin >= index_.token(close).range.end;
}

bool OtherParticipants::OpensFirm(int i, int limit, const ArgumentRecord& object) const {
  const auto of_kind = [this](int token) {
    return index_.token(token).definite && index_.IsNominal(token);
  };
  if (i >= limit || index_.MentionAt(i) >= 0 || !of_kind(i)) return false;
  while (i < limit && index_.MentionAt(i) < 0 && (index_.IsQuoteMark(i) || of_kind(i))) ++i;
  const int named = i < limit ? index_.MentionAt(i) : -1;
  return named >= 0 && analysis_.mentions[named].range == object.range &&
         index_.TypeOfMention(named) == EntityType::kOrganization;
}

bool OtherParticipants::HasOtherObject(const CompiledFrame& frame, const TriggerSite& site,
                                       const std::vector<ByteRange>& taken) const {
  if (frame.construction != Frame::ACTIVE_VERB) return false;
  const auto direct = absl::c_find_if(frame.slots, [](const CompiledSlot& slot) {
    return RoleOf(slot) == "object" && slot.fillers.organization && !slot.fillers.text &&
           absl::c_linear_search(slot.positions, lexicon::Slot::VERB_OBJECT);
  });
  if (direct == frame.slots.end()) return false;
  const int end = index_.PassageTokens(site.tokens.begin).end;
  int i = site.tokens.end;
  for (int k = i; k < std::min(end, i + kSubjectReach); ++k) {
    const bool filled = absl::c_any_of(taken, [&](const ByteRange& range) {
      return range.overlaps(index_.token(k).range) && index_.ValueAt(k) < 0;
    });
    if (filled) i = k + 1;
  }
  const RolePhrase* title =
      i < end && index_.IsComma(i) && i + 1 < end ? roles_.BeginningAt(i + 1) : nullptr;
  if (title != nullptr) i = title->tokens.end;
  while (i < end && (index_.IsQuoteMark(i) || index_.IsComma(i) || index_.IsAdverb(i))) {
    ++i;
  }
  if (i >= end || index_.ValueAt(i) >= 0 || index_.IsAnyPreposition(i)) return false;
  if (!index_.IsNominal(i) || index_.token(i).shape == TokenShape::kPunctuation) return false;
  return !IsWorkplace(index_.token(i));
}

}  // namespace isnad::extraction
