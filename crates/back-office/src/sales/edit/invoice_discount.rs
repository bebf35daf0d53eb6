use database::Tx;
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;
use values::Code;
use values::money::{Amount, Price, round};

use super::Draft;
use super::work_out::by_percent;
use crate::invoice_discounts::Steps;
use crate::posting_groups::customer;
use crate::prices::turn_vat;
use crate::sales::header::InvoiceDiscountCalculation;
use crate::sales::{Context, LineKind, NewLine, Setup, header};
use crate::{Error, Result};

/// Gives an open document a discount on the whole, spread over the lines that allow one. It stays while lines are
/// changed; nothing takes it away.
///
/// # Errors
/// [`Error::Unknown`], [`Error::Changed`], [`Error::Queued`], [`Error::Released`]; [`Error::InvoiceDiscount`] and
/// [`Error::NoDiscountBase`] when the lines can't bear it.
pub async fn give_invoice_discount(
    tx: &Tx,
    setup: &Setup,
    id: Uuid,
    seen: Option<i64>,
    discount: Amount,
    cx: &Context,
) -> Result<header::Model> {
    let mut draft = Draft::lock_open(tx, id, seen).await?;
    draft.give_by_hand(discount);
    draft.work_out(tx, setup).await?;
    draft.keep(tx, cx).await
}

/// Works out the discount on the whole, and the service charge, by the payer's invoice discount code (Calc. Inv.
/// Discount). It follows the lines from then on. Without a code there is neither, and a discount by hand is taken away.
///
/// # Errors
/// [`Error::Unknown`], [`Error::Changed`], [`Error::Queued`], [`Error::Released`]; [`Error::Blank`] when the customer
/// posting group has no account for service charges.
pub async fn calculate_invoice_discount(
    tx: &Tx,
    setup: &Setup,
    id: Uuid,
    seen: Option<i64>,
    cx: &Context,
) -> Result<header::Model> {
    let draft = Draft::lock_open(tx, id, seen).await?;
    calculate(tx, setup, draft, cx).await
}

/// The same before a document is released or posted, as the sales set-up says. A discount that was given by hand stays, and
/// so does that of an invoice that is taken back.
pub(crate) async fn apply_invoice_discount(tx: &Tx, id: Uuid, cx: &Context) -> Result<header::Model> {
    let draft = Draft::lock_to_post(tx, id).await?;
    match draft.header.invoice_discount_calculation {
        _ if draft.is_corrective() => Ok(draft.header),
        InvoiceDiscountCalculation::Amount => Ok(draft.header),
        InvoiceDiscountCalculation::None | InvoiceDiscountCalculation::Percent => {
            calculate(tx, &Setup::read(tx).await?, draft, cx).await
        }
    }
}

async fn calculate(tx: &Tx, setup: &Setup, mut draft: Draft, cx: &Context) -> Result<header::Model> {
    draft.free_all();
    let steps = Steps::read(tx, &draft.header.invoice_discount_code).await?;
    draft.charge(tx, setup, &steps, cx).await?;
    let discount = draft.by_percent(&steps, setup.precision(&draft.header.currency_code)?)?;
    draft.header.invoice_discount_calculation = match discount.is_zero() {
        true => InvoiceDiscountCalculation::None,
        false => InvoiceDiscountCalculation::Percent,
    };
    draft.work_out(tx, setup).await?;
    draft.keep(tx, cx).await
}

impl Draft {
    /// Gives it a discount on the whole by hand. Another than it had is spread over all lines that allow one.
    pub(super) fn give_by_hand(&mut self, discount: Amount) {
        if discount != self.header.invoice_discount_value {
            self.free_all();
        }
        self.give(discount);
    }

    /// Notes a discount on the whole by hand.
    pub(super) fn give(&mut self, discount: Amount) {
        self.header.invoice_discount_value = discount;
        self.header.invoice_discount_calculation = match discount.is_zero() {
            true => InvoiceDiscountCalculation::None,
            false => InvoiceDiscountCalculation::Amount,
        };
    }

    /// Adds, changes or takes away the line of the service charge.
    async fn charge(&mut self, tx: &Tx, setup: &Setup, steps: &Steps, cx: &Context) -> Result<()> {
        let others = self.lines.iter().filter(|line| !line.system_created);
        let base: Amount = others.map(|line| line.line_amount).sum();
        let (currency, factor) = (&self.header.currency_code, self.header.currency_factor);
        let charge = match steps.reached(currency, factor, base) {
            Some((step, factor)) => step.service_charge.decimal().saturating_mul(factor),
            None => Decimal::ZERO,
        };
        let charge = Price::new(round(charge, setup.precision(currency)?))?;
        let old = self.lines.iter().position(|line| line.system_created);
        match old {
            _ if charge.is_zero() => self.lines.retain(|line| !line.system_created || line.is_touched()),
            Some(at) => self.price_charge(setup, at, charge)?,
            None => {
                let new = NewLine {
                    kind: LineKind::Account,
                    number: service_charge_account(tx, &self.header.customer_posting_group).await?,
                    quantity: 1.into(),
                    ..NewLine::default()
                };
                self.add(tx, setup, std::slice::from_ref(&new), cx).await?;
                self.price_charge(setup, self.lines.len().saturating_sub(1), charge)?;
            }
        }
        Ok(())
    }

    /// Gives the line of the service charge its price: with VAT, where the document's prices have it in them. What was
    /// invoiced of it is not charged again.
    fn price_charge(&mut self, setup: &Setup, at: usize, charge: Price) -> Result<()> {
        let (header, precision) = (&self.header, setup.precision(&self.header.currency_code)?);
        let Some(line) = self.lines.get_mut(at).filter(|line| !line.is_touched()) else { return Ok(()) };
        line.system_created = true;
        line.unit_price = match header.prices_including_vat {
            true => turn_vat(charge, line.vat_percent.decimal(), true, precision)?,
            false => charge,
        };
        by_percent(line, precision)
    }
}

async fn service_charge_account(tx: &Tx, group: &Code<20>) -> Result<Code<20>> {
    let found = customer::Entity::find().filter(customer::Column::Code.eq(group.clone())).one(tx).await?;
    let found = found.ok_or_else(|| Error::Unknown { kind: "customer posting group", code: group.to_string() })?;
    let blank =
        || Error::Blank { field: "Service Charge Acc.", kind: "customer posting group", code: group.to_string() };
    found.service_charge_account.non_blank().cloned().ok_or_else(blank)
}
