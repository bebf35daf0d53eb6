use std::collections::BTreeMap;

use rust_decimal::Decimal;
use values::money::{Amount, Percent, round};

use super::amounts::{Basis, LineAmounts, PERCENT_PRECISION};
use crate::Result;
use crate::vat::{Calculation, Group};

/// Works out VAT once for each group and spreads it over the lines in their order, carrying on what rounding leaves. What is
/// kept has its VAT already.
pub(super) fn spread(lines: &mut [LineAmounts], basis: &Basis) -> Result<()> {
    let mut groups: BTreeMap<Group, Vec<usize>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_kept) {
        groups.entry(group(line)).or_default().push(at);
    }
    let (including, precision) = (basis.prices_including_vat, basis.conversion.precision);
    for (group, members) in groups {
        let of_group = || members.iter().filter_map(|at| lines.get(*at));
        let total: Decimal = of_group().map(|line| line.net().decimal()).sum();
        let rate = group.rate();
        let vat = match group.calculation {
            Calculation::Full => {
                members.iter().for_each(|at| {
                    if let Some(line) = lines.get_mut(*at) {
                        line.amount_including_vat = line.net();
                    }
                });
                continue;
            }
            Calculation::SalesTax => {
                let units = of_group().map(|line| line.units).sum();
                let taxes = basis.taxes.get(&group.taxed);
                taxes.map_or(Decimal::ZERO, |taxes| taxes.of(total, units, &basis.conversion).1)
            }
            Calculation::Normal | Calculation::ReverseCharge if including => {
                round(total - total / (Decimal::ONE + rate), precision)
            }
            Calculation::Normal | Calculation::ReverseCharge => round(total * rate, precision),
        };
        within(lines, &members, (vat, total), including, precision)?;
        if group.calculation == Calculation::SalesTax {
            tell_percent(lines, &members)?;
        }
    }
    Ok(())
}

fn group(line: &LineAmounts) -> Group {
    let vat = (line.calculation, line.vat_percent, &line.vat_identifier);
    Group::of(vat, &line.taxed, line.net() < Amount::ZERO)
}

fn within(
    lines: &mut [LineAmounts],
    members: &[usize],
    (vat, total): (Decimal, Decimal),
    prices_including_vat: bool,
    precision: Decimal,
) -> Result<()> {
    // What is levied on the quantity of things that cost nothing stands on the first of them.
    let mut carried = if total.is_zero() { vat } else { Decimal::ZERO };
    for at in members {
        let Some(line) = lines.get_mut(*at) else { continue };
        let net = line.net();
        if !total.is_zero() {
            carried += vat * net.decimal() / total;
        }
        let share = round(carried, precision);
        carried -= share;
        let share = Amount::new(share)?;
        (line.amount, line.amount_including_vat) =
            if prices_including_vat { (net - share, net) } else { (net, net + share) };
    }
    Ok(())
}

/// Says of taxed lines how much percent their tax is of them.
fn tell_percent(lines: &mut [LineAmounts], members: &[usize]) -> Result<()> {
    for at in members {
        let Some(line) = lines.get_mut(*at) else { continue };
        let tax = (line.amount_including_vat - line.amount).decimal() * Decimal::ONE_HUNDRED;
        let percent = tax.checked_div(line.amount.decimal()).unwrap_or_default();
        line.vat_percent = Percent::new(round(percent, PERCENT_PRECISION))?;
    }
    Ok(())
}
