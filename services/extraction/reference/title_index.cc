#include "services/extraction/reference/title_index.h"

#include "absl/container/inlined_vector.h"
#include "absl/strings/match.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

constexpr int kPersonReach = 7;  // words between a title and the name behind it
constexpr int kPlaceReach = 3;   // words between a title and the organisation behind it

bool IsComma(const Token& token) { return token.form == "،" || token.form == ","; }

bool IsQuoteMark(const Token& token) {
  return IsOneOf(token.form, {"«", "»", "\"", "“", "”", "'", "‘", "’"});
}

bool IsFormer(const Token& token) {
  return IsOneOf(token.base, {"سابق", "سابقه", "اسبق", "سابقا"});
}

// A word of a title, whatever its case ending, article or proclitics.
bool IsTitleWord(const Token& token, absl::string_view word) {
  if (token.surface == word || token.base == word) return true;
  for (const DefiniteReading& reading : DefiniteReadings(token.surface)) {
    if (reading.noun == word) return true;
  }
  return absl::EndsWith(token.base, "ا") &&
         absl::string_view(token.base).substr(0, token.base.size() - 2) == word;
}

std::string Masculine(absl::string_view word) {
  if (absl::EndsWith(word, "ه") && word.size() > 6) word.remove_suffix(2);
  return std::string(word);
}

// Reads the titles of one text.
class TitleReader {
 public:
  TitleReader(const Analysis& analysis, const ReferenceLexicon& lexicon)
      : analysis_(analysis),
        lexicon_(lexicon),
        mention_from_(analysis.tokens.size(), -1),
        mention_until_(analysis.tokens.size() + 1, -1) {
    for (size_t m = 0; m < analysis.mentions.size(); ++m) {
      mention_from_[analysis.mentions[m].tokens.begin] = static_cast<int>(m);
      mention_until_[analysis.mentions[m].tokens.end] = static_cast<int>(m);
    }
  }

  // The title that starts at a token, if any.
  bool Read(int begin, TitleSite* site) const {
    if (mention_from_[begin] >= 0 || !ReadWords(begin, site)) return false;
    const Token& first = token(begin);
    site->definite = first.definite;
    for (const DefiniteReading& reading : DefiniteReadings(first.surface)) {
      site->definite = true;
      site->stripped_letters = reading.stripped_letters;
    }
    site->gender = absl::EndsWith(first.form, "ة") ? WordGender::kFeminine : WordGender::kMasculine;
    ReadAdjectives(site);
    ReadPlace(site);
    ReadPerson(site);
    return true;
  }

 private:
  const Token& token(int i) const { return analysis_.tokens[i]; }
  EntityType TypeOf(int mention) const {
    return analysis_.entities[analysis_.mentions[mention].entity].type;
  }
  int PassageEnd(int i) const {
    const int passage = token(i).passage;
    return passage < 0 ? i + 1 : analysis_.passages[passage].tokens.end;
  }

  bool ReadWords(int begin, TitleSite* site) const {
    absl::InlinedVector<absl::string_view, 5> openers = {WithoutArticle(token(begin).base)};
    for (const DefiniteReading& reading : DefiniteReadings(token(begin).surface)) {
      openers.push_back(reading.noun);
    }
    const int end = PassageEnd(begin);
    for (const absl::string_view opener : openers) {
      const std::vector<TitlePhrase>* phrases = lexicon_.TitlesFrom(opener);
      if (phrases == nullptr) continue;
      for (const TitlePhrase& phrase : *phrases) {
        const int size = static_cast<int>(phrase.words.size());
        if (begin + size > end) continue;
        bool same = true;
        for (int w = 1; w < size && same; ++w) {
          same = mention_from_[begin + w] < 0 && IsTitleWord(token(begin + w), phrase.words[w]);
        }
        if (!same) continue;
        site->tokens = {begin, begin + size};
        site->end = begin + size;
        site->key = phrase.key;
        site->head = Masculine(opener);
        return true;
      }
    }
    return false;
  }

  void ReadAdjectives(TitleSite* site) const {
    const int end = PassageEnd(site->tokens.begin);
    while (site->end < end && mention_from_[site->end] < 0) {
      const Token& next = token(site->end);
      if (IsFormer(next)) {
        site->former = true;
      } else {
        const absl::string_view nationality = lexicon_.NationalityOf(next.surface);
        if (nationality.empty()) break;
        site->nationality = std::string(nationality);
      }
      ++site->end;
    }
  }

