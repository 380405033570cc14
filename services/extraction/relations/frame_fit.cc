#include "services/extraction/relations/frame_fit.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

using lexicon::Frame;

// Words after the trigger among which a frame's required and blocking words are looked for; names
// and figures count as one.
constexpr int kWordsWith = 8;
constexpr int kWordsWithout = 5;
constexpr int kWordsBefore = 4;
// Words before a verb with a pronoun among which the noun stands that it describes.
constexpr int kWordsDescribed = 3;
// Titles between "followed him" and the name end within this many tokens.
constexpr int kBehindReach = 7;

// Words that a verb follows: "حيث تبني", "التي تبني".
bool FollowsVerbOpener(const Token& before) {
  static const auto* set = new absl::flat_hash_set<absl::string_view>{
      "حيث", "اذ", "التي", "الذي", "ان", "انها", "انه", "لم", "لن", "قد", "وقد", "فقد", "سوف"};
  static const auto* auxiliaries = new absl::flat_hash_set<absl::string_view>{
      "باتت", "كانت", "اصبحت", "صارت", "ظلت", "مازالت", "تزال"};
  return set->contains(before.surface) || auxiliaries->contains(before.base);
}

}  // namespace

bool FrameFit::ConstructionFits(const CompiledFrame& frame, int token) const {
  const PartOfSpeech pos = index_.token(token).part_of_speech;
  const bool in_name = index_.MentionAt(token) >= 0;
  if (frame.bears_pronoun && index_.token(token).enclitic.empty()) return false;
  if (in_name) {
    return frame.construction == Frame::NOUN_PHRASE && index_.MentionStartsAt(token);
  }
  switch (frame.construction) {
    case Frame::ACTIVE_VERB:
    case Frame::PASSIVE_VERB:
      // "in succession to".
      if (IsSameWord(index_.token(token).surface, "خلفا") ||
          IsStateParticiple(index_.token(token))) {
        return false;
      }
      if (pos == PartOfSpeech::kVerb) return !IsGenitiveMasdar(token);
      if (IsItsCost(token)) return false;
      return !index_.token(token).listed || OpensClause(token) || FollowsInPost(token) ||
             OffersTo(token) || GivesPostTo(frame, token) || index_.IsMarkedPassive(token) ||
             index_.BearsDamma(token);
    case Frame::EVENT_NOUN:
    case Frame::ROLE_NOUN:
    case Frame::NOUN_PHRASE:
    case Frame::PARTICIPLE:
      return pos != PartOfSpeech::kVerb || IsStateParticiple(index_.token(token));
    default:
      return false;
  }
}

// "اتفاقية تعاون": spelled like a perfect verb, and in the genitive of the noun before.
bool FrameFit::IsGenitiveMasdar(int token) const {
  const Token& word = index_.token(token);
  if (token == index_.PassageTokens(token).begin || !word.proclitics.empty()) return false;
  const Token& governor = index_.token(token - 1);
  const bool masdar = absl::StartsWith(word.base, "ت") && word.base == word.lemma;
  return masdar && index_.MentionAt(token - 1) < 0 && index_.ValueAt(token - 1) < 0 &&
         governor.part_of_speech == PartOfSpeech::kNoun && !governor.definite &&
         governor.enclitic.empty();
}

// "its cost [كلفتها] is six million": spelled like "it cost her".
bool FrameFit::IsItsCost(int token) const {
  const Token& word = index_.token(token);
  const bool cost = word.lemma == "كلفه" || word.lemma == "تكلفه";
  if (!cost || word.enclitic.empty() || token + 1 >= index_.PassageTokens(token).end) return false;
  return index_.ValueAt(token + 1) >= 0;
}

// "وخلفه X": spelled like "behind him".
bool FrameFit::FollowsInPost(int token) const {
  const Token& word = index_.token(token);
  if (word.enclitic.empty() || !IsSameWord(word.base, "خلف")) return false;
  static const auto* posts = new absl::flat_hash_set<absl::string_view>{
      "راس", "منصب", "رياسه", "قياده", "اداره", "موقع", "دفه"};
  const int end = std::min(index_.PassageTokens(token).end, token + kBehindReach);
  for (int i = token + 1; i < end; ++i) {
    if (!index_.MentionStartsAt(i)) {
      // "وخلفه على رأس المجلس X", "وخلفه في المنصب X".
      const bool in_post = i == token + 1 && i + 1 < end &&
                           (index_.IsPreposition(i, "في") || index_.IsPreposition(i, "علي")) &&
                           posts->contains(index_.token(i + 1).base);
      if (in_post) continue;
      if (!index_.IsNominal(i) || index_.IsAnyPreposition(i)) return false;
      continue;
    }
    return index_.TypeOfMention(index_.MentionAt(i)) == EntityType::kPerson;
  }
  return false;
}

