#include "services/answering/compose/phrases.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

bool IsArabic(Language language) { return language == Language::kArabic; }

}  // namespace

std::string Quoted(absl::string_view words) {
  return absl::StrCat("«", absl::StrReplaceAll(words, {{"«", "\""}, {"»", "\""}}), "»");
}

std::string NameText(absl::string_view label_ar, absl::string_view label_en,
                     absl::string_view words, OtherScript other, Language language) {
  absl::string_view first = IsArabic(language) ? label_ar : label_en;
  absl::string_view second = IsArabic(language) ? label_en : label_ar;
  if (first.empty()) first = words;
  if (first.empty()) first = second;
  if (second.empty()) second = words;
  if (other == OtherScript::kHide || second.empty() || second == first) return std::string(first);
  return absl::StrCat(first, " (", second, ")");
}

absl::string_view YesWord(Language language) { return IsArabic(language) ? "نعم" : "Yes"; }

absl::string_view NoWord(Language language) { return IsArabic(language) ? "لا" : "No"; }

absl::string_view YesAfterNegation(Language language) { return IsArabic(language) ? "بلى" : "Yes"; }

std::string AccordingTo(absl::string_view speaker, Language language) {
  if (speaker.empty()) return "";
  return absl::StrCat(IsArabic(language) ? "بحسب " : "According to ", speaker, ": ");
}

std::string PlannedOnly(Language language) {
  return IsArabic(language) ? "لا، لم يتأكد وقوع ذلك؛ الوارد خطة أو توقع: "
                            : "No, not confirmed as done; it is reported as planned or expected: ";
}

std::string AllegedOnly(Language language) {
  return IsArabic(language) ? "نعم، بحسب مزاعم أو مصادر لم تسم: "
                            : "Yes, according to claims or unnamed sources: ";
}

std::string DeniedBy(absl::string_view speaker, Language language) {
  if (speaker.empty()) return IsArabic(language) ? "ورد نفي ذلك: " : "it is denied: ";
  return IsArabic(language) ? absl::StrCat("نفي ذلك منسوب إلى ", speaker, ": ")
                            : absl::StrCat(speaker, " denies it: ");
}

std::string SourcesDiffer(Language language) {
  return IsArabic(language) ? "تختلف المصادر: " : "Sources differ: ";
}

std::string CountedList(const std::vector<std::string>& items, Language language) {
  const std::string joined = absl::StrJoin(items, IsArabic(language) ? "، " : ", ");
  return items.size() < 2 ? joined : absl::StrCat(items.size(), ": ", joined);
}

std::string RefusalMessage(v1::Refusal::Reason reason, absl::string_view detail,
                           Language language) {
  const bool arabic = IsArabic(language);
  switch (reason) {
    case v1::Refusal::REASON_ENTITY_UNKNOWN:
      return arabic ? absl::StrCat("لا يرد الاسم ", Quoted(detail), " في أي مقال مخزن.")
                    : absl::StrCat("No stored article mentions ", Quoted(detail), ".");
    case v1::Refusal::REASON_RELATION_UNKNOWN:
      return arabic ? "لا يتناول أي مقال مخزن ما يسأل عنه السؤال."
                    : "No stored article speaks of what the question asks about.";
    case v1::Refusal::REASON_OUT_OF_TIME:
      return arabic ? "ثمة ما يتصل بالسؤال في المقالات، لكن ليس في الزمن الذي حدده."
                    : "There is evidence, but none in the time that the question sets.";
    case v1::Refusal::REASON_FALSE_PRESUPPOSITION:
      return arabic ? "يفترض السؤال ما تنفيه المقالات أو لا تقوله."
                    : "The question takes for granted what the articles deny or do not say.";
    case v1::Refusal::REASON_AMBIGUOUS:
      return arabic ? absl::StrCat("قد يقصد بالاسم ", Quoted(detail), " أكثر من واحد.")
                    : absl::StrCat("The name ", Quoted(detail), " may mean several entities.");
    case v1::Refusal::REASON_NOT_A_QUESTION:
      return arabic ? "لا يسأل النص عن شيء." : "The text asks nothing.";
    case v1::Refusal::REASON_UNSUPPORTED_LANGUAGE:
      return arabic ? "يمكن السؤال بالعربية أو الإنكليزية فقط."
                    : "Questions can be asked in Arabic or English only.";
    default:
      return arabic ? "لا يذكر أي مقال مخزن ما يسأل عنه السؤال."
                    : "No stored article says what the question asks.";
  }
}

std::string OtherPartUnanswered(Language language) {
  return IsArabic(language) ? "لا تذكر المقالات جواب الجزء الآخر من السؤال."
                            : "The articles do not answer the other part of the question.";
}

}  // namespace isnad::answering
