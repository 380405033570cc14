#include "services/extraction/relations/speech.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"

namespace isnad::extraction {
namespace {

using WordSet = absl::flat_hash_set<absl::string_view>;

const WordSet& ThatWords() {
  static const auto* set = new WordSet{"ان",    "انه",   "انها", "انهم", "بان",    "بانه",
                                       "بانها", "بانهم", "اننا", "انني", "بانهما", "انهما"};
  return *set;
}

const WordSet& ReportNouns() {
  static const auto* set =
      new WordSet{"تقرير", "بيان", "دراسه", "مذكره",  "تصريح", "تصريحات", "رساله",
                  "منشور", "مقال", "وثيقه", "تقارير", "خبر",   "تدوينه",  "مقابله"};
  return *set;
}

const WordSet& AnonymousWords() {
  static const auto* set =
      new WordSet{"مصادر",  "مصدر",    "تقارير", "تقرير", "مطلعين", "مطلعون", "مطلعه",   "مطلع",
                  "شايعات", "تسريبات", "مجهول",  "اشخاص", "مقربون", "مقربين", "مراقبون", "مراقبين"};
  return *set;
}

// People named by what they are rather than by name, folded stems.
constexpr absl::string_view kGroupStems[] = {
    "باحث",  "موظف",  "مسوول", "خبراء", "خبير",  "محلل",  "مهندس", "علماء", "مستثمر",
    "متحدث", "مصادر", "مصدر",  "عامل",  "مدير",  "مدراء", "مطور",  "قياد",  "نواب",
    "محام",  "مراقب", "عملاء", "شركاء", "منافس", "ناطق",  "موسس"};

bool IsGroupNoun(const Token& token) {
  return std::any_of(std::begin(kGroupStems), std::end(kGroupStems),
                     [&](absl::string_view stem) { return absl::StartsWith(token.base, stem); });
}

const WordSet& OutletClasses() {
  static const auto* set =
      new WordSet{"NEWSPAPER", "NEWS_SITE", "NEWS_AGENCY", "MAGAZINE", "BROADCASTER", "PODCAST"};
  return *set;
}

}  // namespace

AttributionRecord SpeechFinder::AttributionOf(const ArgumentRecord& speaker) const {
  AttributionRecord out;
  out.text = speaker.text;
  out.range = speaker.range;
  if (speaker.kind == ArgumentRecord::Kind::kEntity) {
    out.entity = speaker.entity;
    const EntityRecord& entity = analysis_.entities[speaker.entity];
    out.kind = OutletClasses().contains(entity.entity_class) ? AttributionRecord::Kind::kOutlet
                                                             : AttributionRecord::Kind::kNamed;
    return out;
  }
  out.kind = AttributionRecord::Kind::kAnonymous;
  return out;
}

int SpeechFinder::Publisher(int verb) const {
  const TokenRange passage = index_.PassageTokens(verb);
  bool report = false;
  for (int i = verb + 1; i < passage.end && i < verb + 10; ++i) {
    if (ReportNouns().contains(index_.token(i).base)) report = true;
    if (ThatWords().contains(index_.token(i).surface)) break;
    if (report && index_.MentionStartsAt(i)) {
      const EntityType type = index_.TypeOfMention(index_.MentionAt(i));
      if (type == EntityType::kOrganization || type == EntityType::kPerson) {
        return index_.MentionAt(i);
      }
    }
    if (!report && i > verb + 2) break;
  }
  return -1;
}

ArgumentRecord SpeechFinder::AsGroup(ArgumentRecord speaker) const {
  if (speaker.kind != ArgumentRecord::Kind::kEntity) return speaker;
  if (analysis_.entities[speaker.entity].type != EntityType::kOrganization) return speaker;
  const int at = index_.TokenOfMention(speaker.range, speaker.entity);
  if (at < 0) return speaker;
  const TokenRange passage = index_.PassageTokens(at);
  for (int i = at - 1; i >= passage.begin && i >= at - 5; --i) {
    if (IsGroupNoun(index_.token(i))) {
      ArgumentRecord group;
      group.kind = ArgumentRecord::Kind::kText;
      group.role = speaker.role;
      group.range = {index_.token(i).range.begin, speaker.range.end};
      group.text = std::string(analysis_.Quote(group.range));
      return group;
    }
    if (!index_.IsNominal(i) && !index_.IsQuoteMark(i) && !index_.IsAnyPreposition(i)) break;
  }
  return speaker;
}

ArgumentRecord SpeechFinder::Speaker(int verb) const {
  const int publisher = Publisher(verb);
  if (publisher >= 0) {
    const Mention& mention = analysis_.mentions[publisher];
    ArgumentRecord out;
    out.kind = ArgumentRecord::Kind::kEntity;
    out.entity = mention.entity;
    out.range = mention.range;
    out.text = std::string(analysis_.Quote(mention.range));
    return out;
  }
  FillerSet types;
  types.person = types.organization = types.text = true;
  // A person after the verb speaks; an organisation only when no person does.
  const Fillers found = filler_.VerbSubject(verb, types, {}, SlotFiller::Reach::kCarried);
  if (found.empty()) return {};
  return AsGroup(found.front());
}

TokenRange SpeechFinder::QuotationBefore(int verb) const {
  const TokenRange passage = index_.PassageTokens(verb);
  int end = verb - 1;
  while (end >= passage.begin && index_.IsComma(end)) --end;
  if (end < passage.begin || !index_.IsQuoteMark(end)) return {verb, verb};
  int begin = end - 1;
  while (begin >= passage.begin && !index_.IsQuoteMark(begin)) --begin;
  if (begin < passage.begin || end - begin < 4) return {verb, verb};
  return {begin + 1, end};
}

TokenRange SpeechFinder::ContentAfter(int token, const ArgumentRecord& speaker, bool* clausal,
                                      bool* direct) const {
  const TokenRange passage = index_.PassageTokens(token);
  int begin = -1;
  for (int i = token + 1; i < passage.end && i < token + 26; ++i) {
    const Token& t = index_.token(i);
    if (t.form == ".") break;
    if (ThatWords().contains(t.surface)) {
      // "that he" keeps its pronoun for the reader.
      begin = t.surface == "ان" || t.surface == "بان" ? i + 1 : i;
      *clausal = true;
      break;
    }
    if (t.form == ":" && i + 1 < passage.end) {
      begin = i + 1;
      *clausal = true;
      break;
    }
    if (index_.IsQuoteMark(i) && i + 3 < passage.end && index_.MentionAt(i + 1) < 0 &&
        t.range.begin >= speaker.range.end) {
      begin = i;
      *clausal = true;
      break;
    }
  }
  if (begin < 0) {
    begin = token + 1;
    while (begin < passage.end && index_.token(begin).range.begin < speaker.range.end &&
           speaker.range.begin > index_.token(token).range.begin) {
      ++begin;
    }
    while (begin < passage.end && (index_.IsQuoteMark(begin) || index_.IsComma(begin))) ++begin;
  }
  int end = passage.end;
  while (end > begin && index_.token(end - 1).form == ".") --end;
  if (begin < end && index_.IsQuoteMark(begin)) {
    int close = begin + 1;
    while (close < end && !index_.IsQuoteMark(close)) ++close;
    if (close >= end - 1 && close > begin + 1) {
      *direct = true;
      return {begin + 1, close};
    }
  }
  return {begin, std::max(begin, end)};
}

bool SpeechFinder::ReadVerb(int token, const CompiledFrame& frame, Speech* speech) const {
  if (index_.token(token).part_of_speech == PartOfSpeech::kNoun ||
      index_.token(token).part_of_speech == PartOfSpeech::kAdjective) {
    return false;
  }
  speech->verb = token;
  speech->speaker = Speaker(token);
  if (!speech->speaker.filled()) return false;
  speech->rule = frame.type + "/" + frame.name;
  speech->confidence = frame.confidence;
  speech->act = frame.type == "DENIED"       ? Speech::Act::kDenied
                : frame.type == "CRITICIZED" ? Speech::Act::kCriticized
                : frame.name == "describe"   ? Speech::Act::kDescribed
                                             : Speech::Act::kStated;
  const TokenRange before = QuotationBefore(token);
  if (frame.name == "declined") {
    // What was said is that nothing will be: the verb with its object.
    speech->content = {token, index_.PassageTokens(token).end};
    speech->clausal = true;
  } else if (before.size() > 0) {
    speech->content = before;
    speech->direct = speech->clausal = true;
  } else {
    speech->content = ContentAfter(token, speech->speaker, &speech->clausal, &speech->direct);
  }
  speech->attribution = AttributionOf(speech->speaker);
  return speech->content.size() > 0;
}

bool SpeechFinder::ReadAttribution(int token, Speech* speech) const {
  const TokenRange passage = index_.PassageTokens(token);
  int end = token + 1;
  int mention = -1;
  for (; end < passage.end && end < token + 10; ++end) {
    if (index_.IsComma(end) || index_.IsStrongBoundary(end)) break;
    if (ThatWords().contains(index_.token(end).surface)) break;
    if (mention < 0 && index_.MentionStartsAt(end)) {
      const EntityType type = index_.TypeOfMention(index_.MentionAt(end));
      if (type == EntityType::kOrganization || type == EntityType::kPerson) {
        mention = index_.MentionAt(end);
      }
    }
    if (index_.IsVerb(end) && end > token + 1) break;
  }
  if (end == token + 1) return false;
  bool anonymous = false;
  for (int i = token + 1; i < end; ++i) {
    anonymous = anonymous || AnonymousWords().contains(index_.token(i).base);
  }
  ArgumentRecord speaker;
  if (mention >= 0) {
    speaker.kind = ArgumentRecord::Kind::kEntity;
    speaker.entity = analysis_.mentions[mention].entity;
    speaker.range = analysis_.mentions[mention].range;
  } else {
    if (!anonymous && !IsGroupNoun(index_.token(token + 1))) return false;
    speaker.kind = ArgumentRecord::Kind::kText;
    speaker.range = analysis_.BytesOf({token + 1, end});
  }
  speaker.text = std::string(analysis_.Quote(speaker.range));
  speech->act = Speech::Act::kAttributed;
  speech->verb = token;
  speech->speaker = speaker;
  speech->attribution = AttributionOf(speaker);
  speech->content = token - passage.begin <= 2
                        ? TokenRange{std::min(end + 1, passage.end), passage.end}
                        : TokenRange{passage.begin, token};
  speech->confidence = 0.7;
  speech->rule = "STATED/according-to";
  return speech->content.size() > 0;
}

bool SpeechFinder::Follows(int token, const absl::flat_hash_set<std::string>& words) const {
  const int end = std::min(index_.PassageTokens(token).end, token + 5);
  for (int i = token + 1; i < end; ++i) {
    if (words.contains(index_.token(i).lemma) || words.contains(index_.token(i).base)) return true;
  }
  return false;
}

std::vector<Speech> SpeechFinder::Find(int passage) const {
  std::vector<Speech> out;
  const TokenRange tokens = analysis_.passages[passage].tokens;
  for (int i = tokens.begin; i < tokens.end; ++i) {
    if (index_.MentionAt(i) >= 0) continue;
    for (const CompiledFrame* frame : frames_.TriggeredBy(index_.token(i))) {
      const bool speech_type =
          frame->type == "STATED" || frame->type == "DENIED" || frame->type == "CRITICIZED";
      if (!speech_type) continue;
      Speech speech;
      if (frame->name == "according-to") {
        if (ReadAttribution(i, &speech)) out.push_back(std::move(speech));
        break;
      }
      if (frame->construction != lexicon::Frame::ACTIVE_VERB) continue;
      if (frame->name == "negative-description") continue;
      if (frame->name == "declined" && !Follows(i, frame->with)) continue;
      if (ReadVerb(i, *frame, &speech)) out.push_back(std::move(speech));
      break;
    }
  }
  return out;
}

}  // namespace isnad::extraction
