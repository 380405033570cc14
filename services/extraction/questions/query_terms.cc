#include "services/extraction/questions/query_terms.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "services/extraction/questions/relation_words.h"
#include "services/extraction/questions/verb_classes.h"
#include "services/extraction/questions/word_keys.h"
#include "services/extraction/text/fold.h"

namespace isnad::extraction {
namespace {

constexpr double kLiteralWeight = 1.0;
constexpr double kStemWeight = 0.9;
constexpr double kTranslationWeight = 0.7;
constexpr double kSynonymWeight = 0.5;
// One word of a longer phrase stands for it only in part.
constexpr double kPhraseWordWeight = 0.5;
constexpr double kAliasWeight = 1.0;
constexpr double kAliasPartWeight = 0.75;
constexpr double kFocusFactor = 0.35;
constexpr double kGenericFactor = 0.25;
constexpr int kMaxTermsPerQuestion = 400;
// A relation read this surely lends its words, those of rows that tell it this surely.
constexpr double kSureRelation = 0.7;
constexpr double kTellingRow = 0.7;

bool IsFunctionWord(const QuestionText& text, int token) {
  if (text.analysis().tokens[token].stop_word) return true;
  return text.Is(token,
                 {"the",   "a",    "an",    "of",     "to",     "in",    "on",    "at",    "by",
                  "for",   "with", "from",  "and",    "or",     "did",   "does",  "do",    "is",
                  "was",   "are",  "were",  "be",     "been",   "has",   "have",  "had",   "will",
                  "would", "can",  "could", "should", "its",    "it",    "his",   "her",   "their",
                  "he",    "she",  "they",  "that",   "this",   "these", "those", "about", "as",
                  "into",  "than", "then",  "there",  "not",    "any",   "some",  "me",    "you",
                  "us",    "him",  "them",  "'s",     "before", "after", "since", "during"}) ||
         text.Is(token, {"the",   "which", "who",   "whom",     "whose",     "what",    "when",
                         "where", "why",   "how",   "many",     "much",      "please",  "tell",
                         "list",  "give",  "name",  "describe", "according", "such",    "only",
                         "also",  "if",    "while", "both",     "located",   "situated"}) ||
         text.Is(token,
                 {"من",  "في",   "علي",  "الي",  "عن",   "مع",   "ان",   "التي",  "الذي", "الذين",
                  "هل",  "ما",   "ماذا", "كم",   "كيف",  "متي",  "اين",  "لماذا", "اي",   "ايه",
                  "هو",  "هي",   "هم",   "هذا",  "هذه",  "ذلك",  "تلك",  "بين",   "بعد",  "قبل",
                  "منذ", "خلال", "قد",   "لقد",  "كان",  "كانت", "تم",   "ثم",    "او",   "ام",
                  "لا",  "لم",   "لن",   "ليس",  "وفق",  "بحسب", "حسب",  "وفقا",  "بشان", "حول",
                  "يقع", "تقع",  "يوجد", "توجد", "عند",  "لدي",  "اذكر", "بماذا", "بمن",  "لمن",
                  "باي", "بكم",  "ومن",  "وما",  "ماهو", "ماهي", "ال",   "ل",     "ب"});
}

bool IsGeneric(const QuestionText& text, int token) {
  return text.HasKey(
      token, {"article", "report", "source", "say",     "mention", "do",     "get",   "make",
              "thing",   "become", "happen", "مقال",    "مقاله",   "مقالات", "تقرير", "مصدر",
              "مصادر",   "حدث",    "بلغ",    "يبلغ",    "تبلغ",    "اصبح",   "ابرز",  "اهم",
              "بعض",     "جميع",   "شركه",   "company", "صحيح",    "صحيحا",  "حقا",   "فعلا",
              "صار",     "true",   "really", "indeed",  "actually"});
}

// Without the article.
std::string Bare(const std::string& folded) {
  const bool definite = folded.rfind("ال", 0) == 0 && CharacterCount(folded) > 4;
  return definite ? folded.substr(4) : folded;
}

}  // namespace

// "data-centre", "four-month-old": the words of a compound. Nothing where it is none, or where a
// part is too short to be a word of its own: "e-scooter", "co-owner".
std::vector<std::string> CompoundParts(const QuestionWord& word) {
  constexpr std::size_t kShortestPart = 3;
  if (word.arabic || word.surface.find('-') == std::string::npos) return {};
  std::vector<std::string> parts = absl::StrSplit(word.surface, '-');
  const bool words = std::all_of(parts.begin(), parts.end(), [](const std::string& part) {
    return part.size() >= kShortestPart && std::all_of(part.begin(), part.end(), [](char c) {
             return absl::ascii_islower(static_cast<unsigned char>(c));
           });
  });
  if (!words || parts.size() < 2) parts.clear();
  return parts;
}

// Collects terms, the heaviest of equal ones.
class QueryTermMaker::Builder {
 public:
  Builder(const Morphology& morphology, const QuestionText& text, int first_word)
      : morphology_(morphology), text_(text), next_word_(first_word) {}

