// Names that were prepared and compared before.

#ifndef ISNAD_SERVICES_FACTS_DOMAIN_NAME_MEMORY_H_
#define ISNAD_SERVICES_FACTS_DOMAIN_NAME_MEMORY_H_

#include <memory>
#include <string>
#include <unordered_map>

#include "services/matching/name_matcher.h"
#include "services/matching/spelling_distance.h"

namespace isnad::facts {

// A matcher with what it worked out. Two thirds of a search for names are reading and comparing the
// words of stored ones, and these come over and over: what one request has learned, the next one
// takes up. Depends on letters alone, so it cannot be out of date. Not thread-safe.
class NameMemory {
 public:
  NameMemory() : matcher_(&spellings_) {}
  NameMemory(const NameMemory&) = delete;
  NameMemory& operator=(const NameMemory&) = delete;

  const matching::NameMatcher& matcher() const { return matcher_; }
  // Stays where it is until the memory goes.
  const matching::MatchableName& Prepare(const std::string& name);

 private:
  friend class NameMemoryLease;

  matching::SpellingMemory spellings_;
  const matching::NameMatcher matcher_;
  std::unordered_map<std::string, matching::MatchableName> prepared_;
  int uses_ = 0;
  int purges_ = 0;  // Before it was made.
};

// The memory of one request, left behind by another if possible. Each lasts for some hundred
// requests at most and some thousand names.
class NameMemoryLease {
 public:
  NameMemoryLease();
  ~NameMemoryLease();
  NameMemoryLease(const NameMemoryLease&) = delete;
  NameMemoryLease& operator=(const NameMemoryLease&) = delete;

  NameMemory& operator*() const { return *memory_; }
  NameMemory* operator->() const { return memory_.get(); }

  // After a document was purged: no request to come sees a memory from before, so that no name
  // that stood there alone stays.
  static void ForgetAll();

 private:
  std::unique_ptr<NameMemory> memory_;
};

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_NAME_MEMORY_H_
