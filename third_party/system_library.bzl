"""A library that a Debian package installed below /usr."""

def _system_library_impl(ctx):
    for probe in [ctx.attr.probe] + ctx.attr.links.values():
        if not ctx.path(probe).exists:
            fail("%s is missing: run `apt-get install %s`." % (probe, " ".join(ctx.attr.packages)))
    for link, target in ctx.attr.links.items():
        ctx.symlink(ctx.path(target), link)
    ctx.symlink(ctx.attr.build_file, "BUILD")
    ctx.file("WORKSPACE", "workspace(name = \"%s\")\n" % ctx.name)

system_library = repository_rule(
    implementation = _system_library_impl,
    local = True,
    doc = """Describes an installed library to Bazel.

Headers are found on the compiler's own search path, so that their warnings
stay quiet; the BUILD file names the shared objects to link.""",
    attrs = {
        "build_file": attr.label(
            allow_single_file = True,
            mandatory = True,
            doc = "The BUILD file of the repository's root.",
        ),
        "links": attr.string_dict(
            doc = "Files that rules need as labels: path in the repository -> path on the system.",
        ),
        "packages": attr.string_list(
            mandatory = True,
            doc = "The Debian packages to name when a file is missing.",
        ),
        "probe": attr.string(
            mandatory = True,
            doc = "A file whose absence shows that the packages are not installed.",
        ),
    },
)
