#include "services/answering/question/described_houses.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/answering/passages/house_noun.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// Distance in words at which a word of the description counts a third.
constexpr double kReach = 10.0;
// Words up to this distance stand right beside a name: "the studio X of Sweden".
constexpr int kBeside = 5;
// What a place in the description counts.
constexpr double kPlaceImportance = 0.6;
// Share of the description that must stand beside the name.
constexpr double kLeastShare = 0.55;
// How much less of it the next one may have.
constexpr double kLeastLead = 0.12;
// What the rest of the question in the same document counts beside the description.
constexpr double kRestShare = 0.35;
// What stands beside a common noun counts so much for either of two that it may mean.
constexpr double kOneOfTwo = 0.85;

// A name has keys.
bool IsDescribed(const v1::QuestionEntity& asked) { return asked.entity().folded_keys().empty(); }

// Those who report are named in every article.
bool Reports(const v1::PassageMention& mention) {
  static const auto* classes = new absl::flat_hash_set<absl::string_view>{
      "NEWSPAPER", "MAGAZINE", "NEWS_AGENCY", "BROADCASTER", "NEWS_SITE", "PODCAST"};
  return classes->contains(mention.entity_class());
}

// Ministries, universities and hospitals are nobody's company.
bool IsPublic(const v1::PassageMention& mention) {
  static const auto* classes = new absl::flat_hash_set<absl::string_view>{
      "GOVERNMENT", "REGULATOR", "UNIVERSITY", "HOSPITAL", "NONPROFIT"};
  return classes->contains(mention.entity_class());
}

bool IsCalledCompany(const v1::QuestionEntity& described) {
  const std::string& words = described.span().quote();
  for (const absl::string_view house :
       {"شركة", "company", "firm", "startup", "start-up", "maker"}) {
    if (absl::StrContains(words, house)) return true;
  }
  return false;
}

bool MayBe(const v1::QuestionEntity& described, const v1::PassageMention& mention) {
  const v1::EntityType type = mention.entity_type();
  if (Reports(mention) || (IsPublic(mention) && IsCalledCompany(described))) return false;
  if (type == v1::ENTITY_TYPE_ORGANIZATION || type == v1::ENTITY_TYPE_UNSPECIFIED) return true;
  return type == v1::ENTITY_TYPE_PRODUCT &&
         described.entity().type() != v1::ENTITY_TYPE_ORGANIZATION;
}

bool MentionsAll(const EntityLinks& links, const PassagePool& pool, const std::string& document) {
  return std::all_of(links.links().begin(), links.links().end(), [&](const LinkedName& link) {
    return !link.stored() || link.entities.front().type() == v1::ENTITY_TYPE_LOCATION ||
           pool.DocumentMentions(document, link.names);
  });
}

// How much of the question besides the description the passages of a document have.
absl::flat_hash_map<std::string, double> RestByDocument(const std::vector<bool>& inside,
                                                        const QuestionWords& words,
                                                        const PassagePool& pool) {
  absl::flat_hash_map<std::string, double> rest;
  double all = 0;
  for (size_t i = 0; i < words.words().size(); ++i) {
    if (!inside[i]) all += words.words()[i].importance;
  }
  if (all <= 0) return rest;
  for (const PassageView& view : pool.views()) {
    double sum = 0;
    for (size_t i = 0; i < words.words().size(); ++i) {
      if (!inside[i]) sum += words.words()[i].importance * view.best()[i];
    }
    double& most = rest[view.document().name()];
    most = std::max(most, sum / all);
  }
  return rest;
}

// How well words stand beside the mentions of something.
struct Described {
  std::vector<double> best;
  double place = 0;
  std::string document;
};

// Another house named between the two is whom the words describe.
bool IsParted(const v1::QuestionEntity& described, const PassageView& view,
              const v1::PassageMention& mention, int token) {
  const Range word = view.TokenBytes(token);
  return std::any_of(view.passage().mentions().begin(), view.passage().mentions().end(),
                     [&](const v1::PassageMention& other) {
                       if (other.entity() == mention.entity() || !MayBe(described, other)) {
                         return false;
                       }
                       if (Range{other.begin(), other.end()}.Overlaps(word)) return true;
                       return word.begin < mention.begin()
                                  ? word.end <= other.begin() && other.end() <= mention.begin()
                                  : mention.end() <= other.begin() && other.end() <= word.begin;
                     });
}

