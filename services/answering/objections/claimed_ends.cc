#include "services/answering/objections/claimed_ends.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "services/answering/evidence/fact_matcher.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/passages/assertion_cues.h"
#include "services/answering/passages/word_set.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// How well a word of the sentence matches the word of the relation to be it.
constexpr double kLeastMatch = 0.45;

// Where the question has something else than a known name for an end, share of its words that
// stand in a sentence that speaks of it.
constexpr double kRestCoverage = 0.55;

// Relations that are nothing without two ends.
constexpr absl::string_view kBetweenTwo[] = {"JOINED",        "LEFT",           "HIRED_FROM",
                                             "ACQUIRED",      "INVESTED_IN",    "FOUNDED",
                                             "COMPETES_WITH", "PARTNERED_WITH", "SUPPLIES"};

bool IsBetweenTwo(absl::string_view type) {
  return std::find(std::begin(kBetweenTwo), std::end(kBetweenTwo), type) != std::end(kBetweenTwo);
}

// What somebody does with a ware, of which there is one.
bool IsOfWare(absl::string_view type) {
  return type == "RELEASED" || type == "PLANS_RELEASE" || type == "DELAYED";
}

bool IsEventOfTwo(absl::string_view type) {
  return IsBetweenTwo(type) || IsOfWare(type) || type == "APPOINTED";
}

// Verbs that tell a change of posts as surely as those of its own type: whoever goes to one house
// leaves another.
const absl::flat_hash_set<absl::string_view>& OtherWords(absl::string_view type) {
  using Words = absl::flat_hash_set<absl::string_view>;
  static const auto* moves =
      new Words{"انتقل", "انتقلت", "انضم",  "انضمت", "التحق",  "التحقت", "لحق", "لحقت",
                "اختار", "اختارت", "ينتقل", "تنتقل", "سينتقل", "ستنتقل", "جاء", "جاءت"};
  static const auto* posts = new Words{
      "اسندت", "اسند", "تولي",  "تولت",   "خلف", "خلفت", "خلفه", "خلفها", "خلفته", "خلفتها",
      "حل",    "حلت",  "اختير", "اختيرت", "صار", "صارت", "اصبح", "اصبحت", "رقي",   "رقيت"};
  static const auto* leaving =
      new Words{"اعفاء", "باعفاء", "اقاله", "باقاله", "اطاح", "خسرت", "خسر", "حتي"};
  static const auto* none = new Words();
  static const auto* moves_or_leaving = [] {
    auto* both = new Words(*moves);
    both->insert(leaving->begin(), leaving->end());
    return both;
  }();
  if (type == "LEFT" || type == "HIRED_FROM") return *moves_or_leaving;
  if (type == "JOINED") return *moves;
  return type == "APPOINTED" ? *posts : *none;
}

// Whether the first relation is all that the question may ask the figure of: "how much does X pay
// Y" may mean many.
bool IsPlain(const v1::QuestionAnalysis& reading) {
  constexpr double kPlain = 0.85;
  constexpr double kRivalShare = 0.9;
  const double first = reading.relations(0).confidence();
  return first >= kPlain &&
         (reading.relations_size() == 1 || reading.relations(1).confidence() < kRivalShare * first);
}

// Relations that a person without a fact of them hardly ever has with a house.
bool IsBetweenHouses(absl::string_view type) {
  return type == "PARTNERED_WITH" || type == "COMPETES_WITH" || type == "SUPPLIES" ||
         type == "ACQUIRED";
}

// Whether facts of the type `told` say what a claim of the type `claimed` says.
bool Says(absl::string_view told, absl::string_view claimed) {
  if (told == claimed) return true;
  if (claimed == "JOINED") return told == "APPOINTED";
  if (claimed == "LEFT") return told == "HIRED_FROM";
  if (claimed == "APPOINTED") return told == "JOINED";
  if (IsOfWare(claimed)) return IsOfWare(told);
  return claimed == "HIRED_FROM" && told == "LEFT";
}

bool Is(const LinkedName& end, const v1::Argument& argument) {
  return !argument.entity().empty() && end.names.contains(argument.entity());
}

}  // namespace

