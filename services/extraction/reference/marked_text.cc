#include "services/extraction/reference/marked_text.h"

#include <algorithm>
#include <map>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "services/extraction/names/tagged_text.h"

namespace isnad::extraction {
namespace {

EntityType TypeOf(absl::string_view name) {
  if (name == "PERSON") return EntityType::kPerson;
  if (name == "ORGANIZATION") return EntityType::kOrganization;
  if (name == "PRODUCT") return EntityType::kProduct;
  if (name == "LOCATION") return EntityType::kLocation;
  return EntityType::kUnknown;
}

// A marked stretch of the bare text.
struct Mark {
  char kind = '{';
  ByteRange range;
  std::string id;
  std::string joined;  // "{id=joined words}"
};

class Reader {
 public:
  MarkedText Read(absl::string_view title, absl::string_view lines) {
    text_.title = std::string(title);
    std::string body;
    for (absl::string_view line : absl::StrSplit(lines, '\n')) {
      if (absl::StartsWith(line, "@")) {
        Declare(line.substr(1));
      } else {
        absl::StrAppend(&body, line, "\n");
      }
    }
    const std::string bare = Unmark(body);
    std::vector<EntityRecord> entities = std::move(text_.analysis.entities);
    text_.analysis = AnalyzeWords(bare);
    text_.analysis.entities = std::move(entities);
    for (const Mark& mark : marks_) Place(mark);
    DropUnnamed();
    return std::move(text_);
  }

 private:
  void Fail(absl::string_view what) {
    if (text_.error.empty()) text_.error = std::string(what);
  }

  void Declare(absl::string_view line) {
    if (line == "partial") {
      text_.partial = true;
      return;
    }
    const std::vector<std::string> words = absl::StrSplit(line, ' ', absl::SkipEmpty());
    if (words.size() < 2 || TypeOf(words[1]) == EntityType::kUnknown) {
      return Fail(absl::StrCat("bad declaration: ", line));
    }
    EntityRecord record;
    record.type = TypeOf(words[1]);
    record.external_ids["id"] = words[0];
    for (size_t i = 2; i < words.size(); ++i) {
      absl::string_view word = words[i];
      if (absl::ConsumePrefix(&word, "parent=")) {
        record.parent_key = std::string(word);
      } else if (word == "known") {
        record.lexicon_key = words[0];
      } else if (word != "-") {
        record.entity_class = words[i];
      }
    }
    index_[words[0]] = static_cast<int>(text_.analysis.entities.size());
    text_.analysis.entities.push_back(std::move(record));
  }

  std::string Unmark(absl::string_view body) {
    static const std::map<char, char>* const closing =
        new std::map<char, char>{{'{', '}'}, {'<', '>'}, {'~', '~'}};
    std::string bare;
    for (size_t i = 0; i < body.size(); ++i) {
      const auto close = closing->find(body[i]);
      if (close == closing->end()) {
        bare += body[i];
        continue;
      }
      const size_t space = body.find(' ', i);
      const size_t end = body.find(close->second, i + 1);
      if (space == absl::string_view::npos || end == absl::string_view::npos || end < space) {
        Fail(absl::StrCat("bad mark: ", body.substr(i, 40)));
        return bare;
      }
      Mark mark;
      mark.kind = body[i];
      const std::pair<std::string, std::string> ids =
          absl::StrSplit(body.substr(i + 1, space - i - 1), absl::MaxSplits('=', 1));
      mark.id = ids.first;
      mark.joined = ids.second;
      mark.range.begin = static_cast<int>(bare.size());
      absl::StrAppend(&bare, body.substr(space + 1, end - space - 1));
      mark.range.end = static_cast<int>(bare.size());
      marks_.push_back(std::move(mark));
      i = end;
    }
    return bare;
  }

  TokenRange TokensOf(ByteRange range) const {
    const std::vector<Token>& tokens = text_.analysis.tokens;
    TokenRange found;
    bool any = false;
    for (int i = 0; i < static_cast<int>(tokens.size()); ++i) {
      if (!tokens[i].range.overlaps(range)) continue;
      if (!any) found.begin = i;
      any = true;
      found.end = i + 1;
    }
    return found;
  }

