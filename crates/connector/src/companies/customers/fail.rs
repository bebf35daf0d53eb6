//! What stands against a company is told on it and as a skipped record.

use database::Tx;

use crate::Error;
use crate::companies::SYNC_COMPANIES;
use crate::companies::staged::{self, company};
use crate::orders::mapping::Ground;
use crate::skipped::{self, Kind, Skipped};

/// A company against which something stands.
#[derive(Clone, Debug)]
pub(super) struct Refused {
    /// The company.
    pub company: company::Model,
    /// What stands against it.
    pub cause: String,
    /// What to do about it.
    pub remedy: String,
}

impl Refused {
    /// One that was refused for that error.
    pub fn of(company: company::Model, why: &Error) -> Self {
        let remedy =
            "Mend that, and the next run tries it again; or say on the company which customer it is.".to_owned();
        Self { company, cause: sentence(&why.to_string()), remedy }
    }
}

/// Writes down why companies have no customer, or why their customers could not be changed.
pub(super) async fn fail(tx: &Tx, ground: &Ground, refused: Vec<Refused>) -> Result<(), Error> {
    let row =
        |one: &Refused| company::Model { has_error: true, error_message: one.cause.clone(), ..one.company.clone() };
    staged::companies(tx, &refused.iter().map(row).collect::<Vec<_>>()).await?;
    let skipped = refused.into_iter().map(|Refused { company, cause, remedy }| Skipped {
        shop_code: ground.shop.code.clone(),
        kind: Kind::Company,
        shopify_id: company.shopify_company_id,
        document_name: company.called(),
        cause,
        remedy,
        retry_object_id: SYNC_COMPANIES,
    });
    skipped::record(tx, &ground.seen(), skipped.collect()).await
}

/// A message as a sentence.
fn sentence(message: &str) -> String {
    let mut chars = message.chars();
    let begin = chars.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    let end = if message.ends_with('.') { "" } else { "." };
    format!("{begin}{}{end}", chars.as_str())
}
