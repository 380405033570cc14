// Texts with marked names and links, for tests of the reference stage.
//
//   === A title for the reader
//   @sadim ORGANIZATION STARTUP
//   @areej PERSON
//   @oracle ORGANIZATION COMPANY parent=sadim
//   أعلنت {sadim سديم} جمع المال. وقال <sadim رئيسها> {areej مازن العريفج} إن <sadim الشركة> تنمو.
//
// A line "@id TYPE CLASS" declares an entity as the names stage gives it (CLASS may be left out or
// "-", "parent=id" names its owner). "{id words}" is a name; "{id=other words}" one that the names
// stage takes for the entity id and that should be joined with other. "<id words>" is an expected
// link; for a pronoun the words are its host; "<a+b words>" stands for both. "~id words~" is a link
// that may be found or not. "<- words>" refers to nothing that is named, "<? words>" was not
// judged. Everything else must stay without link, unless a line "@partial" says that no more was
// judged.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_MARKED_TEXT_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_MARKED_TEXT_H_

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

// Token and id of an entity.
using Link = std::pair<int, std::string>;

struct MarkedText {
  std::string title;
  Analysis analysis;  // up to the names; external_ids["id"] holds the declared id
  std::set<Link> expected;
  std::set<Link> allowed;
  std::set<int> unnamed;   // tokens that were judged to refer to nothing named
  std::set<int> unjudged;  // tokens that may refer to anything
  bool partial = false;    // tokens without mark were not judged
  std::string error;       // what is wrong with the marks; empty when nothing is
};

// Whether it is known what a token refers to, if to anything.
bool IsJudged(const MarkedText& text, int token);

// Reads one text: its lines without the "===" line.
MarkedText ReadMarkedText(absl::string_view title, absl::string_view lines);

// Splits a file at its "===" lines and reads every text.
std::vector<MarkedText> ReadMarkedTexts(absl::string_view file);

// Links of an analysis after the reference stage: descriptions, pronouns, and names that it added
// or joined with another entity than `before` had.
std::set<Link> LinksOf(const Analysis& after, const Analysis& before);

// "words -> id" of links, joined by "; ".
std::string Describe(const Analysis& analysis, const std::set<Link>& links);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_MARKED_TEXT_H_
