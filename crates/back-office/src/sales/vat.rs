use std::collections::BTreeMap;

use rust_decimal::Decimal;
use values::money::{Amount, round};

use super::amounts::LineAmounts;
use crate::Result;
use crate::vat::Calculation;

/// Lines whose VAT is rounded together.
type Group = (String, Calculation, Decimal, bool);

/// Works out VAT once for each identifier and spreads it over the lines in their order, carrying on what rounding leaves.
pub(super) fn spread(lines: &mut [LineAmounts], prices_including_vat: bool, precision: Decimal) -> Result<()> {
    let mut groups: BTreeMap<Group, Vec<usize>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        let negative = line.net() < Amount::ZERO;
        let group = (line.vat_identifier.clone(), line.calculation, line.vat_percent.decimal(), negative);
        groups.entry(group).or_default().push(at);
    }
    for ((_, calculation, percent, _), members) in groups {
        if calculation == Calculation::Full {
            members.iter().for_each(|at| {
                if let Some(line) = lines.get_mut(*at) {
                    line.amount_including_vat = line.net();
                }
            });
            continue;
        }
        let rate = percent / Decimal::ONE_HUNDRED;
        let total: Decimal = members.iter().filter_map(|at| lines.get(*at)).map(|line| line.net().decimal()).sum();
        let vat = if prices_including_vat { total - total / (Decimal::ONE + rate) } else { total * rate };
        within(lines, &members, (round(vat, precision), total), prices_including_vat, precision)?;
    }
    Ok(())
}

fn within(
    lines: &mut [LineAmounts],
    members: &[usize],
    (vat, total): (Decimal, Decimal),
    prices_including_vat: bool,
    precision: Decimal,
) -> Result<()> {
    let mut carried = Decimal::ZERO;
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
