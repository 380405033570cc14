#include "services/extraction/questions/asked_worth.h"

namespace isnad::extraction {
namespace {

bool IsHouse(const QuestionText& text, int token) {
  if (token < 0 || token >= text.size() || text.words()[token].mention < 0) return false;
  const Analysis& analysis = text.analysis();
  const Mention& mention = analysis.mentions[text.words()[token].mention];
  return mention.entity >= 0 && analysis.entities[mention.entity].type == EntityType::kOrganization;
}

}  // namespace

bool AsksForWorth(const QuestionText& text, TokenRange range) {
  for (int t = range.begin; t < range.end; ++t) {
    if (text.Is(t, {"valued"})) return true;
    if (!text.Is(t, {"قيمه"})) continue;
    const int of = text.Is(t + 1, {"شركه", "مجموعه", "مختبر", "منصه"}) ? t + 2 : t + 1;
    if (IsHouse(text, of)) return true;
  }
  return false;
}

}  // namespace isnad::extraction
