"""How Sphinx builds the pages; warnings are errors (see the Makefile)."""

from sphinx.application import Sphinx
from sphinx.domains.python import PyObject

import attrib
from attrib.lexicon.rules import load_rules

project = "attrib"
author = "The attrib authors"
project_copyright = "the attrib authors"
version = release = attrib.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]

html_theme = "furo"
html_title = f"attrib {release}"
html_show_sphinx = False

myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 88

# "Attributes:" become fields of the class, so that each is described once.
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True
napoleon_custom_sections = ["Source"]

# Sphinx heads these fields with "Variables".
for field in PyObject.doc_field_types:
    if field.name == "variable":
        field.label = "Attributes"


def list_rules(app: Sphinx, docname: str, source: list[str]) -> None:  # noqa: ARG001  # Sphinx calls it so
    """Append every rule of English to the page on rules, as the package has them."""
    if docname != "reference/rules":
        return
    for rule in load_rules("en").values():
        lines = [f"\n## {rule.id}\n", f"{rule.description}\n", "Finds:\n"]
        lines += [f"- `` {sentence} ``" for sentence in rule.examples]
        lines += ["\nNot:\n", *(f"- `` {sentence} ``" for sentence in rule.against)]
        source[0] += "\n".join(lines) + "\n"


def setup(app: Sphinx) -> None:
    """Let the page on rules be written from the rules themselves."""
    app.connect("source-read", list_rules)
