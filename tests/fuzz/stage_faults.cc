#include <cstdlib>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/terms/index_stemmer.h"
#include "services/extraction/terms/term_reader.h"
#include "services/extraction/text/script.h"
#include "services/extraction/tokenize/tokenizer.h"
#include "tests/fuzz/checked_text.h"
#include "tests/fuzz/faults.h"

namespace isnad::fuzz {
namespace {

using extraction::Analysis;
using extraction::DecodedChar;
using extraction::DecodeUtf8;
using extraction::IndexStemmer;
using extraction::IndexTerms;
using extraction::Passage;
using extraction::TermReader;
using extraction::Token;
using extraction::TokenShape;

std::string CoverageFault(const Analysis& analysis) {
  size_t passage = 0;
  for (int i = 0; i < static_cast<int>(analysis.text.size());) {
    const DecodedChar c = DecodeUtf8(analysis.text, i);
    if (!c.valid || !extraction::IsWhitespace(c.code_point)) {
      while (passage < analysis.passages.size() && analysis.passages[passage].range.end <= i) {
        ++passage;
      }
      if (passage == analysis.passages.size() ||
          !analysis.passages[passage].range.contains({i, i + c.length})) {
        return absl::StrCat("byte ", i, " belongs to no passage");
      }
    }
    i += c.length;
  }
  return {};
}

const IndexStemmer& Stemmer() {
  static const IndexStemmer* stemmer = [] {
    auto created = IndexStemmer::Create(extraction::LexiconFiles::Embedded());
    if (!created.ok()) std::abort();
    return new IndexStemmer(*std::move(created));
  }();
  return *stemmer;
}

std::string TermFault(const Analysis& analysis, const Passage& passage, IndexTerms* terms) {
  TermReader(&Stemmer()).Read(analysis.Quote(passage.range), terms);
  int next = 0;
  for (int t = passage.tokens.begin; t < passage.tokens.end; ++t) {
    const Token& token = analysis.tokens[t];
    if (token.shape == TokenShape::kPunctuation || token.shape == TokenShape::kSymbol ||
        token.surface.empty()) {
      continue;
    }
    if (next >= terms->size()) return absl::StrCat("no term for token ", t);
    if (terms->surface(next) != token.surface ||
        terms->range(next).begin + passage.range.begin != token.range.begin ||
        terms->stem(next) != Stemmer().Stem(token.surface, token.shape)) {
      return absl::StrCat("another term for token ", t);
    }
    ++next;
  }
  return next == terms->size() ? "" : "a term without a token";
}

}  // namespace

std::string SegmentFault(absl::string_view bytes) {
  const Analysis analysis = Segmented(bytes);
  const Boundaries boundaries(analysis.text);
  int last_end = 0;
  for (int p = 0; p < static_cast<int>(analysis.passages.size()); ++p) {
    const Passage& passage = analysis.passages[p];
    if (!boundaries.Holds(passage.range)) return absl::StrCat("bad range of passage ", p);
    if (passage.range.begin < last_end) return absl::StrCat("passage ", p, " overlaps");
    if (passage.heading >= p) return absl::StrCat("heading of passage ", p, " is not above it");
    last_end = passage.range.end;
  }
  return CoverageFault(analysis);
}

std::string TokenFault(absl::string_view bytes) {
  Analysis analysis = Segmented(bytes);
  extraction::Tokenizer().Tokenize(&analysis);
  const Boundaries boundaries(analysis.text);
  IndexTerms terms;
  int next = 0;
  for (int p = 0; p < static_cast<int>(analysis.passages.size()); ++p) {
    const Passage& passage = analysis.passages[p];
    if (passage.tokens.begin != next)
      return absl::StrCat("tokens of passage ", p, " do not follow");
    next = passage.tokens.end;
    int last_end = passage.range.begin;
    for (int t = passage.tokens.begin; t < passage.tokens.end; ++t) {
      const Token& token = analysis.tokens[t];
      if (token.passage != p || !boundaries.Holds(token.range) || token.range.begin < last_end ||
          token.range.end > passage.range.end || token.form.empty()) {
        return absl::StrCat("token ", t, " is wrong");
      }
      last_end = token.range.end;
    }
    std::string fault = TermFault(analysis, passage, &terms);
    if (!fault.empty()) return fault;
  }
  return next == static_cast<int>(analysis.tokens.size()) ? "" : "a token without a passage";
}

}  // namespace isnad::fuzz
