#include "services/facts/engines/sql/listing_conditions.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/facts/engines/sql/merge_rows.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::sql {
bool ListingCondition::IsType() const { return indexed && IsOf(FilterField::kType); }

bool ListingCondition::IsOf(FilterField field) const {
  return fields == std::vector<FilterField>{field};
}

namespace {

// As many facts are looked up one by one in a few milliseconds.
constexpr int kFew = 4'000;
// There are fewer former states to try in their order.
constexpr int kFewFormer = 1'000;
constexpr int kFewFormerInIndex = 20'000;
// Worth finding and sorting where an index has the facts of an entity in the list's order.
constexpr int kFewOfType = 2'000;
constexpr int kFewOfPair = 1'000;
// Most times leave most facts, which is not worth much counting.
constexpr int kFewAtTime = 1'000;
// With so few there is no need to look for fewer.
constexpr int kVeryFew = 500;

// What `filter` demands at once.
void Flatten(const Filter& filter, std::vector<Filter>* all) {
  if (filter.kind == Filter::Kind::kEverything) return;
  if (filter.kind != Filter::Kind::kAnd) {
    all->push_back(filter);
    return;
  }
  for (const Filter& child : filter.children) Flatten(child, all);
}

bool IsEntity(FilterField field) {
  return field == FilterField::kSubject || field == FilterField::kObject ||
         field == FilterField::kEntity;
}

bool IsList(FilterField field) {
  return field == FilterField::kDocument || field == FilterField::kSource ||
         field == FilterField::kSpeaker;
}

bool IsRange(FilterField field) {
  return field == FilterField::kValidDate || field == FilterField::kPublishTime ||
         field == FilterField::kSupport || field == FilterField::kConfidence;
}

// Former denials have an index of their own.
bool IsDenial(const Filter& filter) {
  return filter.kind == Filter::Kind::kCompare && filter.field == FilterField::kPolarity &&
         filter.op == FilterOperator::kEqual &&
         filter.integer == static_cast<int>(Polarity::kDenied);
}

bool IsIndexed(const Filter& filter) {
  switch (filter.kind) {
    case Filter::Kind::kOr:
      return std::all_of(filter.children.begin(), filter.children.end(), IsIndexed);
    case Filter::Kind::kAnd:
      return std::any_of(filter.children.begin(), filter.children.end(), IsIndexed);
    case Filter::Kind::kCompare:
      if (filter.op == FilterOperator::kNotEqual) return false;
      // A day equals the intervals that it lies in, for which there is no index.
      if (filter.field == FilterField::kValidDate) return filter.op != FilterOperator::kEqual;
      return filter.field == FilterField::kType || IsEntity(filter.field) || IsList(filter.field) ||
             IsRange(filter.field);
    default:
      return false;
  }
}

// Bounds of one range belong together: each alone may leave half of all facts.
std::vector<Filter> JoinRanges(std::vector<Filter> all) {
  std::vector<Filter> joined;
  for (Filter& filter : all) {
    const bool range = filter.kind == Filter::Kind::kCompare && IsRange(filter.field);
    const auto other = std::find_if(joined.begin(), joined.end(), [&](const Filter& one) {
      return range && one.kind == Filter::Kind::kAnd && one.field == filter.field;
    });
    if (other != joined.end()) {
      other->children.push_back(std::move(filter));
      continue;
    }
    if (!range) {
      joined.push_back(std::move(filter));
      continue;
    }
    Filter both;
    both.kind = Filter::Kind::kAnd;
    both.field = filter.field;
    both.children.push_back(std::move(filter));
    joined.push_back(std::move(both));
  }
  return joined;
}

// "entity = X OR entity = Y", "type = A OR type = B".
bool IsAnyOf(const Filter& filter, bool (*of)(FilterField)) {
  return filter.kind == Filter::Kind::kOr &&
         std::all_of(filter.children.begin(), filter.children.end(), [&](const Filter& child) {
           return child.kind == Filter::Kind::kCompare && of(child.field) && IsIndexed(child);
         });
}

bool IsTypeField(FilterField field) { return field == FilterField::kType; }

bool IsOrder(const PageQuery& query, const std::vector<OrderField>& fields) {
  return std::equal(query.order.begin(), query.order.end(), fields.begin(), fields.end(),
                    [&query](const OrderKey& key, OrderField field) {
                      return key.field == field && key.direction == query.order[0].direction;
                    });
}

// Whether the facts of an entity have an index in this order.
bool IsOrderOfEntity(const PageQuery& query) {
  return IsOrder(query, {OrderField::kRecordTime}) || IsOrder(query, {OrderField::kValidDate}) ||
         IsOrder(query, {OrderField::kPublishTime}) ||
         IsOrder(query, {OrderField::kSupport, OrderField::kConfidence});
}

// In which parts an index serves the comparison in the order of the list; none.
absl::Status AddInOrder(View& view, const ListingTable& table, const PageQuery& query,
                        const Filter& filter, ListingCondition* condition) {
  std::vector<SqlFragment> parts;
  if (filter.field == FilterField::kSource || filter.field == FilterField::kSpeaker) {
    // Evidence is in the order of facts.
    if (!IsOrder(query, {OrderField::kRecordTime})) return absl::OkStatus();
    ISNAD_ASSIGN_OR_RETURN(parts, CompileEvidence(view, filter));
    condition->by_evidence = true;
  } else if (IsEntity(filter.field)) {
    if (table.table != FilterTable::kFacts || !IsOrderOfEntity(query)) return absl::OkStatus();
    ISNAD_ASSIGN_OR_RETURN(parts, CompileOrderedEnds(view, filter));
  }
  for (SqlFragment& part : parts) condition->in_order.push_back(std::move(part));
  return absl::OkStatus();
}

absl::StatusOr<ListingCondition> ConditionOf(View& view, const ListingTable& listing,
                                             const PageQuery& query, const Filter& filter) {
  const FilterTable table = listing.table;
  ListingCondition condition;
  ISNAD_ASSIGN_OR_RETURN(condition.find, CompileFilter(view, table, filter, Access::kFind));
  ISNAD_ASSIGN_OR_RETURN(condition.attempt, CompileFilter(view, table, filter, Access::kTry));
  condition.indexed = IsIndexed(filter);
  const bool former = table == FilterTable::kPastFacts;
  condition.few = former ? kFewFormer : kFew;
  if (former && IsDenial(filter)) {
    condition.indexed = true;
    condition.few = kFewFormerInIndex;
  }
  const int few_of_entity = former ? kFewFormerInIndex : view.dialect.FewOfEntity();
  if (IsAnyOf(filter, IsTypeField)) {
    condition.fields = {FilterField::kType};
    condition.any_of = true;
    return condition;
  }
  if (IsAnyOf(filter, IsEntity)) {
    condition.any_of = true;
    condition.few = few_of_entity;
    for (const Filter& child : filter.children) {
      ISNAD_ASSIGN_OR_RETURN(std::vector<SqlFragment> ends, CompileEnds(view, child));
      for (SqlFragment& end : ends) condition.ends.push_back(std::move(end));
      condition.entities.push_back(child.text);
      ISNAD_RETURN_IF_ERROR(AddInOrder(view, listing, query, child, &condition));
    }
    return condition;
  }
  const bool range = filter.kind == Filter::Kind::kAnd;
  if (filter.kind != Filter::Kind::kCompare && !range) return condition;
  condition.fields = {filter.field};
  if (range || !condition.indexed) return condition;
  if (IsList(filter.field)) {
    ISNAD_ASSIGN_OR_RETURN(condition.probe, CompileFactList(view, filter));
  }
  ISNAD_RETURN_IF_ERROR(AddInOrder(view, listing, query, filter, &condition));
  if (IsEntity(filter.field)) {
    ISNAD_ASSIGN_OR_RETURN(condition.ends, CompileEnds(view, filter));
    condition.entities = {filter.text};
    condition.few = few_of_entity;
  }
  return condition;
}

// Facts between two entities have an index of their own, since each of them may have very many.
// Looks facts up by it rather than by the conditions of either entity, which are among
// `conditions`, those of `filters` from `begin` on.
absl::Status JoinPair(View& view, const ListingTable& table, const PageQuery& query,
                      const std::vector<Filter>& filters, size_t begin,
                      std::vector<ListingCondition>* conditions) {
  std::vector<size_t> ends;
  for (size_t i = 0; i < filters.size(); ++i) {
    const ListingCondition& condition = (*conditions)[begin + i];
    if (condition.entities.size() == 1 && !condition.any_of) ends.push_back(i);
  }
  if (ends.size() < 2) return absl::OkStatus();
  ListingCondition pair;
  ISNAD_ASSIGN_OR_RETURN(pair.ends, CompilePair(view, filters[ends[0]], filters[ends[1]]));
  if (pair.ends.empty()) return absl::OkStatus();
  pair.of_pair = true;
  pair.indexed = true;
  bool in_order = false;
  for (const size_t end : {ends[0], ends[1]}) {
    ListingCondition& condition = (*conditions)[begin + end];
    condition.indexed = false;
    in_order = in_order || !condition.in_order.empty();
  }
  if (IsOrder(query, {OrderField::kRecordTime})) pair.in_order = pair.ends;
  const int many =
      table.table == FilterTable::kPastFacts ? kFewFormerInIndex : view.dialect.FewOfEntity();
  pair.few = in_order ? kFewOfPair : many;
  // Counted first, since it most often leaves fewest.
  conditions->insert(conditions->begin(), std::move(pair));
  return absl::OkStatus();
}

// Facts of an entity are in order of their types.
void NarrowEndsByType(std::vector<ListingCondition>* conditions) {
  for (const ListingCondition& type : *conditions) {
    if (!type.IsType()) continue;
    for (ListingCondition& condition : *conditions) {
      for (SqlFragment& end : condition.ends) {
        absl::StrAppend(&end.sql, " AND (", type.find.sql, ")");
        end.values.insert(end.values.end(), type.find.values.begin(), type.find.values.end());
      }
      condition.narrowed = !condition.ends.empty();
      if (!condition.in_order.empty()) condition.few = std::min(condition.few, kFewOfType);
    }
    return;
  }
}

// Facts that two entities share may be few though each has many: the way through all facts in their
// order would be long.
void LookHarderForSeveralEntities(std::vector<ListingCondition>* conditions) {
  constexpr int kHarder = 4;
  const auto of_entity = [](const ListingCondition& one) {
    return one.indexed && !one.ends.empty();
  };
  if (std::count_if(conditions->begin(), conditions->end(), of_entity) < 2) return;
  for (ListingCondition& condition : *conditions) {
    if (of_entity(condition) && !condition.of_pair) condition.few *= kHarder;
  }
}

bool IsAlone(const std::vector<ListingCondition>& conditions) {
  return std::count_if(conditions.begin(), conditions.end(),
                       [](const auto& one) { return !one.of_time; }) == 1;
}

// Former states of a type or of a range of dates, of which nothing else is asked, are all in an
// index, with the times that bound them; those of a time are far apart in the order of facts.
void LookHarderForFormerStates(const View& view, const ListingTable& table, const PageQuery& query,
                               std::vector<ListingCondition>* conditions) {
  if (table.table != FilterTable::kPastFacts || !IsOrder(query, {OrderField::kRecordTime})) return;
  if (!IsAlone(*conditions)) return;
  for (ListingCondition& condition : *conditions) {
    // Where an index has them in that order, the database knows.
    const bool of_type = condition.IsType() && !view.dialect.KnowsHowMany();
    const bool of_dates = condition.indexed && condition.IsOf(FilterField::kValidDate);
    if (!of_type && !of_dates) continue;
    condition.few = kFewFormerInIndex;
    condition.left_to_database = false;
  }
}

// Facts of an entity of which nothing else is asked are worth less looking up when they are found
// in their order.
void LookLessForWhatIsInOrder(std::vector<ListingCondition>* conditions) {
  const bool alone = IsAlone(*conditions);
  for (ListingCondition& condition : *conditions) {
    if (condition.in_order.empty()) continue;
    if (alone) condition.few = kVeryFew;
  }
}

ListingCondition AtTime(View& view, const char* column, const char* comparison) {
  ListingCondition condition;
  condition.find.sql = absl::StrCat("s.", column, comparison, view.time);
  condition.attempt.sql =
      absl::StrCat(view.dialect.Unindexed(absl::StrCat("s.", column)), comparison, view.time);
  condition.indexed = true;
  condition.few = kFewAtTime;
  condition.of_time = true;
  return condition;
}

// Rows of facts are numbered as they are recorded, so the newest of an earlier time are not sought
// among all that came later.
absl::Status BoundNewest(View& view, const PageQuery& query,
                         std::vector<ListingCondition>* conditions) {
  if (!IsOrder(query, {OrderField::kRecordTime})) return absl::OkStatus();
  if (query.order[0].direction == Direction::kAscending) return absl::OkStatus();
  Query last = view.connection.Prepare(
      absl::StrCat("SELECT f.row FROM fact f WHERE f.recorded <= ", view.time,
                   " ORDER BY f.recorded DESC, f.row DESC LIMIT 1"));
  const SqlValue row = SqlValue::Integer(last.Next() ? last.GetInt(0) : 0);
  ISNAD_RETURN_IF_ERROR(last.status());
  for (ListingCondition& condition : *conditions) {
    if (!condition.by_evidence) continue;
    for (SqlFragment& part : condition.in_order) {
      part.sql += " AND e.fact <= ?";
      part.values.push_back(row);
    }
  }
  ListingCondition bound;
  bound.find = {"s.fact <= ?", {row}};
  bound.attempt = {absl::StrCat(view.dialect.Unindexed("s.fact"), " <= ?"), {row}};
  bound.of_time = true;
  bound.of_order = true;
  conditions->push_back(std::move(bound));
  return absl::OkStatus();
}

ListingCondition HoldsOn(int32_t day) {
  ListingCondition condition;
  condition.find.sql = "s.valid_start <= ? AND s.valid_end > ?";
  condition.find.values = {SqlValue::Integer(day), SqlValue::Integer(day)};
  condition.attempt = condition.find;
  return condition;
}

// At least as many standing facts as the entities have.
absl::StatusOr<int64_t> Tally(View& view, const std::vector<std::string>& entities) {
  int64_t tally = 0;
  for (const std::string& entity : entities) {
    ISNAD_ASSIGN_OR_RETURN(const std::vector<std::string> same, ReadSameEntities(view, entity));
    for (const std::string& one : same) {
      Query query = view.connection.Prepare("SELECT facts FROM fact_tally WHERE entity = ?");
      query.Text(one);
      if (query.Next()) tally += query.GetInt(0);
      ISNAD_RETURN_IF_ERROR(query.status());
    }
  }
  return tally;
}

// How many facts the condition leaves, counted up to one more than are few.
absl::StatusOr<int64_t> Count(View& view, const ListingTable& table,
                              const ListingCondition& condition) {
  if (!condition.entities.empty() && table.table == FilterTable::kFacts) {
    ISNAD_ASSIGN_OR_RETURN(const int64_t tally, Tally(view, condition.entities));
    const bool either_end = condition.IsOf(FilterField::kEntity);
    if (tally <= kVeryFew) return tally;
    if (!condition.narrowed && (either_end || tally <= condition.few)) return tally;
  }
  std::vector<SqlFragment> queries;
  if (!condition.probe.values.empty()) {
    queries = {condition.probe};
  } else {
    queries = condition.ends;
    if (queries.empty()) queries = {condition.find};
    for (SqlFragment& query : queries) {
      query.sql = absl::StrCat("SELECT 1 FROM ", table.name, " s WHERE ", query.sql);
    }
  }
  int64_t count = 0;
  for (const SqlFragment& counted : queries) {
    Query query = view.connection.Prepare(absl::StrCat("SELECT COUNT(*) FROM (", counted.sql,
                                                       " LIMIT ", condition.few + 1, ") found"));
    query.BindAll(counted.values);
    if (query.Next()) count += query.GetInt(0);
    ISNAD_RETURN_IF_ERROR(query.status());
    if (count > condition.few) break;
  }
  return count;
}

}  // namespace

