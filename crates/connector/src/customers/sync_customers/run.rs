use database::Read;
use job_queue::{Context, JobError, Summary};
use shopify::Meter;

use super::apply::apply;
use super::reading;
use super::standing::{Standing, standing};
use crate::customers::SYNC_CUSTOMERS;
use crate::customers::export;
use crate::customers::import::{Which, read};
use crate::orders::mapping::Ground;
use crate::products::lane;
use crate::shops::options::CustomerImport;
use crate::{Connector, Error, shops, watermark};

/// Synchronizes the customers of a shop; with `some`, those alone. Those who are named are read whatever the shop card says.
pub(super) async fn run(
    connector: &Connector,
    cx: &Context,
    shop: shops::Model,
    (some, is_named): (Option<&[i64]>, bool),
) -> Result<Summary, JobError> {
    let sends = shop.can_update_shopify_customers && shop.allow_outgoing_requests;
    // What is read is read also where nothing may be sent.
    if shop.can_update_shopify_customers && !sends && which(&shop).is_none() {
        return Err(Error::ReadOnly(shop.code.to_string()).into());
    }
    let meter = Meter::of(SYNC_CUSTOMERS);
    let client = connector.client_of(cx, &shop).await?.metered(meter.clone()).in_lane(lane(cx));
    let ground = &Ground::read(cx, shop).await?;
    let shop = &ground.shop;
    let standing = |r: Read| async move {
        match which(shop) {
            Some(which) => standing(&r, shop, which).await,
            // Where none are read, what is known of here is what goes to Shopify, and nothing else was synchronized.
            None => {
                let known = watermark::of(&r, &shop.domain, watermark::Kind::KnownCustomers).await?;
                Ok(Standing { which: Which::Known, watermark: known })
            }
        }
    };
    let (began, standing) = (cx.clock().now(), &cx.db().read(standing).await?);
    let reads = is_named || which(shop).is_some();
    let mut summary = match some {
        _ if !reads => Summary::default(),
        Some(ids) => read(cx, &client, ground, ids).await?,
        None => reading::read(cx, &client, ground, standing).await?,
    };
    tracing::debug!(shop = %shop.code, staged = summary.created, refreshed = summary.updated, "customers were read");
    if reads {
        summary += apply(cx, ground, some, shop.auto_create_unknown_customers).await?;
    }
    if sends {
        summary += export::run(cx, &client, ground, some).await?;
    }
    if some.is_none() {
        cx.write(|tx| async move { watermark::synced(&tx, &standing.watermark, began).await }).await?;
    }
    Ok(Summary { calls: meter.calls(), points: meter.points(), ..summary })
}

/// Whether what changed here would go to Shopify, and may not.
pub(super) fn sends_nothing(shop: &shops::Model) -> bool {
    shop.can_update_shopify_customers && !shop.allow_outgoing_requests
}

/// Which customers are read, if any: everyone, or those whom orders have named where their customers follow them.
fn which(shop: &shops::Model) -> Option<Which> {
    match shop.customer_import_from_shopify {
        CustomerImport::AllCustomers => Some(Which::All),
        CustomerImport::WithOrderImport if shop.shopify_can_update_customers => Some(Which::Known),
        CustomerImport::WithOrderImport | CustomerImport::None => None,
    }
}
