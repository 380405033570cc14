#include "services/extraction/relations/speech.h"

#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "services/extraction/morphology/verb_features.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

using WordSet = absl::flat_hash_set<absl::string_view>;

constexpr int kContentReach = 26;
constexpr int kAttributionReach = 12;
// Fewer words between quotation marks are a name or a term, not speech.
constexpr int kShortestQuotation = 2;
constexpr int kLongestTitle = 5;
// Longer speech that calls something untrue says more than that.
constexpr int kLongestRefutation = 14;

bool IsThatAlone(const Token& token) {
  return token.surface == "ان" || token.surface == "بان" || token.surface == "وان";
}

// All folded.
const WordSet& Untrue() {
  static const auto* set =
      new WordSet{"عاريه",  "عار",   "عاري",   "كاذبه", "كاذب",   "ملفق",   "ملفقه", "مغلوط",
                  "مغلوطه", "مفبرك", "مفبركه", "مختلق", "مختلقه", "افتراء", "باطله", "باطل"};
  return *set;
}

const WordSet& TrueWords() {
  static const auto* set = new WordSet{"صحيح", "صحيحه", "دقيق", "دقيقه", "صحه", "اساس", "حقيقي"};
  return *set;
}

const WordSet& NotWords() {
  static const auto* set = new WordSet{"غير", "ليس", "ليست", "لا", "عدم", "بلا"};
  return *set;
}

// Passives that look like reporting verbs: "يُعد".
bool IsCopula(const Token& token) {
  static const auto* set =
      new WordSet{"يعد", "تعد", "عد", "عدت", "بعد", "يبدو", "تبدو", "قيل", "يقال"};
  return set->contains(token.base);
}

// "it is worth saying that": the one who writes says so, whoever spoke before.
bool IsImpersonal(const PhraseIndex& index, int verb) {
  static const auto* passives = new WordSet{"يشار", "تجدر", "يجدر"};
  const absl::string_view base = index.token(verb).base;
  if (passives->contains(base)) return true;
  const int next = verb + 1;
  return base == "يذكر" && next < index.PassageTokens(verb).end && IsThatWord(index.token(next));
}

// Verbs that say something about what is to come even without "that": "توقع محللون ارتفاع ...".
bool Foretells(const Token& token) {
  static const auto* set = new WordSet{"توقع", "رجح", "استبعد", "حذر", "اقترح"};
  return set->contains(token.lemma);
}

}  // namespace

TokenRange SpeechFinder::QuotationBefore(int verb) const {
  const TokenRange passage = index_.PassageTokens(verb);
  int end = verb - 1;
  while (end >= passage.begin && index_.IsComma(end)) --end;
  if (end < passage.begin || !index_.IsQuoteMark(end)) return {verb, verb};
  int begin = end - 1;
  while (begin >= passage.begin && !index_.IsQuoteMark(begin)) --begin;
  if (begin < passage.begin || end - begin - 1 < kShortestQuotation) return {verb, verb};
  // A title inside the sentence: "في برنامج «...»، قال X".
  const bool opens = begin == passage.begin || index_.IsComma(begin - 1) ||
                     index_.IsStrongBoundary(begin - 1) || index_.IsQuoteMark(begin - 1) ||
                     IsThatWord(index_.token(begin - 1));
  if (!opens) return {verb, verb};
  // A name between quotation marks that the verb follows is its subject.
  const int mention = index_.MentionAt(begin + 1);
  if (mention >= 0 && analysis_.mentions[mention].tokens.end >= end) return {verb, verb};
  return {begin + 1, end};
}