absl::StatusOr<std::vector<ListingCondition>> ConditionsOf(View& view, const ListingTable& table,
                                                           const PageQuery& query) {
  std::vector<ListingCondition> conditions;
  if (table.table == FilterTable::kPastFacts) {
    conditions.push_back(AtTime(view, "superseded", " > "));
  }
  if (!view.latest()) {
    conditions.push_back(AtTime(view, "recorded", " <= "));
    conditions.back().left_to_database = view.dialect.KnowsHowMany();
  }
  std::vector<Filter> filters;
  Flatten(query.filter, &filters);
  filters = JoinRanges(std::move(filters));
  const size_t begin = conditions.size();
  for (const Filter& filter : filters) {
    ISNAD_ASSIGN_OR_RETURN(ListingCondition condition, ConditionOf(view, table, query, filter));
    condition.left_to_database = view.dialect.KnowsHowMany() && condition.ends.empty() &&
                                 condition.probe.values.empty() &&
                                 !condition.IsOf(FilterField::kPolarity);
    conditions.push_back(std::move(condition));
  }
  ISNAD_RETURN_IF_ERROR(JoinPair(view, table, query, filters, begin, &conditions));
  NarrowEndsByType(&conditions);
  LookHarderForSeveralEntities(&conditions);
  if (query.valid_on.has_value()) conditions.push_back(HoldsOn(*query.valid_on));
  LookLessForWhatIsInOrder(&conditions);
  LookHarderForFormerStates(view, table, query, &conditions);
  if (!view.latest()) ISNAD_RETURN_IF_ERROR(BoundNewest(view, query, &conditions));
  return conditions;
}

