#include "services/extraction/reference/quoted_spans.h"

#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

bool IsMark(const Token& token) {
  return token.shape == TokenShape::kPunctuation && IsOneOf(token.form, {"\"", "«", "»", "“", "”"});
}

class CutNames {
 public:
  CutNames(const ReferenceLexicon& lexicon, Analysis* analysis)
      : lexicon_(lexicon), analysis_(*analysis) {}

  void Run() {
    for (size_t m = 0; m < analysis_.mentions.size(); ++m) {
      const Mention& mention = analysis_.mentions[m];
      if (mention.kind != MentionKind::kName || mention.entity < 0) continue;
      if (!analysis_.entities[mention.entity].lexicon_key.empty()) continue;
      Restore(static_cast<int>(m));
    }
  }

 private:
  const Token& token(int i) const { return analysis_.tokens[i]; }

  bool OpensQuotation(const Mention& mention) const {
    const int open = mention.tokens.begin - 1;
    return open >= 0 && token(open).passage == token(mention.tokens.begin).passage &&
           IsMark(token(open)) && !IsOneOf(token(open).form, {"»", "”"}) &&
           token(open).range.end == token(mention.tokens.begin).range.begin;
  }

  // "مصنع كلايتون": the noun that a place or house is named with stands right before it.
  bool FollowsKind(int first) const {
    if (first == 0 || token(first - 1).passage != token(first).passage) return false;
    return IsOneOf(token(first - 1).base, {"مصنع", "مدينه", "بلده", "منطقه", "شركه", "مركز",
                                           "ولايه", "مجمع", "جامعه", "مقاطعه", "مطار", "ميناء"});
  }

  // "ك" cut off "كولن".
  bool LostItsFirstLetter(const Mention& mention) const {
    const bool person = analysis_.entities[mention.entity].type == EntityType::kPerson;
    if (!person && !FollowsKind(mention.tokens.begin)) return false;
    const Token& first = token(mention.tokens.begin);
    if (mention.range.begin <= first.range.begin || mention.range.begin >= first.range.end) {
      return false;
    }
    const absl::string_view cut = analysis_.Quote({first.range.begin, mention.range.begin});
    if (cut != "ك") return false;
    const std::string rest = Fold(analysis_.Quote({mention.range.begin, first.range.end}));
    return lexicon_.GenderOfName(rest) == WordGender::kUnknown;
  }

  void Restore(int m) {
    Mention& mention = analysis_.mentions[m];
    const std::string before(analysis_.Quote(mention.range));
    if (OpensQuotation(mention)) {
      mention.range.begin = token(mention.tokens.begin).range.begin;
      for (int i = mention.tokens.begin + 1; i < mention.tokens.end; ++i) {
        if (!IsMark(token(i))) continue;
        mention.tokens.end = i;
        mention.range.end = token(i - 1).range.end;
      }
    } else if (LostItsFirstLetter(mention)) {
      mention.range.begin = token(mention.tokens.begin).range.begin;
    }
    const std::string name(analysis_.Quote(mention.range));
    if (name != before) Rename(m, before, name);
  }

  // Gives the entity its whole name, or the mention to the entity that has it already.
  void Rename(int m, const std::string& before, const std::string& name) {
    Mention& mention = analysis_.mentions[m];
    EntityRecord& entity = analysis_.entities[mention.entity];
    const std::string key = absl::StrCat(static_cast<int>(entity.type), " ", Fold(name));
    if (by_name_.empty()) {
      for (size_t e = 0; e < analysis_.entities.size(); ++e) {
        const EntityRecord& other = analysis_.entities[e];
        for (const AliasRecord& alias : other.aliases) {
          by_name_.emplace(absl::StrCat(static_cast<int>(other.type), " ", alias.folded_key),
                           static_cast<int>(e));
        }
      }
    }
    const auto [place, fresh] = by_name_.emplace(key, mention.entity);
    if (!fresh) {
      mention.entity = place->second;
      return;
    }
    if (entity.label_ar == before) entity.label_ar = name;
    for (AliasRecord& alias : entity.aliases) {
      if (alias.surface != before) continue;
      alias.surface = name;
      alias.folded_key = Fold(name);
    }
  }

  const ReferenceLexicon& lexicon_;
  Analysis& analysis_;
  absl::flat_hash_map<std::string, int> by_name_;  // type and folded name, filled when needed
};

}  // namespace

void RestoreCutNames(const ReferenceLexicon& lexicon, Analysis* analysis) {
  CutNames(lexicon, analysis).Run();
}

}  // namespace isnad::extraction
