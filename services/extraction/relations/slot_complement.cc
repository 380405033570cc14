// Parts of SlotFiller that read what a preposition or an idafa adds to the trigger.

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "services/extraction/relations/slot_filler.h"
#include "services/extraction/relations/slot_reach.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

using WordSet = absl::flat_hash_set<absl::string_view>;

// "adding", "stressing": words of a clause that goes on with what somebody says.
bool IsSpeechParticiple(const Token& token) {
  static const auto* set =
      new WordSet{"مشيرا",  "مشيره", "مضيفا", "مضيفه", "موضحا", "موضحه", "موكدا", "موكده", "معتبرا",
                  "معتبره", "لافتا", "لافته", "قايلا", "قايله", "مبينا", "مبينه", "كاشفا", "كاشفه"};
  return set->contains(token.base);
}

// "a stake that comes to 40 per cent in X", "a deal that is worth a billion with X": the token past
// the figure that a verb says of the noun before it; the verb itself where it says none.
int PastMeasure(const PhraseIndex& index, int verb, int limit) {
  static const auto* measures = new WordSet{
      "تبلغ",   "يبلغ",  "بلغت",  "بلغ",   "تصل",  "يصل",  "وصلت",   "وصل",    "تناهز", "يناهز",
      "تقارب",  "يقارب", "تقدر",  "يقدر",  "قدرت", "قدر",  "تتجاوز", "يتجاوز", "تفوق",  "يفوق",
      "تجاوزت", "تجاوز", "تتخطي", "يتخطي", "تمثل", "يمثل", "تعادل",  "يعادل",  "توازي", "يوازي"};
  constexpr int kFigureReach = 4;
  if (!measures->contains(index.token(verb).base) || index.HasConjunction(verb)) return verb;
  for (int i = verb + 1; i < limit && i <= verb + kFigureReach; ++i) {
    if (index.IsComma(i) || index.IsVerb(i) || index.MentionAt(i) >= 0) return verb;
    const int value = index.ValueAt(i);
    if (value < 0) continue;
    while (i < limit && index.ValueAt(i) == value) ++i;
    return i;
  }
  return verb;
}

}  // namespace

int SlotFiller::PrepositionLength(int token, absl::string_view folded, int limit) const {
  const size_t space = folded.find(' ');
  if (space == absl::string_view::npos) return index_.IsPreposition(token, folded) ? 1 : 0;
  if (token + 1 >= limit || !index_.IsPreposition(token, folded.substr(0, space))) return 0;
  return index_.token(token + 1).surface == folded.substr(space + 1) ||
                 index_.IsPreposition(token + 1, folded.substr(space + 1))
             ? 2
             : 0;
}

int SlotFiller::PastAside(int comma, int limit) const {
  constexpr int kLongestAside = 8;
  if (!index_.IsComma(comma) || comma + 2 >= limit) return comma;
  const absl::string_view opening = index_.token(comma + 1).surface;
  if (opening != "وهو" && opening != "وهي") return comma;
  for (int i = comma + 2; i < limit && i < comma + kLongestAside; ++i) {
    if (index_.IsComma(i)) return i + 1;
    if (index_.IsVerb(i) || index_.IsRelativePronoun(i) || index_.IsStrongBoundary(i)) return comma;
  }
  return comma;
}

