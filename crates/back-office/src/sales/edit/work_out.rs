use database::Tx;
use rust_decimal::Decimal;
use uuid::Uuid;
use values::money::{Amount, Percent, round};

use super::Draft;
use crate::invoice_discounts::Steps;
use crate::sales::amounts::{self, LineAmounts};
use crate::sales::header::InvoiceDiscountCalculation;
use crate::sales::{Context, Setup, header, line};
use crate::vat::Calculation;
use crate::{Error, Result};

impl Draft {
    /// Works out what the document comes to, from what its lines come to: the discount on the whole is spread anew,
    /// then VAT, then the totals. A discount by the payer's code follows the lines; one that was given by hand stays.
    ///
    /// # Errors
    /// [`Error::InvoiceDiscount`] and [`Error::NoDiscountBase`] when a discount by hand does not fit any more.
    pub(in crate::sales) async fn work_out(&mut self, tx: &Tx, setup: &Setup) -> Result<()> {
        self.free_changed();
        let precision = setup.precision(&self.header.currency_code)?;
        let discount = match self.header.invoice_discount_calculation {
            InvoiceDiscountCalculation::None => Amount::ZERO,
            InvoiceDiscountCalculation::Amount => self.header.invoice_discount_value,
            InvoiceDiscountCalculation::Percent => {
                let steps = Steps::read(tx, &self.header.invoice_discount_code).await?;
                self.by_percent(&steps, precision)?
            }
        };
        let mut worked: Vec<LineAmounts> = self.lines.iter().map(amounts_of).collect();
        let (including, factor) = (self.header.prices_including_vat, self.header.currency_factor);
        let basis = setup.basis(&worked, including, (precision, factor), self.header.posting_date);
        amounts::work_out(&mut worked, discount, &basis)?;
        for (line, amounts) in self.lines.iter_mut().zip(worked) {
            line.invoice_discount_amount = amounts.invoice_discount_amount;
            line.vat_percent = amounts.vat_percent;
            line.amount = amounts.amount;
            line.amount_including_vat = amounts.amount_including_vat;
        }
        let header = &mut self.header;
        header.invoice_discount_amount = self.lines.iter().map(|line| line.invoice_discount_amount).sum();
        header.amount = self.lines.iter().map(|line| line.amount).sum();
        header.amount_including_vat = self.lines.iter().map(|line| line.amount_including_vat).sum();
        header.vat_amount = header.amount_including_vat - header.amount;
        Ok(())
    }

    /// What the lines come to from which a discount on the whole may be taken.
    pub(super) fn discount_base(&self) -> Amount {
        self.lines.iter().filter(|line| line.allow_invoice_discount).map(|line| line.line_amount).sum()
    }

    /// The discount on the whole by the payer's code; its percentage is kept on the header.
    pub(super) fn by_percent(&mut self, steps: &Steps, precision: Decimal) -> Result<Amount> {
        let base = self.discount_base();
        let header = &mut self.header;
        let reached = steps.reached(&header.currency_code, header.currency_factor, base);
        let percent = reached.map_or(Decimal::ZERO, |(step, _)| step.discount_percent.decimal());
        header.invoice_discount_value = Amount::new(percent)?;
        Ok(Amount::new(round(base.decimal() * percent / Decimal::ONE_HUNDRED, precision))?)
    }

    /// Gives each line the VAT of the buyer's group, and the buyer's tax area.
    pub(super) fn charge_vat(&mut self, setup: &Setup) -> Result<()> {
        for line in self.lines.iter_mut().filter(|line| line.kind != crate::sales::LineKind::Comment) {
            let vat = setup.vat(&self.header.vat_business_posting_group, &line.vat_product_posting_group)?;
            line.vat_percent = vat.charged();
            line.vat_identifier = vat.identifier.clone();
            line.vat_calculation_type = vat.calculation_type;
            line.tax_area_code = self.header.tax_area_code.clone();
            line.tax_liable = self.header.tax_liable;
        }
        Ok(())
    }
}

/// Works out again what a document comes to that is taxed by area, before it is released: rates may have changed since its
/// lines were entered.
///
/// # Errors
/// [`Error::Unknown`], [`Error::Queued`], and those of [`Draft::work_out`].
pub(in crate::sales) async fn tax_anew(tx: &Tx, id: Uuid, cx: &Context) -> Result<header::Model> {
    let mut draft = Draft::lock(tx, id, None).await?;
    draft.work_out(tx, &Setup::read(tx).await?).await?;
    draft.keep(tx, cx).await
}

/// What a line comes to before discounts on the whole and VAT; one that takes a posted line back, also after.
fn amounts_of(line: &line::Model) -> LineAmounts {
    // The percentage of a taxed line is but what its tax came to: lines are not told apart by it.
    let is_taxed = line.vat_calculation_type == Calculation::SalesTax && !line.corrective;
    let kept = match line.corrective {
        true => LineAmounts {
            invoice_discount_amount: line.invoice_discount_amount,
            amount: line.amount,
            amount_including_vat: line.amount_including_vat,
            is_kept: true,
            ..LineAmounts::default()
        },
        false => LineAmounts::default(),
    };
    LineAmounts {
        line_discount_percent: line.line_discount_percent,
        line_discount_amount: line.line_discount_amount,
        line_amount: line.line_amount,
        allow_invoice_discount: line.allow_invoice_discount,
        vat_percent: if is_taxed { Percent::ZERO } else { line.vat_percent },
        vat_identifier: line.vat_identifier.clone(),
        calculation: line.vat_calculation_type,
        taxed: line.taxed(),
        units: line.quantity.decimal() * line.quantity_per_unit_of_measure.decimal(),
        ..kept
    }
}

/// Works out a line from quantity, price and percentage.
pub(super) fn by_percent(line: &mut line::Model, precision: Decimal) -> Result<()> {
    let what = (line.quantity, line.unit_price, line.line_discount_percent);
    take(line, LineAmounts::by_percent(what, precision)?);
    Ok(())
}

/// Works out a line from quantity, price and discount.
pub(super) fn by_amount(line: &mut line::Model, discount: Amount, precision: Decimal) -> Result<()> {
    take(line, LineAmounts::new(line.line_number, (line.quantity, line.unit_price, discount), precision)?);
    Ok(())
}

/// Works out a line from what it is to come to.
pub(super) fn by_line_amount(line: &mut line::Model, amount: Amount, precision: Decimal) -> Result<()> {
    let gross =
        LineAmounts::new(line.line_number, (line.quantity, line.unit_price, Amount::ZERO), precision)?.line_amount;
    let refused = |_| Error::Unfit {
        field: "lineAmount",
        caption: "Line Amount",
        value: amount.to_string(),
        why: "must lie between 0 and quantity times price",
    };
    by_amount(line, gross - amount, precision).map_err(refused)
}

fn take(line: &mut line::Model, amounts: LineAmounts) {
    line.line_discount_percent = amounts.line_discount_percent;
    line.line_discount_amount = amounts.line_discount_amount;
    line.line_amount = amounts.line_amount;
}
