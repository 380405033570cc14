#include "services/extraction/questions/reading_line.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace isnad::extraction {
namespace {

struct Phrase {
  const char* ar;
  const char* en;
};

Phrase KindPhrase(QuestionKind kind) {
  switch (kind) {
    case QuestionKind::kUnspecified:
      return {"ليس سؤالا مفهوما", "not understood as a question"};
    case QuestionKind::kWho:
      return {"سؤال عن فاعل", "asks who"};
    case QuestionKind::kWhat:
      return {"سؤال عن شيء", "asks what"};
    case QuestionKind::kWhen:
      return {"سؤال عن زمان", "asks when"};
    case QuestionKind::kWhere:
      return {"سؤال عن مكان", "asks where"};
    case QuestionKind::kHowMany:
      return {"سؤال عن عدد", "asks how many"};
    case QuestionKind::kHowMuch:
      return {"سؤال عن مبلغ", "asks how much"};
    case QuestionKind::kHowLong:
      return {"سؤال عن مدة", "asks how long"};
    case QuestionKind::kWhy:
      return {"سؤال عن سبب", "asks why"};
    case QuestionKind::kHow:
      return {"سؤال عن كيفية", "asks how"};
    case QuestionKind::kYesNo:
      return {"سؤال جوابه نعم أو لا", "asks whether"};
    case QuestionKind::kList:
      return {"طلب قائمة", "asks for a list"};
    case QuestionKind::kTimeline:
      return {"طلب تسلسل زمني", "asks for a timeline"};
    case QuestionKind::kConflict:
      return {"سؤال عن روايات مختلفة", "asks which of several accounts holds"};
    case QuestionKind::kStatement:
      return {"سؤال عن قول أو رأي", "asks what was said"};
  }
  return {"", ""};
}

Phrase TypePhrase(AnswerType type) {
  switch (type) {
    case AnswerType::kPerson:
      return {"شخص", "a person"};
    case AnswerType::kOrganization:
      return {"جهة", "an organisation"};
    case AnswerType::kProduct:
      return {"منتج", "a product"};
    case AnswerType::kLocation:
      return {"مكان", "a place"};
    case AnswerType::kMoney:
      return {"مبلغ", "an amount of money"};
    case AnswerType::kCount:
      return {"عدد", "a number"};
    case AnswerType::kDate:
      return {"تاريخ", "a date"};
    case AnswerType::kLength:
      return {"مدة", "a length of time"};
    case AnswerType::kReason:
      return {"سبب", "a reason"};
    case AnswerType::kQuote:
      return {"أقوال", "words said"};
    case AnswerType::kRole:
      return {"منصب", "a role"};
    case AnswerType::kBoolean:
      return {"نعم أو لا", "yes or no"};
    case AnswerType::kManner:
      return {"وصف", "a description"};
    case AnswerType::kName:
      return {"اسم", "a name"};
    case AnswerType::kUnspecified:
      break;
  }
  return {"", ""};
}

Phrase RolePhrase(const std::string& role) {
  if (role == "subject") return {"الفاعل", "subject"};
  if (role == "object") return {"الطرف الآخر", "object"};
  if (role == "role") return {"المنصب", "role"};
  if (role == "counterpart") return {"المعني", "counterpart"};
  if (role == "former_employer") return {"جهة العمل السابقة", "former employer"};
  return {role.c_str(), role.c_str()};
}

}  // namespace

std::string ReadingLine(const QuestionReading& reading, absl::string_view question,
                        const RelationIndex& index, ReadingLanguage language) {
  const bool arabic = language == ReadingLanguage::kArabic;
  const auto say = [&](Phrase phrase) { return arabic ? phrase.ar : phrase.en; };
  const auto quote = [&](ByteRange range) {
    return question.substr(range.begin, range.end - range.begin);
  };
  std::vector<std::string> pieces = {say(KindPhrase(reading.kind))};
  const std::string type = say(TypePhrase(reading.answer_type));
  if (!type.empty() && reading.kind != QuestionKind::kYesNo) {
    pieces.push_back(absl::StrCat(arabic ? "الجواب " : "answer ", type,
                                  reading.answer_class.empty() ? "" : " ", reading.answer_class));
  }
  if (!reading.relations.empty()) {
    const RelationReading& relation = reading.relations.front();
    const lexicon::FactTypeSchema* schema = index.FindType(relation.fact_type);
    std::vector<std::string> given;
    for (const RelationFiller& filler : relation.fillers) {
      std::string name = filler.entity;
      for (const QuestionEntity& entity : reading.entities) {
        if (entity.id == filler.entity) name = std::string(quote(entity.span));
      }
      given.push_back(absl::StrCat(say(RolePhrase(filler.role)), " ", name));
    }
    std::string label = relation.fact_type;
    if (schema != nullptr) label = arabic ? schema->label_ar() : schema->label_en();
    pieces.push_back(
        given.empty() ? label
                      : absl::StrCat(label, " (", absl::StrJoin(given, arabic ? "، " : ", "), ")"));
  }
  if (!reading.source_limit.empty()) {
    pieces.push_back(absl::StrCat(arabic ? "بحسب " : "according to ", quote(reading.source_limit)));
  }
  if (reading.time_limit.has_value())
    pieces.push_back(arabic ? "في زمن محدد" : "within a set time");
  if (reading.negated) pieces.push_back(arabic ? "بالنفي" : "negated");
  return absl::StrJoin(pieces, arabic ? "؛ " : "; ");
}

}  // namespace isnad::extraction
