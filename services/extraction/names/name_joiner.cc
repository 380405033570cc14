#include "services/extraction/names/name_joiner.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "services/extraction/names/form_of_address.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

constexpr int kMostWordsOfPerson = 4;
constexpr int kLetterCount = 4;             // of words that may begin with their own "و"
constexpr int kRare = 5;                    // log2 of the frequency in raw text
constexpr double kJoinedConfidence = 0.75;  // at most

// Words inside the names of people that lead to the next one, folded.
bool IsParticle(absl::string_view word) {
  static constexpr absl::string_view kWords[] = {"بن",  "ابن", "ابو", "بنت", "عبد", "ال", "فان",
                                                 "فون", "دير", "دي",  "دو",  "دا",  "ديل"};
  return OneOf(kWords, word);
}

void Append(const NameSpan& next, NameSpan* span) {
  span->tokens.end = next.tokens.end;
  span->range.end = next.range.end;
  span->confidence = std::min({span->confidence, next.confidence, kJoinedConfidence});
  span->entry = -1;
  span->kind = MentionKind::kName;
  span->rule = "joined";
}

}  // namespace

// Nothing between them, no conjunction or preposition on the second.
bool NameJoiner::Touch(const NameSpan& span, const NameSpan& next) const {
  if (span.tokens.end != next.tokens.begin) return false;
  const Token& first = analysis_.tokens[next.tokens.begin];
  if (first.passage != analysis_.tokens[span.tokens.begin].passage) return false;
  if (first.shape != TokenShape::kArabic || next.range.begin != first.range.begin) return false;
  return analysis_.tokens[span.tokens.end - 1].shape == TokenShape::kArabic ||
         analysis_.tokens[span.tokens.end - 1].shape == TokenShape::kDigits;
}

// "طيران ناس" السعودية.
bool NameJoiner::IsNationality(const NameSpan& span, const NameSpan& next) const {
  if (next.type != EntityType::kLocation || next.tokens.size() != 1) return false;
  if (span.type == EntityType::kLocation || span.type == EntityType::kUnknown) return false;
  const absl::string_view word = analysis_.tokens[next.tokens.begin].surface;
  return absl::StartsWith(word, "ال") && absl::EndsWith(word, "ه") && lexicon_.IsDemonym(word);
}

// "مدير نوفا سامي حداد": the word at the token is where the post is held, before who holds it.
bool NameJoiner::IsHouseOfPost(int token, const NameSpan& span) const {
  return span.type == EntityType::kPerson && span.tokens.size() > 1 &&
         cues_.BarePostEndsAt(token) && !lexicon_.IsGivenName(analysis_.tokens[token].surface) &&
         lexicon_.IsGivenName(analysis_.tokens[span.tokens.begin].surface);
}

bool NameJoiner::AreOnePerson(const NameSpan& span, const NameSpan& next) const {
  if (span.type != EntityType::kPerson || next.type != EntityType::kPerson) return false;
  if (span.entry >= 0 && next.entry >= 0) return false;
  const bool article = absl::StartsWith(analysis_.tokens[span.tokens.begin].surface, "ال");
  return !article && span.entry < 0 && !IsHouseOfPost(span.tokens.begin, next) &&
         span.tokens.size() + next.tokens.size() <= kMostWordsOfPerson + 2 &&
         cues_.at(next.tokens.begin).title_end <= next.tokens.begin;
}

// "رينو المغرب" is a company of its own. An adjective says where a company comes from, a noun what
// it is there.
bool NameJoiner::IsBranch(const NameSpan& span, const NameSpan& next) const {
  if (span.type != EntityType::kOrganization || span.rule == "institution") return false;
  if (next.type != EntityType::kLocation || next.entry < 0) return false;
  const absl::string_view word = analysis_.tokens[next.tokens.begin].surface;
  if (absl::StartsWith(word, "ال") && absl::EndsWith(word, "ه") && lexicon_.IsDemonym(word)) {
    return false;
  }
  const std::string& kind = lexicon_.entries()[next.entry].entity_class;
  return (kind == "COUNTRY" || kind == "REGION" || kind == "CONTINENT") && span.tokens.size() <= 3;
}

