use anyhow::{Result, bail};
use back_office::sales::{Context, header, posted};
use back_office::{company, customers, general_ledger, item_ledger, items, upkeep};
use chrono::{Days, NaiveDate};
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde::Serialize;
use values::field::Value;

use super::{documents, lists, payments, prices, stock};

/// How many days of the past the company has.
const DAYS: u64 = 90;
/// What stands on its documents, by the fields of *Company Information*.
const ABOUT: [(&str, &str); 12] = [
    ("addressLine1", "Fjellveien 1"),
    ("postalCode", "0150"),
    ("city", "Oslo"),
    ("country", "NO"),
    ("phoneNumber", "+47 22 00 00 00"),
    ("email", "post@fjellheim.example"),
    ("website", "fjellheim.example"),
    ("taxRegistrationNumber", "NO 987 654 321 MVA"),
    ("bankName", "Fjordbanken"),
    ("bankAccountNumber", "1234.56.78903"),
    ("iban", "NO93 1234 5678 903"),
    ("swiftCode", "FJORNOKK"),
];

/// How much there is to play with.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Filled {
    /// Items.
    pub items: u64,
    /// Customers.
    pub customers: u64,
    /// Posted invoices and credit memos.
    pub posted_documents: u64,
    /// Orders that are not, or not wholly, posted.
    pub open_orders: u64,
    /// Entries of the general ledger.
    pub general_ledger_entries: u64,
}

/// The days on which things happen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Calendar {
    today: NaiveDate,
}

impl Calendar {
    /// So many days ago.
    pub(super) fn ago(self, days: u64) -> NaiveDate {
        self.today.checked_sub_days(Days::new(days)).unwrap_or(self.today)
    }

    /// The first of them.
    pub(super) fn first(self) -> NaiveDate {
        self.ago(DAYS)
    }
}

/// Fills a company that has no entries and no documents yet.
///
/// # Errors
/// When it has some, or a record of the same number.
pub async fn fill(tx: &Tx, cx: &Context) -> Result<Filled> {
    let company = company::read(tx).await?;
    let used = general_ledger::entry::Entity::find().count(tx).await?
        + item_ledger::entry::Entity::find().count(tx).await?
        + header::Entity::find().count(tx).await?;
    if used > 0 {
        bail!(
            "{} has documents or entries already: make a company to play with by `kobling init` in another folder (--data-dir)",
            company.name
        );
    }
    let days = Calendar { today: company.today(cx.now) };
    lists::read(tx, days, cx).await?;
    if company.address.is_empty() {
        let about = ABOUT.map(|(field, value)| (field.to_owned(), Value::Text(value.to_owned()))).to_vec();
        upkeep::change::<company::Entity>(tx, company, &about, cx.now, &cx.random).await?;
    }
    stock::receive(tx, days, cx).await?;
    prices::make(tx, cx).await?;
    let paid = documents::make(tx, days, cx).await?;
    payments::receive(tx, &paid, cx).await?;
    let is_printed = posted::header::Column::Kind.ne(posted::Kind::Shipment);
    Ok(Filled {
        items: items::Entity::find().count(tx).await?,
        customers: customers::Entity::find().count(tx).await?,
        posted_documents: posted::header::Entity::find().filter(is_printed).count(tx).await?,
        open_orders: header::Entity::find().count(tx).await?,
        general_ledger_entries: general_ledger::entry::Entity::find().count(tx).await?,
    })
}
