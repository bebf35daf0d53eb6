use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::answered::Answered;
use super::buyer::register;
use super::check::too_long;
use super::input::{DraftInput, Given};
use super::offer::{offer, tags};
use crate::mutate::part::number;
use crate::mutate::user_error::UserError;
use crate::store::State;
use crate::store::draft::{Draft, Offer};

/// What is said of a draft that an order has become of.
pub(super) const PAID: &str = "This order has been paid";

/// `draftOrderUpdate`: what is given takes the place of what was there, a null takes it away, what is left out stays.
/// Of a draft that an order has become of only the tags may still change.
pub(crate) fn draft_order_update(state: &mut State, id: &str, changes: Given, now: DateTime<Utc>) -> Answered {
    let Some(draft) = found(state, id) else { return missing() };
    let is_completed = draft.completed_at.is_some();
    if is_completed && changes.keys().any(|key| key != "tags") {
        return (Some(draft), vec![UserError::new(&[], PAID)]);
    }
    let offer = if is_completed { tagged(&draft, &changes) } else { changed(state, &draft, &changes, now) };
    match offer {
        Ok(offer) => {
            let mut draft = (*draft).clone();
            draft.updated_at = now;
            draft.input = overlaid(&draft, changes).into();
            draft.offer = Arc::new(offer);
            (Some(state.put_draft(draft)), Vec::new())
        }
        Err(errors) => (None, errors.into_iter().map(in_input).collect()),
    }
}

fn overlaid(draft: &Draft, changes: Given) -> Given {
    let mut given = draft.input.as_object().cloned().unwrap_or_default();
    given.extend(changes);
    given
}

fn changed(state: &mut State, draft: &Draft, changes: &Given, now: DateTime<Utc>) -> Result<Offer, Vec<UserError>> {
    let stays = |key: &str| !changes.contains_key(key);
    let mut input = DraftInput::read(&overlaid(draft, changes.clone()))?;
    // Nor is the day refused that has passed meanwhile.
    let reserved = input.reserve_inventory_until.take_if(|_| stays("reserveInventoryUntil"));
    let mut ids = state.ids.clone();
    let mut offer = offer(state, &mut ids, &input, now)?;
    state.ids = ids;
    register(state, &mut offer, &input, now)?;
    offer.reserve_inventory_until = offer.reserve_inventory_until.or(reserved);
    if stays("lineItems") {
        keep_lines(&draft.offer, &mut offer);
    }
    if stays("paymentTerms") {
        // Their days go on from when they were given.
        Arc::make_mut(&mut offer.order).payment_terms.clone_from(&draft.offer.order.payment_terms);
    }
    Ok(offer)
}

fn tagged(draft: &Draft, changes: &Given) -> Result<Offer, Vec<UserError>> {
    let input = DraftInput::read(changes)?;
    let errors = too_long(&input.tags);
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut offer = Offer::clone(&draft.offer);
    if changes.contains_key("tags") {
        Arc::make_mut(&mut offer.order).tags = tags(&input.tags);
    }
    Ok(offer)
}

/// The lines are those that were there.
fn keep_lines(before: &Offer, after: &mut Offer) {
    for (line, old) in Arc::make_mut(&mut after.order).lines.iter_mut().zip(&before.order.lines) {
        line.id = old.id;
    }
    for (line, old) in after.lines.iter_mut().zip(&before.lines) {
        line.uuid.clone_from(&old.uuid);
    }
}

/// The draft with this id.
pub(super) fn found(state: &State, id: &str) -> Option<Arc<Draft>> {
    state.drafts.get(&number(id, "DraftOrder")?).map(Arc::clone)
}

/// The answer when there is no such draft.
pub(super) fn missing() -> Answered {
    (None, vec![UserError::new(&["id"], "Draft order does not exist")])
}

/// The field of an error, as it is named where the input is not the only argument.
fn in_input(mut error: UserError) -> UserError {
    if !error.field.is_empty() {
        error.field.insert(0, "input".to_owned());
    }
    error
}
