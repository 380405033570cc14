#include "services/answering/objections/form_objections.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "services/answering/evidence/answer_fit.h"

namespace isnad::answering {

namespace v1 = isnad::v1;

bool IsQuestion(const Inquiry& inquiry, const Candidate& candidate) {
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return absl::EndsWith(candidate.excerpt, "؟");
  const absl::string_view text = absl::StripTrailingAsciiWhitespace(view->Text(view->range()));
  // In an interview what is asked is marked so, with a question mark or without.
  for (const absl::string_view mark : {"س:", "س :", "سؤال:", "■ "}) {
    if (absl::StartsWith(text, mark)) return true;
  }
  return absl::EndsWith(text, "؟") || absl::EndsWith(text, "?");
}

bool IsDateline(const Inquiry& inquiry, const Candidate& candidate) {
  if (candidate.from_fact || inquiry.reading.answer_type() != v1::ANSWER_TYPE_LOCATION) {
    return false;
  }
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return false;
  absl::string_view rest = view->Text(view->range());
  if (!absl::ConsumePrefix(&rest, candidate.words)) return false;
  rest = absl::StripLeadingAsciiWhitespace(rest);
  for (const absl::string_view mark : {":", "-", "–", "—", "،"}) {
    if (absl::StartsWith(rest, mark)) return true;
  }
  return false;
}

namespace {

std::string FoldedLabel(absl::string_view label) {
  return absl::StrReplaceAll(label, {{"أ", "ا"}, {"إ", "ا"}, {"آ", "ا"}, {"ة", "ه"}, {"ى", "ي"}});
}

// "The company" stands there for a name that the question has among its words, though it was not
// read as one.
bool HasLabelOf(const Inquiry& inquiry, const Candidate& candidate) {
  if (candidate.label_ar.empty()) return false;
  const std::string label = FoldedLabel(candidate.label_ar);
  const std::vector<absl::string_view> names = absl::StrSplit(label, ' ', absl::SkipEmpty());
  const auto& words = inquiry.words.words();
  return std::all_of(names.begin(), names.end(), [&](absl::string_view name) {
    return std::any_of(words.begin(), words.end(),
                       [&](const QuestionWord& word) { return word.surface == name; });
  });
}

}  // namespace

bool RepeatsQuestion(const Inquiry& inquiry, const Candidate& candidate) {
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr || candidate.kind == Candidate::Kind::kValue) return false;
  if (!AsksForEntity(inquiry.reading.answer_type())) return false;
  if (HasLabelOf(inquiry, candidate)) return true;
  // A description stands there for a name that is told elsewhere.
  if (candidate.kind == Candidate::Kind::kEntity &&
      view->Text(candidate.place) != candidate.words) {
    return false;
  }
  bool any = false;
  for (int token = view->TokenAt(candidate.place.begin); token < view->passage().tokens_size();
       ++token) {
    if (view->TokenBytes(token).begin >= candidate.place.end) break;
    if (view->passage().tokens(token).part_of_speech() == v1::PART_OF_SPEECH_PUNCT) continue;
    any = true;
    const bool own =
        std::any_of(view->matches().begin(), view->matches().end(), [&](const WordMatch& match) {
          return match.token == token && match.strength >= 0.5 &&
                 inquiry.words.words()[match.word].role != QuestionWord::Role::kName;
        });
    if (!own) return false;
  }
  return any;
}

}  // namespace isnad::answering
