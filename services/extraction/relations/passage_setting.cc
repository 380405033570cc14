#include "services/extraction/relations/passage_setting.h"

#include <algorithm>

namespace isnad::extraction {
namespace {

// How long a setting lasts, in passages, and how far into a passage it stands, in tokens.
constexpr int kPassages = 2;
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

}  // namespace

int SettingOf(const PhraseIndex& index, int token) {
  const int passage = index.token(token).passage;
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
