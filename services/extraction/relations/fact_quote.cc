#include "services/extraction/relations/fact_quote.h"

#include <algorithm>

namespace isnad::extraction {
namespace {

// A quotation longer than this is cut at the clause boundaries around the roles, in bytes.
constexpr int kLongQuote = 420;

}  // namespace

ByteRange QuoteAround(const PhraseIndex& index, const FactRecord& fact) {
  const Passage& p = index.analysis().passages[fact.passage];
  if (p.range.end - p.range.begin <= kLongQuote) return p.range;
  ByteRange core = fact.trigger;
  auto widen = [&](const ArgumentRecord& argument) {
    if (!argument.filled() || !p.range.contains(argument.range)) return;
    core.begin = std::min(core.begin, argument.range.begin);
    core.end = std::max(core.end, argument.range.end);
  };
  widen(fact.subject);
  widen(fact.object);
  for (const ArgumentRecord& role : fact.roles) widen(role);
  int first = p.tokens.begin;
  int last = p.tokens.end - 1;
  for (int i = p.tokens.begin; i < p.tokens.end; ++i) {
    const ByteRange at = index.token(i).range;
    const bool boundary = index.IsComma(i) || index.IsStrongBoundary(i);
    if (boundary && at.end <= core.begin) first = i + 1;
    if (boundary && at.begin >= core.end) {
      last = i - 1;
      break;
    }
  }
  if (first > last) return core;
  return {std::min(core.begin, index.token(first).range.begin),
          std::max(core.end, index.token(last).range.end)};
}

}  // namespace isnad::extraction
