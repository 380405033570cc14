"""All external repositories of Isnad; README.md beside this file lists them."""

load("//third_party:system_library.bzl", "system_library")
load("//third_party/abseil:repository.bzl", "abseil_repository")
load("//third_party/bazel_rules:repositories.bzl", "bazel_rules_repositories")
load("//third_party/googleapis:repository.bzl", "googleapis_repository")

_GRPC_PROTOS = [
    "grpc/health/v1/health.proto",
    "grpc/reflection/v1/reflection.proto",
    "grpc/reflection/v1alpha/reflection.proto",
]

_WELL_KNOWN_PROTOS = [
    "include/google/protobuf/any.proto",
    "include/google/protobuf/api.proto",
    "include/google/protobuf/descriptor.proto",
    "include/google/protobuf/duration.proto",
    "include/google/protobuf/empty.proto",
    "include/google/protobuf/field_mask.proto",
    "include/google/protobuf/source_context.proto",
    "include/google/protobuf/struct.proto",
    "include/google/protobuf/timestamp.proto",
    "include/google/protobuf/type.proto",
    "include/google/protobuf/wrappers.proto",
]

# Libraries that need no more than a header to look for: repository name ->
# folder below third_party, header, Debian packages.
_PLAIN_LIBRARIES = {
    "cld2": ("cld2", "cld2/public/compact_lang_det.h", ["libcld2-dev"]),
    "cli11": ("cli11", "CLI/CLI.hpp", ["libcli11-dev"]),
    "com_github_google_benchmark": ("benchmark", "benchmark/benchmark.h", ["libbenchmark-dev"]),
    "com_google_googletest": ("googletest", "gmock/gmock.h", ["libgtest-dev", "libgmock-dev"]),
    "gperftools": ("gperftools", "gperftools/tcmalloc.h", ["libgoogle-perftools-dev"]),
    "gumbo": ("gumbo", "gumbo.h", ["libgumbo-dev"]),
    "icu": ("icu", "unicode/uchar.h", ["libicu-dev"]),
    "libpq": ("libpq", "postgresql/libpq-fe.h", ["libpq-dev"]),
    "libstemmer": ("libstemmer", "libstemmer.h", ["libstemmer-dev"]),
    "nlohmann_json": ("nlohmann_json", "nlohmann/json.hpp", ["nlohmann-json3-dev"]),
    "openssl": ("openssl", "openssl/evp.h", ["libssl-dev"]),
    "prometheus_cpp": ("prometheus_cpp", "prometheus/registry.h", ["prometheus-cpp-dev"]),
    "re2": ("re2", "re2/re2.h", ["libre2-dev"]),
    "spdlog": ("spdlog", "spdlog/spdlog.h", ["libspdlog-dev"]),
    "sqlite": ("sqlite", "sqlite3.h", ["libsqlite3-dev"]),
    "uchardet": ("uchardet", "uchardet/uchardet.h", ["libuchardet-dev"]),
}

def isnad_repositories():
    """Declares every external repository."""
    bazel_rules_repositories()
    abseil_repository(name = "com_google_absl")
    googleapis_repository(name = "googleapis")

    system_library(
        name = "com_google_protobuf",
        build_file = "//third_party/protobuf:protobuf.BUILD",
        links = {path: "/usr/" + path for path in ["bin/protoc"] + _WELL_KNOWN_PROTOS},
        packages = ["libprotobuf-dev", "protobuf-compiler"],
        probe = "/usr/include/google/protobuf/message.h",
    )
    system_library(
        name = "com_github_grpc_grpc",
        build_file = "//third_party/grpc:grpc.BUILD",
        links = {"bin/grpc_cpp_plugin": "/usr/bin/grpc_cpp_plugin"},
        packages = ["libgrpc++-dev", "protobuf-compiler-grpc"],
        probe = "/usr/include/grpcpp/grpcpp.h",
    )
    system_library(
        name = "grpc_proto",
        build_file = "//third_party/grpc_proto:grpc_proto.BUILD",
        links = {path: "/usr/share/grpc-proto/" + path for path in _GRPC_PROTOS},
        packages = ["grpc-proto"],
        probe = "/usr/share/grpc-proto/grpc/health/v1/health.proto",
    )
    for name, (folder, header, packages) in _PLAIN_LIBRARIES.items():
        system_library(
            name = name,
            build_file = "//third_party/{0}:{0}.BUILD".format(folder),
            packages = packages,
            probe = "/usr/include/" + header,
        )
