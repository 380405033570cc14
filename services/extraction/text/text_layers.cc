#include "services/extraction/text/text_layers.h"

#include <utility>

namespace isnad::extraction {

absl::StatusOr<TextLayers> TextLayers::Create(absl::string_view raw) {
  absl::StatusOr<CleanText> clean = Clean(raw);
  if (!clean.ok()) return clean.status();
  TextLayers layers;
  layers.raw_ = raw;
  layers.clean_ = std::move(clean).value();
  layers.folded_ = FoldWithOffsets(layers.clean_.text);
  return layers;
}

}  // namespace isnad::extraction
