#include "services/extraction/names/latin_names.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "services/extraction/names/gazetteer_matcher.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

constexpr int kLongestLatinName = 6;  // tokens

struct CompanyWord {
  absl::string_view word;
  absl::string_view entity_class;
};

constexpr CompanyWord kCompanyWords[] = {
    {"inc", "COMPANY"},
    {"labs", "LAB"},
    {"lab", "LAB"},
    {"ai", "STARTUP"},
    {"technologies", "COMPANY"},
    {"technology", "COMPANY"},
    {"capital", "INVESTOR"},
    {"ventures", "INVESTOR"},
    {"partners", "INVESTOR"},
    {"group", "COMPANY"},
    {"systems", "COMPANY"},
    {"robotics", "COMPANY"},
    {"university", "UNIVERSITY"},
    {"institute", "LAB"},
    {"bank", "BANK"},
    {"fund", "INVESTOR"},
    {"holdings", "COMPANY"},
    {"corporation", "COMPANY"},
    {"corp", "COMPANY"},
    {"company", "COMPANY"},
    {"ltd", "COMPANY"},
    {"llc", "COMPANY"},
    {"times", "NEWSPAPER"},
    {"post", "NEWSPAPER"},
    {"journal", "NEWSPAPER"},
    {"news", "NEWS_SITE"},
    {"foundation", "NONPROFIT"},
    {"research", "LAB"},
    {"motors", "COMPANY"},
    {"energy", "COMPANY"},
    {"studios", "COMPANY"},
    {"software", "COMPANY"},
    {"networks", "COMPANY"},
    {"superintelligence", "LAB"},
    {"media", "COMPANY"},
    {"division", "DIVISION"},
    {"analytics", "COMPANY"},
    {"semiconductor", "COMPANY"},
    {"airlines", "COMPANY"},
};

const CompanyWord* FindCompanyWord(absl::string_view folded) {
  for (const CompanyWord& company : kCompanyWords) {
    if (company.word == folded) return &company;
  }
  return nullptr;
}

// Countries and regions that branches are called by, as English and French write them. Folded.
bool IsCountryWord(absl::string_view folded) {
  static constexpr absl::string_view kWords[] = {
      "tunisie", "tunisia",   "maroc",  "morocco", "algerie",  "algeria", "egypt",
      "egypte",  "saudi",     "arabia", "uae",     "emirates", "kuwait",  "qatar",
      "bahrain", "oman",      "jordan", "liban",   "lebanon",  "iraq",    "africa",
      "afrique", "mena",      "europe", "asia",    "france",   "india",   "china",
      "japan",   "korea",     "uk",     "usa",     "america",  "gulf",    "international",
      "global",  "worldwide", "middle", "east"};
  return std::find(std::begin(kWords), std::end(kWords), folded) != std::end(kWords);
}

bool IsLatinShape(const Token& token) {
  return token.shape == TokenShape::kLatin || token.shape == TokenShape::kMixed;
}

bool IsVersion(const Token& token) {
  if (token.shape == TokenShape::kDigits) {
    return token.surface.size() <= 4 && !absl::StartsWith(token.surface, "20") &&
           !absl::StartsWith(token.surface, "19");
  }
  return IsLatinShape(token) && std::any_of(token.form.begin(), token.form.end(),
                                            [](char c) { return absl::ascii_isdigit(c); });
}

// "تراجع سهم X 1.1 بالمئة": a share of something.
bool IsPercent(const Token& token) {
  return IsOneOf(token.form, {"%", "٪"}) || IsOneOf(token.surface, {"بالميه", "بالمايه", "بالمئه"});
}

// "Aya 101 لغة": the number counts the noun behind it.
bool CountsNext(const Analysis& analysis, int token) {
  constexpr size_t kFewDigits = 1;  // "GPT-5 نموذج" hardly counts models
  const Token& number = analysis.tokens[token];
  if (number.shape != TokenShape::kDigits) return false;
  if (token + 1 >= static_cast<int>(analysis.tokens.size())) return false;
  const Token& next = analysis.tokens[token + 1];
  if (next.passage == number.passage && IsPercent(next)) return true;
  if (number.surface.size() <= kFewDigits) return false;
  return next.passage == number.passage && next.shape == TokenShape::kArabic && next.listed &&
         next.part_of_speech == PartOfSpeech::kNoun && next.proclitics.empty();
}

bool OpensPassage(const Analysis& analysis, int token) {
  for (int i = token - 1; i >= 0; --i) {
    if (analysis.tokens[i].passage != analysis.tokens[token].passage) return true;
    if (analysis.tokens[i].shape != TokenShape::kPunctuation) return false;
  }
  return true;
}

