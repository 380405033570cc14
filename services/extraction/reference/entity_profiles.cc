#include "services/extraction/reference/entity_profiles.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/reference/agreement.h"
#include "services/extraction/reference/name_kinds.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

constexpr double kSureSign = 3;     // a noun or title of that gender beside the name
constexpr double kNameSign = 3;     // a given name known for it
constexpr double kVerbSign = 1.5;   // an agreeing verb beside the name
constexpr double kEndingSign = 1;   // the letters of the given name
constexpr double kUsualGender = 2;  // of the kind of entity
constexpr double kWeakFit = 0.45;
constexpr double kHintedFit = 0.5;
// Called by just this noun: "the lab" behind "a lab, it is X".
constexpr double kCalledFit = 1.1;
constexpr int kReachBefore = 4;  // words between a noun and the name that it describes

bool IsQuoteMark(const Token& token) {
  return IsOneOf(token.form, {"«", "»", "\"", "“", "”", "'", "‘", "’"});
}

// Words between a noun and the name that it introduces: "a firm called X", "a lab, it is X".
bool IsNamingWord(const Token& token) {
  return IsOneOf(token.surface, {"هو", "هي", "وهو", "وهي", "اسمه", "اسمها", "يدعي", "تدعي", "يسمي",
                                 "تسمي", "باسم", "المسماه", "المسمي", "يحمل", "تحمل", "اسم"});
}

void AddSign(WordGender gender, double weight, EntityProfile* profile) {
  if (gender == WordGender::kMasculine) profile->masculine += weight;
  if (gender == WordGender::kFeminine) profile->feminine += weight;
}

// Usual gender of organisations and products of a lexicon class.
WordGender UsualGender(absl::string_view entity_class) {
  if (IsOneOf(entity_class,
              {"COMPANY", "STARTUP", "NEWSPAPER", "MAGAZINE", "NEWS_AGENCY", "BROADCASTER",
               "UNIVERSITY", "CHIP", "SERVICE", "CITY", "STATE", "CONTINENT"})) {
    return WordGender::kFeminine;
  }
  if (IsOneOf(entity_class, {"BANK", "LAB", "NEWS_SITE", "PODCAST", "MODEL", "APP", "DEVICE",
                             "PROGRAM", "INVESTOR"})) {
    return WordGender::kMasculine;
  }
  return WordGender::kUnknown;
}

bool IsMasculineCountry(absl::string_view key) {
  return IsOneOf(key, {"iraq", "lebanon", "morocco", "sudan", "yemen", "jordan", "vatican"});
}

}  // namespace

EntityProfiles::EntityProfiles(const Analysis* analysis, const ReferenceLexicon* lexicon)
    : analysis_(*analysis), lexicon_(*lexicon), profiles_(analysis->entities.size()) {
  for (const Mention& mention : analysis_.mentions) {
    if (mention.entity < 0) continue;
    if (mention.kind == MentionKind::kName || mention.kind == MentionKind::kShortName) {
      ReadMention(mention);
    }
  }
  for (size_t entity = 0; entity < profiles_.size(); ++entity) AddPriors(static_cast<int>(entity));
}

void EntityProfiles::ReadMention(const Mention& mention) {
  EntityProfile* profile = &profiles_[mention.entity];
  ReadOwnWords(mention, profile);
  ReadWordsBefore(mention, profile);
  ReadWordsAfter(mention, profile);
}

