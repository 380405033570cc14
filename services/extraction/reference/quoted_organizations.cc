#include "services/extraction/reference/quoted_organizations.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/reference/new_organization.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

constexpr int kLongestName = 3;  // words
// What counts for a name or against it.
constexpr double kKindBefore = 2;
constexpr double kRivalBefore = 2.5;  // "منافستها «X»"
constexpr double kTitleBefore = 1.5;
constexpr double kBoughtThere = 1;
constexpr double kDealtWith = 2;      // "شراكة مع «X»"
constexpr double kJoinedToHouse = 2;  // "«Y» و«X»"
constexpr double kNationOf = 2;       // "وتلتها الدنماركية «X»"
constexpr double kVerbBeside = 1;
constexpr double kFoundedThere = 2;
constexpr double kCompanyWord = 2;     // "كابيتال", "القابضة" in the name
constexpr double kPlatformBefore = 1;  // "منصة" may be a product or who runs it
constexpr double kNationality = 1.5;   // "«X» الأردنية"
constexpr double kLooksLikeVerb = -0.5;
constexpr double kOtherThing = -3;
constexpr double kEnough = 2;
constexpr int kContextWords = 3;
constexpr int kTakeoverWords = 7;
constexpr int kMoveWords = 6;
constexpr double kConfidence = 0.7;

// The names of Latin letters, folded: two of them side by side spell a name.
bool IsLetterName(absl::string_view surface) {
  return IsOneOf(surface, {"ايه", "اي",  "بي",  "سي", "دي", "اف", "جي",   "جيه", "اتش",
                           "كيه", "ام",  "ان",  "او", "ار", "اس", "كيو",  "تي",  "يو",
                           "في",  "اكس", "واي", "زد", "زي", "ال", "دبليو"});
}

// The places of one quoted name in the text.
struct Candidate {
  double weight = 0;
  std::string entity_class;
  std::vector<TokenRange> places;
};

class QuotedNames {
 public:
  QuotedNames(const ReferenceLexicon& lexicon, Analysis* analysis)
      : lexicon_(lexicon), analysis_(*analysis), mention_at_(analysis->tokens.size(), -1) {
    for (size_t m = 0; m < analysis_.mentions.size(); ++m) {
      const TokenRange tokens = analysis_.mentions[m].tokens;
      for (int i = tokens.begin; i < tokens.end; ++i) mention_at_[i] = static_cast<int>(m);
    }
  }

  void Run() {
    Gather();
    AddTableCells();
    std::vector<Mention> found;
    for (const std::string& key : order_) {
      const Candidate& candidate = candidates_[key];
      if (candidate.weight < kEnough) continue;
      const ByteRange name = analysis_.BytesOf(candidate.places.front());
      const std::string& known = candidate.entity_class;
      const int same = EntityCalled(key);
      const int entity =
          same >= 0 ? same : AddOrganization(name, known.empty() ? "COMPANY" : known, &analysis_);
      for (const TokenRange& place : candidate.places) {
        Mention mention;
        mention.tokens = place;
        mention.range = analysis_.BytesOf(place);
        mention.entity = entity;
        mention.confidence = kConfidence;
        mention.rule = "quoted-organization";
        found.push_back(std::move(mention));
      }
    }
    PutMentions(std::move(found), &analysis_);
  }

 private:
  const Token& token(int i) const { return analysis_.tokens[i]; }
  int size() const { return static_cast<int>(analysis_.tokens.size()); }

  // The organisation of the text that bears the folded name already, or -1.
  int EntityCalled(absl::string_view folded) const {
    for (size_t e = 0; e < analysis_.entities.size(); ++e) {
      const EntityRecord& entity = analysis_.entities[e];
      if (entity.type != EntityType::kOrganization) continue;
      for (const AliasRecord& alias : entity.aliases) {
        if (alias.folded_key == folded) return static_cast<int>(e);
      }
    }
    return -1;
  }

  bool SamePassage(int a, int b) const {
    return b >= 0 && b < size() && token(a).passage == token(b).passage;
  }

  static bool IsMark(const Token& token) { return IsOneOf(token.form, {"\"", "»", "”"}); }

  bool IsSpelled(int i) const {
    if (!IsLetterName(token(i).surface)) return false;
    return (i > 0 && IsLetterName(token(i - 1).surface)) ||
           (i + 1 < size() && IsLetterName(token(i + 1).surface));
  }

  bool IsVerb(int i) const {
    return mention_at_[i] < 0 && token(i).part_of_speech == PartOfSpeech::kVerb;
  }

