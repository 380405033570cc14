#include "services/extraction/relations/mood.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "services/extraction/morphology/verb_features.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

using WordSet = absl::flat_hash_set<absl::string_view>;

// Words before a trigger among which those that govern it are looked for.
constexpr int kReach = 10;
constexpr int kSentenceReach = 40;
// Words behind news in which it is called a rumour.
constexpr int kRumourReach = 16;
constexpr int kDateReach = 12;

// All folded.
const WordSet& PlanWords() {
  static const auto* set = new WordSet{
      "يعتزم",   "تعتزم",    "اعتزم",  "يعتزمون", "ينوي",     "تنوي",    "يخطط",    "تخطط",
      "يخططون",  "خطط",      "خطه",    "خطتها",   "خططها",    "خططه",    "المقرر",  "مقررا",
      "المتوقع", "يتوقع",    "تتوقع",  "المرتقب", "المنتظر",  "يستعد",   "تستعد",   "يستعدون",
      "استعداد", "استعدادا", "تمهيدا", "يهدف",    "تهدف",     "سوف",     "بصدد",    "اعتزام",
      "تعهد",    "تعهدت",    "وعد",    "وعدت",    "ينتظر",    "يرجح",    "المحتمل", "يفكر",
      "تفكر",    "تدرس",     "يدرس",   "نيه",     "نيتها",    "نيته",    "عزمها",   "عزمه",
      "عزم",     "يامل",     "تامل",   "تطمح",    "يطمح",     "مرتقب",   "مزمع",    "المزمع",
      "وشيك",    "يريد",     "تريد",   "ترغب",    "يرغب",     "المفترض", "مشروع",   "المرجح",
      "يمكن",    "الممكن",   "يجب",    "ينبغي",   "تبحث",     "يبحث",    "ناقش",    "ناقشت",
      "عرضت",    "عرض",      "اقترح",  "اقترحت",  "اقتراح",   "سعيا",    "طموح",    "بغيه",
      "طموحات",  "المخطط",   "مخططا",  "منتظرا",  "مرتقبا",   "متوقعا",  "مفترضا",  "يفترض",
      "موعدا",   "موعد",     "تستهدف", "يستهدف",  "المستهدف", "المومل",  "تتاهب",   "يتاهب"};
  return *set;
}

const WordSet& AttemptWords() {
  static const auto* set = new WordSet{
      "حاول",    "حاولت",  "يحاول",  "تحاول",  "محاوله", "محاولات", "محاولته", "محاولتها",
      "تسعي",    "يسعي",   "سعي",    "سعت",    "مساعي",  "مساعيها", "محادثات", "مفاوضات",
      "مباحثات", "تتفاوض", "يتفاوض", "تفاوضت", "كاد",    "كادت",    "لمحادثات"};
  return *set;
}

const WordSet& DenialWords() {
  static const auto* set = new WordSet{
      "نفي", "نفت",  "ينفي", "تنفي", "انكر",   "انكرت",   "تنكر",   "عدم",   "كذب",  "كذبت",
      "رفض", "رفضت", "يرفض", "ترفض", "استبعد", "استبعدت", "تستبعد", "نافيا", "نافيه"};
  return *set;
}

// It was to be, and came to nothing.
const WordSet& EndWords() {
  static const auto* set = new WordSet{
      "الغي",   "الغت",   "الغاء",  "الغايها", "تلغي",  "يلغي",  "فشل",    "فشلت",   "فشله",
      "فشلها",  "انهيار", "انهارت", "تخلي",    "تخلت",  "تراجع", "تراجعت", "تراجعه", "اخفق",
      "اخفقت",  "اخفاق",  "انسحب",  "انسحبت",  "عدل",   "عدلت",  "صرف",    "اوقف",   "اوقفت",
      "وقف",    "توقفت",  "تعثر",   "تعثرت",   "حظر",   "حظرت",  "منع",    "منعت",   "عرقل",
      "عرقلت",  "احبط",   "احبطت",  "دون",     "بدلا",  "بدل",   "تفادت",  "تفادي",  "تتفادي",
      "يتفادي", "لتفادي", "تجنب",   "تجنبت",   "تتجنب", "يتجنب", "لتجنب"};
  return *set;
}

