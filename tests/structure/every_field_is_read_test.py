"""Does the search for unread fields bite?  Made-up trees, each with one field that is or is not read."""

import tempfile
import unittest
from pathlib import Path

from every_field_is_read import check

DESIGN = """
struct ExitLevers {
    double speed = 0;
    double share = 0;  // shares its name with another struct's field

    template <class Visit>
    void fields(Visit&& field) {
        field(speed, {"speed", Unit::share, 0, 1, "assumed", "speed"});
        field(share, {"share", Unit::share, 0, 1, "assumed", "share; } even with a brace"});
    }
};
struct Design {
    ExitLevers exit;
};
"""
SEGMENT = """
struct Segment {
    double share = 1;
    template <class Visit>
    void fields(Visit&& field) { field(share, {"share", Unit::share, 0, 1, "scenario", "share"}); }
};
"""
RULE = """
struct Launch {
    double pace = 1;
    template <class Visit>
    void fields(Visit&& field) { field(pace, {"pace", Unit::none, 0, 1, "assumed", "pace"}); }
    void operator()(World& world, const Design& design) const;
};
"""
READS_ALL = """
void Launch::operator()(World& world, const Design& design) const {
    world.x = pace * design.exit.speed * design.exit.share;
}
double whole(const std::vector<Segment>& segments) { return segments[0].share; }
"""


class Unread(unittest.TestCase):
    def unread(self, rule_code, **more):
        """Names of unread fields in a tree whose rule has this code."""
        with tempfile.TemporaryDirectory() as folder:
            files = {"sim/policy/design.hpp": DESIGN, "sim/world/segment.hpp": SEGMENT, "sim/rules/launch.hpp": RULE,
                     "sim/rules/launch.cpp": rule_code, **more}
            for path, text in files.items():
                (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
                (Path(folder) / path).write_text(text)
            fields, count = check(Path(folder))
            self.assertEqual(count, 4)
            return sorted(f"{field.owner}.{field.member}" for field in fields)

    def test_all_read(self):
        self.assertEqual(self.unread(READS_ALL), [])

    def test_each_missing_read_is_found(self):
        self.assertEqual(self.unread(READS_ALL.replace("design.exit.speed", "1")), ["ExitLevers.speed"])
        self.assertEqual(self.unread(READS_ALL.replace("pace * ", "")), ["Launch.pace"])

    def test_a_namesake_does_not_count(self):
        self.assertEqual(self.unread(READS_ALL.replace("design.exit.share", "1")), ["ExitLevers.share"])
        self.assertEqual(self.unread(READS_ALL.replace("segments[0].share", "0")), ["Segment.share"])

    def test_comments_texts_and_assignments_do_not_count(self):
        for instead in ["1 /* design.exit.speed */", 'text("design.exit.speed")', "(design.exit.speed = 2)"]:
            self.assertEqual(self.unread(READS_ALL.replace("design.exit.speed", instead)), ["ExitLevers.speed"])

    def test_a_lever_that_only_a_check_or_an_experiment_reads_is_unread(self):
        without = READS_ALL.replace("design.exit.speed", "1")
        use = {"sim/policy/design.cpp": "bool fine(const Design& design) { return design.exit.speed < 1; }"}
        self.assertEqual(self.unread(without, **use), ["ExitLevers.speed"])
        use = {"sim/experiment/plan.cpp": "double f(const Design& design) { return design.exit.speed; }"}
        self.assertEqual(self.unread(without, **use), ["ExitLevers.speed"])

    def test_a_label_needs_no_rule(self):
        labelled = SEGMENT.replace("share, {", "title, {").replace('"share", Unit', '"title", Unit')
        without = READS_ALL.replace("segments[0].share", "0")
        self.assertEqual(self.unread(without, **{"sim/world/segment.hpp": labelled}), [])

    def test_references_bound_by_auto_count(self):
        loop = "0; }\nvoid g() { for (const auto& part : segments) use(part.share);"
        code = READS_ALL.replace("segments[0].share;", loop)
        self.assertEqual(self.unread(code), [])


if __name__ == "__main__":
    unittest.main()
