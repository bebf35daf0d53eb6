//! What stands against a product is told on it and as a skipped record; what no longer does is forgotten.

use database::Tx;

use crate::Error;
use crate::orders::mapping::Ground;
use crate::products::SYNC_PRODUCTS;
use crate::products::staged::{Whole, product};
use crate::products::write;
use crate::skipped::{self, Kind, Skipped};

/// Writes down why no item could be made of a product, or changed by it.
pub(super) async fn fail(tx: &Tx, ground: &Ground, product: &product::Model, why: &Error) -> Result<(), Error> {
    let cause = sentence(&why.to_string());
    let row = product::Model { has_error: true, error_message: cause.clone(), ..product.clone() };
    write::products(tx, std::slice::from_ref(&row)).await?;
    let remedy = "Mend that, and the next run makes the item; or map the product to an item.".to_owned();
    skipped::record(tx, &ground.seen(), vec![told(product, cause, remedy)]).await
}

/// Writes down what of a product is no item though nothing stands against it, and forgets what did.
pub(super) async fn settle(tx: &Tx, ground: &Ground, whole: &mut Whole) -> Result<bool, Error> {
    whole.product.has_error = false;
    whole.product.error_message = String::new();
    let shop = &ground.shop.code;
    let left: Vec<_> = whole.variants.iter().filter(|one| one.item_number.is_blank()).collect();
    if left.is_empty() {
        skipped::solve(tx, shop, Kind::Product, &[whole.product.shopify_product_id]).await?;
        return Ok(true);
    }
    let titles = left.iter().map(|one| format!("'{}'", one.variant_title)).collect::<Vec<_>>().join(", ");
    let cause = format!("With a blank SKU Mapping the product becomes one item; no items are {titles}.");
    let remedy =
        "Choose Variant Code as SKU Mapping on the shop card to make variants of them, or map them.".to_owned();
    skipped::record(tx, &ground.seen(), vec![told(&whole.product, cause, remedy)]).await?;
    Ok(false)
}

/// Forgets what stood against a product whose items have taken over what it says: not while it was not read, nor while one
/// of its variants is still to become an item.
pub(super) async fn forget(tx: &Tx, ground: &Ground, whole: &mut Whole) -> Result<(), Error> {
    let waits =
        ground.shop.auto_create_unknown_items && whole.variants.iter().any(|variant| variant.item_number.is_blank());
    if waits || whole.product.content_hash.is_empty() {
        return Ok(());
    }
    whole.product.has_error = false;
    whole.product.error_message = String::new();
    skipped::solve(tx, &ground.shop.code, Kind::Product, &[whole.product.shopify_product_id]).await
}

fn told(product: &product::Model, cause: String, remedy: String) -> Skipped {
    Skipped {
        shop_code: product.shop_code.clone(),
        kind: Kind::Product,
        shopify_id: product.shopify_product_id,
        document_name: product.name(),
        cause,
        remedy,
        retry_object_id: SYNC_PRODUCTS,
    }
}

/// A message as a sentence.
fn sentence(message: &str) -> String {
    let mut chars = message.chars();
    let begin = chars.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    let end = if message.ends_with('.') { "" } else { "." };
    format!("{begin}{}{end}", chars.as_str())
}