absl::StatusOr<absl::optional<size_t>> FewestFacts(
    View& view, const ListingTable& table, const std::vector<ListingCondition>& conditions) {
  absl::optional<size_t> best;
  int64_t fewest = 0;
  for (size_t i = 0; i < conditions.size(); ++i) {
    const ListingCondition& condition = conditions[i];
    if (!condition.indexed || condition.left_to_database) continue;
    // A page of them is found in its order sooner than they are counted.
    const bool sooner = condition.by_evidence || condition.of_pair;
    if (sooner && !condition.in_order.empty()) continue;
    ISNAD_ASSIGN_OR_RETURN(const int64_t count, Count(view, table, condition));
    if (count > condition.few || (best.has_value() && count >= fewest)) continue;
    best = i;
    fewest = count;
    if (fewest <= kVeryFew) break;
  }
  return best;
}

absl::optional<size_t> InOrder(const std::vector<ListingCondition>& conditions) {
  absl::optional<size_t> found;
  for (size_t i = 0; i < conditions.size(); ++i) {
    if (conditions[i].in_order.empty()) continue;
    if (conditions[i].of_pair) return i;
    // Sources and speakers have fewer facts than entities that have many.
    if (!found.has_value() || conditions[i].by_evidence) found = i;
  }
  return found;
}

}  // namespace isnad::facts::sql
