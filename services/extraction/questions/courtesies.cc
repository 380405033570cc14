#include "services/extraction/questions/courtesies.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "services/extraction/questions/typed_words.h"
#include "services/extraction/text/fold.h"

namespace isnad::extraction {
namespace {

// A word of the question, folded.
struct Word : TypedWord {
  std::string key;
};

std::vector<Word> FoldedWordsOf(absl::string_view text) {
  std::vector<Word> words;
  for (const TypedWord& word : TypedWordsOf(text)) {
    words.push_back({word, Fold(text.substr(word.begin, word.end - word.begin))});
  }
  return words;
}

// What has to follow an opening for it to be one: "هل تعلم" also begins questions about knowing.
enum class Next { kAnything, kAskingWord };

struct Opening {
  absl::string_view words;
  Next next;
};

// Folded; a phrase stands before those that it begins with.
constexpr Opening kOpenings[] = {
    {"هل يمكنك ان تخبرني", Next::kAskingWord},
    {"هل يمكنكم ان تخبروني", Next::kAskingWord},
    {"هل يمكنك ان تقول لي", Next::kAskingWord},
    {"هل يمكن ان تخبرني", Next::kAskingWord},
    {"هل يمكن ان اعرف", Next::kAskingWord},
    {"هل يمكنني ان اعرف", Next::kAskingWord},
    {"هل يمكنني معرفه", Next::kAskingWord},
    {"هل يمكن معرفه", Next::kAskingWord},
    {"هل يمكنك اخباري", Next::kAskingWord},
    {"هل تستطيع ان تخبرني", Next::kAskingWord},
    {"هل تستطيع اخباري", Next::kAskingWord},
    {"هل لك ان تخبرني", Next::kAskingWord},
    {"هل لك ان تقول لي", Next::kAskingWord},
    {"هل لك ان تقول", Next::kAskingWord},
    {"هل لي ان اعرف", Next::kAskingWord},
    {"هل من احد يعرف", Next::kAskingWord},
    {"هل تعلمون", Next::kAskingWord},
    {"هل تعرفون", Next::kAskingWord},
    {"هل تعلم", Next::kAskingWord},
    {"هل تعرف", Next::kAskingWord},
    {"اتعلم", Next::kAskingWord},
    {"اتعرف", Next::kAskingWord},
    {"اريد ان اعرف", Next::kAskingWord},
    {"نريد ان نعرف", Next::kAskingWord},
    {"اريد معرفه", Next::kAskingWord},
    {"اود ان اعرف", Next::kAskingWord},
    {"اود معرفه", Next::kAskingWord},
    {"احب ان اعرف", Next::kAskingWord},
    {"بدي اعرف", Next::kAskingWord},
    {"ابغي اعرف", Next::kAskingWord},
    {"عايز اعرف", Next::kAskingWord},
    {"ممكن اعرف", Next::kAskingWord},
    {"ممكن تخبرني", Next::kAskingWord},
    {"ممكن تقول لي", Next::kAskingWord},
    {"ممكن تقولي", Next::kAskingWord},
    {"ارجو ان تخبرني", Next::kAskingWord},
    {"ارجو اخباري", Next::kAskingWord},
    {"ارجو افادتي", Next::kAskingWord},
    {"ارجوك اخبرني", Next::kAskingWord},
    {"اخبرني", Next::kAskingWord},
    {"اخبروني", Next::kAskingWord},
    {"قل لي", Next::kAskingWord},
    {"قولوا لي", Next::kAskingWord},
    {"ذكرني", Next::kAskingWord},
    {"يا تري", Next::kAnything},
    {"تري", Next::kAskingWord},
    {"من فضلك", Next::kAnything},
    {"من فضلكم", Next::kAnything},
    {"لو سمحت", Next::kAnything},
    {"لو سمحتم", Next::kAnything},
    {"اذا سمحت", Next::kAnything},
    {"بعد اذنك", Next::kAnything},
    {"بالله عليك", Next::kAnything},
    {"بالله عليكم", Next::kAnything},
    {"رجاء", Next::kAnything},
    {"لطفا", Next::kAnything},
    {"عندي سوال", Next::kAnything},
    {"لدي سوال", Next::kAnything},
    {"السلام عليكم", Next::kAnything},
    {"مرحبا", Next::kAskingWord},
    {"سوال", Next::kAskingWord},
    {"طيب", Next::kAskingWord},
    {"حسنا", Next::kAskingWord},
    {"طب", Next::kAskingWord},
    {"can you please tell me", Next::kAskingWord},
    {"could you please tell me", Next::kAskingWord},
    {"would you please tell me", Next::kAskingWord},
    {"can you tell me", Next::kAskingWord},
    {"could you tell me", Next::kAskingWord},
    {"would you tell me", Next::kAskingWord},
    {"will you tell me", Next::kAskingWord},
    {"can you say", Next::kAskingWord},
    {"could you say", Next::kAskingWord},
    {"can anyone tell me", Next::kAskingWord},
    {"can you remind me", Next::kAskingWord},
    {"do you happen to know", Next::kAskingWord},
    {"would you happen to know", Next::kAskingWord},
    {"do you know", Next::kAskingWord},
    {"does anyone know", Next::kAskingWord},
    {"do we know", Next::kAskingWord},
    {"may i ask", Next::kAskingWord},
    {"can i ask", Next::kAskingWord},
    {"i would like to know", Next::kAskingWord},
    {"i'd like to know", Next::kAskingWord},
    {"i would love to know", Next::kAskingWord},
    {"i want to know", Next::kAskingWord},
    {"i need to know", Next::kAskingWord},
    {"i was wondering", Next::kAskingWord},
    {"i am wondering", Next::kAskingWord},
    {"i'm wondering", Next::kAskingWord},
    {"i wonder", Next::kAskingWord},
    {"just wondering", Next::kAskingWord},
    {"any idea", Next::kAskingWord},
    {"please let me know", Next::kAskingWord},
    {"let me know", Next::kAskingWord},
    {"please tell me", Next::kAskingWord},
    {"please tell us", Next::kAskingWord},
    {"tell me", Next::kAskingWord},
    {"tell us", Next::kAskingWord},
    {"remind me", Next::kAskingWord},
    {"quick question", Next::kAnything},
    {"true or false", Next::kAnything},
    {"one question", Next::kAskingWord},
    {"a question", Next::kAskingWord},
    {"question", Next::kAskingWord},
    {"out of curiosity", Next::kAnything},
    {"by the way", Next::kAnything},
    {"please", Next::kAskingWord},
    {"hello", Next::kAskingWord},
    {"hi", Next::kAskingWord},
    {"hey", Next::kAskingWord},
    {"okay", Next::kAskingWord},
    {"ok", Next::kAskingWord},
    {"well", Next::kAskingWord},
};

constexpr absl::string_view kClosings[] = {
    "من فضلك", "من فضلكم", "لو سمحت", "لو سمحتم",  "يا تري",        "رجاء",        "بالضبط",
    "تحديدا",  "please",   "exactly", "precisely", "by any chance", "if you know",
};

// Behind the mark that ends the question.
constexpr absl::string_view kThanks[] = {"وشكرا جزيلا", "شكرا جزيلا",  "وشكرا لك",     "شكرا لك",
                                         "وشكرا لكم",   "شكرا لكم",    "وشكرا",        "شكرا",
                                         "مع الشكر",    "many thanks", "thanks a lot", "thanks",
                                         "thank you",   "thx",         "cheers"};

// Behind a comma only.
constexpr absl::string_view kTags[] = {"do you know", "right", "correct", "is that right",
                                       "is that correct"};

// Longer ways to say one asking word.
struct Wording {
  absl::string_view words;
  absl::string_view plain;
};

constexpr Wording kWordings[] = {
    {"ما اسم الشخص الذي", "من الذي"},
    {"ما هو اسم الشخص الذي", "من الذي"},
    {"اذكر اسم الشخص الذي", "من الذي"},
    {"من هو الشخص الذي", "من الذي"},
    {"من الشخص الذي", "من الذي"},
    {"ما اسم من", "من"},
    {"اسم الذي", "من"},
    {"ما هو الشيء الذي", "ما الذي"},
    {"ما الشيء الذي", "ما الذي"},
    {"ما حجم المبلغ الذي", "ما المبلغ الذي"},
    {"ما قيمه المبلغ الذي", "ما المبلغ الذي"},
    {"كم مليونا", "كم"},
    {"كم مليارا", "كم"},
    {"اذكر اسم من", "من"},
    {"what is the name of the person who", "Who"},
    {"what is the name of the person that", "Who"},
    {"what was the name of the person who", "Who"},
    {"what's the name of the person who", "Who"},
    {"what is the name of the one who", "Who"},
    {"what was the name of the one who", "Who"},
    {"what number of", "How many"},
    {"how great a number of", "How many"},
    {"name the person who", "Who"},
    {"name the person that", "Who"},
    {"who is the person who", "Who"},
    {"who is the person that", "Who"},
    {"who was the person who", "Who"},
    {"who was it that", "Who"},
    {"who is it that", "Who"},
    {"which person", "Who"},
};

// Behind an opening: "I would like to know whether".
constexpr Wording kDoubts[] = {
    {"ما اذا", "هل"},
    {"فيما اذا", "هل"},
    {"ان كان", "هل كان"},
    {"ان كانت", "هل كانت"},
    {"اذا كان", "هل كان"},
    {"اذا كانت", "هل كانت"},
    {"whether", "Is it true that"},
    {"if", "Is it true that"},
};

bool IsAskingWord(absl::string_view key) {
  static constexpr absl::string_view kWords[] = {
      "من",       "ما",      "ماذا",      "متي",       "اين",  "كم",    "بكم",  "كيف",   "لماذا",
      "هل",       "اي",      "ايه",       "لم",        "عم",   "علام",  "مم",   "ممن",   "بماذا",
      "لمن",      "مين",     "وين",       "ليش",       "شو",   "ايش",   "فين",  "ليه",   "منذ",
      "باي",      "لاي",     "كام",       "who",       "whom", "whose", "what", "when",  "where",
      "which",    "why",     "how",       "did",       "does", "do",    "is",   "are",   "was",
      "were",     "has",     "have",      "had",       "will", "would", "can",  "could", "what's",
      "who's",    "didn't",  "isn't",     "wasn't",    "give", "name",  "list", "trace", "show",
      "describe", "compare", "summarize", "summarise", "اذكر", "عدد",   "رتب",  "سلسل",  "قارن",
      "لخص",      "صف",      "اسرد"};
  return std::find(std::begin(kWords), std::end(kWords), key) != std::end(kWords);
}

bool IsPreposition(absl::string_view key) {
  static constexpr absl::string_view kWords[] = {"في",  "من",   "الي", "علي", "عن",  "مع",
                                                 "منذ", "الي",  "at",  "in",  "on",  "to",
                                                 "by",  "with", "for", "of",  "from"};
  return std::find(std::begin(kWords), std::end(kWords), key) != std::end(kWords);
}

bool Asks(const std::vector<Word>& words, std::size_t at) {
  if (at >= words.size()) return false;
  if (IsAskingWord(words[at].key)) return true;
  return IsPreposition(words[at].key) && at + 1 < words.size() && IsAskingWord(words[at + 1].key);
}

// How many of the words from `at` on are the phrase; 0 when they are not.
std::size_t LengthAt(const std::vector<Word>& words, std::size_t at, absl::string_view phrase) {
  std::size_t length = 0;
  for (const absl::string_view part : absl::StrSplit(phrase, ' ')) {
    if (at + length >= words.size() || words[at + length].key != part) return 0;
    // A phrase has no break inside.
    if (length > 0 && words[at + length - 1].breaks_off()) return 0;
    ++length;
  }
  return length;
}

// "الدكتور سامي", "Mr. Brown": before a name, for which its first letters speak.
bool AddressesAt(absl::string_view text, const std::vector<Word>& words, std::size_t at) {
  static constexpr absl::string_view kArabic[] = {"الدكتور", "الدكتوره", "السيد",   "السيده",
                                                  "الاستاذ", "الاستاذه", "المهندس", "المهندسه"};
  static constexpr absl::string_view kEnglish[] = {"mr", "mrs", "ms"};
  const Word& next = words[at + 1];
  if (std::find(std::begin(kEnglish), std::end(kEnglish), words[at].key) != std::end(kEnglish)) {
    return absl::ascii_isupper(static_cast<unsigned char>(text[next.begin])) != 0;
  }
  if (words[at].breaks_off() || at == 0) return false;
  return std::find(std::begin(kArabic), std::end(kArabic), words[at].key) != std::end(kArabic) &&
         !absl::StartsWith(next.key, "ال") && !IsPreposition(next.key) && !next.key.empty() &&
         static_cast<unsigned char>(next.key[0]) >= 0x80;
}

void Blank(std::string* text, std::size_t begin, std::size_t end) {
  std::fill(text->begin() + static_cast<std::ptrdiff_t>(begin),
            text->begin() + static_cast<std::ptrdiff_t>(end), ' ');
}

void Say(absl::string_view plain, std::size_t begin, std::size_t end, std::string* text) {
  if (plain.size() > end - begin) return;
  Blank(text, begin, end);
  text->replace(end - plain.size(), plain.size(), plain.data(), plain.size());
}

std::size_t OpeningAt(const std::vector<Word>& words, std::size_t at) {
  for (const Opening& opening : kOpenings) {
    const std::size_t length = LengthAt(words, at, opening.words);
    if (length == 0 || at + length + 1 >= words.size()) continue;
    const bool doubts = std::any_of(
        std::begin(kDoubts), std::end(kDoubts),
        [&](const Wording& doubt) { return LengthAt(words, at + length, doubt.words) > 0; });
    const bool goes_on = opening.next == Next::kAnything || Asks(words, at + length) || doubts ||
                         OpeningAt(words, at + length) > 0;
    if (goes_on) return length;
  }
  return 0;
}

// The words before the marks that end the question.
std::size_t ClosingAt(const std::vector<Word>& words, std::size_t first) {
  const auto ends_with = [&](absl::string_view phrase) -> std::size_t {
    const std::size_t length =
        1 + static_cast<std::size_t>(std::count(phrase.begin(), phrase.end(), ' '));
    if (words.size() < first + length + 2) return 0;
    return LengthAt(words, words.size() - length, phrase);
  };
  for (const absl::string_view closing : kClosings) {
    if (const std::size_t length = ends_with(closing)) return length;
  }
  for (const absl::string_view tag : kTags) {
    const std::size_t length = ends_with(tag);
    if (length > 0 && words[words.size() - length - 1].breaks_off()) return length;
  }
  return 0;
}

// How many words behind a mark at the end are thanks.
std::size_t ThanksIn(const std::vector<Word>& words) {
  for (const absl::string_view thanks : kThanks) {
    const std::size_t length =
        1 + static_cast<std::size_t>(std::count(thanks.begin(), thanks.end(), ' '));
    if (words.size() < length + 2 || !words[words.size() - length - 1].breaks_off()) continue;
    if (LengthAt(words, words.size() - length, thanks) > 0) return length;
  }
  return 0;
}

}  // namespace

void BlankCourtesies(std::string* question) {
  std::vector<Word> words = FoldedWordsOf(*question);
  if (const std::size_t length = ThanksIn(words)) {
    const std::size_t asked = words.size() - length;
    Blank(question, words[asked - 1].marks_end, words.back().marks_end);
    words.resize(asked);
  }
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (!AddressesAt(*question, words, i)) continue;
    Blank(question, words[i].begin, words[i].marks_end);
  }
  std::size_t first = 0;
  while (const std::size_t length = OpeningAt(words, first)) first += length;
  if (first > 0) Blank(question, 0, words[first - 1].marks_end);
  if (first < words.size()) {
    const auto say_at_first = [&](const Wording& wording) {
      const std::size_t length = LengthAt(words, first, wording.words);
      if (length == 0 || first + length >= words.size()) return false;
      Say(wording.plain, 0, words[first + length - 1].end, question);
      return true;
    };
    const bool reworded = std::any_of(std::begin(kWordings), std::end(kWordings), say_at_first);
    if (!reworded && first > 0) {
      // Of "whether" and "if", which of themselves ask nothing.
      std::any_of(std::begin(kDoubts), std::end(kDoubts), say_at_first);
    }
  }
  if (const std::size_t length = ClosingAt(words, first)) {
    const Word& before = words[words.size() - length - 1];
    Blank(question, before.end, words.back().end);
  }
}

}  // namespace isnad::extraction
