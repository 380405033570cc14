// Parts of SlotFiller that find several participants where one is found.

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "services/extraction/relations/coordination.h"
#include "services/extraction/relations/people_nouns.h"
#include "services/extraction/relations/slot_filler.h"

namespace isnad::extraction {
namespace {

constexpr int kMaxCoordinated = 12;
// Words that brackets behind a name hold.
constexpr int kBracketReach = 10;
// Words of kind between a preposition and the name that it governs.
constexpr int kGovernedReach = 3;

// A noun of somebody's coming, going or getting a post.
bool OpensMove(const Token& token) {
  static const auto* moves = new absl::flat_hash_set<absl::string_view>{
      "تعيين", "اختيار", "ترقيه", "تكليف",  "انتخاب", "استقاله",
      "رحيل",  "انضمام", "اقاله", "مغادره", "تسميه",  "ترشيح"};
  return moves->contains(token.base) && token.enclitic.empty();
}

// The word without what is written onto its front, its article kept.
absl::string_view WithoutConjunction(const Token& token) {
  absl::string_view word = token.surface;
  absl::ConsumePrefix(&word, "و");
  return word;
}

// "حل [محله]", "جلس [مكانها]": the verb before it is easily taken for a noun.
bool IsHisPlace(const Token& token) {
  return !token.enclitic.empty() && (token.base == "محل" || token.base == "مكان");
}

}  // namespace

// "his colleague", "her brother": somebody who is named by what he is to another.
bool SlotFiller::IsCompanion(int token) const {
  static const auto* set = new absl::flat_hash_set<absl::string_view>{
      "زميل", "زميلت", "زميلي", "زملاي", "شقيق", "شقيقت", "شريك", "شريكت", "صديق",  "صديقت",
      "زوج",  "زوجت",  "ابن",   "ابنت",  "والد", "اخ",    "اخت",  "رفيق",  "رفيقت", "مساعد"};
  return !index_.token(token).enclitic.empty() && set->contains(index_.token(token).base);
}

// The last token of "at the university", "formerly at Y" behind a companion, or the companion's
// own.
int SlotFiller::PastStudies(int companion) const {
  const int end = index_.PassageTokens(companion).end;
  int next = companion + 1;
  while (next < end && index_.token(next).definite && index_.MentionAt(next) < 0 &&
         index_.token(next).part_of_speech == PartOfSpeech::kAdjective) {
    ++next;
  }
  if (next + 1 >= end || index_.token(next).surface != "في") return next - 1;
  // "his former colleague at «Y»".
  int place = next + 1;
  while (place < end && index_.IsQuoteMark(place)) ++place;
  const int mention = place < end ? index_.MentionAt(place) : -1;
  if (mention >= 0) {
    const bool person = index_.TypeOfMention(mention) == EntityType::kPerson;
    return person ? companion : analysis_.mentions[mention].tokens.end - 1;
  }
  return place < end && index_.IsNominal(place) ? place : companion;
}

Fillers SlotFiller::BothHouses(int token) const {
  static const auto* pairs = new absl::flat_hash_set<absl::string_view>{
      "الشركتان",   "الشركتين",  "الطرفان",   "الطرفين",   "الجانبان", "الجانبين",  "المجموعتان",
      "المجموعتين", "المصرفان",  "المصرفين",  "البنكان",   "البنكين",  "المختبران", "المختبرين",
      "الموسستان",  "الموسستين", "العملاقان", "العملاقين", "الغريمان", "الغريمين"};
  if (index_.MentionAt(token) >= 0) return {};
  const absl::string_view word = WithoutConjunction(index_.token(token));
  if (!pairs->contains(word)) return {};
  Fillers out;
  const auto add = [&](int mention) {
    if (mention < 0) return;
    const Mention& named = analysis_.mentions[mention];
    if (named.kind != MentionKind::kName || named.entity < 0 || IsOutlet(mention)) return;
    if (index_.TypeOfMention(mention) != EntityType::kOrganization) return;
    if (!out.empty() && out.front().entity == named.entity) return;
    if (out.size() < 2) out.push_back(FromMention(mention, "both"));
  };
  const TokenRange passage = index_.PassageTokens(token);
  for (int i = token - 1; i >= passage.begin; --i) add(index_.MentionAt(i));
  // Whose text it is is always one of them.
  const int house = index_.SubjectAt(token);
  if (house >= 0) add(index_.NearestMention(house, token));
  // "under an agreement that both signed, X supplies Y".
  for (int i = token + 1; i < passage.end; ++i) add(index_.MentionAt(i));
  return out.size() == 2 ? out : Fillers();
}

bool SlotFiller::HasBareConjunction(int mention) const {
  const Mention& m = analysis_.mentions[mention];
  const Token& host = index_.token(m.tokens.begin);
  return m.range.begin > host.range.begin && absl::StartsWith(host.surface, "و");
}

bool SlotFiller::RepeatsLink(int token, int mention, const FillerSet& types) const {
  const Token& word = index_.token(token);
  if (!index_.IsAnyPreposition(token)) return false;
  if (!word.enclitic.empty()) return types.person && word.base == "مع";
  const int name = analysis_.mentions[mention].tokens.begin;
  const int first = std::max(index_.PassageTokens(name).begin, name - kGovernedReach);
  for (int i = name - 1; i >= first; --i) {
    if (index_.IsAnyPreposition(i)) return index_.token(i).base == word.base;
    if (!index_.IsQuoteMark(i) && !index_.IsNominal(i)) return false;
  }
  return false;
}

Fillers SlotFiller::WithCoordinated(int mention, const FillerSet& types) const {
  Fillers out = {FromMention(mention)};
  int last = mention;
  int i = analysis_.mentions[mention].tokens.end;
  const int end = index_.PassageTokens(i - 1).end;
  while (static_cast<int>(out.size()) < kMaxCoordinated) {
    bool linked = false;
    int next = -1;
    for (int step = 0; i < end && step < 6; ++i, ++step) {
      if (index_.IsComma(i) || index_.HasConjunction(i)) linked = true;
      // "A (the chief executive) and B"
      if (step == 0 && index_.token(i).form == "(") {
        int close = i + 1;
        while (close < end && close < i + kBracketReach && index_.token(close).form != ")") ++close;
        if (close < end && index_.token(close).form == ")") {
          i = close;
          continue;
        }
      }
      // "A, [which belongs to the group Z] and B".
      const int described = linked ? i : PastParticiple(i, analysis_.mentions[last].tokens.begin);
      if (described > i) {
        i = described - 1;
        continue;
      }
      // "A himself and B".
      static const auto* selves = new absl::flat_hash_set<absl::string_view>{
          "نفسه", "نفسها", "ذاته", "ذاتها", "بنفسه", "بنفسها", "ايضا", "كذلك"};
      if (step == 0 && selves->contains(index_.token(i).surface)) continue;
      // "A of the Emirates and B": the nationality belongs to A.
      if (IsNationality(i, analysis_.mentions[last].tokens.begin)) continue;
      if (index_.MentionStartsAt(i)) {
        next = index_.MentionAt(i);
        linked = linked || HasBareConjunction(next);
        break;
      }
      const absl::string_view word = index_.token(i).surface;
      if (index_.IsComma(i) || index_.IsQuoteMark(i) || word == "و") continue;
      if (linked && (word == "ولا" || word == "وكذلك" || word == "وايضا")) continue;
      // "A and his colleague at the university B"
      if (linked && types.person && IsCompanion(i)) {
        i = PastStudies(i);
        continue;
      }
      // "with A and with B", "A and with him B".
      if (linked && index_.HasConjunction(i) && RepeatsLink(i, mention, types)) continue;
      // "parted with A, and the appointment of B": another event.
      if (index_.HasConjunction(i) && OpensMove(index_.token(i))) break;
      // "A left, and in his place [حل محله] came B"
      if (i + 1 < end && IsHisPlace(index_.token(i + 1))) break;
      // "X, which belongs to the group Y": Y is governed by what describes X.
      if (index_.IsAnyPreposition(i) && !index_.HasConjunction(i)) break;
      if (linked && step < 5 && index_.IsNominal(i) && !index_.IsVerb(i) &&
          index_.token(i).surface.size() > 2) {
        continue;
      }
      break;
    }
    if (next < 0 || !linked || !types.Accepts(index_.TypeOfMention(next))) {
      next = types.person ? PersonPastApposition(index_, roles_, last) : -1;
      if (next < 0) break;
    }
    last = next;
    out.push_back(FromMention(next));
    i = analysis_.mentions[next].tokens.end;
  }
  return out;
}

Fillers SlotFiller::WithCoordinatedBefore(int mention, const FillerSet& types,
                                          const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(analysis_.mentions[mention].tokens.begin);
  Fillers out = {FromMention(mention)};
  int begin = analysis_.mentions[mention].tokens.begin;
  while (begin - 1 > passage.begin && static_cast<int>(out.size()) < kMaxCoordinated) {
    int i = begin - 1;
    bool linked = index_.HasConjunction(begin);
    for (int step = 0; step < 3 && i > passage.begin; ++step, --i) {
      // "the Indian A and the French B"
      const bool describes = step == 0 && index_.MentionAt(i) < 0 && index_.HasConjunction(i) &&
                             index_.token(i).definite && index_.IsNominal(i);
      if (index_.IsComma(i) || index_.token(i).surface == "و" || describes)
        linked = true;
      else if (!index_.IsQuoteMark(i))
        break;
    }
    const int other = index_.MentionAt(i);
    if (!linked || other < 0 || !types.Accepts(index_.TypeOfMention(other))) break;
    if (Taken(analysis_.mentions[other].range, taken)) break;
    out.push_back(FromMention(other));
    begin = analysis_.mentions[other].tokens.begin;
  }
  return out;
}

Fillers SlotFiller::Enumerated(int from, const FillerSet& types) const {
  if (from >= static_cast<int>(analysis_.tokens.size())) return {};
  const int end = index_.PassageTokens(from).end;
  for (int i = from; i < end; ++i) {
    if (index_.token(i).form == "." || index_.token(i).form == "؛") return {};
    if (!index_.IsEnumerator(i)) continue;
    for (int j = i + 1; j < end && j <= i + 4; ++j) {
      if (index_.MentionStartsAt(j) && types.Accepts(index_.TypeOfMention(index_.MentionAt(j)))) {
        return WithCoordinated(index_.MentionAt(j), types);
      }
      const bool partitive = index_.token(j).surface == "من" || index_.token(j).form == ":";
      if (!index_.IsNominal(j) && !index_.IsQuoteMark(j) && !index_.IsComma(j) && !partitive) break;
    }
  }
  return {};
}

// "left [the company X in May] three of its engineers": past the house that the verb acts upon,
// where people are counted right behind it and the time.
int SlotFiller::PastHouseBefore(int from) const {
  constexpr int kHouseReach = 8;
  static const auto* between = new absl::flat_hash_set<absl::string_view>{
      "شركه", "مجموعه", "مختبر", "بنك", "منصه", "عام", "سنه", "في"};
  if (from >= index_.size()) return from;
  const TokenRange passage = index_.PassageTokens(from);
  bool house = false;
  for (int i = from; i < passage.end && i < from + kHouseReach; ++i) {
    const int value = index_.ValueAt(i);
    const int mention = index_.MentionAt(i);
    if (mention >= 0) {
      const MentionKind kind = analysis_.mentions[mention].kind;
      const bool named = kind == MentionKind::kName || kind == MentionKind::kShortName;
      if (!named || index_.TypeOfMention(mention) == EntityType::kPerson) return from;
      house = true;
    } else if (value >= 0 && analysis_.values[value].kind != ValueKind::kDate) {
      return house ? i : from;
    } else if (value < 0 && !index_.IsQuoteMark(i) && !between->contains(index_.token(i).base)) {
      return from;
    }
  }
  return from;
}

bool SlotFiller::NamesAGroup(int from) const {
  if (from >= static_cast<int>(analysis_.tokens.size())) return false;
  const TokenRange passage = index_.PassageTokens(from);
  // "works [at Y today] 620 people": complements may come first.
  if (index_.IsAnyPreposition(from)) {
    const bool bound = !index_.token(from).enclitic.empty();
    from += bound ? 1 : 2;
    while (from < passage.end && (index_.MentionAt(from) >= 0 || index_.IsQuoteMark(from))) ++from;
  }
  while (from < passage.end &&
         (index_.IsAdverb(from) ||
          (index_.ValueAt(from) >= 0 &&
           analysis_.values[index_.ValueAt(from)].kind == ValueKind::kDate))) {
    ++from;
  }
  from = PastHouseBefore(from);
  for (int i = from; i < passage.end && i < from + 5; ++i) {
    if (index_.MentionAt(i) >= 0 || index_.IsVerb(i)) return false;
    const int value = index_.ValueAt(i);
    if (value >= 0) {
      if (CountsPeople(analysis_.values[value])) return true;
      continue;
    }
    // "[the chief of the engineers] X": one of them, by a title that a name follows.
    const RolePhrase* title = roles_.Covering(i);
    if (title != nullptr && title->title.begin == from && roles_.PersonBeside(*title) >= 0) {
      return false;
    }
    if (IsPeopleNoun(index_.token(i))) return true;
    const absl::string_view word = index_.token(i).surface;
    const bool partitive = word == "من" || word == "عدد" || word == "عشرات" || word == "مييات";
    if (index_.IsAnyPreposition(i) && !partitive) return false;
    if (!index_.IsNominal(i) && !partitive) return false;
  }
  return false;
}

}  // namespace isnad::extraction
