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
// A phrase that opens a sentence has its trigger among the first words; its subject may follow in
// the main clause.
constexpr int kOpeningWords = 3;
constexpr int kAheadReach = 16;
constexpr int kMaxTextTokens = 8;

using WordSet = absl::flat_hash_set<absl::string_view>;

// Nouns that name a part, version or number of what follows "من". Folded.
bool IsPartitive(const Token& token) {
  static const auto* set = new WordSet{
      "نسخه",  "نسخ",   "اصدار", "اصدارات", "جيل",  "اجيال", "طراز",   "طرز",   "عدد",   "سلسله",
      "جزء",   "نموذج", "نماذج", "فيه",     "فيات", "دفعه",  "كميه",   "كميات", "حصه",   "حصص",
      "عايله", "افراد", "احد",   "احدي",    "بعض",  "كثير",  "مجموعه", "الاف",  "مليات", "ملايين"};
  return set->contains(token.base);
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
    const auto role = types.person ? RoleFrom(i) : roles_.end();
    if (role != roles_.end() && role->tokens.begin == i) {
      titled = true;
      reach = std::max(reach, kTitleReach);
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
    // "the new version of the model X": the name is in the part after "من".
    if (index_.token(i).surface == "من" && i > from &&
        (IsPartitive(index_.token(i - 1)) || (i > from + 1 && IsPartitive(index_.token(i - 2))))) {
      reach = std::max(reach, i - from + kPhraseReach);
      continue;
    }
    const bool each_of = index_.token(i).surface == "من" && i > from &&
                         absl::StartsWith(index_.token(i - 1).base, "كل");
    if (each_of) continue;
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
  if (begin < passage.end && index_.ValueAt(begin) >= 0 &&
      IsBareFigure(analysis_.values[index_.ValueAt(begin)])) {
    return {from, from};
  }
  int end = begin;
  while (end < passage.end && end < begin + limit) {
    if (index_.IsVerb(end) || index_.IsStrongBoundary(end) || index_.IsComma(end)) break;
    if (index_.IsRelativePronoun(end)) break;
    if (index_.ValueAt(end) >= 0 && index_.ValueAt(end) != index_.ValueAt(begin)) break;
    const std::string& word = index_.token(end).surface;
    const bool partitive = word == "من" && end > begin;
    if (!index_.IsNominal(end) && !partitive && !index_.IsQuoteMark(end)) break;
    ++end;
  }
  while (end > begin && (index_.IsQuoteMark(end - 1) || index_.token(end - 1).surface == "من"))
    --end;
  return {begin, end};
}

// Sums, dates and shares are no noun phrases; "three plants" is.
bool SlotFiller::IsBareFigure(const ValueMention& value) {
  return value.kind != ValueKind::kQuantity || value.quantity.unit_key == "PERCENT";
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

bool SlotFiller::ResumesBehind(int verb) const {
  const int next = verb + 1;
  if (next >= index_.PassageTokens(verb).end) return false;
  return !index_.token(next).enclitic.empty() && index_.IsAnyPreposition(next) &&
         !index_.IsNominal(next);
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
  const bool takes_antecedent = !index_.token(verb).enclitic.empty() || ResumesBehind(verb);
  if (before >= passage.begin && index_.IsRelativePronoun(before) && !takes_antecedent) {
    const int antecedent = MentionBefore(before, types, taken, /*through_prepositions=*/true);
    if (antecedent >= 0) return {FromMention(antecedent)};
  }
  if (before >= passage.begin && index_.MentionAt(before) >= 0 && !index_.HasConjunction(verb)) {
    const int mention = index_.MentionAt(before);
    if (types.Accepts(index_.TypeOfMention(mention)) && !GovernedByPreposition(mention) &&
        !Taken(analysis_.mentions[mention].range, taken)) {
      const VerbNumber number = FeaturesOf(index_.token(verb)).number;
      if (number == VerbNumber::kSingular) return {FromMention(mention)};
      return CoordinatedBefore(mention, types, taken);
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
  // "bought it": the pronoun is the object, whatever follows.
  if (!index_.token(verb).enclitic.empty()) {
    const Fillers pronoun = PronounFiller(verb, types);
    if (!pronoun.empty()) return pronoun;
    const int antecedent = MentionBefore(verb, types, taken, /*through_prepositions=*/true);
    if (antecedent >= 0) return {FromMention(antecedent, "object-before")};
    return {};
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

int SlotFiller::PrepositionLength(int token, absl::string_view folded, int limit) const {
  const size_t space = folded.find(' ');
  if (space == absl::string_view::npos) return index_.IsPreposition(token, folded) ? 1 : 0;
  if (token + 1 >= limit || !index_.IsPreposition(token, folded.substr(0, space))) return 0;
  return index_.token(token + 1).surface == folded.substr(space + 1) ||
                 index_.IsPreposition(token + 1, folded.substr(space + 1))
             ? 2
             : 0;
}

Fillers SlotFiller::AfterPreposition(const CompiledSlot& slot, const TriggerSite& site,
                                     const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  const bool phrase = site.construction == lexicon::Frame::NOUN_PHRASE;
  for (int i = site.tokens.end; i < passage.end && i < site.tokens.end + 24; ++i) {
    if (index_.IsStrongBoundary(i)) break;
    if (phrase && index_.IsComma(i)) break;
    int length = 0;
    for (const std::string& p : slot.prepositions) {
      length = std::max(length, PrepositionLength(i, p, passage.end));
    }
    if (length == 0) continue;
    i += length - 1;
    const Fillers pronoun = PronounFiller(i, slot.fillers);
    if (!pronoun.empty()) return pronoun;
    const int before = site.tokens.begin - 1;
    if (before >= passage.begin && index_.IsRelativePronoun(before) &&
        ResumesBehind(site.tokens.begin) && !index_.token(i).enclitic.empty()) {
      const int antecedent =
          MentionBefore(before, slot.fillers, taken, /*through_prepositions=*/true);
      if (antecedent >= 0) return {FromMention(antecedent)};
    }
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

bool SlotFiller::EnumeratesAt(int from) const {
  for (int i = from; i < from + 3 && i < static_cast<int>(analysis_.tokens.size()); ++i) {
    if (index_.MentionAt(i) >= 0) return false;
    if (index_.IsEnumerator(i)) return true;
  }
  return false;
}

Fillers SlotFiller::Genitive(const TriggerSite& site, const FillerSet& types,
                             const std::vector<ByteRange>& taken) const {
  for (int i = site.tokens.begin; i < site.tokens.end; ++i) {
    const Fillers pronoun = PronounFiller(i, types);
    if (!pronoun.empty()) return pronoun;
  }
  // "to release it": a product named before.
  const int host = site.tokens.end - 1;
  if (!index_.token(host).enclitic.empty() && types.product && !types.person &&
      index_.PronounAt(host) < 0) {
    FillerSet products;
    products.product = true;
    const int product = MentionBefore(host, products, taken, /*through_prepositions=*/true);
    if (product >= 0) return {FromMention(product, "product-before")};
  }
  // "rivals such as X": the examples are no genitive.
  if (site.construction == lexicon::Frame::NOUN_PHRASE && EnumeratesAt(site.tokens.end)) return {};
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
  return SubjectAhead(site, types, taken);
}

// A bare word that the tagger took for a noun right before a name: "تطور X مراكز".
bool SlotFiller::OpensClauseLikeVerb(int token) const {
  const Token& word = index_.token(token);
  return index_.IsComma(token - 1) && index_.MentionAt(token) < 0 && !word.definite &&
         word.proclitics.empty() && token + 1 < index_.PassageTokens(token).end &&
         index_.MentionStartsAt(token + 1);
}

Fillers SlotFiller::SubjectAhead(const TriggerSite& site, const FillerSet& types,
                                 const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  if (site.tokens.begin > passage.begin + kOpeningWords) return {};
  bool comma = false;
  for (int i = site.tokens.end; i < passage.end && i < site.tokens.end + kAheadReach; ++i) {
    if (index_.token(i).form == ".") break;
    if (index_.IsComma(i)) {
      comma = true;
    } else if (comma && (index_.IsVerb(i) || OpensClauseLikeVerb(i))) {
      Fillers found = VerbSubject(i, types, taken, Reach::kBeside);
      for (ArgumentRecord& argument : found) argument.resolution_rule = "main-clause-subject";
      return found;
    }
  }
  return {};
}

std::vector<RolePhrase>::const_iterator SlotFiller::RoleFrom(int token) const {
  return std::lower_bound(roles_.begin(), roles_.end(), token,
                          [](const RolePhrase& role, int at) { return role.tokens.begin < at; });
}

Fillers SlotFiller::Anywhere(const CompiledSlot& slot, const TriggerSite& site,
                             const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  if (slot.role == "role") {
    const RolePhrase* best = nullptr;
    for (auto role = RoleFrom(site.tokens.end); role != roles_.end(); ++role) {
      if (role->tokens.begin >= passage.end) break;
      if (!passage.contains(role->tokens)) continue;
      best = &*role;
      break;
    }
    if (best == nullptr || best->tokens.begin > site.tokens.end + 24) return {};
    ArgumentRecord out = FromText(best->title);
    return {out};
  }
  int best = -1;
  int best_distance = 1 << 20;
  if (slot.fillers.AcceptsValues()) {
    const auto first = std::lower_bound(
        analysis_.values.begin(), analysis_.values.end(), passage.begin,
        [](const ValueMention& value, int token) { return value.tokens.begin < token; });
    for (size_t v = first - analysis_.values.begin(); v < analysis_.values.size(); ++v) {
      const ValueMention& value = analysis_.values[v];
      if (value.tokens.begin >= passage.end) break;
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
  return CoordinatedBefore(before, types, taken);
}

Fillers SlotFiller::CoordinatedBefore(int last, const FillerSet& types,
                                      const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(analysis_.mentions[last].tokens.begin);
  Fillers out = {FromMention(last)};
  int begin = analysis_.mentions[last].tokens.begin;
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
      case Slot::GOVERNING_SUBJECT:
        found = GoverningSubject(site, slot.fillers, taken);
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
