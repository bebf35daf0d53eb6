use chrono::{DateTime, Utc};

use crate::mutate::part::{owner, refuse_with};
use crate::mutate::user_error::UserError;
use crate::store::State;
use crate::store::money::Bag;

/// `transactionVoid`: lets an authorisation go of which nothing was captured. Gives the id of the transaction.
pub(crate) fn transaction_void(state: &mut State, id: &str, now: DateTime<Utc>) -> Result<u64, Vec<UserError>> {
    let field = ["parentTransactionId"];
    let missing = || refuse_with("TRANSACTION_NOT_FOUND", &field, "Transaction does not exist");
    let Some((mut order, id)) = owner(state, id, "OrderTransaction") else { return missing() };
    let Some(authorization) = order.transactions.iter_mut().find(|transaction| transaction.id == id) else {
        return missing();
    };
    if authorization.kind != "AUTHORIZATION" {
        return refuse_with("AUTH_NOT_VOIDABLE", &field, "Parent transaction must be an authorization");
    }
    if authorization.status != "SUCCESS" {
        return refuse_with("AUTH_NOT_SUCCESSFUL", &field, "Parent transaction must be successful");
    }
    if authorization.released != Bag::ZERO {
        return refuse_with("AUTH_NOT_VOIDABLE", &field, "Parent transaction requires a non-captured authorization");
    }
    let void = state.voided(authorization, now);
    let id = void.id;
    order.transactions.push(void);
    order.given_financial_status = None;
    state.put_changed_order(order, now);
    Ok(id)
}
