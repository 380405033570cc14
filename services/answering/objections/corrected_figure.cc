#include "services/answering/objections/corrected_figure.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/evidence/value_key.h"
#include "services/answering/objections/rival_figure.h"
#include "services/answering/passages/excerpt.h"
#include "services/answering/passages/word_set.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

using Words = absl::flat_hash_set<absl::string_view>;

// A figure stands at most so many words before the one that it is put in the place of.
constexpr int kCorrectionReach = 14;
// "25 million is much exaggerated".
constexpr int kVerdictReach = 4;
constexpr size_t kExcerptCharacters = 230;
// Share of the question that the passage must say where the question names nobody.
constexpr double kNamelessCoverage = 0.15;
constexpr double kSameShare = 0.005;

// A figure at its place.
struct Told {
  const PassageView* view = nullptr;
  v1::Value value;
  Range place;
};

// `kept` is put in the place of `rejected`.
struct Correction {
  Told kept;
  Told rejected;
};

Range PlaceOf(const v1::Value& value) { return {value.span().begin(), value.span().end()}; }

bool IsNegation(absl::string_view word) {
  static const auto* words = new Words{"لا", "ليس", "وليس", "ليست", "وليست", "ليسوا", "وليسوا"};
  return words->contains(word);
}

// "Not 60", "not in March".
bool IsRejectedBefore(const PassageView& view, Range place) {
  static const auto* between = new Words{"في", "الي", "عن", "من", "علي", "نحو", "مجرد", "فقط"};
  int token = view.TokenAt(place.begin) - 1;
  if (between->contains(SurfaceAt(view, token))) --token;
  return IsNegation(SurfaceAt(view, token));
}

// "25 million is exaggerated", "the figure of 300 is not correct".
bool IsRejectedAfter(const PassageView& view, Range place) {
  static const auto* wrong =
      new Words{"مبالغ", "مبالغه", "مغلوط", "مغلوطه", "خاطي", "خاطيه", "خطا", "مضلل"};
  static const auto* right = new Words{"صحيح", "صحيحه", "دقيق", "دقيقه"};
  const int first = view.TokenAt(place.end);
  for (int token = first; token < first + kVerdictReach; ++token) {
    if (wrong->contains(SurfaceAt(view, token))) return true;
    if (SurfaceAt(view, token) == "غير" && right->contains(SurfaceAt(view, token + 1))) return true;
  }
  return false;
}

double AmountOf(const v1::Value& value) {
  return value.has_money()      ? value.money().amount()
         : value.has_quantity() ? value.quantity().amount()
                                : value.length().amount();
}

// The word behind the number is no unit: "4.2 as was written".
bool IsBare(const PassageView& view, const v1::Value& value) {
  if (!value.has_quantity()) return false;
  if (value.quantity().unit().empty()) return true;
  const int last = view.TokenAt(PlaceOf(value).end - 1);
  return last > view.TokenAt(PlaceOf(value).begin) && SurfaceAt(view, last) == "كما";
}

// What a bare number is of where it stands beside `like`: "3.6 billion, not 4.2".
v1::Value Understood(const PassageView& view, const v1::Value& value, const v1::Value& like) {
  constexpr double kMostTimes = 5;
  if (!IsBare(view, value)) return value;
  v1::Value understood = like;
  for (double scale = 1; scale <= 1e9; scale *= 1000) {
    const double amount = value.quantity().amount() * scale;
    if (amount * kMostTimes < AmountOf(like) || amount > kMostTimes * AmountOf(like)) continue;
    if (understood.has_money()) understood.mutable_money()->set_amount(amount);
    if (understood.has_quantity()) understood.mutable_quantity()->set_amount(amount);
    if (understood.has_length()) understood.mutable_length()->set_amount(amount);
    return understood;
  }
  return value;
}

bool IsSame(const v1::Value& a, const v1::Value& b) {
  if (a.kind_case() != b.kind_case()) return false;
  const double most = std::max(std::abs(AmountOf(a)), std::abs(AmountOf(b)));
  return MayDiffer(a, b) && std::abs(AmountOf(a) - AmountOf(b)) <= kSameShare * most;
}

// Whether `b` may be put in the place of `a`. Dates are read relative to others too often.
bool MayReplace(const v1::Value& a, const v1::Value& b) {
  return !a.has_date() && a.kind_case() == b.kind_case() && MayDiffer(a, b) && !IsSame(a, b);
}

Told At(const PassageView& view, const v1::Value& value, v1::Value understood) {
  return {&view, std::move(understood), PlaceOf(value)};
}

