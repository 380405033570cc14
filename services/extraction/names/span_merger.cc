#include "services/extraction/names/span_merger.h"

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"

namespace isnad::extraction {
namespace {

constexpr double kLeast = 0.5;  // confidence of a learned name
constexpr double kLeastOfRareKinds = 0.3;
constexpr double kSureAround = 0.6;  // confidence of a learned name around a known one
constexpr float kSureOutside = 12;   // margin
constexpr int kFrequent = 7;         // log2 of the frequency in raw text

}  // namespace

bool SpanMerger::Outweighs(const NameSpan& found, const NameSpan& known) const {
  const bool around =
      found.tokens.contains(known.tokens) && found.tokens.size() > known.tokens.size();
  if (!around || found.confidence < kSureAround || known.rule == "institution") return false;
  const bool opens = found.tokens.begin == known.tokens.begin;
  if (opens && known.type != EntityType::kLocation && GoesOnOtherwise(known.tokens.end)) {
    return false;
  }
  switch (known.type) {
    case EntityType::kLocation:
      return true;  // "جامعة نيويورك", "محمد المصري"
    case EntityType::kPerson:
      return found.type == EntityType::kOrganization ? !opens : known.tokens.size() == 1;
    case EntityType::kOrganization:
      return opens &&
             (found.type == EntityType::kOrganization || found.type == EntityType::kProduct);
    default:
      return opens && found.type == EntityType::kProduct;
  }
}

// What stands behind a name is no part of it: another person ("سيمنز" ليلى منصور), a noun or
// verb of the dictionary ("دانون" مصنعا), a number.
bool SpanMerger::GoesOnOtherwise(int token) const {
  const Token& word = analysis_.tokens[token];
  if (word.shape == TokenShape::kDigits) return false;
  if (lexicon_.IsGivenName(word.surface)) return true;
  if (!word.listed || absl::StartsWith(word.surface, "لل")) return false;
  return word.part_of_speech == PartOfSpeech::kVerb || word.part_of_speech == PartOfSpeech::kNoun;
}

// "السعودية" behind the name of something else tells where it comes from.
bool SpanMerger::IsAdjective(const NameSpan& span, const std::vector<bool>& behind_name) const {
  if (span.type != EntityType::kLocation || span.tokens.size() != 1) return false;
  if (!behind_name[span.tokens.begin]) return false;
  const Token& word = analysis_.tokens[span.tokens.begin];
  return absl::StartsWith(word.surface, "ال") && lexicon_.IsDemonym(word.surface);
}

// Of each token the index of the span that covers it, or -1.
std::vector<int> SpanMerger::Cover(const std::vector<NameSpan>& spans) const {
  std::vector<int> cover(analysis_.tokens.size(), -1);
  for (size_t i = 0; i < spans.size(); ++i) {
    std::fill(cover.begin() + spans[i].tokens.begin, cover.begin() + spans[i].tokens.end,
              static_cast<int>(i));
  }
  return cover;
}

std::vector<NameSpan> SpanMerger::JoinLonger(std::vector<NameSpan> known,
                                             std::vector<NameSpan> found) const {
  const std::vector<int> cover = Cover(known);
  std::vector<bool> given_up(known.size(), false);
  std::vector<NameSpan> joined;
  for (NameSpan& span : found) {
    bool longest = true;
    for (int i = span.tokens.begin; i < span.tokens.end && longest; ++i) {
      longest = cover[i] < 0 || known[cover[i]].tokens.size() < span.tokens.size();
    }
    if (!longest) continue;
    for (int i = span.tokens.begin; i < span.tokens.end; ++i) {
      if (cover[i] >= 0) given_up[cover[i]] = true;
    }
    joined.push_back(std::move(span));
  }
  for (size_t i = 0; i < known.size(); ++i) {
    if (!given_up[i]) joined.push_back(std::move(known[i]));
  }
  return joined;
}

std::vector<NameSpan> SpanMerger::JoinKnown(std::vector<NameSpan> known,
                                            std::vector<NameSpan> found) const {
  const std::vector<int> cover = Cover(known);
  std::vector<NameSpan> joined;
  std::vector<bool> given_up(known.size(), false);
  std::vector<bool> behind_name(analysis_.tokens.size() + 1, false);
  for (const NameSpan& span : found) {
    const bool rare = span.type == EntityType::kOrganization || span.type == EntityType::kProduct;
    if (span.confidence < (rare ? kLeastOfRareKinds : kLeast)) continue;
    // Around several known names it is not one name but a list of them.
    int touched = 0;
    int inner = -1;
    for (int i = span.tokens.begin; i < span.tokens.end; ++i) {
      if (cover[i] < 0 || cover[i] == inner) continue;
      ++touched;
      inner = cover[i];
    }
    if (touched == 1 && Outweighs(span, known[inner])) given_up[inner] = true;
    if (touched > 1 || (touched == 1 && !given_up[inner])) continue;
    if (span.type != EntityType::kLocation) behind_name[span.tokens.end] = true;
    joined.push_back(span);
  }
  for (size_t i = 0; i < known.size(); ++i) {
    if (!given_up[i] && !IsAdjective(known[i], behind_name)) joined.push_back(std::move(known[i]));
  }
  std::stable_sort(joined.begin(), joined.end(), [](const NameSpan& a, const NameSpan& b) {
    return a.tokens.begin < b.tokens.begin;
  });
  return joined;
}

bool SpanMerger::Believes(const NameSpan& rule) const {
  if (learned_.empty() || rule.rule == "quoted-cue") return true;
  if (learned_.OutsideMargin(reading_, rule.tokens) < kSureOutside) return true;
  // "سيدريك مونتاي": a given name before a word, neither of which a dictionary has.
  if (rule.rule == "given-name" && rule.tokens.size() > 1) {
    return std::none_of(analysis_.tokens.begin() + rule.tokens.begin,
                        analysis_.tokens.begin() + rule.tokens.end,
                        [](const Token& word) { return word.listed || word.stop_word; });
  }
  if (rule.rule != "cue-noun") return false;
  // Behind a cue noun a word that nobody writes is a name, and one that many write is none.
  for (int i = rule.tokens.begin; i < rule.tokens.end; ++i) {
    if (reading_.text.distribution[i].facts.frequency >= kFrequent) return false;
  }
  return true;
}

}  // namespace isnad::extraction
