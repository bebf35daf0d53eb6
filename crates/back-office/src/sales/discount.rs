use std::collections::BTreeMap;

use rust_decimal::Decimal;
use values::Code;
use values::money::{Amount, round};

use super::amounts::LineAmounts;
use crate::{Error, Result};

/// Spreads a discount on the whole over the lines that allow one: first over the VAT identifiers in proportion to their
/// amounts, then within each over its lines; what rounding leaves is carried on, so that nothing is lost. What lines keep
/// that are not worked out is a part of it.
pub(super) fn spread(lines: &mut [LineAmounts], discount: Amount, precision: Decimal) -> Result<()> {
    let kept: Amount = lines.iter().filter(|line| line.is_kept).map(|line| line.invoice_discount_amount).sum();
    let discount = Amount::rounded(discount.decimal(), precision)? - kept;
    if discount.is_zero() {
        return Ok(());
    }
    let mut groups: BTreeMap<(Code<20>, Decimal), Vec<usize>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        if line.allow_invoice_discount && !line.is_kept && !line.line_amount.is_zero() {
            groups.entry((line.vat_identifier.clone(), line.vat_percent.decimal())).or_default().push(at);
        }
    }
    let base_of = |members: &[usize]| -> Decimal {
        members.iter().filter_map(|at| lines.get(*at)).map(|line| line.line_amount.decimal()).sum()
    };
    let bases: Vec<(Vec<usize>, Decimal)> = groups
        .into_values()
        .map(|members| {
            let base = base_of(&members);
            (members, base)
        })
        .collect();
    let total: Decimal = bases.iter().map(|(_, base)| *base).sum();
    if total.is_zero() {
        return Err(Error::NoDiscountBase(discount));
    }
    if discount < Amount::ZERO || discount.decimal() > total {
        return Err(Error::InvoiceDiscount { discount, base: Amount::new(total)? });
    }
    let mut carried = Decimal::ZERO;
    for (members, base) in bases {
        carried += discount.decimal() * base / total;
        let part = round(carried, precision);
        carried -= part;
        within(lines, &members, part, base, precision)?;
    }
    Ok(())
}

fn within(
    lines: &mut [LineAmounts],
    members: &[usize],
    part: Decimal,
    base: Decimal,
    precision: Decimal,
) -> Result<()> {
    let mut carried = Decimal::ZERO;
    for at in members {
        let Some(line) = lines.get_mut(*at) else { continue };
        if base.is_zero() {
            continue;
        }
        carried += part * line.line_amount.decimal() / base;
        let share = round(carried, precision);
        carried -= share;
        line.invoice_discount_amount = Amount::new(share)?;
    }
    Ok(())
}
