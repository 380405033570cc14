#include "services/extraction/questions/question_fixture.h"

#include <algorithm>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/model/model_set.h"
#include "services/extraction/segment/segmenter.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/text/language.h"
#include "services/extraction/tokenize/tokenizer.h"

namespace isnad::extraction {
namespace {

struct TestName {
  const char* key;
  EntityType type;
  const char* entity_class;
  const char* ar;
  const char* en;
  // Further spellings, separated by "|".
  const char* others;
};

constexpr EntityType kOrg = EntityType::kOrganization;
constexpr EntityType kPerson = EntityType::kPerson;
constexpr EntityType kProduct = EntityType::kProduct;
constexpr EntityType kPlace = EntityType::kLocation;

const std::vector<TestName>& Names() {
  static const auto* names = new std::vector<TestName>{
      {"apple", kOrg, "COMPANY", "أبل", "Apple", "آبل"},
      {"google", kOrg, "COMPANY", "غوغل", "Google", "جوجل"},
      {"microsoft", kOrg, "COMPANY", "مايكروسوفت", "Microsoft", ""},
      {"nvidia", kOrg, "COMPANY", "إنفيديا", "Nvidia", ""},
      {"intel", kOrg, "COMPANY", "إنتل", "Intel", ""},
      {"tesla", kOrg, "COMPANY", "تسلا", "Tesla", "تيسلا"},
      {"toyota", kOrg, "COMPANY", "تويوتا", "Toyota", ""},
      {"aramco", kOrg, "COMPANY", "أرامكو", "Aramco", "أرامكو السعودية|Saudi Aramco"},
      {"emirates-nbd", kOrg, "BANK", "بنك الإمارات دبي الوطني", "Emirates NBD", ""},
      {"anthropic", kOrg, "STARTUP", "أنثروبيك", "Anthropic", "أنثروبك"},
      {"mistral", kOrg, "STARTUP", "ميسترال", "Mistral", "Mistral AI"},
      {"deepmind", kOrg, "LAB", "ديب مايند", "DeepMind", "Google DeepMind"},
      {"amazon", kOrg, "COMPANY", "أمازون", "Amazon", ""},
      {"samsung", kOrg, "COMPANY", "سامسونغ", "Samsung", "سامسونج"},
      {"reuters", kOrg, "NEWS_AGENCY", "رويترز", "Reuters", ""},
      {"bloomberg", kOrg, "NEWS_AGENCY", "بلومبرغ", "Bloomberg", "بلومبيرغ"},
      {"ft", kOrg, "NEWSPAPER", "فايننشال تايمز", "Financial Times", ""},
      {"siemens", kOrg, "COMPANY", "سيمنز", "Siemens", ""},
      {"cook", kPerson, "", "تيم كوك", "Tim Cook", "كوك|Cook"},
      {"musk", kPerson, "", "إيلون ماسك", "Elon Musk", "ماسك|Musk"},
      {"huang", kPerson, "", "جنسن هوانغ", "Jensen Huang", "هوانغ|Huang"},
      {"hassabis", kPerson, "", "ديميس هاسابيس", "Demis Hassabis", "هاسابيس|Hassabis"},
      {"nadella", kPerson, "", "ساتيا ناديلا", "Satya Nadella", "ناديلا|Nadella"},
      {"sara-alami", kPerson, "", "سارة العلمي", "Sara Alami", "العلمي|Alami"},
      {"gemini", kProduct, "MODEL", "جيميناي", "Gemini", ""},
      {"iphone", kProduct, "DEVICE", "آيفون", "iPhone", ""},
      {"cybertruck", kProduct, "", "سايبرترك", "Cybertruck", ""},
      {"texas", kPlace, "STATE", "تكساس", "Texas", ""},
      {"riyadh", kPlace, "CITY", "الرياض", "Riyadh", ""},
      {"germany", kPlace, "COUNTRY", "ألمانيا", "Germany", ""},
  };
  return *names;
}

EntityRecord MakeRecord(const TestName& name, const std::vector<std::string>& spellings) {
  EntityRecord record;
  record.type = name.type;
  record.entity_class = name.entity_class;
  record.lexicon_key = name.key;
  record.label_ar = name.ar;
  record.label_en = name.en;
  for (const std::string& spelling : spellings) {
    AliasRecord alias;
    alias.surface = spelling;
    alias.folded_key = Fold(spelling);
    record.aliases.push_back(alias);
  }
  return record;
}

bool TokenIs(const Token& token, absl::string_view word, bool first) {
  return token.surface == word || (first && token.base == word) ||
         (first && absl::EndsWith(token.surface, word) && token.surface.size() <= word.size() + 4 &&
          word.size() >= 6);
}

std::vector<std::string> Spellings(const TestName& name) {
  std::vector<std::string> spellings = {name.ar, name.en};
  for (absl::string_view other : absl::StrSplit(name.others, '|', absl::SkipEmpty())) {
    spellings.emplace_back(other);
  }
  std::stable_sort(spellings.begin(), spellings.end(),
                   [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  return spellings;
}

int MatchEnd(const Analysis& analysis, int token, const std::string& spelling) {
  const std::vector<std::string> words = absl::StrSplit(Fold(spelling), ' ');
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t at = token + i;
    if (at >= analysis.tokens.size() || !TokenIs(analysis.tokens[at], words[i], i == 0)) {
      return token;
    }
  }
  return token + static_cast<int>(words.size());
}

}  // namespace

const QuestionFixture& QuestionFixture::Get() {
  static const auto* fixture = new QuestionFixture();
  return *fixture;
}

QuestionFixture::QuestionFixture() {
  const LexiconFiles files = LexiconFiles::Embedded();
  morphology_ = *Morphology::Create(files);
  values_ = *ValueTagger::Create();
  analyzer_ = *QuestionAnalyzer::Create(files, *ModelSet::Embedded(), morphology_.get());
}

void QuestionFixture::AddNames(Analysis* analysis) const {
  for (int t = 0; t < static_cast<int>(analysis->tokens.size()); ++t) {
    int best_end = t;
    const TestName* best = nullptr;
    for (const TestName& name : Names()) {
      for (const std::string& spelling : Spellings(name)) {
        const int end = MatchEnd(*analysis, t, spelling);
        if (end > best_end) {
          best_end = end;
          best = &name;
        }
      }
    }
    if (best == nullptr) continue;
    Mention mention;
    mention.tokens = {t, best_end};
    mention.range = analysis->BytesOf(mention.tokens);
    for (int e = 0; e < static_cast<int>(analysis->entities.size()); ++e) {
      if (analysis->entities[e].lexicon_key == best->key) mention.entity = e;
    }
    if (mention.entity < 0) {
      mention.entity = static_cast<int>(analysis->entities.size());
      analysis->entities.push_back(MakeRecord(*best, Spellings(*best)));
    }
    analysis->mentions.push_back(mention);
    t = best_end - 1;
  }
}

Analysis QuestionFixture::Analyze(absl::string_view question) const {
  Analysis analysis;
  analysis.text = std::string(question);
  analysis.language_code = DetectLanguage(question);
  analysis.reference_date = CivilDate{2025, 11, 1};
  Segmenter().Segment("", &analysis);
  Tokenizer().Tokenize(&analysis);
  morphology_->Analyze(&analysis);
  values_->Tag(&analysis);
  AddNames(&analysis);
  return analysis;
}

QuestionReading QuestionFixture::Read(absl::string_view question) const {
  return analyzer_->Read(Analyze(question));
}

}  // namespace isnad::extraction
