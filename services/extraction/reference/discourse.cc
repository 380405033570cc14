#include "services/extraction/reference/discourse.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "absl/strings/match.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/reference/document_subject.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

constexpr double kSubjectProminence = 1.1;
constexpr double kSettingProminence = 1.2;
constexpr double kHeadlineProminence = 0.85;
constexpr double kDescriptionProminence = 0.8;
constexpr double kNameProminence = 0.75;
constexpr double kObliqueProminence = 0.5;
constexpr double kPronounProminence = 0.5;
constexpr double kSourceProminence = 0.3;
constexpr double kFadePerPassage = 0.5;
constexpr int kMemory = 8;            // passages
constexpr size_t kMostHearings = 96;  // looked at for one word
constexpr double kFrequencyWeight = 0.2;
constexpr double kDocumentSubjectWeight = 0.35;
constexpr double kNearnessWeight = 0.1;
constexpr double kOtherSection = 0.4;

bool IsName(const Mention& mention) {
  return mention.entity >= 0 &&
         (mention.kind == MentionKind::kName || mention.kind == MentionKind::kShortName);
}

}  // namespace

Discourse::Discourse(Analysis* analysis, const ReferenceLexicon* lexicon)
    : analysis_(*analysis),
      lexicon_(*lexicon),
      profiles_(analysis, lexicon),
      titles_(*analysis, *lexicon),
      counts_(analysis->entities.size(), 0),
      first_heard_(analysis->entities.size(), -1),
      last_heard_(analysis->entities.size(), -1),
      last_named_(analysis->entities.size(), -1),
      house_of_(analysis->entities.size(), -1),
      in_mind_(analysis->entities.size(), false),
      entity_at_(analysis->tokens.size(), -1),
      extent_at_(analysis->tokens.size()),
      name_from_(analysis->tokens.size(), -1),
      sections_(*analysis),
      standing_(StandingOf(*analysis, sections_.document_subject())) {
  for (size_t entity = 0; entity < analysis_.entities.size(); ++entity) {
    const std::string& key = analysis_.entities[entity].lexicon_key;
    if (!key.empty()) by_key_.emplace(key, static_cast<int>(entity));
  }
  for (size_t m = 0; m < analysis_.mentions.size(); ++m) {
    const Mention& mention = analysis_.mentions[m];
    if (!IsName(mention)) continue;
    Cover(mention.tokens, mention.entity);
    name_from_[mention.tokens.begin] = static_cast<int>(m);
  }
}

void Discourse::Cover(TokenRange tokens, int entity) {
  for (int i = tokens.begin; i < tokens.end; ++i) {
    entity_at_[i] = entity;
    extent_at_[i] = tokens;
  }
}

TokenRange Discourse::PassageTokens(int i) const {
  const int passage = token(i).passage;
  return passage < 0 ? TokenRange{i, i + 1} : analysis_.passages[passage].tokens;
}

int Discourse::ParagraphAt(int i) const {
  const int passage = token(i).passage;
  return passage < 0 ? -1 : analysis_.passages[passage].paragraph;
}

// Under a line that names its subject, every sentence is about that, whether it says so or not:
// "X\nقررت الاستغناء عن ...".
void Discourse::HearLabel(int at) {
  const int passage = token(at).passage;
  if (passage == labelled_passage_) return;
  labelled_passage_ = passage;
  const int subject = SubjectAt(at);
  if (sections_.IsLabelled(passage) && subject >= 0 && last_heard_[subject] < at) {
    Hear(subject, PassageTokens(at).begin, kSubjectProminence);
  }
}

void Discourse::Advance(int until) {
  HearLabel(until);
  const std::vector<Mention>& mentions = analysis_.mentions;
  for (; next_mention_ < mentions.size(); ++next_mention_) {
    const Mention& mention = mentions[next_mention_];
    if (mention.tokens.begin > until) return;
    if (!IsName(mention)) continue;
    const double prominence = ProminenceOf(mention);
    if (prominence > kSourceProminence) in_mind_[mention.entity] = true;
    Hear(mention.entity, mention.tokens.begin, prominence);
    last_named_[mention.entity] = mention.tokens.begin;
    ++counts_[mention.entity];
  }
}

