#include "services/extraction/values/number_words.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "services/extraction/values/word_sense.h"

namespace isnad::extraction {
namespace {

struct NumberRow {
  NumberRole role;
  double value;
  absl::string_view words;  // separated by spaces
};

constexpr NumberRow kNumbers[] = {
    {NumberRole::kUnit, 0, "صفر zero"},
    {NumberRole::kUnit, 1, "واحد واحدة one"},
    {NumberRole::kUnit, 2, "اثنان اثنين اثنتان اثنتين إثنان إثنين إثنتان إثنتين إتنين two"},
    {NumberRole::kUnit, 3, "ثلاثة ثلاث ثلاته تلاتة three"},
    {NumberRole::kUnit, 4, "أربعة أربع four"},
    {NumberRole::kUnit, 5, "خمسة خمس five"},
    {NumberRole::kUnit, 6, "ستة ست six"},
    {NumberRole::kUnit, 7, "سبعة سبع seven"},
    {NumberRole::kUnit, 8, "ثمانية ثماني ثمان ثمانيه تمانية eight"},
    {NumberRole::kUnit, 9, "تسعة تسع nine"},
    {NumberRole::kUnitHead, 1, "أحد إحدى حادية"},
    {NumberRole::kUnitHead, 2, "اثنا اثنتا اثني اثنتي إثنا إثني إثنتا إثنتي"},
    {NumberRole::kTen, 10, "عشرة عشر ten"},
    {NumberRole::kTeen, 11, "eleven أحدعشر"},
    {NumberRole::kTeen, 12, "twelve اثناعشر اثنيعشر"},
    {NumberRole::kTeen, 13, "thirteen ثلاثةعشر"},
    {NumberRole::kTeen, 14, "fourteen أربعةعشر"},
    {NumberRole::kTeen, 15, "fifteen خمسةعشر"},
    {NumberRole::kTeen, 16, "sixteen ستةعشر"},
    {NumberRole::kTeen, 17, "seventeen سبعةعشر"},
    {NumberRole::kTeen, 18, "eighteen ثمانيةعشر"},
    {NumberRole::kTeen, 19, "nineteen تسعةعشر"},
    {NumberRole::kTens, 20, "عشرون عشرين twenty"},
    {NumberRole::kTens, 30, "ثلاثون ثلاثين thirty"},
    {NumberRole::kTens, 40, "أربعون أربعين forty fourty"},
    {NumberRole::kTens, 50, "خمسون خمسين fifty"},
    {NumberRole::kTens, 60, "ستون ستين sixty"},
    {NumberRole::kTens, 70, "سبعون سبعين seventy"},
    {NumberRole::kTens, 80, "ثمانون ثمانين eighty"},
    {NumberRole::kTens, 90, "تسعون تسعين ninety"},
    {NumberRole::kHundred, 100, "مئة مائة ميه ماية hundred"},
    {NumberRole::kHundreds, 200, "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي"},
    {NumberRole::kScale, 1e3, "ألف thousand"},
    {NumberRole::kScale, 1e6, "مليون million"},
    {NumberRole::kScale, 1e9, "مليار بليون ملياردولار billion milliard"},
    {NumberRole::kScale, 1e12, "تريليون ترليون trillion"},
    {NumberRole::kScale, 1e15, "كوادريليون quadrillion"},
    {NumberRole::kScaleDual, 2e3, "ألفان ألفين ألفا ألفي"},
    {NumberRole::kScaleDual, 2e6, "مليونان مليونين مليونا مليوني"},
    {NumberRole::kScaleDual, 2e9, "ملياران مليارين مليارا ملياري بليونان بليونين بليوني"},
    {NumberRole::kScaleDual, 2e12, "تريليونان تريليونين تريليوني ترليونان ترليونين"},
    {NumberRole::kScalePlural, 1e3, "آلاف ألوف thousands"},
    {NumberRole::kScalePlural, 1e6, "ملايين millions"},
    {NumberRole::kScalePlural, 1e9, "مليارات بلايين ملايير billions"},
    {NumberRole::kScalePlural, 1e12, "تريليونات ترليونات trillions"},
    {NumberRole::kVagueTens, 10, "عشرات tens"},
    {NumberRole::kVagueTens, 12, "dozens"},
    {NumberRole::kVagueHundreds, 100, "مئات مائات hundreds"},
    {NumberRole::kDozen, 12, "دزينة دستة دزينات دستات dozen"},
    {NumberRole::kDozen, 24, "دزينتين دزينتان دستتين"},
};

struct FractionRow {
  double value;
  absl::string_view words;
};

constexpr FractionRow kFractions[] = {
    {0.5, "نصف half"},
    {1.0 / 3, "ثلث third"},
    {2.0 / 3, "ثلثا ثلثي ثلثان ثلثين thirds"},
    {0.4, "خمسان"},
    {0.25, "ربع quarter أرباع quarters"},
    {0.2, "خمس أخماس fifth fifths"},
    {1.0 / 6, "سدس أسداس sixth sixths"},
    {1.0 / 7, "أسباع"},
    {1.0 / 8, "ثمن أثمان eighths"},
    {1.0 / 9, "أتساع"},
    {0.1, "عشر أعشار tenth tenths"},
};

struct OrdinalRow {
  int value;
  absl::string_view words;
};

constexpr OrdinalRow kOrdinals[] = {
    {1, "أول أولى first"},
    {1, "حادي حادية"},
    {2, "ثاني ثانية ثان second"},
    {3, "ثالث ثالثة third"},
    {4, "رابع رابعة fourth"},
    {5, "خامس خامسة fifth"},
    {6, "سادس سادسة sixth"},
    {7, "سابع سابعة seventh"},
    {8, "ثامن ثامنة eighth"},
    {9, "تاسع تاسعة ninth"},
    {10, "عاشر عاشرة tenth"},
    {11, "eleventh"},
    {12, "twelfth"},
    {13, "thirteenth"},
    {14, "fourteenth"},
    {15, "fifteenth"},
    {16, "sixteenth"},
    {17, "seventeenth"},
    {18, "eighteenth"},
    {19, "nineteenth"},
    {20, "twentieth"},
    {30, "thirtieth"},
    {-1, "أخير أخيرة last final"},
};

// ثلاثمئة, ثلاثمائة, ثلثمائة, ثلاثميه: joined hundreds from three to nine hundred.
void AddJoinedHundreds(LexiconBuilder* lexicon) {
  static constexpr NumberRow kHeads[] = {
      {NumberRole::kHundreds, 300, "ثلاث ثلث"}, {NumberRole::kHundreds, 400, "أربع"},
      {NumberRole::kHundreds, 500, "خمس"},      {NumberRole::kHundreds, 600, "ست"},
      {NumberRole::kHundreds, 700, "سبع"},      {NumberRole::kHundreds, 800, "ثمان ثماني"},
      {NumberRole::kHundreds, 900, "تسع"},
  };
  for (const NumberRow& row : kHeads) {
    for (absl::string_view head : absl::StrSplit(row.words, ' ')) {
      for (absl::string_view tail : {"مئة", "مائة", "مية", "ماية"}) {
        WordSense& sense = lexicon->At(absl::StrCat(head, tail));
        sense.number = row.role;
        sense.number_value = row.value;
      }
    }
  }
}

void AddHyphenatedEnglish(LexiconBuilder* lexicon) {
  static constexpr absl::string_view kTens[] = {"twenty", "thirty",  "forty",  "fifty",
                                                "sixty",  "seventy", "eighty", "ninety"};
  static constexpr absl::string_view kUnits[] = {"one", "two",   "three", "four", "five",
                                                 "six", "seven", "eight", "nine"};
  for (int tens = 0; tens < 8; ++tens) {
    for (int unit = 0; unit < 9; ++unit) {
      WordSense& sense = lexicon->At(absl::StrCat(kTens[tens], "-", kUnits[unit]));
      sense.number = NumberRole::kCompound;
      sense.number_value = 10 * (tens + 2) + unit + 1;
    }
  }
}

void SetFunction(LexiconBuilder* lexicon, Function function, absl::string_view words) {
  for (absl::string_view word : absl::StrSplit(words, ' ')) {
    lexicon->At(word).function = function;
  }
}

}  // namespace

void AddNumberWords(LexiconBuilder* lexicon) {
  for (const NumberRow& row : kNumbers) {
    for (absl::string_view word : absl::StrSplit(row.words, ' ')) {
      WordSense& sense = lexicon->At(word);
      sense.number = row.role;
      sense.number_value = row.value;
    }
  }
  for (const FractionRow& row : kFractions) {
    for (absl::string_view word : absl::StrSplit(row.words, ' ')) {
      lexicon->At(word).fraction = row.value;
    }
  }
  for (const OrdinalRow& row : kOrdinals) {
    for (absl::string_view word : absl::StrSplit(row.words, ' ')) {
      lexicon->At(word).ordinal = static_cast<int8_t>(row.value);
    }
  }
  AddJoinedHundreds(lexicon);
  AddHyphenatedEnglish(lexicon);

  SetFunction(lexicon, Function::kAnd, "و and");
  SetFunction(lexicon, Function::kPercentNoun, "percent pct % بالمئة بالمائة بالمية بالميه");
  SetFunction(lexicon, Function::kPoint, "نقطة نقاط point points نقطتين نقطتان");
  SetFunction(lexicon, Function::kFigures, "خانة خانات أرقام figures figure digit digits");
  SetFunction(lexicon, Function::kNegative, "سالب ناقص minus negative");
  SetFunction(lexicon, Function::kDivide, "على");
  SetFunction(lexicon, Function::kFew, "بضعة بضع عدة few several");
  SetFunction(lexicon, Function::kPercentOf, "نسبة");
  SetFunction(
      lexicon, Function::kVersionLabel,
      "مادة رقم إصدار الإصدار نسخة فصل باب بند فقرة صفحة قناة طراز موديل جيل طريق شارع غرفة "
      "رحلة خط ملحق قرار مرحلة آيفون أيفون ويندوز لاما جيميناي كلود غالاكسي جالاكسي "
      "بلايستيشن إكس بيكسل أندرويد article chapter page section no number version "
      "gen room flight route channel figure");
  // "figure" labels pictures and counts digits; the grammar asks for digits first.
  SetFunction(lexicon, Function::kFigures, "figure");
}

}  // namespace isnad::extraction
