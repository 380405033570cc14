#include "services/extraction/names/type_judge.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

constexpr int kMostAdjectives = 3;
constexpr int kFarNoun = 4;      // tokens
constexpr int kMostBetween = 3;  // marks and a conjunction between two names
constexpr float kCue = 3;        // a cue noun right before the name
constexpr float kTitle = 2.5;    // a title beside it
constexpr float kPost = 4.5;     // where somebody holds a post
constexpr float kHouse = 5.5;    // a platform that has a chief or does what only companies do
constexpr float kGivenName = 2;  // the first of several words
constexpr float kLoneGivenName = 1.2;
constexpr float kListed = 2.2;  // a gazetteer has the name, but as a word that may be common
constexpr float kKnown = 4;     // a gazetteer settles it
constexpr float kFound = 0.8;   // plus confidence: whoever found the name says the type
constexpr float kNationality = 1.2;
constexpr float kUnlikelyPlace = 0.6;  // share of what the tagger says of places nobody is at
constexpr float kShareOf = 1.5;        // "8% من X", "حصة في X"
constexpr float kMemberOf = 1.4;       // "انضم إلى X"
constexpr float kDoesFeminine = 0.7;   // "قررت X": an unknown name behind a feminine verb
constexpr float kVersion = 1;
constexpr float kCalled = 2.2;          // "X، وهي شركة"
constexpr float kCalledPlatform = 0.8;  // a platform may be a product or who runs it
constexpr float kUnintroduced = 1.5;      // nobody is called by one word alone
constexpr float kFeminineVerb = 0.4;
constexpr float kVerbBehind = 0.7;    // share of what a verb says of the name before it
constexpr float kActsFeminine = 0.8;  // "«X» تتمسك": houses are feminine
constexpr float kBelongings = 1.5;    // "موظفيها", "أسهمها" further on
constexpr int kBelongingsReach = 7;   // tokens
constexpr float kShared = 0.5;        // of what speaks for a joined name
constexpr float kMostShared = 1.5;
constexpr float kCompanyEnding = 1.3;
constexpr float kSurnameAlone = 1.2;
constexpr float kCertain = 2;  // a last word that only companies have
constexpr float kOpening = 1.6;       // a longer name begins with this one
constexpr float kLongOpening = 2.2;   // with several words of its own
constexpr float kClearly = 0.35;      // by which another type must lead
constexpr float kUnseenPerson = 1.2;  // several words that nobody has written
constexpr float kQuotedPerson = 2;
constexpr float kEnoughForWords = 1.5;  // "كشف مصدر" speaks of no company, "كشفت مصدر" does
constexpr double kReleased = 0.5;       // confidence
constexpr float kEnoughTogether = 1.8;  // all places of a name
constexpr float kEnough = 1.2;          // beside a word that may be no name

constexpr char kReleasedName[] = "released-name";
constexpr absl::string_view kRecurring = "recurring";
constexpr absl::string_view kQuoted = "quoted-name";

void Add(const TypeScores* more, TypeScores* scores) {
  if (more == nullptr) return;
  for (size_t i = 0; i < scores->size(); ++i) (*scores)[i] += (*more)[i];
}

// Set by what is written: a gazetteer, a rule of grammar.
bool IsSettled(const NameSpan& span) {
  return span.entry >= 0 || IsOneOf(span.rule, {"institution", "company-field", "product-version",
                                                "unique-surname", "company-word"});
}

EntityType Best(const TypeScores& scores) {
  return static_cast<EntityType>(std::max_element(scores.begin() + 1, scores.end()) -
                                 scores.begin());
}

bool IsFeminineNationality(const NameLexicon& lexicon, const Token& word) {
  return absl::StartsWith(word.surface, "ال") && absl::EndsWith(word.surface, "ه") &&
         lexicon.IsDemonym(word.surface);
}

}  // namespace

// The cue noun before a name, past its adjectives: "نموذجها اللغوي الأول".
const NameCue* TypeJudge::CueOf(int first) const {
  const NameCue* cue = cues_.CueBefore(first);
  // "روبوت صغير اسمه": things have names, too.
  if (cue != nullptr && cue->type == EntityType::kPerson) {
    for (int at = first - 2; at >= 0 && first - at <= kFarNoun && SamePassage(at, first); --at) {
      const NameCue* const noun = cues_.at(at).cue;
      if (noun != nullptr && noun->type != EntityType::kPerson) return noun;
    }
  }
  for (int at = first - 1; cue == nullptr && at > 0 && first - at <= kMostAdjectives; --at) {
    const Token& word = analysis_.tokens[at];
    const bool describes =
        SamePassage(at - 1, first) && absl::StartsWith(word.surface, "ال") &&
        (word.part_of_speech == PartOfSpeech::kAdjective || lexicon_.IsDemonym(word.surface));
    if (!describes) return nullptr;
    cue = cues_.CueBefore(at);
  }
  return cue;
}

TypeJudge::NameEnds TypeJudge::EndsOf(const std::vector<NameSpan>& spans) const {
  NameEnds ends(analysis_.tokens.size() + 1, nullptr);
  for (const NameSpan& span : spans) ends[span.tokens.end] = &span;
  return ends;
}

