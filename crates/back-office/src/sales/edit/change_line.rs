use chrono::NaiveDate;
use database::Tx;
use rust_decimal::Decimal;
use uuid::Uuid;
use values::Code;
use values::money::{Amount, Percent, Price, Quantity};

use super::Draft;
use super::address::set;
use super::price::Unlisted;
use super::shipping::carry_line;
use super::work_out::{by_amount, by_line_amount, by_percent};
use crate::sales::quantities::{Plan, check};
use crate::sales::{Context, LineKind, Setup, header, line};
use crate::{Error, Result};

/// What is to be changed of a line; `None` leaves a field as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangeLine {
    /// Which variant of the item.
    pub variant_code: Option<Code<10>>,
    /// What stands on it.
    pub description: Option<String>,
    /// The unit of measure.
    pub unit_of_measure_code: Option<Code<10>>,
    /// From where it is sent.
    pub location_code: Option<Code<10>>,
    /// On which day it is sent, or comes back; inside, `None`: as soon as can be.
    pub shipment_date: Option<Option<NaiveDate>>,
    /// Who brings it. Another has other services.
    pub shipping_agent_code: Option<Code<10>>,
    /// Which of the agent's services.
    pub shipping_agent_service_code: Option<Code<10>>,
    /// How many. What the next posting ships and invoices is then all that is left.
    pub quantity: Option<Quantity>,
    /// At which price.
    pub unit_price: Option<Price>,
    /// The discount, in percent of the line.
    pub line_discount_percent: Option<Percent>,
    /// The discount, in all.
    pub line_discount_amount: Option<Amount>,
    /// What it comes to, before the discount on the whole: the rest is a discount.
    pub line_amount: Option<Amount>,
    /// How many the next posting ships.
    pub quantity_to_ship: Option<Quantity>,
    /// How many the next posting invoices.
    pub quantity_to_invoice: Option<Quantity>,
}

impl ChangeLine {
    /// Whether it says no more than what the next posting ships and invoices.
    pub(super) fn is_plan(&self) -> bool {
        let (quantity_to_ship, quantity_to_invoice) = (self.quantity_to_ship, self.quantity_to_invoice);
        *self == Self { quantity_to_ship, quantity_to_invoice, ..Self::default() }
    }
}

/// Changes a line of an open document. Another variant, unit or quantity finds its price anew; a price by hand stays
/// with another quantity or variant where no price list has one. What is given here comes after that, and stays.
///
/// # Errors
/// [`Error::Unknown`] for a line, a variant, a unit, a location or an agent that is not there; [`Error::Field`] for a
/// service that the agent does not have; [`Error::Changed`], [`Error::Released`]; [`Error::LineShipped`],
/// [`Error::BelowShipped`] for what was shipped already; [`Error::CannotShip`], [`Error::CannotInvoice`] for more than is
/// left; [`Error::Discount`], [`Error::Unfit`]; [`Error::InvoiceDiscount`] when a discount on the whole that was given by
/// hand does not fit any more. Nothing is changed then.
pub async fn change_line(
    tx: &Tx,
    setup: &Setup,
    id: Uuid,
    seen: Option<i64>,
    line_number: i32,
    change: &ChangeLine,
    cx: &Context,
) -> Result<header::Model> {
    let mut draft = Draft::lock_open(tx, id, seen).await?;
    draft.change_line(tx, setup, line_number, change).await?;
    draft.work_out(tx, setup).await?;
    draft.keep(tx, cx).await
}

impl Draft {
    /// Changes a line, but does not work out yet what the document comes to.
    pub(super) async fn change_line(
        &mut self,
        tx: &Tx,
        setup: &Setup,
        line_number: i32,
        change: &ChangeLine,
    ) -> Result<()> {
        let at = self.place_of(line_number)?;
        let precision = setup.precision(&self.header.currency_code)?;
        let mut repriced = None;
        if let Some(line) = self.lines.get_mut(at) {
            repriced = sell(tx, setup, line, change, precision).await?;
            if let Some(location) = &change.location_code {
                setup.check_location(location)?;
            }
            set(&mut line.description, change.description.clone());
            set(&mut line.location_code, change.location_code.clone());
            set(&mut line.shipment_date, change.shipment_date);
            carry_line(tx, line, change).await?;
        }
        if let Some(unlisted) = repriced {
            self.price_anew(tx, setup, |line| line.line_number == line_number, unlisted).await?;
        }
        if let Some(line) = self.lines.get_mut(at) {
            price_by_hand(line, change, precision)?;
            plan(line, change)?;
        }
        Ok(())
    }
}

