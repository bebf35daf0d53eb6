use std::collections::HashSet;
use std::sync::Arc;

use serde::Deserialize;

use super::super::moment::Moment;
use super::super::part::{number, refuse_with};
use super::super::user_error::UserError;
use crate::store::State;
use crate::store::media::Media;
use crate::store::product::{Product, Variant};

/// `ProductVariantAppendMediaInput` and `ProductVariantDetachMediaInput`: a variant, and the picture that shows it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Pair {
    pub media_ids: Vec<String>,
    pub variant_id: String,
}

/// The most pairs of one mutation.
const MOST_PAIRS: usize = 100;

/// The product, and those of its variants that are shown by something else now.
type Changed = (Arc<Product>, Vec<u64>);

/// `productVariantAppendMedia`: shows variants by pictures of their product that are ready. A variant has one.
pub(crate) fn product_variant_append_media(
    state: &mut State,
    product: &str,
    pairs: &[Pair],
    moment: Moment,
) -> Result<Changed, Vec<UserError>> {
    change(state, product, pairs, moment, appended)
}

/// `productVariantDetachMedia`: shows variants no longer by the pictures that they have.
pub(crate) fn product_variant_detach_media(
    state: &mut State,
    product: &str,
    pairs: &[Pair],
    moment: Moment,
) -> Result<Changed, Vec<UserError>> {
    change(state, product, pairs, moment, detached)
}

/// What a pair asks for: the variant, and the picture that it has then.
type Wish = (u64, Option<u64>);

fn change(
    state: &mut State,
    product: &str,
    pairs: &[Pair],
    moment: Moment,
    read: impl Fn(&State, (&Product, &Pair), &str, Moment) -> Result<Wish, UserError>,
) -> Result<Changed, Vec<UserError>> {
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
        match read(state, (&product, pair), &place.to_string(), moment) {
            Ok((variant, _)) if !seen.insert(variant) => {
                let field = ["variantMedia", &place.to_string(), "variantId"];
                let error = UserError::new(&field, "Variant was specified in more than one pair.");
                errors.push(error.with_code("PRODUCT_VARIANT_SPECIFIED_MULTIPLE_TIMES"));
            }
            Ok((id, media)) => {
                for variant in product.variants.iter_mut().filter(|variant| variant.id == id) {
                    variant.media = media;
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

fn appended(state: &State, of: (&Product, &Pair), place: &str, moment: Moment) -> Result<Wish, UserError> {
    let (variant, media) = named(state, of, place)?;
    if variant.media.is_some() {
        let message = "The given variant already has attached media.";
        return refused((place, "variantId"), message, "PRODUCT_VARIANT_ALREADY_HAS_MEDIA");
    }
    if media.status(moment.now) != "READY" {
        let message = "Non-ready media cannot be attached to variants.";
        return refused((place, "mediaIds"), message, "NON_READY_MEDIA");
    }
    Ok((variant.id, Some(media.id)))
}

fn detached(state: &State, of: (&Product, &Pair), place: &str, _: Moment) -> Result<Wish, UserError> {
    let (variant, media) = named(state, of, place)?;
    if variant.media != Some(media.id) {
        let message = "The specified media is not attached to the specified variant.";
        return refused((place, "variantId"), message, "MEDIA_IS_NOT_ATTACHED_TO_VARIANT");
    }
    Ok((variant.id, None))
}

/// The variant and the picture of a pair.
fn named<'s>(
    state: &'s State,
    (product, pair): (&'s Product, &Pair),
    place: &str,
) -> Result<(&'s Variant, &'s Media), UserError> {
    let Some(variant) = number(&pair.variant_id, "ProductVariant").and_then(|id| product.variant(id)) else {
        let message = "Variant does not exist on the specified product.";
        return refused((place, "variantId"), message, "PRODUCT_VARIANT_DOES_NOT_EXIST_ON_PRODUCT");
    };
    let [media] = pair.media_ids.as_slice() else {
        let message = "Only one mediaId is allowed per variantMedia input pair.";
        return refused((place, "mediaIds"), message, "TOO_MANY_MEDIA_PER_INPUT_PAIR");
    };
    let media = number(media, "MediaImage").filter(|id| product.media.contains(id));
    let Some(media) = media.and_then(|id| state.media.get(&id)) else {
        let message = "Media does not exist on the specified product.";
        return refused((place, "mediaIds"), message, "MEDIA_DOES_NOT_EXIST_ON_PRODUCT");
    };
    Ok((variant, media.as_ref()))
}

fn refused<T>((place, field): (&str, &str), message: &str, code: &'static str) -> Result<T, UserError> {
    Err(UserError::new(&["variantMedia", place, field], message).with_code(code))
}
