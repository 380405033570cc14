#include "services/extraction/relations/role_index.h"

#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"

namespace isnad::extraction {
namespace {

// Longer complements are another phrase, in tokens.
constexpr int kLongestComplement = 14;

bool OpensComplement(const PhraseIndex& index, int i) {
  for (const char* word : {"في", "ل", "لدي", "ب", "عن", "باسم"}) {
    if (index.IsPreposition(i, word)) return true;
  }
  return false;
}

// "in a statement [to X]", "[to] the correspondent of X": what somebody says, and to whom, is no
// part of his title.
bool OpensSaying(const PhraseIndex& index, int i) {
  static const auto* sayings = new absl::flat_hash_set<absl::string_view>{
      "تصريح",  "تصريحات", "حديث",  "حوار",   "مقابله", "لقاء",  "بيان",
      "بلاغ",   "مداخله",  "اتصال", "كلمه",   "ندوه",   "مؤتمر", "موتمر",
      "تدوينه", "تغريده",  "مراسل", "مراسله", "موفد",   "ختام",  "رد"};
  const bool bare = index.token(i).surface == "في" || index.token(i).surface == "خلال";
  const int noun = bare ? i + 1 : i;
  if (noun >= index.PassageTokens(i).end || index.MentionAt(noun) >= 0) return false;
  return (bare || index.IsAnyPreposition(i)) && sayings->contains(index.token(noun).base);
}

// A noun that no genitive follows: its plural keeps the n, its accusative the alef.
bool ClosesPhrase(const Token& token) {
  return absl::EndsWith(token.base, "ين") || absl::EndsWith(token.base, "ون") ||
         absl::EndsWith(token.base, "ا");
}

bool IsOpening(const PhraseIndex& index, int i) {
  const absl::string_view form = index.token(i).form;
  return index.IsComma(i) || form == "(" || form == "-" || form == "–" || form == "—" ||
         form == ":";
}

// "among the founders", "one of the founders".
bool IsPartOfGroup(const PhraseIndex& index, int i) {
  const absl::string_view word = index.token(i).surface;
  if (word == "بين" || word == "ضمن") {
    return i > index.PassageTokens(i).begin && index.token(i - 1).surface == "من";
  }
  if (word == "واحد" || word == "واحدا" || word == "واحده") return true;
  const int next = i + 1;
  return word == "من" && next < index.PassageTokens(i).end &&
         (index.token(next).surface == "بين" || index.token(next).surface == "ضمن" ||
          (i > index.PassageTokens(i).begin &&
           absl::StartsWith(index.token(i - 1).surface, "واحد")));
}

}  // namespace

RoleIndex::RoleIndex(const PhraseIndex* index, std::vector<RolePhrase> roles)
    : index_(*index), covering_(index->analysis().tokens.size(), -1) {
  for (RolePhrase& role : roles) {
    // "Sheikh" may be part of a name.
    const int mention = index_.MentionAt(role.title.begin);
    const bool named =
        mention >= 0 && index_.analysis().mentions[mention].kind != MentionKind::kDescription;
    if (!named) roles_.push_back(std::move(role));
  }
  for (const RolePhrase& role : roles_) {
    const int number = static_cast<int>(&role - roles_.data());
    for (int i = role.title.begin; i < role.title.end; ++i) covering_[i] = number;
  }
  for (RolePhrase& role : roles_) {
    role.tokens = {role.title.begin, ComplementEnd(role)};
    const int number = static_cast<int>(&role - roles_.data());
    for (int i = role.title.end; i < role.tokens.end; ++i) {
      covering_[i] = number;
      role.former = role.former || index_.token(i).surface == "سابقا";
    }
  }
}

const RolePhrase* RoleIndex::BeginningAt(int token) const {
  const RolePhrase* role = Covering(token);
  return role != nullptr && role->title.begin == token ? role : nullptr;
}

const RolePhrase* RoleIndex::Covering(int token) const {
  return covering_[token] < 0 ? nullptr : &roles_[covering_[token]];
}

int RoleIndex::ComplementEnd(const RolePhrase& role) const {
  const int limit =
      std::min(index_.PassageTokens(role.title.begin).end, role.title.end + kLongestComplement);
  bool named = false;
  int i = role.title.end;
  while (i < limit) {
    if (covering_[i] >= 0 && index_.token(i).shape != TokenShape::kPunctuation) break;
    if (OpensSaying(index_, i)) break;
    if (index_.MentionStartsAt(i)) {
      const int mention = index_.MentionAt(i);
      if (index_.TypeOfMention(mention) == EntityType::kPerson) break;
      if (i == role.title.end && !OpensComplement(index_, i) && ClosesPhrase(index_.token(i - 1))) {
        break;
      }
      if (named && !index_.HasConjunction(i)) break;
      named = true;
      i = index_.analysis().mentions[mention].tokens.end;
      continue;
    }
    // "head of marketing formerly at Y"
    if (index_.token(i).surface == "سابقا" || index_.token(i).surface == "حاليا") {
      ++i;
      continue;
    }
    if (index_.ValueAt(i) >= 0 || index_.IsVerb(i) || index_.IsRelativePronoun(i)) break;
    if (index_.IsQuoteMark(i)) {
      // Words in quotation marks are a name, though nobody knows it.
      named = named || (i > role.title.end && index_.token(i).form == "»");
      ++i;
      continue;
    }
    // "analyst at the company «X» [for studies]": what a house is for.
    const bool purpose = named && index_.IsPreposition(i, "ل") && index_.token(i).definite &&
                         index_.IsNominal(i) && index_.MentionAt(i - 1) < 0 &&
                         index_.IsQuoteMark(i - 1);
    if (purpose) {
      ++i;
      continue;
    }
    if (named || index_.token(i).shape == TokenShape::kPunctuation) break;
    const bool linked = OpensComplement(index_, i);
    if (!linked && i == role.title.end && ClosesPhrase(index_.token(i - 1))) break;
    if (!linked && (index_.IsAnyPreposition(i) || !index_.IsNominal(i))) break;
    ++i;
  }
  while (i > role.title.end && index_.IsQuoteMark(i - 1) && index_.MentionAt(i - 1) < 0) {
    const bool closes = i - 2 >= role.title.end && index_.MentionAt(i - 2) >= 0;
    if (closes) break;
    --i;
  }
  // "head of research in [October]": a preposition alone is no complement.
  while (i > role.title.end && index_.token(i - 1).surface == "في") --i;
  return i;
}

int RoleIndex::OrganizationOf(const RolePhrase& role) const {
  int last = -1;
  for (int i = role.title.begin; i < role.tokens.end; ++i) {
    const int pronoun = index_.PronounAt(i);
    if (pronoun >= 0 && index_.TypeOfMention(pronoun) == EntityType::kOrganization) last = pronoun;
    if (!index_.MentionStartsAt(i)) continue;
    const int mention = index_.MentionAt(i);
    if (index_.TypeOfMention(mention) == EntityType::kOrganization) last = mention;
  }
  return last;
}

int RoleIndex::PersonBefore(const RolePhrase& role) const {
  const int begin = index_.PassageTokens(role.title.begin).begin;
  int i = role.title.begin - 1;
  if (i < begin) return -1;
  // "X, founder and chief executive of Y": both titles are X's.
  if (index_.HasConjunction(role.title.begin) || index_.token(i).surface == "و") {
    if (index_.token(i).surface == "و") --i;
    const RolePhrase* first = i >= begin ? Covering(i) : nullptr;
    if (first != nullptr && first != &role) return PersonBefore(*first);
    // "X, the founder and chief executive": the first title may be a plain noun.
    const bool noun =
        i > begin && index_.MentionAt(i) < 0 && index_.token(i).definite && index_.IsComma(i - 1);
    return noun && i - 2 >= begin && index_.MentionAt(i - 2) >= 0 &&
                   index_.TypeOfMention(index_.MentionAt(i - 2)) == EntityType::kPerson
               ? index_.MentionAt(i - 2)
               : -1;
  }
  // "X, the head of Y and one of its founders".
  const absl::string_view one = index_.token(i).surface;
  const bool one_more = one == "واحد" || one == "واحدي" ||
                        (index_.HasConjunction(i) && (one == "احد" || one == "احدي"));
  if (one_more && i > begin) {
    const RolePhrase* first = Covering(i - 1);
    if (first != nullptr && first != &role) return PersonBefore(*first);
  }
  for (int steps = 0; i >= begin && steps < 3; ++steps, --i) {
    const int mention = index_.MentionAt(i);
    if (mention >= 0) {
      return index_.TypeOfMention(mention) == EntityType::kPerson ? mention : -1;
    }
    const absl::string_view word = index_.token(i).surface;
    const bool filler = word == "احد" || word == "احدي" || word == "كبار" || word == "بصفته" ||
                        word == "بصفتها" || word == "وهو" || word == "وهي" || word == "هو" ||
                        word == "هي" || word == "هما" || word == "هم" || word == ")" ||
                        IsPartOfGroup(index_, i);
    if (!IsOpening(index_, i) && !index_.IsQuoteMark(i) && !filler) return -1;
  }
  return -1;
}

int RoleIndex::PersonAfter(const RolePhrase& role) const {
  const int end = index_.PassageTokens(role.title.begin).end;
  int i = role.tokens.end;
  while (i < end && (index_.IsQuoteMark(i) || IsOpening(index_, i))) {
    if (index_.token(i).form == ":") return -1;
    ++i;
  }
  // "another founder, he is X".
  const bool told = i > role.tokens.end && i < end &&
                    (index_.token(i).surface == "هو" || index_.token(i).surface == "هي");
  if (told) ++i;
  // A courtesy title or occupation may stand before the name.
  if (i < end && index_.MentionAt(i) < 0 && index_.IsNominal(i) && index_.token(i).definite &&
      !index_.IsAnyPreposition(i)) {
    ++i;
  }
  if (i >= end || !index_.MentionStartsAt(i)) return -1;
  const bool own = index_.TypeOfMention(index_.MentionAt(i)) == EntityType::kPerson;
  const bool crossed = i > role.tokens.end;
  if (!own || (crossed && index_.HasConjunction(i))) return -1;
  return index_.MentionAt(i);
}

int RoleIndex::PersonBeside(const RolePhrase& role) const {
  const int before = PersonBefore(role);
  const bool apart = role.title.begin > 0 && index_.MentionAt(role.title.begin - 1) < 0;
  if (before >= 0 && apart) return before;
  const int after = PersonAfter(role);
  const bool touching =
      after >= 0 && index_.analysis().mentions[after].tokens.begin == role.tokens.end;
  if (touching && before >= 0 && role.tokens.end > role.title.end) return after;
  return before >= 0 ? before : after;
}

bool RoleIndex::IsAttributive(const RolePhrase& role) const {
  // "the post of the chief executive" is a post to be had.
  static const auto* posts = new absl::flat_hash_set<absl::string_view>{
      "منصب", "كرسي", "مهام", "موقع", "وظيفه", "حقيبه", "مقعد", "رتبه", "مسوولي", "دور", "صفه"};
  const int post = role.title.begin - 1;
  if (post >= index_.PassageTokens(role.title.begin).begin &&
      posts->contains(index_.token(post).base) && PersonAfter(role) < 0) {
    return false;
  }
  if (index_.token(role.title.begin).definite) return true;
  const int before = role.title.begin - 1;
  if (before >= index_.PassageTokens(role.title.begin).begin && IsOpening(index_, before)) {
    return true;
  }
  return PersonAfter(role) >= 0;
}

}  // namespace isnad::extraction
