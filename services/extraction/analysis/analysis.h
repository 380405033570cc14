// The data model that the stages of the Arabic analysis share.
//
// A text goes through a chain of stages, each in its own folder, each adding one layer to an
// `Analysis`: clean -> segment -> tokenise -> morphology -> values -> names -> reference -> clauses
// -> relations. A stage reads the layers before it and never changes them.
//
// Every layer refers to the original text by byte ranges and to words by token indices, so that
// whatever is found can be quoted verbatim.

#ifndef ISNAD_SERVICES_EXTRACTION_ANALYSIS_ANALYSIS_H_
#define ISNAD_SERVICES_EXTRACTION_ANALYSIS_ANALYSIS_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"

namespace isnad::extraction {

// Half-open range of UTF-8 bytes in `Analysis::text`, on character boundaries.
struct ByteRange {
  int begin = 0;
  int end = 0;

  bool empty() const { return end <= begin; }
  bool contains(ByteRange other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(ByteRange other) const { return begin < other.end && other.begin < end; }
};
inline bool operator==(ByteRange a, ByteRange b) { return a.begin == b.begin && a.end == b.end; }

// Half-open range of token indices in `Analysis::tokens`.
struct TokenRange {
  int begin = 0;
  int end = 0;

  int size() const { return end - begin; }
  bool empty() const { return end <= begin; }
  bool contains(int token) const { return begin <= token && token < end; }
  bool contains(TokenRange other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(TokenRange other) const { return begin < other.end && other.begin < end; }
};
inline bool operator==(TokenRange a, TokenRange b) { return a.begin == b.begin && a.end == b.end; }

// A calendar date, proleptic Gregorian.
struct CivilDate {
  int year = 0;
  int month = 0;  // 1 to 12
  int day = 0;    // 1 to 31
};
inline bool operator==(CivilDate a, CivilDate b) {
  return a.year == b.year && a.month == b.month && a.day == b.day;
}

// Coarse parts of speech after Universal Dependencies.
enum class PartOfSpeech {
  kUnknown,
  kNoun,
  kProperNoun,
  kVerb,
  kAdjective,
  kAdverb,
  kAdposition,
  kConjunction,
  kPronoun,
  kParticle,
  kNumber,
  kPunctuation,
  kOther
};

enum class WordGender { kUnknown, kMasculine, kFeminine };
enum class WordNumber { kUnknown, kSingular, kDual, kPlural };
enum class WordPerson { kUnknown, kFirst, kSecond, kThird };
enum class WordAspect { kUnknown, kPerfective, kImperfective, kImperative };
enum class WordVoice { kUnknown, kActive, kPassive };

// What inflection says of a word, clitics left aside. Unknown where neither the spelling nor the
// model tells, and where a part of speech has no such category.
struct WordFeatures {
  WordGender gender = WordGender::kUnknown;
  WordNumber number = WordNumber::kUnknown;
  WordPerson person = WordPerson::kUnknown;  // verbs and pronouns
  WordAspect aspect = WordAspect::kUnknown;  // verbs
  WordVoice voice = WordVoice::kUnknown;     // verbs
};

// What a token looks like.
enum class TokenShape { kArabic, kLatin, kDigits, kMixed, kPunctuation, kUrl, kSymbol };

// A word, number or punctuation mark. Clitics are not tokens of their own: they are listed, so that
// a token is what a reader calls a word.
struct Token {
  ByteRange range;
  TokenShape shape = TokenShape::kArabic;
  // The word without marks, tatweel and invisible characters, letters as written.
  std::string form;
  // `form` folded for lookup (see text/fold.h): hamza, ta marbuta, alef maqsura, digits, case.
  std::string surface;
  // `surface` without proclitics (w f b k l Al ll s) and enclitic pronouns: what frames match.
  std::string base;
  // Light index stem of `surface`; empty for stop words and punctuation.
  std::string stem;
  // Key in which a word meets the lexicon's triggers, folded: the verb for all forms of the verb
  // and its masdars and participles, else the citation form; `base` when the lexicon knows neither.
  std::string lemma;
  // Dictionary form as it is written: perfect of verbs, singular of nouns, masculine singular of
  // adjectives ("شركاتهم": "شركة").
  std::string citation;
  // The lexicon knows the base. `part_of_speech` alone does not tell: the tagger guesses at unknown
  // words, too.
  bool listed = false;
  // Of the host word, clitics left aside.
  PartOfSpeech part_of_speech = PartOfSpeech::kUnknown;
  // Of the host word.
  WordFeatures features;
  // How sure the model is of segmentation and part of speech together, 0 to 1; 1 for tokens that
  // are no words.
  float score = 1;
  // Folded proclitics in text order, for example {"و", "ب", "ال"}.
  std::vector<std::string> proclitics;
  // Folded enclitic pronoun, for example "ها"; empty when there is none.
  std::string enclitic;
  // The base carries the article.
  bool definite = false;
  // The token is a function word that carries no topic.
  bool stop_word = false;
  // Index into `Analysis::passages`.
  int passage = -1;
};

enum class PassageKind {
  kHeadline,
  kLead,
  kBody,
  kHeading,
  kListItem,
  kTableRow,
  kQuote,
  kCaption,
  kBoilerplate
};

// A sentence, headline, list item or table row.
struct Passage {
  PassageKind kind = PassageKind::kBody;
  ByteRange range;
  TokenRange tokens;
  // Index of the heading or headline above it, or -1.
  int heading = -1;
  int paragraph = 0;
};

enum class Bound { kExact, kAbout, kAtLeast, kAtMost, kRange };

struct Money {
  std::string currency_code;  // ISO 4217; "XXX" when unnamed
  double amount = 0;          // whole units
  double upper_amount = 0;    // kRange only
  Bound bound = Bound::kExact;
};

struct Quantity {
  double amount = 0;
  double upper_amount = 0;  // kRange only
  Bound bound = Bound::kExact;
  std::string unit;      // the counted noun as written; "%" for percentages; empty when bare
  std::string unit_key;  // "EMPLOYEE", "RESEARCHER", "PERCENT"...; empty when unknown
};

enum class DatePrecision { kDay, kWeek, kMonth, kQuarter, kHalf, kYear, kDecade };
enum class DateBasis { kStated, kPublication, kAssumed };

// Days from `start` up to but not including `end`. An unset end is open.
struct DateInterval {
  absl::optional<CivilDate> start;
  absl::optional<CivilDate> end;
  DatePrecision precision = DatePrecision::kDay;
  DateBasis basis = DateBasis::kStated;
};

struct Length {
  double amount = 0;
  double upper_amount = 0;  // kRange only
  std::string unit_key;     // "SECOND" "MINUTE" "HOUR" "DAY" "WEEK" "MONTH" "YEAR" "DECADE"
  Bound bound = Bound::kExact;
};

enum class ValueKind { kMoney, kQuantity, kDate, kLength };

// A figure or date in the text. Exactly the member that `kind` names is meaningful.
struct ValueMention {
  ValueKind kind = ValueKind::kQuantity;
  ByteRange range;
  TokenRange tokens;
  Money money;
  Quantity quantity;
  // For kDate. `resolved` is false when the words are relative and no reference date is known.
  DateInterval date;
  bool resolved = true;
  Length length;
};

enum class EntityType { kUnknown, kPerson, kOrganization, kProduct, kLocation };
enum class MentionKind { kName, kShortName, kDescription, kPronoun };

// One spelling of an entity's name.
struct AliasRecord {
  enum class Kind { kCanonical, kVariant, kShort, kAcronym };
  std::string surface;
  std::string folded_key;
  std::string script;  // "Arab" or "Latn"
  Kind kind = Kind::kVariant;
  int count = 0;  // times seen in this text
};

// An entity of one text.
struct EntityRecord {
  EntityType type = EntityType::kUnknown;
  std::string entity_class;  // lexicon class, for example "COMPANY"; empty when unknown
  std::string lexicon_key;   // empty when no lexicon has it
  std::string label_ar;
  std::string label_en;
  std::vector<AliasRecord> aliases;
  std::map<std::string, std::string> external_ids;
  // Key of the gazetteer entry it belongs to (a lab's company), if the lexicon says so.
  std::string parent_key;
};

// A name, description or pronoun that stands for an entity.
struct Mention {
  ByteRange range;  // without proclitics: "لشركة ميتا" -> "ميتا"; for pronoun clitics the host word
  TokenRange tokens;  // host tokens
  MentionKind kind = MentionKind::kName;
  int entity = -1;  // index into Analysis::entities
  double confidence = 1.0;
  std::string rule;  // "gazetteer", "title-pattern", "surname", "definite-description", ...
};

enum class ClauseKind {
  kMain,
  kContent,
  kRelative,
  kCause,
  kPurpose,
  kTime,
  kCondition,
  kQuotation,
  kAttribution,
  kResult,
  kManner
};

// A clause inside a passage. Clauses nest.
struct Clause {
  ClauseKind kind = ClauseKind::kMain;
  TokenRange tokens;     // without the marker
  int marker_begin = 0;  // first token of the marker; equals tokens.begin when unmarked
  int passage = -1;
};

// A text with all layers that have run so far.
struct Analysis {
  std::string text;           // original bytes, valid UTF-8
  std::string language_code;  // "ar", "en" or "und"
  absl::optional<CivilDate> reference_date;
  std::vector<Token> tokens;
  std::vector<Passage> passages;
  std::vector<ValueMention> values;  // in text order, not overlapping
  std::vector<Mention> mentions;     // in text order, not overlapping except pronoun clitics
  std::vector<EntityRecord> entities;
  std::vector<Clause> clauses;  // by passage, then begin, outer before inner

  absl::string_view Quote(ByteRange range) const {
    return absl::string_view(text).substr(range.begin, range.end - range.begin);
  }
  // Bytes from the first to the last token of a range that is not empty.
  ByteRange BytesOf(TokenRange range) const {
    return {tokens[range.begin].range.begin, tokens[range.end - 1].range.end};
  }
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_ANALYSIS_ANALYSIS_H_
