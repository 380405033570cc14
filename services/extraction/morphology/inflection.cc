#include "services/extraction/morphology/inflection.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "services/extraction/morphology/letters.h"

namespace isnad::extraction {
namespace {

using Gender = VerbGender;
using Number = VerbNumber;
using Person = VerbPerson;

constexpr absl::string_view kAlef = "ا";
constexpr absl::string_view kYeh = "ي";
constexpr absl::string_view kWaw = "و";

VerbFeatures Features(VerbTense tense, Gender gender, Number number, Person person) {
  VerbFeatures features;
  features.tense = tense;
  features.gender = gender;
  features.number = number;
  features.person = person;
  return features;
}

VerbFeatures Perfect(Gender gender, Number number, Person person) {
  return Features(VerbTense::kPerfect, gender, number, person);
}

VerbFeatures Imperfect(Gender gender, Number number, Person person) {
  return Features(VerbTense::kImperfect, gender, number, person);
}

// Collects forms of one voice: all, or those spelled like the one sought.
class FormList {
 public:
  explicit FormList(std::vector<InflectedVerb>* forms) : forms_(forms) {}
  FormList(absl::string_view sought, std::vector<InflectedVerb>* forms)
      : sought_(sought), forms_(forms) {}

  void set_voice(VerbVoice voice) { voice_ = voice; }

  void set_rare(bool rare) { rare_ = rare; }

  // The form is given in its parts, so that nothing is put together for one that is not sought.
  void Add(absl::string_view prefix, absl::string_view stem, absl::string_view ending,
           VerbFeatures features) {
    if (!sought_.empty() && !IsSought(prefix, stem, ending)) return;
    features.voice = voice_;
    const bool person_rare =
        features.person == Person::kFirst || features.person == Person::kSecond;
    forms_->push_back({absl::StrCat(prefix, stem, ending), features, rare_ || person_rare});
  }
  void Add(absl::string_view stem, absl::string_view ending, VerbFeatures features) {
    Add("", stem, ending, features);
  }

 private:
  bool IsSought(absl::string_view prefix, absl::string_view stem, absl::string_view ending) const {
    absl::string_view rest = sought_;
    return rest.size() == prefix.size() + stem.size() + ending.size() &&
           absl::ConsumePrefix(&rest, prefix) && absl::ConsumePrefix(&rest, stem) && rest == ending;
  }

