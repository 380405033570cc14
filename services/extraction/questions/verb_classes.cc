#include "services/extraction/questions/verb_classes.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "absl/strings/str_split.h"
#include "services/extraction/questions/word_keys.h"

namespace isnad::extraction {
namespace {

using KeySet = std::set<std::string>;

KeySet KeysOf(absl::string_view words) {
  KeySet keys;
  for (const absl::string_view word : absl::StrSplit(words, ' ', absl::SkipEmpty())) {
    for (const std::string& key : LexiconWordKeys(word)) keys.insert(key);
  }
  return keys;
}

const std::map<VerbClass, KeySet>& Classes() {
  static const auto* classes = new std::map<VerbClass, KeySet>{
      {VerbClass::kSaying,
       KeysOf(
           "say tell state think believe announce claim comment remark describe call respond reply "
           "react rate assess evaluate view see explain argue warn promise write tweet post admit "
           "criticize characterize consider regard advise predict suggest accuse demand recommend "
           "قال يقول صرح ذكر رأى يرى أعلن زعم علق وصف رد يرد قيم أوضح حذر وعد كتب غرد اعتبر أكد "
           "أضاف "
           "اعتقد يعتقد ظن نصح اتهم برر انتقد اقترح توقع نفى كشف أفاد نقل أشار شدد يقيم دعا طالب "
           "عبر "
           "سمى يسمي اشترط")},
      {VerbClass::kReporting, KeysOf("report publish reveal disclose leak uncover announce break "
                                     "ذكر نشر كشف أورد نقل أفاد سرب "
                                     "أعلن قال تحدث")},
      {VerbClass::kPaying,
       KeysOf(
           "pay save invest cost spend earn raise offer sell charge lose make receive worth donate "
           "استثمر دفع أنفق كلف كلفت جمع عرض ربح خسر اشترى باع تقاضى يتقاضى ضخ حقق خصص رصد قدم كسب "
           "سدد تبرع مول دفعت يجني جنى اقترض استحوذ يكلف تبلغ كلف يساوي تساوي ينفق وفر يوفر ادخر")},
      {VerbClass::kLasting,
       KeysOf("last stay remain استغرق دام بقي مكث ظل أمضى قضى استمر يستغرق يستمر عمل تستغرق لبث")},
      {VerbClass::kWorking,
       KeysOf("work go move study join come عمل يعمل انتقل ذهب يذهب درس التحق انضم جاء يأتي كان")},
      {VerbClass::kBuying,
       KeysOf("buy own acquire purchase supply fund back sue manufacture make build develop invest "
              "اشترى يملك امتلك استحوذ مول زود ورد صنع طور يطور صنعت استثمر")},
      {VerbClass::kPlanning,
       KeysOf("plan intend expect want aim hope prepare propose consider schedule اعتزم يعتزم خطط "
              "يخطط "
              "نوى ينوي توقع يتوقع أراد يريد هدف سعى يسعى طمح يطمح عزم تعتزم تنوي قرر")},
  };
  return *classes;
}

}  // namespace

bool IsOfClass(const QuestionText& text, int token, VerbClass verb_class) {
  if (token < 0 || token >= text.size()) return false;
  const KeySet& keys = Classes().at(verb_class);
  const auto& word = text.words()[token];
  return std::any_of(word.keys.begin(), word.keys.end(),
                     [&](const std::string& key) { return keys.count(key) > 0; });
}

}  // namespace isnad::extraction
