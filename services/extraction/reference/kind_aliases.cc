#include "services/extraction/reference/kind_aliases.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

struct KindNoun {
  absl::string_view folded;
  absl::string_view written;
};

constexpr KindNoun kKindNouns[] = {
    {"صندوق", "صندوق"},     {"بنك", "بنك"},     {"مصرف", "مصرف"},   {"مجموعه", "مجموعة"},
    {"موسسه", "مؤسسة"},     {"نادي", "نادي"},   {"نقابه", "نقابة"}, {"مختبر", "مختبر"},
    {"معهد", "معهد"},       {"رابطه", "رابطة"}, {"جمعيه", "جمعية"}, {"اتحاد", "اتحاد"},
    {"استوديو", "استوديو"}, {"مكتب", "مكتب"},
};

bool IsMark(const Token& token) { return IsOneOf(token.form, {"\"", "«", "“"}); }

// The noun of kind right before a token, past an opening mark; empty without.
absl::string_view KindBefore(const Analysis& analysis, int token) {
  int at = token - 1;
  if (at > 0 && IsMark(analysis.tokens[at])) --at;
  if (at < 0 || analysis.tokens[at].passage != analysis.tokens[token].passage) return {};
  const Token& word = analysis.tokens[at];
  if (word.definite || !word.enclitic.empty()) return {};
  for (const KindNoun& noun : kKindNouns) {
    if (word.base == noun.folded) return noun.written;
  }
  return {};
}

}  // namespace

void AddKindAliases(Analysis* analysis) {
  for (const Mention& mention : analysis->mentions) {
    if (mention.entity < 0 || mention.kind != MentionKind::kName) continue;
    EntityRecord& entity = analysis->entities[mention.entity];
    if (entity.type != EntityType::kOrganization || !entity.lexicon_key.empty()) continue;
    const Token& first = analysis->tokens[mention.tokens.begin];
    if (mention.range.begin != first.range.begin) continue;
    const absl::string_view kind = KindBefore(*analysis, mention.tokens.begin);
    if (kind.empty()) continue;
    AliasRecord alias;
    alias.surface = absl::StrCat(kind, " ", analysis->Quote(mention.range));
    alias.folded_key = Fold(alias.surface);
    alias.script = "Arab";
    alias.kind = AliasRecord::Kind::kVariant;
    const bool known =
        std::any_of(entity.aliases.begin(), entity.aliases.end(),
                    [&](const AliasRecord& other) { return other.folded_key == alias.folded_key; });
    if (!known) entity.aliases.push_back(std::move(alias));
  }
}

}  // namespace isnad::extraction
