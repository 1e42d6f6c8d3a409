"""Charts drawn on the server as SVG: the timeline of the relations, the trade, who works with whom.

Every mark leads to its line in the dossier (`#r-<record>`). Colours are classes of the style sheet, so that they
follow dark mode and paper; no chart needs a script.
"""

from comity.publishing.charts.network import network
from comity.publishing.charts.timeline import timeline
from comity.publishing.charts.trade import trade

__all__ = ["network", "timeline", "trade"]
