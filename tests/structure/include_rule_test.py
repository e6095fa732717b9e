"""Does the include rule bite?  Each case is a made-up file that breaks it, or one that must pass."""

import tempfile
import unittest
from pathlib import Path

from include_rule import check, problems_of


class AllowedGraph(unittest.TestCase):
    def assert_refused(self, path, line):
        self.assertEqual(len(problems_of(path, line + "\n")), 1, f"{path} got away with {line}")

    def assert_accepted(self, path, line):
        self.assertEqual(problems_of(path, line + "\n"), [], f"{path} was blamed for {line}")

    def test_rooms(self):
        for path, include in [("sim/core/random.hpp", "world/world.hpp"),
                              ("sim/world/world.hpp", "policy/design.hpp"),
                              ("sim/policy/design.hpp", "world/world.hpp"),
                              ("sim/rules/harm.cpp", "metrics/metric_table.hpp"),
                              ("sim/metrics/formulas.cpp", "rules/harm.hpp"),
                              ("analysis/contrasts.cpp", "store/results_file.hpp"),
                              ("analysis/contrasts.cpp", "metrics/formulas.hpp"),
                              ("sim/store/reader.cpp", "world/world.hpp"),
                              ("sim/experiment/runner.cpp", "store/results_file.hpp"),
                              ("sim/experiment/plan.hpp", "cli/run.hpp"),
                              ("sim/attic/old.hpp", "core/fields.hpp")]:
            self.assert_refused(path, f'#include "{include}"')

    def test_rooms_that_may(self):
        for path, include in [("sim/world/world.hpp", "core/random.hpp"), ("sim/rules/harm.cpp", "policy/design.hpp"),
                              ("analysis/contrasts.cpp", "metrics/metric_table.hpp"),
                              ("sim/store/reader.cpp", "core/results.hpp"),
                              ("sim/experiment/runner.cpp", "analysis/contrasts.hpp"),
                              ("sim/cli/run.cpp", "store/results_file.hpp"),
                              ("sim/main.cpp", "cli/run.hpp")]:
            self.assert_accepted(path, f'#include "{include}"')

    def test_rules_never_include_each_other(self):
        self.assert_refused("sim/rules/harm.cpp", '#include "rules/adopt.hpp"')
        self.assert_refused("sim/rules/harm.cpp", '#include "rules/react/news.hpp"')
        self.assert_refused("sim/rules/react/news.cpp", '#include "rules/regulate/admit.hpp"')
        self.assert_refused("sim/rules/formula/burden.cpp", '#include "rules/harm.hpp"')
        self.assert_accepted("sim/rules/harm.cpp", '#include "rules/harm.hpp"')
        self.assert_accepted("sim/rules/harm.cpp", '#include "rules/formula/harm_rate.hpp"')
        self.assert_accepted("sim/rules/react.hpp", '#include "rules/react/news.hpp"')
        self.assert_accepted("sim/rules/rules.hpp", '#include "rules/adopt.hpp"')
        self.assert_accepted("sim/rules/model.hpp", '#include "rules/rules.hpp"')

    def test_libraries_stay_in_their_rooms(self):
        for path, include in [("sim/cli/report.cpp", "hdf5.h"), ("sim/cli/report.cpp", "hdf5_hl.h"),
                              ("sim/world/citizens.hpp", "boost/graph/adjacency_list.hpp"),
                              ("sim/rules/adopt.cpp", "tbb/parallel_for.h"),
                              ("sim/rules/adopt.cpp", "oneapi/tbb.h"), ("sim/cli/check.cpp", "toml++/toml.h"),
                              ("sim/experiment/plan.cpp", "tbb/parallel_for.h"),
                              ("sim/experiment/plan.cpp", "CLI/CLI.hpp")]:
            self.assert_refused(path, f"#include <{include}>")
        self.assert_refused("sim/cli/report.cpp", '#include "hdf5.h"')
        for path, include in [("sim/store/hdf5_write.cpp", "hdf5.h"),
                              ("sim/world/network.hpp", "boost/graph/graph_traits.hpp"),
                              ("sim/core/parallel.hpp", "tbb/parallel_for.h"),
                              ("sim/experiment/runner.cpp", "tbb/task_arena.h"),
                              ("sim/experiment/toml_document.hpp", "toml++/toml.h"),
                              ("sim/rules/adopt.cpp", "vector")]:
            self.assert_accepted(path, f"#include <{include}>")

    def test_model_without_threads_streams_exceptions(self):
        for room in ["core", "world", "policy", "rules", "metrics"]:
            for line in ["#include <thread>", "#include <iostream>", "#include <fstream>", 'void f() { throw "no"; }',
                         "void f() { try { g(); } finally; }"]:
                self.assert_refused(f"sim/{room}/anything.cpp", line)
        self.assert_accepted("sim/core/parallel.cpp", "#include <thread>")
        self.assert_accepted("sim/experiment/runner.cpp", "#include <fstream>")

    def test_comments_and_texts_do_not_count(self):
        self.assert_accepted("sim/rules/harm.cpp", '// they try; #include "rules/adopt.hpp"')
        self.assert_accepted("sim/rules/harm.cpp", 'const char* text = "try again // later";')
        self.assert_refused("sim/rules/harm.cpp", 'const char* text = "//"; void f() { throw 1; }')


class WholeTree(unittest.TestCase):
    def test_says_file_and_line(self):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            (root / "sim/world").mkdir(parents=True)
            (root / "sim/world/world.hpp").write_text('#pragma once\n\n#include "rules/rules.hpp"\n')
            lines, count = check(root)
            self.assertEqual(count, 1)
            self.assertEqual(len(lines), 1)
            self.assertTrue(lines[0].startswith("sim/world/world.hpp:3: rules/rules.hpp: world may include only"))

    def test_an_empty_tree_is_not_taken_for_a_clean_one(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(check(Path(folder)), ([], 0))


if __name__ == "__main__":
    unittest.main()