TokenRange SpeechFinder::ClauseBefore(int verb, const ArgumentRecord& speaker) const {
  static const auto* says =
      new WordSet{"قال", "اضاف", "اوضح", "اكد",  "صرح", "شدد",  "علق", "كتب",  "اجاب", "اعترف",
                  "اقر", "جزم",  "ختم",  "تابع", "صحح", "جادل", "حذر", "توقع", "رجح",  "اشتكي"};
  constexpr int kShortestClause = 4;
  const TokenRange none{verb, verb};
  const TokenRange passage = index_.PassageTokens(verb);
  const Token& word = index_.token(verb);
  if (verb == passage.begin || !index_.IsComma(verb - 1) || !word.proclitics.empty()) return none;
  if (!says->contains(word.lemma) || speaker.kind != ArgumentRecord::Kind::kEntity) return none;
  if (speaker.range.begin < word.range.end) return none;
  int end = verb + 1;
  while (end < passage.end && index_.token(end).range.begin < speaker.range.end) ++end;
  while (end < passage.end && index_.IsQuoteMark(end)) ++end;
  // What follows the speaker must not be what was said.
  if (end < passage.end && index_.IsAnyPreposition(end)) return none;
  for (int i = end; i < passage.end && index_.token(i).form != "."; ++i) {
    if (IsThatWord(index_.token(i)) || index_.token(i).form == ":") return none;
    if (i == end && index_.IsVerb(i)) return none;
  }
  int begin = verb - 1;
  while (begin > passage.begin && index_.token(begin - 1).form != ".") --begin;
  bool claims = false;
  for (int i = begin; i < verb - 1; ++i) {
    claims = claims || index_.IsVerb(i) || index_.IsNegation(i);
    if (IsThatWord(index_.token(i)) || index_.token(i).form == ":") return none;
  }
  if (!claims || verb - 1 - begin < kShortestClause) return none;
  // "after he left, X said": an adverbial clause says nothing by itself.
  if (index_.IsAnyPreposition(begin) || index_.IsAdverb(begin)) return none;
  return {begin, verb - 1};
}

bool SpeechFinder::OpensQuotation(int quote, int limit) const {
  int close = quote + 1;
  while (close < limit && !index_.IsQuoteMark(close)) ++close;
  if (close - quote - 1 < kShortestQuotation) return false;
  // A name between quotation marks.
  const int mention = index_.MentionAt(quote + 1);
  if (mention >= 0 && analysis_.mentions[mention].tokens.end >= close) return false;
  return close - quote - 1 > kLongestTitle || index_.MentionAt(close - 1) < 0 || mention < 0;
}

// "denied the report, stressing that": where somebody goes on to speak behind what he denies.
bool SpeechFinder::GoesOnToSay(int token) const {
  const Token& word = index_.token(token);
  if (index_.MentionAt(token) >= 0 || word.definite) return false;
  if (index_.IsVerb(token)) {
    if (!index_.HasConjunction(token)) return false;
  } else if (!absl::EndsWith(word.surface, "ا") && !absl::EndsWith(word.surface, "ه")) {
    return false;
  }
  static const auto* goes_on =
      new WordSet{"مبينا", "مبينه", "موضحا", "موضحه", "معتبرا", "معتبره", "مشيرا", "مشيره"};
  if (goes_on->contains(word.surface)) return true;
  for (const CompiledFrame* frame : words_.TriggeredBy(token)) {
    const bool manner = frame->construction == lexicon::Frame::PARTICIPLE;
    if (frame->type == "STATED" && (manner || index_.IsVerb(token))) return true;
  }
  return false;
}

void SpeechFinder::ReadContentAfter(int token, Speech* speech) const {
  const TokenRange passage = index_.PassageTokens(token);
  const ByteRange speaker = speech->speaker.range;
  int begin = -1;
  bool inside_name = false;
  int limit = passage.end;
  for (int i = token + 1; i < passage.end && i < token + kContentReach; ++i) {
    const Token& t = index_.token(i);
    if (t.form == ".") break;
    if (speech->act == Speech::Act::kDenied && i > token + 1 && GoesOnToSay(i)) {
      limit = i;
      break;
    }
    // "before he left", "without saying how many": no words of the speaker.
    static const auto* clauses = new WordSet{"دون", "قبل", "بعد", "منذ", "رغم"};
    if (IsThatWord(t) && clauses->contains(index_.token(i - 1).base)) continue;
    if (IsThatWord(t)) {
      // "that he" keeps its pronoun for the reader.
      begin = IsThatAlone(t) ? i + 1 : i;
      speech->clausal = true;
      break;
    }
    if (t.form == ":" && i + 1 < passage.end) {
      begin = i + 1;
      speech->clausal = true;
      break;
    }
    if (!index_.IsQuoteMark(i)) continue;
    if (inside_name) {
      inside_name = false;
    } else if (OpensQuotation(i, passage.end) && t.range.begin >= speaker.end) {
      begin = i;
      speech->clausal = true;
      break;
    } else {
      inside_name = true;
    }
  }
  if (begin < 0) {
    begin = token + 1;
    while (begin < passage.end && index_.token(begin).range.begin < speaker.end &&
           speaker.begin > index_.token(token).range.begin) {
      ++begin;
    }
    if (begin < passage.end) begin = speakers_.PastTitle(begin);
    while (begin < passage.end && (index_.IsQuoteMark(begin) || index_.IsComma(begin))) ++begin;
  }
  int end = std::max(begin, limit);
  while (end > begin &&
         (index_.token(end - 1).form == "." || (limit < passage.end && index_.IsComma(end - 1)))) {
    --end;
  }
  if (begin < end && index_.IsQuoteMark(begin)) {
    int close = begin + 1;
    while (close < end && !index_.IsQuoteMark(close)) ++close;
    if (close >= end - 1 && close > begin + 1) {
      speech->direct = true;
      speech->content = {begin + 1, close};
      return;
    }
  }
  speech->content = {begin, std::max(begin, end)};
}