double Nearness(const PassageView& view, const v1::PassageMention& mention, int token) {
  const int first = view.TokenAt(mention.begin());
  const int last = std::max(first, view.TokenAt(mention.end() - 1));
  const int distance = token < first ? first - token : token > last ? token - last : 0;
  return std::exp(-std::max(0, distance - kBeside) / kReach);
}

// Raises what stands around the mention, nearer words more.
void AddAround(const v1::QuestionEntity& described, const PassageView& view,
               const v1::PassageMention& mention, const std::vector<bool>& inside, double weight,
               Described* found) {
  for (const WordMatch& match : view.matches()) {
    if (!inside[match.word] || IsParted(described, view, mention, match.token)) continue;
    double& best = found->best[match.word];
    best = std::max(best, weight * match.strength * Nearness(view, mention, match.token));
  }
}

// Of each document the one that it names most often, the first of several.
std::map<std::string, std::string> Subjects(const v1::QuestionEntity& described,
                                            const PassagePool& pool) {
  std::map<std::string, std::map<std::string, int>> counts;
  std::map<std::string, std::string> subjects;
  const auto count = [&](const PassageView& view) {
    const std::string& document = view.document().name();
    for (const v1::PassageMention& mention : view.passage().mentions()) {
      if (!MayBe(described, mention) || IsHouseNoun(view, {mention.begin(), mention.end()}))
        continue;
      ++counts[document][mention.entity()];
      std::string& subject = subjects[document];
      if (subject.empty()) subject = mention.entity();
    }
  };
  for (const PassageView& view : pool.views()) {
    if (view.passage().ordinal() == 0) count(view);
  }
  for (const PassageView& view : pool.views()) {
    if (view.passage().ordinal() != 0) count(view);
  }
  for (auto& [document, subject] : subjects) {
    for (const auto& [entity, times] : counts[document]) {
      if (times > counts[document][subject]) subject = entity;
    }
  }
  return subjects;
}

// The place that stands in the description: "the Abu Dhabi firm".
const LinkedName* PlaceInside(const v1::QuestionEntity& described, const EntityLinks& links) {
  for (const LinkedName& link : links.links()) {
    const v1::Span& span = link.asked.span();
    if (link.stored() && described.span().begin() <= span.begin() &&
        span.end() <= described.span().end()) {
      return &link;
    }
  }
  return nullptr;
}

void AddPlace(const v1::QuestionEntity& described, const PassageView& view,
              const v1::PassageMention& mention, const LinkedName& place, double weight,
              Described* found) {
  for (const v1::PassageMention& other : view.passage().mentions()) {
    const int token = view.TokenAt(other.begin());
    if (!place.names.contains(other.entity()) || IsParted(described, view, mention, token)) {
      continue;
    }
    found->place = std::max(found->place, weight * Nearness(view, mention, token));
  }
}

}  // namespace