bool IsParticle(absl::string_view form) {
  for (absl::string_view particle : {"of", "de", "van", "von", "der", "bin", "al", "el", "da"}) {
    if (form == particle) return true;
  }
  return false;
}

// "Instinct MI450": the family of a listed product stands before it. Lengthens that.
bool JoinKnown(const Analysis& analysis, const NameSpan& family, std::vector<NameSpan>* known) {
  if (family.type != EntityType::kOrganization || family.rule != "latin-name") return false;
  if (family.tokens.size() > 1) return false;
  for (NameSpan& span : *known) {
    if (span.tokens.begin != family.tokens.end || span.type != EntityType::kProduct) continue;
    const Token& first = analysis.tokens[span.tokens.begin];
    if (!IsLatinShape(first) || !IsVersion(first)) return false;
    if (first.passage != analysis.tokens[family.tokens.begin].passage) return false;
    span.tokens.begin = family.tokens.begin;
    span.range.begin = family.range.begin;
    return true;
  }
  return false;
}

// Words behind the version of a product that tell its editions apart: "Pixel 12 Pro Fold".
bool IsEdition(absl::string_view form) {
  static constexpr absl::string_view kWords[] = {
      "Pro",  "Flash", "Mini", "Max",   "Plus", "Ultra", "Fold",  "Flip",  "Edge",  "Lite",
      "Air",  "Note",  "SE",   "FE",    "XL",   "Neo",   "Nano",  "Turbo", "Micro", "Preview",
      "mini", "Prime", "GT",   "Elite", "Slim", "Opus",  "Haiku", "Sonnet"};
  return std::find(std::begin(kWords), std::end(kWords), form) != std::end(kWords);
}

ByteRange Extent(const Analysis& analysis, TokenRange tokens) { return analysis.BytesOf(tokens); }

}  // namespace

bool LatinNames::Continues(const Analysis& analysis, int token) const {
  const Token& word = analysis.tokens[token];
  return IsLatinShape(word) && HasUpper(word.form) && !lexicon_.IsNotAName(word.surface);
}

int LatinNames::RunEnd(const Analysis& analysis, const CueFinder& cues, const TokenMask& known,
                       int token) const {
  const int size = static_cast<int>(analysis.tokens.size());
  int end = token;
  while (end < size && end < token + kLongestLatinName && !known.taken(end) &&
         analysis.tokens[end].passage == analysis.tokens[token].passage &&
         analysis.tokens[end].shape == TokenShape::kLatin && Continues(analysis, end) &&
         StartsUpper(analysis.tokens[end].form) && cues.at(end).title_end < 0) {
    ++end;
  }
  return end;
}

// "Gemini" + "2.5 Pro", "Amazon" + "Robotics", "Carthage" + "Ventures", "Yassir" + "Go".
void LatinNames::Lengthen(const Analysis& analysis, const CueFinder& cues, const TokenMask& known,
                          NameSpan* span) const {
  const int size = static_cast<int>(analysis.tokens.size());
  const int next = span->tokens.end;
  if (next >= size || analysis.tokens[next].passage != analysis.tokens[next - 1].passage) return;
  const Token& token = analysis.tokens[next];
  int end = next;
  if (span->type == EntityType::kProduct && IsVersion(token) && !CountsNext(analysis, next) &&
      LetterCount(token.form) <= 5) {
    end = next + 1;
    while (end < size && IsEdition(analysis.tokens[end].form) && !known.taken(end)) ++end;
  } else if (span->type == EntityType::kOrganization && IsLatinShape(token) &&
             StartsUpper(token.form) && FindCompanyWord(token.surface) != nullptr &&
             IsLatinShape(analysis.tokens[next - 1])) {
    end = next + 1;
    span->entity_class = std::string(FindCompanyWord(token.surface)->entity_class);
  }
  const bool run = end == next && analysis.language_code == "ar" && span->entry >= 0 &&
                   span->type != EntityType::kPerson &&
                   IsLatinShape(analysis.tokens[span->tokens.begin]) &&
                   !cues.covered(span->tokens.begin);
  if (run) {
    end = RunEnd(analysis, cues, known, next);
    const CompanyWord* company =
        end == next ? nullptr : FindCompanyWord(analysis.tokens[end - 1].surface);
    if (end > next && company != nullptr) {
      span->type = EntityType::kOrganization;
      span->entity_class = std::string(company->entity_class);
    } else if (end > next && (span->type == EntityType::kLocation ||
                              IsCountryWord(analysis.tokens[end - 1].surface))) {
      span->type = EntityType::kOrganization;
      span->entity_class = "COMPANY";
    } else if (end > next) {
      span->type = EntityType::kProduct;
      span->entity_class.clear();
    }
  }
  if (end == next) return;
  span->parent_key.clear();
  if (span->entry >= 0) {
    const LexiconEntry& entry = lexicon_.entries()[span->entry];
    span->parent_key = span->type == EntityType::kProduct ? entry.parent : entry.key;
  }
  span->entry = -1;
  span->tokens.end = end;
  span->range.end = analysis.tokens[end - 1].range.end;
  span->rule = run                                  ? "latin-run"
               : span->type == EntityType::kProduct ? "product-version"
                                                    : "company-word";
  span->confidence = 0.75;
}

