use values::Code;
use values::money::{Amount, Quantity};

use super::journal::Journal;
use crate::item_journal::{EntryType, line};
use crate::item_ledger::Place;
use crate::items::{self, CostingMethod};
use crate::posting::{Problems, Setup, accounts};
use crate::{Error, Result};

/// A line that was checked.
pub(super) struct ReadyLine {
    pub(super) line: line::Model,
    pub(super) item: items::Model,
    /// How many base units.
    pub(super) base: Quantity,
    pub(super) accounts: Accounts,
}

/// Where what a line is worth is posted; blank where it is not.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Accounts {
    /// Of the goods.
    pub(super) inventory: Code<20>,
    /// Of the goods where they move to, or of what is found and missing.
    pub(super) other: Code<20>,
}

/// Checks all lines, and says where they are posted to. Lines of a count that found all that should be there are left out.
///
/// # Errors
/// [`Error::NotPosted`] with all that is wrong with them.
pub(super) fn check(setup: &Setup, journal: &Journal, user: &str) -> Result<Vec<ReadyLine>> {
    let mut problems = Problems::default();
    if journal.lines.is_empty() {
        problems.add("lines", "there is nothing to post: add a line");
    }
    let mut ready = Vec::with_capacity(journal.lines.len());
    for line in journal.lines.iter().filter(|line| line.is_posted()) {
        ready.extend(check_line(setup, journal, line, user, &mut problems));
    }
    check_on_hand(setup, journal, &ready, &mut problems);
    if problems.is_empty() {
        return Ok(ready);
    }
    Err(Error::NotPosted { document: format!("item journal {}", journal.batch.code), problems })
}

fn check_line(
    setup: &Setup,
    journal: &Journal,
    line: &line::Model,
    user: &str,
    problems: &mut Problems,
) -> Option<ReadyLine> {
    let number = line.line_number;
    if !setup.allows(user, line.posting_date) {
        let text = format!(
            "Posting Date {} is not within your range of allowed posting dates: choose another day, or change the range in the set-up",
            line.posting_date
        );
        problems.of_line(number, "postingDate", text);
    }
    if line.document_number.is_blank() {
        let text = "Document No. is blank: enter one, or give the batch a number series";
        problems.of_line(number, "documentNumber", text);
    }
    if line.quantity <= Quantity::ZERO {
        problems.of_line(number, "quantity", format!("Quantity is {}: enter a greater number", line.quantity));
    }
    check_locations(setup, journal, line, problems);
    let item = check_item(journal, line, problems)?;
    check_cost(line, item, problems);
    let Ok(base) = line.base() else {
        problems.of_line(number, "quantity", "Quantity is too large: enter a smaller number");
        return None;
    };
    let accounts = match setup.inventory.automatic_cost_posting {
        true => accounts_of(setup, line, item, problems)?,
        false => Accounts::default(),
    };
    Some(ReadyLine { line: line.clone(), item: item.clone(), base, accounts })
}

fn check_locations(setup: &Setup, journal: &Journal, line: &line::Model, problems: &mut Problems) {
    let moves = line.entry_type == EntryType::Transfer;
    let to = moves.then_some(("newLocationCode", "New Location Code", &line.new_location_code));
    for (field, caption, code) in [("locationCode", "Location Code", &line.location_code)].into_iter().chain(to) {
        if code.is_blank() && setup.inventory.location_mandatory {
            problems.of_line(line.line_number, field, format!("{caption} is blank: enter a location"));
        } else if !code.is_blank() && !journal.locations.contains(code) {
            let text = format!("there is no location {code}: create it, or choose another");
            problems.of_line(line.line_number, field, text);
        }
    }
    if moves && line.location_code == line.new_location_code {
        let text = "New Location Code is the same as Location Code: choose where the goods move to";
        problems.of_line(line.line_number, "newLocationCode", text);
    }
}