  // The token of the mark that closes a short run of words without a known name, or -1.
  int NameEnd(int open) const {
    const bool double_mark = token(open).form == "\"";
    int places = 0;
    for (int i = open + 1; SamePassage(open, i) && i <= open + kLongestName + 1; ++i) {
      const absl::string_view form = token(i).form;
      if (double_mark ? form == "\"" : IsOneOf(form, {"»", "”"})) {
        const int words = i - open - 1;
        return words > places && words > 0 ? i : -1;
      }
      if (token(i).shape != TokenShape::kArabic) return -1;
      if (token(i).stop_word && !IsSpelled(i)) return -1;
      // «كشفك»: a lone word may be written like a verb.
      const bool lone = i == open + 1 && SamePassage(open, i + 1) && IsMark(token(i + 1));
      if (token(i).part_of_speech == PartOfSpeech::kVerb && !lone && !IsSpelled(i)) return -1;
      if (mention_at_[i] < 0) continue;
      const Mention& known = analysis_.mentions[mention_at_[i]];
      if (known.entity < 0 || analysis_.entities[known.entity].type != EntityType::kLocation) {
        return -1;
      }
      ++places;
    }
    return -1;
  }

  void Gather() {
    bool open_double = false;
    for (int i = 0; i < size(); ++i) {
      if (i > 0 && !SamePassage(i, i - 1)) open_double = false;
      const absl::string_view form = token(i).form;
      const bool mark = IsSameWord(form, "\"");
      if (mark) open_double = !open_double;
      if (!IsOneOf(form, {"«", "“"}) && !(mark && open_double)) continue;
      const int close = NameEnd(i);
      if (close < 0) continue;
      const TokenRange words{i + 1, close};
      const std::string key = Fold(analysis_.Quote(analysis_.BytesOf(words)));
      const auto [place, fresh] = candidates_.emplace(key, Candidate());
      if (fresh) order_.push_back(key);
      if (fresh && HasCompanyWord(words)) place->second.weight += kCompanyWord;
      const bool verb =
          words.size() == 1 && token(words.begin).part_of_speech == PartOfSpeech::kVerb;
      if (fresh && verb) place->second.weight += kLooksLikeVerb;
      place->second.weight += Weigh(i, close, &place->second.entity_class);
      place->second.places.push_back(words);
    }
  }

  // In tables names go without quotation marks: a cell that is nothing but the name.
  void AddTableCells() {
    if (order_.empty()) return;
    for (const Passage& passage : analysis_.passages) {
      if (passage.kind != PassageKind::kTableRow) continue;
      int begin = passage.tokens.begin;
      for (int i = begin; i <= passage.tokens.end; ++i) {
        if (i < passage.tokens.end && token(i).form != "|") continue;
        const TokenRange cell{begin, i};
        begin = i + 1;
        if (cell.size() < 1 || cell.size() > kLongestName || mention_at_[cell.begin] >= 0) continue;
        const auto known = candidates_.find(Fold(analysis_.Quote(analysis_.BytesOf(cell))));
        if (known != candidates_.end()) known->second.places.push_back(cell);
      }
    }
  }

  // Words that only companies are called by.
  bool HasCompanyWord(TokenRange words) const {
    if (words.size() < 2) return false;
    return IsOneOf(
        token(words.end - 1).surface,
        {"كابيتال",     "كابتال",  "القابضه",   "هولدينغ",  "هولدنغ",    "هولدينج",   "غروب",
         "جروب",        "فنتشرز",  "فينتشرز",   "بارتنرز",  "تكنولوجيز", "تكنولوجي",  "موتورز",
         "تيليكوم",     "تيلكوم",  "فارما",     "انرجي",    "سيستمز",    "لوجستيكس",  "اندستريز",
         "سوليوشنز",    "انفست",   "كورب",      "ايرلاينز", "ايروايز",   "للاستثمار", "للتجاره",
         "للتكنولوجيا", "للتقنيه", "للاتصالات", "للطاقه",   "للتطوير",   "اللوجستيه", "للبرمجيات",
         "للتامين",     "للتاجير", "للتوصيل",   "للنقل",    "للصناعات",  "هولدينغز",  "ليزنغ"});
  }

  double Weigh(int open, int close, std::string* entity_class) const {
    double weight = Before(open, entity_class);
    int next = close + 1;
    while (SamePassage(close, next) && token(next).definite &&
           !lexicon_.NationalityOf(token(next).surface).empty()) {
      if (next == close + 1) weight += kNationality;
      ++next;
    }
    if (SamePassage(close, next) && IsVerb(next) && !absl::StartsWith(token(next).surface, "و")) {
      weight += kVerbBeside;
    }
    return weight + Behind(next);
  }

