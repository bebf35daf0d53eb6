use rust_decimal::Decimal;
use shopify::documents::products::{self as told, Product, ProductVariant};
use values::Code;
use values::money::{Price, Quantity};

use super::Invalid;
use super::fetched::number;
use crate::products::options::{InventoryPolicy, ProductStatus, WeightUnit};
use crate::products::staged::{product, variant};
use crate::shops;

/// The finest that a price and a weight are kept.
const FINEST: Decimal = Decimal::from_parts(1, 0, 0, false, 5);

/// Puts into the row of a product what Shopify said of it. The item that it is stays, and what was done about it from here.
pub(crate) fn tell_product(row: &mut product::Model, told: &Product, content_hash: &str) {
    let text = |url: &Option<shopify::Url>| url.as_ref().map(|url| url.0.clone()).unwrap_or_default();
    let mut tags = told.tags.clone();
    tags.sort();
    row.title = told.title.clone();
    row.status = status(&told.status);
    row.has_variants = !told.has_only_default_variant;
    row.vendor = told.vendor.clone();
    row.product_type = told.product_type.clone();
    row.tags = tags.join(",");
    row.description = told.description.clone();
    row.description_html = told.description_html.0.clone();
    row.seo_title = told.seo.title.clone().unwrap_or_default();
    row.seo_description = told.seo.description.clone().unwrap_or_default();
    row.url = text(&told.online_store_url);
    row.preview_url = text(&told.online_store_preview_url);
    row.created_at = told.created_at;
    row.updated_at = told.updated_at;
    row.content_hash = content_hash.to_owned();
}

/// The same for a variant.
///
/// # Errors
/// A number that can't be kept.
pub(crate) fn tell_variant(
    row: &mut variant::Model,
    shop: &shops::Model,
    product: &Product,
    told: &ProductVariant,
    content_hash: &str,
) -> Result<(), Invalid> {
    let price = |what, amount: Option<Decimal>| {
        let rounded = Price::rounded(amount.unwrap_or_default(), FINEST);
        rounded.map_err(|why| refused(what, told, why))
    };
    row.price = price("price", Some(told.price.0))?;
    row.compare_at_price = price("compare-at price", told.compare_at_price.map(|money| money.0))?;
    let stock = &told.inventory_item;
    row.unit_cost = price("cost", stock.unit_cost.map(|cost| cost.amount))?;
    (row.weight, row.weight_unit) = match &stock.measurement.weight {
        Some(weight) => {
            let value = Quantity::rounded(weight.value.0, FINEST).map_err(|why| refused("weight", told, why))?;
            (value, weight_unit(&weight.unit))
        }
        None => (Quantity::ZERO, WeightUnit::Blank),
    };
    row.inventory_item_id = number(stock.id.inner())?;
    row.position = told.position;
    row.title = product.title.clone();
    row.variant_title = told.title.clone();
    row.display_name = told.display_name.clone();
    row.sku = told.sku.clone().unwrap_or_default();
    row.barcode = told.barcode.clone().unwrap_or_default();
    row.taxable = told.taxable;
    row.available_for_sales = told.available_for_sale;
    row.inventory_policy = match told.inventory_policy {
        told::InventoryPolicy::Deny => InventoryPolicy::Deny,
        told::InventoryPolicy::Continue | told::InventoryPolicy::Other(_) => InventoryPolicy::Continue,
    };
    row.tracked = stock.tracked;
    row.requires_shipping = stock.requires_shipping;
    row.tariff_number = stock.harmonized_system_code.clone().unwrap_or_default();
    let country = stock.country_code_of_origin.as_ref().map(|country| country.0.as_str());
    row.country_region_of_origin_code = Code::cut(country.unwrap_or_default());
    row.province_of_origin = stock.province_code_of_origin.clone().unwrap_or_default();
    tell_options(row, shop, told);
    row.created_at = told.created_at;
    row.updated_at = told.updated_at;
    row.content_hash = content_hash.to_owned();
    Ok(())
}

/// What is chosen of each option, and which of them tells the unit of measure.
fn tell_options(row: &mut variant::Model, shop: &shops::Model, told: &ProductVariant) {
    let mut options = told.selected_options.iter().map(|option| (option.name.clone(), option.value.clone()));
    (row.option1_name, row.option1_value) = options.next().unwrap_or_default();
    (row.option2_name, row.option2_value) = options.next().unwrap_or_default();
    (row.option3_name, row.option3_value) = options.next().unwrap_or_default();
    let wanted = shop.option_name_for_uom.trim().to_lowercase();
    let is_unit = |name: &str| shop.uom_as_variant && !name.is_empty() && name.to_lowercase() == wanted;
    let names = [&row.option1_name, &row.option2_name, &row.option3_name];
    let unit = (1..).zip(names).find(|(_, name)| is_unit(name));
    row.uom_option_id = unit.map_or(0, |(place, _)| place);
}

fn refused(what: &'static str, told: &ProductVariant, why: values::money::Invalid) -> Invalid {
    Invalid::Number { what, variant: told.title.clone(), why: why.to_string() }
}

/// A status, as it is staged.
pub(crate) fn status(told: &told::ProductStatus) -> ProductStatus {
    match told {
        told::ProductStatus::Active | told::ProductStatus::Other(_) => ProductStatus::Active,
        told::ProductStatus::Archived => ProductStatus::Archived,
        told::ProductStatus::Draft => ProductStatus::Draft,
        told::ProductStatus::Unlisted => ProductStatus::Unlisted,
    }
}

fn weight_unit(told: &told::WeightUnit) -> WeightUnit {
    match told {
        told::WeightUnit::Grams => WeightUnit::Grams,
        told::WeightUnit::Kilograms => WeightUnit::Kilograms,
        told::WeightUnit::Ounces => WeightUnit::Ounces,
        told::WeightUnit::Pounds => WeightUnit::Pounds,
        told::WeightUnit::Other(_) => WeightUnit::Blank,
    }
}
