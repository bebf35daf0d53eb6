use super::part::{number, refuse};
use super::user_error::UserError;
use crate::store::State;
use crate::store::customer::Customer;

/// `customerDelete`: who has ordered stays, and who speaks for a company.
pub(crate) fn customer_delete(state: &mut State, id: &str) -> Result<u64, Vec<UserError>> {
    let found = number(id, "Customer").and_then(|id| state.customers.get(&id));
    let Some(customer) = found.cloned() else { return refuse(&["id"], "Customer can't be found") };
    if let Some(obstacle) = obstacle(state, &customer) {
        return refuse(&["id"], obstacle);
    }
    state.delete_customer(customer.id);
    Ok(customer.id)
}

/// Why a customer can't be deleted.
pub(crate) fn obstacle(state: &State, customer: &Customer) -> Option<&'static str> {
    if customer.number_of_orders > 0 {
        return Some("Customer can't be deleted because they have associated orders");
    }
    let speaks = state.speaks_for_a_company(customer.id);
    speaks.then_some("Customer can't be deleted because they are associated with a company")
}
