#include "services/extraction/tools/train_names/training_text.h"

#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/extraction/segment/segmenter.h"
#include "services/extraction/tokenize/tokenizer.h"

namespace isnad::extraction {
namespace {

// Labels of the tokens of one name, marks at its ends left out.
void LabelName(const Analysis& analysis, TokenRange tokens, NameKind kind,
               std::vector<NameLabel>* labels) {
  const auto is_mark = [&](int i) { return analysis.tokens[i].shape == TokenShape::kPunctuation; };
  TokenRange inner = tokens;
  while (inner.size() > 1 && is_mark(inner.begin)) ++inner.begin;
  while (inner.size() > 1 && is_mark(inner.end - 1)) --inner.end;
  for (int i = inner.begin; i < inner.end; ++i) {
    (*labels)[i] = i == inner.begin ? BeginOf(kind) : InsideOf(kind);
  }
}

}  // namespace

AnnotatedText ReadAnnotatedText(const std::vector<eval::ConllDocument>& documents,
                                const WordDistribution* distribution) {
  AnnotatedText result;
  Analysis analysis;
  std::vector<int> word_starts;
  std::vector<std::pair<GoldName, ByteRange>> names;
  int sentence_index = 0;
  for (const auto& document : documents) {
    for (const auto& sentence : document) {
      std::vector<ByteRange> words;
      Passage passage;
      passage.range.begin = static_cast<int>(analysis.text.size());
      for (const auto& word : sentence) {
        const int begin = static_cast<int>(analysis.text.size());
        absl::StrAppend(&analysis.text, word.text, " ");
        words.push_back({begin, begin + static_cast<int>(word.text.size())});
        word_starts.push_back(begin);
      }
      passage.range.end = static_cast<int>(analysis.text.size());
      analysis.passages.push_back(passage);
      for (const auto& name : eval::NamesOf(sentence)) {
        const NameKind kind = KindOf(NameLabelOf(absl::StrCat("B-", name.type)));
        names.push_back({{sentence_index, name.begin, name.end, kind},
                         {words[name.begin].begin, words[name.end - 1].end}});
      }
      ++sentence_index;
    }
  }
  Tokenizer().Tokenize(&analysis);
  const int size = static_cast<int>(analysis.tokens.size());
  result.labels.assign(size, kOutside);
  result.gold_word.assign(size, 0);
  size_t word = 0;
  int in_sentence = -1;
  size_t next_sentence = 0;
  for (int i = 0; i < size; ++i) {
    const int at = analysis.tokens[i].range.begin;
    while (word < word_starts.size() && word_starts[word] <= at) {
      while (next_sentence < analysis.passages.size() &&
             analysis.passages[next_sentence].range.begin <= word_starts[word]) {
        in_sentence = -1;
        ++next_sentence;
      }
      ++in_sentence;
      ++word;
    }
    result.gold_word[i] = in_sentence;
    result.forms.push_back(analysis.tokens[i].form);
  }
  int token = 0;
  for (const auto& [name, range] : names) {
    while (token < size && analysis.tokens[token].range.begin < range.begin) ++token;
    int end = token;
    while (end < size && analysis.tokens[end].range.begin < range.end) ++end;
    if (end > token) LabelName(analysis, {token, end}, name.kind, &result.labels);
    result.names.push_back(name);
    token = end;
  }
  result.text = ReadNameText(analysis, distribution);
  return result;
}

std::vector<GoldName> NamesOfLabels(const AnnotatedText& text,
                                    const std::vector<NameLabel>& labels) {
  std::vector<GoldName> names;
  for (int s = 0; s < static_cast<int>(text.text.sentences.size()); ++s) {
    const TokenRange sentence = text.text.sentences[s];
    for (int i = sentence.begin; i < sentence.end; ++i) {
      if (!IsBegin(labels[i])) continue;
      int end = i + 1;
      while (end < sentence.end && labels[end] == labels[i] + 1) ++end;
      names.push_back({s, text.gold_word[i], text.gold_word[end - 1] + 1, KindOf(labels[i])});
    }
  }
  return names;
}

void ForEachRawDocument(
    std::istream& input,
    const std::function<void(const std::string& title, const std::string& text)>& read) {
  std::string line;
  std::string title;
  std::string text;
  bool inside = false;
  const auto finish = [&] {
    if (!text.empty()) read(title, text);
    text.clear();
    title.clear();
    inside = false;
  };
  while (std::getline(input, line)) {
    if (absl::StartsWith(line, "<doc ")) {
      finish();
      inside = true;
      const size_t from = line.find("title=\"");
      const size_t to = from == std::string::npos ? from : line.find("\" url", from + 7);
      if (to != std::string::npos) title = line.substr(from + 7, to - from - 7);
    } else if (absl::StartsWith(line, "<TITLE>")) {
      title = line.substr(7, line.find("</TITLE>") - 7);
      absl::StrAppend(&text, title, "\n");
    } else if (absl::StartsWith(line, "<TEXT>")) {
      inside = true;
    } else if (absl::StartsWith(line, "</")) {
      if (line == "</doc>" || line == "</DOC>" || line == "</TEXT>") finish();
    } else if (inside) {
      absl::StrAppend(&text, line, "\n");
    }
  }
  finish();
}

NameText ReadRawText(const std::string& title, const std::string& text,
                     const WordDistribution* distribution) {
  Analysis analysis;
  analysis.text = text;
  analysis.language_code = "ar";
  Segmenter().Segment(title, &analysis);
  Tokenizer().Tokenize(&analysis);
  return ReadNameText(analysis, distribution);
}

}  // namespace isnad::extraction