ClaimedEnds::ClaimedEnds(const Inquiry& inquiry, Of of) : inquiry_(inquiry) {
  if (inquiry.reading.relations().empty()) return;
  const v1::RelationReading& claim = inquiry.reading.relations(0);
  const bool kept = of == Of::kEvents ? IsEventOfTwo(claim.fact_type()) && IsPlain(inquiry.reading)
                                      : IsBetweenTwo(claim.fact_type());
  if (!kept) return;
  type_ = claim.fact_type();
  for (const v1::RelationFiller& filler : claim.fillers()) {
    const LinkedName* link = inquiry.links.Find(filler.entity());
    if (link == nullptr || link->asked.entity().type() == v1::ENTITY_TYPE_LOCATION) continue;
    if (filler.role() == "subject") subject_ = link;
    if (filler.role() == "object") object_ = link;
  }
  // Where others are named as well, the relation may be but a circumstance of what is asked.
  const auto& links = inquiry.links.links();
  const auto named = std::count_if(links.begin(), links.end(), [](const LinkedName& link) {
    return link.asked.entity().type() != v1::ENTITY_TYPE_LOCATION;
  });
  names_ = static_cast<int>(named);
  if (names_ > 2) subject_ = object_ = nullptr;
}

bool ClaimedEnds::IsOfClaim(const v1::Fact& fact) const { return Says(fact.type(), type_); }

bool ClaimedEnds::AreJoinedBy(const v1::Fact& fact) const {
  return IsOfClaim(fact) && HasEnds(fact);
}

bool ClaimedEnds::HasEnds(const v1::Fact& fact) const {
  const auto meet = [&](const v1::Argument& subject, const v1::Argument& object) {
    return (subject_ == nullptr || Is(*subject_, subject)) &&
           (object_ == nullptr || Is(*object_, object));
  };
  return meet(fact.subject(), fact.object()) ||
         (IsSymmetric(type_) && meet(fact.object(), fact.subject()));
}

bool ClaimedEnds::HasOtherEnd(const v1::Fact& fact) const {
  // Who has no name may be whom the question names.
  const auto other = [&](const v1::Argument& end) {
    return !end.entity().empty() && !inquiry_.links.all().contains(end.entity());
  };
  return (subject_ != nullptr && Is(*subject_, fact.subject()) && other(fact.object())) ||
         ((type_ == "ACQUIRED" || IsOfWare(type_)) && object_ != nullptr &&
          Is(*object_, fact.object()) && other(fact.subject()));
}

std::vector<int> ClaimedEnds::RelationWords(const PassageView& view) const {
  const v1::Span& trigger = inquiry_.reading.relations(0).trigger();
  std::vector<int> tokens;
  for (const WordMatch& match : view.matches()) {
    const bool name =
        inquiry_.words.words()[static_cast<size_t>(match.word)].role == QuestionWord::Role::kName;
    // A relation without a word of its own is told by those that the question has.
    const bool of_relation =
        trigger.end() == trigger.begin() || inquiry_.words.IsWithin(match.word, trigger);
    if (!name && of_relation && match.strength >= kLeastMatch) tokens.push_back(match.token);
  }
  return tokens;
}

// "X, who founded Y, joined Z": what is nearest to the word of the relation is its end, and those
// whom a list adds to it.
bool ClaimedEnds::IsNearestTo(int word, const absl::flat_hash_set<std::string>& names,
                              const PassageView& view) const {
  const auto& tokens = view.passage().tokens();
  const auto& mentions = view.passage().mentions();
  bool mentioned = false;
  for (const v1::PassageMention& mention : mentions) {
    if (!names.contains(mention.entity())) continue;
    mentioned = true;
    const int at = view.TokenAt(mention.begin());
    const bool blocked =
        std::any_of(mentions.begin(), mentions.end(), [&](const v1::PassageMention& other) {
          if (other.entity_type() != mention.entity_type()) return false;
          if (inquiry_.links.all().contains(other.entity()) || names.contains(other.entity())) {
            return false;
          }
          const int first = view.TokenAt(other.begin());
          const int last = view.TokenAt(other.end() - 1);
          const bool between = word < first ? last < at : at < first && last < word;
          const bool listed =
              word < first &&
              (at == last + 1 || (at == last + 2 && tokens[last + 1].surface() == "و"));
          return between && !listed;
        });
    if (!blocked) return true;
  }
  return !mentioned;
}

