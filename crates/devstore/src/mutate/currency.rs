use super::order_input::{BagInput, OrderInput, TaxLineInput};
use super::part::refuse;
use super::user_error::UserError;
use crate::store::order::Order;

/// Money that moves is named in the buyer's currency; its name may be left out where the shop's is the same.
pub(super) fn in_buyers_currency(order: &Order, given: Option<&str>, field: &[&str]) -> Result<(), Vec<UserError>> {
    let wanted = &order.presentment_currency;
    if given.map_or(order.currency == *wanted, |given| given == wanted) {
        return Ok(());
    }
    refuse(field, format!("Currency must be {wanted}"))
}

/// The amounts of an order that are not in its currencies.
pub(super) fn other_currencies(input: &OrderInput, shop: &str, presentment: &str) -> Vec<UserError> {
    let wrong = |given: &str, wanted: &str| !given.is_empty() && given != wanted;
    let check = |(field, bag): (Vec<String>, &BagInput)| {
        let buyers = bag.presentment_money.as_ref().map(|money| money.currency_code.as_str()).unwrap_or_default();
        let wanted = match bag.shop_money.currency_code.as_str() {
            given if wrong(given, shop) => shop,
            _ if wrong(buyers, presentment) => presentment,
            _ => return None,
        };
        let field: Vec<&str> = field.iter().map(String::as_str).collect();
        Some(UserError::new(&field, format!("Currency must be {wanted}")).with_code("INVALID"))
    };
    bags(input).into_iter().filter_map(check).collect()
}

/// The amounts that the input gives, each with where it stands.
pub(super) fn bags(input: &OrderInput) -> Vec<(Vec<String>, &BagInput)> {
    let mut bags = Vec::new();
    for (place, line) in input.line_items.iter().flatten().enumerate() {
        let at = ["order".to_owned(), "lineItems".to_owned(), place.to_string()];
        bags.extend(line.price_set.iter().map(|bag| (below(&at, &["priceSet"]), bag)));
        bags.extend(taxes(&at, line.tax_lines.as_deref()));
    }
    for (place, line) in input.shipping_lines.iter().flatten().enumerate() {
        let at = ["order".to_owned(), "shippingLines".to_owned(), place.to_string()];
        bags.push((below(&at, &["priceSet"]), &line.price_set));
        bags.extend(taxes(&at, line.tax_lines.as_deref()));
    }
    let at = ["order".to_owned()];
    bags.extend(taxes(&at, input.tax_lines.as_deref()));
    let fixed = input.discount_code.as_ref().and_then(|code| code.item_fixed_discount_code.as_ref());
    if let Some(bag) = fixed.and_then(|fixed| fixed.amount_set.as_ref()) {
        bags.push((below(&at, &["discountCode", "itemFixedDiscountCode", "amountSet"]), bag));
    }
    for (place, transaction) in input.transactions.iter().flatten().enumerate() {
        bags.push((below(&at, &["transactions", &place.to_string(), "amountSet"]), &transaction.amount_set));
    }
    bags
}

fn taxes<'i>(at: &[String], lines: Option<&'i [TaxLineInput]>) -> Vec<(Vec<String>, &'i BagInput)> {
    let lines = lines.unwrap_or_default().iter().enumerate();
    let bags = lines.filter_map(|(place, line)| Some((place, line.price_set.as_ref()?)));
    bags.map(|(place, bag)| (below(at, &["taxLines", &place.to_string(), "priceSet"]), bag)).collect()
}

fn below(at: &[String], path: &[&str]) -> Vec<String> {
    at.iter().cloned().chain(path.iter().map(|part| (*part).to_owned())).collect()
}
