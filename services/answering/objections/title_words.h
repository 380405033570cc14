// Words by which an Arabic sentence tells one post from another.

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_TITLE_WORDS_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_TITLE_WORDS_H_

#include "absl/strings/string_view.h"
#include "isnad/v1/passage.pb.h"

namespace isnad::answering {

// Whether a word of the passage may belong to the post with this key ("CHIEF_FINANCIAL_OFFICER").
// True for keys of which nothing is known: only what surely is another post is told apart.
bool MayNameTitle(const isnad::v1::Passage& passage, absl::string_view title_key);

// Whether a title as an article puts it has one of the words of the asked one; false of titles that
// no list has.
bool HasWordOfTitle(absl::string_view title, absl::string_view title_key);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_TITLE_WORDS_H_
