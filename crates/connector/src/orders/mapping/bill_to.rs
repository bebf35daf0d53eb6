//! By Bill-to Info: the customer with the name and the address that an order tells.

use std::collections::{BTreeSet, HashMap};

use back_office::customers::{self, Column, Entity};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use values::Code;

use super::Ground;
use super::person::{Party, Person};
use crate::Error;
use crate::customers::names::{Names, compose};
use crate::customers::staged::{Whole, address};
use crate::orders::staged::Sale;
use crate::shops::options::CustomerMapping;

/// The letters that Business Central's filters take for others: each stands for any one.
const WILD: &str = "()*.<>=";

/// The address of a Shopify customer that the order tells, with the names that the shop card puts together of it.
pub(super) fn address_of<'a>(ground: &Ground, whole: &'a Whole, person: &Person<'_>) -> Option<&'a address::Model> {
    whole.addresses.iter().find(|address| {
        alike(person.address, &address.address1)
            && alike(person.address2, &address.address2)
            && person.post_code.to_uppercase() == address.zip.as_str()
            && person.city == address.city
            && person.country.as_str() == address.country_region_code.as_str()
            && has_names(ground, address, person)
    })
}

/// Customers here by their names.
#[derive(Debug, Default)]
pub(super) struct Namesakes(HashMap<String, Vec<customers::Model>>);

impl Namesakes {
    /// Reads those who are called like the buyers and payers of these orders, where the shop card looks for them by name: one
    /// statement for all of them.
    pub(super) async fn read(c: &impl ConnectionTrait, ground: &Ground, sales: &[Sale]) -> Result<Self, Error> {
        if ground.shop.customer_mapping_type != CustomerMapping::ByBillToInfo {
            return Ok(Self::default());
        }
        let orders = sales.iter().map(|sale| &sale.order);
        let unmapped = orders.filter(|order| !order.b2b && order.bill_to_customer_number.is_blank());
        let persons = unmapped.flat_map(|order| [Party::SellTo, Party::BillTo].map(|party| Person::of(order, party)));
        let names: BTreeSet<&str> = persons.filter(|person| !person.is_nameless()).map(|person| person.name).collect();
        let mut namesakes = Self::default();
        if names.is_empty() {
            return Ok(namesakes);
        }
        let found = Entity::find().filter(Column::Name.is_in(names)).order_by_asc(Column::Number).all(c).await?;
        found.into_iter().for_each(|customer| namesakes.remember(customer));
        Ok(namesakes)
    }

    /// Remembers a customer, behind those that are known.
    pub(super) fn remember(&mut self, customer: customers::Model) {
        self.0.entry(customer.name.clone()).or_default().push(customer);
    }

    /// The customer with exactly that name and address.
    pub(super) fn identical(&self, ground: &Ground, person: &Person<'_>) -> Option<&Code<20>> {
        let countries = [person.country.clone(), ground.mappings.customers.code(person.country)];
        let is_it = |customer: &&customers::Model| {
            customer.name2 == person.name2
                && customer.address == person.address
                && customer.address2 == person.address2
                && customer.post_code == person.post_code
                && customer.city == person.city
                && customer.county == person.county
                && countries.contains(&customer.country_region_code)
        };
        self.0.get(person.name)?.iter().find(is_it).map(|customer| &customer.number)
    }
}

fn has_names(ground: &Ground, address: &address::Model, person: &Person<'_>) -> bool {
    let Names { name, name2, .. } =
        compose(&ground.shop, &address.company, &address.first_name, &address.last_name).of_customer();
    name.to_uppercase() == person.name.to_uppercase() && name2.to_uppercase() == person.name2.to_uppercase()
}

/// Whether two lines are the same, upper and lower case aside; a letter of [`WILD`] in the first stands for any one.
fn alike(asked: &str, told: &str) -> bool {
    let (asked, told): (Vec<char>, Vec<char>) =
        (asked.to_lowercase().chars().collect(), told.to_lowercase().chars().collect());
    asked.len() == told.len() && asked.iter().zip(&told).all(|(asked, told)| asked == told || WILD.contains(*asked))
}

#[cfg(test)]
mod tests {
    use super::alike;

    #[test]
    fn letters_that_filters_take_for_others_stand_for_any_one() {
        assert!(alike("Main St. (2)*", "main st. (2)*"));
        assert!(alike("Main St. (2)*", "MAIN STR [2]!"));
        assert!(!alike("Main St. (2)*", "Main St. (2)"), "for one, not for none");
        assert!(!alike("Main St. 2", "Main St. 3"));
    }
}
