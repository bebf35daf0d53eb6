use access::{Action, Area, Principal};
use database::Tx;
use job_queue::{Filters, Queue};
use serde_json::json;
use shopify::documents::product_changes::{ProductInput, StatusVariables};
use uuid::Uuid;

use super::change::Retire;
use super::{entity, known};
use crate::operations::{Intent, again, intend};
use crate::products::export::{product_gid, retired, status_name};
use crate::products::staged::product::Model;
use crate::products::sync_products::SHOPIFY_PRODUCT_ID;
use crate::products::{SYNC_PRODUCTS, write};
use crate::skipped::{self, Seen};
use crate::{Connector, Error, Sync, shops, sync};

/// Takes away a product with its variants; its item stays. Where the shop card says that it is sold no more in Shopify, and
/// lets products be changed there, that is written down, and a run is started that tells it.
///
/// # Errors
/// When `by` may not change what is synchronized, and when the database fails.
pub async fn remove_in(
    tx: &Tx,
    (connector, queue): (&Connector, &Queue),
    by: &Principal,
    product: &Model,
    time_zone: chrono_tz::Tz,
) -> Result<(), Error> {
    by.require(Area::Synchronization, Action::Change)?;
    let shop = &shops::find(tx, product.shop_code.as_str()).await?;
    let number = product.shopify_product_id;
    write::remove_products(tx, &shop.code, &[number]).await?;
    let status = retired(shop, product.status).filter(|_| shop.can_update_shopify_products);
    let removed = entity::Model {
        id: connector.random().id(connector.clock().now()),
        shop_code: shop.code.clone(),
        shopify_product_id: number,
        updated_at: product.updated_at,
        awaited_status: status.map(status_name).unwrap_or_default().to_owned(),
    };
    known::remember(tx, removed).await?;
    let Some(status) = status else { return Ok(()) };
    let subject = product_gid(number);
    let input = ProductInput { id: subject.clone(), status: Some(status_name(status)), ..ProductInput::default() };
    let intent = Intent {
        shop_code: shop.code.clone(),
        subject,
        document_name: product.name(),
        variables: StatusVariables { product: input },
    };
    intend::<Retire>(tx, &seen(connector), intent).await?;
    if shop.enabled && shop.allow_outgoing_requests {
        let task = Sync {
            shop: shop.code.to_string(),
            object: SYNC_PRODUCTS,
            options: json!({ "sendToShopify": true }),
            filters: Filters::new().with(SHOPIFY_PRODUCT_ID, number.to_string()),
            time_zone,
        };
        queue.enqueue(tx, &sync::entry(queue, &by.user_name, &task, shop)).await?;
    }
    Ok(())
}

/// What Shopify has refused of a product that was taken away is told it once more.
pub(crate) async fn again_in(tx: &Tx, connector: &Connector, skipped: &skipped::Model) -> Result<(), Error> {
    again::<Retire>(tx, &seen(connector), &skipped.shop_code, &product_gid(skipped.shopify_id)).await
}

/// A person does it, outside of any run.
fn seen(connector: &Connector) -> Seen<'_> {
    Seen { run: Uuid::nil(), at: connector.clock().now(), random: connector.random() }
}
