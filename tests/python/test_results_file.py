"""Does a results file open in xarray as promised?  Usage: test_results_file.py RESULTS.h5"""

import sys
from pathlib import Path

import numpy
import xarray

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "analysis"))
import leeway  # noqa: E402

RUN = ("design", "world", "replicate")
ENDINGS = {"outcome by segment": "segment", "outcome by sector": "sector", "outcome by month": "month"}
ATTRIBUTES = ["Conventions", "title", "source", "compiler", "created", "seed", "configuration", "configuration_hash",
              "command", "results_hash", "baseline", "scenario", "sampling", "population", "agents"]


def check_dimensions(results):
    wanted = {"design", "world", "replicate", "month", "segment", "sector", "regulator", "parameter", "lever"}
    assert wanted <= set(results.dims), wanted - set(results.dims)
    assert not [name for name in results.dims if "phony" in name]
    assert wanted <= set(results.coords)
    assert numpy.issubdtype(results["month"].dtype, numpy.integer), results["month"].dtype
    assert results["month"].attrs["units"] == "month"


def check_descriptions(results):
    for name, variable in results.variables.items():
        assert isinstance(variable.attrs.get("units"), str), f"{name} has no units"
        assert variable.attrs.get("long_name"), f"{name} has no long_name"
        assert not numpy.issubdtype(variable.dtype, numpy.timedelta64), f"{name} was taken for a duration"
        assert not numpy.issubdtype(variable.dtype, numpy.datetime64), f"{name} was taken for a date"
    for name in ATTRIBUTES:
        assert name in results.attrs, f"attribute {name} is missing"
    assert results.attrs["baseline"] in results["design"].values


def check_texts(results):
    texts = [name for name, variable in results.variables.items() if variable.dtype == object]
    assert {"design", "failure"} <= set(texts)
    for name in texts:
        assert all(isinstance(value, str) for value in results[name].values.ravel()), f"{name} is not text"
    assert isinstance(results.attrs["configuration"], str)


def check_outcomes(results):
    assert leeway.outcomes(results), "there are no outcomes"
    for name in leeway.outcomes(results):
        assert results[name].dims in (RUN, RUN[:2]), f"{name} has the dimensions {results[name].dims}"
        assert results[name].dtype == numpy.float64
        assert numpy.isnan(results[name].encoding["_FillValue"])
    for name, variable in results.data_vars.items():
        inner = ENDINGS.get(variable.attrs.get("role"))
        if inner:
            assert variable.dims == RUN + (inner,) and name.endswith(f"_by_{inner}")
        if inner == "month":
            assert variable.dtype == numpy.float32 and variable.encoding["fletcher32"] and variable.encoding["zlib"]


def check_missing_values(results):
    assert results["status"].dims == RUN and set(numpy.unique(results["status"])) <= {0, 1, 2}
    assert "_FillValue" not in results["status"].encoding
    unfinished = results["status"] != 1
    for name in leeway.outcomes(results):
        if results[name].dims == RUN:
            assert results[name].where(unfinished).isnull().all(), f"{name} has values where no run was done"
    assert ((results["failure"] != "") == (results["status"] == 2)).all()


def check_contrasts(results):
    table = leeway.contrasts(results)
    assert list(table.columns) == ["mean", "low", "high", "contrast", "contrast_low", "contrast_high", "share_better"]
    assert len(table) == len(leeway.outcomes(results)) * results.sizes["design"]
    assert (table.xs(results.attrs["baseline"], level="design")["contrast"].dropna() == 0).all()
    known = table.dropna(subset=["contrast_low"])
    assert (known["contrast_low"] <= known["contrast"]).all() and (known["contrast"] <= known["contrast_high"]).all()


def main(path):
    results = leeway.open(path)
    plain = xarray.open_dataset(path, engine="h5netcdf")
    assert set(plain.variables) == set(results.variables)
    checks = [check_dimensions, check_descriptions, check_texts, check_outcomes, check_missing_values, check_contrasts]
    for check in checks:
        check(results)
    print(f"{path}: {len(checks)} checks of {len(results.variables)} variables passed")


if __name__ == "__main__":
    main(sys.argv[1])
