#include "services/extraction/reference/antecedent_features.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/match.h"
#include "services/extraction/reference/agreement.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

using Feature = AntecedentFeature;

constexpr int kVerbReach = 8;         // tokens back to the verb of a reference
constexpr int kCarriedReach = 25;     // tokens from there to the verb whose subject goes on
constexpr int kBehindReach = 4;       // tokens from a reference to a name that it introduces
constexpr int kNounReach = 3;         // tokens back to a common noun that is near
constexpr double kObliqueMost = 0.5;  // prominence, see discourse.h
constexpr double kSourceMost = 0.3;
constexpr double kDoubtfulFit = 0.5;
constexpr double kSureFit = 0.9;
constexpr double kCalledFit = 1.0;

// What has an amount, a size or a place in time.
bool IsAmount(absl::string_view base) {
  return IsOneOf(base, {"قيمت", "تكلفت", "كلفت", "قدرت", "سعت",   "مساحت",  "مدت",   "نسبت",
                        "سعر",  "حجم",   "عدد",  "طول",  "قيمه",  "تكلفه",  "كلفه",  "قدره",
                        "سعه",  "مساحه", "مده",  "نسبه", "مجموع", "اجمالي", "متوسط", "معدل"});
}

// What is done to products and plans.
bool IsDeed(absl::string_view base) {
  return IsOneOf(base, {"اطلاق", "طرح",   "شراء",    "بيع",   "تشغيل", "افتتاح", "اغلاق", "تطوير",
                        "تاجيل", "ارجاء", "اصدار",   "صدور",  "بناء",  "تنفيذ",  "تمويل", "تاكيد",
                        "تسليم", "انجاز", "استخدام", "تدريب", "تحديث", "انتاج",  "اتمام"});
}

// What a subject has a part in or deals with, so that it is another's.
bool IsStake(absl::string_view base) {
  for (absl::string_view stem :
       {"راسمال", "اسهم", "شراء", "تمويل", "منافس", "شريك", "غريم", "نظير", "داعم", "مستثمر",
        "زبون", "زباين", "عميل", "مزود", "مورد", "مساهم", "استحواذ", "ملكي", "اصول"}) {
    if (absl::StartsWith(base, stem)) return true;
  }
  return false;
}

float Log(int count) { return static_cast<float>(std::log2(1.0 + count)); }

// Features of one reference.
class Reader {
 public:
  Reader(const ReferenceSite& site, const Discourse& discourse, const ClauseSubjects& subjects,
         RivalNouns* rivals)
      : site_(site), discourse_(discourse), subjects_(subjects), rivals_(*rivals) {
    if (site.kind != ReferenceKind::kDescription) base_ = PronounOf(discourse.token(at())).base;
    begin_ = discourse.PassageTokens(at()).begin;
    FindVerb();
    FindBeside();
  }

  std::vector<AntecedentCandidate> Read();

 private:
  int at() const { return site_.token; }
  void FindVerb();
  int SubjectBefore(int verb) const;
  void FindBeside();
  bool NamedBehind(int entity) const;
  void ReadPlace(const Standing& standing, AntecedentCandidate* candidate);
  void ReadGrammar(const Standing& standing, AntecedentCandidate* candidate) const;
  void ReadKind(int entity, double fit, AntecedentCandidate* candidate) const;
  AntecedentCandidate Nobody(const std::vector<Standing>& standings);

  static void Add(Feature feature, float value, AntecedentCandidate* candidate) {
    if (value != 0) candidate->features.emplace_back(feature, value);
  }
  static void AddIf(bool holds, Feature feature, AntecedentCandidate* candidate) {
    if (holds) candidate->features.emplace_back(feature, 1.0f);
  }

  const ReferenceSite& site_;
  const Discourse& discourse_;
  const ClauseSubjects& subjects_;
  RivalNouns& rivals_;
  absl::string_view base_;
  int begin_ = 0;
  int verb_subject_ = -1;
  int carried_subject_ = -1;
  int clause_subject_ = -1;
  int beside_ = -1;
  bool comma_ = false;
};