  int NextWord() { return next_word_++; }

  void Add(absl::string_view term, QueryTerm::Field field, double weight, QueryTerm::Origin origin,
           int word) {
    if (CharacterCount(term) < 2) return;
    const auto key = std::make_tuple(word, field, std::string(term));
    const auto inserted = terms_.emplace(key, QueryTerm());
    QueryTerm& kept = inserted.first->second;
    if (!inserted.second && kept.weight >= weight) return;
    kept = {std::string(term), field, weight, origin, word};
  }

  void AddStemOf(absl::string_view word, double weight, QueryTerm::Origin origin, int number) {
    Add(morphology_.Stem(word), QueryTerm::Field::kStem, weight, origin, number);
  }

  void AddLiteral(int token, double factor, int word) {
    const Token& analysed = text_.analysis().tokens[token];
    const QuestionWord& question_word = text_.words()[token];
    Add(question_word.surface, QueryTerm::Field::kSurface, kLiteralWeight * factor,
        QueryTerm::Origin::kLiteral, word);
    const std::string& stem = analysed.stem;
    if (!stem.empty()) {
      Add(stem, QueryTerm::Field::kStem, kStemWeight * factor, QueryTerm::Origin::kLiteral, word);
    } else if (!analysed.stop_word) {
      AddStemOf(analysed.base.empty() ? question_word.surface : analysed.base, kStemWeight * factor,
                QueryTerm::Origin::kLiteral, word);
    }
  }

  // The words of `phrase` stand for the question words `numbers`, in order; those that are left
  // over stand for the last one. Of an idiom one word may say all that its words do together.
  void AddPhrase(const std::string& phrase, bool idiom, const std::vector<int>& numbers,
                 double weight, QueryTerm::Origin origin) {
    const std::vector<std::string> words = absl::StrSplit(phrase, ' ', absl::SkipEmpty());
    const bool partial = words.size() > 1 && numbers.size() < words.size();
    if (idiom && words.size() == 1) {
      for (const int number : numbers) AddStemOf(Bare(Fold(phrase)), weight, origin, number);
      return;
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
      const int number = numbers[std::min(i, numbers.size() - 1)];
      const std::string folded = Fold(words[i]);
      const std::string bare = Bare(folded);
      if (CharacterCount(bare) < 3 && words.size() > 1) continue;
      if (folded == "علي" || folded == "الي") continue;
      AddStemOf(bare, partial ? weight * kPhraseWordWeight : weight, origin, number);
    }
  }

  // The parts of a compound that no lexicon has, each as a word of the question.
  void AddCompound(const BilingualIndex& bilingual, const std::vector<std::string>& parts,
                   double factor) {
    std::vector<int> numbers;
    for (const std::string& part : parts) {
      numbers.push_back(NextWord());
      Add(part, QueryTerm::Field::kSurface, kLiteralWeight * factor, QueryTerm::Origin::kLiteral,
          numbers.back());
      AddStemOf(part, kStemWeight * factor, QueryTerm::Origin::kLiteral, numbers.back());
    }
    for (const ConceptMatch& match : bilingual.MatchParts(parts)) {
      AddConcept(*match.concept,
                 {numbers.begin() + match.tokens.begin, numbers.begin() + match.tokens.end}, factor,
                 /*arabic=*/false);
    }
  }

