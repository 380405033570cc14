#include "services/answering/question/further_passages.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "services/answering/passages/list_opening.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

using Words = std::vector<absl::string_view>;

// Articles that are read on, those that speak most of the names first.
constexpr size_t kMostDocuments = 4;
constexpr int kMostPassages = 60;
constexpr size_t kMostUnnamed = 2;
// Passages, best first, that may open a list.
constexpr size_t kOpeningsRead = 8;
// Years before and after the articles that their chronologies name.
constexpr int kYearsBefore = 12;
constexpr int kYearsAfter = 3;

// Folded as the index has them.
const Words& Months() {
  static const auto* words = new Words{
      "يناير",  "فبراير", "مارس",   "ابريل", "مايو",  "يونيو", "يوليو",  "اغسطس", "سبتمبر",
      "اكتوبر", "نوفمبر", "ديسمبر", "كانون", "شباط",  "اذار",  "نيسان",  "ايار",  "حزيران",
      "تموز",   "اب",     "ايلول",  "تشرين", "جانفي", "فيفري", "افريل",  "ماي",   "جوان",
      "جويليه", "اوت",    "غشت",    "شتنبر", "نونبر", "دجنبر", "يوليوز", "العام", "الماضي",
      "مطلع",   "نهايه",  "صيف",    "ربيع",  "خريف",  "شتاء",  "عام",    "سنه",   "عامين"};
  return *words;
}

const Words& Sums() {
  static const auto* words = new Words{"مليون", "مليار", "ملايين", "مليارات", "مليارين", "الف",
                                       "دولار", "درهم",  "ريال",   "جنيه",    "دينار",   "يورو"};
  return *words;
}

const Words& Counts() {
  static const auto* words =
      new Words{"رقم",  "رقما",  "عدد",      "عددهم", "الف",   "الاف",  "مليون", "شخص", "شخصا",
                "موظف", "موظفا", "الموظفين", "عامل",  "وظيفه", "العدد", "الرقم", "قيل", "صحيح"};
  return *words;
}

const Words& Lengths() {
  static const auto* words = new Words{"سنوات", "سنه",  "سنتين", "اعوام", "عام",   "عاما", "عامين",
                                       "شهر",   "شهرا", "اشهر",  "شهرين", "اسبوع", "يوم",  "ايام"};
  return *words;
}

// By these one account is set against another.
const Words& Disputes() {
  static const auto* words =
      new Words{"نفي",     "نفت",   "ونفي", "ونفت",  "ينفي",   "تنفي",  "نافيا",  "نافيه", "انكر",
                "المقابل", "رد",    "ورد",  "ردت",   "وردت",   "ردا",   "وردا",   "يرد",   "ترد",
                "صحيح",    "صحيحه", "دقيق", "دقيقه", "اساس",   "لكن",   "بيد",    "غير",   "الا",
                "بينما",   "روايه", "حين",  "شايعه", "شايعات", "جهته",  "جهتها",  "جانبه", "اما",
                "جانبها",  "تردد",  "بحسب", "مصادر", "مصدران", "متحدث", "متحدثه", "كذب",   "كذبت",
                "شكك",     "انتقد", "يصر",  "تصر",   "اصر",    "زعم",   "اتهم",   "اتهمت", "القصه"};
  return *words;
}

// Of these nearly every line of a list has one.
const Words& LineWords() {
  static const auto* words = new Words{
      "من",    "في",     "الي",   "علي",   "عن",     "مع",      "بعد",    "قبل",    "التي",
      "الذي",  "كبير",   "كبيره", "رييس",  "رييسه",  "مدير",    "مديره",  "مسوول",  "مسووله",
      "مهندس", "مهندسه", "باحث",  "باحثه", "فريق",   "شركه",    "مجموعه", "انتقل",  "انتقلت",
      "التحق", "التحقت", "غادر",  "غادرت", "عاد",    "انضم",    "انضمت",  "عام",    "نحو",
      "مليون", "مليار",  "دولار", "بقيمه", "بقياده", "العلماء", "سابقا",  "السابق", "السابقه",
      "نايب",  "نايبه",  "قسم",   "وحده",  "مصنع",   "مشروع",   "مركز",   "لم",     "كان",
      "كانت",  "وكان",   "وكانت", "ثم",    "عضو",    "موسس",    "موسسه",  "بدلا",   "الفيه"};
  return *words;
}

// Several things are asked for, and a passage with the question's words opens a list.
bool OpensListAskedFor(const v1::QuestionAnalysis& reading,
                       const std::vector<v1::PassageHit>& hits) {
  if (reading.kind() != v1::QUESTION_KIND_LIST && !reading.plural()) return false;
  return std::any_of(hits.begin(), hits.begin() + std::min(kOpeningsRead, hits.size()),
                     [](const v1::PassageHit& hit) { return OpensList(hit.passage()); });
}

std::vector<std::string> DocumentsOfLists(const std::vector<v1::PassageHit>& hits) {
  std::vector<std::string> documents;
  for (size_t i = 0; i < std::min(kOpeningsRead, hits.size()); ++i) {
    const std::string& document = hits[i].document().name();
    const bool known = std::find(documents.begin(), documents.end(), document) != documents.end();
    if (!known && OpensList(hits[i].passage())) documents.push_back(document);
  }
  return documents;
}