const WordSet& PostponeWords() {
  static const auto* set = new WordSet{
      "اجل",   "اجلت", "تاجيل", "تاجيلها", "ارجا",    "ارجات",   "ارجاء", "اخر",  "اخرت",
      "تاخير", "تاخر", "تاخرت", "تاجل",    "تاجلت",   "موجل",    "تؤجل",  "توجل", "يوجل",
      "ترجي",  "يرجي", "علقت",  "تعليق",   "التاخير", "التاجيل", "جدوله"};
  return *set;
}

const WordSet& HearsayWords() {
  static const auto* set =
      new WordSet{"يقال",  "قيل",   "زعم",   "زعمت",  "يزعم", "تزعم",    "مزاعم",  "شايعات",
                  "شايعه", "تردد",  "ترددت", "يشاع",  "اشيع", "تسريبات", "مسربه",  "ادعي",
                  "ادعت",  "مزعوم", "قد",    "يحتمل", "ربما", "لعل",     "تكهنات", "انباء"};
  return *set;
}

// Whose lemma is that of a word above and which mean something else.
const WordSet& Deceptive() {
  static const auto* set =
      new WordSet{"يعد", "تعد", "بعد", "عد", "تخطت", "علي", "اجل", "نفسه", "نفسها"};
  return *set;
}

const WordSet& OpenQuestions() {
  static const auto* set = new WordSet{"لماذا", "كيف", "متي", "كم", "اين", "ما", "ماذا", "لم"};
  return *set;
}

bool In(const Token& token, const WordSet& set) {
  if (set.contains(token.surface) || set.contains(token.base)) return true;
  const bool verb = token.part_of_speech == PartOfSpeech::kVerb;
  return verb && !Deceptive().contains(token.base) && set.contains(token.lemma);
}

bool HasFuturePrefix(const Token& token) {
  return std::find(token.proclitics.begin(), token.proclitics.end(), "س") != token.proclitics.end();
}

bool IsStop(const Token& token) {
  return token.shape == TokenShape::kPunctuation &&
         IsOneOf(token.form, {".", "؟", "?", "!", "؛", "…"});
}

bool IsQuestionMark(const Token& token) { return IsOneOf(token.form, {"؟", "?"}); }

class MoodReader {
 public:
  MoodReader(const PhraseIndex& index, TokenRange trigger)
      : index_(index), trigger_(trigger), passage_(index.PassageTokens(trigger.begin)) {
    begin_ = trigger.begin;
    while (begin_ > passage_.begin && begin_ > trigger.begin - kSentenceReach &&
           !IsStop(index.token(begin_ - 1))) {
      --begin_;
    }
    is_verb_ = index.IsVerb(trigger.begin) && !IsIntendedMasdar(index, trigger.begin);
    perfect_ = is_verb_ && IsPerfect(trigger.begin);
  }

  Mood Read() {
    Mood mood;
    mood.unreal = IsConditional() || IsQuestion();
    if (IsCalledUntrue() || IsCalledRumour()) mood.polarity = Polarity::kDenied;
    if (HasFuturePrefix(index_.token(trigger_.begin)) || FollowsFutureWord()) {
      mood.modality = Modality::kPlanned;
    }
    for (int i = trigger_.begin - 1; i >= begin_ && i >= trigger_.begin - kReach; --i) {
      if (index_.IsStrongBoundary(i)) break;
      // A relative clause claims what it says whatever its noun is under.
      if (is_verb_ && index_.IsRelativePronoun(i)) break;
      if (ReadWord(i, &mood)) break;
    }
    if (!is_verb_ && mood.modality == Modality::kActual && IsCalledPlanned()) {
      mood.modality = Modality::kPlanned;
    }
    if (!perfect_ && mood.modality == Modality::kActual && LiesAhead()) {
      mood.modality = Modality::kPlanned;
      mood.dated_ahead = true;
    }
    return mood;
  }

