use job_queue::{Context, JobError};
use shopify::Client;
use shopify::bulk::{self, BulkQuery, Finish, Finished, Outcome};

use super::while_told;
use crate::Error;

/// Reads all that a query finds. None when the store gives no whole result: then nothing but time is lost, and `what` it
/// finds is to be read page by page.
///
/// # Errors
/// A lost lease or a wish to stop; why there is no answer.
pub(crate) async fn whole(
    cx: &Context,
    client: &Client,
    query: &BulkQuery,
    what: &str,
) -> Result<Option<Finished>, JobError> {
    let finish = Finish::default();
    let running = while_told(cx.db(), client.store().domain(), &finish, bulk::query(client, query, &finish));
    // Given up, it goes on in the store, and costs nothing there.
    match cx.wait(running).await? {
        Ok(Outcome::Whole(finished)) => Ok(Some(finished)),
        Ok(Outcome::Part(_, error))
        | Err(error @ (shopify::Error::BulkEnded { .. } | shopify::Error::BulkBusy { .. })) => {
            tracing::warn!(store = client.store().domain(), %error, what, "read page by page");
            Ok(None)
        }
        Err(error) => Err(Error::from(error).into()),
    }
}