bool SpeechFinder::Refutes(TokenRange content) const {
  if (content.size() > kLongestRefutation) return false;
  for (int i = content.begin; i < content.end; ++i) {
    if (Untrue().contains(index_.token(i).base)) return true;
    if (!NotWords().contains(index_.token(i).base) || i + 1 >= content.end) continue;
    for (int k = i + 1; k < content.end && k <= i + 2; ++k) {
      if (TrueWords().contains(index_.token(k).base)) return true;
    }
  }
  return false;
}

bool SpeechFinder::SignsContract(int verb) const {
  if (index_.token(verb).base != "توقع") return false;
  const int end = std::min(index_.PassageTokens(verb).end, verb + 5);
  for (int i = verb + 1; i < end; ++i) {
    const absl::string_view word = index_.token(i).base;
    if (word == "مع" || absl::StartsWith(word, "اتفاق") || absl::StartsWith(word, "عقد") ||
        word == "مذكره" || word == "صفقه" || word == "شراكه") {
      return true;
    }
  }
  return false;
}

bool SpeechFinder::IsNegated(int verb) const {
  const int begin = index_.PassageTokens(verb).begin;
  // "without revealing [دون أن يكشف] its value".
  if (verb - 2 >= begin && index_.token(verb - 1).surface == "ان" &&
      index_.token(verb - 2).base == "دون") {
    return true;
  }
  return verb > begin && index_.IsNegation(verb - 1) && index_.token(verb - 1).surface != "ما";
}

// Spelled like a noun ("وكشف", "كتب"), first in its clause and with speech behind it.
bool SpeechFinder::OpensSpeech(int token) const {
  const TokenRange passage = index_.PassageTokens(token);
  const Token& word = index_.token(token);
  if (word.definite || !word.enclitic.empty()) return false;
  const bool first = token == passage.begin || index_.IsComma(token - 1) ||
                     index_.IsStrongBoundary(token - 1) || index_.IsQuoteMark(token - 1);
  if (!first) return false;
  for (int i = token + 1; i < passage.end && i < token + kContentReach; ++i) {
    if (index_.token(i).form == ".") return false;
    if (IsThatWord(index_.token(i)) || index_.token(i).form == ":") return true;
    if (index_.IsVerb(i) && i == token + 1) return false;
  }
  return false;
}

