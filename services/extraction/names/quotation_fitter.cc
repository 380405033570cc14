#include "services/extraction/names/quotation_fitter.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "absl/strings/string_view.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

constexpr int kLongestName = 4;   // tokens
constexpr int kFarthestKind = 3;  // tokens before the mark
constexpr double kConfidence = 0.7;

bool OpensOnly(absl::string_view form) { return IsOneOf(form, {"«", "“", "„"}); }
bool ClosesOnly(absl::string_view form) { return IsOneOf(form, {"»", "”"}); }

// The names of Latin letters, folded: "إس تي جيه في".
bool IsLetterName(absl::string_view surface) {
  return IsOneOf(surface, {"ايه", "اي",  "بي", "سي",  "دي",  "اف", "جي",  "جيه",   "اتش",
                           "كيه", "كاي", "ام", "ان",  "او",  "ار", "كيو", "اس",    "تي",
                           "يو",  "في",  "ال", "اكس", "واي", "زد", "زي",  "دبليو", "ال"});
}

bool IsSpelled(const Analysis& analysis, int token) {
  if (!IsLetterName(analysis.tokens[token].surface)) return false;
  const int size = static_cast<int>(analysis.tokens.size());
  return (token > 0 && IsLetterName(analysis.tokens[token - 1].surface)) ||
         (token + 1 < size && IsLetterName(analysis.tokens[token + 1].surface));
}

// What each token is to quotations: marks of one shape open and close in turn.
enum class Mark : uint8_t { kNone, kOpens, kCloses };

std::vector<Mark> MarksOf(const Analysis& analysis) {
  std::vector<Mark> marks(analysis.tokens.size(), Mark::kNone);
  for (const Passage& passage : analysis.passages) {
    bool open = false;
    for (int i = passage.tokens.begin; i < passage.tokens.end; ++i) {
      const absl::string_view form = analysis.tokens[i].form;
      const bool straight = form == "\"";
      if (OpensOnly(form) || (straight && !open)) {
        marks[i] = Mark::kOpens;
        open = true;
      } else if (ClosesOnly(form) || straight) {
        marks[i] = Mark::kCloses;
        open = false;
      }
    }
  }
  return marks;
}

// «كريم رايدز», «أمازون السعودية»: whole quotations that open with a listed name of an organisation
// or product, and go on with words that no dictionary has or a place, are names of their own. The
// gazetteers have the longer names that stand for the same.
void WidenListed(const Analysis& analysis, const std::vector<Mark>& marks, TokenMask* widened,
                 std::vector<NameSpan>* spans) {
  const int size = static_cast<int>(analysis.tokens.size());
  TokenMask others(analysis.tokens.size());
  TokenMask places(analysis.tokens.size());
  for (const NameSpan& span : *spans) {
    const bool place = span.entry >= 0 && span.type == EntityType::kLocation;
    (place ? places : others).Take(span.tokens);
  }
  for (NameSpan& span : *spans) {
    const bool thing = span.type == EntityType::kOrganization || span.type == EntityType::kProduct;
    const Token& first = analysis.tokens[span.tokens.begin];
    if (span.entry < 0 || !thing || first.shape != TokenShape::kArabic) continue;
    if (span.tokens.begin == 0 || marks[span.tokens.begin - 1] != Mark::kOpens) continue;
    if (span.range.begin != first.range.begin) continue;
    int end = span.tokens.end;
    while (end < size && end - span.tokens.begin < kLongestName && !others.taken(end) &&
           analysis.tokens[end].shape == TokenShape::kArabic && !analysis.tokens[end].stop_word &&
           (!analysis.tokens[end].listed || places.taken(end))) {
      ++end;
    }
    if (end == span.tokens.end || end >= size || marks[end] != Mark::kCloses) continue;
    span.tokens.end = end;
    span.range.end = analysis.tokens[end - 1].range.end;
    span.entry = -1;
    if (span.type == EntityType::kProduct) span.entity_class.clear();
    span.rule = "quoted-whole";
    span.kind = MentionKind::kName;
    span.confidence = kConfidence;
    widened->Take(span.tokens);
  }
}

