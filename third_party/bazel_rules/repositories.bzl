"""Bazel's own rule sets, from Debian's bazel-* packages."""

_RULES = "/usr/share/bazel/rules/"
_TOOLS = "/usr/share/bazel/tools/"

def _patched_rules_cc_impl(ctx):
    if not ctx.path(_RULES + "cc").exists:
        fail("%scc is missing: run `apt-get install bazel-rules-cc`." % _RULES)
    ctx.execute(["cp", "-rL", _RULES + "cc/.", "."])
    for name in ["cc_flags_supplier", "compiler_flag"]:
        path = "cc/private/rules_impl/%s.bzl" % name
        text = ctx.read(path)
        text = text.replace(", \"use_cpp_toolchain\"", "")
        text = text.replace("use_cpp_toolchain()", "[\"@bazel_tools//tools/cpp:toolchain_type\"]")
        ctx.file(path, text)

# Debian's rules_cc 0.0.4 loads use_cpp_toolchain, which its Bazel 4.2.3 lacks.
_patched_rules_cc = repository_rule(implementation = _patched_rules_cc_impl)

def _coverage_stub_impl(ctx):
    ctx.file("report.sh", "#!/bin/sh\nexit 0\n")
    ctx.file("BUILD", """
sh_binary(
    name = "coverage_report_generator",
    srcs = ["report.sh"],
    visibility = ["//visibility:public"],
)
""")

# `bazel test` resolves the coverage tools even when it collects no coverage.
_coverage_stub = repository_rule(implementation = _coverage_stub_impl)

def bazel_rules_repositories():
    _patched_rules_cc(name = "rules_cc")
    _coverage_stub(name = "remote_coverage_tools")
    native.local_repository(name = "rules_java", path = _RULES + "java")
    native.local_repository(name = "rules_proto", path = _RULES + "proto")
    native.local_repository(name = "bazel_skylib", path = _TOOLS + "skylib")
    native.local_repository(name = "platforms", path = _TOOLS + "platforms")
