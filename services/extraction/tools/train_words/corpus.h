// Raw text as a stream of numbered words.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_CORPUS_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_CORPUS_H_

#include <cstddef>
#include <cstdint>
#include <istream>
#include <memory>
#include <string>
#include <vector>

namespace isnad::extraction {

// Stands between sentences in Corpus::stream.
constexpr int32_t kSentenceBreak = -1;

// A distinct spelling.
struct WordType {
  std::string letters;  // see WordLetters
  int64_t count = 0;    // places in the stream
};

// An article, by the words of its title, brackets left out, and where its body starts.
struct CorpusArticle {
  std::vector<int32_t> title;  // word types
  size_t begin = 0;            // index into Corpus::stream
};

// Word types in the order of their first appearance, and the text as their indices.
struct Corpus {
  std::vector<WordType> types;
  std::vector<int32_t> stream;  // word types, or kSentenceBreak
  std::vector<CorpusArticle> articles;
};

// Reads text, one paragraph to a line, with the markup of two collections understood: `<doc
// title="...">` to `</doc>` with the title repeated on the first line, and `<DOC>` with `<TITLE>`,
// `<ABSTRACT>` and `<TEXT>`, of whose other elements nothing is read. Lines outside any markup are
// text as well. Words are what the pipeline's tokenizer makes of the lines. Not thread-safe.
class CorpusReader {
 public:
  CorpusReader();
  ~CorpusReader();

  // Adds a whole file.
  void Read(std::istream& input);

  // What was read. Nothing can be read afterwards.
  Corpus Finish() &&;

 private:
  class Builder;
  std::unique_ptr<Builder> builder_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_CORPUS_H_
