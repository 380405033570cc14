// The column of a table that a place in one of its rows belongs to.

#ifndef ISNAD_SERVICES_ANSWERING_PASSAGES_TABLE_COLUMN_H_
#define ISNAD_SERVICES_ANSWERING_PASSAGES_TABLE_COLUMN_H_

#include "services/answering/passages/passage_pool.h"
#include "services/answering/passages/passage_view.h"
#include "services/answering/passages/range.h"

namespace isnad::answering {

// The first row found of the table that `view` is a row of; null when it is no row, or the first.
const PassageView* TableHeader(const PassagePool& pool, const PassageView& view);

// The cell of `header` above `place`, a place in `row`; empty when the header has fewer cells.
Range HeaderCell(const PassageView& header, const PassageView& row, Range place);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_PASSAGES_TABLE_COLUMN_H_
