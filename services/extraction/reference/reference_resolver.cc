#include "services/extraction/reference/reference_resolver.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/reference/description_lexicon.h"
#include "services/extraction/reference/salience.h"

namespace isnad::extraction {
namespace {

constexpr int kLongestDescription = 4;  // words
constexpr int kDescriptionReach = 6;    // passages
constexpr int kPronounReach = 1;        // passages
constexpr int kEarlyPassages = 4;
constexpr int kEarlyWeight = 2;
constexpr int kHeadlineWeight = 4;

bool IsName(const Mention& mention) {
  return mention.kind == MentionKind::kName || mention.kind == MentionKind::kShortName;
}

// Resolves one text.
class Resolution {
 public:
  explicit Resolution(Analysis* analysis)
      : analysis_(analysis), salience_(analysis), taken_(analysis->tokens.size(), false) {
    for (const Mention& mention : analysis->mentions) {
      for (int i = mention.tokens.begin; i < mention.tokens.end; ++i) taken_[i] = true;
    }
  }

  void Run() {
    FindHolders();
    for (int i = 0; i < static_cast<int>(analysis_->tokens.size()); ++i) {
      if (taken_[i]) continue;
      if (ResolveTitle(i) || ResolveDescription(i)) continue;
      ResolvePronoun(i);
    }
    std::vector<Mention>& mentions = analysis_->mentions;
    mentions.insert(mentions.end(), added_.begin(), added_.end());
    std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
      return a.range.begin < b.range.begin;
    });
  }

 private:
  const Token& token(int i) const { return analysis_->tokens[i]; }
  int size() const { return static_cast<int>(analysis_->tokens.size()); }

  bool IsChiefTitle(int i) const {
    if (i + 1 >= size() || token(i).passage != token(i + 1).passage) return false;
    // Folded "الرئيس" and "الرئيسة".
    return (absl::EndsWith(token(i).surface, "الرييس") ||
            absl::EndsWith(token(i).surface, "الرييسه")) &&
           absl::StartsWith(token(i + 1).surface, "التنفيذي");
  }

  // "الرئيس التنفيذي ... <person>" and "<person>، الرئيس التنفيذي" anywhere in the text.
  void FindHolders() {
    std::vector<int> holders;
    for (int i = 0; i < size(); ++i) {
      if (!IsChiefTitle(i)) continue;
      for (const Mention& mention : analysis_->mentions) {
        const bool person = analysis_->entities[mention.entity].type == EntityType::kPerson;
        if (!person || !IsName(mention) ||
            token(mention.tokens.begin).passage != token(i).passage) {
          continue;
        }
        const int after = mention.tokens.begin - (i + 2);
        const int before = i - mention.tokens.end;
        if ((after >= 0 && after <= 3) || (before >= 0 && before <= 1)) {
          holders.push_back(mention.entity);
        }
      }
    }
    std::sort(holders.begin(), holders.end());
    holders.erase(std::unique(holders.begin(), holders.end()), holders.end());
    if (holders.size() == 1) holder_ = holders[0];
  }

  bool ResolveTitle(int i) {
    if (holder_ < 0 || !IsChiefTitle(i) || i + 2 >= size()) return false;
    const std::string& next = token(i + 2).surface;
    if (next != "للشركه" && next != "للمجموعه") return false;
    // A person right behind it is another mention of its own.
    for (const Mention& mention : analysis_->mentions) {
      const int away = mention.tokens.begin - (i + 3);
      if (analysis_->entities[mention.entity].type == EntityType::kPerson && away >= 0 &&
          away <= 1) {
        return false;
      }
    }
    Add({i, i + 2}, 0, MentionKind::kDescription, holder_, 0.65, "title-description");
    return true;
  }

  // The description that starts at a token, with the letters before its article.
  bool Matches(const Description& description, int i, int* end, int* stripped) const {
    const std::vector<BareForm> forms = Readings(i);
    for (const BareForm& form : forms) {
      std::string phrase = form.text;
      for (int last = i + 1; last <= std::min(size(), i + kLongestDescription); ++last) {
        if (last > i + 1) {
          if (token(last - 1).passage != token(i).passage || taken_[last - 1]) break;
          absl::StrAppend(&phrase, " ", token(last - 1).surface);
        }
        if (phrase != description.phrase) continue;
        *end = last;
        *stripped = form.stripped_letters;
        return true;
      }
    }
    return false;
  }

  // The word with its article, without other proclitics. "للشركة" reads as "الشركة".
  std::vector<BareForm> Readings(int i) const {
    std::vector<BareForm> readings;
    for (const BareForm& form : BareForms(token(i).surface)) {
      if (!absl::StartsWith(form.text, "ال") && form.stripped_letters > 0 &&
          absl::StrContains(token(i).surface, "لل")) {
        readings.push_back({absl::StrCat("ال", form.text), form.stripped_letters});
      }
      readings.push_back(form);
    }
    return readings;
  }

