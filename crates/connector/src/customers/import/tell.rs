//! What Shopify says of one customer, put into its rows. Pure.

use std::collections::HashMap;

use shopify::documents::customers::{Address, Customer, MarketingState};
use values::Code;

use crate::customers::phone;
use crate::customers::staged::{Whole, address, customer};
use crate::orders::import::{cut, number};
use crate::orders::mapping::Ground;

/// The rows of a customer, of what is told, its digest, and whether customers here `follow` it. What is not Shopify's to say
/// stays: which customers it and its addresses are.
pub(super) fn tell(
    ground: &Ground,
    before: Option<&Whole>,
    told: &Customer,
    (content_hash, follow): (&str, bool),
) -> Whole {
    let mut customer = row(ground, before, number(&told.id));
    let email = told.default_email_address.as_ref();
    customer.first_name = text(told.first_name.as_ref(), 100);
    customer.last_name = text(told.last_name.as_ref(), 100);
    customer.email = cut(email.map_or("", |email| &email.email_address), 100);
    customer.accepts_marketing = email.is_some_and(|email| email.marketing_state == MarketingState::Subscribed);
    customer.accepts_marketing_updated_at = email.and_then(|email| email.marketing_updated_at);
    let phone = told.default_phone_number.as_ref().map_or("", |phone| &phone.phone_number);
    customer.phone_number = phone::stored(phone);
    customer.tax_exempt = told.tax_exempt;
    customer.verified_email = told.verified_email;
    customer.state = told.state.clone().into();
    customer.note = text(told.note.as_ref(), usize::MAX);
    let mut tags = told.tags.clone();
    tags.sort_unstable();
    customer.tags = cut(&tags.join(","), usize::MAX);
    customer.created_at = Some(told.created_at);
    customer.updated_at = Some(told.updated_at);
    customer.content_hash = content_hash.to_owned();
    let is_linked = !customer.customer_number.is_blank();
    customer.update_due |= follow && is_linked;
    if before.is_none_or(|before| !before.customer.is_read()) {
        customer.has_error = false;
        customer.error_message = String::new();
    }
    let known: HashMap<i64, &address::Model> = before
        .map(|before| before.addresses.iter().map(|address| (address.shopify_address_id, address)).collect())
        .unwrap_or_default();
    let default = told.default_address.as_ref().map_or(0, |address| number(&address.id));
    let mut addresses: Vec<address::Model> = Vec::with_capacity(told.addresses.nodes.len());
    for (told, position) in told.addresses.nodes.iter().zip(1_i32..) {
        let id = number(&told.id);
        let row = of_address(ground, customer.shopify_customer_id, known.get(&id).copied(), told);
        addresses.push(address::Model { position, is_default: id == default, ..row });
    }
    Whole { customer, addresses }
}

/// The row of a customer that the store has, new or as it is.
pub(super) fn row(ground: &Ground, before: Option<&Whole>, id: i64) -> customer::Model {
    let new = || customer::Model::named(ground.random.id(ground.now), ground.shop.domain.clone(), id);
    before.map_or_else(new, |before| customer::Model { gone: false, ..before.customer.clone() })
}

fn of_address(ground: &Ground, customer: i64, before: Option<&address::Model>, told: &Address) -> address::Model {
    address::Model {
        id: before.map_or_else(|| ground.random.id(ground.now), |before| before.id),
        store: ground.shop.domain.clone(),
        shopify_address_id: number(&told.id),
        shopify_customer_id: customer,
        position: 0,
        is_default: false,
        company: text(told.company.as_ref(), 100),
        first_name: text(told.first_name.as_ref(), 50),
        last_name: text(told.last_name.as_ref(), 50),
        address1: text(told.address1.as_ref(), 100),
        address2: text(told.address2.as_ref(), 100),
        zip: Code::cut(&text(told.zip.as_ref(), 20)),
        city: text(told.city.as_ref(), 50),
        country_region_code: Code::cut(told.country_code.as_ref().map_or("", |country| &country.0)),
        country_region_name: text(told.country.as_ref(), 50),
        province_code: Code::cut(&text(told.province_code.as_ref(), 10)),
        province_name: province_name(ground, told),
        phone: phone::stored(told.phone.as_deref().unwrap_or_default()),
        customer_number: before.map(|before| before.customer_number.clone()).unwrap_or_default(),
    }
}

/// The name of a province; where only its code is told, as the county is called that has it.
fn province_name(ground: &Ground, told: &Address) -> String {
    if told.province.is_some() {
        return text(told.province.as_ref(), 50);
    }
    let Some((country, code)) = told.country_code.as_ref().zip(told.province_code.as_ref()) else {
        return String::new();
    };
    let (country, code) = (Code::cut(&country.0), Code::<10>::cut(code));
    let county = ground.mappings.provinces(&country).find(|area| !code.is_blank() && area.county_code == code);
    county.map(|area| cut(&area.county, 50)).unwrap_or_default()
}

fn text(told: Option<&String>, limit: usize) -> String {
    told.map(|text| cut(text, limit)).unwrap_or_default()
}