std::vector<int> ClaimedEnds::TellingWords(const PassageView& view) const {
  std::vector<int> telling;
  for (const int word : RelationWords(view)) {
    if ((subject_ == nullptr || IsNearestTo(word, subject_->names, view)) &&
        (object_ == nullptr || IsNearestTo(word, object_->names, view))) {
      telling.push_back(word);
    }
  }
  return telling;
}

bool ClaimedEnds::IsTold(const PassageView& view) const { return !TellingWords(view).empty(); }

bool ClaimedEnds::NamesAll(const PassageView& view, double least) const {
  const auto& links = inquiry_.links.links();
  return std::all_of(links.begin(), links.end(), [&](const LinkedName& link) {
    return link.asked.entity().type() == v1::ENTITY_TYPE_LOCATION ||
           inquiry_.meter.NameShare(view, link) >= least;
  });
}

bool ClaimedEnds::NamesOtherHouse(const PassageView& view) const {
  const auto& mentions = view.passage().mentions();
  return std::any_of(mentions.begin(), mentions.end(), [&](const v1::PassageMention& mention) {
    return mention.entity_type() == v1::ENTITY_TYPE_ORGANIZATION &&
           !inquiry_.links.all().contains(mention.entity());
  });
}

bool ClaimedEnds::TellsMost(const PassageView& view) const {
  return inquiry_.meter.Measure(view, view.range(), view.range()).own_coverage >= kRestCoverage;
}

bool ClaimedEnds::TellsRest(const PassageView& view) const {
  return (subject_ != nullptr && object_ != nullptr) || TellsMost(view);
}

bool ClaimedEnds::AsksForMore() const {
  constexpr int kWordsOfMore = 2;
  const v1::Span& trigger = inquiry_.reading.relations(0).trigger();
  const auto& words = inquiry_.words.words();
  int more = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    const bool content = words[i].role == QuestionWord::Role::kContent;
    if (content && !inquiry_.words.IsWithin(static_cast<int>(i), trigger)) ++more;
  }
  return more >= kWordsOfMore;
}

bool ClaimedEnds::TellsOfOthers(const PassageView& view) const {
  return std::any_of(inquiry_.facts.begin(), inquiry_.facts.end(), [&](const v1::Fact& fact) {
    if (!RestsOn(fact, view)) return false;
    return IsOfClaim(fact) ? HasOtherEnd(fact) : IsBetweenTwo(fact.type()) && HasEnds(fact);
  });
}

bool ClaimedEnds::AreJoinedIn(const PassageView& view) const {
  if (!TellsRest(view)) return false;
  const auto& facts = inquiry_.facts;
  if (std::any_of(facts.begin(), facts.end(),
                  [&](const v1::Fact& fact) { return RestsOn(fact, view) && AreJoinedBy(fact); })) {
    return true;
  }
  return !TellsOfOthers(view) && NamesAll(view, NameShares::kWordsOnly) && IsTold(view);
}

bool ClaimedEnds::IsToldOfOne(const PassageView& view, const LinkedName& one,
                              const LinkedName& other) const {
  if (inquiry_.meter.NameShare(view, one) < NameShares::kWordsOnly) return false;
  if (inquiry_.meter.NameShare(view, other) < NameShares::kDocument) return false;
  const std::vector<int> words = RelationWords(view);
  if (std::none_of(words.begin(), words.end(),
                   [&](int word) { return IsNearestTo(word, one.names, view); })) {
    return false;
  }
  if (IsOfWare(type_)) return true;
  const v1::EntityType type = other.asked.entity().type();
  const auto& mentions = view.passage().mentions();
  return std::none_of(mentions.begin(), mentions.end(), [&](const v1::PassageMention& mention) {
    return mention.entity_type() == type && !inquiry_.links.all().contains(mention.entity());
  });
}

