//! What a store tells of its bulk operations, brought to whoever waits for one.

use std::convert::Infallible;

use database::Db;
use shopify::bulk::Finish;

use crate::webhooks::BULK_OPERATIONS;

/// Waits for `work`. Meanwhile `finish` is told whenever a webhook has said, to whichever process, that a bulk operation
/// of the store has ended.
///
/// Without a line to the database nothing is heard, and the work looks by itself.
pub async fn while_told<F: Future>(db: &Db, store: &str, finish: &Finish, work: F) -> F::Output {
    tokio::select! {
        done = work => done,
        never = tell(db, store, finish) => match never {},
    }
}

async fn tell(db: &Db, store: &str, finish: &Finish) -> Infallible {
    match db.listen().await {
        Ok(mut listener) => {
            while let Some(notice) = listener.next().await {
                if notice.topic == BULK_OPERATIONS && notice.payload == store {
                    finish.tell();
                }
            }
        }
        Err(error) => tracing::debug!(%error, "the ends of bulk operations are not heard of"),
    }
    std::future::pending().await
}
