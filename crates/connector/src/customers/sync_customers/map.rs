//! Which customers those of Shopify are: by their links, by e-mail, by phone.

use std::collections::HashSet;

use back_office::customers::{self, Contacts};
use database::Tx;
use values::Code;

use crate::Error;
use crate::customers::staged::Whole;

/// A batch that is mapped.
#[derive(Debug)]
pub(super) struct Mapped {
    /// The customers of Shopify; those without a customer here have none that is known.
    pub all: Vec<Whole>,
    /// Those that have got theirs now, by their ids in Shopify.
    pub found: HashSet<i64>,
    /// The customers here by their e-mail addresses and phones.
    pub contacts: Contacts,
}

/// Finds the customers of a batch. One that is linked to a customer that is no more is looked for anew.
pub(super) async fn map(tx: &Tx, mut all: Vec<Whole>) -> Result<Mapped, Error> {
    let linked: HashSet<Code<20>> = all.iter().map(|whole| whole.customer.customer_number.clone()).collect();
    let linked: Vec<Code<20>> = linked.into_iter().filter(|number| !number.is_blank()).collect();
    let known: HashSet<Code<20>> =
        customers::by_numbers(tx, &linked).await?.into_iter().map(|customer| customer.number).collect();
    for whole in all.iter_mut().filter(|whole| !known.contains(&whole.customer.customer_number)) {
        whole.customer.customer_number = Code::blank();
    }
    let unknown = all.iter().filter(|whole| whole.customer.customer_number.is_blank());
    let contacts = Contacts::read(tx, unknown.map(contact)).await?;
    let mut found = HashSet::new();
    for whole in all.iter_mut().filter(|whole| whole.customer.customer_number.is_blank()) {
        if let Some(number) = contacts.find(&whole.customer.email, &whole.customer.phone_number) {
            whole.customer.customer_number = number.clone();
            found.insert(whole.customer.shopify_customer_id);
        }
    }
    Ok(Mapped { all, found, contacts })
}

fn contact(whole: &Whole) -> (&str, &str) {
    (&whole.customer.email, &whole.customer.phone_number)
}
