#include "services/extraction/names/quoted_names.h"

#include <utility>

#include "absl/strings/string_view.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

constexpr int kLongestName = 4;      // tokens
constexpr int kLongestDoubtful = 2;  // tokens of what may be no name
constexpr double kCuedConfidence = 0.7;
constexpr double kOtherConfidence = 0.55;

bool OpensOnly(absl::string_view form) { return IsOneOf(form, {"«", "“", "„"}); }
bool ClosesOnly(absl::string_view form) { return IsOneOf(form, {"»", "”"}); }

class Finder {
 public:
  Finder(const Analysis& analysis, const CueFinder& cues, const TokenMask& mask,
         std::vector<NameSpan>* doubtful)
      : analysis_(analysis), cues_(cues), mask_(mask), doubtful_(*doubtful) {}

  std::vector<NameSpan> Find() {
    for (const Passage& passage : analysis_.passages) {
      if (passage.kind != PassageKind::kBoilerplate) FindIn(passage.tokens);
    }
    return std::move(spans_);
  }

 private:
  void FindIn(TokenRange passage) {
    int open = -1;
    for (int i = passage.begin; i < passage.end; ++i) {
      const absl::string_view form = analysis_.tokens[i].form;
      const bool straight = form == "\"";
      if (OpensOnly(form) || (straight && open < 0)) {
        open = i;
      } else if (open >= 0 && (ClosesOnly(form) || straight)) {
        Consider(passage, open, i);
        open = -1;
      }
    }
  }

  // Words, not too many, that belong to no other name.
  bool MayBeName(TokenRange words) const {
    if (words.size() < 1 || words.size() > kLongestName || mask_.any(words)) return false;
    bool letters = false;
    for (int i = words.begin; i < words.end; ++i) {
      const Token& word = analysis_.tokens[i];
      const bool plain = word.shape == TokenShape::kArabic || word.shape == TokenShape::kLatin ||
                         word.shape == TokenShape::kMixed || word.shape == TokenShape::kDigits;
      if (!plain || word.stop_word) return false;
      letters = letters || word.shape != TokenShape::kDigits;
    }
    return letters;
  }

  void Consider(TokenRange passage, int open, int close) {
    NameSpan span;
    span.tokens = {open + 1, close};
    if (!MayBeName(span.tokens)) return;
    // "وصفه بأنه «متسرع»": what is said of something.
    if (open > passage.begin && IsOneOf(analysis_.tokens[open - 1].surface,
                                        {"بانه", "بانها", "انه", "انها", "بـانه", "ليس", "ليست"})) {
      return;
    }
    span.range = analysis_.BytesOf(span.tokens);
    span.rule = "quoted-name";
    span.confidence = kOtherConfidence;
    const KindNoun kind = cues_.KindOfQuoted(open, &mask_);
    const NameCue* cue = kind.cue;
    if (cue == nullptr) cue = KindBehind(passage, close);
    // "مجموعة الدرة": the kind is part of the name.
    if (cue == nullptr && span.tokens.size() > 1) cue = OrganizationIn(open + 1);
    const bool traded = cue == nullptr && !kind.named && HasTradeBehind(passage, close);
    const bool numbered = span.tokens.size() > 1 &&
                          analysis_.tokens[span.tokens.end - 1].shape == TokenShape::kDigits;
    if (cue != nullptr) {
      span.type = cue->type;
      span.entity_class = cue->entity_class;
      span.confidence = kCuedConfidence;
    } else if (traded) {
      span.type = EntityType::kOrganization;
    } else if (kind.named || numbered) {
      span.type = EntityType::kProduct;
    } else if (FollowsPost(passage, open)) {
      span.type = EntityType::kOrganization;
    } else {
      if (IsNominal(span.tokens)) doubtful_.push_back(std::move(span));
      return;
    }
    spans_.push_back(std::move(span));
  }

  // Few words that say nothing of anybody: a lone verb may be a name all the same.
  bool IsNominal(TokenRange words) const {
    if (words.size() > kLongestDoubtful) return false;
    for (int i = words.begin; i < words.end; ++i) {
      const PartOfSpeech part = analysis_.tokens[i].part_of_speech;
      if (part == PartOfSpeech::kVerb && words.size() > 1) return false;
    }
    return true;
  }

  // "المحلل في «X»", "مديرة التسويق لدى «X»": where somebody works.
  bool FollowsPost(TokenRange passage, int open) const {
    constexpr int kTitleReach = 5;
    const int at = open - 1;
    if (at <= passage.begin ||
        !IsOneOf(analysis_.tokens[at].surface, {"في", "لدي", "ب", "ل", "بـ", "لـ"})) {
      return false;
    }
    for (int i = at - 1; i >= passage.begin && i >= at - kTitleReach; --i) {
      if (cues_.at(i).title_end > i && cues_.at(i).title_end <= at) return true;
      const Token& word = analysis_.tokens[i];
      if (mask_.taken(i) || word.shape != TokenShape::kArabic ||
          word.part_of_speech == PartOfSpeech::kVerb) {
        return false;
      }
    }
    return false;
  }

  const NameCue* OrganizationIn(int first) const {
    const NameCue* cue = cues_.at(first).cue;
    const bool organization = cue != nullptr && cue->type == EntityType::kOrganization;
    return organization && !analysis_.tokens[first].definite ? cue : nullptr;
  }

  // «سديم» السعودية للاتصالات, "نورا" للأزياء: the trade of a house behind its name.
  bool HasTradeBehind(TokenRange passage, int close) const {
    static constexpr absl::string_view kTrades[] = {
        "للاتصالات",     "للازياء",       "للطيران",     "للتامين",   "للتجاره",   "للتجزيه",
        "للعقارات",      "للتقنيه",       "للتكنولوجيا", "للبرمجيات", "للادويه",   "للطاقه",
        "للصناعات",      "للاغذيه",       "للسيارات",    "للاستثمار", "للمدفوعات", "للتوصيل",
        "للنقل",         "للشحن",         "للالعاب",     "للروبوتات", "للرقايق",   "للاستشارات",
        "للاليكترونيات", "للالكترونيات",  "للسياحه",     "للمقاولات", "للحوسبه",   "للتسوق",
        "للملابس",       "للبتروكيماويات"};
    int at = close + 1;
    if (at < passage.end && cues_.IsNationality(at)) ++at;
    return at < passage.end && OneOf(kTrades, analysis_.tokens[at].surface);
  }

  // '"أرزة"، النموذج العربي': the noun of a kind beside the quoted words.
  const NameCue* KindBehind(TokenRange passage, int close) const {
    if (close + 2 >= passage.end || !IsOneOf(analysis_.tokens[close + 1].form, {"،", ","})) {
      return nullptr;
    }
    return analysis_.tokens[close + 2].definite ? cues_.at(close + 2).cue : nullptr;
  }

  const Analysis& analysis_;
  const CueFinder& cues_;
  const TokenMask& mask_;
  std::vector<NameSpan>& doubtful_;
  std::vector<NameSpan> spans_;
};

}  // namespace

std::vector<NameSpan> FindQuotedNames(const Analysis& analysis, const CueFinder& cues,
                                      const TokenMask& mask, std::vector<NameSpan>* doubtful) {
  return Finder(analysis, cues, mask, doubtful).Find();
}

}  // namespace isnad::extraction
