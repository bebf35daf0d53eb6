use std::collections::BTreeMap;

use rust_decimal::Decimal;
use values::money::{Amount, round};

use super::Terms;
use super::part::{Part, net_of_first};
use super::split::Split;
use crate::Result;
use crate::posting::ready::{ReadyLine, Vat};
use crate::vat::Calculation;

/// Lines whose VAT is rounded together.
type Group = (String, Calculation, Decimal, bool);

/// What is invoiced of a group: before, and with what is invoiced now.
#[derive(Default)]
struct Base {
    before: Decimal,
    after: Decimal,
    parts: Vec<usize>,
}

/// Works out VAT once for each identifier and spreads it over the parts in their order, carrying on what rounding leaves.
pub(super) fn spread(lines: &[ReadyLine], parts: &mut [Part], terms: &Terms) -> Result<()> {
    let mut groups: BTreeMap<Group, Base> = BTreeMap::new();
    for (at, ready) in lines.iter().enumerate() {
        let Some(posting) = &ready.posting else { continue };
        let (line, before) = (&ready.line, ready.line.quantity_invoiced);
        let negative = line.line_amount - line.invoice_discount_amount < Amount::ZERO;
        let vat = &posting.vat;
        let base =
            groups.entry((vat.identifier.to_string(), vat.calculation, vat.percent.decimal(), negative)).or_default();
        base.before += net_of_first(line, before, terms.precision)?.decimal();
        base.after += net_of_first(line, before + ready.invoice, terms.precision)?.decimal();
        base.parts.extend(parts.iter().position(|part| part.at == Some(at)));
    }
    for ((_, calculation, percent, _), base) in groups {
        let on = |net| of_base(net, (calculation, percent), terms.prices_including_vat, terms.precision);
        let vat = on(base.after) - on(base.before);
        let total = base.after - base.before;
        let mut carried = Decimal::ZERO;
        for at in base.parts {
            let Some(part) = parts.get_mut(at) else { continue };
            carried += (vat * part.net().decimal()).checked_div(total).unwrap_or_default();
            let share = round(carried, terms.precision);
            carried -= share;
            part.own.sale = split(part.net(), Amount::new(share)?, calculation, terms.prices_including_vat);
        }
    }
    Ok(())
}

/// The VAT of a base. When the buyer accounts for it, none is charged and the percentage is nothing.
fn of_base(
    net: Decimal,
    (calculation, percent): (Calculation, Decimal),
    including: bool,
    precision: Decimal,
) -> Decimal {
    if calculation == Calculation::Full {
        return net;
    }
    let rate = percent / Decimal::ONE_HUNDRED;
    let vat = if including { net - net / (Decimal::ONE + rate) } else { net * rate };
    round(vat, precision)
}

fn split(net: Amount, vat: Amount, calculation: Calculation, including: bool) -> Split {
    if including || calculation == Calculation::Full { Split { net: net - vat, vat } } else { Split { net, vat } }
}

/// An amount of its own, as a discount, with its VAT.
pub(super) fn apart(amount: Amount, vat: &Vat, including: bool, precision: Decimal) -> Result<Split> {
    let of = of_base(amount.decimal(), (vat.calculation, vat.percent.decimal()), including, precision);
    Ok(split(amount, Amount::new(of)?, vat.calculation, including))
}
