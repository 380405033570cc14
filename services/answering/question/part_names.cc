#include "services/answering/question/part_names.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

bool StandsIn(const v1::Span& span, Range stretch) {
  return stretch.Contains({span.begin(), span.end()});
}

// "And how many of them in Norway": a place alone narrows what the part before it asks.
bool HasOwnName(const v1::QuestionAnalysis& part, Range stretch, bool leads) {
  return std::any_of(part.entities().begin(), part.entities().end(),
                     [&](const v1::QuestionEntity& asked) {
                       return StandsIn(asked.span(), stretch) &&
                              (leads || asked.entity().type() != v1::ENTITY_TYPE_LOCATION);
                     });
}

}  // namespace

std::vector<Range> StretchesOfParts(const v1::QuestionAnalysis& reading) {
  std::vector<Range> stretches;
  for (const v1::QuestionAnalysis& part : reading.parts()) {
    const int begin = stretches.empty() ? 0 : part.focus().begin();
    if (!stretches.empty()) stretches.back().end = begin;
    stretches.push_back({begin, std::numeric_limits<int>::max()});
  }
  return stretches;
}

std::vector<v1::Token> TokensIn(const std::vector<v1::Token>& tokens, Range stretch) {
  std::vector<v1::Token> inside;
  std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(inside),
               [&](const v1::Token& token) { return StandsIn(token.span(), stretch); });
  return inside;
}

bool StandsAlone(const v1::QuestionAnalysis& reading, int part,
                 const std::vector<Range>& stretches) {
  const v1::QuestionAnalysis& own = reading.parts(part);
  // Where the parts have no order of their own there is nothing to tell them apart by.
  if (stretches[part].empty() || !HasOwnName(own, stretches[part], part == 0)) return false;
  return part == 0 || own.kind() == reading.parts(0).kind();
}

v1::QuestionAnalysis WithOwnNames(const v1::QuestionAnalysis& part, Range stretch) {
  v1::QuestionAnalysis own = part;
  auto* entities = own.mutable_entities();
  entities->erase(std::remove_if(entities->begin(), entities->end(),
                                 [&](const v1::QuestionEntity& asked) {
                                   return !StandsIn(asked.span(), stretch);
                                 }),
                  entities->end());
  return own;
}

}  // namespace isnad::answering