/// Changes what the line sells and how much of it. Says what becomes of its price; `None`: it is not found anew.
async fn sell(
    tx: &Tx,
    setup: &Setup,
    line: &mut line::Model,
    change: &ChangeLine,
    precision: Decimal,
) -> Result<Option<Unlisted>> {
    let before = line.clone();
    if line.kind == LineKind::Item {
        setup.meet_items(tx, std::iter::once(&line.number)).await?;
        describe_item(setup, line, change)?;
    }
    if let Some(quantity) = change.quantity.filter(|quantity| *quantity != line.quantity) {
        check_quantity(line, quantity)?;
        line.quantity = quantity;
        line.plan_the_rest();
        by_percent_of(line, precision)?;
    }
    Ok(if before.unit_of_measure_code != line.unit_of_measure_code {
        Some(Unlisted::Replace)
    } else if before.variant_code != line.variant_code || before.quantity != line.quantity {
        Some(Unlisted::Keep)
    } else {
        None
    })
}

/// Gives the line another variant or unit, as long as nothing of it is shipped.
fn describe_item(setup: &Setup, line: &mut line::Model, change: &ChangeLine) -> Result<()> {
    let variant = change.variant_code.as_ref().filter(|variant| **variant != line.variant_code);
    let unit = change.unit_of_measure_code.as_ref().filter(|unit| **unit != line.unit_of_measure_code);
    for (changed, caption) in [(variant.is_some(), "Variant Code"), (unit.is_some(), "Unit of Measure Code")] {
        if changed && !line.quantity_shipped.is_zero() {
            return Err(Error::LineShipped { line: line.line_number, caption });
        }
    }
    if variant.is_none() && unit.is_none() {
        return Ok(());
    }
    let item = setup.item(&line.number, line.document_type)?;
    if let Some(code) = variant {
        let known = item.variant(code)?;
        let of_variant = known.map(|variant| &variant.description).filter(|text| !text.is_empty());
        line.description = of_variant.unwrap_or(&item.model.description).clone();
        line.variant_code = code.clone();
    }
    if unit.is_some() {
        (line.unit_of_measure_code, line.quantity_per_unit_of_measure) = item.unit(unit)?;
    }
    Ok(())
}

/// A quantity keeps the sign of what is shipped, and does not go below it.
fn check_quantity(line: &line::Model, quantity: Quantity) -> Result<()> {
    let shipped = line.quantity_shipped;
    let below = if shipped < Quantity::ZERO { quantity > shipped } else { quantity < shipped };
    match !shipped.is_zero() && below {
        true => Err(Error::BelowShipped { line: line.line_number, least: shipped }),
        false => Ok(()),
    }
}

/// A text comes to nothing, whatever its quantity.
fn by_percent_of(line: &mut line::Model, precision: Decimal) -> Result<()> {
    if line.kind == LineKind::Comment { Ok(()) } else { by_percent(line, precision) }
}

/// Price and discount as they are given; the last of discounts that contradict each other holds.
fn price_by_hand(line: &mut line::Model, change: &ChangeLine, precision: Decimal) -> Result<()> {
    if let Some(price) = change.unit_price {
        line.unit_price = price;
        by_percent_of(line, precision)?;
    }
    if let Some(percent) = change.line_discount_percent {
        line.line_discount_percent = percent;
        by_percent_of(line, precision)?;
    }
    if let Some(discount) = change.line_discount_amount {
        by_amount(line, discount, precision)?;
    }
    if let Some(amount) = change.line_amount {
        by_line_amount(line, amount, precision)?;
    }
    Ok(())
}

fn plan(line: &mut line::Model, change: &ChangeLine) -> Result<()> {
    if change.quantity_to_ship.is_none() && change.quantity_to_invoice.is_none() {
        return Ok(());
    }
    let plan = Plan {
        line_number: line.line_number,
        to_ship: change.quantity_to_ship.unwrap_or(line.quantity_to_ship),
        to_invoice: change.quantity_to_invoice.unwrap_or(line.quantity_to_invoice),
    };
    check(line, &plan)?;
    (line.quantity_to_ship, line.quantity_to_invoice) = (plan.to_ship, plan.to_invoice);
    Ok(())
}
