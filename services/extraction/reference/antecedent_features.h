// What speaks for and against each entity that a pronoun or description may stand for.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_ANTECEDENT_FEATURES_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_ANTECEDENT_FEATURES_H_

#include <functional>
#include <utility>
#include <vector>

#include "services/extraction/reference/clause_subjects.h"
#include "services/extraction/reference/discourse.h"
#include "services/extraction/reference/rival_nouns.h"

namespace isnad::extraction {

// What kind of word refers.
enum class ReferenceKind {
  kPossessive,   // "رئيسها"
  kObject,       // "أسسها"
  kPreposition,  // "فيها"
  kClause,       // "إنها", "لأنه"
  kDescription,  // "الشركة"
};
constexpr int kReferenceKinds = 5;
// Lower-case name, for example "possessive".
const char* NameOf(ReferenceKind kind);

// The features, of candidates up to kFit and of nobody from kNobody on. Their names in
// the model are those of kAntecedentFeatureNames.
enum class AntecedentFeature {
  kSalience,         // logarithm of the weight over that of the heaviest candidate
  kMostSalient,      // is that one
  kSameSentence,     // was heard in the sentence of the reference
  kSentenceBefore,   // else in the one before
  kEarlier,          // else
  kSameParagraph,    // was heard in the paragraph of the reference
  kDistance,         // logarithm of the tokens since, in the same sentence
  kLatest,           // was heard last of all candidates
  kSecondLatest,     // last but one
  kNoRivals,         // no agreeing common noun stands since
  kRivals,           // logarithm of how many do
  kAgentRivals,      // and of those that people and bodies are called by
  kVerbs,            // logarithm of the verbs since, in the same sentence
  kSubjectLast,      // was the subject of a verb when heard last
  kObliqueLast,      // stood behind a preposition then, or was meant by a pronoun
  kSourceLast,       // was the source then ("بحسب X")
  kSubjectHere,      // was a subject in this sentence
  kSubjectBefore,    // was one in the sentence before
  kSubjectOfVerb,    // of the verb before the reference, or of the host
  kSubjectOfClause,  // of the last verb of the clause whose subject could be meant
  kCarriedSubject,   // of an earlier verb of the sentence, when that verb names none
  kStakeOfSubject,  // one of these, and the host is what another has: "استثمرت في رأسمالها"
  kFirstHere,    // was heard first in this sentence
  kTopic,        // is what the text or section is about
  kCount,        // logarithm of the mentions so far
  kBeside,       // its name stands right before the reference
  kBesideComma,  // with a comma between
  kJoined,       // and the reference begins with "and": "مؤسس X ورئيسها"
  kNamedBehind,  // is named right behind the reference
  kGenderDoubtful,
  kGenderUnknown,
  kTypeFits,    // the kind of thing that the host asks for
  kTypeMisses,  // another kind
  kPerson,      // of these kinds, when the host asks for none
  kOrganization,
  kProduct,
  kLocation,
  kRelativeHead,      // is what the relative clause around the reference is about
  kSpeaker,           // says the clause
  kMeantLast,         // what the last reference stood for
  kMadeOrTreated,     // a product, and the host a deed done to products: "إطلاقه"
  kAmountOfProduct,   // a product, and the host an amount: "تكلفته"
  kNewest,            // was heard first of all after the others, and the words say "new"
  kCalled,            // the text calls it by the noun of the description
  kFit,               // logarithm of how well a description fits
  kNobody,            // always, for the case that nothing named is meant
  kNobodySelected,    // the host asks for a kind of thing
  kNobodySkipped,     // a host whose pronoun mostly names nothing: "محله"
  kNobodyNounBeside,  // an agreeing common noun right before the host: "صفقة قيمتها"
  kNobodyNounNear,    // or in the three words before
  kNobodyFar,         // no candidate in this sentence
  kNobodyRelative,    // the relative clause around is about a common noun
  kNobodyImpersonal,  // "إنه الأكبر"
  kNobodyAmount,      // the host is what amounts and things have: "قيمتها"
  kNobodyDeed,        // a deed done to things: "إطلاقه"
  kNobodyRivals,      // logarithm of the agreeing common nouns since the latest candidate
  kNobodyConfidence,  // how sure the words of a description are, 0 to 1
  kEnd
};
constexpr int kAntecedentFeatures = static_cast<int>(AntecedentFeature::kEnd);
extern const char* const kAntecedentFeatureNames[kAntecedentFeatures];

// A word that refers, as its resolver reads it.
struct ReferenceSite {
  int token = 0;
  ReferenceKind kind = ReferenceKind::kPossessive;
  WordGender gender = WordGender::kUnknown;
  TypeSet types;         // what the host asks for; empty: all
  bool skipped = false;  // a host whose pronoun mostly names nothing
  bool impersonal = false;
  int relative_head = -1;           // entity that the relative clause around is about
  bool relative_of_common = false;  // it is about a common noun
  int speaker = -1;                 // who says the clause
  int meant_last = -1;              // entity of the last reference
  bool fresh = false;               // the words of a description say "new"
  double clear = 1;                 // how sure the words of a description are
  int reach = 1;                    // passages
  // 0 when an entity cannot be meant, else how well it fits, up to about 1.
  std::function<double(int entity)> fit;
};

using FeatureValues = std::vector<std::pair<AntecedentFeature, float>>;

// An entity with its features.
struct AntecedentCandidate {
  int entity = -1;  // -1: nothing that is named
  FeatureValues features;
};

// Those that a reference may stand for, the last heard first, and nobody at the end.
std::vector<AntecedentCandidate> AntecedentsOf(const ReferenceSite& site,
                                               const Discourse& discourse,
                                               const ClauseSubjects& subjects, RivalNouns* rivals);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_ANTECEDENT_FEATURES_H_
