#include "services/extraction/relations/frame_lexicon.h"

#include <algorithm>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "services/extraction/morphology/inflection.h"
#include "services/extraction/relations/people_nouns.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

// The trigger that stands for every job title of the cue lexicon.
constexpr absl::string_view kAnyTitle = "*";
// Before the name of a class of words.
constexpr absl::string_view kClassMark = "@";

absl::Status AddFiller(absl::string_view name, FillerSet* set) {
  if (name == "PERSON")
    set->person = true;
  else if (name == "ORGANIZATION")
    set->organization = true;
  else if (name == "PRODUCT")
    set->product = true;
  else if (name == "LOCATION")
    set->location = true;
  else if (name == "MONEY")
    set->money = true;
  else if (name == "QUANTITY")
    set->quantity = true;
  else if (name == "DATE")
    set->date = true;
  else if (name == "LENGTH")
    set->length = true;
  else if (name == "TEXT")
    set->text = true;
  else
    return absl::InvalidArgumentError(absl::StrCat("unknown filler \"", name, "\""));
  return absl::OkStatus();
}

absl::Status CheckRole(const lexicon::FactTypeSchema& type, const std::string& role) {
  for (const auto& known : type.role()) {
    if (known.name() == role) return absl::OkStatus();
  }
  return absl::InvalidArgumentError(
      absl::StrCat("role \"", role, "\" is not declared by fact type ", type.name()));
}

absl::StatusOr<CompiledSlot> CompileSlot(const lexicon::FactTypeSchema& type,
                                         const lexicon::Slot& slot) {
  CompiledSlot out;
  out.role = slot.role();
  if (absl::Status status = CheckRole(type, out.role); !status.ok()) return status;
  if (slot.position().empty()) {
    return absl::InvalidArgumentError(absl::StrCat("slot \"", out.role, "\" has no position"));
  }
  for (int position : slot.position()) {
    out.positions.push_back(static_cast<lexicon::Slot::Position>(position));
  }
  for (const std::string& word : slot.preposition()) out.prepositions.push_back(Fold(word));
  for (const std::string& filler : slot.filler()) {
    if (absl::Status status = AddFiller(filler, &out.fillers); !status.ok()) return status;
  }
  // Whom people move between may be known by its app.
  static const auto* moves =
      new absl::flat_hash_set<std::string>{"LEFT", "JOINED", "HIRED_FROM", "APPOINTED", "FOUNDED"};
  out.fillers.platform = out.role == "object" && out.fillers.organization && !out.fillers.person &&
                         moves->contains(type.name());
  out.required = slot.required();
  out.units.assign(slot.unit().begin(), slot.unit().end());
  return out;
}

// Forms of a verb as it is written in a frame that the analysis may not bring to its lemma. A final
// hamza is kept in them: "أرجأت".
std::vector<std::string> PerfectForms(const std::string& trigger) {
  std::vector<std::string> out;
  const std::string folded = Fold(trigger);
  if (absl::EndsWith(trigger, "أ")) {
    for (const char* ending : {"", "ت", "ا", "وا", "تا", "نا"}) {
      out.push_back(absl::StrCat(folded, ending));
    }
    return out;
  }
  for (const InflectedVerb& verb : InflectPerfect(folded)) {
    if (!verb.rare) out.push_back(verb.form);
  }
  // "توفر" is read as a verb of its own, and is as often the feminine imperfect of "وفر".
  constexpr size_t kThreeLetters = 6;
  if (folded.size() == kThreeLetters) out.push_back(absl::StrCat("ت", folded));
  return out;
}

// The imperfect of a folded perfect as its pattern has it: "قارع", "تنازع", "استعان" give "يقارع",
// "يتنازع", "يستعين". Empty where the pattern does not tell.
std::string RegularImperfect(absl::string_view perfect) {
  constexpr size_t kLetter = 2;  // bytes
  constexpr absl::string_view kAlif = "ا", kTenth = "است";
  const size_t letters = perfect.size() / kLetter;
  if (letters < 4 || letters > 7 || absl::StartsWith(perfect, "ي")) return "";
  std::string out(perfect);
  if (absl::StartsWith(perfect, kAlif)) {
    out.erase(0, kLetter);
    // "استعان", "أعاد": the long vowel changes.
    const size_t vowel = out.size() - 2 * kLetter;
    const bool changes = letters == 4 || absl::StartsWith(perfect, kTenth);
    if (changes && absl::string_view(out).substr(vowel, kLetter) == kAlif)
      out.replace(vowel, kLetter, "ي");
  }
  return absl::StrCat("ي", out);
}

