#include "services/ingestion/html/page_structure_builder.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/ingestion/html/inline_text.h"
#include "services/ingestion/html/tree_walk.h"

namespace isnad::ingestion {
namespace {

// A table with a longer cell lays out the page.
constexpr size_t kMaxDataCellBytes = 600;

bool IsHeading(GumboTag tag) { return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6; }

bool IsBlockLevel(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIR:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FRAMESET:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_UL:
      return true;
    default:
      return IsHeading(tag);
  }
}

// What the elements around a node say about text directly in it.
struct Surroundings {
  int container = 0;
  BlockKind kind = BlockKind::kLoose;
  int heading_level = 0;
  InlineText::Link link = InlineText::Link::kOutside;
  bool preformatted = false;
  bool in_article = false;
  int depth = 0;
};

// What makes a table one of data.
struct TableShape {
  bool nested = false;
  size_t cells = 0;
  size_t longest_cell_bytes = 0;
};

void MeasureTable(const GumboNode* node, int depth, TableShape* shape) {
  if (depth > kMaxWalkDepth || shape->nested) return;
  for (unsigned int i = 0; i < ChildCount(node); ++i) {
    const GumboNode* child = ChildAt(node, i);
    if (!IsElement(child)) continue;
    if (IsTag(child, GUMBO_TAG_TABLE)) shape->nested = true;
    if (IsTag(child, GUMBO_TAG_TD) || IsTag(child, GUMBO_TAG_TH)) {
      ++shape->cells;
      shape->longest_cell_bytes = std::max(shape->longest_cell_bytes, VisibleTextOf(child).size());
    }
    MeasureTable(child, depth + 1, shape);
  }
}

bool IsDataTable(const GumboNode* table) {
  TableShape shape;
  MeasureTable(table, 0, &shape);
  return !shape.nested && shape.cells > 1 && shape.longest_cell_bytes <= kMaxDataCellBytes;
}

class Builder {
 public:
  PageStructure Build(const GumboNode* root) {
    page_.containers.emplace_back();
    Visit(root, Surroundings());
    Flush(Surroundings());
    return std::move(page_);
  }

 private:
  void Visit(const GumboNode* node, const Surroundings& around) {
    if (around.depth > kMaxWalkDepth) return;
    switch (node->type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE:
      case GUMBO_NODE_CDATA:
        if (around.preformatted) {
          text_.AppendVerbatim(node->v.text.text, around.link);
        } else {
          text_.Append(node->v.text.text, around.link);
        }
        return;
      case GUMBO_NODE_ELEMENT:
        if (!IsInvisible(node)) VisitElement(node, around);
        return;
      default:
        return;
    }
  }

  void VisitElement(const GumboNode* element, const Surroundings& around) {
    const GumboTag tag = element->v.element.tag;
    if (tag == GUMBO_TAG_BR) {
      VisitBreak(around);
    } else if (tag == GUMBO_TAG_TABLE && IsDataTable(element)) {
      Flush(around);
      VisitRows(element, Entered(element, around));
    } else if (IsBlockLevel(tag)) {
      Flush(around);
      const Surroundings inside = Entered(element, around);
      if (tag == GUMBO_TAG_LI) list_item_begins_ = true;
      VisitChildren(element, inside);
      Flush(inside);
      if (tag == GUMBO_TAG_LI) list_item_begins_ = false;
    } else {
      VisitInline(element, around);
    }
  }

  void VisitInline(const GumboNode* element, Surroundings around) {
    // Inline elements with a telling class (<span class="share">) are left out like blocks.
    if (HintOf(AttributesOf(element)) == ElementHint::kBoilerplate && !InsideText(around)) {
      Flush(around);
      const Surroundings inside = Entered(element, around);
      VisitChildren(element, inside);
      Flush(inside);
      return;
    }
    if (IsTag(element, GUMBO_TAG_A) && HasAttribute(element, "href")) {
      around.link = InlineText::Link::kInside;
    }
    ++around.depth;
    VisitChildren(element, around);
  }

  // Whether text in a paragraph or heading is being collected.
  bool InsideText(const Surroundings& around) const {
    return around.kind != BlockKind::kLoose && !text_.blank();
  }

  // Two line breaks in a row end a paragraph on pages that know no <p>.
  void VisitBreak(const Surroundings& around) {
    if (text_.ends_in_break()) {
      Flush(around);
    } else if (!text_.blank()) {
      text_.Break();
    }
  }