void EntityProfiles::ReadOwnWords(const Mention& mention, EntityProfile* profile) const {
  const std::string folded = Fold(analysis_.Quote(mention.range));
  const std::vector<absl::string_view> words = absl::StrSplit(folded, ' ', absl::SkipEmpty());
  if (words.empty()) return;
  if (analysis_.entities[mention.entity].type == EntityType::kPerson) {
    if (words.size() < 2 && mention.kind == MentionKind::kShortName) return;
    const WordGender known = lexicon_.GenderOfName(words.front());
    AddSign(known, kNameSign, profile);
    const Token& first = analysis_.tokens[mention.tokens.begin];
    if (known == WordGender::kUnknown &&
        (absl::EndsWith(first.form, "ة") || absl::EndsWith(first.form, "اء"))) {
      AddSign(WordGender::kFeminine, kEndingSign, profile);
    }
    return;
  }
  if (analysis_.entities[mention.entity].type == EntityType::kOrganization) {
    ReadHints(words, profile);
  }
  // "بنك وربة" and "الشركة السعودية للكهرباء" say themselves what they are.
  const auto* described = lexicon_.WithNoun(WithoutArticle(words.front()));
  if (described == nullptr || words.size() < 2) return;
  for (int description : *described) {
    if (lexicon_.description(description).type != analysis_.entities[mention.entity].type) continue;
    profile->descriptions.insert(description);
    AddSign(lexicon_.description(description).gender, kSureSign, profile);
  }
}

void EntityProfiles::ReadHints(const std::vector<absl::string_view>& words,
                               EntityProfile* profile) const {
  for (absl::string_view kind : KindsInName(words)) {
    const auto* described = lexicon_.WithNoun(kind);
    if (described != nullptr) profile->hinted.insert(described->begin(), described->end());
  }
}

// Called only what companies of every trade are called: a group, a company.
bool EntityProfiles::AllCompanyLike(const EntityProfile& profile) const {
  return std::all_of(profile.descriptions.begin(), profile.descriptions.end(),
                     [&](int description) { return lexicon_.description(description).any_class; });
}

void EntityProfiles::ReadWordsBefore(const Mention& mention, EntityProfile* profile) const {
  const Token& first = analysis_.tokens[mention.tokens.begin];
  const EntityType type = analysis_.entities[mention.entity].type;
  // A proclitic ends what stands before: "شركة لميتا".
  if (mention.range.begin > first.range.begin) return;
  int words = 0;
  for (int i = mention.tokens.begin - 1; i >= 0 && words < kReachBefore; --i) {
    const Token& token = analysis_.tokens[i];
    if (token.passage != first.passage) return;
    if (IsQuoteMark(token) || IsNamingWord(token)) continue;
    // "a new lab, which is X": only the naming word carries over the comma.
    const bool named = token.form == "،" && IsNamingWord(analysis_.tokens[i + 1]);
    if (named || token.surface == "اخر" || token.surface == "اخري") continue;
    ++words;
    if (token.part_of_speech == PartOfSpeech::kVerb && token.enclitic.empty()) {
      AddSign(GenderOfVerb(token), kVerbSign, profile);
      return;
    }
    const absl::string_view noun = WithoutArticle(token.base);
    if (lexicon_.Modifier(token.surface) == ModifierKind::kStartup || noun == "ناشيه") {
      profile->startup = true;
      continue;
    }
    const absl::string_view nationality = lexicon_.NationalityOf(token.surface);
    if (profile->nationality.empty()) profile->nationality = std::string(nationality);
    if (!nationality.empty()) continue;
    if (type == EntityType::kPerson) {
      const auto* titles = lexicon_.TitlesFrom(noun);
      if (titles == nullptr) return;
      const bool feminine = absl::EndsWith(token.form, "ة");
      AddSign(feminine ? WordGender::kFeminine : WordGender::kMasculine, kSureSign, profile);
      return;
    }
    const auto* described = lexicon_.WithNoun(noun);
    if (described == nullptr) {
      // "استوديو الألعاب الفنلندي «X»": what the house is for stands between.
      const bool field = token.part_of_speech == PartOfSpeech::kAdjective ||
                         (token.part_of_speech == PartOfSpeech::kNoun && token.listed &&
                          token.proclitics.size() <= 1 && token.enclitic.empty());
      if (token.definite && field) continue;
      return;
    }
    for (int description : *described) {
      if (lexicon_.description(description).type != type) continue;
      profile->descriptions.insert(description);
      AddSign(lexicon_.description(description).gender, kSureSign, profile);
    }
    return;
  }
}

