#include "services/ingestion/html/html_reader.h"

#include <memory>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/ingestion/errors/ingestion_errors.h"
#include "services/ingestion/html/content_selector.h"
#include "services/ingestion/html/html_tree.h"
#include "services/ingestion/html/page_metadata_reader.h"
#include "services/ingestion/html/page_structure_builder.h"
#include "services/server/status/status_macros.h"

namespace isnad::ingestion {
namespace {

bool StandsOnConsecutiveLines(const Block& first, const Block& second) {
  return first.kind == second.kind &&
         (first.kind == BlockKind::kListItem || first.kind == BlockKind::kTableRow);
}

std::string JoinBlocks(const std::vector<Block>& blocks) {
  std::string text;
  const Block* previous = nullptr;
  for (const Block& block : blocks) {
    if (previous != nullptr) {
      absl::StrAppend(&text, StandsOnConsecutiveLines(*previous, block) ? "\n" : "\n\n");
    }
    absl::StrAppend(&text, block.text);
    previous = &block;
  }
  if (!text.empty()) text.push_back('\n');
  return text;
}

}  // namespace

absl::StatusOr<HtmlArticle> ReadHtml(absl::string_view html) {
  ISNAD_ASSIGN_OR_RETURN(const std::unique_ptr<HtmlTree> tree, HtmlTree::Parse(html));
  HtmlArticle article;
  article.metadata = ResolvePageMetadata(ReadRawPageMetadata(*tree));
  article.text = JoinBlocks(SelectMainContent(BuildPageStructure(*tree)));
  if (article.text.empty()) return NoTextFoundError();
  return article;
}

}  // namespace isnad::ingestion