 private:
  bool IsPerfect(int i) const {
    const Token& token = index_.token(i);
    return !HasFuturePrefix(token) && FeaturesOf(token).tense == VerbTense::kPerfect;
  }

  // "X will [سوف] launch": the word beside the verb that the prefix shortens.
  bool FollowsFutureWord() const {
    return is_verb_ && trigger_.begin > begin_ && index_.token(trigger_.begin - 1).base == "سوف";
  }

  bool IsNegated(int i) const {
    for (int k = i - 1; k >= begin_ && k >= i - 2; --k) {
      if (index_.IsNegation(k)) return true;
    }
    return false;
  }

  // "has no more than", "did not leave until": the negation only restricts.
  bool HasException() const {
    constexpr int kExceptionReach = 5;
    const int end = std::min(passage_.end, trigger_.end + kExceptionReach);
    for (int i = trigger_.end; i < end; ++i) {
      const Token& token = index_.token(i);
      if (IsStop(token) || index_.IsComma(i)) return false;
      if (IsSameWord(token.surface, "سوي")) return true;
      const bool however = i + 1 < passage_.end && index_.token(i + 1).surface == "ان";
      if (IsSameWord(token.surface, "الا")) return !however;
    }
    return false;
  }

  // "does not exceed": the negation only sets a bound.
  bool OpensLimit(int negation) const {
    static const auto* limits =
        new WordSet{"يتجاوز", "تتجاوز", "يتعدي", "تتعدي", "يزيد", "تزيد", "يقل",   "تقل",
                    "يتعد",   "تتعد",   "يزد",   "تزد",   "يربو", "تربو", "يتخطي", "تتخطي"};
    const int next = negation + 1;
    return next < passage_.end && limits->contains(index_.token(next).base);
  }

  // "is no longer": the trigger tells of an end.
  bool IsNoLonger(int negation) const {
    const absl::string_view verb = index_.token(trigger_.begin).base;
    return absl::EndsWith(index_.token(negation).base, "لم") && (verb == "يعد" || verb == "تعد");
  }

  // Takes one word before the trigger into account; true when nothing before it governs.
  bool ReadWord(int i, Mood* mood) const {
    const Token& token = index_.token(i);
    const int distance = trigger_.begin - i;
    // "declined to comment on the departure": what he would not speak of took place.
    if (IsSameWord(token.base, "تعليق")) return true;
    if (index_.MentionAt(i) >= 0 || index_.ValueAt(i) >= 0) return false;
    if (index_.IsNegation(i) && distance <= 2 && !HasException() && !IsNoLonger(i) &&
        !OpensLimit(i)) {
      mood->polarity = Polarity::kDenied;
      if (absl::EndsWith(token.surface, "لن")) mood->modality = Modality::kPlanned;
    }
    if (In(token, HearsayWords()) && IsDoubt(i) && mood->modality == Modality::kActual) {
      mood->modality = Modality::kAlleged;
    }
    // What has happened is under no plan, and was not called off.
    if (perfect_) return false;
    const bool governs = !is_verb_ || HasSubjunctive(i);
    if (!governs && !index_.IsVerb(i)) return false;
    if (In(token, DenialWords())) {
      mood->polarity = Polarity::kDenied;
      return true;
    }
    if (In(token, EndWords()) && !OnlySinks(i)) {
      mood->polarity = Polarity::kDenied;
      return true;
    }
    if (In(token, PostponeWords())) {
      mood->postponed = true;
      return true;
    }
    // "does not plan to cut, and that it will launch": what one plans to do is no verb of the
    // future.
    if (is_verb_ && HasFuturePrefix(index_.token(trigger_.begin))) return false;
    if (In(token, PlanWords()) || In(token, AttemptWords())) {
      mood->modality = Modality::kPlanned;
      if (IsNegated(i)) mood->polarity = Polarity::kDenied;
      return false;
    }
    if (!index_.IsVerb(i)) return false;
    if (HasFuturePrefix(token)) {
      if (!is_verb_) mood->modality = Modality::kPlanned;
      return !is_verb_;
    }
    if (!IsPerfect(i)) return false;
    if (!is_verb_ && IsNegated(i)) mood->polarity = Polarity::kDenied;
    return true;
  }

