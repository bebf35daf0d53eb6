use access::Principal;
use database::Tx;
use job_queue::{Filters, Queue};
use serde_json::{Value, json};

use super::{Kind, Model, solve};
use crate::companies::sync_companies::SHOPIFY_COMPANY_ID;
use crate::customers::CUSTOMER_NUMBER;
use crate::customers::sync_customers::SHOPIFY_CUSTOMER_ID;
use crate::orders::SYNC_ORDERS;
use crate::orders::refunds::SHOPIFY_REFUND_ID;
use crate::products::sync_products::SHOPIFY_PRODUCT_ID;
use crate::products::{ITEM_NUMBER, SYNC_PRODUCTS, images, removal};
use crate::shipments::SHIPMENT_NUMBER;
use crate::shops::options::SyncItem;
use crate::stock::sync_stock::SHOPIFY_VARIANT_ID;
use crate::sync::exactly;
use crate::{Connector, Error, Started, Sync, shops, sync};

/// Takes up one skipped record: the object that skipped it runs for the shop, for that record alone.
///
/// # Errors
/// As [`sync()`].
pub async fn retry(
    connector: &Connector,
    queue: &Queue,
    by: &Principal,
    skipped: &Model,
    time_zone: chrono_tz::Tz,
) -> Result<Started, Error> {
    let of_id = |field: &str| Filters::new().with(field, skipped.shopify_id.to_string());
    let named = |field: &str| Filters::new().with(field, exactly(&skipped.document_name));
    let is_removal = skipped.kind == Kind::Change && skipped.retry_object_id == SYNC_PRODUCTS;
    let only = match skipped.kind {
        Kind::Refund => of_id(SHOPIFY_REFUND_ID),
        Kind::Product => of_id(SHOPIFY_PRODUCT_ID),
        Kind::Image => {
            Filters::new().with(SHOPIFY_PRODUCT_ID, images::product_of(connector, skipped).await?.to_string())
        }
        Kind::Item => named(ITEM_NUMBER),
        Kind::Catalog => of_id("Catalog.shopifyCatalogId"),
        Kind::Customer if skipped.shopify_id == 0 => named(CUSTOMER_NUMBER),
        Kind::Customer => of_id(SHOPIFY_CUSTOMER_ID),
        // A price is worked out with all others of its catalog; of payouts all that may change is read.
        Kind::CatalogPrice | Kind::Payout => Filters::new(),
        Kind::Company => of_id(SHOPIFY_COMPANY_ID),
        Kind::Stock => of_id(SHOPIFY_VARIANT_ID),
        Kind::Shipment => named(SHIPMENT_NUMBER),
        // The fulfilments of an order are posted in their order.
        Kind::Fulfillment => Filters::new(),
        Kind::Change if is_removal => of_id(SHOPIFY_PRODUCT_ID),
        _ if skipped.retry_object_id == SYNC_ORDERS => of_id("OrdersToImport.shopifyOrderId"),
        _ => of_id("ShopifyOrder.shopifyOrderId"),
    };
    let task = Sync {
        shop: skipped.shop_code.to_string(),
        object: skipped.retry_object_id,
        options: match skipped.kind {
            Kind::Product => way_of(connector, skipped).await?,
            _ if is_removal => json!({ "sendToShopify": true }),
            _ => Value::Null,
        },
        filters: only,
        time_zone,
    };
    if matches!(skipped.kind, Kind::Change | Kind::Image) {
        // While it stands there the change waits for a person, who has spoken now.
        let (shop, ids) = (&skipped.shop_code, &[skipped.shopify_id]);
        let write = |tx: Tx| async move {
            if is_removal {
                removal::again_in(&tx, connector, skipped).await?;
            }
            solve(&tx, shop, skipped.kind, ids).await
        };
        connector.db().write(write).await?;
    }
    sync(connector, queue, by, &task).await
}

/// Which way a product goes, and what of it, is for the shop card to say.
async fn way_of(connector: &Connector, skipped: &Model) -> Result<Value, Error> {
    let shop = skipped.shop_code.as_str();
    let shop = connector.db().read(|r| async move { shops::find(&r, shop).await }).await?;
    Ok(match shop.sync_item {
        SyncItem::ToShopify if shop.can_update_shopify_products => json!({ "sendToShopify": true }),
        // What stood against its prices can come of nothing else.
        SyncItem::ToShopify | SyncItem::Blank => json!({ "onlySyncPrices": true }),
        SyncItem::FromShopify => Value::Null,
    })
}
