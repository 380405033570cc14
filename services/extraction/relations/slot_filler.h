// Finds the names, figures and words that fill the slots of a frame around its trigger.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_SLOT_FILLER_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_SLOT_FILLER_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/frame_lexicon.h"
#include "services/extraction/relations/phrase_index.h"
#include "services/extraction/relations/role_index.h"

namespace isnad::extraction {

struct Mood;

// A place where a frame's trigger stands.
struct TriggerSite {
  TokenRange tokens;
  lexicon::Frame::Construction construction = lexicon::Frame::CONSTRUCTION_UNSPECIFIED;
  // The trigger is the title of somebody who leads: the organisation may go without saying.
  bool senior = false;
  // The mood of the words there when it is known already, for all frames alike.
  const Mood* mood = nullptr;
};

// One way to fill a slot; several for coordinated names.
using Fillers = std::vector<ArgumentRecord>;

// Borrows everything it is given. Stateless between calls.
class SlotFiller {
 public:
  SlotFiller(const PhraseIndex* index, const RoleIndex* roles)
      : index_(*index), analysis_(index->analysis()), roles_(*roles) {}

  // What fills the slot: the first position of the slot that finds something wins. Fillers that
  // overlap `taken` are passed over. Empty when nothing does.
  Fillers Fill(const CompiledSlot& slot, const TriggerSite& site,
               const std::vector<ByteRange>& taken) const;

  // How far a verb's subject is looked for.
  enum class Reach {
    kBeside,   // right before it, after it, or through a relative pronoun
    kCarried,  // also carried over from the words and sentences before
  };

  // The subject of the verb at a token.
  Fillers VerbSubject(int verb, const FillerSet& types, const std::vector<ByteRange>& taken,
                      Reach reach) const;

  // The mention of the organisation in which the words at a token are set: what an opening "in X,"
  // names in the passage of the token or, while nobody else is named at an opening, in one shortly
  // before; for the items of a list, whom the words above the list name. -1 without.
  int SettingOf(int token) const;

  // The part of a house, called by its kind, that a pronoun on the verb is: "a division that X
  // runs". -1 without.
  int UnitLed(int verb) const;

  // A publisher or broadcaster: it reports, and rarely acts.
  bool IsOutlet(int mention) const;

  // Whether words name an organisation, talks or a campaign, which may be launched, too.
  bool IsNoProduct(const ArgumentRecord& thing) const;
  // Whether what is built is a site: "opened a plant", not "opened the door to a plant".
  bool NamesSite(const Fillers& objects) const;
  // Whether words name something that can be late: a product, site or project.
  bool MayBeLate(const ArgumentRecord& thing) const;
  // "the data centre X" is called so, not X.
  void NameSite(ArgumentRecord* argument) const;

  // A noun phrase from a token on, as words; empty range when there is none.
  TokenRange NounPhraseFrom(int token, int limit) const;

 private:
  Fillers VerbObject(const TriggerSite& site, const FillerSet& types,
                     const std::vector<ByteRange>& taken) const;
  Fillers AfterPreposition(const CompiledSlot& slot, const TriggerSite& site,
                           const std::vector<ByteRange>& taken) const;
  Fillers Fronted(const CompiledSlot& slot, const TriggerSite& site,
                  const std::vector<ByteRange>& taken) const;
  Fillers Genitive(const TriggerSite& site, const FillerSet& types,
                   const std::vector<ByteRange>& taken) const;
  // The nearest name within the clause, behind the trigger rather than before it.
  Fillers Nearest(const FillerSet& types, const TriggerSite& site,
                  const std::vector<ByteRange>& taken) const;
  Fillers Anywhere(const CompiledSlot& slot, const TriggerSite& site,
                   const std::vector<ByteRange>& taken) const;
  // The only participant of the types of the slot that the sentence names, wherever it stands; for
  // products also the only thing called by a name that nobody knows. Empty when several fit.
  Fillers OnlyNamed(const CompiledSlot& slot, const TriggerSite& site,
                    const std::vector<ByteRange>& taken) const;
  Fillers OnlyQuoted(TokenRange sentence, const std::vector<ByteRange>& taken) const;
  // Whether the quoted name at a token, though taken for a person, may be that of a thing.
  bool MayBeThing(int token) const;
  // The sentence of a token in its passage.
  TokenRange SentenceAround(int token) const;
  Fillers Apposition(const TriggerSite& site, const FillerSet& types,
                     const std::vector<ByteRange>& taken) const;
  Fillers GoverningSubject(const TriggerSite& site, const FillerSet& types,
                           const std::vector<ByteRange>& taken) const;