void EntityProfiles::ReadWordsAfter(const Mention& mention, EntityProfile* profile) const {
  const int next = mention.tokens.end;
  if (next >= static_cast<int>(analysis_.tokens.size())) return;
  const Token& token = analysis_.tokens[next];
  if (token.passage != analysis_.tokens[mention.tokens.begin].passage) return;
  if (token.surface == "الذي") AddSign(WordGender::kMasculine, kVerbSign, profile);
  if (token.surface == "التي") AddSign(WordGender::kFeminine, kVerbSign, profile);
  if (token.part_of_speech == PartOfSpeech::kVerb && token.proclitics.empty() &&
      token.enclitic.empty()) {
    // The verb may belong to another clause, so it says less than one before the name.
    AddSign(GenderOfVerb(token), kVerbSign / 2, profile);
  }
  if (token.definite) {
    const absl::string_view nationality = lexicon_.NationalityOf(token.surface);
    if (nationality.empty()) return;
    if (profile->nationality.empty()) profile->nationality = std::string(nationality);
    const bool feminine = absl::EndsWith(token.form, "ة");
    AddSign(feminine ? WordGender::kFeminine : WordGender::kMasculine, kVerbSign, profile);
  }
}

void EntityProfiles::AddPriors(int entity) {
  const EntityRecord& record = analysis_.entities[entity];
  EntityProfile* profile = &profiles_[entity];
  switch (record.type) {
    case EntityType::kOrganization:
      AddSign(UsualGender(record.entity_class), kUsualGender, profile);
      // Companies by default; banks, funds and labs are companies, too.
      AddSign(WordGender::kFeminine, kEndingSign, profile);
      break;
    case EntityType::kProduct:
      AddSign(UsualGender(record.entity_class), kUsualGender, profile);
      break;
    case EntityType::kLocation:
      AddSign(
          IsMasculineCountry(record.lexicon_key) ? WordGender::kMasculine : WordGender::kFeminine,
          kUsualGender + kSureSign, profile);
      break;
    default:
      break;
  }
}

double EntityProfiles::GenderFit(int entity, WordGender gender) const {
  if (gender == WordGender::kUnknown) return 1;
  const EntityProfile& profile = profiles_[entity];
  const double own = gender == WordGender::kFeminine ? profile.feminine : profile.masculine;
  const double other = gender == WordGender::kFeminine ? profile.masculine : profile.feminine;
  const EntityType type = analysis_.entities[entity].type;
  if (own == 0 && other == 0) {
    // More men than women are in the news.
    if (type == EntityType::kPerson && gender == WordGender::kFeminine) return kWeakFit;
    return 0.8;
  }
  if (type == EntityType::kPerson) return own > other ? 1 : 0;
  if (own >= other) return 1;
  return own * 2 >= other && own > 0 ? kWeakFit : 0;
}

double EntityProfiles::DescriptionFit(int entity, int description) const {
  const Description& words = lexicon_.description(description);
  const EntityRecord& record = analysis_.entities[entity];
  if (words.type == EntityType::kUnknown) {
    return record.type == EntityType::kPerson || record.type == EntityType::kOrganization ? 1 : 0;
  }
  if (words.type != record.type) return 0;
  if (!words.key.empty()) return record.lexicon_key == words.key ? 1 : 0;
  if (record.type == EntityType::kPerson) return GenderFit(entity, words.gender);
  if (words.classes.empty()) return 1;
  const EntityProfile& profile = profiles_[entity];
  if (profile.descriptions.contains(description)) return words.any_class ? 1 : kCalledFit;
  // Called something of another kind in the text, and not of a fitting class: "صحيفة X".
  const bool class_fits = words.classes.contains(record.entity_class);
  if (class_fits) return profile.descriptions.empty() ? 0.95 : 0.8;
  if (profile.hinted.contains(description)) return kHintedFit;
  if (!record.entity_class.empty() || !AllCompanyLike(profile)) return 0;
  return words.any_class ? 0.6 : 0;
}

}  // namespace isnad::extraction
