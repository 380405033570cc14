#include "services/extraction/questions/asked_share.h"

namespace isnad::extraction {

TokenRange HundredthsAt(const QuestionText& text, int token) {
  if (text.Is(token, {"بالميه", "بالمايه", "بالمئه", "بالمائه"})) return {token, token + 1};
  if (text.Is(token, {"في"}) && text.Is(token + 1, {"الميه", "المايه", "المئه", "المائه"})) {
    return {token, token + 2};
  }
  return {token, token};
}

}  // namespace isnad::extraction
