#include "services/extraction/relations/listed_people.h"

#include <string>
#include <utility>

namespace isnad::extraction {
namespace {

constexpr char kRule[] = "list-item";

// The first mention of a fitting type among the tokens; not filled when there is none.
ArgumentRecord FirstNamed(const PhraseIndex& index, TokenRange tokens, const FillerSet& types) {
  const Analysis& analysis = index.analysis();
  ArgumentRecord out;
  for (int i = tokens.begin; i < tokens.end; ++i) {
    if (index.MentionAt(i) < 0) continue;
    const Mention& mention = analysis.mentions[index.MentionAt(i)];
    if (mention.entity < 0 || !types.Accepts(analysis.entities[mention.entity].type)) continue;
    out.kind = ArgumentRecord::Kind::kEntity;
    out.entity = mention.entity;
    out.range = mention.range;
    out.text = std::string(analysis.Quote(mention.range));
    out.resolution_rule = kRule;
    break;
  }
  return out;
}

}  // namespace

Fillers PeopleListedBelow(const PhraseIndex& index, int passage, const FillerSet& types) {
  const Analysis& analysis = index.analysis();
  const Passage& head = analysis.passages[passage];
  if (head.kind == PassageKind::kListItem || head.tokens.empty() ||
      index.token(head.tokens.end - 1).form != ":") {
    return {};
  }
  Fillers out;
  const int count = static_cast<int>(analysis.passages.size());
  for (int p = passage + 1; p < count; ++p) {
    if (analysis.passages[p].kind != PassageKind::kListItem) break;
    ArgumentRecord named = FirstNamed(index, analysis.passages[p].tokens, types);
    if (named.filled()) out.push_back(std::move(named));
  }
  return out;
}

bool IsListed(const ArgumentRecord& argument) { return argument.resolution_rule == kRule; }

}  // namespace isnad::extraction
