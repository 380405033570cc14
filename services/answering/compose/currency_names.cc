#include "services/answering/compose/currency_names.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/match.h"

namespace isnad::answering {
namespace {

// By code.
// clang-format off
constexpr CurrencyName kCurrencies[] = {
    {"AED", {"درهم إماراتي", "درهمان إماراتيان", "دراهم إماراتية", "درهما إماراتيا", false, "UAE dirham", "UAE dirhams"}, ""},
    {"AUD", {"دولار أسترالي", "دولاران أستراليان", "دولارات أسترالية", "دولارا أستراليا", false, "Australian dollar", "Australian dollars"}, ""},
    {"BHD", {"دينار بحريني", "ديناران بحرينيان", "دنانير بحرينية", "دينارا بحرينيا", false, "Bahraini dinar", "Bahraini dinars"}, ""},
    {"BRL", {"ريال برازيلي", "ريالان برازيليان", "ريالات برازيلية", "ريالا برازيليا", false, "Brazilian real", "Brazilian reais"}, ""},
    {"CAD", {"دولار كندي", "دولاران كنديان", "دولارات كندية", "دولارا كنديا", false, "Canadian dollar", "Canadian dollars"}, ""},
    {"CHF", {"فرنك سويسري", "فرنكان سويسريان", "فرنكات سويسرية", "فرنكا سويسريا", false, "Swiss franc", "Swiss francs"}, ""},
    {"CNY", {"يوان", "يوانان", "يوانات", "يوانا", false, "yuan", "yuan"}, ""},
    {"DKK", {"كرونة دنماركية", "كرونتان دنماركيتان", "كرونات دنماركية", "كرونة دنماركية", true, "Danish krone", "Danish kroner"}, ""},
    {"DZD", {"دينار جزائري", "ديناران جزائريان", "دنانير جزائرية", "دينارا جزائريا", false, "Algerian dinar", "Algerian dinars"}, ""},
    {"EGP", {"جنيه مصري", "جنيهان مصريان", "جنيهات مصرية", "جنيها مصريا", false, "Egyptian pound", "Egyptian pounds"}, ""},
    {"EUR", {"يورو", "يورو", "يورو", "يورو", false, "euro", "euros"}, "€"},
    {"GBP", {"جنيه إسترليني", "جنيهان إسترلينيان", "جنيهات إسترلينية", "جنيها إسترلينيا", false, "pound", "pounds"}, "£"},
    {"HKD", {"دولار هونغ كونغ", "دولاران من هونغ كونغ", "دولارات هونغ كونغ", "دولارا من هونغ كونغ", false, "Hong Kong dollar", "Hong Kong dollars"}, ""},
    {"ILS", {"شيكل", "شيكلان", "شواكل", "شيكلا", false, "shekel", "shekels"}, ""},
    {"INR", {"روبية", "روبيتان", "روبيات", "روبية", true, "rupee", "rupees"}, ""},
    {"IQD", {"دينار عراقي", "ديناران عراقيان", "دنانير عراقية", "دينارا عراقيا", false, "Iraqi dinar", "Iraqi dinars"}, ""},
    {"IRR", {"ريال إيراني", "ريالان إيرانيان", "ريالات إيرانية", "ريالا إيرانيا", false, "Iranian rial", "Iranian rials"}, ""},
    {"JOD", {"دينار أردني", "ديناران أردنيان", "دنانير أردنية", "دينارا أردنيا", false, "Jordanian dinar", "Jordanian dinars"}, ""},
    {"JPY", {"ين", "ينان", "ينات", "ينا", false, "yen", "yen"}, "¥"},
    {"KRW", {"وون", "وونان", "وونات", "وونا", false, "won", "won"}, ""},
    {"KWD", {"دينار كويتي", "ديناران كويتيان", "دنانير كويتية", "دينارا كويتيا", false, "Kuwaiti dinar", "Kuwaiti dinars"}, ""},
    {"LBP", {"ليرة لبنانية", "ليرتان لبنانيتان", "ليرات لبنانية", "ليرة لبنانية", true, "Lebanese pound", "Lebanese pounds"}, ""},
    {"LYD", {"دينار ليبي", "ديناران ليبيان", "دنانير ليبية", "دينارا ليبيا", false, "Libyan dinar", "Libyan dinars"}, ""},
    {"MAD", {"درهم مغربي", "درهمان مغربيان", "دراهم مغربية", "درهما مغربيا", false, "Moroccan dirham", "Moroccan dirhams"}, ""},
    {"NOK", {"كرونة نرويجية", "كرونتان نرويجيتان", "كرونات نرويجية", "كرونة نرويجية", true, "Norwegian krone", "Norwegian kroner"}, ""},
    {"OMR", {"ريال عماني", "ريالان عمانيان", "ريالات عمانية", "ريالا عمانيا", false, "Omani rial", "Omani rials"}, ""},
    {"PKR", {"روبية باكستانية", "روبيتان باكستانيتان", "روبيات باكستانية", "روبية باكستانية", true, "Pakistani rupee", "Pakistani rupees"}, ""},
    {"QAR", {"ريال قطري", "ريالان قطريان", "ريالات قطرية", "ريالا قطريا", false, "Qatari riyal", "Qatari riyals"}, ""},
    {"RUB", {"روبل", "روبلان", "روبلات", "روبلا", false, "rouble", "roubles"}, ""},
    {"SAR", {"ريال سعودي", "ريالان سعوديان", "ريالات سعودية", "ريالا سعوديا", false, "Saudi riyal", "Saudi riyals"}, ""},
    {"SDG", {"جنيه سوداني", "جنيهان سودانيان", "جنيهات سودانية", "جنيها سودانيا", false, "Sudanese pound", "Sudanese pounds"}, ""},
    {"SEK", {"كرونة سويدية", "كرونتان سويديتان", "كرونات سويدية", "كرونة سويدية", true, "Swedish krona", "Swedish kronor"}, ""},
    {"SGD", {"دولار سنغافوري", "دولاران سنغافوريان", "دولارات سنغافورية", "دولارا سنغافوريا", false, "Singapore dollar", "Singapore dollars"}, ""},
    {"SYP", {"ليرة سورية", "ليرتان سوريتان", "ليرات سورية", "ليرة سورية", true, "Syrian pound", "Syrian pounds"}, ""},
    {"TND", {"دينار تونسي", "ديناران تونسيان", "دنانير تونسية", "دينارا تونسيا", false, "Tunisian dinar", "Tunisian dinars"}, ""},
    {"TRY", {"ليرة تركية", "ليرتان تركيتان", "ليرات تركية", "ليرة تركية", true, "Turkish lira", "Turkish lira"}, ""},
    {"TWD", {"دولار تايواني", "دولاران تايوانيان", "دولارات تايوانية", "دولارا تايوانيا", false, "Taiwan dollar", "Taiwan dollars"}, ""},
    {"USD", {"دولار", "دولاران", "دولارات", "دولارا", false, "dollar", "dollars"}, "$"},
    {"YER", {"ريال يمني", "ريالان يمنيان", "ريالات يمنية", "ريالا يمنيا", false, "Yemeni rial", "Yemeni rials"}, ""},
};
// clang-format on

// What currencies of several countries are called, by the noun in the source's words.
// clang-format off
constexpr CurrencyName kShared[] = {
    {"ريال", {"ريال", "ريالان", "ريالات", "ريالا", false, "riyal", "riyals"}, ""},
    {"جنيه", {"جنيه", "جنيهان", "جنيهات", "جنيها", false, "pound", "pounds"}, ""},
    {"دينار", {"دينار", "ديناران", "دنانير", "دينارا", false, "dinar", "dinars"}, ""},
    {"دنانير", {"دينار", "ديناران", "دنانير", "دينارا", false, "dinar", "dinars"}, ""},
    {"درهم", {"درهم", "درهمان", "دراهم", "درهما", false, "dirham", "dirhams"}, ""},
    {"دراهم", {"درهم", "درهمان", "دراهم", "درهما", false, "dirham", "dirhams"}, ""},
    {"ليرة", {"ليرة", "ليرتان", "ليرات", "ليرة", true, "lira", "liras"}, ""},
    {"ليرات", {"ليرة", "ليرتان", "ليرات", "ليرة", true, "lira", "liras"}, ""},
    {"فرنك", {"فرنك", "فرنكان", "فرنكات", "فرنكا", false, "franc", "francs"}, ""},
    {"كرونة", {"كرونة", "كرونتان", "كرونات", "كرونة", true, "krone", "kroner"}, ""},
    {"روبية", {"روبية", "روبيتان", "روبيات", "روبية", true, "rupee", "rupees"}, ""},
};
// clang-format on

}  // namespace

const CurrencyName* FindCurrency(absl::string_view code) {
  const auto* found = std::lower_bound(
      std::begin(kCurrencies), std::end(kCurrencies), code,
      [](const CurrencyName& currency, absl::string_view key) { return currency.code < key; });
  return found != std::end(kCurrencies) && found->code == code ? found : nullptr;
}

const CurrencyName* FindSharedCurrency(absl::string_view words) {
  const auto* found = std::find_if(
      std::begin(kShared), std::end(kShared),
      [&](const CurrencyName& currency) { return absl::StrContains(words, currency.code); });
  return found != std::end(kShared) ? found : nullptr;
}

}  // namespace isnad::answering
