#include "services/extraction/relations/derived_origins.h"

#include <algorithm>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "services/extraction/relations/derivation.h"

namespace isnad::extraction {
namespace {

using WordSet = absl::flat_hash_set<absl::string_view>;

// Words from "after" to the house, and how many of them may stand before the time that was spent.
constexpr int kHouseReach = 12;
constexpr int kTimeReach = 6;

bool OpensTimeBefore(const Token& token) {
  static const auto* set = new WordSet{"بعد", "بعدما", "عقب", "اثر", "غداه", "وبعد", "وعقب"};
  return set->contains(token.surface) && token.enclitic.empty();
}

// Nouns and verbs for what somebody did at a house.
bool TellsOfWork(const PhraseIndex& index, int i) {
  static const auto* nouns =
      new WordSet{"سنوات",  "اعوام", "عام",  "عاما", "سنه",   "سنتين", "عامين",  "عقد",  "عقدين",
                  "عقدا",   "اشهر",  "شهر",  "شهرا", "فتره",  "مواسم", "مسيره",  "خدمه", "عمل",
                  "مغامره", "تجربه", "رحله", "خبره", "مشوار", "ترك",   "مغادره", "رحيل", "استقاله"};
  static const auto* verbs = new WordSet{"عمل", "امضي",   "قضي", "ترك",   "غادر", "خدم",
                                         "شغل", "استقال", "قاد", "اشتغل", "رحل",  "خرج"};
  const Token& token = index.token(i);
  if (index.MentionAt(i) >= 0 && index.PronounAt(i) < 0) return false;
  if (index.IsVerb(i)) return verbs->contains(token.lemma);
  return nouns->contains(token.base) || nouns->contains(token.lemma);
}

// "at", "with", "for the account of"; "from" behind words of leaving.
bool BindsHouse(const PhraseIndex& index, int i) {
  static const auto* set = new WordSet{"في", "لدي", "مع", "عند", "داخل", "لحساب", "لصالح", "من"};
  return set->contains(index.token(i).surface) || index.IsPreposition(i, "ب");
}

// The organisation where the words from "after" on say that somebody was, or -1.
int HouseBefore(const PhraseIndex& index, int after) {
  const TokenRange passage = index.PassageTokens(after);
  const int end = std::min(passage.end, after + kHouseReach);
  bool work = false;
  bool bound = false;
  for (int i = after + 1; i < end; ++i) {
    if (index.token(i).form == "." || index.token(i).form == "؛" || index.IsComma(i)) return -1;
    if (!work && i > after + kTimeReach) return -1;
    const bool tells = TellsOfWork(index, i);
    work = work || tells;
    if (index.MentionStartsAt(i)) {
      const int mention = index.MentionAt(i);
      const bool house = index.TypeOfMention(mention) == EntityType::kOrganization &&
                         index.analysis().mentions[mention].kind == MentionKind::kName;
      if (house) return work && (bound || (tells && index.IsVerb(i - 1))) ? mention : -1;
      if (index.TypeOfMention(mention) == EntityType::kPerson && index.PronounAt(i) < 0) return -1;
    }
    // "after ten years at the head of Y".
    if (work && (BindsHouse(index, i) || index.token(i).lemma == "ترك" ||
                 index.token(i).lemma == "غادر" || index.token(i).base == "مغادره")) {
      bound = true;
    }
    if (index.IsVerb(i) && !tells) return -1;
  }
  return -1;
}

}  // namespace

void AddOriginsBefore(const PhraseIndex& index, std::vector<FactRecord>* facts) {
  const Analysis& analysis = index.analysis();
  std::vector<FactRecord> derived;
  for (const FactRecord& join : *facts) {
    if (join.type != "JOINED" || join.polarity != Polarity::kAsserted) continue;
    if (!IsEntity(join.subject) || !IsEntity(join.object) || join.passage < 0) continue;
    const auto comes = [&](const FactRecord& fact) {
      return fact.type == "HIRED_FROM" && SameEnd(fact.subject, join.subject);
    };
    if (std::any_of(facts->begin(), facts->end(), comes)) continue;
    const TokenRange words = analysis.passages[join.passage].tokens;
    const int trigger = index.TokenAtByte(join.trigger.begin);
    for (int i = words.begin; i < words.end; ++i) {
      if (i > trigger && index.token(i).form == ".") break;
      if (!OpensTimeBefore(index.token(i)) || index.MentionAt(i) >= 0) continue;
      const bool same_sentence =
          i > trigger ||
          std::none_of(analysis.tokens.begin() + i, analysis.tokens.begin() + trigger,
                       [](const Token& token) { return token.form == "." || token.form == "؛"; });
      const int mention = same_sentence ? HouseBefore(index, i) : -1;
      if (mention < 0) continue;
      const Mention& house = analysis.mentions[mention];
      if (house.entity == join.object.entity) continue;
      FactRecord origin = Derive(join, "HIRED_FROM", "HIRED_FROM/after-work-at");
      origin.object = NamedEnd(analysis, house, "object");
      derived.push_back(std::move(origin));
      break;
    }
  }
  facts->insert(facts->end(), derived.begin(), derived.end());
}

}  // namespace isnad::extraction
