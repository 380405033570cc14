#include "services/extraction/relations/speaker_finder.h"

#include <algorithm>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "services/extraction/morphology/verb_features.h"

namespace isnad::extraction {
namespace {

using WordSet = absl::flat_hash_set<absl::string_view>;

constexpr int kPublisherReach = 10;
constexpr int kLongestSpeaker = 12;
// How far behind a title its bearer's name may stand, the organisation in between.
constexpr int kTitleReach = 14;
// Adverbs and asides between verb and speaker.
constexpr int kAsideReach = 4;
constexpr int kLongestQuotedName = 6;
constexpr absl::string_view kInTheNameOf = "باسم";

// All folded.
const WordSet& ReportNouns() {
  static const auto* set =
      new WordSet{"تقرير",  "بيان",    "دراسه",  "مذكره", "تصريح",    "تصريحات", "رساله",
                  "منشور",  "مقال",    "وثيقه",  "وثايق", "تقارير",   "خبر",     "تدوينه",
                  "مقابله", "استطلاع", "بيانات", "تحقيق", "افتتاحيه", "تغريده"};
  return *set;
}

// What somebody denies by name, folded.
const WordSet& DeniedNouns() {
  static const auto* set =
      new WordSet{"خبر",   "انباء",   "اخبار", "صحه",     "شايعات",  "شايعه", "تقارير", "تقرير",
                  "مزاعم", "اتهامات", "اتهام", "ادعاءات", "معلومات", "رقم",   "وجود"};
  return *set;
}

const WordSet& AnonymousWords() {
  static const auto* set = new WordSet{
      "مصادر", "مصدر",   "مصدران", "مصدرين",  "تقارير",  "تقرير", "مطلعين", "مطلعون", "مطلعه",
      "مطلع",  "مطلعان", "مطلعين", "شايعات",  "تسريبات", "مجهول", "اشخاص",  "شخص",    "شخصان",
      "شخصين", "مقربون", "مقربين", "مراقبون", "مراقبين", "وسايل", "انباء",  "اوساط"};
  return *set;
}

bool IsSpokesman(const Token& token) {
  static const auto* set = new WordSet{"متحدث", "متحدثه", "ناطق", "ناطقه", "متحدثت", "ناطقت"};
  return set->contains(token.base);
}

// People named by what they are rather than by name, folded stems.
constexpr absl::string_view kGroupStems[] = {
    "باحث",   "موظف",    "مسوول", "خبراء", "خبير",  "محلل",  "مهندس",  "علماء", "مستثمر",
    "متحدث",  "مصادر",   "مصدر",  "عامل",  "مدير",  "مدراء", "مطور",   "قياد",  "نواب",
    "محام",   "مراقب",   "عملاء", "شركاء", "منافس", "ناطق",  "موسس",   "مشرع",  "نقاب",
    "ناشط",   "سيناتور", "نايب",  "اعضاء", "عضو",   "مشارك", "مستخدم", "زملاء", "اقتصادي",
    "متعامل", "مساهم",   "مورد",  "منتقد", "اشخاص", "شخص",   "مقرب",   "مطلع",  "مستشار",
    "ممثل",   "قاض",     "محكم",  "وزير",  "تنفيذي"};

bool IsGroupNoun(const Token& token) {
  // An institution, not a founder.
  if (absl::StartsWith(token.base, "موسسه") || absl::StartsWith(token.base, "موسسات")) return false;
  // Responsibility, not those who bear it.
  if (absl::StartsWith(token.base, "مسووليت") || token.base == "مسووليه") return false;
  return std::any_of(std::begin(kGroupStems), std::end(kGroupStems),
                     [&](absl::string_view stem) { return absl::StartsWith(token.base, stem); });
}

// Bodies that speak, folded stems.
constexpr absl::string_view kBodyStems[] = {
    "شرك",  "مجموع", "موسس", "منص",  "بنك",  "مصرف", "صندوق",  "وكال",  "صحيف", "مجل",    "موقع",
    "شبك",  "قنا",   "هيي",  "وزار", "لجن",  "نقاب", "رابط",   "اتحاد", "جمعي", "منظم",   "جامع",
    "معهد", "مختبر", "مركز", "ناد",  "حكوم", "بلدي", "ناقل",   "عملاق", "ادار", "فريق",   "مكتب",
    "متجر", "بورص",  "محكم", "سلط",  "جهاز", "دار",  "برنامج", "نشر",   "مدون", "بودكاس", "سفار",
    "قضاء", "رياس",  "شرط",  "نياب", "مفوض", "حرك",  "حزب",    "جيش",   "بعث"};

bool IsBodyNoun(const Token& token) {
  return std::any_of(std::begin(kBodyStems), std::end(kBodyStems),
                     [&](absl::string_view stem) { return absl::StartsWith(token.base, stem); });
}

const WordSet& OutletClasses() {
  static const auto* set =
      new WordSet{"NEWSPAPER", "NEWS_SITE", "NEWS_AGENCY", "MAGAZINE", "BROADCASTER", "PODCAST"};
  return *set;
}

// "المستثمرين", by its ending no subject.
bool IsOblique(const Token& token) {
  return token.definite && IsGroupNoun(token) && absl::EndsWith(token.base, "ين");
}

// Whether several men spoke and one woman or house goes on: "يقول محامون ... وتقول".
bool AreOthers(const ArgumentRecord& last, const Token& verb) {
  if (last.kind != ArgumentRecord::Kind::kText) return false;
  const absl::string_view text = last.text;
  const absl::string_view first = text.substr(0, text.find(' '));
  return absl::EndsWith(first, "ون") && FeaturesOf(verb).gender == VerbGender::kFeminine;
}

bool Speaks(EntityType type) {
  return type == EntityType::kPerson || type == EntityType::kOrganization;
}

}  // namespace

bool IsThatWord(const Token& token) {
  static const auto* set = new WordSet{"ان",    "انه",   "انها", "انهم",   "بان",   "بانه", "بانها",
                                       "بانهم", "اننا",  "انني", "بانهما", "انهما", "لانه", "كانه",
                                       "بانني", "باننا", "وان",  "وانه",   "وانها"};
  return set->contains(token.surface);
}

AttributionRecord SpeakerFinder::AttributionOf(const ArgumentRecord& speaker) const {
  AttributionRecord out;
  out.text = speaker.text;
  out.range = speaker.range;
  out.kind = AttributionRecord::Kind::kNamed;
  if (speaker.kind == ArgumentRecord::Kind::kEntity) {
    out.entity = speaker.entity;
    const EntityRecord& entity = analysis_.entities[speaker.entity];
    if (OutletClasses().contains(entity.entity_class)) out.kind = AttributionRecord::Kind::kOutlet;
    return out;
  }
  const auto first =
      std::lower_bound(analysis_.tokens.begin(), analysis_.tokens.end(), speaker.range.begin,
                       [](const Token& token, int byte) { return token.range.end <= byte; });
  for (auto token = first;
       token != analysis_.tokens.end() && token->range.begin < speaker.range.end; ++token) {
    if (AnonymousWords().contains(token->base)) out.kind = AttributionRecord::Kind::kAnonymous;
  }
  return out;
}

ArgumentRecord SpeakerFinder::FromMention(int mention) const {
  const Mention& m = analysis_.mentions[mention];
  ArgumentRecord out;
  out.kind = ArgumentRecord::Kind::kEntity;
  out.entity = m.entity;
  out.range = m.range;
  out.text = std::string(analysis_.Quote(m.range));
  const bool named = m.kind == MentionKind::kName || m.kind == MentionKind::kShortName;
  if (!named) out.resolution_rule = m.rule;
  return out;
}

// "A spokesman for X [in the name of X]", "its spokesman": X speaks. Who is only called so is left.
int SpeakerFinder::SpokenFor(TokenRange words) const {
  static const auto* kinds = new WordSet{"باسم", "لدي", "من", "عن", "في"};
  int i = words.begin;
  while (i < words.end && !IsSpokesman(index_.token(i))) ++i;
  if (i == words.end || i > words.begin + 1) return -1;
  const int own = index_.PronounAt(i);
  if (own >= 0 && IsHouse(own)) return own;
  for (++i; i < words.end; ++i) {
    const Token& token = index_.token(i);
    // "in its name".
    const int pronoun = index_.PronounAt(i);
    if (pronoun >= 0 && IsHouse(pronoun)) return pronoun;
    if (index_.MentionStartsAt(i)) {
      const int named = index_.MentionAt(i);
      return IsHouse(named) ? named : -1;
    }
    const bool links = kinds->contains(token.surface) || index_.IsAnyPreposition(i) ||
                       index_.IsQuoteMark(i) || index_.IsNominal(i);
    if (!links) return -1;
  }
  return -1;
}

bool SpeakerFinder::IsHouse(int mention) const {
  return analysis_.mentions[mention].entity >= 0 &&
         index_.TypeOfMention(mention) == EntityType::kOrganization;
}

ArgumentRecord SpeakerFinder::FromWords(TokenRange words) const {
  // "a spokesman of «X»": the mark that closes the name belongs to it.
  int marks = 0;
  for (int i = words.begin; i < words.end; ++i) marks += index_.IsQuoteMark(i) ? 1 : 0;
  const bool open = marks % 2 == 1 && words.end < index_.PassageTokens(words.begin).end &&
                    index_.IsQuoteMark(words.end);
  if (open) ++words.end;
  const int house = SpokenFor(words);
  if (house >= 0) {
    ArgumentRecord out = FromMention(house);
    out.range = analysis_.BytesOf(words);
    out.text = std::string(analysis_.Quote(out.range));
    return out;
  }
  ArgumentRecord out;
  out.kind = ArgumentRecord::Kind::kText;
  out.range = analysis_.BytesOf(words);
  out.text = std::string(analysis_.Quote(out.range));
  return out;
}

int SpeakerFinder::Publisher(int verb) const {
  const TokenRange passage = index_.PassageTokens(verb);
  bool report = false;
  for (int i = verb + 1; i < passage.end && i < verb + kPublisherReach; ++i) {
    const Token& token = index_.token(i);
    if (IsThatWord(token)) break;
    // The head of the subject must be the report: "in a statement" beside a speaker is not.
    if (i == verb + 1 && ReportNouns().contains(token.base) && !index_.IsAnyPreposition(i)) {
      report = true;
    }
    if (!report) return -1;
    if (index_.MentionStartsAt(i) && Speaks(index_.TypeOfMention(index_.MentionAt(i)))) {
      return index_.MentionAt(i);
    }
  }
  return -1;
}

// Whether the token may govern a genitive: an indefinite noun without the nun of the plural.
bool SpeakerFinder::GovernsGenitive(int token) const {
  const Token& word = index_.token(token);
  if (index_.MentionAt(token) >= 0 || word.definite || !word.enclitic.empty()) return false;
  if (word.part_of_speech == PartOfSpeech::kAdjective && !IsGroupNoun(word)) return false;
  return !absl::EndsWith(word.base, "ون") && !absl::EndsWith(word.base, "ين");
}

bool SpeakerFinder::Continues(int token, int from) const {
  const Token& word = index_.token(token);
  const int before = token - 1;
  const int mention = index_.MentionAt(token);
  if (mention >= 0 && !index_.MentionStartsAt(token)) return true;
  if (index_.IsQuoteMark(before)) return mention >= 0;
  if (word.surface == kInTheNameOf) return true;
  const bool governed = (index_.IsAnyPreposition(before) && !index_.IsNominal(before)) ||
                        index_.token(before).surface == kInTheNameOf;
  if (index_.IsAnyPreposition(token)) {
    static const auto* attributes =
        new WordSet{"في", "من", "لدي", "باسم", "داخل", "ضمن", "لدي", "بين"};
    const bool informed = absl::StartsWith(index_.token(before).base, "مطلع") ||
                          absl::StartsWith(index_.token(before).base, "مقرب");
    const bool clitic = index_.IsNominal(token) || mention >= 0;
    return attributes->contains(word.surface) || informed || (clitic && !governed);
  }
  if (governed || index_.ValueAt(token) >= 0) return true;
  if (word.part_of_speech == PartOfSpeech::kAdjective) return true;
  if (index_.HasConjunction(token))
    return IsGroupNoun(word) || AnonymousWords().contains(word.base);
  // After a preposition's clitic and inside a chain of genitives.
  const bool numbered = before == from && index_.ValueAt(before) >= 0;
  return numbered || GovernsGenitive(before);
}

int SpeakerFinder::PhraseEnd(int from) const {
  const TokenRange passage = index_.PassageTokens(from);
  int end = from;
  while (end < passage.end && end < from + kLongestSpeaker) {
    const Token& token = index_.token(end);
    if (IsThatWord(token) || index_.IsVerb(end) || index_.IsRelativePronoun(end)) break;
    if (token.shape == TokenShape::kPunctuation) {
      const bool around_name =
          index_.IsQuoteMark(end) && end + 1 < passage.end &&
          (index_.MentionAt(end + 1) >= 0 || (end > from && index_.MentionAt(end - 1) >= 0));
      if (!around_name) break;
    } else if (end > from && token.base == "قول" && !token.enclitic.empty()) {
      break;
    } else if (!index_.IsNominal(end) && !index_.IsAnyPreposition(end) &&
               token.surface != kInTheNameOf) {
      break;
    } else if (end > from && !Continues(end, from)) {
      break;
    }
    ++end;
  }
  while (end > from + 1 && (index_.IsQuoteMark(end - 1) ||
                            (index_.IsAnyPreposition(end - 1) && !index_.IsNominal(end - 1)))) {
    --end;
  }
  return end;
}

int SpeakerFinder::NamedBehindTitle(int from) const {
  const auto role = std::lower_bound(
      roles_.begin(), roles_.end(), from,
      [](const RolePhrase& phrase, int token) { return phrase.title.begin < token; });
  if (role == roles_.end() || role->title.begin > from + 1) return -1;
  const TokenRange passage = index_.PassageTokens(from);
  int commas = 0;
  for (int i = role->title.end; i < passage.end && i < from + kTitleReach; ++i) {
    const Token& token = index_.token(i);
    if (IsThatWord(token) || index_.IsVerb(i) || token.form == "." || token.form == ":") break;
    if (index_.IsRelativePronoun(i)) break;
    if (index_.IsComma(i) && ++commas > 1) break;
    if (!index_.MentionStartsAt(i)) continue;
    const int mention = index_.MentionAt(i);
    if (index_.TypeOfMention(mention) == EntityType::kPerson) return mention;
  }
  return -1;
}

int SpeakerFinder::PastTitle(int token) const {
  const TokenRange passage = index_.PassageTokens(token);
  const int title = token + (index_.IsComma(token) ? 1 : 0);
  const auto role =
      std::lower_bound(roles_.begin(), roles_.end(), title,
                       [](const RolePhrase& phrase, int at) { return phrase.title.begin < at; });
  if (role == roles_.end() || role->title.begin != title) return token;
  if (title == token && !index_.token(title).definite) return token;
  int end = role->tokens.end;
  while (end < passage.end && (index_.IsQuoteMark(end) || index_.IsComma(end))) ++end;
  return end < passage.end && index_.token(end).form != "." ? end : token;
}

ArgumentRecord SpeakerFinder::PhraseSpeaker(int from) const {
  const TokenRange passage = index_.PassageTokens(from);
  while (from < passage.end && index_.IsQuoteMark(from)) ++from;
  if (from >= passage.end) return {};
  const Token& head = index_.token(from);
  const bool starts = index_.MentionStartsAt(from);
  if (starts && index_.TypeOfMention(index_.MentionAt(from)) == EntityType::kPerson) {
    return FromMention(index_.MentionAt(from));
  }
  const int person = NamedBehindTitle(from);
  if (person >= 0) return FromMention(person);
  const int end = PhraseEnd(from);
  if (end <= from) return {};
  if (starts && Speaks(index_.TypeOfMention(index_.MentionAt(from)))) {
    return FromMention(index_.MentionAt(from));
  }
  // "نفى الخبر": what is denied denies nothing.
  static const auto* denials = new WordSet{"نفي", "كذب", "انكر", "دحض", "فند"};
  const bool denied = from > passage.begin && ReportNouns().contains(head.base) &&
                      denials->contains(index_.token(from - 1).lemma);
  if (denied) return {};
  if (IsGroupNoun(head) || AnonymousWords().contains(head.base) ||
      ReportNouns().contains(head.base)) {
    return FromWords({from, end});
  }
  // "خمسة مصادر", "عدد من الموظفين", "أحد المسؤولين": the group stands behind its number.
  for (int i = from + 1; i < end && i < from + 4; ++i) {
    if (index_.MentionAt(i) >= 0) break;
    if (IsGroupNoun(index_.token(i)) || AnonymousWords().contains(index_.token(i).base)) {
      const bool counted =
          index_.ValueAt(from) >= 0 || i == from + 1 || index_.token(from + 1).surface == "من";
      if (counted) return FromWords({from, end});
    }
  }
  // A body that the lexicons do not know: "النقابة", "رابطة مشجعي X".
  const bool unnamed_body = IsBodyNoun(head) && !index_.MentionStartsAt(from);
  // A kind before its name: "شركة X", "صحيفة X", "المهندس X".
  for (int i = from; i < end; ++i) {
    if (!index_.MentionStartsAt(i)) continue;
    const int mention = index_.MentionAt(i);
    const EntityType type = index_.TypeOfMention(mention);
    const bool person = type == EntityType::kPerson && i <= from + kAsideReach;
    const bool body = type == EntityType::kOrganization && IsBodyNoun(head);
    if (person || body) return FromMention(mention);
    break;
  }
  return unnamed_body ? FromWords({from, end}) : ArgumentRecord();
}

ArgumentRecord SpeakerFinder::Quoted(int verb) const {
  const TokenRange passage = index_.PassageTokens(verb);
  for (int i = verb + 1; i + 1 < passage.end && i < verb + kPublisherReach; ++i) {
    if (IsThatWord(index_.token(i))) break;
    if (index_.token(i).surface == "عن") return PhraseSpeaker(i + 1);
  }
  return {};
}

ArgumentRecord SpeakerFinder::Of(int verb, const ArgumentRecord& last) const {
  const TokenRange passage = index_.PassageTokens(verb);
  if (index_.token(verb).lemma == "نقل") {
    ArgumentRecord quoted = Quoted(verb);
    if (quoted.filled()) return quoted;
  }
  const int publisher = Publisher(verb);
  if (publisher >= 0) return FromMention(publisher);
  // "X, who leads Y, accused Z".
  if (verb > passage.begin && index_.IsComma(verb - 1) && !index_.HasConjunction(verb)) {
    FillerSet speakers;
    speakers.person = speakers.organization = true;
    const Fillers told = filler_.VerbSubject(verb, speakers, {}, SlotFiller::Reach::kBeside);
    const bool before = told.size() == 1 && told.front().kind == ArgumentRecord::Kind::kEntity &&
                        told.front().range.end <= index_.token(verb).range.begin;
    if (before) return told.front();
  }
  // "The court had [كانت المحكمة قد] blamed X".
  const bool had_spoken = verb > passage.begin + 2 && index_.token(verb - 1).surface == "قد" &&
                          index_.MentionAt(verb - 2) < 0 && index_.token(verb - 2).definite &&
                          absl::StartsWith(index_.token(verb - 3).base, "كان");
  if (had_spoken) return Before(verb);
  // After the verb, asides left aside: "قال أمس X".
  bool unknown_subject = false;
  const absl::string_view lemma = index_.token(verb).lemma;
  const bool denies = lemma == "نفي" || lemma == "كذب" || lemma == "انكر" || lemma == "دحض";
  for (int i = verb + 1; i < passage.end && i < verb + kAsideReach; ++i) {
    const Token& token = index_.token(i);
    if (IsThatWord(token) || token.form == ":" || index_.IsVerb(i)) break;
    if (index_.IsQuoteMark(i) && i + 1 < passage.end && index_.MentionAt(i + 1) < 0) break;
    if (index_.IsAnyPreposition(i) && !index_.MentionStartsAt(i)) break;
    if (index_.IsComma(i)) break;
    // "denied the news": what is denied does not speak.
    if (denies && DeniedNouns().contains(token.base)) break;
    // "promised the investors [وعد المستثمرين] that".
    if (i == verb + 1 && index_.MentionAt(i) < 0 && IsOblique(token)) break;
    const int value = index_.ValueAt(i);
    if (value >= 0 && analysis_.values[value].kind == ValueKind::kDate) {
      i = analysis_.values[value].tokens.end - 1;
      continue;
    }
    ArgumentRecord found = PhraseSpeaker(i);
    if (found.filled()) return found;
    const bool aside = token.part_of_speech == PartOfSpeech::kAdverb || index_.ValueAt(i) >= 0 ||
                       token.part_of_speech == PartOfSpeech::kParticle;
    if (!aside) {
      unknown_subject = index_.IsNominal(i) && i == verb + 1;
      break;
    }
  }
  const ArgumentRecord before = Before(verb);
  if (before.filled()) return before;
  // "The experience says that": a subject that is nobody; who spoke before did not say it.
  const bool says_that = std::any_of(
      analysis_.tokens.begin() + verb + 1,
      analysis_.tokens.begin() + std::min(passage.end, verb + kAsideReach + 1), IsThatWord);
  if (unknown_subject && says_that) return {};
  const ArgumentRecord subject = SubjectOfPassage(verb);
  const bool spoke_here =
      last.filled() && last.range.begin >= index_.token(passage.begin).range.begin;
  if (subject.filled() && !spoke_here) return subject;
  if (last.filled() && !AreOthers(last, index_.token(verb))) {
    ArgumentRecord same = last;
    same.resolution_rule = "last-speaker";
    return same;
  }
  FillerSet types;
  types.person = types.organization = true;
  const Fillers carried = filler_.VerbSubject(verb, types, {}, SlotFiller::Reach::kCarried);
  return carried.empty() ? ArgumentRecord() : carried.front();
}

ArgumentRecord SpeakerFinder::SubjectOfPassage(int verb) const {
  const TokenRange passage = index_.PassageTokens(verb);
  for (int i = passage.begin; i < verb; ++i) {
    if (!index_.MentionStartsAt(i)) continue;
    const int mention = index_.MentionAt(i);
    const TokenRange words = analysis_.mentions[mention].tokens;
    i = words.end - 1;
    if (index_.TypeOfMention(mention) != EntityType::kPerson) continue;
    const int before = words.begin - 1;
    const bool governed =
        index_.IsAnyPreposition(words.begin) ||
        (before >= passage.begin && index_.IsAnyPreposition(before) && !index_.IsNominal(before));
    if (governed) continue;
    ArgumentRecord out = FromMention(mention);
    out.resolution_rule = "sentence-subject";
    return out;
  }
  return {};
}

ArgumentRecord SpeakerFinder::Before(int verb) const {
  const TokenRange passage = index_.PassageTokens(verb);
  int end = verb;
  // "X من جانبه نفى", "X بدوره قال", "X لم يقل".
  while (end > passage.begin) {
    const Token& token = index_.token(end - 1);
    static const auto* asides = new WordSet{"جانب", "جهه", "جهت", "ناحيه", "ناحيت", "دور", "قد"};
    const bool aside = asides->contains(token.base) || token.surface == "من" ||
                       index_.IsQuoteMark(end - 1) || index_.IsNegation(end - 1) ||
                       token.part_of_speech == PartOfSpeech::kParticle;
    if (!aside || index_.MentionAt(end - 1) >= 0) break;
    --end;
  }
  const int last = end - 1;
  if (last < passage.begin) return {};
  if (index_.IsRelativePronoun(last)) {
    // "X الذي قال": the antecedent, unless the verb takes it up as its object.
    if (!index_.token(verb).enclitic.empty() || last == passage.begin) return {};
    int at = last - 1;
    while (at > passage.begin && (index_.IsComma(at) || index_.IsQuoteMark(at))) --at;
    const int mention = index_.MentionAt(at);
    return mention >= 0 && Speaks(index_.TypeOfMention(mention)) ? FromMention(mention)
                                                                 : ArgumentRecord();
  }
  const int mention = index_.MentionAt(last);
  if (mention < 0 && index_.token(last).definite &&
      (IsBodyNoun(index_.token(last)) || IsGroupNoun(index_.token(last)))) {
    return FromWords({last, last + 1});
  }
  if (mention < 0 || !Speaks(index_.TypeOfMention(mention)) || index_.HasConjunction(verb)) {
    return {};
  }
  // The phrase that ends in the name: "باحثو X يرون" is no word of X.
  const int begin = analysis_.mentions[mention].tokens.begin;
  for (int i = begin - 1; i >= passage.begin && i >= begin - kAsideReach; --i) {
    if (IsGroupNoun(index_.token(i)) &&
        index_.TypeOfMention(mention) == EntityType::kOrganization) {
      return FromWords({i, last + 1});
    }
    const bool inside = index_.IsQuoteMark(i) || index_.IsNominal(i) || index_.IsAnyPreposition(i);
    if (!inside || index_.MentionAt(i) >= 0) break;
  }
  if (index_.IsAnyPreposition(begin)) return {};
  if (begin > passage.begin && index_.IsAnyPreposition(begin - 1) && !index_.IsNominal(begin - 1)) {
    return {};
  }
  return FromMention(mention);
}

}  // namespace isnad::extraction
