// Prints the report of made-up results whose every text tries to become a script; a browser then says whether one did.
#include <cstdio>

#include "analysis/report.hpp"
#include "hostile_results.hpp"

int main() {
    const leeway::Results results = leeway::synthetic::hostile_results();
    const auto comparison = std::get<leeway::Comparison>(leeway::compare(results, {}));
    const std::string page = leeway::render_report(results, comparison, leeway::english_strings(),
                                                   "leeway report " + leeway::synthetic::hostile);
    return std::fwrite(page.data(), 1, page.size(), stdout) == page.size() ? 0 : 1;
}
