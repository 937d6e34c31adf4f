#include "knowledge/offices.h"

#include <array>

namespace verbale {
namespace {

struct NamedOffice {
  std::string_view name;
  OfficeKind kind;
};

constexpr auto kOffices = std::to_array<NamedOffice>({
    {"head-of-state", OfficeKind::HeadOfState},
    {"head-of-government", OfficeKind::HeadOfGovernment},
    {"party-leader", OfficeKind::PartyLeader},
    {"foreign-minister", OfficeKind::ForeignMinister},
    {"deputy-head", OfficeKind::DeputyHead},
    {"speaker", OfficeKind::Speaker},
    {"minister", OfficeKind::Minister},
    {"envoy", OfficeKind::Envoy},
    {"organisation-head", OfficeKind::OrganisationHead},
    {"royal", OfficeKind::Royal},
    {"other", OfficeKind::Other},
});

}  // namespace

std::optional<OfficeKind> office_kind(std::string_view name) {
  for (const NamedOffice& office : kOffices) {
    if (office.name == name) return office.kind;
  }
  return std::nullopt;
}

}  // namespace verbale