// "داسيا سانديرو"; but "أطلقت داسيا سانديرو" has subject and object.
bool NameJoiner::IsMakerOf(const NameSpan& span, const NameSpan& next) const {
  if (span.type != EntityType::kOrganization || next.type != EntityType::kProduct) return false;
  if (span.entry < 0 || span.tokens.size() > 2) return false;
  const int before = span.tokens.begin - 1;
  if (before < 0 || analysis_.tokens[before].passage != analysis_.tokens[before + 1].passage) {
    return false;
  }
  const Token& word = analysis_.tokens[before];
  if (word.part_of_speech == PartOfSpeech::kVerb || word.shape != TokenShape::kArabic) return false;
  const NameCue* cue = cues_.CueBefore(span.tokens.begin);
  return cue == nullptr || cue->type == EntityType::kProduct;
}

// Where the name ends when its last word, or the one behind it, is a particle: past the word that
// this leads to. Else its end.
int NameJoiner::ParticleEnd(const NameSpan& span) const {
  if (span.type != EntityType::kPerson || span.entry >= 0) return span.tokens.end;
  const int size = static_cast<int>(analysis_.tokens.size());
  int end = span.tokens.end;
  const auto is_word = [&](int token) {
    return token < size && analysis_.tokens[token].shape == TokenShape::kArabic &&
           analysis_.tokens[token].passage == analysis_.tokens[span.tokens.begin].passage;
  };
  bool leads = IsParticle(analysis_.tokens[end - 1].surface);
  while (is_word(end) && (leads || IsParticle(analysis_.tokens[end].surface))) {
    const Token& word = analysis_.tokens[end];
    const bool particle = IsParticle(word.surface);
    if (!particle && (word.stop_word || word.part_of_speech == PartOfSpeech::kVerb)) break;
    if (particle && !is_word(end + 1)) break;
    leads = particle;
    ++end;
  }
  if (leads) return span.tokens.end;
  // "سلطان بن طحنون الدرمكي": the family behind the father's name.
  const bool patronym = std::any_of(analysis_.tokens.begin() + span.tokens.begin,
                                    analysis_.tokens.begin() + end, [](const Token& word) {
                                      return IsOneOf(word.surface, {"بن", "بنت", "ابن"});
                                    });
  if (!patronym || !is_word(end)) return end;
  const Token& family = analysis_.tokens[end];
  const bool named = absl::StartsWith(family.surface, "ال") &&
                     absl::EndsWith(family.surface, "ي") && LetterCount(family.surface) >= 5 &&
                     !family.stop_word &&
                     !absl::StartsWith(analysis_.tokens[end - 1].surface, "ال") &&
                     (!family.listed || family.part_of_speech == PartOfSpeech::kProperNoun) &&
                     !lexicon_.IsDemonym(family.surface) && !cues_.covered(end);
  return named ? end + 1 : end;
}

// A word without clitics that few have written and no dictionary has.
bool NameJoiner::IsRareWord(int token) const {
  const Token& word = analysis_.tokens[token];
  if (word.shape != TokenShape::kArabic || word.listed || word.stop_word || cues_.covered(token) ||
      !word.enclitic.empty()) {
    return false;
  }
  if (word.part_of_speech != PartOfSpeech::kProperNoun || LetterCount(word.surface) < 3) {
    return false;
  }
  if (lexicon_.IsDemonym(word.surface) || lexicon_.IsNotAName(word.surface)) return false;
  if (AddressesName(word.surface)) return false;
  for (absl::string_view opening : {"ال", "لل", "و", "ب", "ل", "ف"}) {
    if (absl::StartsWith(word.surface, opening) && opening.size() > 2) return false;
  }
  for (absl::string_view ending : {"ات", "ون", "ها", "هم", "ته", "نا", "وا", "يه"}) {
    if (LetterCount(word.surface) > 4 && absl::EndsWith(word.surface, ending)) return false;
  }
  return words_ != nullptr && words_->FindStripped(word.form).facts.frequency <= kRare;
}

// «فولتا سيل»: between marks that hold it alone.
bool NameJoiner::IsQuoted(const NameSpan& span) const {
  const int before = span.tokens.begin - 1;
  const int behind = span.tokens.end;
  return before >= 0 && behind < static_cast<int>(analysis_.tokens.size()) &&
         IsOneOf(analysis_.tokens[before].form, {"«", "“", "„", "\""}) &&
         IsOneOf(analysis_.tokens[behind].form, {"»", "”", "\""});
}

