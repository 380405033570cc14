#include "services/extraction/morphology/citation.h"

#include <algorithm>

#include "services/extraction/morphology/letters.h"
#include "services/extraction/text/script.h"

namespace isnad::extraction {
namespace {

// Code points as small numbers: all letters lie in U+0620 to U+06FF.
constexpr char32_t kBlock = 0x0620;

uint8_t NumberAt(absl::string_view word, int i) {
  const DecodedChar c = DecodeUtf8(word, i * kBytesPerLetter);
  return c.code_point >= kBlock && c.code_point < kBlock + CitationEdit::kSource
             ? static_cast<uint8_t>(c.code_point - kBlock)
             : 0;
}

void AppendLetter(uint8_t number, std::string* out) { AppendUtf8(kBlock + number, out); }

// How much more frequent, in units of LexicalRecord::log_count, an adjective may be than the noun
// that is its feminine.
constexpr int kNisbaBonus = 12;

// Longest common part of both words: begins in each, and length.
struct CommonPart {
  int in_word = 0;
  int in_citation = 0;
  int length = 0;
};

CommonPart LongestCommonPart(absl::string_view word, absl::string_view citation) {
  CommonPart best;
  for (int i = 0; i < LetterCount(word); ++i) {
    for (int k = 0; k < LetterCount(citation); ++k) {
      int n = 0;
      while (i + n < LetterCount(word) && k + n < LetterCount(citation) &&
             LetterAt(word, i + n) == LetterAt(citation, k + n)) {
        ++n;
      }
      if (n > best.length) best = {i, k, n};
    }
  }
  return best;
}

// Puts the citation together from letters of the word, each used in order where possible.
bool MakeAssembled(absl::string_view word, absl::string_view citation, CitationEdit* edit) {
  if (LetterCount(citation) > CitationEdit::kMaxAdded || LetterCount(word) > 100) return false;
  edit->assembled = static_cast<uint8_t>(LetterCount(word));
  edit->added_count = static_cast<uint8_t>(LetterCount(citation));
  int next = 0;
  int reused = 0;
  for (int k = 0; k < LetterCount(citation); ++k) {
    edit->added[k] = NumberAt(citation, k);
    if (edit->added[k] == 0) return false;
    for (int i = next; i < LetterCount(word); ++i) {
      if (LetterAt(word, i) != LetterAt(citation, k)) continue;
      edit->added[k] = static_cast<uint8_t>(CitationEdit::kSource + i);
      next = i + 1;
      ++reused;
      break;
    }
  }
  return reused >= 1;
}

}  // namespace

bool MakeEdit(absl::string_view word, absl::string_view citation, CitationEdit* edit) {
  *edit = CitationEdit();
  if (!IsTwoByteArabic(word) || !IsTwoByteArabic(citation)) return false;
  const CommonPart common = LongestCommonPart(word, citation);
  const int before = common.in_citation;
  const int after = LetterCount(citation) - common.in_citation - common.length;
  const bool ends_only = common.length >= 2 && 2 * common.length >= LetterCount(citation) &&
                         before + after <= 4 && common.in_word <= 4;
  if (!ends_only) return MakeAssembled(word, citation, edit);
  edit->cut_before = static_cast<uint8_t>(common.in_word);
  edit->cut_after = static_cast<uint8_t>(LetterCount(word) - common.in_word - common.length);
  edit->added_before = static_cast<uint8_t>(before);
  edit->added_count = static_cast<uint8_t>(before + after);
  for (int k = 0; k < before + after; ++k) {
    const int at = k < before ? k : common.in_citation + common.length + k - before;
    edit->added[k] = NumberAt(citation, at);
    if (edit->added[k] == 0) return false;
  }
  return true;
}

bool ApplyEdit(const CitationEdit& edit, absl::string_view word, std::string* citation) {
  citation->clear();
  const int count = LetterCount(word);
  if (edit.assembled != 0) {
    if (count != edit.assembled) return false;
    for (int k = 0; k < edit.added_count; ++k) {
      const uint8_t element = edit.added[k];
      if (element < CitationEdit::kSource) {
        AppendLetter(element, citation);
      } else {
        const absl::string_view letter = LetterAt(word, element - CitationEdit::kSource);
        citation->append(letter.data(), letter.size());
      }
    }
    return true;
  }
  const int kept = count - edit.cut_before - edit.cut_after;
  if (kept < 1) return false;
  for (int k = 0; k < edit.added_before; ++k) AppendLetter(edit.added[k], citation);
  const absl::string_view middle =
      word.substr(edit.cut_before * kBytesPerLetter, kept * kBytesPerLetter);
  citation->append(middle.data(), middle.size());
  for (int k = edit.added_before; k < edit.added_count; ++k) AppendLetter(edit.added[k], citation);
  return true;
}

CitationGroup GroupOf(Tag tag) {
  switch (tag) {
    case Tag::kVerb:
    case Tag::kAuxiliary:
      return CitationGroup::kVerb;
    case Tag::kNoun:
    case Tag::kNumeral:
      return CitationGroup::kNoun;
    case Tag::kAdjective:
      return CitationGroup::kAdjective;
    default:
      return CitationGroup::kInvariable;
  }
}

void CitationKeys(const LetterWord& host, CitationGroup group, uint32_t keys[kCitationKeyCount]) {
  const int length = host.size();
  const uint64_t first = host[0] * 2 + (host.has_hamza(0) ? 1 : 0);
  const uint64_t second = length > 1 ? host[1] : 0;
  const auto suffix = [&](int letters) { return host.Hash(std::max(0, length - letters), length); };
  const uint64_t values[kCitationKeyCount] = {
      host.Hash(),
      CombineHash(suffix(3), first * 64 + second),
      CombineHash(suffix(2), first * 64 + std::min(length, 6)),
      CombineHash(suffix(2), first),
      CombineHash(suffix(1), 0),
  };
  for (int k = 0; k < kCitationKeyCount; ++k) {
    keys[k] =
        static_cast<uint32_t>(CombineHash(values[k], static_cast<uint64_t>(group) * 8 + k)) | 1;
  }
}

std::vector<CitationMaker::Decision> CitationMaker::Layout(absl::Span<const Decision> decisions) {
  size_t size = 16;
  while (size * 3 < decisions.size() * 4) size *= 2;
  std::vector<Decision> slots(size);
  for (const Decision& decision : decisions) {
    size_t slot = decision.key & (size - 1);
    while (slots[slot].key != 0) slot = (slot + 1) & (size - 1);
    slots[slot] = decision;
  }
  return slots;
}

bool CitationMaker::SingularOfSoundPlural(const LetterWord& letters, absl::string_view host,
                                          std::string* citation) const {
  const int stem = letters.size() - 2;
  if (stem < 3 || letters.Last(0) != letter::kTeh || letters.Last(1) != letter::kAlef) return false;
  const int masculine = table_.Find(letters.Hash(0, stem)).log_count;
  const int feminine =
      table_.Find(LetterWord::Append(letters.Hash(0, stem), letter::kTehMarbuta)).log_count;
  if (masculine == 0 && feminine == 0) return false;
  const absl::string_view cut = host.substr(0, stem * kBytesPerLetter);
  // Words in -iyya: the noun is the feminine, the masculine mostly the adjective.
  const int bonus = letters[stem - 1] == letter::kYeh ? kNisbaBonus : 0;
  citation->assign(cut.data(), cut.size());
  if (feminine + bonus >= masculine) *citation += "ة";
  return true;
}

uint32_t CitationMaker::FindDecision(uint32_t key) const {
  const size_t mask = decisions_.size() - 1;
  for (size_t slot = key & mask; decisions_[slot].key != 0; slot = (slot + 1) & mask) {
    if (decisions_[slot].key == key) return decisions_[slot].edit;
  }
  return 0;
}

std::string CitationMaker::Make(absl::string_view host, const LexicalRecord& record,
                                Tag tag) const {
  LetterWord letters;
  if (decisions_.empty() || !letters.Assign(host) || letters.size() == 0) return std::string(host);
  const CitationGroup group = GroupOf(tag);
  uint32_t keys[kCitationKeyCount];
  CitationKeys(letters, group, keys);
  std::string citation;
  for (int k = 0; k < kCitationKeyCount; ++k) {
    // A word of the treebank decides for itself, then lexicons do, then words like it.
    uint32_t edit = 0;
    if (k == 1 && group == CitationGroup::kInvariable) break;
    if (k == 1 && group == CitationGroup::kNoun &&
        SingularOfSoundPlural(letters, host, &citation)) {
      return citation;
    }
    if (k == 1 && group == CitationGroup::kVerb) edit = record.verb_edit;
    if (k == 1 && (group == CitationGroup::kNoun || group == CitationGroup::kAdjective)) {
      edit = record.nominal_edit;
    }
    if (edit == 0) edit = FindDecision(keys[k]);
    if (edit != 0 && ApplyEdit(edits_[edit - 1], host, &citation)) return citation;
  }
  return std::string(host);
}

}  // namespace isnad::extraction
