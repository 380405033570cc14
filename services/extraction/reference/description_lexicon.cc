#include "services/extraction/reference/description_lexicon.h"

#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "services/extraction/text/fold.h"

namespace isnad::extraction {
namespace {

constexpr EntityType kOrg = EntityType::kOrganization;
constexpr EntityType kPerson = EntityType::kPerson;
constexpr EntityType kProduct = EntityType::kProduct;

constexpr absl::string_view kCompany = "COMPANY|STARTUP|BANK|INVESTOR";
constexpr absl::string_view kLab = "LAB|DIVISION";

struct DescriptionWords {
  absl::string_view phrase;
  EntityType type;
  absl::string_view classes;
  absl::string_view key;
  double confidence;
};

constexpr DescriptionWords kDescriptions[] = {
    {"مالكة فيسبوك وإنستغرام", kOrg, "", "meta-platforms", 0.9},
    {"الشركة المالكة لفيسبوك", kOrg, "", "meta-platforms", 0.9},
    {"الشركة الأم لفيسبوك", kOrg, "", "meta-platforms", 0.9},
    {"الشركة المطورة لتشات جي", kOrg, "", "openai", 0.85},
    {"عملاق التواصل الاجتماعي", kOrg, kCompany, "meta-platforms", 0.75},
    {"عملاق محركات البحث", kOrg, kCompany, "google", 0.85},
    {"عملاق البحث", kOrg, kCompany, "google", 0.8},
    {"صانع آيفون", kOrg, "", "apple", 0.9},
    {"صانعة آيفون", kOrg, "", "apple", 0.9},
    {"مالكة فيسبوك", kOrg, "", "meta-platforms", 0.9},
    {"مالك فيسبوك", kOrg, "", "meta-platforms", 0.9},
    {"عملاق التكنولوجيا", kOrg, kCompany, "", 0.65},
    {"عملاق التقنية", kOrg, kCompany, "", 0.65},
    {"عملاقة التكنولوجيا", kOrg, kCompany, "", 0.65},
    {"عملاق الرقائق", kOrg, kCompany, "nvidia", 0.75},
    {"الشركة الناشئة", kOrg, "STARTUP", "", 0.75},
    {"الشركة الأم", kOrg, kCompany, "", 0.6},
    {"الشركة المذكورة", kOrg, kCompany, "", 0.7},
    {"الشركة نفسها", kOrg, kCompany, "", 0.7},
    {"المختبر الجديد", kOrg, kLab, "", 0.75},
    {"الشركة", kOrg, kCompany, "", 0.7},
    {"المجموعة", kOrg, kCompany, "", 0.55},
    {"المختبر", kOrg, kLab, "", 0.75},
    {"المختبرات", kOrg, kLab, "", 0.7},
    {"الصحيفة", kOrg, "NEWSPAPER", "", 0.8},
    {"المجلة", kOrg, "MAGAZINE", "", 0.8},
    {"الوكالة", kOrg, "NEWS_AGENCY", "", 0.8},
    {"الموقع", kOrg, "NEWS_SITE", "", 0.65},
    {"الشبكة", kOrg, "BROADCASTER", "", 0.6},
    {"البنك", kOrg, "BANK", "", 0.75},
    {"المصرف", kOrg, "BANK", "", 0.75},
    {"الصندوق", kOrg, "INVESTOR", "", 0.7},
    {"الجامعة", kOrg, "UNIVERSITY", "", 0.75},
    {"المؤسسة", kOrg, "NONPROFIT|COMPANY", "", 0.5},
    {"النموذج", kProduct, "MODEL", "", 0.65},
    {"التطبيق", kProduct, "APP", "", 0.65},
    {"المنصة", kProduct, "SERVICE|APP", "", 0.55},
    {"المذكور", EntityType::kUnknown, "", "", 0.5},
    {"المذكورة", EntityType::kUnknown, "", "", 0.5},
    {"الأخير", kPerson, "", "", 0.55},
    {"الأخيرة", EntityType::kUnknown, "", "", 0.5},
    {"الرجل", kPerson, "", "", 0.6},
    {"the tech giant", kOrg, kCompany, "", 0.65},
    {"the social media giant", kOrg, kCompany, "meta-platforms", 0.75},
    {"facebook parent", kOrg, "", "meta-platforms", 0.85},
    {"the startup", kOrg, "STARTUP", "", 0.75},
    {"the company", kOrg, kCompany, "", 0.7},
    {"the firm", kOrg, kCompany, "", 0.65},
    {"the lab", kOrg, kLab, "", 0.75},
    {"the newspaper", kOrg, "NEWSPAPER", "", 0.8},
    {"the agency", kOrg, "NEWS_AGENCY", "", 0.7},
    {"the model", kProduct, "MODEL", "", 0.65},
    {"the app", kProduct, "APP", "", 0.65},
};

}  // namespace

absl::Span<const Description> Descriptions() {
  static const auto* const folded = [] {
    auto* descriptions = new std::vector<Description>;
    for (const DescriptionWords& words : kDescriptions) {
      descriptions->push_back(
          {Fold(words.phrase), words.type, words.classes, words.key, words.confidence});
    }
    return descriptions;
  }();
  return *folded;
}

bool ClassFits(const Description& description, absl::string_view entity_class) {
  if (description.classes.empty()) return true;
  if (entity_class.empty()) return absl::StrContains(description.classes, "COMPANY");
  for (absl::string_view admitted : absl::StrSplit(description.classes, '|')) {
    if (admitted == entity_class) return true;
  }
  return false;
}

}  // namespace isnad::extraction