void Reader::FindVerb() {
  clause_subject_ = subjects_.SubjectOfClause(at(), site_.types);
  // "وتقول الشركة": itself the subject.
  const bool acts =
      site_.kind == ReferenceKind::kDescription && at() > begin_ && discourse_.IsVerb(at() - 1);
  int verb = site_.kind == ReferenceKind::kObject ? at() : acts ? at() - 1 : -1;
  for (int i = at() - 1; verb < 0 && i >= begin_ && i >= at() - kVerbReach; --i) {
    if (discourse_.IsStop(i) || subjects_.IsComplementizer(i)) return;
    if (discourse_.IsVerb(i)) verb = i;
  }
  if (verb < 0) return;
  if (acts) {
    clause_subject_ = -1;
  } else {
    bool common = false;
    verb_subject_ = subjects_.SubjectOf(verb, &common);
    if (verb_subject_ >= 0 || common) return;
  }
  carried_subject_ = SubjectBefore(verb);
}

// "ورفضت X ... ما إذا كانت تنوي": who acted before a verb of that gender in its sentence, or -1.
int Reader::SubjectBefore(int verb) const {
  const WordGender gender = GenderOfVerb(discourse_.token(verb));
  for (int i = verb - 1; i >= begin_ && i >= verb - kCarriedReach; --i) {
    if (!discourse_.IsVerb(i)) continue;
    bool common = false;
    const int subject = subjects_.SubjectOf(i, &common);
    if (subject >= 0 && discourse_.profiles().GenderFit(subject, gender) >= kDoubtfulFit) {
      return subject;
    }
  }
  return -1;
}

void Reader::FindBeside() {
  int i = at();
  while (i > begin_ && (discourse_.IsQuoteMark(i - 1) || discourse_.IsComma(i - 1) ||
                        IsOneOf(discourse_.token(i - 1).form, {"(", ")"}))) {
    comma_ = comma_ || discourse_.IsComma(i - 1);
    --i;
  }
  if (i > begin_ && discourse_.Taken(i - 1)) beside_ = discourse_.EntityAt(i - 1);
}

bool Reader::NamedBehind(int entity) const {
  const int end = std::min(discourse_.PassageTokens(at()).end, at() + 1 + kBehindReach);
  for (int i = at() + 1; i < end && !discourse_.IsStop(i); ++i) {
    if (discourse_.EntityFrom(i) == entity) return true;
  }
  return false;
}

void Reader::ReadPlace(const Standing& standing, AntecedentCandidate* candidate) {
  const int passages = discourse_.token(at()).passage - discourse_.token(standing.last).passage;
  AddIf(passages == 0, Feature::kSameSentence, candidate);
  AddIf(passages == 1, Feature::kSentenceBefore, candidate);
  AddIf(passages > 1, Feature::kEarlier, candidate);
  AddIf(discourse_.ParagraphAt(standing.last) == discourse_.ParagraphAt(at()),
        Feature::kSameParagraph, candidate);
  const int from = std::max(standing.last + 1, discourse_.ExtentAt(standing.last).end);
  if (passages == 0) {
    Add(Feature::kDistance, Log(at() - from), candidate);
    int verbs = 0;
    for (int i = from; i < at(); ++i) verbs += discourse_.IsVerb(i) ? 1 : 0;
    Add(Feature::kVerbs, Log(verbs), candidate);
  }
  if (passages <= 1) {
    const int rivals = rivals_.Count(from, at(), site_.gender);
    AddIf(rivals == 0, Feature::kNoRivals, candidate);
    Add(Feature::kRivals, Log(rivals), candidate);
    Add(Feature::kAgentRivals, Log(rivals_.CountAgents(from, at(), site_.gender)), candidate);
  }
}

