#include "experiment/uncertain.hpp"

#include <algorithm>
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
            return object(
                "high",
                "is " + number_text(prior_.high) + ", not above low (" + number_text(prior_.low) +
                    "); every prior, also a normal or lognormal one, needs the two ends between which it is cut");
        }
        const bool logarithmic =
            prior_.distribution == Distribution::log_uniform || prior_.distribution == Distribution::lognormal;
        if (logarithmic && prior_.low <= 0)
            object("low", "is " + number_text(prior_.low) + "; a prior of the logarithm needs ends above 0");
        if (prior_.distribution == Distribution::triangular && outside(prior_.mode))
            object("mode", "does not lie between low and high");
        if (prior_.distribution != Distribution::normal && prior_.distribution != Distribution::lognormal) return;
        if (outside(prior_.median)) object("median", "does not lie between low and high");
        if (prior_.sigma <= 0) object("sigma", "is " + number_text(prior_.sigma) + "; a spread above 0 is needed");
    }

    void check_parameter(const FieldTable& model) const {
        const auto fields = find_fields(model, prior_.parameter);
        if (fields.empty()) {
            return object("parameter", "is \"" + prior_.parameter + "\", which is no parameter of the model." +
                                           remedy_for_unknown(model, prior_.parameter));
        }
        for (const FieldEntry& entry : fields) {
            if (!std::holds_alternative<double*>(entry.value)) {
                return object("parameter",
                              "is \"" + prior_.parameter +
                                  "\", which is not a number with fractions; only such numbers can be uncertain");
            }
            const bool leaves = prior_.low < entry.field.low || prior_.high > entry.field.high;
            if (leaves)
                return object("low", "and high reach outside the range of " + entry.name + ", [" +
                                         number_text(entry.field.low) + ", " + number_text(entry.field.high) +
                                         "]; draws are never moved into a range: narrow the prior");
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

/// The quantile of a normal distribution that is cut at both ends.
double normal_between(double low, double high, double centre, double sigma, double probability) {
    const double below = portable::normal_cdf((low - centre) / sigma),
                 above = portable::normal_cdf((high - centre) / sigma);
    return centre + sigma * normal(below + probability * (above - below));
}

double lognormal_between(const UncertainParameter& prior, double probability) {
    const double low = portable::log(prior.low), high = portable::log(prior.high), centre = portable::log(prior.median);
    return portable::exp(normal_between(low, high, centre, prior.sigma, probability));
}

double share_between(double low, double high, double value) { return (value - low) / (high - low); }

/// The distribution function of a normal distribution that is cut at both ends.
double normal_share_between(double low, double high, double centre, double sigma, double value) {
    const auto below = [&](double end) { return portable::normal_cdf((end - centre) / sigma); };
    return share_between(below(low), below(high), below(value));
}

double triangular_share(const UncertainParameter& prior, double value) {
    const double width = prior.high - prior.low, left = value - prior.low, right = prior.high - value;
    if (value < prior.mode) return left * left / (width * (prior.mode - prior.low));
    return right == 0 ? 1 : 1 - right * right / (width * (prior.high - prior.mode));
}

double unrounded_quantile(const UncertainParameter& prior, double probability) {
    switch (prior.distribution) {
        case Distribution::uniform:
            return uniform_quantile(probability, prior.low, prior.high);
        case Distribution::log_uniform:
            return log_uniform_quantile(probability, prior.low, prior.high);
        case Distribution::triangular:
            return triangular_quantile(probability, prior.low, prior.mode, prior.high);
        case Distribution::lognormal:
            return lognormal_between(prior, probability);
        case Distribution::normal:
            break;
    }
    return normal_between(prior.low, prior.high, prior.median, prior.sigma, probability);
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

double share_below(const UncertainParameter& prior, double value) {
    const auto log = [](double number) { return portable::log(number); };
    if (value <= prior.low) return 0;
    if (value >= prior.high) return 1;
    switch (prior.distribution) {
        case Distribution::uniform:
            return share_between(prior.low, prior.high, value);
        case Distribution::log_uniform:
            return share_between(log(prior.low), log(prior.high), log(value));
        case Distribution::triangular:
            return triangular_share(prior, value);
        case Distribution::lognormal:
            return normal_share_between(log(prior.low), log(prior.high), log(prior.median), prior.sigma, log(value));
        case Distribution::normal:
            break;
    }
    return normal_share_between(prior.low, prior.high, prior.median, prior.sigma, value);
}

}  // namespace leeway
