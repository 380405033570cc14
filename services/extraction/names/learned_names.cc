#include "services/extraction/names/learned_names.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "services/extraction/names/name_letters.h"

namespace isnad::extraction {
namespace {

constexpr int kMoreFrequent = 2;      // powers of two by which the bare word must be more frequent
constexpr int kShortestBareName = 3;  // letters
constexpr int kCommonWord = 5;        // log2 of the frequency in raw text

EntityType TypeOfKind(NameKind kind) {
  switch (kind) {
    case NameKind::kPerson:
      return EntityType::kPerson;
    case NameKind::kLocation:
      return EntityType::kLocation;
    case NameKind::kOrganization:
      return EntityType::kOrganization;
    case NameKind::kOther:
    case NameKind::kProduct:
      break;
  }
  return EntityType::kProduct;
}

// "إنه" and the like are followed by what is said of somebody, not by a name. Folded.
bool OpensPredicate(absl::string_view surface) {
  static constexpr absl::string_view kWords[] = {"انه",   "انها", "لانه",  "لانها", "بانه",
                                                 "بانها", "وانه", "وانها", "فانه",  "فانها"};
  return std::find(std::begin(kWords), std::end(kWords), surface) != std::end(kWords);
}

// Dictionary words that the tagger took for the name of a company or product: "مؤسس مشارك",
// "رئيسة للتكنولوجيا".
bool IsPlainWord(const Token& word, EntityType type) {
  if (!word.listed || (type != EntityType::kOrganization && type != EntityType::kProduct)) {
    return false;
  }
  const bool adjective = word.part_of_speech == PartOfSpeech::kAdjective && !word.definite;
  return adjective || word.part_of_speech == PartOfSpeech::kVerb ||
         (word.part_of_speech == PartOfSpeech::kNoun && absl::StartsWith(word.surface, "لل"));
}

// "«دفتري» للفوترة": behind a name the word says what that is for.
bool IsFieldBehindName(const Analysis& analysis, const LearnedReading& reading, int token) {
  if (token == 0 || !absl::StartsWith(analysis.tokens[token].surface, "لل")) return false;
  const absl::string_view before = analysis.tokens[token - 1].form;
  return before == "»" || before == "”" || reading.labels.labels[token - 1] != kOutside;
}

// Behind a preposition of its own no other one is joined to a word, nor a conjunction: "في فلوسي".
bool FollowsPreposition(const Analysis& analysis, int token) {
  static constexpr absl::string_view kWords[] = {"في",  "من",  "الي", "عن",  "لدي",  "ضد",
                                                 "عبر", "نحو", "وفي", "ومن", "والي", "لصالح"};
  if (token == 0 || analysis.tokens[token - 1].passage != analysis.tokens[token].passage) {
    return false;
  }
  const absl::string_view before = analysis.tokens[token - 1].surface;
  return std::find(std::begin(kWords), std::end(kWords), before) != std::end(kWords);
}

// A name in quotation marks is whole. The mark that opens and closes alike opens where it is
// written onto the word behind it, though not onto the one before it.
bool OpensQuotation(const Analysis& analysis, int token) {
  const Token& mark = analysis.tokens[token];
  if (mark.form == "«" || mark.form == "“" || mark.form == "„") return true;
  if (mark.form != "\"" || mark.range.end != analysis.tokens[token + 1].range.begin) return false;
  return token == 0 || analysis.tokens[token - 1].range.end < mark.range.begin;
}

// "لوكسير", "لينغا": foreign names open so. Behind a preposition such words would be left with a
// semivowel before a consonant, folded.
bool OpensLikeName(absl::string_view surface) {
  if (!absl::StartsWith(surface, "لو") && !absl::StartsWith(surface, "لي")) return false;
  const absl::string_view rest = surface.substr(4);
  return LetterCount(rest) >= 3 && !absl::StartsWith(rest, "ا") && !absl::StartsWith(rest, "و") &&
         !absl::StartsWith(rest, "ي");
}

// Nouns in the construct state that a name follows at once, without a conjunction. Folded.
bool GovernsName(absl::string_view folded) {
  static constexpr absl::string_view kNouns[] = {"شركه",  "مجموعه", "منصه",  "تطبيق", "نموذج",
                                                 "مختبر", "بنك",    "نادي",  "صحيفه", "موقع",
                                                 "وكاله", "قناه",   "مدينه", "مجله"};
  return std::any_of(std::begin(kNouns), std::end(kNouns), [&](absl::string_view noun) {
    return folded == noun || (folded.size() == noun.size() + 2 && absl::EndsWith(folded, noun) &&
                              (absl::StartsWith(folded, "و") || absl::StartsWith(folded, "ل") ||
                               absl::StartsWith(folded, "ب")));
  });
}

// "كيلي", but not "وسام": without its first letter that is a given name, too. Before a family name
// with the article ("ليان الصباغ") the whole word is.
bool IsWholeGivenName(const NameLexicon& lexicon, const Analysis& analysis, TokenRange name) {
  const absl::string_view surface = analysis.tokens[name.begin].surface;
  if (!lexicon.IsGivenName(surface)) return false;
  if (name.size() > 1 && absl::StartsWith(analysis.tokens[name.begin + 1].surface, "ال")) {
    return true;
  }
  for (const BareForm& form : BareForms(surface)) {
    if (form.stripped_letters > 0 && lexicon.IsGivenName(form.text)) return false;
  }
  return true;
}

// "ونهى" before a family name: the conjunction and a given name that is too short to be told by how
// often it is written.
bool JoinsGivenName(const NameLexicon& lexicon, const Analysis& analysis, const NameSpan& span) {
  absl::string_view bare = analysis.tokens[span.tokens.begin].surface;
  if (span.type != EntityType::kPerson || span.tokens.size() < 2) return false;
  return !lexicon.IsGivenName(bare) && absl::ConsumePrefix(&bare, "و") && lexicon.IsGivenName(bare);
}

// Where the name of a person opens within what was read as one name behind "شركة": at a given name
// that no dictionary has as a word, behind one word and before another. -1 when it does not.
int PersonBehindHouse(const NameLexicon& lexicon, const Analysis& analysis, TokenRange name) {
  constexpr int kLongest = 4;
  if (name.size() < 3 || name.size() > kLongest || name.begin == 0) return -1;
  const absl::string_view noun = analysis.tokens[name.begin - 1].surface;
  if (noun != "شركه" && noun != "مجموعه" && noun != "منصه" && noun != "مصرف" && noun != "بنك") {
    return -1;
  }
  const Token& given = analysis.tokens[name.begin + 1];
  const bool opens = lexicon.IsGivenName(given.surface) && !given.definite &&
                     !lexicon.IsGivenName(analysis.tokens[name.begin].surface) &&
                     (!given.listed || given.part_of_speech == PartOfSpeech::kProperNoun);
  return opens ? name.begin + 1 : -1;
}

}  // namespace

absl::StatusOr<LearnedNames> LearnedNames::Create(const ModelSet& models) {
  LearnedNames learned;
  const absl::StatusOr<ModelFile> names = models.Find("names");
  const absl::StatusOr<ModelFile> words = models.Find("words");
  if (absl::IsNotFound(names.status()) || absl::IsNotFound(words.status())) return learned;
  if (!names.ok()) return names.status();
  if (!words.ok()) return words.status();
  absl::StatusOr<NameModel> model = NameModel::Of(*names);
  if (!model.ok()) return model.status();
  absl::StatusOr<WordDistribution> distribution = WordDistribution::Of(*words);
  if (!distribution.ok()) return distribution.status();
  learned.model_ = *std::move(model);
  learned.words_ = *std::move(distribution);
  return learned;
}

LearnedReading LearnedNames::Read(const Analysis& analysis) const {
  LearnedReading reading;
  if (empty()) return reading;
  reading.text = model_->ReadText(analysis, *words_);
  reading.labels = model_->Read(reading.text);
  for (size_t i = 0; i < reading.text.words.size(); ++i) {
    // "وصلة" in "شركة وصلة" begins with its own letter, here and wherever it stands again.
    const bool governed =
        i > 0 && IsBegin(reading.labels.labels[i]) &&
        (GovernsName(analysis.tokens[i - 1].surface) || OpensQuotation(analysis, i - 1));
    if (governed || IsInside(reading.labels.labels[i])) {
      reading.inner_words.insert(reading.text.words[i].folded);
    }
  }
  return reading;
}

std::vector<NameSpan> LearnedNames::Spans(const Analysis& analysis, const CueFinder& cues,
                                          const NameLexicon& lexicon,
                                          const LearnedReading& reading) const {
  std::vector<NameSpan> spans;
  const std::vector<NameLabel>& labels = reading.labels.labels;
  for (const TokenRange& sentence : reading.text.sentences) {
    for (int i = sentence.begin; i < sentence.end; ++i) {
      if (!IsBegin(labels[i])) continue;
      NameSpan span;
      span.tokens = {i, i + 1};
      float margin = reading.labels.margins[i];
      while (span.tokens.end < sentence.end && labels[span.tokens.end] == labels[i] + 1) {
        margin = std::min(margin, reading.labels.margins[span.tokens.end++]);
      }
      span.type = TypeOfKind(KindOf(labels[i]));
      span.confidence = model_->Confidence(margin);
      span.rule = "learned";
      const Token& first = analysis.tokens[i];
      if (span.type == EntityType::kProduct) {
        const NameCue* cue = cues.CueBefore(i);
        const bool cued = cue != nullptr && cue->type == EntityType::kProduct;
        if (!cued && KindOf(labels[i]) == NameKind::kOther) continue;
        if (cued) span.entity_class = cue->entity_class;
      }
      const bool single = span.tokens.size() == 1;
      if (single && (lexicon.IsDemonym(first.surface) || lexicon.IsNotAName(first.surface))) {
        continue;
      }
      if (single && IsFieldBehindName(analysis, reading, i)) continue;
      if (single && (IsAccusative(first) || IsPlainWord(first, span.type))) continue;
      if (i > sentence.begin && OpensPredicate(analysis.tokens[i - 1].surface)) continue;
      // With dots the preposition is a name, and behind a title ("الدكتور على حسن") without.
      if (absl::EndsWith(first.form, "ى") && (first.surface == "علي" || first.surface == "الي") &&
          !(first.surface == "علي" && span.tokens.size() > 1 && cues.TitleEndsAt(i))) {
        continue;
      }
      // Other rules know the names in Latin letters.
      const bool arabic =
          std::all_of(analysis.tokens.begin() + i, analysis.tokens.begin() + span.tokens.end,
                      [](const Token& t) {
                        return t.shape != TokenShape::kLatin && t.shape != TokenShape::kMixed;
                      });
      if (!arabic || first.shape != TokenShape::kArabic) continue;
      span.range = analysis.BytesOf(span.tokens);
      int letters = IsWholeGivenName(lexicon, analysis, span.tokens)
                        ? 0
                        : ProcliticLetters(analysis, reading, i);
      if (letters == 0 && JoinsGivenName(lexicon, analysis, span)) letters = 1;
      if (letters > 0) span.range.begin = WithoutLetters(analysis, first, letters).begin;
      // "شركة كادرا سامر خوري": a house and whom it appoints.
      const int person = PersonBehindHouse(lexicon, analysis, span.tokens);
      if (person > span.tokens.begin) {
        NameSpan house = span;
        house.tokens.end = person;
        house.range.end = analysis.tokens[person - 1].range.end;
        house.type = EntityType::kOrganization;
        spans.push_back(std::move(house));
        span.tokens.begin = person;
        span.range.begin = analysis.tokens[person].range.begin;
        span.type = EntityType::kPerson;
      }
      spans.push_back(std::move(span));
    }
  }
  return spans;
}

// An indefinite object that is a common noun: "بنوكا" is "بنوك" with an ending.
bool LearnedNames::IsAccusative(const Token& word) const {
  absl::string_view noun = word.form;
  if (!absl::ConsumeSuffix(&noun, "ا")) return false;
  const int common = words_->FindStripped(noun).facts.frequency;
  return common >= kCommonWord && common >= words_->Find(word.form).frequency + kMoreFrequent;
}

float LearnedNames::OutsideMargin(const LearnedReading& reading, TokenRange tokens) const {
  float least = 1e9f;
  for (int i = tokens.begin; i < tokens.end; ++i) {
    if (reading.labels.labels[i] != kOutside) return 0;
    least = std::min(least, reading.labels.margins[i]);
  }
  return least;
}

int LearnedNames::ProcliticLetters(const Analysis& analysis, const LearnedReading& reading,
                                   int token) const {
  const Token& word = analysis.tokens[token];
  if (empty() || word.shape != TokenShape::kArabic) return 0;
  // A word that continues a name somewhere has no proclitic.
  if (reading.inner_words.contains(reading.text.words[token].folded)) return 0;
  if (FollowsPreposition(analysis, token)) return 0;
  const int whole = words_->Find(word.form).frequency;
  // "للأمم المتحدة": the article is written into the preposition.
  constexpr absl::string_view kContracted = "لل";
  if (absl::StartsWith(word.form, kContracted)) {
    const std::string bare = absl::StrCat("ال", word.form.substr(kContracted.size()));
    if (words_->Find(bare).frequency > whole) return 1;
  }
  int best = 0;
  int most = whole + kMoreFrequent;
  for (const BareForm& form : BareForms(word.surface)) {
    // The article is part of a name.
    const absl::string_view cut =
        absl::string_view(word.surface).substr(0, word.surface.size() - form.text.size());
    if (form.stripped_letters == 0 || absl::EndsWith(cut, "ال") ||
        LetterCount(form.text) < kShortestBareName) {
      continue;
    }
    const size_t bytes = cut.size();  // proclitics have the same bytes in `form`
    const int bare = words_->Find(absl::string_view(word.form).substr(bytes)).frequency;
    if (bare < most) continue;
    most = bare + 1;
    best = form.stripped_letters;
  }
  if (best == 0 && whole == 0 && LetterCount(word.surface) > kShortestBareName + 1 &&
      (absl::StartsWith(word.surface, "و") || absl::StartsWith(word.surface, "ل")) &&
      !OpensLikeName(word.surface)) {
    // Nobody has seen the word: few names begin with these letters, many words do that have been
    // joined to a conjunction or preposition.
    best = absl::StartsWith(word.surface, "لل") ? 0 : 1;
  }
  return best;
}

}  // namespace isnad::extraction
