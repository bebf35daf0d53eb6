//! What must hold of the records of one list alone.

use chrono::NaiveDate;
use database::Tx;
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use values::Code;

use crate::accounts::AccountType;
use crate::customers::ship_to_address;
use crate::general_journal::{AccountType as AccountKind, batch};
use crate::invoice_discounts;
use crate::item_journal::TemplateType;
use crate::items::vendor;
use crate::sales_tax::detail::{self as tax_detail, TaxType};
use crate::shipping_agents::service;
use crate::{
    Error, Result, accounts, bank_accounts, company, currencies, general_ledger, item_categories, item_journal, items,
    number_series, user_setup, vat as vat_setup,
};

fn refused(field: &'static str, problem: impl Into<String>) -> Result<()> {
    Err(Error::Field { field, problem: problem.into() })
}

/// Only an account for posting has entries.
pub(super) async fn account(tx: &Tx, account: &accounts::Model) -> Result<()> {
    if account.account_type == AccountType::Posting {
        return Ok(());
    }
    let of_account = general_ledger::entry::Column::AccountNumber.eq(account.number.clone());
    if general_ledger::entry::Entity::find().filter(of_account).count(tx).await? > 0 {
        return refused("accountType", format!("{} has entries: it stays an account for posting", account.number));
    }
    Ok(())
}

/// What is kept in a currency is told in it for good.
pub(super) async fn bank_account(tx: &Tx, bank: &bank_accounts::Model) -> Result<()> {
    use bank_accounts::entry::{Column, Entity};
    let in_another = Entity::find()
        .filter(Column::BankAccountNumber.eq(bank.number.clone()))
        .filter(Column::CurrencyCode.ne(bank.currency_code.clone()));
    if in_another.count(tx).await? > 0 {
        return refused("currencyCode", format!("{} has entries: its currency stays", bank.number));
    }
    Ok(())
}

/// What is entered stays in its journal, and what is counted in that of counts.
pub(super) async fn item_journal_batch(tx: &Tx, batch: &item_journal::batch::Model) -> Result<()> {
    use item_journal::line::{Column, Entity};
    let others = Entity::find()
        .filter(Column::BatchCode.eq(batch.code.clone()))
        .filter(Column::PhysicalInventory.eq(batch.template_type == TemplateType::Item));
    if others.count(tx).await? > 0 {
        return refused("templateType", format!("{} has lines: post them or delete them first", batch.code));
    }
    Ok(())
}

/// A journal is not balanced with a customer.
pub(super) async fn journal(_: &Tx, journal: &batch::Model) -> Result<()> {
    if journal.balancing_account_type == AccountKind::Customer {
        return refused("balancingAccountType", "a journal is balanced with a G/L account or a bank account");
    }
    Ok(())
}

/// Amounts are rounded to multiples of something.
pub(super) async fn currency(_: &Tx, currency: &currencies::Model) -> Result<()> {
    if currency.amount_rounding_precision.decimal() <= Decimal::ZERO {
        return refused("amountRoundingPrecision", "amounts are rounded to multiples of more than 0, as 0.01");
    }
    if currency.unit_amount_rounding_precision.decimal() <= Decimal::ZERO {
        return refused("unitAmountRoundingPrecision", "prices are rounded to multiples of more than 0, as 0.00001");
    }
    if currency.invoice_rounding_precision.decimal() < Decimal::ZERO {
        return refused("invoiceRoundingPrecision", "it is 0 (not rounded) or more, as 0.01");
    }
    Ok(())
}

/// A discount that is at most the whole, from an amount on that may be reached.
pub(super) async fn invoice_discount(_: &Tx, step: &invoice_discounts::Model) -> Result<()> {
    invoice_discounts::check(step)
}

/// A percentage of an amount that is at most the whole.
pub(super) async fn vat(_: &Tx, setup: &vat_setup::Model) -> Result<()> {
    let percent = setup.percent.decimal();
    if percent < Decimal::ZERO || percent > Decimal::ONE_HUNDRED {
        return refused("percent", format!("VAT % lies between 0 and 100, not at {percent}"));
    }
    Ok(())
}

/// What is levied is levied, not given.
pub(super) async fn tax_detail(_: &Tx, detail: &tax_detail::Model) -> Result<()> {
    let is_percent = detail.tax_type == TaxType::Sales;
    for (field, caption, rate) in [
        ("taxBelowMaximum", "Tax Below Maximum", detail.tax_below_maximum.decimal()),
        ("taxAboveMaximum", "Tax Above Maximum", detail.tax_above_maximum.decimal()),
    ] {
        if rate < Decimal::ZERO || (is_percent && rate > Decimal::ONE_HUNDRED) {
            let lies = if is_percent { "lies between 0 and 100, not at" } else { "is 0 or more, not" };
            return refused(field, format!("{caption} {lies} {rate}"));
        }
    }
    if detail.maximum.decimal() < Decimal::ZERO {
        return refused("maximumAmountQty", "it is 0 (no maximum) or more");
    }
    Ok(())
}

