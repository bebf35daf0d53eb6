use rust_decimal::Decimal;

use super::input::LineInput;
use crate::mutate::customer_create::filled;
use crate::mutate::order_input::MoneyInput;
use crate::mutate::part::number;
use crate::mutate::user_error::UserError;
use crate::store::State;
use crate::store::draft::OfferLine;
use crate::store::ids::Ids;
use crate::store::money::Bag;
use crate::store::order::Line;

/// A line of a draft. One of a variant is what the variant says, whatever else is given, unless its price is overridden.
pub(super) fn line(
    state: &State,
    ids: &mut Ids,
    input: &LineInput,
    field: &[&str],
) -> Result<(Line, OfferLine), UserError> {
    let quantity = match u32::try_from(input.quantity) {
        Ok(quantity) if quantity > 0 => quantity,
        _ => return Err(error(field, "quantity", "Quantity must be greater than or equal to 1")),
    };
    let currency = &state.shop.currency;
    let price_override = input.price_override.as_ref();
    let price_override = price_override.map(|money| amount(money, currency, field, "priceOverride")).transpose()?;
    let mut line = match &input.variant_id {
        Some(id) => of_variant(state, id, price_override)?,
        None => custom(input, currency, field)?,
    };
    line.id = ids.next();
    line.quantity = quantity;
    line.custom_attributes = input.custom_attributes.iter().map(|one| (one.key.clone(), one.value.clone())).collect();
    let uuid = input.uuid.clone().unwrap_or_else(|| uuid(line.id));
    Ok((line, OfferLine { uuid, discount: None, price_override }))
}

fn of_variant(state: &State, id: &str, price_override: Option<Decimal>) -> Result<Line, UserError> {
    let Some((product, variant)) = number(id, "ProductVariant").and_then(|number| state.variant(number)) else {
        let tail = id.rsplit('/').next().unwrap_or(id);
        return Err(UserError::new(&[], format!("Product with ID {tail} is no longer available.")));
    };
    let default = product.has_only_default_variant();
    Ok(Line {
        product_id: Some(product.id),
        variant_id: Some(variant.id),
        title: product.title.clone(),
        variant_title: (!default).then(|| variant.title()),
        sku: variant.sku.clone(),
        vendor: Some(product.vendor.clone()),
        unit_price: Bag::both(price_override.unwrap_or(variant.price)),
        taxable: variant.taxable,
        requires_shipping: variant.requires_shipping,
        gift_card: product.gift_card,
        weight: variant.weight.clone(),
        ..Line::default()
    })
}

fn custom(input: &LineInput, currency: &str, field: &[&str]) -> Result<Line, UserError> {
    let title = filled(input.title.clone()).ok_or_else(|| UserError::new(&[], "Merchandise title is empty."))?;
    let price = match (&input.original_unit_price_with_currency, input.original_unit_price) {
        (Some(money), _) => amount(money, currency, field, "originalUnitPriceWithCurrency")?,
        (None, Some(price)) => price,
        (None, None) => return Err(error(field, "originalUnitPriceWithCurrency", "Price can't be blank")),
    };
    if price < Decimal::ZERO {
        return Err(UserError::new(&[], "Cannot send negative price for line_item"));
    }
    Ok(Line {
        title,
        sku: filled(input.sku.clone()),
        unit_price: Bag::both(price),
        taxable: input.taxable.unwrap_or(true),
        requires_shipping: input.requires_shipping.unwrap_or(true),
        weight: input.weight.clone(),
        ..Line::default()
    })
}

/// An amount, which is in the shop's currency.
pub(super) fn amount(money: &MoneyInput, currency: &str, field: &[&str], name: &str) -> Result<Decimal, UserError> {
    if money.currency_code == currency {
        return Ok(money.amount);
    }
    Err(error(field, name, &format!("Currency must be {currency}")))
}

fn error(field: &[&str], name: &str, message: &str) -> UserError {
    UserError::new(&[field, &[name]].concat(), message)
}

/// A UUID for a line that was given none: the same in every run.
fn uuid(id: u64) -> String {
    format!("00000000-0000-4000-8000-{:012x}", id & 0xFFFF_FFFF_FFFF)
}
