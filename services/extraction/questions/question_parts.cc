#include "services/extraction/questions/question_parts.h"

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/questions/interrogative.h"
#include "services/extraction/questions/word_keys.h"

namespace isnad::extraction {
namespace {

bool IsQuestionEnd(const QuestionText& text, int token) {
  const absl::string_view mark = text.SurfaceAt(token);
  return absl::StrContains(mark, "?") || absl::StrContains(mark, "؟");
}

bool Asks(const QuestionText& text, TokenRange range) {
  return FindInterrogative(text, range).found();
}

// "وماذا", "ومتي", "وباي": the conjunction is written onto the asking word or its preposition.
bool ArabicPartBegins(const QuestionText& text, int token) {
  const QuestionWord& word = text.words()[token];
  if (word.mention >= 0 || word.bare == word.surface) return false;
  return AskingWordAt(text, token) || text.Is(token, {"وهل", "واذا"});
}

bool EnglishPartBegins(const QuestionText& text, int token) {
  if (text.Is(token, {"and", "but"})) return AskingWordAt(text, token + 1);
  // "Who left, why, and when?"
  return text.words()[token - 1].punctuation && !IsQuestionEnd(text, token - 1) &&
         text.Is(token, {"why", "when", "where"});
}

bool PartBegins(const QuestionText& text, int token) {
  return text.arabic() ? ArabicPartBegins(text, token) : EnglishPartBegins(text, token);
}

}  // namespace

std::vector<TokenRange> SplitQuestion(const QuestionText& text) {
  std::vector<TokenRange> parts;
  TokenRange current = {0, 0};
  for (int t = 0; t < text.size(); ++t) {
    const bool after_mark = t > 0 && IsQuestionEnd(text, t - 1);
    const bool begins = t > current.begin &&
                        (after_mark || (PartBegins(text, t) && Asks(text, {current.begin, t})));
    if (begins) {
      parts.push_back({current.begin, t});
      current.begin = t;
    }
  }
  current.end = text.size();
  parts.push_back(current);
  std::vector<TokenRange> asking;
  for (const TokenRange part : parts) {
    if (!text.Trim(part).empty() && Asks(text, part)) {
      asking.push_back(part);
    } else if (!asking.empty()) {
      asking.back().end = part.end;
    } else {
      asking.push_back(part);
    }
  }
  // Words before the first asking part belong to it.
  if (asking.size() > 1 && !Asks(text, asking[0])) {
    asking[1].begin = asking[0].begin;
    asking.erase(asking.begin());
  }
  return asking;
}

}  // namespace isnad::extraction
