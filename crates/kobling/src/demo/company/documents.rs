use anyhow::{Context as _, Result, bail};
use back_office::customers;
use back_office::posting::{self, Request, post};
use back_office::sales::{
    self, Address, Context, DocumentType, LineKind, NewDocument, NewLine, Outcome, Plan, line, plan_quantities, posted,
    release,
};
use chrono::NaiveDate;
use database::Tx;
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;
use values::Code;
use values::money::{Amount, Quantity};

use super::fill::Calendar;
use super::sales::{Now, SALES, Sale};

/// From where everything is sent.
const LOCATION: &str = "MAIN";

/// What a customer paid of an invoice.
#[derive(Debug)]
pub(super) struct Paid {
    pub(super) customer: Code<20>,
    pub(super) invoice: Code<20>,
    pub(super) amount: Amount,
    pub(super) day: NaiveDate,
}

/// Makes every sale, and lets it become what it is; gives what was paid.
///
/// # Errors
/// When the back office refuses.
pub(super) async fn make(tx: &Tx, days: Calendar, cx: &Context) -> Result<Vec<Paid>> {
    let desk = Desk { tx, days, cx, sales: sales::Setup::read(tx).await?, posting: posting::Setup::read(tx).await? };
    let mut paid = Vec::new();
    for sale in &SALES {
        paid.extend(desk.sell(sale).await?);
    }
    Ok(paid)
}

/// Where documents are made and posted.
struct Desk<'a> {
    tx: &'a Tx,
    days: Calendar,
    cx: &'a Context,
    sales: sales::Setup,
    posting: posting::Setup,
}

impl Desk<'_> {
    async fn sell(&self, sale: &Sale) -> Result<Option<Paid>> {
        let customer = self.customer(sale.customer).await?;
        let day = self.days.ago(sale.days_ago);
        let order = self.make(DocumentType::Order, document(&customer, day, sale.lines)).await?;
        let all = Request::SHIP_AND_INVOICE;
        match sale.now {
            Now::Open => {}
            Now::Released => drop(release(self.tx, order, self.cx).await?),
            Now::Shipped => drop(self.post(order, Request::SHIP).await?),
            Now::InPart => {
                self.plan_half(order).await?;
                self.post(order, all).await?;
            }
            Now::Owed => drop(self.post(order, all).await?),
            Now::Returned(later) => {
                let invoice = self.post(order, all).await?.context("nothing was invoiced")?;
                let (item, variant, _) = *sale.lines.first().context("nothing was sold")?;
                let back = NewDocument {
                    applies_to_document_number: invoice.number,
                    ..document(&customer, self.days.ago(sale.days_ago.saturating_sub(later)), &[(item, variant, 1)])
                };
                let memo = self.make(DocumentType::CreditMemo, back).await?;
                self.post(memo, all).await?;
            }
            Now::Paid(later) | Now::HalfPaid(later) => {
                let invoice = self.post(order, all).await?.context("nothing was invoiced")?;
                let whole = invoice.amount_including_vat;
                let half = Amount::rounded(whole.decimal() / Decimal::TWO, Decimal::ONE)?;
                let amount = if matches!(sale.now, Now::Paid(_)) { whole } else { half };
                let day = self.days.ago(sale.days_ago.saturating_sub(later));
                return Ok(Some(Paid { customer: customer.number, invoice: invoice.number, amount, day }));
            }
        }
        Ok(None)
    }

    async fn customer(&self, number: &str) -> Result<customers::Model> {
        let found = customers::Entity::find().filter(customers::Column::Number.eq(number)).one(self.tx).await?;
        found.with_context(|| format!("there is no customer {number}"))
    }

    async fn make(&self, document_type: DocumentType, new: NewDocument) -> Result<Uuid> {
        match sales::create(self.tx, &self.sales, document_type, &new, self.cx).await? {
            Outcome::Created(id, _) => Ok(id),
            Outcome::AlreadyThere(_, number) => bail!("{number} is there already"),
        }
    }

    /// Posts a document; gives the invoice or credit memo that came of it.
    async fn post(&self, id: Uuid, request: Request) -> Result<Option<posted::header::Model>> {
        let posted = post(self.tx, &self.posting, id, &request, self.cx).await?;
        Ok(match posted.invoice {
            Some((id, _)) => posted::header::Entity::find_by_id(id).one(self.tx).await?,
            None => None,
        })
    }

    /// Half of every line is sent and invoiced next.
    async fn plan_half(&self, id: Uuid) -> Result<()> {
        let lines = line::Entity::find()
            .filter(line::Column::DocumentId.eq(id))
            .order_by_asc(line::Column::LineNumber)
            .all(self.tx)
            .await?;
        let half = |line: &line::Model| -> Result<Plan> {
            let half = Quantity::rounded(line.quantity.decimal() / Decimal::TWO, Decimal::ONE)?;
            Ok(Plan { line_number: line.line_number, to_ship: half, to_invoice: half })
        };
        let plans = lines.iter().map(half).collect::<Result<Vec<_>>>()?;
        plan_quantities(self.tx, id, &plans, self.cx.now).await?;
        Ok(())
    }
}

/// A document of a customer, at the prices of the price lists.
fn document(customer: &customers::Model, day: NaiveDate, lines: &[(&str, &str, i32)]) -> NewDocument {
    let address = Address {
        name: customer.name.clone(),
        name2: customer.name2.clone(),
        address: customer.address.clone(),
        address2: customer.address2.clone(),
        post_code: customer.post_code.clone(),
        city: customer.city.clone(),
        county: customer.county.clone(),
        country_region_code: customer.country_region_code.clone(),
        ..Address::default()
    };
    let line = |(item, variant, quantity): &(&str, &str, i32)| NewLine {
        kind: LineKind::Item,
        number: Code::cut(item),
        variant_code: Code::cut(variant),
        location_code: Code::cut(LOCATION),
        quantity: Quantity::from(*quantity),
        ..NewLine::default()
    };
    NewDocument {
        sell_to_customer: customer.number.clone(),
        bill_to_customer: customer.number.clone(),
        sell_to: address.clone(),
        bill_to: address.clone(),
        ship_to: address,
        email: customer.email.clone(),
        phone: customer.phone_number.clone(),
        order_date: day,
        document_date: day,
        posting_date: Some(day),
        currency_code: customer.currency_code.clone(),
        prices_including_vat: customer.prices_including_vat,
        shipment_method_code: Code::cut("PARCEL"),
        lines: lines.iter().map(line).collect(),
        ..NewDocument::default()
    }
}