// "تاتش ترفعان".
bool NameJoiner::EndsSentencePart(const NameSpan& span) const {
  const Token& last = analysis_.tokens[span.tokens.end - 1];
  if (!last.listed || last.definite || lexicon_.IsGivenName(last.surface)) return false;
  if (IsParticle(analysis_.tokens[span.tokens.end - 2].surface) || IsParticle(last.surface)) {
    return false;
  }
  if (last.part_of_speech != PartOfSpeech::kVerb) return false;
  // A perfect may be a surname: "راجيف خان".
  return span.type != EntityType::kPerson || last.features.aspect == WordAspect::kImperfective;
}

// "لي-آن مولهولاند": a double first name stands before the person's name.
bool NameJoiner::FollowsHyphenated(const NameSpan& span) const {
  const int begin = span.tokens.begin;
  if (span.type != EntityType::kPerson || begin < 3) return false;
  const Token& first = analysis_.tokens[begin - 3];
  const Token& mark = analysis_.tokens[begin - 2];
  const Token& second = analysis_.tokens[begin - 1];
  return mark.form == "-" && first.passage == analysis_.tokens[begin].passage &&
         first.shape == TokenShape::kArabic && second.shape == TokenShape::kArabic &&
         first.range.end == mark.range.begin && mark.range.end == second.range.begin;
}

// "كلاود", "كابيتال": no company is called so without a word before it. Whether that word stands at
// the token: "نبض كلاود".
bool NameJoiner::OpensCompany(const NameSpan& span, int token) const {
  constexpr float kEnding = 2;
  if (span.tokens.size() > 1 || span.type == EntityType::kPerson) return false;
  const TypeScores* const last = contexts_.Last(analysis_.tokens[span.tokens.begin].surface);
  if (last == nullptr || (*last)[static_cast<size_t>(EntityType::kOrganization)] < kEnding) {
    return false;
  }
  const Token& word = analysis_.tokens[token];
  return word.shape == TokenShape::kArabic && !word.stop_word && !word.definite &&
         word.enclitic.empty() && word.part_of_speech != PartOfSpeech::kVerb &&
         !cues_.covered(token) && LetterCount(word.surface) >= 3;
}

// A family name behind a first name that stands alone: "تشيفنغ تشن".
bool NameJoiner::EndsPerson(const NameSpan& span, int token) const {
  if (span.type != EntityType::kPerson || span.tokens.size() > 1) return false;
  const Token& word = analysis_.tokens[token];
  return word.shape == TokenShape::kArabic && !word.stop_word && !word.definite &&
         (!word.listed || word.part_of_speech == PartOfSpeech::kProperNoun) &&
         (lexicon_.IsGivenName(word.surface) || IsMaghrebi(span)) &&
         !lexicon_.IsNotAName(word.surface) && !lexicon_.IsDemonym(word.surface) &&
         !cues_.covered(token);
}

// "غلايد وان", "زاجل موبايل": behind a word that no dictionary has, one that closes names of its
// type.
bool NameJoiner::EndsThing(const NameSpan& span, int token) const {
  constexpr float kEnding = 1.2;
  if (span.type == EntityType::kPerson || span.tokens.size() > 2) return false;
  const Token& first = analysis_.tokens[span.tokens.begin];
  const Token& word = analysis_.tokens[token];
  if (first.definite || word.shape != TokenShape::kArabic) return false;
  const TypeScores* const last = contexts_.Last(word.surface);
  return last != nullptr && (*last)[static_cast<size_t>(span.type)] >= kEnding;
}

// "إدريس التازي": behind a given name, which takes no adjective, a nisba is the family's.
bool NameJoiner::EndsWithFamily(const NameSpan& span, int token) const {
  if (span.type != EntityType::kPerson || span.tokens.size() > 1 || span.entry >= 0) return false;
  const Token& first = analysis_.tokens[span.tokens.begin];
  const Token& word = analysis_.tokens[token];
  return lexicon_.IsGivenName(first.surface) && !first.definite && word.definite &&
         !word.stop_word && absl::StartsWith(word.surface, "ال") &&
         absl::EndsWith(word.surface, "ي") && LetterCount(word.surface) >= 5 &&
         (!word.listed || word.part_of_speech == PartOfSpeech::kAdjective) &&
         !lexicon_.IsDemonym(word.surface) && !lexicon_.IsNotAName(word.surface) &&
         !cues_.covered(token);
}