void Discourse::Hear(int entity, int at, double prominence) {
  heard_.push_back({entity, at, token(at).passage, prominence});
  if (first_heard_[entity] < 0) first_heard_[entity] = at;
  last_heard_[entity] = at;
}

void Discourse::Add(TokenRange tokens, int stripped_letters, MentionKind kind, int entity,
                    double confidence, const std::string& rule) {
  Mention mention;
  mention.tokens = tokens;
  mention.range = {WithoutLetters(analysis_, token(tokens.begin), stripped_letters).begin,
                   token(tokens.end - 1).range.end};
  mention.kind = kind;
  mention.entity = entity;
  mention.confidence = confidence;
  mention.rule = rule;
  added_.push_back(mention);
  const bool pronoun = kind == MentionKind::kPronoun;
  if (!pronoun) Cover(tokens, entity);
  if (!pronoun) last_named_[entity] = tokens.begin;
  Hear(entity, tokens.begin, pronoun ? kPronounProminence : kDescriptionProminence);
}

int Discourse::EntityFrom(int token) const {
  return token < size() && Taken(token) && extent_at_[token].begin == token ? entity_at_[token]
                                                                            : -1;
}

int Discourse::EntityUntil(int token) const {
  return token > 0 && Taken(token - 1) && extent_at_[token - 1].end == token ? entity_at_[token - 1]
                                                                             : -1;
}

int Discourse::EntityWithKey(absl::string_view key) const {
  const auto entity = by_key_.find(key);
  return entity == by_key_.end() ? -1 : entity->second;
}

const Mention* Discourse::NameFrom(int token) const {
  if (token >= size() || name_from_[token] < 0) return nullptr;
  return &analysis_.mentions[name_from_[token]];
}

int Discourse::SubjectAt(int i) const { return sections_.SubjectOf(token(i).passage); }

bool Discourse::HeardBefore(int entity, int at) const {
  return first_heard_[entity] >= 0 && first_heard_[entity] < at;
}

bool Discourse::IsVerb(int i) const {
  return !Taken(i) && token(i).part_of_speech == PartOfSpeech::kVerb;
}

bool Discourse::IsQuoteMark(int i) const {
  return IsOneOf(token(i).form, {"«", "»", "\"", "“", "”", "'", "‘", "’", "*"});
}

bool Discourse::IsComma(int i) const { return token(i).form == "،" || token(i).form == ","; }

bool Discourse::IsStop(int i) const {
  return IsOneOf(token(i).form, {".", "..", "...", "…", "؟", "?", "!", ":", "؛", ";"});
}

bool Discourse::IsPreposition(int i) const {
  return token(i).part_of_speech == PartOfSpeech::kAdposition ||
         IsOneOf(token(i).surface, {"من", "عن", "الي", "علي", "في", "مع", "بين", "لدي", "عبر", "ضد",
                                    "امام", "بعد", "قبل", "دون", "لصالح", "ضمن", "حول"});
}

bool Discourse::IsSource(int i) const {
  for (int back = i - 1; back >= 0 && back >= i - 3; --back) {
    const absl::string_view word = token(back).surface;
    if (IsOneOf(word, {"بحسب", "وبحسب", "حسب", "وحسب", "وفق", "ووفق", "وفقا", "ووفقا", "نقلا"})) {
      return true;
    }
    if (IsStop(back)) return false;
  }
  return false;
}

