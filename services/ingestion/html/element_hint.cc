#include "services/ingestion/html/element_hint.h"

#include <cstddef>
#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"

namespace isnad::ingestion {
namespace {

using WordSet = absl::flat_hash_set<absl::string_view>;

const WordSet& BoilerplateWords() {
  static const WordSet* const kWords = new WordSet({
      "ad",          "adbox",        "addthis",      "addtoany",       "ads",
      "adsbygoogle", "adslot",       "advert",       "advertisement",  "advertising",
      "adverts",     "adwrapper",    "alsoread",     "authorbox",      "breadcrumb",
      "breadcrumbs", "comment",      "commentlist",  "comments",       "consent",
      "cookie",      "cookies",      "copyright",    "disqus",         "dfp",
      "facebook",    "followus",     "footer",       "gdpr",           "latestnews",
      "login",       "megamenu",     "menu",         "modal",          "morenews",
      "mostread",    "mostviewed",   "nav",          "navbar",         "navigation",
      "newsletter",  "offcanvas",    "outbrain",     "pager",          "pagination",
      "popup",       "recirc",       "recommend",    "recommendation", "recommendations",
      "recommended", "related",      "relatedposts", "respond",        "share",
      "sharebar",    "sharebuttons", "sharedaddy",   "sharing",        "signup",
      "sitemap",     "skyscraper",   "social",       "sponsor",        "sponsored",
      "subscribe",   "subscription", "taboola",      "tagcloud",       "toolbar",
      "topbar",      "trending",     "twitter",      "whatsapp",       "readalso",
      "readmore",    "seealso",      "yarpp",
  });
  return *kWords;
}

const WordSet& DoubtfulWords() {
  static const WordSet* const kWords = new WordSet({
      "author",   "banner", "byline",  "category", "editor", "header",    "keywords",
      "masthead", "meta",   "metas",   "popular",  "promo",  "rail",      "search",
      "sidebar",  "tags",   "teaser",  "ticker",   "tool",   "tools",     "widget",
      "widgets",  "latest", "infobar", "date",     "time",   "timestamp",
  });
  return *kWords;
}

const WordSet& ContentWords() {
  static const WordSet* const kWords = new WordSet({
      "article",   "articlebody", "articletext", "bodytext",  "content", "contents",
      "entry",     "main",        "maincontent", "newstext",  "page",    "post",
      "postbody",  "postcontent", "story",       "storybody", "text",    "wysiwyg",
      "paragraph", "paragraphs",  "details",     "body",
  });
  return *kWords;
}

// Splits "postShare btn_share-2" into post, share, btn, share, 2.
std::vector<std::string> WordsOf(absl::string_view names) {
  std::vector<std::string> words;
  bool in_word = false;
  char previous = ' ';
  for (const char c : names) {
    const auto byte = static_cast<unsigned char>(c);
    const bool hump = absl::ascii_isupper(byte) && absl::ascii_islower(previous);
    if (!absl::ascii_isalnum(byte)) {
      in_word = false;
    } else {
      if (!in_word || hump) words.emplace_back();
      words.back().push_back(absl::ascii_tolower(byte));
      in_word = true;
    }
    previous = c;
  }
  return words;
}

bool IsBoilerplateTag(absl::string_view tag) {
  return tag == "nav" || tag == "footer" || tag == "aside" || tag == "menu" || tag == "dialog";
}

bool IsBoilerplateRole(absl::string_view role) {
  return role == "navigation" || role == "contentinfo" || role == "complementary" ||
         role == "search" || role == "dialog" || role == "menu" || role == "menubar";
}

}  // namespace

ElementHint HintOf(const ElementAttributes& element) {
  // Class names of the whole page describe its layout ("has-sidebar").
  if (element.tag == "html" || element.tag == "body") return ElementHint::kNone;
  if (element.itemprop == "articleBody") return ElementHint::kContent;
  if (IsBoilerplateTag(element.tag) || IsBoilerplateRole(element.role)) {
    return ElementHint::kBoilerplate;
  }
  bool content = element.tag == "article" || element.tag == "main" || element.role == "main";
  // An <article> carries the words of its categories and tags.
  if (content) return ElementHint::kContent;
  bool doubtful = element.tag == "header" || element.role == "banner";
  for (const absl::string_view names : {element.class_names, element.id}) {
    for (const std::string& word : WordsOf(names)) {
      if (BoilerplateWords().contains(word)) return ElementHint::kBoilerplate;
      doubtful = doubtful || DoubtfulWords().contains(word);
      content = content || ContentWords().contains(word);
    }
  }
  if (content && !doubtful) return ElementHint::kContent;
  return doubtful && !content ? ElementHint::kDoubtful : ElementHint::kNone;
}

}  // namespace isnad::ingestion