// "أنتجت رينو X": behind the subject stands the object.
void TypeJudge::AddObject(const NameSpan& span, const NameEnds& ends, TypeScores* scores) const {
  const int first = span.tokens.begin;
  if (first < 2 || span.range.begin != analysis_.tokens[first].range.begin) return;
  const NameSpan* const subject = ends[first];
  const int at = subject != nullptr ? subject->tokens.begin - 1 : HouseBefore(first) - 1;
  if (at < 0 || !SamePassage(at, first)) return;
  const Token& verb = analysis_.tokens[at];
  if (verb.part_of_speech == PartOfSpeech::kVerb && verb.enclitic.empty()) {
    Add(contexts_.Object(Fold(verb.citation)), scores);
  }
}

// The token of a house told by its kind right before the name ("اختار المجلس X", "عينت الشركة
// الفرنسية X"), or -1.
int TypeJudge::HouseBefore(int first) const {
  int at = first - 1;
  while (at > 0 && SamePassage(at, first) && lexicon_.IsDemonym(analysis_.tokens[at].surface)) --at;
  if (at < 1 || !SamePassage(at, first)) return -1;
  const Token& noun = analysis_.tokens[at];
  const NameCue* const cue = cues_.at(at).cue;
  const bool house = cue != nullptr && cue->type == EntityType::kOrganization;
  return house && noun.definite && cues_.at(at).title_end <= at ? at : -1;
}

// "المديرة التنفيذية لتطبيق X", "سرحت منصة X": platforms are called as the companies that run them.
// The noun of kind ends at the token.
bool TypeJudge::ActsAsCompany(int at) const {
  if (!IsOneOf(analysis_.tokens[at].base, {"منصه", "تطبيق", "موقع", "شبكه", "متجر"})) return false;
  if (cues_.TitleEndsAt(at)) return true;
  if (at == 0 || !SamePassage(at - 1, at)) return false;
  // "سرحت فيه منصة".
  const bool between = at > 1 && SamePassage(at - 2, at) &&
                       IsOneOf(analysis_.tokens[at - 1].surface, {"فيه", "فيها", "امس", "اليوم"});
  const Token& verb = analysis_.tokens[at - (between ? 2 : 1)];
  return verb.part_of_speech == PartOfSpeech::kVerb &&
         IsOneOf(verb.lemma,
                 {"سرح", "استغني", "عين", "وظف", "استحوذ", "اشتري", "جمع", "اقال", "اغلق", "صرف",
                  "خسر", "استقطب", "فصل", "صرف", "استثمر", "تعاقد", "اعلن", "كشف", "اكد"});
}

// "رئيسة للعمليات في X": the preposition at the token leads from a title to where it is held.
bool TypeJudge::IsPlaceOfPost(int at) const {
  constexpr int kTitleReach = 4;
  if (!IsOneOf(analysis_.tokens[at].surface, {"في", "لدي"})) return false;
  for (int i = at; i > 0 && i > at - kTitleReach && SamePassage(i - 1, at); --i) {
    if (cues_.TitleEndsAt(i)) return true;
    const Token& word = analysis_.tokens[i - 1];
    if (word.shape != TokenShape::kArabic || word.part_of_speech == PartOfSpeech::kVerb) break;
  }
  return false;
}

// "شركة أشباه الموصلات X", "منصة التعليم الأردنية X": the noun of kind and what completes it.
// `head` becomes its token.
const NameCue* TypeJudge::KindWithComplement(const NameSpan& span, int* head) const {
  const int first = span.tokens.begin;
  if (first == 0 || !SamePassage(first - 1, first)) return nullptr;
  if (!analysis_.tokens[first - 1].definite || analysis_.tokens[first].definite) return nullptr;
  if (lexicon_.IsGivenName(analysis_.tokens[first].surface)) return nullptr;
  const KindNoun kind = cues_.KindOfQuoted(first, nullptr);
  if (kind.cue == nullptr || kind.named || analysis_.tokens[kind.token].definite) return nullptr;
  // "رئيس شركة الاتصالات X" is a person.
  for (int i = kind.token; i > kind.token - 3 && i > 0 && SamePassage(i - 1, first); --i) {
    if (cues_.TitleEndsAt(i)) return nullptr;
  }
  *head = kind.token;
  return kind.cue;
}

// "8% من X", "40 بالمئة من X", "حصة في X": the preposition at the token leads to what is owned.
bool TypeJudge::IsShareOf(int at) const {
  if (at < 1 || !SamePassage(at - 1, at)) return false;
  const absl::string_view preposition = analysis_.tokens[at].surface;
  const Token& before = analysis_.tokens[at - 1];
  if (preposition == "من") {
    return absl::EndsWith(before.form, "%") || absl::EndsWith(before.form, "٪") ||
           absl::EndsWith(before.surface, "الميه") || absl::EndsWith(before.surface, "المايه") ||
           IsOneOf(before.surface, {"بالميه", "بالمايه"});
  }
  return preposition == "في" &&
         IsOneOf(before.base, {"حصه", "حصت", "حصص", "اسهم", "استثمار", "مساهم", "مساهمه"});
}

