// Quick answers about the words around a token: what name or figure covers it, whether it is a
// preposition, a boundary, a verb. A shallow stand-in for a parse tree.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_PHRASE_INDEX_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_PHRASE_INDEX_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/reference/topic_sections.h"

namespace isnad::extraction {

// Borrows the analysis, which must outlive it and have tokens, values and mentions. For one thread:
// answers are remembered.
class PhraseIndex {
 public:
  explicit PhraseIndex(const Analysis& analysis);

  const Analysis& analysis() const { return analysis_; }
  const Token& token(int i) const { return analysis_.tokens[i]; }

  // Index of the name or description mention that starts at or covers a token, or -1.
  int MentionAt(int i) const { return mention_at_[i]; }
  bool MentionStartsAt(int i) const;
  // Mention of the pronoun that hangs on a token, or -1.
  int PronounAt(int i) const { return pronoun_at_[i]; }
  // Mention of the house that is the subject of a verb in the first person ("we closed"), or -1.
  int FirstPersonAt(int i) const { return first_person_at_[i]; }
  // Index of the value that covers a token, or -1.
  int ValueAt(int i) const { return value_at_[i]; }

  int size() const { return static_cast<int>(analysis_.tokens.size()); }
  // The first token that ends after a byte of the text.
  int TokenAtByte(int byte) const;
  // First token of the mention of `entity` at exactly those bytes, or -1.
  int TokenOfMention(ByteRange range, int entity) const;
  // The entity that the text is about most (see DocumentSubject), or -1.
  int document_subject() const { return sections_.document_subject(); }
  // The entity that the words at a token are about: in a round-up that of their section, else that
  // of the text; -1 when there is none.
  int SubjectAt(int i) const { return sections_.SubjectOf(token(i).passage); }
  // First passage of the section of a round-up that the token stands in; 0 outside.
  int FirstPassageOfSection(int i) const { return sections_.FirstPassageOf(token(i).passage); }
  // The entity of a lexicon key, or -1 when the text does not name it.
  int EntityOfKey(const std::string& key) const;
  // The last mention of an entity, pronouns left aside, that starts before the token, else its
  // first one; -1 when there is none.
  int NearestMention(int entity, int token) const;

  EntityType TypeOfMention(int mention) const;

  // The tokens of the passage that a token stands in.
  TokenRange PassageTokens(int i) const;

  bool IsVerb(int i) const;
  bool IsQuoteMark(int i) const;
  bool IsComma(int i) const;
  // A noun, adjective or number that may stand between a preposition or trigger and the name.
  bool IsNominal(int i) const;
  bool IsRelativePronoun(int i) const;
  // A word of negation: لم لن لا ليس غير.
  bool IsNegation(int i) const;
  // Whether the token is the folded preposition, as a word or as a clitic of the word.
  bool IsPreposition(int i, absl::string_view folded) const;
  bool IsAnyPreposition(int i) const;
  // A word that opens a list of examples: مثل، منهم، وهما، أبرزهم.
  bool IsEnumerator(int i) const;
  // A stop, semicolon or colon, or a comma that a new clause follows.
  bool IsStrongBoundary(int i) const;
  bool HasConjunction(int i) const;
  // Whether the verb hangs on "before", "after" or "until": بعد أن، قبل أن، بعدما.
  bool HasSubordinator(int verb) const;
  // Whether the word is written with the vowel that a passive begins with.
  bool BearsDamma(int i) const;
  // Whether vowel marks or consonants say that the verb is passive.
  bool IsMarkedPassive(int i) const;
  // An adverb by the tagger's reading that is no part of a name.
  bool IsAdverb(int i) const;

 private:
  enum class Known : char { kNotAsked, kNo, kYes };

  bool ReadsMarkedPassive(int i) const;
  // Whether the words are part of a longer figure.
  bool IsInFigure(TokenRange tokens) const;

  const Analysis& analysis_;
  std::vector<int> mention_at_;
  std::vector<int> pronoun_at_;
  std::vector<int> value_at_;
  std::vector<int> first_person_at_;
  // Asked again for each frame of a verb. Not for several threads at once.
  mutable std::vector<Known> marked_passive_;
  const TopicSections sections_;
  std::vector<std::vector<int>> mentions_of_;  // by entity, in text order, without pronouns
  absl::flat_hash_map<std::string, int> entity_of_key_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_PHRASE_INDEX_H_
