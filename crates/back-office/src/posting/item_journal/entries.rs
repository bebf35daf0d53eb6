use std::collections::BTreeMap;

use chrono::NaiveDate;
use values::Code;
use values::money::{Amount, Quantity};

use super::check::{Accounts, ReadyLine};
use super::cost::Costs;
use crate::Result;
use crate::general_ledger::DocumentType;
use crate::item_journal::EntryType;
use crate::item_ledger::{self, entry, value_entry};
use crate::posting::ready::Groups;
use crate::posting::transaction::{Origin, Transaction};

/// Amounts by document, day, accounts and product group: debit of the first account, credit of the other.
type Worth = BTreeMap<(Code<20>, NaiveDate, Accounts, Code<20>), Amount>;

/// Makes the entries of all ledgers. `costs` are afterwards what items cost.
///
/// # Errors
/// When an amount is too large to be kept.
pub(super) fn build(
    transaction: &mut Transaction<'_>,
    (batch_code, lines): (&Code<10>, &[ReadyLine]),
    costs: &mut Costs,
) -> Result<()> {
    let mut worth = Worth::new();
    for ready in lines {
        let cost = cost(ready, costs)?;
        let (line, signed) = (&ready.line, if goes(ready) { -cost } else { cost });
        move_goods(transaction, ready, &line.location_code, signed);
        if line.entry_type == EntryType::Transfer {
            move_goods(transaction, ready, &line.new_location_code, cost);
        }
        let group = ready.item.general_product_posting_group.clone();
        let key = (line.document_number.clone(), line.posting_date, ready.accounts.clone(), group);
        *worth.entry(key).or_default() += signed;
    }
    for ((document_number, posting_date, accounts, general_product), amount) in worth {
        if accounts.inventory.is_blank() || accounts.inventory == accounts.other {
            continue;
        }
        let origin = origin(batch_code, document_number, posting_date);
        let groups = Groups { general_product, ..Groups::default() };
        transaction.post(&origin, &accounts.inventory, amount, &groups);
        transaction.post(&origin, &accounts.other, -amount, &groups);
    }
    Ok(())
}

/// Where entries of the general ledger come from.
pub(super) fn origin(batch_code: &Code<10>, document_number: Code<20>, posting_date: NaiveDate) -> Origin {
    Origin {
        posting_date,
        vat_date: posting_date,
        document_type: DocumentType::Blank,
        document_number,
        external_document_number: String::new(),
        description: format!("Item Journal {batch_code}"),
        source: (String::new(), String::new()),
    }
}

fn goes(ready: &ReadyLine) -> bool {
    ready.line.entry_type != EntryType::PositiveAdjustment
}

/// What the goods of a line cost, without sign.
fn cost(ready: &ReadyLine, costs: &mut Costs) -> Result<Amount> {
    let (line, item) = (&ready.line, &ready.item.number);
    match line.entry_type {
        EntryType::PositiveAdjustment => {
            // What a count finds has no cost of its own.
            let amount = if line.physical_inventory { costs.of(item, ready.base)? } else { line.amount };
            costs.receive(item, ready.base, amount)?;
            Ok(amount)
        }
        EntryType::NegativeAdjustment => costs.issue(item, ready.base),
        EntryType::Transfer => costs.of(item, ready.base),
    }
}

/// Moves the goods of a line to or from a location: they come with a cost of more than nothing, or go with less.
fn move_goods(transaction: &mut Transaction<'_>, ready: &ReadyLine, location_code: &Code<10>, cost: Amount) {
    let line = &ready.line;
    let from = goes(ready) && *location_code == line.location_code;
    let quantity = if from { -ready.base } else { ready.base };
    let entry = entry::Model {
        id: transaction.id(),
        entry_number: transaction.numbers.item(),
        item_number: line.item_number.clone(),
        variant_code: line.variant_code.clone(),
        location_code: location_code.clone(),
        posting_date: line.posting_date,
        entry_type: match line.entry_type {
            EntryType::PositiveAdjustment => item_ledger::EntryType::PositiveAdjustment,
            EntryType::NegativeAdjustment => item_ledger::EntryType::NegativeAdjustment,
            EntryType::Transfer => item_ledger::EntryType::Transfer,
        },
        source_number: Code::blank(),
        document_type: item_ledger::DocumentType::Blank,
        document_number: line.document_number.clone(),
        document_line_number: line.line_number,
        order_number: Code::blank(),
        order_line_number: 0,
        description: line.description.clone(),
        quantity,
        invoiced_quantity: quantity,
        completely_invoiced: true,
        remaining_quantity: quantity,
        open: true,
        expected_cost_posted: Amount::ZERO,
        unit_of_measure_code: line.unit_of_measure_code.clone(),
        cost_amount_expected: Amount::ZERO,
        cost_amount_actual: cost,
        sales_amount_expected: Amount::ZERO,
        sales_amount_actual: Amount::ZERO,
    };
    value(transaction, ready, &entry, quantity, cost);
    transaction.rows().item.push(entry);
}

fn value(transaction: &mut Transaction<'_>, ready: &ReadyLine, entry: &entry::Model, quantity: Quantity, cost: Amount) {
    let is_posted = !ready.accounts.inventory.is_blank();
    let row = value_entry::Model {
        id: transaction.id(),
        entry_number: transaction.numbers.value(),
        item_ledger_entry_number: entry.entry_number,
        item_number: entry.item_number.clone(),
        posting_date: entry.posting_date,
        document_type: entry.document_type,
        document_number: entry.document_number.clone(),
        valued_quantity: quantity,
        invoiced_quantity: quantity,
        cost_amount_expected: Amount::ZERO,
        cost_amount_actual: cost,
        sales_amount_expected: Amount::ZERO,
        sales_amount_actual: Amount::ZERO,
        cost_posted_to_general_ledger: if is_posted { cost } else { Amount::ZERO },
        reason_code: ready.line.reason_code.clone(),
        expected_cost: false,
        user_id: transaction.context().user.clone(),
    };
    transaction.rows().value.push(row);
}
