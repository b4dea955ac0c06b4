"""The spaCy pipeline of the language stage, and what its components hand to one another.

The Doc comes in with ``doc._.draft``, ``doc._.starts`` (offset of each of ``draft.paragraphs``),
``doc._.paragraph_tokens`` (token range of each, without the separator behind it), ``doc._.text`` (``doc.text``, put
together once), ``doc._.texts`` and ``doc._.offsets`` (of each token) and ``doc._.words`` (see tokens.py) set. Its text
is folded (normalise.py): quotes are ``"`` and ``'``, all blanks are " ", all hyphens "-"; a soft line break is "\\n".
Each component only annotates; none changes tokens. In this order:

=================  ================================  ==============================================================
component          reads                             writes
=================  ================================  ==============================================================
sentences          paragraphs                        ``doc.sents``: never over the end of a paragraph; a run-in
                                                     heading is one of its own; ``doc._.pieces`` for units.py
slots              tokens                            ``doc.spans[name]``, each span's ``_.value`` normalised
terms              ``doc.sents``, slots              ``doc._.terms``
parties            slots, terms                      ``doc._.parties``; ``doc.spans["licensor" | "licensee" | "party"]``
units              ``doc.sents``, terms, parties     ``doc._.units`` (roles, enumerations, operative or not)
references         units                             ``doc._.references``
places             all of the above                  ``doc._.places``, ``doc._.subjects``, ``doc._.modal``,
                                                     ``doc._.spelling``
=================  ================================  ==============================================================

A component is a function ``(doc) -> doc`` registered as ``@Language.component("clausecheck_NAME")`` in the module NAME.
"""

from __future__ import annotations

import importlib
from functools import cache

from spacy.attrs import LOWER
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from ..model import Draft
from .normalise import SEPARATOR, fold
from .tokens import ContractTokenizer

COMPONENTS = ("sentences", "slots", "terms", "parties", "units", "references", "places")

_DOC_EXTENSIONS: dict[str, object] = {
    "draft": None,
    "starts": (),
    "paragraph_tokens": (),
    "words": (),
    "text": "",  # equals doc.text, which spaCy puts together anew each time
    "texts": (),  # of each token
    "offsets": (),  # of each token
    "pieces": (),
    "units": (),
    "parties": (),
    "terms": (),
    "references": (),
    "places": {},
    "subjects": (),
    "modal": "shall",
    "spelling": "us",
}


def _register_extensions() -> None:
    for name, default in _DOC_EXTENSIONS.items():
        Doc.set_extension(name, default=default, force=True)
    Span.set_extension("value", default="", force=True)


_register_extensions()


@cache
def english() -> Language:
    """The pipeline for English drafts, built once in a process."""
    # spacy.blank("en") would first build English's own tokeniser, with its 1,300 exceptions, for 0.1 s
    # and spaCy's vocabulary works out twenty things about each new word, of which only lower case is asked for here:
    # is_alpha, like_num, shape_ and their like say nothing of these tokens
    nlp = English(
        Vocab(lex_attr_getters={LOWER: str.lower}), create_tokenizer=lambda made: ContractTokenizer(made.vocab)
    )
    for name in COMPONENTS:
        importlib.import_module(f".{name}", __package__)  # registers the component
        nlp.add_pipe(f"clausecheck_{name}")
    return nlp


def annotate(draft: Draft) -> Doc:
    """The draft as one Doc, with everything that the components found."""
    nlp = english()
    return nlp(_tokenise(nlp, draft))


def _tokenise(nlp: Language, draft: Draft) -> Doc:
    """One Doc over all paragraphs, which are found again by ``doc._.starts`` and ``doc._.paragraph_tokens``."""
    texts = [fold(paragraph.text) for paragraph in draft.paragraphs]
    starts, offset = [], 0
    for text in texts:
        starts.append(offset)
        offset += len(text) + len(SEPARATOR)
    doc = nlp.tokenizer(SEPARATOR.join(texts))
    doc._.draft, doc._.starts = draft, tuple(starts)
    doc._.paragraph_tokens = _paragraph_tokens(doc)
    return doc


def _paragraph_tokens(doc: Doc) -> tuple[tuple[int, int], ...]:
    """The token range of each paragraph: they are parted by tokens that stand nowhere else."""
    code = doc.vocab.strings[SEPARATOR]
    ends = [i for i, orth in enumerate(doc.to_array("ORTH").tolist()) if orth == code] + [len(doc)]
    firsts = [0] + [end + 1 for end in ends[:-1]]
    return tuple(zip(firsts, ends, strict=True))[: len(doc._.starts)]
