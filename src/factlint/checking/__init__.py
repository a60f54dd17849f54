"""Run the flow: plan, fetch, select, read, compare, judge. One claim in, one claim's result out."""

from factlint.checking.run import check

__all__ = ["check"]