std::string FindDescribed(const v1::QuestionEntity& described, const EntityLinks& links,
                          const QuestionWords& words, const PassagePool& pool) {
  std::vector<bool> inside(words.words().size());
  double all = 0;
  for (size_t i = 0; i < inside.size(); ++i) {
    inside[i] = words.IsWithin(static_cast<int>(i), described.span());
    if (inside[i]) all += words.words()[i].importance;
  }
  const LinkedName* place = PlaceInside(described, links);
  if (place != nullptr) all += kPlaceImportance;
  if (all <= 0) return "";
  const std::map<std::string, std::string> subjects = Subjects(described, pool);
  std::map<std::string, Described> found;
  for (const PassageView& view : pool.views()) {
    const std::string& document = view.document().name();
    if (!MentionsAll(links, pool, document)) continue;
    for (const v1::PassageMention& mention : view.passage().mentions()) {
      if (!MayBe(described, mention)) continue;
      const bool common = IsHouseNoun(view, {mention.begin(), mention.end()});
      std::vector<std::string> meant = {mention.entity()};
      const auto subject = subjects.find(document);
      if (common && subject != subjects.end() && subject->second != mention.entity()) {
        meant.push_back(subject->second);
      }
      for (const std::string& entity : meant) {
        Described& one = found[entity];
        one.best.resize(inside.size());
        if (one.document.empty()) one.document = document;
        const double weight = meant.size() > 1 ? kOneOfTwo : 1;
        AddAround(described, view, mention, inside, weight, &one);
        if (place != nullptr) AddPlace(described, view, mention, *place, weight, &one);
      }
    }
  }
  const auto rest = RestByDocument(inside, words, pool);
  std::string name;
  double most = 0;
  double next = 0;
  double share_of_most = 0;
  for (const auto& [entity, one] : found) {
    double share = place != nullptr ? one.place * kPlaceImportance / all : 0;
    for (size_t i = 0; i < inside.size(); ++i) {
      if (inside[i]) share += words.words()[i].importance * one.best[i] / all;
    }
    const auto around = rest.find(one.document);
    const double score = share + kRestShare * (around == rest.end() ? 0 : around->second);
    if (score > most) {
      next = most;
      most = score;
      share_of_most = share;
      name = entity;
    } else {
      next = std::max(next, score);
    }
  }
  if (share_of_most < kLeastShare || most - next < kLeastLead) return "";
  return name;
}

void NameDescribed(const std::string& id, const v1::Entity& entity, v1::QuestionAnalysis* reading) {
  auto* entities = reading->mutable_entities();
  const auto described =
      std::find_if(entities->begin(), entities->end(),
                   [&](const v1::QuestionEntity& asked) { return asked.entity().id() == id; });
  if (described == entities->end()) return;
  described->set_certain(true);
  v1::ExtractedEntityReference* reference = described->mutable_entity();
  reference->set_type(entity.type());
  reference->set_label_ar(entity.label_ar());
  reference->set_label_en(entity.label_en());
  reference->clear_folded_keys();
  for (const v1::Alias& alias : entity.aliases()) reference->add_folded_keys(alias.folded_key());
  const v1::Span span = described->span();
  entities->erase(std::remove_if(entities->begin(), entities->end(),
                                 [&](const v1::QuestionEntity& asked) {
                                   return asked.entity().id() != id &&
                                          span.begin() <= asked.span().begin() &&
                                          asked.span().end() <= span.end();
                                 }),
                  entities->end());
}

std::vector<v1::QuestionEntity> DescribedIn(const v1::QuestionAnalysis& reading) {
  std::vector<v1::QuestionEntity> described;
  for (const v1::QuestionEntity& asked : reading.entities()) {
    if (!IsDescribed(asked)) continue;
    const auto& all = reading.entities();
    const bool named = std::any_of(all.begin(), all.end(), [&](const v1::QuestionEntity& name) {
      return !IsDescribed(name) && name.entity().type() != v1::ENTITY_TYPE_LOCATION &&
             name.span().begin() < asked.span().end() && asked.span().begin() < name.span().end();
    });
    if (!named) described.push_back(asked);
  }
  return described;
}

void ForgetDescribed(v1::QuestionAnalysis* reading) {
  absl::flat_hash_set<std::string> ids;
  for (const v1::QuestionEntity& asked : reading->entities()) {
    if (IsDescribed(asked)) ids.insert(asked.entity().id());
  }
  if (ids.empty()) return;
  auto* entities = reading->mutable_entities();
  entities->erase(std::remove_if(entities->begin(), entities->end(), IsDescribed), entities->end());
  for (v1::RelationReading& relation : *reading->mutable_relations()) {
    auto* fillers = relation.mutable_fillers();
    fillers->erase(std::remove_if(fillers->begin(), fillers->end(),
                                  [&](const v1::RelationFiller& filler) {
                                    return ids.contains(filler.entity());
                                  }),
                   fillers->end());
  }
}

}  // namespace isnad::answering