// Forms of the imperfect of a verb that no list of words has.
std::vector<std::string> ImperfectForms(const std::string& trigger) {
  std::vector<std::string> out;
  const std::string perfect = Fold(trigger);
  const std::string imperfect = RegularImperfect(perfect);
  if (imperfect.empty()) return out;
  for (const InflectedVerb& verb : InflectImperfect(imperfect, perfect)) {
    if (!verb.rare || absl::EndsWith(verb.form, "ان")) out.push_back(verb.form);
  }
  return out;
}

using WordClasses = absl::flat_hash_map<std::string, absl::flat_hash_set<std::string>>;

// The forms of the words of each class, by its name with the mark that frames ask for it by.
absl::StatusOr<WordClasses> ReadClasses(const LexiconFiles& files, const Morphology& morphology) {
  auto parsed = files.Parse<lexicon::WordLists>("classes_");
  if (!parsed.ok()) return parsed.status();
  WordClasses out;
  for (const lexicon::WordLists& lists : *parsed) {
    for (const lexicon::WordList& list : lists.list()) {
      auto& forms = out[absl::StrCat(kClassMark, list.name())];
      for (const std::string& word : list.word()) {
        forms.insert(morphology.Lemma(word));
        for (std::string& form : InflectNominal(Fold(word))) forms.insert(std::move(form));
      }
    }
  }
  return out;
}

absl::StatusOr<ContextWords> Lemmas(const google::protobuf::RepeatedPtrField<std::string>& words,
                                    const WordClasses& classes, const Morphology& morphology,
                                    WordNumbers* numbers) {
  ContextWords out;
  const auto add = [&](std::string word) {
    const int next = static_cast<int>(numbers->size());
    out.Add(numbers->try_emplace(std::move(word), next).first->second);
  };
  for (const std::string& word : words) {
    if (absl::StartsWith(word, kClassMark)) {
      const auto found = classes.find(word);
      if (found == classes.end()) {
        return absl::InvalidArgumentError(absl::StrCat("no class of words ", word));
      }
      for (const std::string& form : found->second) add(form);
      continue;
    }
    add(morphology.Lemma(word));
    add(Fold(word));
  }
  return out;
}

absl::StatusOr<std::unique_ptr<CompiledFrame>> CompileFrame(const lexicon::FactTypeSchema& type,
                                                            const lexicon::Frame& frame,
                                                            const WordClasses& classes,
                                                            const Morphology& morphology,
                                                            WordNumbers* numbers) {
  auto out = std::make_unique<CompiledFrame>();
  out->type = type.name();
  out->name = frame.name();
  out->construction = frame.construction();
  for (auto [words, forms] :
       {std::pair(&frame.with(), &out->with), std::pair(&frame.without(), &out->without),
        std::pair(&frame.preceded_by(), &out->preceded_by)}) {
    auto lemmas = Lemmas(*words, classes, morphology, numbers);
    if (!lemmas.ok()) return lemmas.status();
    *forms = *std::move(lemmas);
  }
  out->confidence = frame.confidence();
  out->bears_pronoun = frame.bears_pronoun();
  out->planned_only = frame.modality() == "PLANNED";
  out->always_planned = frame.modality() == "AHEAD";
  out->always_actual = frame.modality() == "ACTUAL";
  out->denied = frame.polarity() == "DENIED";
  out->asserted = frame.polarity() == "ASSERTED";
  if (frame.trigger().empty()) return absl::InvalidArgumentError("no trigger");
  for (const lexicon::Slot& slot : frame.slot()) {
    absl::StatusOr<CompiledSlot> compiled = CompileSlot(type, slot);
    if (!compiled.ok()) return compiled.status();
    out->slots.push_back(*std::move(compiled));
  }
  return out;
}

// One file declares a type with its roles; others that only name it hold more of its frames.
bool DeclaresType(const lexicon::FrameFile& file) { return file.fact_type().role_size() > 0; }

}  // namespace

