//! By Bill-to Info: the customer with the name and the address that an order tells.

use back_office::customers::{Column, Entity};
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use values::Code;

use super::Ground;
use super::person::Person;
use crate::Error;
use crate::customers::names::{Names, compose};
use crate::customers::staged::{Whole, address};

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

/// The customer with exactly that name and address.
pub(super) async fn identical(tx: &Tx, ground: &Ground, person: &Person<'_>) -> Result<Option<Code<20>>, Error> {
    let countries = [person.country.clone(), ground.mappings.customers.code(person.country)];
    let found = Entity::find()
        .filter(Column::Name.eq(person.name))
        .filter(Column::Name2.eq(person.name2))
        .filter(Column::Address.eq(person.address))
        .filter(Column::Address2.eq(person.address2))
        .filter(Column::PostCode.eq(person.post_code))
        .filter(Column::City.eq(person.city))
        .filter(Column::County.eq(person.county))
        .filter(Column::CountryRegionCode.is_in(countries))
        .order_by_asc(Column::Number)
        .one(tx)
        .await?;
    Ok(found.map(|customer| customer.number))
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