  void VisitChildren(const GumboNode* element, const Surroundings& around) {
    for (unsigned int i = 0; i < ChildCount(element); ++i) Visit(ChildAt(element, i), around);
  }

  void VisitRows(const GumboNode* node, Surroundings around) {
    if (++around.depth > kMaxWalkDepth) return;
    for (unsigned int i = 0; i < ChildCount(node); ++i) {
      const GumboNode* child = ChildAt(node, i);
      if (!IsElement(child) || IsInvisible(child)) continue;
      if (IsTag(child, GUMBO_TAG_TR)) {
        AddRow(child, around);
      } else if (IsTag(child, GUMBO_TAG_CAPTION)) {
        VisitElement(child, around);
      } else {
        VisitRows(child, around);
      }
    }
  }

  void AddRow(const GumboNode* row, const Surroundings& around) {
    std::string text;
    for (unsigned int i = 0; i < ChildCount(row); ++i) {
      const GumboNode* cell = ChildAt(row, i);
      if (!IsTag(cell, GUMBO_TAG_TD) && !IsTag(cell, GUMBO_TAG_TH)) continue;
      absl::StrAppend(&text, text.empty() ? "" : " ", VisibleTextOf(cell), " |");
    }
    if (text.find_first_not_of(" |") == std::string::npos) return;
    Block block;
    block.kind = BlockKind::kTableRow;
    block.text = std::move(text);
    block.container = around.container;
    page_.blocks.push_back(std::move(block));
  }

  static ElementAttributes AttributesOf(const GumboNode* element) {
    return {TagNameOf(element), AttributeOf(element, "class"), AttributeOf(element, "id"),
            AttributeOf(element, "role"), AttributeOf(element, "itemprop")};
  }

  // The surroundings of what is inside `element`, a new container.
  Surroundings Entered(const GumboNode* element, Surroundings around) {
    const ElementAttributes attributes = AttributesOf(element);
    Container container;
    container.parent = around.container;
    container.hint = HintOf(attributes);
    container.is_article =
        IsTag(element, GUMBO_TAG_ARTICLE) || absl::StrContains(attributes.itemprop, "articleBody");
    container.is_main = IsTag(element, GUMBO_TAG_MAIN) || attributes.role == "main";
    // The <header> of an article holds its headline and summary.
    if (attributes.tag == "header" && around.in_article) container.hint = ElementHint::kNone;
    around.in_article = around.in_article || container.is_article;
    around.container = static_cast<int>(page_.containers.size());
    page_.containers.push_back(container);
    SetKind(element->v.element.tag, &around);
    ++around.depth;
    return around;
  }

  static void SetKind(GumboTag tag, Surroundings* around) {
    if (IsHeading(tag)) {
      around->kind = BlockKind::kHeading;
      around->heading_level = static_cast<int>(tag) - static_cast<int>(GUMBO_TAG_H1) + 1;
    } else if (tag == GUMBO_TAG_LI || tag == GUMBO_TAG_DD || tag == GUMBO_TAG_DT) {
      around->kind = BlockKind::kListItem;
    } else if (tag == GUMBO_TAG_BLOCKQUOTE) {
      around->kind = BlockKind::kQuote;
    } else if (tag == GUMBO_TAG_FIGCAPTION || tag == GUMBO_TAG_CAPTION) {
      around->kind = BlockKind::kCaption;
    } else if (tag == GUMBO_TAG_PRE) {
      around->kind = BlockKind::kPreformatted;
      around->preformatted = true;
    } else if (tag == GUMBO_TAG_P && around->kind == BlockKind::kLoose) {
      around->kind = BlockKind::kParagraph;
    }
  }

  // Ends the block that is being collected.
  void Flush(const Surroundings& around) {
    if (text_.blank()) {
      text_.Take();
      return;
    }
    Block block;
    block.kind = around.kind;
    block.heading_level = around.kind == BlockKind::kHeading ? around.heading_level : 0;
    block.link_bytes = text_.link_bytes();
    block.text = text_.Take();
    if (list_item_begins_) block.text.insert(0, "- ");
    list_item_begins_ = false;
    block.container = around.container;
    page_.blocks.push_back(std::move(block));
  }

  PageStructure page_;
  InlineText text_;
  bool list_item_begins_ = false;
};

}  // namespace

PageStructure BuildPageStructure(const HtmlTree& tree) { return Builder().Build(tree.root()); }

}  // namespace isnad::ingestion
