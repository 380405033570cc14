// Reports that ThreadSanitizer makes about libraries compiled without
// instrumentation: it sees the memory functions and system calls that they use
// but not the atomics that order them. A report counts as theirs when one of
// these modules made the call itself; our own code, called from them or not,
// stays checked.
//
// Linked with --config=tsan only.

extern "C" const char* __tsan_default_suppressions() {
  return "race:libabsl_*.so*\n"
         "race:libgrpc.so*\n"
         "race:libgrpc++.so*\n"
         "race:libgpr.so*\n"
         "race:libprotobuf.so*\n"
         "race:libcares.so*\n"
         "race:libprometheus-cpp-*.so*\n"
         "race:libcivetweb*.so*\n"
         "mutex:libgrpc.so*\n"
         "signal:libgrpc.so*\n";
}
