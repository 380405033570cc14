#include "services/answering/question/known_names.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr int kLongest = 4;
constexpr size_t kMostNames = 60;
// A shorter single word is too often an ordinary one (in bytes: Arabic letters take two).
constexpr size_t kLeastBytes = 7;

struct Run {
  int first = 0;
  int last = 0;
  std::string key;
};

bool IsWord(const v1::Token& token) {
  return token.shape() != v1::Token::SHAPE_PUNCTUATION && !token.surface().empty();
}

bool IsQuotationMark(const v1::Token& token) {
  const absl::string_view surface = token.surface();
  return surface == "«" || surface == "»" || surface == "\"" || surface == "“" || surface == "”";
}

// Runs of words without punctuation between them, a quotation mark apart, whose ends are no
// function words.
std::vector<Run> RunsOf(const std::vector<v1::Token>& tokens) {
  std::vector<Run> runs;
  const int size = static_cast<int>(tokens.size());
  for (int first = 0; first < size; ++first) {
    if (!IsWord(tokens[first]) || tokens[first].stem().empty()) continue;
    std::string key;
    int words = 0;
    for (int last = first; last < size && words < kLongest; ++last) {
      if (IsQuotationMark(tokens[last])) continue;
      if (!IsWord(tokens[last])) break;
      absl::StrAppend(&key, key.empty() ? "" : " ", tokens[last].surface());
      ++words;
      if (tokens[last].stem().empty()) continue;
      runs.push_back({first, last, key});
      // "لنادي" and "بنادي" are "نادي" behind a preposition.
      absl::string_view bare = key;
      for (const absl::string_view letter : {"لل", "ل", "ب", "و"}) {
        if (absl::ConsumePrefix(&bare, letter) && bare.size() >= kLeastBytes) {
          runs.push_back(
              {first, last, letter == "لل" ? absl::StrCat("ال", bare) : std::string(bare)});
          break;
        }
      }
    }
  }
  std::stable_sort(runs.begin(), runs.end(),
                   [](const Run& a, const Run& b) { return a.last - a.first > b.last - b.first; });
  return runs;
}

const v1::Entity* Bearer(const std::vector<v1::EntityMatch>& matches, const std::string& key) {
  for (const v1::EntityMatch& match : matches) {
    if (match.entity().type() == v1::ENTITY_TYPE_LOCATION) continue;
    for (const v1::Alias& alias : match.entity().aliases()) {
      if (alias.folded_key() == key) return &match.entity();
    }
  }
  return nullptr;
}

// The entity that several words beside each other lead to by their sound: "Cedar Line" in Arabic
// letters, or "سيدر لين" for "سيدار لاين".
const v1::EntityMatch* AlikeBearer(const std::vector<v1::EntityMatch>& matches, const Run& run) {
  constexpr double kLeastScore = 0.55;
  if (run.last == run.first) return nullptr;
  for (const v1::EntityMatch& match : matches) {
    if (match.matched_key() == run.key && match.score() >= kLeastScore) return &match;
  }
  return nullptr;
}

bool IsArabic(const Run& run) { return !run.key.empty() && (run.key[0] & 0x80) != 0; }

// Whoever types without capitals shows no names.
bool IsInSmallLetters(const std::vector<v1::Token>& tokens) {
  return std::none_of(tokens.begin(), tokens.end(), [](const v1::Token& token) {
    const std::string& typed = token.span().quote();
    return std::any_of(typed.begin(), typed.end(),
                       [](unsigned char c) { return absl::ascii_isupper(c); });
  });
}

bool Overlaps(const v1::Span& span, int begin, int end) {
  return span.begin() < end && begin < span.end();
}

bool MayBeName(const v1::QuestionAnalysis& reading, const Run& run, const v1::Token& token,
               const v1::Entity& entity) {
  if (run.last > run.first) return true;
  if (run.key.size() < kLeastBytes || token.part_of_speech() == v1::PART_OF_SPEECH_VERB ||
      token.part_of_speech() == v1::PART_OF_SPEECH_ADJ) {
    return false;
  }
  return entity.type() == v1::ENTITY_TYPE_PERSON || reading.entities().empty() ||
         token.part_of_speech() == v1::PART_OF_SPEECH_PROPN;
}

void SetName(const Run& run, const std::vector<v1::Token>& tokens, const v1::Entity& entity,
             v1::QuestionEntity* asked) {
  const v1::Span& first = tokens[run.first].span();
  const v1::Span& last = tokens[run.last].span();
  asked->mutable_span()->set_begin(first.begin());
  asked->mutable_span()->set_end(last.end());
  asked->mutable_span()->set_quote(run.key);
  asked->set_known(false);
  asked->mutable_entity()->set_type(entity.type());
  asked->mutable_entity()->clear_folded_keys();
  asked->mutable_entity()->clear_lexicon_key();
  asked->mutable_entity()->add_folded_keys(run.key);
}

