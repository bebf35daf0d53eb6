//! Prices that were fixed from here, of variants that are no items any more, leave the price list.

use job_queue::{Context, JobError, Summary};
use shopify::Client;
use shopify::documents::catalogs::MANY;

use super::ground::Ground;
use super::prices::Prices;
use super::reason::Reason;
use super::record::{record, stands};
use super::send::withdraw;
use crate::catalogs::staged::catalog;

/// Takes the fixed prices of these variants away, and writes down what came of each call before the next.
///
/// # Errors
/// A lost lease or a wish to stop; why there is no answer.
pub(super) async fn take_away(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    catalog: &mut catalog::Model,
    prices: &mut Prices,
    variants: &[i64],
) -> Result<Summary, JobError> {
    let mut summary = Summary::default();
    for some in variants.chunks(MANY) {
        let (mut gone, mut stay, mut failures) = (Vec::new(), Vec::new(), Vec::new());
        for (variant, why) in some.iter().copied().zip(withdraw(cx, client, catalog, some).await?) {
            match (why, prices.now.get(&variant)) {
                (Some(why), Some(row)) => {
                    let (catalog, what) = (catalog.name.clone(), row.display_name.clone());
                    let reason = Reason::Stays { catalog, what, why };
                    let mut row = row.clone();
                    row.error_message = reason.to_string();
                    stay.push(row);
                    failures.push((variant, reason));
                }
                _ => gone.push(variant),
            }
        }
        summary.updated += gone.len() as u64;
        summary.skipped += failures.len() as u64;
        catalog.fixed_prices -= i32::try_from(gone.len()).unwrap_or_default();
        prices.came(&stay);
        let mended = &prices.forget(&gone);
        let (catalog, ground) = (&*catalog, &ground.at(cx.clock().now()));
        let (gone, stay, failures) = (&gone, &stay, &failures);
        let write = |tx| async move {
            record(&tx, ground, catalog, (stay.clone(), gone), failures.clone(), mended).await?;
            stands(&tx, catalog).await
        };
        cx.write(write).await?;
    }
    Ok(summary)
}
