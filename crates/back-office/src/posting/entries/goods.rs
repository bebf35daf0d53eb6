use std::ops::Add;

use values::Code;
use values::money::{Amount, Quantity};

use super::Ground;
use super::group::Group;
use super::worth::{Worth, share, worth_of_shipped};
use crate::Result;
use crate::item_ledger::{self, DocumentType, EntryType, value_entry};
use crate::posting::ready::{CostAccounts, Goods, Groups, ReadyLine};
use crate::posting::transaction::{Origin, Transaction};
use crate::sales;

/// What goods have cost, by where it is posted: debit positive.
#[derive(Clone, Copy, Debug, Default)]
struct Cost {
    /// Of what is sent now and not invoiced.
    expected: Amount,
    /// Of what was sent before and is invoiced now.
    reversed: Amount,
    /// Of what is invoiced.
    actual: Amount,
}

impl Add for Cost {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            expected: self.expected + other.expected,
            reversed: self.reversed + other.reversed,
            actual: self.actual + other.actual,
        }
    }
}

type Costs = Group<(CostAccounts, Groups), Cost>;

/// Posts the goods that move and those that are invoiced, and what they have cost. Returns the cost of what is invoiced,
/// positive for what is sold.
///
/// # Errors
/// When a number is too large to be kept.
pub(super) fn post(transaction: &mut Transaction<'_>, ground: &Ground<'_>) -> Result<Amount> {
    let (mut costs, mut invoiced) = (Costs::new(), Amount::ZERO);
    for (at, line) in ground.ready.lines.iter().enumerate() {
        let Some(goods) = &line.goods else { continue };
        let sold = ground.amounts.parts.iter().find(|part| part.at == Some(at)).map(|part| part.lcy.sale.net);
        let mut posting = Moving { transaction, ground, line, goods, cost: Cost::default() };
        posting.post(sold.unwrap_or_default())?;
        let cost = posting.cost;
        invoiced += cost.actual;
        let groups = line.posting.as_ref().map(|posting| posting.groups.clone()).unwrap_or_default();
        costs.add((goods.cost.clone(), groups), cost);
    }
    for ((accounts, groups), cost) in costs.into_sums() {
        let interim = (&accounts.cost_interim, &accounts.inventory_interim);
        for (origin, (cost_account, inventory), amount) in [
            (&ground.shipment, interim, cost.expected),
            (&ground.invoice, interim, -cost.reversed),
            (&ground.invoice, (&accounts.cost, &accounts.inventory), cost.actual),
        ] {
            if !cost_account.is_blank() && !inventory.is_blank() {
                transaction.post(origin, cost_account, amount, &groups);
                transaction.post(origin, inventory, -amount, &groups);
            }
        }
    }
    Ok(invoiced)
}

/// The goods of one line, on their way through the books.
struct Moving<'a, 'b> {
    transaction: &'a mut Transaction<'b>,
    ground: &'a Ground<'a>,
    line: &'a ReadyLine,
    goods: &'a Goods,
    cost: Cost,
}

impl Moving<'_, '_> {
    /// Invoices what was sent before, the oldest first, then what is sent now. `sold` is what is invoiced, without VAT.
    fn post(&mut self, sold: Amount) -> Result<()> {
        let (all, ready) = (self.line.base_to_invoice()?, self.ground.ready);
        let mut done = Quantity::ZERO;
        let of_line = |entry: &&item_ledger::entry::Model| entry.order_line_number == self.line.line.line_number;
        for entry in ready.not_invoiced.iter().filter(of_line) {
            let open = units(entry.quantity - entry.invoiced_quantity);
            let now = open.min(units(all - done));
            if now.is_zero() {
                continue;
            }
            let upto = if all < Quantity::ZERO { done - now } else { done + now };
            let sold = share(sold, done, upto, all, self.precision())?;
            self.invoice(entry.clone(), (now, open), sold)?;
            done = upto;
        }
        let moved = self.line.base_to_ship()?;
        if !moved.is_zero() {
            let sold = share(sold, done, all, all, self.precision())?;
            self.move_goods(moved, all - done, sold)?;
        }
        Ok(())
    }

    fn precision(&self) -> rust_decimal::Decimal {
        self.ground.setup.company.amount_rounding_precision.decimal()
    }

    /// Invoices `now` of the `open` units of an entry that were sent before.
    fn invoice(
        &mut self,
        mut entry: item_ledger::entry::Model,
        (now, open): (Quantity, Quantity),
        sold: Amount,
    ) -> Result<()> {
        let part = |whole| share(whole, Quantity::ZERO, now, open, self.precision());
        let (cost, expected_sales) = (part(entry.cost_amount_expected)?, part(entry.sales_amount_expected)?);
        let posted = part(entry.expected_cost_posted)?;
        let signed = if entry.quantity < Quantity::ZERO { -now } else { now };
        entry.invoiced_quantity += signed;
        entry.completely_invoiced = entry.invoiced_quantity == entry.quantity;
        entry.cost_amount_expected -= cost;
        entry.cost_amount_actual += cost;
        entry.sales_amount_expected -= expected_sales;
        entry.sales_amount_actual += sold;
        entry.expected_cost_posted -= posted;
        let actual = Worth { cost, sales: sold };
        let expected = Worth { cost: -cost, sales: -expected_sales };
        let origin = self.ground.invoice.clone();
        self.value(&entry, (&origin, self.invoice_type()), (signed, signed), expected, actual);
        self.cost.reversed += -posted;
        self.cost.actual += -cost;
        self.transaction.rows().invoiced.push(entry);
        Ok(())
    }

