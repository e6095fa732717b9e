#include "experiment/uncertain.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/arithmetic.hpp"
#include "core/distributions.hpp"
#include "core/special.hpp"
#include "core/text.hpp"
#include "experiment/dotted_names.hpp"

namespace leeway {
namespace {

/// Collects what is wrong with one prior, under the names of its own fields.
class PriorCheck {
  public:
    PriorCheck(const UncertainParameter& prior, std::size_t index, std::vector<Complaint>& found)
        : prior_(prior), prefix_("uncertain[" + std::to_string(index) + "]."), found_(found) {}

    void check_shape() const {
        if (prior_.low >= prior_.high) {
            return object("high", "is " + number_text(prior_.high) + ", not above low (" + number_text(prior_.low) +
                                      "); every prior, also a normal or lognormal one, needs the two ends between which it is cut");
        }
        const bool logarithmic = prior_.distribution == Distribution::log_uniform || prior_.distribution == Distribution::lognormal;
        if (logarithmic && prior_.low <= 0) object("low", "is " + number_text(prior_.low) + "; a prior of the logarithm needs ends above 0");
        if (prior_.distribution == Distribution::triangular && outside(prior_.mode)) object("mode", "does not lie between low and high");
        if (prior_.distribution != Distribution::normal && prior_.distribution != Distribution::lognormal) return;
        if (outside(prior_.median)) object("median", "does not lie between low and high");
        if (prior_.sigma <= 0) object("sigma", "is " + number_text(prior_.sigma) + "; a spread above 0 is needed");
    }

    void check_parameter(const FieldTable& model) const {
        const auto fields = find_fields(model, prior_.parameter);
        if (fields.empty()) {
            const std::string near = suggestion(prior_.parameter, known_names(model));
            return object("parameter", "is \"" + prior_.parameter + "\", which is no parameter of the model; \"leeway describe\" lists them." + near);
        }
        for (const FieldEntry& entry : fields) {
            if (!std::holds_alternative<double*>(entry.value)) {
                return object("parameter", "is \"" + prior_.parameter + "\", which is not a number with fractions; only such numbers can be uncertain");
            }
            const bool leaves = prior_.low < entry.field.low || prior_.high > entry.field.high;
            if (leaves) return object("low", "and high reach outside the range of " + entry.name + ", [" + number_text(entry.field.low) + ", " +
                                                 number_text(entry.field.high) + "]; draws are never moved into a range: narrow the prior");
        }
    }

  private:
    bool outside(double value) const { return value < prior_.low || value > prior_.high; }
    void object(const std::string& field, const std::string& message) const {
        found_.push_back({prefix_ + field, message});
    }

    const UncertainParameter& prior_;
    std::string prefix_;
    std::vector<Complaint>& found_;
};

/// The standard normal distribution function, from the incomplete gamma function.
double normal_cumulative(double z) {
    const double half = 0.5 * portable::regularised_gamma_p(0.5, z * z / 2);
    return z < 0 ? 0.5 - half : 0.5 + half;
}

double normal_between(double low, double high, double centre, double sigma, double probability) {
    const double below = normal_cumulative((low - centre) / sigma), above = normal_cumulative((high - centre) / sigma);
    return centre + sigma * normal(below + probability * (above - below));
}

double triangular(double low, double high, double mode, double probability) {
    const double peak = (mode - low) / (high - low);
    if (probability < peak) return low + std::sqrt(probability * (high - low) * (mode - low));
    return high - std::sqrt((1 - probability) * (high - low) * (high - mode));
}

double unrounded_quantile(const UncertainParameter& prior, double probability) {
    const auto logarithm = [](double x) { return portable::log(x); };
    switch (prior.distribution) {
        case Distribution::uniform:
            return prior.low + probability * (prior.high - prior.low);
        case Distribution::log_uniform:
            return portable::exp(logarithm(prior.low) + probability * (logarithm(prior.high) - logarithm(prior.low)));
        case Distribution::triangular:
            return triangular(prior.low, prior.high, prior.mode, probability);
        case Distribution::normal:
            return normal_between(prior.low, prior.high, prior.median, prior.sigma, probability);
        case Distribution::lognormal:
            break;
    }
    return portable::exp(normal_between(logarithm(prior.low), logarithm(prior.high), logarithm(prior.median), prior.sigma, probability));
}

}  // namespace

std::vector<Complaint> complaints(const std::vector<UncertainParameter>& parameters, const FieldTable& model) {
    std::vector<Complaint> found;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const PriorCheck check(parameters[i], i, found);
        check.check_shape();
        check.check_parameter(model);
        const std::string key = "uncertain[" + std::to_string(i) + "].parameter";
        const std::string& name = parameters[i].parameter;
        if (!seen.insert(name).second) found.push_back({key, "repeats \"" + name + "\"; a parameter has one prior"});
    }
    return found;
}

double quantile(const UncertainParameter& prior, double probability) {
    // The ends are reached up to rounding; the last bit must not leave them.
    return std::clamp(unrounded_quantile(prior, probability), prior.low, prior.high);
}

}  // namespace leeway