// Names that are parts of one that the store knows become that one: "Cedar" and "Line".
void JoinParts(const Run& run, const std::vector<v1::Token>& tokens, const v1::Entity& entity,
               v1::QuestionAnalysis* reading) {
  const int begin = tokens[run.first].span().begin();
  const int end = tokens[run.last].span().end();
  auto* entities = reading->mutable_entities();
  bool unknown = false;
  for (const v1::QuestionEntity& part : *entities) {
    if (!Overlaps(part.span(), begin, end)) continue;
    if (part.span().begin() < begin || part.span().end() > end) return;
    unknown |= !part.known();
  }
  if (!unknown) return;
  bool joined = false;
  for (int i = 0; i < entities->size();) {
    v1::QuestionEntity& part = (*entities)[i];
    if (!Overlaps(part.span(), begin, end)) {
      ++i;
    } else if (!joined) {
      SetName(run, tokens, entity, &part);
      joined = true;
      ++i;
    } else {
      entities->DeleteSubrange(i, 1);
    }
  }
}

// "Which game did X delay": X is the end that is not asked for.
void FillOpenEnd(const std::string& id, v1::QuestionAnalysis* reading) {
  for (v1::RelationReading& relation : *reading->mutable_relations()) {
    const bool subject = relation.asked_role() == "object";
    if (!subject && relation.asked_role() != "subject") continue;
    const std::string role = subject ? "subject" : "object";
    const auto& fillers = relation.fillers();
    if (std::any_of(fillers.begin(), fillers.end(),
                    [&](const v1::RelationFiller& filler) { return filler.role() == role; })) {
      continue;
    }
    v1::RelationFiller* filler = relation.add_fillers();
    filler->set_role(role);
    filler->set_entity(id);
  }
}

}  // namespace

std::vector<std::string> PossibleNames(const std::vector<v1::Token>& tokens) {
  std::vector<std::string> keys;
  for (const Run& run : RunsOf(tokens)) {
    if (keys.size() == kMostNames) break;
    if (std::find(keys.begin(), keys.end(), run.key) == keys.end()) keys.push_back(run.key);
  }
  return keys;
}

void AddKnownNames(const std::vector<v1::Token>& tokens,
                   const std::vector<v1::EntityMatch>& matches, v1::QuestionAnalysis* reading) {
  // Where nothing marks the words as a name.
  constexpr double kLeastScoreUnmarked = 0.6;
  const bool small_letters = IsInSmallLetters(tokens);
  int next = reading->entities_size() + 100;
  for (const Run& run : RunsOf(tokens)) {
    const v1::Entity* entity = Bearer(matches, run.key);
    const bool alike = entity == nullptr;
    const v1::EntityMatch* sounding = alike ? AlikeBearer(matches, run) : nullptr;
    if (sounding != nullptr) entity = &sounding->entity();
    if (entity == nullptr || !MayBeName(*reading, run, tokens[run.first], *entity)) continue;
    const int begin = tokens[run.first].span().begin();
    const int end = tokens[run.last].span().end();
    const auto in_source = [&] { return Overlaps(reading->source_limit(), begin, end); };
    if (reading->source_limit().end() > 0 && in_source()) continue;
    v1::QuestionEntity* known = nullptr;
    int overlapping = 0;
    for (v1::QuestionEntity& asked : *reading->mutable_entities()) {
      // What only describes somebody is no name, and gives way to one.
      if (asked.entity().folded_keys().empty()) continue;
      if (!Overlaps(asked.span(), begin, end)) continue;
      known = &asked;
      ++overlapping;
    }
    const bool sure = !alike || sounding->score() >= kLeastScoreUnmarked;
    const bool unmarked = small_letters && !IsArabic(run);
    if (alike && IsArabic(run) && !sure) continue;
    if (alike && overlapping == 0 && !(unmarked && sure)) continue;
    if (overlapping > 1) {
      JoinParts(run, tokens, *entity, reading);
      continue;
    }
    if (known != nullptr) {
      const bool longer = known->span().begin() >= begin && known->span().end() <= end &&
                          known->span().end() - known->span().begin() < end - begin;
      const bool unsure = !known->known() || known->entity().type() == v1::ENTITY_TYPE_LOCATION ||
                          (unmarked && sure && !absl::StrContains(known->span().quote(), ' '));
      if (longer && unsure) SetName(run, tokens, *entity, known);
      continue;
    }
    v1::QuestionEntity* added = reading->add_entities();
    added->mutable_entity()->set_id(absl::StrCat("e", next++));
    SetName(run, tokens, *entity, added);
    FillOpenEnd(added->entity().id(), reading);
  }
}

}  // namespace isnad::answering
