"""What a claim says of a table as a whole: of two of its rows, of their order, of how many there are, of who held what."""

from factlint.prose.tabled.settling import settled

__all__ = ["settled"]
