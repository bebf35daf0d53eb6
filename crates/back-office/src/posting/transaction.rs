use chrono::NaiveDate;
use uuid::Uuid;
use values::Code;
use values::money::{Amount, Percent};

use super::accounts::MoneyAccount;
use super::amounts::{Levied, Split};
use super::ready::{Groups, Vat};
use crate::customer_ledger::{self, EntryType};
use crate::general_ledger::{self, DocumentType, Numbers, register, vat_entry};
use crate::item_ledger::{self, value_entry};
use crate::sales::Context;
use crate::vat::Calculation;
use crate::{Error, Result, bank_accounts};

/// The document that entries come from.
#[derive(Clone, Debug)]
pub(super) struct Origin {
    pub(super) posting_date: NaiveDate,
    /// The day to which its VAT belongs.
    pub(super) vat_date: NaiveDate,
    pub(super) document_type: DocumentType,
    pub(super) document_number: Code<20>,
    pub(super) external_document_number: String,
    pub(super) description: String,
    /// Where the document, or the line of a journal, comes from: its kind and its id there, or two blanks.
    pub(super) source: (String, String),
}

/// Entries that are being made. What comes of it is [`Balanced`], or nothing.
pub(super) struct Transaction<'a> {
    pub(super) numbers: Numbers,
    cx: &'a Context,
    number: i64,
    /// The last G/L and VAT entry before it.
    before: (i64, i64),
    rows: Rows,
}

/// The entries of all ledgers.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) general: Vec<general_ledger::entry::Model>,
    pub(super) vat: Vec<vat_entry::Model>,
    pub(super) customer: Vec<customer_ledger::entry::Model>,
    pub(super) detailed: Vec<customer_ledger::detailed::Model>,
    pub(super) bank: Vec<bank_accounts::entry::Model>,
    /// Entries that were there and are settled, wholly or in part.
    pub(super) settled: Vec<customer_ledger::entry::Model>,
    pub(super) item: Vec<item_ledger::entry::Model>,
    /// Entries that were there and are invoiced now.
    pub(super) invoiced: Vec<item_ledger::entry::Model>,
    pub(super) value: Vec<value_entry::Model>,
}

/// Entries of which those of the general ledger add up to nothing. There is no other way to make one than
/// [`Transaction::balance`].
#[derive(Debug)]
pub(super) struct Balanced {
    rows: Rows,
    register: register::Model,
    numbers: Numbers,
}

impl Balanced {
    /// Gives the entries, the register and the numbers away, to be written.
    pub(super) fn into_parts(self) -> (Rows, register::Model, Numbers) {
        (self.rows, self.register, self.numbers)
    }
}

impl<'a> Transaction<'a> {
    /// Begins one with the next numbers.
    pub(super) fn begin(mut numbers: Numbers, cx: &'a Context) -> Self {
        let (before, number) = (numbers.last(), numbers.transaction());
        Self { numbers, cx, number, before, rows: Rows::default() }
    }

    /// Its number.
    pub(super) fn number(&self) -> i64 {
        self.number
    }

    /// An id for an entry.
    pub(super) fn id(&self) -> Uuid {
        self.cx.random.id(self.cx.now)
    }

    /// Who posts, and when.
    pub(super) fn context(&self) -> &Context {
        self.cx
    }

    /// The entries so far.
    pub(super) fn rows(&mut self) -> &mut Rows {
        &mut self.rows
    }

    /// Posts an amount to an account: debit when it is positive. Nothing is not posted.
    pub(super) fn post(&mut self, origin: &Origin, account: &Code<20>, amount: Amount, groups: &Groups) {
        if amount.is_zero() {
            return;
        }
        let (debit, credit) = if amount > Amount::ZERO { (amount, Amount::ZERO) } else { (Amount::ZERO, -amount) };
        let groups = groups.clone();
        let entry = general_ledger::entry::Model {
            id: self.id(),
            entry_number: self.numbers.general_ledger(),
            transaction_number: self.number,
            posting_date: origin.posting_date,
            document_type: origin.document_type,
            document_number: origin.document_number.clone(),
            external_document_number: origin.external_document_number.clone(),
            account_number: account.clone(),
            description: origin.description.clone(),
            amount,
            debit_amount: debit,
            credit_amount: credit,
            general_business_posting_group: groups.general_business,
            general_product_posting_group: groups.general_product,
            vat_business_posting_group: groups.vat_business,
            vat_product_posting_group: groups.vat_product,
            source_kind: origin.source.0.clone(),
            source_id: origin.source.1.clone(),
            user_id: self.cx.user.clone(),
            created_at: self.cx.now,
        };
        self.rows.general.push(entry);
    }

    /// Posts an amount to where money is kept, and to the ledger of the bank account when it is one.
    pub(super) fn post_money(
        &mut self,
        origin: &Origin,
        account: &MoneyAccount,
        (amount, amount_lcy): (Amount, Amount),
        currency: &Code<10>,
    ) {
        self.post(origin, account.account(), amount_lcy, &Groups::default());
        let MoneyAccount::Bank { number, currency_code, .. } = account else { return };
        let is_own = currency_code.is_blank();
        let entry = bank_accounts::entry::Model {
            id: self.id(),
            entry_number: self.numbers.bank(),
            transaction_number: self.number,
            bank_account_number: number.clone(),
            posting_date: origin.posting_date,
            document_type: origin.document_type,
            document_number: origin.document_number.clone(),
            external_document_number: origin.external_document_number.clone(),
            description: origin.description.clone(),
            currency_code: if is_own { Code::blank() } else { currency.clone() },
            amount: if is_own { amount_lcy } else { amount },
            amount_lcy,
            user_id: self.cx.user.clone(),
            created_at: self.cx.now,
        };
        self.rows.bank.push(entry);
    }

