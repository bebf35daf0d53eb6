use back_office::customers;
use job_queue::{Context, JobError};
use shopify::Client;
use shopify::documents::customers::{Identified, Identifier, MOST_IDENTIFIED, identify};

use crate::Error;
use crate::customers::export::email_of;
use crate::customers::phone;
use crate::orders::import::number;

/// A customer that the store has already.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Its id in Shopify.
    pub id: i64,
    /// By what it was found, in words.
    pub by: &'static str,
    /// What the store says of it.
    pub told: Identified,
}

/// Looks for customers in the store: by e-mail address, then by phone, many a call. Only one with exactly that address or
/// number counts. Gives what there is of each.
pub(super) async fn find(
    cx: &Context,
    client: &Client,
    new: &[customers::Model],
) -> Result<Vec<Option<Found>>, JobError> {
    let by_email = |customer: &customers::Model| {
        let email = email_of(customer).to_lowercase();
        (!email.is_empty()).then_some(Identifier::EmailAddress(email))
    };
    let has_email = |customer: &customers::Model, told: &Identified| {
        told.email().to_lowercase() == email_of(customer).to_lowercase()
    };
    let by_phone = |customer: &customers::Model| {
        let phone = phone::sought(&customer.phone_number);
        // Shopify has every phone with its country: one without is none of them.
        phone.starts_with('+').then_some(Identifier::PhoneNumber(phone))
    };
    let has_phone = |customer: &customers::Model, told: &Identified| {
        phone::sought(told.phone()) == phone::sought(&customer.phone_number)
    };
    let all: Vec<&customers::Model> = new.iter().collect();
    let mut found = look(cx, client, &all, "e-mail address", by_email, has_email).await?;
    let left: Vec<usize> = found.iter().enumerate().filter(|(_, one)| one.is_none()).map(|(place, _)| place).collect();
    let unknown: Vec<&customers::Model> = left.iter().filter_map(|place| new.get(*place)).collect();
    let more = look(cx, client, &unknown, "phone", by_phone, has_phone).await?;
    for (place, one) in left.into_iter().zip(more) {
        if let Some(empty) = found.get_mut(place) {
            *empty = one;
        }
    }
    Ok(found)
}

async fn look(
    cx: &Context,
    client: &Client,
    customers: &[&customers::Model],
    by: &'static str,
    identifier: impl Fn(&customers::Model) -> Option<Identifier>,
    is_it: impl Fn(&customers::Model, &Identified) -> bool,
) -> Result<Vec<Option<Found>>, JobError> {
    let asked: Vec<(usize, Identifier)> =
        customers.iter().enumerate().filter_map(|(place, customer)| Some((place, identifier(customer)?))).collect();
    let mut found: Vec<Option<Found>> = vec![None; customers.len()];
    for some in asked.chunks(MOST_IDENTIFIED) {
        let identifiers: Vec<Identifier> = some.iter().map(|(_, identifier)| identifier.clone()).collect();
        let told = cx.send(identify(client, &identifiers)).await?.map_err(Error::Shopify)?;
        for ((place, _), told) in some.iter().zip(told) {
            let is_same = |told: &Identified| customers.get(*place).is_some_and(|customer| is_it(customer, told));
            let Some(told) = told.filter(is_same) else { continue };
            if let Some(empty) = found.get_mut(*place) {
                *empty = Some(Found { id: number(&told.id), by, told });
            }
        }
    }
    Ok(found)
}
