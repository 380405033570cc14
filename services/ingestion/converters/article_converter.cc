#include "services/ingestion/converters/article_converter.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "google/protobuf/timestamp.pb.h"
#include "services/ingestion/domain/resource_id.h"
#include "services/server/status/error_details.h"

namespace isnad::ingestion {
namespace {

constexpr size_t kMaxUriBytes = 2048;
constexpr size_t kMaxTitleBytes = 4096;
constexpr size_t kMaxPublisherBytes = 1024;
constexpr size_t kMaxCharsetBytes = 64;
constexpr size_t kMaxRequestIdCharacters = 128;
// 0001-01-01 and 9999-12-31, the range of a Timestamp.
constexpr int64_t kMinTimestampSeconds = -62135596800;
constexpr int64_t kMaxTimestampSeconds = 253402300799;

// Reads the fields of a request, collecting what is wrong with them.
class ArticleParser {
 public:
  absl::StatusOr<RawArticle> Parse(const isnad::v1::IngestDocumentRequest& request) {
    if (!request.has_article()) Violate("article", "is missing; an article is wanted");
    const isnad::v1::Article& article = request.article();
    raw_.content = article.content();
    raw_.kind = KindOf(article);
    raw_.charset = Bounded(article.charset(), "article.charset", kMaxCharsetBytes);
    raw_.source_uri = Bounded(article.source_uri(), "article.source_uri", kMaxUriBytes);
    raw_.url = UrlOf(article);
    raw_.publisher = Bounded(article.publisher(), "article.publisher", kMaxPublisherBytes);
    raw_.title = Bounded(article.title(), "article.title", kMaxTitleBytes);
    if (article.has_publish_time()) {
      raw_.publish_time = TimeOf(article.publish_time(), "article.publish_time");
    }
    if (article.has_fetch_time()) {
      raw_.fetch_time = TimeOf(article.fetch_time(), "article.fetch_time");
    }
    ReadIds(request);
    if (!violations_.empty()) return server::InvalidFields(std::move(violations_));
    return std::move(raw_);
  }

 private:
  void Violate(std::string field, std::string description) {
    violations_.push_back({std::move(field), std::move(description)});
  }

  std::string Bounded(const std::string& value, const char* field, size_t max_bytes) {
    if (value.size() > max_bytes) {
      Violate(field,
              absl::StrCat("has ", value.size(), " bytes; at most ", max_bytes, " are taken"));
    }
    return value;
  }

  ContentKind KindOf(const isnad::v1::Article& article) {
    switch (article.content_type()) {
      case isnad::v1::CONTENT_TYPE_UNSPECIFIED:
        return ContentKind::kDetect;
      case isnad::v1::CONTENT_TYPE_TEXT:
        return ContentKind::kText;
      case isnad::v1::CONTENT_TYPE_HTML:
        return ContentKind::kHtml;
      default:
        Violate("article.content_type",
                absl::StrCat("is ", static_cast<int>(article.content_type()),
                             "; CONTENT_TYPE_TEXT, CONTENT_TYPE_HTML or nothing is wanted"));
        return ContentKind::kDetect;
    }
  }

  std::string UrlOf(const isnad::v1::Article& article) {
    const std::string& url = article.url();
    if (!url.empty() && !absl::StartsWithIgnoreCase(url, "http://") &&
        !absl::StartsWithIgnoreCase(url, "https://")) {
      Violate("article.url", absl::StrCat("is \"", server::Shorten(url),
                                          "\"; an address with http:// or https:// is wanted"));
    }
    return Bounded(url, "article.url", kMaxUriBytes);
  }

  absl::Time TimeOf(const google::protobuf::Timestamp& timestamp, const char* field) {
    if (timestamp.seconds() < kMinTimestampSeconds || timestamp.seconds() > kMaxTimestampSeconds ||
        timestamp.nanos() < 0 || timestamp.nanos() > 999999999) {
      Violate(field, "is not a time between the years 1 and 9999");
      return absl::UnixEpoch();
    }
    return absl::FromUnixSeconds(timestamp.seconds()) + absl::Nanoseconds(timestamp.nanos());
  }

  void ReadIds(const isnad::v1::IngestDocumentRequest& request) {
    raw_.document_id = request.document_id();
    if (!raw_.document_id.empty() && !IsResourceId(raw_.document_id)) {
      Violate("document_id", absl::StrCat("is \"", server::Shorten(raw_.document_id),
                                          "\"; 1 to 64 characters of [a-z0-9-] are wanted"));
    }
    raw_.request_id = request.request_id();
    if (CharacterCount(raw_.request_id) > kMaxRequestIdCharacters) {
      Violate("request_id", absl::StrCat("has more than ", kMaxRequestIdCharacters, " characters"));
    }
    ReadSupersedes(request.article().supersedes());
  }

  void ReadSupersedes(const std::string& name) {
    if (name.empty()) return;
    const absl::optional<std::string> id = ParseResourceName(name, "documents");
    if (!id.has_value()) {
      Violate("article.supersedes", absl::StrCat("is \"", server::Shorten(name),
                                                 "\"; a name like \"documents/d-1\" is wanted"));
      return;
    }
    if (*id == raw_.document_id) {
      Violate("article.supersedes", "names the document itself; an older one is wanted");
    }
    raw_.supersedes = *id;
  }

  static size_t CharacterCount(const std::string& text) {
    size_t count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
    return count;
  }

  RawArticle raw_;
  std::vector<server::FieldViolation> violations_;
};

}  // namespace

absl::StatusOr<RawArticle> FromProto(const isnad::v1::IngestDocumentRequest& request) {
  return ArticleParser().Parse(request);
}

}  // namespace isnad::ingestion
