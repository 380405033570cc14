#include "services/ingestion/html/page_metadata.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "services/ingestion/html/inline_text.h"
#include "services/ingestion/html/json_ld.h"
#include "services/ingestion/html/publish_time_text.h"

namespace isnad::ingestion {
namespace {

constexpr size_t kMaxUrlBytes = 2048;
constexpr size_t kMinTitleWords = 3;
constexpr size_t kMaxSiteNameWords = 4;

constexpr const char* kTitleKeys[] = {"og:title", "twitter:title", "headline", "dc.title"};
constexpr const char* kPublisherKeys[] = {"og:site_name", "application-name", "publisher",
                                          "dc.publisher", "apple-mobile-web-app-title"};
constexpr const char* kTimeKeys[] = {"article:published_time",
                                     "og:article:published_time",
                                     "og:published_time",
                                     "datepublished",
                                     "parsely-pub-date",
                                     "sailthru.date",
                                     "publish-date",
                                     "publishdate",
                                     "pubdate",
                                     "dc.date.issued",
                                     "dcterms.created",
                                     "dc.date",
                                     "article.published",
                                     "date"};

constexpr absl::string_view kSeparators[] = {" | ", " - ", " – ", " — ", " :: ", " » ", " « "};

// Separators that titles hardly use within a sentence.
bool IsUnambiguous(absl::string_view separator) {
  return separator == " | " || separator == " :: " || separator == " » " || separator == " « ";
}

std::string FirstOf(const std::map<std::string, std::string>& meta, const char* const* begin,
                    const char* const* end) {
  for (const char* const* key = begin; key != end; ++key) {
    const auto found = meta.find(*key);
    if (found == meta.end()) continue;
    const absl::string_view trimmed = TrimBlock(found->second);
    if (!trimmed.empty()) return std::string(trimmed);
  }
  return "";
}

size_t WordCount(absl::string_view text) {
  return std::vector<absl::string_view>(absl::StrSplit(text, ' ', absl::SkipEmpty())).size();
}

// The last separator of a title and what stands around it.
struct Split {
  absl::string_view before;
  absl::string_view separator;
  absl::string_view after;
};

absl::optional<Split> SplitAtLastSeparator(absl::string_view title) {
  absl::optional<Split> split;
  size_t last = 0;
  for (const absl::string_view separator : kSeparators) {
    const size_t at = title.rfind(separator);
    if (at == absl::string_view::npos || at == 0 || (split.has_value() && at < last)) continue;
    last = at;
    split = Split{title.substr(0, at), separator, title.substr(at + separator.size())};
  }
  return split;
}

bool IsSiteName(const Split& split, absl::string_view publisher, absl::string_view heading) {
  if (!publisher.empty() && absl::EqualsIgnoreCase(TrimBlock(split.after), publisher)) return true;
  const absl::string_view before = TrimBlock(split.before);
  if (!heading.empty()) {
    if (absl::StrContains(heading, TrimBlock(split.after))) return false;
    if (before == heading || absl::StartsWith(heading, before)) return true;
  }
  if (WordCount(split.after) > kMaxSiteNameWords) return false;
  return WordCount(before) >= (IsUnambiguous(split.separator) ? 2 : kMinTitleWords + 1);
}

bool IsWebAddress(absl::string_view url) {
  return url.size() <= kMaxUrlBytes &&
         (absl::StartsWithIgnoreCase(url, "http://") ||
          absl::StartsWithIgnoreCase(url, "https://")) &&
         url.find_first_of(" \t\r\n\"<>") == absl::string_view::npos;
}

JsonLdArticle FirstJsonLdArticle(const RawPageMetadata& raw) {
  for (const std::string& script : raw.json_ld_scripts) {
    absl::optional<JsonLdArticle> article = ReadJsonLdArticle(script);
    if (article.has_value()) return *std::move(article);
  }
  return {};
}

std::string ResolveTitle(const RawPageMetadata& raw, const JsonLdArticle& article,
                         absl::string_view publisher) {
  const absl::string_view heading = TrimBlock(raw.first_heading);
  const std::string declared = FirstOf(raw.meta, std::begin(kTitleKeys), std::end(kTitleKeys));
  if (!declared.empty()) return StripSiteName(declared, publisher, heading);
  if (!TrimBlock(article.headline).empty()) return std::string(TrimBlock(article.headline));
  if (!TrimBlock(raw.title_element).empty()) {
    return StripSiteName(raw.title_element, publisher, heading);
  }
  return std::string(heading);
}

std::string ResolveUrl(const RawPageMetadata& raw, const JsonLdArticle& article) {
  const auto declared = raw.meta.find("og:url");
  const std::string og_url = declared == raw.meta.end() ? "" : declared->second;
  for (const std::string& candidate : {raw.canonical_link, og_url, article.url}) {
    const absl::string_view url = absl::StripAsciiWhitespace(candidate);
    if (IsWebAddress(url)) return std::string(url);
  }
  return "";
}

void ResolveTime(const RawPageMetadata& raw, const JsonLdArticle& article, PageMetadata* metadata) {
  metadata->publish_time = ReadPublishTime(article.date_published);
  for (const char* key : kTimeKeys) {
    if (metadata->publish_time.has_value()) return;
    const auto found = raw.meta.find(key);
    if (found != raw.meta.end()) metadata->publish_time = ReadPublishTime(found->second);
  }
  if (metadata->publish_time.has_value()) return;
  metadata->publish_time = ReadPublishTime(raw.time_element);
  metadata->publish_time_inferred = metadata->publish_time.has_value();
}

}  // namespace

std::string StripSiteName(absl::string_view title, absl::string_view publisher,
                          absl::string_view heading) {
  absl::string_view rest = TrimBlock(title);
  // "Headline - Section | Site" carries two.
  for (int round = 0; round < 2; ++round) {
    const absl::optional<Split> split = SplitAtLastSeparator(rest);
    if (!split.has_value() || !IsSiteName(*split, publisher, heading)) break;
    rest = TrimBlock(split->before);
    if (rest == heading) break;
  }
  return std::string(rest);
}

PageMetadata ResolvePageMetadata(const RawPageMetadata& raw) {
  const JsonLdArticle article = FirstJsonLdArticle(raw);
  PageMetadata metadata;
  metadata.publisher = std::string(TrimBlock(article.publisher));
  if (metadata.publisher.empty()) {
    metadata.publisher = FirstOf(raw.meta, std::begin(kPublisherKeys), std::end(kPublisherKeys));
  }
  metadata.title = ResolveTitle(raw, article, metadata.publisher);
  metadata.url = ResolveUrl(raw, article);
  ResolveTime(raw, article, &metadata);
  return metadata;
}

}  // namespace isnad::ingestion
