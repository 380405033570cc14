#include "services/extraction/tools/train_names/name_lists.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "services/extraction/lexicon/lexicon.pb.h"
#include "services/extraction/names/learned/letter_hash.h"
#include "services/extraction/text/fold.h"

namespace isnad::extraction {
namespace {

constexpr int kMostPhraseWords = 5;

absl::Status CannotRead(const std::string& path) {
  return absl::NotFoundError(absl::StrCat("cannot read ", path));
}

std::vector<std::string> FoldedWords(absl::string_view name) {
  return absl::StrSplit(Fold(name), absl::ByAnyChar(" -_"), absl::SkipEmpty());
}

// Arabic letters of the Buckwalter transliteration, folded; vowels and suffix marks are dropped.
std::string LettersOf(absl::string_view buckwalter) {
  static const auto* const kLetters = new std::map<char, const char*>{
      {'A', "ا"}, {'b', "ب"}, {'t', "ت"},  {'v', "ث"}, {'j', "ج"}, {'H', "ح"}, {'x', "خ"},
      {'d', "د"}, {'*', "ذ"}, {'r', "ر"},  {'z', "ز"}, {'s', "س"}, {'$', "ش"}, {'S', "ص"},
      {'D', "ض"}, {'T', "ط"}, {'Z', "ظ"},  {'E', "ع"}, {'g', "غ"}, {'f', "ف"}, {'q', "ق"},
      {'k', "ك"}, {'l', "ل"}, {'m', "م"},  {'n', "ن"}, {'h', "ه"}, {'w', "و"}, {'y', "ي"},
      {'p', "ة"}, {'Y', "ى"}, {'\'', "ء"}, {'>', "أ"}, {'<', "إ"}, {'|', "آ"}, {'&', "ؤ"},
      {'}', "ئ"}, {'{', "ا"}, {'V', "ف"},  {'J', "ج"}, {'P', "ب"}, {'G', "ك"}, {' ', " "}};
  std::string letters;
  for (const char c : buckwalter) {
    const auto letter = kLetters->find(c);
    if (letter != kLetters->end()) letters += letter->second;
  }
  return Fold(letters);
}

// Fields of a line of comma-separated values; quotation marks hold commas together.
std::vector<std::string> SplitCsv(const std::string& line) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      fields.emplace_back();
    } else if (c != '\r') {
      fields.back().push_back(c);
    }
  }
  return fields;
}

// Nouns that say what an article is about, in the first words of it.
bool KindOfArticle(absl::string_view first_words, NameKind* kind) {
  static const auto* const kNouns = new std::map<std::string, NameKind>([] {
    std::map<std::string, NameKind> nouns;
    const auto add = [&nouns](NameKind kind, absl::string_view words) {
      for (absl::string_view word : absl::StrSplit(words, ' ')) nouns.emplace(Fold(word), kind);
    };
    add(NameKind::kPerson,
        "سياسي سياسية لاعب لاعبة كاتب كاتبة شاعر شاعرة ممثل ممثلة مغني مغنية مغن عالم عالمة ملك "
        "ملكة مهندس طبيب طبيبة ضابط قائد صحفي صحفية إعلامي إعلامية روائي روائية مخرج مخرجة رسام "
        "رسامة مؤرخ فيلسوف محام محامي قاض أديب أديبة مطرب مطربة مؤلف مؤلفة أمير أميرة فنان فنانة "
        "ولد ولدت مواليد موسيقي ملحن مدرب اقتصادي فقيه إمام شيخ خليفة رئيس وزير وزيرة نائب مفكر "
        "ناشط ناشطة كيميائي فيزيائي رياضي رياضية رجل عداء سباح ملاكم إمبراطور صحابي محدث");
    add(NameKind::kLocation,
        "مدينة قرية بلدة محافظة دولة نهر جبل جزيرة بلدية منطقة ولاية إقليم عاصمة بحيرة مقاطعة "
        "ناحية ضاحية مديرية قضاء حي واد وادي صحراء خليج مستوطنة أرخبيل هضبة شارع قارة كوميونة "
        "ميناء");
    add(NameKind::kOrganization,
        "شركة جامعة حزب منظمة نادي ناد مؤسسة قناة صحيفة فريق مجلة وكالة بنك مصرف جمعية اتحاد معهد "
        "كلية مدرسة هيئة محطة جريدة فرقة حركة مجموعة منتخب وزارة دار");
    add(NameKind::kOther,
        "فيلم رواية أغنية لعبة مسلسل ألبوم برنامج كتاب نظام هاتف تطبيق معركة حرب بطولة جائزة "
        "دوري مسابقة سيارة طائرة عملة لغة");
    return nouns;
  }());
  constexpr int kFirstWords = 25;
  int seen = 0;
  for (const std::string& word : FoldedWords(first_words)) {
    if (++seen > kFirstWords) break;
    const auto noun = kNouns->find(word);
    if (noun == kNouns->end()) continue;
    *kind = noun->second;
    return true;
  }
  return false;
}

}  // namespace

