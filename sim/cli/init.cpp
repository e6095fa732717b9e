#include "cli/init.hpp"

#include <fmt/format.h>

#include <fstream>
#include <string_view>
#include <system_error>

#include "cli/messages.hpp"
#include "core/text.hpp"

namespace leeway {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view experiment_text =
    R"(# An experiment: designs are compared with each other in the same worlds, with the same luck.
# Check it with "leeway check experiment.toml", run it with "leeway run experiment.toml -o results".

title = "Does my design help more than it harms?"

# The world: "leeway list scenarios" shows the names; the path of a world.toml works too.
scenario = "uk-fintech"

# The compared designs: "leeway list designs" shows the names; a path is relative to this file.
designs = ["cohort", "./my-design.toml"]

# All designs are compared with this one; it always runs.
baseline = "status-quo"

months = 60      # after the scenario's warm-up
replicates = 20  # runs per design that differ by luck alone
seed = 1         # the same seed gives the same results, bit for bit

# Any parameter or lever may be set here and then holds for all designs; "leeway describe" lists them.
# citizens.count = 100000
# "sectors[0].imitation" = 1  # one entry of a list, by its index or its name

[worlds]
# "point" takes the scenario's own values; "latin-hypercube" samples its uncertain parameters count times.
sampling = "point"
count = 1
)";

constexpr std::string_view design_text =
    R"(# A design: every lever has a default; only what differs stands here. "leeway describe sandbox" explains a group.

name = "my-design"
description = "six tests twice a year, each with up to 2,000 users for half a year"

[sandbox]
places = 6
user_cap = 2000
pilot_months = 6

[intake]
every_months = 6

[waivers]
share = 0.5        # how far provisions are relaxed during a test

[supervision]
monitoring = 0.4   # share of harms that supervision itself sees

[safeguards]
redress_share = 0.8
)";

bool write(const fs::path& path, std::string_view text) {
    std::ofstream stream(path, std::ios::binary);
    stream << text;
    return static_cast<bool>(stream.flush());
}

int could_not_write(const fs::path& path) {
    fmt::print(stderr, "leeway init: {} cannot be written; check the folder's permissions and the space left\n",
               printable(path.string()));
    return exit_not_written;
}

}  // namespace

int init_command(const InitOptions& options) {
    const fs::path experiment = options.folder / "experiment.toml", design = options.folder / "my-design.toml";
    std::error_code failed;
    for (const fs::path& path : {experiment, design}) {
        if (!fs::exists(fs::symlink_status(path, failed))) continue;
        fmt::print(stderr, "leeway init: {} exists and is not overwritten; name another folder\n",
                   printable(path.string()));
        return exit_bad_input;
    }
    fs::create_directories(options.folder, failed);
    for (const auto& [path, text] : {std::pair(experiment, experiment_text), std::pair(design, design_text)}) {
        if (!write(path, text)) return could_not_write(path);
    }
    fmt::print("wrote {} and {}\nnext: leeway check {}\n", printable(experiment.string()), printable(design.string()),
               printable(experiment.string()));
    return exit_done;
}

}  // namespace leeway
