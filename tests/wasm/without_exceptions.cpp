// Boost calls this where it would throw; without exceptions there is nothing left to do but stop.
#include <boost/assert/source_location.hpp>
#include <cstdlib>
#include <exception>

namespace boost {

void throw_exception(const std::exception&) { std::abort(); }
void throw_exception(const std::exception&, const source_location&) { std::abort(); }

}  // namespace boost
