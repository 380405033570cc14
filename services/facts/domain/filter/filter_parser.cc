#include "services/facts/domain/filter/filter_parser.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/facts/domain/filter/filter_token.h"
#include "services/facts/domain/filter/filter_value.h"
#include "services/server/status/error_details.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts {
namespace {

using Token = FilterToken;

constexpr size_t kMostBytes = 4096;
constexpr int kMostComparisons = 64;
constexpr int kDeepest = 32;
constexpr size_t kContextBytes = 60;

// The first character boundary at or after `at`.
size_t Boundary(absl::string_view text, size_t at) {
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) ++at;
  return at;
}

// The filter around `at` on one line, with a caret before the place. Details of errors hold no line
// ends, so the caret cannot stand below.
std::string PointAt(absl::string_view filter, size_t at) {
  const size_t begin = at > kContextBytes ? Boundary(filter, at - kContextBytes) : 0;
  const size_t end = Boundary(filter, std::min(filter.size(), at + kContextBytes));
  return absl::StrCat("\"", begin > 0 ? "..." : "", filter.substr(begin, at - begin), "^",
                      filter.substr(at, end - at), end < filter.size() ? "..." : "", "\"");
}

class Parser {
 public:
  Parser(absl::string_view text, const FilterSchema& schema)
      : text_(text), schema_(schema), tokens_(TokenizeFilter(text)) {}

  absl::StatusOr<Filter> Parse() {
    if (Next().kind == Token::Kind::kEnd) return Filter();
    ISNAD_ASSIGN_OR_RETURN(Filter filter, ParseFilterLevel(0));
    if (Next().kind == Token::Kind::kEnd) return filter;
    if (Next().kind == Token::Kind::kClose) {
      return Problem("this parenthesis closes nothing; remove it");
    }
    return Problem("expected AND or OR between comparisons");
  }

 private:
  const Token& Next() const { return tokens_[at_]; }

  bool TakeWord(absl::string_view word) {
    if (Next().kind != Token::Kind::kWord || Next().text != word) return false;
    ++at_;
    return true;
  }

  // Reports at the next token, or what the tokenizer found broken there.
  absl::Status Problem(const std::string& message) const {
    return ProblemAt(Next().begin, Next().kind == Token::Kind::kBroken ? Next().text : message);
  }

  absl::Status ProblemAt(size_t byte, const std::string& message) const {
    return server::InvalidFields(
        {{"filter", absl::StrCat("at byte ", byte, ", ", PointAt(text_, byte), ": ", message)}},
        "INVALID_FILTER");
  }

  absl::StatusOr<Filter> ParseFilterLevel(int depth) {
    return ParseChain(Filter::Kind::kAnd, "AND", depth);
  }

  // One or more operands between connectives.
  absl::StatusOr<Filter> ParseChain(Filter::Kind kind, absl::string_view connective, int depth) {
    Filter chain;
    chain.kind = kind;
    do {
      absl::StatusOr<Filter> operand = kind == Filter::Kind::kAnd
                                           ? ParseChain(Filter::Kind::kOr, "OR", depth)
                                           : ParseTerm(depth);
      ISNAD_RETURN_IF_ERROR(operand.status());
      chain.children.push_back(*std::move(operand));
    } while (TakeWord(connective));
    if (chain.children.size() > 1) return chain;
    Filter only = std::move(chain.children[0]);
    return only;
  }

  absl::StatusOr<Filter> ParseTerm(int depth) {
    if (depth >= kDeepest) {
      return Problem(absl::StrCat("more than ", kDeepest, " levels; write the filter flatter"));
    }
    if (TakeWord("NOT")) {
      Filter negation;
      negation.kind = Filter::Kind::kNot;
      ISNAD_ASSIGN_OR_RETURN(Filter operand, ParseTerm(depth + 1));
      negation.children.push_back(std::move(operand));
      return negation;
    }
    if (Next().kind == Token::Kind::kOpen) {
      const size_t opened = Next().begin;
      ++at_;
      ISNAD_ASSIGN_OR_RETURN(Filter inner, ParseFilterLevel(depth + 1));
      if (Next().kind == Token::Kind::kEnd) {
        return ProblemAt(opened, "this parenthesis is never closed; add ) at the end");
      }
      if (Next().kind != Token::Kind::kClose) return Problem("expected AND, OR or )");
      ++at_;
      return inner;
    }
    return ParseComparison();
  }

  absl::StatusOr<Filter> ParseComparison() {
    if (Next().kind != Token::Kind::kWord) return Problem("expected a field: " + FieldNames());
    const auto field =
        std::find_if(schema_.begin(), schema_.end(),
                     [this](const FilterFieldSchema& f) { return f.name == Next().text; });
    if (field == schema_.end()) {
      return Problem(absl::StrCat("unknown field \"", server::Shorten(Next().text, 40),
                                  "\"; fields are ", FieldNames()));
    }
    if (++comparisons_ > kMostComparisons) {
      return Problem(absl::StrCat("more than ", kMostComparisons, " comparisons"));
    }
    ++at_;
    Filter comparison;
    comparison.kind = Filter::Kind::kCompare;
    comparison.field = field->field;
    ISNAD_ASSIGN_OR_RETURN(comparison.op, ParseOperator(*field));
    if (Next().kind != Token::Kind::kWord && Next().kind != Token::Kind::kString) {
      return Problem("expected a value; values with spaces stand between double quotes");
    }
    const std::string problem = ReadFilterValue(Next().text, *field, &comparison);
    if (!problem.empty()) return Problem(problem);
    ++at_;
    return comparison;
  }

  absl::StatusOr<FilterOperator> ParseOperator(const FilterFieldSchema& field) {
    static constexpr std::pair<absl::string_view, FilterOperator> kOperators[] = {
        {"=", FilterOperator::kEqual},   {"!=", FilterOperator::kNotEqual},
        {"<", FilterOperator::kLess},    {"<=", FilterOperator::kLessEqual},
        {">", FilterOperator::kGreater}, {">=", FilterOperator::kGreaterEqual},
        {":", FilterOperator::kHas}};
    for (const auto& op : kOperators) {
      if (Next().kind != Token::Kind::kOperator || Next().text != op.first) continue;
      const std::string allowed = OperatorProblem(op.second, field);
      if (!allowed.empty()) {
        return Problem(absl::StrCat(field.name, " does not take ", op.first, "; use ", allowed));
      }
      ++at_;
      return op.second;
    }
    return Problem(
        absl::StrCat("expected an operator after ", field.name, ": =, !=, <, <=, >, >= or :"));
  }

  std::string FieldNames() const {
    return absl::StrJoin(schema_, ", ", [](std::string* out, const FilterFieldSchema& field) {
      out->append(field.name);
    });
  }

  const absl::string_view text_;
  const FilterSchema& schema_;
  const std::vector<Token> tokens_;
  size_t at_ = 0;
  int comparisons_ = 0;
};

}  // namespace

absl::StatusOr<Filter> ParseFilter(absl::string_view text, const FilterSchema& schema) {
  if (text.size() > kMostBytes) {
    return server::InvalidFields(
        {{"filter", absl::StrCat("is ", text.size(), " bytes long; at most ", kMostBytes)}},
        "INVALID_FILTER");
  }
  return Parser(text, schema).Parse();
}

}  // namespace isnad::facts
