#include "services/extraction/relations/slot_filler.h"

#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "services/extraction/morphology/verb_features.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/reference/document_subject.h"
#include "services/extraction/relations/slot_reach.h"

namespace isnad::extraction {
namespace {

using WordSet = absl::flat_hash_set<absl::string_view>;

using Slot = lexicon::Slot;

// Words from the trigger within which a name may stand that is sought anywhere.
constexpr int kNearestReach = 18;

// A single person as the subject of a dual verb, who was named with another.
bool OnePersonOfSeveral(const Analysis& analysis, const PhraseIndex& index, int verb,
                        const Fillers& found) {
  if (found.size() != 1 || found.front().kind != ArgumentRecord::Kind::kEntity) return false;
  const int entity = found.front().entity;
  if (analysis.entities[entity].type != EntityType::kPerson) return false;
  const VerbNumber number = FeaturesOf(index.token(verb)).number;
  if (number != VerbNumber::kDual) return false;
  const int name = index.TokenOfMention(found.front().range, entity);
  const int mention = name < 0 ? -1 : index.MentionAt(name);
  return mention >= 0 && analysis.mentions[mention].entity == entity &&
         analysis.mentions[mention].kind == MentionKind::kName;
}

}  // namespace

bool SlotFiller::Taken(ByteRange range, const std::vector<ByteRange>& taken) const {
  return std::any_of(taken.begin(), taken.end(),
                     [&](ByteRange other) { return other.overlaps(range); });
}

ArgumentRecord SlotFiller::FromMention(int mention, const std::string& rule) const {
  const Mention& m = analysis_.mentions[mention];
  ArgumentRecord out;
  out.kind = ArgumentRecord::Kind::kEntity;
  out.entity = m.entity;
  out.range = m.range;
  out.text = std::string(analysis_.Quote(m.range));
  const bool named = m.kind == MentionKind::kName;
  out.resolution_rule = !rule.empty() ? rule : named ? "" : m.rule;
  return out;
}

ArgumentRecord SlotFiller::FromText(TokenRange words) const {
  const TokenRange called = CalledAfter(words);
  if (called.size() > 0) words = called;
  // "its model «X»": the name says it all.
  for (int i = words.begin + 1; i + 1 < words.end; ++i) {
    if (!index_.IsQuoteMark(i)) continue;
    int close = i + 1;
    while (close < words.end && !index_.IsQuoteMark(close)) ++close;
    words = {i + 1, close};
    break;
  }
  ArgumentRecord out;
  out.kind = ArgumentRecord::Kind::kText;
  out.range = analysis_.BytesOf(words);
  // "for a plant [لمصنع]": the plant.
  const Token& first = index_.token(words.begin);
  if (first.proclitics.size() == 1 && first.proclitics.front() == "ل" && IsFacilityNoun(first)) {
    out.range.begin = WithoutLetters(analysis_, first, /*letters=*/1).begin;
  }
  out.text = std::string(analysis_.Quote(out.range));
  if (called.size() > 0) out.resolution_rule = "called";
  return out;
}

bool SlotFiller::IsEntityTaken(int entity, const std::vector<ByteRange>& taken) const {
  return entity >= 0 && std::any_of(taken.begin(), taken.end(), [&](const ByteRange& range) {
           return index_.TokenOfMention(range, entity) >= 0;
         });
}

bool SlotFiller::IsNationality(int token, int first) const {
  const Token& word = index_.token(token);
  if (word.part_of_speech != PartOfSpeech::kAdjective || !word.definite) return false;
  // "سامسونغ الكورية الجنوبية".
  int before = token - 1;
  while (before >= first && (index_.IsQuoteMark(before) ||
                             (index_.MentionAt(before) < 0 && index_.token(before).definite &&
                              index_.token(before).part_of_speech == PartOfSpeech::kAdjective))) {
    --before;
  }
  return before >= first && index_.MentionAt(before) >= 0;
}

bool SlotFiller::CommaBetween(int from, int to) const {
  for (int i = from; i < to; ++i) {
    if (index_.IsComma(i)) return true;
  }
  return false;
}

bool SlotFiller::IsShareValue(int value) const {
  return value >= 0 && analysis_.values[value].kind == ValueKind::kQuantity &&
         analysis_.values[value].quantity.unit_key == "PERCENT";
}

bool SlotFiller::IsShare(const ArgumentRecord& argument) const {
  return argument.kind == ArgumentRecord::Kind::kValue &&
         analysis_.values[argument.value].quantity.unit_key == "PERCENT";
}

bool SlotFiller::IsFraction(const ArgumentRecord& argument) const {
  static const auto* parts = new WordSet{"خمس", "ربع", "ثلث", "سدس", "سبع", "ثمن", "عشر", "نصف"};
  if (argument.kind != ArgumentRecord::Kind::kValue) return false;
  const int word = analysis_.values[argument.value].tokens.begin;
  const int end = index_.PassageTokens(word).end;
  if (!parts->contains(index_.token(word).base) || word + 1 >= end) return false;
  // "five lawyers" is no fifth, "fifth of its lawyers" is.
  return index_.token(word + 1).definite || !index_.token(word + 1).enclitic.empty();
}

bool SlotFiller::IsOutlet(int mention) const {
  static const auto* kinds = new WordSet{"وكاله", "صحيفه", "موقع", "مجله", "قناه", "شبكه", "نشره"};
  const int entity = analysis_.mentions[mention].entity;
  const int host = analysis_.mentions[mention].tokens.begin;
  int kind = host - 1;
  while (kind > 0 && index_.IsQuoteMark(kind)) --kind;
  if (kind >= 0 && kinds->contains(index_.token(kind).base)) return true;
  return entity >= 0 && isnad::extraction::IsOutlet(analysis_.entities[entity]);
}

bool SlotFiller::GovernedByPreposition(int mention, int from) const {
  const TokenRange host = analysis_.mentions[mention].tokens;
  const int first = std::max(from, index_.PassageTokens(host.begin).begin);
  for (int i = host.begin; i >= first && i > host.begin - 5; --i) {
    const bool inside = i == host.begin;
    // "the maker of chips X": what a definite noun with its preposition complements is over.
    const bool complete = !inside && index_.token(i).definite && index_.IsNominal(i) &&
                          index_.MentionAt(i) < 0 && index_.IsPreposition(i, "ل") && i > first &&
                          index_.token(i - 1).definite;
    if (complete) return false;
    if (index_.IsAnyPreposition(i)) return true;
    if (inside) continue;
    if (index_.IsQuoteMark(i)) continue;
    if (!index_.IsNominal(i) || index_.MentionAt(i) >= 0) return false;
    if (index_.token(i).definite && i < host.begin - 2) return false;
  }
  return false;
}

int SlotFiller::MentionBefore(int token, const FillerSet& types,
                              const std::vector<ByteRange>& taken,
                              bool through_prepositions) const {
  const TokenRange passage = index_.PassageTokens(token);
  for (int i = token - 1; i >= passage.begin && i >= token - kBackwardReach; --i) {
    const int mention = index_.MentionAt(i);
    if (mention < 0) continue;
    i = analysis_.mentions[mention].tokens.begin;
    if (!types.Accepts(index_.TypeOfMention(mention))) continue;
    if (Taken(analysis_.mentions[mention].range, taken)) continue;
    if (!through_prepositions && GovernedByPreposition(mention)) continue;
    return mention;
  }
  return -1;
}

Fillers SlotFiller::PronounFiller(int token, const FillerSet& types) const {
  const int pronoun = index_.PronounAt(token);
  if (pronoun >= 0 && types.Accepts(index_.TypeOfMention(pronoun))) return {FromMention(pronoun)};
  return {};
}

Fillers SlotFiller::Nearest(const FillerSet& types, const TriggerSite& site,
                            const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  const auto fits = [&](int mention) {
    return mention >= 0 && types.Accepts(index_.TypeOfMention(mention)) &&
           !Taken(analysis_.mentions[mention].range, taken) &&
           !IsEntityTaken(analysis_.mentions[mention].entity, taken) && !IsOutlet(mention);
  };
  const int last = std::min(passage.end, site.tokens.end + kNearestReach);
  for (int i = site.tokens.end; i < last && !index_.IsStrongBoundary(i); ++i) {
    if (!index_.MentionStartsAt(i) || !fits(index_.MentionAt(i))) continue;
    return WithCoordinated(index_.MentionAt(i), types);
  }
  const int first = std::max(passage.begin, site.tokens.begin - kNearestReach);
  for (int i = site.tokens.begin - 1; i >= first && !index_.IsStrongBoundary(i); --i) {
    if (index_.MentionStartsAt(i) && fits(index_.MentionAt(i))) {
      return {FromMention(index_.MentionAt(i))};
    }
  }
  return {};
}

Fillers SlotFiller::Anywhere(const CompiledSlot& slot, const TriggerSite& site,
                             const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  if (slot.role == "role") return RoleAfter(site);
  if (!slot.fillers.AcceptsValues() && !slot.fillers.text) {
    Fillers only = OnlyNamed(slot, site, taken);
    return only.empty() ? Nearest(slot.fillers, site, taken) : only;
  }
  int best = -1;
  int best_distance = 1 << 20;
  if (slot.fillers.AcceptsValues()) {
    for (int i = passage.begin; i < passage.end; ++i) {
      const int v = index_.ValueAt(i);
      if (v < 0) continue;
      const ValueMention& value = analysis_.values[v];
      i = std::max(i, value.tokens.end - 1);
      if (!slot.fillers.Accepts(value.kind) || !slot.AcceptsUnit(value)) continue;
      if (slot.role == "count" && value.quantity.unit_key == "PERCENT") continue;
      if (Taken(value.range, taken)) continue;
      const bool after = value.tokens.begin >= site.tokens.end;
      if (slot.role == "count" && !after && CommaBetween(value.tokens.end, site.tokens.begin)) {
        continue;
      }
      int distance =
          after ? value.tokens.begin - site.tokens.end : 2 * (site.tokens.begin - value.tokens.end);
      for (int between = std::min(site.tokens.end, value.tokens.end);
           between < std::max(site.tokens.begin, value.tokens.begin); ++between) {
        if (index_.IsStrongBoundary(between)) distance += 12;
        if (slot.role == "count" && after && index_.token(between).base == "لكن") distance += 30;
      }
      if (distance < best_distance) {
        best_distance = distance;
        best = v;
      }
    }
  }
  if (best < 0 || best_distance > 30) {
    return slot.fillers.AcceptsEntities() ? OnlyNamed(slot, site, taken) : Fillers();
  }
  ArgumentRecord out;
  out.kind = ArgumentRecord::Kind::kValue;
  out.value = best;
  out.range = analysis_.values[best].range;
  out.text = std::string(analysis_.Quote(out.range));
  return {out};
}

Fillers SlotFiller::Fill(const CompiledSlot& slot, const TriggerSite& site,
                         const std::vector<ByteRange>& taken) const {
  const bool verbal = site.construction == lexicon::Frame::ACTIVE_VERB ||
                      site.construction == lexicon::Frame::PASSIVE_VERB;
  const bool of_title = std::find(slot.positions.begin(), slot.positions.end(),
                                  Slot::TITLE_ORGANIZATION) != slot.positions.end();
  for (Slot::Position position : slot.positions) {
    Fillers found;
    switch (position) {
      case Slot::VERB_SUBJECT:
        // "we [نحن] are so many" is a subject without a verb.
        found = verbal || index_.FirstPersonAt(site.tokens.begin) >= 0
                    ? VerbSubject(site.tokens.begin, slot.fillers, taken, Reach::kBeside)
                    : GoverningSubject(site, slot.fillers, taken);
        // "He was made director of Y": a title that names a house says more than the house that the
        // sentence before was about.
        if (found.empty() && verbal && of_title) {
          found = TitleOrganization(site, slot.fillers, taken);
        }
        if (found.empty() && verbal) {
          found = VerbSubject(site.tokens.begin, slot.fillers, taken, Reach::kCarried);
        }
        // "X and Y decided to leave and found [يؤسسا] Z".
        if (verbal && OnePersonOfSeveral(analysis_, index_, site.tokens.begin, found)) {
          FillerSet people;
          people.person = true;
          const int name = index_.TokenOfMention(found.front().range, found.front().entity);
          Fillers both = WithCoordinated(index_.MentionAt(name), people);
          if (both.size() == 1) both = WithCoordinatedBefore(index_.MentionAt(name), people, taken);
          if (both.size() > 1) found = std::move(both);
        }
        break;
      case Slot::VERB_OBJECT:
        found = site.construction == lexicon::Frame::PASSIVE_VERB
                    ? VerbSubject(site.tokens.begin, slot.fillers, taken,
                                  index_.IsMarkedPassive(site.tokens.begin) ||
                                          index_.BearsDamma(site.tokens.begin)
                                      ? Reach::kCarried
                                      : Reach::kBeside)
                    : VerbObject(site, slot.fillers, taken);
        break;
      case Slot::AFTER_PREPOSITION:
        found = AfterPreposition(slot, site, taken);
        break;
      case Slot::GENITIVE:
        found = Genitive(site, slot.fillers, taken);
        break;
      case Slot::ANYWHERE:
        found = Anywhere(slot, site, taken);
        break;
      case Slot::GOVERNING_SUBJECT:
        found = GoverningSubject(site, slot.fillers, taken);
        break;
      case Slot::TRIGGER_WORDS:
        found = {FromText(site.construction == lexicon::Frame::NOUN_PHRASE
                              ? NounPhraseFrom(site.tokens.begin, kMaxTextTokens)
                              : site.tokens)};
        break;
      case Slot::APPOSITION:
        found = Apposition(site, slot.fillers, taken);
        break;
      case Slot::PRECEDING:
        found = Preceding(site, slot.fillers, taken);
        break;
      case Slot::TITLE_ORGANIZATION:
        found = TitleOrganization(site, slot.fillers, taken);
        break;
      default:
        break;
    }
    if (found.empty() || (slot.role == "count" && IsShare(found.front()))) continue;
    if (slot.role == "count" && IsFraction(found.front())) continue;
    if (found.front().kind == ArgumentRecord::Kind::kValue &&
        !slot.AcceptsUnit(analysis_.values[found.front().value])) {
      continue;
    }
    for (ArgumentRecord& argument : found) argument.role = slot.role;
    return found;
  }
  return {};
}

}  // namespace isnad::extraction
