//! What the card of an item takes from a product and one of its variants.

use back_office::items;
use rust_decimal::Decimal;
use values::Code;
use values::money::{Amount, Price, Quantity};

use super::setup::Setup;
use super::texts::description;
use crate::products::export::content::in_unit;
use crate::products::mapping::parts;
use crate::products::staged::{product, variant};
use crate::shops::options::SkuMapping;
use crate::{Error, shops};

/// Amounts that come from another currency are whole cents.
const CENT: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// The number that a variant gives to a new item; blank: the next of the number series.
pub(super) fn number(shop: &shops::Model, variant: &variant::Model) -> Code<20> {
    match shop.sku_mapping {
        SkuMapping::ItemNumber => Code::cut(&variant.sku),
        SkuMapping::ItemNumberAndVariantCode => {
            let separator = shop.sku_field_separator.as_str();
            let whole = variant.sku.to_uppercase();
            let first = if separator.is_empty() { Some(whole.as_str()) } else { whole.split(separator).next() };
            parts(shop, &variant.sku).map_or_else(|| Code::cut(first.unwrap_or_default()), |(number, _)| number)
        }
        _ => Code::blank(),
    }
}

/// A new item.
pub(super) fn new_item(
    shop: &shops::Model,
    setup: &Setup,
    product: &product::Model,
    variant: &variant::Model,
) -> Result<items::NewItem, Error> {
    Ok(items::NewItem {
        number: number(shop, variant),
        description: description(&product.title),
        template_code: shop.item_template_code.clone(),
        unit_price: price(setup, variant)?,
        ..items::NewItem::default()
    })
}

/// What a variant is sold for, in the company's own currency.
pub(super) fn price(setup: &Setup, variant: &variant::Model) -> Result<Price, Error> {
    Price::new(in_own(setup, variant.price)?).map_err(refused)
}

/// What a new item weighs, in what the shop weighs in.
pub(super) fn weight(shop: &shops::Model, variant: &variant::Model) -> Option<Quantity> {
    Some(in_unit(variant.weight, variant.weight_unit, shop.weight_unit)).filter(|weight| !weight.is_zero())
}

/// What a new item costs.
pub(super) fn cost(setup: &Setup, variant: &variant::Model) -> Result<Option<Amount>, Error> {
    let cost = Amount::new(in_own(setup, variant.unit_cost)?).map_err(refused)?;
    Ok(Some(cost).filter(|cost| !cost.is_zero()))
}

/// What the card says beside. A tariff number or a country that is not found stays as it is.
pub(super) fn card(
    shop: &shops::Model,
    setup: &Setup,
    product: &product::Model,
    variant: &variant::Model,
) -> items::Change {
    let origin = shop.sync_hs_code_and_country;
    items::Change {
        item_category_code: setup.category(&product.product_type).cloned(),
        vendor_number: setup.vendors.named(&product.vendor).cloned(),
        tariff_number: setup.tariff(&variant.tariff_number).filter(|_| origin).cloned(),
        country_region_of_origin_code: setup
            .country(&variant.country_region_of_origin_code)
            .filter(|_| origin)
            .cloned(),
        ..items::Change::default()
    }
}

/// A price of the store in the company's own currency.
fn in_own(setup: &Setup, price: Price) -> Result<Decimal, Error> {
    let price = price.decimal();
    if price.is_zero() {
        return Ok(price);
    }
    let rate = setup.rate()?;
    Ok(if rate == back_office::currencies::Rate::ONE { price } else { values::money::round(rate.to_own(price), CENT) })
}

fn refused(why: values::money::Invalid) -> Error {
    Error::BackOffice(back_office::Error::Number(why))
}