  void AddConcept(const lexicon::Concept& concept, const std::vector<int>& numbers, double factor,
                  bool arabic) {
    for (const std::string& phrase : concept.ar()) {
      AddPhrase(phrase, concept.asked_ar_size() > 0, numbers,
                factor * (arabic ? kSynonymWeight : kTranslationWeight),
                arabic ? QueryTerm::Origin::kSynonym : QueryTerm::Origin::kTranslation);
    }
    // Arabic news keeps Latin technical words; English synonyms of an English word seldom help.
    if (!arabic) return;
    for (const std::string& phrase : concept.en()) {
      if (phrase.find(' ') != std::string::npos) continue;
      Add(phrase, QueryTerm::Field::kSurface, factor * kSynonymWeight * 0.6,
          QueryTerm::Origin::kTranslation, numbers.front());
    }
  }

  void AddSpelling(absl::string_view spelling, int word) {
    const std::vector<std::string> parts = absl::StrSplit(Fold(spelling), ' ', absl::SkipEmpty());
    for (std::size_t i = 0; i < parts.size(); ++i) {
      static const auto* particles =
          new std::set<std::string>{"of", "the", "and", "inc",  "corp",  "ltd",    "de",
                                    "al", "بن",  "ال",  "شركه", "موسسه", "مجموعه", "company"};
      if (parts.size() > 1 && particles->count(parts[i]) > 0) continue;
      const bool whole = parts.size() == 1 || i + 1 == parts.size();
      const double weight = whole ? kAliasWeight : kAliasPartWeight;
      Add(parts[i], QueryTerm::Field::kSurface, weight, QueryTerm::Origin::kAlias, word);
      AddStemOf(parts[i], weight * kStemWeight, QueryTerm::Origin::kAlias, word);
    }
  }

  void AddEntity(const EntityRecord& entity, int word) {
    if (!entity.label_ar.empty()) AddSpelling(entity.label_ar, word);
    if (!entity.label_en.empty()) AddSpelling(entity.label_en, word);
    for (const AliasRecord& alias : entity.aliases) {
      AddSpelling(alias.surface.empty() ? alias.folded_key : alias.surface, word);
    }
  }

  std::vector<QueryTerm> Take() {
    std::vector<QueryTerm> terms;
    for (auto& term : terms_) terms.push_back(std::move(term.second));
    std::stable_sort(terms.begin(), terms.end(), [](const QueryTerm& a, const QueryTerm& b) {
      return a.word != b.word ? a.word < b.word : a.weight > b.weight;
    });
    if (terms.size() > kMaxTermsPerQuestion) terms.resize(kMaxTermsPerQuestion);
    return terms;
  }