  // "«X», a delivery company", "«X», which belongs to Y".
  double Apposition(int comma) const {
    if (!SamePassage(comma, comma + 1) || !IsOneOf(token(comma).form, {"،", ","})) return 0;
    int at = comma + 1;
    if (IsOneOf(token(at).surface, {"وهي", "هي", "وهو", "هو"})) ++at;
    if (!SamePassage(comma, at)) return 0;
    const Token& word = token(at);
    const bool bound = IsOneOf(WithoutArticle(word.base),
                               {"تابع", "تابعه", "مملوك", "مملوكه", "متخصص", "متخصصه", "مدرجه"});
    if (bound && word.definite) return kKindBefore;
    if (IsOneOf(word.surface, {"ومقرها", "مقرها", "ومقره"})) return kKindBefore;
    if (mention_at_[at] >= 0) return 0;
    std::string ignored;
    const double kind = KindWeight(std::string(WithoutArticle(word.base)), &ignored);
    return at > comma + 1 || word.definite ? kind : 0;
  }

  // "«X», which Y founded".
  double Behind(int from) const {
    const double apposition = Apposition(from);
    if (apposition != 0) return apposition;
    for (int i = from; SamePassage(from, i) && i < from + kContextWords + 2; ++i) {
      if (!IsOneOf(token(i).surface, {"التي", "الذي"})) continue;
      if (!SamePassage(i, i + 1)) return 0;
      const bool founded =
          absl::StartsWith(token(i + 1).base, "اسس") ||
          IsOneOf(token(i + 1).lemma, {"تاسس", "وظف", "استحوذ", "امتلك"}) ||
          (token(i + 1).lemma == "ابصر" && SamePassage(i, i + 2) && token(i + 2).base == "نور");
      return founded ? kFoundedThere : 0;
    }
    return 0;
  }

  // "X took over «Y»".
  bool IsTakenOver(int open) const {
    if (!SamePassage(open, open - 1) || token(open - 1).surface != "علي") return false;
    for (int i = open - 2; SamePassage(open, i) && i >= open - kTakeoverWords; --i) {
      if (IsOneOf(token(i).lemma, {"استحوذ"}) || token(i).base == "استحواذ") return true;
    }
    return false;
  }

  // "went to «X»".
  bool IsMovedTo(int open) const {
    if (!SamePassage(open, open - 1) || token(open - 1).surface != "الي") return false;
    for (int i = open - 2; SamePassage(open, i) && i >= open - kMoveWords; --i) {
      if (token(i).shape == TokenShape::kPunctuation) return false;
      if (IsOneOf(token(i).lemma, {"انضم", "انتقل", "غادر", "ذهب", "عاد", "رحل", "باع"}))
        return true;
    }
    return false;
  }

  // "signed a contract with «X»".
  bool IsDealtWith(int open) const {
    if (!SamePassage(open, open - 1) || token(open - 1).surface != "مع") return false;
    for (int i = open - 2; SamePassage(open, i) && i >= open - kMoveWords; --i) {
      if (token(i).shape == TokenShape::kPunctuation) return false;
      const bool found =
          IsOneOf(token(i).lemma, {"تعاقد", "تحالف", "تعاون", "شارك", "وقع", "اندمج"}) ||
          IsOneOf(token(i).base, {"شراكه", "عقد", "عقدا", "اتفاق", "اتفاقا", "اتفاقيه", "تحالف"});
      if (found) return true;
    }
    return false;
  }

  // "the Danish «X»": an adjective of a country that stands for its noun.
  bool FollowsNation(int open) const {
    const int nation = open - 1;
    if (!SamePassage(open, nation) || !token(nation).definite || mention_at_[nation] >= 0) {
      return false;
    }
    if (lexicon_.NationalityOf(token(nation).surface).empty()) return false;
    return !SamePassage(open, nation - 1) ||
           (!token(nation - 1).definite && !IsMark(token(nation - 1)));
  }

  // "«Y» and «X»", of which Y is known for a house.
  bool JoinsHouse(int open) const {
    int last = open - 1;
    if (!SamePassage(open, last) || token(last).surface != "و") return false;
    --last;
    if (!SamePassage(open, last) || !IsMark(token(last))) return false;
    --last;
    const int known = SamePassage(open, last) ? mention_at_[last] : -1;
    if (known < 0 || analysis_.mentions[known].entity < 0) return false;
    const EntityRecord& entity = analysis_.entities[analysis_.mentions[known].entity];
    return entity.type == EntityType::kOrganization;
  }

