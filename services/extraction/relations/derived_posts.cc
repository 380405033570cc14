#include "services/extraction/relations/derived_posts.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/morphology/verb_features.h"
#include "services/extraction/relations/derivation.h"

namespace isnad::extraction {
namespace {

// Words between an appointment and whom the new one follows.
constexpr int kPredecessorReach = 24;
// Words from "in place of" to the name, titles among them.
constexpr int kNameReach = 6;

// The token after "in succession to", "in place of"; -1 where nothing of the kind stands.
int PastInPlaceOf(const PhraseIndex& index, int i, int end) {
  const absl::string_view word = index.token(i).base;
  const bool one = word == "محل" || word == "مكان";
  const bool two = word == "خلفا" || word == "خليفه" || word == "بديلا" || word == "بدلا" ||
                   word == "بدل" || word == "عوضا";
  if (index.MentionAt(i) >= 0 || i + 1 >= end) return -1;
  // "after the departure of her predecessor, X".
  if (word == "سلف" && !index.token(i).enclitic.empty()) return i + 1;
  if (!one && !two) return -1;
  if (!index.token(i).enclitic.empty()) return -1;
  if (one || word == "بدل") return i + 1;
  const bool bound = index.IsPreposition(i + 1, "ل") || index.token(i + 1).surface == "من" ||
                     index.token(i + 1).surface == "عن";
  return bound ? i + 1 : -1;
}

// The mention behind titles that may open at a token, or -1.
int NamedFrom(const PhraseIndex& index, int from, int end) {
  int name = from;
  while (name < end && name < from + kNameReach && index.MentionAt(name) < 0 &&
         !index.IsVerb(name) && !index.IsComma(name)) {
    ++name;
  }
  return name < end ? index.MentionAt(name) : -1;
}

// "joined Y [in the post of, to fill the post of] director": the token after such words, else
// `from`.
int PastPostNoun(const PhraseIndex& index, int from, int end) {
  static const auto* posts = new absl::flat_hash_set<absl::string_view>{
      "منصب", "صفه", "وظيفه", "مهام", "موقع", "رتبه", "منصبا"};
  static const auto* starts = new absl::flat_hash_set<absl::string_view>{
      "ليشغل", "لتشغل", "ليتولي", "لتتولي", "ليكون", "لتكون", "ليصبح", "لتصبح", "ليتسلم", "لتتسلم"};
  int i = from;
  while (i < end && index.IsComma(i)) ++i;
  const bool starts_post = i < end && starts->contains(index.token(i).surface);
  if (starts_post) ++i;
  const bool in = i < end && !starts_post && index.token(i).surface == "في";
  if (in) ++i;
  const bool post = i < end && posts->contains(index.token(i).base) &&
                    (starts_post || in || index.IsPreposition(i, "ب"));
  if (post) return i + 1;
  return starts_post ? i : from;
}

// "joined «Y» [السعودية] as director".
bool IsNationalityOf(const PhraseIndex& index, int i) {
  const Token& word = index.token(i);
  return word.definite && absl::EndsWith(word.base, "يه") && word.proclitics.size() <= 1 &&
         !index.IsVerb(i);
}

// Whether the clause right behind a name says that he goes: "X, who resigned".
bool GoesAway(const PhraseIndex& index, const Mention& person) {
  static const auto* going = new absl::flat_hash_set<absl::string_view>{
      "غادر", "غادرت", "يغادر",  "تغادر",  "سيغادر", "استقال", "استقالت", "رحل",   "رحلت",
      "ترك",  "تركت",  "تقاعد",  "تقاعدت", "يتقاعد", "تتقاعد", "تنحي",    "تنحت",  "يتنحي",
      "اقيل", "اقيلت", "اعفي",   "اعفيت",  "احيل",   "احيلت",  "انهيت",   "انتهت", "انسحب",
      "ودع",  "ودعت",  "انسحبت", "اختار",  "اعتزل",  "اعتزلت", "تخلي",    "تخلت"};
  static const auto* ends = new absl::flat_hash_set<absl::string_view>{
      "مهام", "ولايه", "خدمات", "تقاعد", "معاش", "عقد", "منصب", "رحيل", "مده", "مغادره"};
  const int end = index.PassageTokens(person.tokens.begin).end;
  int i = person.tokens.end;
  while (i < end && (index.IsQuoteMark(i) || index.IsComma(i))) ++i;
  if (i + 1 >= end || !index.IsRelativePronoun(i)) return false;
  const absl::string_view verb = index.token(i + 1).base;
  if (!going->contains(verb)) return false;
  const bool open = verb == "احيل" || verb == "احيلت" || verb == "انهيت" || verb == "انتهت" ||
                    verb == "اختار" || verb == "تخلي" || verb == "تخلت";
  for (int k = i + 2; open && k < end && k < i + 5; ++k) {
    if (ends->contains(index.token(k).base)) return true;
  }
  return !open;
}

// Whether a relative clause or one of time opens between a verb and a title behind it.
bool IsInOtherClause(const PhraseIndex& index, int verb, int title) {
  for (int i = verb + 1; i < title; ++i) {
    const absl::string_view word = index.token(i).surface;
    if (word == "بعدما" || word == "وبعدما") return true;
    if (!index.IsComma(i - 1)) continue;
    if (index.IsRelativePronoun(i) ||
        (word == "بعد" && i + 1 < title && index.token(i + 1).surface == "ان")) {
      return true;
    }
  }
  return false;
}

// "left the post of [منصب] director": whether the title at a token is what was left.
bool IsPostLeft(const PhraseIndex& index, const FactRecord& left, int title) {
  constexpr int kReach = 8;  // tokens, a time or a name among them
  const bool post = title > 0 && absl::StartsWith(index.token(title - 1).base, "منصب");
  if (!post) return false;
  const int verb = index.TokenAtByte(left.trigger.begin);
  if (verb >= title || title - verb > kReach) return false;
  for (int i = verb + 1; i < title; ++i) {
    if (index.IsVerb(i) || index.token(i).form == ".") return false;
  }
  return true;
}

}  // namespace

void DropPostsGiven(std::vector<FactRecord>* facts) {
  const auto given = [&](const FactRecord& held) {
    if (held.type != "HOLDS_ROLE") return false;
    return std::any_of(facts->begin(), facts->end(), [&](const FactRecord& post) {
      return post.type == "APPOINTED" && SameEnd(post.subject, held.subject) &&
             SameEnd(post.object, held.object) &&
             std::any_of(post.roles.begin(), post.roles.end(), [&](const ArgumentRecord& role) {
               return role.role == "role" && role.range.overlaps(held.trigger);
             });
    });
  };
  std::vector<FactRecord> kept;
  for (const FactRecord& fact : *facts) {
    if (!given(fact)) kept.push_back(fact);
  }
  *facts = std::move(kept);
}

void HoldPostsInPresent(const PhraseIndex& index, std::vector<FactRecord>* facts) {
  for (FactRecord& fact : *facts) {
    const bool charge = fact.rule == "APPOINTED/take-lead" || fact.rule == "APPOINTED/take-post" ||
                        fact.rule == "APPOINTED/take-helm-of" ||
                        fact.rule == "APPOINTED/assume-duties";
    if (!charge || fact.modality != Modality::kActual) continue;
    const Token& verb = index.token(index.TokenAtByte(fact.trigger.begin));
    const VerbFeatures features = FeaturesOf(verb);
    // "to run", "will run" tell of a beginning.
    const bool bound = std::any_of(verb.proclitics.begin(), verb.proclitics.end(),
                                   [](const std::string& clitic) { return clitic != "و"; });
    if (features.tense != VerbTense::kImperfect || features.future || bound) continue;
    fact.type = "HOLDS_ROLE";
    fact.rule = "HOLDS_ROLE/in-charge";
  }
}

void GivePostsAhead(std::vector<FactRecord>* facts) {
  for (FactRecord& fact : *facts) {
    const bool held = fact.rule == "HOLDS_ROLE/hold-post" || fact.rule == "HOLDS_ROLE/where-held" ||
                      fact.rule == "HOLDS_ROLE/bears-title" || fact.rule == "HOLDS_ROLE/run" ||
                      fact.rule == "HOLDS_ROLE/lead";
    if (!held || fact.modality != Modality::kPlanned) continue;
    fact.type = "APPOINTED";
    fact.rule = "APPOINTED/will-hold-post";
  }
}

void DropPostsOfFounders(const PhraseIndex& index, const RoleIndex& roles,
                         std::vector<FactRecord>* facts) {
  const auto stands_alone = [&](const ArgumentRecord& title) {
    const int next = index.TokenAtByte(title.range.end);
    return next >= index.size() || roles.BeginningAt(next) == nullptr;
  };
  const auto founded = [&](const FactRecord& post) {
    if (post.type != "HOLDS_ROLE" || post.object.resolution_rule != "document-subject")
      return false;
    return std::any_of(facts->begin(), facts->end(), [&](const FactRecord& fact) {
      if (fact.type != "FOUNDED" || fact.passage != post.passage) return false;
      if (!SameEnd(fact.subject, post.subject) || !SameEnd(fact.object, post.object)) return false;
      return std::any_of(post.roles.begin(), post.roles.end(), [&](const ArgumentRecord& role) {
        return role.role == "role" && role.range.overlaps(fact.trigger) && stands_alone(role);
      });
    });
  };
  std::vector<FactRecord> kept;
  for (const FactRecord& fact : *facts) {
    if (!founded(fact)) kept.push_back(fact);
  }
  *facts = std::move(kept);
}

void DropPostsOfStaff(std::vector<FactRecord>* facts) {
  std::vector<FactRecord> kept;
  for (const FactRecord& fact : *facts) {
    const bool staff = fact.type == "HOLDS_ROLE" &&
                       std::any_of(facts->begin(), facts->end(), [&](const FactRecord& other) {
                         return other.type == "HEADCOUNT" && other.trigger == fact.trigger;
                       });
    if (!staff) kept.push_back(fact);
  }
  *facts = std::move(kept);
}

void AddFormerPosts(const PhraseIndex& index, const RoleIndex& roles,
                    std::vector<FactRecord>* facts) {
  std::vector<FactRecord> derived;
  const Analysis& analysis = index.analysis();
  for (const FactRecord& left : *facts) {
    if (left.type != "LEFT" || !IsEntity(left.subject) || !left.object.filled()) continue;
    if (left.polarity != Polarity::kAsserted) continue;
    const bool known = std::any_of(facts->begin(), facts->end(), [&](const FactRecord& fact) {
      return fact.type == "HOLDS_ROLE" && fact.passage == left.passage &&
             SameEnd(fact.subject, left.subject);
    });
    if (known) continue;
    const TokenRange words = analysis.passages[left.passage].tokens;
    for (int i = words.begin; i < words.end; ++i) {
      const RolePhrase* role = roles.BeginningAt(i);
      if (role == nullptr) continue;
      if (!IsPostLeft(index, left, i)) {
        if (roles.OrganizationOf(*role) >= 0) continue;
        const int person = roles.PersonBeside(*role);
        if (person < 0 || analysis.mentions[person].entity != left.subject.entity) continue;
      }
      FactRecord post = Derive(left, "HOLDS_ROLE", "HOLDS_ROLE/left-as");
      post.modality = Modality::kActual;
      post.roles.push_back(Words(analysis, "role", role->title));
      if (left.modality == Modality::kActual) {
        post.roles.push_back(Words(analysis, "former", role->title));
      }
      derived.push_back(std::move(post));
      break;
    }
  }
  facts->insert(facts->end(), derived.begin(), derived.end());
}

void GiveHousesOfPosts(const PhraseIndex& index, const RoleIndex& roles,
                       std::vector<FactRecord>* facts) {
  const Analysis& analysis = index.analysis();
  for (FactRecord& given : *facts) {
    if (given.type != "APPOINTED" || !IsEntity(given.object)) continue;
    for (const ArgumentRecord& role : given.roles) {
      if (role.role != "role" || role.range.empty()) continue;
      const int title = index.TokenAtByte(role.range.begin);
      // "X, who had left [الذي ترك] the post of": another clause's.
      if (IsInOtherClause(index, index.TokenAtByte(given.trigger.begin), title)) continue;
      const RolePhrase* post = roles.BeginningAt(title);
      // "named X, the director of Z, its chairman": a post that somebody bears already.
      if (post == nullptr || post->former || roles.IsAttributive(*post)) continue;
      const int house = roles.OrganizationOf(*post);
      if (house < 0 || analysis.mentions[house].entity == given.object.entity) continue;
      // "director of its office [لمكتبها]": of the one who gives it.
      if (analysis.mentions[house].kind == MentionKind::kPronoun) continue;
      given.object = NamedEnd(analysis, analysis.mentions[house], "object");
    }
  }
}

void AddPostsOfJoiners(const PhraseIndex& index, const RoleIndex& roles,
                       std::vector<FactRecord>* facts) {
  std::vector<FactRecord> derived;
  const Analysis& analysis = index.analysis();
  for (const FactRecord& join : *facts) {
    if (join.type != "JOINED" || !IsEntity(join.subject) || !IsEntity(join.object)) continue;
    // "Y brought X [as director]": whichever of the two stands last.
    const int named = std::max(join.object.range.end, join.subject.range.end);
    if (join.polarity != Polarity::kAsserted || named < join.trigger.end) continue;
    const TokenRange words = analysis.passages[join.passage].tokens;
    int i = words.begin;
    while (i < words.end && index.token(i).range.begin < named) ++i;
    while (i < words.end && (index.IsQuoteMark(i) || IsNationalityOf(index, i))) ++i;
    const int post_noun = PastPostNoun(index, i, words.end);
    const bool in_post = post_noun > i;
    const RolePhrase* role = post_noun < words.end ? roles.BeginningAt(post_noun) : nullptr;
    if (role == nullptr || role->former) continue;
    // The title of somebody becomes another's only where it has no article and no bearer.
    if (!in_post && index.token(role->title.begin).definite) continue;
    if (!in_post && roles.PersonBeside(*role) >= 0) continue;
    // It is in the accusative.
    const absl::string_view title = index.token(role->title.begin).base;
    const bool as = index.IsPreposition(role->title.begin, "ك");
    if (!in_post && !as && !absl::EndsWith(title, "ا") && !absl::EndsWith(title, "ه")) continue;
    const bool given = std::any_of(facts->begin(), facts->end(), [&](const FactRecord& fact) {
      return fact.type == "APPOINTED" && SameEnd(fact.subject, join.subject);
    });
    if (given) continue;
    FactRecord post = Derive(join, "APPOINTED", "APPOINTED/joined-as");
    post.roles.push_back(Words(analysis, "role", role->title));
    derived.push_back(std::move(post));
  }
  facts->insert(facts->end(), derived.begin(), derived.end());
}

void AddColleagues(const PhraseIndex& index, std::vector<FactRecord>* facts) {
  const Analysis& analysis = index.analysis();
  std::vector<FactRecord> derived;
  for (const FactRecord& post : *facts) {
    if (post.type != "HOLDS_ROLE" || !IsEntity(post.object)) continue;
    const auto title =
        std::find_if(post.roles.begin(), post.roles.end(),
                     [](const ArgumentRecord& role) { return role.role == "former"; });
    if (title == post.roles.end()) continue;
    // The house is told of the colleague: "her former colleague [at Y], Z".
    if (post.object.range.begin < title->range.end ||
        post.object.range.begin > post.subject.range.begin) {
      continue;
    }
    const int token = index.TokenAtByte(title->range.begin);
    if (!absl::StartsWith(index.token(token).base, "زميل") || index.token(token).enclitic.empty()) {
      continue;
    }
    const int mention = index.PronounAt(token);
    if (mention < 0 || index.TypeOfMention(mention) != EntityType::kPerson) continue;
    FactRecord same = post;
    same.rule = "HOLDS_ROLE/colleague";
    same.subject = NamedEnd(analysis, analysis.mentions[mention], "subject");
    same.LowerConfidence("follows from what the sentence says", kDerivedPenalty);
    if (SameEnd(same.subject, post.subject)) continue;
    if (!Says(*facts, "HOLDS_ROLE", same.subject, same.object)) derived.push_back(std::move(same));
  }
  facts->insert(facts->end(), derived.begin(), derived.end());
}

void AddPredecessors(const PhraseIndex& index, std::vector<FactRecord>* facts) {
  std::vector<FactRecord> derived;
  const Analysis& analysis = index.analysis();
  for (const FactRecord& post : *facts) {
    if (post.type != "APPOINTED" || !post.object.filled()) continue;
    if (post.polarity != Polarity::kAsserted) continue;
    const TokenRange words = analysis.passages[post.passage].tokens;
    int first = words.begin;
    while (first < words.end && index.token(first).range.begin < post.trigger.begin) ++first;
    const int end = std::min(words.end, first + kPredecessorReach);
    for (int i = first; i < end && index.token(i).form != "."; ++i) {
      const int from = PastInPlaceOf(index, i, words.end);
      if (from < 0) continue;
      const int mention = NamedFrom(index, from, words.end);
      if (mention < 0 || index.TypeOfMention(mention) != EntityType::kPerson) break;
      const Mention& person = analysis.mentions[mention];
      if (person.entity == post.subject.entity) break;
      FactRecord held = Derive(post, "HOLDS_ROLE", "HOLDS_ROLE/followed-by");
      held.modality = Modality::kActual;
      held.subject = NamedEnd(analysis, person, "subject");
      const bool gone = std::any_of(facts->begin(), facts->end(), [&](const FactRecord& fact) {
        return fact.type == "LEFT" && SameEnd(fact.subject, held.subject);
      });
      if (!gone && GoesAway(index, person)) {
        FactRecord left = Derive(held, "LEFT", "LEFT/followed-by");
        derived.push_back(std::move(left));
      }
      if (Says(*facts, "HOLDS_ROLE", held.subject, held.object)) break;
      for (const ArgumentRecord& role : post.roles) {
        if (role.role != "role") continue;
        held.roles.push_back(role);
        held.roles.push_back(role);
        held.roles.back().role = "former";
      }
      derived.push_back(std::move(held));
      break;
    }
  }
  facts->insert(facts->end(), derived.begin(), derived.end());
}

}  // namespace isnad::extraction
