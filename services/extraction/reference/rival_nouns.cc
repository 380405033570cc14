#include "services/extraction/reference/rival_nouns.h"

#include "services/extraction/names/name_letters.h"
#include "services/extraction/reference/agreement.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {

bool RivalNouns::IsAgent(int i) const {
  const absl::string_view noun = WithoutArticle(discourse_.token(i).base);
  return discourse_.lexicon().WithNoun(noun) != nullptr ||
         discourse_.lexicon().TitlesFrom(noun) != nullptr ||
         IsOneOf(noun,
                 {"مصدر",  "شخص",  "مستخدم", "موظف", "عامل",  "طالب",  "مواطن", "طفل",  "سيده",
                  "امراه", "دوله", "حكومه",  "جهه",  "موسسه", "عايله", "اسره",  "لجنه", "بلد",
                  "فريق",  "جيش",  "قوات",   "متهم", "ضحيه",  "زبون",  "عميل"});
}

bool RivalNouns::IsNoun(int i) const {
  const Token& token = discourse_.token(i);
  return !discourse_.Taken(i) && !token.stop_word && token.shape == TokenShape::kArabic &&
         (token.part_of_speech == PartOfSpeech::kNoun ||
          token.part_of_speech == PartOfSpeech::kUnknown);
}

int RivalNouns::Last(int first, int before, WordGender gender) const {
  const Agreement pronoun{gender, WordNumber::kSingular};
  for (int i = before - 1; i >= first; --i) {
    if (IsNoun(i) && NounTakes(discourse_.token(i), pronoun)) return i;
  }
  return -1;
}

int RivalNouns::Between(int from, int to, WordGender gender, bool agents_only) {
  for (int i = static_cast<int>(counts_.size()) - 1; i < to; ++i) {
    std::array<int, 4> counts = counts_.back();
    const bool noun = IsNoun(i);
    for (int feminine = 0; noun && feminine < 2; ++feminine) {
      const Agreement one{feminine != 0 ? WordGender::kFeminine : WordGender::kMasculine,
                          WordNumber::kSingular};
      if (!NounTakes(discourse_.token(i), one)) continue;
      ++counts[feminine];
      if (IsAgent(i)) ++counts[2 + feminine];
    }
    counts_.push_back(counts);
  }
  const int column = (gender == WordGender::kFeminine ? 1 : 0) + (agents_only ? 2 : 0);
  return from < to ? counts_[to][column] - counts_[from][column] : 0;
}

}  // namespace isnad::extraction
