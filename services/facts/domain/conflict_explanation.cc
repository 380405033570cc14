#include "services/facts/domain/conflict_explanation.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "services/facts/domain/figures.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts {
namespace {

constexpr size_t kMostSourcesNamed = 3;

enum class Language { kEnglish, kArabic };

const char* Opening(ConflictKind kind, Language language) {
  const bool english = language == Language::kEnglish;
  switch (kind) {
    case ConflictKind::kFigure:
      return english ? "Sources give different figures" : "تختلف المصادر في الرقم";
    case ConflictKind::kDenial:
      return english ? "One source asserts what another denies" : "مصدر يؤكد ما ينفيه مصدر آخر";
    case ConflictKind::kDate:
      return english ? "Sources give different dates" : "تختلف المصادر في التاريخ";
    case ConflictKind::kValue:
      break;
  }
  return english ? "Sources give different values" : "تختلف المصادر في القيمة";
}

absl::StatusOr<std::string> Label(const Argument& end, Language language, Snapshot& store) {
  if (end.entity.empty()) return end.display_text;
  ISNAD_ASSIGN_OR_RETURN(const EntityRecord entity, store.GetEntity(end.entity, Detail::kNames));
  const std::string& wanted = language == Language::kEnglish ? entity.label_en : entity.label_ar;
  return wanted.empty() ? end.display_text : wanted;
}

// The figure as the source wrote it for readers of Arabic, as we read it for others.
std::string FigureWords(const FactRecord& fact, Language language) {
  if (language == Language::kArabic) {
    for (const Argument& role : fact.state.claim.roles) {
      const bool figure = role.role == "amount" || role.role == "count" || role.role == "share";
      if (figure && !role.display_text.empty()) return role.display_text;
    }
  }
  const std::string words = DescribeFigure(*fact.identity.figure);
  // A unit key such as EMPLOYEE, not the code of a currency.
  const size_t unit = words.rfind(' ') + 1;
  const bool key = words.size() > unit + 3 && absl::ascii_isupper(words[unit]);
  return key ? absl::StrCat(words.substr(0, unit), absl::AsciiStrToLower(words.substr(unit)), "s")
             : words;
}

std::string SourcesOf(const std::vector<EvidenceRecord>& evidence, Language language) {
  std::vector<std::string> names;
  for (const EvidenceRecord& one : evidence) {
    const std::string& name = one.publisher.empty() ? one.source_uri : one.publisher;
    if (name.empty() || std::find(names.begin(), names.end(), name) != names.end()) continue;
    if (names.size() == kMostSourcesNamed) {
      names.push_back("...");
      break;
    }
    names.push_back(name);
  }
  return absl::StrJoin(names, language == Language::kEnglish ? ", " : "، ");
}

absl::StatusOr<std::string> ClaimWords(const FactRecord& fact,
                                       const std::vector<EvidenceRecord>& evidence,
                                       Language language, Snapshot& store) {
  const Claim& claim = fact.state.claim;
  ISNAD_ASSIGN_OR_RETURN(std::string words, Label(claim.subject, language, store));
  if (claim.object.has_value()) {
    ISNAD_ASSIGN_OR_RETURN(const std::string object, Label(*claim.object, language, store));
    absl::StrAppend(&words, " – ", object);
  }
  if (fact.identity.figure.has_value()) {
    absl::StrAppend(&words, ": ", FigureWords(fact, language));
  }
  if (fact.identity.polarity == Polarity::kDenied) {
    words += language == Language::kEnglish ? " [denied]" : " [نفي]";
  }
  const std::string sources = SourcesOf(evidence, language);
  if (!sources.empty()) absl::StrAppend(&words, " (", sources, ")");
  return words;
}

using EvidenceOfFacts = std::vector<std::vector<EvidenceRecord>>;

absl::StatusOr<std::string> ClaimList(const std::vector<FactRecord>& facts,
                                      const EvidenceOfFacts& evidence, Language language,
                                      Snapshot& store) {
  std::vector<std::string> claims;
  for (size_t i = 0; i < facts.size(); ++i) {
    ISNAD_ASSIGN_OR_RETURN(std::string words, ClaimWords(facts[i], evidence[i], language, store));
    claims.push_back(std::move(words));
  }
  return absl::StrJoin(claims, language == Language::kEnglish ? "; " : "؛ ");
}

}  // namespace

