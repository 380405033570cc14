#include "services/answering/objections/other_source.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/answering/passages/name_words.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

bool BearsNameOf(const PassageView& view, const v1::QuestionEntity& person) {
  std::vector<int> tokens(view.passage().tokens_size());
  std::iota(tokens.begin(), tokens.end(), 0);
  const auto& keys = person.entity().folded_keys();
  return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
    return BearsName(view.passage(), tokens, key, /*person=*/true);
  });
}

// The first passages of the article name the person.
bool IsInterviewed(const Inquiry& inquiry, absl::string_view document,
                   const v1::QuestionEntity& person) {
  constexpr int kHead = 3;
  for (int ordinal = 0; ordinal < kHead; ++ordinal) {
    const PassageView* view = inquiry.pool.At(document, ordinal);
    if (view != nullptr && BearsNameOf(*view, person)) return true;
  }
  return false;
}

// The sentence before is what an interviewer asks.
bool IsReply(const Inquiry& inquiry, const PassageView& view) {
  const PassageView* before = inquiry.pool.At(view.document().name(), view.passage().ordinal() - 1);
  if (absl::StartsWith(view.Text(view.range()), "ج:")) return true;
  if (before == nullptr) return false;
  const absl::string_view text = before->Text(before->range());
  return absl::EndsWith(text, "؟") || absl::StartsWith(text, "س:") || absl::StartsWith(text, "■");
}

bool NamesMedium(const PassageView& view) {
  const auto& mentions = view.passage().mentions();
  return std::any_of(mentions.begin(), mentions.end(), [](const v1::PassageMention& mention) {
    for (const absl::string_view medium :
         {"NEWSPAPER", "NEWS_SITE", "NEWS_AGENCY", "MAGAZINE", "BROADCASTER"}) {
      if (mention.entity_class() == medium) return true;
    }
    return false;
  });
}

bool NamesPerson(const PassageView& view) {
  return std::any_of(view.passage().mentions().begin(), view.passage().mentions().end(),
                     [](const v1::PassageMention& mention) {
                       return mention.entity_type() == v1::ENTITY_TYPE_PERSON;
                     });
}

}  // namespace

bool IsOfAnotherSource(const Inquiry& inquiry, const Candidate& candidate) {
  const v1::Span& limit = inquiry.reading.source_limit();
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return false;
  for (const v1::QuestionEntity& entity : inquiry.reading.entities()) {
    if (entity.entity().type() != v1::ENTITY_TYPE_PERSON || entity.span().begin() >= limit.end() ||
        limit.begin() >= entity.span().end()) {
      continue;
    }
    // Who speaks is named there or in the sentence before; who is interviewed, at the head.
    for (int step : {0, -1}) {
      // What a newspaper says is not the word of whom the sentence before named.
      if (step < 0 && NamesMedium(*view)) break;
      const PassageView* near = inquiry.pool.At(candidate.document, candidate.ordinal + step);
      if (near != nullptr && BearsNameOf(*near, entity)) return false;
    }
    const bool interviewed =
        IsReply(inquiry, *view) || IsInterviewed(inquiry, candidate.document, entity);
    // Whom a reply names besides is seldom another speaker where a figure is told.
    return !interviewed || (candidate.kind != Candidate::Kind::kValue && NamesPerson(*view));
  }
  return false;
}

}  // namespace isnad::answering
