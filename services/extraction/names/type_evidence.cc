#include "services/extraction/names/type_evidence.h"

#include <algorithm>
#include <string>

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
constexpr float kNationality = 1.2;
constexpr float kShareOf = 1.5;       // "8% من X", "حصة في X"
constexpr float kMemberOf = 1.4;      // "انضم إلى X"
constexpr float kDoesFeminine = 0.7;  // "قررت X": an unknown name behind a feminine verb
constexpr float kVersion = 1;
constexpr float kSite = 2;              // "مصنعها في X"
constexpr float kPartOfLand = 2.5;      // "X بشرق البلاد"
constexpr float kCalled = 2.2;          // "X، وهي شركة"
constexpr float kCalledPlatform = 0.8;  // a platform may be a product or who runs it
constexpr float kFeminineVerb = 0.4;
constexpr float kVerbBehind = 0.7;    // share of what a verb says of the name before it
constexpr float kActsFeminine = 0.8;  // "«X» تتمسك": houses are feminine
constexpr float kBelongings = 1.5;    // "موظفيها", "أسهمها" further on
constexpr int kBelongingsReach = 7;   // tokens
constexpr float kCompanyEnding = 1.3;
constexpr float kCertain = 2;  // a last word that only companies have

bool IsFeminineNationality(const NameLexicon& lexicon, const Token& word) {
  return absl::StartsWith(word.surface, "ال") && absl::EndsWith(word.surface, "ه") &&
         lexicon.IsDemonym(word.surface);
}

}  // namespace

