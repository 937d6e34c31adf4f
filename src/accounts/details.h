// What is told of a point once its clauses are known: label, topic, differences, absences.
#pragma once

#include <span>
#include <vector>

#include "accounts/compare.h"
#include "accounts/links.h"
#include "accounts/points.h"

namespace verbale {

// Who speaks, how, and the clause that is most like the others.
std::string label_of(const ClauseField& field, const ClauseGroup& group);
std::string topic_of(const ClauseField& field, const ClauseGroup& group, const Meanings& meanings);

// Differences that one point shows by itself; order and length among them only where they stand
// out.
std::vector<Difference> differences_of(const ClauseField& field, const ClauseGroup& group,
                                       const Point& point, const Meanings& meanings);
// Differences between clauses of a point that one account alone has.
std::vector<Difference> contradictions_of(const ClauseField& field, const ClauseGroup& group);
// Marks the shared points that stand in another order than in the first account that has them.
void add_order(std::vector<Point>& points, size_t accounts);

// For each account that lacks a point: the clauses of it that come nearest, and why they are
// another point. `links` are those that the groups were made from; `groups` and `points` run side
// by side.
void add_absences(const ClauseField& field, std::span<const ClauseLink> links,
                  std::span<const ClauseGroup> groups, Comparison& comparison);

}  // namespace verbale
