#include "services/extraction/relations/pairs/pair_titles.h"

#include <algorithm>

namespace isnad::extraction {

PairTitles::PairTitles(const PhraseIndex* index, const RoleIndex* roles)
    : index_(*index), roles_(*roles) {}

int PairTitles::EntityOf(int mention) const {
  return mention < 0 ? -1 : index_.analysis().mentions[mention].entity;
}

const std::vector<PairTitles::Title>& PairTitles::In(int passage) {
  if (passage == passage_) return titles_;
  passage_ = passage;
  titles_.clear();
  const TokenRange tokens = index_.analysis().passages[passage].tokens;
  auto role = std::lower_bound(
      roles_.roles().begin(), roles_.roles().end(), tokens.begin,
      [](const RolePhrase& phrase, int token) { return phrase.title.begin < token; });
  for (; role != roles_.roles().end() && role->title.begin < tokens.end; ++role) {
    titles_.push_back(
        {&*role, EntityOf(roles_.PersonBeside(*role)), EntityOf(roles_.OrganizationOf(*role))});
  }
  return titles_;
}

TitleTie PairTitles::Between(int passage, int person, int organization) {
  TitleTie tie;
  for (const Title& title : In(passage)) {
    const bool own = person >= 0 && title.person == person;
    const TitleHolder holder = own                ? TitleHolder::kPerson
                               : title.person < 0 ? TitleHolder::kNobody
                                                  : TitleHolder::kOthers;
    TitleHouse house = TitleHouse::kNone;
    if (organization >= 0 && title.organization == organization) {
      house = own                ? TitleHouse::kOfPerson
              : title.person < 0 ? TitleHouse::kOfNobody
                                 : TitleHouse::kOfOthers;
    }
    const bool nearer = house > tie.house || (own && tie.key.empty());
    if (nearer) {
      tie.former = title.role->former;
      tie.key = title.role->key;
    }
    tie.holder = std::max(tie.holder, holder);
    tie.house = std::max(tie.house, house);
  }
  return tie;
}

}  // namespace isnad::extraction
