#include "services/extraction/handlers/extraction_handler.h"

#include <algorithm>
#include <set>
#include <string>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "services/extraction/converters/analysis_converter.h"
#include "services/extraction/converters/fact_converter.h"
#include "services/extraction/converters/question_converter.h"
#include "services/extraction/converters/source_spans.h"
#include "services/extraction/converters/value_converter.h"
#include "services/extraction/explanation/fact_explainer.h"
#include "services/extraction/handlers/errors.h"
#include "services/extraction/handlers/lexicon_summary.h"
#include "services/extraction/handlers/model_summary.h"
#include "services/extraction/pipeline/near_duplicate.h"
#include "services/extraction/relations/confidence/least_confidence.h"
#include "services/server/paging/page_token.h"
#include "services/server/status/status_macros.h"

namespace isnad::extraction {
namespace {

namespace v1 = isnad::v1;

constexpr size_t kMaxTextBytes = 1 << 20;
constexpr int kMaxDocumentsPerStream = 10000;
constexpr int kDefaultPageSize = 100;
constexpr int kMaxPageSize = 1000;

absl::optional<CivilDate> DateOf(const google::protobuf::Timestamp& time) {
  const absl::CivilDay day =
      absl::ToCivilDay(absl::FromUnixSeconds(time.seconds()), absl::UTCTimeZone());
  return CivilDate{static_cast<int>(day.year()), day.month(), day.day()};
}

absl::Status CheckText(absl::string_view text, absl::string_view field) {
  if (text.find_first_not_of(" \t\r\n") == absl::string_view::npos) return TextIsEmpty(field);
  if (text.size() > kMaxTextBytes) return TextIsTooLong(field, text.size(), kMaxTextBytes);
  return absl::OkStatus();
}

absl::StatusOr<Analysis> AnalyzeOrExplain(const Analyzer& analyzer, absl::string_view text,
                                          const AnalyzeOptions& options, absl::string_view field) {
  absl::StatusOr<Analysis> analysis = analyzer.Analyze(text, options);
  if (!analysis.ok()) return TextIsNotUtf8(field, analysis.status().message());
  return analysis;
}

bool Wants(const v1::AnalyzeTextRequest& request, v1::AnalysisFeature feature) {
  if (request.features().empty()) return feature != v1::ANALYSIS_FEATURE_QUESTION;
  return std::find(request.features().begin(), request.features().end(), feature) !=
         request.features().end();
}

class ExtractionHandler final : public v1::ExtractionService::Service {
 public:
  ExtractionHandler(const Analyzer* analyzer, const LexiconFiles* lexicon, const ModelSet* models,
                    double least_confidence, server::RpcRuntime* runtime)
      : analyzer_(*analyzer),
        lexicon_(*lexicon),
        models_(*models),
        least_confidence_(analyzer->fact_types(), least_confidence),
        runtime_(*runtime) {}

  grpc::Status AnalyzeText(grpc::ServerContext* context, const v1::AnalyzeTextRequest* request,
                           v1::AnalyzeTextResponse* response) override {
    return runtime_.Unary(context, "isnad.v1.ExtractionService/AnalyzeText",
                          [&](server::RpcContext&) { return Analyze(*request, response); });
  }

  grpc::Status ExtractFacts(grpc::ServerContext* context, const v1::ExtractFactsRequest* request,
                            v1::ExtractFactsResponse* response) override {
    return runtime_.Unary(context, "isnad.v1.ExtractionService/ExtractFacts",
                          [&](server::RpcContext&) {
                            return Extract(request->document(), response->mutable_extraction());
                          });
  }

  grpc::Status ExplainFacts(grpc::ServerContext* context, const v1::ExplainFactsRequest* request,
                            v1::ExplainFactsResponse* response) override {
    return runtime_.Unary(context, "isnad.v1.ExtractionService/ExplainFacts",
                          [&](server::RpcContext&) { return Explain(*request, response); });
  }

