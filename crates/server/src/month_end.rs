//! The month's end, as it is told.

use chrono::NaiveDate;
use connector::payouts::month_end::{Explained, Figure, Item, MonthEnd, Section};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use values::Code;
use values::money::Amount;

/// A month of a shop: what Shopify says, beside what the ledger says.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MonthEndBody {
    /// The shop.
    #[schema(value_type = String)]
    shop_code: Code<20>,
    /// The first day.
    #[schema(value_type = String, format = Date)]
    from: NaiveDate,
    /// The last day.
    #[schema(value_type = String, format = Date)]
    to: NaiveDate,
    /// The company's own currency, in which all amounts are.
    #[schema(value_type = String)]
    currency_code: Code<10>,
    /// What was compared.
    sections: Vec<MonthEndSectionBody>,
    /// What could not be, and what to do.
    remarks: Vec<String>,
}

/// One comparison.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MonthEndSectionBody {
    /// `Sales`, `Refunds`, `Payments`, `Payouts`, `Fees` or `Clearing Account`.
    section: &'static str,
    /// What Shopify says.
    #[schema(value_type = f64)]
    shopify: Amount,
    /// What the ledger says.
    #[schema(value_type = f64)]
    ledger: Amount,
    /// By how much Shopify says more.
    #[schema(value_type = f64)]
    difference: Amount,
    /// Of what Shopify's side is made.
    figures: Vec<MonthEndFigureBody>,
    /// What explains the difference.
    explained: Vec<MonthEndReasonBody>,
    /// What nothing explains.
    #[schema(value_type = f64)]
    rest: Amount,
}

/// A part of what Shopify says.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MonthEndFigureBody {
    /// What it is, as `tips`, or the name of a gateway.
    name: String,
    /// How much.
    #[schema(value_type = f64)]
    amount: Amount,
}

/// A reason for which both sides differ.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MonthEndReasonBody {
    /// The reason.
    reason: &'static str,
    /// What it explains of the difference.
    #[schema(value_type = f64)]
    amount: Amount,
    /// As many records.
    count: usize,
    /// They, 200 at most, those that differ most first.
    records: Vec<MonthEndRecordBody>,
}

/// A record of which both sides say something else.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MonthEndRecordBody {
    /// `Shopify Order`, `Shopify Refund`, `Shopify Payout` or `Document`; blank: none of these.
    kind: &'static str,
    /// Its id in the list of that kind, if it is here.
    id: Option<Uuid>,
    /// What people call it.
    number: String,
    /// What Shopify says.
    #[schema(value_type = f64)]
    shopify: Amount,
    /// What the ledger says.
    #[schema(value_type = f64)]
    ledger: Amount,
}

impl From<MonthEnd> for MonthEndBody {
    fn from(month: MonthEnd) -> Self {
        Self {
            shop_code: month.shop_code,
            from: month.from,
            to: month.to,
            currency_code: month.currency_code,
            sections: month.sections.into_iter().map(section).collect(),
            remarks: month.remarks,
        }
    }
}

fn section(section: Section) -> MonthEndSectionBody {
    MonthEndSectionBody {
        section: section.kind.caption(),
        shopify: section.shopify,
        ledger: section.ledger,
        difference: section.shopify - section.ledger,
        figures: section.figures.into_iter().map(figure).collect(),
        explained: section.explained.into_iter().map(reason).collect(),
        rest: section.rest,
    }
}

fn figure(figure: Figure) -> MonthEndFigureBody {
    MonthEndFigureBody { name: figure.name, amount: figure.amount }
}

fn reason(explained: Explained) -> MonthEndReasonBody {
    MonthEndReasonBody {
        reason: explained.reason.caption(),
        amount: explained.amount,
        count: explained.count,
        records: explained.items.into_iter().map(record).collect(),
    }
}

fn record(item: Item) -> MonthEndRecordBody {
    MonthEndRecordBody {
        kind: item.kind.caption(),
        id: item.id,
        number: item.number,
        shopify: item.shopify,
        ledger: item.ledger,
    }
}
