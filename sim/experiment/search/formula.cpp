#include "experiment/search/formula.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/results.hpp"
#include "core/text.hpp"
#include "metrics/metric_table.hpp"

namespace leeway {
namespace {

constexpr std::size_t deepest = 50;  // parentheses within each other
constexpr std::string_view digits = "0123456789.";

std::vector<std::string> outcomes_of_runs() {
    std::vector<std::string> names;
    for (const Metric& metric : metric_table()) {
        if (metric.value != nullptr) names.emplace_back(metric.name);
    }
    return names;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Recursive descent: a sum of products of factors. The first problem ends it.
class FormulaReader {
  public:
    explicit FormulaReader(std::string_view text) : text_(text) {}

    std::variant<Formula, std::string> read() {
        sum(0);
        if (problem_.empty() && peek() != '\0') object("\"" + std::string(text_.substr(at_)) + "\" is one too many");
        if (!problem_.empty()) return problem_;
        return std::move(formula_);
    }

  private:
    char peek() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
        return at_ < text_.size() ? text_[at_] : '\0';
    }

    bool goes_on_with(char one, char other) { return problem_.empty() && (peek() == one || peek() == other); }

    void sum(std::size_t depth) {
        product(depth);
        while (goes_on_with('+', '-')) operate([&] { product(depth); });
    }

    void product(std::size_t depth) {
        factor(depth);
        while (goes_on_with('*', '/')) operate([&] { factor(depth); });
    }

    template <class Operand>
    void operate(Operand operand) {
        const char sign = text_[at_++];
        operand();
        formula_.steps.push_back(Formula::Operator{sign});
    }

    void factor(std::size_t depth) {
        const char next = peek();
        if (next == '(')
            in_parentheses(depth + 1);
        else if (is_digit(next) || next == '.')
            number();
        else if (is_letter(next))
            name();
        else
            object("an outcome or a number is missing at its " + std::string(next == '\0' ? "end" : "\"") +
                   (next == '\0' ? "" : std::string(text_.substr(at_)) + "\""));
    }

    void in_parentheses(std::size_t depth) {
        if (depth > deepest) return object("more than 50 parentheses lie within each other");
        ++at_;
        sum(depth);
        if (!problem_.empty()) return;
        if (peek() != ')') return object("a parenthesis is not closed");
        ++at_;
    }

    void number() {
        const std::size_t end = std::min(text_.find_first_not_of(digits, at_), text_.size());
        double value = 0;
        const auto read = std::from_chars(text_.data() + at_, text_.data() + end, value);
        if (read.ec != std::errc() || read.ptr != text_.data() + end)
            return object("\"" + std::string(text_.substr(at_, end - at_)) + "\" is no number such as 12 or 0.5");
        at_ = end;
        formula_.steps.push_back(Formula::Number{value});
    }

    void name() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && (is_letter(text_[at_]) || is_digit(text_[at_]))) ++at_;
        const std::string found(text_.substr(begin, at_ - begin));
        if (found == "months") return formula_.steps.push_back(Formula::Months{});
        const Metric* metric = find_metric(found);
        if (metric == nullptr) {
            return object("\"" + found + "\" is no outcome; \"leeway list metrics\" lists them." +
                          suggestion(found, outcomes_of_runs()));
        }
        if (metric->value == nullptr)
            return object("\"" + found + "\" belongs to all replicates of a world together; name an outcome of runs");
        const auto known = std::find(formula_.outcomes.begin(), formula_.outcomes.end(), found);
        formula_.steps.push_back(Formula::Outcome{static_cast<std::size_t>(known - formula_.outcomes.begin())});
        if (known == formula_.outcomes.end()) formula_.outcomes.push_back(found);
    }

    void object(const std::string& what) {
        if (problem_.empty()) problem_ = "is \"" + std::string(text_) + "\": " + what;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    Formula formula_;
    std::string problem_;
};

double operate(char sign, double one, double other) {
    switch (sign) {
        case '+':
            return one + other;
        case '-':
            return one - other;
        case '*':
            return one * other;
        default:
            return other == 0 ? missing_value : one / other;
    }
}

/// Carries out the steps of a formula on a stack.
struct Evaluation {
    std::span<const double> values;
    double months;
    std::vector<double> stack{};

    void operator()(const Formula::Number& number) { stack.push_back(number.value); }
    void operator()(const Formula::Outcome& outcome) { stack.push_back(values[outcome.index]); }
    void operator()(const Formula::Months&) { stack.push_back(months); }
    void operator()(const Formula::Operator& op) {
        const double last = stack.back();
        stack.pop_back();
        stack.back() = operate(op.sign, stack.back(), last);
    }
};

}  // namespace

std::variant<Formula, std::string> read_formula(std::string_view text) { return FormulaReader(text).read(); }

double evaluate(const Formula& formula, std::span<const double> values, double months) {
    Evaluation evaluation{values, months};
    for (const Formula::Step& step : formula.steps) std::visit(evaluation, step);
    const double value = evaluation.stack.back();
    return std::isfinite(value) ? value : missing_value;
}

}  // namespace leeway
