#include "services/extraction/tools/train_confidence/gold_facts.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <functional>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "nlohmann/json.hpp"
#include "services/extraction/text/fold.h"

namespace isnad::extraction {
namespace {

using nlohmann::json;

constexpr double kNear = 0.005;  // of a figure

absl::Status ForEachRow(const std::string& path, const std::function<void(const json&)>& read) {
  std::ifstream file(path);
  if (!file) return absl::NotFoundError(absl::StrCat("cannot open ", path));
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty()) continue;
    const json row = json::parse(line, nullptr, /*allow_exceptions=*/false);
    if (!row.is_object()) {
      return absl::InvalidArgumentError(absl::StrCat(path, ":", number, ": no JSON object"));
    }
    read(row);
  }
  return absl::OkStatus();
}

std::string Text(const json& row, const char* field) {
  const auto found = row.find(field);
  return found != row.end() && found->is_string() ? found->get<std::string>() : "";
}

double UnitOf(absl::string_view unit) {
  if (unit == "thousand") return 1e3;
  if (unit == "million") return 1e6;
  if (unit == "billion") return 1e9;
  return unit == "trillion" ? 1e12 : 1;
}

bool Near(double a, double b) { return std::abs(a - b) <= kNear * std::max(std::abs(a), 1.0); }

bool HasFigure(const Analysis& analysis, const FactRecord& fact,
               const std::vector<double>& figures) {
  for (const ArgumentRecord& role : fact.roles) {
    if (role.kind != ArgumentRecord::Kind::kValue) continue;
    const ValueMention& value = analysis.values[role.value];
    const bool money = value.kind == ValueKind::kMoney;
    if (!money && value.kind != ValueKind::kQuantity) continue;
    const double amount = money ? value.money.amount : value.quantity.amount;
    for (const double figure : figures) {
      if (Near(figure, amount)) return true;
    }
  }
  return false;
}

bool HasFreeText(absl::string_view type) { return type == "STATED" || type == "DENIED"; }

}  // namespace

absl::StatusOr<GoldFacts> GoldFacts::Read(absl::string_view folder) {
  GoldFacts out;
  absl::Status status = out.ReadEntities(absl::StrCat(folder, "/entities.jsonl"));
  if (status.ok()) status = out.ReadFacts(absl::StrCat(folder, "/facts.jsonl"));
  if (!status.ok()) return status;
  return out;
}

absl::Status GoldFacts::ReadEntities(const std::string& path) {
  return ForEachRow(path, [&](const json& row) {
    const std::string name = Text(row, "en");
    canonical_names_.insert(Fold(name));
    canonical_[Fold(name)].insert(Fold(name));
    for (const char* field : {"ar", "latin"}) {
      const auto spellings = row.find(field);
      if (spellings == row.end() || !spellings->is_array()) continue;
      for (const json& spelling : *spellings) {
        if (spelling.is_string()) canonical_[Fold(spelling.get<std::string>())].insert(Fold(name));
      }
    }
  });
}

absl::Status GoldFacts::ReadFacts(const std::string& path) {
  return ForEachRow(path, [&](const json& row) {
    Gold gold;
    gold.type = Text(row, "type");
    gold.subject = Text(row, "subject");
    gold.object = Text(row, "object");
    const auto amount = row.find("amount");
    if (amount != row.end() && amount->is_object() && amount->contains("value") &&
        (*amount)["value"].is_number()) {
      gold.figures.push_back((*amount)["value"].get<double>() * UnitOf(Text(*amount, "unit")));
    }
    const auto count = row.find("count");
    if (count != row.end() && count->is_number()) gold.figures.push_back(count->get<double>());
    gold.evidence = Text(row, "evidence");
    by_article_[Text(row, "doc")].push_back(std::move(gold));
  });
}

absl::flat_hash_set<std::string> GoldFacts::NamesOf(const Analysis& analysis,
                                                    const ArgumentRecord& end) const {
  absl::flat_hash_set<std::string> spellings;
  if (end.kind == ArgumentRecord::Kind::kEntity) {
    const EntityRecord& entity = analysis.entities[end.entity];
    spellings.insert({Fold(entity.label_ar), Fold(entity.label_en)});
    for (const AliasRecord& alias : entity.aliases) spellings.insert(Fold(alias.surface));
  } else {
    spellings.insert(Fold(end.text));
  }
  spellings.erase("");
  absl::flat_hash_set<std::string> names = spellings;
  for (const std::string& spelling : spellings) {
    const auto found = canonical_.find(spelling);
    if (found != canonical_.end()) names.insert(found->second.begin(), found->second.end());
  }
  return names;
}

bool GoldFacts::IsNamed(const absl::flat_hash_set<std::string>& names) const {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return canonical_names_.contains(name); });
}

bool GoldFacts::Agree(const std::string& gold,
                      const absl::flat_hash_set<std::string>& names) const {
  const std::string folded = Fold(gold);
  if (names.contains(folded)) return true;
  const auto found = canonical_.find(folded);
  if (found == canonical_.end()) return !IsNamed(names);
  return std::any_of(found->second.begin(), found->second.end(),
                     [&](const std::string& name) { return names.contains(name); });
}

bool GoldFacts::Has(absl::string_view article, const Analysis& analysis,
                    const FactRecord& fact) const {
  const auto facts = by_article_.find(article);
  if (facts == by_article_.end()) return false;
  auto subject = NamesOf(analysis, fact.subject);
  auto object = NamesOf(analysis, fact.object);
  for (int turn = 0; turn < (IsSymmetric(fact.type) ? 2 : 1); ++turn) {
    for (const Gold& gold : facts->second) {
      if (gold.type != fact.type || !Agree(gold.subject, subject)) continue;
      if (HasFreeText(gold.type) || HasFigure(analysis, fact, gold.figures)) return true;
      if (gold.object.empty() ? gold.figures.empty() : Agree(gold.object, object)) return true;
    }
    std::swap(subject, object);
  }
  return false;
}

GoldFacts::Place GoldFacts::PlaceOf(absl::string_view article, const Analysis& analysis,
                                    const FactRecord& fact, ByteRange words) const {
  const auto facts = by_article_.find(article);
  if (facts == by_article_.end()) return Place::kNowhere;
  auto subject = NamesOf(analysis, fact.subject);
  auto object = NamesOf(analysis, fact.object);
  Place place = Place::kNowhere;
  for (int turn = 0; turn < (IsSymmetric(fact.type) ? 2 : 1); ++turn) {
    for (const Gold& gold : facts->second) {
      if (gold.type != fact.type || !Agree(gold.subject, subject)) continue;
      const bool agrees = fact.object.filled() ? !gold.object.empty() && Agree(gold.object, object)
                                               : HasFigure(analysis, fact, gold.figures);
      if (!agrees) continue;
      const size_t begin = analysis.text.find(gold.evidence);
      const ByteRange evidence = {static_cast<int>(begin),
                                  static_cast<int>(begin + gold.evidence.size())};
      if (begin == std::string::npos || evidence.overlaps(words)) return Place::kThere;
      place = Place::kElsewhere;
    }
    std::swap(subject, object);
  }
  return place;
}

}  // namespace isnad::extraction