bool ClaimedEnds::IsUnseen(const LinkedName& end) const {
  const auto& views = inquiry_.pool.views();
  return !end.stored() && std::all_of(views.begin(), views.end(), [&](const PassageView& view) {
    return inquiry_.meter.NameShare(view, end) == 0;
  });
}

bool ClaimedEnds::IsOfOthersNamedIn(const PassageView& view) const {
  return std::any_of(inquiry_.facts.begin(), inquiry_.facts.end(), [&](const v1::Fact& fact) {
    if (!RestsOn(fact, view) || !IsOfClaim(fact) || !HasOtherEnd(fact)) return false;
    const auto named = [&](const v1::Argument& end) {
      return !end.entity().empty() && !inquiry_.links.all().contains(end.entity()) &&
             view.Mentions({end.entity()}, view.range());
    };
    return named(fact.subject()) || named(fact.object());
  });
}

bool ClaimedEnds::IsToldOtherwiseIn(const PassageView& view) const {
  const absl::flat_hash_set<absl::string_view>& words = OtherWords(type_);
  const auto& tokens = view.passage().tokens();
  return std::any_of(tokens.begin(), tokens.end(), [&](const v1::IndexedToken& token) {
    return HoldsWord(words, token.surface());
  });
}

bool ClaimedEnds::MayTellFigureIn(const PassageView& view) const {
  if (subject_ == nullptr || object_ == nullptr) return true;
  if (IsUnseen(*subject_) || IsUnseen(*object_)) return true;
  const bool all = NamesAll(view, NameShares::kWordsOnly);
  if (all && (IsTableRow(view) || TellsMost(view) || IsToldOtherwiseIn(view))) return true;
  if (AreJoinedIn(view)) return true;
  if (IsOfOthersNamedIn(view)) return false;
  return IsToldOfOne(view, *object_, *subject_) || IsToldOfOne(view, *subject_, *object_);
}

bool ClaimedEnds::MayTellFigure(const v1::Fact& fact) const {
  const auto unlike = [&](const LinkedName* end, const v1::Argument& argument) {
    if (end == nullptr || end->stored() || argument.entity().empty()) return false;
    if (fact.evidence().empty()) return true;
    const v1::Evidence& source = fact.evidence(0);
    const PassageView* view = inquiry_.pool.At(source.document(), source.passage_ordinal());
    return view == nullptr || inquiry_.meter.NameShare(*view, *end) < NameShares::kWordsOnly;
  };
  return !unlike(subject_, fact.subject()) && !unlike(object_, fact.object());
}

bool ClaimedEnds::AsksForOther() const {
  const bool one = (subject_ == nullptr) != (object_ == nullptr);
  const bool unknown = subject_ == nullptr && object_ == nullptr;
  if (type_.empty() || names_ != (one ? 1 : 0) || !(one || unknown)) return false;
  const v1::AnswerType type = inquiry_.reading.answer_type();
  if (type == v1::ANSWER_TYPE_PRODUCT || type == v1::ANSWER_TYPE_LOCATION) return false;
  const std::string& role = inquiry_.reading.relations(0).asked_role();
  if (role == "counterpart") return one;
  return (subject_ == nullptr && role == "subject") || (object_ == nullptr && role == "object");
}

bool ClaimedEnds::IsTakenUpIn(const PassageView& view, const LinkedName& name) const {
  if (type_ != "FOUNDED" || inquiry_.meter.NameShare(view, name) < NameShares::kNeighbour) {
    return false;
  }
  const v1::EntityType type =
      name.stored() ? name.entities.front().type() : name.asked.entity().type();
  const auto& mentions = view.passage().mentions();
  return std::none_of(mentions.begin(), mentions.end(), [&](const v1::PassageMention& mention) {
    return mention.entity_type() == type && !name.names.contains(mention.entity());
  });
}

