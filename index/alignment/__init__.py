"""Which characters of two texts belong together: differences, the nearest passage, letters without marks.

Pure functions over strings, blind to script where they say so; offsets are those of the texts as given.
Called by `index.desk` for notes and quotations, and by the façade for texts side by side.
"""

from index.alignment.differences import Difference, differences
from index.alignment.letters import Letters
from index.alignment.nearest import Near, nearest

__all__ = ["Difference", "Letters", "Near", "differences", "nearest"]
