"""Pictures of results.

Designs differ by marker and by colour (Okabe & Ito, safe for colour-blind readers); the baseline is always grey.
"""

import math

import numpy
import xarray
from matplotlib import pyplot

from .comparison import matching_baseline

GREY = "#767676"
COLOURS = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"]
MARKERS = ["o", "s", "^", "D", "v", "P", "X", "*", "<", ">"]


def plot_plane(results, x="uptake", y="harm_per_1000_user_months"):
    """A cloud of worlds per design (of replicates, if there is one world) on the plane of two outcomes, its mean as a
    large marker and its one-sigma ellipse, which holds 39 % of a normal cloud. Returns the figure."""
    figure, axes = pyplot.subplots(figsize=(8, 6), layout="constrained")
    for design, (colour, marker) in _looks(results).items():
        horizontal, vertical = _cloud(results, design, x, y)
        axes.scatter(horizontal, vertical, s=18, alpha=0.35, color=colour, marker=marker, linewidths=0)
        if horizontal.size == 0:
            continue
        axes.scatter(horizontal.mean(), vertical.mean(), s=110, color=colour, marker=marker, edgecolors="white",
                     label=design, zorder=3)
        axes.plot(*_ellipse(horizontal, vertical), color=colour, linewidth=1.5)
    axes.set(xlabel=_axis_text(results[x]), ylabel=_axis_text(results[y]))
    axes.legend(frameon=False)
    _remove_frame(axes)
    return figure


def plot_over_time(results, metric="uptake"):
    """Months of one outcome, one panel per design: median, 50 % and 90 % band over all runs, the baseline in grey
    behind. Returns the figure."""
    series = results[f"{metric}_by_month"]
    references = {design: matching_baseline(results, design) for design in results["design"].values}
    looks = {design: look for design, look in _looks(results).items() if design not in references.values()}
    looks = looks or _looks(results)
    columns = min(3, len(looks))
    rows = math.ceil(len(looks) / columns)
    figure, grid = pyplot.subplots(rows, columns, figsize=(1 + 3.6 * columns, 0.6 + 2.9 * rows), sharex=True,
                                   sharey=True, squeeze=False, layout="constrained")
    for axes in grid.flat[len(looks):]:
        axes.set_visible(False)
    for axes, (design, (colour, _)) in zip(grid.flat, looks.items()):
        baseline = references[design]
        _draw_bands(axes, series.sel(design=baseline), GREY, baseline)
        if design != baseline:
            _draw_bands(axes, series.sel(design=design), colour, design)
        axes.set_title(design, color=colour, fontsize="medium")
        if int(series["month"].min()) < 0:
            axes.axvline(0, color="black", linewidth=0.8, linestyle=":")
        _remove_frame(axes)
    for axes in grid.flat[max(0, len(looks) - columns):len(looks)]:
        axes.tick_params(labelbottom=True)  # also where the panel below is hidden
    figure.supxlabel("month")
    figure.supylabel(_axis_text(results[metric] if metric in results else series))
    return figure


def _looks(results):
    """Colour and marker of each design, in the order of the experiment."""
    looks, place = {}, 0
    for design in results["design"].values:
        if design == matching_baseline(results, design):
            looks[design] = (GREY, "o")
        else:
            looks[design] = (COLOURS[place % len(COLOURS)], MARKERS[(place + 1) % len(MARKERS)])
            place += 1
    return looks


def _cloud(results, design, x, y):
    pair = results[[x, y]].sel(design=design)
    if "replicate" in pair.dims and pair.sizes["world"] > 1:
        pair = pair.mean("replicate", keep_attrs=True)
    horizontal, vertical = (variable.values.ravel() for variable in xarray.broadcast(pair[x], pair[y]))
    known = ~(numpy.isnan(horizontal) | numpy.isnan(vertical))
    return horizontal[known], vertical[known]


def _ellipse(horizontal, vertical, points=181):
    """The one-sigma ellipse of a cloud; empty for fewer than three points."""
    if horizontal.size < 3:
        return numpy.empty((2, 0))
    lengths, directions = numpy.linalg.eigh(numpy.cov(horizontal, vertical))
    angle = numpy.linspace(0, 2 * math.pi, points)
    circle = numpy.vstack([numpy.cos(angle), numpy.sin(angle)])
    centre = numpy.array([[horizontal.mean()], [vertical.mean()]])
    return centre + directions @ (numpy.sqrt(numpy.maximum(lengths, 0))[:, None] * circle)


def _draw_bands(axes, runs, colour, label):
    month = runs["month"].values
    q05, q25, q50, q75, q95 = runs.quantile([0.05, 0.25, 0.5, 0.75, 0.95], ["world", "replicate"]).values
    axes.fill_between(month, q05, q95, color=colour, alpha=0.15, linewidth=0)
    axes.fill_between(month, q25, q75, color=colour, alpha=0.30, linewidth=0)
    axes.plot(month, q50, color=colour, linewidth=1.8, label=label)


def _axis_text(variable):
    unit = variable.attrs["units"]
    return variable.name if unit in ("", "1") else f"{variable.name} [{unit}]"


def _remove_frame(axes):
    axes.spines[["top", "right"]].set_visible(False)
