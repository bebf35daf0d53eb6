use std::collections::BTreeMap;

use back_office::items;
use shopify::documents::product_changes::{LARGEST_INPUT, OptionInput, OptionValueInput, SetInput, ValueInput};
use values::Code;

use super::check::Fit;
use crate::products::export::content::{body, handle, product_type, title, vendor};
use crate::products::export::{Changed, Ground, Reason, Shelf, new_variant, of_origin, options, status_name};
use crate::products::options::ProductStatus;
use crate::products::prices::Offers;
use crate::products::staged::product;
use crate::shops::options::CreatedProductStatus;

/// The option of a product with nothing to choose, and its only value, as Shopify calls them.
const NOTHING: (&str, &str) = ("Title", "Default Title");

/// A product that is to be made of an item.
#[derive(Clone, Debug)]
pub(super) struct NewProduct {
    pub item: items::Model,
    /// What it is made with: its first variants, as many as Shopify takes. The others are added to it.
    pub input: SetInput,
    /// What it is then, but for its id.
    pub product: product::Model,
    /// What its variants are then, but for their ids.
    pub variants: Vec<Changed>,
    /// What is left out of it.
    pub left_out: Vec<Reason>,
}

/// What an item becomes.
///
/// # Errors
/// That it has no price.
pub(super) fn new_product(
    ground: &Ground,
    shelf: &Shelf,
    offers: &Offers,
    item: &items::Model,
    fit: Fit,
) -> Result<NewProduct, Reason> {
    let (shop, title) = (&ground.shop, title(item));
    let mut variants = Vec::with_capacity(fit.goods.len());
    let mut values: BTreeMap<usize, (String, Vec<ValueInput>)> = BTreeMap::new();
    for (place, goods) in fit.goods.iter().enumerate() {
        let no_price = |why| Reason::NoPrice { item: item.number.to_string(), why };
        let offer = offers.of(goods).map_err(no_price)?;
        let mut new = new_variant(ground, shelf, item, goods, Some(offer));
        let mut chosen = options(shop, goods);
        if chosen.is_empty() {
            chosen.push((NOTHING.0.to_owned(), NOTHING.1.to_owned()));
        }
        let is_made_with_it = place < LARGEST_INPUT;
        for (at, (name, value)) in chosen.iter().enumerate().filter(|_| is_made_with_it) {
            let (_, known) = values.entry(at).or_insert_with(|| (name.clone(), Vec::new()));
            if !known.iter().any(|one| one.name == *value) {
                known.push(ValueInput { name: value.clone() });
            }
        }
        let option_values = chosen.into_iter().map(|(option_name, name)| OptionValueInput { option_name, name });
        new.input.option_values = option_values.collect();
        new.then.title.clone_from(&title);
        variants.push(new);
    }
    let status = match shop.status_for_created_products {
        CreatedProductStatus::Active => ProductStatus::Active,
        CreatedProductStatus::Draft => ProductStatus::Draft,
        CreatedProductStatus::Unlisted => ProductStatus::Unlisted,
    };
    let product = product::Model {
        title: title.clone(),
        status,
        item_number: item.number.clone(),
        has_variants: fit.goods.iter().any(|(_, variant, unit)| !variant.is_blank() || !unit.is_blank()),
        vendor: vendor(item, &ground.vendors),
        product_type: product_type(item, &ground.categories),
        description_html: body(shop, shelf.texts(&item.number)),
        ..product::Model::named(ground.random.id(ground.now), shop.code.clone(), 0)
    };
    let input = SetInput {
        handle: handle(&title, item.number.as_str()),
        title,
        description_html: product.description_html.clone(),
        product_type: product.product_type.clone(),
        vendor: product.vendor.clone(),
        status: status_name(status),
        tags: Vec::new(),
        product_options: values.into_values().map(|(name, values)| OptionInput { name, values }).collect(),
        variants: variants.iter().take(LARGEST_INPUT).map(|one| one.input.clone()).collect(),
    };
    let left_out = fit.left_out.into_iter().chain(of_origin(ground, item)).collect();
    Ok(NewProduct { item: item.clone(), input, product, variants, left_out })
}

impl NewProduct {
    /// The SKU by which it may be there already. One that is only the code of a variant is of many items.
    pub(super) fn sku(&self) -> Option<&str> {
        let variant = &self.variants.last()?.then;
        let is_code = !variant.variant_code.is_blank() && variant.sku == variant.variant_code.as_str();
        Some(variant.sku.as_str()).filter(|sku| !sku.is_empty() && !is_code)
    }

    /// The bar code by which it may be there already.
    pub(super) fn barcode(&self) -> Option<&str> {
        self.variants.last().map(|variant| variant.then.barcode.as_str()).filter(|barcode| !barcode.is_empty())
    }

    /// The number of its item.
    pub(super) fn number(&self) -> &Code<20> {
        &self.item.number
    }
}