bool SpeechFinder::ReadVerb(int token, const CompiledFrame& frame, const ArgumentRecord& last,
                            Speech* speech) const {
  const PartOfSpeech pos = index_.token(token).part_of_speech;
  const bool nominal = pos == PartOfSpeech::kNoun || pos == PartOfSpeech::kAdjective;
  if (nominal && !OpensSpeech(token)) return false;
  if (IsCopula(index_.token(token)) || IsNegated(token) || SignsContract(token)) return false;
  if (IsImpersonal(index_, token)) return false;
  // "was banished [نُفي]".
  if (frame.type == "DENIED" && index_.IsMarkedPassive(token)) return false;
  // "أقول"; "نافيا" only looks like the first person.
  const bool accusative = absl::EndsWith(index_.token(token).base, "ا");
  if (!accusative && FeaturesOf(index_.token(token)).person == VerbPerson::kFirst) return false;
  speech->verb = token;
  speech->speaker = speakers_.Of(token, last);
  if (!speech->speaker.filled()) return false;
  speech->rule = frame.type + "/" + frame.name;
  speech->confidence = frame.confidence;
  speech->act = frame.type == "DENIED"       ? Speech::Act::kDenied
                : frame.type == "CRITICIZED" ? Speech::Act::kCriticized
                : frame.name == "describe"   ? Speech::Act::kDescribed
                                             : Speech::Act::kStated;
  // "ووصف رواية X": what follows is the object, and who spoke of late goes on; in "ووصفته نقابة X"
  // the verb has its object already.
  const bool judges =
      speech->act == Speech::Act::kCriticized || speech->act == Speech::Act::kDescribed;
  const bool follows = speech->speaker.range.begin > index_.token(token).range.begin;
  const bool person = speech->speaker.kind == ArgumentRecord::Kind::kEntity &&
                      analysis_.entities[speech->speaker.entity].type == EntityType::kPerson;
  const bool has_object = !index_.token(token).enclitic.empty();
  if (judges && follows && !person && !has_object && index_.HasConjunction(token)) {
    ArgumentRecord subject = speakers_.SubjectOfPassage(token);
    if (subject.filled()) speech->speaker = std::move(subject);
  }
  const TokenRange before = QuotationBefore(token);
  if (frame.name == "declined") {
    // What was said is that nothing will be: the verb with its object.
    speech->content = {token, index_.PassageTokens(token).end};
    speech->clausal = true;
  } else if (before.size() > 0) {
    speech->content = before;
    speech->direct = speech->clausal = true;
  } else if (const TokenRange said = ClauseBefore(token, speech->speaker); said.size() > 0) {
    speech->content = said;
    speech->clausal = true;
  } else {
    ReadContentAfter(token, speech);
    if (Foretells(index_.token(token))) speech->clausal = true;
  }
  // "calls it a liar" blames, "calls the story a lie" denies.
  const bool of_somebody =
      speech->act == Speech::Act::kDescribed && !index_.token(token).enclitic.empty();
  const bool told = speech->act == Speech::Act::kStated ||
                    (speech->act == Speech::Act::kDescribed && !of_somebody);
  if (told && frame.name != "declined" && Refutes(speech->content)) {
    speech->act = Speech::Act::kDenied;
  }
  speech->attribution = speakers_.AttributionOf(speech->speaker);
  return speech->content.size() > 0;
}

bool SpeechFinder::ReadParticiple(int token, const CompiledFrame& frame, const ArgumentRecord& last,
                                  Speech* speech) const {
  // The accusative of manner; "قائل" or "المؤكد" are no speech.
  const Token& word = index_.token(token);
  if (word.definite || !(absl::EndsWith(word.surface, "ا") || absl::EndsWith(word.surface, "ه"))) {
    return false;
  }
  speech->verb = token;
  speech->speaker = last;
  if (!speech->speaker.filled()) return false;
  speech->rule = frame.type + "/" + frame.name;
  speech->confidence = frame.confidence;
  speech->act = frame.type == "DENIED"       ? Speech::Act::kDenied
                : frame.type == "CRITICIZED" ? Speech::Act::kCriticized
                                             : Speech::Act::kStated;
  ReadContentAfter(token, speech);
  speech->attribution = speakers_.AttributionOf(speech->speaker);
  return speech->clausal || speech->act != Speech::Act::kStated;
}

