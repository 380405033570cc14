#include "services/facts/engines/sql/passage_directory.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::sql {
namespace {

// Stands for a mention without an entity in the list of mentions.
constexpr const char* kNobody = "-";

}  // namespace

std::string EncodeMentions(const std::vector<std::string>& mentions) {
  return absl::StrJoin(mentions, " ", [](std::string* out, const std::string& entity) {
    out->append(entity.empty() ? kNobody : entity);
  });
}

std::vector<std::string> DecodeMentions(const std::string& text) {
  std::vector<std::string> mentions = absl::StrSplit(text, ' ', absl::SkipEmpty());
  for (std::string& mention : mentions) {
    if (mention == kNobody) mention.clear();
  }
  return mentions;
}

uint32_t PassageDirectory::NumberOf(const std::string& name) {
  const auto [entry, is_new] = numbers_.try_emplace(name, static_cast<uint32_t>(names_.size()));
  if (is_new) names_.push_back(name);
  return entry->second;
}

absl::Status PassageDirectory::Add(Connection& connection, int64_t after,
                                   const std::vector<int64_t>& passages) {
  if (passages.empty()) return absl::OkStatus();
  Query query = connection.Prepare(
      "SELECT p.id, d.id, p.extraction, p.ordinal, p.kind, p.mentions FROM passage p JOIN document "
      "d ON d.row = p.document WHERE p.id > ? AND p.id <= ? ORDER BY p.id");
  query.Int(after).Int(passages.back());
  size_t next = 0;
  const size_t before = entries_.size();
  while (query.Next() && next < passages.size()) {
    // Passages of a kind that is not indexed are left out.
    if (query.GetInt(0) != passages[next]) continue;
    ++next;
    const std::vector<std::string> mentions = DecodeMentions(query.GetText(5));
    entries_.push_back({query.GetInt(0), query.GetInt(2), NumberOf(query.GetText(1)),
                        static_cast<int32_t>(query.GetInt(3)),
                        static_cast<int32_t>(query.GetInt(4)),
                        static_cast<uint32_t>(mentions.size()), mentions_.size()});
    for (const std::string& mention : mentions) mentions_.push_back(NumberOf(mention));
  }
  absl::Status status = query.status();
  if (status.ok() && next < passages.size()) {
    status = absl::DataLossError(absl::StrCat(
        "passage ", passages[next], " is indexed but not stored; run `isnad store check`"));
  }
  if (!status.ok()) entries_.resize(before);
  return status;
}

absl::Status PassageDirectory::AddEnds(Connection& connection) {
  Query query = connection.Prepare(
      absl::StrCat("SELECT x.id, x.superseded FROM extraction x WHERE x.superseded <> ", kForever,
                   " AND x.superseded > ?"));
  query.Int(latest_end_);
  Micros latest = latest_end_;
  while (query.Next()) {
    ends_[query.GetInt(0)] = query.GetInt(1);
    latest = std::max<Micros>(latest, query.GetInt(1));
  }
  ISNAD_RETURN_IF_ERROR(query.status());
  latest_end_ = latest;
  return absl::OkStatus();
}

bool PassageDirectory::Stood(size_t number, Micros time) const {
  const auto end = ends_.find(entries_[number].extraction);
  return end == ends_.end() || end->second > time;
}

PassageRecord PassageDirectory::At(size_t number) const {
  const Entry& entry = entries_[number];
  PassageRecord passage;
  passage.id = entry.passage;
  passage.document = names_[entry.document];
  passage.extraction = entry.extraction;
  passage.ordinal = entry.ordinal;
  passage.kind = entry.kind;
  for (size_t i = 0; i < entry.mention_count; ++i) {
    passage.mentions.push_back(names_[mentions_[entry.first_mention + i]]);
  }
  return passage;
}

}  // namespace isnad::facts::sql
