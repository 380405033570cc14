#include "services/extraction/relations/table_facts.h"

#include <string>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"

namespace isnad::extraction {
namespace {

constexpr double kTableConfidence = 0.75;
// Cells with more words hold more than a name.
constexpr int kLongestName = 4;

enum class Column {
  kOther,
  kOrganization,
  kLaidOff,
  kHeadcount,
  kTitle,
  kDate,
  kInvestor,
  kMoney,
};

bool IsBar(const Token& token) { return token.form == "|" || token.form == "\t"; }

// Cells of a row, empty ones at its borders left out.
std::vector<TokenRange> CellsOf(const Analysis& analysis, TokenRange row) {
  std::vector<TokenRange> cells;
  int begin = row.begin;
  for (int i = row.begin; i <= row.end; ++i) {
    if (i < row.end && !IsBar(analysis.tokens[i])) continue;
    const bool border = begin == i && (begin == row.begin || i == row.end);
    if (!border) cells.push_back({begin, i});
    begin = i + 1;
  }
  return cells;
}

bool Holds(const Analysis& analysis, TokenRange cell,
           const absl::flat_hash_set<absl::string_view>& words) {
  for (int i = cell.begin; i < cell.end; ++i) {
    const Token& token = analysis.tokens[i];
    if (words.contains(token.base) || words.contains(token.lemma)) return true;
  }
  return false;
}

Column KindOf(const PhraseIndex& index, const RoleIndex& roles, TokenRange heading) {
  using WordSet = absl::flat_hash_set<absl::string_view>;
  static const auto* dismissed =
      new WordSet{"مسرح", "مسرحين", "تسريح", "تسريحات", "مفصولين", "سرح", "ملغاه", "مستغني"};
  static const auto* employed = new WordSet{"عاملين", "موظفين", "عمال", "عماله", "موظف", "عامل"};
  static const auto* organization =
      new WordSet{"شركه", "شركات", "موسسه", "جهه", "بنك", "مجموعه", "مصرف"};
  static const auto* date = new WordSet{"تاريخ", "شهر", "سنه", "عام", "موعد"};
  static const auto* investor =
      new WordSet{"مستثمر", "مستثمرين", "مستثمرون", "ممول", "ممولين", "ممولون", "داعمين", "داعمون"};
  static const auto* money = new WordSet{"تمويل", "مبلغ", "قيمه", "استثمار", "حجم"};
  static const auto* leader = new WordSet{"قايد", "قياده"};
  static const auto* round = new WordSet{"جوله", "تمويل"};
  const Analysis& analysis = index.analysis();
  if (Holds(analysis, heading, *dismissed)) return Column::kLaidOff;
  const bool leads = Holds(analysis, heading, *leader) && Holds(analysis, heading, *round);
  if (leads || Holds(analysis, heading, *investor)) return Column::kInvestor;
  for (int i = heading.begin; i < heading.end; ++i) {
    const RolePhrase* role = roles.BeginningAt(i);
    if (role != nullptr && role->senior) return Column::kTitle;
  }
  if (Holds(analysis, heading, *employed)) return Column::kHeadcount;
  if (Holds(analysis, heading, *organization)) return Column::kOrganization;
  if (Holds(analysis, heading, *date)) return Column::kDate;
  if (Holds(analysis, heading, *money)) return Column::kMoney;
  return Column::kOther;
}

int MentionIn(const PhraseIndex& index, TokenRange cell, EntityType type) {
  for (int i = cell.begin; i < cell.end; ++i) {
    if (index.MentionStartsAt(i) && index.TypeOfMention(index.MentionAt(i)) == type) {
      return index.MentionAt(i);
    }
  }
  return -1;
}

ArgumentRecord EntityArgument(const Analysis& analysis, int mention) {
  ArgumentRecord out;
  out.kind = ArgumentRecord::Kind::kEntity;
  out.entity = analysis.mentions[mention].entity;
  out.range = analysis.mentions[mention].range;
  out.text = std::string(analysis.Quote(out.range));
  return out;
}

ArgumentRecord ValueArgument(const Analysis& analysis, int value, const char* role) {
  ArgumentRecord out;
  out.kind = ArgumentRecord::Kind::kValue;
  out.role = role;
  out.value = value;
  out.range = analysis.values[value].range;
  out.text = std::string(analysis.Quote(out.range));
  return out;
}

// One table: its headings and the rows below.
class Table {
 public:
  Table(const PhraseIndex& index, const RoleIndex& roles, int first_passage)
      : index_(index), analysis_(index.analysis()) {
    headings_ = CellsOf(analysis_, analysis_.passages[first_passage].tokens);
    for (const TokenRange heading : headings_) {
      columns_.push_back(KindOf(index, roles, heading));
    }
  }

