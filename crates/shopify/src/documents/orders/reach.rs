use super::fulfillment_order::FULFILLMENT_ORDERS_COST;
use super::variables::OrdersVariables;
use crate::Scopes;

/// The payment terms of an order: themselves and their schedules.
const PAYMENT_TERMS_COST: u32 = 1 + crate::cost::connection(2, 1);
/// The place at which an order was taken, and those that its fulfilments were sent from.
const LOCATIONS_COST: u32 = 2;
/// The staff member who took an order.
const STAFF_COST: u32 = 1;

/// What an app may read of an order beyond the essential. Each part needs a scope of its own, and is left out of the
/// document where that is missing: it would take the order down with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// When an order is to be paid: `read_payment_terms`.
    pub payment_terms: bool,
    /// At which location a retail order was taken, and from which goods were sent: `read_locations`.
    pub locations: bool,
    /// From which location goods are to be sent, and how: that scope, and one of [`FULFILLMENT_ORDERS`].
    pub fulfillment_orders: bool,
    /// Who of the staff took it: `read_users`, on a plan that lets apps read staff.
    pub staff: bool,
}

/// The scopes for parts of orders, each for those of other locations. Parts that an app may not read are left out.
pub const FULFILLMENT_ORDERS: [&str; 3] = [
    "read_merchant_managed_fulfillment_orders",
    "read_assigned_fulfillment_orders",
    "read_third_party_fulfillment_orders",
];

impl Reach {
    /// Everything.
    pub const ALL: Self = Self { payment_terms: true, locations: true, fulfillment_orders: true, staff: true };

    /// What an app with these scopes may read. `has_staff` says whether the plan of the store lets apps read staff.
    pub fn of(scopes: &Scopes, has_staff: bool) -> Self {
        let locations = scopes.grant("read_locations");
        Self {
            payment_terms: scopes.grant("read_payment_terms"),
            locations,
            fulfillment_orders: locations && FULFILLMENT_ORDERS.iter().any(|scope| scopes.grant(scope)),
            staff: has_staff && scopes.grant("read_users"),
        }
    }

    /// What it adds to the cost of an order.
    pub(super) const fn cost(self) -> u32 {
        let terms = if self.payment_terms { PAYMENT_TERMS_COST } else { 0 };
        let location = if self.locations { LOCATIONS_COST } else { 0 };
        let parts = if self.fulfillment_orders { FULFILLMENT_ORDERS_COST } else { 0 };
        let staff = if self.staff { STAFF_COST } else { 0 };
        terms + location + parts + staff
    }

    /// Variables that say so.
    pub(super) fn variables(self) -> OrdersVariables {
        OrdersVariables {
            payment_terms: self.payment_terms,
            locations: self.locations,
            fulfillment_orders: self.fulfillment_orders,
            staff: self.staff,
            ..OrdersVariables::default()
        }
    }
}

impl OrdersVariables {
    /// What is asked for beyond the essential.
    pub(super) const fn reach(&self) -> Reach {
        Reach {
            payment_terms: self.payment_terms,
            locations: self.locations,
            fulfillment_orders: self.fulfillment_orders,
            staff: self.staff,
        }
    }
}
