#include "services/answering/question/alike_mentions.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "services/matching/name_matcher.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

using matching::NameKind;
using matching::NameMatch;
using matching::NameMatcher;

// A likeness that chance explains as well is none.
constexpr double kLeastEvidence = 4.0;
// Below this, in bytes, a name is too short to be told by its letters.
constexpr size_t kLeastBytes = 5;
// Words that no article marks as a name must be liker.
constexpr double kLeastWordEvidence = 6.0;
constexpr int kMostWords = 4;
constexpr double kWordWeight = 0.9;

bool MayBear(const v1::QuestionEntity& asked, v1::EntityType type) {
  const v1::EntityType wanted = asked.entity().type();
  return wanted == v1::ENTITY_TYPE_UNSPECIFIED || type == v1::ENTITY_TYPE_UNSPECIFIED ||
         wanted == type || !asked.known();
}

v1::EntityMatch MakeMatch(const v1::QuestionEntity& asked, const v1::PassageMention& mention,
                          absl::string_view surface) {
  v1::EntityMatch match;
  match.mutable_entity()->set_name(mention.entity());
  match.mutable_entity()->set_type(mention.entity_type());
  v1::Alias* alias = match.mutable_entity()->add_aliases();
  alias->set_surface(std::string(surface));
  alias->set_folded_key(std::string(surface));
  match.set_score(1.0);
  match.set_matched_alias(std::string(surface));
  if (asked.entity().folded_keys_size() > 0) {
    match.set_matched_key(asked.entity().folded_keys(0));
  }
  return match;
}

// The last words are alike beyond chance, and nothing speaks against the first ones: compounds and
// initials are put in many ways ("Lee-Anne").
bool IsSamePerson(const NameMatcher& matcher, const matching::MatchableName& a,
                  const matching::MatchableName& b, double* distance) {
  constexpr double kLeastLastEvidence = 6.5;
  constexpr double kMostFirstDistance = 0.7;
  if (a.words.size() < 2 || b.words.size() < 2) return false;
  const auto one = [](const matching::MatchableName::Word& word) {
    matching::MatchableName name;
    name.words.push_back(word);
    return name;
  };
  const NameMatch last =
      matcher.Compare(one(a.words.back()), one(b.words.back()), NameKind::kOther);
  if (last.relation != matching::Relation::kSame || !last.words_may_agree ||
      last.evidence < kLeastLastEvidence) {
    return false;
  }
  const NameMatch first =
      matcher.Compare(one(a.words.front()), one(b.words.front()), NameKind::kOther);
  if (first.relation != matching::Relation::kSame || first.distance > kMostFirstDistance) {
    return false;
  }
  *distance = last.distance;
  return true;
}

bool IsProper(const v1::IndexedToken& token) {
  return token.part_of_speech() == v1::PART_OF_SPEECH_PROPN;
}

// The run of proper nouns that is likest to the name, as the index spells it; empty when none is.
std::vector<std::string> LikestRun(const NameMatcher& matcher,
                                   const matching::MatchableName& sought, int words, NameKind kind,
                                   const std::vector<v1::PassageHit>& hits) {
  absl::flat_hash_set<std::string> seen;
  std::vector<std::string> best;
  double nearest = 1.0;
  for (const v1::PassageHit& hit : hits) {
    const auto& tokens = hit.passage().tokens();
    for (int first = 0; first < tokens.size(); ++first) {
      if (!IsProper(tokens[first])) continue;
      std::vector<std::string> run;
      for (int at = first; at < tokens.size() && static_cast<int>(run.size()) <= words; ++at) {
        if (!IsProper(tokens[at])) break;
        run.push_back(tokens[at].surface());
        const int size = static_cast<int>(run.size());
        if (size < words || size > kMostWords) continue;
        const std::string spelled = absl::StrJoin(run, " ");
        if (!seen.insert(spelled).second) continue;
        const NameMatch match = matcher.Compare(sought, matcher.Prepare(spelled), kind);
        if (match.relation != matching::Relation::kSame || !match.words_may_agree ||
            match.evidence < kLeastWordEvidence || match.distance >= nearest) {
          continue;
        }
        nearest = match.distance;
        best = run;
      }
    }
  }
  return best;
}