  // What the words before the opening mark say.
  double Before(int open, std::string* entity_class) const {
    if (IsDealtWith(open)) return kDealtWith;
    if (JoinsHouse(open)) return kJoinedToHouse;
    if (FollowsNation(open)) return kNationOf;
    if (IsTakenOver(open) || IsMovedTo(open)) return kBoughtThere;
    int beside = open - 1;  // past "عليها" and the like
    while (SamePassage(open, beside) && token(beside).stop_word &&
           !token(beside).enclitic.empty() && beside > open - kContextWords) {
      --beside;
    }
    for (int i = beside; SamePassage(open, i) && i >= open - kContextWords; --i) {
      const Token& word = token(i);
      if (mention_at_[i] >= 0) return 0;
      if (word.shape == TokenShape::kPunctuation) return word.form == ":" ? kOtherThing : 0;
      if (IsVerb(i)) {
        const bool shown = IsOneOf(word.lemma, {"اطلق", "طرح", "اصدر", "نشر", "قدم", "عرض", "كتب",
                                                "وصف", "سمي", "دعا", "دشن", "كشف", "قرا"});
        if (i < beside) {
          const bool bought = IsOneOf(word.lemma, {"استحوذ", "استثمر", "اشتري", "اندمج", "غادر"});
          return bought ? kBoughtThere : 0;
        }
        return shown ? 0 : kVerbBeside;
      }
      if (IsOneOf(word.base,
                  {"بان",   "انه",   "انها", "بانه",  "بانها", "عباره", "كلمه",   "شعار",
                   "عنوان", "لقب",   "وسم",  "مصطلح", "اغنيه", "كتاب",  "فيلم",   "سياره",
                   "بطاقه", "محفظه", "حلبه", "ملعب",  "برج",   "مشروع", "مبادره", "حمله"})) {
        return kOtherThing;
      }
      const double kind = KindWeight(std::string(WithoutArticle(word.base)), entity_class);
      if (kind != 0) return kind;
      if (IsOneOf(word.base, {"استحواذ", "شراء", "اسهم", "سهم", "موظفي", "موظفو", "ارباح",
                              "ايرادات", "اداره", "مجلس", "حصه"})) {
        return kBoughtThere;
      }
      if (lexicon_.TitlesFrom(WithoutArticle(word.base)) != nullptr ||
          lexicon_.TitlesFrom(word.lemma) != nullptr) {
        return kTitleBefore;
      }
      const bool between = word.surface == "ل" || word.surface == "لـ" || word.surface == "علي" ||
                           word.surface == "في" || word.surface == "من" ||
                           word.part_of_speech == PartOfSpeech::kNumber ||
                           word.part_of_speech == PartOfSpeech::kAdjective ||
                           word.part_of_speech == PartOfSpeech::kNoun;
      if (!between) return 0;
    }
    return 0;
  }

  // By the noun of kind, for and against an organisation.
  double KindWeight(const std::string& noun, std::string* entity_class) const {
    if (IsOneOf(noun, {"استوديو", "سلسله", "وكاله", "مقاوله", "نشره", "مدونه", "دار"})) {
      return kKindBefore;
    }
    if (IsOneOf(noun, {"منافس", "منافسه", "منافست", "غريم", "غريمت", "شقيقت"})) {
      return kRivalBefore;
    }
    if (IsOneOf(noun, {"منصه", "موقع", "تطبيق"})) return kPlatformBefore;
    const std::vector<int>* descriptions = lexicon_.WithNoun(noun);
    if (descriptions == nullptr) return 0;
    for (int d : *descriptions) {
      const Description& description = lexicon_.description(d);
      if (description.owner) continue;
      if (description.type == EntityType::kOrganization) {
        if (entity_class->empty() && description.classes.size() == 1) {
          *entity_class = *description.classes.begin();
        }
        return kKindBefore;
      }
      if (description.type == EntityType::kProduct) return kOtherThing;
    }
    return 0;
  }

  const ReferenceLexicon& lexicon_;
  Analysis& analysis_;
  std::vector<int> mention_at_;
  absl::flat_hash_map<std::string, Candidate> candidates_;
  std::vector<std::string> order_;  // of candidates, by their first places
};

}  // namespace

void AddQuotedOrganizations(const ReferenceLexicon& lexicon, Analysis* analysis) {
  QuotedNames(lexicon, analysis).Run();
}

}  // namespace isnad::extraction
