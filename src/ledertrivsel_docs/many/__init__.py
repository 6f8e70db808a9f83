"""Kits for many units at once: their table, their programmes, and whoever makes the kits."""

from .packs import build_packs, processes, save_packs
from .units import Unit, read_units
from .work import BuiltPack, SavedPack

__all__ = ["BuiltPack", "SavedPack", "Unit", "build_packs", "processes", "read_units", "save_packs"]
