#include "services/extraction/values/currency_words.h"

#include <cstdint>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "services/extraction/values/noun_forms.h"
#include "services/extraction/values/word_sense.h"

namespace isnad::extraction {
namespace {

struct CurrencyRow {
  absl::string_view code;      // without an adjective
  absl::string_view singular;  // Arabic, spellings separated by spaces
  absl::string_view plurals;   // see ArabicForms
  absl::string_view english;   // see EnglishForms
  absl::string_view codes;     // "US:USD CA:CAD": by country
};

constexpr CurrencyRow kCurrencies[] = {
    {"", "", "", "", ""},  // index 0 means no currency
    {"USD", "دولار", "@at", "dollar buck",
     "US:USD CA:CAD AU:AUD NZ:NZD HK:HKD SG:SGD TW:TWD LR:LRD JM:JMD"},
    {"EUR", "يورو اليورو أورو الأورو", "يوروهات", "euro", ""},
    {"XXX", "ريال", "@at", "riyal rial", "SA:SAR QA:QAR YE:YER OM:OMR IR:IRR BR:BRL KH:KHR"},
    {"XXX", "دينار", "دنانير", "dinar",
     "KW:KWD BH:BHD JO:JOD IQ:IQD TN:TND DZ:DZD LY:LYD RS:RSD MK:MKD"},
    {"XXX", "درهم", "دراهم", "dirham", "AE:AED MA:MAD"},
    {"XXX", "جنيه", "@at", "", "EG:EGP SD:SDG GB:GBP"},
    {"XXX", "ليرة", "@at", "lira", "TR:TRY LB:LBP SY:SYP IT:ITL"},
    {"GBP", "", "", "pound quid/quid", "EG:EGP SD:SDG GB:GBP LB:LBP SY:SYP"},
    {"GBP", "إسترليني استرليني", "", "sterling/sterling", ""},
    {"JPY", "ين", "@at", "yen/yen", ""},
    {"CNY", "يوان رنمينبي رينمينبي", "@at", "yuan/yuan renminbi/renminbi", "TW:TWD"},
    {"INR", "روبية", "@at", "rupee", "IN:INR PK:PKR LK:LKR NP:NPR MU:MUR ID:IDR"},
    {"IDR", "", "", "rupiah/rupiah", ""},
    {"CHF", "فرنك", "@at", "franc", "CH:CHF FR:FRF DJ:DJF RW:RWF KM:KMF"},
    {"RUB", "روبل", "@at", "ruble rouble", "RU:RUB BY:BYN"},
    {"KRW", "وون", "@at", "", "KR:KRW"},
    {"XXX", "كرونة كرون", "@at", "krona/kronor krone/kroner", "SE:SEK NO:NOK DK:DKK IS:ISK CZ:CZK"},
    {"ILS", "شيكل شيقل", "شواكل شواقل", "shekel", ""},
    {"XXX", "بيزو بيسو", "بيزوات", "peso", "MX:MXN AR:ARS CL:CLP CO:COP PH:PHP UY:UYU"},
    {"BRL", "", "", "reais/reais", ""},
    {"ZAR", "راند", "@at", "rand/rand", ""},
    {"MYR", "رينغيت رينجيت", "@at", "ringgit/ringgit", ""},
    {"THB", "", "", "baht/baht", ""},
    {"VND", "دونغ", "", "dong/dong", ""},
    {"PLN", "زلوتي", "", "zloty/zlotys", ""},
    {"HUF", "فورنت فورينت", "", "forint", ""},
    {"UAH", "هريفنيا هريفنة", "", "hryvnia", ""},
    {"IRT", "تومان", "", "toman", ""},
    {"KZT", "تنغي تينغي", "", "tenge/tenge", ""},
    {"NGN", "نايرا", "", "naira/naira", ""},
    {"KES", "شلن", "@at", "shilling", "KE:KES TZ:TZS UG:UGX SO:SOS"},
    {"MRU", "", "", "ouguiya", ""},
    {"AFN", "", "", "afghani", ""},
    {"XBT", "بيتكوين بتكوين", "", "bitcoin btc/btc", ""},
    {"SAR", "", "", "sar/sar sr/sr", ""},
    {"AED", "", "", "aed/aed dh/dhs", ""},
    {"EGP", "", "", "egp/egp", ""},
    {"QAR", "", "", "qar/qar", ""},
    {"KWD", "", "", "kwd/kwd", ""},
    {"BHD", "", "", "bhd/bhd", ""},
    {"OMR", "", "", "omr/omr", ""},
    {"JOD", "", "", "jod/jod", ""},
    {"USD", "", "", "usd/usd us$/us$ $/$", ""},
    {"EUR", "", "", "eur/eur €/€", ""},
    {"GBP", "", "", "gbp/gbp £/£", ""},
    {"JPY", "", "", "jpy/jpy ¥/¥", ""},
    {"CNY", "", "", "cny/cny rmb/rmb", ""},
    {"INR", "", "", "inr/inr ₹/₹", ""},
    {"CHF", "", "", "chf/chf", ""},
    {"CAD", "", "", "cad/cad c$/c$", ""},
    {"AUD", "", "", "aud/aud a$/a$", ""},
    {"HKD", "", "", "hkd/hkd hk$/hk$", ""},
    {"SGD", "", "", "sgd/sgd s$/s$", ""},
    {"TRY", "", "", "₺/₺", ""},
    {"RUB", "", "", "rub/rub ₽/₽", ""},
    {"KRW", "", "", "krw/krw ₩/₩", ""},
    {"ILS", "", "", "ils/ils ₪/₪", ""},
    {"XBT", "", "", "₿/₿", ""},
};

struct CountryRow {
  absl::string_view code;
  absl::string_view adjectives;  // Arabic masculine and English, separated by spaces
};

// Arabic feminine and plural forms are generated.
constexpr CountryRow kCountries[] = {
    {"", ""},
    {"US", "أميركي أمريكي امريكى us u.s american"},
    {"CA", "كندي canadian"},
    {"AU", "أسترالي استرالي australian"},
    {"NZ", "نيوزيلندي"},
    {"HK", "هونغ هونج"},
    {"SG", "سنغافوري singapore singaporean"},
    {"TW", "تايواني taiwan taiwanese"},
    {"SA", "سعودي saudi"},
    {"QA", "قطري qatari"},
    {"YE", "يمني yemeni"},
    {"OM", "عماني omani"},
    {"IR", "إيراني iranian"},
    {"BR", "برازيلي brazilian"},
    {"KW", "كويتي kuwaiti"},
    {"BH", "بحريني bahraini"},
    {"JO", "أردني jordanian"},
    {"IQ", "عراقي iraqi"},
    {"TN", "تونسي tunisian"},
    {"DZ", "جزائري algerian"},
    {"LY", "ليبي libyan"},
    {"RS", "صربي serbian"},
    {"AE", "إماراتي emirati uae"},
    {"MA", "مغربي moroccan"},
    {"EG", "مصري egyptian"},
    {"SD", "سوداني sudanese"},
    {"GB", "بريطاني british uk"},
    {"TR", "تركي turkish"},
    {"LB", "لبناني lebanese"},
    {"SY", "سوري syrian"},
    {"IT", "إيطالي italian"},
    {"IN", "هندي indian"},
    {"PK", "باكستاني pakistani"},
    {"LK", "سريلانكي"},
    {"ID", "إندونيسي اندونيسي indonesian"},
    {"CH", "سويسري swiss"},
    {"FR", "فرنسي french"},
    {"RU", "روسي russian"},
    {"BY", "بيلاروسي"},
    {"KR", "كوري korean"},
    {"SE", "سويدي swedish"},
    {"NO", "نرويجي norwegian"},
    {"DK", "دنماركي danish"},
    {"CZ", "تشيكي czech"},
    {"MX", "مكسيكي mexican"},
    {"AR", "أرجنتيني argentine"},
    {"CL", "تشيلي chilean"},
    {"CO", "كولومبي colombian"},
    {"PH", "فلبيني فيليبيني philippine"},
    {"KE", "كيني kenyan"},
    {"TZ", "تنزاني tanzanian"},
    {"UG", "أوغندي ugandan"},
    {"SO", "صومالي somali"},
    {"CN", "صيني chinese"},
    {"JP", "ياباني japanese"},
};

void AddCountries(LexiconBuilder* lexicon) {
  int8_t index = 0;
  for (const CountryRow& row : kCountries) {
    for (absl::string_view word : absl::StrSplit(row.adjectives, ' ', absl::SkipEmpty())) {
      lexicon->At(word).country = index;
      if (static_cast<unsigned char>(word[0]) < 0x80) continue;
      lexicon->At(absl::StrCat(word, "ة")).country = index;
      lexicon->At(absl::StrCat(word, "ين")).country = index;
    }
    ++index;
  }
  // "جنيه إسترليني": the adjective is a currency noun as well.
  int8_t britain = 0;
  while (kCountries[britain].code != "GB") ++britain;
  for (absl::string_view word : {"إسترليني", "استرليني", "sterling"}) {
    lexicon->At(word).country = britain;
  }
}

}  // namespace

void AddCurrencyWords(LexiconBuilder* lexicon) {
  int16_t index = 0;
  for (const CurrencyRow& row : kCurrencies) {
    NounForms forms;
    for (absl::string_view singular : absl::StrSplit(row.singular, ' ', absl::SkipEmpty())) {
      for (auto& form : ArabicForms(singular, row.plurals)) forms.push_back(form);
    }
    for (absl::string_view english : absl::StrSplit(row.english, ' ', absl::SkipEmpty())) {
      for (auto& form : EnglishForms(english)) forms.push_back(form);
    }
    for (const auto& form : forms) {
      WordSense& sense = lexicon->At(form.first);
      if (sense.currency != 0) continue;
      sense.currency = index;
      sense.currency_form = form.second;
    }
    ++index;
  }
  AddCountries(lexicon);
}

absl::string_view CurrencyCode(int currency, int country) {
  const CurrencyRow& row = kCurrencies[currency];
  if (country != 0) {
    for (absl::string_view pair : absl::StrSplit(row.codes, ' ', absl::SkipEmpty())) {
      if (absl::ConsumePrefix(&pair, kCountries[country].code) && absl::ConsumePrefix(&pair, ":")) {
        return pair;
      }
    }
  }
  return row.code;
}

absl::string_view CurrencyCodeOfSymbol(absl::string_view folded) {
  for (const CurrencyRow& row : kCurrencies) {
    for (absl::string_view spelling : absl::StrSplit(row.english, ' ', absl::SkipEmpty())) {
      if (spelling.substr(0, spelling.find('/')) == folded) return row.code;
    }
  }
  return "";
}

}  // namespace isnad::extraction
