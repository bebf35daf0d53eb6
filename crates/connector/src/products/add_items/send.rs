use job_queue::{Context, JobError};
use shopify::Client;
use shopify::documents::product_changes::{
    Complaint, LARGEST_INPUT, MadeProduct, MadeVariant, ProductVariants, SetInput, SetProduct, add_variants,
    all_variants_of, fit, set,
};

use super::address;
use super::find::number;
use super::new_product::NewProduct;
use super::publish::publish_all;
use super::record::{Made, record};
use crate::Error;
use crate::products::export::{Changed, Ground, Reason, as_made, is_made_of};
use crate::products::staged::{product, variant};

/// What came of making products.
#[derive(Clone, Debug, Default)]
pub(super) struct Sent {
    /// The ids in Shopify of those that were made.
    pub made: Vec<i64>,
    /// What was refused, by the numbers of the items.
    pub refused: Vec<(String, Reason)>,
    /// How many are made and not published.
    pub unpublished: u64,
}

/// Makes products and publishes them. What was made is staged before it is published.
pub(super) async fn send(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    publications: &[String],
    new: &[NewProduct],
) -> Result<Sent, JobError> {
    let inputs: Vec<SetInput> = new.iter().map(|one| one.input.clone()).collect();
    let (mut sent, mut rest, mut most) = (Sent::default(), (new, inputs.as_slice()), usize::MAX);
    while !rest.1.is_empty() {
        let many = fit(rest.1).min(most).max(1);
        let ((some, others), (inputs, more)) = (rest.0.split_at(many), rest.1.split_at(many));
        let shop = &ground.shop.code;
        cx.write(|tx| async move { address::keep(&tx, shop, some).await }).await?;
        let told = match cx.send(set(client, inputs)).await? {
            // What is refused as a whole is sent in smaller parts, until what is wrong is alone.
            Err(shopify::Error::Rejected { .. }) if many > 1 => {
                most = many / 2;
                continue;
            }
            Err(shopify::Error::Rejected { reason, .. }) => {
                vec![Some(SetProduct { product: None, user_errors: vec![Complaint { field: None, message: reason }] })]
            }
            told => told.map_err(Error::Shopify)?,
        };
        (rest, most) = ((others, more), usize::MAX);
        let (mut all, mut answered) = (Vec::with_capacity(some.len()), Vec::with_capacity(some.len()));
        for (one, told) in some.iter().zip(told) {
            answered.extend(told.is_some().then(|| one.number().clone()));
            match told.unwrap_or_default().told() {
                Ok(product) => {
                    let (variants, why) = with_the_rest(cx, client, one, &product).await?;
                    all.push(made(one, &product, &variants));
                    let what = format!("The variants of item {}", one.number());
                    sent.refused.extend(why.map(|why| (one.number().to_string(), Reason::Refused { what, why })));
                }
                Err(why) => {
                    let what = format!("The product of item {}", one.number());
                    sent.refused.push((one.number().to_string(), Reason::Refused { what, why }));
                }
            }
        }
        record(cx, ground, &all, &answered).await?;
        sent.made.extend(all.iter().map(|one| one.product.shopify_product_id));
        let unpublished: Vec<_> = all.iter().map(Made::unpublished).collect();
        sent.unpublished += publish_all(cx, client, ground, publications, &unpublished).await?;
    }
    Ok(sent)
}

/// The variants that a product was made with, and those that are added to it since there are more than Shopify takes at once;
/// and why they could not be.
async fn with_the_rest(
    cx: &Context,
    client: &Client,
    new: &NewProduct,
    product: &MadeProduct,
) -> Result<(Vec<MadeVariant>, Option<String>), JobError> {
    let mut variants = product.variants.nodes.clone();
    for some in new.variants.chunks(LARGEST_INPUT).skip(1) {
        let inputs = some.iter().map(|one| one.input.clone()).collect();
        let added = [ProductVariants { product_id: product.id.inner().to_owned(), variants: inputs }];
        let told = cx.send(add_variants(client, &added)).await?.map_err(Error::Shopify)?;
        match told.into_iter().next().flatten().unwrap_or_default().told() {
            Ok(made) => variants.extend(made),
            Err(why) => {
                // The answer to the same call may have been lost: then they are there.
                variants = cx.send(all_variants_of(client, product.id.inner())).await?.map_err(Error::Shopify)?;
                let is_there = |one: &Changed| variants.iter().any(|made| is_made_of(&one.input, made));
                if !some.iter().all(is_there) {
                    return Ok((variants, Some(why)));
                }
            }
        }
    }
    Ok((variants, None))
}

/// A product as Shopify has made it.
fn made(new: &NewProduct, told: &MadeProduct, variants: &[MadeVariant]) -> Made {
    let id = number(&told.id).unwrap_or_default();
    let product = product::Model {
        shopify_product_id: id,
        url: told.online_store_url.as_ref().map(|url| url.0.clone()).unwrap_or_default(),
        preview_url: told.online_store_preview_url.as_ref().map(|url| url.0.clone()).unwrap_or_default(),
        created_at: told.created_at,
        updated_at: told.updated_at,
        ..new.product.clone()
    };
    let of = |made: &MadeVariant| {
        let one = new.variants.iter().find(|one| is_made_of(&one.input, made))?;
        Some(variant::Model { shopify_product_id: id, ..as_made(&one.then, made) })
    };
    Made { product, variants: variants.iter().filter_map(of).collect() }
}
