#include "services/facts/engines/sqlite/passage_rows.h"

#include <unordered_map>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::sqlite {
namespace {

// Stands for a mention without an entity in the list of mentions.
constexpr const char* kNobody = "-";

std::string EncodeTerms(const std::vector<std::string>& terms) {
  return absl::StrJoin(
      terms, " ", [](std::string* out, const std::string& term) { out->append(EncodeTerm(term)); });
}

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

const char* Column(TermField field) { return field == TermField::kSurface ? "surface" : "stem"; }

// Encoded terms hold neither quotes nor operators, so they can stand in a query as strings.
std::string MatchExpression(const std::vector<SearchTerm>& terms) {
  return absl::StrJoin(terms, " OR ", [](std::string* out, const SearchTerm& term) {
    absl::StrAppend(out, Column(term.field), " : \"", EncodeTerm(term.term), "\"");
  });
}

absl::StatusOr<TermStatistics> ReadStatistics(View& view, const PassageSearch& search) {
  TermStatistics statistics;
  Query totals = view.connection.Prepare(
      absl::StrCat("SELECT COUNT(*), IFNULL(AVG(p.length), 1) FROM passage p WHERE p.kind <> ",
                   static_cast<int>(PassageKind::kBoilerplate), " AND ", Live(view, "p")));
  if (totals.Next()) {
    statistics.passage_count = totals.GetInt(0);
    statistics.mean_length = totals.GetReal(1);
  }
  ISNAD_RETURN_IF_ERROR(totals.status());
  for (const SearchTerm& term : search.terms) {
    Query query =
        view.connection.Prepare("SELECT doc FROM passage_vocabulary WHERE term = ? AND col = ?");
    query.Text(EncodeTerm(term.term)).Text(Column(term.field));
    statistics.document_frequencies.push_back(query.Next() ? query.GetInt(0) : 0);
    ISNAD_RETURN_IF_ERROR(query.status());
  }
  return statistics;
}

std::string CandidateSql(const View& view, const PassageSearch& search) {
  std::string sql = absl::StrCat(
      "SELECT p.id, d.id, p.extraction, p.ordinal, p.kind, p.mentions, t.surface, t.stem, "
      "p.superseded FROM passage_terms t JOIN passage p ON p.id = t.rowid JOIN document d ON d.row "
      "= p.document WHERE passage_terms MATCH ? AND ",
      Live(view, "p"));
  if (search.publish_start != kUnknownTime) sql += " AND d.publish_time >= ?";
  if (search.publish_end != kForever) {
    absl::StrAppend(&sql, " AND d.publish_time < ? AND d.publish_time <> (", kUnknownTime + 1,
                    " - 1)");
  }
  if (!search.documents.empty()) {
    sql += " AND d.id IN (";
    for (size_t i = 0; i < search.documents.size(); ++i) sql += i == 0 ? "?" : ", ?";
    sql += ")";
  }
  return sql + " ORDER BY t.rank LIMIT ?";
}

std::vector<std::string> DecodeTerms(const std::string& text) {
  return absl::StrSplit(text, ' ', absl::SkipEmpty());
}

}  // namespace

std::string EncodeTerm(absl::string_view term) {
  std::string encoded;
  encoded.reserve(term.size());
  for (const char c : term) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || absl::ascii_isdigit(byte) || absl::ascii_islower(byte)) {
      encoded.push_back(c);
      continue;
    }
    // U+E000 + byte, in UTF-8.
    encoded.push_back('\xee');
    encoded.push_back(static_cast<char>(0x80 | (byte >> 6)));
    encoded.push_back(static_cast<char>(0x80 | (byte & 0x3f)));
  }
  return encoded;
}

