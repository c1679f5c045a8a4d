"""`make bench`: runs the `main()` of each module here, or of those that are named.

python -m benchmarks.everything [MODULE…]
"""

import sys
from importlib import import_module
from pkgutil import iter_modules

import benchmarks

ELSEWHERE = ("__main__", "everything", "paint_speed")
"""Not run from here: `paint_speed` needs the browser, which the other environment has."""


def run(names: list[str]) -> None:
    """Run the measurements one after another, each under its name."""
    modules = sorted(one.name for one in iter_modules(benchmarks.__path__))
    there = [name for name in modules if name not in ELSEWHERE]
    for name in names or there:
        module = import_module(f"benchmarks.{name}")
        if hasattr(module, "main"):
            print(f"\n{name}\n{'-' * len(name)}", flush=True)
            module.main()


if __name__ == "__main__":
    run(sys.argv[1:])