fn check_item<'a>(journal: &'a Journal, line: &line::Model, problems: &mut Problems) -> Option<&'a items::Model> {
    let (number, code) = (&line.item_number, &line.variant_code);
    let Some(item) = journal.items.get(number) else {
        let text = format!("there is no item {number}: create it, or choose another");
        problems.of_line(line.line_number, "itemNumber", text);
        return None;
    };
    if let Err(refused) = items::check_counted(item) {
        problems.of_line(line.line_number, "itemNumber", refused.to_string());
        return None;
    }
    if item.blocked {
        let text = format!("item {number} is blocked: unblock it on its card, or choose another");
        problems.of_line(line.line_number, "itemNumber", text);
    }
    match journal.variants.get(&(number.clone(), code.clone())) {
        None if !code.is_blank() => {
            let text = format!("there is no item variant {code} of item {number}: create it, or choose another");
            problems.of_line(line.line_number, "variantCode", text);
        }
        Some(variant) if variant.blocked => {
            let text = format!("item variant {code} of item {number} is blocked: unblock it, or choose another");
            problems.of_line(line.line_number, "variantCode", text);
        }
        _ => {}
    }
    Some(item)
}

/// What comes costs no less than nothing, and what is fixed where that is fixed.
fn check_cost(line: &line::Model, item: &items::Model, problems: &mut Problems) {
    if line.physical_inventory || line.entry_type != EntryType::PositiveAdjustment {
        return;
    }
    if line.unit_cost < Amount::ZERO {
        let text = format!("Unit Cost is {}: enter 0 or more", line.unit_cost);
        problems.of_line(line.line_number, "unitCost", text);
    }
    let fixed = item.unit_cost.decimal() * line.quantity_per_unit_of_measure.decimal();
    if item.costing_method == CostingMethod::Standard && line.unit_cost.decimal() != fixed {
        let text = format!(
            "Unit Cost of item {} is {}, by its standard cost: enter that, or change the standard cost first",
            item.number,
            fixed.normalize()
        );
        problems.of_line(line.line_number, "unitCost", text);
    }
}

fn accounts_of(setup: &Setup, line: &line::Model, item: &items::Model, problems: &mut Problems) -> Option<Accounts> {
    let number = line.line_number;
    let inventory = accounts::inventory(setup, (&line.location_code, item), number, problems);
    let other = match line.entry_type {
        EntryType::Transfer => accounts::inventory(setup, (&line.new_location_code, item), number, problems),
        EntryType::PositiveAdjustment | EntryType::NegativeAdjustment => {
            accounts::adjustment(setup, item, number, problems)
        }
    };
    Some(Accounts { inventory: inventory?, other: other? })
}

/// Checks that no more goes than is on hand, where that is asked for, and that what is kept for sales orders stays.
fn check_on_hand(setup: &Setup, journal: &Journal, lines: &[ReadyLine], problems: &mut Problems) {
    let mut on_hand = journal.on_hand.clone();
    for ReadyLine { line, base, .. } in lines {
        let place = line.place();
        let goes = line.entry_type != EntryType::PositiveAdjustment;
        let left = on_hand.entry(place.clone()).or_default();
        if !goes {
            *left += *base;
            continue;
        }
        *left -= *base;
        let (left, reserved) = (*left, journal.reserved.get(&place).copied().unwrap_or_default());
        let number = &line.item_number;
        if setup.inventory.prevent_negative_inventory && left < Quantity::ZERO {
            let text = format!(
                "you have insufficient quantity of item {number} on inventory: receive more of it, or take less"
            );
            problems.of_line(line.line_number, "quantity", text);
        } else if reserved > Quantity::ZERO && left < reserved {
            let text = format!(
                "{reserved} units of item {number} are reserved for sales orders: take less, or cancel a reservation"
            );
            problems.of_line(line.line_number, "quantity", text);
        }
        if line.entry_type == EntryType::Transfer {
            *on_hand.entry(Place { location_code: line.new_location_code.clone(), ..place }).or_default() += *base;
        }
    }
}
