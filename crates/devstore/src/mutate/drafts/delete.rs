use super::update::found;
use crate::mutate::part::refuse;
use crate::mutate::user_error::UserError;
use crate::store::{State, Topic};

/// `draftOrderDelete`. A draft that an order has become of stays, so that it is known where the order comes from. Gives
/// the number of the draft.
pub(crate) fn draft_order_delete(state: &mut State, id: &str) -> Result<u64, Vec<UserError>> {
    let Some(draft) = found(state, id) else { return refuse(&["id"], "Draft order does not exist") };
    if draft.completed_at.is_some() {
        return refuse(&["id"], "Draft order has been completed and can't be deleted");
    }
    state.drafts.remove(&draft.id);
    state.note(Topic::DraftOrdersDelete, draft.id);
    Ok(draft.id)
}
