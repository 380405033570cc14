// A page as a sequence of text blocks in a tree of containers: all that the choice of the main
// content looks at.

#ifndef ISNAD_SERVICES_INGESTION_HTML_PAGE_STRUCTURE_H_
#define ISNAD_SERVICES_INGESTION_HTML_PAGE_STRUCTURE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "services/ingestion/html/element_hint.h"

namespace isnad::ingestion {

// What a block of text is in its page.
enum class BlockKind {
  kHeading,
  kParagraph,
  kListItem,
  kTableRow,
  kQuote,
  kCaption,
  kPreformatted,
  // Text directly inside a <div> or the like.
  kLoose,
};

// A run of text between block-level boundaries.
struct Block {
  BlockKind kind = BlockKind::kLoose;
  // 1 to 6 for headings, else 0.
  int heading_level = 0;
  // White space collapsed, line breaks of <br> kept as "\n", never empty.
  std::string text;
  // Bytes of `text` that are inside links.
  size_t link_bytes = 0;
  // Index into `PageStructure::containers`.
  int container = 0;

  double link_density() const {
    return text.empty() ? 0.0 : static_cast<double>(link_bytes) / static_cast<double>(text.size());
  }
};

// A block-level element.
struct Container {
  // Index of the element around it, -1 for the body.
  int parent = -1;
  ElementHint hint = ElementHint::kNone;
  // <article>, or marked as an article's body.
  bool is_article = false;
  // <main>.
  bool is_main = false;
};

// The page. Parents stand before their children, blocks in reading order.
struct PageStructure {
  std::vector<Container> containers;
  std::vector<Block> blocks;
};

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_HTML_PAGE_STRUCTURE_H_