// The verb right before the name, with no more than a title, a noun of kind or a quotation mark in
// between; or right behind it.
bool Discourse::IsSubject(const Mention& mention) const {
  const Token& first = token(mention.tokens.begin);
  if (mention.range.begin == first.range.begin) {
    int i = mention.tokens.begin - 1;
    for (int steps = 0; i >= 0 && steps < 4 && token(i).passage == first.passage; --i, ++steps) {
      if (IsVerb(i)) return true;
      if (IsQuoteMark(i)) continue;
      const absl::string_view noun = WithoutArticle(token(i).base);
      const bool of_name = lexicon_.WithNoun(noun) != nullptr ||
                           lexicon_.TitlesFrom(noun) != nullptr ||
                           token(i).part_of_speech == PartOfSpeech::kAdjective ||
                           !lexicon_.NationalityOf(token(i).surface).empty();
      if (!of_name || !token(i).enclitic.empty()) break;
    }
  } else if (!absl::StartsWith(first.surface, "و") && !absl::StartsWith(first.surface, "ف")) {
    return false;  // behind a preposition
  }
  for (int i = mention.tokens.end; i < size() && i < mention.tokens.end + 3; ++i) {
    if (token(i).passage != first.passage) break;
    if (IsVerb(i)) return mention.tokens.begin == PassageTokens(i).begin || !IsStop(i);
    if (!IsQuoteMark(i) && token(i).part_of_speech != PartOfSpeech::kParticle &&
        lexicon_.NationalityOf(token(i).surface).empty()) {
      break;
    }
  }
  return false;
}

// "وفي X، ...": what an opening names is what the passage is about.
bool Discourse::IsSetting(const Mention& mention) const {
  constexpr int kOpening = 4;
  if (analysis_.entities[mention.entity].type != EntityType::kOrganization) return false;
  const TokenRange passage = PassageTokens(mention.tokens.begin);
  const int last = mention.tokens.begin - 1;
  if (last < passage.begin || last >= passage.begin + kOpening) return false;
  if (!IsOneOf(token(passage.begin).surface, {"في", "وفي", "لدي", "ولدي", "داخل", "وداخل"})) {
    return false;
  }
  for (int i = passage.begin + 1; i <= last; ++i) {
    if (!IsQuoteMark(i) && token(i).part_of_speech != PartOfSpeech::kNoun) return false;
  }
  int past = mention.tokens.end;
  while (past < passage.end && IsQuoteMark(past)) ++past;
  return past < passage.end && (IsComma(past) || IsVerb(past));
}

// "وأحجمت X عن التعليق": heard in passing, and not what the next sentence is about.
bool Discourse::DeclinesToSpeak(const Mention& mention) const {
  constexpr int kReach = 3;
  const TokenRange passage = PassageTokens(mention.tokens.begin);
  int verb = mention.tokens.begin - 1;
  while (verb > passage.begin && verb > mention.tokens.begin - kReach && !IsVerb(verb)) --verb;
  if (verb < passage.begin || !IsOneOf(token(verb).lemma, {"احجم", "امتنع", "رفض", "اعتذر"})) {
    return false;
  }
  const int end = std::min(passage.end, mention.tokens.end + kReach);
  for (int i = mention.tokens.end; i < end; ++i) {
    if (IsOneOf(token(i).base, {"تعليق", "تعقيب", "رد", "ادلاء"})) return true;
  }
  return false;
}

// "X, the analyst at [Y]", "the former director of [Y]", "after years that he spent at [Y]": where
// somebody works or worked, which tells more of him and of nothing else.
bool Discourse::IsBackground(const Mention& mention) const {
  constexpr int kTitleReach = 6;  // tokens
  const int name = mention.tokens.begin;
  if (TypeOf(mention.entity) != EntityType::kOrganization) return false;
  const int first = std::max(PassageTokens(name).begin, name - kTitleReach);
  for (int i = name - 1; i >= first; --i) {
    if (IsStop(i) || (Taken(i) && TypeOf(EntityAt(i)) == EntityType::kOrganization)) return false;
    const TitleSite* const title = titles_.At(i);
    if (title != nullptr && title->place == mention.entity) {
      if (title->former) return true;
      if (IsOneOf(title->key, {"ANALYST", "CHIEF_ANALYST", "ECONOMIST", "CHIEF_ECONOMIST", "EXPERT",
                               "PROFESSOR"})) {
        return true;
      }
    }
    if (IsOneOf(token(i).lemma, {"قضي", "امضي"}) && !token(i).enclitic.empty()) return true;
  }
  return false;
}

