#include "services/extraction/reference/kind_names.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "services/extraction/reference/new_organization.h"
#include "services/extraction/text/fold.h"

namespace isnad::extraction {
namespace {

constexpr double kConfidence = 0.7;
constexpr double kBareConfidence = 0.6;

class KindNames {
 public:
  KindNames(const ReferenceLexicon& lexicon, Analysis* analysis)
      : lexicon_(lexicon), analysis_(*analysis) {}

  void Run() {
    std::vector<int> bare;  // mentions that are only a noun of kind
    for (size_t m = 0; m < analysis_.mentions.size(); ++m) {
      if (IsOnlyKind(analysis_.mentions[m])) bare.push_back(static_cast<int>(m));
    }
    if (bare.empty()) return;
    taken_.assign(analysis_.tokens.size(), false);
    for (const Mention& mention : analysis_.mentions) {
      for (int i = mention.tokens.begin; i < mention.tokens.end; ++i) taken_[i] = true;
    }
    std::vector<Mention> found;
    for (int m : bare) {
      const int word = analysis_.mentions[m].tokens.end;
      if (!IsNameWord(m, word)) continue;
      Mention name = analysis_.mentions[m];
      name.tokens.end = word + 1;
      name.range.end = token(word).range.end;
      const auto [place, fresh] = entities_.emplace(Fold(analysis_.Quote(name.range)), -1);
      if (fresh) place->second = AddOrganization(name.range, ClassOf(m), &analysis_);
      name.entity = place->second;
      name.confidence = kConfidence;
      name.rule = "kind-and-name";
      words_.emplace(token(word).surface, name.entity);
      found.push_back(std::move(name));
    }
    AddSpeakers(&found);
    PutMentions(std::move(found), &analysis_);
  }

 private:
  const Token& token(int i) const { return analysis_.tokens[i]; }

  const Description* KindOf(const Mention& mention) const {
    const std::vector<int>* descriptions = lexicon_.WithNoun(token(mention.tokens.begin).base);
    if (descriptions == nullptr) return nullptr;
    for (int d : *descriptions) {
      const Description& description = lexicon_.description(d);
      if (description.type == EntityType::kOrganization && !description.owner) return &description;
    }
    return nullptr;
  }

  bool IsOnlyKind(const Mention& mention) const {
    if (mention.kind != MentionKind::kName || mention.entity < 0) return false;
    if (mention.tokens.size() != 1 || token(mention.tokens.begin).definite) return false;
    const EntityRecord& entity = analysis_.entities[mention.entity];
    return entity.lexicon_key.empty() && KindOf(mention) != nullptr;
  }

  std::string ClassOf(int m) const {
    const Description* kind = KindOf(analysis_.mentions[m]);
    return kind->classes.size() == 1 ? *kind->classes.begin() : "COMPANY";
  }

  // A bare noun that nothing else claims and no description of the kind: "بنك مركزي".
  bool IsNameWord(int m, int i) const {
    if (i >= static_cast<int>(analysis_.tokens.size()) || taken_[i]) return false;
    const Token& word = token(i);
    if (word.passage != token(analysis_.mentions[m].tokens.begin).passage) return false;
    if (word.shape != TokenShape::kArabic || word.stop_word || word.definite) return false;
    if (!word.proclitics.empty() || !word.enclitic.empty()) return false;
    const bool noun = word.part_of_speech == PartOfSpeech::kNoun ||
                      word.part_of_speech == PartOfSpeech::kProperNoun ||
                      word.part_of_speech == PartOfSpeech::kUnknown;
    return noun && lexicon_.WithNoun(word.base) == nullptr &&
           lexicon_.NationalityOf(word.surface).empty();
  }

  // "ونفى مسار": right behind a verb of speech nothing but a name stands without article.
  void AddSpeakers(std::vector<Mention>* found) const {
    if (words_.empty()) return;
    for (int i = 1; i < static_cast<int>(analysis_.tokens.size()); ++i) {
      if (taken_[i] || token(i).passage != token(i - 1).passage) continue;
      const auto name = words_.find(token(i).surface);
      if (name == words_.end() || !lexicon_.IsSpeechVerb(token(i - 1).lemma)) continue;
      Mention mention;
      mention.tokens = {i, i + 1};
      mention.range = token(i).range;
      mention.kind = MentionKind::kShortName;
      mention.entity = name->second;
      mention.confidence = kBareConfidence;
      mention.rule = "short-form";
      found->push_back(std::move(mention));
    }
  }

  const ReferenceLexicon& lexicon_;
  Analysis& analysis_;
  std::vector<bool> taken_;
  absl::flat_hash_map<std::string, int> entities_;  // by folded name
  absl::flat_hash_map<std::string, int> words_;     // the word of the name alone
};

}  // namespace

void ExtendKindNames(const ReferenceLexicon& lexicon, Analysis* analysis) {
  KindNames(lexicon, analysis).Run();
}

}  // namespace isnad::extraction