  grpc::Status StreamExtract(grpc::ServerContext* context,
                             grpc::ServerReaderWriter<v1::StreamExtractResponse,
                                                      v1::StreamExtractRequest>* stream) override {
    return runtime_.Streaming(context, "isnad.v1.ExtractionService/StreamExtract",
                              [&](server::RpcContext& rpc) -> absl::Status {
                                v1::StreamExtractRequest request;
                                for (int64_t ordinal = 0; stream->Read(&request); ++ordinal) {
                                  ISNAD_RETURN_IF_ERROR(rpc.CheckAlive());
                                  if (ordinal >= kMaxDocumentsPerStream) {
                                    return TooManyDocumentsInStream(kMaxDocumentsPerStream);
                                  }
                                  v1::StreamExtractResponse response;
                                  response.set_ordinal(ordinal);
                                  const absl::Status status =
                                      Extract(request.document(), response.mutable_extraction());
                                  if (!status.ok())
                                    response.set_error(std::string(status.message()));
                                  if (!stream->Write(response))
                                    return absl::CancelledError("the client went away");
                                }
                                return absl::OkStatus();
                              });
  }

  grpc::Status ListFactTypes(grpc::ServerContext* context, const v1::ListFactTypesRequest* request,
                             v1::ListFactTypesResponse* response) override {
    return runtime_.Unary(context, "isnad.v1.ExtractionService/ListFactTypes",
                          [&](server::RpcContext&) { return ListTypes(*request, response); });
  }

  grpc::Status GetLexiconInfo(grpc::ServerContext* context, const v1::GetLexiconInfoRequest*,
                              v1::GetLexiconInfoResponse* response) override {
    return runtime_.Unary(context, "isnad.v1.ExtractionService/GetLexiconInfo",
                          [&](server::RpcContext&) {
                            response->set_extractor_version(analyzer_.version());
                            SummarizeModels(models_, response->mutable_models());
                            return SummarizeLexicon(lexicon_, response->mutable_lexicons());
                          });
  }

 private:
  absl::Status Analyze(const v1::AnalyzeTextRequest& request, v1::AnalyzeTextResponse* response) {
    ISNAD_RETURN_IF_ERROR(CheckText(request.text(), "text"));
    const std::string& language = request.language_code();
    if (!language.empty() && language != "ar" && language != "en") {
      return LanguageIsUnknown("language_code", language);
    }
    AnalyzeOptions options;
    options.language_code = language;
    if (request.has_reference_time()) options.reference_date = DateOf(request.reference_time());
    PlainText plain;
    const bool asks = Wants(request, v1::ANALYSIS_FEATURE_QUESTION);
    if (asks) plain = analyzer_.Plain(request.text());
    ISNAD_ASSIGN_OR_RETURN(
        const Analysis analysis,
        AnalyzeOrExplain(analyzer_, asks ? plain.text : request.text(), options, "text"));
    response->set_language_code(analysis.language_code);
    response->set_analyzer_version(analyzer_.version());
    const bool only_question =
        request.features_size() == 1 && request.features(0) == v1::ANALYSIS_FEATURE_QUESTION;
    if (!only_question) {
      PassagesToProto(analysis, analyzer_.version(), response->mutable_passages());
    }
    if (Wants(request, v1::ANALYSIS_FEATURE_TOKENS)) {
      TokensToProto(analysis, response->mutable_tokens());
    }
    if (Wants(request, v1::ANALYSIS_FEATURE_NAMES)) {
      MentionsToProto(analysis, response->mutable_mentions());
      EntitiesToProto(analysis, response->mutable_entities());
    }
    if (Wants(request, v1::ANALYSIS_FEATURE_VALUES)) {
      for (const ValueMention& value : analysis.values) {
        ToProto(analysis, value, Quoting::kWithQuote, response->add_values());
      }
    }
    if (Wants(request, v1::ANALYSIS_FEATURE_QUESTION)) {
      QuestionToProto(analysis, analyzer_.ReadQuestion(analysis), response->mutable_question());
    }
    if (asks && plain.text != request.text()) {
      ToSourceSpans(plain.to_source, request.text(), response);
    }
    return absl::OkStatus();
  }

  absl::StatusOr<Analysis> AnalyzeDocument(const v1::Document& document) {
    ISNAD_RETURN_IF_ERROR(CheckText(document.text(), "document.text"));
    AnalyzeOptions options;
    options.title = document.title();
    if (document.has_publish_time()) options.reference_date = DateOf(document.publish_time());
    ISNAD_ASSIGN_OR_RETURN(Analysis analysis,
                           AnalyzeOrExplain(analyzer_, document.text(), options, "document.text"));
    if (analysis.language_code != "ar") {
      return TextIsNotArabic("document.text", analysis.language_code);
    }
    return analysis;
  }