/// Its numbers can be counted up, and go somewhere.
pub(super) async fn number_series_line(_: &Tx, line: &number_series::line::Model) -> Result<()> {
    let has_digit = |number: &Code<20>| number.as_str().contains(|letter: char| letter.is_ascii_digit());
    let place = |number: &Code<20>| (number.as_str().chars().count(), number.as_str().to_owned());
    if !has_digit(&line.starting_number) {
        return refused("startingNumber", "it has no digit to count up: write it as SO-0001");
    }
    if !line.ending_number.is_blank() && place(&line.ending_number) < place(&line.starting_number) {
        return refused("endingNumber", format!("it comes before {}, the starting number", line.starting_number));
    }
    if line.increment_by_number < 1 {
        return refused("incrementByNumber", "it is 1 or more");
    }
    Ok(())
}

/// The days on which a user may post.
pub(super) async fn user_setup(_: &Tx, setup: &user_setup::Model) -> Result<()> {
    in_order("allowPostingTo", setup.allow_posting_from, setup.allow_posting_to)?;
    in_order("allowVatDateTo", setup.allow_vat_date_from, setup.allow_vat_date_to)
}

/// The days on which may be posted.
pub(super) async fn general_ledger_setup(_: &Tx, setup: &general_ledger::setup::Model) -> Result<()> {
    if setup.invoice_rounding_precision.decimal() < Decimal::ZERO {
        return refused("invoiceRoundingPrecision", "it is 0 (not rounded) or more, as 0.01");
    }
    in_order("allowPostingTo", setup.allow_posting_from, setup.allow_posting_to)?;
    in_order("allowVatDateTo", setup.allow_vat_date_from, setup.allow_vat_date_to)
}

fn in_order(field: &'static str, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Result<()> {
    match (from, to) {
        (Some(from), Some(to)) if to < from => {
            refused(field, format!("it comes before {from}, the first day that is allowed"))
        }
        _ => Ok(()),
    }
}

/// What the books were begun with stays.
pub(super) async fn company(tx: &Tx, company: &company::Model) -> Result<()> {
    if company.name.trim().is_empty() {
        return refused("displayName", "a company needs a name");
    }
    if company.time_zone.parse::<chrono_tz::Tz>().is_err() {
        return refused("timeZone", format!("there is no time zone '{}': write it as Europe/Oslo", company.time_zone));
    }
    if company.amount_rounding_precision.decimal() <= Decimal::ZERO {
        return refused("amountRoundingPrecision", "amounts are rounded to multiples of more than 0, as 0.01");
    }
    let before = company::read(tx).await?;
    if before.currency_code != company.currency_code && general_ledger::entry::Entity::find().count(tx).await? > 0 {
        return refused("currencyCode", format!("the entries are in {}: it stays", before.currency_code));
    }
    Ok(())
}

/// The base unit of an item holds one of it; every unit holds something.
pub(super) async fn item_unit(tx: &Tx, unit: &items::unit_of_measure::Model) -> Result<()> {
    let holds = unit.quantity_per_unit_of_measure.decimal();
    if holds <= Decimal::ZERO {
        return refused("qtyPerUnitOfMeasure", "a unit holds more than 0 base units");
    }
    if is_base_unit(tx, unit).await? && holds != Decimal::ONE {
        return refused("qtyPerUnitOfMeasure", "the base unit of measure holds one of itself");
    }
    Ok(())
}

/// Whether the item is counted in it.
async fn is_base_unit(tx: &Tx, unit: &items::unit_of_measure::Model) -> Result<bool> {
    let item = items::by_numbers(tx, std::slice::from_ref(&unit.item_number)).await?.pop();
    Ok(item.is_some_and(|item| item.base_unit_of_measure_code == unit.code))
}

/// A bar code is of a variant that the item has.
pub(super) async fn reference(tx: &Tx, reference: &items::reference::Model) -> Result<()> {
    has_variant(tx, &reference.item_number, &reference.variant_code).await
}

/// A vendor has a variant that the item has.
pub(super) async fn item_vendor(tx: &Tx, vendor: &vendor::Model) -> Result<()> {
    has_variant(tx, &vendor.item_number, &vendor.variant_code).await
}

async fn has_variant(tx: &Tx, item: &Code<20>, code: &Code<10>) -> Result<()> {
    let Some(code) = code.non_blank() else { return Ok(()) };
    match items::variant::check(tx, item, code).await {
        Err(Error::Unknown { .. }) => refused("variantCode", format!("the item {item} has no variant {code}")),
        other => other,
    }
}

/// No category is a part of itself, by however many steps.
pub(super) async fn item_category(tx: &Tx, category: &item_categories::Model) -> Result<()> {
    let all = item_categories::Entity::find().all(tx).await?;
    if item_categories::is_within(&category.parent_category, &category.code, &all) {
        return refused("parentCategory", format!("{} would be a part of itself: choose another", category.code));
    }
    Ok(())
}

/// A ship-to address names a service that its agent offers.
pub(super) async fn ship_to_address(tx: &Tx, address: &ship_to_address::Model) -> Result<()> {
    service::check(tx, &address.shipping_agent_code, &address.shipping_agent_service_code).await
}