    /// Moves `moved` units, of which `invoiced` are invoiced at once.
    fn move_goods(&mut self, moved: Quantity, invoiced: Quantity, sold: Amount) -> Result<()> {
        let out = !self.ground.ready.sign().is_sign_negative();
        let signed = |quantity: Quantity| if out { -quantity } else { quantity };
        let whole = worth_of_shipped(self.ground.ready, self.line, &self.goods.item, moved, self.precision())?;
        let cost = share(whole.cost, Quantity::ZERO, invoiced, moved, self.precision())?;
        let sales = share(whole.sales, Quantity::ZERO, invoiced, moved, self.precision())?;
        let actual = Worth { cost: signed_cost(out, cost), sales: if out { sold } else { -sold } };
        let expected = Worth { cost: signed_cost(out, whole.cost - cost), sales: whole.sales - sales };
        let is_posted = self.ground.setup.inventory.expected_cost_posting && !self.goods.cost.cost_interim.is_blank();
        let (number, line) = (self.transaction.numbers.item(), &self.line.line);
        let header = &self.ground.ready.header;
        let is_order = header.document_type == sales::DocumentType::Order;
        let entry = item_ledger::entry::Model {
            id: self.transaction.id(),
            entry_number: number,
            item_number: self.goods.item.number.clone(),
            variant_code: line.variant_code.clone(),
            location_code: line.location_code.clone(),
            posting_date: header.posting_date,
            entry_type: EntryType::Sale,
            source_number: header.sell_to_customer_number.clone(),
            document_type: self.moved_type(),
            document_number: self.ground.shipment.document_number.clone(),
            document_line_number: line.line_number,
            order_number: if is_order { header.number.clone() } else { Default::default() },
            order_line_number: if is_order { line.line_number } else { 0 },
            description: line.description.clone(),
            quantity: signed(moved),
            invoiced_quantity: signed(invoiced),
            completely_invoiced: moved == invoiced,
            remaining_quantity: signed(moved),
            open: true,
            expected_cost_posted: if is_posted { expected.cost } else { Amount::ZERO },
            unit_of_measure_code: line.unit_of_measure_code.clone(),
            cost_amount_expected: expected.cost,
            cost_amount_actual: actual.cost,
            sales_amount_expected: expected.sales,
            sales_amount_actual: actual.sales,
        };
        if !invoiced.is_zero() {
            let origin = self.ground.invoice.clone();
            let quantities = (signed(invoiced), signed(invoiced));
            self.value(&entry, (&origin, self.invoice_type()), quantities, Worth::default(), actual);
            self.cost.actual += -actual.cost;
        }
        if moved != invoiced {
            let origin = self.ground.shipment.clone();
            let quantities = (signed(moved - invoiced), Quantity::ZERO);
            self.value(&entry, (&origin, entry.document_type), quantities, expected, Worth::default());
            self.cost.expected += -entry.expected_cost_posted;
        }
        self.transaction.rows().item.push(entry);
        Ok(())
    }

    fn value(
        &mut self,
        entry: &item_ledger::entry::Model,
        (origin, document_type): (&Origin, DocumentType),
        (valued, invoiced): (Quantity, Quantity),
        expected: Worth,
        actual: Worth,
    ) {
        let is_posted = !self.goods.cost.cost.is_blank();
        let row = value_entry::Model {
            id: self.transaction.id(),
            entry_number: self.transaction.numbers.value(),
            item_ledger_entry_number: entry.entry_number,
            item_number: entry.item_number.clone(),
            posting_date: origin.posting_date,
            document_type,
            document_number: origin.document_number.clone(),
            valued_quantity: valued,
            invoiced_quantity: invoiced,
            cost_amount_expected: expected.cost,
            cost_amount_actual: actual.cost,
            sales_amount_expected: expected.sales,
            sales_amount_actual: actual.sales,
            cost_posted_to_general_ledger: if is_posted { actual.cost } else { Amount::ZERO },
            reason_code: Code::blank(),
            expected_cost: invoiced.is_zero(),
            user_id: self.transaction.context().user.clone(),
        };
        self.transaction.rows().value.push(row);
    }

    /// What kind of document moves the goods.
    fn moved_type(&self) -> DocumentType {
        if self.ground.ready.makes_shipment(self.ground.setup) {
            DocumentType::SalesShipment
        } else {
            self.invoice_type()
        }
    }

    /// What kind of document invoices them.
    fn invoice_type(&self) -> DocumentType {
        match self.ground.ready.header.document_type {
            sales::DocumentType::Order | sales::DocumentType::Invoice => DocumentType::SalesInvoice,
            sales::DocumentType::CreditMemo | sales::DocumentType::ReturnOrder => DocumentType::SalesCreditMemo,
        }
    }
}

fn signed_cost(out: bool, cost: Amount) -> Amount {
    if out { -cost } else { cost }
}

fn units(quantity: Quantity) -> Quantity {
    if quantity < Quantity::ZERO { -quantity } else { quantity }
}
