use std::collections::HashSet;
use std::sync::Arc;

use super::super::limits::MOST_VARIANTS;
use super::super::media::{Came, MediaInput, attach};
use super::super::moment::Moment;
use super::super::part::{coded, number, refuse_with};
use super::super::user_error::UserError;
use super::change::{change, new_variant};
use super::check::{Asked, broken};
use super::chosen::{all_chosen, learn, told};
use super::input::VariantInput;
use super::pictures::picture;
use crate::store::State;
use crate::store::product::{Product, Variant};

/// `ProductVariantsBulkCreateStrategy`: what becomes of the only variant that there was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Strategy {
    /// It goes if it came with the product, and stays if somebody made it.
    #[default]
    Default,
    Preserve,
    Remove,
}

impl Strategy {
    /// The strategy that the schema calls so.
    pub(crate) fn of(name: Option<&str>) -> Self {
        match name {
            Some("REMOVE_STANDALONE_VARIANT") => Self::Remove,
            Some("PRESERVE_STANDALONE_VARIANT") => Self::Preserve,
            _ => Self::Default,
        }
    }

    fn removes_the_only_variant(self, product: &Product) -> bool {
        match self {
            Self::Default => product.has_only_default_variant(),
            Self::Remove => product.variants.len() == 1,
            Self::Preserve => false,
        }
    }
}

/// The most quantities that one mutation sets.
const MOST_QUANTITIES: usize = 50_000;

/// `productVariantsBulkCreate`: adds variants to a product, all of them or none, and gives their ids.
pub(crate) fn product_variants_bulk_create(
    state: &mut State,
    product: &str,
    inputs: Vec<VariantInput>,
    (media, strategy): (Vec<MediaInput>, Strategy),
    moment: Moment,
) -> Result<(Arc<Product>, Vec<u64>), Vec<UserError>> {
    let Some(old) = number(product, "Product").and_then(|id| state.products.get(&id)).cloned() else {
        return refuse_with("PRODUCT_DOES_NOT_EXIST", &["productId"], "Product does not exist");
    };
    let quantities: usize = inputs.iter().map(|input| input.inventory_quantities.iter().flatten().count()).sum();
    if quantities > MOST_QUANTITIES {
        let message = format!(
            "Inventory quantity input exceeds the limit of {MOST_QUANTITIES}. Consider using separate \
             `inventorySetQuantities` mutations."
        );
        return refuse_with("INVENTORY_QUANTITIES_LIMIT_EXCEEDED", &["variants"], message);
    }
    let mut product = Product::clone(&old);
    if !inputs.is_empty() && strategy.removes_the_only_variant(&product) {
        take_out_the_only_variant(&mut product);
    }
    if product.variants.len() + inputs.len() > MOST_VARIANTS {
        let message = format!("Product can't have more than {MOST_VARIANTS} variants");
        return refuse_with("INVALID_INPUT", &["variants"], message);
    }
    let came = attach(state, &mut product, media, moment).map_err(coded("INVALID_INPUT"))?;
    let made = make(state, &mut product, &came, inputs, moment)?;
    let ids = made.iter().map(|variant| variant.id).collect();
    product.variants.extend(made);
    if product == *old {
        return Ok((old, ids));
    }
    product.updated_at = moment.now;
    came.keep(state);
    Ok((state.put_product(product), ids))
}

/// A default variant takes its value with it.
fn take_out_the_only_variant(product: &mut Product) {
    if product.has_only_default_variant() {
        product.options.iter_mut().for_each(|option| option.values.clear());
    }
    product.variants.clear();
}

/// The new variants; what is wrong with each of them, if anything is with one.
fn make(
    state: &mut State,
    product: &mut Product,
    came: &Came,
    inputs: Vec<VariantInput>,
    moment: Moment,
) -> Result<Vec<Variant>, Vec<UserError>> {
    let mut taken: HashSet<_> = product.variants.iter().map(|variant| variant.options.clone()).collect();
    let (mut made, mut errors) = (Vec::new(), Vec::new());
    for (place, input) in inputs.into_iter().enumerate() {
        let place = place.to_string();
        let path = ["variants", place.as_str()];
        let mut wrong = broken(state, &input, &path, Asked::Create);
        if input.id.is_some() {
            let message = "On create, this key cannot be used.";
            wrong.push(UserError::new(&["variants", &place, "id"], message).with_code("NO_KEY_ON_CREATE"));
        }
        let shown_by = picture(state, product, came, &input, &path, moment).unwrap_or_else(|error| {
            wrong.push(error);
            None
        });
        match all_chosen(product, input.option_values.as_deref().unwrap_or_default(), &path) {
            Ok(options) if !taken.insert(options.clone()) => {
                let variant = told(&options);
                let message =
                    format!("The variant '{variant}' already exists. Please change at least one option value.");
                let code = "VARIANT_ALREADY_EXISTS_CHANGE_OPTION_VALUE";
                wrong.push(UserError::new(&path, message).with_code(code));
            }
            Ok(options) if wrong.is_empty() => {
                learn(state, product, &options);
                let mut variant = new_variant(state, options, moment.now);
                change(&mut variant, input, moment.now);
                variant.media = shown_by;
                made.push(variant);
            }
            Ok(_) => {}
            Err(error) => wrong.push(error),
        }
        errors.extend(wrong);
    }
    if errors.is_empty() { Ok(made) } else { Err(errors) }
}
