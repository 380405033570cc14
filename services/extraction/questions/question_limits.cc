#include "services/extraction/questions/question_limits.h"

#include <algorithm>

#include "absl/strings/string_view.h"
#include "services/extraction/questions/asked_unit_price.h"
#include "services/extraction/questions/interrogative.h"

namespace isnad::extraction {
namespace {

constexpr int kMaxSourceTokens = 8;
constexpr int kMaxAlternativeTokens = 8;

// Tokens of a source marker at `token`, or 0.
int SourceMarkerAt(const QuestionText& text, int token) {
  static constexpr absl::string_view kPhrases[] = {
      "according to", "as reported by", "as per",        "based on",    "in the words of",
      "as stated by", "in the article", "in the report", "وفقا ل",      "استنادا الي",
      "نقلا عن",      "علي حد قول",     "بناء علي",      "وفق ما ذكرت", "وفق ما ذكره",
      "بحسب ما ذكرت", "بحسب ما ذكره",   "بحسب ما نشرته", "حسب ما ذكرت", "going by",
      "كما قال",      "كما قالت",       "كما ذكر",       "كما ذكرت",    "كما اعلن",
      "كما اعلنت",    "كما صرح",        "كما صرحت",      "كما يقول",    "كما تقول",
      "كما اكد",      "كما اكدت"};
  for (const absl::string_view phrase : kPhrases) {
    if (text.MatchesAt(token, phrase)) {
      return 1 + static_cast<int>(std::count(phrase.begin(), phrase.end(), ' '));
    }
  }
  if (IsPerUnit(text, token)) return 0;
  if (text.Is(token, {"بحسب", "وفق", "وفقا", "حسب", "حسبما", "per", "وبحسب"})) return 1;
  return 0;
}

bool IsGenericSource(const QuestionText& text, int token) {
  return text.HasKey(token, {"source", "article", "report", "account", "media", "insider", "people",
                             "person", "مقال", "مقاله", "مصدر", "مصادر", "تقرير", "تقارير",
                             "مقالات", "خبر", "مطلع", "نص"}) ||
         text.Is(token, {"the",     "familiar",  "various", "different", "all",      "these",
                         "several", "المختلفه",  "مطلعه",   "مختلف",     "المذكوره", "المنشوره",
                         "عده",     "ل",         "هذا",     "هذه",       "to",       "in",
                         "روايه",   "الروايتين", "روايتين", "الطرفين",   "المصدرين", "الروايات",
                         "ماذكر",   "other",     "reports", "اعلاميه",   "صحفيه"});
}

bool EndsSource(const QuestionText& text, int token) {
  if (text.words()[token].mention >= 0) return false;
  return AskingWordAt(text, token) ||
         text.Is(token,
                 {"did",  "does", "do",  "is",  "was", "are", "were", "has", "have", "had", "will",
                  "that", "هل",   "فما", "فمن", "كم",  "ما",  "ماذا", "متي", "اين",  "كيف"});
}

// End of the words that name the source, from `begin` on.
int SourceEnd(const QuestionText& text, TokenRange range, int begin) {
  int end = begin;
  bool named = false;
  while (end < range.end && end - begin < kMaxSourceTokens) {
    const QuestionWord& word = text.words()[end];
    const bool quotation = text.Is(end, {"\"", "«", "»", "'", "“", "”"});
    if (word.punctuation && !quotation) break;
    if (end > begin && EndsSource(text, end)) break;
    if (end == begin && EndsSource(text, end)) break;
    // A name closes the phrase unless it goes on with quotation marks.
    if (named && word.mention < 0 && !quotation) break;
    named = named || word.mention >= 0;
    ++end;
  }
  return end;
}

bool DateIsAsked(const QuestionText& text, const ValueMention& value) {
  return value.kind != ValueKind::kDate || !value.resolved || value.tokens.end > text.size();
}

// "في أغسطس أم سبتمبر" offers dates rather than limiting by them.
bool InAlternative(const QuestionText& text, TokenRange tokens) {
  return text.Is(tokens.end, {"ام", "or"}) || text.Is(tokens.begin - 1, {"ام", "or"}) ||
         text.Is(tokens.begin - 2, {"ام", "or"});
}

bool StartsAlternative(const QuestionText& text, int token) {
  return text.Is(token, {"at", "in", "with", "from", "to", "for", "by", "on", "a", "an", "the"}) ||
         text.Is(token, {"في", "من", "مع", "الي", "علي", "عن", "لدي"});
}

TokenRange RightAlternative(const QuestionText& text, TokenRange range, int joiner) {
  TokenRange right = {joiner + 1, joiner + 1};
  // A mark inside a name, as in "A& B", ends nothing.
  const auto ends = [&](int token) {
    return text.words()[token].punctuation && text.words()[token].mention < 0 &&
           text.SurfaceAt(token) != "&";
  };
  while (right.end < range.end && !ends(right.end) && right.size() < 2 * kMaxAlternativeTokens) {
    ++right.end;
  }
  return right;
}

TokenRange LeftAlternative(const QuestionText& text, TokenRange range, int joiner,
                           TokenRange right) {
  int end = joiner;
  while (end > range.begin && text.words()[end - 1].punctuation) --end;
  TokenRange left = {end, end};
  const absl::string_view opener = text.SurfaceAt(right.begin);
  const bool clause =
      text.Is(right.begin, {"did", "does", "was", "were", "is", "has", "have", "he", "she", "it",
                            "they", "will", "انه", "انها", "هو", "هي"});
  const int right_mention = right.empty() ? -1 : text.words()[right.begin].mention;
  const int most = clause ? 2 * kMaxAlternativeTokens : kMaxAlternativeTokens;
  while (left.begin > range.begin && left.size() < most) {
    const int before = left.begin - 1;
    if (text.words()[before].punctuation) break;
    if (AskingWordAt(text, before) || text.Is(before, {"هل", "did", "was", "were", "is", "are"})) {
      break;
    }
    --left.begin;
    if (StartsAlternative(text, left.begin) && text.SurfaceAt(left.begin) == opener) break;
    // A name stands against a name, a word against a word.
    const int mention = text.words()[left.begin].mention;
    if (!clause && !StartsAlternative(text, right.begin)) {
      const bool whole =
          mention < 0 || before == range.begin || text.words()[left.begin - 1].mention != mention;
      if (right_mention >= 0 && mention >= 0 && whole) break;
      if (right_mention < 0 && left.size() >= right.size()) break;
    }
  }
  // A name is not cut in two.
  while (left.begin > range.begin && text.words()[left.begin].mention >= 0 &&
         text.words()[left.begin - 1].mention == text.words()[left.begin].mention) {
    --left.begin;
  }
  return left;
}

}  // namespace

SourceLimit ReadSourceLimit(const QuestionText& text, TokenRange range) {
  SourceLimit limit;
  for (int t = range.begin; t < range.end; ++t) {
    if (text.words()[t].mention >= 0) continue;
    const int marker = SourceMarkerAt(text, t);
    if (marker == 0) continue;
    const int begin = t + marker;
    const int end = SourceEnd(text, range, begin);
    if (end == begin) continue;
    limit.phrase = {t, end};
    bool specific = false;
    for (int s = begin; s < end; ++s) {
      specific |= !text.words()[s].punctuation && !IsGenericSource(text, s);
    }
    // A title keeps its quotation marks.
    if (specific) limit.source = {begin, end};
    return limit;
  }
  return limit;
}

absl::optional<DateInterval> ReadTimeLimit(const QuestionText& text, TokenRange range) {
  for (const ValueMention& value : text.analysis().values) {
    if (!range.contains(value.tokens) || DateIsAsked(text, value)) continue;
    if (!value.date.start.has_value() && !value.date.end.has_value()) continue;
    if (InAlternative(text, value.tokens)) continue;
    DateInterval limit = value.date;
    const int before = value.tokens.begin - 1;
    const int further = before - 1;
    const auto governed = [&](std::initializer_list<absl::string_view> words) {
      return text.Is(before, words) || text.Is(further, words) ||
             text.Is(value.tokens.begin, words);
    };
    // The value may have taken "since" or "before" into its interval already.
    if (!limit.start.has_value() || !limit.end.has_value()) return limit;
    if (governed({"before", "until", "قبل", "حتي"})) {
      limit.end = governed({"until", "حتي"}) ? limit.end : limit.start;
      limit.start.reset();
    } else if (governed({"after", "بعد"})) {
      limit.start = limit.end;
      limit.end.reset();
    } else if (governed({"since", "منذ"})) {
      limit.end.reset();
    }
    return limit;
  }
  return absl::nullopt;
}

std::vector<TokenRange> ReadAlternatives(const QuestionText& text, TokenRange range) {
  std::vector<TokenRange> alternatives;
  for (int t = range.begin + 1; t + 1 < range.end; ++t) {
    if (text.words()[t].mention >= 0 || text.words()[t].value >= 0) continue;
    const bool joins = text.arabic() ? text.Is(t, {"ام"}) : text.Is(t, {"or"});
    if (!joins) continue;
    const TokenRange right = RightAlternative(text, range, t);
    const TokenRange left = LeftAlternative(text, range, t, right);
    if (left.empty() || right.empty()) continue;
    if (alternatives.empty()) alternatives.push_back(left);
    alternatives.push_back(right);
  }
  return alternatives;
}

}  // namespace isnad::extraction
