#include "services/ingestion/html/json_ld.h"

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>

#include "absl/strings/match.h"

namespace isnad::ingestion {
namespace {

using Json = nlohmann::json;

constexpr size_t kMaxBytes = size_t{1} << 20;
constexpr int kMaxDepth = 6;

bool IsArticleTypeName(const Json& type) {
  if (!type.is_string()) return false;
  const auto& name = type.get_ref<const std::string&>();
  return absl::EndsWith(name, "Article") || absl::EndsWith(name, "Posting") || name == "Report";
}

bool IsArticle(const Json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  if (!type->is_array()) return IsArticleTypeName(*type);
  return std::any_of(type->begin(), type->end(), IsArticleTypeName);
}

std::string StringAt(const Json& object, const char* key) {
  const auto value = object.find(key);
  if (value == object.end() || !value->is_string()) return "";
  return value->get<std::string>();
}

// A publisher is a name, an object with a name, or an array of either.
std::string NameOf(const Json& value, int depth = 0) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_object()) return StringAt(value, "name");
  if (value.is_array() && !value.empty() && depth < kMaxDepth) return NameOf(value[0], depth + 1);
  return "";
}

std::string UrlOf(const Json& article) {
  const std::string url = StringAt(article, "url");
  if (!url.empty()) return url;
  const auto page = article.find("mainEntityOfPage");
  if (page == article.end()) return "";
  if (page->is_string()) return page->get<std::string>();
  return page->is_object() ? StringAt(*page, "@id") : "";
}

JsonLdArticle FieldsOf(const Json& article) {
  JsonLdArticle fields;
  fields.headline = StringAt(article, "headline");
  if (fields.headline.empty()) fields.headline = StringAt(article, "name");
  fields.date_published = StringAt(article, "datePublished");
  const auto publisher = article.find("publisher");
  if (publisher != article.end()) fields.publisher = NameOf(*publisher);
  fields.url = UrlOf(article);
  return fields;
}

const Json* FindArticle(const Json& value, int depth) {
  if (depth > kMaxDepth) return nullptr;
  if (value.is_array()) {
    for (const Json& item : value) {
      const Json* found = FindArticle(item, depth + 1);
      if (found != nullptr) return found;
    }
    return nullptr;
  }
  if (!value.is_object()) return nullptr;
  if (IsArticle(value)) return &value;
  for (const char* key : {"@graph", "mainEntity", "itemListElement"}) {
    const auto inner = value.find(key);
    if (inner == value.end()) continue;
    const Json* found = FindArticle(*inner, depth + 1);
    if (found != nullptr) return found;
  }
  return nullptr;
}

}  // namespace

absl::optional<JsonLdArticle> ReadJsonLdArticle(absl::string_view script) {
  if (script.size() > kMaxBytes) return absl::nullopt;
  // Content systems leave line breaks in strings, which JSON forbids.
  std::string text(script);
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c >= 0 && c < ' '; }, ' ');
  const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded()) return absl::nullopt;
  const Json* article = FindArticle(json, 0);
  if (article == nullptr) return absl::nullopt;
  return FieldsOf(*article);
}

}  // namespace isnad::ingestion
