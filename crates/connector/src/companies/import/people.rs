//! Those who speak for a company.

use shopify::documents::companies::{Contact, ContactCustomer, Role};
use uuid::Uuid;

use super::or_blank;
use crate::companies::staged::contact::Model;
use crate::customers;
use crate::orders::import::{cut, number};

/// The row of a contact, which is the one that is known by its id in Shopify, or a new one.
pub(super) fn tell(
    known: &[Model],
    said: &Contact,
    (store, shopify_company_id): (&str, i64),
    id: impl Fn() -> Uuid,
) -> Model {
    let shopify_contact_id = number(&said.id);
    let before = known.iter().find(|row| row.shopify_contact_id == shopify_contact_id);
    Model {
        id: before.map_or_else(id, |row| row.id),
        store: store.to_owned(),
        shopify_contact_id,
        shopify_company_id,
        shopify_customer_id: number(&said.customer.id),
        name: name(&said.customer),
        title: cut(or_blank(said.title.as_ref()), 250),
        email: email(&said.customer),
        phone_number: phone(&said.customer),
        is_main_contact: said.is_main_contact,
        roles: roles(&said.role_assignments.nodes),
    }
}

/// What a customer is called.
pub(super) fn name(customer: &ContactCustomer) -> String {
    let names = [customer.first_name.as_ref(), customer.last_name.as_ref()].map(or_blank);
    cut(names.join(" ").trim(), 250)
}

/// A customer's e-mail.
pub(super) fn email(customer: &ContactCustomer) -> String {
    cut(or_blank(customer.default_email_address.as_ref().map(|email| &email.email_address)), 100)
}

/// A customer's phone.
pub(super) fn phone(customer: &ContactCustomer) -> String {
    customers::phone::stored(or_blank(customer.default_phone_number.as_ref().map(|phone| &phone.phone_number)))
}

/// What may be done where, always in the same order.
fn roles(told: &[Role]) -> String {
    let mut roles: Vec<_> =
        told.iter().map(|one| format!("{} ({})", one.role.name, one.company_location.name)).collect();
    roles.sort();
    roles.join(", ")
}
