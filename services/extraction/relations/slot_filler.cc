#include "services/extraction/relations/slot_filler.h"

#include <algorithm>
#include <cstdlib>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/morphology/verb_features.h"

namespace isnad::extraction {
namespace {

using Slot = lexicon::Slot;

// Words that a noun phrase may hold between its head and the name.
constexpr int kPhraseReach = 6;
// After a job title the name may stand behind what the title is about.
constexpr int kTitleReach = 12;
constexpr int kBackwardReach = 14;
constexpr int kMaxCoordinated = 12;
constexpr int kMaxTextTokens = 8;

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
  ArgumentRecord out;
  out.kind = ArgumentRecord::Kind::kText;
  out.range = analysis_.BytesOf(words);
  out.text = std::string(analysis_.Quote(out.range));
  return out;
}

bool SlotFiller::GovernedByPreposition(int mention, int from) const {
  const TokenRange host = analysis_.mentions[mention].tokens;
  const int first = std::max(from, index_.PassageTokens(host.begin).begin);
  for (int i = host.begin; i >= first && i > host.begin - 5; --i) {
    const bool inside = i == host.begin;
    if (index_.IsAnyPreposition(i)) return true;
    if (inside) continue;
    if (index_.IsQuoteMark(i)) continue;
    if (!index_.IsNominal(i) || index_.MentionAt(i) >= 0) return false;
    if (index_.token(i).definite && i < host.begin - 2) return false;
  }
  return false;
}

bool SlotFiller::HasBareConjunction(int mention) const {
  const Mention& m = analysis_.mentions[mention];
  const Token& host = index_.token(m.tokens.begin);
  return m.range.begin > host.range.begin && absl::StartsWith(host.surface, "و");
}

Fillers SlotFiller::WithCoordinated(int mention, const FillerSet& types) const {
  Fillers out = {FromMention(mention)};
  int i = analysis_.mentions[mention].tokens.end;
  const int end = index_.PassageTokens(i - 1).end;
  while (static_cast<int>(out.size()) < kMaxCoordinated) {
    bool linked = false;
    int next = -1;
    for (int step = 0; i < end && step < 6; ++i, ++step) {
      if (index_.IsComma(i) || index_.HasConjunction(i)) linked = true;
      if (index_.MentionStartsAt(i)) {
        next = index_.MentionAt(i);
        linked = linked || HasBareConjunction(next);
        break;
      }
      if (index_.IsComma(i) || index_.IsQuoteMark(i) || index_.token(i).surface == "و") continue;
      if (linked && step < 5 && index_.IsNominal(i) && !index_.IsVerb(i) &&
          index_.token(i).surface.size() > 2) {
        continue;
      }
      break;
    }
    if (next < 0 || !linked || !types.Accepts(index_.TypeOfMention(next))) break;
    out.push_back(FromMention(next));
    i = analysis_.mentions[next].tokens.end;
  }
  return out;
}

Fillers SlotFiller::Enumerated(int from, const FillerSet& types) const {
  if (from >= static_cast<int>(analysis_.tokens.size())) return {};
  const int end = index_.PassageTokens(from).end;
  for (int i = from; i < end; ++i) {
    if (index_.token(i).form == "." || index_.token(i).form == "؛") return {};
    if (!index_.IsEnumerator(i)) continue;
    for (int j = i + 1; j < end && j <= i + 4; ++j) {
      if (index_.MentionStartsAt(j) && types.Accepts(index_.TypeOfMention(index_.MentionAt(j)))) {
        return WithCoordinated(index_.MentionAt(j), types);
      }
      if (!index_.IsNominal(j) && !index_.IsQuoteMark(j) && !index_.IsComma(j)) break;
    }
  }
  return {};
}

Fillers SlotFiller::PhraseFillers(int from, const FillerSet& types,
                                  const std::vector<ByteRange>& taken, int limit) const {
  if (from >= static_cast<int>(analysis_.tokens.size())) return {};
  const TokenRange passage = index_.PassageTokens(from);
  int reach = limit;
  bool titled = false;
  for (int i = from; i < passage.end && i < from + reach; ++i) {
    if (index_.MentionStartsAt(i)) {
      const int mention = index_.MentionAt(i);
      const bool fits = types.Accepts(index_.TypeOfMention(mention));
      if (fits && !Taken(analysis_.mentions[mention].range, taken)) {
        return WithCoordinated(mention, types);
      }
      i = analysis_.mentions[mention].tokens.end - 1;
      continue;
    }
    const int value = index_.ValueAt(i);
    if (value >= 0) {
      if (types.Accepts(analysis_.values[value].kind) &&
          !Taken(analysis_.values[value].range, taken)) {
        ArgumentRecord out;
        out.kind = ArgumentRecord::Kind::kValue;
        out.value = value;
        out.range = analysis_.values[value].range;
        out.text = std::string(analysis_.Quote(out.range));
        return {out};
      }
      continue;
    }
    for (const RolePhrase& role : roles_) {
      if (types.person && role.tokens.begin == i) {
        titled = true;
        reach = std::max(reach, kTitleReach);
      }
    }
    if (index_.IsQuoteMark(i) || index_.IsEnumerator(i)) continue;
    if (index_.token(i).shape == TokenShape::kPunctuation) {
      if (titled && (index_.IsComma(i) || index_.token(i).form == "(") && !index_.IsVerb(i))
        continue;
      if (index_.token(i).form == "(" || index_.token(i).form == ")") continue;
      break;
    }
    if (index_.IsVerb(i)) break;
    const bool clitic_word = i == from && !index_.token(i).proclitics.empty();
    if (index_.IsAnyPreposition(i) && !titled && !clitic_word) break;
    if (!index_.IsNominal(i) && !index_.IsAnyPreposition(i)) break;
  }
  return {};
}

TokenRange SlotFiller::NounPhraseFrom(int from, int limit) const {
  if (from >= static_cast<int>(analysis_.tokens.size())) return {from, from};
  const TokenRange passage = index_.PassageTokens(from);
  int begin = from;
  while (begin < passage.end && index_.IsQuoteMark(begin)) ++begin;
  int end = begin;
  while (end < passage.end && end < begin + limit) {
    if (index_.IsVerb(end) || index_.IsStrongBoundary(end) || index_.IsComma(end)) break;
    if (index_.IsRelativePronoun(end) || (end > begin && index_.ValueAt(end) >= 0)) break;
    const std::string& word = index_.token(end).surface;
    const bool partitive = word == "من" && end > begin;
    if (!index_.IsNominal(end) && !partitive && !index_.IsQuoteMark(end)) break;
    ++end;
  }
  while (end > begin && (index_.IsQuoteMark(end - 1) || index_.token(end - 1).surface == "من"))
    --end;
  return {begin, end};
}

bool SlotFiller::IsOutlet(int mention) const {
  static const auto* classes = new absl::flat_hash_set<absl::string_view>{
      "NEWSPAPER", "NEWS_SITE", "NEWS_AGENCY", "MAGAZINE", "BROADCASTER", "PODCAST"};
  const int entity = analysis_.mentions[mention].entity;
  return entity >= 0 && classes->contains(analysis_.entities[entity].entity_class);
}

FillerSet SlotFiller::Agreeing(int verb, FillerSet types) const {
  const VerbFeatures features = FeaturesOf(index_.token(verb));
  if (!types.person || !types.organization) return types;
  if (features.gender == VerbGender::kFeminine) types.person = false;
  if (features.gender == VerbGender::kMasculine) types.organization = false;
  return types;
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

Fillers SlotFiller::Topic(int token, const FillerSet& types) const {
  const FillerSet wanted = Agreeing(token, types);
  const int passage = index_.token(token).passage;
  // Nearest fitting name in this passage or the two before it.
  for (int i = token - 1; i >= 0; --i) {
    const int at = index_.token(i).passage;
    if (at < passage - 2) break;
    const int mention = index_.MentionAt(i);
    if (mention < 0) continue;
    i = analysis_.mentions[mention].tokens.begin;
    if (!wanted.Accepts(index_.TypeOfMention(mention)) || IsOutlet(mention)) continue;
    if (GovernedByPreposition(mention) && at == passage) continue;
    return {FromMention(mention, at == passage ? "carried-subject" : "topic")};
  }
  return {};
}

Fillers SlotFiller::VerbSubject(int verb, const FillerSet& types,
                                const std::vector<ByteRange>& taken, Reach reach) const {
  const TokenRange passage = index_.PassageTokens(verb);
  int before = verb - 1;
  auto skippable = [&](int i) {
    const PartOfSpeech pos = index_.token(i).part_of_speech;
    return index_.IsQuoteMark(i) || index_.IsNegation(i) || pos == PartOfSpeech::kAdverb ||
           pos == PartOfSpeech::kParticle;
  };
  while (before >= passage.begin && skippable(before)) --before;
  // "which X founded": the pronoun on the verb is the antecedent, and the subject follows.
  const bool takes_antecedent = !index_.token(verb).enclitic.empty();
  if (before >= passage.begin && index_.IsRelativePronoun(before) && !takes_antecedent) {
    const int antecedent = MentionBefore(before, types, taken, /*through_prepositions=*/true);
    if (antecedent >= 0) return {FromMention(antecedent)};
  }
  if (before >= passage.begin && index_.MentionAt(before) >= 0 && !index_.HasConjunction(verb)) {
    const int mention = index_.MentionAt(before);
    if (types.Accepts(index_.TypeOfMention(mention)) && !GovernedByPreposition(mention) &&
        !Taken(analysis_.mentions[mention].range, taken)) {
      return {FromMention(mention)};
    }
  }
  Fillers after = PhraseFillers(verb + 1, types, taken, kPhraseReach);
  if (!after.empty()) return after;
  if (types.text) {
    const TokenRange words = NounPhraseFrom(verb + 1, kMaxTextTokens);
    if (words.size() > 0 && !index_.IsAnyPreposition(words.begin)) return {FromText(words)};
  }
  if (reach == Reach::kBeside) return {};
  const int far = MentionBefore(verb, Agreeing(verb, types), taken, /*through_prepositions=*/false);
  if (far >= 0 && !IsOutlet(far)) {
    bool crossed = false;
    for (int i = analysis_.mentions[far].tokens.end; i < verb; ++i) {
      if (index_.token(i).form == "." || index_.token(i).form == "؛") crossed = true;
    }
    if (!crossed) return {FromMention(far)};
  }
  return Topic(verb, types);
}

Fillers SlotFiller::VerbObject(const TriggerSite& site, const FillerSet& types,
                               const std::vector<ByteRange>& taken) const {
  const int verb = site.tokens.begin;
  if (!index_.token(verb).enclitic.empty() && verb > index_.PassageTokens(verb).begin &&
      index_.IsRelativePronoun(verb - 1)) {
    const int antecedent = MentionBefore(verb - 1, types, taken, /*through_prepositions=*/true);
    if (antecedent >= 0) return {FromMention(antecedent)};
  }
  // What the subject took is skipped by `taken`; a phrase that follows it is the object.
  int from = site.tokens.end;
  for (const ByteRange& range : taken) {
    for (int i = from; i < index_.PassageTokens(site.tokens.begin).end && i < from + 10; ++i) {
      if (index_.token(i).range.end == range.end &&
          range.begin > index_.token(from - 1).range.begin) {
        from = i + 1;
        break;
      }
    }
  }
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  while (from < passage.end && (index_.IsQuoteMark(from) || index_.IsComma(from) ||
                                index_.token(from).part_of_speech == PartOfSpeech::kAdverb)) {
    ++from;
  }
  // "launched in April the model X": the time may stand between verb and object.
  if (from + 1 < passage.end && index_.IsAnyPreposition(from) && index_.ValueAt(from + 1) >= 0 &&
      analysis_.values[index_.ValueAt(from + 1)].kind == ValueKind::kDate) {
    from = analysis_.values[index_.ValueAt(from + 1)].tokens.end;
  }
  Fillers found = PhraseFillers(from, types, taken, kPhraseReach);
  if (!found.empty()) return found;
  if (types.person) {
    found = Enumerated(site.tokens.end, types);
    if (!found.empty()) return found;
  }
  if (types.text && from < passage.end && index_.ValueAt(from) < 0) {
    const TokenRange words = NounPhraseFrom(from, kMaxTextTokens);
    if (words.size() > 0) return {FromText(words)};
  }
  return {};
}

Fillers SlotFiller::AfterPreposition(const CompiledSlot& slot, const TriggerSite& site,
                                     const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  for (int i = site.tokens.end; i < passage.end && i < site.tokens.end + 24; ++i) {
    if (index_.IsStrongBoundary(i)) break;
    const bool hit = std::any_of(slot.prepositions.begin(), slot.prepositions.end(),
                                 [&](const std::string& p) { return index_.IsPreposition(i, p); });
    if (!hit) continue;
    const Fillers pronoun = PronounFiller(i, slot.fillers);
    if (!pronoun.empty()) return pronoun;
    const bool clitic = index_.IsNominal(i) || index_.MentionStartsAt(i);
    Fillers found = PhraseFillers(clitic ? i : i + 1, slot.fillers, taken, kPhraseReach);
    if (!found.empty()) return found;
    if (slot.fillers.text) {
      const TokenRange words = NounPhraseFrom(clitic ? i : i + 1, kMaxTextTokens);
      if (words.size() > 0) return {FromText(words)};
    }
  }
  return {};
}

Fillers SlotFiller::Genitive(const TriggerSite& site, const FillerSet& types,
                             const std::vector<ByteRange>& taken) const {
  for (int i = site.tokens.begin; i < site.tokens.end; ++i) {
    const Fillers pronoun = PronounFiller(i, types);
    if (!pronoun.empty()) return pronoun;
  }
  Fillers found = PhraseFillers(site.tokens.end, types, taken, kPhraseReach);
  if (!found.empty()) return found;
  if (types.person) {
    found = Enumerated(site.tokens.end, types);
    if (!found.empty()) return found;
  }
  if (types.text && !index_.token(site.tokens.end - 1).definite) {
    const TokenRange words = NounPhraseFrom(site.tokens.end, kMaxTextTokens);
    if (words.size() > 0) return {FromText(words)};
  }
  return {};
}

Fillers SlotFiller::GoverningSubject(const TriggerSite& site, const FillerSet& types,
                                     const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  for (int i = site.tokens.begin - 1; i >= passage.begin && i >= site.tokens.begin - 10; --i) {
    if (index_.token(i).form == "." || index_.token(i).form == "؛") break;
    if (index_.IsVerb(i)) return VerbSubject(i, types, taken, Reach::kCarried);
  }
  const int far = MentionBefore(site.tokens.begin, types, taken, /*through_prepositions=*/false);
  if (far >= 0) return {FromMention(far)};
  return {};
}

Fillers SlotFiller::Anywhere(const CompiledSlot& slot, const TriggerSite& site,
                             const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  if (slot.role == "role") {
    const RolePhrase* best = nullptr;
    for (const RolePhrase& role : roles_) {
      if (!passage.contains(role.tokens) || role.tokens.begin < site.tokens.end) continue;
      if (best == nullptr || role.tokens.begin < best->tokens.begin) best = &role;
    }
    if (best == nullptr || best->tokens.begin > site.tokens.end + 24) return {};
    ArgumentRecord out = FromText(best->title);
    return {out};
  }
  int best = -1;
  int best_distance = 1 << 20;
  if (slot.fillers.AcceptsValues()) {
    for (size_t v = 0; v < analysis_.values.size(); ++v) {
      const ValueMention& value = analysis_.values[v];
      if (!passage.contains(value.tokens) || !slot.fillers.Accepts(value.kind)) continue;
      if (slot.role == "count" && value.quantity.unit_key == "PERCENT") continue;
      if (Taken(value.range, taken)) continue;
      const bool after = value.tokens.begin >= site.tokens.end;
      int distance =
          after ? value.tokens.begin - site.tokens.end : 2 * (site.tokens.begin - value.tokens.end);
      for (int i = std::min(site.tokens.end, value.tokens.end);
           i < std::max(site.tokens.begin, value.tokens.begin); ++i) {
        if (index_.IsStrongBoundary(i)) distance += 12;
      }
      if (distance < best_distance) {
        best_distance = distance;
        best = static_cast<int>(v);
      }
    }
  }
  if (best < 0 || best_distance > 30) return {};
  ArgumentRecord out;
  out.kind = ArgumentRecord::Kind::kValue;
  out.value = best;
  out.range = analysis_.values[best].range;
  out.text = std::string(analysis_.Quote(out.range));
  return {out};
}

Fillers SlotFiller::Apposition(const TriggerSite& site, const FillerSet& types,
                               const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  // After: directly, behind a comma, in parentheses or behind an enumerator.
  for (int i = site.tokens.begin; i < passage.end && i < site.tokens.end + 10; ++i) {
    if (i >= site.tokens.end && (index_.IsVerb(i) || index_.token(i).form == ".")) break;
    if (!index_.MentionStartsAt(i)) continue;
    const int mention = index_.MentionAt(i);
    if (!types.Accepts(index_.TypeOfMention(mention))) continue;
    if (Taken(analysis_.mentions[mention].range, taken)) continue;
    if (i > site.tokens.end && GovernedByPreposition(mention, site.tokens.end)) continue;
    return WithCoordinated(mention, types);
  }
  Fillers listed = Enumerated(site.tokens.end, types);
  if (!listed.empty() && !Taken(listed.front().range, taken)) return listed;
  const int before = MentionBefore(site.tokens.begin, types, taken, /*through_prepositions=*/true);
  if (before < 0) return {};
  const int gap = site.tokens.begin - analysis_.mentions[before].tokens.end;
  if (gap > 6) return {};
  // Names coordinated before the apposition: walk back to the first of them.
  Fillers out = {FromMention(before)};
  int begin = analysis_.mentions[before].tokens.begin;
  while (begin - 1 > passage.begin) {
    int i = begin - 1;
    bool linked = index_.HasConjunction(begin);
    for (int step = 0; step < 3 && i > passage.begin; ++step, --i) {
      if (index_.IsComma(i) || index_.token(i).surface == "و")
        linked = true;
      else if (!index_.IsQuoteMark(i))
        break;
    }
    const int mention = index_.MentionAt(i);
    if (!linked || mention < 0 || !types.Accepts(index_.TypeOfMention(mention))) break;
    if (Taken(analysis_.mentions[mention].range, taken)) break;
    out.push_back(FromMention(mention));
    begin = analysis_.mentions[mention].tokens.begin;
  }
  return out;
}

bool SlotFiller::IsShare(const ArgumentRecord& argument) const {
  return argument.kind == ArgumentRecord::Kind::kValue &&
         analysis_.values[argument.value].quantity.unit_key == "PERCENT";
}

Fillers SlotFiller::Fill(const CompiledSlot& slot, const TriggerSite& site,
                         const std::vector<ByteRange>& taken) const {
  const bool verbal = site.construction == lexicon::Frame::ACTIVE_VERB ||
                      site.construction == lexicon::Frame::PASSIVE_VERB;
  for (Slot::Position position : slot.positions) {
    Fillers found;
    switch (position) {
      case Slot::VERB_SUBJECT:
        found = verbal ? VerbSubject(site.tokens.begin, slot.fillers, taken, Reach::kCarried)
                       : GoverningSubject(site, slot.fillers, taken);
        break;
      case Slot::VERB_OBJECT:
        found = site.construction == lexicon::Frame::PASSIVE_VERB
                    ? VerbSubject(site.tokens.begin, slot.fillers, taken, Reach::kBeside)
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
      case Slot::TRIGGER_WORDS:
        found = {FromText(site.tokens)};
        break;
      case Slot::APPOSITION:
        found = Apposition(site, slot.fillers, taken);
        break;
      default:
        break;
    }
    if (found.empty() || (slot.role == "count" && IsShare(found.front()))) continue;
    for (ArgumentRecord& argument : found) argument.role = slot.role;
    return found;
  }
  return {};
}

}  // namespace isnad::extraction
