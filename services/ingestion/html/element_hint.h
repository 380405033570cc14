// What the name, class, id and role of an element say about its content.

#ifndef ISNAD_SERVICES_INGESTION_HTML_ELEMENT_HINT_H_
#define ISNAD_SERVICES_INGESTION_HTML_ELEMENT_HINT_H_

#include "absl/strings/string_view.h"

namespace isnad::ingestion {

enum class ElementHint {
  kNone,
  // Holds the article, or part of it.
  kContent,
  // Around the article; an element inside it that says kContent is believed.
  kDoubtful,
  // Navigation, sharing, comments, related stories, advertising: with all that is inside.
  kBoilerplate,
};

// The attributes that are looked at. Names are lower case.
struct ElementAttributes {
  absl::string_view tag;
  absl::string_view class_names;
  absl::string_view id;
  absl::string_view role;
  absl::string_view itemprop;
};

// Judges an element by whole words of its class and id ("post-share" is sharing, "navy" is not
// navigation). Thread safe.
ElementHint HintOf(const ElementAttributes& element);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_HTML_ELEMENT_HINT_H_
