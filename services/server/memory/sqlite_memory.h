// SQLite's accounts of the memory it uses.

#ifndef ISNAD_SERVICES_SERVER_MEMORY_SQLITE_MEMORY_H_
#define ISNAD_SERVICES_SERVER_MEMORY_SQLITE_MEMORY_H_

namespace isnad::server {

// Keeps SQLite from counting what it allocates, which nobody reads here: it takes a lock that all
// connections of the process share, for every piece. To be called before a file is opened; later
// calls change nothing.
void StopCountingSqliteMemory();

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_MEMORY_SQLITE_MEMORY_H_
