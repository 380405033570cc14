#include "services/ingestion/domain/raw_article.h"

#include "absl/strings/str_cat.h"
#include "services/server/digest/sha256.h"

namespace isnad::ingestion {
namespace {

// Length first, so that no two sequences of fields read alike.
void AddField(absl::string_view value, server::Sha256* digest) {
  digest->Update(absl::StrCat(value.size(), ":"));
  digest->Update(value);
}

void AddTime(absl::optional<absl::Time> time, server::Sha256* digest) {
  AddField(time.has_value() ? absl::StrCat(absl::ToUnixNanos(*time)) : "", digest);
}

}  // namespace

std::string FingerprintOf(const RawArticle& article) {
  server::Sha256 digest;
  AddField(article.content, &digest);
  AddField(absl::StrCat(static_cast<int>(article.kind)), &digest);
  for (const std::string* field :
       {&article.charset, &article.source_uri, &article.url, &article.publisher, &article.title,
        &article.supersedes, &article.document_id}) {
    AddField(*field, &digest);
  }
  AddTime(article.publish_time, &digest);
  AddTime(article.fetch_time, &digest);
  return digest.FinishHex();
}

}  // namespace isnad::ingestion
