// Parts of SlotFiller that take a participant from its sentence as a whole: the only one there that
// fits, wherever it stands.

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "services/extraction/relations/slot_filler.h"

namespace isnad::extraction {
namespace {

// A longer quotation is speech or a title of a work.
constexpr int kLongestName = 6;

bool EndsSentence(const Token& token) {
  static const auto* set = new absl::flat_hash_set<absl::string_view>{".", "؟", "?", "!", "؛", "…"};
  return set->contains(token.form);
}

}  // namespace

TokenRange SlotFiller::SentenceAround(int token) const {
  TokenRange out = index_.PassageTokens(token);
  for (int i = token; i > out.begin; --i) {
    if (EndsSentence(index_.token(i - 1))) out.begin = i;
  }
  for (int i = token; i < out.end; ++i) {
    if (EndsSentence(index_.token(i))) out.end = i;
  }
  return out;
}

Fillers SlotFiller::OnlyNamed(const CompiledSlot& slot, const TriggerSite& site,
                              const std::vector<ByteRange>& taken) const {
  const TokenRange sentence = SentenceAround(site.tokens.begin);
  const FillerSet& types = slot.fillers;
  int named = -1;
  for (int i = sentence.begin; i < sentence.end; ++i) {
    const int mention = index_.MentionStartsAt(i) ? index_.MentionAt(i) : index_.PronounAt(i);
    if (mention < 0) continue;
    const Mention& m = analysis_.mentions[mention];
    const bool product = BearsProductName(mention);
    const bool fits = product ? types.product : types.Accepts(index_.TypeOfMention(mention));
    if (!fits || m.entity < 0 || Taken(m.range, taken) || IsEntityTaken(m.entity, taken)) continue;
    // Who reports is no participant.
    if (types.organization && IsOutlet(mention)) continue;
    // Somebody else whom a pronoun or a description stands for may be meant, too.
    if (named >= 0 && analysis_.mentions[named].entity != m.entity) return {};
    const bool name = m.kind == MentionKind::kName || m.kind == MentionKind::kShortName;
    if (named < 0 || name) named = mention;
  }
  if (named >= 0) {
    const Mention& m = analysis_.mentions[named];
    if (m.kind != MentionKind::kName && m.kind != MentionKind::kShortName) return {};
    // So may whom the text is about.
    const int about = index_.SubjectAt(site.tokens.begin);
    const bool another = about >= 0 && about != m.entity && !IsEntityTaken(about, taken) &&
                         types.Accepts(analysis_.entities[about].type);
    return another ? Fillers() : Fillers{FromMention(named, "only-named")};
  }
  return types.product ? OnlyQuoted(sentence, taken) : Fillers();
}

bool SlotFiller::MayBeThing(int token) const {
  const int mention = index_.MentionAt(token);
  const Mention& m = analysis_.mentions[mention];
  // People do not stand between quotation marks, so that a name which was only guessed is no one's.
  return m.kind == MentionKind::kName && m.rule != "gazetteer" && m.rule != "quoted-cue" &&
         index_.TypeOfMention(mention) == EntityType::kPerson;
}

Fillers SlotFiller::OnlyQuoted(TokenRange sentence, const std::vector<ByteRange>& taken) const {
  TokenRange found{sentence.end, sentence.end};
  for (int i = sentence.begin; i < sentence.end; ++i) {
    if (!index_.IsQuoteMark(i)) continue;
    int close = i + 1;
    bool known = false;
    const bool word = i + 1 < sentence.end && index_.token(i + 1).surface != "غير" &&
                      index_.token(i + 1).part_of_speech != PartOfSpeech::kAdjective;
    bool speech = !word;
    while (close < sentence.end && !index_.IsQuoteMark(close)) {
      known = known || (index_.MentionAt(close) >= 0 && !MayBeThing(close));
      speech = speech || index_.IsVerb(close) || index_.IsAnyPreposition(close);
      ++close;
    }
    if (close >= sentence.end) break;
    const TokenRange words{i + 1, close};
    i = close;
    if (known || speech || words.size() == 0 || words.size() > kLongestName) continue;
    if (Taken(analysis_.BytesOf(words), taken)) continue;
    if (found.size() > 0) return {};
    found = words;
  }
  if (found.size() == 0) return {};
  ArgumentRecord out = FromText(found);
  out.resolution_rule = "only-named";
  return {out};
}

}  // namespace isnad::extraction
