#include "services/extraction/relations/confidence/feature_words.h"

namespace isnad::extraction {

absl::string_view WordFor(PartOfSpeech part_of_speech) {
  switch (part_of_speech) {
    case PartOfSpeech::kUnknown:
      return "unknown word";
    case PartOfSpeech::kNoun:
      return "noun";
    case PartOfSpeech::kProperNoun:
      return "proper noun";
    case PartOfSpeech::kVerb:
      return "verb";
    case PartOfSpeech::kAdjective:
      return "adjective";
    case PartOfSpeech::kAdverb:
      return "adverb";
    case PartOfSpeech::kAdposition:
      return "preposition";
    case PartOfSpeech::kConjunction:
      return "conjunction";
    case PartOfSpeech::kPronoun:
      return "pronoun";
    case PartOfSpeech::kParticle:
      return "particle";
    case PartOfSpeech::kNumber:
      return "number";
    case PartOfSpeech::kPunctuation:
      return "mark";
    case PartOfSpeech::kOther:
      return "other word";
  }
  return "other word";
}

absl::string_view WordFor(EntityType type) {
  switch (type) {
    case EntityType::kUnknown:
      return "unknown";
    case EntityType::kPerson:
      return "person";
    case EntityType::kOrganization:
      return "organization";
    case EntityType::kProduct:
      return "product";
    case EntityType::kLocation:
      return "place";
  }
  return "unknown";
}

absl::string_view WordFor(PassageKind kind) {
  switch (kind) {
    case PassageKind::kHeadline:
      return "headline";
    case PassageKind::kLead:
      return "lead";
    case PassageKind::kBody:
      return "body";
    case PassageKind::kHeading:
      return "heading";
    case PassageKind::kListItem:
      return "list item";
    case PassageKind::kTableRow:
      return "table row";
    case PassageKind::kQuote:
      return "quote";
    case PassageKind::kCaption:
      return "caption";
    case PassageKind::kBoilerplate:
      return "boilerplate";
  }
  return "body";
}

absl::string_view WordFor(Modality modality) {
  switch (modality) {
    case Modality::kActual:
      return "actual";
    case Modality::kPlanned:
      return "planned";
    case Modality::kAlleged:
      return "alleged";
  }
  return "actual";
}

absl::string_view WordFor(AttributionRecord::Kind kind) {
  switch (kind) {
    case AttributionRecord::Kind::kArticle:
      return "the article";
    case AttributionRecord::Kind::kNamed:
      return "somebody named";
    case AttributionRecord::Kind::kOutlet:
      return "an outlet";
    case AttributionRecord::Kind::kAnonymous:
      return "somebody unnamed";
  }
  return "the article";
}

absl::string_view WordFor(WordPerson person) {
  switch (person) {
    case WordPerson::kUnknown:
      return "unknown";
    case WordPerson::kFirst:
      return "first";
    case WordPerson::kSecond:
      return "second";
    case WordPerson::kThird:
      return "third";
  }
  return "unknown";
}

absl::string_view WordFor(WordNumber number) {
  switch (number) {
    case WordNumber::kUnknown:
      return "unknown";
    case WordNumber::kSingular:
      return "singular";
    case WordNumber::kDual:
      return "dual";
    case WordNumber::kPlural:
      return "plural";
  }
  return "unknown";
}

}  // namespace isnad::extraction
