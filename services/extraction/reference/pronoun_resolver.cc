#include "services/extraction/reference/pronoun_resolver.h"

#include <algorithm>
#include <string>

#include "absl/strings/match.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/reference/description_resolver.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

constexpr double kMargin = 1.15;
constexpr double kRivalPenalty = 0.6;  // for each agent between
constexpr double kSelectedThreshold = 0.5;
constexpr double kFreeThreshold = 0.8;
constexpr double kSpeakerConfidence = 0.8;
constexpr double kCarriedSpeakerConfidence = 0.6;
constexpr double kRelativeConfidence = 0.7;
constexpr double kSelectedConfidence = 0.65;
constexpr double kFreeConfidence = 0.5;
constexpr double kPassagePenalty = 0.85;  // the antecedent stands in an earlier passage
constexpr int kSpeechReach = 30;          // tokens from the verb to its complement
constexpr int kRelativeReach = 10;        // tokens back to الذي
constexpr double kOwnClause = 1.4;        // for who acts in the clause of the pronoun
constexpr int kClauseReach = 12;          // tokens back to its verb
constexpr int kGovernorReach = 3;         // tokens back to the word that takes a preposition
constexpr int kSubjectReach = 6;          // tokens behind a verb
constexpr int kCarriedReach = 25;         // tokens back to the verb whose subject goes on
constexpr int kCarriedPassages = 2;       // back to the speaker who goes on
constexpr double kSureFit = 0.8;          // of gender
constexpr double kWeakFit = 0.45;

bool IsRelative(absl::string_view surface) {
  return IsOneOf(surface, {"الذي", "التي", "والذي", "والتي"});
}

}  // namespace

// A noun of a person or body that can own and act.
bool PronounResolver::IsAgent(int i) const {
  const std::string noun(WithoutArticle(discourse_.token(i).base));
  return discourse_.lexicon().WithNoun(noun) != nullptr ||
         discourse_.lexicon().TitlesFrom(noun) != nullptr ||
         IsOneOf(noun,
                 {"مصدر",  "شخص",  "مستخدم", "موظف", "عامل",  "طالب",  "مواطن", "طفل",  "سيده",
                  "امراه", "دوله", "حكومه",  "جهه",  "موسسه", "عايله", "اسره",  "لجنه", "بلد",
                  "فريق",  "جيش",  "قوات",   "متهم", "ضحيه",  "زبون",  "عميل"});
}

// Nouns between two tokens that a singular pronoun could stand for as well. Tokens up to `to` must
// be settled.
int PronounResolver::Rivals(int from, int to, WordGender pronoun, bool agents_only) {
  for (int i = static_cast<int>(rivals_.size()) - 1; i < to; ++i) {
    std::array<int, 4> counts = rivals_.back();
    const Token& token = discourse_.token(i);
    const bool noun = !discourse_.Taken(i) && !token.stop_word &&
                      token.shape == TokenShape::kArabic &&
                      (token.part_of_speech == PartOfSpeech::kNoun ||
                       token.part_of_speech == PartOfSpeech::kUnknown);
    for (int feminine = 0; noun && feminine < 2; ++feminine) {
      const Agreement one{feminine != 0 ? WordGender::kFeminine : WordGender::kMasculine,
                          WordNumber::kSingular};
      if (!NounTakes(token, one)) continue;
      ++counts[feminine];
      if (IsAgent(i)) ++counts[2 + feminine];
    }
    rivals_.push_back(counts);
  }
  const int column = (pronoun == WordGender::kFeminine ? 1 : 0) + (agents_only ? 2 : 0);
  return from < to ? rivals_[to][column] - rivals_[from][column] : 0;
}