void NameLists::Mark(absl::string_view folded, FactField field, uint64_t value) {
  if (folded.empty()) return;
  uint64_t& facts = facts_[LetterHash(folded)];
  facts = field.Put(facts, std::max(field.Get(facts), value));
}

void NameLists::MarkName(absl::string_view name, FactField field, NameKind kind) {
  const std::vector<std::string> words = FoldedWords(name);
  const uint64_t bit = uint64_t{1} << static_cast<int>(kind);
  uint64_t hash = 0;
  for (const std::string& word : words) {
    if (field.bits > 0) Mark(word, field, 1);
    const uint64_t letters = LetterHash(word);
    hash = hash == 0 ? letters : MixBits(hash * 3 + letters);
  }
  if (words.size() < 2 || words.size() > kMostPhraseWords) return;
  Mark(words[0], kOpensPhrase, 1);
  uint64_t& facts = facts_[hash];
  facts = kPhraseKinds.Put(facts, kPhraseKinds.Get(facts) | bit);
}

absl::Status NameLists::ReadLexicon(const LexiconFiles& files) {
  const auto gazetteers = files.Parse<lexicon::Gazetteer>("gazetteer_");
  if (!gazetteers.ok()) return gazetteers.status();
  for (const lexicon::Gazetteer& gazetteer : *gazetteers) {
    for (const lexicon::GazetteerEntry& entry : gazetteer.entry()) {
      FactField field = kOwnProduct;
      NameKind kind = NameKind::kOther;
      if (entry.type() == "PERSON") {
        field = kOwnPerson;
        kind = NameKind::kPerson;
      } else if (entry.type() == "LOCATION") {
        field = kOwnPlace;
        kind = NameKind::kLocation;
      } else if (entry.type() == "ORGANIZATION") {
        field = kOwnOrganization;
        kind = NameKind::kOrganization;
      }
      MarkName(entry.ar(), field, kind);
      MarkName(entry.en(), field, kind);
      for (const auto& alias : entry.alias()) MarkName(alias, field, kind);
      for (const auto& name : entry.short_()) MarkName(name, field, kind);
      for (const auto& demonym : entry.demonym()) {
        const std::string folded = Fold(demonym);
        for (const char* ending : {"", "ه", "ين", "ون", "ات"}) {
          Mark(absl::StrCat(folded, ending), kDemonym, 1);
        }
      }
    }
  }
  const auto cue_files = files.Parse<lexicon::NameCues>("cues_");
  if (!cue_files.ok()) return cue_files.status();
  for (const lexicon::NameCues& cues : *cue_files) {
    for (const auto& title : cues.role_title()) {
      for (const auto& phrase : title.ar()) Mark(FoldedWords(phrase)[0], kRoleTitle, 1);
    }
    for (const auto& noun : cues.cue_noun()) {
      for (const auto& phrase : noun.ar()) Mark(FoldedWords(phrase)[0], kCueNoun, 1);
    }
    for (const auto& name : cues.given_name()) Mark(Fold(name), kGivenName, 1);
  }
  return absl::OkStatus();
}

absl::Status NameLists::ReadPersonTokens(const std::string& path) {
  std::ifstream in(path);
  if (!in) return CannotRead(path);
  std::map<std::string, int64_t> counts;
  std::string line;
  while (std::getline(in, line)) {
    const std::vector<absl::string_view> columns = absl::StrSplit(line, '\t');
    int64_t count = 0;
    if (columns.size() != 3 || !absl::SimpleAtoi(columns[2], &count)) continue;
    counts[Fold(absl::StrReplaceAll(columns[1], {{" ", ""}}))] += count;
  }
  for (const auto& [word, count] : counts) {
    Mark(word, kPersonTokens, count >= 20 ? 3 : count >= 3 ? 2 : 1);
  }
  return absl::OkStatus();
}