// A given name with the article: "المهدي".
bool NameJoiner::IsMaghrebi(const NameSpan& span) const {
  const absl::string_view first = analysis_.tokens[span.tokens.begin].surface;
  return absl::StartsWith(first, "ال") && lexicon_.IsGivenName(first);
}

// A given name or particle before the rest of a person's name: "سكينة", "بن".
bool NameJoiner::LeadsPerson(const NameSpan& span, int token) const {
  if (span.type != EntityType::kPerson) return false;
  const Token& word = analysis_.tokens[token];
  if (word.shape != TokenShape::kArabic) return false;
  if (word.surface == "بن" || word.surface == "ابو") return true;
  // "فان دايك", but not "فإن كلير ديفو".
  if (word.surface == "فان") return !absl::StrContains(word.form, "إ");
  if (cues_.covered(token)) return false;
  // "الحبيب الزواري": a given name with the article, before a word that no dictionary has.
  if (absl::StartsWith(word.surface, "ال") && lexicon_.IsGivenName(word.surface) &&
      !analysis_.tokens[token + 1].listed) {
    return true;
  }
  absl::string_view bare = word.surface;
  if (absl::ConsumePrefix(&bare, "و") && LetterCount(bare) > 3 && lexicon_.IsGivenName(bare)) {
    return true;
  }
  return lexicon_.IsGivenName(word.surface) && LetterCount(word.surface) > 3 &&
         !(word.listed && word.part_of_speech != PartOfSpeech::kProperNoun);
}

// "وشهد" in "ريان الدوسري وشهد المالكي": behind a name the conjunction and a short given name open
// the next one, even if the two read like a verb.
bool NameJoiner::OpensNextPerson(const NameSpan& span, int token, const TokenMask& mask) const {
  if (span.type != EntityType::kPerson || token == 0 || !mask.taken(token - 1)) return false;
  absl::string_view bare = analysis_.tokens[token].surface;
  return analysis_.tokens[token].shape == TokenShape::kArabic && !cues_.covered(token) &&
         absl::ConsumePrefix(&bare, "و") && LetterCount(bare) == 3 && lexicon_.IsGivenName(bare);
}

// "خزنة" + "داتا سنترز": past the word that ends names of companies, one other between them at
// most.
int NameJoiner::CompanyEnd(const NameSpan& span, const TokenMask& mask) const {
  constexpr float kEnding = 2;
  const int size = static_cast<int>(analysis_.tokens.size());
  for (int end = span.tokens.end; end < size && end < span.tokens.end + 2; ++end) {
    const Token& word = analysis_.tokens[end];
    if (word.passage != analysis_.tokens[span.tokens.begin].passage || mask.taken(end) ||
        word.shape != TokenShape::kArabic || word.stop_word || word.definite) {
      break;
    }
    const TypeScores* const last = contexts_.Last(word.surface);
    if (last != nullptr && (*last)[static_cast<size_t>(EntityType::kOrganization)] >= kEnding) {
      return end + 1;
    }
    if (!IsRareWord(end)) break;
  }
  return span.tokens.end;
}

// "مداد لابز": where nobody has seen a name, a word that ends those of companies shows one.
void NameJoiner::AddCompanies(std::vector<NameSpan>* spans) const {
  TokenMask mask(analysis_.tokens.size());
  for (const NameSpan& span : *spans) mask.Take(span.tokens);
  const size_t before = spans->size();
  for (int i = 1; i < static_cast<int>(analysis_.tokens.size()); ++i) {
    const Token& word = analysis_.tokens[i];
    if (word.listed || word.shape != TokenShape::kArabic || mask.any({i - 1, i + 1})) continue;
    if (analysis_.tokens[i - 1].passage != word.passage) continue;
    NameSpan span;
    span.tokens = {i, i + 1};
    span.type = EntityType::kOrganization;
    if (!OpensCompany(span, i - 1)) continue;
    span.tokens.begin = i - 1;
    span.range = analysis_.BytesOf(span.tokens);
    span.confidence = kJoinedConfidence;
    span.rule = "joined";
    mask.Take(span.tokens);
    spans->push_back(std::move(span));
  }
  if (spans->size() == before) return;
  std::stable_sort(spans->begin(), spans->end(), [](const NameSpan& a, const NameSpan& b) {
    return a.tokens.begin < b.tokens.begin;
  });
}