// "X, the founder of Y, offered her [عرض عليها] a salary": spelled like the noun "offer".
bool FrameFit::OffersTo(int token) const {
  const Token& word = index_.token(token);
  const int next = token + 1;
  if (!IsSameWord(word.base, "عرض") || word.definite || !word.enclitic.empty()) return false;
  if (next >= index_.PassageTokens(token).end || !index_.IsPreposition(next, "علي")) return false;
  if (!index_.token(next).enclitic.empty()) return true;
  return next + 1 < index_.PassageTokens(token).end && index_.MentionStartsAt(next + 1) &&
         index_.TypeOfMention(index_.MentionAt(next + 1)) == EntityType::kPerson;
}

// "[In May last year] X went": behind a time that opens the clause.
bool FrameFit::FollowsOpeningTime(int token) const {
  const int first = index_.PassageTokens(token).begin;
  int i = token - 1;
  if (i >= first && index_.IsComma(i)) --i;
  const int value = i >= first ? index_.ValueAt(i) : -1;
  if (value < 0 || analysis_.values[value].kind != ValueKind::kDate) return false;
  i = analysis_.values[value].tokens.begin - 1;
  if (i >= first && (index_.IsAnyPreposition(i) || index_.token(i).base == "في")) --i;
  return i < first || index_.IsStrongBoundary(i);
}

// "[Before she joined X,] worked Y at Z": behind what a preposition opens the clause with.
bool FrameFit::FollowsOpeningPhrase(int token) const {
  constexpr int kLongestOpening = 9;
  const int first = index_.PassageTokens(token).begin;
  if (token - 2 < first || !index_.IsComma(token - 1)) return false;
  int i = token - 2;
  for (; i >= first && i >= token - kLongestOpening; --i) {
    if (index_.IsVerb(i) || index_.IsComma(i)) return false;
    if (i == first || index_.IsStrongBoundary(i - 1)) return index_.IsAnyPreposition(i);
  }
  return false;
}

// "moved the lab and appointed [وعين] X": joined to another clause, and somebody right behind.
bool FrameFit::GivesPostTo(const CompiledFrame& frame, int token) const {
  const Token& word = index_.token(token);
  const int next = token + 1;
  if (frame.construction != Frame::ACTIVE_VERB || frame.type != "APPOINTED") return false;
  if (!index_.HasConjunction(token) || word.definite || !word.enclitic.empty()) return false;
  if (next >= index_.PassageTokens(token).end || !index_.MentionStartsAt(next)) return false;
  const int mention = index_.MentionAt(next);
  return index_.TypeOfMention(mention) == EntityType::kPerson &&
         analysis_.mentions[mention].range.begin == index_.token(next).range.begin;
}

// Whether a name follows, in quotation marks or behind one word of its kind.
bool FrameFit::NamesSoon(int from) const {
  const int end = index_.PassageTokens(from - 1).end;
  int words = 0;
  for (int i = from; i < end && words < 2; ++i) {
    if (index_.MentionStartsAt(i)) return true;
    if (!index_.IsQuoteMark(i)) ++words;
  }
  return false;
}

// First of its clause and right before a name ("عين خالد سعيد مديرا"), or right after one ("إن ميتا
// عرضت").
bool FrameFit::OpensClause(int token) const {
  const TokenRange passage = index_.PassageTokens(token);
  const Token& word = index_.token(token);
  const bool conjoined = word.proclitics.size() == 1 && word.proclitics.front() == "و";
  // "in a round that X led": a feminine verb with its object before its subject.
  const bool verb_with_object =
      !word.enclitic.empty() && absl::EndsWith(word.base, "ت") && !absl::EndsWith(word.base, "ات");
  if (verb_with_object && NamesSoon(token + 1)) return true;
  if (!word.proclitics.empty() && !conjoined) return false;
  if (token > passage.begin && !word.definite && FollowsVerbOpener(index_.token(token - 1))) {
    return true;
  }
  const int before = token > passage.begin ? index_.MentionAt(token - 1) : -1;
  if (before >= 0 && analysis_.mentions[before].tokens.end == token && !word.definite &&
      absl::EndsWith(word.base, "ت")) {
    return true;
  }
  // "the company X rivals [تنافس] Y": between two names, and feminine like the first.
  const bool between = before >= 0 && analysis_.mentions[before].tokens.end == token &&
                       index_.TypeOfMention(before) == EntityType::kOrganization &&
                       absl::StartsWith(word.base, "ت") && word.proclitics.empty() &&
                       word.enclitic.empty() && !word.definite;
  if (between && token + 1 < passage.end && index_.MentionStartsAt(token + 1)) return true;
  // "the station is built by the company X [تبنيها شركة]": what X takes up is no pronoun.
  if (word.base == "تبني" && !word.enclitic.empty() && NamesSoon(token + 1)) return true;
  const bool first = token == passage.begin || index_.IsStrongBoundary(token - 1) ||
                     FollowsOpeningTime(token) || FollowsOpeningPhrase(token);
  if (!first || token + 2 >= passage.end) return false;
  // "and is building [تبني] at present": a masdar has its genitive beside it.
  if (absl::StartsWith(word.base, "ت") && !word.definite && index_.IsAdverb(token + 1)) return true;
  // "each of X and Y has extended".
  if (token + 3 < passage.end && index_.token(token + 1).surface == "كل" &&
      index_.token(token + 2).surface == "من") {
    return index_.MentionStartsAt(token + 3);
  }
  return NamesSoon(token + 1);
}