absl::Status NameLists::ReadTransliterations(const std::string& path) {
  std::ifstream in(path);
  if (!in) return CannotRead(path);
  std::string line;
  while (std::getline(in, line)) Mark(Fold(line.substr(0, line.find('\t'))), kTransliterated, 1);
  return absl::OkStatus();
}

absl::Status NameLists::ReadCamelTable(const std::string& path, FactField field) {
  std::ifstream in(path);
  if (!in) return CannotRead(path);
  std::string line;
  std::getline(in, line);
  const std::vector<std::string> header = SplitCsv(line);
  const auto column = [&header](const char* name) {
    return static_cast<size_t>(std::find(header.begin(), header.end(), name) - header.begin());
  };
  const size_t form = column("FORM");
  const size_t lemma = column("LEMMA");
  const size_t features = column("FEAT");
  while (std::getline(in, line)) {
    const std::vector<std::string> fields = SplitCsv(line);
    if (fields.size() <= std::max({form, lemma, features})) continue;
    FactField meant = field;
    if (field.shift == kProperPerson.shift && absl::StrContains(fields[features], "rat:i")) {
      meant = kProperThing;
    }
    for (const std::string& spelling : {fields[form], fields[lemma]}) {
      const std::string folded = LettersOf(spelling);
      if (folded.size() < 4) continue;
      Mark(folded, meant, 1);
      if (meant.shift != kAdjective.shift) continue;
      for (const char* ending : {"ه", "ين", "ات", "ون", "ا"}) {
        Mark(absl::StrCat(folded, ending), meant, 1);
      }
    }
  }
  return absl::OkStatus();
}

absl::Status NameLists::ReadCamelMorph(const std::string& directory) {
  const std::pair<const char*, FactField> tables[] = {
      {"MSA-Noun-Prop-LEX.csv", kProperPerson}, {"MSA-Adj-LEX.csv", kAdjective},
      {"MSA-Verb-LEX-PV.csv", kVerb},           {"MSA-Verb-LEX-IV.csv", kVerb},
      {"MSA-Other-LEX.csv", kClosedClass},      {"MSA-Noun-Quant-LEX.csv", kClosedClass},
      {"MSA-Noun-Num-LEX.csv", kClosedClass}};
  for (const auto& [name, field] : tables) {
    const absl::Status status = ReadCamelTable(absl::StrCat(directory, "/", name), field);
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::Status NameLists::ReadDictionary(const std::string& path) {
  std::ifstream in(path);
  if (!in) return CannotRead(path);
  std::string line;
  while (std::getline(in, line)) {
    const std::string word = Fold(line.substr(0, line.find_first_of("/\t ")));
    if (word.size() >= 4 && static_cast<unsigned char>(word[0]) >= 0xD8) Mark(word, kPlainWord, 1);
  }
  return absl::OkStatus();
}

void NameLists::AddTitle(absl::string_view title, absl::string_view first_words) {
  NameKind kind;
  if (!KindOfArticle(first_words, &kind)) return;
  MarkName(title.substr(0, title.find(" (")), FactField{0, 0}, kind);
}

std::vector<FactBucket> PackFacts(const absl::flat_hash_map<uint64_t, uint64_t>& facts) {
  std::vector<std::pair<uint64_t, uint64_t>> sorted;
  for (const auto& fact : facts) {
    if (fact.second != 0) sorted.push_back(fact);
  }
  std::sort(sorted.begin(), sorted.end());
  std::vector<FactBucket> buckets(std::max<size_t>(1, sorted.size() / 4), FactBucket{});
  for (const auto& [hash, value] : sorted) {
    FactBucket& bucket = buckets[NameFactTable::BucketOf(hash, buckets.size())];
    const uint32_t tag = NameFactTable::TagOf(hash);
    // A full bucket gives up the fact with the fewest bits.
    int place = -1;
    for (int i = 0; i < 5 && place < 0; ++i) {
      if (bucket.tags[i] == 0) place = i;
    }
    if (place < 0) {
      place = 0;
      for (int i = 1; i < 5; ++i) {
        if (__builtin_popcountll(bucket.facts[i]) < __builtin_popcountll(bucket.facts[place])) {
          place = i;
        }
      }
      if (__builtin_popcountll(bucket.facts[place]) >= __builtin_popcountll(value)) continue;
    }
    bucket.tags[place] = tag;
    bucket.facts[place] = value;
  }
  return buckets;
}

}  // namespace isnad::extraction