// "انضم إلى X", "يعمل لدى X": whom people join and work for.
bool TypeJudge::IsMembership(int at) const {
  constexpr int kReach = 8;  // tokens, a name between them
  const Token& preposition = analysis_.tokens[at];
  if (!IsOneOf(preposition.surface, {"الي", "من", "في", "لدي", "عن"})) return false;
  for (int i = at - 1; i >= 0 && at - i <= kReach && SamePassage(i, at); --i) {
    const Token& word = analysis_.tokens[i];
    if (IsOneOf(word.form, {"،", ",", ".", "؛", ":", "(", ")"})) return false;
    if (preposition.surface == "الي" && IsOneOf(word.lemma, {"انضم", "التحق"})) return true;
    if (preposition.surface == "من" &&
        IsOneOf(word.lemma, {"استقال", "استقطب", "خرج", "قدم", "اقال", "انضم", "انتقل", "وظف"})) {
      return true;
    }
    if (preposition.surface == "في" && word.lemma == "عمل" &&
        word.part_of_speech == PartOfSpeech::kVerb) {
      return true;
    }
    if (preposition.surface == "لدي" && word.part_of_speech == PartOfSpeech::kVerb) return true;
    if (preposition.surface == "عن" && word.lemma == "رحل") return true;
    if (word.part_of_speech == PartOfSpeech::kVerb) return false;
  }
  return false;
}

// "لشؤون الذكاء الاصطناعي": words of the dictionary alone.
bool TypeJudge::IsAllListed(TokenRange tokens) const {
  for (int i = tokens.begin; i < tokens.end; ++i) {
    if (!analysis_.tokens[i].listed) return false;
  }
  return true;
}

// One word that no dictionary has and nobody is called by.
bool TypeJudge::IsLoneUnknown(const NameSpan& span) const {
  const Token& word = analysis_.tokens[span.tokens.begin];
  return span.tokens.size() == 1 && !word.listed && word.shape == TokenShape::kArabic &&
         !lexicon_.IsGivenName(Fold(analysis_.Quote(span.range)));
}

void TypeJudge::AddBefore(const NameSpan& span, const NameEnds& ends, TypeScores* scores) const {
  const int first = span.tokens.begin;
  const bool titled = cues_.TitleEndsAt(first);
  // "المؤسس X" is a person; "مؤسس X" has founded a house.
  const bool construct = cues_.BarePostEndsAt(first) &&
                         !lexicon_.IsGivenName(analysis_.tokens[first].surface);
  const bool joined = span.range.begin > analysis_.tokens[first].range.begin;
  // "المدير العام لX" is where somebody is that.
  const bool led = joined && absl::StartsWith(analysis_.tokens[first].surface, "ل");
  const bool held = titled && led && (span.rule == kRecurring || !IsAllListed(span.tokens));
  if (held) ScoreOf(scores, EntityType::kOrganization) += kPost;
  if (titled && !construct && !led) ScoreOf(scores, EntityType::kPerson) += kTitle;
  int at = first - 1;
  if (at >= 0 && SamePassage(at, first) && analysis_.tokens[at].shape == TokenShape::kPunctuation &&
      analysis_.tokens[at].form != "،" && analysis_.tokens[at].form != "." &&
      analysis_.tokens[at].form != ":") {
    --at;  // a quotation mark
  }
  if (at < 0 || !SamePassage(at, first)) return;
  const bool quoted = at + 1 < first && !joined;
  const KindNoun kind = quoted ? cues_.KindOfQuoted(at + 1, nullptr) : KindNoun();
  int head = kind.token;
  const NameCue* cue = kind.cue;
  const Token& word = analysis_.tokens[at];
  if (word.shape != TokenShape::kArabic && cue == nullptr) return;
  // "وX" continues something else than the word before it.
  if (joined && absl::StartsWith(analysis_.tokens[first].surface, "و")) return;
  if (cue == nullptr) {
    head = at;
    cue = CueOf(at + 1);
  }
  if (cue == nullptr && !joined && !quoted) cue = KindWithComplement(span, &head);
  // "رئيس مجلس الإدارة X": the council is part of the post.
  if (titled && cue != nullptr && cue->type == EntityType::kOrganization) return;
  // "مخرجة اللعبة X", "مدير المصنع X": whose post it is.
  if (cue != nullptr && !quoted && !joined && IsPostAtKind(head)) {
    ScoreOf(scores, EntityType::kPerson) += kTitle;
    return;
  }
  if (cue == nullptr && !quoted && !joined && FollowsPostAt(first)) {
    ScoreOf(scores, EntityType::kPerson) += kTitle;
    return;
  }
  if (cue != nullptr && cue->type != EntityType::kUnknown && !joined) {
    ScoreOf(scores, cue->type) += kCue;
    if (cue->type == EntityType::kProduct && ActsAsCompany(head)) {
      ScoreOf(scores, EntityType::kOrganization) += kHouse;
    }
    return;
  }
  if (word.part_of_speech == PartOfSpeech::kVerb) {
    if (joined) return;
    // "رينو تنتج X": the subject stands before the verb; in "أوربيت تصنعها X" it is the object.
    if (ends[at] != nullptr && SamePassage(at - 1, at) && word.enclitic.empty()) {
      Add(contexts_.Object(Fold(word.citation)), scores);
      return;
    }
    // "التي أسست X": the subject went before, unless the verb takes it up ("التي أسستها X").
    if (OpensRelative(at)) {
      if (word.enclitic.empty()) Add(contexts_.Object(Fold(word.citation)), scores);
      if (word.enclitic.empty()) return;
    }
    const TypeScores* verb = contexts_.Verb(Fold(word.citation));
    Add(verb, scores);
    const bool feminine = word.features.gender == WordGender::kFeminine;
    if (verb != nullptr && feminine &&
        (*verb)[static_cast<size_t>(EntityType::kOrganization)] >
            (*verb)[static_cast<size_t>(EntityType::kPerson)]) {
      ScoreOf(scores, EntityType::kOrganization) += kFeminineVerb;
    }
    if (verb == nullptr && feminine && IsLoneUnknown(span)) {
      ScoreOf(scores, EntityType::kOrganization) += kDoesFeminine;
    }
    return;
  }
  if (IsPlaceOfPost(at)) ScoreOf(scores, EntityType::kOrganization) += kPost;
  if (IsShareOf(at)) ScoreOf(scores, EntityType::kOrganization) += kShareOf;
  if (IsMembership(at)) ScoreOf(scores, EntityType::kOrganization) += kMemberOf;
  if (joined) return;
  const TypeScores* said = contexts_.Before(word.surface);
  if (said == nullptr && !word.definite && word.enclitic.empty())
    said = contexts_.Before(word.base);
  Add(said, scores);
}