int NextWord(const v1::QuestionAnalysis& reading) {
  int next = 0;
  for (const v1::QueryTerm& term : reading.terms()) next = std::max(next, term.word() + 1);
  return next;
}

}  // namespace

bool AddAlikeWords(const EntityLinks& links, const std::vector<v1::PassageHit>& hits,
                   v1::QuestionAnalysis* reading) {
  const NameMatcher matcher;
  bool added = false;
  for (const LinkedName& link : links.links()) {
    const std::string& name = link.asked.span().quote();
    const bool latin = !name.empty() && (name[0] & 0x80) == 0;
    if (link.stored() || !latin || name.size() < kLeastBytes) continue;
    const matching::MatchableName sought = matcher.Prepare(name);
    if (sought.words.empty()) continue;
    const NameKind kind =
        link.asked.entity().type() == v1::ENTITY_TYPE_PERSON ? NameKind::kPerson : NameKind::kOther;
    const std::vector<std::string> run =
        LikestRun(matcher, sought, static_cast<int>(sought.words.size()), kind, hits);
    if (run.empty()) continue;
    for (v1::QuestionEntity& asked : *reading->mutable_entities()) {
      if (asked.entity().id() != link.asked.entity().id()) continue;
      asked.mutable_entity()->add_folded_keys(absl::StrJoin(run, " "));
    }
    int word = NextWord(*reading);
    for (const std::string& surface : run) {
      v1::QueryTerm* term = reading->add_terms();
      term->set_term(surface);
      term->set_field(v1::QueryTerm::FIELD_SURFACE);
      term->set_origin(v1::QueryTerm::ORIGIN_ALIAS);
      term->set_weight(kWordWeight);
      term->set_word(word++);
    }
    added = true;
  }
  return added;
}

std::vector<v1::EntityMatch> FindAlikeMentions(const EntityLinks& links,
                                               const std::vector<v1::PassageHit>& hits) {
  std::vector<v1::EntityMatch> found;
  const NameMatcher matcher;
  for (const LinkedName& link : links.links()) {
    const std::string& name = link.asked.span().quote();
    if (link.stored() || name.size() < kLeastBytes) continue;
    const matching::MatchableName sought = matcher.Prepare(name);
    if (sought.empty()) continue;
    absl::flat_hash_set<absl::string_view> seen;
    double nearest = 1.0;
    v1::EntityMatch best;
    for (const v1::PassageHit& hit : hits) {
      const v1::Span& span = hit.passage().span();
      for (const v1::PassageMention& mention : hit.passage().mentions()) {
        if (!MayBear(link.asked, mention.entity_type())) continue;
        const absl::string_view surface =
            absl::string_view(span.quote())
                .substr(mention.begin() - span.begin(), mention.end() - mention.begin());
        if (!seen.insert(surface).second) continue;
        const NameKind kind =
            mention.entity_type() == v1::ENTITY_TYPE_PERSON ? NameKind::kPerson : NameKind::kOther;
        const matching::MatchableName borne = matcher.Prepare(surface);
        const NameMatch match = matcher.Compare(sought, borne, kind);
        double distance = match.distance;
        const bool alike = match.relation == matching::Relation::kSame && match.words_may_agree &&
                           match.evidence >= kLeastEvidence;
        const bool person =
            kind == NameKind::kPerson || mention.entity_type() == v1::ENTITY_TYPE_UNSPECIFIED;
        if (!alike && !(person && IsSamePerson(matcher, sought, borne, &distance))) continue;
        if (distance >= nearest) continue;
        nearest = distance;
        best = MakeMatch(link.asked, mention, surface);
      }
    }
    if (!best.entity().name().empty()) found.push_back(std::move(best));
  }
  return found;
}

}  // namespace isnad::answering
