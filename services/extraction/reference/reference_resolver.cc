#include "services/extraction/reference/reference_resolver.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "services/extraction/reference/acting_names.h"
#include "services/extraction/reference/antecedent_chooser.h"
#include "services/extraction/reference/clubs_of_places.h"
#include "services/extraction/reference/description_resolver.h"
#include "services/extraction/reference/discourse.h"
#include "services/extraction/reference/first_person.h"
#include "services/extraction/reference/governments.h"
#include "services/extraction/reference/group_resolver.h"
#include "services/extraction/reference/house_parts.h"
#include "services/extraction/reference/kind_aliases.h"
#include "services/extraction/reference/kind_names.h"
#include "services/extraction/reference/pronoun_resolver.h"
#include "services/extraction/reference/quoted_organizations.h"
#include "services/extraction/reference/quoted_spans.h"
#include "services/extraction/reference/short_names.h"
#include "services/extraction/reference/title_resolver.h"

namespace isnad::extraction {
namespace {

std::vector<Mention> FindMentions(const ReferenceLexicon& lexicon, const AntecedentModel& model,
                                  Analysis* analysis, std::vector<ReferenceDecision>* decisions) {
  Discourse discourse(analysis, &lexicon);
  AntecedentChooser chooser(&discourse, &model);
  DescriptionResolver descriptions(&discourse, &chooser);
  TitleResolver titles(&discourse, &descriptions);
  PronounResolver pronouns(&discourse, &chooser);
  GroupResolver groups(&discourse);
  FirstPerson first_person(&discourse);
  for (int i = 0; i < discourse.size(); ++i) {
    discourse.Advance(i);
    const int passage = discourse.token(i).passage;
    if (passage >= 0 && analysis->passages[passage].kind == PassageKind::kBoilerplate) continue;
    if (first_person.Resolve(i)) continue;
    const bool free = !discourse.Taken(i);
    const bool described =
        free && (titles.Resolve(i) > i || groups.Resolve(i) || descriptions.Resolve(i));
    if (!described) pronouns.Resolve(i);
  }
  if (decisions != nullptr) *decisions = chooser.kept();
  return discourse.added();
}

}  // namespace

ReferenceResolver::ReferenceResolver(std::unique_ptr<ReferenceLexicon> lexicon,
                                     AntecedentModel model)
    : lexicon_(std::move(lexicon)), model_(std::move(model)) {}

absl::StatusOr<std::unique_ptr<ReferenceResolver>> ReferenceResolver::Create(
    const LexiconFiles& files, AntecedentModel model) {
  auto lexicon = ReferenceLexicon::Create(files);
  if (!lexicon.ok()) return lexicon.status();
  return std::unique_ptr<ReferenceResolver>(
      new ReferenceResolver(*std::move(lexicon), std::move(model)));
}

absl::StatusOr<std::unique_ptr<ReferenceResolver>> ReferenceResolver::Create(
    const LexiconFiles& files, const ModelSet& models) {
  auto model = AntecedentModel::Create(models);
  if (!model.ok()) return model.status();
  return Create(files, *std::move(model));
}

absl::StatusOr<std::unique_ptr<ReferenceResolver>> ReferenceResolver::Create(
    const LexiconFiles& files) {
  const auto models = ModelSet::Embedded();
  if (!models.ok()) return models.status();
  return Create(files, *models);
}

void ReferenceResolver::Resolve(Analysis* analysis) const { Resolve(analysis, nullptr); }

void ReferenceResolver::Resolve(Analysis* analysis,
                                std::vector<ReferenceDecision>* decisions) const {
  if (analysis->entities.empty()) return;
  JoinClubsOfPlaces(analysis);
  RetypeActingNames(analysis);
  RestoreCutNames(*lexicon_, analysis);
  ExtendKindNames(*lexicon_, analysis);
  AddQuotedOrganizations(*lexicon_, analysis);
  AddGovernments(*lexicon_, analysis);
  LinkShortNames(*lexicon_, analysis);
  AddKindAliases(analysis);
  AddHouseParts(analysis);
  const std::vector<Mention> added = FindMentions(*lexicon_, model_, analysis, decisions);
  std::vector<Mention>& mentions = analysis->mentions;
  mentions.insert(mentions.end(), added.begin(), added.end());
  std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
    return a.range.begin < b.range.begin;
  });
}

}  // namespace isnad::extraction
