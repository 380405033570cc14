#include "absl/strings/str_cat.h"
#include "services/facts/engines/sql/listing.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::sql {
namespace {

// The state that ends now, unless it began in this very transaction.
absl::Status KeepFormer(View& view, int64_t fact) {
  Query past = view.connection.Prepare(
      "INSERT INTO listing_past(fact, recorded, type, subject_entity, object_entity, polarity, "
      "modality, support, confidence, first_publish, valid_order, valid_start, valid_end, "
      "superseded) SELECT n.fact, n.recorded, n.type, n.subject_entity, n.object_entity, "
      "n.polarity, n.modality, n.support, n.confidence, n.first_publish, n.valid_order, "
      "n.valid_start, n.valid_end, ?1 FROM listing_now n WHERE n.fact = ?2 AND n.recorded < ?1");
  return past.Int(view.now).Int(fact).Run();
}

}  // namespace

absl::Status WriteListing(View& view, const KnownFact& fact, const FactState& state) {
  if (fact.stands) ISNAD_RETURN_IF_ERROR(KeepFormer(view, fact.row));
  if (!state.stands) {
    Query end = view.connection.Prepare("DELETE FROM listing_now WHERE fact = ?");
    return fact.stands ? end.Int(fact.row).Run() : absl::OkStatus();
  }
  Query now = view.connection.Prepare(
      "INSERT INTO listing_now(fact, type, subject_entity, object_entity, polarity, modality, "
      "support, confidence, first_publish, valid_order, valid_start, valid_end, recorded) VALUES "
      "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(fact) DO UPDATE SET support = "
      "excluded.support, confidence = excluded.confidence, first_publish = excluded.first_publish, "
      "valid_order = excluded.valid_order, valid_start = excluded.valid_start, valid_end = "
      "excluded.valid_end, recorded = excluded.recorded");
  now.Int(fact.row).Text(fact.type).Text(fact.subject_entity).Text(fact.object_entity);
  now.Int(static_cast<int>(fact.polarity)).Int(static_cast<int>(fact.modality));
  now.Int(state.support).Real(state.confidence).Int(state.first_publish_time);
  // Facts without a valid date come last among dated ones.
  now.Int(state.valid_start == kOpenStart ? kOpenEnd : state.valid_start);
  return now.Int(state.valid_start).Int(state.valid_end).Int(view.now).Run();
}

}  // namespace isnad::facts::sql
