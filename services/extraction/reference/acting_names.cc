#include "services/extraction/reference/acting_names.h"

#include <algorithm>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

constexpr int kShareReach = 5;  // words from "حصة" to the name

bool IsMark(const Token& token) { return token.shape == TokenShape::kPunctuation; }

// The words before the name say that it is a house with people or shares.
bool IsHouse(const Analysis& analysis, const Mention& mention) {
  const Token& first = analysis.tokens[mention.tokens.begin];
  const auto at = [&](int i) { return i >= 0 && analysis.tokens[i].passage == first.passage; };
  int i = mention.tokens.begin - 1;
  while (at(i) && IsMark(analysis.tokens[i])) --i;
  if (!at(i)) return false;
  const Token& before = analysis.tokens[i];
  // A clitic on the name makes it something else than the subject.
  const bool bare = mention.range.begin == first.range.begin;
  if (bare && before.part_of_speech == PartOfSpeech::kVerb && before.enclitic.empty()) {
    return IsOneOf(before.lemma, {"سرح", "وظف", "استحوذ", "اندمج", "استغني", "اقال"});
  }
  if (bare && IsOneOf(before.base, {"موظفي", "موظفو", "مساهمي", "مساهمو", "مؤسسي", "موسسي", "موسسو",
                                    "اسهم", "ايرادات", "ارباح", "مهندسي", "باحثي"})) {
    return true;
  }
  if (before.surface != "في" && before.surface != "من") return false;
  for (int k = i - 1; at(k) && k >= i - kShareReach; --k) {
    if (IsOneOf(analysis.tokens[k].base, {"حصه", "حصص"})) return true;
  }
  return false;
}

// A name bears no accusative ending, and a quotation that opens with a particle is speech.
bool IsNoName(const Analysis& analysis, const Mention& mention) {
  const Token& last = analysis.tokens[mention.tokens.end - 1];
  const absl::string_view words = analysis.Quote(last.range);
  if (absl::EndsWith(words, "\u064b\u0627") || absl::EndsWith(words, "\u0627\u064b")) return true;
  const Token& first = analysis.tokens[mention.tokens.begin];
  return mention.tokens.size() > 1 &&
         IsOneOf(first.surface, {"لن", "لم", "لا", "ما", "قد", "سوف", "ان", "انها", "انه", "كان"});
}

}  // namespace

void RetypeActingNames(Analysis* analysis) {
  std::vector<Mention>& mentions = analysis->mentions;
  mentions.erase(std::remove_if(mentions.begin(), mentions.end(),
                                [&](const Mention& mention) {
                                  return mention.kind == MentionKind::kName &&
                                         mention.entity >= 0 &&
                                         analysis->entities[mention.entity].lexicon_key.empty() &&
                                         IsNoName(*analysis, mention);
                                }),
                 mentions.end());
  for (const Mention& mention : analysis->mentions) {
    if (mention.kind != MentionKind::kName || mention.entity < 0) continue;
    EntityRecord& entity = analysis->entities[mention.entity];
    if (entity.type != EntityType::kProduct || !entity.lexicon_key.empty()) continue;
    if (!IsHouse(*analysis, mention)) continue;
    entity.type = EntityType::kOrganization;
    entity.entity_class = "COMPANY";
  }
}

}  // namespace isnad::extraction
