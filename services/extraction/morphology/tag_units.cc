#include "services/extraction/morphology/tag_units.h"

#include <algorithm>

#include "services/extraction/morphology/clitic_ranker.h"

namespace isnad::extraction {
namespace {

constexpr absl::string_view kTagNames[kTagCount] = {
    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

// Kinds of features; part of the model format.
enum Kind : uint32_t {
  kUnitKind = 1,
  kWord,
  kSpelling,
  kPrefix1,
  kPrefix2,
  kPrefix3,
  kSuffix1,
  kSuffix2,
  kSuffix3,
  kSuffix4,
  kEdges,
  kLength,
  kClitics,
  kArticleSuffix,
  kEncliticFlags,
  kPrefixFlags,
  kFlags,
  kFlag,
  kFlagsPrefix,
  kFlagsSuffix,
  kNameShare,
  kPattern,
  kPackedFeatures,
  kHamza,
  kCount,
  kAttachments,
  kBrown4,
  kBrown6,
  kBrown8,
  kBrown10,
  kBrown,
  kFine,
  kCoarse,
  kShare,
  kShape,
  kArticleCount,
  kBrownArticle,
};

class Collector {
 public:
  explicit Collector(UnitFeatures* features) : features_(*features) { features->clear(); }

  void Own(Kind kind, uint64_t value) { features_.own.push_back(Number(kind, value)); }
  void Both(Kind kind, uint64_t value) {
    const uint32_t number = Number(kind, value);
    features_.own.push_back(number);
    features_.seen_by_others.push_back(number);
  }
  void Seen(Kind kind, uint64_t value) { features_.seen_by_others.push_back(Number(kind, value)); }

 private:
  static uint32_t Number(Kind kind, uint64_t value) {
    return static_cast<uint32_t>(CombineHash(kind, value));
  }

  UnitFeatures& features_;
};

void CollectDistribution(const WordFacts& facts, bool article, Collector* collect) {
  if (!facts.known) return;
  collect->Own(kBrown4, facts.BrownPrefix(4));
  collect->Both(kBrown6, facts.BrownPrefix(6));
  collect->Own(kBrown8, facts.BrownPrefix(8));
  collect->Both(kBrown10, facts.BrownPrefix(10));
  collect->Own(kBrown, facts.BrownPrefix(32));
  collect->Own(kBrownArticle, facts.BrownPrefix(10) * 2 + (article ? 1 : 0));
  collect->Both(kFine, facts.fine_cluster);
  collect->Own(kCoarse, facts.coarse_cluster);
  const uint8_t shares[] = {facts.with_article,       facts.with_pronoun,
                            facts.with_conjunction,   facts.with_preposition,
                            facts.after_person_title, facts.after_speech_verb,
                            facts.after_person_name,  facts.after_place_word,
                            facts.after_locative,     facts.after_organization_word,
                            facts.after_product_word, facts.before_speech_verb,
                            facts.starts_sentence,    facts.before_bracket,
                            facts.in_person_title,    facts.in_place_title};
  for (int i = 0; i < static_cast<int>(std::size(shares)); ++i) {
    collect->Own(kShare, i * 16 + shares[i]);
  }
}

// Letters that inflection and derivation add stand for themselves, all others are one: words of one
// pattern have one number.
constexpr int kMaxPatternLetters = 8;
uint64_t PatternOf(const LetterWord& word, int begin, int end) {
  uint64_t pattern = 1;
  for (int i = begin; i < end; ++i) {
    const uint8_t l = word[i];
    const bool own = l == letter::kAlef || l == letter::kWaw || l == letter::kYeh ||
                     l == letter::kTeh || l == letter::kMeem || l == letter::kNoon ||
                     l == letter::kTehMarbuta || l == letter::kAlefMaqsura || l == letter::kHamza ||
                     l == letter::kYehHamza || (l == letter::kSeen && i < begin + 3);
    pattern = pattern * 64 + (own ? l : 63);
    if (word.has_hamza(i)) pattern += 0x2E;
  }
  return pattern;
}

uint64_t HashOfBytes(absl::string_view bytes) {
  uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return hash;
}

}  // namespace

absl::string_view NameOf(Tag tag) { return kTagNames[static_cast<int>(tag)]; }

Tag TagOfName(absl::string_view name) {
  for (int i = 0; i < kTagCount; ++i) {
    if (kTagNames[i] == name) return static_cast<Tag>(i);
  }
  return Tag::kOther;
}

void FeaturesOfProclitic(uint8_t letter, UnitFeatures* features) {
  Collector collect(features);
  collect.Both(kUnitKind, static_cast<int>(UnitKind::kProclitic));
  collect.Both(kWord, letter);
  features->border = BorderClass::kProclitic;
}

void FeaturesOfEnclitic(uint8_t enclitic, UnitFeatures* features) {
  Collector collect(features);
  collect.Both(kUnitKind, static_cast<int>(UnitKind::kEnclitic));
  collect.Both(kWord, 256 + enclitic);
  features->border = BorderClass::kEnclitic;
}

void FeaturesOfOther(absl::string_view form, UnitKind kind, UnitFeatures* features) {
  Collector collect(features);
  collect.Both(kUnitKind, static_cast<int>(kind));
  collect.Both(kWord, HashOfBytes(form));
  if (kind == UnitKind::kMark) features->border = BorderClass::kMark;
  if (kind != UnitKind::kMark) collect.Own(kLength, std::min<size_t>(form.size(), 6));
  const bool capital = !form.empty() && form[0] >= 'A' && form[0] <= 'Z';
  collect.Both(kShape, static_cast<int>(kind) * 2 + (capital ? 1 : 0));
}

void FeaturesOfHost(const LetterWord& word, absl::string_view form, const CliticCut& cut,
                    const TagLexicon& lexicon, UnitFeatures* features) {
  Collector collect(features);
  const int begin = cut.begin;
  const int end = cut.end;
  const int length = end - begin;
  const uint64_t article = cut.article ? 1 : 0;
  const LexicalRecord& record = *SpellHost(word, cut, lexicon.table).record;
  const uint64_t hash = word.Hash(begin, end);
  collect.Both(kUnitKind, static_cast<int>(UnitKind::kHost));
  collect.Both(kWord, hash);
  collect.Own(kSpelling, hash * 2 + article + (cut.enclitic != 0 ? 0x1000 : 0));
  collect.Own(kHamza, word.has_hamza(begin) * 64 + word[begin]);
  collect.Own(kLength, std::min(length, 9) * 2 + article);

  const bool feminine =
      word[end - 1] == letter::kTehMarbuta ||
      (length >= 4 && word[end - 1] == letter::kTeh && word[end - 2] == letter::kAlef);
  features->border = cut.article
                         ? (feminine ? BorderClass::kDefiniteFeminine : BorderClass::kDefinite)
                         : (feminine ? BorderClass::kFeminine : BorderClass::kPlain);

  // Letters before and behind, the stem's own.
  collect.Both(kPrefix1, word[begin]);
  const bool pronoun = cut.enclitic != 0;
  if (length >= 2) {
    collect.Own(kPrefix2, word.Hash(begin, begin + 2));
    collect.Both(kSuffix2, word.Hash(end - 2, end) * 4 + article * 2 + pronoun);
  }
  if (length >= 3) {
    collect.Own(kPrefix3, word.Hash(begin, begin + 3));
    collect.Own(kSuffix3, word.Hash(end - 3, end) * 4 + article * 2 + pronoun);
  }
  if (length >= 4) collect.Own(kSuffix4, word.Hash(end - 4, end));
  collect.Both(kSuffix1, word[end - 1] * 4 + article * 2 + pronoun);
  collect.Own(kEdges, word[begin] * 4096 + word[end - 1] * 16 + std::min(length, 7));

  if (length <= kMaxPatternLetters) collect.Own(kPattern, PatternOf(word, begin, end));
  features->inflection = features->own;

  const uint64_t enclitic = cut.enclitic;
  const uint64_t prefix = cut.prefix_id();
  collect.Own(kClitics, prefix * kEncliticCount + enclitic);
  collect.Seen(kClitics, article * 2 + pronoun);
  const uint64_t flags = record.flags;
  collect.Both(kFlags, flags * 2 + article);
  for (int bit = 0; bit < 16; ++bit) {
    if (flags >> bit & 1) collect.Own(kFlag, bit * 4 + article * 2 + pronoun);
  }
  collect.Own(kEncliticFlags, flags * kEncliticCount + enclitic);
  collect.Own(kPrefixFlags, flags * kPrefixCount + prefix);
  collect.Own(kFlagsPrefix, flags * 64 + word[begin]);
  collect.Own(kFlagsSuffix, flags * 64 + word[end - 1]);

  for (const uint64_t number :
       {flags * 64 + word[begin], (flags * 64 + word[end - 1]) + (uint64_t{1} << 32),
        (uint64_t{record.nominal_features} << 8 | record.verb_features) + (uint64_t{1} << 33),
        enclitic * 2 + article + (uint64_t{1} << 34)}) {
    features->inflection.push_back(static_cast<uint32_t>(CombineHash(kPackedFeatures, number)));
  }

  // The word with its article has counts and company of its own.
  uint64_t whole = hash;
  if (cut.article) {
    whole = LetterWord::Prepend(letter::kAlef, LetterWord::Prepend(letter::kLam, hash, length),
                                length + 1);
  }
  const LexicalRecord& with_article = lexicon.table.Find(whole);
  collect.Both(kNameShare, record.name_share * 16 + with_article.name_share);
  collect.Own(kCount, (record.log_count + 5) / 6);
  collect.Own(kAttachments, record.attachments);

  if (lexicon.distribution != nullptr) {
    const absl::string_view host = form.substr(2 * begin, 2 * length);
    WordFacts facts = lexicon.distribution->Find(host);
    if (!facts.known && pronoun) facts = lexicon.distribution->Find(form.substr(2 * begin));
    CollectDistribution(facts, cut.article, &collect);
  }
}

}  // namespace isnad::extraction