Fillers SlotFiller::AfterPreposition(const CompiledSlot& slot, const TriggerSite& site,
                                     const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  const bool phrase = site.construction == lexicon::Frame::NOUN_PHRASE;
  const bool verbal = site.construction == lexicon::Frame::ACTIVE_VERB ||
                      site.construction == lexicon::Frame::PASSIVE_VERB;
  const int limit = std::min(passage.end, site.tokens.end + kForwardReach);
  for (int i = site.tokens.end; i < limit; ++i) {
    i = PastAside(i, limit);
    if (i >= limit || index_.IsStrongBoundary(i)) break;
    if (phrase && index_.IsComma(i)) break;
    // "سنابل للاستثمار": what stands inside a name governs nothing.
    if (index_.MentionAt(i) >= 0 && !index_.MentionStartsAt(i)) continue;
    // ", after he had spent years at Y": another clause.
    if (index_.IsComma(i) && i + 2 < limit && OpensTimeClause(i + 1)) break;
    if (OutsideTitle(i, site)) break;
    if (index_.IsRelativePronoun(i)) {
      i = RelativeEnd(i) - 1;
      continue;
    }
    if (!verbal && index_.IsVerb(i)) {
      i = PastMeasure(index_, i, limit);
      if (i >= limit) break;
    }
    int length = 0;
    for (const std::string& p : slot.prepositions) {
      length = std::max(length, PrepositionLength(i, p, passage.end));
    }
    // Another clause has its own complements; "لصالح" and "تابع ل" only look like verbs.
    if (length == 0 && index_.IsVerb(i) &&
        (index_.HasConjunction(i) || (!verbal && index_.token(i).listed))) {
      break;
    }
    // "his resignation, to join Y in X": what it is for has its own complements, too.
    if (length == 0 && !verbal && index_.IsVerb(i) && IsPurpose(i)) break;
    // "the departure of X to work at Y"
    const bool to_work = !verbal && index_.token(i).base == "عمل" && index_.IsPreposition(i, "ل");
    if (to_work) break;
    if (index_.IsComma(i) && i + 1 < limit && IsSpeechParticiple(index_.token(i + 1))) break;
    // "his resignation, and X follows him from Y".
    const bool next_clause = site.construction == lexicon::Frame::EVENT_NOUN && index_.IsComma(i) &&
                             i + 1 < limit && index_.HasConjunction(i + 1) &&
                             index_.MentionAt(i + 1) < 0 && !index_.IsAnyPreposition(i + 1) &&
                             !index_.token(i + 1).definite && FollowsLikeVerb(i + 1);
    if (next_clause) break;
    if (BelongsToTitle(i, site)) continue;
    // "X, who comes from Y": where somebody else comes from.
    if (length > 0 && i > site.tokens.end && index_.token(i - 1).definite &&
        (index_.token(i - 1).lemma == "قادم" || index_.token(i - 1).base == "قادم" ||
         index_.token(i - 1).base == "قادمه" || index_.token(i - 1).base == "اتي" ||
         index_.token(i - 1).base == "اتيه")) {
      break;
    }
    // "months after his coming from Y": where somebody was before.
    const bool came = length > 0 && i > site.tokens.end && !index_.token(i - 1).enclitic.empty() &&
                      IsOneOf(index_.token(i - 1).base, {"قدوم", "مجيء", "مجي", "انتقال"});
    if (came) break;
    // "after ten years which she spent [قضتها] at Y": where somebody was before.
    const bool spent = length > 0 && i > site.tokens.end && index_.IsVerb(i - 1) &&
                       (index_.token(i - 1).lemma == "قضي" || index_.token(i - 1).lemma == "امضي");
    if (spent) break;
    // "according to Y" opens words about the source.
    if (index_.token(i).base == "حسب" || index_.token(i).base == "وفق") break;
    if (length == 0) continue;
    // "the former assistant at Y": where somebody was before.
    const bool before_that =
        i > site.tokens.end && index_.token(i - 1).definite &&
        (index_.token(i - 1).base == "سابق" || index_.token(i - 1).base == "سابقه") &&
        (slot.role == "object" && slot.fillers.organization) && index_.MentionAt(i - 1) < 0;
    if (before_that) continue;
    // "X, which is owned by Y [المملوكة بالكامل لY]": whose X is.
    const int owned = i > site.tokens.end && index_.token(i - 1).base == "كامل" ? i - 2 : i - 1;
    if (!phrase && owned >= site.tokens.end && index_.token(owned).definite &&
        index_.IsPreposition(i, "ل") &&
        IsOneOf(index_.token(owned).base, {"مملوك", "مملوكه", "تابع", "تابعه"})) {
      continue;
    }
    i += length - 1;
    // "joined its rival, Y [بمنافستها]": Y, not whose rival it is.
    const bool of_rival = index_.token(i).base == "منافسه" || index_.token(i).base == "منافس" ||
                          index_.token(i).base == "غريمه" || index_.token(i).base == "غريم" ||
                          index_.token(i).base == "منافست" || index_.token(i).base == "غريمت";
    const Fillers pronoun = of_rival ? Fillers() : PronounFiller(i, slot.fillers);
    if (!pronoun.empty()) return pronoun;
    const int before = site.tokens.begin - 1;
    if (before >= passage.begin && index_.IsRelativePronoun(before) &&
        ResumesBehind(site.tokens.begin) && !index_.token(i).enclitic.empty()) {
      const int antecedent =
          MentionBefore(before, slot.fillers, taken, /*through_prepositions=*/true);
      if (antecedent >= 0) return {FromMention(antecedent)};
    }
    if (!index_.token(i).enclitic.empty() && index_.PronounAt(i) < 0) {
      const Fillers quoted = QuotedAntecedent(i, slot.fillers);
      if (!quoted.empty() && !Taken(quoted.front().range, taken)) return quoted;
    }
    const bool clitic = index_.IsNominal(i) || index_.MentionStartsAt(i);
    // What follows a preposition is no verb, whatever it is spelled like: "من تصرف X".
    const int next = i + 1;
    const bool masdar = !clitic && next < passage.end && index_.IsVerb(next) &&
                        index_.token(next).base == index_.token(next).lemma &&
                        index_.token(next).proclitics.empty();
    // "X put money into it [فيه]": who follows is not what the preposition governs.
    const bool bound = !clitic && i == site.tokens.end && !index_.token(i).enclitic.empty() &&
                       IsOneOf(index_.token(i).base, {"في", "الي", "من", "عن", "ب", "مع"});
    Fillers found;
    if (!bound) {
      found =
          PhraseFillers(clitic ? i : next + (masdar ? 1 : 0), slot.fillers, taken, kPhraseReach);
    }
    if (!found.empty()) return WithOthersAfter(found, slot, taken);
    const Fillers owner = RoundOwner(i + 1, slot.fillers);
    if (!owner.empty()) return owner;
    const int resumed = clitic ? -1 : ResumedAntecedent(i + 1, slot.fillers, taken);
    if (resumed >= 0) return {FromMention(resumed)};
    if (slot.fillers.text) {
      const TokenRange words = NounPhraseFrom(clitic ? i : i + 1, kMaxTextTokens);
      if (words.size() > 0) return {FromText(words)};
    }
  }
  return verbal ? Fronted(slot, site, taken) : Fillers();
}

