#include "services/answering/testing/scene.h"

#include <algorithm>
#include <set>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "google/protobuf/text_format.h"
#include "gtest/gtest.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

const absl::string_view kMarks[] = {"،", "؛", ".", ",", ":", "«", "»", "\"", "؟", "(", ")"};

size_t MarkAt(absl::string_view text) {
  for (absl::string_view mark : kMarks) {
    if (absl::StartsWith(text, mark)) return mark.size();
  }
  return 0;
}

void AddToken(int offset, size_t begin, size_t end, absl::string_view text, bool mark,
              v1::Passage* passage) {
  if (end <= begin) return;
  v1::IndexedToken* token = passage->add_tokens();
  token->set_begin(offset + static_cast<int>(begin));
  token->set_end(offset + static_cast<int>(end));
  const std::string word(text.substr(begin, end - begin));
  token->set_surface(word);
  token->set_part_of_speech(mark ? v1::PART_OF_SPEECH_PUNCT : v1::PART_OF_SPEECH_NOUN);
  if (!mark) token->set_stem(word);
}

void Tokenize(absl::string_view text, int offset, v1::Passage* passage) {
  size_t word = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t mark = MarkAt(text.substr(at));
    if (mark == 0 && text[at] != ' ') {
      ++at;
      continue;
    }
    AddToken(offset, word, at, text, false, passage);
    if (mark > 0) AddToken(offset, at, at + mark, text, true, passage);
    at += mark > 0 ? mark : 1;
    word = at;
  }
  AddToken(offset, word, text.size(), text, false, passage);
}

class EndedSearch final : public FactSource::BegunSearch {
 public:
  explicit EndedSearch(std::vector<v1::PassageHit> hits) : hits_(std::move(hits)) {}

  absl::StatusOr<std::vector<v1::PassageHit>> Take() override { return std::move(hits_); }

 private:
  std::vector<v1::PassageHit> hits_;
};

template <typename Message>
Message Parse(const std::string& text) {
  Message message;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &message)) << text;
  return message;
}

}  // namespace

void Scene::AddEntity(const std::string& id, const std::string& spelling, v1::EntityType type,
                      const std::string& entity_class, const std::string& label_en) {
  v1::Entity entity;
  entity.set_name(absl::StrCat("entities/", id));
  entity.set_type(type);
  entity.set_entity_class(entity_class);
  entity.set_label_ar(spelling);
  entity.set_label_en(label_en);
  v1::Alias* alias = entity.add_aliases();
  alias->set_surface(spelling);
  alias->set_folded_key(spelling);
  alias->set_kind(v1::Alias::KIND_CANONICAL);
  entities_.emplace_back(spelling, std::move(entity));
}

void Scene::AddPassage(const std::string& document, const std::string& text, v1::PassageKind kind) {
  std::string& whole = texts_[document];
  if (!whole.empty()) whole += "\n";
  const int offset = static_cast<int>(whole.size());
  whole += text;
  v1::PassageHit hit;
  hit.mutable_document()->set_name(document);
  hit.mutable_document()->set_source_uri(absl::StrCat(document, ".txt"));
  hit.mutable_document()->set_title(absl::StrCat("Title of ", document));
  hit.mutable_document()->mutable_publish_time()->set_seconds(1756598400);  // 31 August 2025
  hit.set_score(1.0);
  v1::Passage* passage = hit.mutable_passage();
  passage->set_ordinal(static_cast<int>(std::count(whole.begin(), whole.end(), '\n')));
  passage->set_paragraph(passage->ordinal());
  passage->set_kind(kind);
  passage->set_heading_ordinal(-1);
  passage->mutable_span()->set_begin(offset);
  passage->mutable_span()->set_end(static_cast<int>(whole.size()));
  passage->mutable_span()->set_quote(text);
  Tokenize(text, offset, passage);
  for (const auto& [spelling, entity] : entities_) {
    for (size_t at = text.find(spelling); at != std::string::npos;
         at = text.find(spelling, at + 1)) {
      v1::PassageMention* mention = passage->add_mentions();
      mention->set_begin(offset + static_cast<int>(at));
      mention->set_end(offset + static_cast<int>(at + spelling.size()));
      mention->set_entity(entity.name());
      mention->set_entity_type(entity.type());
      mention->set_entity_class(entity.entity_class());
    }
  }
  std::sort(passage->mutable_mentions()->begin(), passage->mutable_mentions()->end(),
            [](const v1::PassageMention& a, const v1::PassageMention& b) {
              return a.begin() < b.begin();
            });
  hits_.push_back(std::move(hit));
}

std::pair<int, int> Scene::Find(const std::string& words) {
  const size_t at = last().span().quote().find(words);
  EXPECT_NE(at, std::string::npos) << words;
  const int begin = last().span().begin() + static_cast<int>(at);
  return {begin, begin + static_cast<int>(words.size())};
}

void Scene::AddValue(const std::string& words, const std::string& value) {
  const auto [begin, end] = Find(words);
  v1::Value* added = last().add_values();
  *added = Parse<v1::Value>(value);
  added->mutable_span()->set_begin(begin);
  added->mutable_span()->set_end(end);
  added->mutable_span()->set_quote(words);
}

void Scene::AddVerb(const std::string& word) {
  const auto [begin, end] = Find(word);
  for (v1::IndexedToken& token : *last().mutable_tokens()) {
    if (token.begin() == begin && token.end() == end) {
      token.set_part_of_speech(v1::PART_OF_SPEECH_VERB);
    }
  }
}

void Scene::AddClause(v1::ClauseKind kind, const std::string& words, const std::string& marker) {
  const auto [begin, end] = Find(words);
  v1::Clause* clause = last().add_clauses();
  clause->set_kind(kind);
  clause->set_begin(begin);
  clause->set_end(end);
  clause->set_marker_begin(marker.empty() ? begin : begin - static_cast<int>(marker.size()) - 1);
}