// Entity of the grammatical subject, or -1; `common` tells that a common noun is the subject.
int PronounResolver::SubjectOf(int verb, bool* common) const {
  *common = false;
  const TokenRange passage = discourse_.PassageTokens(verb);
  bool nominal = false;
  int last = verb;  // noun before the name
  for (int i = verb + 1; i < passage.end && i <= verb + kSubjectReach; ++i) {
    const TitleSite* title = discourse_.titles().At(i);
    if (title != nullptr && !discourse_.Taken(i) && title->person >= 0) return title->person;
    const int entity = discourse_.EntityFrom(i);
    if (entity >= 0) {
      const Mention* name = discourse_.NameFrom(i);
      const bool opens = name == nullptr || name->range.begin == discourse_.token(i).range.begin;
      if (!opens) break;
      // "متحدث X" has a common noun as subject, "شركة X" the name.
      const bool of_name =
          !nominal ||
          discourse_.lexicon().WithNoun(WithoutArticle(discourse_.token(last).base)) != nullptr ||
          discourse_.TypeOf(entity) == EntityType::kPerson;
      if (of_name) return entity;
      break;
    }
    const Token& token = discourse_.token(i);
    if (discourse_.IsQuoteMark(i)) continue;
    if (token.shape == TokenShape::kPunctuation || discourse_.IsPreposition(i) ||
        discourse_.IsVerb(i) || IsOneOf(token.surface, {"ان", "انه", "انها", "بان"})) {
      break;
    }
    const bool noun = token.part_of_speech == PartOfSpeech::kNoun ||
                      token.part_of_speech == PartOfSpeech::kAdjective ||
                      token.part_of_speech == PartOfSpeech::kUnknown ||
                      token.part_of_speech == PartOfSpeech::kProperNoun;
    if (!noun || !token.enclitic.empty()) {
      nominal = nominal || noun;
      break;
    }
    nominal = true;
    last = i;
  }
  if (nominal) {
    *common = true;
    return -1;
  }
  int i = verb - 1;
  while (i >= passage.begin &&
         (discourse_.IsComma(i) || discourse_.IsQuoteMark(i) ||
          discourse_.token(i).surface == "قد" || discourse_.token(i).surface == "لم")) {
    --i;
  }
  const bool joined = absl::StartsWith(discourse_.token(verb).surface, "و");
  if (i >= passage.begin && !joined) {
    if (discourse_.Taken(i)) return discourse_.EntityAt(i);
    *common = discourse_.token(i).part_of_speech == PartOfSpeech::kNoun ||
              discourse_.token(i).part_of_speech == PartOfSpeech::kAdjective;
  }
  return -1;
}

void PronounResolver::NoteSpeech(int verb) {
  bool carried = false;
  if (speech_verb_ >= 0) {
    earlier_speaker_ = Speaker(&carried);
    earlier_verb_ = speech_verb_;
  }
  speech_verb_ = verb;
}

int PronounResolver::Speaker(bool* carried) const {
  *carried = false;
  bool common = false;
  const int subject = SubjectOf(speech_verb_, &common);
  if (subject >= 0 || common) return subject;
  *carried = true;
  const WordGender gender = GenderOfVerb(discourse_.token(speech_verb_));
  const auto agrees = [&](int entity) {
    return entity >= 0 && discourse_.profiles().GenderFit(entity, gender) >= kSureFit;
  };
  // "ودافعت X عن ...، وقالت": the subject of the verb before goes on.
  const int first =
      std::max(discourse_.PassageTokens(speech_verb_).begin, speech_verb_ - kCarriedReach);
  for (int i = speech_verb_ - 1; i >= first; --i) {
    if (!discourse_.IsVerb(i)) continue;
    const int before = SubjectOf(i, &common);
    if (agrees(before)) return before;
    if (common) return -1;
  }
  // Else the only person of the sentence so far.
  const std::vector<Referent> people = discourse_.Rank(speech_verb_, 0, [&](int entity) {
    return discourse_.TypeOf(entity) == EntityType::kPerson && agrees(entity) ? 1.0 : 0.0;
  });
  if (!people.empty()) return people.size() == 1 ? people.front().entity : -1;
  // "وأضاف أنه": so does the speaker of the sentence before.
  const bool near = earlier_verb_ >= 0 && discourse_.token(speech_verb_).passage -
                                                  discourse_.token(earlier_verb_).passage <=
                                              kCarriedPassages;
  return near && agrees(earlier_speaker_) ? earlier_speaker_ : -1;
}

bool PronounResolver::IsComplementizer(int i) const {
  const Token& token = discourse_.token(i);
  return token.base == "ان" || IsOneOf(token.surface, {"ان", "وان", "بان", "وبان"}) ||
         IsOneOf(PronounOf(token).base, {"ان", "بان"});
}

