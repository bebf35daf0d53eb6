use chrono::{DateTime, Utc};

use crate::mutate::part::{owner, refuse_with};
use crate::mutate::user_error::UserError;
use crate::store::returns::{Return, ReturnStatus};
use crate::store::{State, Topic};

/// `returnApproveRequest`: the shop agrees.
pub(crate) fn return_approve(state: &mut State, id: &str, now: DateTime<Utc>) -> Result<u64, Vec<UserError>> {
    change(state, id, &["input", "id"], Topic::ReturnsApprove, now, |request| {
        expect(request, &[ReturnStatus::Requested], "Return is not approvable.")?;
        request.status = ReturnStatus::Open;
        request.approved_at = Some(now);
        Ok(())
    })
}

/// `returnDeclineRequest`: the shop does not agree.
pub(crate) fn return_decline(
    state: &mut State,
    id: &str,
    reason: &str,
    note: Option<String>,
    now: DateTime<Utc>,
) -> Result<u64, Vec<UserError>> {
    change(state, id, &["input", "id"], Topic::ReturnsDecline, now, |request| {
        expect(request, &[ReturnStatus::Requested], "Return is not declinable.")?;
        request.status = ReturnStatus::Declined;
        request.decline = Some((reason.to_owned(), note));
        Ok(())
    })
}

/// `returnClose`: there is nothing left to do with it.
pub(crate) fn return_close(state: &mut State, id: &str, now: DateTime<Utc>) -> Result<u64, Vec<UserError>> {
    change(state, id, &["id"], Topic::ReturnsClose, now, |open| {
        expect(open, &[ReturnStatus::Open], "Return is not open.")?;
        open.status = ReturnStatus::Closed;
        open.closed_at = Some(now);
        Ok(())
    })
}

/// `returnReopen`: there is something left to do with it after all.
pub(crate) fn return_reopen(state: &mut State, id: &str, now: DateTime<Utc>) -> Result<u64, Vec<UserError>> {
    change(state, id, &["id"], Topic::ReturnsReopen, now, |closed| {
        expect(closed, &[ReturnStatus::Closed], "Return is not closed.")?;
        closed.status = ReturnStatus::Open;
        closed.closed_at = None;
        Ok(())
    })
}

/// `returnCancel`: nothing comes back; only before something has.
pub(crate) fn return_cancel(state: &mut State, id: &str, now: DateTime<Utc>) -> Result<u64, Vec<UserError>> {
    change(state, id, &["id"], Topic::ReturnsCancel, now, |open| {
        let message = "Return is not cancelable.";
        expect(open, &[ReturnStatus::Open, ReturnStatus::Requested], message)?;
        if open.lines.iter().any(|line| line.processed > 0) || open.exchange_lines.iter().any(|line| line.processed > 0)
        {
            return Err(message);
        }
        open.status = ReturnStatus::Canceled;
        Ok(())
    })
}

fn expect(found: &Return, statuses: &[ReturnStatus], message: &'static str) -> Result<(), &'static str> {
    if statuses.contains(&found.status) { Ok(()) } else { Err(message) }
}

fn change(
    state: &mut State,
    id: &str,
    field: &[&str],
    topic: Topic,
    now: DateTime<Utc>,
    change: impl FnOnce(&mut Return) -> Result<(), &'static str>,
) -> Result<u64, Vec<UserError>> {
    let Some((mut order, id)) = owner(state, id, "Return") else {
        return refuse_with("NOT_FOUND", field, "Return not found.");
    };
    let Some(found) = order.returns.iter_mut().find(|other| other.id == id) else {
        return refuse_with("NOT_FOUND", field, "Return not found.");
    };
    if let Err(message) = change(found) {
        return refuse_with("INVALID_STATE", field, message);
    }
    state.put_changed_order(order, now);
    state.note(topic, id);
    Ok(id)
}
