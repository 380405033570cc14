"""Abseil from libabsl-dev, under the labels that its own build uses."""

# Package below absl -> targets, next to the one named like the package.
_TARGETS = {
    "algorithm": ["container"],
    "base": ["base", "config", "core_headers", "dynamic_annotations", "log_severity"],
    "cleanup": [],
    "container": [
        "btree",
        "fixed_array",
        "flat_hash_map",
        "flat_hash_set",
        "inlined_vector",
        "node_hash_map",
        "node_hash_set",
    ],
    "debugging": ["failure_signal_handler", "leak_check", "stacktrace", "symbolize"],
    "flags": ["commandlineflag", "config", "flag", "marshalling", "parse", "reflection", "usage"],
    "functional": ["any_invocable", "bind_front", "function_ref"],
    "hash": [],
    "memory": [],
    "meta": ["type_traits"],
    "numeric": ["bits", "int128"],
    "random": ["bit_gen_ref", "distributions", "seed_sequences"],
    "status": ["statusor"],
    "strings": ["cord", "str_format"],
    "synchronization": [],
    "time": [],
    "types": ["any", "compare", "optional", "span", "variant"],
    "utility": [],
}

# Abseil's headers inline much, so what a target needs at link time is more
# than its own object. All targets link this one list as needed; the binary
# records only those that it calls.
_SHARED_OBJECTS = [
    "bad_any_cast_impl",
    "bad_optional_access",
    "bad_variant_access",
    "base",
    "city",
    "civil_time",
    "cord",
    "cord_internal",
    "cordz_functions",
    "cordz_handle",
    "cordz_info",
    "cordz_sample_token",
    "debugging_internal",
    "demangle_internal",
    "examine_stack",
    "exponential_biased",
    "failure_signal_handler",
    "flags_commandlineflag",
    "flags_commandlineflag_internal",
    "flags_config",
    "flags_internal",
    "flags_marshalling",
    "flags_parse",
    "flags_private_handle_accessor",
    "flags_program_name",
    "flags_reflection",
    "flags_usage",
    "flags_usage_internal",
    "graphcycles_internal",
    "hash",
    "hashtablez_sampler",
    "int128",
    "leak_check",
    "log_severity",
    "low_level_hash",
    "malloc_internal",
    "periodic_sampler",
    "random_distributions",
    "random_internal_distribution_test_util",
    "random_internal_platform",
    "random_internal_pool_urbg",
    "random_internal_randen",
    "random_internal_randen_hwaes",
    "random_internal_randen_hwaes_impl",
    "random_internal_randen_slow",
    "random_internal_seed_material",
    "random_seed_gen_exception",
    "random_seed_sequences",
    "raw_hash_set",
    "raw_logging_internal",
    "spinlock_wait",
    "stacktrace",
    "status",
    "statusor",
    "str_format_internal",
    "strerror",
    "strings",
    "strings_internal",
    "symbolize",
    "synchronization",
    "throw_delegate",
    "time",
    "time_zone",
]

_HEADER = """load("@rules_cc//cc:defs.bzl", "cc_library")

package(default_visibility = ["//visibility:public"])
"""

_TARGET = """
cc_library(
    name = "{name}",
    deps = ["//absl:shared_objects"],
)
"""

_ROOT = """
cc_library(
    name = "shared_objects",
    linkopts = {linkopts},
    deps = select({{
        "@isnad//third_party/tsan:enabled": ["@isnad//third_party/tsan:uninstrumented_libraries"],
        "//conditions:default": [],
    }}),
)
"""

def _abseil_repository_impl(ctx):
    if not ctx.path("/usr/include/absl/status/status.h").exists:
        fail("Abseil's headers are missing: run `apt-get install libabsl-dev`.")
    linkopts = ["-Wl,--push-state,--as-needed"]
    linkopts += ["-labsl_" + name for name in _SHARED_OBJECTS]
    linkopts.append("-Wl,--pop-state")
    ctx.file("WORKSPACE", "workspace(name = \"%s\")\n" % ctx.name)
    ctx.file("absl/BUILD", _HEADER + _ROOT.format(linkopts = repr(linkopts)))
    for package, targets in _TARGETS.items():
        names = [package] + [name for name in targets if name != package]
        ctx.file(
            "absl/%s/BUILD" % package,
            _HEADER + "".join([_TARGET.format(name = name) for name in names]),
        )

abseil_repository = repository_rule(implementation = _abseil_repository_impl, local = True)
