use std::collections::{BTreeSet, HashMap};

use job_queue::{Context, JobError};
use shopify::Client;
use shopify::documents::product_changes::{
    FoundVariant, MOST_FOUND, MOST_HANDLES, MOST_SOUGHT, by_handles, search_variants,
};
use shopify_schema::gid::Gid;

use super::new_product::NewProduct;
use crate::Error;
use crate::products::export::Reason;

/// What the store has of an item already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// Nothing.
    Nothing,
    /// This product.
    Product(i64),
    /// This product, which was made for it from here.
    Made(i64),
    /// Several that might be it.
    Several(Reason),
}

/// Looks for products in the store: by SKU, then by bar code, each the same to the letter; and by their addresses, for those
/// that were made and not written down. Gives what there is of each.
pub(super) async fn find(cx: &Context, client: &Client, new: &[NewProduct]) -> Result<Vec<Found>, JobError> {
    let variants = variants(cx, client, new).await?;
    let by = |of: fn(&FoundVariant) -> Option<&String>| {
        let mut known: HashMap<&str, BTreeSet<i64>> = HashMap::new();
        for variant in &variants {
            if let Some((text, product)) = of(variant).zip(number(&variant.product.id)) {
                known.entry(text).or_default().insert(product);
            }
        }
        known
    };
    let (by_sku, by_barcode) = (by(|variant| variant.sku.as_ref()), by(|variant| variant.barcode.as_ref()));
    let mut found: Vec<Found> = new
        .iter()
        .map(|one| {
            let sku = one.sku().and_then(|sku| by_sku.get(sku).map(|products| (products, format!("SKU '{sku}'"))));
            let barcode = || {
                let barcode = one.barcode()?;
                by_barcode.get(barcode).map(|products| (products, format!("bar code '{barcode}'")))
            };
            sku.or_else(barcode).map_or(Found::Nothing, |(products, by)| only(products, one, by))
        })
        .collect();
    let made: HashMap<i64, &str> =
        variants.iter().filter_map(|one| number(&one.product.id).zip(one.product.handle.as_deref())).collect();
    for (place, one) in found.iter_mut().zip(new) {
        if let Found::Product(product) = *place
            && made.get(&product).is_some_and(|handle| *handle == one.input.handle)
        {
            *place = Found::Made(product);
        }
    }
    let unknown: Vec<usize> =
        found.iter().enumerate().filter(|(_, one)| **one == Found::Nothing).map(|(at, _)| at).collect();
    for some in unknown.chunks(MOST_HANDLES) {
        let handles: Vec<String> =
            some.iter().filter_map(|at| new.get(*at)).map(|one| one.input.handle.clone()).collect();
        let products = cx.send(by_handles(client, &handles)).await?.map_err(Error::Shopify)?;
        for (at, product) in some.iter().zip(products) {
            let product = product.and_then(|product| number(&product.id));
            if let Some((place, product)) = found.get_mut(*at).zip(product) {
                *place = Found::Made(product);
            }
        }
    }
    Ok(found)
}

/// The variants with the SKUs and bar codes of these items.
async fn variants(cx: &Context, client: &Client, new: &[NewProduct]) -> Result<Vec<FoundVariant>, JobError> {
    let mut variants = Vec::new();
    let mut waiting: Vec<&[NewProduct]> = new.chunks(MOST_SOUGHT / 2).collect();
    while let Some(some) = waiting.pop() {
        let skus: Vec<String> = some.iter().filter_map(NewProduct::sku).map(str::to_owned).collect();
        let barcodes: Vec<String> = some.iter().filter_map(NewProduct::barcode).map(str::to_owned).collect();
        if skus.is_empty() && barcodes.is_empty() {
            continue;
        }
        let found = cx.send(search_variants(client, &skus, &barcodes)).await?.map_err(Error::Shopify)?;
        if found.len() >= MOST_FOUND && some.len() > 1 {
            // There may be more than an answer holds: one asks for fewer.
            let (these, those) = some.split_at(some.len() / 2);
            waiting.extend([these, those]);
        } else {
            variants.extend(found);
        }
    }
    Ok(variants)
}

fn only(products: &BTreeSet<i64>, new: &NewProduct, by: String) -> Found {
    match (products.len(), products.first()) {
        (1, Some(product)) => Found::Product(*product),
        _ => Found::Several(Reason::Ambiguous { item: new.number().to_string(), by }),
    }
}

pub(super) fn number(id: &shopify::Id) -> Option<i64> {
    id.inner().parse::<Gid>().ok().and_then(|gid| i64::try_from(gid.number()).ok())
}
