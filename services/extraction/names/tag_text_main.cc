// Prints the names in the text on standard input, one passage a line, for people who write
// lexicons.

#include <iostream>
#include <iterator>
#include <string>

#include "services/extraction/names/tagged_text.h"

int main() {
  const std::string text((std::istreambuf_iterator<char>(std::cin)),
                         std::istreambuf_iterator<char>());
  const isnad::extraction::Analysis analysis = isnad::extraction::TagText(text);
  for (const isnad::extraction::Mention& mention : analysis.mentions) {
    std::cout << analysis.Quote(mention.range) << "\t" << mention.rule << "\t" << mention.confidence
              << "\t" << mention.entity << "\t" << analysis.entities[mention.entity].lexicon_key
              << "\t" << static_cast<int>(analysis.entities[mention.entity].type) << "\n";
  }
  return 0;
}
