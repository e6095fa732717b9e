"""What a design changes: contrasts against the baseline, paired by world and replicate.

Worlds are the sampling unit. Replicates of one world share everything uncertain but luck, so they are averaged within
their world and never pooled. With a single world the intervals are over its replicates and hold for that world only.
"""

import math

import numpy
import pandas

HEADLINES = ["uptake", "services_launched", "harm_per_1000_user_months", "firm_survival_36", "trust_mean", "uptake_gap",
             "belief_error"]


def outcomes(results):
    """Names of all outcomes with one value a run (or a world)."""
    return [name for name, variable in results.data_vars.items() if variable.attrs.get("role") == "outcome"]


def headline_metrics(results):
    """The few outcomes to look at first, as far as these results have them."""
    return [name for name in HEADLINES if name in results]


def contrasts(results, metric=None, baseline=None, confidence=0.95):
    """Mean of each design and its difference from the baseline, with t intervals over worlds.

    `metric` is a name or a list of names (default: all outcomes). Rows are (metric, design). `share_better` is the
    share of worlds in which the design does better than the baseline, ties counting half; it is missing where neither
    direction is better.
    """
    names = outcomes(results) if metric is None else [metric] if isinstance(metric, str) else list(metric)
    rows = {}
    for name in names:
        for design in results["design"].values:
            reference = baseline or matching_baseline(results, design)
            rows[name, design] = _row(results[name], design, reference, confidence)
    index = pandas.MultiIndex.from_tuples(rows, names=["metric", "design"])
    return pandas.DataFrame(list(rows.values()), index=index)


def matching_baseline(results, design):
    """The baseline in the same regime of adaptation as `design`, or simply the baseline."""
    baseline = results.attrs["baseline"]
    regimes = [name for name in results.data_vars
               if name.startswith("adaptation.") and results[name].dims == ("design",)]
    for candidate in results["design"].values:
        same_regime = all(results[name].sel(design=candidate) == results[name].sel(design=design) for name in regimes)
        if regimes and same_regime and candidate.split("[")[0] == baseline.split("[")[0]:
            return candidate
    return baseline


def _row(outcome, design, baseline, confidence):
    runs = outcome.sel(design=design)
    difference = runs - outcome.sel(design=baseline)
    mean, low, high = _interval(_units(runs), confidence)
    contrast, contrast_low, contrast_high = _interval(_units(difference), confidence)
    return {"mean": mean, "low": low, "high": high, "contrast": contrast, "contrast_low": contrast_low,
            "contrast_high": contrast_high, "share_better": _share_better(outcome, difference)}


def _units(runs):
    """One value per independent unit: the means of worlds, or the replicates of a single world."""
    if "replicate" in runs.dims and runs.sizes["world"] > 1:
        runs = runs.mean("replicate")
    values = runs.values.ravel().astype(float)
    return values[~numpy.isnan(values)]


def _share_better(outcome, difference):
    sign = {"more": 1, "less": -1}.get(outcome.attrs.get("better"))
    values = _units(difference)
    if sign is None or values.size == 0:
        return math.nan
    return float((sign * values > 0).mean() + (values == 0).mean() / 2)


def _interval(values, confidence):
    """Mean of `values` with its t interval, corrected for skewness; the interval is missing for fewer than two values.

    The correction is the cubic transformation of Hall (1992, J. R. Statist. Soc. B 54), as in `leeway compare`.
    """
    if values.size == 0:
        return math.nan, math.nan, math.nan
    mean = float(values.mean())
    if values.size == 1:
        return mean, math.nan, math.nan
    t, skewness = t_quantile(confidence, values.size - 1), _skewness(values) / math.sqrt(values.size)
    error = float(values.std(ddof=1)) / math.sqrt(values.size)
    low, high = (mean - error * _before_transformation(side * t, skewness) for side in (1, -1))
    return mean, low, high


def _skewness(values):
    """Skewness with the small-sample factor of Joanes and Gill (1998); 0 for fewer than five values."""
    deviations, count = values - values.mean(), values.size
    squares = float((deviations**2).mean())
    if count < 5 or squares <= 0:
        return 0.0
    return math.sqrt(count * (count - 1)) / (count - 2) * float((deviations**3).mean()) / squares**1.5


def _before_transformation(t, skewness):
    """The t statistic that the transformation takes to `t`; `skewness` is that of the mean."""
    if abs(skewness) < 1e-8:
        return t
    return 3 / skewness * (float(numpy.cbrt(1 + skewness * (t - skewness / 6))) - 1)


def t_quantile(confidence, degrees):
    """The t beyond which |T| lies with probability 1 - confidence, by bisection (to 12 digits)."""
    low, high = 0.0, 1e9
    while high - low > 1e-12 * max(1.0, high):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if _t_coverage(middle, degrees) < confidence else (low, middle)
    return high


def _t_coverage(t, degrees):
    """P(|T| < t) for whole degrees of freedom: the finite series of Abramowitz & Stegun 26.7.3 and 26.7.4."""
    angle = math.atan(t / math.sqrt(degrees))
    odd = degrees % 2 == 1
    term = math.cos(angle) if odd else 1.0
    total = term if degrees > 1 else 0.0
    for step in range(3 if odd else 2, degrees - 1, 2):
        term *= math.cos(angle) ** 2 * (step - 1) / step
        total += term
    return 2 / math.pi * (angle + math.sin(angle) * total) if odd else math.sin(angle) * total
