"""C++ stubs for the services of a proto_library."""

load("@rules_cc//cc:defs.bzl", "cc_library")
load("@rules_proto//proto:defs.bzl", "ProtoInfo")

# How protoc writes the punctuation of paths in C++ symbols.
_ESCAPES = {
    "-": "_2d",
    ".": "_2e",
    "/": "_2f",
    "_": "_5f",
}

def _import_path(source, proto_info):
    """The path by which other protos import the source."""
    root = proto_info.proto_source_root
    for prefix in [source.root.path + "/" + root, root, source.root.path]:
        if prefix and prefix != "." and source.path.startswith(prefix + "/"):
            return source.path[len(prefix) + 1:]
    return source.path

def _descriptor_symbol(path):
    """The name that generated code gives to the descriptor of a proto."""
    symbol = ""
    for char in path.elems():
        if char.isalnum():
            symbol += char
        elif char in _ESCAPES:
            symbol += _ESCAPES[char]
        else:
            fail("cc_grpc_library cannot take the path %s." % path)
    return "descriptor_table_" + symbol

# A linker drops messages that no code names, and with them the descriptor by
# which reflection finds the service. This reference keeps them.
_KEEP_DESCRIPTOR = (
    "__attribute__((used)) static const void* const linked_descriptor = &{symbol};"
)

def _grpc_cpp_sources_impl(ctx):
    proto_info = ctx.attr.proto[ProtoInfo]
    suffixes = [".grpc.pb.h", ".grpc.pb.cc"]
    if ctx.attr.generate_mocks:
        suffixes.append("_mock.grpc.pb.h")

    imports = [_import_path(source, proto_info) for source in proto_info.direct_sources]
    outputs = [
        ctx.actions.declare_file("%s/%s%s" % (ctx.label.name, path[:-len(".proto")], suffix))
        for path in imports
        for suffix in suffixes
    ]
    out_dir = outputs[0].path[:-len(imports[0][:-len(".proto")] + suffixes[0]) - 1]

    descriptors = proto_info.transitive_descriptor_sets
    args = ctx.actions.args()
    args.add_joined("--descriptor_set_in", descriptors, join_with = ":")
    args.add("--plugin=protoc-gen-grpc=" + ctx.executable._plugin.path)
    args.add("--grpc_out=%s:%s" % (
        "generate_mock_code=true" if ctx.attr.generate_mocks else "",
        out_dir,
    ))
    args.add_all(imports)

    commands = ["%s \"$@\"" % ctx.executable._protoc.path]
    for path in imports:
        commands.append("echo '%s' >> %s/%s.grpc.pb.cc" % (
            _KEEP_DESCRIPTOR.format(symbol = _descriptor_symbol(path)),
            out_dir,
            path[:-len(".proto")],
        ))
    ctx.actions.run_shell(
        inputs = descriptors,
        outputs = outputs,
        command = " && ".join(commands),
        tools = [ctx.executable._protoc, ctx.executable._plugin],
        arguments = [args],
        mnemonic = "GrpcCppStubs",
        progress_message = "Generating gRPC stubs of %s" % ctx.attr.proto.label,
    )
    headers = [file for file in outputs if file.extension == "h"]
    return [
        DefaultInfo(files = depset(outputs)),
        OutputGroupInfo(
            headers = depset(headers),
            sources = depset([file for file in outputs if file.extension == "cc"]),
        ),
    ]

_grpc_cpp_sources = rule(
    implementation = _grpc_cpp_sources_impl,
    attrs = {
        "generate_mocks": attr.bool(),
        "proto": attr.label(mandatory = True, providers = [ProtoInfo]),
        "_plugin": attr.label(
            default = "@com_github_grpc_grpc//:grpc_cpp_plugin",
            cfg = "host",
            executable = True,
        ),
        "_protoc": attr.label(
            default = "@com_google_protobuf//:protoc",
            cfg = "host",
            executable = True,
        ),
    },
)

def cc_grpc_library(name, proto, deps, generate_mocks = False, **kwargs):
    """A cc_library with the gRPC stubs of one proto_library.

    The header's path is the proto's import path with .grpc.pb.h at its end.

    Args:
      name: the library's name.
      proto: a proto_library whose sources declare services.
      deps: the cc_proto_library of `proto`.
      generate_mocks: also make the _mock.grpc.pb.h headers, for GoogleMock.
      **kwargs: attributes of any rule, such as visibility and testonly.
    """
    sources = name + "_stubs"
    _grpc_cpp_sources(
        name = sources,
        generate_mocks = generate_mocks,
        proto = proto,
        tags = ["manual"],
        visibility = ["//visibility:private"],
    )
    for group in ["headers", "sources"]:
        native.filegroup(
            name = "%s_%s" % (sources, group),
            srcs = [":" + sources],
            output_group = group,
            tags = ["manual"],
            visibility = ["//visibility:private"],
        )
    cc_library(
        name = name,
        srcs = [":%s_sources" % sources],
        hdrs = [":%s_headers" % sources],
        # Linked though no code may call it, for the descriptor's sake.
        alwayslink = True,
        includes = [sources],
        deps = deps + ["@com_github_grpc_grpc//:grpc++"],
        **kwargs
    )
