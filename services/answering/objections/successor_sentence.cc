#include "services/answering/objections/successor_sentence.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/objections/given_names.h"
#include "services/answering/objections/succession.h"
#include "services/answering/passages/unknown_name.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// Behind these stands whose place is taken.
bool LeadsToPredecessor(absl::string_view surface) {
  static const auto* words = new absl::flat_hash_set<absl::string_view>{
      "خلفا", "بديلا", "محل", "مكان", "بدلا", "خليفه", "لخلافه", "وريثا", "عوضا", "خلف", "خلفت"};
  absl::ConsumePrefix(&surface, "و");
  return words->contains(surface);
}

// Persons whom the question gives: known names, or mentions that are spelled otherwise there.
bool IsGiven(const Inquiry& inquiry, const PassageView& view, const v1::PassageMention& mention) {
  const Range place = {mention.begin(), mention.end()};
  if (inquiry.links.all().contains(mention.entity())) return true;
  if (IsSpelledOtherwise(inquiry, view, place)) return true;
  const int last = view.TokenAt(place.end - 1);
  const auto& links = inquiry.links.links();
  return std::any_of(links.begin(), links.end(), [&](const LinkedName& link) {
    const auto& keys = link.asked.entity().folded_keys();
    return !link.stored() && IsBystander(inquiry, link) &&
           std::find(keys.begin(), keys.end(), view.passage().tokens(last).surface()) != keys.end();
  });
}

bool IsPerson(const v1::PassageMention& mention) {
  return mention.entity_type() == v1::ENTITY_TYPE_PERSON;
}

bool NamesGivenPerson(const Inquiry& inquiry, const PassageView& view) {
  const auto& mentions = view.passage().mentions();
  if (std::any_of(mentions.begin(), mentions.end(), [&](const v1::PassageMention& mention) {
        return IsPerson(mention) && IsGiven(inquiry, view, mention);
      })) {
    return true;
  }
  const auto& links = inquiry.links.links();
  return std::any_of(links.begin(), links.end(), [&](const LinkedName& link) {
    return IsBystander(inquiry, link) &&
           inquiry.meter.NameShare(view, link) >= NameShares::kWordsOnly;
  });
}

bool NamesOtherPerson(const Inquiry& inquiry, const PassageView& view) {
  const auto& mentions = view.passage().mentions();
  return std::any_of(mentions.begin(), mentions.end(), [&](const v1::PassageMention& mention) {
    return IsPerson(mention) && !IsGiven(inquiry, view, mention);
  });
}

// "In place of him": whom the sentence before names.
bool IsPronounAt(const PassageView& view, int token) {
  static const auto* pronouns =
      new absl::flat_hash_set<absl::string_view>{"منه", "منها", "منهم", "عنه", "عنها", "له", "لها"};
  return token < view.passage().tokens_size() &&
         pronouns->contains(view.passage().tokens(token).surface());
}

// "X was appointed in place of Y": Y, who is named behind the word, is not whom the question gives.
bool IsOfOtherPredecessor(const Inquiry& inquiry, const PassageView& view) {
  constexpr int kReach = 4;
  for (int token = 0; token < view.passage().tokens_size(); ++token) {
    if (!LeadsToPredecessor(view.passage().tokens(token).surface())) continue;
    if (IsPronounAt(view, token + 1)) continue;
    for (const v1::PassageMention& mention : view.passage().mentions()) {
      const int distance = view.TokenAt(mention.begin()) - token;
      if (IsPerson(mention) && distance >= 1 && distance <= kReach) {
        return !IsGiven(inquiry, view, mention);
      }
    }
  }
  return false;
}

// "And X was appointed in his place": X, whom the question gives, is the one who came.
bool HasCome(const Inquiry& inquiry, const PassageView& view) {
  static const auto* places = new absl::flat_hash_set<absl::string_view>{
      "بدلا", "خلفا", "بديلا", "مكانه", "مكانها", "محله", "محلها", "عوضا", "لخلافته", "لخلافتها"};
  constexpr int kReach = 2;
  return std::any_of(view.passage().mentions().begin(), view.passage().mentions().end(),
                     [&](const v1::PassageMention& mention) {
                       if (!IsPerson(mention) || !IsGiven(inquiry, view, mention)) return false;
                       const int last = view.TokenAt(mention.end() - 1);
                       const int end = std::min(view.passage().tokens_size(), last + 1 + kReach);
                       for (int token = last + 1; token < end; ++token) {
                         const v1::IndexedToken& word = view.passage().tokens(token);
                         if (word.part_of_speech() == v1::PART_OF_SPEECH_PUNCT) return false;
                         if (places->contains(word.surface())) return true;
                       }
                       return false;
                     });
}

// The sentence opens with the verb of taking over, whoever does it.
bool OpensWithTakingOver(const PassageView& view) {
  static const auto* verbs = new absl::flat_hash_set<absl::string_view>{
      "تسلم",  "تسلمت",  "تولي",   "تولت",    "يتولي",  "تتولي",  "سيتولي", "ستتولي",
      "سيحل",  "ستحل",   "حل",     "حلت",     "سيتسلم", "ستتسلم", "خلفه",   "خلفها",
      "خلفته", "خلفتها", "سيخلفه", "سيخلفها", "ستخلفه", "ستخلفها"};
  if (view.passage().tokens().empty()) return false;
  absl::string_view first = view.passage().tokens(0).surface();
  if (verbs->contains(first)) return true;
  return absl::ConsumePrefix(&first, "و") && verbs->contains(first);
}

