#include "services/ingestion/html/read_also.h"

#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/strip.h"

namespace isnad::ingestion {
namespace {

constexpr size_t kMaxPhraseOnlyBytes = 60;

// Without hamza, tatweel and marks, as Folded makes them.
constexpr absl::string_view kPhrases[] = {
    "اقرا ايضا",     "اقرا المزيد",      "اقرا كذلك",       "للمزيد",         "شاهد ايضا",
    "شاهد المزيد",   "طالع ايضا",        "طالع المزيد",     "مواضيع ذات صلة", "موضوعات ذات",
    "اخبار ذات صلة", "اخبار متعلقة",     "مقالات ذات صلة",  "قد يعجبك",       "قد يهمك",
    "تابعونا على",   "تابعنا على",       "تابعوا قناتنا",   "اضغط هنا",       "شارك الخبر",
    "شارك المقال",   "شارك هذا",         "انضم الى قناتنا", "نرشح لك",        "حمل التطبيق",
    "حملوا تطبيق",   "الكلمات الدلالية", "كلمات مفتاحية",   "الاكثر قراءة",   "اخر الاخبار",
    "read also",     "read more",        "see also",        "related:",       "related articles",
    "follow us",     "share this",       "subscribe to",
};

// Folds the spellings that writers vary.
std::string Folded(absl::string_view text) {
  return absl::StrReplaceAll(absl::AsciiStrToLower(text), {
                                                              {"أ", "ا"},
                                                              {"إ", "ا"},
                                                              {"آ", "ا"},
                                                              {"ى", "ي"},
                                                              {"إلي", "الي"},
                                                              {"\u0640", ""},
                                                              {"\u064B", ""},
                                                              {"\u064D", ""},
                                                              {"\u0651", ""},
                                                          });
}

}  // namespace

bool IsReadAlso(const Block& block) {
  absl::string_view text = block.text;
  absl::ConsumePrefix(&text, "- ");
  const std::string folded = Folded(text.substr(0, 200));
  for (const absl::string_view phrase : kPhrases) {
    if (!absl::StartsWith(folded, Folded(phrase))) continue;
    return block.kind == BlockKind::kHeading || block.link_density() > 0.3 ||
           text.size() <= kMaxPhraseOnlyBytes;
  }
  return false;
}

}  // namespace isnad::ingestion
