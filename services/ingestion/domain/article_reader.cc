#include "services/ingestion/domain/article_reader.h"

#include <string>
#include <utility>

#include "services/ingestion/decode/content_sniffer.h"
#include "services/ingestion/decode/text_decoder.h"
#include "services/ingestion/domain/headline.h"
#include "services/ingestion/domain/resource_id.h"
#include "services/ingestion/errors/ingestion_errors.h"
#include "services/ingestion/html/html_reader.h"
#include "services/ingestion/language/language_identifier.h"
#include "services/ingestion/language/script_profile.h"
#include "services/server/digest/sha256.h"
#include "services/server/status/status_macros.h"

namespace isnad::ingestion {
namespace {

absl::Status CheckLanguage(absl::string_view text) {
  const ScriptProfile profile = ProfileScripts(text);
  if (HoldsArabic(profile)) {
    const LanguageGuess guess = IdentifyLanguage(text);
    if (!IsOtherArabicScriptLanguage(guess)) return absl::OkStatus();
    return UnsupportedLanguageError(guess.name, profile.arabic_letters, profile.letters());
  }
  return UnsupportedLanguageError(IdentifyLanguage(text).name, profile.arabic_letters,
                                  profile.letters());
}

bool IsHtml(const RawArticle& article, absl::string_view text) {
  if (article.kind == ContentKind::kDetect) return LooksLikeHtml(text);
  return article.kind == ContentKind::kHtml;
}

absl::StatusOr<HtmlArticle> ReadContent(const RawArticle& article, std::string text) {
  if (IsHtml(article, text)) return ReadHtml(text);
  HtmlArticle plain;
  plain.text = std::move(text);
  return plain;
}

std::string FirstGiven(absl::string_view given, absl::string_view found) {
  return std::string(given.empty() ? found : given);
}

DocumentRecord MakeDocument(const RawArticle& article, HtmlArticle found, absl::Time received) {
  DocumentRecord document;
  document.source_uri = article.source_uri;
  document.url = FirstGiven(article.url, found.metadata.url);
  document.publisher = FirstGiven(article.publisher, found.metadata.publisher);
  document.title = FirstGiven(article.title, found.metadata.title);
  if (document.title.empty()) document.title = HeadlineOf(found.text);
  document.publish_time = article.publish_time;
  if (!document.publish_time.has_value()) {
    document.publish_time = found.metadata.publish_time;
    document.publish_time_inferred = found.metadata.publish_time_inferred;
  }
  document.fetch_time = article.fetch_time.has_value() ? article.fetch_time : received;
  document.supersedes = article.supersedes;
  document.text = std::move(found.text);
  document.content_hash = server::Sha256Hex(document.text);
  document.id = FirstGiven(article.document_id, DeriveDocumentId(document.content_hash));
  return document;
}

}  // namespace

absl::StatusOr<EnqueueRequest> ReadArticle(const RawArticle& article, absl::Time received) {
  if (article.content.size() > kMaxContentBytes) {
    return ContentTooLargeError("the content", article.content.size(), kMaxContentBytes, "bytes");
  }
  ISNAD_ASSIGN_OR_RETURN(DecodedText decoded, DecodeText(article.content, article.charset));
  ISNAD_ASSIGN_OR_RETURN(HtmlArticle found, ReadContent(article, std::move(decoded.text)));
  if (found.text.size() > kMaxTextBytes) {
    return ContentTooLargeError("the text in it", found.text.size(), kMaxTextBytes, "bytes");
  }
  ISNAD_RETURN_IF_ERROR(CheckLanguage(found.text));

  EnqueueRequest request;
  request.document = MakeDocument(article, std::move(found), received);
  request.ingestion_id = DeriveIngestionId(request.document.id, request.document.content_hash);
  request.replaced_character_count = static_cast<int>(decoded.replaced_characters);
  request.detected_encoding = std::move(decoded.encoding);
  request.request_id = article.request_id;
  if (!article.request_id.empty()) request.fingerprint = FingerprintOf(article);
  return request;
}

}  // namespace isnad::ingestion
