"""The service configs that stand beside the protos: deadlines, retries and balancing by method."""

import json
import re

from isnad_client import stubs

# For methods that no config names, such as those of health and reflection.
DEFAULT_TIMEOUT_SECONDS = 10.0


def merged():
    """All configs as one, so that one channel can serve all services."""
    configs = [json.loads(path.read_text(encoding="utf-8"))
               for path in sorted((stubs.FOLDER / "service_config").glob("*.json"))]
    if not configs:
        raise ImportError(f"{stubs.FOLDER} holds no service configs; run generate.sh again")
    whole = dict(configs[0])
    whole["methodConfig"] = [entry for config in configs for entry in config["methodConfig"]]
    return whole


def timeouts(config):
    """Maps ("package.Service", "Method") to seconds; the method is "" for a service's default."""
    found = {}
    for entry in config["methodConfig"]:
        seconds = float(re.fullmatch(r"([0-9.]+)s", entry["timeout"]).group(1))
        for name in entry["name"]:
            found[(name["service"], name.get("method", ""))] = seconds
    return found
