use chrono::{DateTime, Utc};

use super::answered::Answered;
use super::update::found;
use crate::mutate::user_error::UserError;
use crate::store::State;

/// `draftOrderInvoiceSend`: the buyer has the invoice, at the address that is given or the draft's. No mail is sent.
pub(crate) fn draft_order_invoice_send(state: &mut State, id: &str, to: Option<&str>, now: DateTime<Utc>) -> Answered {
    let Some(draft) = found(state, id) else { return (None, vec![UserError::new(&[], "Draft order not found")]) };
    let mut errors = Vec::new();
    if to.or(draft.offer.order.email.as_deref()).is_none_or(str::is_empty) {
        errors.push(UserError::new(&[], "To can't be blank"));
    }
    if draft.completed_at.is_some() {
        let message = "Draft order Invoice can't be sent. This draft order is already paid.";
        errors.push(UserError::new(&[], message));
    }
    if !errors.is_empty() {
        return (Some(draft), errors);
    }
    let mut draft = (*draft).clone();
    draft.invoice_sent_at = Some(now);
    draft.updated_at = now;
    (Some(state.put_draft(draft)), Vec::new())
}
