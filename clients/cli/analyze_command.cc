#include "clients/cli/analyze_command.h"

#include <iostream>
#include <map>

#include "absl/strings/str_cat.h"
#include "clients/cli/table.h"

namespace isnad::cli {
namespace {

namespace v1 = isnad::v1;

std::string Clitics(const v1::Token& token) {
  std::string out;
  for (const v1::Clitic& clitic : token.clitics()) {
    const bool before = clitic.position() == v1::Clitic::POSITION_PROCLITIC;
    absl::StrAppend(&out, out.empty() ? "" : " ", before ? "" : "+", clitic.form(),
                    before ? "+" : "");
  }
  return out;
}

std::string KindOf(const v1::Value& value) {
  switch (value.kind_case()) {
    case v1::Value::kMoney:
      return absl::StrCat("money ", value.money().amount(), " ", value.money().currency_code());
    case v1::Value::kQuantity:
      return absl::StrCat("quantity ", value.quantity().amount(), " ", value.quantity().unit());
    case v1::Value::kDate:
      return absl::StrCat("date ", value.date().start_date().year(), "-",
                          value.date().start_date().month(), "-", value.date().start_date().day());
    case v1::Value::kLength:
      return absl::StrCat("length ", value.length().amount(), " ", value.length().unit_key());
    default:
      return "text";
  }
}

}  // namespace

int RunAnalyze(const std::string& text, Format format, const Connection& connection) {
  v1::AnalyzeTextRequest request;
  request.set_text(text);
  v1::AnalyzeTextResponse response;
  absl::Status status = connection.Call(&v1::ExtractionService::Stub::AnalyzeText,
                                        connection.extraction(), request, &response);
  if (!status.ok()) return PrintFailure(status);
  if (format == Format::kJson) {
    PrintJson(response);
    return kSuccess;
  }
  Table words({"WORD", "CLITICS", "STEM", "LEMMA", "PART OF SPEECH"});
  for (const v1::Token& token : response.tokens()) {
    words.AddRow({token.span().quote(), Clitics(token), token.stem(), token.lemma(),
                  v1::PartOfSpeech_Name(token.part_of_speech()).substr(15)});
  }
  words.Print(std::cout);
  std::map<std::string, const v1::ExtractedEntity*> entities;
  for (const v1::ExtractedEntity& entity : response.entities()) entities[entity.id()] = &entity;
  if (response.mentions_size() > 0) std::cout << "\n";
  Table names({"NAME", "TYPE", "ENGLISH", "RULE"});
  for (const v1::Mention& mention : response.mentions()) {
    const v1::ExtractedEntity* entity = entities[mention.entity()];
    names.AddRow({mention.span().quote(),
                  entity == nullptr ? "" : v1::EntityType_Name(entity->type()).substr(12),
                  entity == nullptr ? "" : entity->label_en(), mention.rule()});
  }
  if (response.mentions_size() > 0) names.Print(std::cout);
  if (response.values_size() > 0) std::cout << "\n";
  Table values({"VALUE", "READ AS"});
  for (const v1::Value& value : response.values()) {
    values.AddRow({value.span().quote(), KindOf(value)});
  }
  if (response.values_size() > 0) values.Print(std::cout);
  return kSuccess;
}

}  // namespace isnad::cli
