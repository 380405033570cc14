// How well a name or figure is of the type and class that the question asks for.

#ifndef ISNAD_SERVICES_ANSWERING_EVIDENCE_ANSWER_FIT_H_
#define ISNAD_SERVICES_ANSWERING_EVIDENCE_ANSWER_FIT_H_

#include "absl/strings/string_view.h"
#include "isnad/v1/entity.pb.h"
#include "isnad/v1/question.pb.h"
#include "isnad/v1/value.pb.h"

namespace isnad::answering {

// From 0 (cannot be an answer) to 1. Classes decide before types; an unknown class fits somewhat.
double EntityFit(const isnad::v1::QuestionAnalysis& reading, isnad::v1::EntityType type,
                 absl::string_view entity_class);

// The same for a value in the text.
double ValueFit(const isnad::v1::QuestionAnalysis& reading, const isnad::v1::Value& value);

// Whether names fill the gap.
// Whether the words, as the source vocalises them, are a part rather than a number: "خُمس" is a
// fifth, not five.
bool IsFraction(absl::string_view words);

// Whether the value is a figure in name only: "hundreds", "billions of dollars".
bool IsVagueFigure(const isnad::v1::Value& value);

bool AsksForEntity(isnad::v1::AnswerType type);

// "Who is X": whether the post or the doings of somebody are asked for, rather than a name.
bool AsksForDescription(const isnad::v1::QuestionAnalysis& reading);

// Whether figures, dates or lengths fill it.
bool AsksForValue(isnad::v1::AnswerType type);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_EVIDENCE_ANSWER_FIT_H_