  // "لشركة X", "في X", "X" right behind the title, "X السابق".
  void ReadPlace(TitleSite* site) const {
    const int end = PassageEnd(site->tokens.begin);
    bool within = false;  // behind "في": where it happened rather than whose title it is
    for (int i = site->end, words = 0; i < end && words <= kPlaceReach; ++i) {
      if (IsQuoteMark(token(i))) continue;
      within = within || token(i).surface == "في";
      const int mention = mention_from_[i];
      if (mention >= 0) {
        const EntityType type = TypeOf(mention);
        if (type == EntityType::kOrganization || (type == EntityType::kLocation && !within)) {
          site->place = analysis_.mentions[mention].entity;
          const int after = analysis_.mentions[mention].tokens.end;
          if (after < end && IsFormer(token(after))) site->former = true;
        }
        return;
      }
      ++words;
      const Token& word = token(i);
      if (word.shape == TokenShape::kPunctuation || word.part_of_speech == PartOfSpeech::kVerb ||
          IsOneOf(word.surface,
                  {"الي", "من", "عن", "علي", "مع", "بعد", "قبل", "منذ", "ضد", "ان"})) {
        return;
      }
    }
  }

  void ReadPerson(TitleSite* site) const {
    const int begin = site->tokens.begin;
    const int end = PassageEnd(begin);
    bool comma = false;
    for (int i = site->end, words = 0; i < end && words <= kPersonReach; ++i) {
      const Token& word = token(i);
      const int mention = mention_from_[i];
      if (mention >= 0) {
        if (TypeOf(mention) == EntityType::kPerson) {
          // "رئيس ميتا لـ X" and "المدير وX" are others.
          const bool bare = analysis_.mentions[mention].range.begin == word.range.begin;
          if (bare) site->person = analysis_.mentions[mention].entity;
          break;
        }
        if (comma) break;
        i = analysis_.mentions[mention].tokens.end - 1;
        continue;
      }
      if (IsQuoteMark(word) || word.form == "(" || word.form == ")") continue;
      if (IsComma(word)) {
        if (comma) break;
        comma = true;
        continue;
      }
      // Behind a comma only another title may come before the name.
      if (comma && lexicon_.TitlesFrom(WithoutArticle(word.base)) == nullptr) break;
      ++words;
      if (word.shape == TokenShape::kPunctuation || word.part_of_speech == PartOfSpeech::kVerb ||
          word.part_of_speech == PartOfSpeech::kConjunction ||
          IsOneOf(word.surface, {"الي", "عن", "مع", "ان"})) {
        break;
      }
      if (!word.enclitic.empty() || (!word.proclitics.empty() && word.proclitics.front() == "و")) {
        break;
      }
    }
    if (site->person >= 0) return;
    // "X، الرئيس التنفيذي" and "X الرئيس التنفيذي".
    const bool joined = !token(begin).proclitics.empty() &&
                        token(begin).proclitics.front() != "ال" &&
                        token(begin).proclitics.front() != "ك";
    if (joined) return;
    int before = begin;
    while (before > 0 && before > begin - 3 &&
           (IsComma(token(before - 1)) || IsQuoteMark(token(before - 1)) ||
            IsOneOf(token(before - 1).surface, {"وهو", "وهي", "منصب", "بصفته", "بصفتها"}))) {
      --before;
    }
    const int mention = mention_until_[before];
    if (mention >= 0 && TypeOf(mention) == EntityType::kPerson &&
        token(analysis_.mentions[mention].tokens.begin).passage == token(begin).passage) {
      site->person = analysis_.mentions[mention].entity;
    }
  }

  const Analysis& analysis_;
  const ReferenceLexicon& lexicon_;
  std::vector<int> mention_from_;   // mention that starts at a token
  std::vector<int> mention_until_;  // mention that ends before a token
};

}  // namespace

TitleIndex::TitleIndex(const Analysis& analysis, const ReferenceLexicon& lexicon)
    : site_at_(analysis.tokens.size(), -1) {
  const TitleReader reader(analysis, lexicon);
  for (int i = 0; i < static_cast<int>(analysis.tokens.size());) {
    TitleSite site;
    if (analysis.tokens[i].shape == TokenShape::kArabic && reader.Read(i, &site)) {
      site_at_[i] = static_cast<int>(sites_.size());
      i = site.tokens.end;
      sites_.push_back(std::move(site));
    } else {
      ++i;
    }
  }
}

const TitleSite* TitleIndex::At(int token) const {
  return site_at_[token] < 0 ? nullptr : &sites_[site_at_[token]];
}

}  // namespace isnad::extraction