// "From the platform X resigned Y", "To X moved Y": the complement that opens the sentence.
Fillers SlotFiller::Fronted(const CompiledSlot& slot, const TriggerSite& site,
                            const std::vector<ByteRange>& taken) const {
  constexpr int kFrontedReach = 10;
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  int first = site.tokens.begin;
  if (first > passage.begin && index_.IsComma(first - 1)) {
    --first;
    // "from X, [which Y bought in March], resigned Z": a clause about the house.
    const int aside = BeforeRelative(first);
    if (aside >= 0) first = aside;
  }
  const int behind = first;
  while (first > passage.begin && first > behind - kFrontedReach &&
         !index_.IsStrongBoundary(first - 1)) {
    --first;
    if (index_.IsVerb(first)) return {};
  }
  const bool opens = first == passage.begin || index_.IsStrongBoundary(first - 1);
  if (!opens || site.tokens.begin <= first + 1 || slot.fillers.text) return {};
  int length = 0;
  for (const std::string& p : slot.prepositions) {
    length = std::max(length, PrepositionLength(first, p, passage.end));
  }
  if (length == 0) return {};
  // A preposition that is one letter stands on the word that it governs.
  const bool clitic = index_.IsNominal(first) || index_.MentionStartsAt(first);
  const Fillers found =
      PhraseFillers(clitic ? first : first + length, slot.fillers, taken, kPhraseReach);
  const bool before =
      !found.empty() && found.front().range.end <= index_.token(site.tokens.begin).range.begin;
  return before ? found : Fillers();
}

int SlotFiller::BeforeRelative(int comma) const {
  constexpr int kRelativeReach = 24;
  const int first = std::max(index_.PassageTokens(comma).begin, comma - kRelativeReach);
  for (int i = comma - 1; i > first; --i) {
    if (index_.token(i).form == "." || index_.token(i).form == "؛") return -1;
    if (index_.IsComma(i)) return index_.IsRelativePronoun(i + 1) ? i : -1;
  }
  return -1;
}

