#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/facts/engines/sql/keyset.h"
#include "services/facts/engines/sql/listing.h"
#include "services/facts/engines/sql/listing_conditions.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::sql {
namespace {

constexpr const char* kColumns = "s.fact";

// A fact, and where it stands in the order.
struct Place {
  int64_t fact = 0;
  std::vector<SqlValue> values;
};

Keyset::Column ColumnOf(const OrderKey& key) {
  static const std::string* const kTimeline =
      new std::string(absl::StrCat("(CASE WHEN s.valid_start = ", kOpenStart,
                                   " THEN s.first_publish / 86400000000 ELSE s.valid_start END)"));
  switch (key.field) {
    // Rows are numbered as they are stored.
    case OrderField::kRecordTime:
      return {"s.fact", Keyset::Type::kInteger, key.direction};
    case OrderField::kValidDate:
      return {"s.valid_order", Keyset::Type::kInteger, key.direction};
    case OrderField::kTimeline:
      return {*kTimeline, Keyset::Type::kInteger, key.direction};
    case OrderField::kPublishTime:
      return {"s.first_publish", Keyset::Type::kInteger, key.direction};
    case OrderField::kConfidence:
      return {"s.confidence", Keyset::Type::kReal, key.direction};
    case OrderField::kSupport:
      return {"s.support", Keyset::Type::kInteger, key.direction};
    case OrderField::kType:
      return {"s.type", Keyset::Type::kText, key.direction};
    default:
      return {"(SELECT f.key FROM fact f WHERE f.row = s.fact)", Keyset::Type::kText,
              key.direction};
  }
}

Keyset OrderOf(const View& view, const PageQuery& query, Access access) {
  std::vector<OrderKey> keys = query.order;
  if (keys.empty()) keys.push_back({OrderField::kName, Direction::kAscending});
  keys.push_back({OrderField::kRecordTime, keys[0].direction});
  std::vector<Keyset::Column> columns;
  for (const OrderKey& key : keys) {
    columns.push_back(ColumnOf(key));
    std::string& expression = columns.back().expression;
    if (access == Access::kTry) expression = view.dialect.Unindexed(expression);
    // Nothing is alike in it.
    if (key.field == OrderField::kRecordTime) break;
  }
  return Keyset(std::move(columns));
}

// Whether an index serves both the condition and the order: the facts of a type are in several
// orders, and some conditions bound what the order begins with.
bool Bounds(const ListingCondition& condition, const PageQuery& query) {
  if (condition.of_order) return true;
  if (query.order.empty() || condition.fields.size() != 1 || condition.any_of) return false;
  const FilterField field = condition.fields[0];
  const OrderField order = query.order[0].field;
  const bool with_type = order == OrderField::kValidDate || order == OrderField::kPublishTime ||
                         order == OrderField::kSupport;
  if (condition.IsType() && with_type) return true;
  switch (order) {
    case OrderField::kValidDate:
      return field == FilterField::kValidDate;
    case OrderField::kPublishTime:
      return field == FilterField::kPublishTime;
    case OrderField::kConfidence:
      return field == FilterField::kConfidence;
    case OrderField::kSupport:
      return field == FilterField::kSupport;
    case OrderField::kType:
      return field == FilterField::kType;
    default:
      return false;
  }
}

void Demand(const SqlFragment& condition, SqlFragment* where) {
  absl::StrAppend(&where->sql, " AND (", condition.sql, ")");
  where->values.insert(where->values.end(), condition.values.begin(), condition.values.end());
}

class Listing {
 public:
  Listing(View& view, const PageQuery& query)
      : view_(view),
        query_(query),
        in_order_(OrderOf(view, query, Access::kFind)),
        of_evidence_({{"e.fact", Keyset::Type::kInteger, in_order_.direction()}}),
        sorted_(OrderOf(view, query, Access::kTry)) {}

  absl::StatusOr<Page<int64_t>> Read() {
    ISNAD_RETURN_IF_ERROR(ReadFrom({FilterTable::kFacts, "listing_now"}));
    if (!view_.latest()) {
      ISNAD_RETURN_IF_ERROR(ReadFrom({FilterTable::kPastFacts, "listing_past"}));
    }
    std::sort(places_.begin(), places_.end(), [this](const Place& one, const Place& other) {
      return in_order_.IsBefore(one.values, other.values);
    });
    // Facts that two of the entities asked for share were found at both ends.
    const auto same = [](const Place& one, const Place& other) { return one.fact == other.fact; };
    places_.erase(std::unique(places_.begin(), places_.end(), same), places_.end());
    Page<int64_t> page;
    const auto limit = static_cast<size_t>(query_.limit);
    if (places_.size() > limit) {
      places_.resize(limit);
      more_ = true;
    }
    for (const Place& place : places_) page.rows.push_back(place.fact);
    if (more_ && !places_.empty()) page.next = Keyset::PositionOf(places_.back().values);
    return page;
  }