  absl::Status Explain(const v1::ExplainFactsRequest& request, v1::ExplainFactsResponse* response) {
    ISNAD_ASSIGN_OR_RETURN(const Analysis analysis, AnalyzeDocument(request.document()));
    ByteRange asked = {0, static_cast<int>(analysis.text.size())};
    if (request.has_span()) {
      const v1::Span& span = request.span();
      if (span.begin() < 0 || span.end() <= span.begin() || span.end() > asked.end) {
        return SpanIsOutsideText("span", span.begin(), span.end(), analysis.text.size());
      }
      asked = {span.begin(), span.end()};
    }
    response->set_extractor_version(analyzer_.version());
    EntitiesToProto(analysis, response->mutable_entities());
    const FactExplainer explainer(&analyzer_.frames(), analyzer_.version());
    for (const FactRecord& fact : analyzer_.ExtractFacts(analysis)) {
      if (!asked.overlaps(fact.quote)) continue;
      *response->add_explanations() = explainer.Explain(analysis, fact);
    }
    return absl::OkStatus();
  }

  absl::Status Extract(const v1::Document& document, v1::Extraction* out) {
    ISNAD_ASSIGN_OR_RETURN(const Analysis analysis, AnalyzeDocument(document));
    out->set_extractor_version(analyzer_.version());
    out->set_language_code(analysis.language_code);
    out->set_near_duplicate_key(NearDuplicateKey(analysis));
    EntitiesToProto(analysis, out->mutable_entities());
    PassagesToProto(analysis, analyzer_.version(), out->mutable_passages());
    std::set<std::string> types;
    for (const FactRecord& fact : analyzer_.ExtractFacts(analysis)) {
      if (!least_confidence_.Admits(fact)) continue;
      FactToProto(analysis, fact, analyzer_.version(), out->add_facts());
      types.insert(fact.type);
    }
    for (const lexicon::FactTypeSchema& schema : analyzer_.fact_types()) {
      if (types.count(schema.name()) > 0) FactTypeToProto(schema, out->add_fact_types());
    }
    for (const Passage& passage : analysis.passages) {
      if (passage.kind != PassageKind::kHeadline) continue;
      out->set_inferred_title(std::string(analysis.Quote(passage.range)));
      break;
    }
    return absl::OkStatus();
  }

  absl::Status ListTypes(const v1::ListFactTypesRequest& request,
                         v1::ListFactTypesResponse* response) {
    ISNAD_ASSIGN_OR_RETURN(const int page_size,
                           server::PageSize(request.page_size(), kDefaultPageSize, kMaxPageSize));
    const std::string fingerprint = server::RequestFingerprint(request);
    int begin = 0;
    if (!request.page_token().empty()) {
      ISNAD_ASSIGN_OR_RETURN(const std::string position,
                             server::ReadPageToken(request.page_token(), fingerprint));
      if (!absl::SimpleAtoi(position, &begin)) begin = 0;
    }
    const auto& types = analyzer_.fact_types();
    const int total = static_cast<int>(types.size());
    const int end = std::min(total, begin + page_size);
    for (int i = begin; i < end; ++i) FactTypeToProto(types[i], response->add_fact_types());
    if (end < total) {
      response->set_next_page_token(server::MakePageToken(fingerprint, absl::StrCat(end)));
    }
    return absl::OkStatus();
  }

  const Analyzer& analyzer_;
  const LexiconFiles& lexicon_;
  const ModelSet& models_;
  const LeastConfidence least_confidence_;
  server::RpcRuntime& runtime_;
};

}  // namespace

std::unique_ptr<v1::ExtractionService::Service> NewExtractionHandler(const Analyzer* analyzer,
                                                                     const LexiconFiles* lexicon,
                                                                     const ModelSet* models,
                                                                     double least_confidence,
                                                                     server::RpcRuntime* runtime) {
  return std::make_unique<ExtractionHandler>(analyzer, lexicon, models, least_confidence, runtime);
}

}  // namespace isnad::extraction