bool ClaimedEnds::MayBeOtherEnd(const Candidate& candidate) const {
  const PassageView* view = inquiry_.pool.At(candidate.document, candidate.ordinal);
  const LinkedName* given = subject_ != nullptr ? subject_ : object_;
  // What the question names and no store knows is told by its words.
  if (given == nullptr && (view == nullptr || !TellsRest(*view))) return false;
  const bool asks_subject = inquiry_.reading.relations(0).asked_role() == "subject" ||
                            (given != nullptr && subject_ == nullptr);
  bool of_others = false;
  for (const v1::Fact& fact : inquiry_.facts) {
    if (!AreJoinedBy(fact) || fact.polarity() == v1::POLARITY_DENIED) continue;
    const bool swapped =
        IsSymmetric(type_) && given != nullptr &&
        given->names.contains((asks_subject ? fact.subject() : fact.object()).entity());
    const std::string& end = (asks_subject != swapped ? fact.subject() : fact.object()).entity();
    if (end == candidate.entity) return true;
    of_others |= view != nullptr && !end.empty() && RestsOn(fact, *view);
  }
  if (view == nullptr) return false;
  // Who asks for more than the relation is answered by who tells it in other words.
  if (AsksForMore() && TellsMost(*view)) return true;
  if (of_others) return false;
  // Who speaks for a house is no partner of another one.
  const bool among_people = given != nullptr && given->stored() &&
                            given->entities.front().type() == v1::ENTITY_TYPE_PERSON;
  if (candidate.entity_type == v1::ENTITY_TYPE_PERSON && IsBetweenHouses(type_) && !among_people) {
    return false;
  }
  // "It was founded by Z", behind a sentence that names it, and beside nothing else of its kind.
  if (given != nullptr && inquiry_.meter.NameShare(*view, *given) < NameShares::kWordsOnly &&
      !IsTakenUpIn(*view, *given)) {
    return false;
  }
  const absl::flat_hash_set<std::string> found = {candidate.entity};
  const std::vector<int> words = RelationWords(*view);
  return std::any_of(words.begin(), words.end(), [&](int word) {
    return (given == nullptr || IsNearestTo(word, given->names, *view)) &&
           IsNearestTo(word, found, *view);
  });
}

bool ClaimedEnds::IsOftenTakenForGranted() const {
  return type_ == "FOUNDED" || type_ == "PARTNERED_WITH" || type_ == "COMPETES_WITH" ||
         type_ == "SUPPLIES";
}

bool ClaimedEnds::AreDeniedIn(const PassageView& view) const {
  const auto& links = inquiry_.links.links();
  const bool named = std::any_of(links.begin(), links.end(), [&](const LinkedName& link) {
    return inquiry_.meter.NameShare(view, link) >= NameShares::kWordsOnly;
  });
  const std::vector<int> words = RelationWords(view);
  if (!named || words.empty()) return false;
  // "I never joined it": where the very word is denied, and nothing else of its kind named, the
  // article says of whom.
  if (!NamesAll(view, NameShares::kNeighbour)) {
    return NamesAll(view, NameShares::kDocument) && !NamesOtherHouse(view) &&
           std::any_of(words.begin(), words.end(),
                       [&](int word) { return IsDeniedAt(view, word); });
  }
  if (!IsOftenTakenForGranted() || CallsUntrue(view)) return true;
  return std::any_of(words.begin(), words.end(), [&](int word) { return IsDeniedAt(view, word); });
}

bool ClaimedEnds::ExcludedIn(const PassageView& view) const {
  // A house has one buyer, and whoever joins goes to one house.
  const bool by_object = type_ == "ACQUIRED";
  const bool by_subject = type_ == "JOINED" || type_ == "HIRED_FROM";
  if (!(by_object || by_subject) || subject_ == nullptr || object_ == nullptr) return false;
  bool other = false;
  for (const v1::Fact& fact : inquiry_.facts) {
    if (AreJoinedBy(fact) && fact.polarity() != v1::POLARITY_DENIED) return false;
    if (fact.type() != type_ || !RestsOn(fact, view)) continue;
    if (fact.polarity() == v1::POLARITY_DENIED) continue;
    other |= by_subject ? Is(*subject_, fact.subject()) && !fact.object().entity().empty()
                        : Is(*object_, fact.object()) && !fact.subject().entity().empty();
  }
  return other;
}

}  // namespace isnad::answering