// «ريف فايبر» is not «فايبر»: a listed name that closes a quotation is part of another when the
// word before it is no dictionary's, or opens names elsewhere in the text.
void WidenClosing(const Analysis& analysis, const std::vector<Mark>& marks, TokenMask* widened,
                  std::vector<NameSpan>* spans) {
  const int size = static_cast<int>(analysis.tokens.size());
  std::vector<absl::string_view> openings;
  for (const NameSpan& span : *spans) {
    if (span.entry < 0) openings.push_back(analysis.tokens[span.tokens.begin].surface);
  }
  TokenMask named(analysis.tokens.size());
  for (const NameSpan& span : *spans) named.Take(span.tokens);
  for (NameSpan& span : *spans) {
    const int front = span.tokens.begin - 1;
    const bool thing = span.type == EntityType::kOrganization || span.type == EntityType::kProduct;
    if (span.entry < 0 || !thing || front < 1 || span.tokens.end >= size) continue;
    if (marks[front - 1] != Mark::kOpens || marks[span.tokens.end] != Mark::kCloses) continue;
    const Token& word = analysis.tokens[front];
    if (word.shape != TokenShape::kArabic || word.stop_word || named.taken(front)) continue;
    if (analysis.tokens[span.tokens.begin].shape != TokenShape::kArabic) continue;
    const bool opens = std::find(openings.begin(), openings.end(), word.surface) != openings.end();
    if (word.listed && !opens) continue;
    span.tokens.begin = front;
    span.range = analysis.BytesOf(span.tokens);
    span.entry = -1;
    if (span.type == EntityType::kProduct) span.entity_class.clear();
    span.rule = "quoted-whole";
    span.kind = MentionKind::kName;
    span.confidence = kConfidence;
    widened->Take(span.tokens);
  }
}

// «دلتا باي» behind "تطبيق": what a noun of kind leads is one name, whatever the gazetteers know of
// its words.
void JoinBehindKinds(const Analysis& analysis, const CueFinder& cues,
                     const std::vector<Mark>& marks, std::vector<NameSpan>* spans) {
  const int size = static_cast<int>(analysis.tokens.size());
  std::vector<int> named(size, -1);
  for (size_t s = 0; s < spans->size(); ++s) {
    const TokenRange tokens = (*spans)[s].tokens;
    for (int i = tokens.begin; i < tokens.end; ++i) named[i] = static_cast<int>(s);
  }
  std::vector<bool> joined(spans->size(), false);
  std::vector<NameSpan> names;
  for (int open = 1; open + 2 < size; ++open) {
    if (marks[open] != Mark::kOpens) continue;
    int close = open + 1;
    bool inside = false;  // some of the words are a name, all of which stands between the marks
    bool whole = true;
    while (close < size && close - open <= kLongestName && marks[close] == Mark::kNone) {
      const Token& word = analysis.tokens[close];
      const bool verb = word.part_of_speech == PartOfSpeech::kVerb && word.listed;
      whole = whole && word.shape != TokenShape::kPunctuation && !word.stop_word && !verb &&
              !cues.IsNationality(close);
      inside = inside || named[close] >= 0;
      ++close;
    }
    if (close >= size || marks[close] != Mark::kCloses || !inside || !whole) continue;
    const TokenRange words = {open + 1, close};
    for (int i = words.begin; i < words.end; ++i) {
      const int name = named[i];
      if (name < 0) continue;
      const TokenRange tokens = (*spans)[name].tokens;
      whole = whole && tokens.begin >= words.begin && tokens.end <= words.end && !(tokens == words);
    }
    if (!whole) continue;
    const KindNoun kind = cues.KindOfQuoted(open, nullptr);
    if (kind.cue == nullptr || kind.named || kind.token + kFarthestKind < open) continue;
    if (kind.cue->type != EntityType::kOrganization && kind.cue->type != EntityType::kProduct) {
      continue;
    }
    for (int i = words.begin; i < words.end; ++i) {
      if (named[i] >= 0) joined[named[i]] = true;
    }
    NameSpan name;
    name.tokens = words;
    name.range = analysis.BytesOf(words);
    name.type = kind.cue->type;
    name.entity_class = kind.cue->entity_class;
    name.rule = "quoted-whole";
    name.confidence = kConfidence;
    names.push_back(std::move(name));
  }
  if (names.empty()) return;
  for (size_t s = 0; s < spans->size(); ++s) {
    if (!joined[s]) names.push_back(std::move((*spans)[s]));
  }
  std::stable_sort(names.begin(), names.end(), [](const NameSpan& a, const NameSpan& b) {
    return a.tokens.begin < b.tokens.begin;
  });
  *spans = std::move(names);
}

}  // namespace