  const absl::string_view sought_;
  std::vector<InflectedVerb>* forms_;
  VerbVoice voice_ = VerbVoice::kUnknown;
  bool rare_ = false;
};

bool IsWeakEnd(absl::string_view letter) {
  return letter == kAlef || letter == kYeh || letter == kWaw;
}

bool IsHollowPerfect(absl::string_view perfect) {
  const int letters = LetterCount(perfect);
  // "قال", "اقال", "استقال", "اختار", "انهار"; not the third form "قاتل".
  return letters >= 3 && LetterAt(perfect, -2) == kAlef && !IsWeakEnd(LetterAt(perfect, -1));
}

void AddThirdPersons(absl::string_view stem, FormList* forms) {
  forms->Add(stem, "", Perfect(Gender::kMasculine, Number::kSingular, Person::kThird));
  forms->Add(stem, "ت", Perfect(Gender::kFeminine, Number::kSingular, Person::kThird));
  forms->Add(stem, "ا", Perfect(Gender::kMasculine, Number::kDual, Person::kThird));
  forms->Add(stem, "تا", Perfect(Gender::kFeminine, Number::kDual, Person::kThird));
  forms->Add(stem, "وا", Perfect(Gender::kMasculine, Number::kPlural, Person::kThird));
  forms->Add(stem, "و", Perfect(Gender::kMasculine, Number::kPlural, Person::kThird));
}

// Forms whose ending starts with a consonant.
void AddConsonantEndings(absl::string_view stem, FormList* forms) {
  forms->Add(stem, "نا", Perfect(Gender::kUnknown, Number::kPlural, Person::kFirst));
  forms->Add(stem, "تم", Perfect(Gender::kMasculine, Number::kPlural, Person::kSecond));
  forms->Add(stem, "ن", Perfect(Gender::kFeminine, Number::kPlural, Person::kThird));
  forms->Add(stem, "ت", Perfect(Gender::kUnknown, Number::kSingular, Person::kFirst));
}

void AddDefectivePerfect(absl::string_view perfect, FormList* forms) {
  const absl::string_view stem = DropLast(perfect, 1);
  forms->Add(perfect, "", Perfect(Gender::kMasculine, Number::kSingular, Person::kThird));
  forms->Add(stem, "ا", Perfect(Gender::kMasculine, Number::kSingular, Person::kThird));
  forms->Add(stem, "ت", Perfect(Gender::kFeminine, Number::kSingular, Person::kThird));
  forms->Add(stem, "تا", Perfect(Gender::kFeminine, Number::kDual, Person::kThird));
  forms->Add(stem, "يا", Perfect(Gender::kMasculine, Number::kDual, Person::kThird));
  forms->Add(stem, "وا", Perfect(Gender::kMasculine, Number::kPlural, Person::kThird));
  forms->Add(stem, "و", Perfect(Gender::kMasculine, Number::kPlural, Person::kThird));
  const bool waw = LetterAt(perfect, -1) == kAlef;
  AddConsonantEndings(absl::StrCat(stem, waw ? "و" : "ي"), forms);
  if (!waw) {
    // Verbs such as "بقي" keep their yeh in the feminine.
    forms->Add(stem, "يت", Perfect(Gender::kFeminine, Number::kSingular, Person::kThird));
  }
}

void AddPerfect(absl::string_view perfect, FormList* forms) {
  const int letters = LetterCount(perfect);
  if (!IsTwoByteArabic(perfect) || letters < 2) return;
  if (IsWeakEnd(LetterAt(perfect, -1)) && letters >= 3) return AddDefectivePerfect(perfect, forms);
  AddThirdPersons(perfect, forms);
  if (IsHollowPerfect(perfect)) {
    forms->set_rare(true);
    AddConsonantEndings(WithLetter(perfect, -2, ""), forms);
    forms->set_rare(false);
    forms->set_voice(VerbVoice::kPassive);
    return AddThirdPersons(WithLetter(perfect, -2, kYeh), forms);
  }
  AddConsonantEndings(perfect, forms);
  if (letters == 2) {
    AddConsonantEndings(absl::StrCat(perfect, LetterAt(perfect, -1)), forms);
  }
  if (letters == 4 && LetterAt(perfect, 1) == kAlef) {
    forms->set_voice(VerbVoice::kPassive);
    AddThirdPersons(WithLetter(perfect, 1, kWaw), forms);
  }
}

void AddImperfectPersons(absl::string_view stem, FormList* forms) {
  forms->Add("ي", stem, "", Imperfect(Gender::kMasculine, Number::kSingular, Person::kThird));
  forms->Add("ت", stem, "", Imperfect(Gender::kFeminine, Number::kSingular, Person::kThird));
  forms->Add("ن", stem, "", Imperfect(Gender::kUnknown, Number::kPlural, Person::kFirst));
  forms->Add("ا", stem, "", Imperfect(Gender::kUnknown, Number::kSingular, Person::kFirst));
}

void AddImperfectEndings(absl::string_view stem, absl::string_view dual_stem, FormList* forms) {
  for (const absl::string_view ending : {"ون", "وا", "و"}) {
    forms->Add("ي", stem, ending, Imperfect(Gender::kMasculine, Number::kPlural, Person::kThird));
    forms->Add("ت", stem, ending, Imperfect(Gender::kMasculine, Number::kPlural, Person::kSecond));
  }
  for (const absl::string_view ending : {"ان", "ا"}) {
    forms->set_rare(ending == "ا");
    forms->Add("ي", dual_stem, ending,
               Imperfect(Gender::kMasculine, Number::kDual, Person::kThird));
    forms->Add("ت", dual_stem, ending, Imperfect(Gender::kFeminine, Number::kDual, Person::kThird));
  }
  forms->set_rare(false);
  forms->Add("ت", stem, "ين", Imperfect(Gender::kFeminine, Number::kSingular, Person::kSecond));
}

bool EndsInTaMarbuta(absl::string_view nominal) { return LetterAt(nominal, -1) == "ه"; }

}  // namespace

std::vector<InflectedVerb> InflectPerfect(absl::string_view perfect) {
  std::vector<InflectedVerb> inflected;
  FormList forms(&inflected);
  AddPerfect(perfect, &forms);
  return inflected;
}

absl::optional<VerbFeatures> FeaturesOfPerfect(absl::string_view perfect, absl::string_view form) {
  // All forms keep the first letter, which tells those of the imperfect and of other words apart.
  if (form.empty() || LetterAt(form, 0) != LetterAt(perfect, 0)) return absl::nullopt;
  std::vector<InflectedVerb> same;
  FormList forms(form, &same);
  AddPerfect(perfect, &forms);
  if (same.empty()) return absl::nullopt;
  return same.front().features;
}

std::vector<InflectedVerb> InflectImperfect(absl::string_view imperfect,
                                            absl::string_view perfect) {
  std::vector<InflectedVerb> inflected;
  FormList forms(&inflected);
  if (!IsTwoByteArabic(imperfect) || LetterCount(imperfect) < 3) return inflected;
  const absl::string_view stem = DropFirst(imperfect, 1);
  const absl::string_view last = LetterAt(stem, -1);
  if (IsWeakEnd(last)) {
    const absl::string_view cut = DropLast(stem, 1);
    AddImperfectPersons(stem, &forms);
    forms.set_rare(true);
    AddImperfectPersons(cut, &forms);
    AddImperfectPersons(absl::StrCat(cut, "ا"), &forms);
    forms.set_rare(false);
    AddImperfectEndings(cut, last == kAlef ? absl::StrCat(cut, "ي") : std::string(stem), &forms);
    return inflected;
  }
  AddImperfectPersons(stem, &forms);
  AddImperfectEndings(stem, stem, &forms);
  forms.Add("ي", stem, "ن", Imperfect(Gender::kFeminine, Number::kPlural, Person::kThird));
  const absl::string_view middle = LetterAt(stem, -2);
  const bool hollow = IsHollowPerfect(perfect) && IsWeakEnd(middle);
  if (hollow) {
    forms.set_rare(true);
    AddImperfectPersons(WithLetter(stem, -2, ""), &forms);
    forms.set_rare(false);
    forms.set_voice(VerbVoice::kPassive);
    if (middle != kAlef) AddImperfectPersons(WithLetter(stem, -2, kAlef), &forms);
  }
  if (LetterCount(stem) == 2 && LetterAt(perfect, 0) == kWaw) {
    forms.set_voice(VerbVoice::kPassive);
    AddImperfectPersons(absl::StrCat("و", stem), &forms);
  }
  return inflected;
}

std::vector<std::string> InflectNominal(absl::string_view nominal) {
  std::vector<std::string> forms = {std::string(nominal)};
  if (!IsTwoByteArabic(nominal) || LetterCount(nominal) < 2) return forms;
  if (EndsInTaMarbuta(nominal)) {
    const absl::string_view stem = DropLast(nominal, 1);
    for (const absl::string_view ending : {"ات", "ت", "تان", "تين", "تا", "تي"}) {
      if (ending == "تا" && LetterCount(stem) < 3) continue;
      forms.push_back(absl::StrCat(stem, ending));
    }
    return forms;
  }
  if (LetterAt(nominal, -1) == "ء") {
    // Before pronouns the hamza sits on waw or yeh: "شركاوه", "شركايه"; plural "اجراءات".
    const absl::string_view stem = DropLast(nominal, 1);
    forms.push_back(absl::StrCat(stem, "و"));
    forms.push_back(absl::StrCat(stem, "ي"));
  }
  if (LetterAt(nominal, -1) == kYeh && LetterCount(nominal) >= 4) {
    // Defective participles lose their yeh, alef maqsura turns to alef before pronouns.
    forms.push_back(absl::StrCat(DropLast(nominal, 1), "ا"));
    forms.push_back(absl::StrCat(DropLast(nominal, 1), "ون"));
    forms.push_back(absl::StrCat(DropLast(nominal, 1), "ين"));
  }
  for (const absl::string_view ending :
       {"ه", "ت", "ات", "ون", "ين", "ان", "ا", "و", "ي", "تان", "تين", "تا", "تي"}) {
    forms.push_back(absl::StrCat(nominal, ending));
  }
  return forms;
}

}  // namespace isnad::extraction
