"""What a parent meant: a typed sentence becomes filters, choices, hints and the words that stay.

phrases   words that always mean the same           one table
amounts   ages, prices, distances, levels, stars    one table of patterns
numerals  两千五 → 2500
regions   divisions by name, short name, nickname, one inside the other
negation  what a phrase means behind 不要, 除了, 非
grammar   reads a text from left to right with those above, the longest reading first
sentence  the text, as typed and folded, without what was taken out
reading   holds what was read against the names of a generation, and puts it together
settling  which division each name means beside the others
leftovers which of the words that are left nobody holds
mending   phrases and places that were mistyped
result    what comes out
applied   … and how it joins a request
"""

from search_index.understanding.applied import applied
from search_index.understanding.reading import Reader
from search_index.understanding.result import Chip, Choice, Hint, Synonym, Understood

__all__ = ["Chip", "Choice", "Hint", "Reader", "Synonym", "Understood", "applied"]