// "No successor has been named."
bool NamesNobodyYet(const PassageView& view) {
  static const auto* words = new absl::flat_hash_set<absl::string_view>{
      "لم", "ولم", "لن", "ولن", "دون", "ليس", "يعلن", "تعلن", "يحدد", "تحدد", "يحسم", "البحث"};
  return std::any_of(
      view.passage().tokens().begin(), view.passage().tokens().end(),
      [](const v1::IndexedToken& token) { return words->contains(token.surface()); });
}

bool SucceedsAnywhere(const PassageView& view) {
  return std::any_of(view.passage().tokens().begin(), view.passage().tokens().end(),
                     [](const v1::IndexedToken& token) {
                       return SucceedsByPronoun(token.surface()) ||
                              LeadsToPredecessor(token.surface());
                     });
}

// Of a post alone those tell, too, who leave theirs.
bool TellsOfTakingPlace(const PassageView& view) {
  static const auto* posts =
      new absl::flat_hash_set<absl::string_view>{"منصبه", "منصبها", "مهامه", "مهامها", "خلافه"};
  static const auto* leaving = new absl::flat_hash_set<absl::string_view>{
      "ترك", "تركت", "غادر", "غادرت", "استقال", "استقالت", "سيغادر", "ستغادر", "مغادره"};
  bool leaves = false;
  bool post = false;
  for (const v1::IndexedToken& token : view.passage().tokens()) {
    leaves |= leaving->contains(token.surface());
    post |= posts->contains(token.surface());
  }
  if (!TellsOfSuccession(view)) return false;
  return !(leaves && post) || SucceedsAnywhere(view);
}

// Somebody of the candidate's article is one whom the question has a word for.
bool NamesGivenInDocument(const Inquiry& inquiry, const Candidate& candidate) {
  constexpr size_t kShortest = 6;
  absl::flat_hash_set<absl::string_view> asked;
  for (const QuestionWord& word : inquiry.words.words()) {
    if (word.surface.size() >= kShortest) asked.insert(word.surface);
  }
  for (const PassageView& view : inquiry.pool.views()) {
    if (view.document().name() != candidate.document) continue;
    for (const v1::PassageMention& mention : view.passage().mentions()) {
      if (!IsPerson(mention) || mention.entity() == candidate.entity) continue;
      const int last = view.TokenAt(mention.end() - 1);
      if (asked.contains(view.passage().tokens(last).surface()) ||
          IsGiven(inquiry, view, mention)) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

bool TellsNoSuccession(const Inquiry& inquiry, const Candidate& candidate) {
  constexpr double kLeastMatch = 0.45;
  if (inquiry.reading.answer_type() != v1::ANSWER_TYPE_PERSON || !SaysSuccession(inquiry.reading) ||
      AsksForPredecessor(inquiry.reading)) {
    return false;
  }
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr || IsTableRow(*view)) return false;
  if (HasCome(inquiry, *view)) return true;
  if (TellsOfTakingPlace(*view)) return false;
  // Where the article speaks of the predecessor, any word of the question's verb tells as much.
  const auto& links = inquiry.links.links();
  if (std::none_of(links.begin(), links.end(),
                   [&](const LinkedName& link) { return IsBystander(inquiry, link); }) &&
      !NamesGivenInDocument(inquiry, candidate)) {
    return true;
  }
  const v1::Span& trigger = inquiry.reading.relations(0).trigger();
  for (size_t i = 0; i < inquiry.words.words().size(); ++i) {
    if (inquiry.words.IsWithin(static_cast<int>(i), trigger) && view->best()[i] >= kLeastMatch) {
      return false;
    }
  }
  return true;
}

const PassageView* FindSuccessorSentence(const Inquiry& inquiry) {
  constexpr int kBefore = 2;
  if (inquiry.reading.answer_type() != v1::ANSWER_TYPE_PERSON ||
      AsksForPredecessor(inquiry.reading) || !AsksForSuccession(inquiry)) {
    return nullptr;
  }
  for (const PassageView& view : inquiry.pool.views()) {
    const v1::PassageKind kind = view.passage().kind();
    if (kind == v1::PASSAGE_KIND_HEADLINE || kind == v1::PASSAGE_KIND_HEADING) continue;
    if (!TellsOfSuccession(view) || IsOfOtherPredecessor(inquiry, view) || HasCome(inquiry, view)) {
      continue;
    }
    const bool other = NamesOtherPerson(inquiry, view);
    if (!other && (NamesNobodyYet(view) || !(HasUnknownName(view) || OpensWithTakingOver(view)))) {
      continue;
    }
    for (int step = 0; step <= kBefore; ++step) {
      const PassageView* before =
          inquiry.pool.At(view.document().name(), view.passage().ordinal() - step);
      if (before == nullptr) continue;
      if (NamesGivenPerson(inquiry, *before)) return &view;
      // What goes on about somebody else takes up no longer whom the question gives.
      if (step > 0 && NamesOtherPerson(inquiry, *before)) break;
    }
  }
  return nullptr;
}

}  // namespace isnad::answering