void Reader::ReadGrammar(const Standing& standing, AntecedentCandidate* candidate) const {
  const int entity = standing.entity;
  AddIf(Discourse::IsSubjectWeight(standing.last_weight), Feature::kSubjectLast, candidate);
  AddIf(standing.last_weight > kSourceMost && standing.last_weight <= kObliqueMost,
        Feature::kObliqueLast, candidate);
  AddIf(standing.last_weight > 0 && standing.last_weight <= kSourceMost, Feature::kSourceLast,
        candidate);
  AddIf(Discourse::IsSubjectWeight(standing.here), Feature::kSubjectHere, candidate);
  AddIf(Discourse::IsSubjectWeight(standing.before), Feature::kSubjectBefore, candidate);
  AddIf(entity == verb_subject_, Feature::kSubjectOfVerb, candidate);
  AddIf(entity == clause_subject_, Feature::kSubjectOfClause, candidate);
  AddIf(entity == carried_subject_, Feature::kCarriedSubject, candidate);
  const bool acts =
      entity == verb_subject_ || entity == clause_subject_ || entity == carried_subject_;
  AddIf(acts && IsStake(base_), Feature::kStakeOfSubject, candidate);
  AddIf(entity == discourse_.SubjectAt(at()), Feature::kTopic, candidate);
  Add(Feature::kCount, Log(discourse_.Mentions(entity)), candidate);
  if (entity == beside_) {
    const bool joined = absl::StartsWith(discourse_.token(at()).surface, "و");
    candidate->features.emplace_back(joined   ? Feature::kJoined
                                     : comma_ ? Feature::kBesideComma
                                              : Feature::kBeside,
                                     1.0f);
  }
  AddIf(NamedBehind(entity), Feature::kNamedBehind, candidate);
  AddIf(entity == site_.relative_head, Feature::kRelativeHead, candidate);
  AddIf(entity == site_.speaker, Feature::kSpeaker, candidate);
  AddIf(entity == site_.meant_last, Feature::kMeantLast, candidate);
}

void Reader::ReadKind(int entity, double fit, AntecedentCandidate* candidate) const {
  const EntityType type = discourse_.TypeOf(entity);
  if (site_.kind == ReferenceKind::kDescription) {
    AddIf(fit >= kCalledFit, Feature::kCalled, candidate);
    Add(Feature::kFit, static_cast<float>(std::log(fit)), candidate);
    return;
  }
  AddIf(fit < kDoubtfulFit, Feature::kGenderDoubtful, candidate);
  AddIf(fit >= kDoubtfulFit && fit < kSureFit, Feature::kGenderUnknown, candidate);
  if (!site_.types.empty()) {
    const bool fits = site_.types.Has(type);
    candidate->features.emplace_back(fits ? Feature::kTypeFits : Feature::kTypeMisses, 1.0f);
  } else {
    AddIf(type == EntityType::kPerson, Feature::kPerson, candidate);
    AddIf(type == EntityType::kOrganization, Feature::kOrganization, candidate);
    AddIf(type == EntityType::kProduct, Feature::kProduct, candidate);
    AddIf(type == EntityType::kLocation, Feature::kLocation, candidate);
  }
  AddIf(type == EntityType::kProduct && IsAmount(base_), Feature::kAmountOfProduct, candidate);
  AddIf(type == EntityType::kProduct && IsDeed(base_), Feature::kMadeOrTreated, candidate);
}

AntecedentCandidate Reader::Nobody(const std::vector<Standing>& standings) {
  AntecedentCandidate nobody;
  AddIf(true, Feature::kNobody, &nobody);
  AddIf(!site_.types.empty(), Feature::kNobodySelected, &nobody);
  AddIf(site_.skipped, Feature::kNobodySkipped, &nobody);
  AddIf(site_.relative_of_common, Feature::kNobodyRelative, &nobody);
  AddIf(site_.impersonal, Feature::kNobodyImpersonal, &nobody);
  // "X الذي تقدر تكلفته": what the relative clause is about.
  const bool of_head = site_.relative_head >= 0;
  AddIf(IsAmount(base_) && !of_head, Feature::kNobodyAmount, &nobody);
  AddIf(IsDeed(base_), Feature::kNobodyDeed, &nobody);
  const int last = standings.empty() ? begin_ : standings.front().last;
  AddIf(standings.empty() || last < begin_, Feature::kNobodyFar, &nobody);
  if (site_.kind == ReferenceKind::kDescription) {
    Add(Feature::kNobodyConfidence, static_cast<float>(site_.clear), &nobody);
    return nobody;
  }
  const int noun = rivals_.Last(begin_, at(), site_.gender);
  AddIf(noun >= 0 && noun == at() - 1, Feature::kNobodyNounBeside, &nobody);
  AddIf(noun >= 0 && noun < at() - 1 && noun >= at() - kNounReach, Feature::kNobodyNounNear,
        &nobody);
  const int from = std::max({begin_, last + 1, discourse_.ExtentAt(last).end});
  Add(Feature::kNobodyRivals, Log(rivals_.Count(from, at(), site_.gender)), &nobody);
  return nobody;
}

