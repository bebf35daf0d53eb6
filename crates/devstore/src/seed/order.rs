use std::sync::Arc;

use rust_decimal::Decimal;

use super::chance::Chance;
use crate::mutate::{
    AddressInput, AssociateInput, AttributeInput, DiscountCodeInput, FixedDiscountInput, FreeShippingInput, LineInput,
    OrderCustomerInput, OrderInput, PercentageDiscountInput, ShippingLineInput, TaxLineInput, TransactionInput,
};
use crate::store::customer::Customer;
use crate::store::product::Variant;
use crate::store::{Shop, State};

const NOTES: &[&str] = &[
    "Kan settes på trappa.",
    "Ring på hos naboen om jeg ikke er hjemme.",
    "Gave, gjerne pakk den inn.",
    "Trenger den før helga om mulig.",
];

/// An order as people place them: one to four lines, now and then a discount, paid or on invoice.
///
/// Nothing when the store has no products or no customers.
pub(super) fn order(state: &State, chance: &mut Chance) -> Option<OrderInput> {
    let customer = nth(state.customers.values(), state.customers.len(), chance)?;
    let wanted = match chance.below(100) {
        0..=44 => 1,
        45..=74 => 2,
        75..=91 => 3,
        _ => 4,
    };
    let mut lines: Vec<LineInput> = Vec::new();
    let mut goods = Decimal::ZERO;
    for _ in 0..wanted {
        let product = nth(state.products.values(), state.products.len(), chance)?;
        let variant = chance.pick(&product.variants)?;
        let quantity = if chance.percent(80) { 1 } else { 2 + i64::try_from(chance.below(2)).unwrap_or_default() };
        let line = line(variant, quantity);
        if lines.iter().all(|other| other.variant_id != line.variant_id) {
            goods += variant.price * Decimal::from(quantity);
            lines.push(line);
        }
    }
    let shipping = shipping(goods, chance);
    let discount = discount(goods, chance);
    let total = goods + shipping.price_set.shop_money.amount;
    let address = address(&customer);
    let mut input = OrderInput {
        line_items: Some(lines),
        shipping_lines: Some(vec![shipping]),
        discount_code: discount,
        email: customer.email.clone(),
        phone: customer.phone.clone(),
        customer: Some(OrderCustomerInput {
            to_associate: Some(AssociateInput {
                id: Some(format!("gid://shopify/Customer/{}", customer.id)),
                email: None,
            }),
            to_upsert: None,
        }),
        currency: Some(state.shop.currency.clone()),
        billing_address: address.clone(),
        shipping_address: address,
        source_name: Some("web".to_owned()),
        taxes_included: true,
        note: chance.percent(8).then(|| chance.pick(NOTES).map(|note| (*note).to_owned())).flatten(),
        tags: chance.percent(5).then(|| vec!["VIP".to_owned()]),
        custom_attributes: chance
            .percent(6)
            .then(|| vec![AttributeInput { key: "Leveringsønske".to_owned(), value: "Etter kl. 16".to_owned() }]),
        ..OrderInput::default()
    };
    pay(&mut input, total, chance);
    Some(input)
}

fn nth<'a, T>(mut records: impl Iterator<Item = &'a Arc<T>>, count: usize, chance: &mut Chance) -> Option<Arc<T>>
where
    T: 'a,
{
    let place = usize::try_from(chance.below(u64::try_from(count).ok()?)).ok()?;
    records.nth(place).map(Arc::clone)
}

fn line(variant: &Variant, quantity: i64) -> LineInput {
    LineInput {
        variant_id: Some(format!("gid://shopify/ProductVariant/{}", variant.id)),
        quantity,
        tax_lines: Some(vec![tax()]),
        ..LineInput::default()
    }
}

fn tax() -> TaxLineInput {
    TaxLineInput { title: "MVA".to_owned(), rate: Shop::vat(), price_set: None, channel_liable: Some(false) }
}

fn shipping(goods: Decimal, chance: &mut Chance) -> ShippingLineInput {
    let (title, code, price) = match chance.below(10) {
        _ if goods >= Decimal::from(1500) => ("Gratis levering", "GRATIS", 0),
        0..=5 => ("Hentested", "HENTESTED", 79),
        6..=8 => ("Hjemlevering", "HJEM", 149),
        _ => ("Ekspress over natten", "EKSPRESS", 249),
    };
    ShippingLineInput {
        title: title.to_owned(),
        code: Some(code.to_owned()),
        source: Some("shopify".to_owned()),
        price_set: Decimal::from(price).into(),
        tax_lines: Some(vec![tax()]),
    }
}

fn discount(goods: Decimal, chance: &mut Chance) -> Option<DiscountCodeInput> {
    match chance.below(20) {
        0 | 1 => Some(DiscountCodeInput {
            item_percentage_discount_code: Some(PercentageDiscountInput {
                code: "VELKOMMEN10".to_owned(),
                percentage: Some(Decimal::TEN),
            }),
            ..DiscountCodeInput::default()
        }),
        2 if goods > Decimal::from(200) => Some(DiscountCodeInput {
            item_fixed_discount_code: Some(FixedDiscountInput {
                code: "TAKK100".to_owned(),
                amount_set: Some(Decimal::ONE_HUNDRED.into()),
            }),
            ..DiscountCodeInput::default()
        }),
        3 => Some(DiscountCodeInput {
            free_shipping_discount_code: Some(FreeShippingInput { code: "FRIFRAKT".to_owned() }),
            ..DiscountCodeInput::default()
        }),
        _ => None,
    }
}

fn address(customer: &Customer) -> Option<AddressInput> {
    let address = customer.addresses.first()?;
    Some(AddressInput {
        first_name: address.first_name.clone(),
        last_name: address.last_name.clone(),
        address1: address.address1.clone(),
        zip: address.zip.clone(),
        city: address.city.clone(),
        country_code: address.country_code.clone(),
        phone: address.phone.clone(),
        ..AddressInput::default()
    })
}

/// Three of four are paid at once; the others by invoice.
fn pay(input: &mut OrderInput, total: Decimal, chance: &mut Chance) {
    let gateway = match chance.below(100) {
        0..=37 => "vipps",
        38..=74 => "shopify_payments",
        _ => {
            input.financial_status = Some("PENDING".to_owned());
            return;
        }
    };
    // A discount makes the order cheaper, and what was paid is what it costs: the total is known when the order is.
    input.transactions = Some(vec![TransactionInput {
        amount_set: total.into(),
        gateway: Some(gateway.to_owned()),
        whole_order: true,
        ..TransactionInput::default()
    }]);
}
