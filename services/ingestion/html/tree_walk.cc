#include "services/ingestion/html/tree_walk.h"

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_replace.h"
#include "services/ingestion/html/inline_text.h"

namespace isnad::ingestion {
namespace {

void CollectVisible(const GumboNode* node, int depth, InlineText* text) {
  if (depth > kMaxWalkDepth) return;
  switch (node->type) {
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_WHITESPACE:
    case GUMBO_NODE_CDATA:
      text->Append(node->v.text.text, InlineText::Link::kOutside);
      return;
    case GUMBO_NODE_ELEMENT:
      if (IsInvisible(node)) return;
      if (IsTag(node, GUMBO_TAG_BR)) text->Append(" ", InlineText::Link::kOutside);
      for (unsigned int i = 0; i < ChildCount(node); ++i) {
        CollectVisible(ChildAt(node, i), depth + 1, text);
      }
      return;
    default:
      return;
  }
}

bool IsHiddenByAttribute(const GumboNode* element) {
  if (HasAttribute(element, "hidden")) return true;
  if (absl::EqualsIgnoreCase(AttributeOf(element, "aria-hidden"), "true")) return true;
  const absl::string_view style = AttributeOf(element, "style");
  if (style.empty()) return false;
  const std::string dense =
      absl::StrReplaceAll(absl::AsciiStrToLower(style.substr(0, 512)), {{" ", ""}});
  return absl::StrContains(dense, "display:none") || absl::StrContains(dense, "visibility:hidden");
}

}  // namespace

bool IsElement(const GumboNode* node) { return node->type == GUMBO_NODE_ELEMENT; }

bool IsTag(const GumboNode* node, GumboTag tag) {
  return IsElement(node) && node->v.element.tag == tag;
}

absl::string_view AttributeOf(const GumboNode* element, const char* name) {
  const GumboAttribute* attribute = gumbo_get_attribute(&element->v.element.attributes, name);
  return attribute == nullptr ? absl::string_view() : absl::string_view(attribute->value);
}

bool HasAttribute(const GumboNode* element, const char* name) {
  return gumbo_get_attribute(&element->v.element.attributes, name) != nullptr;
}

absl::string_view TagNameOf(const GumboNode* element) {
  return gumbo_normalized_tagname(element->v.element.tag);
}

std::string VisibleTextOf(const GumboNode* node) {
  InlineText text;
  CollectVisible(node, 0, &text);
  return text.Take();
}

std::string RawTextOf(const GumboNode* node) {
  std::string text;
  for (unsigned int i = 0; i < ChildCount(node); ++i) {
    const GumboNode* child = ChildAt(node, i);
    if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_CDATA ||
        child->type == GUMBO_NODE_WHITESPACE) {
      text += child->v.text.text;
    }
  }
  return text;
}

bool IsInvisible(const GumboNode* element) {
  switch (element->v.element.tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_HEAD:
      return true;
    default:
      return IsHiddenByAttribute(element);
  }
}

}  // namespace isnad::ingestion
