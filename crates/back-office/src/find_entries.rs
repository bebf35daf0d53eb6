//! Find entries: what has come of a document, in all ledgers.

use chrono::NaiveDate;
use database::{Read, Record};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use values::Code;

use crate::general_ledger::vat_entry;
use crate::item_ledger::value_entry;
use crate::sales::posted::{self, Kind};
use crate::{Result, bank_accounts, customer_ledger, general_ledger, item_ledger};

/// The records of one table that belong to a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The entity set in the API, as `generalLedgerEntries`.
    pub name: &'static str,
    /// What one of them is called.
    pub caption: &'static str,
    /// How many.
    pub count: u64,
}

/// Posted documents, by the entity sets that show them.
const DOCUMENTS: [(Kind, &str); 3] =
    [(Kind::Shipment, "salesShipments"), (Kind::Invoice, "salesInvoices"), (Kind::CreditMemo, "salesCreditMemos")];

/// Which records carry a document number, on a day where one is given; tables with none are left out. Posted documents
/// stand under the name of their kind.
///
/// # Errors
/// When the database fails.
pub async fn find_entries(read: &Read, number: &Code<20>, date: Option<NaiveDate>) -> Result<Vec<Found>> {
    let mut found = Vec::new();
    macro_rules! look {
        ($($entity:path: $number:path, $date:path;)*) => {$(
            let mut rows = <$entity>::find().filter($number.eq(number.clone()));
            if let Some(date) = date {
                rows = rows.filter($date.eq(date));
            }
            found.push(of::<$entity>(rows.count(read).await?));
        )*};
    }
    for (kind, name) in DOCUMENTS {
        let mut rows = posted::header::Entity::find()
            .filter(posted::header::Column::Number.eq(number.clone()))
            .filter(posted::header::Column::Kind.eq(kind));
        if let Some(date) = date {
            rows = rows.filter(posted::header::Column::PostingDate.eq(date));
        }
        found.push(Found { name, caption: kind.caption(), count: rows.count(read).await? });
    }
    look! {
        general_ledger::entry::Entity:
            general_ledger::entry::Column::DocumentNumber, general_ledger::entry::Column::PostingDate;
        vat_entry::Entity: vat_entry::Column::DocumentNumber, vat_entry::Column::PostingDate;
        customer_ledger::entry::Entity:
            customer_ledger::entry::Column::DocumentNumber, customer_ledger::entry::Column::PostingDate;
        customer_ledger::detailed::Entity:
            customer_ledger::detailed::Column::DocumentNumber, customer_ledger::detailed::Column::PostingDate;
        bank_accounts::entry::Entity:
            bank_accounts::entry::Column::DocumentNumber, bank_accounts::entry::Column::PostingDate;
        item_ledger::entry::Entity:
            item_ledger::entry::Column::DocumentNumber, item_ledger::entry::Column::PostingDate;
        value_entry::Entity: value_entry::Column::DocumentNumber, value_entry::Column::PostingDate;
    }
    found.retain(|found| found.count > 0);
    Ok(found)
}

fn of<E: Record>(count: u64) -> Found {
    Found { name: E::NAME, caption: E::CAPTION, count }
}