  // "the number of staff sank": what goes back from nothing is no plan that was given up.
  bool OnlySinks(int i) const {
    static const auto* sinking = new WordSet{"تراجع", "تراجعت", "انسحب", "انسحبت"};
    if (!sinking->contains(index_.token(i).base)) return false;
    for (int k = i + 1; k < trigger_.begin; ++k) {
      const absl::string_view word = index_.token(k).surface;
      if (word == "عن" || word == "من") return false;
    }
    return true;
  }

  // "أن" between a governing word and a verb that it governs.
  bool HasSubjunctive(int from) const {
    for (int i = from + 1; i < trigger_.begin; ++i) {
      const absl::string_view word = index_.token(i).surface;
      if (word == "ان" || word == "بان" || word == "لان" || word == "الا") return true;
    }
    return false;
  }

  // "قد" before an imperfect verb says "may"; before a perfect it only stresses.
  bool IsDoubt(int i) const {
    if (index_.token(i).base != "قد" && index_.token(i).surface != "وقد") return true;
    return i == trigger_.begin - 1 && is_verb_ && !perfect_;
  }

  // لو anywhere before; إذا and "in case" unless a comma or ف closes their clause before.
  bool IsConditional() const {
    bool closed = false;
    for (int i = trigger_.begin; i >= begin_; --i) {
      const Token& token = index_.token(i);
      if (index_.MentionAt(i) >= 0) continue;
      const absl::string_view word = token.surface;
      if (word == "لو" || word == "ولو" || word == "فلو" || word == "لولا" || word == "ولولا") {
        const bool as_if = i > begin_ && index_.token(i - 1).surface == "كما";
        if (!as_if) return true;
      }
      const bool in_case = word == "حال" && i > begin_ && index_.IsPreposition(i - 1, "في");
      const bool condition = word == "اذا" || word == "واذا" || word == "فاذا" || in_case ||
                             word == "شريطه" || word == "بشرط";
      if (condition && !closed && i < trigger_.begin) return true;
      const bool answers = !token.proclitics.empty() && IsSameWord(token.proclitics.front(), "ف");
      if (index_.IsComma(i) || answers) closed = true;
    }
    return false;
  }

  // "its launch is due in summer".
  bool IsCalledPlanned() const {
    static const auto* planned = new WordSet{"مقررا",  "مقرره", "مقرر",  "منتظرا", "متوقعا",
                                             "مرتقبا", "مزمعا", "مخططا", "متوقعه", "منتظره"};
    constexpr int kPlannedReach = 4;
    const int end = std::min(passage_.end, trigger_.end + kPlannedReach);
    for (int i = trigger_.end; i < end; ++i) {
      const Token& token = index_.token(i);
      if (IsStop(token) || index_.IsComma(i) || index_.IsAnyPreposition(i)) return false;
      if (planned->contains(token.base)) return true;
    }
    return false;
  }

  // "ليس صحيحا أن", "لا صحة لما".
  bool IsCalledUntrue() const {
    for (int i = begin_; i + 1 < trigger_.begin; ++i) {
      const absl::string_view word = index_.token(i).surface;
      const bool negative =
          word == "ليس" || word == "وليس" || word == "غير" || word == "لا" || word == "ولا";
      if (!negative) continue;
      const absl::string_view next = index_.token(i + 1).base;
      if (next != "صحيح" && next != "صحيحا" && next != "صحه") continue;
      for (int k = i + 2; k < trigger_.begin; ++k) {
        const absl::string_view that = index_.token(k).surface;
        if (that == "ان" || that == "ما" || that == "لما") return true;
      }
    }
    return false;
  }

