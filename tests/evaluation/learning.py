"""Graded questions → examples (the traits of their decisions, with grades) → the weights of the relevance.

Each question is also searched with all that anybody would cite taken out of what was found: that is how a search looks
where nothing comparable is held.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from assistant.answering import Assistant
from assistant.domain import CaseReference, Query
from assistant.question import understand
from assistant.retrieval.finding import FirstOrder, Whole, put_in_first_order, read_whole
from assistant.retrieval.relevance import SEARCH_TRAITS, Learned, Regression, search_traits
from assistant.retrieval.searching import search_pool
from assistant.retrieval.traits import EITHER_WAY, FALLING, TRAITS
from assistant.retrieval.weighing import Weighed
from assistant.vocabulary import content_words
from tests.evaluation.asking import CASEBOOKS, TRAINED_ON, Question, assistant_over, read_questions
from tests.evaluation.measures import Grades, Pair

# The inverse of the ridge of each regression; ten times less or more differs by less than the folds do.
RIDGE_INVERSE, RIDGE_INVERSE_OF_SEARCH = 0.03, 0.1
# Between which bounds the weight of a trait must be, where it is not to be 0 or more.
_SIGNS = dict.fromkeys(FALLING, (None, 0.0)) | dict.fromkeys(EITHER_WAY, (None, None))


@dataclass(frozen=True)
class Example:
    """What was found for a question: references in the first order, their traits (one row each) and their grades.

    ``empty_traits`` are those of what is found once everything graded is taken away. ``unknown`` is the same question
    as if the table of words knew none of its own: the table was made with these questions in sight, others are told in
    words that it lacks.
    """

    id: str
    kind: str
    set_name: str
    grades: Grades
    amounts: frozenset[Pair]
    first: FirstOrder
    query: Query
    references: tuple[str, ...]
    traits: NDArray[np.float64]
    empty_traits: NDArray[np.float64]
    unknown: Example | None = None
    whole: Mapping[CaseReference, Whole] = field(default_factory=dict)

    def read(self, chosen: Sequence[Weighed]) -> Mapping[CaseReference, Whole]:
        """Those of the first order, as they were when the question was asked."""
        return {one.reference: self.whole[one.reference] for one in chosen}

    @property
    def is_right(self) -> NDArray[np.bool_]:
        """For each decision in order whether a good adviser would cite it (grade 2)."""
        return np.array([self.grades.get(reference) == 2 for reference in self.references], dtype=bool)


def gather_examples() -> list[Example]:
    """The examples of the sets that are learned from: of all questions that are answered by a search."""
    examples = []
    for name in CASEBOOKS:
        with assistant_over(name) as asked:
            for path in TRAINED_ON:
                of_this = [question for question in read_questions(path) if question.casebook == name]
                found = [to_example(asked, question, path.stem) for question in of_this if question.is_answerable]
                examples += [example for example in found if example is not None]
    return examples


def to_example(assistant: Assistant, question: Question, set_name: str) -> Example | None:
    """The example that a question gives; None for one that is declined, names its decisions or has no topic."""
    casebook = assistant.casebook
    query = understand(
        question.question, question.history, casebook.facts(), question_limit=assistant.settings.question_limit
    )
    if query.decline is not None or query.references or not content_words(query.topic):
        return None
    assistant.index.refresh()
    without = replace(query, expansions=(), favoured_subcategories=())
    unknown = _search(assistant, question, set_name, without) if without != query else None
    found = _search(assistant, question, set_name, query)
    return replace(found, unknown=unknown) if found else None


def _search(assistant: Assistant, question: Question, set_name: str, query: Query) -> Example | None:
    casebook = assistant.casebook
    passing = casebook.source.passing(query.filters)
    if passing is not None and not passing:
        return None
    pool = search_pool(query, assistant.index, assistant.encoder, passing)
    first = put_in_first_order(query, pool, casebook)
    left = put_in_first_order(query, pool.without(question.grades), casebook)
    return Example(
        question.id,
        question.kind,
        set_name,
        question.grades,
        question.amounts,
        first,
        query,
        tuple(one.reference.value for one in first.listed),
        first.traits,
        # Where nothing is graded nothing can be taken away.
        left.traits if question.grades else first.traits[:0],
        whole=read_whole(first, casebook, first.listed),
    )


def learn(examples: Sequence[Example]) -> Learned:
    """Both regressions from these examples; raises ValueError where they hold nothing right or nothing wrong."""
    # Learned with strange words as well: without them three times as many new questions were wrongly declined, and a
    # case's probability was too high wherever the table knew none of a question's words.
    told = [each for one in examples for each in (one, one.unknown) if each is not None]
    rows = np.concatenate([example.traits for example in told])
    cited = _fit(rows, np.concatenate([example.is_right for example in told]), TRAITS, RIDGE_INVERSE)
    searches, held = [], []
    for example in told:
        for traits, is_held in ((example.traits, True), (example.empty_traits, False)):
            if len(traits):
                searches.append(search_traits(traits, cited.log_odds(traits)))
                held.append(is_held)
    return Learned(
        cited, _fit(np.array(searches), np.array(held), SEARCH_TRAITS, RIDGE_INVERSE_OF_SEARCH, is_balanced=True)
    )


def _fit(
    rows: NDArray[np.float64],
    is_so: NDArray[np.bool_],
    traits: Sequence[str],
    ridge_inverse: float,
    *,
    is_balanced: bool = False,
) -> Regression:
    """A logistic regression with a ridge, whose weights may not say that a nearer case is a lesser one.

    Without that rule the weights of traits that go together have opposite signs, and a question of one kind of words
    (all of them the asker's own) is ordered upside down; the questions left out lose nothing by it.
    """
    from scipy.optimize import minimize  # type: ignore[import-untyped]  # the package has no types
    from scipy.special import expit  # type: ignore[import-untyped]

    centre, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    inputs = np.column_stack([np.ones(len(rows)), (rows - centre) / scale])
    so = is_so.astype(np.float64)
    counts = np.where(is_so, 0.5 / so.mean(), 0.5 / (1 - so.mean())) if is_balanced else np.ones(len(rows))

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        odds = inputs @ weights
        ridge = np.concatenate([[0.0], weights[1:]]) / ridge_inverse
        value = float(counts @ (np.logaddexp(0, odds) - so * odds) + weights @ ridge / 2)
        return value, np.asarray(inputs.T @ (counts * (expit(odds) - so)) + ridge, dtype=np.float64)

    bounds = [(None, None), *(_SIGNS.get(trait, (0.0, None)) for trait in traits)]
    weights = minimize(loss, np.zeros(inputs.shape[1]), jac=True, bounds=bounds, method="L-BFGS-B").x
    return Regression(tuple(centre.tolist()), tuple(scale.tolist()), tuple(weights[1:].tolist()), float(weights[0]))
