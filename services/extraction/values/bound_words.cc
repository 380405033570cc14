#include "services/extraction/values/bound_words.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "services/extraction/text/fold.h"

namespace isnad::extraction {
namespace {

// Words between a bounding verb and its figure: "تجاوزت قيمة الصفقة 14 مليارا".
constexpr int kMaxVerbGap = 4;

constexpr absl::string_view kAboutBefore =
    "نحو|حوالي|حوالى|قرابة|ما يقارب|يقارب|تقارب|قارب|قاربت|ما يقرب من|يقرب من|زهاء|تقريبا|بحدود|"
    "في حدود|حدود|ما يناهز|يناهز|تناهز|ناهز|ناهزت|يقترب من|تقترب من|اقترب من|اقتربت من|ما يعادل "
    "نحو|"
    "ما بين نحو|about|around|approximately|roughly|nearly|almost|circa|close to|an estimated|"
    "estimated|some|approx|~";
constexpr absl::string_view kAtLeastBefore =
    "أكثر من|اكثر من|أكبر من|أزيد من|أعلى من|ما لا يقل عن|لا يقل عن|لا تقل عن|ليس أقل من|لا أقل من|"
    "يزيد على|يزيد عن|تزيد على|تزيد عن|زاد على|زاد عن|زادت على|زادت عن|ما يزيد على|ما يزيد عن|يربو "
    "على|"
    "تربو على|ينيف على|ما ينيف على|فوق|على الأقل|بحد أدنى|كحد "
    "أدنى|يتجاوز|تتجاوز|تجاوز|تجاوزت|متجاوزا|"
    "متجاوزة|يتخطى|تتخطى|تخطى|تخطت|متخطيا|متخطية|يفوق|تفوق|فاق|فاقت|يتعدى|تتعدى|تعدى|تعدت|يبدأ من|"
    "تبدأ من|more than|over|at least|above|greater than|no less than|not less than|no fewer than|"
    "upwards of|in excess of|exceeding|exceeds|exceed|exceeded|surpassing|surpassed|surpasses|"
    "topped|topping|starting at|a minimum of|minimum of|>";
constexpr absl::string_view kAtMostBefore =
    "أقل من|اقل من|أدنى من|دون|ما دون|لا يتجاوز|لا تتجاوز|لم يتجاوز|لم تتجاوز|لن يتجاوز|لن تتجاوز|"
    "لا يتعدى|لا تتعدى|لم يتعد|لم تتعد|لا يزيد على|لا يزيد عن|لا تزيد على|لا تزيد عن|لا يفوق|لا "
    "تفوق|"
    "ما لا يزيد على|ما لا يزيد عن|ليس أكثر من|لا أكثر من|يصل إلى|تصل إلى|يصل حتى|تصل حتى|"
    "ما يصل إلى|بحد أقصى|كحد أقصى|حد أقصى|حتى|بما يصل إلى|less than|fewer than|under|below|"
    "up to|at most|no more than|not more than|as much as|as many as|a maximum of|maximum of|<";
// A result or forecast, although its last words look like an upper bound.
constexpr absl::string_view kExactBefore =
    "ليصل إلى|لتصل إلى|أن يصل إلى|أن تصل إلى|أن يصل حجمه إلى|وصل إلى|وصلت إلى";
constexpr absl::string_view kAboutAfter = "تقريبا|على وجه التقريب|أو نحو ذلك|approximately|or so";
constexpr absl::string_view kAtLeastAfter =
    "على الأقل|فأكثر|أو أكثر|فما فوق|كحد أدنى|على أقل تقدير|at least|or more|plus|+";
constexpr absl::string_view kAtMostAfter =
    "على الأكثر|كحد أقصى|بحد أقصى|أو أقل|فأقل|على أبعد تقدير|at most|or less|or fewer";
// A verb, then words, then the rest right before the figure.
constexpr absl::string_view kAtLeastVerbs =
    "تجاوز|تجاوزت|يتجاوز|تتجاوز|تخطى|تخطت|يتخطى|تتخطى|فاق|فاقت|يفوق|تفوق|متجاوزا|متجاوزة|تعدى|تعدت|"
    "يزيد على|يزيد عن|تزيد على|تزيد عن|زاد على|زاد عن|زادت على|زادت عن|exceed|exceeds|exceeded";
constexpr absl::string_view kAtMostVerbs = "يصل إلى|تصل إلى";
constexpr absl::string_view kNotBelowVerbs = "يقل عن|تقل عن";

bool IsNegation(absl::string_view word) {
  return word == "لا" || word == "لم" || word == "لن" || word == "ولا" || word == "ولم" ||
         word == "not" || word == "never";
}

// `surface` is `word`, perhaps behind proclitics.
bool Matches(absl::string_view surface, absl::string_view word) {
  if (surface == word) return true;
  if (static_cast<unsigned char>(word[0]) < 0x80 || !absl::ConsumeSuffix(&surface, word)) {
    return false;
  }
  for (absl::string_view clitics : {"و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "ال"}) {
    if (surface == clitics) return true;
  }
  return false;
}

bool IsGap(const ValueWord& word) {
  return word.exists() && !word.punctuation() && !word.figure.has_value() &&
         word.sense().number == NumberRole::kNone;
}

}  // namespace

std::vector<BoundWords::Phrase> BoundWords::Fold(Bound bound, absl::string_view phrases) {
  std::vector<Phrase> folded;
  for (absl::string_view phrase : absl::StrSplit(phrases, '|')) {
    Phrase entry;
    entry.bound = bound;
    for (absl::string_view word : absl::StrSplit(phrase, ' ')) {
      entry.words.push_back(isnad::extraction::Fold(word));
    }
    folded.push_back(std::move(entry));
  }
  return folded;
}

BoundWords::BoundWords() {
  const auto add = [](std::vector<Phrase> phrases, std::vector<Phrase>* to) {
    for (Phrase& phrase : phrases) to->push_back(std::move(phrase));
  };
  // First, so that it wins over phrases of the same length.
  add(Fold(Bound::kExact, kExactBefore), &before_);
  add(Fold(Bound::kAbout, kAboutBefore), &before_);
  add(Fold(Bound::kAtLeast, kAtLeastBefore), &before_);
  add(Fold(Bound::kAtMost, kAtMostBefore), &before_);
  add(Fold(Bound::kAbout, kAboutAfter), &after_);
  add(Fold(Bound::kAtLeast, kAtLeastAfter), &after_);
  add(Fold(Bound::kAtMost, kAtMostAfter), &after_);
  add(Fold(Bound::kAtLeast, kAtLeastVerbs), &verbs_);
  add(Fold(Bound::kAtMost, kAtMostVerbs), &verbs_);
  add(Fold(Bound::kAtMost, kNotBelowVerbs), &verbs_);
}

// The longest phrase wins: "لا يتجاوز" before "يتجاوز".
const BoundWords::Phrase* BoundWords::FindBefore(const ValueText& text, int index) const {
  const Phrase* best = nullptr;
  for (const Phrase& phrase : before_) {
    const int size = static_cast<int>(phrase.words.size());
    if (best != nullptr && size <= static_cast<int>(best->words.size())) continue;
    bool matches = true;
    for (int k = 0; k < size && matches; ++k) {
      matches = Matches(text[index - size + k].surface(), phrase.words[k]);
    }
    if (matches) best = &phrase;
  }
  return best;
}

const BoundWords::Phrase* BoundWords::FindFromStart(const std::vector<Phrase>& phrases,
                                                    const ValueText& text, int index) const {
  const Phrase* best = nullptr;
  for (const Phrase& phrase : phrases) {
    if (best != nullptr && phrase.words.size() <= best->words.size()) continue;
    bool matches = true;
    for (size_t k = 0; k < phrase.words.size() && matches; ++k) {
      matches = Matches(text[index + static_cast<int>(k)].surface(), phrase.words[k]);
    }
    if (matches) best = &phrase;
  }
  return best;
}

const BoundWords::Phrase* BoundWords::FindAfter(const ValueText& text, int index) const {
  return FindFromStart(after_, text, index);
}

int BoundWords::BeginBefore(const ValueText& text, int index) const {
  const Phrase* phrase = FindBefore(text, index);
  return phrase == nullptr ? index : index - static_cast<int>(phrase->words.size());
}

int BoundWords::EndAfter(const ValueText& text, int index) const {
  const Phrase* phrase = FindFromStart(before_, text, index);
  return phrase == nullptr ? index : index + static_cast<int>(phrase->words.size());
}

Bound BoundWords::DecodeVerb(const ValueText& text, int begin) const {
  for (const Phrase& phrase : verbs_) {
    const int tail = static_cast<int>(phrase.words.size()) - 1;
    bool matches = true;
    for (int k = 0; k < tail && matches; ++k) {
      matches = Matches(text[begin - tail + k].surface(), phrase.words[1 + k]);
    }
    if (!matches) continue;
    const int last = begin - tail - 1;
    for (int at = last; at >= last - kMaxVerbGap && IsGap(text[at]); --at) {
      if (!Matches(text[at].surface(), phrase.words[0])) continue;
      const absl::string_view before = text[at - 1].surface();
      if (phrase.bound == Bound::kAtMost && before == "ان") return Bound::kExact;
      const bool negated = IsNegation(before);
      if (!negated) return phrase.bound;
      return phrase.bound == Bound::kAtLeast ? Bound::kAtMost : Bound::kAtLeast;
    }
  }
  return Bound::kExact;
}

Bound BoundWords::Decode(const ValueText& text, TokenRange tokens) const {
  int begin = tokens.begin;
  // A detached clitic or article belongs to the figure: "نحو الـ50 ألفا".
  while (text[begin - 1].exists() &&
         (text[begin - 1].surface() == "ال" || text[begin - 1].surface() == "ب" ||
          text[begin - 1].surface() == "ل" || text[begin - 1].is(Function::kThe) ||
          text[begin - 1].is(Function::kA))) {
    --begin;
  }
  if (const Phrase* phrase = FindBefore(text, begin)) {
    // "أكثر من نحو 600": the outer words decide.
    const int outer = begin - static_cast<int>(phrase->words.size());
    const Phrase* further = phrase->bound == Bound::kAbout ? FindBefore(text, outer) : nullptr;
    return further != nullptr ? further->bound : phrase->bound;
  }
  if (const Phrase* phrase = FindAfter(text, tokens.end)) return phrase->bound;
  return DecodeVerb(text, begin);
}

}  // namespace isnad::extraction
