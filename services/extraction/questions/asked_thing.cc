#include "services/extraction/questions/asked_thing.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/questions/asked_accounts.h"
#include "services/extraction/questions/asked_cause.h"
#include "services/extraction/questions/asked_predecessor.h"
#include "services/extraction/questions/asked_share.h"
#include "services/extraction/questions/asked_unit_price.h"
#include "services/extraction/questions/asked_valuation.h"
#include "services/extraction/questions/question_signs.h"
#include "services/extraction/questions/verb_classes.h"
#include "services/extraction/questions/word_keys.h"

namespace isnad::extraction {
namespace {

// How far behind the asking word a noun may stand: "in which other American state".
constexpr int kMaxEnglishGap = 4;

bool IsEnglishBreak(const QuestionText& text, int token) {
  return text.words()[token].punctuation || text.words()[token].mention >= 0 ||
         text.Is(token, {"did", "does", "do",    "was",  "were",  "is",   "are", "has",  "have",
                         "had", "will", "would", "can",  "could", "to",   "at",  "in",   "on",
                         "of",  "by",   "from",  "with", "about", "that", "who", "which"});
}

// A plural of English nouns or an Arabic sound plural.
bool LooksPlural(const QuestionText& text, int token) {
  const absl::string_view word = text.SurfaceAt(token);
  if (!StartsArabic(word)) {
    if (text.Is(token, {"people", "men", "women", "criteria", "media"})) return true;
    return word.size() > 3 && absl::EndsWith(word, "s") && !absl::EndsWith(word, "ss") &&
           !absl::EndsWith(word, "us") && !absl::EndsWith(word, "is") && word != "does" &&
           word != "was" && word != "has" && word != "news" && word != "'s" && word != "ceos";
  }
  return CharacterCount(word) > 4 &&
         (absl::EndsWith(word, "ون") || absl::EndsWith(word, "ات") || absl::EndsWith(word, "ين"));
}

// "منافسي" and "موظفو" are plurals in the construct state when the singular ends otherwise.
FocusMatch WithPlural(const QuestionText& text, FocusMatch match) {
  if (match.tokens.empty() || !match.inflected) return match;
  const absl::string_view last = text.SurfaceAt(match.tokens.end - 1);
  for (const absl::string_view ending : {"ي", "و", "ون", "ين", "ات"}) {
    match.plural |= absl::EndsWith(last, ending);
  }
  return match;
}

// Where the noun begins when its possessor stands at `token`: "Tim Cook 's |successor".
int AfterPossessor(const QuestionText& text, int token, int end) {
  int t = token;
  while (t < end && text.words()[t].mention >= 0) ++t;
  if (t > token && text.Is(t, {"'s", "\u2019s", "'"})) return t + 1;
  return text.Is(token, {"its", "his", "her", "their"}) ? token + 1 : token;
}

bool HasPersonMention(const QuestionText& text, TokenRange range) {
  for (int t = range.begin; t < range.end; ++t) {
    const int mention = text.words()[t].mention;
    if (mention < 0) continue;
    const Analysis& analysis = text.analysis();
    if (analysis.entities[analysis.mentions[mention].entity].type == EntityType::kPerson) {
      return true;
    }
  }
  return false;
}

// "عرضت", "دفعت": a verb by its analysis or its feminine ending.
bool IsVerbOfPaying(const QuestionText& text, int token) {
  if (text.analysis().tokens[token].part_of_speech == PartOfSpeech::kVerb) return true;
  const absl::string_view word = text.SurfaceAt(token);
  return absl::EndsWith(word, "ت") && !absl::EndsWith(word, "ات") &&
         IsOfClass(text, token, VerbClass::kPaying);
}

// Verbs whose object is money when nothing else is named: "what did X pay for Y".
bool PaysFor(const QuestionText& text, TokenRange range) {
  for (int t = range.begin; t < range.end; ++t) {
    if (text.words()[t].mention >= 0) continue;
    if (text.HasKey(t, {"pay", "spend", "cost", "fetch"})) return true;
    // "What is X putting into Y".
    if (text.HasKey(t, {"put", "pump", "pour", "inject", "plough", "plow"}) &&
        text.Is(t + 1, {"into", "in"})) {
      return true;
    }
  }
  return false;
}

// "What level do salaries reach": the noun asks for a point on a scale.
bool IsScale(const QuestionText& text, TokenRange noun) {
  return text.HasKey(noun.begin, {"level", "size", "scale", "volume", "مستوي", "حد", "حجم"});
}

// "Where did X go": people of whom news tells go to houses.
bool Moves(const QuestionText& text, TokenRange range) {
  for (int t = range.begin; t < range.end; ++t) {
    if (text.words()[t].mention >= 0) continue;
    if (text.Is(
            t, {"go",   "went",   "gone",   "come",  "came",  "move",   "moved",  "headed", "end",
                "land", "landed", "before", "ذهب",   "ذهبت",  "توجه",   "توجهت",  "اتجه",   "اتجهت",
                "جاء",  "جاءت",   "قدم",    "قدمت",  "انتقل", "انتقلت", "التحق",  "التحقت", "راح",
                "راحت", "مجييه",  "مجييها", "انضم",  "انضمت", "رحيله",  "رحيلها", "استقر",  "حط",
                "حطت",  "محطته",  "محطتها", "اشتغل", "يشتغل", "تشتغل"}) ||
        text.Is(t, {"heading", "heads",  "head",   "bound",   "going",   "moving", "leaving",
                    "left",    "مضي",    "مضت",    "يمضي",    "تمضي",    "سيذهب",  "ستذهب",
                    "يتجه",    "تتجه",   "سيتوجه", "ستتوجه",  "وجهه",    "وجهته",  "وجهتها",
                    "سينتقل",  "ستنتقل", "سيلتحق", "ستلتحق",  "ينتقل",   "تنتقل",  "خروجه",
                    "خروجها",  "غادر",   "غادرت",  "مغادرته", "مغادرتها"})) {
      return true;
    }
  }
  return false;
}

// "كم عدد موظفي X", "how many new employees": the word before the counted noun.
bool MayLeadTo(const QuestionText& text, int token) {
  return !text.arabic() || text.Is(token - 1, {"عدد", "بلغ", "يبلغ"});
}

// First token of the verb that goes with the asking word, auxiliaries and names passed over.
bool AnyVerb(const QuestionText& text, TokenRange range, int from, VerbClass verb_class,
             int reach) {
  const int end = std::min(range.end, from + reach);
  for (int t = from; t < end; ++t) {
    if (text.words()[t].mention < 0 && IsOfClass(text, t, verb_class)) return true;
  }
  return false;
}

// "What was the dispute about", "حول ماذا اختلفا".
bool AsksTopic(const QuestionText& text, TokenRange range, const Interrogative& asked) {
  if (text.arabic()) return asked.preposition == "حول" || asked.preposition == "بشان";
  const int last = text.Trim(range).end - 1;
  return asked.equative && last > asked.noun_at && text.Is(last, {"about", "over"});
}

// "With whom was X compared": what is asked stands in the words of the comparison, whatever it is.
bool AsksComparison(const QuestionText& text, TokenRange range, const Interrogative& asked) {
  const int end = text.arabic() ? std::min(range.end, asked.noun_at + 2) : range.end;
  for (int t = asked.noun_at; t < end; ++t) {
    if (text.words()[t].mention >= 0) continue;
    if (text.HasKey(t, {"compare", "liken", "قارن", "قورن", "شبه", "ضاهي"}) ||
        text.Is(t, {"قورن", "قورنت", "قارن", "قارنت", "تقارن", "يقارن", "شبه", "شبهت", "شبهوا",
                    "compared", "likened"})) {
      return true;
    }
  }
  return false;
}

// "The two whom", "those who": several are asked for.
bool IsPluralRelative(const QuestionText& text, int token) {
  return text.Is(token, {"اللذان", "اللذين", "اللتان", "اللتين", "الذين", "اللاتي", "اللواتي"});
}

// "The partner at X" is a person of the house, "the partner of X" another one.
bool IsPartnerAtHouse(const QuestionText& text, TokenRange noun) {
  if (noun.empty() || !text.Is(noun.end - 1, {"partner", "شريك", "الشريك", "شريكه", "الشريكه"})) {
    return false;
  }
  if (!text.Is(noun.end, {"at", "في", "لدي"})) return false;
  const int at =
      text.Is(noun.end + 1, {"the", "صندوق", "شركه", "مكتب"}) ? noun.end + 2 : noun.end + 1;
  return at < text.size() && text.words()[at].mention >= 0;
}

// "How many of those", "of them".
bool CountsShareOf(const QuestionText& text, TokenRange range, const Interrogative& asked) {
  return !text.arabic() && asked.noun_at + 2 < range.end && text.Is(asked.noun_at, {"of"}) &&
         text.Is(asked.noun_at + 1, {"those", "them", "these", "the"});
}

// "كم تصرف الشركة شهريا": the verb of dismissing spends where a rate or an aim of spending is
// given.
bool SpendsAtARate(const QuestionText& text, TokenRange range, const Interrogative& asked) {
  if (!text.Is(asked.noun_at, {"تصرف", "يصرف", "ستصرف", "سيصرف"})) return false;
  for (int t = asked.noun_at + 1; t < range.end; ++t) {
    if (text.Is(t, {"شهريا", "سنويا", "يوميا", "اسبوعيا", "علي"})) return true;
    if (text.Is(t, {"كل", "في"}) &&
        text.Is(t + 1, {"شهر", "سنه", "عام", "يوم", "اسبوع", "ربع", "الشهر", "السنه", "العام",
                        "اليوم", "الاسبوع"})) {
      return true;
    }
  }
  return false;
}

// "كم تعتزم الشركة إنفاقه": the noun of paying behind the verb of planning.
bool HasNounOfPaying(const QuestionText& text, TokenRange range, int from) {
  constexpr int kReach = 6;
  for (int t = from; t < std::min(range.end, from + kReach); ++t) {
    if (text.words()[t].punctuation) return false;
    if (text.Is(t, {"انفاقه", "انفاقها", "دفعه", "دفعها", "استثماره", "استثمارها", "ضخه", "ضخها",
                    "صرفه", "رصده", "جمعه", "تخصيصه"})) {
      return true;
    }
  }
  return false;
}

constexpr int kArabicVerbReach = 2;
constexpr int kEnglishVerbReach = 14;

int Reach(const QuestionText& text) { return text.arabic() ? kArabicVerbReach : kEnglishVerbReach; }

// "How much does X earn": what somebody is paid, and not any sum that is named beside X.
bool AsksForPay(const QuestionText& text, TokenRange range) {
  for (int t = range.begin; t < range.end; ++t) {
    if (text.Is(t, {"يتقاضي", "تتقاضي", "earn", "earns"})) return true;
  }
  return false;
}

// "Which group does X belong to": a house that owns, and no part of one.
bool AsksForOwner(const QuestionText& text, TokenRange range) {
  bool group = false;
  bool owns = false;
  for (int t = range.begin; t < range.end; ++t) {
    group |= text.Is(t, {"group"});
    owns |= text.Is(t, {"belong", "belongs", "belonged", "own", "owns", "owned", "controls",
                        "bought", "buys", "acquired", "investor", "invested", "backs", "backed"});
  }
  return group && owns;
}

// "Where was X born": no other place or date that is told of X.
bool AsksForBirth(const QuestionText& text, TokenRange range) {
  for (int t = range.begin; t < range.end; ++t) {
    if (text.Is(t, {"born", "ولد", "ولدت", "يولد", "تولد"})) return true;
  }
  return false;
}

}  // namespace

FocusMatch AskedThingReader::NounAt(const QuestionText& text, TokenRange range,
                                    const Interrogative& asked) const {
  FocusMatch none;
  none.tokens = {asked.noun_at, asked.noun_at};
  const int at = asked.noun_at;
  if (at >= range.end) return none;
  if (text.arabic()) {
    FocusMatch match = nouns_.MatchAt(text, at, range.end);
    if (!match.tokens.empty()) return WithPlural(text, match);
    if (text.words()[at].mention >= 0) return match;
    // "ما أبرز الشركات", "ما هي أهم أسباب", "ما إجمالي عدد": an elative or quantity word first.
    if (text.Is(at, {"ابرز",  "اهم",  "اكبر", "اول",  "اخر", "اعلي",   "اقل",
                     "افضل",  "جميع", "كل",   "كافه", "بعض", "اجمالي", "مجموع",
                     "متوسط", "احدث", "تلك",  "هذه",  "هذا", "عدد",    "اسماء"})) {
      match = nouns_.MatchAt(text, at + 1, range.end);
    }
    return WithPlural(text, match);
  }
  // English nouns come last in their phrase: "which large American newspaper"; an owner may stand
  // before them: "what is X's salary".
  FocusMatch best = none;
  // "What will X's job be".
  const bool future = !asked.equative && text.Is(at, {"will", "would", "might"});
  const int owner = future ? at + 1 : at;
  const int begin = AfterPossessor(text, owner, range.end);
  if (future && begin == owner) return none;
  for (int t = begin; t < std::min(range.end, begin + kMaxEnglishGap); ++t) {
    // "which core Apple lab": a name inside the phrase.
    if (!asked.equative && text.words()[t].mention >= 0) {
      int after = t;
      while (after < range.end && text.words()[after].mention >= 0) ++after;
      if (nouns_.MatchAt(text, after, range.end).tokens.empty()) break;
      t = after;
    }
    if (IsEnglishBreak(text, t)) break;
    const FocusMatch match = nouns_.MatchAt(text, t, range.end);
    if (!match.tokens.empty()) {
      best = match;
      t = match.tokens.end - 1;
    } else if (!best.tokens.empty()) {
      break;
    }
  }
  if (!best.tokens.empty()) best.plural = LooksPlural(text, best.tokens.end - 1);
  return best;
}

bool AskedThingReader::MentionsMoney(const QuestionText& text, TokenRange range) const {
  for (int t = range.begin; t < range.end; ++t) {
    if (nouns_.MatchAt(text, t, range.end).noun.type == AnswerType::kMoney) return true;
  }
  return false;
}

void AskedThingReader::ApplyNoun(const QuestionText& text, const FocusMatch& match,
                                 const Interrogative& asked, AskedThing* thing) const {
  if (match.tokens.empty()) return;
  thing->noun = match.tokens;
  thing->focus = {asked.tokens.begin, std::max(asked.tokens.end, match.tokens.end)};
  thing->type = match.noun.type;
  thing->answer_class = match.noun.answer_class;
  thing->attribute = match.noun.attribute;
  thing->plural |= match.plural;
  if (match.noun.kind != QuestionKind::kUnspecified) thing->kind = match.noun.kind;
  (void)text;
}

void AskedThingReader::ReadWho(const QuestionText& text, TokenRange range,
                               const Interrogative& asked, AskedThing* thing) const {
  thing->kind = QuestionKind::kWho;
  thing->type = AnswerType::kPerson;
  // "Who founded the software firm X": in English a noun goes with "whose" and "who is" alone.
  const bool takes_noun = text.arabic() || asked.equative || text.Is(asked.tokens.begin, {"whose"});
  const FocusMatch match = takes_noun ? NounAt(text, range, asked) : FocusMatch();
  if (match.noun.type == AnswerType::kPerson || match.noun.type == AnswerType::kOrganization) {
    ApplyNoun(text, match, asked, thing);
    if (!asked.equative && !text.arabic()) thing->focus.end = asked.tokens.end;
  }
  if (IsPartnerAtHouse(text, match.tokens)) thing->type = AnswerType::kPerson;
  const int after = asked.noun_at;
  // Whoever reports, owns or buys may as well be an organisation.
  if (match.tokens.empty() && (AnyVerb(text, range, after, VerbClass::kReporting, Reach(text)) ||
                               AnyVerb(text, range, after, VerbClass::kBuying, Reach(text)))) {
    thing->type = AnswerType::kName;
  }
  if (text.Is(asked.tokens.begin, {"whose"})) thing->type = AnswerType::kName;
  if (asked.plural || thing->plural) {
    thing->plural = true;
    thing->kind = QuestionKind::kList;
  }
}

void AskedThingReader::ReadWhat(const QuestionText& text, TokenRange range,
                                const Interrogative& asked, AskedThing* thing) const {
  if (AsksForCause(text, range, asked)) {
    thing->kind = QuestionKind::kWhy;
    thing->type = AnswerType::kReason;
    return;
  }
  thing->kind = QuestionKind::kWhat;
  thing->plural = asked.plural;
  // "ماذا" stands before verbs only: "ماذا كتب" has no books in it.
  const bool before_verb = asked.tokens.size() == 1 && text.Is(asked.tokens.begin, {"ماذا"});
  const FocusMatch match = before_verb ? FocusMatch() : NounAt(text, range, asked);
  ApplyNoun(text, match, asked, thing);
  const bool with_noun = !match.tokens.empty();
  if (with_noun && IsPluralRelative(text, match.tokens.end)) thing->plural = true;
  if (IsPartnerAtHouse(text, match.tokens)) thing->type = AnswerType::kPerson;
  if (with_noun && match.noun.type == AnswerType::kName && match.noun.attribute.empty()) {
    NarrowName(text, range, match, thing);
  }
  if (with_noun && match.noun.type == AnswerType::kUnspecified && IsScale(text, match.tokens) &&
      MentionsMoney(text, {match.tokens.end, range.end})) {
    thing->kind = QuestionKind::kHowMuch;
    thing->type = AnswerType::kMoney;
  }
  // "Between what figures does X expect its spending": numbers, and no people.
  if (with_noun && text.Is(match.tokens.begin, {"figure", "figures"})) {
    const bool money = MentionsMoney(text, {match.tokens.end, range.end}) ||
                       PaysFor(text, {match.tokens.end, range.end});
    thing->kind = money ? QuestionKind::kHowMuch : QuestionKind::kHowMany;
    thing->type = money ? AnswerType::kMoney : AnswerType::kCount;
    thing->answer_class.clear();
    thing->plural = false;
  }
  if (thing->type == AnswerType::kLocation && thing->attribute.empty()) {
    const bool at_place = !asked.preposition.empty() || (asked.equative && !thing->plural);
    thing->kind = at_place ? QuestionKind::kWhere : QuestionKind::kWhat;
  }
  if (thing->kind == QuestionKind::kWhat && !with_noun &&
      AnyVerb(text, range, asked.noun_at, VerbClass::kSaying, Reach(text))) {
    thing->kind = QuestionKind::kStatement;
    thing->type = AnswerType::kQuote;
  }
  // "What did X pay for Y" asks for an amount.
  if (thing->kind == QuestionKind::kWhat && !with_noun && !asked.equative && PaysFor(text, range)) {
    thing->kind = QuestionKind::kHowMuch;
    thing->type = AnswerType::kMoney;
  }
  const bool reports = AnyVerb(text, range, match.tokens.end, VerbClass::kReporting, 3);
  if (thing->answer_class == "NEWS_SITE" && thing->kind == QuestionKind::kWhere && reports) {
    thing->kind = QuestionKind::kWhat;
  }
  if (text.Contains(range, "what happened") || text.Contains(range, "ماذا حدث") ||
      text.Contains(range, "ماذا حصل") || text.Contains(range, "ماذا جري")) {
    thing->kind = QuestionKind::kWhat;
  }
  if (!text.arabic() && asked.equative && !with_noun) {
    for (int t = asked.noun_at; t < range.end; ++t) {
      if (text.words()[t].punctuation || text.words()[t].mention >= 0) break;
      if (LooksPlural(text, t)) thing->plural |= asked.plural;
    }
  }
  const bool listable = thing->kind == QuestionKind::kWhat;
  if (listable && (thing->plural || (asked.equative && asked.plural))) {
    thing->plural = true;
    thing->kind = QuestionKind::kList;
  } else if (listable && !with_noun && text.arabic() && asked.equative &&
             LooksPlural(text, asked.noun_at)) {
    thing->plural = true;
    thing->kind = QuestionKind::kList;
  }
  if (thing->type == AnswerType::kReason && thing->plural) thing->kind = QuestionKind::kWhy;
  if (thing->kind == QuestionKind::kWhat && thing->type == AnswerType::kUnspecified &&
      AsksTopic(text, range, asked)) {
    thing->attribute = "TOPIC";
  }
}

// "The name of the model" asks for a model, "ما اسم الصندوق" for a fund. Names of people are found
// by what they do, so that the noun adds nothing.
void AskedThingReader::NarrowName(const QuestionText& text, TokenRange range,
                                  const FocusMatch& name, AskedThing* thing) const {
  FocusMatch kind;
  if (text.arabic()) {
    kind = nouns_.MatchAt(text, name.tokens.end, range.end);
  } else if (text.Is(name.tokens.end, {"of", "for"})) {
    Interrogative asked;
    asked.equative = true;
    asked.noun_at = name.tokens.end + 1;
    while (text.Is(asked.noun_at, {"the", "a", "an"})) ++asked.noun_at;
    kind = NounAt(text, range, asked);
  }
  if (kind.tokens.empty() || !kind.noun.attribute.empty()) return;
  if (kind.noun.type == AnswerType::kOrganization || kind.noun.type == AnswerType::kProduct ||
      kind.noun.type == AnswerType::kLocation) {
    thing->type = kind.noun.type;
    thing->answer_class = kind.noun.answer_class;
  }
}

void AskedThingReader::ReadLength(const QuestionText& text, TokenRange range,
                                  const Interrogative& asked, AskedThing* thing) const {
  thing->kind = QuestionKind::kHowLong;
  thing->type = AnswerType::kLength;
  if (text.Is(asked.tokens.end - 1, {"old"})) {
    thing->attribute = "AGE";
    thing->answer_class = "YEAR";
  }
  if (text.Is(asked.noun_at, {"عمر", "عمره", "عمرها", "سن", "سنه"})) thing->attribute = "AGE";
  (void)range;
}

// "كم بقي لدى الشركة من الموظفين": behind the verb "من" brings what is counted. Who is paid or what
// is bought "from" somebody is not. -1 when there is none.
int AskedThingReader::CountedBehindVerb(const QuestionText& text, TokenRange range,
                                        const Interrogative& asked) const {
  constexpr int kReach = 4;
  if (!text.arabic() || AnyVerb(text, range, asked.noun_at, VerbClass::kPaying, 1)) return -1;
  const int end = std::min(range.end - 1, asked.noun_at + 1 + kReach);
  for (int t = asked.noun_at + 1; t < end; ++t) {
    if (text.words()[t].punctuation) return -1;
    if (text.Is(t, {"من"}) && absl::StartsWith(text.SurfaceAt(t + 1), "ال") &&
        counted_.At(text, t + 1).kind == CountedKind::kThing) {
      return t + 1;
    }
  }
  return -1;
}

void AskedThingReader::ReadHowMany(const QuestionText& text, TokenRange range,
                                   const Interrogative& asked, AskedThing* thing) const {
  thing->kind = QuestionKind::kHowMany;
  thing->type = AnswerType::kCount;
  thing->plural = false;
  const TokenRange hundredths = HundredthsAt(text, asked.noun_at);
  if (!hundredths.empty()) {
    thing->answer_class = "PERCENT";
    thing->noun = hundredths;
    thing->focus.end = std::max(thing->focus.end, hundredths.end);
    return;
  }
  // "The pilots whom X let go, how many": what is counted opens the question.
  if (asked.noun_at >= text.Trim(range).end) {
    constexpr int kOpening = 2;
    for (int t = range.begin; t < std::min(asked.tokens.begin, range.begin + kOpening); ++t) {
      if (text.words()[t].mention >= 0) break;
      const CountedNoun counted = counted_.At(text, t);
      if (counted.kind != CountedKind::kThing) continue;
      thing->answer_class = counted.unit_key;
      thing->noun = {t, t + 1};
      return;
    }
  }
  const int end = std::min(range.end, asked.noun_at + (text.arabic() ? 2 : 4));
  for (int t = asked.noun_at; t < end; ++t) {
    if (text.words()[t].punctuation || text.words()[t].mention >= 0) break;
    if (!text.arabic() && IsEnglishBreak(text, t)) break;
    const CountedNoun counted = counted_.At(text, t);
    const bool leading = t == asked.noun_at;
    // "كم عرضت" asks how much was offered, not for a number of offers.
    if (text.arabic() && IsVerbOfPaying(text, t)) break;
    // "how many months did X stay", "كم سنة".
    if (counted.kind == CountedKind::kTime && (leading || !text.arabic())) {
      thing->kind = QuestionKind::kHowLong;
      thing->type = AnswerType::kLength;
      thing->answer_class = counted.unit_key;
    } else if (counted.kind == CountedKind::kCurrency && leading) {
      thing->kind = QuestionKind::kHowMuch;
      thing->type = AnswerType::kMoney;
      thing->answer_class.clear();
    } else if (counted.kind == CountedKind::kThing && (leading || MayLeadTo(text, t))) {
      thing->answer_class = counted.unit_key;
    } else {
      continue;
    }
    thing->noun = {t, t + 1};
    thing->focus.end = std::max(thing->focus.end, t + 1);
    if (text.arabic()) return;
  }
  if (!thing->noun.empty()) return;
  if (const int counted = CountedBehindVerb(text, range, asked); counted >= 0) {
    thing->answer_class = counted_.At(text, counted).unit_key;
    thing->noun = {counted, counted + 1};
    return;
  }
  if (CountsShareOf(text, range, asked)) {
    // "How many of those laid off were engineers": the noun behind the copula is counted.
    for (int t = asked.noun_at + 2; t + 1 < range.end; ++t) {
      if (!text.Is(t, {"were", "are", "was", "is"})) continue;
      const CountedNoun counted = counted_.At(text, t + 1);
      if (counted.kind != CountedKind::kThing) continue;
      thing->answer_class = counted.unit_key;
      thing->noun = {t + 1, t + 2};
      return;
    }
  }
  const FocusMatch match = nouns_.MatchAt(text, asked.noun_at, range.end);
  if (match.noun.type == AnswerType::kMoney || match.noun.type == AnswerType::kLength ||
      match.noun.type == AnswerType::kCount) {
    ApplyNoun(text, match, asked, thing);
    return;
  }
  if (!text.arabic()) return;
  // "كم عمر", "كم تبلغ كلفة", "كم دفعت": the verb or the noun behind it decides.
  const FocusMatch behind = nouns_.MatchAt(text, asked.noun_at + 1, range.end);
  const bool amounts = text.HasKey(asked.noun_at, {"بلغ", "يبلغ", "تبلغ", "بلغت", "كان", "كانت",
                                                   "تقدر", "يقدر", "قدرت", "وصل", "وصلت", "يصل"});
  // "كم قد تدفع", "كم سوف تدفع".
  const int verb =
      text.Is(asked.noun_at, {"قد", "سوف", "كان", "كانت"}) ? asked.noun_at + 1 : asked.noun_at;
  if (amounts &&
      (behind.noun.type == AnswerType::kMoney || behind.noun.type == AnswerType::kLength ||
       behind.noun.type == AnswerType::kCount)) {
    ApplyNoun(text, behind, asked, thing);
  } else if (AnyVerb(text, range, asked.noun_at, VerbClass::kLasting, 1)) {
    ReadLength(text, range, asked, thing);
  } else if (AnyVerb(text, range, verb, VerbClass::kPaying, 1) ||
             (AnyVerb(text, range, asked.noun_at, VerbClass::kPlanning, 1) &&
              HasNounOfPaying(text, range, asked.noun_at + 1)) ||
             SpendsAtARate(text, range, asked)) {
    thing->kind = QuestionKind::kHowMuch;
    thing->type = AnswerType::kMoney;
  }
}

void AskedThingReader::ReadHow(const QuestionText& text, TokenRange range,
                               const Interrogative& asked, AskedThing* thing) const {
  // "How did X explain the delay" asks for the words of X, which need not sound like a cause.
  const bool says = AsksForCause(text, range, asked) ||
                    (AnyVerb(text, range, asked.noun_at, VerbClass::kSaying, Reach(text)) &&
                     !AnyVerb(text, range, asked.noun_at, VerbClass::kReporting, 1));
  thing->kind = says ? QuestionKind::kStatement : QuestionKind::kHow;
  thing->type = says ? AnswerType::kQuote : AnswerType::kManner;
}

// "What do the articles say about the size of the round": of all accounts that of the figure.
void AskedThingReader::ReadSubjectMatter(const QuestionText& text, TokenRange range,
                                         AskedThing* thing) const {
  for (int t = range.begin; t < range.end; ++t) {
    if (!text.Is(t, {"about", "on", "of", "for", "عن", "حول", "بشان", "علي"})) continue;
    int at = t + 1;
    while (text.Is(at, {"the", "its", "their"})) ++at;
    const FocusMatch match = nouns_.MatchAt(text, at, range.end);
    if (match.tokens.empty()) continue;
    if (IsScale(text, match.tokens) && MentionsMoney(text, {match.tokens.end, range.end})) {
      thing->type = AnswerType::kMoney;
      thing->answer_class.clear();
    } else if (match.noun.type == AnswerType::kMoney || match.noun.type == AnswerType::kCount ||
               match.noun.type == AnswerType::kDate || match.noun.type == AnswerType::kLength) {
      thing->type = match.noun.type;
      thing->answer_class = match.noun.answer_class;
    } else {
      continue;
    }
    thing->noun = match.tokens;
    return;
  }
}

void AskedThingReader::ReadAccountsOf(const QuestionText& text, TokenRange range, bool figures_told,
                                      AskedThing* thing) const {
  const bool agree = thing->type == AnswerType::kBoolean;
  const bool open = agree || thing->type == AnswerType::kManner;
  if (open) thing->type = AnswerType::kUnspecified;
  // "Which figures" counts something unless what follows measures it otherwise.
  if (figures_told && thing->type != AnswerType::kMoney && thing->type != AnswerType::kDate) {
    thing->type = AnswerType::kCount;
  }
  if (open || figures_told || thing->type == AnswerType::kQuote) {
    ReadSubjectMatter(text, range, thing);
  }
  if (agree && thing->type == AnswerType::kUnspecified) thing->type = TypeAgreedOn(text, range);
}

AskedThing AskedThingReader::Read(const QuestionText& text, TokenRange range,
                                  const Interrogative& asked) const {
  AskedThing thing;
  thing.focus = asked.tokens;
  thing.noun = {asked.noun_at, asked.noun_at};
  switch (asked.word) {
    case AskingWord::kNone:
      return thing;
    case AskingWord::kWho:
      ReadWho(text, range, asked, &thing);
      break;
    case AskingWord::kWhat:
    case AskingWord::kWhich:
      ReadWhat(text, range, asked, &thing);
      break;
    case AskingWord::kWhen:
      thing.kind = QuestionKind::kWhen;
      thing.type = AnswerType::kDate;
      break;
    case AskingWord::kWhere:
      thing.kind = QuestionKind::kWhere;
      thing.type = AnswerType::kLocation;
      // Where people work or go is an organisation as often as a place.
      if (AnyVerb(text, range, asked.noun_at, VerbClass::kWorking,
                  text.arabic() ? 4 : kEnglishVerbReach)) {
        thing.type = AnswerType::kOrganization;
      } else if (HasPersonMention(text, range) && Moves(text, range)) {
        thing.type = AnswerType::kOrganization;
      }
      break;
    case AskingWord::kHowMany:
      ReadHowMany(text, range, asked, &thing);
      break;
    case AskingWord::kHowMuch:
      thing.kind = QuestionKind::kHowMuch;
      thing.type = AnswerType::kMoney;
      break;
    case AskingWord::kHowLong:
      // "لكم موظفا يتسع" counts, "لكم شهرا" measures.
      if (text.arabic() && counted_.At(text, asked.noun_at).kind == CountedKind::kThing) {
        ReadHowMany(text, range, asked, &thing);
      } else {
        ReadLength(text, range, asked, &thing);
      }
      break;
    case AskingWord::kHow:
      ReadHow(text, range, asked, &thing);
      break;
    case AskingWord::kWhy:
      thing.kind = QuestionKind::kWhy;
      thing.type = AnswerType::kReason;
      break;
    case AskingWord::kYesNo:
      thing.kind = QuestionKind::kYesNo;
      thing.type = AnswerType::kBoolean;
      break;
    case AskingWord::kRequest:
    case AskingWord::kDescribe: {
      ReadWhat(text, range, asked, &thing);
      const bool open = thing.kind == QuestionKind::kWhat;
      if (asked.word == AskingWord::kRequest && (thing.plural || asked.plural) && open) {
        thing.kind = QuestionKind::kList;
        thing.plural = true;
      }
      break;
    }
  }
  const bool figures_told = AsksForFiguresTold(text, asked);
  if (figures_told || AsksConflict(text, range)) {
    thing.kind = QuestionKind::kConflict;
    thing.plural = false;
    ReadAccountsOf(text, range, figures_told, &thing);
  } else if (AsksTimeline(text, range) && thing.kind != QuestionKind::kYesNo) {
    thing.kind = QuestionKind::kTimeline;
    thing.type = AnswerType::kUnspecified;
  }
  const bool open = asked.word == AskingWord::kWho || asked.word == AskingWord::kWhat;
  if (open && thing.noun.empty() && AsksComparison(text, range, asked)) {
    thing.kind = QuestionKind::kWhat;
    thing.type = AnswerType::kUnspecified;
    thing.plural = false;
    thing.comparison = true;
  }
  if (thing.type == AnswerType::kMoney && thing.attribute.empty() &&
      thing.kind != QuestionKind::kConflict && AsksForUnitPrice(text, range)) {
    thing.attribute = "UNIT_PRICE";
  }
  if (thing.type == AnswerType::kMoney && thing.attribute.empty() &&
      thing.kind != QuestionKind::kConflict && AsksForValuation(text, range)) {
    thing.attribute = "VALUATION";
  }
  if (thing.type == AnswerType::kPerson && AsksForPredecessor(text, range, asked)) {
    thing.attribute = "PREDECESSOR";
  }
  if (thing.type == AnswerType::kMoney && AsksForPay(text, range)) thing.attribute = "SALARY";
  if (thing.answer_class == "DIVISION" && AsksForOwner(text, range)) thing.answer_class.clear();
  if (AsksForBirth(text, range)) {
    if (thing.kind == QuestionKind::kWhere) thing.attribute = "BIRTHPLACE";
    if (thing.kind == QuestionKind::kWhen) thing.attribute = "BIRTH_DATE";
  }
  // Pay of a named person is a detail of that person; pay in general is an amount.
  if (thing.attribute == "SALARY" && !HasPersonMention(text, range)) thing.attribute.clear();
  return thing;
}

}  // namespace isnad::extraction
