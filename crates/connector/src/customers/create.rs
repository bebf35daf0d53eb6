//! Customers are made of those who buy, from templates.

use std::collections::{BTreeMap, BTreeSet};

use back_office::customers::{self, NewCustomer, template};
use back_office::vat::oss;
use database::Tx;
use values::Code;

use super::countries;
use crate::mappings::Mappings;
use crate::orders::mapping::Ground;
use crate::skipped::Cause;
use crate::{Error, shops};

/// A customer that is to be made.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    /// The ISO code of its country, which may have a template of its own.
    pub country: Code<20>,
    /// The template that someone has chosen for it; blank: that of the country, else that of the shop card.
    pub template: Code<20>,
    /// The customer.
    pub new: NewCustomer,
}

/// The template from which a customer is made: the one that is chosen, else that of the country, else that of the shop card.
/// The country's is passed over where it is for consumers and the customer is registered for VAT: then it is that of
/// businesses in other states of the EU, where there is one and the country is such a state. None where all are blank.
pub(crate) fn template_of<'a>(
    shop: &'a shops::Model,
    mappings: &'a Mappings,
    chosen: &'a Code<20>,
    country: &Code<20>,
    is_registered: bool,
) -> Option<&'a Code<20>> {
    let of_country = mappings.customers.of(country).map(|row| &row.customer_template_code);
    let of_country = of_country.filter(|template| !(is_registered && oss::is_for_consumers(template)));
    let of_businesses = mappings.customers.template_of_businesses(country).filter(|_| is_registered);
    let templates = [Some(chosen), of_country, of_businesses, Some(&shop.customer_template_code)];
    templates.into_iter().flatten().find(|template| !template.is_blank())
}

fn is_registered(new: &NewCustomer) -> bool {
    new.rest.vat_registration_number.as_ref().is_some_and(|number| !number.is_empty())
}

/// Makes customers, those of one template together: as many statements for a hundred as for one. Gives what came of each,
/// in their order: where one can't be made the others are.
///
/// # Errors
/// When the database fails.
pub(crate) async fn create(
    tx: &Tx,
    ground: &Ground,
    wanted: &[Wanted],
) -> Result<Vec<Result<customers::Model, Cause>>, Error> {
    see_countries(tx, ground, wanted).await?;
    let mut told: BTreeMap<usize, Result<customers::Model, Cause>> = BTreeMap::new();
    let mut of_templates: BTreeMap<&Code<20>, Vec<(usize, &NewCustomer)>> = BTreeMap::new();
    for (place, one) in wanted.iter().enumerate() {
        let is_registered = is_registered(&one.new);
        match template_of(&ground.shop, &ground.mappings, &one.template, &one.country, is_registered) {
            Some(template) => of_templates.entry(template).or_default().push((place, &one.new)),
            None => _ = told.insert(place, Err(Cause::NoTemplate)),
        }
    }
    for (template, wanted) in of_templates {
        match template::find(tx, template).await {
            Ok(template) => told.extend(of_template(tx, ground, &template, wanted).await?),
            Err(error @ back_office::Error::Database(_)) => return Err(error.into()),
            Err(refused) => {
                let refused = Cause::CustomerRefused(refused.to_string());
                told.extend(wanted.into_iter().map(|(place, _)| (place, Err(refused.clone()))));
            }
        }
    }
    Ok(told.into_values().collect())
}

/// Where some can't be made together, they are made in halves, until what stands against one concerns it alone.
async fn of_template(
    tx: &Tx,
    ground: &Ground,
    template: &template::Model,
    wanted: Vec<(usize, &NewCustomer)>,
) -> Result<Vec<(usize, Result<customers::Model, Cause>)>, Error> {
    let (mut told, mut waiting) = (Vec::with_capacity(wanted.len()), vec![wanted]);
    while let Some(mut some) = waiting.pop() {
        let new: Vec<NewCustomer> = some.iter().map(|(_, new)| (*new).clone()).collect();
        match customers::create_many(tx, &new, template, ground.now, &ground.random).await {
            Ok(made) => told.extend(some.into_iter().map(|(place, _)| place).zip(made.into_iter().map(Ok))),
            Err(error @ back_office::Error::Database(_)) => return Err(error.into()),
            Err(_) if some.len() > 1 => {
                let rest = some.split_off(some.len() / 2);
                waiting.extend([rest, some]);
            }
            Err(refused) => {
                let refused = Cause::CustomerRefused(refused.to_string());
                told.extend(some.into_iter().map(|(place, _)| (place, Err(refused.clone()))));
            }
        }
    }
    Ok(told)
}

/// A country from which someone became a customer has a row of its own, to which a person may give a template.
async fn see_countries(tx: &Tx, ground: &Ground, wanted: &[Wanted]) -> Result<(), Error> {
    let countries = wanted.iter().map(|one| &one.country).filter(|country| !country.is_blank());
    let new: BTreeSet<&Code<20>> =
        countries.filter(|country| ground.mappings.customers.of(country).is_none()).collect();
    countries::insert(tx, &ground.random, ground.now, &ground.shop.code, new.into_iter()).await
}