absl::StatusOr<ConflictExplanation> ExplainConflict(ConflictKind kind,
                                                    const std::vector<FactRecord>& facts,
                                                    Snapshot& store) {
  ConflictExplanation explanation;
  if (facts.empty()) return explanation;
  std::vector<std::string> keys;
  for (const FactRecord& fact : facts) keys.push_back(fact.identity.key);
  ISNAD_ASSIGN_OR_RETURN(const EvidenceOfFacts evidence, store.FindEvidence(keys));
  ISNAD_ASSIGN_OR_RETURN(const std::string english,
                         ClaimList(facts, evidence, Language::kEnglish, store));
  ISNAD_ASSIGN_OR_RETURN(const std::string arabic,
                         ClaimList(facts, evidence, Language::kArabic, store));
  const std::string relation =
      absl::StrReplaceAll(absl::AsciiStrToLower(facts[0].identity.type), {{"_", " "}});
  explanation.english =
      absl::StrCat(Opening(kind, Language::kEnglish), " (", relation, "): ", english, ".");
  explanation.arabic = absl::StrCat(Opening(kind, Language::kArabic), ": ", arabic, ".");
  return explanation;
}

namespace {

// What the first fact of the side claims to differ.
std::string SideWords(const ConflictSide& side, Language language) {
  return FigureWords(side.facts.front(), language);
}

absl::StatusOr<std::string> AgreementWords(const ConflictSide& side,
                                           const std::vector<FactRecord>& facts,
                                           const std::string& manner, Language language,
                                           Snapshot& store) {
  if (facts.empty() || !side.facts.front().identity.figure.has_value()) return std::string();
  std::vector<FactRecord> first(
      facts.begin(),
      facts.begin() +
          std::min<std::ptrdiff_t>(kMostFactsExplained, static_cast<std::ptrdiff_t>(facts.size())));
  std::vector<std::string> keys;
  for (const FactRecord& fact : first) keys.push_back(fact.identity.key);
  ISNAD_ASSIGN_OR_RETURN(const EvidenceOfFacts evidence, store.FindEvidence(keys));
  ISNAD_ASSIGN_OR_RETURN(const std::string claims, ClaimList(first, evidence, language, store));
  return absl::StrCat(" ", manner, SideWords(side, language), ": ", claims, ".");
}

}  // namespace

absl::StatusOr<ConflictExplanation> ExplainAgreement(const std::vector<ConflictSide>& sides,
                                                     Snapshot& store) {
  ConflictExplanation explanation;
  for (const ConflictSide& side : sides) {
    ISNAD_ASSIGN_OR_RETURN(
        const std::string named,
        AgreementWords(side, side.agreeing, "This agrees with ", Language::kEnglish, store));
    ISNAD_ASSIGN_OR_RETURN(
        const std::string unnamed,
        AgreementWords(side, side.unnamed, "Without naming what it speaks of, this agrees with ",
                       Language::kEnglish, store));
    ISNAD_ASSIGN_OR_RETURN(
        const std::string named_ar,
        AgreementWords(side, side.agreeing, "ويتفق مع ", Language::kArabic, store));
    ISNAD_ASSIGN_OR_RETURN(const std::string unnamed_ar,
                           AgreementWords(side, side.unnamed, "ومن دون تسمية المقصود يتفق مع ",
                                          Language::kArabic, store));
    absl::StrAppend(&explanation.english, named, unnamed);
    absl::StrAppend(&explanation.arabic, named_ar, unnamed_ar);
  }
  return explanation;
}

}  // namespace isnad::facts
