"""Open, make, compare and draw the results of Leeway, a simulator of regulatory sandboxes.

    import leeway
    results = leeway.open("results/quickstart.h5")   # an xarray.Dataset
    leeway.contrasts(results, "uptake")              # a pandas.DataFrame
    leeway.plot_plane(results)                       # a matplotlib Figure

Put the folder `analysis` on PYTHONPATH to use it. It needs numpy, pandas, xarray, h5netcdf and matplotlib.
"""

from .comparison import contrasts, headline_metrics, outcomes
from .plots import plot_over_time, plot_plane
from .results import compare, limits, open, run

__all__ = [
    "open",
    "run",
    "compare",
    "limits",
    "contrasts",
    "outcomes",
    "headline_metrics",
    "plot_plane",
    "plot_over_time",
]
