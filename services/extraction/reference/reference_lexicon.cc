#include "services/extraction/reference/reference_lexicon.h"

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/text/fold.h"

namespace isnad::extraction {
namespace {

constexpr absl::string_view kArticle = "ال";
constexpr absl::string_view kHeh = "ه";

absl::StatusOr<EntityType> TypeOf(const std::string& name) {
  if (name.empty()) return EntityType::kUnknown;
  if (name == "PERSON") return EntityType::kPerson;
  if (name == "ORGANIZATION") return EntityType::kOrganization;
  if (name == "PRODUCT") return EntityType::kProduct;
  if (name == "LOCATION") return EntityType::kLocation;
  return absl::InvalidArgumentError(absl::StrCat("unknown entity type \"", name, "\""));
}

absl::StatusOr<WordGender> GenderOf(const std::string& letter) {
  if (letter.empty()) return WordGender::kUnknown;
  if (letter == "M") return WordGender::kMasculine;
  if (letter == "F") return WordGender::kFeminine;
  return absl::InvalidArgumentError(absl::StrCat("gender must be M or F, not \"", letter, "\""));
}

ModifierKind KindOf(lexicon::DescriptionModifier::Kind kind) {
  switch (kind) {
    case lexicon::DescriptionModifier::SAME:
      return ModifierKind::kSame;
    case lexicon::DescriptionModifier::OTHER:
      return ModifierKind::kOther;
    case lexicon::DescriptionModifier::PARENT:
      return ModifierKind::kParent;
    case lexicon::DescriptionModifier::OWNER:
      return ModifierKind::kOwner;
    case lexicon::DescriptionModifier::STARTUP:
      return ModifierKind::kStartup;
    default:
      return ModifierKind::kNone;
  }
}

std::vector<std::string> WordsOf(absl::string_view folded) {
  return absl::StrSplit(folded, ' ', absl::SkipEmpty());
}

// The word with its article, where it has one.
void AddDefinite(absl::string_view word, int stripped, DefiniteReadingList* readings) {
  constexpr size_t kLetter = 2;  // bytes of an Arabic letter
  if (word.size() <= kArticle.size() + kLetter) return;
  if (absl::StartsWith(word, kArticle)) {
    readings->push_back({word.substr(kArticle.size()), stripped});
  } else if (absl::StartsWith(word, "لل")) {
    readings->push_back({word.substr(2 * kLetter), stripped + 2, /*fused=*/true});
  }
}

// The word itself and without a preposition before its article.
void AddBehindPreposition(absl::string_view word, int stripped, DefiniteReadingList* readings) {
  AddDefinite(word, stripped, readings);
  absl::string_view rest = word;
  if (absl::ConsumePrefix(&rest, "ب") || absl::ConsumePrefix(&rest, "ك")) {
    AddDefinite(rest, stripped + 1, readings);
  }
}

template <class Phrases>
void SortLongestFirst(Phrases* phrases) {
  for (auto& [word, rows] : *phrases) {
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.words.size() > b.words.size(); });
  }
}

