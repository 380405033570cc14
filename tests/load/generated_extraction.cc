#include "tests/load/generated_extraction.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"

namespace isnad::load {
namespace {

constexpr int kFactsOfPassage = 3;
constexpr int kPublishers = 40;
constexpr int kDays = 1200;
// How far back an article repeats or contradicts.
constexpr int64_t kMemory = 2000;
constexpr int kKnownShare = 10;  // One in so many has a key in the lexicon.

enum class Kind { kNone, kPerson, kOrganization, kProduct, kPlace, kWords };
enum class Measure { kNone, kMoney, kPeople };

struct Type {
  const char* name;
  Kind subject;
  Kind object;
  Measure measure;
  const char* role;  // Of the figure.
  const char* verb;
  bool symmetric;
  bool single_object;
};

constexpr Type kTypes[] = {
    {"ACQUIRED", Kind::kOrganization, Kind::kOrganization, Measure::kMoney, "amount", "استحوذت على",
     false, false},
    {"APPOINTED", Kind::kOrganization, Kind::kPerson, Measure::kNone, "", "عينت", false, false},
    {"BUILDS_FACILITY", Kind::kOrganization, Kind::kPlace, Measure::kMoney, "amount", "تبني في",
     false, false},
    {"COMPETES_WITH", Kind::kOrganization, Kind::kOrganization, Measure::kNone, "", "تنافس", true,
     false},
    {"COSTS", Kind::kProduct, Kind::kNone, Measure::kMoney, "amount", "يكلف", false, false},
    {"CRITICIZED", Kind::kPerson, Kind::kOrganization, Measure::kNone, "", "انتقد", false, false},
    {"DELAYED", Kind::kOrganization, Kind::kProduct, Measure::kNone, "", "أجلت", false, false},
    {"DENIED", Kind::kPerson, Kind::kWords, Measure::kNone, "", "نفى", false, false},
    {"FOUNDED", Kind::kPerson, Kind::kOrganization, Measure::kNone, "", "أسس", false, false},
    {"HEADCOUNT", Kind::kOrganization, Kind::kNone, Measure::kPeople, "count", "يعمل لديها", false,
     false},
    {"HIRED_FROM", Kind::kOrganization, Kind::kOrganization, Measure::kPeople, "count",
     "استقطبت من", false, false},
    {"HOLDS_ROLE", Kind::kPerson, Kind::kOrganization, Measure::kNone, "", "يدير", false, false},
    {"INVESTED_IN", Kind::kOrganization, Kind::kOrganization, Measure::kMoney, "amount",
     "استثمرت في", false, false},
    {"JOINED", Kind::kPerson, Kind::kOrganization, Measure::kNone, "", "انضم إلى", false, false},
    {"LAID_OFF", Kind::kOrganization, Kind::kNone, Measure::kPeople, "count", "سرحت", false, false},
    {"LEFT", Kind::kPerson, Kind::kOrganization, Measure::kNone, "", "غادر", false, false},
    {"OFFERED_PAY", Kind::kOrganization, Kind::kPerson, Measure::kMoney, "amount", "عرضت على",
     false, false},
    {"PARTNERED_WITH", Kind::kOrganization, Kind::kOrganization, Measure::kNone, "", "تتعاون مع",
     true, false},
    {"PART_OF", Kind::kOrganization, Kind::kOrganization, Measure::kNone, "", "تتبع", false, true},
    {"PLANS_RELEASE", Kind::kOrganization, Kind::kProduct, Measure::kNone, "", "تنوي إصدار", false,
     false},
    {"RELEASED", Kind::kOrganization, Kind::kProduct, Measure::kNone, "", "أصدرت", false, false},
    {"REORGANIZED", Kind::kOrganization, Kind::kWords, Measure::kNone, "", "أعادت تنظيم", false,
     false},
    {"STATED", Kind::kPerson, Kind::kWords, Measure::kNone, "", "ذكر", false, false},
    {"SUPPLIES", Kind::kOrganization, Kind::kOrganization, Measure::kNone, "", "تورد إلى", false,
     false},
};
constexpr int kTypeCount = sizeof(kTypes) / sizeof(kTypes[0]);

struct Syllable {
  const char* arabic;
  const char* latin;
};

constexpr Syllable kSyllables[] = {{"سا", "sa"},  {"مي", "mi"}, {"نو", "no"}, {"را", "ra"},
                                   {"تي", "ti"},  {"كو", "ko"}, {"لا", "la"}, {"دي", "di"},
                                   {"بو", "bo"},  {"فا", "fa"}, {"جي", "ji"}, {"هو", "ho"},
                                   {"شا", "sha"}, {"زي", "zi"}, {"عو", "o"},  {"غا", "gha"},
                                   {"ري", "ri"},  {"حو", "hu"}, {"طا", "ta"}, {"قي", "qi"}};
constexpr uint64_t kSyllableCount = sizeof(kSyllables) / sizeof(kSyllables[0]);

constexpr const char* kFields[] = {"تك",   "كابيتال", "موتورز", "كلاود", "فارما",
                                   "داتا", "إنرجي",   "ميديا",  "لابس",  "سيستمز"};
constexpr const char* kRemarks[] = {"خطط التوسع",    "فريق الأبحاث",   "نتائج الربع الأخير",
                                    "أعمال السحابة", "مشاريع الرقائق", "سياسة التوظيف",
                                    "اتفاق الشراكة", "قسم الإعلانات"};
constexpr const char* kOpenings[] = {"وفي التفاصيل", "وأضاف التقرير أن", "وبحسب مطلعين",
                                     "ومن جهة أخرى", "وكان قد تردد أن",  "وفي بيان منفصل"};

// Splitmix64: numbers in order become numbers without.
uint64_t Mixed(uint64_t value) {
  value += 0x9e3779b97f4a7c15;
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
  value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
  return value ^ (value >> 31);
}

// A row of draws that look random and are the same for the same seed.
class Draws {
 public:
  explicit Draws(uint64_t seed) : state_(Mixed(seed)) {}
  uint64_t Next() { return state_ = Mixed(state_); }
  int Below(int end) { return static_cast<int>(Next() % static_cast<uint64_t>(end)); }
  bool OneIn(int many) { return Below(many) == 0; }
  double Uniform() { return static_cast<double>(Next() >> 11) * 0x1.0p-53; }