bool SpeechFinder::ReadAttribution(int token, Speech* speech) const {
  const TokenRange passage = index_.PassageTokens(token);
  int from = token + 1;
  // "وفق ما ذكره X", "بحسب ما نقلته صحيفة X عن".
  while (from < passage.end && from < token + 4 &&
         (index_.token(from).surface == "ما" || index_.IsVerb(from) ||
          index_.token(from).surface == "لما" || index_.token(from).surface == "به")) {
    ++from;
  }
  if (from >= passage.end) return false;
  ArgumentRecord speaker = speakers_.PhraseSpeaker(from);
  if (!speaker.filled()) return false;
  int end = from;
  for (; end < passage.end && end < token + kAttributionReach; ++end) {
    if (index_.IsComma(end) || index_.IsStrongBoundary(end)) break;
    if (IsThatWord(index_.token(end))) break;
    if (index_.IsVerb(end) && index_.token(end).range.begin >= speaker.range.end) break;
  }
  // A report speaks through whoever published it.
  if (speaker.kind == ArgumentRecord::Kind::kText) {
    for (int i = from; i < end; ++i) {
      if (!index_.MentionStartsAt(i)) continue;
      const int mention = index_.MentionAt(i);
      const int entity = analysis_.mentions[mention].entity;
      if (index_.TypeOfMention(mention) != EntityType::kOrganization) continue;
      ArgumentRecord outlet = speaker;
      outlet.kind = ArgumentRecord::Kind::kEntity;
      outlet.entity = entity;
      outlet.range = analysis_.mentions[mention].range;
      outlet.text = std::string(analysis_.Quote(outlet.range));
      if (speakers_.AttributionOf(outlet).kind == AttributionRecord::Kind::kOutlet) {
        speaker = outlet;
        break;
      }
    }
  }
  speech->act = Speech::Act::kAttributed;
  speech->verb = token;
  speech->speaker = speaker;
  speech->attribution = speakers_.AttributionOf(speaker);
  const bool opens = token - passage.begin <= 2;
  int begin = std::min(end + (end < passage.end && index_.IsComma(end) ? 1 : 0), passage.end);
  if (begin < passage.end && IsThatWord(index_.token(begin))) ++begin;
  speech->content = opens ? TokenRange{begin, passage.end} : TokenRange{passage.begin, token};
  speech->clausal = opens;
  const bool names_somebody = speaker.kind == ArgumentRecord::Kind::kEntity &&
                              speech->attribution.kind == AttributionRecord::Kind::kNamed;
  if (names_somebody && Refutes(speech->content)) speech->act = Speech::Act::kDenied;
  speech->confidence = 0.7;
  speech->rule = "STATED/according-to";
  return speech->content.size() > 0;
}

bool SpeechFinder::IsPreceded(const CompiledFrame& frame, int token) const {
  if (frame.preceded_by.empty()) return true;
  if (token == index_.PassageTokens(token).begin) return false;
  const ContextWord& before = words_.ContextAt(token - 1);
  return frame.preceded_by.contains(before.base) || frame.preceded_by.contains(before.surface);
}

bool SpeechFinder::Follows(int token, const ContextWords& words) const {
  constexpr int kWordsWith = 9;
  const int end = std::min(index_.PassageTokens(token).end, token + kWordsWith);
  for (int i = token + 1; i < end; ++i) {
    if (words_.ContextAt(i).IsIn(words)) return true;
  }
  return false;
}

std::vector<Speech> SpeechFinder::Find(int passage, ArgumentRecord* last) const {
  std::vector<Speech> out;
  const TokenRange tokens = analysis_.passages[passage].tokens;
  for (int i = tokens.begin; i < tokens.end; ++i) {
    if (index_.MentionAt(i) >= 0) continue;
    for (const CompiledFrame* frame : words_.TriggeredBy(i)) {
      if (!IsOneOf(frame->type, {"STATED", "DENIED", "CRITICIZED"})) continue;
      if (!IsPreceded(*frame, i)) continue;
      Speech speech;
      bool read = false;
      if (frame->construction == lexicon::Frame::NOUN_PHRASE) {
        read = ReadAttribution(i, &speech);
      } else if (frame->construction == lexicon::Frame::PARTICIPLE) {
        // Whoever spoke in this sentence, if only by name: "X answered, denying that".
        const bool spoke = !out.empty() && out.back().speaker.filled() &&
                           out.back().act != Speech::Act::kAttributed;
        read = ReadParticiple(i, *frame, spoke ? out.back().speaker : *last, &speech);
      } else if (frame->construction == lexicon::Frame::ACTIVE_VERB) {
        if (frame->name == "negative-description") continue;
        const bool blames = frame->type == "CRITICIZED" && !frame->with.empty();
        if ((blames || frame->name == "declined") && !Follows(i, frame->with)) continue;
        read = ReadVerb(i, *frame, *last, &speech);
      } else {
        continue;
      }
      if (read) {
        if (speech.clausal || speech.act != Speech::Act::kStated) {
          *last = speech.speaker;
          last->resolution_rule.clear();
        }
        out.push_back(std::move(speech));
        break;
      }
    }
  }
  return out;
}

}  // namespace isnad::extraction
