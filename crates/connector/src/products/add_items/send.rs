use job_queue::{Context, JobError};
use shopify::Client;
use shopify::documents::product_changes::{
    Complaint, LARGEST_INPUT, MadeProduct, MadeVariant, PRODUCTS, ProductVariants, Published, SetInput, add_variants,
    fit, publish, set,
};

use super::find::number;
use super::new_product::NewProduct;
use super::record::{Made, record};
use crate::Error;
use crate::products::channels;
use crate::products::export::{Ground, Reason, as_made};
use crate::products::staged::{product, variant};

/// Makes products and publishes them. What was made is staged before it is published. Gives what was refused, by the numbers
/// of the items, and how many were made.
pub(super) async fn send(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    publications: &[String],
    new: &[NewProduct],
) -> Result<(u64, Vec<(String, Reason)>), JobError> {
    let inputs: Vec<SetInput> = new.iter().map(|one| one.input.clone()).collect();
    let (mut count, mut refused, mut rest) = (0, Vec::new(), (new, inputs.as_slice()));
    while !rest.1.is_empty() {
        let many = fit(rest.1).max(1);
        let ((some, others), (inputs, more)) = (rest.0.split_at(many), rest.1.split_at(many));
        rest = (others, more);
        let told = cx.send(set(client, inputs)).await?.map_err(Error::Shopify)?;
        let mut all = Vec::with_capacity(some.len());
        for (one, told) in some.iter().zip(told) {
            match told.unwrap_or_default().told() {
                Ok(product) => {
                    let (variants, why) = with_the_rest(cx, client, one, &product).await?;
                    all.push(made(one, &product, &variants));
                    let what = format!("The variants of item {}", one.number());
                    refused.extend(why.map(|why| (one.number().to_string(), Reason::Refused { what, why })));
                }
                Err(why) => {
                    let what = format!("The product of item {}", one.number());
                    refused.push((one.number().to_string(), Reason::Refused { what, why }));
                }
            }
        }
        record(cx, ground, &all).await?;
        count += u64::try_from(all.len()).unwrap_or_default();
        refused.extend(publish_all(cx, client, publications, &all).await?);
    }
    Ok((count, refused))
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
            Err(why) => return Ok((variants, Some(why))),
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
        let one = new.variants.iter().find(|one| {
            one.input.option_values.iter().all(|value| {
                made.selected_options.iter().any(|is| is.name == value.option_name && is.value == value.name)
            })
        })?;
        Some(variant::Model { shopify_product_id: id, ..as_made(&one.then, made) })
    };
    Made { gid: told.id.inner().to_owned(), product, variants: variants.iter().filter_map(of).collect() }
}

/// Publishes what was made. One that can't be published is made all the same.
async fn publish_all(
    cx: &Context,
    client: &Client,
    publications: &[String],
    made: &[Made],
) -> Result<Vec<(String, Reason)>, JobError> {
    let mut refused = Vec::new();
    for some in made.chunks(PRODUCTS) {
        let ids: Vec<String> = some.iter().map(|one| one.gid.clone()).collect();
        let told = match cx.send(publish(client, &ids, publications)).await? {
            Ok(told) => told,
            Err(error @ shopify::Error::AccessDenied { .. }) => {
                let why = error.to_string();
                let denied = Complaint { field: None, message: why };
                vec![Some(Published { user_errors: vec![denied] }); ids.len()]
            }
            Err(error) => return Err(Error::Shopify(error).into()),
        };
        for (one, told) in some.iter().zip(told) {
            let why = told.as_ref().and_then(|told| Complaint::all(&told.user_errors));
            if let Some(why) = why {
                let item = one.product.item_number.to_string();
                refused.push((item.clone(), Reason::NotPublished { item, why }));
            }
        }
    }
    Ok(refused)
}

/// Where products of a shop that are added are sold.
pub(super) async fn publications(cx: &Context, client: &Client, ground: &Ground) -> Result<Vec<String>, JobError> {
    Ok(channels::used(&channels::stored_or_read(cx, client, &ground.shop).await?))
}
