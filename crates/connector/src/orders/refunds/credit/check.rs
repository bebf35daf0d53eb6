use super::money::Credited;
use super::refusal::Refusal;

/// Checks that the refund may have its document now.
///
/// # Errors
/// [`Refusal`] says why not.
pub(super) fn check(credited: &Credited) -> Result<(), Refusal> {
    let (refund, order) = (&credited.refunded.refund, &credited.sale.order);
    if !order.processed {
        return Err(Refusal::OrderNotProcessed(order.shopify_order_number.clone()));
    }
    if order.document_number().is_blank() {
        return Err(Refusal::NotSoldHere(order.shopify_order_number.clone()));
    }
    if order.cancelled_at.is_some() && order.has_order_state_error {
        return Err(Refusal::Cancelled(order.shopify_order_number.clone()));
    }
    if refund.pending {
        return Err(Refusal::Pending);
    }
    if !refund.can_create_credit_memo {
        return Err(Refusal::NothingToCredit);
    }
    Ok(())
}
