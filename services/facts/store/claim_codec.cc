#include "services/facts/store/claim_codec.h"

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"

namespace isnad::facts {
namespace {

// Each part is its length in decimal, a colon and its bytes.
void Append(absl::string_view part, std::string* out) {
  absl::StrAppend(out, part.size(), ":", part);
}

bool Take(absl::string_view* bytes, std::string* part) {
  const size_t colon = bytes->find(':');
  size_t size = 0;
  if (colon == absl::string_view::npos || !absl::SimpleAtoi(bytes->substr(0, colon), &size) ||
      bytes->size() - colon - 1 < size) {
    return false;
  }
  *part = std::string(bytes->substr(colon + 1, size));
  bytes->remove_prefix(colon + 1 + size);
  return true;
}

bool TakeNumber(absl::string_view* bytes, int32_t* number) {
  std::string part;
  return Take(bytes, &part) && absl::SimpleAtoi(part, number);
}

void AppendArgument(const Argument& argument, std::string* out) {
  Append(argument.role, out);
  Append(argument.entity, out);
  Append(argument.display_text, out);
  Append(argument.value_bytes, out);
}

bool TakeArgument(absl::string_view* bytes, Argument* argument) {
  return Take(bytes, &argument->role) && Take(bytes, &argument->entity) &&
         Take(bytes, &argument->display_text) && Take(bytes, &argument->value_bytes);
}

bool TakeInterval(absl::string_view* bytes, Claim* claim) {
  DayInterval valid;
  int32_t precision = 0;
  int32_t basis = 0;
  if (!TakeNumber(bytes, &valid.start) || !TakeNumber(bytes, &valid.end) ||
      !TakeNumber(bytes, &precision) || !TakeNumber(bytes, &basis)) {
    return false;
  }
  valid.precision = static_cast<DatePrecision>(precision);
  valid.basis = static_cast<DateBasis>(basis);
  claim->valid = valid;
  return true;
}

bool TakeClaim(absl::string_view bytes, Claim* claim) {
  int32_t has_object = 0;
  int32_t has_valid = 0;
  int32_t roles = 0;
  if (!TakeArgument(&bytes, &claim->subject) || !TakeNumber(&bytes, &has_object)) return false;
  if (has_object != 0) {
    claim->object.emplace();
    if (!TakeArgument(&bytes, &*claim->object)) return false;
  }
  if (!TakeNumber(&bytes, &has_valid)) return false;
  if (has_valid != 0 && !TakeInterval(&bytes, claim)) return false;
  if (!TakeNumber(&bytes, &roles)) return false;
  for (int i = 0; i < roles; ++i) {
    claim->roles.emplace_back();
    if (!TakeArgument(&bytes, &claim->roles.back())) return false;
  }
  return bytes.empty();
}

}  // namespace

std::string EncodeClaim(const Claim& claim) {
  std::string out;
  AppendArgument(claim.subject, &out);
  Append(claim.object.has_value() ? "1" : "0", &out);
  if (claim.object.has_value()) AppendArgument(*claim.object, &out);
  Append(claim.valid.has_value() ? "1" : "0", &out);
  if (claim.valid.has_value()) {
    Append(absl::StrCat(claim.valid->start), &out);
    Append(absl::StrCat(claim.valid->end), &out);
    Append(absl::StrCat(static_cast<int>(claim.valid->precision)), &out);
    Append(absl::StrCat(static_cast<int>(claim.valid->basis)), &out);
  }
  Append(absl::StrCat(claim.roles.size()), &out);
  for (const Argument& role : claim.roles) AppendArgument(role, &out);
  return out;
}

absl::StatusOr<Claim> DecodeClaim(absl::string_view bytes) {
  Claim claim;
  if (!bytes.empty() && !TakeClaim(bytes, &claim)) {
    return absl::DataLossError("a stored claim does not read back");
  }
  return claim;
}

}  // namespace isnad::facts