  void ReadRow(int passage, std::vector<FactRecord>* out) const {
    const std::vector<TokenRange> cells = CellsOf(analysis_, analysis_.passages[passage].tokens);
    if (cells.size() != columns_.size()) return;
    ArgumentRecord organization;
    int date = -1;
    int money = -1;
    for (size_t c = 0; c < cells.size(); ++c) {
      if (columns_[c] == Column::kOrganization && !organization.filled()) {
        organization = NameIn(cells[c], EntityType::kOrganization);
      }
      if (columns_[c] == Column::kDate) date = ValueIn(cells[c], ValueKind::kDate);
      if (columns_[c] == Column::kMoney) money = ValueIn(cells[c], ValueKind::kMoney);
    }
    if (!organization.filled()) return;
    for (size_t c = 0; c < cells.size(); ++c) {
      const bool counts = columns_[c] == Column::kLaidOff || columns_[c] == Column::kHeadcount;
      if (counts) {
        const int value = ValueIn(cells[c], ValueKind::kQuantity);
        if (value < 0) continue;
        const bool dismissed = columns_[c] == Column::kLaidOff;
        FactRecord fact = NewFact(passage, dismissed ? "LAID_OFF" : "HEADCOUNT", cells[c]);
        fact.subject = organization;
        fact.subject.role = "subject";
        fact.roles.push_back(ValueArgument(analysis_, value, "count"));
        if (date >= 0) fact.roles.push_back(ValueArgument(analysis_, date, "date"));
        out->push_back(std::move(fact));
      }
      if (columns_[c] == Column::kInvestor && money >= 0) {
        FactRecord fact = NewFact(passage, "INVESTED_IN", cells[c]);
        fact.object = organization;
        fact.object.role = "object";
        fact.roles.push_back(ValueArgument(analysis_, money, "amount"));
        if (date >= 0) fact.roles.push_back(ValueArgument(analysis_, date, "date"));
        for (ArgumentRecord& investor : OrganizationsIn(cells[c])) {
          fact.subject = std::move(investor);
          fact.subject.role = "subject";
          out->push_back(fact);
        }
      }
      if (columns_[c] != Column::kTitle) continue;
      const ArgumentRecord person = NameIn(cells[c], EntityType::kPerson);
      if (!person.filled()) continue;
      FactRecord fact = NewFact(passage, "HOLDS_ROLE", cells[c]);
      fact.subject = person;
      fact.subject.role = "subject";
      fact.object = organization;
      fact.object.role = "object";
      ArgumentRecord title;
      title.kind = ArgumentRecord::Kind::kText;
      title.role = "role";
      title.range = analysis_.BytesOf(headings_[c]);
      title.text = std::string(analysis_.Quote(title.range));
      fact.roles.push_back(title);
      out->push_back(std::move(fact));
    }
  }

 private:
  // The name in a cell: the heading says that there is one, known or not.
  ArgumentRecord NameIn(TokenRange cell, EntityType type) const {
    const int mention = MentionIn(index_, cell, type);
    if (mention >= 0 && FillsCell(mention, cell)) return EntityArgument(analysis_, mention);
    ArgumentRecord out;
    if (cell.size() < 1 || cell.size() > kLongestName || ValueIn(cell, ValueKind::kQuantity) >= 0) {
      return out;
    }
    // A rule of dashes below the headings.
    if (index_.token(cell.begin).shape == TokenShape::kPunctuation) return out;
    out.kind = ArgumentRecord::Kind::kText;
    out.range = analysis_.BytesOf(cell);
    out.text = std::string(analysis_.Quote(out.range));
    return out;
  }

  // Whether a mention may be all that a cell names: it does not reach beyond it, and unless it is
  // well known it leaves out nothing but the noun of its kind.
  bool FillsCell(int mention, TokenRange cell) const {
    const Mention& m = analysis_.mentions[mention];
    if (m.tokens.begin < cell.begin || m.tokens.end > cell.end) return false;
    if (m.rule == "gazetteer" || cell.size() > kLongestName) return true;
    const int left_out = cell.size() - m.tokens.size();
    return left_out == 0 || (left_out == 1 && m.tokens.begin > cell.begin && IsKind(cell.begin));
  }

  bool IsKind(int token) const {
    static const auto* kinds = new absl::flat_hash_set<absl::string_view>{
        "شركه", "صندوق", "بنك", "مصرف", "مجموعه", "موسسه", "منصه", "تطبيق"};
    return kinds->contains(index_.token(token).base);
  }

  // All organisations that a cell names; one of no known name takes the whole cell.
  std::vector<ArgumentRecord> OrganizationsIn(TokenRange cell) const {
    std::vector<ArgumentRecord> out;
    for (int i = cell.begin; i < cell.end; ++i) {
      if (!index_.MentionStartsAt(i)) continue;
      const int mention = index_.MentionAt(i);
      if (index_.TypeOfMention(mention) != EntityType::kOrganization) continue;
      if (!FillsCell(mention, cell)) continue;
      out.push_back(EntityArgument(analysis_, mention));
    }
    if (!out.empty()) return out;
    ArgumentRecord name = NameIn(cell, EntityType::kOrganization);
    if (name.filled()) out.push_back(std::move(name));
    return out;
  }

  int ValueIn(TokenRange cell, ValueKind kind) const {
    for (int i = cell.begin; i < cell.end; ++i) {
      const int value = index_.ValueAt(i);
      if (value >= 0 && analysis_.values[value].kind == kind) return value;
    }
    return -1;
  }

  FactRecord NewFact(int passage, const char* type, TokenRange cell) const {
    FactRecord fact;
    fact.type = type;
    fact.rule = fact.type + "/table";
    fact.passage = passage;
    fact.trigger = analysis_.BytesOf(cell);
    fact.quote = analysis_.passages[passage].range;
    fact.SetConfidence("table", kTableConfidence);
    fact.cross_sentence = true;
    return fact;
  }

  const PhraseIndex& index_;
  const Analysis& analysis_;
  std::vector<TokenRange> headings_;
  std::vector<Column> columns_;
};

}  // namespace

std::vector<FactRecord> TableFacts(const PhraseIndex& index, const RoleIndex& roles) {
  std::vector<FactRecord> out;
  const std::vector<Passage>& passages = index.analysis().passages;
  const int count = static_cast<int>(passages.size());
  for (int p = 0; p < count; ++p) {
    if (passages[p].kind != PassageKind::kTableRow) continue;
    const Table table(index, roles, p);
    for (++p; p < count && passages[p].kind == PassageKind::kTableRow; ++p) {
      table.ReadRow(p, &out);
    }
    --p;
  }
  return out;
}

}  // namespace isnad::extraction
