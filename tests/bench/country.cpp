#include "bench/country.hpp"

#include <stdexcept>
#include <string>

#include "core/random.hpp"
#include "experiment/scenario_file.hpp"

namespace leeway::bench {

World Country::start() const { return build_world(model.scenario, model.adaptation, run_key(1, 0, 0), months); }

Country country_of(std::int64_t citizens, std::int32_t months) {
    const std::string root = LEEWAY_SOURCE_DIR;
    Problems problems;
    Places places;
    Country country{read_scenario(root + "/scenarios/uk-fintech/world.toml", problems, places).model,
                    read_design(root + "/configs/designs/cohort.toml", problems, places), months};
    if (!problems.empty()) throw std::runtime_error("uk-fintech or cohort cannot be read; leeway check says why");
    country.model.scenario.citizens.count = citizens;
    return country;
}

Country country_of_one_sector(std::int64_t citizens, std::int32_t months) {
    Country country = country_of(citizens, months);
    country.model.scenario.sectors.resize(1);
    country.model.scenario.sectors[0].idea_share = 1;
    return country;
}

}  // namespace leeway::bench
