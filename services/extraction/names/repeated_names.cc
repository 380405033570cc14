#include "services/extraction/names/repeated_names.h"

#include <algorithm>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/text/fold.h"

namespace isnad::extraction {
namespace {

constexpr int kShortestRepeated = 3;  // letters
constexpr int kRare = 8;              // log2 of the frequency in raw text
constexpr double kLeastConfidence = 0.5;

// A name by its words, the first without proclitics.
struct KnownName {
  std::vector<std::string> words;
  EntityType type;
  std::string entity_class;
  double confidence;
};

bool Continues(const Analysis& analysis, int token, const KnownName& name) {
  const int size = static_cast<int>(analysis.tokens.size());
  if (token + static_cast<int>(name.words.size()) > size) return false;
  for (size_t i = 1; i < name.words.size(); ++i) {
    const Token& word = analysis.tokens[token + i];
    if (word.surface != name.words[i] || word.passage != analysis.tokens[token].passage) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::vector<NameSpan> FindRepeatedNames(const Analysis& analysis, const WordDistribution* words,
                                        const std::vector<NameSpan>& spans, const TokenMask& mask) {
  absl::flat_hash_map<std::string, std::vector<KnownName>> names;  // by first word
  for (const NameSpan& span : spans) {
    // Surnames of people are the linker's.
    if (span.confidence < kLeastConfidence || span.entry >= 0) continue;
    if (span.type == EntityType::kPerson && span.tokens.size() > 1) continue;
    const Token& first = analysis.tokens[span.tokens.begin];
    if (first.shape != TokenShape::kArabic) continue;
    const ByteRange bare = {span.range.begin, first.range.end};
    KnownName name{{Fold(analysis.Quote(bare))}, span.type, span.entity_class, span.confidence};
    if (LetterCount(name.words[0]) < kShortestRepeated) continue;
    if (span.tokens.size() == 1 && words != nullptr &&
        words->Find(analysis.Quote(bare)).frequency >= kRare) {
      continue;
    }
    for (int i = span.tokens.begin + 1; i < span.tokens.end; ++i) {
      name.words.push_back(analysis.tokens[i].surface);
    }
    names[name.words[0]].push_back(name);
  }
  std::vector<NameSpan> repeated;
  if (names.empty()) return repeated;
  TokenMask weak(analysis.tokens.size());
  for (const NameSpan& span : spans) {
    const bool place = span.entry >= 0 && span.type == EntityType::kLocation;
    const bool lone = span.entry < 0 && span.type == EntityType::kPerson;
    if (span.tokens.size() == 1 && (place || lone)) weak.Take(span.tokens);
  }
  const auto is_free = [&](TokenRange tokens, EntityType type) {
    const bool house = tokens.size() > 1 && type == EntityType::kOrganization;
    for (int i = tokens.begin; i < tokens.end; ++i) {
      if (mask.taken(i) && !(house && weak.taken(i))) return false;
    }
    return true;
  };
  for (int i = 0; i < static_cast<int>(analysis.tokens.size()); ++i) {
    const Token& word = analysis.tokens[i];
    if (word.shape != TokenShape::kArabic || (mask.taken(i) && !weak.taken(i))) continue;
    for (const BareForm& form : BareForms(word.surface)) {
      const auto known = names.find(form.text);
      if (known == names.end()) continue;
      const KnownName* best = nullptr;
      for (const KnownName& name : known->second) {
        const TokenRange tokens = {i, i + static_cast<int>(name.words.size())};
        if (!Continues(analysis, i, name) || !is_free(tokens, name.type)) continue;
        if (best == nullptr || name.words.size() > best->words.size()) best = &name;
      }
      if (best == nullptr) continue;
      NameSpan span;
      span.tokens = {i, i + static_cast<int>(best->words.size())};
      span.range = analysis.BytesOf(span.tokens);
      span.range.begin = WithoutLetters(analysis, word, form.stripped_letters).begin;
      span.type = best->type;
      span.entity_class = best->entity_class;
      span.confidence = best->confidence * 0.9;
      span.rule = "repeated";
      repeated.push_back(span);
      i = span.tokens.end - 1;
      break;
    }
  }
  return repeated;
}

void TypeSurnames(const Analysis& analysis, std::vector<NameSpan>* spans) {
  absl::flat_hash_map<std::string, bool> surnames;  // folded
  for (const NameSpan& span : *spans) {
    if (span.type != EntityType::kPerson || span.tokens.size() < 2) continue;
    const ByteRange tail = {analysis.tokens[span.tokens.begin + 1].range.begin, span.range.end};
    surnames[Fold(analysis.Quote(tail))] = true;
  }
  for (NameSpan& span : *spans) {
    if (span.entry >= 0 || span.type == EntityType::kPerson) continue;
    if (!surnames.contains(Fold(analysis.Quote(span.range)))) continue;
    span.type = EntityType::kPerson;
    span.entity_class.clear();
    span.kind = MentionKind::kShortName;
  }
}

}  // namespace isnad::extraction
