use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use shopify_schema::gid::ProductId;

use super::part::number;
use super::product_input::{InventoryItemInput, OptionInput, ProductIdentifier, ProductInput, VariantInput};
use super::user_error::UserError;
use crate::store::State;
use crate::store::product::{OptionValue, Product, ProductOption, Variant};

const MOST_VARIANTS: usize = 2_048;
const MOST_OPTIONS: usize = 3;

/// `productSet`: makes a product, or makes one into what the input says.
pub(crate) fn product_set(
    state: &mut State,
    identifier: Option<ProductIdentifier>,
    input: ProductInput,
    now: DateTime<Utc>,
) -> Result<Arc<Product>, Vec<UserError>> {
    let existing = find(state, identifier, &input)?;
    check(&input, existing.is_some())?;
    let mut product = match existing {
        Some(existing) => (*existing).clone(),
        None => blank(state, input.title.as_deref().unwrap_or_default(), now),
    };
    if let Some(handle) = &input.handle {
        let handle = slug(handle);
        if state.products.values().any(|other| other.handle == handle && other.id != product.id) {
            let message = format!("Handle '{handle}' already in use. Please provide a new handle.");
            return Err(vec![UserError::new(&["input", "handle"], message).with_code("HANDLE_NOT_UNIQUE")]);
        }
        product.handle = handle;
    }
    set(&mut product.title, input.title);
    set(&mut product.description_html, input.description_html);
    set(&mut product.product_type, input.product_type);
    set(&mut product.vendor, input.vendor);
    set(&mut product.status, input.status);
    set(&mut product.tags, input.tags);
    set(&mut product.gift_card, input.gift_card);
    if let Some(options) = input.product_options {
        product.options = set_options(state, &product, options);
    }
    if let Some(variants) = input.variants {
        product.variants = set_variants(state, &product, variants, now)?;
    }
    product.updated_at = now;
    product.published_at = (product.status == "ACTIVE").then(|| product.published_at.unwrap_or(now));
    Ok(state.put_product(product))
}

fn set<T>(target: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *target = value;
    }
}

fn find(
    state: &State,
    identifier: Option<ProductIdentifier>,
    input: &ProductInput,
) -> Result<Option<Arc<Product>>, Vec<UserError>> {
    let identifier = identifier.unwrap_or_default();
    if let Some(id) = identifier.id.as_ref().or(input.id.as_ref()) {
        let product = id.parse::<ProductId>().ok().and_then(|id| state.products.get(&id.number()));
        return match product {
            Some(product) => Ok(Some(Arc::clone(product))),
            None => Err(vec![UserError::new(&["input"], "Product does not exist").with_code("PRODUCT_DOES_NOT_EXIST")]),
        };
    }
    Ok(identifier
        .handle
        .and_then(|handle| state.products.values().find(|product| product.handle == handle).map(Arc::clone)))
}