// "bought [the maker of cars] X": what a house makes is not what is bought.
bool FrameFit::TellsKindOfHouse(int token, int first) const {
  constexpr int kKindReach = 3;
  static const auto* houses = new absl::flat_hash_set<absl::string_view>{
      "شركه", "صانعه", "مجموعه", "عملاق", "عملاقه", "منصه", "مطوره", "منتجه", "مصنعه", "موسسه"};
  const Token& word = index_.token(token);
  if (!word.definite || !word.enclitic.empty() || word.part_of_speech != PartOfSpeech::kNoun) {
    return false;
  }
  for (int i = token - 1; i >= first && i >= token - kKindReach; --i) {
    const Token& before = index_.token(i);
    if (!index_.IsNominal(i) || before.definite || index_.MentionAt(i) >= 0) return false;
    if (houses->contains(before.base) && before.enclitic.empty()) return true;
  }
  return false;
}

bool FrameFit::WordsFit(const CompiledFrame& frame, TokenRange trigger) const {
  if (frame.with.empty() && frame.without.empty()) return Precedes(frame, trigger.begin);
  if (!Precedes(frame, trigger.begin)) return false;
  const TokenRange passage = index_.PassageTokens(trigger.begin);
  bool with = frame.with.empty();
  int words = 0;
  // "the offers that X makes": the verb's object may be the antecedent.
  const bool relative =
      trigger.begin > passage.begin && index_.IsRelativePronoun(trigger.begin - 1);
  const bool of_noun = !index_.token(trigger.begin).enclitic.empty();
  int described = relative ? 1 : 0;
  for (int i = trigger.begin - (relative ? 2 : 1);
       (relative || of_noun) && !with && i >= passage.begin; --i) {
    if (!IsWithinWord(i) && ++described > (relative ? 5 : 7)) break;
    if (index_.IsVerb(i)) break;
    const ContextWord& word = words_.ContextAt(i);
    with = frame.with.contains(word.lemma) || frame.with.contains(word.base);
  }
  // "a round that X led [it]": what the verb is said of may block it, too.
  for (int i = trigger.begin - 1; of_noun && i >= passage.begin; --i) {
    if (i < trigger.begin - kWordsDescribed || index_.IsVerb(i)) break;
    const ContextWord& word = words_.ContextAt(i);
    if (frame.without.contains(word.lemma) || frame.without.contains(word.base)) return false;
  }
  for (int i = trigger.end; i < passage.end && words < kWordsWith; ++i) {
    // A name or figure counts as one word.
    const bool inside =
        (index_.MentionAt(i) >= 0 && !index_.MentionStartsAt(i)) ||
        (i > trigger.end && index_.ValueAt(i) >= 0 && index_.ValueAt(i) == index_.ValueAt(i - 1));
    if (!inside && index_.token(i).shape != TokenShape::kPunctuation) ++words;
    const Token& token = index_.token(i);
    const bool near = words <= kWordsWithout && !frame.without.empty();
    // Nothing that follows can change it.
    if (with && !near) break;
    // What an organisation or a person is called says nothing about what happens.
    const int named = index_.MentionAt(i);
    const bool of_name = named >= 0 && analysis_.mentions[named].kind == MentionKind::kName &&
                         analysis_.mentions[named].rule != "learned" &&
                         (index_.TypeOfMention(named) == EntityType::kOrganization ||
                          index_.TypeOfMention(named) == EntityType::kPerson);
    const ContextWord& word = words_.ContextAt(i);
    if (near && word.IsIn(frame.without) && !TellsKindOfHouse(i, trigger.end)) return false;
    with = with || (!of_name && word.IsIn(frame.with));
    if (IsOneOf(token.form, {".", "؛"})) break;
    // Another clause: "signed a partnership, and X will supply it".
    const bool another = index_.IsComma(i) && i + 1 < passage.end && index_.IsVerb(i + 1) &&
                         index_.HasConjunction(i + 1);
    if (another) break;
  }
  return with;
}

bool FrameFit::Precedes(const CompiledFrame& frame, int trigger) const {
  if (frame.preceded_by.empty()) return true;
  const TokenRange passage = index_.PassageTokens(trigger);
  int words = 0;
  for (int i = trigger - 1; i >= passage.begin && words < kWordsBefore; --i) {
    const Token& token = index_.token(i);
    if (IsOneOf(token.form, {".", "؛"})) break;
    if (words_.ContextAt(i).IsIn(frame.preceded_by)) return true;
    // A name or figure counts as one word, punctuation as none.
    if (!IsWithinWord(i)) ++words;
  }
  return false;
}

bool FrameFit::IsWithinWord(int i) const {
  if (index_.token(i).shape == TokenShape::kPunctuation) return true;
  if (index_.MentionAt(i) >= 0 && !index_.MentionStartsAt(i)) return true;
  return i > index_.PassageTokens(i).begin && index_.ValueAt(i) >= 0 &&
         index_.ValueAt(i) == index_.ValueAt(i - 1);
}

}  // namespace isnad::extraction