// The cue noun before a name, past its adjectives: "نموذجها اللغوي الأول".
const NameCue* TypeEvidence::CueOf(int first) const {
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

NameEnds TypeEvidence::EndsOf(const std::vector<NameSpan>& spans) const {
  NameEnds ends(analysis_.tokens.size() + 1, nullptr);
  for (const NameSpan& span : spans) ends[span.tokens.end] = &span;
  return ends;
}

// "أنتجت رينو X": behind the subject stands the object.
void TypeEvidence::AddObject(const NameSpan& span, const NameEnds& ends, TypeScores* scores) const {
  const int first = span.tokens.begin;
  if (first < 2 || span.range.begin != analysis_.tokens[first].range.begin) return;
  const NameSpan* const subject = ends[first];
  const int at = subject != nullptr ? subject->tokens.begin - 1 : HouseBefore(first) - 1;
  if (at < 0 || !SamePassage(at, first)) return;
  const Token& verb = analysis_.tokens[at];
  if (verb.part_of_speech != PartOfSpeech::kVerb || !verb.enclitic.empty()) return;
  const TypeScores* const said = contexts_.Object(Fold(verb.citation));
  if (said == nullptr) return;
  if (subject != nullptr) {
    Add(said, scores);
  } else {
    // "أسست الشركة ليلى منصور": what is done to people alone tells who acts.
    ScoreOf(scores, EntityType::kPerson) += (*said)[static_cast<size_t>(EntityType::kPerson)];
  }
}

// The token of a house told by its kind right before the name ("اختار المجلس X", "عينت الشركة
// الفرنسية X"), or -1.
int TypeEvidence::HouseBefore(int first) const {
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
bool TypeEvidence::ActsAsCompany(int at) const {
  if (!IsOneOf(analysis_.tokens[at].base, {"منصه", "تطبيق", "موقع", "شبكه", "متجر"})) return false;
  if (cues_.TitleEndsAt(at)) return true;
  if (at == 0 || !SamePassage(at - 1, at)) return false;
  if (IsMembership(at - 1) || IsShareOf(at - 1) || IsPartnership(at - 1) || IsLeft(at)) return true;
  // "سرحت فيه منصة".
  const bool between = at > 1 && SamePassage(at - 2, at) &&
                       IsOneOf(analysis_.tokens[at - 1].surface, {"فيه", "فيها", "امس", "اليوم"});
  const Token& verb = analysis_.tokens[at - (between ? 2 : 1)];
  return verb.part_of_speech == PartOfSpeech::kVerb &&
         IsOneOf(verb.lemma,
                 {"سرح",   "استغني", "عين",   "وظف",    "استحوذ", "اشتري", "جمع",    "اقال",
                  "اغلق",  "صرف",    "خسر",   "استقطب", "فصل",    "صرف",   "استثمر", "تعاقد",
                  "اعلن",  "كشف",    "اكد",   "وقع",    "ابرم",   "قرر",   "قلص",    "نفي",
                  "اندمج", "افلس",   "تفاوض", "اعتزم",  "اقترض",  "ادرج"});
}

// "an agreement with": the preposition at the token leads to the other party.
bool TypeEvidence::IsPartnership(int at) const {
  constexpr int kReach = 3;  // tokens
  if (analysis_.tokens[at].surface != "مع") return false;
  for (int i = at - 1; i >= 0 && at - i <= kReach && SamePassage(i, at); --i) {
    if (IsOneOf(analysis_.tokens[i].base, {"اتفاق", "اتفاقيه", "شراكه", "تعاون", "عقد", "صفقه",
                                           "مفاوضات", "اندماج", "مذكره"})) {
      return true;
    }
    if (analysis_.tokens[i].shape == TokenShape::kPunctuation) return false;
  }
  return false;
}

// "غادرت ليلى حداد منصة X": what the person right before the token has left.
bool TypeEvidence::IsLeft(int at) const {
  constexpr int kReach = 4;  // tokens, a name
  for (int i = at - 1; i >= 0 && at - i <= kReach && SamePassage(i, at); --i) {
    const Token& word = analysis_.tokens[i];
    if (word.part_of_speech == PartOfSpeech::kVerb && word.listed) {
      return IsOneOf(word.lemma, {"غادر", "ترك"}) && word.enclitic.empty();
    }
    if (word.shape != TokenShape::kArabic || word.stop_word) return false;
  }
  return false;
}

// "رئيسة للعمليات في X": the preposition at the token leads from a title to where it is held.
bool TypeEvidence::IsPlaceOfPost(int at) const {
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
const NameCue* TypeEvidence::KindWithComplement(const NameSpan& span, int* head) const {
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
bool TypeEvidence::IsShareOf(int at) const {
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
bool TypeEvidence::IsMembership(int at) const {
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
bool TypeEvidence::IsAllListed(TokenRange tokens) const {
  for (int i = tokens.begin; i < tokens.end; ++i) {
    if (!analysis_.tokens[i].listed) return false;
  }
  return true;
}

// One word that no dictionary has and nobody is called by.
bool TypeEvidence::IsLoneUnknown(const NameSpan& span) const {
  const Token& word = analysis_.tokens[span.tokens.begin];
  return span.tokens.size() == 1 && !word.listed && word.shape == TokenShape::kArabic &&
         !lexicon_.IsGivenName(Fold(analysis_.Quote(span.range)));
}

void TypeEvidence::AddBefore(const NameSpan& span, const NameEnds& ends, TypeScores* scores) const {
  const int first = span.tokens.begin;
  const bool titled = cues_.TitleEndsAt(first);
  // "المؤسس X" is a person; "مؤسس X" has founded a house.
  const bool construct =
      cues_.BarePostEndsAt(first) && !lexicon_.IsGivenName(analysis_.tokens[first].surface);
  const bool joined = span.range.begin > analysis_.tokens[first].range.begin;
  // "المدير العام لX" is where somebody is that.
  const bool led = joined && absl::StartsWith(analysis_.tokens[first].surface, "ل");
  const bool held = titled && led && (span.rule == kRecurringName || !IsAllListed(span.tokens));
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
  if (word.surface == "في" && FollowsOwnBuilding(at)) {
    ScoreOf(scores, EntityType::kLocation) += kSite;
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

// "مصنعها في X": the preposition at the token tells where a house has built.
bool TypeEvidence::FollowsOwnBuilding(int at) const {
  if (at == 0 || !SamePassage(at - 1, at)) return false;
  const Token& noun = analysis_.tokens[at - 1];
  return !noun.enclitic.empty() &&
         IsOneOf(noun.base, {"مصنع", "مصانع", "مقر", "مجمع", "مكتب", "مكاتب", "مستودع", "مستودعات",
                             "فرع", "فروع", "مركز", "موقع", "محطت", "مصفات", "منجم", "ورشت"});
}

// "X بشرق البلاد": only of places is it said where in a land they lie.
bool TypeEvidence::IsInPartOfLand(int next) const {
  const int size = static_cast<int>(analysis_.tokens.size());
  if (next + 1 >= size || !SamePassage(next, next + 1)) return false;
  const Token& part = analysis_.tokens[next];
  if (!IsOneOf(part.base,
               {"شرق", "غرب", "شمال", "جنوب", "وسط", "شرقي", "غربي", "شمالي", "جنوبي"})) {
    return false;
  }
  const Token& land = analysis_.tokens[next + 1];
  if (IsOneOf(land.surface, {"البلاد", "المملكه", "المدينه", "العاصمه", "القاره"})) return true;
  const auto* const hits = lexicon_.FindName(MatchKey(land.surface));
  return hits != nullptr && std::any_of(hits->begin(), hits->end(), [&](const AliasHit& hit) {
           return lexicon_.entries()[hit.entry].type == EntityType::kLocation;
         });
}

// "مخرجة اللعبة": a post in front of a definite noun of kind, which ends right before the name.
bool TypeEvidence::IsPostAtKind(int kind) const {
  return kind > 0 && SamePassage(kind - 1, kind) && analysis_.tokens[kind].definite &&
         cues_.BarePostEndsAt(kind);
}

// "رئيس النقابة الفرعية X": a post, where it is held, and who holds it.
bool TypeEvidence::FollowsPostAt(int first) const {
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
bool TypeEvidence::OpensRelative(int verb) const {
  return verb > 0 && SamePassage(verb - 1, verb) &&
         IsOneOf(analysis_.tokens[verb - 1].surface, {"التي", "الذي", "اللذان", "اللذين", "الذين"});
}

// "X، وهي شركة", "X، منافستها المصرية", "X، تطبيق التوصيل": what the name is called behind a comma.
void TypeEvidence::AddApposition(int comma, TypeScores* scores) const {
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
void TypeEvidence::AddVerbBehind(const NameSpan& span, int at, TypeScores* scores) const {
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
bool TypeEvidence::HasBelongings(const NameSpan& span) const {
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
int TypeEvidence::BehindParenthesis(int first, int next) const {
  constexpr int kLongest = 5;  // tokens
  const int size = static_cast<int>(analysis_.tokens.size());
  if (next >= size || analysis_.tokens[next].form != "(") return next;
  for (int i = next + 1; i < size && i <= next + kLongest && SamePassage(first, i); ++i) {
    if (analysis_.tokens[i].form == ")") return i + 1;
  }
  return next;
}

void TypeEvidence::AddBehind(const NameSpan& span, TypeScores* scores) const {
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
  if (!closed && IsInPartOfLand(next)) ScoreOf(scores, EntityType::kLocation) += kPartOfLand;
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
  // "X Y the spokeswoman of Z": without a comma the article tells.
  const bool beside = span.tokens.size() > 1 && !closed && word.definite &&
                      cues_.at(next).title_end > next && !lexicon_.IsDemonym(word.surface);
  if (beside) ScoreOf(scores, EntityType::kPerson) += kTitle;
}

// "فيلوتك", "بايلينك": English words that close the names of companies, within one Arabic word that
// no dictionary has.
bool TypeEvidence::EndsLikeCompany(const NameSpan& span) const {
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

void TypeEvidence::AddOwn(const NameSpan& span, TypeScores* scores) const {
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

TypeScores TypeEvidence::Of(const NameSpan& span, const NameEnds& ends) const {
  TypeScores scores{};
  AddBefore(span, ends, &scores);
  AddObject(span, ends, &scores);
  AddBehind(span, &scores);
  AddOwn(span, &scores);
  return scores;
}

// "X وY", "X و Y", "«X» و«Y»".
bool TypeEvidence::JoinsNext(const NameSpan& span, const NameSpan& next) const {
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
const NameSpan* TypeEvidence::NameBefore(int token, const NameEnds& ends) const {
  for (int i = token; i > 0 && i >= token - kMostBetween; --i) {
    if (ends[i] != nullptr) return ends[i];
    const Token& word = analysis_.tokens[i - 1];
    if (word.shape != TokenShape::kPunctuation && !IsOneOf(word.surface, {"و", "او"})) break;
  }
  return nullptr;
}

}  // namespace isnad::extraction