Fillers SlotFiller::WithOthersAfter(Fillers found, const CompiledSlot& slot,
                                    const std::vector<ByteRange>& taken) const {
  static const auto* others = new WordSet{"اخر", "اخري", "ثان", "ثانيا", "ثانيه", "ثالث", "ثالثه"};
  constexpr int kOtherReach = 5;
  const int last = index_.TokenOfMention(found.back().range, found.back().entity);
  if (last < 0) return found;
  const TokenRange passage = index_.PassageTokens(last);
  const int begin = analysis_.mentions[index_.MentionAt(last)].tokens.end;
  bool other = false;
  for (int i = begin; i < passage.end && i < begin + kOtherReach; ++i) {
    if (index_.HasConjunction(i) && others->contains(index_.token(i).base)) other = true;
    if (!other) continue;
    for (const std::string& p : slot.prepositions) {
      if (PrepositionLength(i, p, passage.end) != 1) continue;
      const Fillers more = PhraseFillers(i + 1, slot.fillers, taken, kPhraseReach);
      found.insert(found.end(), more.begin(), more.end());
      return found;
    }
  }
  return found;
}

Fillers SlotFiller::RoundOwner(int from, const FillerSet& types) const {
  static const auto* shares = new WordSet{"جوله", "تمويل", "راسمال", "اسهم", "حصه", "زياده"};
  constexpr int kOwnedReach = 3;
  if (!types.organization || from >= index_.size()) return {};
  const TokenRange passage = index_.PassageTokens(from);
  bool share = false;
  for (int i = from; i < passage.end && i < from + kOwnedReach; ++i) {
    if (!index_.IsNominal(i) || index_.MentionAt(i) >= 0) return {};
    share = share || shares->contains(index_.token(i).base);
    if (!share) return {};
    const Fillers owner = PronounFiller(i, types);
    if (!owner.empty()) return owner;
  }
  return {};
}

bool SlotFiller::OpensTimeClause(int token) const {
  const absl::string_view word = index_.token(token).surface;
  if (word == "بعدما" || word == "قبلما" || word == "عندما") return true;
  return (word == "بعد" || word == "قبل") && index_.token(token + 1).surface == "ان";
}

bool SlotFiller::FollowsLikeVerb(int token) const {
  static const auto* verbs = new WordSet{"خلف", "خلفه", "خلفها", "حل", "عين", "سبق", "تبع", "لحق"};
  return index_.IsVerb(token) || verbs->contains(index_.token(token).base);
}

bool SlotFiller::EnumeratesAt(int from) const {
  for (int i = from; i < from + 3 && i < static_cast<int>(analysis_.tokens.size()); ++i) {
    if (index_.MentionAt(i) >= 0) return false;
    if (index_.IsEnumerator(i)) return true;
  }
  return false;
}

