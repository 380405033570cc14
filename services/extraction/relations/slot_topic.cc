// Parts of SlotFiller that carry a subject over from the words and sentences before.

#include <algorithm>

#include "services/extraction/relations/slot_filler.h"

namespace isnad::extraction {
namespace {

constexpr int kSentenceReach = 40;

// How long a setting lasts, in passages, and how far into a passage it stands, in tokens.
constexpr int kPassages = 5;
constexpr int kOpening = 5;

bool IsOrganization(const PhraseIndex& index, int mention) {
  return mention >= 0 && index.TypeOfMention(mention) == EntityType::kOrganization;
}

// Whether the preposition "in" opens the passage: "وفي", "في", "لدى", "داخل".
bool OpensInside(const PhraseIndex& index, int token) {
  for (const char* word : {"في", "لدي", "داخل"}) {
    if (index.IsPreposition(token, word)) return true;
  }
  return false;
}

// The organisation that the passage opens with, and whether it is its setting.
int OpeningOf(const PhraseIndex& index, TokenRange passage, bool* setting) {
  *setting = false;
  const int end = std::min(passage.end, passage.begin + kOpening);
  for (int i = passage.begin; i < end; ++i) {
    const int mention = index.MentionAt(i);
    if (mention < 0) {
      const bool passed =
          index.IsQuoteMark(i) || index.IsNominal(i) || index.IsVerb(i) || OpensInside(index, i);
      if (!passed) return -1;
      continue;
    }
    if (!IsOrganization(index, mention)) return -1;
    int past = index.analysis().mentions[mention].tokens.end;
    while (past < passage.end && (index.IsQuoteMark(past) || index.token(past).form == ")")) ++past;
    bool inside = OpensInside(index, passage.begin);
    for (int k = passage.begin; inside && k < i; ++k) inside = !index.IsVerb(k);
    *setting = inside && past < passage.end && (index.IsComma(past) || index.IsVerb(past));
    return mention;
  }
  return -1;
}

bool IsItem(const PhraseIndex& index, int passage) {
  return index.analysis().passages[passage].kind == PassageKind::kListItem;
}

// The one organisation that the heading of a list names: "أبرز التعيينات في X:"; -1 without.
int HeadingOf(const PhraseIndex& index, int item) {
  int heading = item;
  while (heading >= 0 && IsItem(index, heading)) --heading;
  if (heading < 0) return -1;
  const TokenRange words = index.analysis().passages[heading].tokens;
  if (words.empty() || index.token(words.end - 1).form != ":") return -1;
  int found = -1;
  for (int i = words.begin; i < words.end; ++i) {
    if (!index.MentionStartsAt(i) || !IsOrganization(index, index.MentionAt(i))) continue;
    const int mention = index.MentionAt(i);
    const auto& mentions = index.analysis().mentions;
    if (found >= 0 && mentions[found].entity != mentions[mention].entity) return -1;
    found = mention;
  }
  return found;
}

}  // namespace

int SlotFiller::SettingOf(int token) const {
  const int passage = index_.token(token).passage;
  if (IsItem(index_, passage)) return HeadingOf(index_, passage);
  for (int p = passage; p >= 0 && p >= passage - kPassages; --p) {
    bool setting = false;
    const int opening = OpeningOf(index_, index_.analysis().passages[p].tokens, &setting);
    if (opening < 0) continue;
    const bool before = index_.analysis().mentions[opening].tokens.begin < token;
    return setting && before ? opening : -1;
  }
  return -1;
}

// Whether the mention stands where subjects do: right behind a verb or first in its sentence.
bool SlotFiller::IsSubjectLike(int mention) const {
  const Mention& m = analysis_.mentions[mention];
  const TokenRange passage = index_.PassageTokens(m.tokens.begin);
  if (GovernedByPreposition(mention) || IsOutlet(mention)) return false;
  int i = m.tokens.begin - 1;
  for (int nouns = 0; i >= passage.begin; --i) {
    if (index_.IsQuoteMark(i)) continue;
    if (index_.IsVerb(i) || index_.token(i).surface == "ان") return true;
    const bool kind = index_.MentionAt(i) < 0 && index_.ValueAt(i) < 0 && index_.IsNominal(i) &&
                      !index_.IsAnyPreposition(i);
    if (!kind || ++nouns > 2) break;
  }
  return i < passage.begin || (index_.token(i).form == "." || index_.token(i).form == "؛");
}

int SlotFiller::ContinuedSubject(int verb, const FillerSet& types,
                                 const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(verb);
  for (int i = verb - 1; i >= passage.begin && i >= verb - kSentenceReach; --i) {
    if (index_.token(i).form == "." || index_.token(i).form == "؛") break;
    const int mention = index_.MentionAt(i);
    if (mention < 0) continue;
    i = analysis_.mentions[mention].tokens.begin;
    if (!types.Accepts(index_.TypeOfMention(mention))) continue;
    if (Taken(analysis_.mentions[mention].range, taken)) continue;
    if (!IsSubjectLike(mention)) continue;
    const int named = NamedInBrackets(mention, verb);
    return named >= 0 && types.Accepts(index_.TypeOfMention(named)) ? named : mention;
  }
  return -1;
}

int SlotFiller::NamedInBrackets(int mention, int limit) const {
  int crossed = -1;  // a name in between, which must be the one in brackets
  for (int i = analysis_.mentions[mention].tokens.end; i + 1 < limit; ++i) {
    const int here = index_.MentionAt(i);
    if (index_.token(i).form == "(") {
      const int named = index_.MentionAt(i + 1);
      const bool same = crossed < 0 || (named >= 0 && analysis_.mentions[named].entity == crossed);
      return same ? named : -1;
    }
    if (here >= 0) {
      crossed = analysis_.mentions[here].entity;
      continue;
    }
    if (!index_.IsQuoteMark(i) && !index_.IsNominal(i)) return -1;
  }
  return -1;
}

Fillers SlotFiller::Topic(int token, const FillerSet& types) const {
  const FillerSet wanted = Agreeing(token, types);
  const int passage = index_.token(token).passage;
  const int setting = wanted.organization ? SettingOf(token) : -1;
  if (setting >= 0) return {FromMention(setting, "setting")};
  // The subject of one of the two sentences before.
  const int nearest = std::max(passage - 2, index_.FirstPassageOfSection(token));
  for (int p = passage - 1; p >= nearest; --p) {
    const TokenRange tokens = analysis_.passages[p].tokens;
    for (int i = tokens.begin; i < tokens.end && i < tokens.begin + kSentenceReach; ++i) {
      if (!index_.MentionStartsAt(i)) continue;
      const int mention = index_.MentionAt(i);
      i = analysis_.mentions[mention].tokens.end - 1;
      if (!wanted.Accepts(index_.TypeOfMention(mention)) || !IsSubjectLike(mention)) continue;
      return {FromMention(mention, "topic")};
    }
  }
  // Nearest fitting name in this passage or the two before it.
  for (int i = token - 1; i >= 0; --i) {
    const int at = index_.token(i).passage;
    if (at < nearest) break;
    const int mention = index_.MentionAt(i);
    if (mention < 0) continue;
    i = analysis_.mentions[mention].tokens.begin;
    if (!wanted.Accepts(index_.TypeOfMention(mention)) || IsOutlet(mention)) continue;
    if (GovernedByPreposition(mention)) continue;
    return {FromMention(mention, at == passage ? "carried-subject" : "topic")};
  }
  return {};
}

}  // namespace isnad::extraction