double Discourse::ProminenceOf(const Mention& mention) const {
  const int begin = mention.tokens.begin;
  const int passage = token(begin).passage;
  if (IsSource(begin) || DeclinesToSpeak(mention) || IsBackground(mention)) {
    return kSourceProminence;
  }
  if (passage >= 0 && analysis_.passages[passage].kind == PassageKind::kHeadline) {
    return kHeadlineProminence;
  }
  if (IsSubject(mention)) return kSubjectProminence;
  if (IsSetting(mention)) return kSettingProminence;
  const bool clitic = mention.range.begin > token(begin).range.begin &&
                      !absl::StartsWith(token(begin).surface, "و");
  if (clitic || (begin > 0 && token(begin - 1).passage == passage && IsPreposition(begin - 1))) {
    return kObliqueProminence;
  }
  return kNameProminence;
}

bool Discourse::IsSubjectWeight(double prominence) { return prominence >= kSubjectProminence; }

std::vector<Standing> Discourse::StandingsAt(int at, int passages) const {
  const int here = token(at).passage;
  struct Sum {
    Standing standing;
    std::array<double, kMemory + 1> best{};  // prominence by passages since
  };
  std::vector<Sum> sums;
  const size_t oldest = heard_.size() > kMostHearings ? heard_.size() - kMostHearings : 0;
  for (size_t h = heard_.size(); h > oldest; --h) {
    const Hearing& hearing = heard_[h - 1];
    const int since = here - hearing.passage;
    if (since > kMemory) break;
    if (hearing.token >= at || since < 0) continue;
    auto sum = std::find_if(sums.begin(), sums.end(),
                            [&](const Sum& row) { return row.standing.entity == hearing.entity; });
    if (sum == sums.end()) {
      sums.emplace_back();
      sum = sums.end() - 1;
      sum->standing.entity = hearing.entity;
    }
    sum->best[since] = std::max(sum->best[since], hearing.prominence);
    if (since == 0) sum->standing.first_here = hearing.token;
    if (hearing.token > sum->standing.last) {
      sum->standing.last = hearing.token;
      sum->standing.last_weight = hearing.prominence;
    }
  }
  // What the text is about stays in mind, however long ago it was named.
  const int subject = SubjectAt(at);
  const int section = sections_.FirstPassageOf(here);
  const bool lasting = passages >= kMemory && subject >= 0 && HeardBefore(subject, at);
  if (lasting && std::none_of(sums.begin(), sums.end(),
                              [&](const Sum& row) { return row.standing.entity == subject; })) {
    sums.emplace_back();
    sums.back().standing.entity = subject;
    sums.back().standing.last = first_heard_[subject];
  }
  std::vector<Standing> standings;
  for (const Sum& sum : sums) {
    Standing standing = sum.standing;
    const bool near = here - token(standing.last).passage <= passages;
    // Words under the name of one house do not point back to another house's part.
    const bool other_part = sections_.IsLabelled(here) && standing.entity != subject &&
                            token(standing.last).passage < section;
    if (other_part) continue;
    if (!near && !(lasting && standing.entity == subject)) continue;
    double& weight = standing.weight;
    double faded = 1;
    for (double prominence : sum.best) {
      weight += prominence * faded;
      faded *= kFadePerPassage;
    }
    weight += kFrequencyWeight * std::log2(1.0 + counts_[standing.entity]);
    weight += standing_[standing.entity];
    if (standing.entity == subject) {
      weight += kDocumentSubjectWeight;
    } else if (token(standing.last).passage < section) {
      weight *= kOtherSection;
    }
    if (token(standing.last).passage == here) {
      const int begin = PassageTokens(at).begin;
      weight += kNearnessWeight * (standing.last - begin + 1) / (at - begin + 1);
    }
    standing.here = sum.best[0];
    standing.before = sum.best[1];
    standings.push_back(standing);
  }
  return standings;
}

std::vector<Referent> Discourse::Rank(int at, int passages,
                                      const std::function<double(int entity)>& fit) const {
  std::vector<Referent> ranked;
  for (const Standing& standing : StandingsAt(at, passages)) {
    const double fitness = fit(standing.entity);
    if (fitness > 0) ranked.push_back({standing.entity, standing.weight * fitness});
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Referent& a, const Referent& b) { return a.weight > b.weight; });
  return ranked;
}

}  // namespace isnad::extraction