// "أنه يجب", "أنه من الممكن": the pronoun stands for nothing.
bool PronounResolver::IsExpletive(int i) const {
  const int end = discourse_.PassageTokens(i).end;
  int next = i + 1;
  bool none = false;  // "أنه لا نية": no such thing
  while (next < end &&
         IsOneOf(discourse_.token(next).surface, {"لا", "لم", "لن", "قد", "ليس", "سوف"})) {
    none = discourse_.token(next).surface == "لا";
    ++next;
  }
  if (next >= end || (none && !discourse_.IsVerb(next))) return true;
  const Token& token = discourse_.token(next);
  if (IsOneOf(token.surface,
              {"من",  "في",  "بعد",  "قبل", "اذا", "حتي", "ثمه", "لابد", "بد", "كلما",
               "عند", "رغم", "خلال", "منذ", "الي", "علي", "لدي", "هناك", "مع", "بامكان"})) {
    return true;
  }
  if (IsOneOf(token.lemma,
              {"وجب", "امكن", "تم", "جري", "وجد", "انبغي", "تعين", "تبين", "اتضح", "بقي", "حان"})) {
    return true;
  }
  if (IsOneOf(token.base, {"يجب", "يمكن", "يتم", "تم", "يوجد", "ينبغي", "يتعين", "يجري", "جري",
                           "يتوقع", "يفترض"})) {
    return true;
  }
  // "أنها المرة الأولى" points forward.
  return token.definite && token.part_of_speech != PartOfSpeech::kVerb;
}

bool PronounResolver::ResolveSpeaker(int i, Agreement pronoun) {
  if (!IsComplementizer(i) || speech_verb_ < 0) return false;
  const int verb = speech_verb_;
  if (discourse_.token(verb).passage != discourse_.token(i).passage || i - verb > kSpeechReach ||
      IsExpletive(i)) {
    return false;
  }
  bool carried = false;
  const int speaker = Speaker(&carried);
  if (speaker < 0) return false;
  if (discourse_.profiles().GenderFit(speaker, pronoun.gender) < kWeakFit) return false;
  bool second = false;
  for (int k = verb + 1; k < i; ++k) {
    if (discourse_.token(k).form == "." || discourse_.token(k).form == "؛") return false;
    second = second || IsComplementizer(k);
  }
  // A later "وأنه" may go on about what the first clause was about.
  if (second && Rivals(verb + 1, i, pronoun.gender, /*agents_only=*/false) > 0) return false;
  discourse_.Add({i, i + 1}, 0, MentionKind::kPronoun, speaker,
                 carried ? kCarriedSpeakerConfidence : kSpeakerConfidence, "speaker-pronoun");
  return true;
}

// Inside a relative clause the pronoun mostly goes back to what the clause is about.
bool PronounResolver::ResolveRelative(int i, Agreement pronoun, const Rule& rule, bool* blocked) {
  *blocked = false;
  const TokenRange passage = discourse_.PassageTokens(i);
  for (int k = i - 1; k >= passage.begin && k >= i - kRelativeReach; --k) {
    const Token& token = discourse_.token(k);
    if (discourse_.IsStop(k) || discourse_.IsQuoteMark(k)) return false;
    if (IsComplementizer(k)) return false;
    if (!IsRelative(token.surface)) continue;
    const bool feminine = absl::EndsWith(token.surface, "التي");
    if (feminine != (pronoun.gender == WordGender::kFeminine)) return false;
    int last = k - 1;
    while (last >= passage.begin &&
           (discourse_.IsComma(last) || discourse_.IsQuoteMark(last) ||
            !discourse_.lexicon().NationalityOf(discourse_.token(last).surface).empty())) {
      --last;
    }
    if (last < passage.begin) return false;
    const int entity = discourse_.EntityAt(last);
    // A pronoun on the verb right behind الذي stands for its antecedent; others may not.
    const bool verb = discourse_.token(i).part_of_speech == PartOfSpeech::kVerb;
    if (entity >= 0 && discourse_.profiles().GenderFit(entity, pronoun.gender) > 0) {
      if (!rule.types.empty() && !rule.types.Has(discourse_.TypeOf(entity)) && !verb) return false;
      discourse_.Add({i, i + 1}, 0, MentionKind::kPronoun, entity, kRelativeConfidence,
                     "relative-pronoun");
      return true;
    }
    *blocked = verb || !rule.selected || IsAgent(last);
    return false;
  }
  return false;
}

// "مؤسس X ورئيسها التنفيذي": who holds two posts at one house has its name before the second.
bool PronounResolver::ResolveJoined(int i, Agreement pronoun, const Rule& rule) {
  if (!rule.selected || !rule.types.Has(EntityType::kOrganization) || i == 0 ||
      !absl::StartsWith(discourse_.token(i).surface, "و") ||
      discourse_.token(i).part_of_speech == PartOfSpeech::kVerb) {
    return false;
  }
  const int entity = discourse_.EntityUntil(discourse_.IsQuoteMark(i - 1) ? i - 1 : i);
  if (entity < 0 || discourse_.TypeOf(entity) != EntityType::kOrganization ||
      discourse_.profiles().GenderFit(entity, pronoun.gender) <= 0) {
    return false;
  }
  if (discourse_.token(i - 1).passage != discourse_.token(i).passage) return false;
  discourse_.Add({i, i + 1}, 0, MentionKind::kPronoun, entity, rule.confidence, rule.name);
  return true;
}

