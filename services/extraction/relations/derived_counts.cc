#include "services/extraction/relations/derived_counts.h"

#include <string>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/relations/derivation.h"

namespace isnad::extraction {
namespace {

// Words from "their number" to the figure.
constexpr int kFigureReach = 6;

FactRecord WithCount(const PhraseIndex& index, const FactRecord& staff, int value,
                     const char* rule) {
  const Analysis& analysis = index.analysis();
  FactRecord other = Derive(staff, "HEADCOUNT", rule);
  ArgumentRecord count;
  count.kind = ArgumentRecord::Kind::kValue;
  count.role = "count";
  count.value = value;
  count.range = analysis.values[value].range;
  count.text = std::string(analysis.Quote(count.range));
  other.roles.push_back(count);
  other.trigger = count.range;
  return other;
}

// "340 people work at Y, compared to 190 a year ago": the second figure, or -1.
int ComparedCount(const PhraseIndex& index, const FactRecord& staff) {
  static const auto* compared =
      new absl::flat_hash_set<absl::string_view>{"مقابل", "بعدما", "مقارنه"};
  constexpr int kComparedReach = 4;
  const Analysis& analysis = index.analysis();
  int first = -1;
  for (const ArgumentRecord& role : staff.roles) {
    if (role.role == "count" && role.kind == ArgumentRecord::Kind::kValue) first = role.value;
  }
  if (first < 0) return -1;
  const ValueMention& counted = analysis.values[first];
  const int end = analysis.passages[staff.passage].tokens.end;
  for (int i = counted.tokens.end; i < end && i < counted.tokens.end + kFigureReach; ++i) {
    if (index.token(i).form == ".") return -1;
    if (!compared->contains(index.token(i).base)) continue;
    for (int k = i + 1; k < end && k < i + 1 + kComparedReach; ++k) {
      const int value = index.ValueAt(k);
      if (value < 0) continue;
      const ValueMention& other = analysis.values[value];
      if (other.kind != ValueKind::kQuantity) return -1;
      const bool alike =
          other.quantity.unit_key == counted.quantity.unit_key || other.quantity.unit_key.empty();
      return alike && other.quantity.unit_key != "PERCENT" ? value : -1;
    }
  }
  return -1;
}

}  // namespace

void AddOtherCounts(const PhraseIndex& index, std::vector<FactRecord>* facts) {
  std::vector<FactRecord> derived;
  for (const FactRecord& staff : *facts) {
    if (staff.type != "HEADCOUNT" || staff.polarity != Polarity::kAsserted) continue;
    const int value = ComparedCount(index, staff);
    if (value >= 0) derived.push_back(WithCount(index, staff, value, "HEADCOUNT/compared-number"));
  }
  const Analysis& analysis = index.analysis();
  for (const FactRecord& staff : *facts) {
    if (staff.type != "HEADCOUNT") continue;
    const TokenRange words = analysis.passages[staff.passage].tokens;
    for (int i = words.begin; i < words.end; ++i) {
      const Token& word = index.token(i);
      if (word.range.begin <= staff.trigger.begin || word.base != "عدد") continue;
      if (!absl::EndsWith(word.enclitic, "هم") && !absl::EndsWith(word.enclitic, "هن")) continue;
      for (int k = i + 1; k < words.end && k < i + kFigureReach; ++k) {
        const int value = index.ValueAt(k);
        if (value < 0 || analysis.values[value].kind != ValueKind::kQuantity) continue;
        if (analysis.values[value].quantity.unit_key == "PERCENT") break;
        FactRecord other = WithCount(index, staff, value, "HEADCOUNT/their-other-number");
        other.trigger = word.range;
        derived.push_back(std::move(other));
        break;
      }
    }
  }
  facts->insert(facts->end(), derived.begin(), derived.end());
}

}  // namespace isnad::extraction
