use values::money::{Amount, Quantity};

use crate::orders::staged::{line, order};
use crate::shops::options::CurrencyHandling;

/// As which an order is sold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// As it was placed, with what was added since: what was paid back has a document of its own. So has what the buyer got
    /// instead; and what was taken out before it was paid was never sold.
    Placed,
    /// As it is now: nothing is credited, so what was taken out of it was never paid.
    Left,
}

/// Whether an order was called off before anything was paid: it is sold to nobody.
pub fn is_void(order: &order::Model) -> bool {
    order.cancelled_at.is_some() && order.total_received_amount.is_zero()
}

impl Stand {
    /// As which this order is sold.
    pub fn of(order: &order::Model) -> Self {
        if order.total_refunded_amount.is_zero() && !order.has_credits { Self::Left } else { Self::Placed }
    }

    /// How much of the line is sold.
    pub fn quantity(self, line: &line::Model) -> Quantity {
        match self {
            Self::Placed => line.quantity - line.not_sold_quantity,
            Self::Left => line.current_quantity,
        }
    }

    /// Whether any of the line is sold.
    pub fn sells(self, line: &line::Model) -> bool {
        !self.quantity(line).is_zero()
    }

    /// What the order costs, taxes with it, before cash is rounded.
    pub fn total(self, order: &order::Model, handling: CurrencyHandling) -> Amount {
        match self {
            Self::Placed => {
                handling.pick(order.total_amount, order.presentment_total_amount)
                    - handling.pick(order.not_sold_amount, order.presentment_not_sold_amount)
            }
            Self::Left => handling.pick(order.current_total_amount, order.presentment_current_total_amount),
        }
    }

    /// Its taxes.
    pub fn tax(self, order: &order::Model, handling: CurrencyHandling) -> Amount {
        match self {
            Self::Placed => {
                handling.pick(order.vat_amount, order.presentment_vat_amount)
                    - handling.pick(order.not_sold_vat_amount, order.presentment_not_sold_vat_amount)
            }
            Self::Left => handling.pick(order.current_vat_amount, order.presentment_current_vat_amount),
        }
    }

    /// Its duties, included or not.
    pub fn duties(self, order: &order::Model, handling: CurrencyHandling) -> Amount {
        match self {
            Self::Placed => handling.pick(order.duties_amount, order.presentment_duties_amount),
            Self::Left => handling.pick(order.current_duties_amount, order.presentment_current_duties_amount),
        }
    }

    /// All its discounts: of lines, of shipping, of the whole.
    pub fn discounts(self, order: &order::Model, handling: CurrencyHandling) -> Amount {
        match self {
            Self::Placed => {
                handling.pick(order.total_discounts_amount, order.presentment_total_discounts_amount)
                    - handling.pick(order.not_sold_discount_amount, order.presentment_not_sold_discount_amount)
            }
            Self::Left => handling.pick(order.discount_amount, order.presentment_discount_amount),
        }
    }
}
