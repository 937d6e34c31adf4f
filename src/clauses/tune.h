#pragma once
#include <cstdlib>
inline double tune(const char* name, double value) { const char* v = std::getenv(name); return v ? std::atof(v) : value; }
