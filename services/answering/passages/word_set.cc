#include "services/answering/passages/word_set.h"

#include "absl/strings/strip.h"

namespace isnad::answering {

bool HoldsWord(const WordSet& words, absl::string_view surface) {
  if (words.contains(surface)) return true;
  return (absl::ConsumePrefix(&surface, "و") || absl::ConsumePrefix(&surface, "ف")) &&
         words.contains(surface);
}

absl::string_view SurfaceAt(const PassageView& view, int token) {
  if (token < 0 || token >= view.passage().tokens_size()) return "";
  return view.passage().tokens(token).surface();
}

}  // namespace isnad::answering
