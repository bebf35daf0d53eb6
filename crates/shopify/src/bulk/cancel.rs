use crate::documents::bulk::{BulkCancel, IdVariables};
use crate::{Client, Document, Error};

/// Tells the store to stop an operation. What a mutation has done stays done. One that has ended already is left as it
/// is.
///
/// # Errors
/// [`Error::Rejected`] for an operation that the store does not know, and what may go wrong with every call.
pub async fn cancel(client: &Client, id: &cynic::Id) -> Result<(), Error> {
    let answer = client.run::<BulkCancel>(IdVariables { id: id.clone() }).await?;
    let Some(payload) = answer.bulk_operation_cancel else { return Ok(()) };
    match (payload.bulk_operation, payload.user_errors.first()) {
        (None, Some(error)) => Err(Error::Rejected {
            store: client.store().domain().to_owned(),
            document: BulkCancel::NAME,
            reason: error.message.trim_end_matches('.').to_owned(),
        }),
        _ => Ok(()),
    }
}
