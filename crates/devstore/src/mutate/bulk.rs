use std::sync::Arc;

use chrono::{DateTime, Utc};
use shopify_schema::gid::Gid;

use super::user_error::UserError;
use crate::bulk::{check_mutation, check_query};
use crate::execute::Compiled;
use crate::store::State;
use crate::store::bulk::{BulkKind, BulkOperation, Phase};

/// How many operations of a kind may be under way at once.
const MOST_AT_ONCE: usize = 5;

/// The largest input of a mutation, in bytes.
const LARGEST_INPUT: usize = 100 * 1024 * 1024;

type Ordered = Result<Arc<BulkOperation>, Vec<UserError>>;

/// `bulkOperationRunQuery`.
pub(crate) fn bulk_operation_run_query(
    state: &mut State,
    compiled: &Compiled,
    query: String,
    grouped: bool,
    now: DateTime<Utc>,
) -> Ordered {
    let wrong = check_query(compiled, &query);
    if !wrong.is_empty() {
        return Err(wrong.into_iter().map(|text| UserError::new(&["query"], text).with_code("INVALID")).collect());
    }
    room(state, BulkKind::Query)?;
    let mut bulk = BulkOperation::new(state.ids.next(), BulkKind::Query, query, now);
    bulk.grouped = grouped;
    Ok(state.put_bulk(bulk))
}

/// `bulkOperationRunMutation`.
pub(crate) fn bulk_operation_run_mutation(
    state: &mut State,
    compiled: &Compiled,
    mutation: String,
    staged_upload_path: &str,
    client_identifier: Option<&str>,
    now: DateTime<Utc>,
) -> Ordered {
    let refuse = |field: &str, message: String, code| Err(vec![UserError::new(&[field], message).with_code(code)]);
    if let Some(wrong) = check_mutation(compiled, &mutation) {
        return refuse("mutation", wrong, "INVALID_MUTATION");
    }
    if client_identifier.is_some_and(|name| !(10..=255).contains(&name.chars().count())) {
        let text = "Client identifier must be between 10 and 255 characters";
        return refuse("clientIdentifier", text.to_owned(), "INVALID_MUTATION");
    }
    let Some(content) = state.uploads.get(staged_upload_path).and_then(|upload| upload.content.clone()) else {
        let text = "The JSONL file could not be found. Try uploading the file again, and check that you've entered the \
                    URL correctly for the stagedUploadPath mutation argument.";
        return refuse("stagedUploadPath", text.to_owned(), "NO_SUCH_FILE");
    };
    if let Some(wrong) = wrong_size(content.len()) {
        return refuse("stagedUploadPath", wrong.to_owned(), "INVALID_STAGED_UPLOAD_FILE");
    }
    room(state, BulkKind::Mutation)?;
    let mut bulk = BulkOperation::new(state.ids.next(), BulkKind::Mutation, mutation, now);
    bulk.input = Some(content);
    Ok(state.put_bulk(bulk))
}

fn wrong_size(length: usize) -> Option<&'static str> {
    match length {
        0 => Some("The input file is empty."),
        1..=LARGEST_INPUT => None,
        _ => Some("The input file size exceeds the maximum allowed size of 100 MB."),
    }
}

/// `bulkOperationCancel`. An operation that can't be cancelled comes back as it is, with the reason.
pub(crate) fn bulk_operation_cancel(
    state: &mut State,
    id: &str,
    now: DateTime<Utc>,
) -> (Option<Arc<BulkOperation>>, Vec<UserError>) {
    let number = id.parse::<Gid>().ok().filter(|gid| gid.kind() == "BulkOperation").map(|gid| gid.number());
    let Some(bulk) = number.and_then(|number| state.bulk.get(&number)).map(Arc::clone) else {
        return (None, vec![UserError::new(&["id"], "Bulk operation does not exist")]);
    };
    if !bulk.is_open() {
        let status = bulk.status(now).to_lowercase();
        let text = format!("A bulk operation cannot be canceled when it is {status}");
        return (Some(bulk), vec![UserError::new(&[], text)]);
    }
    let mut canceled = (*bulk).clone();
    canceled.phase = Phase::Canceling;
    (Some(state.put_bulk(canceled)), Vec::new())
}

/// Refuses an operation while as many as are allowed are under way.
fn room(state: &State, kind: BulkKind) -> Result<(), Vec<UserError>> {
    let open: Vec<String> =
        state.bulk.values().filter(|bulk| bulk.kind == kind && bulk.is_open()).map(|bulk| bulk.gid()).collect();
    if open.len() < MOST_AT_ONCE {
        return Ok(());
    }
    let name = match kind {
        BulkKind::Query => "query",
        BulkKind::Mutation => "mutation",
    };
    let text = format!("A bulk {name} operation for this app and shop is already in progress: {}.", open.join(", "));
    Err(vec![UserError::new(&[], text).with_code("OPERATION_IN_PROGRESS")])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_input_has_at_least_a_byte_and_at_most_a_hundred_megabytes() {
        assert_eq!(wrong_size(0), Some("The input file is empty."));
        assert_eq!((wrong_size(1), wrong_size(LARGEST_INPUT)), (None, None));
        assert!(wrong_size(LARGEST_INPUT + 1).is_some_and(|text| text.contains("100 MB")));
    }
}
