"""``factlint waive``: let a claim's findings stand until a day."""

from __future__ import annotations

import sys
from typing import Annotated

import typer


def waive(
    claim: Annotated[str, typer.Argument(metavar="ID", help="The claim's id.")],
    owner: Annotated[str, typer.Option(metavar="NAME", help="Who answers for it.")],
    reason: Annotated[str, typer.Option(metavar="WHY", help="Why it may stand for now.")],
    until: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="The last day; red from the next.")],
) -> None:
    """Write a waiver into the claims file: its findings don't count until the day."""
    from datetime import date

    from factlint.cli import session
    from factlint.project.edit import set_value

    for name, words in (("--owner", owner), ("--reason", reason)):
        if not words.strip():
            raise typer.BadParameter("say it, for those who read the waiver later", param_hint=name)
    try:
        day = date.fromisoformat(until)
    except ValueError:
        raise typer.BadParameter(f"'{until}' is no day; write YYYY-MM-DD", param_hint="--until") from None
    if day < session.today():
        raise typer.BadParameter(f"{day} is over; the waiver would be red at once", param_hint="--until")
    found = session.load(None, None, None).claim(claim)
    number = next(n for n, one in enumerate(found.file.model.claims) if one.id == claim)
    path = found.file.path
    fields = {"owner": owner, "reason": reason, "until": day.isoformat()}
    text = path.read_text(encoding="utf-8")
    path.write_text(set_value(text, ("claims", number, "waive"), fields), encoding="utf-8")
    print(f"waived {claim} until {day} in {found.file.name}", file=sys.stderr)