// "مخرجة اللعبة": a post in front of a definite noun of kind, which ends right before the name.
bool TypeJudge::IsPostAtKind(int kind) const {
  return kind > 0 && SamePassage(kind - 1, kind) && analysis_.tokens[kind].definite &&
         cues_.BarePostEndsAt(kind);
}

// "رئيس النقابة الفرعية X": a post, where it is held, and who holds it.
bool TypeJudge::FollowsPostAt(int first) const {
  int at = first - 1;
  while (at >= 0 && first - at <= kMostAdjectives && SamePassage(at, first) &&
         analysis_.tokens[at].definite && analysis_.tokens[at].listed &&
         (analysis_.tokens[at].proclitics.empty() ||
          analysis_.tokens[at].proclitics.front() == "ال")) {
    --at;
  }
  if (at == first - 1 || at < 0 || !SamePassage(at, first)) return false;
  return cues_.BarePostEndsAt(at + 1);
}

// Whether the verb at the token opens a relative clause.
bool TypeJudge::OpensRelative(int verb) const {
  return verb > 0 && SamePassage(verb - 1, verb) &&
         IsOneOf(analysis_.tokens[verb - 1].surface, {"التي", "الذي", "اللذان", "اللذين", "الذين"});
}

// "X، وهي شركة", "X، منافستها المصرية", "X، تطبيق التوصيل": what the name is called behind a comma.
void TypeJudge::AddApposition(int comma, TypeScores* scores) const {
  const int size = static_cast<int>(analysis_.tokens.size());
  int at = comma + 1;
  if (at >= size || !IsOneOf(analysis_.tokens[comma].form, {"،", ","})) return;
  if (!SamePassage(comma, at)) return;
  const bool said = IsOneOf(analysis_.tokens[at].surface, {"وهي", "وهو", "هي", "هو"});
  if (said && (++at >= size || !SamePassage(comma, at))) return;
  const CueAtToken& here = cues_.at(at);
  if (here.cue == nullptr || here.cue->entity_class == "DIVISION") return;
  const Token& noun = analysis_.tokens[at];
  if (!noun.proclitics.empty() && noun.proclitics[0] != "ال") return;
  if (!said && !noun.definite && noun.enclitic.empty()) {
    // "X، شركة Y" goes on with another name.
    const int next = here.cue_end;
    const bool told = next < size && SamePassage(comma, next) && analysis_.tokens[next].definite &&
                      analysis_.tokens[next].listed;
    if (!told) return;
  }
  const bool platform = IsOneOf(noun.base, {"منصه", "موقع", "تطبيق", "شبكه", "متجر"});
  ScoreOf(scores, here.cue->type) += platform ? kCalledPlatform : kCalled;
}

// What a verb says of the name that stands before it as its subject.
void TypeJudge::AddVerbBehind(const NameSpan& span, int at, TypeScores* scores) const {
  const Token& verb = analysis_.tokens[at];
  if (verb.part_of_speech != PartOfSpeech::kVerb || absl::StartsWith(verb.surface, "و") ||
      lexicon_.IsGivenName(analysis_.tokens[span.tokens.begin].surface)) {
    return;
  }
  if (const TypeScores* said = contexts_.Verb(Fold(verb.citation))) {
    for (size_t i = 0; i < scores->size(); ++i) (*scores)[i] += kVerbBehind * (*said)[i];
  }
  if (verb.features.gender == WordGender::kFeminine) {
    ScoreOf(scores, EntityType::kOrganization) += kActsFeminine;
  }
}

