// Carries the headers that all rooms of tests read, compiled once.
#include "catch.hpp"
