"""Google's common protos, from the npm package google-proto-files."""

# Package -> proto -> the protos that it imports.
_PROTOS = {
    "google/api": {
        "client": [
            ":launch_stage_proto",
            "@com_google_protobuf//:descriptor_proto",
            "@com_google_protobuf//:duration_proto",
        ],
        "field_behavior": ["@com_google_protobuf//:descriptor_proto"],
        "field_info": ["@com_google_protobuf//:descriptor_proto"],
        "launch_stage": [],
        "resource": ["@com_google_protobuf//:descriptor_proto"],
    },
    "google/rpc": {
        "code": [],
        "error_details": ["@com_google_protobuf//:duration_proto"],
        "status": ["@com_google_protobuf//:any_proto"],
    },
    "google/type": {
        "date": [],
        "interval": ["@com_google_protobuf//:timestamp_proto"],
        "latlng": [],
    },
}

_HEADER = """load("@rules_cc//cc:defs.bzl", "cc_proto_library")
load("@rules_proto//proto:defs.bzl", "proto_library")

package(default_visibility = ["//visibility:public"])
"""

_TARGET = """
proto_library(
    name = "{name}_proto",
    srcs = ["{name}.proto"],
    deps = {deps},
)

cc_proto_library(
    name = "{name}_cc_proto",
    deps = [":{name}_proto"],
)
"""

def _googleapis_repository_impl(ctx):
    root = ctx.path(ctx.attr.package_json).dirname
    root = root.get_child("node_modules").get_child("google-proto-files")
    if not root.exists:
        fail("Google's common protos are not installed: run `./dev setup`.")
    ctx.file("WORKSPACE", "workspace(name = \"%s\")\n" % ctx.name)
    for package, protos in _PROTOS.items():
        text = _HEADER
        for name, deps in protos.items():
            text += _TARGET.format(name = name, deps = repr(deps))
            path = "%s/%s.proto" % (package, name)
            ctx.symlink(str(root) + "/" + path, path)
        ctx.file(package + "/BUILD", text)

googleapis_repository = repository_rule(
    implementation = _googleapis_repository_impl,
    attrs = {
        "package_json": attr.label(
            default = "//third_party/npm:package.json",
            allow_single_file = True,
            doc = "The npm package whose node_modules holds google-proto-files.",
        ),
    },
)
