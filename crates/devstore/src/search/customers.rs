use rust_decimal::Decimal;

use super::compile::Searchable;
use super::field::{Field, Found, Kind};
use crate::store::customer::Customer;

const fn field(name: &'static str, kind: Kind, get: fn(&Customer) -> Found<'_>) -> Field<Customer> {
    Field { name, kind, get }
}

/// What `customers` may be searched by.
pub(crate) static CUSTOMERS: Searchable<Customer> = Searchable {
    fields: &[
        field("id", Kind::Id, |customer| Found::Id(customer.id)),
        field("customer_date", Kind::Time, |customer| Found::Time(customer.created_at)),
        field("updated_at", Kind::Time, |customer| Found::Time(customer.updated_at)),
        field("email", Kind::Text, |customer| Found::optional(customer.email.as_deref())),
        field("phone", Kind::Text, |customer| Found::optional(customer.phone.as_deref())),
        field("first_name", Kind::Text, |customer| Found::optional(customer.first_name.as_deref())),
        field("last_name", Kind::Text, |customer| Found::optional(customer.last_name.as_deref())),
        field("state", Kind::Text, |customer| Found::text(customer.state.name())),
        field("country", Kind::Text, |customer| {
            Found::texts(customer.addresses.iter().filter_map(|address| address.country.as_deref()))
        }),
        field("tag", Kind::Text, |customer| Found::texts(customer.tags.iter().map(String::as_str))),
        field("orders_count", Kind::Number, |customer| Found::Number(Decimal::from(customer.number_of_orders))),
        field("total_spent", Kind::Number, |customer| Found::Number(customer.amount_spent)),
    ],
    words: |customer| {
        let texts = [&customer.first_name, &customer.last_name, &customer.email, &customer.phone];
        Found::texts(texts.into_iter().flatten().map(String::as_str))
    },
};
