#include "services/facts/domain/filter/filter_token.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace isnad::facts {
namespace {

using Kind = FilterToken::Kind;

bool IsWordByte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || absl::ascii_isalnum(byte) ||
         absl::string_view("_-./+").find(c) != absl::string_view::npos;
}

FilterToken ReadString(absl::string_view filter, size_t* at) {
  FilterToken token{Kind::kString, "", *at};
  for (size_t i = *at + 1; i < filter.size(); ++i) {
    if (filter[i] == '"') {
      *at = i + 1;
      return token;
    }
    if (filter[i] == '\\') {
      const bool known = i + 1 < filter.size() && (filter[i + 1] == '"' || filter[i + 1] == '\\');
      if (!known) return {Kind::kBroken, "a backslash may only stand before \" and \\", i};
      ++i;
    }
    token.text.push_back(filter[i]);
  }
  return {Kind::kBroken, "this string has no closing quote; add \" at its end", *at};
}

FilterToken ReadOperator(absl::string_view filter, size_t* at) {
  const char first = filter[*at];
  const bool equals_follows = *at + 1 < filter.size() && filter[*at + 1] == '=';
  FilterToken token{Kind::kOperator, std::string(1, first), *at};
  if (first == '!' && !equals_follows) {
    return {Kind::kBroken, "\"!\" alone is no operator; write != or NOT", *at};
  }
  if (equals_follows && (first == '!' || first == '<' || first == '>')) token.text += "=";
  *at += token.text.size();
  return token;
}

}  // namespace

std::vector<FilterToken> TokenizeFilter(absl::string_view filter) {
  std::vector<FilterToken> tokens;
  size_t at = 0;
  while (at < filter.size()) {
    const char c = filter[at];
    if (absl::ascii_isspace(static_cast<unsigned char>(c))) {
      ++at;
    } else if (c == '(' || c == ')') {
      tokens.push_back({c == '(' ? Kind::kOpen : Kind::kClose, std::string(1, c), at++});
    } else if (c == '"') {
      tokens.push_back(ReadString(filter, &at));
    } else if (c == '=' || c == '!' || c == '<' || c == '>' || c == ':') {
      tokens.push_back(ReadOperator(filter, &at));
    } else if (IsWordByte(c)) {
      FilterToken token{Kind::kWord, "", at};
      while (at < filter.size() && IsWordByte(filter[at])) token.text.push_back(filter[at++]);
      tokens.push_back(std::move(token));
    } else {
      tokens.push_back({Kind::kBroken,
                        "this character has no meaning here; put values that hold "
                        "it between double quotes",
                        at});
    }
    if (!tokens.empty() && tokens.back().kind == Kind::kBroken) return tokens;
  }
  tokens.push_back({Kind::kEnd, "", filter.size()});
  return tokens;
}

}  // namespace isnad::facts
