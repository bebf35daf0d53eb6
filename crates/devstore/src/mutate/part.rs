use shopify_schema::gid::Gid;

use super::user_error::UserError;
use crate::store::State;
use crate::store::order::Order;

/// The number of an id, when it is one of this type.
pub(super) fn number(id: &str, kind: &str) -> Option<u64> {
    id.parse::<Gid>().ok().filter(|gid| gid.kind() == kind).map(|gid| gid.number())
}

/// A working copy of the order with this id.
pub(super) fn order(state: &State, id: &str) -> Option<Order> {
    state.orders.get(&number(id, "Order")?).map(|order| Order::clone(order))
}

/// A working copy of the order that has this part, and the part's number.
pub(super) fn owner(state: &State, id: &str, kind: &str) -> Option<(Order, u64)> {
    let number = number(id, kind)?;
    state.order_of(number).map(|order| (Order::clone(order), number))
}

/// One broken rule.
pub(super) fn refuse<T>(field: &[&str], message: impl Into<String>) -> Result<T, Vec<UserError>> {
    Err(vec![UserError::new(field, message)])
}

/// One broken rule that has a code.
pub(super) fn refuse_with<T>(
    code: &'static str,
    field: &[&str],
    message: impl Into<String>,
) -> Result<T, Vec<UserError>> {
    Err(vec![UserError::new(field, message).with_code(code)])
}

/// Broken rules, with the code that this mutation gives them.
pub(super) fn coded(code: &'static str) -> impl Fn(Vec<UserError>) -> Vec<UserError> {
    move |errors| errors.into_iter().map(|error| error.with_code(code)).collect()
}

/// Broken rules of what is part of a larger input, in which it is found by these steps.
pub(super) fn under(path: &[&str]) -> impl Fn(Vec<UserError>) -> Vec<UserError> {
    move |errors| errors.into_iter().map(|error| error.under(path)).collect()
}