  // Subject of the main clause after the phrase that opens the sentence: "بعد استحواذها على X، وسعت
  // Y أعمالها".
  Fillers SubjectAhead(const TriggerSite& site, const FillerSet& types,
                       const std::vector<ByteRange>& taken) const;
  bool OpensClauseLikeVerb(int token) const;
  bool IsSubjectLike(int mention) const;
  // The subject of the clause before the verb in its sentence, or -1.
  int ContinuedSubject(int verb, const FillerSet& types, const std::vector<ByteRange>& taken) const;
  // The name in brackets behind the phrase of a mention: "the main lab of X (Y)"; -1 without.
  int NamedInBrackets(int mention, int limit) const;
  // "went, [and he is one of its founders,] to X": the token after what a comma sets apart, the
  // comma itself without.
  int PastAside(int comma, int limit) const;
  // The comma that opens the relative clause which the one at `comma` closes, -1 without.
  int BeforeRelative(int comma) const;
  // The token after a complement of place or time that starts at `from`.
  int PastComplement(int from, int limit) const;
  static bool IsFacilityNoun(const Token& token);
  // The product or site that a name right before the comma at a token calls, as a mention: "X, the
  // centre that". -1 without.
  int NamedBefore(int token) const;
  // Whether the name in quotation marks at a token is that of a site.
  bool FollowsSiteNoun(int token) const;
  // A plant, centre or site named before the token in its sentence.
  Fillers FacilityBefore(int token) const;
  // "the plant whose cost [كلفته] is": the site without a known name that the pronoun on a noun
  // takes up.
  Fillers SiteOfPronoun(int host) const;
  // "The bill [is N]": whether a cost opens its sentence and has nothing that it is the cost of.
  bool OpensWithBill(int token) const;
  // What "the plant" was called when it was named first.
  Fillers NamedFacility(TokenRange words) const;
  // "its new seat, the tower X": the site named beside such words; empty without.
  TokenRange FacilityBeside(TokenRange words) const;
  // Phones, apps, cars: nouns that a product's name follows.
  static bool IsProductNoun(const Token& token);
  // Whether such a noun, with adjectives at most, stands right before the token.
  bool FollowsProductNoun(int token) const;
  // "its foldable phone [القابل للطي] X": the product that a noun and its adjectives describe, as a
  // mention; -1 without.
  int ProductDescribedBy(TokenRange words) const;
  // "the decision of X": whether a noun of intent governs the mention.
  bool FollowsIntent(int mention) const;
  // "X had before [سبق لX أن]": the one whom a modal verb is said of, with "that" at the token; -1
  // without.
  int SubjectOfModal(int that, const FillerSet& types, const std::vector<ByteRange>& taken) const;
  // "took over [X] the company Y": the token after a complement with a name, the token itself
  // without.
  int PastNamedComplement(int from) const;
  // Whether the token is of a number of things: "a million chips of X".
  bool IsCountedThing(int token) const;
  // Behind the name after a verb, and the noun of its kind, when the slot takes no such name.
  int PastSubjectOfOtherType(int from, const FillerSet& types) const;
  // The name that a thing without a known one gets behind its words: "a complex by the name of
  // «X»", "its new model, «X»"; empty without.
  TokenRange CalledAfter(TokenRange words) const;
  // The words without those that say what happens to the thing: "[the opening of] the plant".
  // The quotation mark before the name that stands a few words behind what it is the name of, -1
  // without.
  int NameBehind(TokenRange words) const;
  TokenRange PastLaunch(TokenRange words) const;
  // "less than", "about": words that open a figure.
  bool IsOnlyBound(TokenRange words) const;
  // "the offers which": whether a relative pronoun is about a noun that is no name.
  bool IsAboutNoun(int relative) const;
  // An adverb, or a word of a date.
  bool IsAdverbial(int token) const;
  // The mark that closes a name in quotation marks, -1 without or when it is too long for a name.
  int ClosingQuote(int open) const;
  // Whether no known name starts at the token.
  bool IsUnknownName(int token) const;
  // Whether the mention, taken for an organisation, is what a product is called: "its model X".
  bool BearsProductName(int mention) const;
  // Whether a mention names an app or service that may stand for the house that runs it.
  bool IsPlatform(int mention) const;
  // "appoints for it a director, who is X [هو X]": X, as a mention; -1 without.
  int BearerBehindPost(int from) const;
  // Whether the sentence names or means the entity before a token.
  bool IsNamedBefore(int entity, int token) const;
  // Whether one of those taken is the entity.
  bool IsEntityTaken(int entity, const std::vector<ByteRange>& taken) const;
  // Whether the token is an adjective that belongs to the name before it, not before `first`.
  bool IsNationality(int token, int first) const;
  // "«X» [for artificial intelligence], an arm of Y": whether the token opens what the name before
  // it deals with.
  bool IsFieldOfName(int token, int first) const;
  // "a partnership with X and another with Y": X and Y.
  Fillers WithOthersAfter(Fillers found, const CompiledSlot& slot,
                          const std::vector<ByteRange>& taken) const;
  // "in its funding round": whose round it is.
  Fillers RoundOwner(int from, const FillerSet& types) const;
  // Whether the token is a masdar in the genitive of the noun, though spelled like a verb.
  bool IsMasdarOf(int noun, int next) const;
  // The product that "the launch", "its release" is of.
  Fillers ThingReleased(int token, const FillerSet& types) const;
  bool IsShareValue(int value) const;
  // Whether a pronoun behind a preposition right after the verb takes up the antecedent of a
  // relative clause: "X، التي استثمرت فيها Y".
  bool ResumesBehind(int verb) const;
  // "the company X, which Y took part in founding [it]": the mention that a relative clause is
  // about when the noun at a token takes it up with a pronoun; -1 otherwise.
  int ResumedAntecedent(int noun, const FillerSet& types,
                        const std::vector<ByteRange>& taken) const;
  // Whether a person follows the verb, and the pronoun for the antecedent behind a preposition.
  bool ResumesBehindPerson(int verb) const;
  // "the company X, Y founded it": the one behind a verb whose pronoun is the thing right before.
  Fillers SubjectBehindPronoun(int verb, const FillerSet& types,
                               const std::vector<ByteRange>& taken) const;
  // "builds [in partnership with X] a plant": the token after the partners.
  int PastPartners(int from) const;
  // "founded [with her husband X] Y": the token after whom somebody acts with.
  int PastCompanions(int from) const;
  // "left [ten engineers at least] the company X": the token after people who are only counted.
  int PastGroup(int from) const;
  // "[from the company X] ten engineers left": the token after a complement of origin.
  int PastSource(int from) const;
  // "after ...", "before ..." with a verb.
  bool OpensTimeClause(int token) const;
  // Whether the word behind "and" is a verb, though it may be spelled like a noun.
  bool FollowsLikeVerb(int token) const;
  // "lost [owned by X] ten of its staff": the token after a participle with its complement that
  // describes the name right before, the token itself without.
  int PastParticiple(int from, int first) const;
  // Whether a list of examples opens at a token or right after it.
  bool EnumeratesAt(int from) const;
  // Tokens that the preposition takes at a token, 0 when it does not stand there.
  int PrepositionLength(int token, absl::string_view folded, int limit) const;
  static bool IsBareFigure(const ValueMention& value);
  // The name right before the trigger, through commas, quotation marks and descriptions.
  Fillers Preceding(const TriggerSite& site, const FillerSet& types,
                    const std::vector<ByteRange>& taken) const;
  // Whether a relative clause that opened at or behind `from` still goes on at the token.
  bool IsInRelative(int token, int from) const;
  // The organisation of the job title that a participant bears or gets.
  Fillers TitleOrganization(const TriggerSite& site, const FillerSet& types,
                            const std::vector<ByteRange>& taken) const;
  // The organisation that the words of a title name.
  Fillers OrganizationOfTitle(const RolePhrase& role, const FillerSet& types) const;
  Fillers RoleAfter(const TriggerSite& site) const;
  // Whether a title stands between commas.
  bool IsSetApart(const RolePhrase& role) const;
  // The people whom the title at the trigger belongs to.
  Fillers TitleHolder(const RolePhrase& role, const FillerSet& types,
                      const std::vector<ByteRange>& taken) const;

