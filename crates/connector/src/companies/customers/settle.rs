//! Companies that are no customer, or one that is not there any more: their customers are found, or made.

use std::collections::HashSet;

use back_office::customers;
use database::Tx;
use values::Code;

use super::fail::{Refused, fail};
use super::link::{Linked, link};
use super::value;
use crate::companies::mapping::Finder;
use crate::companies::staged::{self, Whole};
use crate::customers::create::{Wanted, create};
use crate::orders::mapping::Ground;
use crate::shops::options::CompanyImport;
use crate::{Error, watermark};

/// What was done with companies.
#[derive(Debug, Default)]
pub(crate) struct Settled {
    /// As many have got a customer that was there.
    pub linked: u64,
    /// As many have got a new one.
    pub made: u64,
    /// As many could not get one.
    pub failed: u64,
    /// Those that may be the same as one that has got a new one: they are looked up again.
    pub again: Vec<i64>,
}

/// Whether companies that are no customer become one.
pub(super) fn makes(ground: &Ground) -> bool {
    let shop = &ground.shop;
    shop.auto_create_unknown_companies && shop.company_import_from_shopify != CompanyImport::None
}

/// Finds the customers of these companies, and makes those that are not found where the shop card says so: as few
/// statements for a hundred as for one. What stands against one of them is written down.
pub(crate) async fn settle(tx: &Tx, ground: &Ground, ids: &[i64]) -> Result<Settled, Error> {
    // Those who speak for companies are linked, too: first the turn, then the companies, as orders take them.
    watermark::take_turn(tx, &ground.shop.domain, watermark::Kind::Customers).await?;
    let companies = unlinked(tx, ground, ids).await?;
    let finder = Finder::read(tx, &ground.shop, &companies).await?;
    let (found, unknown): (Vec<Whole>, Vec<Whole>) =
        companies.into_iter().partition(|company| finder.find(company).is_some());
    let linked = |company: Whole| {
        let number = finder.find(&company).cloned().unwrap_or_default();
        (company, number)
    };
    let found: Vec<Linked> = found.into_iter().map(linked).collect();
    link(tx, ground, &found, false).await?;
    let mut settled = Settled { linked: found.len() as u64, ..Settled::default() };
    if !makes(ground) {
        return Ok(settled);
    }
    let (mut taken, mut wanted) = (HashSet::new(), Vec::new());
    for company in unknown {
        let keys = finder.keys(&company);
        if keys.iter().any(|key| taken.contains(key)) {
            settled.again.push(company.company.shopify_company_id);
        } else {
            taken.extend(keys);
            wanted.push(company);
        }
    }
    let (made, refused) = make(tx, ground, wanted).await?;
    link(tx, ground, &made, true).await?;
    (settled.made, settled.failed) = (made.len() as u64, refused.len() as u64);
    fail(tx, ground, refused).await?;
    Ok(settled)
}

/// Those of these companies that were read and are no customer that is there.
async fn unlinked(tx: &Tx, ground: &Ground, ids: &[i64]) -> Result<Vec<Whole>, Error> {
    let companies = staged::by_ids(tx, &ground.shop.domain, ids).await?;
    let numbers: Vec<Code<20>> =
        companies.iter().filter_map(|one| one.company.customer_number.non_blank()).cloned().collect();
    let there: HashSet<Code<20>> =
        customers::by_numbers(tx, &numbers).await?.into_iter().map(|customer| customer.number).collect();
    let is_unlinked = |one: &Whole| {
        one.company.is_read() && !one.company.deleted_in_shopify && !there.contains(&one.company.customer_number)
    };
    Ok(companies.into_iter().filter(is_unlinked).collect())
}

/// Makes the customers of companies: those that can be made are, whatever stands against the others.
async fn make(tx: &Tx, ground: &Ground, companies: Vec<Whole>) -> Result<(Vec<Linked>, Vec<Refused>), Error> {
    let (mut asked, mut wanted, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    for company in companies {
        match value::new_customer(ground, &company) {
            Ok(new) => {
                let country = company.default_location().map(value::iso).unwrap_or_default();
                wanted.push(Wanted { country, template: Code::blank(), new });
                asked.push(company);
            }
            Err(why) => refused.push(Refused::of(company.company, &why)),
        }
    }
    let came = create(tx, ground, &wanted).await?;
    let mut linked = Vec::with_capacity(asked.len());
    for (company, one) in asked.into_iter().zip(came) {
        match one {
            Ok(customer) => linked.push((company, customer.number)),
            Err(cause) => {
                let (cause, remedy) = (cause.to_string(), cause.remedy());
                refused.push(Refused { company: company.company, cause, remedy });
            }
        }
    }
    Ok((linked, refused))
}
