#include "services/extraction/reference/governments.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/reference/new_organization.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

constexpr double kConfidence = 0.8;
constexpr absl::string_view kClass = "GOVERNMENT";

class Governments {
 public:
  Governments(const ReferenceLexicon& lexicon, Analysis* analysis)
      : lexicon_(lexicon), analysis_(*analysis) {}

  void Run() {
    std::vector<Mention> found;
    for (int i = 0; i + 1 < static_cast<int>(analysis_.tokens.size()); ++i) {
      const Token& head = token(i);
      if (head.shape != TokenShape::kArabic || !IsOneOf(head.base, {"حكومه", "برلمان"})) continue;
      if (token(i + 1).passage != head.passage || !head.enclitic.empty()) continue;
      if (mention_at_.empty()) IndexMentions();
      if (mention_at_[i] >= 0) continue;
      const int end = head.definite ? i + 2 : EndOfPlace(i + 1);
      const std::string country = head.definite ? Nationality(i + 1) : Country(i + 1);
      if (country.empty()) continue;
      found.push_back(MentionOf({i, end}, absl::StrCat(head.base, " ", country)));
    }
    PutMentions(std::move(found), &analysis_);
  }

 private:
  const Token& token(int i) const { return analysis_.tokens[i]; }

  void IndexMentions() {
    mention_at_.assign(analysis_.tokens.size(), -1);
    for (size_t m = 0; m < analysis_.mentions.size(); ++m) {
      const TokenRange tokens = analysis_.mentions[m].tokens;
      for (int i = tokens.begin; i < tokens.end; ++i) mention_at_[i] = static_cast<int>(m);
    }
  }

  // Country key of the adjective at a token.
  std::string Nationality(int i) const {
    const Token& word = token(i);
    if (!absl::StartsWith(word.surface, "ال")) return "";
    return std::string(lexicon_.NationalityOf(word.surface));
  }

  // Key of the country that a mention at a token names.
  std::string Country(int i) const {
    if (mention_at_[i] < 0) return "";
    const Mention& mention = analysis_.mentions[mention_at_[i]];
    if (mention.entity < 0 || mention.tokens.begin != i) return "";
    if (mention.range.begin != token(i).range.begin) return "";
    const EntityRecord& place = analysis_.entities[mention.entity];
    return place.entity_class == "COUNTRY" ? place.lexicon_key : "";
  }

  int EndOfPlace(int i) const {
    return mention_at_[i] < 0 ? i + 1 : analysis_.mentions[mention_at_[i]].tokens.end;
  }

  Mention MentionOf(TokenRange tokens, const std::string& key) {
    const Token& head = token(tokens.begin);
    // Letters of the conjunction and preposition; those of "لل" stand for the article, too.
    int letters = 0;
    for (const std::string& clitic : head.proclitics) {
      if (IsOneOf(clitic, {"و", "ف", "ب", "ك"})) ++letters;
      if (clitic == "ل" && !absl::StrContains(head.surface, "لل")) ++letters;
    }
    Mention mention;
    mention.tokens = tokens;
    mention.range = {WithoutLetters(analysis_, head, letters).begin,
                     token(tokens.end - 1).range.end};
    mention.confidence = kConfidence;
    mention.rule = "government";
    const auto [place, fresh] = entities_.emplace(key, -1);
    if (fresh) {
      place->second = AddOrganization(mention.range, std::string(kClass), &analysis_);
      EntityRecord& entity = analysis_.entities.back();
      if (absl::StartsWith(entity.label_ar, "لل")) {
        entity.label_ar = absl::StrCat("ال", entity.label_ar.substr(std::string("لل").size()));
        entity.aliases.front().surface = entity.label_ar;
        entity.aliases.front().folded_key = Fold(entity.label_ar);
      }
    }
    mention.entity = place->second;
    return mention;
  }

  const ReferenceLexicon& lexicon_;
  Analysis& analysis_;
  std::vector<int> mention_at_;                     // filled when needed
  absl::flat_hash_map<std::string, int> entities_;  // by noun and country
};

}  // namespace

void AddGovernments(const ReferenceLexicon& lexicon, Analysis* analysis) {
  Governments(lexicon, analysis).Run();
}

}  // namespace isnad::extraction