bool IsStateParticiple(const Token& token) {
  constexpr size_t kLetter = 2, kThreeLetters = 6, kFiveLetters = 10;  // in bytes
  return token.base.size() == kFiveLetters && token.lemma.size() == kThreeLetters &&
         absl::EndsWith(token.base, "ا") &&
         absl::string_view(token.base).substr(kLetter, kLetter) == "ا";
}

bool CompiledSlot::AcceptsUnit(const ValueMention& value) const {
  if (units.empty() || value.kind != ValueKind::kQuantity) return true;
  const std::string& unit = value.quantity.unit_key;
  if (std::find(units.begin(), units.end(), unit) != units.end()) return true;
  return IsOccupation(unit) && std::find(units.begin(), units.end(), "EMPLOYEE") != units.end();
}

bool FillerSet::Accepts(EntityType type) const {
  switch (type) {
    case EntityType::kPerson:
      return person;
    case EntityType::kOrganization:
      return organization;
    case EntityType::kProduct:
      return product;
    case EntityType::kLocation:
      return location;
    case EntityType::kUnknown:
      return false;
  }
  return false;
}

bool FillerSet::Accepts(ValueKind kind) const {
  switch (kind) {
    case ValueKind::kMoney:
      return money;
    case ValueKind::kQuantity:
      return quantity;
    case ValueKind::kDate:
      return date;
    case ValueKind::kLength:
      return length;
  }
  return false;
}

absl::StatusOr<std::unique_ptr<FrameLexicon>> FrameLexicon::Create(const LexiconFiles& files,
                                                                   const Morphology& morphology) {
  auto parsed = files.Parse<lexicon::FrameFile>("frames_");
  if (!parsed.ok()) return parsed.status();
  const absl::StatusOr<WordClasses> classes = ReadClasses(files, morphology);
  if (!classes.ok()) return classes.status();
  auto out = std::make_unique<FrameLexicon>();
  WordNumbers context_words;
  for (const lexicon::FrameFile& file : *parsed) {
    if (!DeclaresType(file)) continue;
    const double least = file.fact_type().least_confidence();
    if (!(least >= 0 && least < 1)) {
      return absl::InvalidArgumentError(
          absl::StrCat("fact type ", file.fact_type().name(), ": least_confidence: ", least,
                       " is no probability; give a number over 0 and under 1"));
    }
    out->types_.push_back(file.fact_type());
  }
  for (const lexicon::FrameFile& file : *parsed) {
    const lexicon::FactTypeSchema* type = out->FindType(file.fact_type().name());
    if (type == nullptr) {
      return absl::InvalidArgumentError(
          absl::StrCat("no file declares fact type \"", file.fact_type().name(), "\""));
    }
    for (const lexicon::Frame& frame : file.frame()) {
      auto compiled = CompileFrame(*type, frame, *classes, morphology, &context_words);
      if (!compiled.ok()) {
        return absl::InvalidArgumentError(absl::StrCat("frame ", file.fact_type().name(), "/",
                                                       frame.name(), ": ",
                                                       compiled.status().message()));
      }
      const CompiledFrame* raw = compiled->get();
      out->frames_.push_back(*std::move(compiled));
      const bool verbal = frame.construction() == lexicon::Frame::ACTIVE_VERB ||
                          frame.construction() == lexicon::Frame::PASSIVE_VERB;
      absl::flat_hash_set<std::string> keys, forms, imperfect;
      for (const std::string& trigger : frame.trigger()) {
        if (trigger == kAnyTitle) {
          out->title_frame_ = raw;
        } else if (verbal) {
          keys.insert(morphology.Lemma(trigger));
          keys.insert(Fold(trigger));
          for (std::string& form : PerfectForms(trigger)) forms.insert(std::move(form));
          for (std::string& form : ImperfectForms(trigger)) imperfect.insert(std::move(form));
        } else {
          for (std::string& form : InflectNominal(Fold(trigger))) keys.insert(std::move(form));
        }
      }
      for (const std::string& key : keys) {
        Word& word = out->words_[key];
        (verbal ? word.verb_lemma : word.noun_form).push_back(raw);
      }
      for (const std::string& form : forms) out->words_[form].verb_form.push_back(raw);
      for (const std::string& form : imperfect) out->words_[form].imperfect_form.push_back(raw);
    }
  }
  for (const auto& [word, number] : context_words) out->words_[word].context = number;
  std::sort(out->types_.begin(), out->types_.end(),
            [](const auto& a, const auto& b) { return a.name() < b.name(); });
  return out;
}

