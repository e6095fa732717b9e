"""Does the Python package compute what it says?  Worked by hand on made-up results; needs no program and no file."""

import math
import sys
import tempfile
import unittest
import warnings
from pathlib import Path

import matplotlib
import numpy
import xarray

matplotlib.use("Agg")
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "analysis"))
import leeway  # noqa: E402
from leeway.comparison import matching_baseline, t_quantile  # noqa: E402
from leeway.plots import _ellipse  # noqa: E402

RUN = ["design", "world", "replicate"]


def made_up(values, **attributes):
    """Results with the outcomes `uptake` and `harm_per_1000_user_months`, both equal to `values`."""
    values = numpy.asarray(values, dtype=float)
    attributes = {"units": "1", "long_name": "made up", "role": "outcome", "better": "more", **attributes}
    series = numpy.repeat(values[..., None], 3, axis=-1)
    return xarray.Dataset(
        {"uptake": (RUN, values, attributes),
         "harm_per_1000_user_months": (RUN, values ** 2, {**attributes, "better": "less"}),
         "uptake_by_month": (RUN + ["month"], series, {**attributes, "role": "outcome by month"})},
        coords={"design": ["status-quo", "cohort"][: values.shape[0]], "month": [-1, 0, 1]},
        attrs={"baseline": "status-quo"})


class Contrasts(unittest.TestCase):
    def test_worlds_are_the_units_and_replicates_nested(self):
        results = made_up([[[0, 2], [4, 6], [8, 10]], [[1, 3], [6, 8], [11, 13]]])
        row = leeway.contrasts(results, "uptake").loc["uptake", "cohort"]
        half_width = 4.302652729749 * 1 / math.sqrt(3)  # differences of worlds are 1, 2, 3; t with 2 degrees of freedom
        self.assertAlmostEqual(row["mean"], 7)
        self.assertAlmostEqual(row["contrast"], 2)
        self.assertAlmostEqual(row["contrast_low"], 2 - half_width, places=9)
        self.assertAlmostEqual(row["contrast_high"], 2 + half_width, places=9)
        self.assertEqual(row["share_better"], 1)

    def test_less_harm_is_better(self):
        row = leeway.contrasts(made_up([[[1], [1], [1], [1]], [[2], [2], [2], [0]]])).loc[
            "harm_per_1000_user_months", "cohort"]
        self.assertEqual(row["share_better"], 0.25)

    def test_ties_count_half(self):
        row = leeway.contrasts(made_up([[[1], [1]], [[2], [1]]]), "uptake").loc["uptake", "cohort"]
        self.assertEqual(row["share_better"], 0.75)

    def test_a_missing_run_leaves_its_pair_out(self):
        row = leeway.contrasts(made_up([[[0, 2], [4, 100]], [[1, 3], [6, math.nan]]]), "uptake").loc["uptake", "cohort"]
        self.assertAlmostEqual(row["contrast"], 1.5)

    def test_a_single_world_is_judged_by_its_replicates(self):
        row = leeway.contrasts(made_up([[[0, 0, 0]], [[1, 2, 3]]]), "uptake").loc["uptake", "cohort"]
        self.assertAlmostEqual(row["contrast_high"] - row["contrast"], 4.302652729749 / math.sqrt(3), places=9)

    def test_a_design_is_set_against_the_baseline_of_its_regime(self):
        designs = ["status-quo[adaptation.firms=false]", "status-quo[adaptation.firms=true]",
                   "cohort[adaptation.firms=false]", "cohort[adaptation.firms=true]"]
        results = xarray.Dataset({"adaptation.firms": ("design", [0, 1, 0, 1])}, {"design": designs},
                                 {"baseline": designs[0]})
        self.assertEqual(matching_baseline(results, designs[3]), designs[1])
        self.assertEqual(matching_baseline(results, designs[2]), designs[0])

    def test_t_quantiles_are_those_of_the_tables(self):
        for degrees, expected in {1: 12.706205, 2: 4.302653, 3: 3.182446, 10: 2.228139, 49: 2.009575}.items():
            self.assertAlmostEqual(t_quantile(0.95, degrees), expected, places=6)
        self.assertAlmostEqual(t_quantile(0.99, 5), 4.032143, places=6)