  void Place(const Mark& mark) {
    const TokenRange tokens = TokensOf(mark.range);
    const std::string words(text_.analysis.Quote(mark.range));
    if (tokens.empty()) return Fail(absl::StrCat("no words: ", words));
    if (mark.kind == '<' && mark.id == "-") text_.unnamed.insert(tokens.begin);
    if (mark.kind == '<' && mark.id == "?") text_.unjudged.insert(tokens.begin);
    if (mark.id == "-" || mark.id == "?") return;
    for (const std::string& id :
         std::vector<std::string>(absl::StrSplit(mark.id, '+', absl::SkipEmpty()))) {
      if (index_.count(id) == 0) return Fail(absl::StrCat("undeclared: ", id));
      if (mark.kind == '<') text_.expected.insert({tokens.begin, id});
      if (mark.kind == '~') text_.allowed.insert({tokens.begin, id});
    }
    if (mark.kind != '{') return;
    if (!mark.joined.empty()) text_.expected.insert({tokens.begin, mark.joined});
    Mention mention;
    mention.tokens = tokens;
    mention.range = mark.range;
    mention.entity = index_[mark.id];
    mention.rule = "marked";
    EntityRecord& record = text_.analysis.entities[mention.entity];
    if (record.label_ar.empty()) {
      record.label_ar = words;
    } else if (record.type == EntityType::kPerson && tokens.size() == 1) {
      mention.kind = MentionKind::kShortName;
    }
    text_.analysis.mentions.push_back(std::move(mention));
  }

  // The names stage gives no entity without a name.
  void DropUnnamed() {
    std::vector<int> position(text_.analysis.entities.size(), -1);
    std::vector<EntityRecord> kept;
    for (Mention& mention : text_.analysis.mentions) {
      int& place = position[mention.entity];
      if (place < 0) {
        place = static_cast<int>(kept.size());
        kept.push_back(text_.analysis.entities[mention.entity]);
      }
      mention.entity = place;
    }
    text_.analysis.entities = std::move(kept);
  }

  MarkedText text_;
  std::vector<Mark> marks_;
  std::map<std::string, int> index_;
};

std::string IdOf(const Analysis& analysis, const Mention& mention) {
  const auto& ids = analysis.entities[mention.entity].external_ids;
  const auto id = ids.find("id");
  return id == ids.end() ? "" : id->second;
}

}  // namespace

MarkedText ReadMarkedText(absl::string_view title, absl::string_view lines) {
  return Reader().Read(title, lines);
}

bool IsJudged(const MarkedText& text, int token) {
  if (text.unjudged.count(token) > 0) return false;
  if (!text.partial || text.unnamed.count(token) > 0) return true;
  return std::any_of(text.expected.begin(), text.expected.end(),
                     [&](const Link& link) { return link.first == token; });
}

std::vector<MarkedText> ReadMarkedTexts(absl::string_view file) {
  std::vector<MarkedText> texts;
  std::string title;
  std::string lines;
  const auto flush = [&] {
    if (!title.empty()) texts.push_back(ReadMarkedText(title, lines));
    lines.clear();
  };
  for (absl::string_view line : absl::StrSplit(file, '\n')) {
    if (absl::ConsumePrefix(&line, "===")) {
      flush();
      title = std::string(absl::StripAsciiWhitespace(line));
    } else if (!absl::StartsWith(line, "#")) {
      absl::StrAppend(&lines, line, "\n");
    }
  }
  flush();
  return texts;
}

std::set<Link> LinksOf(const Analysis& after, const Analysis& before) {
  std::set<Link> names;
  for (const Mention& mention : before.mentions) {
    names.insert({mention.tokens.begin, IdOf(before, mention)});
  }
  std::set<Link> links;
  for (const Mention& mention : after.mentions) {
    const Link link{mention.tokens.begin, IdOf(after, mention)};
    if (names.count(link) == 0) links.insert(link);
  }
  return links;
}

std::string Describe(const Analysis& analysis, const std::set<Link>& links) {
  std::string words;
  for (const Link& link : links) {
    absl::StrAppend(&words, words.empty() ? "" : "; ",
                    analysis.Quote(analysis.tokens[link.first].range), " -> ", link.second);
  }
  return words;
}

}  // namespace isnad::extraction