const FrameLexicon::Word* FrameLexicon::Find(absl::string_view word) const {
  const auto found = words_.find(word);
  return found == words_.end() ? nullptr : &found->second;
}

void FrameLexicon::AddTriggeredBy(const Token& token,
                                  std::vector<const CompiledFrame*>* frames) const {
  if (token.shape == TokenShape::kPunctuation) return;
  const size_t first = frames->size();
  const auto none = [&] { return frames->size() == first; };
  const auto add = [&](const Word::Frames& of_word) {
    frames->insert(frames->end(), of_word.begin(), of_word.end());
  };
  const Word* const by_base = Find(token.base);
  // A bare noun may be a verb of the same spelling; the matcher looks at its place.
  const bool bare_noun = token.part_of_speech == PartOfSpeech::kNoun && !token.definite;
  const bool may_be_verb = token.part_of_speech == PartOfSpeech::kVerb || !token.listed ||
                           bare_noun || !token.enclitic.empty();
  if (may_be_verb) {
    const Word* const by_lemma_key = token.lemma == token.base ? by_base : Find(token.lemma);
    if (by_lemma_key != nullptr) add(by_lemma_key->verb_lemma);
    // "طلبت" may be brought to another verb than "طلب".
    const size_t by_lemma = frames->size();
    if (by_base != nullptr) {
      for (const CompiledFrame* frame : by_base->verb_form) {
        // The lemma tells better than the form which frame of a type is meant.
        const bool read =
            std::any_of(frames->begin() + first, frames->begin() + by_lemma,
                        [&](const CompiledFrame* other) { return other->type == frame->type; });
        if (!read) frames->push_back(frame);
      }
    }
  }
  // "تقارع" of a verb that no list has, and so without a lemma.
  if (none() && !token.listed && by_base != nullptr) add(by_base->imperfect_form);
  // "واكد", and "فاستقال" of "أما X فاستقال", taken for one word.
  constexpr absl::string_view kAnd = "و", kSo = "ف";
  if (none() && !token.listed &&
      (absl::StartsWith(token.base, kAnd) || absl::StartsWith(token.base, kSo))) {
    const Word* const bare = Find(absl::string_view(token.base).substr(kAnd.size()));
    if (bare != nullptr) add(bare->verb_form);
  }
  const bool participle = IsStateParticiple(token);
  if (token.part_of_speech == PartOfSpeech::kVerb && !participle) return;
  // "عرضت" is a verb unless a pronoun hangs on it; plurals end in "ات".
  if (absl::EndsWith(token.base, "ت") && !absl::EndsWith(token.base, "ات") &&
      token.enclitic.empty() && !none()) {
    return;
  }
  // A frame may ask for the word with its pronoun: "ذراعها".
  const absl::string_view base = token.base;
  absl::string_view bound = token.surface;
  if (!token.proclitics.empty() && IsSameWord(token.proclitics.front(), kAnd))
    absl::ConsumePrefix(&bound, kAnd);
  for (const absl::string_view key : {base, bound}) {
    const Word* const word = key == base ? by_base : Find(key);
    if (word != nullptr) {
      for (const CompiledFrame* frame : word->noun_form) {
        const auto known = frames->begin() + first;
        if (std::find(known, frames->end(), frame) == frames->end()) frames->push_back(frame);
      }
    }
    if (bound == base) break;
  }
}

ContextWord FrameLexicon::ContextOf(const Token& token) const {
  const auto number_of = [this](absl::string_view key) {
    const Word* const word = Find(key);
    return word == nullptr ? -1 : word->context;
  };
  ContextWord word;
  word.base = number_of(token.base);
  word.lemma = token.lemma == token.base ? word.base : number_of(token.lemma);
  word.surface = token.surface == token.base ? word.base : number_of(token.surface);
  // "40%" is one token.
  constexpr size_t kSign = 1;
  if (token.surface.size() > kSign && absl::EndsWith(token.surface, "%")) {
    word.surface = number_of("%");
  }
  return word;
}

const lexicon::FactTypeSchema* FrameLexicon::FindType(absl::string_view name) const {
  for (const auto& type : types_) {
    if (type.name() == name) return &type;
  }
  return nullptr;
}

}  // namespace isnad::extraction