class Plots(unittest.TestCase):
    results = made_up(numpy.random.default_rng(1).normal(size=(2, 20, 3)))

    def test_the_plane_names_every_design_and_both_axes(self):
        axes = leeway.plot_plane(self.results).axes[0]
        self.assertEqual([text.get_text() for text in axes.get_legend().get_texts()], ["status-quo", "cohort"])
        self.assertIn("harm_per_1000_user_months", axes.get_ylabel())

    def test_series_have_one_panel_per_design_with_the_baseline_behind(self):
        (axes,) = leeway.plot_over_time(self.results).axes
        self.assertEqual([line.get_label() for line in axes.lines[:2]], ["status-quo", "cohort"])

    def test_the_ellipse_has_the_standard_deviations_as_its_extent(self):
        horizontal, vertical = numpy.array([1.0, -1, 0, 0]), numpy.array([0.0, 0, 3, -3])
        x, y = _ellipse(horizontal, vertical)
        self.assertAlmostEqual(x.max(), horizontal.std(ddof=1), places=3)
        self.assertAlmostEqual(y.max(), vertical.std(ddof=1), places=3)


class Running(unittest.TestCase):
    def program(self, folder, script):
        path = Path(folder) / "leeway"
        path.write_text("#!/bin/sh\n" + script)
        path.chmod(0o755)
        return path

    def test_settings_reach_the_program_as_it_reads_them(self):
        with tempfile.TemporaryDirectory() as folder:
            program = self.program(folder, 'printf "%s|" "$@" >&2; exit 2\n')
            with self.assertRaisesRegex(RuntimeError, "exit code 2") as caught:
                leeway.run("a.toml", binary=program, months=12, **{"sandbox.open": True, "vary": ["a", "b"]})
            said = str(caught.exception)
            for part in ("run|a.toml|-o|", "--set|months=12|", "--set|sandbox.open=true|", '--set|vary=["a", "b"]|'):
                self.assertIn(part, said)

    def test_failed_runs_are_a_warning_and_the_rest_is_returned(self):
        with tempfile.TemporaryDirectory() as folder:
            stored = Path(folder) / "stored.h5"
            made_up([[[0.0]], [[1.0]]]).to_netcdf(stored, engine="h5netcdf")
            program = self.program(folder, f'cp "{stored}" "$4"; exit 1\n')
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                results = leeway.run("a.toml", binary=program)
            self.assertTrue(any("some runs failed" in str(warning.message) for warning in caught))
            self.assertEqual(float(results["uptake"].sel(design="cohort").item()), 1)

    def test_limits_are_what_the_program_says_of_the_file(self):
        with tempfile.TemporaryDirectory() as folder:
            program = self.program(folder, 'test "$1 $2 $3" = "compare a.h5 --json" && echo \'{"limits": ["one", "two"]}\'\n')
            self.assertEqual(leeway.limits("a.h5", binary=program), ["one", "two"])
            broken = self.program(folder, "echo damaged >&2; exit 2\n")
            with self.assertRaisesRegex(RuntimeError, "damaged"):
                leeway.limits("a.h5", binary=broken)

    def test_a_comparison_is_what_the_program_says(self):
        with tempfile.TemporaryDirectory() as folder:
            program = self.program(folder, 'printf \'{"asked": "%s"}\' "$*"\n')
            said = leeway.compare("a.h5", baseline="cohort", binary=program)
            self.assertEqual(said, {"asked": "compare a.h5 --json --baseline cohort"})
            with self.assertRaisesRegex(RuntimeError, "exit code 2"):
                leeway.compare("a.h5", binary=self.program(folder, "exit 2\n"))

    def test_a_missing_file_is_named(self):
        with self.assertRaisesRegex(FileNotFoundError, "absent.h5"):
            leeway.open("absent.h5")


if __name__ == "__main__":
    unittest.main()
