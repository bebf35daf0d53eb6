use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::buyer::register;
use super::input::{DraftInput, Given};
use super::offer::offer;
use crate::mutate::user_error::UserError;
use crate::store::State;
use crate::store::draft::{Draft, Offer};

/// `draftOrderCreate`.
pub(crate) fn draft_order_create(
    state: &mut State,
    given: Given,
    now: DateTime<Utc>,
) -> Result<Arc<Draft>, Vec<UserError>> {
    let input = DraftInput::read(&given)?;
    let mut ids = state.ids.clone();
    let id = ids.next();
    let mut offer = offer(state, &mut ids, &input, now)?;
    state.ids = ids;
    register(state, &mut offer, &input, now)?;
    let number = state.next_draft_number;
    state.next_draft_number += 1;
    Ok(state.put_draft(Draft {
        id,
        number,
        created_at: now,
        updated_at: now,
        invoice_sent_at: None,
        completed_at: None,
        order_id: None,
        input: Value::Object(given),
        offer: Arc::new(offer),
    }))
}

/// `draftOrderCalculate`: what a draft of this input would come to. Nothing is kept of it.
pub(crate) fn draft_order_calculate(
    state: &State,
    given: &Given,
    now: DateTime<Utc>,
) -> Result<Arc<Offer>, Vec<UserError>> {
    let input = DraftInput::read(given)?;
    offer(state, &mut state.ids.clone(), &input, now).map(Arc::new)
}
