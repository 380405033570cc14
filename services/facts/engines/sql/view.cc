#include "services/facts/engines/sql/view.h"

#include "absl/strings/str_cat.h"

namespace isnad::facts::sql {

void KnownFact::SetIdentity(const FactIdentity& identity) {
  type = identity.type;
  subject_entity = identity.subject_entity;
  object_entity = identity.object_entity;
  polarity = identity.polarity;
  modality = identity.modality;
}

std::string Live(const View& view, absl::string_view table) {
  if (view.latest()) return absl::StrCat(table, ".superseded = ", kForever);
  return absl::StrCat("(", table, ".recorded <= ", view.time, " AND ", table, ".superseded > ",
                      view.time, ")");
}

std::string Recorded(const View& view, absl::string_view table) {
  return view.latest() ? "TRUE" : absl::StrCat(table, ".recorded <= ", view.time);
}

std::string FactStates(const View& view) {
  if (view.latest()) return "fact_now";
  constexpr const char* kColumns =
      "fact, stands, support, confidence, first_publish, valid_start, valid_end, claim, "
      "search_text, recorded";
  return absl::StrCat("(SELECT ", kColumns, " FROM fact_now WHERE recorded <= ", view.time,
                      " UNION ALL SELECT ", kColumns, " FROM fact_past WHERE ",
                      // By their ends: most former states ended long ago.
                      view.dialect.Unindexed("recorded"), " <= ", view.time, " AND superseded > ",
                      view.time, ")");
}

}  // namespace isnad::facts::sql
