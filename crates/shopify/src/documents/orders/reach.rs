use super::variables::OrdersVariables;
use crate::Scopes;

/// The payment terms of an order: themselves and their schedules.
const PAYMENT_TERMS_COST: u32 = 1 + crate::cost::connection(2, 1);
/// The place at which an order was taken, and those that its fulfilments were sent from.
const LOCATIONS_COST: u32 = 2;

/// What an app may read of an order beyond the essential. Each part needs a scope of its own, and is left out of the
/// document where that is missing: it would take the order down with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// When an order is to be paid: `read_payment_terms`.
    pub payment_terms: bool,
    /// At which location a retail order was taken, and from which goods were sent: `read_locations`.
    pub locations: bool,
}

impl Reach {
    /// Everything.
    pub const ALL: Self = Self { payment_terms: true, locations: true };

    /// What an app with these scopes may read.
    pub fn of(scopes: &Scopes) -> Self {
        Self { payment_terms: scopes.grant("read_payment_terms"), locations: scopes.grant("read_locations") }
    }

    /// What it adds to the cost of an order.
    pub(super) const fn cost(self) -> u32 {
        let terms = if self.payment_terms { PAYMENT_TERMS_COST } else { 0 };
        let location = if self.locations { LOCATIONS_COST } else { 0 };
        terms + location
    }

    /// Variables that say so.
    pub(super) fn variables(self) -> OrdersVariables {
        OrdersVariables { payment_terms: self.payment_terms, locations: self.locations, ..OrdersVariables::default() }
    }
}

impl OrdersVariables {
    /// What is asked for beyond the essential.
    pub(super) const fn reach(&self) -> Reach {
        Reach { payment_terms: self.payment_terms, locations: self.locations }
    }
}
