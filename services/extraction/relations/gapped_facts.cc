#include "services/extraction/relations/gapped_facts.h"

#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"

namespace isnad::extraction {
namespace {

constexpr double kGappedPenalty = 0.9;
// Words from one participant to the next, and from a name to its figure.
constexpr int kNextReach = 6;
constexpr int kFigureReach = 4;
constexpr int kMostGapped = 6;

// The role whose figure each of those who are joined has its own of; empty for types that are not
// told so.
absl::string_view FigureOf(const FactRecord& fact) {
  if (fact.type == "INVESTED_IN") return "amount";
  if (fact.type == "LAID_OFF" || fact.type == "HEADCOUNT") return "count";
  return "";
}

ArgumentRecord* RoleOf(FactRecord* fact, absl::string_view name) {
  for (ArgumentRecord& role : fact->roles) {
    if (role.role == name && role.kind == ArgumentRecord::Kind::kValue) return &role;
  }
  return nullptr;
}

// "the company", "the fund": what may stand between the conjunction and the name.
bool IsKindNoun(const Token& token) {
  static const auto* kinds = new absl::flat_hash_set<absl::string_view>{
      "شركه", "صندوق", "مجموعه", "بنك", "مصرف", "موسسه", "منصه", "عملاق", "عملاقه", "مستثمر"};
  return kinds->contains(token.base);
}

bool IsLink(const PhraseIndex& index, int i) {
  static const auto* links =
      new absl::flat_hash_set<absl::string_view>{"ثم", "و", "تليها", "يليه", "يليها", "مقابل"};
  return index.IsComma(i) || index.token(i).form == "؛" || links->contains(index.token(i).surface);
}

// Whether the figure may stand for one like it: of the same kind, or bare where the other has said
// of what.
bool IsLike(const ValueMention& value, const ValueMention& other) {
  const bool bare = value.kind == ValueKind::kQuantity && value.quantity.unit_key.empty();
  if (bare) return true;
  if (value.kind != other.kind) return false;
  return value.kind != ValueKind::kQuantity || value.quantity.unit_key == other.quantity.unit_key;
}

class GapReader {
 public:
  explicit GapReader(const PhraseIndex& index) : index_(index), analysis_(index.analysis()) {}

  std::vector<FactRecord> After(const FactRecord& fact) const {
    std::vector<FactRecord> out;
    FactRecord source = fact;
    const ArgumentRecord* figure = RoleOf(&source, FigureOf(fact));
    if (figure == nullptr || fact.subject.kind != ArgumentRecord::Kind::kEntity) return out;
    const TokenRange words = analysis_.passages[fact.passage].tokens;
    int last = std::max(fact.trigger.end, figure->range.end);
    last = std::max(last, fact.subject.range.end);
    if (fact.object.filled()) last = std::max(last, fact.object.range.end);
    int i = words.begin;
    while (i < words.end && index_.token(i).range.begin < last) ++i;
    const ValueMention& kind = analysis_.values[figure->value];
    for (int found = 0; found < kMostGapped; ++found) {
      const int mention = NextName(i, words.end, fact);
      if (mention < 0) return out;
      const int value = FigureBehind(analysis_.mentions[mention].tokens.end, words.end, kind);
      if (value < 0) return out;
      out.push_back(Gapped(fact, mention, value));
      i = analysis_.values[value].tokens.end;
    }
    return out;
  }

 private:
  // The name that a conjunction or comma opens at a token; -1 where words go on otherwise.
  int NextName(int from, int end, const FactRecord& fact) const {
    bool linked = false;
    const EntityType type = analysis_.entities[fact.subject.entity].type;
    for (int i = from; i < end && i < from + kNextReach; ++i) {
      const bool link = IsLink(index_, i);
      linked = linked || link || index_.HasConjunction(i);
      if (index_.MentionStartsAt(i)) {
        const int mention = index_.MentionAt(i);
        const bool other = analysis_.mentions[mention].entity != fact.subject.entity &&
                           analysis_.mentions[mention].kind == MentionKind::kName;
        return linked && other && index_.TypeOfMention(mention) == type ? mention : -1;
      }
      // "7,200 work at X, and at Y some 4,300".
      const bool at = fact.type == "HEADCOUNT" && linked &&
                      (index_.IsPreposition(i, "في") || index_.IsPreposition(i, "لدي"));
      if (!link && !at && !index_.IsQuoteMark(i) && !IsKindNoun(index_.token(i))) return -1;
    }
    return -1;
  }

  // The figure that follows the name, past what describes it.
  int FigureBehind(int from, int end, const ValueMention& kind) const {
    for (int i = from; i < end && i < from + kFigureReach; ++i) {
      const int value = index_.ValueAt(i);
      if (value >= 0) return IsLike(analysis_.values[value], kind) ? value : -1;
      const bool with = index_.token(i).surface == "ب";
      const bool adjective = index_.token(i).part_of_speech == PartOfSpeech::kAdjective &&
                             index_.token(i).definite && index_.MentionAt(i) < 0;
      if (!with && !adjective && !index_.IsQuoteMark(i) && index_.token(i).base != "نحو") return -1;
    }
    return -1;
  }

  FactRecord Gapped(const FactRecord& fact, int mention, int value) const {
    FactRecord out = fact;
    out.rule = fact.type + "/gapped";
    out.LowerConfidence("goes on without its verb", kGappedPenalty);
    const Mention& name = analysis_.mentions[mention];
    out.subject.entity = name.entity;
    out.subject.range = name.range;
    out.subject.text = std::string(analysis_.Quote(name.range));
    out.subject.resolution_rule.clear();
    ArgumentRecord* figure = RoleOf(&out, FigureOf(fact));
    figure->value = value;
    figure->range = analysis_.values[value].range;
    figure->text = std::string(analysis_.Quote(figure->range));
    return out;
  }

  const PhraseIndex& index_;
  const Analysis& analysis_;
};

bool Known(const std::vector<FactRecord>& facts, const FactRecord& fact) {
  return std::any_of(facts.begin(), facts.end(), [&](const FactRecord& other) {
    return other.type == fact.type && other.subject.entity == fact.subject.entity &&
           other.passage == fact.passage && other.object.entity == fact.object.entity;
  });
}

}  // namespace

void AddGappedFacts(const PhraseIndex& index, std::vector<FactRecord>* facts) {
  const GapReader reader(index);
  std::vector<FactRecord> gapped;
  for (const FactRecord& fact : *facts) {
    if (FigureOf(fact).empty() || fact.polarity != Polarity::kAsserted) continue;
    for (FactRecord& more : reader.After(fact)) {
      if (!Known(*facts, more) && !Known(gapped, more)) gapped.push_back(std::move(more));
    }
  }
  facts->insert(facts->end(), gapped.begin(), gapped.end());
}

}  // namespace isnad::extraction
