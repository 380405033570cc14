// Small readings of gumbo nodes.

#ifndef ISNAD_SERVICES_INGESTION_HTML_TREE_WALK_H_
#define ISNAD_SERVICES_INGESTION_HTML_TREE_WALK_H_

#include <gumbo.h>

#include <string>

#include "absl/strings/string_view.h"

namespace isnad::ingestion {

// Nodes deeper than this are not looked at; recursion over a tree ends here.
constexpr int kMaxWalkDepth = 600;

// Returns whether `node` is an element (templates do not count).
bool IsElement(const GumboNode* node);

// Returns whether `node` is a <tag> element.
bool IsTag(const GumboNode* node, GumboTag tag);

// Returns the value of an attribute of an element, empty when it has none.
absl::string_view AttributeOf(const GumboNode* element, const char* name);

// Returns whether an element has the attribute, with or without a value.
bool HasAttribute(const GumboNode* element, const char* name);

// Returns the lower-case name of an element that HTML knows, empty for others.
absl::string_view TagNameOf(const GumboNode* element);

// Returns the text under `node`, white space collapsed, without scripts and styles.
std::string VisibleTextOf(const GumboNode* node);

// Returns the text directly in `node`, as it is: for <script> and <title>.
std::string RawTextOf(const GumboNode* node);

// Returns whether the element is not shown: scripts, styles, form controls, media, or hidden by an
// attribute.
bool IsInvisible(const GumboNode* element);

// Returns the child at `index` of an element.
inline const GumboNode* ChildAt(const GumboNode* element, unsigned int index) {
  return static_cast<const GumboNode*>(element->v.element.children.data[index]);
}

// Returns the number of children of an element.
inline unsigned int ChildCount(const GumboNode* element) {
  return element->v.element.children.length;
}

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_HTML_TREE_WALK_H_
