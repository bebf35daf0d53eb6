//! The line that makes the document come to what was paid back: goodwill, deductions, and what the back office's tax differs
//! by.

use back_office::sales::{self, ChangeLine, LineKind, NewLine};
use database::Tx;
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;
use values::money::{Amount, Price};

use super::lines::account;
use super::money::Credited;
use super::refusal::Refusal;
use crate::Error;
use crate::orders::mapping::Ground;
use crate::orders::process::{blank_line, price_of};
use crate::skipped::cause::Account;

/// The line for an amount, before anyone knows how it is taxed.
///
/// # Errors
/// [`Refusal`] when the shop card has no Refund Account.
pub(super) fn line_of(ground: &Ground, amount: Amount) -> Result<NewLine, Refusal> {
    let number = account(Account::Refund, &ground.shop.refund_account)?;
    Ok(NewLine { unit_price: Some(price_of(amount)), ..blank_line(LineKind::Account, number) })
}

/// Adds the line, where one is needed. A document that has nothing else, as one of goodwill, has it already. Gives what the
/// document comes to with it.
///
/// # Errors
/// [`Error::Refund`] when the shop card has no Refund Account, and what the back office refuses.
pub(super) async fn balance(
    tx: &Tx,
    (setup, cx): (&sales::Setup, &sales::Context),
    ground: &Ground,
    credited: &Credited,
    (id, is_alone): (Uuid, bool),
) -> Result<Amount, Error> {
    let Some(header) = sales::header::Entity::find_by_id(id).one(tx).await? else { return Ok(Amount::ZERO) };
    let before = if is_alone { Amount::ZERO } else { header.amount_including_vat };
    let missing = credited.target() - before;
    if missing.is_zero() {
        return Ok(before);
    }
    let after = match is_alone {
        true => header,
        false => sales::add_lines(tx, setup, id, None, &[line_of(ground, missing)?], cx).await?,
    };
    let added = after.amount_including_vat - before;
    if added == missing {
        return Ok(after.amount_including_vat);
    }
    // The account is taxed, and the tax came on top.
    let Some(line) = last_line(tx, id).await? else { return Ok(after.amount_including_vat) };
    let unit_price = Some(before_tax(missing, added, line.vat_percent.decimal(), credited.smallest()));
    let change = ChangeLine { unit_price, ..ChangeLine::default() };
    let after = sales::change_line(tx, setup, id, None, line.line_number, &change, cx).await?;
    Ok(after.amount_including_vat)
}

/// What comes to `missing` with its tax: by the rate, or where there is none, as sales tax has it, by what the tax was of
/// that amount.
pub(super) fn before_tax(missing: Amount, added: Amount, percent: Decimal, smallest: Decimal) -> Price {
    let whole = missing.decimal();
    let net = match percent.is_zero() {
        true => whole.checked_mul(whole).and_then(|square| square.checked_div(added.decimal())),
        false => whole.checked_div(Decimal::ONE + percent / Decimal::ONE_HUNDRED),
    };
    Price::rounded(net.unwrap_or(whole), smallest).unwrap_or_default()
}

async fn last_line(tx: &Tx, id: Uuid) -> Result<Option<sales::line::Model>, Error> {
    let of_document = sales::line::Column::DocumentId.eq(id);
    let lines = sales::line::Entity::find().filter(of_document).order_by_desc(sales::line::Column::LineNumber);
    Ok(lines.one(tx).await?)
}