// The pronoun on this word stands for nothing that is named: "بعدها", "أبرزها", "نفسها".
bool PronounResolver::IsFreeHost(int i) const {
  const std::string base = PronounOf(discourse_.token(i)).base;
  return discourse_.lexicon().IsSkippedHost(base) ||
         discourse_.lexicon().IsSkippedHost(WithoutArticle(base));
}

// Entity of the subject of the verb before a token in its clause, or -1. A subject of other types
// leaves it to who says the clause: "أكدت X أن Y ستنضم إليها".
int PronounResolver::SubjectOfClause(int i, TypeSet types) const {
  const int begin = discourse_.PassageTokens(i).begin;
  int first = std::max(begin, i - kClauseReach);
  bool said = false;  // beyond "that"
  bool other = false;
  bool joined = false;
  const auto is_meanwhile = [&](int k) {
    return k >= begin && IsOneOf(discourse_.token(k).surface, {"فيما", "بينما"});
  };
  for (int k = i - 1; k >= first; --k) {
    if (discourse_.IsStop(k)) return -1;
    said = said || (other && IsComplementizer(k));
    if (!discourse_.IsVerb(k)) continue;
    if (other && !said && !joined) return -1;
    // "ستصبح X وحدة، وتتولى إدارتها Y": the host is the object of a joined clause.
    if (k == i - 1 && !other && k > begin &&
        (absl::StartsWith(discourse_.token(k).surface, "و") || is_meanwhile(k - 1))) {
      other = joined = true;
      first = std::max(begin, k - kSpeechReach);
      continue;
    }
    bool common = false;
    const int subject = SubjectOf(k, &common);
    const bool heard = subject >= 0 && discourse_.LastHeard(subject) > k;
    if (other) {
      if (subject < 0 || !types.Has(discourse_.TypeOf(subject))) return -1;
      const bool speaks = discourse_.lexicon().IsSpeechVerb(discourse_.token(k).lemma);
      return speaks || (joined && !said) ? subject : -1;
    }
    // "تبني X مركزا بعدما استثمرت فيها Y": whoever the clause before is about.
    const bool after = subject < 0 && !common && k > begin &&
                       IsOneOf(discourse_.token(k - 1).surface, {"بعدما", "بعد", "عقب"});
    if (after) continue;
    if (subject >= 0 && !types.empty() && !types.Has(discourse_.TypeOf(subject))) {
      other = true;
      // "ستصبح X وحدة، ويتولى Y إدارتها": the clause before goes on.
      joined = absl::StartsWith(discourse_.token(k).surface, "و") || is_meanwhile(k - 1);
      first = std::max(begin, k - kSpeechReach);
      continue;
    }
    return heard ? subject : -1;
  }
  return -1;
}

// Whether the preposition at a token goes with a word that only organisations are spoken of by.
bool PronounResolver::IsOfOrganization(int i) const {
  const int first = std::max(discourse_.PassageTokens(i).begin, i - kGovernorReach);
  for (int k = i - 1; k >= first; --k) {
    const Token& token = discourse_.token(k);
    if (discourse_.Taken(k) || token.shape == TokenShape::kPunctuation) return false;
    if (IsOneOf(token.lemma, {"تابع", "مملوك"}) && k == i - 1) return true;
    if (IsOneOf(token.lemma, {"عمل", "اشتغل", "التحق", "انضم", "استقال", "رحل", "تنحي", "انسحب",
                              "استثمر", "استحوذ", "وظف", "استقطب", "انتقل", "قادم"}) ||
        IsOneOf(token.base, {"التحاق", "انضمام", "استقاله", "رحيل", "استحواذ", "استثمار"})) {
      return true;
    }
    if (discourse_.IsVerb(k)) return false;
  }
  return false;
}

