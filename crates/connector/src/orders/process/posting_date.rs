//! The day on which a document is to be posted.

use chrono::NaiveDate;

use crate::orders::mapping::Ground;
use crate::orders::staged::Sale;
use crate::orders::staged::transaction::{Kind, Status};
use crate::shops::options::PostingDatePolicy;

/// The day that the shop card wants; `None`: the day on which the document is made.
pub(super) fn posting_date(ground: &Ground, sale: &Sale) -> Option<NaiveDate> {
    match ground.shop.posting_date_policy {
        PostingDatePolicy::Work => None,
        PostingDatePolicy::Order => Some(sale.order.document_date),
        PostingDatePolicy::Paid => paid_on(ground, sale),
    }
}

/// The day of the payment that paid the order whole.
fn paid_on(ground: &Ground, sale: &Sale) -> Option<NaiveDate> {
    if !sale.order.fully_paid {
        return None;
    }
    let payments = sale
        .transactions
        .iter()
        .filter(|row| row.status == Status::Success && matches!(row.kind, Kind::Sale | Kind::Capture));
    let last = payments.map(|row| row.processed_at.unwrap_or(row.created_at)).max()?;
    Some(last.with_timezone(&ground.zone).date_naive())
}
