#include "services/extraction/names/cue_finder.h"

#include <algorithm>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {

namespace {

constexpr int kKindReach = 6;  // tokens before the mark

// "by the name of", "called", folded.
bool SaysNamed(absl::string_view surface) {
  return IsOneOf(surface, {"باسم", "اسم", "واسمه", "واسمها", "بمسمي", "مسمي", "المسمي", "المسماه",
                           "يسمي", "تسمي", "يدعي", "تدعي", "المعروف", "المعروفه"});
}

// "a company that she called": a verb of naming with a pronoun. "What he called" opens speech.
bool SaysGivesName(const Analysis& analysis, int token) {
  if (!IsOneOf(
          analysis.tokens[token].surface,
          {"سماه", "سماها", "سمته", "سمتها", "سموه", "سموها", "اسماه", "اسماها", "اسمته", "اسمتها",
           "يسميه", "يسميها", "تسميه", "تسميها", "واسماها", "واسمتها", "وسماها", "وسمتها"})) {
    return false;
  }
  return token == 0 || !IsOneOf(analysis.tokens[token - 1].surface,
                                {"ما", "بما", "مما", "عما", "لما", "كما", "وما", "فيما"});
}

// "أطلق عليها [اسم]": the token is the preposition with its pronoun.
bool SaysCalled(const Analysis& analysis, int token) {
  return token > 0 && IsOneOf(analysis.tokens[token].surface, {"عليه", "عليها", "عليهما"}) &&
         IsSameWord(analysis.tokens[token - 1].lemma, "اطلق");
}

}  // namespace

CueFinder::CueFinder(const NameLexicon& lexicon, const Analysis& analysis)
    : lexicon_(lexicon),
      analysis_(analysis),
      at_(analysis.tokens.size()),
      covered_(analysis.tokens.size(), false),
      title_ends_(analysis.tokens.size() + 1, false),
      cue_ends_(analysis.tokens.size() + 1, nullptr) {
  for (int i = 0; i < static_cast<int>(at_.size()); ++i) FindAt(i);
}

void CueFinder::FindAt(int token) {
  const Token& first = analysis_.tokens[token];
  if (first.shape != TokenShape::kArabic && first.shape != TokenShape::kLatin) return;
  BareFormList forms = BareForms(first.surface);
  if (!first.base.empty() && first.base != first.surface) forms.push_back({first.base, 0});
  // "لعبته": in front of a pronoun the ending of the feminine is written otherwise.
  std::string feminine;
  absl::string_view stem = first.base;
  if (!first.enclitic.empty() && absl::ConsumeSuffix(&stem, "ت")) {
    feminine = absl::StrCat(stem, "ه");
    forms.push_back({feminine, 0});
  }
  const int limit = std::min<int>(analysis_.tokens.size(), token + lexicon_.longest_phrase());
  CueAtToken& found = at_[token];
  for (const BareForm& form : forms) {
    const absl::string_view opening = WithoutArticle(form.text);
    if (!lexicon_.OpensPhrase(opening)) continue;
    std::string phrase(opening);
    for (int end = token + 1; end <= limit; ++end) {
      if (end > token + 1) {
        const Token& next = analysis_.tokens[end - 1];
        if (next.passage != first.passage || next.shape == TokenShape::kPunctuation) break;
        absl::StrAppend(&phrase, " ", WithoutArticle(next.surface));
      }
      // "شريكتها" may be a house.
      const bool title = feminine.empty() || opening != feminine;
      if (title && lexicon_.IsTitle(phrase)) found.title_end = std::max(found.title_end, end);
      const NameCue* cue = lexicon_.FindCue(phrase);
      if (cue != nullptr && end > found.cue_end) {
        found.cue_end = end;
        found.cue = cue;
      }
    }
  }
  for (int i = token; i < std::max(found.title_end, found.cue_end); ++i) covered_[i] = true;
  if (found.title_end >= 0) title_ends_[found.title_end] = true;
  if (found.cue_end >= 0) cue_ends_[found.cue_end] = found.cue;
}

const NameCue* CueFinder::CueBefore(int token) const { return cue_ends_[token]; }

bool CueFinder::BarePostEndsAt(int token) const {
  if (!TitleEndsAt(token)) return false;
  const Token& title = analysis_.tokens[token - 1];
  return !title.definite && title.enclitic.empty();
}

bool CueFinder::IsNationality(int token) const {
  return analysis_.tokens[token].definite && lexicon_.IsDemonym(analysis_.tokens[token].surface);
}

KindNoun CueFinder::KindOfQuoted(int open, const TokenMask* taken) const {
  KindNoun kind;
  const TokenRange passage = analysis_.passages[analysis_.tokens[open].passage].tokens;
  const int last = open - 1;
  if (last > passage.begin && IsOneOf(analysis_.tokens[last].form, {"،", ","})) {
    const Token& noun = analysis_.tokens[last - 1];
    if (at_[last - 1].cue_end != last || (!noun.definite && noun.enclitic.empty())) return kind;
    kind.cue = at_[last - 1].cue;
    kind.token = last - 1;
    return kind;
  }
  for (int i = last; i >= std::max(passage.begin, open - kKindReach); --i) {
    const Token& word = analysis_.tokens[i];
    if (SaysNamed(word.surface) || SaysGivesName(analysis_, i)) {
      kind.named = true;
      continue;
    }
    // "an app that bears the name".
    if (kind.named && IsOneOf(word.surface, {"يحمل", "تحمل", "حمل", "حملت", "حاملا", "حامله"})) {
      continue;
    }
    if (SaysCalled(analysis_, i)) {
      kind.named = true;
      --i;
      continue;
    }
    if (at_[i].cue != nullptr && at_[i].cue_end <= open) {
      kind.cue = at_[i].cue;
      kind.token = i;
      // "شركة جديدة للرقائق باسم": in front of "named" the first noun is what is named.
      if (!kind.named) return kind;
    }
    const bool nominal = word.part_of_speech == PartOfSpeech::kNoun ||
                         word.part_of_speech == PartOfSpeech::kAdjective ||
                         lexicon_.IsDemonym(word.surface);
    // Words of the dictionary that were taken for a name are passed over.
    if (!nominal || (taken != nullptr && taken->taken(i) && !word.listed)) return kind;
    // What a preposition brings belongs to the noun before it only in front of "named".
    // "لعبة الرعب والبقاء": but so does what a conjunction adds to it.
    const bool added = word.definite && !word.proclitics.empty() && word.proclitics[0] == "و" &&
                       i > passage.begin && analysis_.tokens[i - 1].definite;
    const bool clitic = !word.proclitics.empty() && word.proclitics[0] != "ال" && !added;
    if (clitic && !kind.named) return kind;
  }
  return kind;
}

}  // namespace isnad::extraction