// Only houses have staff, shares and branches: "its employees" behind the name.
bool TypeJudge::HasBelongings(const NameSpan& span) const {
  const int size = static_cast<int>(analysis_.tokens.size());
  const int last = std::min(size, span.tokens.end + kBelongingsReach);
  for (int i = span.tokens.end; i < last && SamePassage(span.tokens.begin, i); ++i) {
    const Token& word = analysis_.tokens[i];
    if (IsOneOf(word.form, {"؛", ".", "؟", "|"})) return false;
    if (word.enclitic == "ها" &&
        IsOneOf(word.base, {"موظفي",  "موظفو", "عاملي",   "عمال",   "مستخدمي", "طواقم",  "مهندسي",
                            "اسهم",   "سهم",   "ايرادات", "مبيعات", "ارباح",   "خسائر",  "خساير",
                            "فروع",   "متاجر", "مصانع",   "مصنع",   "مساهمي",  "مشتركي", "زباين",
                            "زبايني", "عملاء", "عملاي",   "اسطول",  "راسمال",  "ديون"})) {
      return true;
    }
  }
  return false;
}

// Past "(Latin Name)".
int TypeJudge::BehindParenthesis(int first, int next) const {
  constexpr int kLongest = 5;  // tokens
  const int size = static_cast<int>(analysis_.tokens.size());
  if (next >= size || analysis_.tokens[next].form != "(") return next;
  for (int i = next + 1; i < size && i <= next + kLongest && SamePassage(first, i); ++i) {
    if (analysis_.tokens[i].form == ")") return i + 1;
  }
  return next;
}

void TypeJudge::AddBehind(const NameSpan& span, TypeScores* scores) const {
  int next = span.tokens.end;
  const int size = static_cast<int>(analysis_.tokens.size());
  if (HasBelongings(span)) ScoreOf(scores, EntityType::kOrganization) += kBelongings;
  // What stands behind the closing mark.
  const bool closed = next + 1 < size && IsOneOf(analysis_.tokens[next].form, {"»", "”", "\""}) &&
                      span.tokens.begin > 0 &&
                      IsOneOf(analysis_.tokens[span.tokens.begin - 1].form, {"«", "“", "\""});
  if (closed) ++next;
  int verb = BehindParenthesis(span.tokens.begin, next);
  // "إن X لا تسأل".
  if (verb + 1 < size && IsOneOf(analysis_.tokens[verb].surface, {"لا", "لم", "لن", "قد", "سوف"})) {
    ++verb;
  }
  if (verb < size && SamePassage(span.tokens.begin, verb)) AddVerbBehind(span, verb, scores);
  if (next >= size || !SamePassage(span.tokens.begin, next)) return;
  const Token& word = analysis_.tokens[next];
  Add(contexts_.Behind(word.surface), scores);
  int comma = next;
  while (comma + 1 < size && SamePassage(next, comma + 1) &&
         lexicon_.IsDemonym(analysis_.tokens[comma].surface)) {
    ++comma;
  }
  AddApposition(comma, scores);
  if (IsFeminineNationality(lexicon_, word)) {
    ScoreOf(scores, EntityType::kOrganization) += kNationality;
  }
  if (next + 1 < size && SamePassage(next, next + 1) && (word.form == "،" || word.form == ",") &&
      cues_.at(next + 1).title_end > next + 1) {
    ScoreOf(scores, EntityType::kPerson) += kTitle;
  }
}

// "فيلوتك", "بايلينك": English words that close the names of companies, within one Arabic word that
// no dictionary has.
bool TypeJudge::EndsLikeCompany(const NameSpan& span) const {
  constexpr int kShortestStem = 3;  // letters
  if (!IsLoneUnknown(span)) return false;
  const std::string name = Fold(analysis_.Quote(span.range));
  for (absl::string_view ending :
       {"تك", "تيك", "تكس", "لينك", "سوفت", "كورب", "فارما", "كوم", "بانك", "ميديا", "جين", "لابس",
        "لابز", "وركس", "ويركس", "جروب", "غروب"}) {
    if (absl::EndsWith(name, ending) && LetterCount(name) - LetterCount(ending) >= kShortestStem) {
      return true;
    }
  }
  return false;
}

void TypeJudge::AddOwn(const NameSpan& span, TypeScores* scores) const {
  const Token& first = analysis_.tokens[span.tokens.begin];
  const std::string bare = Fold(analysis_.Quote({span.range.begin, first.range.end}));
  const Token& last = analysis_.tokens[span.tokens.end - 1];
  const TypeScores* const ending = span.tokens.size() > 1 ? contexts_.Last(last.surface) : nullptr;
  Add(ending, scores);
  // "نخلة فنتشرز" is nobody.
  const bool company =
      ending != nullptr && (*ending)[static_cast<size_t>(EntityType::kOrganization)] >= kCertain;
  if (!company && lexicon_.IsGivenName(bare)) {
    ScoreOf(scores, EntityType::kPerson) += span.tokens.size() > 1 ? kGivenName : kLoneGivenName;
  }
  if (EndsLikeCompany(span)) ScoreOf(scores, EntityType::kOrganization) += kCompanyEnding;
  if (span.tokens.size() < 2) return;
  if (last.shape == TokenShape::kDigits) ScoreOf(scores, EntityType::kProduct) += kVersion;
}

TypeScores TypeJudge::Evidence(const NameSpan& span, const NameEnds& ends) const {
  TypeScores scores{};
  AddBefore(span, ends, &scores);
  AddObject(span, ends, &scores);
  AddBehind(span, &scores);
  AddOwn(span, &scores);
  return scores;
}

