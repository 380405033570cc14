#include "services/extraction/morphology/morphology.h"

#include <algorithm>
#include <deque>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "services/extraction/morphology/english/english_words.h"
#include "services/extraction/morphology/first_person_verbs.h"
#include "services/extraction/morphology/letters.h"
#include "services/extraction/morphology/month_or_verb.h"
#include "services/extraction/terms/light_stemmer.h"
#include "services/extraction/text/fold.h"

namespace isnad::extraction {
namespace {

// Longer passages, which are no sentences, are tagged in pieces.
constexpr int kMaxSentenceTokens = 512;

PartOfSpeech PartOfSpeechOf(Tag tag) {
  switch (tag) {
    case Tag::kAdjective:
      return PartOfSpeech::kAdjective;
    case Tag::kAdposition:
      return PartOfSpeech::kAdposition;
    case Tag::kAdverb:
      return PartOfSpeech::kAdverb;
    case Tag::kAuxiliary:
    case Tag::kVerb:
      return PartOfSpeech::kVerb;
    case Tag::kConjunction:
    case Tag::kSubordinator:
      return PartOfSpeech::kConjunction;
    case Tag::kDeterminer:
    case Tag::kPronoun:
      return PartOfSpeech::kPronoun;
    case Tag::kNoun:
      return PartOfSpeech::kNoun;
    case Tag::kNumeral:
      return PartOfSpeech::kNumber;
    case Tag::kParticle:
      return PartOfSpeech::kParticle;
    case Tag::kProperNoun:
      return PartOfSpeech::kProperNoun;
    case Tag::kPunctuation:
      return PartOfSpeech::kPunctuation;
    case Tag::kSymbol:
    case Tag::kOther:
      return PartOfSpeech::kOther;
  }
  return PartOfSpeech::kUnknown;
}

UnitKind KindOf(TokenShape shape) {
  switch (shape) {
    case TokenShape::kDigits:
      return UnitKind::kNumber;
    case TokenShape::kPunctuation:
    case TokenShape::kSymbol:
      return UnitKind::kMark;
    default:
      return UnitKind::kLatin;
  }
}

// Proclitics that only verbs take, or only nominals.
bool CanBeVerb(const CliticCut& cut) {
  return !cut.article && cut.preposition != letter::kBeh && cut.preposition != letter::kKaf;
}

// Below this the tagger's noun gives way to the lexicon's verb of the same spelling.
constexpr float kSureNoun = 0.9f;

// A preposition, or a verb that has no object yet, calls for a noun.
bool CallsForNoun(const Token& token) {
  return token.enclitic.empty() &&
         (token.part_of_speech == PartOfSpeech::kAdposition ||
          (token.part_of_speech == PartOfSpeech::kVerb && !token.stop_word));
}

// The tag that the lexicon insists on, or the tagger's. `previous` is null at a sentence's begin.
Tag Reconcile(const FormAnalysis& form, const Token* previous, Tag tag, float tag_score) {
  const bool verbal = tag == Tag::kVerb || tag == Tag::kAuxiliary;
  if (form.cut.preposition == letter::kSeen) return verbal ? tag : Tag::kVerb;
  if (verbal && !CanBeVerb(form.cut)) return Tag::kNoun;
  if (!form.listed || form.info.closed_class) return tag;
  const WordInfo& info = form.info;
  const bool sure = info.can_be_verb && !info.can_be_nominal && CanBeVerb(form.cut) &&
                    info.rank != WordRank::kShortened;
  if (sure && !verbal) return Tag::kVerb;
  // Words that the lexicon knows from names alone.
  if (info.part_of_speech == PartOfSpeech::kProperNoun && !form.cut.article &&
      (tag == Tag::kNoun || tag == Tag::kAdjective)) {
    return Tag::kProperNoun;
  }
  const bool doubtful = tag == Tag::kNoun && tag_score < kSureNoun && form.cut.enclitic == 0 &&
                        form.cut.preposition == letter::kNone && CanBeVerb(form.cut) &&
                        info.part_of_speech == PartOfSpeech::kVerb && info.can_be_verb &&
                        info.rank != WordRank::kShortened;
  return doubtful && (previous == nullptr || !CallsForNoun(*previous)) ? Tag::kVerb : tag;
}

void AppendLetter(uint8_t letter, std::vector<std::string>* proclitics) {
  switch (letter) {
    case letter::kWaw:
      return proclitics->emplace_back("و"), void();
    case letter::kFeh:
      return proclitics->emplace_back("ف"), void();
    case letter::kBeh:
      return proclitics->emplace_back("ب"), void();
    case letter::kKaf:
      return proclitics->emplace_back("ك"), void();
    case letter::kLam:
      return proclitics->emplace_back("ل"), void();
    case letter::kSeen:
      return proclitics->emplace_back("س"), void();
    default:
      return;
  }
}

}  // namespace

// The analyses of a text's distinct forms.
class Morphology::FormMemo {
 public:
  struct Entry {
    const FormAnalysis* form = nullptr;
    // Readings that were made for this text.
    FormReadings readings;
  };

