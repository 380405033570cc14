#include "services/extraction/handlers/lexicon_summary.h"

#include "absl/strings/match.h"
#include "services/extraction/lexicon/lexicon.pb.h"

namespace isnad::extraction {
namespace {

void Fill(const lexicon::Header& header, int entries, isnad::v1::LexiconInfo* out) {
  out->set_description(header.description());
  out->set_origin(header.origin());
  out->set_license(header.license());
  out->set_entry_count(entries);
}

template <class P, class Count>
absl::Status Read(const LexiconFile& file, Count count, isnad::v1::LexiconInfo* out) {
  P message;
  absl::Status status = ParseLexiconFile(file, &message);
  if (!status.ok()) return status;
  Fill(message.header(), count(message), out);
  return absl::OkStatus();
}

absl::Status Summarize(const LexiconFile& file, isnad::v1::LexiconInfo* out) {
  if (absl::StartsWith(file.name, "gazetteer_")) {
    return Read<lexicon::Gazetteer>(
        file, [](const auto& m) { return m.entry_size(); }, out);
  }
  if (absl::StartsWith(file.name, "frames_")) {
    return Read<lexicon::FrameFile>(
        file, [](const auto& m) { return m.frame_size(); }, out);
  }
  if (absl::StartsWith(file.name, "bilingual_") || absl::StartsWith(file.name, "translations_") ||
      absl::StartsWith(file.name, "rendered_")) {
    return Read<lexicon::Bilingual>(
        file, [](const auto& m) { return m.concept_size(); }, out);
  }
  if (absl::StartsWith(file.name, "cues_")) {
    return Read<lexicon::NameCues>(
        file,
        [](const auto& m) {
          return m.role_title_size() + m.cue_noun_size() + m.given_name_size() +
                 m.not_a_name_size();
        },
        out);
  }
  if (absl::StartsWith(file.name, "contexts_")) {
    return Read<lexicon::NameContexts>(
        file, [](const auto& m) { return m.context_size(); }, out);
  }
  if (absl::StartsWith(file.name, "descriptions_")) {
    return Read<lexicon::Descriptions>(
        file,
        [](const auto& m) {
          return m.description_size() + m.modifier_size() + m.nationality_size() +
                 m.selection_size() + m.feminine_name_size() + m.masculine_name_size() +
                 m.skipped_size() + m.speech_verb_size() + m.occupation_size() +
                 m.lone_title_size();
        },
        out);
  }
  return Read<lexicon::WordLists>(
      file,
      [](const auto& m) {
        int words = 0;
        for (const lexicon::WordList& list : m.list()) words += list.word_size();
        return words;
      },
      out);
}

}  // namespace

absl::Status SummarizeLexicon(const LexiconFiles& files,
                              google::protobuf::RepeatedPtrField<isnad::v1::LexiconInfo>* out) {
  for (const LexiconFile& file : files.files()) {
    isnad::v1::LexiconInfo* info = out->Add();
    info->set_file(file.name);
    absl::Status status = Summarize(file, info);
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace isnad::extraction
