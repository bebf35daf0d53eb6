use job_queue::{Context, JobError, Summary};
use shopify::Client;
use values::Filter;
use values::field::Value;
use values::filter::Test;

use super::ground::Ground;
use super::to_shopify;
use crate::shops;

/// So many products are named in a query.
const AT_ONCE: usize = 500;

/// Brings the pictures of these products and their variants to Shopify. Those to which no answer came are looked for by the
/// next Sync Images, and count as left out.
///
/// # Errors
/// As the task.
pub(crate) async fn send_of(
    cx: &Context,
    client: &Client,
    shop: &shops::Model,
    products: &[i64],
) -> Result<Summary, JobError> {
    let mut summary = Summary::default();
    for some in products.chunks(AT_ONCE) {
        let ids = some.iter().map(|id| Value::Integer(*id)).collect();
        let filter = &Filter::field("shopifyProductId", Test::In(ids));
        let counts = to_shopify::run(&Ground { cx, client, shop }, filter).await?;
        summary += counts.summary;
        summary.skipped += counts.unclear;
    }
    Ok(summary)
}
