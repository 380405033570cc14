"""One macro for a file of the contract: its proto library, C++ messages and C++ stubs."""

load("@rules_proto//proto:defs.bzl", "proto_library")
load("//third_party/grpc:cc_grpc_library.bzl", "cc_grpc_library")

def isnad_proto(name, deps = [], external = [], services = False):
    """Declares `<name>_proto`, `<name>_cc_proto` and, with services, `<name>_cc_grpc`.

    Args:
      name: file name without ".proto".
      deps: names of the files of this package that it imports.
      external: proto_library labels that it imports from elsewhere.
      services: whether the file declares gRPC services.
    """
    proto_library(
        name = name + "_proto",
        srcs = [name + ".proto"],
        strip_import_prefix = "/protos",
        deps = [":" + d + "_proto" for d in deps] + external,
    )
    native.cc_proto_library(
        name = name + "_cc_proto",
        deps = [":" + name + "_proto"],
    )
    if services:
        cc_grpc_library(
            name = name + "_cc_grpc",
            proto = ":" + name + "_proto",
            deps = [":" + name + "_cc_proto"],
        )