absl::StatusOr<std::vector<PassageRecord>> ReadPassages(View& view, const std::string& document) {
  Query query = view.connection.Prepare(absl::StrCat(
      "SELECT p.id, p.extraction, p.ordinal, p.kind, p.mentions, p.body FROM passage p WHERE "
      "p.extraction = (SELECT x.id FROM extraction x JOIN document d ON d.row = x.document WHERE "
      "d.id = ? AND ",
      Recorded(view, "x"), " ORDER BY x.id DESC LIMIT 1) ORDER BY p.ordinal"));
  query.Text(document);
  std::vector<PassageRecord> passages;
  while (query.Next()) {
    PassageRecord passage;
    passage.id = query.GetInt(0);
    passage.document = document;
    passage.extraction = query.GetInt(1);
    passage.ordinal = static_cast<int>(query.GetInt(2));
    passage.kind = static_cast<int>(query.GetInt(3));
    passage.mentions = DecodeMentions(query.GetText(4));
    passage.passage_bytes = query.GetText(5);
    passages.push_back(std::move(passage));
  }
  ISNAD_RETURN_IF_ERROR(query.status());
  return passages;
}

absl::StatusOr<PassageCandidates> ReadCandidates(View& view, const PassageSearch& search) {
  PassageCandidates candidates;
  ISNAD_ASSIGN_OR_RETURN(candidates.statistics, ReadStatistics(view, search));
  // Terms come back encoded; these are the ones the ranking looks for.
  std::unordered_map<std::string, std::string> decoded;
  for (const SearchTerm& term : search.terms) decoded[EncodeTerm(term.term)] = term.term;
  const auto decode = [&decoded](std::vector<std::string> terms) {
    for (std::string& term : terms) {
      const auto found = decoded.find(term);
      if (found != decoded.end()) term = found->second;
    }
    return terms;
  };
  Query query = view.connection.Prepare(CandidateSql(view, search));
  query.Text(MatchExpression(search.terms));
  if (search.publish_start != kUnknownTime) query.Int(search.publish_start);
  if (search.publish_end != kForever) query.Int(search.publish_end);
  for (const std::string& document : search.documents) query.Text(document);
  query.Int(search.candidate_limit);
  while (query.Next()) {
    PassageRecord passage;
    passage.id = query.GetInt(0);
    passage.document = query.GetText(1);
    passage.extraction = query.GetInt(2);
    passage.ordinal = static_cast<int>(query.GetInt(3));
    passage.kind = static_cast<int>(query.GetInt(4));
    passage.mentions = DecodeMentions(query.GetText(5));
    passage.surface_terms = decode(DecodeTerms(query.GetText(6)));
    passage.stem_terms = decode(DecodeTerms(query.GetText(7)));
    passage.historic = query.GetInt(8) != kForever;
    candidates.passages.push_back(std::move(passage));
  }
  ISNAD_RETURN_IF_ERROR(query.status());
  return candidates;
}

absl::StatusOr<std::string> ReadPassageBytes(View& view, int64_t passage) {
  Query query = view.connection.Prepare("SELECT body FROM passage WHERE id = ?");
  query.Int(passage);
  if (query.Next()) return query.GetText(0);
  ISNAD_RETURN_IF_ERROR(query.status());
  return absl::NotFoundError("no such passage");
}

absl::Status WritePassage(View& view, const PassageRecord& passage) {
  Query insert = view.connection.Prepare(absl::StrCat(
      "INSERT INTO passage(document, extraction, ordinal, kind, length, mentions, body, recorded, "
      "superseded) SELECT row, ?, ?, ?, ?, ?, ?, ?, ",
      kForever, " FROM document WHERE id = ?"));
  insert.Int(passage.extraction).Int(passage.ordinal).Int(passage.kind);
  insert.Int(static_cast<int64_t>(passage.stem_terms.size()));
  insert.Text(EncodeMentions(passage.mentions)).Blob(passage.passage_bytes).Int(view.now);
  ISNAD_RETURN_IF_ERROR(insert.Text(passage.document).Run());
  // Boilerplate is kept for its offsets, but never found.
  if (passage.kind == static_cast<int>(PassageKind::kBoilerplate)) return absl::OkStatus();
  Query index =
      view.connection.Prepare("INSERT INTO passage_terms(rowid, surface, stem) VALUES (?, ?, ?)");
  index.Int(view.connection.LastRowId()).Text(EncodeTerms(passage.surface_terms));
  return index.Text(EncodeTerms(passage.stem_terms)).Run();
}

}  // namespace isnad::facts::sqlite