  bool ResolveDescription(int i) {
    if (token(i).shape != TokenShape::kArabic && token(i).shape != TokenShape::kLatin) return false;
    for (const Description& description : Descriptions()) {
      int end = 0;
      int stripped = 0;
      if (!Matches(description, i, &end, &stripped)) continue;
      const int entity = Referent(description, i);
      if (entity < 0) return false;
      Add({i, end}, stripped, MentionKind::kDescription, entity, description.confidence,
          "definite-description");
      return true;
    }
    return false;
  }

  int Referent(const Description& description, int i) const {
    if (!description.key.empty()) {
      for (size_t entity = 0; entity < analysis_->entities.size(); ++entity) {
        if (analysis_->entities[entity].lexicon_key == description.key) {
          return static_cast<int>(entity);
        }
      }
      return -1;
    }
    const auto fits = [&](int entity) {
      const EntityRecord& record = analysis_->entities[entity];
      const bool known =
          record.type == EntityType::kPerson || record.type == EntityType::kOrganization;
      if (description.type == EntityType::kUnknown ? !known : record.type != description.type) {
        return false;
      }
      return record.type != EntityType::kOrganization ||
             ClassFits(description, record.entity_class);
    };
    const bool last = absl::StartsWith(description.phrase, "الاخير");
    const int entity = last ? salience_.Nearest(i, kPronounReach, fits)
                            : salience_.Best(i, kDescriptionReach, fits);
    if (entity >= 0 || last) return entity;
    const int subject = DocumentSubject(*analysis_);
    return subject >= 0 && fits(subject) ? subject : -1;
  }

  void ResolvePronoun(int i) {
    const Token& host = token(i);
    const bool feminine = host.enclitic == "ها";
    const bool masculine = host.enclitic == "ه";
    const bool noun = host.part_of_speech == PartOfSpeech::kNoun ||
                      host.part_of_speech == PartOfSpeech::kAdjective;
    if ((!feminine && !masculine) || !noun || host.stop_word) return;
    const auto fits = [&](int entity) {
      const EntityRecord& record = analysis_->entities[entity];
      if (feminine) {
        return record.type == EntityType::kOrganization && record.entity_class != "LAB";
      }
      return record.type == EntityType::kPerson ||
             (record.type == EntityType::kOrganization && record.entity_class == "LAB");
    };
    const int entity = salience_.Nearest(i, kPronounReach, fits);
    if (entity < 0) return;
    const bool same_passage = salience_.Nearest(i, 0, fits) == entity;
    Add({i, i + 1}, 0, MentionKind::kPronoun, entity, same_passage ? 0.65 : 0.5,
        "possessive-pronoun");
  }

  void Add(TokenRange tokens, int stripped, MentionKind kind, int entity, double confidence,
           const std::string& rule) {
    Mention mention;
    mention.tokens = tokens;
    mention.range = {WithoutLetters(*analysis_, token(tokens.begin), stripped).begin,
                     token(tokens.end - 1).range.end};
    mention.kind = kind;
    mention.entity = entity;
    mention.confidence = confidence;
    mention.rule = rule;
    added_.push_back(mention);
    for (int i = tokens.begin; i < tokens.end; ++i) taken_[i] = true;
  }

  Analysis* analysis_;
  Salience salience_;
  std::vector<bool> taken_;
  std::vector<Mention> added_;
  int holder_ = -1;
};

}  // namespace

int DocumentSubject(const Analysis& analysis) {
  std::vector<int> weights(analysis.entities.size(), 0);
  for (const Mention& mention : analysis.mentions) {
    const EntityRecord& record = analysis.entities[mention.entity];
    if (record.type != EntityType::kOrganization || !IsName(mention)) continue;
    const int passage = analysis.tokens[mention.tokens.begin].passage;
    const bool headline = passage >= 0 && passage < static_cast<int>(analysis.passages.size()) &&
                          analysis.passages[passage].kind == PassageKind::kHeadline;
    weights[mention.entity] +=
        headline ? kHeadlineWeight : (passage < kEarlyPassages ? kEarlyWeight : 1);
  }
  const auto best = std::max_element(weights.begin(), weights.end());
  return best == weights.end() || *best == 0 ? -1 : static_cast<int>(best - weights.begin());
}

void ReferenceResolver::Resolve(Analysis* analysis) const {
  if (!analysis->entities.empty()) Resolution(analysis).Run();
}

}  // namespace isnad::extraction
