"""Compiles service configs of the contract into C++."""

_HEAD = """// Generated from the service configs beside the protos by service_config.bzl.
#include "services/server/rpc/service_config.h"

namespace isnad::server {

absl::string_view ServiceConfigFor(absl::string_view service) {
"""

_TAIL = """  return "";
}

}  // namespace isnad::server
"""

def embed_service_configs(name, out, configs):
    """Writes the C++ source that defines ServiceConfigFor.

    Args:
      name: name of the rule.
      out: name of the source.
      configs: label of each JSON file -> the service it is for.
    """
    commands = ["cat <<'EOT'\n%sEOT" % _HEAD]
    for label, service in configs.items():
        commands.append("""printf '  if (service == "%s") return R"json(';""" % service +
                        " cat $(location %s);" % label +
                        " printf ')json\";\\n'")
    commands.append("cat <<'EOT'\n%sEOT" % _TAIL)
    native.genrule(
        name = name,
        srcs = configs.keys(),
        outs = [out],
        cmd = "{\n%s\n} > $@" % "\n".join(commands),
    )