void AddWithin(const PassageView& view, std::vector<Correction>* corrections) {
  const auto& values = view.passage().values();
  for (int i = 0; i < values.size(); ++i) {
    const v1::Value& rejected = values[i];
    if (IsRejectedBefore(view, PlaceOf(rejected))) {
      // The nearest one before that may stand in its place.
      for (int j = i - 1; j >= 0; --j) {
        const int apart =
            view.TokenAt(PlaceOf(rejected).begin) - view.TokenAt(PlaceOf(values[j]).end);
        if (apart > kCorrectionReach) break;
        const v1::Value understood = Understood(view, rejected, values[j]);
        if (!MayReplace(values[j], understood)) continue;
        corrections->push_back({At(view, values[j], values[j]), At(view, rejected, understood)});
        break;
      }
    }
    if (!IsRejectedAfter(view, PlaceOf(rejected))) continue;
    for (int j = i + 1; j < values.size(); ++j) {
      const v1::Value understood = Understood(view, values[j], rejected);
      if (!MayReplace(rejected, understood)) continue;
      corrections->push_back({At(view, values[j], understood), At(view, rejected, rejected)});
      break;
    }
  }
}

// Whether the passage holds up what others say to somebody who replies.
bool HoldsUp(const PassageView& view) {
  static const auto* told =
      new Words{"قيل", "يقال", "تردد", "يتردد", "يشاع", "اشيع", "صحيح", "يزعم", "سمعنا", "نسمع"};
  for (int token = 0; token < view.passage().tokens_size(); ++token) {
    if (told->contains(SurfaceAt(view, token))) return true;
  }
  return false;
}

void AddReply(const PassagePool& pool, const PassageView& view,
              std::vector<Correction>* corrections) {
  if (view.passage().values().empty() || !HoldsUp(view)) return;
  const PassageView* reply = pool.At(view.document().name(), view.passage().ordinal() + 1);
  if (reply == nullptr) return;
  for (const v1::Value& rejected : view.passage().values()) {
    for (const v1::Value& kept : reply->passage().values()) {
      const v1::Value understood = Understood(*reply, kept, rejected);
      if (!MayReplace(rejected, understood)) continue;
      corrections->push_back({At(*reply, kept, understood), At(view, rejected, rejected)});
      break;
    }
  }
}

// Words of a name that the question gives stand there, whatever they were taken for.
bool HasWordsOfName(const Inquiry& inquiry, const PassageView& view) {
  constexpr double kLeastMatch = 0.6;
  constexpr size_t kLeastBytes = 7;
  return std::any_of(view.matches().begin(), view.matches().end(), [&](const WordMatch& match) {
    return match.strength >= kLeastMatch &&
           inquiry.words.words()[match.word].role == QuestionWord::Role::kName &&
           SurfaceAt(view, match.token).size() >= kLeastBytes;
  });
}

// The article speaks of those whom the question names, all but one at most.
bool IsAboutNames(const Inquiry& inquiry, const PassageView& view) {
  const auto& links = inquiry.links.links();
  if (HasWordsOfName(inquiry, view)) return true;
  if (links.empty()) {
    return inquiry.meter.Measure(view, view.range(), view.range()).own_coverage >=
           kNamelessCoverage;
  }
  const auto absent = std::count_if(links.begin(), links.end(), [&](const LinkedName& link) {
    return inquiry.meter.NameShare(view, link) < NameShares::kDocument;
  });
  return absent <= 1 && absent < static_cast<std::ptrdiff_t>(links.size());
}

Candidate MakeCandidate(const Inquiry& inquiry, const Told& told, const Candidate& like) {
  Candidate made;
  made.kind = Candidate::Kind::kValue;
  made.value = told.value;
  made.key = ValueKey(told.value);
  made.words = std::string(told.view->Text(told.place));
  made.place = told.place;
  made.document = told.view->document().name();
  made.ordinal = told.view->passage().ordinal();
  made.from_passage = true;
  made.fit = like.fit;
  made.score = like.score;
  made.relevance =
      inquiry.meter.Measure(*told.view, told.view->ClauseAround(told.place), told.place);
  const Range excerpt = Excerpt(*told.view, inquiry.words, told.place, kExcerptCharacters);
  made.excerpt = std::string(told.view->Text(excerpt));
  made.citations = {told.view->Cite(excerpt)};
  return made;
}

}  // namespace

absl::optional<Candidate> OtherAccount(const Inquiry& inquiry, const Candidate& known,
                                       Accounts accounts) {
  if (known.kind != Candidate::Kind::kValue || known.value.has_date()) return absl::nullopt;
  for (const PassageView& view : inquiry.pool.views()) {
    std::vector<Correction> corrections;
    AddWithin(view, &corrections);
    AddReply(inquiry.pool, view, &corrections);
    for (const Correction& correction : corrections) {
      const bool kept = accounts == Accounts::kBoth && IsSame(known.value, correction.kept.value);
      if (!kept && !IsSame(known.value, correction.rejected.value)) continue;
      if (!IsAboutNames(inquiry, view)) continue;
      return MakeCandidate(inquiry, kept ? correction.rejected : correction.kept, known);
    }
  }
  return absl::nullopt;
}

}  // namespace isnad::answering
