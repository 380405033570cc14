#include "services/extraction/clauses/verb_groups.h"

#include <algorithm>
#include <initializer_list>

#include "absl/strings/string_view.h"

namespace isnad::extraction {
namespace {

// Words between كان and its verb: a short subject.
constexpr int kLongestSubject = 4;

// The word is one of these, with or without a conjunction.
bool Is(const Token& token, std::initializer_list<absl::string_view> words) {
  absl::string_view bare = token.surface;
  if (token.surface.size() > 2 && !token.proclitics.empty() &&
      (token.proclitics[0] == "و" || token.proclitics[0] == "ف")) {
    bare.remove_prefix(2);
  }
  return std::any_of(words.begin(), words.end(),
                     [&](absl::string_view word) { return token.surface == word || bare == word; });
}

bool IsVerb(const Token& token) { return token.part_of_speech == PartOfSpeech::kVerb; }

bool IsKana(const Token& token) {
  return Is(token, {"كان", "كانت", "كانوا", "كنا", "كنت", "يكون", "تكون", "يكن", "تكن"});
}

bool IsNegation(const Token& token) {
  return Is(token, {"لم", "لن", "لا", "ما", "ليس", "ليست", "فلم", "فلن", "فلا", "فليس", "فليست"});
}

bool IsParticle(const Token& token) { return IsNegation(token) || Is(token, {"قد", "لقد", "سوف"}); }

// Verbs that make a passive with the event noun behind them.
bool MakesPassive(const Token& token) {
  return Is(token, {"تم", "تمت", "يتم", "تتم", "سيتم", "ستتم", "جري", "جرت", "يجري", "تجري",
                    "سيجري", "ستجري"});
}

bool IsNominal(const Token& token) {
  return token.part_of_speech == PartOfSpeech::kNoun ||
         token.part_of_speech == PartOfSpeech::kProperNoun ||
         token.part_of_speech == PartOfSpeech::kAdjective;
}

GroupTense TenseOf(const Token& verb, bool future, bool jussive, bool kana) {
  switch (verb.features.aspect) {
    case WordAspect::kPerfective:
      return kana ? GroupTense::kPluperfect : GroupTense::kPast;
    case WordAspect::kImperfective:
      if (future) return GroupTense::kFuture;
      if (jussive) return GroupTense::kPast;
      return kana ? GroupTense::kPastContinuous : GroupTense::kPresent;
    case WordAspect::kImperative:
      return GroupTense::kImperative;
    case WordAspect::kUnknown:
      break;
  }
  return GroupTense::kUnknown;
}

class Reader {
 public:
  Reader(const Analysis& analysis, TokenRange range) : tokens_(analysis.tokens), range_(range) {}

  std::vector<VerbGroup> Read() const {
    std::vector<VerbGroup> groups;
    int from = range_.begin;  // behind the last group
    for (int i = range_.begin; i < range_.end; ++i) {
      if (!IsVerb(tokens_[i]) || IsParticle(tokens_[i]) || GovernsVerb(i)) continue;
      groups.push_back(At(i, from));
      from = groups.back().tokens.end;
      i = from - 1;
    }
    return groups;
  }

 private:
  // The verb that كان at `kana` goes with, or -1.
  int VerbBehind(int kana) const {
    for (int i = kana + 1; i < range_.end && i <= kana + kLongestSubject; ++i) {
      if (IsParticle(tokens_[i])) continue;
      if (IsVerb(tokens_[i])) return i;
      if (!IsNominal(tokens_[i])) return -1;
    }
    return -1;
  }

  bool GovernsVerb(int token) const { return IsKana(tokens_[token]) && VerbBehind(token) >= 0; }

  VerbGroup At(int verb, int from) const {
    bool future = false;
    bool jussive = false;
    bool kana = false;
    VerbGroup group;
    int begin = verb;
    const auto take_particles = [&] {
      while (begin > from && IsParticle(tokens_[begin - 1])) {
        --begin;
        const Token& particle = tokens_[begin];
        // "ما زالت", "لا يزال": still.
        const bool still = Is(tokens_[verb], {"زال", "زالت", "يزال", "تزال", "زالوا", "يزالون"});
        // "..., ما يعني": which.
        const bool which =
            Is(particle, {"ما"}) && begin > from && Is(tokens_[begin - 1], {"،", ","});
        group.negated = group.negated || (IsNegation(particle) && !still && !which);
        jussive = jussive || Is(particle, {"لم", "فلم"});
        future = future || Is(particle, {"لن", "فلن", "سوف"});
      }
    };
    take_particles();
    for (int i = begin - 1; i >= from && i >= verb - kLongestSubject; --i) {
      if (!GovernsVerb(i) || VerbBehind(i) != verb) continue;
      begin = i;
      kana = true;
      jussive = future = false;  // they are of كان, which is in the past either way
      take_particles();
      jussive = false;
      break;
    }
    const Token& word = tokens_[verb];
    const auto& proclitics = word.proclitics;
    future = future || std::find(proclitics.begin(), proclitics.end(), "س") != proclitics.end();
    group.verb = verb;
    group.tokens = {begin, verb + 1};
    group.tense = TenseOf(word, future, jussive, kana);
    group.passive = word.features.voice == WordVoice::kPassive;
    if (MakesPassive(word) && verb + 1 < range_.end &&
        tokens_[verb + 1].part_of_speech == PartOfSpeech::kNoun) {
      group.passive = true;
      group.verb = verb + 1;
      group.tokens.end = verb + 2;
    }
    return group;
  }

  const std::vector<Token>& tokens_;
  TokenRange range_;
};

}  // namespace

std::vector<VerbGroup> VerbGroupsIn(const Analysis& analysis, TokenRange range) {
  return Reader(analysis, range).Read();
}

}  // namespace isnad::extraction
