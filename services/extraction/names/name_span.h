// A stretch of text that is believed to be a name, before it is tied to an entity.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_NAME_SPAN_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_NAME_SPAN_H_

#include <string>
#include <vector>

#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

struct NameSpan {
  TokenRange tokens;
  ByteRange range;  // without proclitics
  EntityType type = EntityType::kUnknown;
  std::string entity_class;
  int entry = -1;  // index into NameLexicon::entries(), or -1
  MentionKind kind = MentionKind::kName;
  // The words may be common ones: the span needs a cue beside it.
  bool needs_evidence = false;
  double confidence = 1.0;
  std::string rule;
  std::string parent_key;
};

// Which tokens already belong to a name.
class TokenMask {
 public:
  explicit TokenMask(size_t tokens) : taken_(tokens, false) {}
  void Take(TokenRange range) {
    for (int i = range.begin; i < range.end; ++i) taken_[i] = true;
  }
  bool taken(int token) const { return taken_[token]; }
  bool any(TokenRange range) const {
    for (int i = range.begin; i < range.end; ++i) {
      if (taken_[i]) return true;
    }
    return false;
  }

 private:
  std::vector<bool> taken_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_NAME_SPAN_H_
