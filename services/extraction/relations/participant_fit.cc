#include "services/extraction/relations/participant_fit.h"

#include <algorithm>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "services/extraction/relations/frame_traits.h"
#include "services/extraction/relations/people_nouns.h"

namespace isnad::extraction {
namespace {

using lexicon::Frame;

// "the launch of X's new model": the thing says whose it is.
bool IsThingOf(const ArgumentRecord& thing, const ArgumentRecord& owner) {
  constexpr int kShortestWord = 4;  // in bytes; shorter are quotation marks
  return thing.kind == ArgumentRecord::Kind::kText && thing.range.contains(owner.range) &&
         thing.range.begin + kShortestWord < owner.range.begin;
}

bool IsOutletClass(const EntityRecord& entity) {
  static const auto* classes = new absl::flat_hash_set<absl::string_view>{
      "NEWSPAPER", "NEWS_SITE", "NEWS_AGENCY", "MAGAZINE"};
  return classes->contains(entity.entity_class);
}

// Whether somebody goes somewhere by a fact of the type.
bool IsMove(absl::string_view type) {
  return type == "JOINED" || type == "LEFT" || type == "HIRED_FROM";
}

}  // namespace

bool ParticipantFit::IsGoal(const ArgumentRecord& house) const {
  constexpr int kReach = 4;
  if (house.kind != ArgumentRecord::Kind::kEntity) return false;
  const int name = index_.TokenOfMention(house.range, house.entity);
  if (name < 0) return false;
  const int first = std::max(index_.PassageTokens(name).begin, name - kReach);
  bool with = index_.IsPreposition(name, "ب");
  for (int i = name; i >= first; --i) {
    if (index_.IsPreposition(i, "الي")) return true;
    with = with || index_.IsPreposition(i, "ب");
    if (with && index_.IsVerb(i)) return index_.token(i).lemma == "التحق";
    if (i < name && !with && !index_.IsQuoteMark(i) &&
        (index_.MentionAt(i) >= 0 || !index_.IsNominal(i))) {
      return false;
    }
  }
  return false;
}

bool ParticipantFit::IsOnlyAdjective(const ArgumentRecord& end) const {
  if (end.kind != ArgumentRecord::Kind::kText || !end.resolution_rule.empty()) return false;
  const Token& word = index_.token(index_.TokenAtByte(end.range.begin));
  return word.range.end >= end.range.end && word.part_of_speech == PartOfSpeech::kAdjective;
}

bool ParticipantFit::IsDefiniteAdjective(const ArgumentRecord& end) const {
  return IsOnlyAdjective(end) && index_.token(index_.TokenAtByte(end.range.begin)).definite;
}

bool ParticipantFit::ActsForHouse(const CompiledFrame& frame, const TriggerSite& site,
                                  const ArgumentRecord& subject) const {
  static const auto* deeds = new absl::flat_hash_set<absl::string_view>{
      "RELEASED", "PLANS_RELEASE", "DELAYED", "ACQUIRED", "PARTNERED_WITH", "REORGANIZED"};
  static const auto* sayings = new absl::flat_hash_set<absl::string_view>{
      "نفي", "قال", "اكد", "اعلن", "اوضح", "كشف", "استبعد", "رفض", "ذكر", "اضاف"};
  constexpr int kTitleReach = 3;
  if (!deeds->contains(frame.type) || subject.kind != ArgumentRecord::Kind::kEntity) return false;
  if (analysis_.entities[subject.entity].type != EntityType::kPerson) return false;
  const int name = index_.TokenOfMention(subject.range, subject.entity);
  if (name < 0) return false;
  const int trigger = site.tokens.begin;
  if (index_.token(name).passage != index_.token(trigger).passage) return true;
  for (int i = name; i < trigger; ++i) {
    if (index_.token(i).form == ".") return true;
  }
  if (frame.construction != Frame::EVENT_NOUN) return false;
  const int first = std::max(index_.PassageTokens(name).begin, name - kTitleReach);
  for (int i = name - 1; i >= first; --i) {
    if (index_.IsVerb(i)) return sayings->contains(index_.token(i).lemma);
  }
  return false;
}

bool ParticipantFit::CountsAll(const ArgumentRecord& count) const {
  static const auto* whole = new absl::flat_hash_set<absl::string_view>{
      "عددهم", "عددها", "عدده", "البالغ", "البالغه", "اصل", "تعدادهم", "تعدادها", "قوامها"};
  // "a team that holds [يضم] 1,200", "180 remain in it [يتبقى فيه]": those who are there.
  static const auto* holding = new absl::flat_hash_set<absl::string_view>{
      "يضم", "تضم", "ضم", "ضمت", "يتبقي", "تبقي", "يبقي", "بقي", "يشغل", "تشغل", "يوظف", "توظف"};
  constexpr int kReach = 2;
  constexpr int kHoldingReach = 6;
  if (count.kind != ArgumentRecord::Kind::kValue) return false;
  const int figure = analysis_.values[count.value].tokens.begin;
  const int passage = index_.PassageTokens(figure).begin;
  for (int i = figure - 1; i >= std::max(passage, figure - kReach); --i) {
    if (whole->contains(index_.token(i).surface)) return true;
  }
  for (int i = figure - 1; i >= std::max(passage, figure - kHoldingReach); --i) {
    if (index_.ValueAt(i) >= 0 || index_.IsComma(i) || index_.IsStrongBoundary(i)) return false;
    if (index_.IsVerb(i)) return holding->contains(index_.token(i).base);
  }
  return false;
}

bool ParticipantFit::IsForeignInvestment(const CompiledFrame& frame,
                                         const TriggerSite& site) const {
  static const auto* kinds = new absl::flat_hash_set<absl::string_view>{
      "شركه", "صندوق", "بنك", "ذراع", "رييس", "مدير", "وحده", "قسم", "جهاز", "هييه", "مجموعه"};
  static const auto* gets = new absl::flat_hash_set<absl::string_view>{
      "حصل", "تلقي", "جمع", "جذب", "استقطب", "نال", "امن", "حصد"};
  constexpr int kVerbReach = 7;
  if (TypeOf(frame) != "INVESTED_IN" || frame.construction != Frame::EVENT_NOUN ||
      absl::string_view(frame.name) != "investment") {
    return false;
  }
  const int noun = site.tokens.begin;
  const int first = std::max(index_.PassageTokens(noun).begin, noun - kVerbReach);
  for (int i = noun - 1; i >= first; --i) {
    const Token& word = index_.token(i);
    if (i == noun - 1 && index_.MentionAt(i) < 0 && kinds->contains(word.base)) return true;
    if (index_.IsVerb(i)) return gets->contains(word.lemma) || gets->contains(word.base);
  }
  return false;
}

// "a premium of 41%": not how much of a house it is.
bool ParticipantFit::IsChange(int value) const {
  static const auto* nouns = new absl::flat_hash_set<absl::string_view>{
      "علاوه", "خصم", "زياده", "ارتفاع", "انخفاض", "تراجع", "نمو", "هبوط", "خساره", "ربح"};
  constexpr int kReach = 4;
  const int figure = analysis_.values[value].tokens.begin;
  const int first = std::max(index_.PassageTokens(figure).begin, figure - kReach);
  for (int i = figure - 1; i >= first && !index_.IsComma(i); --i) {
    if (nouns->contains(index_.token(i).base)) return true;
  }
  return false;
}

bool ParticipantFit::ShareFits(const CompiledFrame& frame,
                               const std::vector<ArgumentRecord>& roles) const {
  constexpr double kHalf = 50;
  const bool takes_over = TypeOf(frame) == "ACQUIRED";
  const absl::string_view name = frame.name;
  const bool buys = name == "stake" || name == "take-minority" || name == "hold-share" ||
                    name == "taking-share" || name == "stake-taking" || name == "hold-stake";
  // What was bid for or sold may be any part of it.
  const bool any_part = name == "bid-for-share" || name == "sell-part-of-unit";
  const bool rules = name == "owned-by-majority";
  if ((!takes_over && !buys && !rules) || any_part) return true;
  bool sized = false;
  for (const ArgumentRecord& role : roles) {
    if (role.role != "share" || role.kind != ArgumentRecord::Kind::kValue) continue;
    const Quantity& share = analysis_.values[role.value].quantity;
    if (share.unit_key != "PERCENT" || share.amount <= 0) continue;
    if (IsChange(role.value)) continue;
    if ((takes_over || rules) && share.amount < kHalf) return false;
    sized = true;
    if (buys && share.amount > kHalf) return false;
  }
  // Only a figure says that it is more than half.
  return !rules || sized;
}

bool ParticipantFit::IsUnion(const ArgumentRecord& subject) const {
  static const auto* unions = new absl::flat_hash_set<absl::string_view>{
      "نقابه", "اتحاد", "نقابات", "كونفدراليه", "كونفيدراليه", "فيدراليه", "رابطه", "جمعيه"};
  if (subject.kind != ArgumentRecord::Kind::kEntity) return false;
  const int name = index_.TokenOfMention(subject.range, subject.entity);
  if (name < 0) return false;
  const bool before = name > 0 && unions->contains(index_.token(name - 1).base);
  return before || unions->contains(index_.token(name).base);
}

bool ParticipantFit::MayMeet(const CompiledFrame& frame, const ArgumentRecord& subject,
                             const ArgumentRecord& object) const {
  if (subject.kind == ArgumentRecord::Kind::kEntity &&
      object.kind == ArgumentRecord::Kind::kEntity && subject.entity == object.entity) {
    return false;
  }
  if (object.filled() && subject.range.overlaps(object.range) && !IsThingOf(object, subject)) {
    return false;
  }
  if (IsMove(TypeOf(frame)) && ActsOnGroup(subject)) return false;
  return AreRivals(frame, subject, object) && ArePartners(frame, subject, object);
}

bool ParticipantFit::ActsOnGroup(const ArgumentRecord& person) const {
  if (person.entity < 0) return false;
  const int first = index_.TokenAtByte(person.range.begin);
  const int mention = first >= 0 && first < index_.size() ? index_.MentionAt(first) : -1;
  if (mention < 0 || analysis_.mentions[mention].tokens.begin != first) return false;
  if (index_.TypeOfMention(mention) != EntityType::kPerson) return false;
  const int behind = analysis_.mentions[mention].tokens.end;
  const TokenRange passage = index_.PassageTokens(first);
  return first > passage.begin && behind < passage.end && index_.IsVerb(first - 1) &&
         index_.token(behind).proclitics.empty() && index_.token(behind).enclitic.empty() &&
         IsPeopleNoun(index_.token(behind));
}

bool ParticipantFit::ArePartners(const CompiledFrame& frame, const ArgumentRecord& a,
                                 const ArgumentRecord& b) const {
  if (TypeOf(frame) != "PARTNERED_WITH") return true;
  const auto is_person = [this](const ArgumentRecord& end) {
    if (end.entity >= 0) return analysis_.entities[end.entity].type == EntityType::kPerson;
    if (!end.filled()) return false;
    // "with the engineer X", taken as words.
    for (int i = index_.TokenAtByte(end.range.begin);
         i < index_.size() && index_.token(i).range.begin < end.range.end; ++i) {
      const int mention = index_.MentionAt(i);
      if (mention >= 0) return index_.TypeOfMention(mention) == EntityType::kPerson;
    }
    return false;
  };
  return is_person(a) == is_person(b);
}

bool ParticipantFit::AreRivals(const CompiledFrame& frame, const ArgumentRecord& a,
                               const ArgumentRecord& b) const {
  if (TypeOf(frame) != "COMPETES_WITH" || a.entity < 0 || b.entity < 0) return true;
  // "among the rivals of X": its like, though a shop or a search engine is a company's rival.
  const auto is_thing = [this](const ArgumentRecord& end) {
    const absl::string_view kind = analysis_.entities[end.entity].entity_class;
    return kind == "MODEL" || kind == "DEVICE" || kind == "CHIP";
  };
  if (frame.construction == Frame::NOUN_PHRASE && is_thing(a) != is_thing(b)) return false;
  // Who reports of rivals is none, unless both are outlets.
  if (IsOutletClass(analysis_.entities[a.entity]) != IsOutletClass(analysis_.entities[b.entity])) {
    return false;
  }
  const bool person = analysis_.entities[a.entity].type == EntityType::kPerson;
  return person == (analysis_.entities[b.entity].type == EntityType::kPerson);
}

void ParticipantFit::NameOffice(ArgumentRecord* argument) const {
  if (argument->kind != ArgumentRecord::Kind::kEntity) return;
  const int name = index_.TokenOfMention(argument->range, argument->entity);
  if (name < 0 || index_.MentionAt(name) < 0) return;
  const TokenRange passage = index_.PassageTokens(name);
  int head = name - 1;
  while (head >= passage.begin && index_.IsQuoteMark(head)) --head;
  static const auto* offices =
      new absl::flat_hash_set<absl::string_view>{"مكتب", "فرع", "مقر", "مكاتب", "فروع"};
  if (head < passage.begin || !offices->contains(index_.token(head).base)) return;
  int end = analysis_.mentions[index_.MentionAt(name)].tokens.end;
  while (end < passage.end && index_.IsQuoteMark(end)) ++end;
  if (end + 1 < passage.end && index_.IsPreposition(end, "في") && index_.MentionStartsAt(end + 1)) {
    end = analysis_.mentions[index_.MentionAt(end + 1)].tokens.end;
  }
  argument->kind = ArgumentRecord::Kind::kText;
  argument->entity = -1;
  argument->range = analysis_.BytesOf({head, end});
  argument->text = std::string(analysis_.Quote(argument->range));
}

}  // namespace isnad::extraction