void FitToQuotations(const Analysis& analysis, const CueFinder& cues,
                     std::vector<NameSpan>* spans) {
  TokenMask mask(analysis.tokens.size());
  TokenMask places(analysis.tokens.size());  // of the gazetteers: they may be part of a name
  for (const NameSpan& span : *spans) {
    const bool place = span.entry >= 0 && span.type == EntityType::kLocation;
    (place ? places : mask).Take(span.tokens);
  }
  const std::vector<Mark> marks = MarksOf(analysis);
  const auto opens = [&](int token) { return marks[token] == Mark::kOpens; };
  const auto closes = [&](int token) { return marks[token] == Mark::kCloses; };
  const auto nominal = [&](int token) {
    const Token& word = analysis.tokens[token];
    if (mask.taken(token) || word.shape != TokenShape::kArabic) return false;
    if (IsSpelled(analysis, token)) return true;
    return !word.stop_word && (word.part_of_speech == PartOfSpeech::kNoun ||
                               word.part_of_speech == PartOfSpeech::kAdjective ||
                               word.part_of_speech == PartOfSpeech::kProperNoun);
  };
  TokenMask widened(analysis.tokens.size());
  for (NameSpan& span : *spans) {
    if (span.entry >= 0 || span.type == EntityType::kLocation) continue;
    const TokenRange passage = analysis.passages[analysis.tokens[span.tokens.begin].passage].tokens;
    TokenRange whole = span.tokens;
    const bool opened = whole.begin > passage.begin && opens(whole.begin - 1);
    // "«لومارا»": behind the mark no letter is a preposition.
    if (opened) span.range.begin = analysis.tokens[whole.begin].range.begin;
    for (int i = whole.begin + 1; i < whole.end; ++i) {
      if (closes(i) && opened) whole.end = i;
    }
    // "أعوان «نوفاميد»": what stands before the mark is no part of the name.
    for (int i = whole.begin + 1; i + 1 < whole.end; ++i) {
      if (opens(i)) whole.begin = i + 1;
    }
    // «تولي روبوتيكس»: so may a first word.
    const int front = whole.begin - 1;
    if (front > passage.begin && opens(front - 1) && whole.end < passage.end && closes(whole.end) &&
        !mask.taken(front) && !analysis.tokens[front].stop_word && whole.size() < kLongestName &&
        analysis.tokens[front].shape == TokenShape::kArabic &&
        analysis.tokens[front].part_of_speech == PartOfSpeech::kVerb) {
      --whole.begin;
    }
    // «سينما دار»: in quotation marks a last word may be written like a verb.
    if (whole.end + 1 < passage.end && !mask.taken(whole.end) && whole.begin > passage.begin &&
        opens(whole.begin - 1) && closes(whole.end + 1) &&
        analysis.tokens[whole.end].shape == TokenShape::kArabic &&
        (!analysis.tokens[whole.end].stop_word || IsSpelled(analysis, whole.end)) &&
        whole.size() < kLongestName) {
      ++whole.end;
    }
    int begin = whole.begin;
    while (begin > passage.begin && whole.end - begin < kLongestName && nominal(begin - 1)) --begin;
    int end = whole.end;
    while (end < passage.end && end - begin < kLongestName && nominal(end)) ++end;
    const bool closed =
        begin > passage.begin && end < passage.end && opens(begin - 1) && closes(end);
    if (closed) whole = {begin, end};
    if (whole.begin == span.tokens.begin && whole.end == span.tokens.end) continue;
    const int first = span.range.begin;
    const bool same_opening = whole.begin == span.tokens.begin;
    span.tokens = whole;
    span.range = analysis.BytesOf(whole);
    if (same_opening) span.range.begin = first;
    mask.Take(whole);
    widened.Take(whole);
  }
  WidenListed(analysis, marks, &widened, spans);
  WidenClosing(analysis, marks, &widened, spans);
  spans->erase(std::remove_if(spans->begin(), spans->end(),
                              [&](const NameSpan& span) {
                                return span.entry >= 0 && span.type == EntityType::kLocation &&
                                       widened.any(span.tokens);
                              }),
               spans->end());
  JoinBehindKinds(analysis, cues, marks, spans);
}

}  // namespace isnad::extraction
