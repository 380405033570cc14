#include "services/extraction/names/learned/name_label.h"

#include "absl/strings/match.h"

namespace isnad::extraction {

absl::string_view NameKindTag(NameKind kind) {
  switch (kind) {
    case NameKind::kPerson:
      return "PERS";
    case NameKind::kLocation:
      return "LOC";
    case NameKind::kOrganization:
      return "ORG";
    case NameKind::kProduct:
      return "PROD";
    case NameKind::kOther:
      break;
  }
  return "MISC";
}

NameLabel NameLabelOf(absl::string_view tag) {
  if (tag.size() < 3 || tag[1] != '-' || (tag[0] != 'B' && tag[0] != 'I')) return kOutside;
  const absl::string_view name = tag.substr(2);
  NameKind kind = NameKind::kOther;
  if (absl::StartsWith(name, "PER")) {
    kind = NameKind::kPerson;
  } else if (absl::StartsWith(name, "LOC")) {
    kind = NameKind::kLocation;
  } else if (absl::StartsWith(name, "ORG")) {
    kind = NameKind::kOrganization;
  } else if (absl::StartsWith(name, "PROD")) {
    kind = NameKind::kProduct;
  }
  return tag[0] == 'B' ? BeginOf(kind) : InsideOf(kind);
}

}  // namespace isnad::extraction
