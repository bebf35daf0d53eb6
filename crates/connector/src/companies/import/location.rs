//! A location of a company.

use shopify::documents::companies::{CompanyAddress, Location, Terms};
use uuid::Uuid;
use values::Code;

use super::or_blank;
use crate::companies::staged::location::Model;
use crate::customers::phone;
use crate::orders::import::{cut, number, option};

/// The row of a location, which is the one that is known by its id in Shopify, or a new one. Where it has no billing
/// address its goods' address stands for it.
pub(super) fn tell(
    known: &[Model],
    said: &Location,
    (store, shopify_company_id, default_id): (&str, i64, i64),
    id: impl Fn() -> Uuid,
) -> Model {
    let shopify_location_id = number(&said.id);
    let before = known.iter().find(|row| row.shopify_location_id == shopify_location_id);
    let row = before.cloned().unwrap_or_else(|| Model { id: id(), store: store.to_owned(), ..Model::default() });
    let address = said.billing_address.as_ref().or(said.shipping_address.as_ref());
    let terms = said.buyer_experience_configuration.as_ref().and_then(|one| one.payment_terms_template.as_ref());
    let row = Model {
        shopify_location_id,
        shopify_company_id,
        name: cut(&said.name, 250),
        is_default: shopify_location_id == default_id,
        phone_number: phone_of(said, address),
        tax_registration_id: cut(or_blank(said.tax_settings.tax_registration_id.as_ref()).trim(), 150),
        tax_exempt: said.tax_settings.tax_exempt,
        ..row
    };
    with_terms(with_address(row, address), terms)
}

/// The phone of the location, else that of its address.
fn phone_of(said: &Location, address: Option<&CompanyAddress>) -> String {
    let own = phone::stored(or_blank(said.phone.as_ref()));
    if own.is_empty() { phone::stored(or_blank(address.and_then(|address| address.phone.as_ref()))) } else { own }
}

fn with_address(row: Model, address: Option<&CompanyAddress>) -> Model {
    let part = |part: fn(&CompanyAddress) -> Option<&String>, limit| cut(or_blank(address.and_then(part)), limit);
    Model {
        recipient: part(|address| address.recipient.as_ref(), 100),
        address: part(|address| Some(&address.address1), 100),
        address2: part(|address| address.address2.as_ref(), 100),
        zip: part(|address| address.zip.as_ref(), 20),
        city: part(|address| address.city.as_ref(), 50),
        country_region_code: Code::cut(address.map(|address| address.country_code.0.as_str()).unwrap_or_default()),
        province_code: part(|address| address.zone_code.as_ref(), 10),
        province_name: part(|address| address.province.as_ref(), 50),
        ..row
    }
}

fn with_terms(row: Model, terms: Option<&Terms>) -> Model {
    Model {
        payment_terms_type: terms.map(|terms| option(&terms.payment_terms_type)).unwrap_or_default(),
        payment_terms_name: cut(or_blank(terms.map(|terms| &terms.name)), 50),
        ..row
    }
}
