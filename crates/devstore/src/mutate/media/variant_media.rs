use std::collections::HashSet;
use std::sync::Arc;

use serde::Deserialize;

use super::super::moment::Moment;
use super::super::part::{number, refuse_with};
use super::super::user_error::UserError;
use crate::store::State;
use crate::store::product::Product;

/// `ProductVariantAppendMediaInput`: a variant, and the picture that shows it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Pair {
    pub media_ids: Vec<String>,
    pub variant_id: String,
}

/// The most pairs of one mutation.
const MOST_PAIRS: usize = 100;

/// `productVariantAppendMedia`: shows variants by pictures of their product that are ready. A variant has one.
pub(crate) fn product_variant_append_media(
    state: &mut State,
    product: &str,
    pairs: &[Pair],
    moment: Moment,
) -> Result<(Arc<Product>, Vec<u64>), Vec<UserError>> {
    let Some(known) = number(product, "Product").and_then(|id| state.products.get(&id)) else {
        return refuse_with("PRODUCT_DOES_NOT_EXIST", &["productId"], "Product does not exist");
    };
    if pairs.len() > MOST_PAIRS {
        let message = format!("Exceeded {MOST_PAIRS} variant-media pairs per mutation call.");
        return refuse_with("MAXIMUM_VARIANT_MEDIA_PAIRS_EXCEEDED", &["variantMedia"], message);
    }
    let mut product = Product::clone(known);
    let (mut seen, mut errors) = (HashSet::new(), Vec::new());
    for (place, pair) in pairs.iter().enumerate() {
        match checked(state, &product, pair, &place.to_string(), moment) {
            Ok((variant, _)) if !seen.insert(variant) => {
                let field = ["variantMedia", &place.to_string(), "variantId"];
                let error = UserError::new(&field, "Variant was specified in more than one pair.");
                errors.push(error.with_code("PRODUCT_VARIANT_SPECIFIED_MULTIPLE_TIMES"));
            }
            Ok((id, media)) => {
                for variant in product.variants.iter_mut().filter(|variant| variant.id == id) {
                    variant.media = Some(media);
                    variant.updated_at = moment.now;
                }
            }
            Err(error) => errors.push(error),
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    product.updated_at = moment.now;
    Ok((state.put_product(product), seen.into_iter().collect()))
}

/// The variant and the picture of a pair.
fn checked(
    state: &State,
    product: &Product,
    pair: &Pair,
    place: &str,
    moment: Moment,
) -> Result<(u64, u64), UserError> {
    let refused = |field: &str, message: &str, code| {
        Err(UserError::new(&["variantMedia", place, field], message).with_code(code))
    };
    let Some(variant) = number(&pair.variant_id, "ProductVariant").and_then(|id| product.variant(id)) else {
        let message = "Variant does not exist on the specified product.";
        return refused("variantId", message, "PRODUCT_VARIANT_DOES_NOT_EXIST_ON_PRODUCT");
    };
    let [media] = pair.media_ids.as_slice() else {
        let message = "Only one mediaId is allowed per variantMedia input pair.";
        return refused("mediaIds", message, "TOO_MANY_MEDIA_PER_INPUT_PAIR");
    };
    let media = number(media, "MediaImage").filter(|id| product.media.contains(id));
    let Some(media) = media.and_then(|id| state.media.get(&id)) else {
        let message = "Media does not exist on the specified product.";
        return refused("mediaIds", message, "MEDIA_DOES_NOT_EXIST_ON_PRODUCT");
    };
    if variant.media.is_some() {
        let message = "The given variant already has attached media.";
        return refused("variantId", message, "PRODUCT_VARIANT_ALREADY_HAS_MEDIA");
    }
    if media.status(moment.now) != "READY" {
        return refused("mediaIds", "Non-ready media cannot be attached to variants.", "NON_READY_MEDIA");
    }
    Ok((variant.id, media.id))
}
