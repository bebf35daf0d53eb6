use chrono::{DateTime, Utc};
use database::{Tx, insert_many};
use runtime::Random;
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use values::Code;

use crate::Result;
use crate::number_series::{line, series};

/// The number series of customers.
pub(super) const CUSTOMERS: &str = "CUSTOMER";
/// That of items.
pub(super) const ITEMS: &str = "ITEM";
/// That of sales orders.
pub(super) const ORDERS: &str = "S-ORDER";

/// That of sales invoices.
pub(super) const INVOICES: &str = "S-INV";
/// That of sales credit memos.
pub(super) const CREDIT_MEMOS: &str = "S-CR";
/// That of sales return orders.
pub(super) const RETURN_ORDERS: &str = "S-RETORD";
/// That of item journals.
pub(super) const ITEM_JOURNALS: &str = "ITEM-JNL";
/// That of posted shipments.
pub(super) const POSTED_SHIPMENTS: &str = "S-SHPT";
/// That of posted invoices.
pub(super) const POSTED_INVOICES: &str = "S-INV+";
/// That of posted credit memos.
pub(super) const POSTED_CREDIT_MEMOS: &str = "S-CR+";

/// That of lines of journals.
pub(super) const JOURNALS: &str = "GENJNL";

/// Code, what for, first number.
const SERIES: [(&str, &str, &str); 11] = [
    (CUSTOMERS, "Customers", "C00001"),
    (ITEMS, "Items", "1000"),
    (ORDERS, "Sales orders", "SO-000001"),
    (INVOICES, "Sales invoices", "SI-000001"),
    (CREDIT_MEMOS, "Sales credit memos", "SC-000001"),
    (RETURN_ORDERS, "Sales return orders", "SR-000001"),
    (ITEM_JOURNALS, "Item journals", "IJ-000001"),
    (POSTED_SHIPMENTS, "Posted shipments", "PS-000001"),
    (POSTED_INVOICES, "Posted sales invoices", "PI-000001"),
    (POSTED_CREDIT_MEMOS, "Posted sales credit memos", "PC-000001"),
    (JOURNALS, "General journals", "GJ-000001"),
];

/// Makes the number series. Numbers may be given by hand as well: items bring theirs along, and so may orders.
pub(super) async fn install(tx: &Tx, now: DateTime<Utc>, random: &Random) -> Result<()> {
    let series = SERIES.map(|(code, description, _)| series::Model {
        id: random.id(now),
        code: Code::cut(code),
        description: description.to_owned(),
        default_numbers: true,
        manual_numbers: true,
        date_order: false,
    });
    insert_many(tx, series.map(|row| row.into_active_model().reset_all()).to_vec()).await?;
    let lines = SERIES.map(|(code, _, first)| line::Model {
        id: random.id(now),
        series_code: Code::cut(code),
        starting_date: None,
        starting_number: Code::cut(first),
        ending_number: Code::blank(),
        increment_by_number: 1,
        last_number_used: Code::blank(),
        last_date_used: None,
        open: true,
    });
    Ok(insert_many(tx, lines.map(|row| row.into_active_model().reset_all()).to_vec()).await?)
}
