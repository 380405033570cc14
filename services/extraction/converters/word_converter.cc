#include "services/extraction/converters/word_converter.h"

namespace isnad::extraction {
namespace {

isnad::v1::WordFeatures::Gender ToProto(WordGender value) {
  switch (value) {
    case WordGender::kUnknown:
      return isnad::v1::WordFeatures::GENDER_UNSPECIFIED;
    case WordGender::kMasculine:
      return isnad::v1::WordFeatures::GENDER_MASCULINE;
    case WordGender::kFeminine:
      return isnad::v1::WordFeatures::GENDER_FEMININE;
  }
  return isnad::v1::WordFeatures::GENDER_UNSPECIFIED;
}

isnad::v1::WordFeatures::Number ToProto(WordNumber value) {
  switch (value) {
    case WordNumber::kUnknown:
      return isnad::v1::WordFeatures::NUMBER_UNSPECIFIED;
    case WordNumber::kSingular:
      return isnad::v1::WordFeatures::NUMBER_SINGULAR;
    case WordNumber::kDual:
      return isnad::v1::WordFeatures::NUMBER_DUAL;
    case WordNumber::kPlural:
      return isnad::v1::WordFeatures::NUMBER_PLURAL;
  }
  return isnad::v1::WordFeatures::NUMBER_UNSPECIFIED;
}

isnad::v1::WordFeatures::Person ToProto(WordPerson value) {
  switch (value) {
    case WordPerson::kUnknown:
      return isnad::v1::WordFeatures::PERSON_UNSPECIFIED;
    case WordPerson::kFirst:
      return isnad::v1::WordFeatures::PERSON_FIRST;
    case WordPerson::kSecond:
      return isnad::v1::WordFeatures::PERSON_SECOND;
    case WordPerson::kThird:
      return isnad::v1::WordFeatures::PERSON_THIRD;
  }
  return isnad::v1::WordFeatures::PERSON_UNSPECIFIED;
}

isnad::v1::WordFeatures::Aspect ToProto(WordAspect value) {
  switch (value) {
    case WordAspect::kUnknown:
      return isnad::v1::WordFeatures::ASPECT_UNSPECIFIED;
    case WordAspect::kPerfective:
      return isnad::v1::WordFeatures::ASPECT_PERFECTIVE;
    case WordAspect::kImperfective:
      return isnad::v1::WordFeatures::ASPECT_IMPERFECTIVE;
    case WordAspect::kImperative:
      return isnad::v1::WordFeatures::ASPECT_IMPERATIVE;
  }
  return isnad::v1::WordFeatures::ASPECT_UNSPECIFIED;
}

isnad::v1::WordFeatures::Voice ToProto(WordVoice value) {
  switch (value) {
    case WordVoice::kUnknown:
      return isnad::v1::WordFeatures::VOICE_UNSPECIFIED;
    case WordVoice::kActive:
      return isnad::v1::WordFeatures::VOICE_ACTIVE;
    case WordVoice::kPassive:
      return isnad::v1::WordFeatures::VOICE_PASSIVE;
  }
  return isnad::v1::WordFeatures::VOICE_UNSPECIFIED;
}

}  // namespace

isnad::v1::PartOfSpeech ToProto(PartOfSpeech pos) {
  switch (pos) {
    case PartOfSpeech::kUnknown:
      return isnad::v1::PART_OF_SPEECH_UNSPECIFIED;
    case PartOfSpeech::kNoun:
      return isnad::v1::PART_OF_SPEECH_NOUN;
    case PartOfSpeech::kProperNoun:
      return isnad::v1::PART_OF_SPEECH_PROPN;
    case PartOfSpeech::kVerb:
      return isnad::v1::PART_OF_SPEECH_VERB;
    case PartOfSpeech::kAdjective:
      return isnad::v1::PART_OF_SPEECH_ADJ;
    case PartOfSpeech::kAdverb:
      return isnad::v1::PART_OF_SPEECH_ADV;
    case PartOfSpeech::kAdposition:
      return isnad::v1::PART_OF_SPEECH_ADP;
    case PartOfSpeech::kConjunction:
      return isnad::v1::PART_OF_SPEECH_CONJ;
    case PartOfSpeech::kPronoun:
      return isnad::v1::PART_OF_SPEECH_PRON;
    case PartOfSpeech::kParticle:
      return isnad::v1::PART_OF_SPEECH_PART;
    case PartOfSpeech::kNumber:
      return isnad::v1::PART_OF_SPEECH_NUM;
    case PartOfSpeech::kPunctuation:
      return isnad::v1::PART_OF_SPEECH_PUNCT;
    case PartOfSpeech::kOther:
      return isnad::v1::PART_OF_SPEECH_OTHER;
  }
  return isnad::v1::PART_OF_SPEECH_UNSPECIFIED;
}

isnad::v1::Token::Shape ToProto(TokenShape value) {
  switch (value) {
    case TokenShape::kArabic:
      return isnad::v1::Token::SHAPE_ARABIC;
    case TokenShape::kLatin:
      return isnad::v1::Token::SHAPE_LATIN;
    case TokenShape::kDigits:
      return isnad::v1::Token::SHAPE_DIGITS;
    case TokenShape::kMixed:
      return isnad::v1::Token::SHAPE_MIXED;
    case TokenShape::kPunctuation:
      return isnad::v1::Token::SHAPE_PUNCTUATION;
    case TokenShape::kUrl:
      return isnad::v1::Token::SHAPE_URL;
    case TokenShape::kSymbol:
      return isnad::v1::Token::SHAPE_SYMBOL;
  }
  return isnad::v1::Token::SHAPE_UNSPECIFIED;
}

void ToProto(const WordFeatures& features, isnad::v1::WordFeatures* out) {
  out->set_gender(ToProto(features.gender));
  out->set_number(ToProto(features.number));
  out->set_person(ToProto(features.person));
  out->set_aspect(ToProto(features.aspect));
  out->set_voice(ToProto(features.voice));
}

}  // namespace isnad::extraction