  FormMemo(const Morphology* morphology, size_t tokens) : morphology_(*morphology) {
    entries_.reserve(tokens / 2 + 1);
  }

  // Valid as long as the memo.
  Entry* Find(const Token& token) {
    const auto inserted = entries_.try_emplace(token.form, nullptr);
    if (inserted.second) {
      entries_of_text_.emplace_back();
      inserted.first->second = &entries_of_text_.back();
      inserted.first->second->form = FormOf(token);
    }
    return inserted.first->second;
  }

 private:
  const FormAnalysis* FormOf(const Token& token) {
    auto& cache = morphology_.cache_;
    if (const FormAnalysis* known = cache.Find(token.form)) return known;
    auto made = std::make_unique<FormAnalysis>();
    morphology_.AnalyzeForm(token, made.get());
    std::unique_ptr<const FormAnalysis> form = std::move(made);
    if (form->frequent) {
      if (const FormAnalysis* kept = cache.Insert(token.form, &form)) return kept;
    }
    forms_of_text_.push_back(std::move(form));
    return forms_of_text_.back().get();
  }

  const Morphology& morphology_;
  absl::flat_hash_map<absl::string_view, Entry*> entries_;
  std::deque<Entry> entries_of_text_;
  std::vector<std::unique_ptr<const FormAnalysis>> forms_of_text_;
};

Morphology::Morphology(WordTable table, IndexStemmer stemmer, std::unique_ptr<WordModel> model)
    : table_(std::move(table)),
      stemmer_(std::move(stemmer)),
      model_(std::move(model)),
      forms_(&table_, model_.get()) {}

absl::StatusOr<std::unique_ptr<Morphology>> Morphology::Create(const LexiconFiles& files,
                                                               const ModelFile& morphology,
                                                               const ModelFile& words) {
  absl::StatusOr<std::unique_ptr<WordModel>> model = WordModel::Of(morphology, words);
  if (!model.ok()) return model.status();
  absl::StatusOr<WordTable> table = WordTable::Create(files);
  if (!table.ok()) return table.status();
  absl::StatusOr<IndexStemmer> stemmer = IndexStemmer::Create(files);
  if (!stemmer.ok()) return stemmer.status();
  return std::unique_ptr<Morphology>(
      new Morphology(*std::move(table), *std::move(stemmer), *std::move(model)));
}

absl::StatusOr<std::unique_ptr<Morphology>> Morphology::Create(const LexiconFiles& files,
                                                               const ModelSet& models) {
  const absl::StatusOr<ModelFile> morphology = models.Find("morphology");
  if (!morphology.ok()) return morphology.status();
  const absl::StatusOr<ModelFile> words = models.Find("words");
  if (!words.ok()) return words.status();
  return Create(files, *morphology, *words);
}

absl::StatusOr<std::unique_ptr<Morphology>> Morphology::Create(const LexiconFiles& files) {
  const absl::StatusOr<ModelSet> models = ModelSet::Embedded();
  if (!models.ok()) return models.status();
  return Create(files, *models);
}

void Morphology::AnalyzeForm(const Token& token, FormAnalysis* form) const {
  if (token.shape != TokenShape::kArabic) {
    forms_.AnalyzeOther(token.form, KindOf(token.shape), form);
    return;
  }
  forms_.AnalyzeArabic(token.form, token.surface, form);
  form->stem = stemmer_.Stem(token.surface, token.shape);
  form->lemma = form->listed ? std::string(form->info.lemma) : DerivedVerb(form->base);
  if (form->lemma.empty()) form->lemma = form->base;
}

void Morphology::FillArabic(const FormAnalysis& form, Token* token) const {
  const CliticCut& cut = form.cut;
  token->proclitics.clear();
  AppendLetter(cut.conjunction, &token->proclitics);
  AppendLetter(cut.preposition, &token->proclitics);
  if (cut.article) token->proclitics.emplace_back("ال");
  token->definite = cut.article;
  token->enclitic = std::string(kEncliticLetters[cut.enclitic]);
  token->base = form.base;
  token->stem = form.stem;
  token->lemma = form.lemma;
  token->listed = form.listed;
  token->stop_word = form.listed && form.info.stop_word;
}

void Morphology::FillLatin(Token* token) const {
  token->base = token->surface;
  token->stop_word = IsEnglishStopWord(token->surface);
  token->lemma = token->citation = LemmaOfEnglish(token->surface);
  token->stem = stemmer_.Stem(token->surface, token->shape);
}

void Morphology::FillReading(Tag tag, float tag_score, const Token* previous,
                             const FormAnalysis& form, FormReadings* readings, Token* token) const {
  token->score = form.cut_score * tag_score;
  const Tag reconciled = Reconcile(form, previous, tag, tag_score);
  token->part_of_speech = PartOfSpeechOf(reconciled);
  const FormReading* reading = nullptr;
  for (const FormReadings* known : {&form.readings, static_cast<const FormReadings*>(readings)}) {
    for (const FormReading& one : *known) {
      if (one.tag == reconciled) reading = &one;
    }
  }
  if (reading == nullptr) {
    readings->push_back(forms_.Read(form, reconciled));
    reading = &readings->back();
  }
  token->features = reading->features;
  token->citation = reading->citation;
}

void Morphology::Analyze(Analysis* analysis) const {
  FormMemo memo(this, analysis->tokens.size());
  std::vector<FormMemo::Entry*> forms;
  std::vector<const UnitScores*> units;
  std::vector<Tag> tags;
  std::vector<float> scores;
  const int count = static_cast<int>(analysis->tokens.size());
  for (int begin = 0; begin < count;) {
    int end = begin;
    forms.clear();
    units.clear();
    while (end < count && end - begin < kMaxSentenceTokens &&
           analysis->tokens[end].passage == analysis->tokens[begin].passage) {
      const Token& token = analysis->tokens[end++];
      FormMemo::Entry* const entry = memo.Find(token);
      forms.push_back(entry);
      units.insert(units.end(), entry->form->units.begin(), entry->form->units.end());
    }
    model_->tagger().Tag(units, &tags, &scores);
    int unit = 0;
    for (int i = begin; i < end; ++i) {
      Token& token = analysis->tokens[i];
      const FormAnalysis& form = *forms[i - begin]->form;
      const int host = unit + form.host_unit;
      unit += static_cast<int>(form.units.size());
      switch (token.shape) {
        case TokenShape::kArabic:
          FillArabic(form, &token);
          FillReading(tags[host], scores[host], i > begin ? &analysis->tokens[i - 1] : nullptr,
                      form, &forms[i - begin]->readings, &token);
          break;
        case TokenShape::kLatin:
        case TokenShape::kMixed:
          FillLatin(&token);
          token.part_of_speech = EnglishFunctionWord(token.surface);
          break;
        case TokenShape::kDigits:
          token.base = token.lemma = token.citation = token.stem = token.surface;
          token.part_of_speech = PartOfSpeech::kNumber;
          break;
        case TokenShape::kPunctuation:
          token.base = token.lemma = token.citation = token.surface;
          token.part_of_speech = PartOfSpeech::kPunctuation;
          break;
        case TokenShape::kUrl:
        case TokenShape::kSymbol:
          token.base = token.lemma = token.citation = token.surface;
          token.part_of_speech = PartOfSpeech::kOther;
          break;
      }
    }
    begin = end;
  }
  ReadFirstPersonVerbs(table_, analysis);
  ReadMonths(analysis);
}

const WordInfo* Morphology::Find(absl::string_view word) const { return table_.Find(Fold(word)); }

std::string Morphology::Lemma(absl::string_view word) const {
  const std::string folded = Fold(word);
  if (const WordInfo* info = table_.Find(folded)) return std::string(info->lemma);
  if (!IsTwoByteArabic(folded)) return LemmaOfEnglish(folded);
  std::string derived = DerivedVerb(folded);
  return derived.empty() ? folded : derived;
}

std::string Morphology::Stem(absl::string_view word) const {
  return stemmer_.StemOfWord(Fold(word));
}

}  // namespace isnad::extraction