void Scene::AddFact(const std::string& fact,
                    const std::vector<std::pair<std::string, std::string>>& roles) {
  v1::Fact added = Parse<v1::Fact>(fact);
  if (added.name().empty()) added.set_name(absl::StrCat("facts/f", facts_.size() + 1));
  if (added.polarity() == v1::POLARITY_UNSPECIFIED) added.set_polarity(v1::POLARITY_ASSERTED);
  if (added.modality() == v1::MODALITY_UNSPECIFIED) added.set_modality(v1::MODALITY_ACTUAL);
  added.set_confidence(0.9);
  v1::Evidence* evidence = added.add_evidence();
  evidence->set_document(hits_.back().document().name());
  evidence->set_source_uri(hits_.back().document().source_uri());
  evidence->set_document_title(hits_.back().document().title());
  evidence->set_passage_ordinal(last().ordinal());
  *evidence->mutable_quote() = last().span();
  for (const auto& [role, words] : roles) {
    const auto [begin, end] = Find(words);
    v1::RoleSpan* span = evidence->add_role_spans();
    span->set_role(role);
    span->mutable_span()->set_begin(begin);
    span->mutable_span()->set_end(end);
    span->mutable_span()->set_quote(words);
  }
  facts_.push_back(std::move(added));
}

void Scene::ReadAs(const std::string& reading, const std::string& terms) {
  question_ = AnalyzedQuestion();
  question_.reading = Parse<v1::QuestionAnalysis>(reading);
  question_.reading.set_is_question(true);
  if (question_.reading.language_code().empty()) question_.reading.set_language_code("ar");
  int word = 0;
  for (absl::string_view alternatives : absl::StrSplit(terms, ' ', absl::SkipEmpty())) {
    for (absl::string_view text : absl::StrSplit(alternatives, '|')) {
      v1::QueryTerm* term = question_.reading.add_terms();
      const bool alias = absl::ConsumePrefix(&text, "@");
      term->set_term(std::string(text));
      term->set_field(v1::QueryTerm::FIELD_SURFACE);
      term->set_weight(1.0);
      term->set_origin(alias ? v1::QueryTerm::ORIGIN_ALIAS : v1::QueryTerm::ORIGIN_LITERAL);
      term->set_word(word);
    }
    ++word;
  }
}

void Scene::SayQuestion(const std::string& words) {
  int at = 0;
  for (absl::string_view word : absl::StrSplit(words, ' ')) {
    v1::Token token;
    token.set_surface(std::string(word));
    token.mutable_span()->set_begin(at);
    token.mutable_span()->set_end(at + static_cast<int>(word.size()));
    at += static_cast<int>(word.size()) + 1;
    question_.tokens.push_back(std::move(token));
  }
}

absl::StatusOr<AnalyzedQuestion> Scene::Analyze(const server::RpcContext&, absl::string_view,
                                                absl::Time) const {
  return question_;
}

absl::StatusOr<std::vector<v1::EntityMatch>> Scene::SearchEntities(
    const server::RpcContext&, const ReadOptions&,
    const std::vector<std::string>& folded_keys) const {
  std::vector<v1::EntityMatch> matches;
  for (const auto& [spelling, entity] : entities_) {
    if (std::find(folded_keys.begin(), folded_keys.end(), spelling) == folded_keys.end()) continue;
    v1::EntityMatch match;
    *match.mutable_entity() = entity;
    match.set_score(1.0);
    matches.push_back(std::move(match));
  }
  return matches;
}

absl::StatusOr<v1::Entity> Scene::GetEntity(const server::RpcContext&, const ReadOptions&,
                                            const std::string& name) const {
  for (const auto& [spelling, entity] : entities_) {
    if (entity.name() == name) return entity;
  }
  return absl::NotFoundError(name);
}

absl::StatusOr<std::vector<v1::Fact>> Scene::ListFacts(const server::RpcContext&,
                                                       const ReadOptions&,
                                                       const std::string& filter, int) const {
  std::vector<v1::Fact> found;
  for (const v1::Fact& fact : facts_) {
    if (absl::StrContains(filter, absl::StrCat("type = ", fact.type())) ||
        !absl::StrContains(filter, "type = ")) {
      found.push_back(fact);
    }
  }
  return found;
}

absl::StatusOr<std::vector<v1::Conflict>> Scene::ListConflicts(const server::RpcContext&,
                                                               const std::vector<std::string>&,
                                                               int) const {
  return std::vector<v1::Conflict>();
}

std::unique_ptr<FactSource::BegunSearch> Scene::BeginSearch(const server::RpcContext&,
                                                            const ReadOptions&,
                                                            const PassageQuery& query) const {
  std::vector<v1::PassageHit> found;
  for (const v1::PassageHit& hit : hits_) {
    std::set<int> words;
    for (const v1::IndexedToken& token : hit.passage().tokens()) {
      for (const v1::QueryTerm& term : query.terms) {
        if (term.term() == token.surface()) words.insert(term.word());
      }
    }
    const bool wanted =
        query.documents.empty() || std::find(query.documents.begin(), query.documents.end(),
                                             hit.document().name()) != query.documents.end();
    if (words.empty() || !wanted) continue;
    v1::PassageHit copy = hit;
    for (int word : words) copy.add_matched_words(word);
    copy.set_score(static_cast<double>(words.size()));
    found.push_back(std::move(copy));
  }
  std::stable_sort(
      found.begin(), found.end(),
      [](const v1::PassageHit& a, const v1::PassageHit& b) { return a.score() > b.score(); });
  return std::make_unique<EndedSearch>(std::move(found));
}

}  // namespace isnad::answering