 private:
  uint64_t state_;
};

struct Name {
  std::string arabic;
  std::string latin;
};

// Names of neighbouring numbers have nothing in common.
Name Word(uint64_t number, int syllables) {
  uint64_t space = 1;
  for (int i = 0; i < syllables; ++i) space *= kSyllableCount;
  uint64_t draw = number * 7919 % space;  // 7919 is prime to the space: no two numbers meet.
  Name name;
  for (int i = 0; i < syllables; ++i) {
    name.arabic += kSyllables[draw % kSyllableCount].arabic;
    name.latin += kSyllables[draw % kSyllableCount].latin;
    draw /= kSyllableCount;
  }
  return name;
}

Name NameOf(Kind kind, int rank) {
  const auto number = static_cast<uint64_t>(rank);
  Name name;
  switch (kind) {
    case Kind::kPerson: {
      const Name given = Word(number % 300, 2);
      const Name family = Word(number, 4);
      return {absl::StrCat(given.arabic, " ", family.arabic),
              absl::StrCat(given.latin, " ", family.latin)};
    }
    case Kind::kOrganization:
      name = Word(number + 40'000, 4);
      name.arabic += absl::StrCat(" ", kFields[number % 10]);
      return name;
    case Kind::kProduct:
      name = Word(number + 80'000, 4);
      return {absl::StrCat(name.arabic, " ", 1 + rank % 9),
              absl::StrCat(name.latin, " ", 1 + rank % 9)};
    default:
      return Word(number + 120'000, 4);
  }
}

char Letter(Kind kind) {
  switch (kind) {
    case Kind::kPerson:
      return 'p';
    case Kind::kOrganization:
      return 'o';
    case Kind::kProduct:
      return 'm';
    default:
      return 'l';
  }
}

v1::EntityType TypeOf(Kind kind) {
  switch (kind) {
    case Kind::kPerson:
      return v1::ENTITY_TYPE_PERSON;
    case Kind::kOrganization:
      return v1::ENTITY_TYPE_ORGANIZATION;
    case Kind::kProduct:
      return v1::ENTITY_TYPE_PRODUCT;
    default:
      return v1::ENTITY_TYPE_LOCATION;
  }
}

std::string KnownKey(Kind kind, int rank) {
  return absl::StrCat("load-", std::string(1, Letter(kind)), rank);
}

void SetDay(absl::CivilDay day, google::type::Date* date) {
  date->set_year(static_cast<int>(day.year()));
  date->set_month(day.month());
  date->set_day(day.day());
}

const absl::CivilDay kFirstDay(2022, 1, 1);

}  // namespace

GeneratedExtractions::Zipf::Zipf(int size, double exponent) {
  double sum = 0;
  for (int rank = 0; rank < size; ++rank) {
    sum += std::pow(rank + 1, -exponent);
    cumulative_.push_back(sum);
  }
}

int GeneratedExtractions::Zipf::Rank(double uniform) const {
  const auto place =
      std::upper_bound(cumulative_.begin(), cumulative_.end(), uniform * cumulative_.back());
  return static_cast<int>(std::min(place, cumulative_.end() - 1) - cumulative_.begin());
}

// An article while it is written.
class Article {
 public:
  Article(const GeneratedExtractions& source, int64_t number, int version)
      : source_(source), number_(number), version_(version) {
    extraction_ = request_.mutable_extraction();
  }

  v1::ApplyExtractionRequest Make() && {
    const int64_t day = number_ * 7 % kDays;
    Begin(v1::PASSAGE_KIND_HEADLINE);
    Append(absl::StrCat("نشرة الأعمال رقم ", number_));
    End();
    for (int i = 0; i < source_.options_.facts; ++i) {
      if (i % kFactsOfPassage == 0) {
        Begin(i == 0 ? v1::PASSAGE_KIND_LEAD : v1::PASSAGE_KIND_BODY);
      }
      AddFact(number_ * source_.options_.facts + i, day);
      if (i % kFactsOfPassage == kFactsOfPassage - 1 || i == source_.options_.facts - 1) End();
    }
    Finish(day);
    return std::move(request_);
  }

 private:
  // What a fact claims.
  struct Content {
    int type = 0;
    int subject = 0;
    int object = 0;
    int figure = 0;
    int words = 0;
    int64_t day = 0;  // Of what it tells, below 0 when it says nothing of it.
    bool denied = false;
    bool planned = false;
  };

  v1::Span Append(absl::string_view words) {
    v1::Span span;
    span.set_begin(static_cast<int>(text_.size()));
    absl::StrAppend(&text_, words);
    span.set_end(static_cast<int>(text_.size()));
    span.set_quote(std::string(words));
    return span;
  }

  void Begin(v1::PassageKind kind) {
    if (!text_.empty()) text_ += "\n\n";
    passage_ = extraction_->add_passages();
    passage_->set_ordinal(extraction_->passages_size() - 1);
    passage_->set_kind(kind);
    passage_->mutable_span()->set_begin(static_cast<int>(text_.size()));
  }

  void End() {
    v1::Span& span = *passage_->mutable_span();
    span.set_end(static_cast<int>(text_.size()));
    const auto begin = static_cast<size_t>(span.begin());
    span.set_quote(text_.substr(begin));
    for (const absl::string_view word :
         absl::StrSplit(span.quote(), absl::ByAnyChar(" .\n"), absl::SkipEmpty())) {
      v1::IndexedToken& token = *passage_->add_tokens();
      token.set_begin(span.begin() + static_cast<int>(word.data() - span.quote().data()));
      token.set_end(token.begin() + static_cast<int>(word.size()));
      token.set_surface(std::string(word));
      token.set_stem(std::string(absl::StartsWith(word, "ال") ? word.substr(4) : word));
    }
    passage_->set_analyzer_version("load");
  }

  // The fact of a number is what it is, whoever repeats it.
  Content Original(int64_t fact) const {
    Draws draws(static_cast<uint64_t>(fact));
    Content content;
    content.type = draws.Below(kTypeCount);
    const Type& type = kTypes[content.type];
    content.subject = Rank(type.subject, draws.Uniform());
    do {
      content.object = Rank(type.object, draws.Uniform());
    } while (type.object == type.subject && content.object == content.subject);
    content.figure = 1 + draws.Below(999);
    content.words = draws.Below(8);
    content.day = draws.OneIn(4) ? -1 : fact / source_.options_.facts * 7 % kDays;
    content.planned = draws.OneIn(12);
    content.denied = draws.OneIn(40);
    return content;
  }

  Content ContentOf(int64_t fact) const {
    Draws draws(static_cast<uint64_t>(fact) ^ 0x5bd1e995);
    const int fate = draws.Below(100);
    const int64_t memory = std::min(fact, kMemory * source_.options_.facts);
    if (fate >= 25 || memory == 0) return Original(fact);
    Content content = Original(fact - 1 - static_cast<int64_t>(draws.Next() % memory));
    if (fate < 5) content.figure += 60 + draws.Below(200);
    if (fate == 5) content.denied = !content.denied;
    return content;
  }

  int Rank(Kind kind, double uniform) const {
    switch (kind) {
      case Kind::kPerson:
      case Kind::kOrganization:
        return source_.people_.Rank(uniform);
      case Kind::kProduct:
        return source_.products_.Rank(uniform);
      case Kind::kPlace:
        return source_.places_.Rank(uniform);
      default:
        return 0;
    }
  }

  int SizeOf(Kind kind) const {
    if (kind == Kind::kProduct) return source_.products_.size();
    return kind == Kind::kPlace ? source_.places_.size() : source_.people_.size();
  }

  // Declares the entity, once, and counts a mention; returns its local id.
  std::string Declare(Kind kind, int rank, const Name& name) {
    const std::string id = absl::StrCat("e-", std::string(1, Letter(kind)), rank);
    const auto known = declared_.find(id);
    if (known != declared_.end()) {
      v1::Alias& alias = *extraction_->mutable_entities(known->second)->mutable_aliases(0);
      alias.set_mention_count(alias.mention_count() + 1);
      return id;
    }
    declared_[id] = extraction_->entities_size();
    v1::ExtractedEntity& entity = *extraction_->add_entities();
    entity.set_id(id);
    entity.set_type(TypeOf(kind));
    entity.set_label_ar(name.arabic);
    if (rank < SizeOf(kind) / kKnownShare) {
      entity.set_label_en(name.latin);
      entity.set_lexicon_key(KnownKey(kind, rank));
    }
    v1::Alias& alias = *entity.add_aliases();
    alias.set_surface(name.arabic);
    alias.set_folded_key(name.arabic);
    alias.set_script("Arab");
    alias.set_kind(v1::Alias::KIND_CANONICAL);
    alias.set_mention_count(1);
    return id;
  }

  void Mention(Kind kind, int rank, absl::string_view role, v1::Argument* argument,
               v1::Evidence* evidence) {
    const Name name = NameOf(kind, rank);
    const std::string id = Declare(kind, rank, name);
    const v1::Span span = Append(name.arabic);
    v1::PassageMention& mention = *passage_->add_mentions();
    mention.set_begin(span.begin());
    mention.set_end(span.end());
    mention.set_entity(id);
    mention.set_entity_type(TypeOf(kind));
    if (argument != nullptr) {
      argument->set_entity(id);
      argument->set_display_text(name.arabic);
    }
    v1::RoleSpan& role_span = *evidence->add_role_spans();
    role_span.set_role(std::string(role));
    *role_span.mutable_span() = span;
  }

  void AddFigure(const Type& type, int amount, v1::Fact* fact, v1::Evidence* evidence) {
    const bool money = type.measure == Measure::kMoney;
    text_ += " ";
    const v1::Span span = Append(absl::StrCat(amount, money ? " مليون دولار" : " موظفا"));
    v1::Argument& argument = *fact->add_roles();
    argument.set_role(type.role);
    argument.set_display_text(span.quote());
    v1::Value& value = *argument.mutable_value();
    *value.mutable_span() = span;
    if (money) {
      value.mutable_money()->set_currency_code("USD");
      value.mutable_money()->set_amount(amount * 1e6);
      value.mutable_money()->set_bound(v1::BOUND_EXACT);
    } else {
      value.mutable_quantity()->set_amount(amount);
      value.mutable_quantity()->set_unit_key("EMPLOYEE");
      value.mutable_quantity()->set_bound(v1::BOUND_EXACT);
    }
    v1::RoleSpan& role = *evidence->add_role_spans();
    role.set_role(type.role);
    *role.mutable_span() = span;
  }

  void AddTime(const Content& content, int64_t day, v1::Fact* fact) {
    v1::DateInterval& valid = *fact->mutable_valid_interval();
    const absl::CivilMonth month(kFirstDay + (content.day < 0 ? day : content.day));
    SetDay(absl::CivilDay(month), valid.mutable_start_date());
    SetDay(absl::CivilDay(month + 1), valid.mutable_end_date());
    valid.set_precision(v1::DATE_PRECISION_MONTH);
    valid.set_basis(content.day < 0 ? v1::DATE_BASIS_ASSUMED : v1::DATE_BASIS_STATED);
  }

  void AddSpeaker(Draws* draws, v1::Evidence* evidence) {
    v1::Attribution& attribution = *evidence->mutable_attribution();
    const int choice = draws->Below(10);
    if (choice >= 4) {
      attribution.set_kind(v1::Attribution::KIND_ARTICLE);
      return;
    }
    const Kind kind = choice < 3 ? Kind::kPerson : Kind::kOrganization;
    attribution.set_kind(choice < 3 ? v1::Attribution::KIND_NAMED : v1::Attribution::KIND_OUTLET);
    const int rank = Rank(kind, draws->Uniform());
    text_ += " بحسب ";
    const Name name = NameOf(kind, rank);
    attribution.set_entity(Declare(kind, rank, name));
    attribution.set_display_text(name.arabic);
    *attribution.mutable_span() = Append(name.arabic);
  }

  void AddFact(int64_t number, int64_t day) {
    Draws draws(static_cast<uint64_t>(number) ^ 0x2545f491);
    const Content content = ContentOf(number);
    const Type& type = kTypes[content.type];
    used_types_.insert(content.type);
    v1::Fact& fact = *extraction_->add_facts();
    fact.set_type(type.name);
    fact.set_polarity(content.denied ? v1::POLARITY_DENIED : v1::POLARITY_ASSERTED);
    fact.set_modality(content.planned ? v1::MODALITY_PLANNED : v1::MODALITY_ACTUAL);
    v1::Evidence& evidence = *fact.add_evidence();
    evidence.set_passage_ordinal(passage_->ordinal());
    if (!text_.empty() && text_.back() == '.') text_ += " ";
    const size_t begin = text_.size();
    absl::StrAppend(&text_, kOpenings[draws.Below(6)], " ", content.denied ? "لا صحة لكون " : "");
    Mention(type.subject, content.subject, "subject", fact.mutable_subject(), &evidence);
    text_ += " ";
    v1::RoleSpan& trigger = *evidence.add_role_spans();
    trigger.set_role("trigger");
    *trigger.mutable_span() = Append(type.verb);
    if (type.object == Kind::kWords) {
      text_ += " ";
      v1::Value& value = *fact.mutable_object()->mutable_value();
      *value.mutable_span() = Append(kRemarks[content.words]);
      value.set_text(kRemarks[content.words]);
    } else if (type.object != Kind::kNone) {
      text_ += " ";
      Mention(type.object, content.object, "object", fact.mutable_object(), &evidence);
    }
    if (type.measure != Measure::kNone) AddFigure(type, content.figure, &fact, &evidence);
    AddTime(content, day, &fact);
    AddSpeaker(&draws, &evidence);
    v1::Span& quote = *evidence.mutable_quote();
    quote.set_begin(static_cast<int>(begin));
    quote.set_end(static_cast<int>(text_.size()));
    quote.set_quote(text_.substr(begin));
    text_ += ".";
    evidence.set_rule(absl::StrCat(type.name, "/load"));
    evidence.set_confidence(std::min(0.99, 0.40 + 0.01 * draws.Below(55) + 0.01 * (version_ % 5)));
  }

  void Finish(int64_t day) {
    for (const int used : used_types_) {
      const Type& type = kTypes[used];
      v1::FactType& schema = *extraction_->add_fact_types();
      schema.set_name(type.name);
      schema.set_symmetric(type.symmetric);
      schema.set_single_object(type.single_object);
      schema.set_comparable_role(type.role);
    }
    extraction_->set_extractor_version(absl::StrCat("load-", version_));
    extraction_->set_language_code("ar");
    // Every twentieth article is a copy of the one before, as far as its key says.
    const int64_t story = number_ % 20 == 19 ? number_ - 1 : number_;
    extraction_->set_near_duplicate_key(
        absl::StrFormat("%016x", Mixed(static_cast<uint64_t>(story))));
    v1::Document& document = *request_.mutable_document();
    document.set_name(absl::StrCat("documents/load-", number_));
    document.set_source_uri(absl::StrCat("https://news.example/", number_));
    document.set_url(document.source_uri());
    document.set_publisher(absl::StrCat("صحيفة ", number_ % kPublishers));
    document.set_title(absl::StrCat("نشرة الأعمال رقم ", number_));
    document.set_text(text_);
    document.set_language_code("ar");
    const absl::CivilSecond published =
        absl::CivilSecond(kFirstDay + day) + number_ * 37 % (24 * 60 * 60);
    document.mutable_publish_time()->set_seconds(published - absl::CivilSecond(1970, 1, 1));
  }

  const GeneratedExtractions& source_;
  const int64_t number_;
  const int version_;
  v1::ApplyExtractionRequest request_;
  v1::Extraction* extraction_ = nullptr;
  v1::Passage* passage_ = nullptr;
  std::string text_;
  std::map<std::string, int> declared_;
  std::set<int> used_types_;
};

GeneratedExtractions::GeneratedExtractions(Options options)
    : options_(options),
      people_(options.people, options.exponent),
      products_(options.people / 2, options.exponent),
      places_(options.people / 5, options.exponent) {}

v1::ApplyExtractionRequest GeneratedExtractions::Make(int64_t article, int version) const {
  return Article(*this, article, version).Make();
}

std::string GeneratedExtractions::OrganizationName(int rank) {
  return absl::StrCat("entities/", KnownKey(Kind::kOrganization, rank));
}

std::string GeneratedExtractions::PersonName(int rank) {
  return absl::StrCat("entities/", KnownKey(Kind::kPerson, rank));
}

}  // namespace isnad::load
