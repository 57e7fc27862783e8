"""The folder is the registry: the modules of a package are its rules, its formats, its commands.

Nothing is listed anywhere else, so adding one means adding a file and editing none.
"""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


def names(package: str, prefix: str = "", *, folders: bool = False) -> list[str]:
    """The names of the modules in a package that begin with ``prefix``, sorted; with ``folders`` its packages."""
    path = import_module(package).__path__
    found = (module.name for module in iter_modules(path) if module.ispkg is folders)
    return sorted(name for name in found if name.startswith(prefix) and not name.startswith("_"))


def load(package: str, name: str) -> ModuleType:
    """One module of a package."""
    return import_module(f"{package}.{name}")


def page(package: str, name: str) -> str:
    """The page beside a module: what it is for, in both languages."""
    from importlib.resources import files  # a third of the start-up, and few ask for a page

    return files(package).joinpath(f"{name}.md").read_text(encoding="utf-8")
