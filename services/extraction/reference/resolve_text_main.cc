// Prints what the words of the text on standard input stand for, one mention a line, for people who
// write lexicons: words, kind, rule, confidence, entity.

#include <iostream>
#include <iterator>
#include <string>

#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/names/tagged_text.h"
#include "services/extraction/reference/document_subject.h"
#include "services/extraction/reference/reference_resolver.h"

namespace isnad::extraction {
namespace {

const char* NameOf(MentionKind kind) {
  switch (kind) {
    case MentionKind::kName:
      return "name";
    case MentionKind::kShortName:
      return "short name";
    case MentionKind::kDescription:
      return "description";
    case MentionKind::kPronoun:
      return "pronoun";
  }
  return "";
}

int Run(const std::string& text) {
  const auto resolver = ReferenceResolver::Create(LexiconFiles::Embedded());
  if (!resolver.ok()) {
    std::cerr << resolver.status() << "\n";
    return 1;
  }
  Analysis analysis = TagText(text);
  (*resolver)->Resolve(&analysis);
  const int subject = DocumentSubject(analysis);
  if (subject >= 0) std::cout << "about e" << subject << "\n";
  for (const Mention& mention : analysis.mentions) {
    if (mention.entity < 0) continue;
    const EntityRecord& entity = analysis.entities[mention.entity];
    std::cout << analysis.Quote(mention.range) << "\t" << NameOf(mention.kind) << "\t"
              << mention.rule << "\t" << mention.confidence << "\te" << mention.entity << "\t"
              << (entity.label_ar.empty() ? entity.label_en : entity.label_ar) << "\t"
              << entity.entity_class << "\n";
  }
  return 0;
}

}  // namespace
}  // namespace isnad::extraction

int main() {
  const std::string text((std::istreambuf_iterator<char>(std::cin)),
                         std::istreambuf_iterator<char>());
  return isnad::extraction::Run(text);
}
