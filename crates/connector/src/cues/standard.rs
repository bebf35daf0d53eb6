use super::cue::Group;
use super::style::{Ranges, Style};

/// BC's own for activities: one needs a look, more than five need a person.
const FEW: Ranges = Ranges::warning(1, 5);
/// A record that is skipped says what to do, and does not stop the others.
const LOOK: Ranges = Ranges::none_or(Style::Ambiguous);
/// An entry or a call that failed needs a person, be it the only one.
const PERSON: Ranges = Ranges::none_or(Style::Unfavorable);
/// For information.
const INFORMATION: Ranges = Ranges { low_range_style: Style::Subordinate, ..Ranges::none_or(Style::Subordinate) };

/// Every cue in the order in which they are shown, and how its numbers are taken unless a person says otherwise. First
/// BC's own in BC's order.
pub(super) const STANDARD: &[(Group, &str, Ranges)] = &[
    (Group::ShopifyActivities, "unmappedCustomers", FEW),
    (Group::ShopifyActivities, "unmappedCompanies", FEW),
    (Group::ShopifyActivities, "unmappedProducts", FEW),
    (Group::ShopifyActivities, "unprocessedOrders", FEW),
    (Group::ShopifyActivities, "unprocessedShipments", FEW),
    (Group::ShopifyActivities, "shipmentsErrors", FEW),
    (Group::ShopifyActivities, "synchronizationErrors", FEW),
    (Group::ShopifyActivities, "unprocessedOrderUpdates", FEW),
    (Group::ShopifyActivities, "skippedRecords", LOOK),
    (Group::ShopifyActivities, "apiErrors", PERSON),
    (Group::ShopifyActivities, "ordersWithDifference", FEW),
    (Group::ShopifyActivities, "disputesNeedingResponse", FEW),
    (Group::ShopifyActivities, "webhookDeliveriesFailed", LOOK),
    (Group::JobQueue, "tasksFailed", PERSON),
    // BC's own for entries that run, and that wait.
    (Group::JobQueue, "tasksInProcess", Ranges::warning(3, 4)),
    (Group::JobQueue, "tasksInQueue", Ranges::warning(3, 99)),
    (Group::JobQueue, "tasksOnHold", INFORMATION),
];

/// The cue of that name, and how its numbers are taken unless a person says otherwise.
pub(super) fn standard(name: &str) -> Option<(Group, Ranges)> {
    STANDARD.iter().find(|(_, of, _)| *of == name).map(|(group, _, ranges)| (*group, *ranges))
}