template <class Map>
auto* FindIn(const Map& map, absl::string_view word) {
  const auto found = map.find(word);
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace

absl::StatusOr<std::unique_ptr<ReferenceLexicon>> ReferenceLexicon::Create(
    const LexiconFiles& files) {
  auto lexicon = std::make_unique<ReferenceLexicon>();
  const auto descriptions = files.Parse<lexicon::Descriptions>("descriptions_");
  if (!descriptions.ok()) return descriptions.status();
  for (const lexicon::Descriptions& file : *descriptions) {
    const absl::Status status = lexicon->Add(file);
    if (!status.ok()) return status;
  }
  const auto cues = files.Parse<lexicon::NameCues>("cues_");
  if (!cues.ok()) return cues.status();
  for (const lexicon::NameCues& file : *cues) lexicon->AddTitles(file);
  SortLongestFirst(&lexicon->phrases_);
  SortLongestFirst(&lexicon->titles_);
  return lexicon;
}

absl::Status ReferenceLexicon::Add(const lexicon::Descriptions& file) {
  for (const lexicon::Description& entry : file.description()) {
    const absl::Status status = AddDescription(entry);
    if (!status.ok()) return status;
  }
  for (const lexicon::Selection& entry : file.selection()) {
    TypeSet types;
    for (const std::string& name : entry.type()) {
      const auto type = TypeOf(name);
      if (!type.ok()) return type.status();
      types.Add(*type);
    }
    for (const std::string& noun : entry.noun()) noun_types_[Fold(noun)].AddAll(types);
    for (const std::string& verb : entry.verb()) verb_types_[Fold(verb)].AddAll(types);
  }
  AddWords(file);
  return absl::OkStatus();
}

absl::Status ReferenceLexicon::AddDescription(const lexicon::Description& entry) {
  const auto type = TypeOf(entry.type());
  if (!type.ok()) return type.status();
  const auto gender = GenderOf(entry.gender());
  if (!gender.ok()) return gender.status();
  Description description;
  description.type = *type;
  description.gender = *gender;
  description.classes.insert(entry.class_().begin(), entry.class_().end());
  description.any_class = entry.any_class();
  description.owner = entry.owner();
  description.confidence = entry.confidence();
  description.key = entry.key();
  const int index = static_cast<int>(descriptions_.size());
  descriptions_.push_back(std::move(description));
  for (const std::string& noun : entry.noun()) nouns_[Fold(noun)].push_back(index);
  for (const std::string& phrase : entry.phrase()) {
    std::vector<std::string> words = WordsOf(Fold(phrase));
    if (words.empty()) continue;
    const std::string first = words.front();
    phrases_[first].push_back({std::move(words), index});
  }
  return absl::OkStatus();
}

void ReferenceLexicon::AddWords(const lexicon::Descriptions& file) {
  for (const lexicon::DescriptionModifier& modifier : file.modifier()) {
    for (const std::string& word : modifier.word()) {
      modifiers_[Fold(word)] = KindOf(modifier.kind());
    }
  }
  for (const lexicon::Nationality& nation : file.nationality()) {
    for (const std::string& word : nation.adjective()) nationalities_[Fold(word)] = nation.key();
  }
  for (const lexicon::SkippedHosts& hosts : file.skipped()) {
    for (const std::string& word : hosts.word()) skipped_.insert(Fold(word));
  }
  for (const lexicon::Occupation& occupation : file.occupation()) {
    for (const std::string& noun : occupation.noun()) {
      titles_[Fold(noun)].push_back({{Fold(noun)}, occupation.key()});
    }
  }
  lone_titles_.insert(file.lone_title().begin(), file.lone_title().end());
  for (const std::string& verb : file.speech_verb()) speech_verbs_.insert(Fold(verb));
  for (const std::string& name : file.feminine_name()) {
    name_genders_[Fold(name)] = WordGender::kFeminine;
  }
  for (const std::string& name : file.masculine_name()) {
    name_genders_[Fold(name)] = WordGender::kMasculine;
  }
}

void ReferenceLexicon::AddTitles(const lexicon::NameCues& cues) {
  for (const lexicon::RoleTitle& title : cues.role_title()) {
    for (const std::string& form : title.ar()) {
      TitlePhrase phrase;
      phrase.key = title.key();
      for (const std::string& word : WordsOf(Fold(form))) {
        phrase.words.push_back(std::string(WithoutArticle(word)));
      }
      if (phrase.words.empty()) continue;
      titles_[phrase.words.front()].push_back(std::move(phrase));
    }
  }
}

const std::vector<int>* ReferenceLexicon::WithNoun(absl::string_view noun) const {
  return FindIn(nouns_, noun);
}

const std::vector<DescriptionPhrase>* ReferenceLexicon::PhrasesFrom(absl::string_view word) const {
  return FindIn(phrases_, word);
}

const std::vector<TitlePhrase>* ReferenceLexicon::TitlesFrom(absl::string_view word) const {
  return FindIn(titles_, word);
}

ModifierKind ReferenceLexicon::Modifier(absl::string_view word) const {
  const ModifierKind* kind = FindIn(modifiers_, word);
  return kind == nullptr ? ModifierKind::kNone : *kind;
}

absl::string_view ReferenceLexicon::NationalityOf(absl::string_view word) const {
  word = WithoutArticle(word);
  const std::string* key = FindIn(nationalities_, word);
  if (key == nullptr && absl::EndsWith(word, kHeh)) {
    word.remove_suffix(kHeh.size());
    key = FindIn(nationalities_, word);
  }
  return key == nullptr ? absl::string_view() : *key;
}

TypeSet ReferenceLexicon::NounSelects(absl::string_view noun) const {
  const TypeSet* types = FindIn(noun_types_, noun);
  // "شركتها" and "خطتها" have lost the ta marbuta.
  if (types == nullptr && absl::EndsWith(noun, "ت")) {
    noun.remove_suffix(absl::string_view("ت").size());
    types = FindIn(noun_types_, absl::StrCat(noun, kHeh));
  }
  return types == nullptr ? TypeSet() : *types;
}

TypeSet ReferenceLexicon::VerbSelects(absl::string_view lemma) const {
  const TypeSet* types = FindIn(verb_types_, lemma);
  return types == nullptr ? TypeSet() : *types;
}

WordGender ReferenceLexicon::GenderOfName(absl::string_view given_name) const {
  const WordGender* gender = FindIn(name_genders_, given_name);
  return gender == nullptr ? WordGender::kUnknown : *gender;
}

DefiniteReadingList DefiniteReadings(absl::string_view surface) {
  DefiniteReadingList readings;
  AddBehindPreposition(surface, 0, &readings);
  absl::string_view rest = surface;
  if (absl::ConsumePrefix(&rest, "و") || absl::ConsumePrefix(&rest, "ف")) {
    AddBehindPreposition(rest, 1, &readings);
  }
  return readings;
}

}  // namespace isnad::extraction
