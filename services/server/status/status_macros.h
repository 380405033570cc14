// Macros that hand a failed absl::Status or absl::StatusOr to the caller.

#ifndef ISNAD_SERVICES_SERVER_STATUS_STATUS_MACROS_H_
#define ISNAD_SERVICES_SERVER_STATUS_STATUS_MACROS_H_

#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

#define ISNAD_STATUS_CONCAT_INNER(a, b) a##b
#define ISNAD_STATUS_CONCAT(a, b) ISNAD_STATUS_CONCAT_INNER(a, b)

// Evaluates `expr`, an absl::Status, and returns it from the enclosing function unless it is OK.
#define ISNAD_RETURN_IF_ERROR(expr)              \
  do {                                           \
    absl::Status isnad_status = (expr);          \
    if (!isnad_status.ok()) return isnad_status; \
  } while (false)

// Evaluates `expr`, an absl::StatusOr<T>; returns its status from the enclosing function unless it
// is OK, else assigns the value to `lhs`, which may be a declaration. Types that hold commas need
// parentheses around the expression or an alias.
#define ISNAD_ASSIGN_OR_RETURN(lhs, ...) \
  ISNAD_ASSIGN_OR_RETURN_INNER(ISNAD_STATUS_CONCAT(isnad_status_or_, __LINE__), lhs, (__VA_ARGS__))

#define ISNAD_ASSIGN_OR_RETURN_INNER(result, lhs, expr) \
  auto result = expr;                                   \
  if (!result.ok()) return std::move(result).status();  \
  lhs = *std::move(result)

#endif  // ISNAD_SERVICES_SERVER_STATUS_STATUS_MACROS_H_
