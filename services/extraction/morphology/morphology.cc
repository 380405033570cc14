#include "services/extraction/morphology/morphology.h"

#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "services/extraction/morphology/english/english_words.h"
#include "services/extraction/morphology/letters.h"
#include "services/extraction/terms/light_stemmer.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/text/script.h"

namespace isnad::extraction {
namespace {

bool HasProclitic(const Token& token, absl::string_view wanted) {
  return std::find(token.proclitics.begin(), token.proclitics.end(), wanted) !=
         token.proclitics.end();
}

bool GovernsNoun(const Token& token) {
  return HasProclitic(token, "ال") || HasProclitic(token, "ب") || HasProclitic(token, "ك");
}

// Particles behind which only a verb stands.
bool CallsForVerb(const Token& token) {
  const absl::string_view base = token.base;
  return base == "لم" || base == "لن" || base == "قد" || base == "سوف" || base == "كي" ||
         base == "لكي";
}

// The part of speech that a folded spelling suggests when no lexicon knows it.
PartOfSpeech GuessPartOfSpeech(const Token& token) {
  if (HasProclitic(token, "س")) return PartOfSpeech::kVerb;
  if (token.definite) return PartOfSpeech::kNoun;
  const int letters = LetterCount(token.base);
  const absl::string_view first = LetterAt(token.base, 0);
  const absl::string_view rest = DropFirst(token.base, 1);
  const bool derived =
      letters >= 5 && (first == "ي" || first == "ت") &&
      (absl::StartsWith(rest, "ست") || (first == "ي" && absl::StartsWith(rest, "ت")));
  if (derived || (letters >= 5 && absl::EndsWith(token.base, "وا"))) return PartOfSpeech::kVerb;
  if (letters >= 5 && (absl::EndsWith(token.base, "ات") || absl::EndsWith(token.form, "ة"))) {
    return PartOfSpeech::kNoun;
  }
  return PartOfSpeech::kUnknown;
}

void UseContext(const Token* previous, bool ambiguous, VerbTense tense, Token* token) {
  if (GovernsNoun(*token)) {
    if (token->part_of_speech == PartOfSpeech::kVerb) token->part_of_speech = PartOfSpeech::kNoun;
    return;
  }
  if (HasProclitic(*token, "س")) {
    token->part_of_speech = PartOfSpeech::kVerb;
    return;
  }
  if (!ambiguous) return;
  if (HasProclitic(*token, "ل") && tense != VerbTense::kImperfect) {
    token->part_of_speech = PartOfSpeech::kNoun;
    return;
  }
  if (previous == nullptr) return;
  if (CallsForVerb(*previous)) {
    token->part_of_speech = PartOfSpeech::kVerb;
  } else if (previous->part_of_speech == PartOfSpeech::kAdposition &&
             token->part_of_speech == PartOfSpeech::kVerb && previous->enclitic.empty() &&
             previous->base != "منذ") {
    token->part_of_speech = PartOfSpeech::kNoun;
  } else if (previous->part_of_speech == PartOfSpeech::kVerb && !previous->stop_word &&
             token->part_of_speech == PartOfSpeech::kVerb && token->proclitics.empty()) {
    // Two finite verbs in a row are rarer than a verb and its object.
    token->part_of_speech = PartOfSpeech::kNoun;
  }
}

}  // namespace

Morphology::Morphology(WordTable table, IndexStemmer stemmer)
    : table_(std::move(table)), splitter_(&table_), stemmer_(std::move(stemmer)) {}

absl::StatusOr<std::unique_ptr<Morphology>> Morphology::Create(const LexiconFiles& files) {
  absl::StatusOr<WordTable> table = WordTable::Create(files);
  if (!table.ok()) return table.status();
  absl::StatusOr<IndexStemmer> stemmer = IndexStemmer::Create(files);
  if (!stemmer.ok()) return stemmer.status();
  return std::unique_ptr<Morphology>(
      new Morphology(std::move(table).value(), std::move(stemmer).value()));
}

void Morphology::AnalyzeArabic(Token* token) const {
  token->stem = stemmer_.Stem(token->surface, token->shape);
  CliticSplit split = splitter_.Split(token->form, token->surface);
  token->proclitics = std::move(split.proclitics);
  token->base = std::move(split.base);
  token->enclitic = std::move(split.enclitic);
  token->definite = split.definite;
  if (split.info != nullptr) {
    token->lemma = split.info->lemma;
    token->part_of_speech = split.info->part_of_speech;
    token->stop_word = split.info->stop_word;
    return;
  }
  token->part_of_speech = GuessPartOfSpeech(*token);
  token->lemma = DerivedVerb(token->base);
  if (token->lemma.empty()) token->lemma = token->base;
}

void Morphology::AnalyzeLatin(Token* token) const {
  token->base = token->surface;
  token->stop_word = IsEnglishStopWord(token->surface);
  token->part_of_speech = EnglishFunctionWord(token->surface);
  token->lemma = LemmaOfEnglish(token->surface);
  token->stem = stemmer_.Stem(token->surface, token->shape);
}

void Morphology::Analyze(Analysis* analysis) const {
  // Words come back again and again in one text: their split is worked out once.
  absl::flat_hash_map<std::string, int> seen;
  seen.reserve(analysis->tokens.size() / 2 + 1);
  const Token* previous = nullptr;
  for (int i = 0; i < static_cast<int>(analysis->tokens.size()); ++i) {
    Token& token = analysis->tokens[i];
    switch (token.shape) {
      case TokenShape::kArabic: {
        const auto inserted = seen.try_emplace(token.form, i);
        if (inserted.second) {
          AnalyzeArabic(&token);
        } else {
          const Token& like = analysis->tokens[inserted.first->second];
          token.base = like.base;
          token.stem = like.stem;
          token.lemma = like.lemma;
          token.proclitics = like.proclitics;
          token.enclitic = like.enclitic;
          token.definite = like.definite;
          token.stop_word = like.stop_word;
          const WordInfo* info = table_.Find(token.base);
          token.part_of_speech = info != nullptr ? info->part_of_speech : GuessPartOfSpeech(token);
        }
        const WordInfo* info = table_.Find(token.base);
        if (info != nullptr) {
          UseContext(previous, info->can_be_verb && info->can_be_nominal, info->verb.tense, &token);
        } else {
          UseContext(previous, false, VerbTense::kUnknown, &token);
        }
        break;
      }
      case TokenShape::kLatin:
      case TokenShape::kMixed:
        AnalyzeLatin(&token);
        break;
      case TokenShape::kDigits:
        token.base = token.lemma = token.stem = token.surface;
        token.part_of_speech = PartOfSpeech::kNumber;
        break;
      case TokenShape::kPunctuation:
        token.base = token.lemma = token.surface;
        token.part_of_speech = PartOfSpeech::kPunctuation;
        break;
      case TokenShape::kUrl:
      case TokenShape::kSymbol:
        token.base = token.lemma = token.surface;
        token.part_of_speech = PartOfSpeech::kOther;
        break;
    }
    previous = &token;
  }
}

const WordInfo* Morphology::Find(absl::string_view word) const { return table_.Find(Fold(word)); }

std::string Morphology::Lemma(absl::string_view word) const {
  const std::string folded = Fold(word);
  if (const WordInfo* info = table_.Find(folded)) return info->lemma;
  if (!IsTwoByteArabic(folded)) return LemmaOfEnglish(folded);
  std::string derived = DerivedVerb(folded);
  return derived.empty() ? folded : derived;
}

std::string Morphology::Stem(absl::string_view word) const {
  return stemmer_.StemOfWord(Fold(word));
}

}  // namespace isnad::extraction
