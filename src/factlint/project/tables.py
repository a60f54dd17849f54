"""A project's own tables: families of measures and ladders of words."""

from __future__ import annotations

import tomllib
from pathlib import Path

from factlint.comparators.base import Ladder
from factlint.errors import FactlintError, InvalidFieldError, MissingFileError, Where
from factlint.project.settings import Settings
from factlint.values.counted import measures
from factlint.values.counted.measures import Vocabulary


def vocabulary(base: Path, config: Settings, problems: list[FactlintError]) -> Vocabulary:
    """Read the project's own measures beside the shipped ones; faults are added to ``problems``."""
    if not config.measures:
        return measures.load()
    where = Where(config.measures)
    try:
        return measures.load(base / config.measures)
    except OSError as error:
        problem = f"can't read {config.measures}: {error.strerror}"
        problems.append(MissingFileError(problem, where=where))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError, AttributeError) as error:
        problem = f"{config.measures} is no file of measures: {error}"
        problems.append(InvalidFieldError(problem, where=where))
    return measures.load()


def ladders(base: Path, config: Settings, problems: list[FactlintError]) -> tuple[Ladder, ...]:
    """Read the project's own ladders of words; faults are added to ``problems``."""
    if not config.ladders:
        return ()
    from factlint.comparators.wording import read_ladders

    where = Where(config.ladders)
    try:
        return read_ladders(base / config.ladders)
    except OSError as error:
        problem = MissingFileError(f"can't read {config.ladders}: {error.strerror}", where=where)
        problems.append(problem)
    except FactlintError as error:
        problems.append(error.located(where=where))
    return ()
