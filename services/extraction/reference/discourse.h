// Which entities a reader has in mind at a point of the text.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_DISCOURSE_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_DISCOURSE_H_

#include <functional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/reference/entity_profiles.h"
#include "services/extraction/reference/reference_lexicon.h"
#include "services/extraction/reference/title_index.h"
#include "services/extraction/reference/topic_sections.h"

namespace isnad::extraction {

// An entity with its weight at a point of the text.
struct Referent {
  int entity = -1;
  double weight = 0;
};

// How an entity stands in a reader's mind at a point of the text.
struct Standing {
  int entity = -1;
  double weight = 0;
  int last = -1;           // token at which it was heard last
  int first_here = -1;     // and first in the sentence of the point; -1 when not there
  double here = 0;         // best prominence in the sentence of the point; 0 when not heard there
  double before = 0;       // and in the sentence before
  double last_weight = 0;  // prominence when it was heard last
};

// The state of one text while its tokens are read in order. Not thread-safe.
//
// The salience model goes back to Lappin and Leass (1994), with weights for news. Each time an
// entity is named or meant, it is heard with a prominence:
//     1.1  subject of a verb (before it or behind it)      0.85 in the headline
//     0.8  meant by a description                          0.75 elsewhere
//     0.5  behind a preposition; meant by a pronoun        0.3  source ("بحسب X", "نقلا عن X")
// The best prominence of each passage fades by half with every passage since and is added up over
// the last eight. To that come a quarter of the logarithm of the number of namings so far, a
// third of a point for the organisation that the text (in a round-up, the section) is about, less
// for those named in its headline and lead, and up to a tenth for nearness inside the passage. What
// was heard before the section of a round-up counts less than half. What a resolver knows of
// agreement and kind multiplies the weight.
class Discourse {
 public:
  Discourse(Analysis* analysis, const ReferenceLexicon* lexicon);

  const Analysis& analysis() const { return analysis_; }
  const ReferenceLexicon& lexicon() const { return lexicon_; }
  const EntityProfiles& profiles() const { return profiles_; }
  const TitleIndex& titles() const { return titles_; }
  const Token& token(int i) const { return analysis_.tokens[i]; }
  int size() const { return static_cast<int>(analysis_.tokens.size()); }
  EntityType TypeOf(int entity) const { return analysis_.entities[entity].type; }
  // First token of the passage of a token and the one behind its last.
  TokenRange PassageTokens(int i) const;

  // The paragraph of a token.
  int ParagraphAt(int token) const;

  // Hears the names that begin at or before a token and were not heard yet.
  void Advance(int token);
  // Adds a resolved mention, whose entity is heard with it.
  void Add(TokenRange tokens, int stripped_letters, MentionKind kind, int entity, double confidence,
           const std::string& rule);
  const std::vector<Mention>& added() const { return added_; }

  // Notes that the text gives a person a post at a house, the latest counts.
  void NoteHouse(int person, int house) { house_of_[person] = house; }
  // The house of a person by what was read so far, or -1.
  int HouseOf(int person) const { return house_of_[person]; }

  // Entity of the name or resolved description that covers a token, or -1.
  int EntityAt(int token) const { return entity_at_[token]; }
  // Entity of the name or description that starts at, or ends before, a token; or -1.
  int EntityFrom(int token) const;
  int EntityUntil(int token) const;
  // The name that starts at a token; null when there is none.
  const Mention* NameFrom(int token) const;
  // The organisation that the words at a token are about (see TopicSections), or -1.
  int SubjectAt(int token) const;
  // A prominence is that of the subject of a verb.
  static bool IsSubjectWeight(double prominence);
  // First token of what covers a token, the one behind its last.
  TokenRange ExtentAt(int token) const { return extent_at_[token]; }
  // A name or resolved description covers the token.
  bool Taken(int token) const { return entity_at_[token] >= 0; }

  // How the entities heard at most `passages` passages before `token` stand, in the order in which
  // they were heard last, the latest first.
  std::vector<Standing> StandingsAt(int token, int passages) const;
  // Those entities by falling weight. `fit` gives 0 to
  // 1 (above 1 as a bonus); entities of no fit are left out.
  std::vector<Referent> Rank(int token, int passages,
                             const std::function<double(int entity)>& fit) const;
  // The token at which an entity was heard last; -1 when it was not yet.
  int LastHeard(int entity) const { return last_heard_[entity]; }
  // The token at which it was named or described last; -1 when it was not yet.
  int LastNamed(int entity) const { return last_named_[entity]; }
  // Whether an entity was named otherwise than in passing: not only as a source, or as where
  // somebody works who judges from outside.
  bool InMind(int entity) const { return in_mind_[entity]; }
  // How often an entity was named so far.
  int Mentions(int entity) const { return counts_[entity]; }
  // The token at which an entity was heard first; -1 when it was not yet.
  int FirstHeard(int entity) const { return first_heard_[entity]; }
  // The entity of a lexicon key, or -1.
  int EntityWithKey(absl::string_view key) const;
  // The entity was named or meant somewhere before a token.
  bool HeardBefore(int entity, int token) const;

  bool IsVerb(int i) const;
  bool IsQuoteMark(int i) const;
  bool IsComma(int i) const;
  bool IsStop(int i) const;  // . ؟ ! : ؛
  bool IsPreposition(int i) const;

 private:
  struct Hearing {
    int entity;
    int token;
    int passage;
    double prominence;
  };

  void Hear(int entity, int token, double prominence);
  void HearLabel(int token);

  void Cover(TokenRange tokens, int entity);
  double ProminenceOf(const Mention& mention) const;
  bool IsSubject(const Mention& mention) const;
  bool IsSetting(const Mention& mention) const;
  bool DeclinesToSpeak(const Mention& mention) const;
  bool IsSource(int token) const;
  bool IsBackground(const Mention& mention) const;

  const Analysis& analysis_;
  const ReferenceLexicon& lexicon_;
  EntityProfiles profiles_;
  TitleIndex titles_;
  std::vector<Hearing> heard_;
  std::vector<int> counts_;
  std::vector<int> first_heard_;  // by entity, -1 when not yet
  std::vector<int> last_heard_;
  std::vector<int> last_named_;
  std::vector<int> house_of_;                     // by entity, of people
  std::vector<bool> in_mind_;                     // by entity
  absl::flat_hash_map<std::string, int> by_key_;  // lexicon key -> entity
  std::vector<int> entity_at_;
  std::vector<TokenRange> extent_at_;
  std::vector<int> name_from_;  // index into the mentions, by first token
  std::vector<Mention> added_;
  size_t next_mention_ = 0;
  int labelled_passage_ = -1;  // the last whose label was heard
  const TopicSections sections_;
  std::vector<double> standing_;  // by entity, see StandingOf
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_DISCOURSE_H_