    /// Posts a base and its VAT, with the sign of the credit side: to the VAT ledger, and the VAT to its account.
    pub(super) fn post_vat(
        &mut self,
        origin: &Origin,
        (groups, vat): (&Groups, &Vat),
        amounts: Split,
        (payer, country): (&Code<20>, &Code<20>),
    ) {
        if vat.identifier.is_blank() || amounts == Split::default() {
            return;
        }
        let entry = self.vat_entry(origin, groups, (amounts.net, amounts.vat), (payer, country));
        self.rows.vat.push(vat_entry::Model {
            vat_calculation_type: vat.calculation,
            vat_percent: vat.percent,
            vat_identifier: vat.identifier.clone(),
            ..entry
        });
        self.post(origin, &vat.account, amounts.vat, groups);
    }

    /// Posts what a jurisdiction gets of a base, with the sign of the credit side: to the VAT ledger, and to its account.
    pub(super) fn post_tax(
        &mut self,
        origin: &Origin,
        levied: &Levied,
        (base, tax): (Amount, Amount),
        whose: (&Code<20>, &Code<20>),
    ) {
        if base.is_zero() && tax.is_zero() {
            return;
        }
        let entry = self.vat_entry(origin, &levied.groups, (base, tax), whose);
        self.rows.vat.push(vat_entry::Model {
            vat_calculation_type: Calculation::SalesTax,
            vat_percent: levied.percent,
            tax_area_code: levied.taxed.area.clone(),
            tax_group_code: levied.taxed.group.clone(),
            tax_jurisdiction_code: levied.jurisdiction.clone(),
            ..entry
        });
        self.post(origin, &levied.account, tax, &levied.groups);
    }

    /// A VAT entry that does not say yet how it is calculated.
    fn vat_entry(
        &mut self,
        origin: &Origin,
        groups: &Groups,
        (base, amount): (Amount, Amount),
        (payer, country): (&Code<20>, &Code<20>),
    ) -> vat_entry::Model {
        let of = groups.clone();
        vat_entry::Model {
            id: self.id(),
            entry_number: self.numbers.vat(),
            transaction_number: self.number,
            posting_date: origin.posting_date,
            vat_reporting_date: origin.vat_date,
            document_type: origin.document_type,
            document_number: origin.document_number.clone(),
            external_document_number: origin.external_document_number.clone(),
            base,
            amount,
            vat_calculation_type: Calculation::default(),
            vat_percent: Percent::ZERO,
            vat_identifier: Code::blank(),
            vat_business_posting_group: of.vat_business,
            vat_product_posting_group: of.vat_product,
            general_business_posting_group: of.general_business,
            general_product_posting_group: of.general_product,
            tax_area_code: Code::blank(),
            tax_group_code: Code::blank(),
            tax_jurisdiction_code: Code::blank(),
            bill_to_customer_number: payer.clone(),
            country_region_code: country.clone(),
            user_id: self.cx.user.clone(),
        }
    }

    /// Changes what remains of a customer ledger entry, and says why.
    pub(super) fn detail(
        &mut self,
        origin: &Origin,
        entry: &customer_ledger::entry::Model,
        entry_type: EntryType,
        (amount, amount_lcy): (Amount, Amount),
        applied: i64,
    ) {
        let detailed = customer_ledger::detailed::Model {
            id: self.id(),
            entry_number: self.numbers.detailed_customer(),
            customer_ledger_entry_number: entry.entry_number,
            entry_type,
            transaction_number: self.number,
            posting_date: origin.posting_date,
            document_type: origin.document_type,
            document_number: origin.document_number.clone(),
            customer_number: entry.customer_number.clone(),
            currency_code: entry.currency_code.clone(),
            amount,
            amount_lcy,
            applied_entry_number: applied,
            user_id: self.cx.user.clone(),
        };
        self.rows.detailed.push(detailed);
    }

    /// Ends it.
    ///
    /// # Errors
    /// [`Error::OutOfBalance`]: then there is nothing that could be written.
    pub(super) fn balance(self, origin: &Origin, source_code: &str) -> Result<Balanced> {
        let by: Amount = self.rows.general.iter().map(|entry| entry.amount).sum();
        if !by.is_zero() {
            return Err(Error::OutOfBalance { document: origin.description.clone(), by });
        }
        let (general, vat) = self.numbers.last();
        let register = register::Model {
            id: self.id(),
            number: self.number,
            from_entry_number: self.before.0 + 1,
            to_entry_number: general,
            from_vat_entry_number: self.before.1 + 1,
            to_vat_entry_number: vat,
            posting_date: origin.posting_date,
            source_code: Code::cut(source_code),
            document_number: origin.document_number.clone(),
            user_id: self.cx.user.clone(),
            created_at: self.cx.now,
        };
        Ok(Balanced { rows: self.rows, register, numbers: self.numbers })
    }
}