 private:
  absl::Status ReadFrom(const ListingTable& table) {
    ISNAD_ASSIGN_OR_RETURN(const std::vector<ListingCondition> conditions,
                           ConditionsOf(view_, table, query_));
    ISNAD_ASSIGN_OR_RETURN(const absl::optional<size_t> few, FewestFacts(view_, table, conditions));
    const absl::optional<size_t> by = few.has_value() ? few : InOrder(conditions);
    SqlFragment where;
    for (size_t i = 0; i < conditions.size(); ++i) {
      if (by == i) continue;
      const ListingCondition& condition = conditions[i];
      // Where the facts of an entity are followed, their index is in the order of facts, too.
      const bool followed = !few.has_value() && !view_.dialect.KnowsHowMany();
      const bool found = by.has_value() ? condition.of_order && followed
                                        : condition.left_to_database || Bounds(condition, query_);
      SqlFragment demanded = found ? condition.find : condition.attempt;
      if (by.has_value() && !few.has_value() && !condition.of_order) {
        demanded.sql = view_.dialect.Likely(demanded.sql);
      }
      Demand(demanded, &where);
    }
    const std::string facts = absl::StrCat(" FROM ", table.name, " s ");
    if (!by.has_value()) return ReadPlaces(facts, {where}, in_order_);
    const ListingCondition& first = conditions[*by];
    if (!few.has_value()) {
      const std::string evidence =
          absl::StrCat(" FROM evidence e", view_.dialect.JoinToEach(table.name));
      if (first.by_evidence) return ReadParts(evidence, where, first.in_order, of_evidence_);
      // A database that guesses would rather go through all facts in the order: it has indexes for
      // this alone.
      const Keyset& order = view_.dialect.KnowsHowMany() ? sorted_ : in_order_;
      return ReadParts(facts, where, first.in_order, order);
    }
    return ReadParts(facts, where, first.ends.empty() ? std::vector{first.find} : first.ends,
                     sorted_);
  }

  absl::Status ReadParts(const std::string& from, const SqlFragment& where,
                         const std::vector<SqlFragment>& parts, const Keyset& order) {
    std::vector<SqlFragment> wheres;
    for (const SqlFragment& part : parts) {
      wheres.push_back(where);
      Demand(part, &wheres.back());
    }
    return ReadPlaces(from, wheres, order);
  }

  // A page of each of `wheres`.
  absl::Status ReadPlaces(const std::string& from, const std::vector<SqlFragment>& wheres,
                          const Keyset& order) {
    std::vector<RepeatedQuery> pages;
    for (const SqlFragment& where : wheres) {
      ISNAD_ASSIGN_OR_RETURN(SqlFragment page, SelectPage(kColumns, from, where, order, query_));
      pages.push_back(
          {std::move(page.sql), 1,
           [values = std::move(page.values)](size_t, Query& query) { query.BindAll(values); },
           [this, &order](size_t, Query& query) { return TakePlaces(query, order); }});
    }
    return view_.connection.ForEachOf(pages);
  }

  absl::Status TakePlaces(Query& query, const Keyset& order) {
    ISNAD_ASSIGN_OR_RETURN(Page<Place> page,
                           TakePage<Place>(query, kColumns, order, query_,
                                           [&order](const Query& row) -> absl::StatusOr<Place> {
                                             return Place{row.GetInt(0), order.ReadValues(row, 1)};
                                           }));
    more_ = more_ || !page.next.empty();
    for (Place& place : page.rows) places_.push_back(std::move(place));
    return absl::OkStatus();
  }

  View& view_;
  const PageQuery& query_;
  const Keyset in_order_;     // Of facts that are tried in their order.
  const Keyset of_evidence_;  // Of those that are tried in the order of their evidence.
  const Keyset sorted_;       // Of those that are found first.
  std::vector<Place> places_;
  bool more_ = false;  // Facts after those places.
};

}  // namespace

absl::StatusOr<Page<int64_t>> ReadListing(View& view, const PageQuery& query) {
  return Listing(view, query).Read();
}

}  // namespace isnad::facts::sql
