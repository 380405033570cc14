#include "services/extraction/relations/passage_setting.h"

#include <algorithm>

namespace isnad::extraction {
namespace {

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

int SettingOf(const PhraseIndex& index, int token) {
  const int passage = index.token(token).passage;
  if (IsItem(index, passage)) return HeadingOf(index, passage);
  for (int p = passage; p >= 0 && p >= passage - kPassages; --p) {
    bool setting = false;
    const int opening = OpeningOf(index, index.analysis().passages[p].tokens, &setting);
    if (opening < 0) continue;
    const bool before = index.analysis().mentions[opening].tokens.begin < token;
    return setting && before ? opening : -1;
  }
  return -1;
}

}  // namespace isnad::extraction
