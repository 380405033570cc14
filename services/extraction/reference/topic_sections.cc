#include "services/extraction/reference/topic_sections.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "services/extraction/reference/document_subject.h"
#include "services/extraction/reference/mention_rules.h"

namespace isnad::extraction {
namespace {

// A line that labels a section: its words beside the name.
constexpr int kMostLabelWords = 2;
constexpr int kFewestLabels = 3;
// A round-up by paragraphs: those that open with somebody new, of those that name anybody.
constexpr int kFewestFresh = 4;
constexpr double kFreshShare = 0.6;
// What a text is about stands in more of its paragraphs than this.
constexpr double kSubjectShare = 0.5;

// An organisation that a passage names, no outlet.
struct Name {
  int entity = -1;
  TokenRange tokens;
};
using Names = std::vector<Name>;  // in text order

std::vector<Names> NamesByPassage(const Analysis& analysis) {
  std::vector<Names> names(analysis.passages.size());
  for (const Mention& mention : analysis.mentions) {
    const bool named = mention.entity >= 0 && (mention.kind == MentionKind::kName ||
                                               mention.kind == MentionKind::kShortName);
    if (!named || mention.rule == kHousePart) continue;
    const EntityRecord& entity = analysis.entities[mention.entity];
    if (entity.type != EntityType::kOrganization || IsOutlet(entity)) continue;
    const int passage = analysis.tokens[mention.tokens.begin].passage;
    if (passage >= 0) names[passage].push_back({mention.entity, mention.tokens});
  }
  return names;
}

// Paragraphs, and the items of a list of news: "2) صفقة: اشترت X شركة Y".
bool IsProse(const Passage& passage) {
  return passage.kind == PassageKind::kLead || passage.kind == PassageKind::kBody ||
         passage.kind == PassageKind::kQuote || passage.kind == PassageKind::kListItem;
}

// "■ X", "منصة «X»:", "X الكويتية:": one name and next to nothing else.
bool IsLabel(const Analysis& analysis, const Passage& passage, const Names& names) {
  if (passage.kind == PassageKind::kHeadline || passage.kind == PassageKind::kTableRow)
    return false;
  if (names.size() != 1 || passage.tokens.empty()) return false;
  const Token& last = analysis.tokens[passage.tokens.end - 1];
  const Token& first = analysis.tokens[passage.tokens.begin];
  const bool set_off = passage.kind == PassageKind::kHeading || last.form == ":" ||
                       first.shape == TokenShape::kSymbol ||
                       (passage.kind == PassageKind::kListItem && last.form != ".");
  if (!set_off) return false;
  int words = 0;
  for (int i = passage.tokens.begin; i < passage.tokens.end; ++i) {
    const Token& token = analysis.tokens[i];
    if (token.part_of_speech == PartOfSpeech::kVerb && token.listed) return false;
    const bool mark = token.shape == TokenShape::kPunctuation || token.shape == TokenShape::kSymbol;
    words += mark ? 0 : 1;
  }
  return words - names.front().tokens.size() <= kMostLabelWords;
}

// By passage, the label that its section has; -1 outside.
std::vector<int> LabelledSections(const Analysis& analysis, const std::vector<Names>& names) {
  const int size = static_cast<int>(analysis.passages.size());
  std::vector<bool> labels(size);
  for (int p = 0; p < size; ++p) labels[p] = IsLabel(analysis, analysis.passages[p], names[p]);
  // A list of names is no row of labels.
  absl::flat_hash_set<int> of_houses;
  std::vector<int> sections(size, -1);
  for (int p = 0; p < size; ++p) {
    const bool alone = labels[p] && p + 1 < size && !labels[p + 1] && (p == 0 || !labels[p - 1]);
    if (alone) {
      of_houses.insert(names[p].front().entity);
      sections[p] = p;
    } else if (p > 0 && sections[p - 1] >= 0 && !labels[p]) {
      // What follows a list under its label is of the text at large again.
      const bool listed =
          analysis.passages[p - 1].kind == PassageKind::kListItem && p - 1 != sections[p - 1];
      const bool ends = listed && analysis.passages[p].kind != PassageKind::kListItem;
      sections[p] = ends ? -1 : sections[p - 1];
    }
  }
  if (static_cast<int>(of_houses.size()) < kFewestLabels) sections.clear();
  return sections;
}

// Whether the words of a passage before a name point back to a house known already: "the company
// denied that X".
bool PointsBackBefore(const Analysis& analysis, const Passage& passage, const Name& name) {
  static const auto* kinds = new absl::flat_hash_set<absl::string_view>{
      "شركه", "مجموعه", "بنك",  "مصرف", "مختبر", "موسسه", "ناقله",  "منصه",
      "نادي", "صندوق",  "هيئه", "فريق", "مشغل",  "مصنع",  "استوديو"};
  for (int i = passage.tokens.begin; i < name.tokens.begin; ++i) {
    const Token& token = analysis.tokens[i];
    if (token.definite && kinds->contains(token.base)) return true;
  }
  return false;
}

// Whether the headline says whom the text is about: the subject and at most one more, or a person.
bool HeadlineTellsSubject(const Analysis& analysis, int document_subject) {
  constexpr size_t kMostNamed = 2;
  absl::flat_hash_set<int> named;
  for (const Mention& mention : analysis.mentions) {
    const int passage = analysis.tokens[mention.tokens.begin].passage;
    if (passage < 0 || analysis.passages[passage].kind != PassageKind::kHeadline) continue;
    if (mention.entity < 0) continue;
    const EntityRecord& entity = analysis.entities[mention.entity];
    if (named.empty() && entity.type == EntityType::kPerson) return true;
    if (entity.type == EntityType::kOrganization && !IsOutlet(entity)) named.insert(mention.entity);
  }
  return named.size() <= kMostNamed && named.contains(document_subject);
}

// By passage, the first one of the paragraphs that go on about one house; empty when most
// paragraphs do not turn to somebody new.
std::vector<int> FreshSections(const Analysis& analysis, const std::vector<Names>& names,
                               int document_subject) {
  const int size = static_cast<int>(analysis.passages.size());
  std::vector<int> sections(size, -1);
  absl::flat_hash_set<int> known;
  int paragraphs = 0, fresh = 0, of_subject = 0, current = -1;
  for (int p = 0; p < size;) {
    const int paragraph = analysis.passages[p].paragraph;
    int end = p;
    bool prose = true;
    absl::flat_hash_set<int> named;
    while (end < size && analysis.passages[end].paragraph == paragraph) {
      prose = prose && IsProse(analysis.passages[end]);
      for (const Name& name : names[end]) named.insert(name.entity);
      ++end;
    }
    if (prose && !named.empty()) {
      ++paragraphs;
      of_subject += named.contains(document_subject) ? 1 : 0;
      const bool turns = !names[p].empty() &&
                         !PointsBackBefore(analysis, analysis.passages[p], names[p].front()) &&
                         std::none_of(names[p].begin(), names[p].end(), [&](const Name& name) {
                           return known.contains(name.entity);
                         });
      if (turns) {
        ++fresh;
        current = p;
      }
      known.insert(named.begin(), named.end());
    }
    for (int i = p; i < end; ++i) sections[i] = current;
    p = end;
  }
  const bool round_up = fresh >= kFewestFresh && fresh >= kFreshShare * paragraphs &&
                        of_subject <= kSubjectShare * paragraphs;
  if (!round_up) sections.clear();
  return sections;
}

}  // namespace

TopicSections::TopicSections(const Analysis& analysis)
    : document_subject_(DocumentSubject(analysis)) {
  const std::vector<Names> names = NamesByPassage(analysis);
  std::vector<int> first = LabelledSections(analysis, names);
  labelled_ = !first.empty();
  if (first.empty() && !HeadlineTellsSubject(analysis, document_subject_)) {
    first = FreshSections(analysis, names, document_subject_);
  }
  sections_.resize(first.size());
  for (size_t p = 0; p < first.size(); ++p) {
    sections_[p].first = std::max(first[p], 0);
    sections_[p].subject = first[p] < 0 ? document_subject_ : names[first[p]].front().entity;
  }
}

int TopicSections::SubjectOf(int passage) const {
  if (passage < 0 || sections_.empty()) return document_subject_;
  return sections_[passage].subject;
}

bool TopicSections::IsLabelled(int passage) const {
  return labelled_ && passage >= 0 && sections_[passage].first > 0 &&
         sections_[passage].first < passage;
}

int TopicSections::FirstPassageOf(int passage) const {
  return passage < 0 || sections_.empty() ? 0 : sections_[passage].first;
}

}  // namespace isnad::extraction