 private:
  const Morphology& morphology_;
  const QuestionText& text_;
  int next_word_;
  std::map<std::tuple<int, QueryTerm::Field, std::string>, QueryTerm> terms_;
};

absl::StatusOr<std::unique_ptr<QueryTermMaker>> QueryTermMaker::Create(
    const LexiconFiles& files, const Morphology* morphology) {
  auto bilingual = BilingualIndex::Create(files);
  if (!bilingual.ok()) return bilingual.status();
  auto maker = std::make_unique<QueryTermMaker>();
  maker->morphology_ = morphology;
  maker->bilingual_ = *std::move(bilingual);
  return maker;
}

void QueryTermMaker::AddRelations(const QuestionText& text,
                                  const std::vector<RelationReading>& relations,
                                  std::vector<QueryTerm>* terms) const {
  if (relations.empty()) return;
  const RelationReading& main = relations.front();
  // Titles and speech are told by words of their own.
  const bool titled =
      std::any_of(main.fillers.begin(), main.fillers.end(),
                  [](const RelationFiller& filler) { return filler.role == "role"; });
  if (main.confidence < kSureRelation || titled || main.fact_type == "STATED") return;
  std::set<std::string> stems;
  for (const RelationWordRow& row : RelationWords()) {
    if (main.fact_type != row.fact_type || row.confidence < kTellingRow) continue;
    for (const absl::string_view phrase : absl::StrSplit(row.ar, '|', absl::SkipEmpty())) {
      if (phrase.find(' ') != absl::string_view::npos) continue;
      const std::string stem = morphology_->Stem(Fold(phrase));
      if (CharacterCount(stem) > 1) stems.insert(stem);
    }
  }
  const std::vector<QueryTerm> known = *terms;
  for (int t = 0; t < text.size(); ++t) {
    const ByteRange bytes = text.analysis().BytesOf({t, t + 1});
    if (bytes.begin < main.trigger.begin || bytes.end > main.trigger.end) continue;
    for (const QueryTerm& literal : known) {
      if (literal.origin != QueryTerm::Origin::kLiteral ||
          literal.field != QueryTerm::Field::kSurface || literal.term != text.words()[t].surface) {
        continue;
      }
      const bool arabic = text.words()[t].arabic;
      for (const std::string& stem : stems) {
        terms->push_back(
            {stem, QueryTerm::Field::kStem, arabic ? kSynonymWeight : kTranslationWeight,
             arabic ? QueryTerm::Origin::kSynonym : QueryTerm::Origin::kTranslation, literal.word});
      }
      break;
    }
  }
}

std::vector<QueryTerm> QueryTermMaker::Make(const QuestionText& text, TokenRange range,
                                            const AskedThing& asked, const SourceLimit& source,
                                            int first_word) const {
  Builder builder(*morphology_, text, first_word);
  std::map<int, int> word_of_entity;
  std::map<int, int> number_of;
  for (int t = range.begin; t < range.end;) {
    const QuestionWord& word = text.words()[t];
    if (word.mention >= 0) {
      const Mention& mention = text.analysis().mentions[word.mention];
      if (!source.phrase.contains(t)) {
        auto known = word_of_entity.find(mention.entity);
        if (known == word_of_entity.end()) {
          known = word_of_entity.emplace(mention.entity, builder.NextWord()).first;
        }
        builder.AddEntity(text.analysis().entities[mention.entity], known->second);
        for (int k = t; k < std::min(range.end, mention.tokens.end); ++k) {
          if (!text.words()[k].punctuation) builder.AddLiteral(k, kAliasPartWeight, known->second);
        }
      }
      t = std::max(t + 1, mention.tokens.end);
      continue;
    }
    const bool asking = asked.focus.contains(t) && !asked.noun.contains(t);
    if (word.punctuation || asking || source.phrase.contains(t)) {
      ++t;
      continue;
    }
    const std::vector<ConceptMatch> concepts = bilingual_->MatchAt(text, t, range.end);
    const int end = concepts.empty() ? t + 1 : concepts.front().tokens.end;
    if (end == t + 1 && IsFunctionWord(text, t)) {
      ++t;
      continue;
    }
    const std::vector<std::string> parts =
        concepts.empty() ? CompoundParts(word) : std::vector<std::string>();
    if (!parts.empty()) {
      builder.AddCompound(*bilingual_, parts, asked.noun.contains(t) ? kFocusFactor : 1);
      ++t;
      continue;
    }
    std::vector<int> numbers;
    double factor = 1;
    for (int k = t; k < end; ++k) {
      if (end > t + 1 && IsFunctionWord(text, k)) continue;
      if (text.words()[k].punctuation) continue;
      factor = asked.noun.contains(k) ? kFocusFactor : IsGeneric(text, k) ? kGenericFactor : 1;
      numbers.push_back(builder.NextWord());
      number_of[k] = numbers.back();
      builder.AddLiteral(k, factor, numbers.back());
    }
    if (!numbers.empty()) {
      for (const ConceptMatch& match : concepts) {
        builder.AddConcept(*match.concept, numbers, factor, word.arabic);
      }
      // A phrase may also be meant word by word.
      if (end > t + 1) {
        std::size_t index = 0;
        for (int k = t; k < end && index < numbers.size(); ++k) {
          if (IsFunctionWord(text, k) || text.words()[k].punctuation) continue;
          for (const ConceptMatch& match : bilingual_->MatchAt(text, k, k + 1)) {
            builder.AddConcept(*match.concept, {numbers[index]}, factor * 0.8,
                               text.words()[k].arabic);
          }
          ++index;
        }
      }
    }
    t = end;
  }
  // "رفعت [الشركة] قضية": what a verb means with words behind its subject.
  for (const auto& verb : number_of) {
    for (const ApartMatch& match : bilingual_->MatchApart(text, verb.first, range.end)) {
      std::vector<int> numbers;
      for (const int token : match.tokens) {
        const auto found = number_of.find(token);
        if (found != number_of.end()) numbers.push_back(found->second);
      }
      builder.AddConcept(*match.concept, numbers, 1, /*arabic=*/true);
    }
  }
  return builder.Take();
}

}  // namespace isnad::extraction