void NameJoiner::Adjust(std::vector<NameSpan>* spans) const {
  TokenMask mask(analysis_.tokens.size());
  for (const NameSpan& span : *spans) mask.Take(span.tokens);
  const int size = static_cast<int>(analysis_.tokens.size());
  for (NameSpan& span : *spans) {
    if (span.type == EntityType::kOrganization && span.rule != "institution") {
      const int end = CompanyEnd(span, mask);
      if (end > span.tokens.end) {
        mask.Take({span.tokens.end, end});
        span.tokens.end = end;
        span.range.end = analysis_.tokens[end - 1].range.end;
        span.entry = -1;
        span.kind = MentionKind::kName;
        span.rule = "joined";
        span.confidence = std::min(span.confidence, kJoinedConfidence);
        continue;
      }
    }
    if (span.entry >= 0 || span.type == EntityType::kLocation ||
        IsOneOf(span.rule, {"institution", "quoted-cue", "product-version"})) {
      continue;
    }
    const Token& first = analysis_.tokens[span.tokens.begin];
    if (first.shape != TokenShape::kArabic) continue;
    if (span.tokens.size() > 1 && EndsSentencePart(span) && !IsQuoted(span)) {
      --span.tokens.end;
      span.range.end = analysis_.tokens[span.tokens.end - 1].range.end;
    }
    const int next = span.tokens.end;
    if (next < size && analysis_.tokens[next].passage == first.passage && !mask.taken(next) &&
        analysis_.tokens[next - 1].shape == TokenShape::kArabic &&
        (EndsThing(span, next) || EndsWithFamily(span, next) ||
         ((IsRareWord(next) || EndsPerson(span, next)) &&
          !absl::StartsWith(analysis_.tokens[next].surface, "و") &&
          !absl::StartsWith(analysis_.tokens[next].surface, "ف")))) {
      ++span.tokens.end;
      span.range.end = analysis_.tokens[next].range.end;
      mask.Take({next, next + 1});
    }
    if (FollowsHyphenated(span)) {
      span.tokens.begin -= 3;
      span.range.begin = analysis_.tokens[span.tokens.begin].range.begin;
      mask.Take({span.tokens.begin, span.tokens.begin + 3});
      continue;
    }
    const int before = span.tokens.begin - 1;
    if (before >= 0 && analysis_.tokens[before].passage == first.passage && !mask.taken(before) &&
        span.range.begin == first.range.begin && !IsHouseOfPost(before, span) &&
        (IsRareWord(before) || LeadsPerson(span, before) || OpensCompany(span, before) ||
         OpensNextPerson(span, before, mask))) {
      --span.tokens.begin;
      const Token& word = analysis_.tokens[before];
      const bool conjunction =
          absl::StartsWith(word.surface, "و") &&
          (LetterCount(word.surface) > kLetterCount || OpensNextPerson(span, before, mask));
      span.range.begin = conjunction ? WithoutLetters(analysis_, word, 1).begin : word.range.begin;
      mask.Take({before, before + 1});
    }
  }
}

void NameJoiner::Join(std::vector<NameSpan>* spans) const {
  std::vector<NameSpan> joined;
  for (NameSpan& span : *spans) {
    NameSpan* const before = joined.empty() ? nullptr : &joined.back();
    // Swallowed by the particle of the name before.
    if (before != nullptr && span.tokens.begin < before->tokens.end) {
      if (span.tokens.end > before->tokens.end) Append(span, before);
      continue;
    }
    if (before != nullptr && Touch(*before, span)) {
      if (IsNationality(*before, span)) continue;
      const bool same =
          before->type == span.type && before->entry < 0 && span.entry < 0 &&
          before->rule != "institution" && span.rule != "institution" &&
          (span.type == EntityType::kOrganization || span.type == EntityType::kProduct);
      if (same || AreOnePerson(*before, span)) {
        Append(span, before);
        continue;
      }
      if (IsBranch(*before, span)) {
        Append(span, before);
        continue;
      }
      if (IsMakerOf(*before, span)) {
        const std::string parent = lexicon_.entries()[before->entry].key;
        Append(span, before);
        before->type = EntityType::kProduct;
        before->entity_class = span.entity_class;
        before->parent_key = parent;
        continue;
      }
    }
    joined.push_back(std::move(span));
    NameSpan& last = joined.back();
    const int end = ParticleEnd(last);
    if (end == last.tokens.end) continue;
    last.tokens.end = end;
    last.range.end = analysis_.tokens[end - 1].range.end;
  }
  *spans = std::move(joined);
}

}  // namespace isnad::extraction
