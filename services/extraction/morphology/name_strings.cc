#include "services/extraction/morphology/name_strings.h"

#include <algorithm>

#include "absl/strings/ascii.h"

namespace isnad::extraction {

bool NameStrings::Next() {
  while (position_ < text_.size()) {
    const char c = text_[position_];
    if (c == '"' || c == '\'') {
      ReadString(c);
      return true;
    }
    if (c == '#') {
      SkipComment();
    } else if (absl::ascii_isalpha(c)) {
      ReadField();
    } else {
      ++position_;
    }
  }
  return false;
}

void NameStrings::SkipComment() { position_ = std::min(text_.size(), text_.find('\n', position_)); }

void NameStrings::ReadField() {
  const size_t begin = position_;
  while (position_ < text_.size() &&
         (absl::ascii_isalnum(text_[position_]) || text_[position_] == '_')) {
    ++position_;
  }
  field_ = text_.substr(begin, position_ - begin);
}

void NameStrings::ReadString(char quote) {
  value_.clear();
  for (++position_; position_ < text_.size() && text_[position_] != quote; ++position_) {
    if (text_[position_] == '\\' && position_ + 1 < text_.size()) ++position_;
    value_.push_back(text_[position_]);
  }
  if (position_ < text_.size()) ++position_;
}

}  // namespace isnad::extraction
