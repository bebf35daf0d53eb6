use super::part::refuse;
use super::user_error::UserError;
use crate::store::order::Order;

/// Money that moves is named in the buyer's currency; its name may be left out where the shop's is the same.
pub(super) fn in_buyers_currency(order: &Order, given: Option<&str>, field: &[&str]) -> Result<(), Vec<UserError>> {
    let wanted = &order.presentment_currency;
    if given.map_or(order.currency == *wanted, |given| given == wanted) {
        return Ok(());
    }
    refuse(field, format!("Currency must be {wanted}"))
}
