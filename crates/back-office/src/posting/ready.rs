use chrono::NaiveDate;
use rust_decimal::Decimal;
use values::Code;
use values::money::{Amount, Percent, Quantity};

use super::Setup;
use super::accounts::MoneyAccount;
use super::amounts::TakenBack;
use super::corrected::Corrected;
use crate::currencies::Rate;
use crate::items::BASE_PRECISION;
use crate::sales::{DocumentType, header, line};
use crate::sales_tax::{ByTaxed, Taxed};
use crate::vat::Calculation;
use crate::{Result, customer_ledger, item_ledger, items};

/// A document that was checked: what of it is posted, and where to.
pub(super) struct Ready {
    /// With the dates to which it is posted.
    pub(super) header: header::Model,
    /// The VAT date that what is left of it keeps: one that was given is of this posting alone.
    pub(super) kept_vat_date: NaiveDate,
    /// Whether goods move.
    pub(super) ships: bool,
    /// Whether something is invoiced.
    pub(super) invoices: bool,
    pub(super) lines: Vec<ReadyLine>,
    /// How much of its currency one of the company's own is worth.
    pub(super) factor: Rate,
    /// To what its amounts are rounded.
    pub(super) precision: Decimal,
    /// The account of what the customer owes.
    pub(super) receivables: Code<20>,
    /// Where a payment is posted to with the document.
    pub(super) balancing_account: Option<MoneyAccount>,
    /// The sales taxes of its lines.
    pub(super) taxes: ByTaxed,
    /// What jurisdictions got of the invoice that it takes back.
    pub(super) taken_back: Vec<TakenBack>,
    /// The account and the VAT of what rounding comes to.
    pub(super) rounding: Option<Posting>,
    /// What was shipped and is not invoiced, the oldest first.
    pub(super) not_invoiced: Vec<item_ledger::entry::Model>,
    /// The entries that it settles.
    pub(super) applies_to: Vec<customer_ledger::entry::Model>,
    /// The posted invoice that a credit memo takes back.
    pub(super) corrected: Option<Corrected>,
}

/// A line of which something is posted, or a text.
pub(super) struct ReadyLine {
    pub(super) line: line::Model,
    /// How many are shipped now; a credit memo: taken back.
    pub(super) ship: Quantity,
    /// How many are invoiced now.
    pub(super) invoice: Quantity,
    /// `None` for a text.
    pub(super) posting: Option<Posting>,
    /// Of an item that is counted.
    pub(super) goods: Option<Goods>,
}

/// Where a line is posted to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Posting {
    pub(super) groups: Groups,
    pub(super) vat: Vat,
    /// What is sold, or taken back.
    pub(super) sales: Code<20>,
    /// Where discounts on lines go, when they are posted apart.
    pub(super) line_discount: Option<Code<20>>,
    /// Where discounts on the whole go.
    pub(super) invoice_discount: Option<Code<20>>,
}

/// The groups by which entries are told apart.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Groups {
    pub(super) general_business: Code<20>,
    pub(super) general_product: Code<20>,
    pub(super) vat_business: Code<20>,
    pub(super) vat_product: Code<20>,
}

/// The VAT of a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Vat {
    pub(super) calculation: Calculation,
    pub(super) percent: Percent,
    pub(super) identifier: Code<20>,
    /// What is owed to the state; blank where nothing is.
    pub(super) account: Code<20>,
    /// How it is taxed, where sales tax is levied.
    pub(super) taxed: Taxed,
}

impl Vat {
    /// Whether a sale owes VAT to the state. Sales tax is owed to jurisdictions.
    pub(super) fn is_owed(&self) -> bool {
        self.calculation == Calculation::Full || !self.percent.is_zero()
    }
}

/// An item that is counted, and where its cost goes.
pub(super) struct Goods {
    pub(super) item: items::Model,
    pub(super) cost: CostAccounts,
}

/// Where the cost of goods goes; blank where it is not posted.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct CostAccounts {
    pub(super) cost: Code<20>,
    pub(super) cost_interim: Code<20>,
    pub(super) inventory: Code<20>,
    pub(super) inventory_interim: Code<20>,
}

impl Groups {
    /// What both have in common; blank where they differ.
    pub(super) fn common(&self, other: &Self) -> Self {
        let both = |one: &Code<20>, other: &Code<20>| if one == other { one.clone() } else { Code::blank() };
        Self {
            general_business: both(&self.general_business, &other.general_business),
            general_product: both(&self.general_product, &other.general_product),
            vat_business: both(&self.vat_business, &other.vat_business),
            vat_product: both(&self.vat_product, &other.vat_product),
        }
    }
}

impl ReadyLine {
    /// How many base units are shipped now.
    ///
    /// # Errors
    /// When that is too large to be kept.
    pub(super) fn base_to_ship(&self) -> Result<Quantity> {
        self.base_between(self.line.quantity_shipped, self.ship)
    }

    /// How many base units are invoiced now.
    ///
    /// # Errors
    /// When that is too large to be kept.
    pub(super) fn base_to_invoice(&self) -> Result<Quantity> {
        self.base_between(self.line.quantity_invoiced, self.invoice)
    }

    /// Units in base units, as what there is with them less what there was before: so what is shipped in parts comes to
    /// what is invoiced of it, in whatever parts that is done.
    fn base_between(&self, before: Quantity, units: Quantity) -> Result<Quantity> {
        let base = |quantity: Quantity| {
            let units = quantity.decimal() * self.line.quantity_per_unit_of_measure.decimal();
            Quantity::rounded(units, BASE_PRECISION)
        };
        Ok(base(before + units)? - base(before)?)
    }
}

impl Ready {
    /// 1 for what is sold, −1 for what is taken back.
    pub(super) fn sign(&self) -> Decimal {
        match self.header.document_type {
            DocumentType::Order | DocumentType::Invoice => Decimal::ONE,
            DocumentType::CreditMemo | DocumentType::ReturnOrder => Decimal::NEGATIVE_ONE,
        }
    }

    /// Whether all of a posted invoice is taken back, and nothing else.
    pub(super) fn is_whole_back(&self) -> bool {
        self.corrected.as_ref().is_some_and(|corrected| corrected.is_whole(self.lines.iter().map(|line| &line.line)))
    }

    /// What the goods have cost that a line takes back from a posted invoice.
    pub(super) fn cost_taken_back(&self, line: &line::Model) -> Option<Amount> {
        let corrected = self.corrected.as_ref().filter(|_| line.corrective)?;
        corrected.costs.get(&line.line_number).copied()
    }

    /// Whether a posted shipment is made: always of an order's goods, of an invoice's where the set-up says so.
    pub(super) fn makes_shipment(&self, setup: &Setup) -> bool {
        self.ships
            && match self.header.document_type {
                DocumentType::Order => true,
                DocumentType::Invoice => setup.sales.shipment_on_invoice,
                DocumentType::CreditMemo | DocumentType::ReturnOrder => false,
            }
    }

    /// Whether nothing of an order is left to be posted afterwards.
    pub(super) fn completes(&self) -> bool {
        let is_done = |line: &ReadyLine| line.line.quantity_invoiced + line.invoice == line.line.quantity;
        let whole = self.header.document_type != DocumentType::Order;
        whole || self.lines.iter().filter(|line| line.posting.is_some()).all(is_done)
    }
}