void LatinNames::SetType(const Analysis& analysis, const CueFinder& cues, NameSpan* span) const {
  const TokenRange tokens = span->tokens;
  const Token& first = analysis.tokens[tokens.begin];
  const Token& last = analysis.tokens[tokens.end - 1];
  const bool english = analysis.language_code != "ar";
  const NameCue* cue = cues.CueBefore(tokens.begin);
  if (cue == nullptr && tokens.begin > 0 &&
      analysis.tokens[tokens.begin - 1].shape == TokenShape::kPunctuation) {
    cue = cues.CueBefore(tokens.begin - 1);
  }
  const bool more = tokens.end < static_cast<int>(analysis.tokens.size());
  if (cue == nullptr && english && more) cue = cues.at(tokens.end).cue;
  const CompanyWord* company = FindCompanyWord(last.surface);
  const bool version = std::any_of(analysis.tokens.begin() + tokens.begin,
                                   analysis.tokens.begin() + tokens.end, IsVersion);
  span->rule = "latin-name";
  span->confidence = 0.7;
  if (cue != nullptr && cue->type != EntityType::kUnknown) {
    span->type = cue->type;
    span->entity_class = cue->entity_class;
    span->rule = "cue-noun";
    span->confidence = 0.8;
  } else if (company != nullptr) {
    span->type = EntityType::kOrganization;
    span->entity_class = std::string(company->entity_class);
  } else if (tokens.size() >= 2 && !version &&
             (lexicon_.IsGivenName(first.surface) || cues.TitleEndsAt(tokens.begin))) {
    span->type = EntityType::kPerson;
    span->confidence = 0.85;
  } else if (version) {
    span->type = EntityType::kProduct;
    span->confidence = 0.65;
  } else if (tokens.size() == 2 && english && !IsAllUpper(first.form) && !IsAllUpper(last.form)) {
    span->type = EntityType::kPerson;
    span->confidence = 0.55;
  } else {
    span->type = EntityType::kOrganization;
    span->confidence = 0.5;
  }
}

std::vector<NameSpan> LatinNames::Find(const Analysis& analysis, const CueFinder& cues,
                                       std::vector<NameSpan>* known) const {
  TokenMask mask(analysis.tokens.size());
  for (const NameSpan& span : *known) mask.Take(span.tokens);
  for (NameSpan& span : *known) {
    Lengthen(analysis, cues, mask, &span);
    mask.Take(span.tokens);
  }
  std::vector<NameSpan> spans;
  const int size = static_cast<int>(analysis.tokens.size());
  for (int i = 0; i < size;) {
    const bool title = cues.at(i).title_end > i;
    if (mask.taken(i) || title || !Continues(analysis, i)) {
      i = title && !mask.taken(i) ? cues.at(i).title_end : i + 1;
      continue;
    }
    int end = i + 1;
    while (end < size && end < i + kLongestLatinName && !mask.taken(end) &&
           analysis.tokens[end].passage == analysis.tokens[i].passage &&
           cues.at(end).title_end < 0) {
      const Token& next = analysis.tokens[end];
      const bool particle = IsParticle(next.form) && end + 1 < size && !mask.taken(end + 1) &&
                            Continues(analysis, end + 1);
      const bool initial = next.form == "." && analysis.tokens[end - 1].form.size() == 1 &&
                           end + 1 < size && Continues(analysis, end + 1);
      const bool version = IsVersion(next) && !CountsNext(analysis, end);
      if (!Continues(analysis, end) && !particle && !initial && !version && next.form != "&") {
        break;
      }
      ++end;
    }
    NameSpan span;
    span.tokens = {i, end};
    span.range = Extent(analysis, span.tokens);
    SetType(analysis, cues, &span);
    i = end;
    if (JoinKnown(analysis, span, known)) continue;
    const Token& first = analysis.tokens[span.tokens.begin];
    const bool weak = span.tokens.size() == 1 && analysis.language_code != "ar" &&
                      OpensPassage(analysis, span.tokens.begin) &&
                      !HasUpper(absl::string_view(first.form).substr(1));
    if (!weak && LetterCount(first.form) + span.tokens.size() > 2) spans.push_back(span);
  }
  return spans;
}

}  // namespace isnad::extraction