  // First filler in the noun phrase that starts at a token.
  Fillers PhraseFillers(int from, const FillerSet& types, const std::vector<ByteRange>& taken,
                        int limit) const;
  bool IsCompanion(int token) const;
  int PastStudies(int companion) const;
  // "the two companies": the two houses that were named last, or that the sentence goes on to name;
  // empty without.
  Fillers BothHouses(int token) const;
  // A conjunction is written onto the name and was not cut off its token.
  bool HasBareConjunction(int mention) const;
  // Whether the words between two coordinated names say the preposition of the first again ("with A
  // and with B"), or that the second goes with the first.
  bool RepeatsLink(int token, int mention, const FillerSet& types) const;
  // The mention and those coordinated with it.
  Fillers WithCoordinated(int mention, const FillerSet& types) const;
  // The mention and those before it that it is coordinated with.
  Fillers WithCoordinatedBefore(int mention, const FillerSet& types,
                                const std::vector<ByteRange>& taken) const;
  // The words between the quotation marks that open at a token, if they look like a name that
  // nobody knows.
  Fillers QuotedName(int quote, const FillerSet& types) const;
  // Such a name that a relative clause is about, which goes on at a token in the same sentence.
  Fillers QuotedAntecedent(int token, const FillerSet& types) const;
  // Such a name right before a token, mostly a relative pronoun.
  Fillers QuotedBefore(int relative, const FillerSet& types) const;
  // Whether people who are only counted or called by what they do stand before a plural verb.
  bool FollowsAGroup(int verb) const;
  // Whether people are named from a token on by what they do only: "three researchers".
  bool NamesAGroup(int from) const;
  int PastHouseBefore(int from) const;
  // What a relative pronoun stands for.
  Fillers Antecedent(int relative, int verb, const FillerSet& types,
                     const std::vector<ByteRange>& taken) const;
  // The fitting mention that a relative pronoun follows, or -1; nothing but modifiers may stand
  // between.
  int AdjacentBefore(int token, const FillerSet& types, const std::vector<ByteRange>& taken) const;
  // The fitting mention that the words between two commas tell more of: "[X], which Y founded,
  // bought". `comma` is the second one; -1 without.
  int BeforeApposition(int comma, const FillerSet& types,
                       const std::vector<ByteRange>& taken) const;
  // "the one whose firm she bought": a verb of another gender than the relative pronoun before it.
  bool ClashesWithRelative(int relative, int verb) const;
  // "took part in it each of X and Y".
  Fillers EachOf(int verb, const FillerSet& types, const std::vector<ByteRange>& taken) const;
  // "left [her predecessor], X": the name that explains the noun behind the verb.
  Fillers ExplainedSubject(int verb, const FillerSet& types,
                           const std::vector<ByteRange>& taken) const;
  // "X, director of Y, had joined": who stands behind "had".
  Fillers PluperfectSubject(int verb, const FillerSet& types,
                            const std::vector<ByteRange>& taken) const;
  // "laid off [the app] ten people": a platform that acts as a company right behind the verb.
  Fillers PlatformActing(int from, const std::vector<ByteRange>& taken) const;
  // Whether a noun that is no name is the subject of the verb: "builds the lab", "the team counts".
  bool CommonNounActs(int verb) const;
  // Whether the token stands in a relative clause about one of those taken.
  bool IsOfRelative(int token, const std::vector<ByteRange>& taken) const;
  // "joined [the company this month] Doctor X": a person named behind the verb's complements.
  Fillers PersonBehindComplement(int verb, const std::vector<ByteRange>& taken) const;
  // First token after the relative clause that a token opens.
  int RelativeEnd(int relative) const;
  // Whether the trigger is a job title and the token no longer belongs to it.
  bool OutsideTitle(int token, const TriggerSite& site) const;
  // Whether the preposition belongs to a job title between the trigger and it.
  bool BelongsToTitle(int token, const TriggerSite& site) const;
  // The verb governs a purpose or is bound to another one ("left to found"): whose subject it has.
  int GoverningVerb(int verb) const;
  // Whether the verb stands in a clause of time or describes a noun: "when it was called X".
  bool IsSubordinate(int verb) const;
  // "a body that bears the name": the verb describes the noun right before it.
  bool IsDescriptive(int verb) const;
  // "to found": the verb says what another one is done for.
  bool IsPurpose(int verb) const;
  // Whether the organisation may be the subject of the verb after which it was found.
  bool AgreesAfter(int verb, const ArgumentRecord& filler, const FillerSet& types) const;
  // Whether the verb's subject stands beside it without a known name: "most of them moved", "the
  // parts come from X".
  bool ActsUnnamed(int verb) const;
  // Whether the words at a token say who led a funding round or took part in it, and so describe
  // it: "قادتها", "شاركت فيها".
  bool DescribesRound(int token) const;
  // "which is expected to": the token before such words when they end at a token, the token itself
  // otherwise; none before `first`.
  int BeforeExpectation(int that, int first) const;
  // "was appointed [in his place] X": the token after whom X replaces.
  int PastReplaced(int from) const;
  // "the two units hold": whether a definite noun that is no name is the subject of the verb.
  bool NamesPartAsSubject(int verb) const;
  // Whether the token stands in words that somebody is quoted with.
  bool InOpenQuotation(int token) const;
  // Whether a title without a bearer follows the verb.
  bool NamesSomePost(int verb) const;
  // Nearest fitting mention before a token that no preposition governs.
  int MentionBefore(int token, const FillerSet& types, const std::vector<ByteRange>& taken,
                    bool through_prepositions) const;
  // Whether a preposition at or after `from` governs the mention.
  bool GovernedByPreposition(int mention, int from = 0) const;
  // The types left when the verb's gender tells people from organisations.
  FillerSet Agreeing(int verb, FillerSet types) const;
  // Whether a part of a house of the other gender than the verb follows it, which is its object
  // then.
  bool TakesMasculinePart(int verb) const;
  // The participant that words without a subject go on about.
  Fillers Topic(int token, const FillerSet& types) const;
  // Names after an enumerator ("among them X, Y").
  Fillers Enumerated(int from, const FillerSet& types) const;
  Fillers PronounFiller(int token, const FillerSet& types) const;

  ArgumentRecord FromMention(int mention, const std::string& rule = "") const;
  ArgumentRecord FromText(TokenRange words) const;
  bool CommaBetween(int from, int to) const;
  // "a fifth of its staff", spelled like "five".
  bool IsFraction(const ArgumentRecord& argument) const;
  // A percentage, which counts nobody.
  bool IsShare(const ArgumentRecord& argument) const;
  bool Taken(ByteRange range, const std::vector<ByteRange>& taken) const;

  const PhraseIndex& index_;
  const Analysis& analysis_;
  const RoleIndex& roles_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_SLOT_FILLER_H_
