use database::Tx;
use job_queue::{Context, Filters, JobError};
use serde_json::Value;

use crate::stock::SYNC_STOCK;
use crate::{Error, Sync, shops, sync};

/// Makes an entry that sends the stock of a shop: it looks at what has become a variant since the one before.
///
/// # Errors
/// A lost lease or a wish to stop; what the job queue says.
pub(super) async fn send_stock(cx: &Context, shop: &shops::Model) -> Result<(), JobError> {
    let task = Sync {
        shop: shop.code.to_string(),
        object: SYNC_STOCK,
        options: Value::Null,
        filters: Filters::new(),
        time_zone: cx.entry().zone(),
    };
    let entry = &sync::entry(cx.queue(), &cx.entry().user_id, &task, shop);
    let write = |tx: Tx| async move {
        cx.queue().enqueue(&tx, entry).await?;
        Ok::<_, Error>(())
    };
    Ok(cx.write(write).await?)
}