// "X وY", "X و Y", "«X» و«Y»".
bool TypeJudge::JoinsNext(const NameSpan& span, const NameSpan& next) const {
  const int end = span.tokens.end;
  const int begin = next.tokens.begin;
  if (begin < end || !SamePassage(span.tokens.begin, begin)) return false;
  if (begin == end) {
    return next.range.begin > analysis_.tokens[begin].range.begin &&
           absl::StartsWith(analysis_.tokens[begin].surface, "و");
  }
  if (begin > end + kMostBetween) return false;
  int conjunctions = 0;
  for (int i = end; i < begin; ++i) {
    const Token& between = analysis_.tokens[i];
    if (IsOneOf(between.surface, {"و", "او"})) {
      ++conjunctions;
    } else if (!IsOneOf(between.form, {"«", "»", "“", "”", "\""})) {
      return false;
    }
  }
  return conjunctions == 1;
}

// The name that stands before the token, past quotation marks and a conjunction; or null.
const NameSpan* TypeJudge::NameBefore(int token, const NameEnds& ends) const {
  for (int i = token; i > 0 && i >= token - kMostBetween; --i) {
    if (ends[i] != nullptr) return ends[i];
    const Token& word = analysis_.tokens[i - 1];
    if (word.shape != TokenShape::kPunctuation && !IsOneOf(word.surface, {"و", "او"})) break;
  }
  return nullptr;
}

// The tagger found a name that a gazetteer has among common words: now there is evidence.
void TypeJudge::TakeEntries(std::vector<NameSpan>* spans) const {
  for (NameSpan& span : *spans) {
    if (IsSettled(span)) continue;
    const auto* hits = lexicon_.FindName(MatchKey(Fold(analysis_.Quote(span.range))));
    if (hits == nullptr) continue;
    for (const AliasHit& hit : *hits) {
      const LexiconEntry& entry = lexicon_.entries()[hit.entry];
      if (entry.type != span.type || entry.aliases[hit.alias].exact_case) continue;
      span.entry = hit.entry;
      span.entity_class = entry.entity_class;
      span.kind = entry.aliases[hit.alias].kind == AliasRecord::Kind::kShort
                      ? MentionKind::kShortName
                      : MentionKind::kName;
      break;
    }
  }
}

// A surname of somebody in the gazetteers who is not named in full, where a feminine verb does what
// houses do ("تنتج برايتفيلد"), may be anything; so may a product whose house is not named.
void TypeJudge::ReleaseKnown(std::vector<NameSpan>* spans) const {
  absl::flat_hash_set<int> named;
  absl::flat_hash_set<int> released;
  const auto does_as_house = [&](int at, int beside) {
    if (at < 0 || at >= static_cast<int>(analysis_.tokens.size()) || !SamePassage(at, beside)) {
      return false;
    }
    const Token& verb = analysis_.tokens[at];
    if (verb.part_of_speech != PartOfSpeech::kVerb || !verb.enclitic.empty() ||
        verb.features.gender != WordGender::kFeminine) {
      return false;
    }
    const TypeScores* const said = contexts_.Verb(Fold(verb.citation));
    return said != nullptr && (*said)[static_cast<size_t>(EntityType::kOrganization)] >
                                  (*said)[static_cast<size_t>(EntityType::kPerson)];
  };
  absl::flat_hash_set<absl::string_view> houses;
  for (const NameSpan& span : *spans) {
    if (span.entry >= 0) houses.insert(lexicon_.entries()[span.entry].key);
  }
  // "نوفا تسرح": what houses do is not done by a thing whose house the text never names.
  const auto may_be_another = [&](const NameSpan& span) {
    const std::string& parent = lexicon_.entries()[span.entry].parent;
    return span.type == EntityType::kProduct && span.tokens.size() == 1 && !parent.empty() &&
           !houses.contains(parent) &&
           analysis_.tokens[span.tokens.begin].shape == TokenShape::kArabic;
  };
  for (const NameSpan& span : *spans) {
    if (span.entry < 0) continue;
    const bool thing = may_be_another(span);
    if (span.type != EntityType::kPerson && !thing) continue;
    const int first = span.tokens.begin;
    if (span.rule != "unique-surname" && !thing) {
      named.insert(span.entry);
    } else if (span.range.begin == analysis_.tokens[first].range.begin &&
               (does_as_house(first - 1, first) || does_as_house(span.tokens.end, first))) {
      released.insert(span.entry);
    }
  }
  if (released.empty()) return;
  for (NameSpan& span : *spans) {
    if (span.entry < 0 || !released.contains(span.entry) || named.contains(span.entry)) continue;
    const bool thing = may_be_another(span);
    if (span.rule != "unique-surname" && !thing) continue;
    if (thing) span.type = EntityType::kOrganization;
    if (thing) span.entity_class.clear();
    span.entry = -1;
    span.rule = kReleasedName;
    span.kind = MentionKind::kName;
    span.confidence = kReleased;
  }
}

