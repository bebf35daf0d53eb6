//! A page becomes rows, in the transaction that moves the watermark.

use std::collections::HashMap;
use std::ops::AddAssign;

use database::Tx;

use crate::Error;
use crate::companies::SYNC_COMPANIES;
use crate::companies::import::{Fetched, tell};
use crate::companies::solve::solve;
use crate::companies::staged::{self, Whole, company};
use crate::orders::mapping::Ground;
use crate::skipped::{self, Kind, Skipped};

/// What a page, or several, did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    /// Companies that are staged now.
    pub created: u64,
    /// Staged companies that are refreshed, or that the store has no more.
    pub updated: u64,
    /// Companies that say what they said before.
    pub unchanged: u64,
    /// Companies for whom nobody speaks.
    pub skipped: u64,
    /// Companies that could not be staged.
    pub failed: u64,
    /// Companies that are not known, where only known ones are wanted.
    pub left_out: u64,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.created += other.created;
        self.updated += other.updated;
        self.unchanged += other.unchanged;
        self.skipped += other.skipped;
        self.failed += other.failed;
        self.left_out += other.left_out;
    }
}

/// Which companies are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Every one.
    All,
    /// Those that are staged already.
    Known,
    /// Those that someone or an order has named: also of one for whom nobody speaks it is kept why, so that it is not asked for
    /// with each of its orders.
    Named,
}

/// Why a company is not staged.
enum Refusal<'a> {
    /// Nobody speaks for it.
    NoMainContact(&'a str),
    /// Shopify's answer can't be read.
    Unreadable(&'a str),
}

/// Stages the companies of a page, and writes down those that can't be: as few statements as possible, however many there
/// are. Where only known ones are wanted the others are left out.
pub(super) async fn stage(tx: &Tx, ground: &Ground, page: &[Fetched], wanted: Wanted) -> Result<Counts, Error> {
    let ids: Vec<i64> = page.iter().map(|fetched| fetched.shopify_company_id).collect();
    let stored = staged::by_ids(tx, &ground.shop.domain, &ids).await?;
    let mut stored: HashMap<i64, Whole> =
        stored.into_iter().map(|whole| (whole.company.shopify_company_id, whole)).collect();
    let mut counts = Counts::default();
    let (mut changed, mut refused, mut left_out) = (Vec::new(), Vec::new(), Vec::new());
    for fetched in page {
        let before = stored.remove(&fetched.shopify_company_id);
        let told = match &fetched.company {
            Ok(_) if wanted == Wanted::Known && before.is_none() => {
                counts.left_out += 1;
                continue;
            }
            Ok(told) => told.main_contact.as_ref().map(|main| (told, main)).ok_or(Refusal::NoMainContact(&told.name)),
            Err(why) => Err(Refusal::Unreadable(why)),
        };
        match told {
            Ok((told, main)) => {
                let now = tell(ground, before.as_ref(), told, main);
                match &before {
                    Some(before) if before.company.updated_at.is_some() && before.says_the_same(&now) => {
                        counts.unchanged += 1;
                        continue;
                    }
                    Some(known) if known.company.is_read() => counts.updated += 1,
                    _ => counts.created += 1,
                }
                changed.push((before, now));
            }
            Err(why) => {
                *(if matches!(why, Refusal::NoMainContact(_)) { &mut counts.skipped } else { &mut counts.failed }) += 1;
                refused.extend(refuse(ground, (fetched.shopify_company_id, wanted), before, &why));
                left_out.push(skip(ground, fetched.shopify_company_id, &why));
            }
        }
    }
    let settled: Vec<i64> = changed.iter().map(|(_, now)| now.company.shopify_company_id).collect();
    staged::wholes(tx, &changed).await?;
    staged::companies(tx, &refused).await?;
    solve(tx, &ground.shop.domain, &settled).await?;
    skipped::record(tx, &ground.seen(), left_out).await?;
    Ok(counts)
}

/// The row of a company that is refused, with what stands against it. One for whom nobody speaks, and that is neither known
/// nor named, is not staged; one that can't be read is, so that it is read again.
fn refuse(
    ground: &Ground,
    (id, wanted): (i64, Wanted),
    before: Option<Whole>,
    why: &Refusal<'_>,
) -> Option<company::Model> {
    let row = before.map(|before| before.company);
    let new = |name: &str| company::Model::named(ground.random.id(ground.now), &ground.shop.domain, id, name);
    let row = match why {
        Refusal::NoMainContact(name) if wanted == Wanted::Named => row.unwrap_or_else(|| new(name)),
        Refusal::NoMainContact(_) => row?,
        Refusal::Unreadable(_) => company::Model { updated_at: None, ..row.unwrap_or_else(|| new("")) },
    };
    Some(company::Model { has_error: true, error_message: told(why).0, ..row })
}

/// What stands against it, and what to do.
fn told(why: &Refusal<'_>) -> (String, &'static str) {
    match why {
        Refusal::NoMainContact(name) => (
            format!("The company {name} has no main contact, so nobody speaks for it."),
            "Choose a main contact for the company in Shopify; then it is taken over by itself.",
        ),
        Refusal::Unreadable(why) => (
            format!("Shopify's answer can't be read: {why}."),
            "It is read again at each run; correct the company in Shopify if it stays.",
        ),
    }
}

fn skip(ground: &Ground, id: i64, why: &Refusal<'_>) -> Skipped {
    let (cause, remedy) = told(why);
    let document_name = match why {
        Refusal::NoMainContact(name) => (*name).to_owned(),
        Refusal::Unreadable(_) => id.to_string(),
    };
    Skipped {
        shop_code: ground.shop.code.clone(),
        kind: Kind::Company,
        shopify_id: id,
        document_name,
        cause,
        remedy: remedy.to_owned(),
        retry_object_id: SYNC_COMPANIES,
    }
}

/// Writes down that the store has these companies no more. What is staged of them stays, and which customers they are. Of
/// one that is not known nothing is written: another store may have it.
pub(super) async fn miss(tx: &Tx, ground: &Ground, gone: &[i64]) -> Result<u64, Error> {
    let known = staged::by_ids(tx, &ground.shop.domain, gone).await?;
    let row = |known: Whole| company::Model {
        deleted_in_shopify: true,
        has_error: false,
        error_message: String::new(),
        ..known.company
    };
    let rows: Vec<_> = known.into_iter().map(row).collect();
    staged::companies(tx, &rows).await?;
    solve(tx, &ground.shop.domain, gone).await?;
    Ok(rows.len() as u64)
}
