use std::sync::Arc;

use database::Tx;

use super::Draft;
use super::work_out::by_percent;
use crate::prices::{self, Asked, Book, Found};
use crate::sales::known_item::KnownItem;
use crate::sales::{LineKind, Setup, line, terms};
use crate::{Error, Result, items};

/// What becomes of a price that no price list has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unlisted {
    /// It stays, as one that was given by hand does when the quantity is changed.
    Keep,
    /// It gives way to the item's own.
    Replace,
}

impl Draft {
    /// Finds the prices and discounts of some of its lines anew, in one statement for all. Lines that sell no item are
    /// left as they are.
    ///
    /// # Errors
    /// [`Error::NoVatSetup`], [`Error::NoExchangeRate`], [`Error::Number`].
    pub(super) async fn price_anew(
        &mut self,
        tx: &Tx,
        setup: &Setup,
        is_wanted: impl Fn(&line::Model) -> bool,
        unlisted: Unlisted,
    ) -> Result<()> {
        let is_wanted = |line: &line::Model| line.kind == LineKind::Item && is_wanted(line);
        setup.meet_items(tx, self.lines.iter().filter(|line| is_wanted(line)).map(|line| &line.number)).await?;
        let terms = terms::of_header(&self.header);
        let known: Vec<Arc<KnownItem>> =
            self.lines.iter().filter(|line| is_wanted(line)).map(|line| item(setup, line)).collect::<Result<_>>()?;
        if known.is_empty() {
            return Ok(());
        }
        let of_items: Vec<&items::Model> = known.iter().map(|item| &item.model).collect();
        let book = Book::read(tx, std::slice::from_ref(&terms), &of_items).await?;
        let (rules, precision) = (setup.rules(&terms.currency_code)?, setup.precision(&terms.currency_code)?);
        for (line, item) in self.lines.iter_mut().filter(|line| is_wanted(line)).zip(&known) {
            let asked = Asked {
                item: &item.model,
                variant: &line.variant_code,
                unit: &line.unit_of_measure_code,
                per_unit: line.quantity_per_unit_of_measure,
                quantity: line.quantity,
            };
            let found = prices::best(rules, &terms, &asked, &book)?;
            if take(line, &found, unlisted) {
                by_percent(line, precision)?;
            }
        }
        Ok(())
    }
}

/// Gives a line what was found. Returns whether that is something.
fn take(line: &mut line::Model, found: &Found, unlisted: Unlisted) -> bool {
    let keeps_price = unlisted == Unlisted::Keep && found.price_line.is_none();
    if keeps_price && found.discount_line.is_none() {
        return false;
    }
    line.line_discount_percent = found.line_discount_percent;
    if !keeps_price {
        line.unit_price = found.unit_price;
        line.allow_line_discount = found.allow_line_discount;
        line.allow_invoice_discount = found.allow_invoice_discount;
    }
    true
}

fn item(setup: &Setup, line: &line::Model) -> Result<Arc<KnownItem>> {
    let known = setup.known_item(&line.number);
    known.ok_or_else(|| Error::Unknown { kind: "item", code: line.number.to_string() })
}