void TypeJudge::SetTypes(std::vector<NameSpan>* spans) const {
  const int size = static_cast<int>(spans->size());
  const NameEnds ends = EndsOf(*spans);
  std::vector<TypeScores> scores(size);
  std::vector<TypeScores> priors(size);
  for (int i = 0; i < size; ++i) {
    const NameSpan& span = (*spans)[i];
    if (IsSettled(span)) {
      ScoreOf(&scores[i], span.type) = kKnown;
      continue;
    }
    scores[i] = Evidence(span, ends);
    float prior = kFound + static_cast<float>(span.confidence);
    // The tagger takes many a name that it has never seen for a place.
    if (span.type == EntityType::kLocation && ScoreOf(&scores[i], span.type) <= 0) {
      prior *= kUnlikelyPlace;
    }
    ScoreOf(&priors[i], span.type) += prior;
    const auto* hits = lexicon_.FindName(MatchKey(Fold(analysis_.Quote(span.range))));
    if (hits == nullptr) continue;
    for (const AliasHit& hit : *hits) {
      ScoreOf(&priors[i], lexicon_.entries()[hit.entry].type) += kListed;
      break;
    }
  }
  // Names joined by "and" are mostly of one type.
  std::vector<TypeScores> shared(size);
  for (int i = 0; i + 1 < size; ++i) {
    if (!JoinsNext((*spans)[i], (*spans)[i + 1])) continue;
    for (size_t type = 1; type < scores[i].size(); ++type) {
      shared[i][type] +=
          std::min(kMostShared, kShared * (scores[i + 1][type] + priors[i + 1][type]));
      shared[i + 1][type] += std::min(kMostShared, kShared * (scores[i][type] + priors[i][type]));
    }
  }
  // By name. What the words beside its places say adds up; whoever found the name says the same
  // each time.
  struct Sums {
    TypeScores said{};
    TypeScores priors{};
    int places = 0;
  };
  absl::flat_hash_map<std::string, Sums> sums;
  // The words that end names of people, which are what these are called by afterwards.
  absl::flat_hash_set<std::string> introduced;
  // People are called by their last word alone, houses by their first.
  absl::flat_hash_set<absl::string_view> words_alone;
  for (const NameSpan& span : *spans) {
    const Token& word = analysis_.tokens[span.tokens.begin];
    if (span.tokens.size() == 1 && span.entry < 0 && !word.listed) words_alone.insert(word.surface);
  }
  for (const NameSpan& span : *spans) {
    if (span.tokens.size() < 2 || span.type != EntityType::kPerson) continue;
    for (int i = span.tokens.begin; i < span.tokens.end; ++i) {
      introduced.insert(MatchKey(analysis_.tokens[i].surface));
    }
  }
  std::vector<std::string> keys(size);
  for (int i = 0; i < size; ++i) {
    if (IsSettled((*spans)[i])) continue;
    Add(&shared[i], &scores[i]);
    keys[i] = MatchKey(Fold(analysis_.Quote((*spans)[i].range)));
    Sums& sum = sums[keys[i]];
    if (sum.places == 0 && words_alone.contains(LastWord((*spans)[i])) &&
        (*spans)[i].tokens.size() == 2) {
      ScoreOf(&sum.said, EntityType::kPerson) += kSurnameAlone;
    }
    if (sum.places == 0 && IsLoneUnknown((*spans)[i]) && introduced.count(keys[i]) == 0 &&
        !analysis_.tokens[(*spans)[i].tokens.begin].definite) {
      ScoreOf(&sum.said, EntityType::kPerson) -= kUnintroduced;
    }
    Add(&scores[i], &sum.said);
    Add(&priors[i], &sum.priors);
    ++sum.places;
  }
  const auto settle = [&](int i) {
    NameSpan& span = (*spans)[i];
    const Sums& all = sums[keys[i]];
    TypeScores sum = all.said;
    for (size_t type = 1; type < sum.size(); ++type) sum[type] += all.priors[type] / all.places;
    const EntityType best = Best(sum);
    if (best == span.type || ScoreOf(&sum, best) < ScoreOf(&sum, span.type) + kClearly) return;
    span.type = best;
    span.entity_class.clear();
    span.rule = "type-evidence";
  };
  // The longest first: they lend their type to what they open with ("نوفارا" beside "نوفارا
  // موتورز").
  std::vector<int> order(size);
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
    return (*spans)[a].tokens.size() > (*spans)[b].tokens.size();
  });
  absl::flat_hash_set<std::string> lent;
  for (const int i : order) {
    const NameSpan& span = (*spans)[i];
    if (!IsSettled(span)) settle(i);
    const TokenRange words = span.tokens;
    if (words.size() < 2 || span.type == EntityType::kLocation || span.rule == "institution") {
      continue;
    }
    for (int end = words.begin + 1; end < words.end; ++end) {
      const ByteRange opening = {span.range.begin, analysis_.tokens[end - 1].range.end};
      const std::string key = MatchKey(Fold(analysis_.Quote(opening)));
      const auto shorter = sums.find(key);
      if (shorter == sums.end() || !lent.insert(key).second) continue;
      ScoreOf(&shorter->second.said, span.type) += end == words.begin + 1 ? kOpening : kLongOpening;
    }
  }
}