Fillers SlotFiller::Genitive(const TriggerSite& site, const FillerSet& types,
                             const std::vector<ByteRange>& taken) const {
  // "the tower X, whose cost is": a site named before, rather than who builds it.
  if (types.text && !types.person && !index_.token(site.tokens.end - 1).enclitic.empty()) {
    const Fillers site_before = FacilityBefore(site.tokens.end - 1);
    if (!site_before.empty()) return site_before;
    const Fillers own = SiteOfPronoun(site.tokens.end - 1);
    if (!own.empty() && !Taken(own.front().range, taken)) return own;
  }
  for (int i = site.tokens.begin; i < site.tokens.end; ++i) {
    const Fillers pronoun = PronounFiller(i, types);
    if (!pronoun.empty() && !Taken(pronoun.front().range, taken)) return pronoun;
  }
  // "to release it": a product named before.
  const int host = site.tokens.end - 1;
  if (!index_.token(host).enclitic.empty() && types.product && !types.person) {
    FillerSet products;
    products.product = true;
    const int product = MentionBefore(host, products, taken, /*through_prepositions=*/true);
    if (product >= 0) return {FromMention(product, "product-before")};
  }
  // "rivals such as X": the examples are no genitive.
  if (site.construction == lexicon::Frame::NOUN_PHRASE && EnumeratesAt(site.tokens.end)) return {};
  // "تأجيل طرح الهاتف": a masdar spelled like a verb.
  const int from = site.tokens.end + (IsMasdarOf(host, site.tokens.end) ? 1 : 0);
  Fillers found = PhraseFillers(from, types, taken, kPhraseReach);
  // "a sudden departure and X": no genitive follows an adjective without article.
  const bool closed = !found.empty() && from < index_.size() && index_.MentionAt(from) < 0 &&
                      index_.token(from).part_of_speech == PartOfSpeech::kAdjective &&
                      !index_.token(from).definite;
  if (closed) {
    const int name = index_.TokenOfMention(found.front().range, found.front().entity);
    if (name > from && index_.HasConjunction(name)) found.clear();
  }
  if (!found.empty()) return found;
  // "the number of its staff"
  const int next = site.tokens.end;
  if (site.construction == lexicon::Frame::NOUN_PHRASE && next < index_.PassageTokens(host).end &&
      index_.IsNominal(next) && !index_.IsAnyPreposition(next)) {
    found = PronounFiller(next, types);
    if (!found.empty() && !Taken(found.front().range, taken)) return found;
    found.clear();
  }
  // "the cost of its training".
  if (from < index_.PassageTokens(host).end && index_.PronounAt(from) >= 0) {
    FillerSet product;
    product.product = types.product;
    const Fillers owner = PronounFiller(from, product);
    if (!owner.empty()) return owner;
  }
  if (types.person) {
    found = Enumerated(site.tokens.end, types);
    if (!found.empty()) return found;
  }
  if (types.text && !index_.token(site.tokens.end - 1).definite) {
    TokenRange words = NounPhraseFrom(from, kMaxTextTokens);
    if (words.size() > 0) words.begin = std::min(words.begin, site.tokens.end);
    if (types.product) words = PastLaunch(words);
    // "the start of its operation": the site or product named before.
    const int owned = words.end - 1;
    if (types.product && words.size() > 0 && !index_.token(owned).enclitic.empty() &&
        !IsProductNoun(index_.token(words.begin)) && !IsFacilityNoun(index_.token(words.begin))) {
      found = FacilityBefore(words.begin);
      if (!found.empty()) return found;
    }
    found = NamedFacility(words);
    if (!found.empty()) return found;
    // "the delay of the unveiling of X".
    if (words.size() == 1 && words.end + 1 < index_.PassageTokens(host).end &&
        index_.token(words.end).surface == "عن") {
      found = PhraseFillers(words.end + 1, types, taken, kPhraseReach);
      if (!found.empty()) return found;
    }
    if (words.size() > 0) {
      found = ThingReleased(words.begin, types);
      if (!found.empty()) return found;
    }
    if (words.size() > 0) return {FromText(words)};
  }
  return {};
}

bool SlotFiller::IsMasdarOf(int noun, int next) const {
  if (next >= index_.PassageTokens(noun).end || !index_.IsVerb(next)) return false;
  const Token& word = index_.token(next);
  const Token& governor = index_.token(noun);
  return word.proclitics.empty() && word.base == word.lemma && governor.enclitic.empty() &&
         !governor.definite && !index_.IsVerb(noun);
}

bool SlotFiller::OutsideTitle(int token, const TriggerSite& site) const {
  if (site.construction != lexicon::Frame::ROLE_NOUN) return false;
  const RolePhrase* role = roles_.Covering(site.tokens.begin);
  if (role == nullptr || token < role->tokens.end) return false;
  // "the engineer X of Y": what comes right after the name still belongs to the title.
  const int person = roles_.PersonBeside(*role);
  if (person < 0) return true;
  const int named = analysis_.mentions[person].tokens.end;
  return named <= role->title.begin || token > named;
}

bool SlotFiller::BelongsToTitle(int token, const TriggerSite& site) const {
  const RolePhrase* role = roles_.Covering(token);
  if (role == nullptr || token < role->title.end) return false;
  const bool own = site.construction == lexicon::Frame::ROLE_NOUN;
  const bool apart =
      own ? role->title.begin > site.tokens.end : role->title.begin >= site.tokens.end;
  return apart && roles_.IsAttributive(*role);
}

}  // namespace isnad::extraction