fn check(input: &ProductInput, exists: bool) -> Result<(), Vec<UserError>> {
    let mut errors = Vec::new();
    let blank = input.title.as_ref().is_some_and(|title| title.trim().is_empty());
    if blank || (!exists && input.title.is_none()) {
        errors.push(UserError::new(&["input", "title"], "Title can't be blank").with_code("INVALID_INPUT"));
    }
    if input.variants.is_some() && input.product_options.is_none() {
        let message = "Product options input is required when updating variants";
        errors.push(UserError::new(&["input", "productOptions"], message).with_code("PRODUCT_OPTIONS_INPUT_MISSING"));
    }
    if exists && input.product_options.is_some() && input.variants.is_none() {
        let message = "Variants input is required when updating product options";
        errors.push(UserError::new(&["input", "variants"], message).with_code("VARIANTS_INPUT_MISSING"));
    }
    if input.product_options.as_ref().is_some_and(|options| options.len() > MOST_OPTIONS) {
        let message = format!("Can only specify a maximum of {MOST_OPTIONS} options");
        errors.push(UserError::new(&["input", "productOptions"], message).with_code("OPTIONS_OVER_LIMIT"));
    }
    if input.variants.as_ref().is_some_and(|variants| variants.len() > MOST_VARIANTS) {
        let message = format!("Cannot specify more than {MOST_VARIANTS} variants");
        errors.push(UserError::new(&["input", "variants"], message).with_code("VARIANTS_OVER_LIMIT"));
    }
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

fn blank(state: &mut State, title: &str, now: DateTime<Utc>) -> Product {
    let id = state.ids.next();
    let option =
        ProductOption { id: state.ids.next(), name: "Title".to_owned(), values: vec![value(state, "Default Title")] };
    let variant = new_variant(state, vec![("Title".to_owned(), "Default Title".to_owned())], now);
    Product {
        id,
        created_at: now,
        updated_at: now,
        published_at: None,
        title: title.to_owned(),
        handle: free_handle(state, &slug(title)),
        description_html: String::new(),
        product_type: String::new(),
        vendor: state.shop.name.clone(),
        status: "ACTIVE".to_owned(),
        tags: Vec::new(),
        gift_card: false,
        options: vec![option],
        variants: vec![variant],
    }
}

fn value(state: &mut State, name: &str) -> OptionValue {
    OptionValue { id: state.ids.next(), name: name.to_owned() }
}

fn set_options(state: &mut State, product: &Product, mut inputs: Vec<OptionInput>) -> Vec<ProductOption> {
    inputs.sort_by_key(|input| input.position.unwrap_or(i64::MAX));
    inputs
        .into_iter()
        .map(|input| {
            let old = product.options.iter().find(|option| {
                input.id.as_deref().map_or_else(
                    || Some(option.name.as_str()) == input.name.as_deref(),
                    |id| id.ends_with(&format!("/{}", option.id)),
                )
            });
            let name = input.name.or_else(|| old.map(|old| old.name.clone())).unwrap_or_default();
            let values = input.values.unwrap_or_default().into_iter().filter_map(|input| {
                let name = input.name?;
                let known = old.and_then(|old| old.values.iter().find(|value| value.name == name)).cloned();
                Some(known.unwrap_or_else(|| value(state, &name)))
            });
            let values = values.collect();
            ProductOption { id: old.map_or_else(|| state.ids.next(), |old| old.id), name, values }
        })
        .collect()
}

fn set_variants(
    state: &mut State,
    product: &Product,
    inputs: Vec<VariantInput>,
    now: DateTime<Utc>,
) -> Result<Vec<Variant>, Vec<UserError>> {
    let mut errors = Vec::new();
    let mut seen = HashSet::new();
    let mut variants = Vec::new();
    for (index, input) in inputs.into_iter().enumerate() {
        let place = index.to_string();
        let field = ["input", "variants", place.as_str()];
        let options = match chosen(product, &input) {
            Ok(options) => options,
            Err(message) => {
                errors.push(UserError::new(&field, message).with_code("INVALID_VARIANT"));
                continue;
            }
        };
        if !seen.insert(options.clone()) {
            let values: Vec<_> = options.iter().map(|(_, value)| value.as_str()).collect();
            let message = format!("The variant '{}' already exists.", values.join(" / "));
            errors.push(UserError::new(&field, message).with_code("INVALID_VARIANT"));
            continue;
        }
        let old = match &input.id {
            Some(id) => product.variants.iter().find(|variant| id.ends_with(&format!("/{}", variant.id))),
            None => product.variants.iter().find(|variant| variant.options == options),
        };
        if input.id.is_some() && old.is_none() {
            let message = "Product variant does not exist";
            errors.push(UserError::new(&field, message).with_code("PRODUCT_VARIANT_DOES_NOT_EXIST"));
            continue;
        }
        let mut places = input.inventory_quantities.iter().flatten().map(|entry| &entry.location_id);
        if !places.all(|id| number(id, "Location").is_some_and(|id| state.has_location(id))) {
            let message = "Location does not exist";
            errors.push(UserError::new(&field, message).with_code("INVALID_VARIANT"));
            continue;
        }
        if input.price.is_some_and(|price| price < Decimal::ZERO) {
            let message = "Price must be greater than or equal to 0";
            errors.push(UserError::new(&field, message).with_code("INVALID_VARIANT"));
            continue;
        }
        let mut variant = old.cloned().unwrap_or_else(|| new_variant(state, options.clone(), now));
        variant.options = options;
        change(&mut variant, input, now);
        variants.push(variant);
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    if variants.is_empty() {
        variants.extend(product.variants.first().cloned());
    }
    Ok(variants)
}

fn chosen(product: &Product, input: &VariantInput) -> Result<Vec<(String, String)>, String> {
    product
        .options
        .iter()
        .map(|option| {
            let given = input.option_values.iter().find(|value| {
                value.option_name.as_deref() == Some(&option.name)
                    || value.option_id.as_ref().is_some_and(|id| id.ends_with(&format!("/{}", option.id)))
            });
            let name = given
                .and_then(|value| value.name.clone())
                .ok_or_else(|| format!("Option value for '{}' is missing", option.name))?;
            if option.values.iter().any(|value| value.name == name) {
                Ok((option.name.clone(), name))
            } else {
                Err(format!("Option value '{name}' does not exist"))
            }
        })
        .collect()
}

fn new_variant(state: &mut State, options: Vec<(String, String)>, now: DateTime<Utc>) -> Variant {
    Variant {
        id: state.ids.next(),
        created_at: now,
        updated_at: now,
        inventory_item_id: state.ids.next(),
        sku: None,
        barcode: None,
        price: Decimal::ZERO,
        compare_at_price: None,
        cost: None,
        taxable: true,
        requires_shipping: true,
        tracked: false,
        inventory_policy: "DENY".to_owned(),
        stock: BTreeMap::new(),
        weight: None,
        country_of_origin: None,
        harmonized_system_code: None,
        options,
    }
}

fn change(variant: &mut Variant, input: VariantInput, now: DateTime<Utc>) {
    let InventoryItemInput {
        cost,
        country_code_of_origin,
        harmonized_system_code,
        measurement,
        requires_shipping,
        sku,
        tracked,
    } = input.inventory_item.unwrap_or_default();
    variant.sku = input.sku.or(sku).or_else(|| variant.sku.take());
    variant.barcode = input.barcode.or_else(|| variant.barcode.take());
    variant.compare_at_price = input.compare_at_price.or(variant.compare_at_price);
    variant.cost = cost.or(variant.cost);
    variant.country_of_origin = country_code_of_origin.or_else(|| variant.country_of_origin.take());
    variant.harmonized_system_code = harmonized_system_code.or_else(|| variant.harmonized_system_code.take());
    variant.weight = measurement.and_then(|measurement| measurement.weight).or_else(|| variant.weight.take());
    set(&mut variant.price, input.price);
    set(&mut variant.taxable, input.taxable);
    set(&mut variant.inventory_policy, input.inventory_policy);
    set(&mut variant.requires_shipping, requires_shipping);
    set(&mut variant.tracked, tracked);
    for entry in input.inventory_quantities.iter().flatten().filter(|entry| entry.name == "available") {
        if let Some(location) = number(&entry.location_id, "Location") {
            variant.stock.insert(location, entry.quantity);
        }
    }
    variant.updated_at = now;
}

/// `Ulltrøye Vinje` becomes `ulltroye-vinje`.
fn slug(title: &str) -> String {
    let mut slug = String::new();
    for c in title.to_lowercase().chars() {
        match c {
            'æ' | 'ä' => slug.push_str("ae"),
            'ø' | 'ö' => slug.push('o'),
            'å' => slug.push('a'),
            c if c.is_alphanumeric() => slug.push(c),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    slug.trim_end_matches('-').to_owned()
}

fn free_handle(state: &State, wanted: &str) -> String {
    let taken: HashSet<&str> = state.products.values().map(|product| product.handle.as_str()).collect();
    let numbered = (1_u32..).map(|number| format!("{wanted}-{number}"));
    std::iter::once(wanted.to_owned())
        .chain(numbered)
        .find(|handle| !taken.contains(handle.as_str()))
        .unwrap_or_default()
}