// How the host of a pronoun is read. False for hosts that are not tried.
bool PronounResolver::ReadRule(int i, Rule* rule) const {
  const Token& host = discourse_.token(i);
  if (IsComplementizer(i) || IsFreeHost(i)) return false;
  const PartOfSpeech part = host.part_of_speech;
  const std::string base = PronounOf(host).base;
  if (part == PartOfSpeech::kVerb) {
    rule->name = "object-pronoun";
    rule->types = discourse_.lexicon().VerbSelects(host.lemma);
  } else if (base == "لدي") {
    rule->name = "possessive-pronoun";
    rule->types.Add(EntityType::kPerson);
    rule->types.Add(EntityType::kOrganization);
  } else if (part == PartOfSpeech::kAdposition || host.stop_word) {
    rule->name = "preposition-pronoun";
    // "a company that belongs to it", "she works there": an organisation.
    if (IsOfOrganization(i)) rule->types.Add(EntityType::kOrganization);
  } else if (part == PartOfSpeech::kNoun || part == PartOfSpeech::kAdjective ||
             part == PartOfSpeech::kUnknown) {
    rule->name = "possessive-pronoun";
    rule->types = discourse_.lexicon().NounSelects(base);
    if (rule->types.empty()) rule->types = discourse_.lexicon().NounSelects(host.lemma);
  } else {
    return false;
  }
  rule->selected = !rule->types.empty();
  rule->reach = rule->selected ? 1 : 0;
  rule->threshold = rule->selected ? kSelectedThreshold : kFreeThreshold;
  rule->confidence = rule->selected ? kSelectedConfidence : kFreeConfidence;
  return true;
}

void PronounResolver::Resolve(int i) {
  const Token& host = discourse_.token(i);
  if (discourse_.IsVerb(i) && discourse_.lexicon().IsSpeechVerb(host.lemma)) NoteSpeech(i);
  const Agreement pronoun = AgreementOfPronoun(PronounOf(host).pronoun);
  if (pronoun.number != WordNumber::kSingular || discourse_.Taken(i)) return;
  if (ResolveSpeaker(i, pronoun)) return;
  Rule rule;
  if (!ReadRule(i, &rule)) return;
  bool blocked = false;
  if (ResolveRelative(i, pronoun, rule, &blocked) || blocked) return;
  if (ResolveJoined(i, pronoun, rule)) return;
  const int before = discourse_.EntityUntil(i);
  const bool verb = host.part_of_speech == PartOfSpeech::kVerb;
  // "شركة أسسها X": the noun right before is meant.
  if (verb && i > 0 && !discourse_.Taken(i - 1) && !absl::StartsWith(host.surface, "و") &&
      discourse_.token(i - 1).part_of_speech == PartOfSpeech::kNoun &&
      NounTakes(discourse_.token(i - 1), pronoun)) {
    return;
  }
  const int own = rule.selected && !verb ? SubjectOfClause(i, rule.types) : -1;
  const auto fit = [&](int entity) {
    if (!rule.types.empty() && !rule.types.Has(discourse_.TypeOf(entity))) return 0.0;
    // The subject before a verb is not its object: "X أقالته".
    if (verb && entity == before) return 0.0;
    double fitness = discourse_.profiles().GenderFit(entity, pronoun.gender);
    if (fitness == 0) return 0.0;
    const int last = discourse_.LastHeard(entity);
    if (last < 0) return 0.0;
    const int rivals =
        Rivals(std::max(last + 1, discourse_.ExtentAt(last).end), i, pronoun.gender, rule.selected);
    if (!rule.selected) return rivals > 0 ? 0.0 : fitness;
    // "ولم تعلن الحكومة موقفها": who acts in this sentence is meant rather than one before it.
    if (rivals > 0 && discourse_.token(last).passage != host.passage) return 0.0;
    for (int r = 0; r < std::min(rivals, 8); ++r) fitness *= kRivalPenalty;
    return entity == own ? fitness * kOwnClause : fitness;
  };
  std::vector<Referent> ranked = discourse_.Rank(i, rule.reach, fit);
  if (ranked.empty() || ranked.front().weight < rule.threshold) return;
  double confidence = rule.confidence;
  int entity = DescriptionResolver::Choose(ranked, kMargin, &confidence);
  // In doubt, what the text is about.
  if (entity < 0 && rule.selected && ranked.front().entity == discourse_.SubjectAt(i)) {
    entity = ranked.front().entity;
    confidence *= kPassagePenalty;
  }
  if (entity < 0) return;
  const int last = discourse_.LastHeard(entity);
  if (discourse_.token(last).passage != host.passage) confidence *= kPassagePenalty;
  discourse_.Add({i, i + 1}, 0, MentionKind::kPronoun, entity, confidence, rule.name);
}

}  // namespace isnad::extraction