std::vector<AntecedentCandidate> Reader::Read() {
  std::vector<Standing> standings;
  std::vector<double> fits;
  double heaviest = 0;
  for (const Standing& standing : discourse_.StandingsAt(at(), site_.reach)) {
    const double fit = site_.fit(standing.entity);
    if (fit <= 0) continue;
    standings.push_back(standing);
    fits.push_back(fit);
    heaviest = std::max(heaviest, standing.weight);
  }
  int first = -1;  // of the sentence
  int newest = -1;
  for (const Standing& standing : standings) {
    const bool here = standing.first_here >= 0;
    const bool newer =
        newest < 0 || discourse_.FirstHeard(standing.entity) > discourse_.FirstHeard(newest);
    if (newer) newest = standing.entity;
    if (here && (first < 0 || standing.first_here < first)) first = standing.first_here;
  }
  std::vector<AntecedentCandidate> candidates;
  for (size_t i = 0; i < standings.size(); ++i) {
    const Standing& standing = standings[i];
    AntecedentCandidate& candidate = candidates.emplace_back();
    candidate.entity = standing.entity;
    Add(Feature::kSalience,
        static_cast<float>(std::log(std::max(standing.weight, 0.05) / heaviest)), &candidate);
    AddIf(standing.weight == heaviest, Feature::kMostSalient, &candidate);
    AddIf(site_.fresh && standing.entity == newest, Feature::kNewest, &candidate);
    AddIf(first >= 0 && standing.first_here == first, Feature::kFirstHere, &candidate);
    AddIf(i == 0, Feature::kLatest, &candidate);
    AddIf(i == 1, Feature::kSecondLatest, &candidate);
    ReadPlace(standing, &candidate);
    ReadGrammar(standing, &candidate);
    ReadKind(standing.entity, fits[i], &candidate);
  }
  candidates.push_back(Nobody(standings));
  return candidates;
}

}  // namespace

const char* const kAntecedentFeatureNames[kAntecedentFeatures] = {
    "salience",
    "most-salient",
    "same-sentence",
    "sentence-before",
    "earlier",
    "same-paragraph",
    "distance",
    "latest",
    "second-latest",
    "no-rivals",
    "rivals",
    "agent-rivals",
    "verbs",
    "subject-last",
    "oblique-last",
    "source-last",
    "subject-here",
    "subject-before",
    "subject-of-verb",
    "subject-of-clause",
    "carried-subject",
    "stake-of-subject",
    "first-here",
    "topic",
    "count",
    "beside",
    "beside-comma",
    "joined",
    "named-behind",
    "gender-doubtful",
    "gender-unknown",
    "type-fits",
    "type-misses",
    "person",
    "organization",
    "product",
    "location",
    "relative-head",
    "speaker",
    "meant-last",
    "made-or-treated",
    "amount-of-product",
    "newest",
    "called",
    "fit",
    "nobody",
    "nobody-selected",
    "nobody-skipped",
    "nobody-noun-beside",
    "nobody-noun-near",
    "nobody-far",
    "nobody-relative",
    "nobody-impersonal",
    "nobody-amount",
    "nobody-deed",
    "nobody-rivals",
    "nobody-confidence",
};

const char* NameOf(ReferenceKind kind) {
  switch (kind) {
    case ReferenceKind::kPossessive:
      return "possessive";
    case ReferenceKind::kObject:
      return "object";
    case ReferenceKind::kPreposition:
      return "preposition";
    case ReferenceKind::kClause:
      return "clause";
    case ReferenceKind::kDescription:
      return "description";
  }
  return "";
}

std::vector<AntecedentCandidate> AntecedentsOf(const ReferenceSite& site,
                                               const Discourse& discourse,
                                               const ClauseSubjects& subjects, RivalNouns* rivals) {
  return Reader(site, discourse, subjects, rivals).Read();
}

}  // namespace isnad::extraction
