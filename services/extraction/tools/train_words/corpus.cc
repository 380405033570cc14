#include "services/extraction/tools/train_words/corpus.h"

#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/distribution/word_key.h"
#include "services/extraction/text/script.h"
#include "services/extraction/tokenize/tokenizer.h"

namespace isnad::extraction {
namespace {

// Address and mail tokens are too many to tell apart.
constexpr absl::string_view kUrlLetters = "url";

// A stop after so few letters belongs to an abbreviation.
constexpr int kLongestAbbreviation = 2;

bool EndsSentence(const Token& token) {
  return (token.shape == TokenShape::kPunctuation || token.shape == TokenShape::kSymbol) &&
         IsSentenceStop(DecodeUtf8(token.form, 0).code_point);
}

// The value of `name="..."` in a tag.
std::string AttributeOf(absl::string_view tag, absl::string_view name) {
  const size_t at = tag.find(std::string(name) + "=\"");
  if (at == absl::string_view::npos) return "";
  const absl::string_view value = tag.substr(at + name.size() + 2);
  return absl::StrReplaceAll(value.substr(0, value.find("\" url=")),
                             {{"&quot;", "\""}, {"&amp;", "&"}});
}

}  // namespace

// Numbers words as they come.
class CorpusReader::Builder {
 public:
  void StartArticle(absl::string_view title) {
    CorpusArticle article;
    article.title = TypesOf(title.substr(0, title.find('(')));
    article.begin = corpus_.stream.size();
    corpus_.articles.push_back(std::move(article));
  }

  void AddLine(absl::string_view line) {
    Tokenize(line);
    int letters = 0;
    bool open = false;
    for (const Token& token : analysis_.tokens) {
      const int32_t type = TypeOf(token);
      ++corpus_.types[type].count;
      corpus_.stream.push_back(type);
      open = true;
      if (EndsSentence(token) && letters > kLongestAbbreviation) {
        corpus_.stream.push_back(kSentenceBreak);
        open = false;
      }
      letters = CountChars(token.form);
    }
    if (open) corpus_.stream.push_back(kSentenceBreak);
  }

  Corpus Finish() && { return std::move(corpus_); }

 private:
  void Tokenize(absl::string_view line) {
    analysis_.text = std::string(line);
    analysis_.passages.resize(1);
    analysis_.passages[0].range = {0, static_cast<int>(line.size())};
    tokenizer_.Tokenize(&analysis_);
  }

  std::vector<int32_t> TypesOf(absl::string_view text) {
    Tokenize(text);
    std::vector<int32_t> types;
    for (const Token& token : analysis_.tokens) {
      if (token.shape == TokenShape::kArabic || token.shape == TokenShape::kLatin) {
        types.push_back(TypeOf(token));
      }
    }
    return types;
  }

  int32_t TypeOf(const Token& token) {
    const absl::string_view form =
        token.shape == TokenShape::kUrl ? kUrlLetters : absl::string_view(token.form);
    const auto [entry, added] =
        types_.try_emplace(WordKey(form), static_cast<int32_t>(corpus_.types.size()));
    if (added) corpus_.types.push_back({WordLetters(form), 0});
    return entry->second;
  }

  Tokenizer tokenizer_;
  Analysis analysis_;
  absl::flat_hash_map<uint64_t, int32_t> types_;
  Corpus corpus_;
};

namespace {

// Follows the markup of one file from line to line and hands on what is text.
template <class Builder>
class MarkupReader {
 public:
  explicit MarkupReader(Builder* builder) : builder_(builder) {}

  void Read(absl::string_view line) {
    if (absl::StartsWith(line, "<doc ")) {
      title_ = AttributeOf(line, "title");
      builder_->StartArticle(title_);
      expects_title_ = true;
    } else if (line == "</doc>") {
      expects_title_ = false;
    } else if (line == "<DOC>") {
      in_elements_ = true;
      in_text_ = false;
    } else if (line == "</DOC>") {
      in_elements_ = false;
    } else if (in_elements_) {
      ReadElement(line);
    } else if (expects_title_) {
      expects_title_ = false;
      if (line != title_) builder_->AddLine(line);
    } else if (!line.empty()) {
      builder_->AddLine(line);
    }
  }

 private:
  void ReadElement(absl::string_view line) {
    if (absl::ConsumePrefix(&line, "<TITLE>")) {
      builder_->AddLine(absl::StripSuffix(line, "</TITLE>"));
    } else if (line == "<TEXT>" || line == "<ABSTRACT>") {
      in_text_ = true;
    } else if (line == "</TEXT>" || line == "</ABSTRACT>") {
      in_text_ = false;
    } else if (in_text_ && !line.empty()) {
      builder_->AddLine(line);
    }
  }

  Builder* builder_;
  std::string title_;
  bool expects_title_ = false;
  bool in_elements_ = false;
  bool in_text_ = false;
};

}  // namespace

CorpusReader::CorpusReader() : builder_(std::make_unique<Builder>()) {}
CorpusReader::~CorpusReader() = default;

void CorpusReader::Read(std::istream& input) {
  MarkupReader<Builder> reader(builder_.get());
  std::string line;
  while (std::getline(input, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    reader.Read(line);
  }
}

Corpus CorpusReader::Finish() && { return std::move(*builder_).Finish(); }

}  // namespace isnad::extraction
