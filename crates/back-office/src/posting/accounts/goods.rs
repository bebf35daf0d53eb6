use values::Code;

use super::usable::{general, named, place_of_general};
use crate::posting::ready::Groups;
use crate::posting::{Problems, Setup};
use crate::{items, posting_setup};

/// The inventory posting set-up of goods at a location, and what it is called in a sentence.
pub(super) fn place<'a>(
    setup: &'a Setup,
    (location, item): (&Code<10>, &items::Model),
    line: i32,
    problems: &mut Problems,
) -> Option<(&'a posting_setup::inventory::Model, String)> {
    let group = &item.inventory_posting_group;
    let Some(row) = setup.place(location, group) else {
        let text =
            format!("there is no inventory posting setup for location '{location}' and group '{group}': create it");
        problems.of_line(line, "locationCode", text);
        return None;
    };
    Some((row, format!("the inventory posting setup '{location}', '{group}'")))
}

/// The account of what goods at a location are worth.
pub(in crate::posting) fn inventory(
    setup: &Setup,
    at: (&Code<10>, &items::Model),
    line: i32,
    problems: &mut Problems,
) -> Option<Code<20>> {
    let (row, name) = place(setup, at, line, problems)?;
    named(setup, &name, "Inventory Account", &row.inventory_account, problems)
}

/// The account of goods that are found or missing: that of the group of the item, with no group of a customer.
pub(in crate::posting) fn adjustment(
    setup: &Setup,
    item: &items::Model,
    line: i32,
    problems: &mut Problems,
) -> Option<Code<20>> {
    let groups = Groups { general_product: item.general_product_posting_group.clone(), ..Groups::default() };
    let row = general(setup, &groups, line, problems)?;
    let account = &row.inventory_adjustment_account;
    named(setup, &place_of_general(row), "Inventory Adjmt. Account", account, problems)
}
