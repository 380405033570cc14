// Every weight and threshold by which answers are chosen, in one place.
//
// Scores are sums of features from 0 to 1; a logistic turns them into confidence. The figures were
// set by hand and adjusted on development questions; tests fix only their order.

#ifndef ISNAD_SERVICES_ANSWERING_EVIDENCE_SCORE_WEIGHTS_H_
#define ISNAD_SERVICES_ANSWERING_EVIDENCE_SCORE_WEIGHTS_H_

namespace isnad::answering {

// What a question word counts for when it stands elsewhere than in the clause of the answer.
struct PlaceShares {
  // In the same sentence, outside the clause.
  static constexpr double kSentence = 0.85;
  // In the sentence before or after.
  static constexpr double kNeighbour = 0.45;
  // In the heading above.
  static constexpr double kHeading = 0.4;
};

// What a name of the question counts for, by where it is mentioned.
struct NameShares {
  static constexpr double kSentence = 1.0;
  static constexpr double kNeighbour = 0.75;
  static constexpr double kDocument = 0.5;
  // The name's words stand there, but not as a known mention.
  static constexpr double kWordsOnly = 0.85;
};

// A typed span: a name, a figure, a date.
struct SpanWeights {
  // Share of the question's content words around the span.
  static constexpr double kCoverage = 0.34;
  // Share of the question's names around it.
  static constexpr double kNames = 0.16;
  // How close the question's words stand to the span.
  static constexpr double kNearness = 0.20;
  // The passage's rank.
  static constexpr double kRetrieval = 0.10;
  // How well type and class are what was asked for.
  static constexpr double kFit = 0.20;
};

// A clause or sentence.
struct StatementWeights {
  static constexpr double kCoverage = 0.50;
  static constexpr double kNames = 0.18;
  static constexpr double kRetrieval = 0.14;
  // The kind of clause is what was asked for (a cause for why).
  static constexpr double kFit = 0.18;
  // The speaker whom the question names speaks there (or somebody else does: subtracted).
  static constexpr double kSpeaker = 0.12;
};

// A fact.
struct FactWeights {
  // How sure the reading of the relation is.
  static constexpr double kRelation = 0.30;
  // Share of the given ends and roles that the fact fills alike.
  static constexpr double kFillers = 0.30;
  // How sure the extraction is.
  static constexpr double kExtraction = 0.15;
  static constexpr double kFit = 0.25;
  // Share of the fact's own score when its passage was found, too; the rest is the passage's.
  static constexpr double kOwnShare = 0.55;
  // Words of a fact whose verb is the question's own.
  static constexpr double kTrigger = 0.08;
  // Factor when the passage was not found by the question's words.
  static constexpr double kUnseen = 0.88;
};

// Several names of the question stand in the sentence of a span.
constexpr double kMeetingBonus = 0.12;
// Both routes give the same value.
constexpr double kAgreementBonus = 0.08;
// What the question's words in the sentence add to that.
constexpr double kWordedBonus = 0.03;
// Each further independent source, up to three.
constexpr double kSupportBonus = 0.02;

// Least share of content words for an answer.
constexpr double kLeastCoverage = 0.30;
// The same when the question asks for an attribute (an age, a salary, a successor).
constexpr double kLeastAttributeCoverage = 0.6;
// The same for a passage when the relation was read surely and no fact fills the gap.
constexpr double kLeastUnconfirmedCoverage = 0.5;
// The same when any name would fit.
constexpr double kLeastNameCoverage = 0.8;
// The same when the names of the question meet in one sentence, which says most of it.
constexpr double kLeastMeetingCoverage = 0.0;
// How well an answer must be of the kind that the question asks for by a noun.
constexpr double kLeastClassFit = 0.35;
// Share of these bars, and of the least confidence, for questions about sides and chronologies.
constexpr double kBroadShare = 0.5;
// A relation is read surely from here on.
constexpr double kSureRelation = 0.7;

// All given ends of a fact, and its kind, agree from here on.
constexpr double kAllFillers = 0.9;
// A word of a job title must be matched this well.
constexpr double kLeastTitleMatch = 0.3;
// A sentence with this much of the question words it in its own way.
constexpr double kOwnWording = 0.5;

// Confidence = 1 / (1 + exp(-slope * (score - middle))).
constexpr double kSlope = 12.0;
constexpr double kMiddle = 0.56;

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_EVIDENCE_SCORE_WEIGHTS_H_