// What is said of each unknown name in all its places, by its key.
TypeJudge::NamesTogether TypeJudge::Together(const std::vector<NameSpan>& doubtful,
                                             const NameEnds& ends) const {
  NamesTogether together;
  for (const NameSpan& span : doubtful) {
    if (span.type != EntityType::kUnknown) continue;
    Sum& sum = together[MatchKey(Fold(analysis_.Quote(span.range)))];
    const TypeScores scores = Evidence(span, ends);
    Add(&scores, &sum.said);
    ++sum.places;
  }
  return together;
}

// An unknown word without evidence of its own is what its other places make it.
bool TypeJudge::IsToldTogether(const NameSpan& span, const NamesTogether& together,
                               std::vector<NameSpan>* added) const {
  const auto found = together.find(MatchKey(Fold(analysis_.Quote(span.range))));
  if (found == together.end() || found->second.places < 2) return false;
  TypeScores said = found->second.said;
  const EntityType type = Best(said);
  if (ScoreOf(&said, type) < kEnoughTogether) return false;
  added->push_back(span);
  added->back().type = type;
  return true;
}

// Words that recur are a name when their places together say of what type.
void TypeJudge::AddRecurring(const std::vector<NameSpan>& doubtful, const NamesTogether& together,
                             TokenMask* recurring, std::vector<NameSpan>* added) const {
  for (const NameSpan& span : doubtful) {
    if (span.rule != kRecurring) continue;
    TypeScores said = together.at(MatchKey(Fold(analysis_.Quote(span.range)))).said;
    const EntityType type = Best(said);
    if (ScoreOf(&said, type) < kEnoughTogether) continue;
    added->push_back(span);
    added->back().type = type;
    recurring->Take(span.tokens);
  }
}

// Listed names that are common words as well, where nothing proved them before.
void TypeJudge::AddDoubtful(const std::vector<NameSpan>& doubtful,
                            std::vector<NameSpan>* spans) const {
  TokenMask mask(analysis_.tokens.size());
  const NameEnds ending = EndsOf(*spans);
  std::vector<const NameSpan*> beginning(analysis_.tokens.size() + 1, nullptr);
  absl::flat_hash_set<int> proven;
  for (const NameSpan& span : *spans) {
    mask.Take(span.tokens);
    beginning[span.tokens.begin] = &span;
    if (span.entry >= 0) proven.insert(span.entry);
  }
  std::vector<NameSpan> added;
  const NamesTogether together = Together(doubtful, ending);
  TokenMask recurring(analysis_.tokens.size());
  AddRecurring(doubtful, together, &recurring, &added);
  const bool recurs = !added.empty();
  for (const NameSpan& span : doubtful) {
    if (span.rule == kRecurring || mask.any(span.tokens) || recurring.any(span.tokens)) continue;
    const Token& first = analysis_.tokens[span.tokens.begin];
    const bool plain = first.stop_word || lexicon_.IsNotAName(first.surface);
    if (span.tokens.size() == 1 && plain) continue;
    TypeScores scores = Evidence(span, ending);
    const bool unseen = span.type == EntityType::kUnknown;
    // Newspapers quote the names of houses and things; of people a surname at most.
    const bool quoted = span.rule == kQuoted;
    if (unseen && span.tokens.size() > 1) {
      ScoreOf(&scores, EntityType::kPerson) += quoted ? -kQuotedPerson : kUnseenPerson;
    }
    EntityType type = unseen ? Best(scores) : span.type;
    float score = ScoreOf(&scores, type);
    const int begin = span.tokens.begin;
    const int end = span.tokens.end;
    const NameSpan* const before = NameBefore(begin, ending);
    if (before != nullptr && JoinsNext(*before, span) &&
        (before->type == type || (unseen && quoted && score <= 0))) {
      if (before->type != type) type = before->type;
      score += kMostShared;
    }
    const NameSpan* behind = beginning[end];
    if (behind == nullptr && end + 1 < static_cast<int>(analysis_.tokens.size())) {
      behind = beginning[end + 1];
    }
    if (behind != nullptr && behind->type == type && JoinsNext(span, *behind)) {
      score += kMostShared;
    }
    const bool word = span.tokens.size() == 1 && analysis_.tokens[begin].listed;
    const float enough = word ? kEnoughForWords : kEnough;
    // What one place leaves open others may tell.
    if (unseen && score < enough && IsToldTogether(span, together, &added)) continue;
    if ((unseen || proven.count(span.entry) == 0) && score < enough) continue;
    if (!unseen) proven.insert(span.entry);
    added.push_back(span);
    added.back().type = type;
    added.back().needs_evidence = false;
  }
  // The names that others contain go.
  if (recurs) {
    spans->erase(std::remove_if(spans->begin(), spans->end(),
                                [&](const NameSpan& span) { return recurring.any(span.tokens); }),
                 spans->end());
  }
  spans->insert(spans->end(), added.begin(), added.end());
}

void TypeJudge::Judge(const std::vector<NameSpan>& doubtful, std::vector<NameSpan>* spans) const {
  const auto by_place = [](const NameSpan& a, const NameSpan& b) {
    return a.tokens.begin < b.tokens.begin;
  };
  AddDoubtful(doubtful, spans);
  std::stable_sort(spans->begin(), spans->end(), by_place);
  ReleaseKnown(spans);
  SetTypes(spans);
  TakeEntries(spans);
}

}  // namespace isnad::extraction
