use std::collections::HashMap;

use values::Code;
use values::money::Quantity;

use super::quantities::Planned;
use crate::item_ledger::Place;
use crate::items::{self, ItemType, Reserve};
use crate::posting::accounts::{self, Needs};
use crate::posting::document::Document;
use crate::posting::ready::{Goods, ReadyLine};
use crate::posting::{Problems, Setup};
use crate::sales::{DocumentType, LineKind, header, line};

/// Checks a line, and says where it is posted to. `None` when it can't be.
pub(super) fn check(
    setup: &Setup,
    document: &Document,
    header: &header::Model,
    planned: Planned<'_>,
    needs: &Needs,
    problems: &mut Problems,
) -> Option<ReadyLine> {
    let Planned { line, ship, invoice } = planned;
    let ready = |posting, goods| ReadyLine { line: line.clone(), ship, invoice, posting, goods };
    if !line.sells() {
        return Some(ready(None, None));
    }
    if ship.is_zero() && invoice.is_zero() {
        // Only what was invoiced of it before matters, for the VAT of its group.
        return Some(ready(Some(accounts::posting(setup, header, line, &Needs::NOTHING, problems)?), None));
    }
    let item = match line.kind {
        LineKind::Item => Some(check_item(setup, document, (header, line), problems)?),
        LineKind::Account | LineKind::Comment => None,
    };
    let posting = accounts::posting(setup, header, line, needs, problems);
    let goods = match item.filter(|item| item.item_type == ItemType::Inventory) {
        Some(item) => {
            if setup.inventory.location_mandatory && line.location_code.is_blank() {
                let text = "Location Code is blank: enter the location from which it is sent";
                problems.of_line(line.line_number, "locationCode", text);
            }
            let cost = accounts::cost(setup, header, (line, item), needs, problems)?;
            Some(Goods { item: item.clone(), cost })
        }
        None => None,
    };
    Some(ready(Some(posting?), goods))
}

/// Checks the item of a line.
fn check_item<'a>(
    setup: &Setup,
    document: &'a Document,
    (header, line): (&header::Model, &line::Model),
    problems: &mut Problems,
) -> Option<&'a items::Model> {
    let sold = header.document_type.sells();
    let number = &line.number;
    let Some(item) = document.items.get(number) else {
        let text = format!("there is no item {number}: create it, or choose another");
        problems.of_line(line.line_number, "lineObjectNumber", text);
        return None;
    };
    if item.blocked || (sold && item.sales_blocked) {
        let text = format!("item {number} is blocked: unblock it on its card, or choose another");
        problems.of_line(line.line_number, "lineObjectNumber", text);
    }
    let of_line =
        |variant: &&items::variant::Model| variant.item_number == *number && variant.code == line.variant_code;
    let variant = document.variants.iter().find(of_line);
    if variant.is_some_and(|variant| variant.blocked || (sold && variant.sales_blocked)) {
        let text =
            format!("item variant {} of item {number} is blocked: unblock it, or choose another", line.variant_code);
        problems.of_line(line.line_number, "variantCode", text);
    }
    let has_variants = || document.variants.iter().any(|variant| variant.item_number == *number);
    if line.variant_code.is_blank() && setup.is_variant_mandatory(item) && has_variants() {
        let text = format!("Variant Code is blank, and item {number} has variants: choose one of them");
        problems.of_line(line.line_number, "variantCode", text);
    }
    if line.unit_of_measure_code.is_blank() {
        problems.of_line(line.line_number, "unitOfMeasureCode", "Unit of Measure Code is blank: enter one");
    }
    Some(item)
}

/// Checks that no more goods are sent than are on hand, where that is asked for, and none that are kept for others.
pub(super) fn check_on_hand(document: &Document, lines: &[ReadyLine], problems: &mut Problems) {
    if !document.is_limited && document.reserved.is_empty() {
        return;
    }
    let mut left: HashMap<(Code<20>, Code<10>, Code<10>), Quantity> = document.on_hand.clone();
    for line in lines.iter().filter(|line| line.goods.is_some()) {
        let (number, variant, location) = (&line.line.number, &line.line.variant_code, &line.line.location_code);
        let reserved = document.reserved.get(&Place::new(number, variant, location)).copied().unwrap_or_default();
        let left = left.entry((number.clone(), variant.clone(), location.clone())).or_default();
        let Ok(units) = line.base_to_ship() else { continue };
        *left -= units;
        if units <= Quantity::ZERO {
            continue;
        }
        if document.is_limited && *left < Quantity::ZERO {
            let text = format!(
                "you have insufficient quantity of item {number} on inventory: receive more of it, or ship less"
            );
            problems.of_line(line.line.line_number, "shipQuantity", text);
        } else if !reserved.is_zero() && *left < reserved {
            let text = format!(
                "{reserved} units of item {number} are reserved for other orders: ship less, or cancel a reservation"
            );
            problems.of_line(line.line.line_number, "shipQuantity", text);
        }
    }
}

/// Checks that what an order sends is kept for it, where it must be.
pub(super) fn check_reserved(header: &header::Model, lines: &[ReadyLine], problems: &mut Problems) {
    if header.document_type != DocumentType::Order {
        return;
    }
    let always = |line: &&ReadyLine| line.goods.as_ref().is_some_and(|goods| goods.item.reserve == Reserve::Always);
    for line in lines.iter().filter(always) {
        if line.base_to_ship().is_ok_and(|units| units > line.line.reserved_quantity) {
            let text = format!("item {} must be reserved: reserve it on the line, or ship less", line.line.number);
            problems.of_line(line.line.line_number, "shipQuantity", text);
        }
    }
}