  // "the news of the departure is a mere rumour", "has no foundation".
  bool IsCalledRumour() const {
    static const auto* news =
        new WordSet{"خبر", "اخبار", "نبا", "انباء", "شايعه", "شايعات", "اشاعه"};
    static const auto* rumours =
        new WordSet{"اشاعه", "شايعه", "اشاعات", "شايعات", "كذبه", "اكاذيب", "افتراء", "اساس"};
    constexpr int kNewsReach = 2;
    bool of_news = false;
    for (int i = trigger_.begin - 1; i >= begin_ && i >= trigger_.begin - kNewsReach; --i) {
      of_news = of_news || news->contains(index_.token(i).base);
    }
    const int end = std::min(passage_.end, trigger_.end + kRumourReach);
    for (int i = trigger_.end; of_news && i + 1 < end && !IsStop(index_.token(i)); ++i) {
      const absl::string_view word = index_.token(i).base;
      const bool mere = word == "مجرد" || word == "محض" || word == "لا" || word == "بلا";
      if (mere && rumours->contains(index_.token(i + 1).base)) return true;
    }
    return false;
  }

  // A question of yes or no, or one about what else might be; why, how and when take it for true.
  bool IsQuestion() const {
    int last = trigger_.end;
    const int end = std::min(passage_.end, trigger_.end + kSentenceReach);
    while (last < end && !IsStop(index_.token(last))) ++last;
    for (int i = begin_; i < trigger_.begin; ++i) {
      const absl::string_view word = index_.token(i).surface;
      if (word == "هل" || word == "وهل" || word == "فهل") return true;
    }
    if (last >= end || !IsQuestionMark(index_.token(last))) return false;
    for (int i = begin_; i < trigger_.begin && i < begin_ + 4; ++i) {
      if (OpenQuestions().contains(index_.token(i).base)) return false;
    }
    return true;
  }

  // The first date after the trigger is after the text was published.
  bool LiesAhead() const {
    const Analysis& analysis = index_.analysis();
    if (!analysis.reference_date) return false;
    const int end = std::min(passage_.end, trigger_.end + kDateReach);
    // "X, where a thousand people work, will open in May": the date of the main clause.
    const bool relative = is_verb_ && trigger_.begin > begin_ &&
                          index_.IsRelativePronoun(trigger_.begin - 1) &&
                          trigger_.begin - 2 >= begin_ && index_.IsComma(trigger_.begin - 2);
    for (int i = trigger_.end; i < end; ++i) {
      if (index_.IsStrongBoundary(i) || (relative && index_.IsComma(i))) return false;
      // "employs a thousand and plans to open in May": of another verb.
      if (is_verb_ && index_.IsVerb(i) && index_.HasConjunction(i)) return false;
      const int value = index_.ValueAt(i);
      if (value < 0 || analysis.values[value].kind != ValueKind::kDate) continue;
      const DateInterval& date = analysis.values[value].date;
      if (!analysis.values[value].resolved || !date.start) return false;
      const CivilDate now = *analysis.reference_date;
      return std::tie(date.start->year, date.start->month, date.start->day) >
             std::tie(now.year, now.month, now.day);
    }
    return false;
  }

  const PhraseIndex& index_;
  const TokenRange trigger_;
  const TokenRange passage_;
  int begin_ = 0;  // of the sentence
  bool is_verb_ = false;
  bool perfect_ = false;
};

}  // namespace

bool IsIntendedMasdar(const PhraseIndex& index, int word) {
  static const auto* intents =
      new WordSet{"تعتزم", "يعتزم", "اعتزم", "اعتزمت", "يعتزمون", "تنوي", "ينوي", "نوت", "ينوون"};
  constexpr int kIntentReach = 6;
  const Token& masdar = index.token(word);
  if (!masdar.proclitics.empty() || !masdar.enclitic.empty()) return false;
  // "plans, as X where a thousand people work, to open": no masdar follows such a pronoun.
  if (word > index.PassageTokens(word).begin && index.IsRelativePronoun(word - 1)) return false;
  const int first = std::max(index.PassageTokens(word).begin, word - kIntentReach);
  for (int i = word - 1; i >= first; --i) {
    const Token& token = index.token(i);
    if (intents->contains(token.base)) return true;
    if (IsSameWord(token.surface, "ان") || IsStop(token) || index.IsVerb(i)) return false;
  }
  return false;
}

Mood MoodOf(const PhraseIndex& index, TokenRange trigger) {
  return MoodReader(index, trigger).Read();
}

}  // namespace isnad::extraction
