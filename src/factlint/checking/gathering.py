"""Gather the evidence of every task while documents come in, and let go of each document after its last task."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping

from factlint.checking.evidence import gather
from factlint.checking.reviews import Reviews, read_reviews, settles
from factlint.documents.base import Document
from factlint.fetch import Fetching, Got, fetch
from factlint.plan import Plan, Read, Task
from factlint.project.model import Project
from factlint.results import Evidence, Failure
from factlint.sources.tape import Tape
from factlint.values.counted.measures import using

PARSED = 4  # documents whose parsed forms are kept after their last task, for sources that share one

Expected = Mapping[tuple[str, str], str]
Found = Evidence | Failure | Reviews


def gather_all(
    project: Project, work: Plan, how: Fetching, tape: Tape, expected: Expected
) -> dict[str, list[Found]]:
    """Return what every reference of every claim gave, by claim, in the references' order.

    expected: words accepted earlier, by claim and reference
    """
    found = dict(_gathered(project, work, how, tape, expected))
    by_claim: dict[str, list[Found]] = defaultdict(list)
    for number, task in enumerate(work.tasks):
        by_claim[task.claim.claim.id].append(found[number])
    return by_claim


def gather_tasks(project: Project, work: Plan, how: Fetching) -> Iterator[tuple[Task, Found]]:
    """Yield the tasks with what they gave, in the order in which their documents come in."""
    with using(project.vocabulary):
        for number, found in _gathered(project, work, how, how.tape(project), {}):
            yield work.tasks[number], found


def _gathered(
    project: Project, work: Plan, how: Fetching, tape: Tape, expected: Expected
) -> Iterator[tuple[int, Found]]:
    held = _Held(work)
    for read, got in fetch(project, work.reads, how, tape):
        for number in held.take(read, got):
            task = work.tasks[number]
            words = expected.get((task.claim.claim.id, task.key), "")
            if settles(task):
                yield number, gather(project, task, held.fetched, words)
            else:
                yield number, read_reviews(task, held.fetched)
            held.drop(task)


class _Held:
    """The documents that tasks still wait for."""

    def __init__(self, work: Plan) -> None:
        self.fetched: dict[Read, Got] = {}
        self._needs: list[int] = []
        self._waiting: dict[Read, list[int]] = defaultdict(list)
        self._uses: Counter[Read] = Counter()
        self._parsed: deque[Document] = deque()
        for number, task in enumerate(work.tasks):
            needs = set(_reads(task))
            self._needs.append(len(needs))
            for read in needs:
                self._waiting[read].append(number)
                self._uses[read] += 1

    def take(self, read: Read, got: Got) -> Iterator[int]:
        """Hold what came in and yield the tasks that now have all they need."""
        self.fetched[read] = got
        for number in self._waiting.pop(read, []):
            self._needs[number] -= 1
            if not self._needs[number]:
                yield number

    def drop(self, task: Task) -> None:
        """Let go of what no further task needs."""
        for read in set(_reads(task)):
            self._uses[read] -= 1
            if not self._uses[read]:
                self._release(self.fetched.pop(read))

    def _release(self, got: Got) -> None:
        if isinstance(got, Document):
            self._parsed.append(got)
        if len(self._parsed) > PARSED:
            self._parsed.popleft().release()


def _reads(task: Task) -> Iterator[Read]:
    return (read for step in task.steps for read in step.reads)
