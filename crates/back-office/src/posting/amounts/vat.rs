use std::collections::BTreeMap;

use rust_decimal::Decimal;
use values::money::{Amount, Quantity, round};

use super::Terms;
use super::part::{Part, net_of_first};
use super::split::Split;
use super::tax::Levy;
use crate::Result;
use crate::posting::ready::{ReadyLine, Vat};
use crate::sales_tax::{Taxed, Taxes};
use crate::vat::{Calculation, Group};

/// What is invoiced of a group: before, and with what is invoiced now.
#[derive(Default)]
struct Base {
    before: Decimal,
    after: Decimal,
    /// The same in base units.
    units: (Decimal, Decimal),
    parts: Vec<usize>,
}

/// Works out VAT once for each identifier, and sales tax once for each area and group, and spreads it over the parts in their
/// order, carrying on what rounding leaves; what takes a posted line back has the VAT of that. Returns what each jurisdiction
/// gets.
pub(super) fn spread(lines: &[ReadyLine], parts: &mut [Part], terms: &Terms) -> Result<Levy> {
    let mut levy = Levy::default();
    levy.take_back(&terms.taken_back);
    for part in parts.iter_mut().filter(|part| part.is_back) {
        let Some(ready) = part.at.and_then(|at| lines.get(at)) else { continue };
        let (net, whole) = (ready.line.amount, ready.line.amount_including_vat);
        part.own.sale = Split { net, vat: whole - net };
    }
    for (group, base) in groups(lines, parts, terms)? {
        let vat = match terms.taxes.get(&group.taxed).filter(|_| group.calculation == Calculation::SalesTax) {
            Some(taxes) => tax(taxes, &group.taxed, &base, terms, &mut levy),
            None => {
                let how = (group.calculation, group.rate());
                let on = |net| of_base(net, how, terms.prices_including_vat, terms.precision);
                on(base.after) - on(base.before)
            }
        };
        let total = base.after - base.before;
        // What is levied on the quantity of things that cost nothing stands on the first of them.
        let mut carried = if total.is_zero() { vat } else { Decimal::ZERO };
        for at in base.parts {
            let Some(part) = parts.get_mut(at) else { continue };
            carried += (vat * part.net().decimal()).checked_div(total).unwrap_or_default();
            let share = round(carried, terms.precision);
            carried -= share;
            part.own.sale = split(part.net(), Amount::new(share)?, group.calculation, terms.prices_including_vat);
        }
    }
    Ok(levy)
}

fn groups(lines: &[ReadyLine], parts: &[Part], terms: &Terms) -> Result<BTreeMap<Group, Base>> {
    let mut groups: BTreeMap<Group, Base> = BTreeMap::new();
    for (at, ready) in lines.iter().enumerate().filter(|(_, ready)| !ready.line.corrective) {
        let Some(posting) = &ready.posting else { continue };
        let (line, before) = (&ready.line, ready.line.quantity_invoiced);
        let after = before + ready.invoice;
        let negative = line.line_amount - line.invoice_discount_amount < Amount::ZERO;
        let vat = (posting.vat.calculation, posting.vat.percent, &posting.vat.identifier);
        let base = groups.entry(Group::of(vat, &posting.vat.taxed, negative)).or_default();
        base.before += net_of_first(line, before, terms.precision)?.decimal();
        base.after += net_of_first(line, after, terms.precision)?.decimal();
        let units = |quantity: Quantity| quantity.decimal() * line.quantity_per_unit_of_measure.decimal();
        base.units = (base.units.0 + units(before), base.units.1 + units(after));
        base.parts.extend(parts.iter().position(|part| part.at == Some(at)));
    }
    Ok(groups)
}

/// The sales tax of what is invoiced now, in the document's currency: that of all so far less that of what was invoiced
/// before, so that a maximum is reached once however an order is cut.
fn tax(taxes: &Taxes, taxed: &Taxed, base: &Base, terms: &Terms, levy: &mut Levy) -> Decimal {
    let conversion = terms.conversion();
    let (before, tax_before) = taxes.of(base.before, base.units.0, &conversion);
    let (after, tax_after) = taxes.of(base.after, base.units.1, &conversion);
    levy.add(taxed, taxes, after.into_iter().zip(before).map(|(after, before)| after - before).collect());
    tax_after - tax_before
}

/// The VAT of a base. When the buyer accounts for it, none is charged and the percentage is nothing; sales tax is not worked
/// out from a base alone.
fn of_base(net: Decimal, (calculation, rate): (Calculation, Decimal), including: bool, precision: Decimal) -> Decimal {
    match calculation {
        Calculation::Full => return net,
        Calculation::SalesTax => return Decimal::ZERO,
        Calculation::Normal | Calculation::ReverseCharge => {}
    }
    let vat = if including { net - net / (Decimal::ONE + rate) } else { net * rate };
    round(vat, precision)
}

fn split(net: Amount, vat: Amount, calculation: Calculation, including: bool) -> Split {
    let is_in_it = including && calculation != Calculation::SalesTax;
    if is_in_it || calculation == Calculation::Full { Split { net: net - vat, vat } } else { Split { net, vat } }
}

/// An amount of its own, as a discount, with its VAT. A discount has no sales tax of its own: what is sold is taxed less it.
pub(super) fn apart(amount: Amount, vat: &Vat, including: bool, precision: Decimal) -> Result<Split> {
    let rate = vat.percent.decimal() / Decimal::ONE_HUNDRED;
    let of = of_base(amount.decimal(), (vat.calculation, rate), including, precision);
    Ok(split(amount, Amount::new(of)?, vat.calculation, including))
}
