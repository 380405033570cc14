// The model files as they were when the binary was built. The table is generated from data/ by
// embed.bzl; the bytes are pages of the executable, read from disk only when touched.

#ifndef ISNAD_SERVICES_EXTRACTION_MODEL_EMBEDDED_MODELS_H_
#define ISNAD_SERVICES_EXTRACTION_MODEL_EMBEDDED_MODELS_H_

namespace isnad::extraction {

struct EmbeddedModel {
  const char* name;   // file name without folder and without ".model"
  const char* begin;  // on a 64-byte border
  const char* end;
};

}  // namespace isnad::extraction

// Ends with an element whose name is null. C linkage: it is defined in assembly.
extern "C" const isnad::extraction::EmbeddedModel isnad_embedded_models[];

#endif  // ISNAD_SERVICES_EXTRACTION_MODEL_EMBEDDED_MODELS_H_
