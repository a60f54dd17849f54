"""A project's files: claims, sources and settings, loaded with the place of every fault."""

from factlint.project.load import examine, load
from factlint.project.model import ClaimsDocument, LoadedClaim, Project

__all__ = ["ClaimsDocument", "LoadedClaim", "Project", "examine", "load"]