void AddTerm(std::string word, std::vector<v1::QueryTerm>* terms) {
  v1::QueryTerm term;
  term.set_term(std::move(word));
  term.set_field(v1::QueryTerm::FIELD_SURFACE);
  term.set_weight(1);
  term.set_origin(v1::QueryTerm::ORIGIN_SYNONYM);
  terms->push_back(std::move(term));
}

int YearOf(const v1::Document& document) {
  constexpr int64_t kSecondsPerYear = 31556952;
  return 1970 + static_cast<int>(document.publish_time().seconds() / kSecondsPerYear);
}

std::vector<v1::QueryTerm> TermsFor(const v1::QuestionAnalysis& reading,
                                    const std::vector<v1::PassageHit>& hits, bool lists) {
  std::vector<v1::QueryTerm> terms;
  const auto add = [&](const Words& words) {
    for (const absl::string_view word : words) AddTerm(std::string(word), &terms);
  };
  if (reading.kind() == v1::QUESTION_KIND_TIMELINE) {
    add(Months());
    std::set<int> years;
    for (const v1::PassageHit& hit : hits) {
      for (int step = -kYearsBefore; step <= kYearsAfter; ++step) {
        if (hit.document().has_publish_time()) years.insert(YearOf(hit.document()) + step);
      }
    }
    for (const int year : years) AddTerm(absl::StrCat(year), &terms);
    return terms;
  }
  if (lists) {
    add(LineWords());
    return terms;
  }
  // Which of two it is the sentences tell that have the two.
  if (reading.kind() != v1::QUESTION_KIND_CONFLICT || reading.alternatives_size() > 1) return terms;
  switch (reading.answer_type()) {
    case v1::ANSWER_TYPE_MONEY:
      add(Sums());
      break;
    case v1::ANSWER_TYPE_COUNT:
      add(Counts());
      break;
    case v1::ANSWER_TYPE_LENGTH:
      add(Lengths());
      break;
    case v1::ANSWER_TYPE_DATE:
      add(Months());
      break;
    default:
      add(Disputes());
      break;
  }
  return terms;
}

// Those whose passages mention the names, by how often they do.
std::vector<std::string> DocumentsAbout(const EntityLinks& links,
                                        const std::vector<v1::PassageHit>& hits) {
  std::map<std::string, int> mentions;
  for (const v1::PassageHit& hit : hits) {
    for (const v1::PassageMention& mention : hit.passage().mentions()) {
      if (links.all().contains(mention.entity())) ++mentions[hit.document().name()];
    }
  }
  std::vector<std::pair<int, std::string>> counted;
  for (const auto& [document, count] : mentions) counted.emplace_back(-count, document);
  std::sort(counted.begin(), counted.end());
  std::vector<std::string> documents;
  for (const auto& [count, document] : counted) {
    if (documents.size() < kMostDocuments) documents.push_back(document);
  }
  // What is described instead of named is in the articles that have most of its words.
  for (size_t i = 0; links.links().empty() && i < std::min(hits.size(), kMostUnnamed); ++i) {
    const std::string& document = hits[i].document().name();
    if (std::find(documents.begin(), documents.end(), document) == documents.end()) {
      documents.push_back(document);
    }
  }
  return documents;
}

}  // namespace

PassageQuery FurtherQuery(const v1::QuestionAnalysis& reading, const EntityLinks& links,
                          const std::vector<v1::PassageHit>& hits) {
  PassageQuery query;
  const bool lists = OpensListAskedFor(reading, hits);
  query.documents = lists ? DocumentsOfLists(hits) : DocumentsAbout(links, hits);
  if (!query.documents.empty()) query.terms = TermsFor(reading, hits, lists);
  query.max_passages = kMostPassages;
  return query;
}

PassageQuery CauseQuery(const std::string& document) {
  static const auto* words = new Words{"سبب",  "السبب", "بسبب",  "اسباب", "نتيجه", "لان",   "لانها",
                                       "لانه", "ارجع",  "وارجع", "ارجعت", "عزا",   "وعزا",  "عزت",
                                       "وعزت", "مرده",  "مردها", "جراء",  "نظرا",  "بعدما", "بفعل"};
  PassageQuery query;
  query.documents = {document};
  for (const absl::string_view word : *words) AddTerm(std::string(word), &query.terms);
  query.max_passages = kMostPassages;
  return query;
}

void AddFurther(std::vector<v1::PassageHit> further, std::vector<v1::PassageHit>* hits) {
  std::set<std::pair<std::string, int>> known;
  for (const v1::PassageHit& hit : *hits) {
    known.emplace(hit.document().name(), hit.passage().ordinal());
  }
  for (v1::PassageHit& hit : further) {
    if (!known.emplace(hit.document().name(), hit.passage().ordinal()).second) continue;
    hit.set_score(0);
    hit.clear_matched_words();
    hits->push_back(std::move(hit));
  }
}

}  // namespace isnad::answering
