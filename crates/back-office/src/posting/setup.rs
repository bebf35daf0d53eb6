use std::collections::HashMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use sea_orm::{ConnectionTrait, EntityTrait};
use values::Code;

use crate::currencies::Rates;
use crate::posting_setup::{general, inventory};
use crate::{
    Error, Result, accounts, bank_accounts, company, currencies, general_ledger, inventory_setup, items,
    payment_methods, payment_terms, posting_groups, sales_setup, sales_tax, salespeople, user_setup, vat,
};

/// What decides how documents are posted, read once for a batch.
#[derive(Debug)]
pub struct Setup {
    pub(super) company: company::Model,
    pub(super) ledger: general_ledger::setup::Model,
    pub(super) sales: sales_setup::Model,
    pub(super) inventory: inventory_setup::Model,
    pub(super) rates: Rates,
    pub(super) taxes: sales_tax::Tables,
    accounts: HashMap<Code<20>, accounts::Model>,
    bank_accounts: HashMap<Code<20>, bank_accounts::Model>,
    bank_groups: HashMap<Code<20>, bank_accounts::posting_group::Model>,
    currencies: HashMap<Code<10>, currencies::Model>,
    customer_groups: HashMap<Code<20>, posting_groups::customer::Model>,
    general: HashMap<(Code<20>, Code<20>), general::Model>,
    places: HashMap<(Code<10>, Code<20>), inventory::Model>,
    payment_methods: HashMap<Code<10>, payment_methods::Model>,
    payment_terms: HashMap<Code<10>, payment_terms::Model>,
    salespeople: HashMap<Code<20>, salespeople::Model>,
    users: HashMap<String, user_setup::Model>,
    vat: HashMap<(Code<20>, Code<20>), vat::Model>,
}

impl Setup {
    /// Reads the set-up.
    ///
    /// # Errors
    /// [`Error::NoCompany`], or when the database fails.
    pub async fn read(c: &impl ConnectionTrait) -> Result<Self> {
        let groups = |row: &general::Model| (row.business_group.clone(), row.product_group.clone());
        let place = |row: &inventory::Model| (row.location_code.clone(), row.inventory_posting_group.clone());
        let vat_groups = |row: &vat::Model| (row.business_group.clone(), row.product_group.clone());
        Ok(Self {
            company: company::read(c).await?,
            ledger: general_ledger::setup::Entity::find().one(c).await?.ok_or(Error::NoCompany)?,
            sales: sales_setup::Entity::find().one(c).await?.ok_or(Error::NoCompany)?,
            inventory: inventory_setup::Entity::find().one(c).await?.ok_or(Error::NoCompany)?,
            rates: Rates::read(c).await?,
            taxes: sales_tax::Tables::read(c).await?,
            accounts: by(accounts::Entity::find().all(c).await?, |row| row.number.clone()),
            bank_accounts: by(bank_accounts::Entity::find().all(c).await?, |row| row.number.clone()),
            bank_groups: by(bank_accounts::posting_group::Entity::find().all(c).await?, |row| row.code.clone()),
            currencies: by(currencies::Entity::find().all(c).await?, |row| row.code.clone()),
            customer_groups: by(posting_groups::customer::Entity::find().all(c).await?, |row| row.code.clone()),
            general: by(general::Entity::find().all(c).await?, groups),
            places: by(inventory::Entity::find().all(c).await?, place),
            payment_methods: by(payment_methods::Entity::find().all(c).await?, |row| row.code.clone()),
            payment_terms: by(payment_terms::Entity::find().all(c).await?, |row| row.code.clone()),
            salespeople: by(salespeople::Entity::find().all(c).await?, |row| row.code.clone()),
            users: by(user_setup::Entity::find().all(c).await?, |row| row.user_id.to_string()),
            vat: by(vat::Entity::find().all(c).await?, vat_groups),
        })
    }

    /// Whether a line must name one of the variants of an item that has some.
    pub(super) fn is_variant_mandatory(&self, item: &items::Model) -> bool {
        item.is_variant_mandatory(self.inventory.variant_mandatory_if_exists)
    }

    /// Whether posting works out discounts on the whole by itself.
    pub(crate) fn calculates_discount(&self) -> bool {
        self.sales.calculate_invoice_discount
    }

    /// To what amounts in a currency are rounded; blank is the company's own.
    pub(super) fn precision(&self, currency: &Code<10>) -> Result<Decimal> {
        match currency.non_blank() {
            None => Ok(self.company.amount_rounding_precision.decimal()),
            Some(code) => Ok(self.currency(code)?.amount_rounding_precision.decimal()),
        }
    }

    pub(super) fn currency(&self, code: &Code<10>) -> Result<&currencies::Model> {
        self.currencies.get(code).ok_or_else(|| unknown("currency", code))
    }

    pub(super) fn account(&self, number: &Code<20>) -> Option<&accounts::Model> {
        self.accounts.get(number)
    }

    /// A bank account, and the account that its group names.
    pub(super) fn bank_account(&self, number: &Code<20>) -> Option<(&bank_accounts::Model, Option<&Code<20>>)> {
        let bank = self.bank_accounts.get(number)?;
        let group = self.bank_groups.get(&bank.bank_account_posting_group);
        Some((bank, group.map(|group| &group.account_number)))
    }

    pub(super) fn customer_group(&self, code: &Code<20>) -> Option<&posting_groups::customer::Model> {
        self.customer_groups.get(code)
    }

    pub(super) fn general(&self, business: &Code<20>, product: &Code<20>) -> Option<&general::Model> {
        self.general.get(&(business.clone(), product.clone()))
    }

    pub(super) fn place(&self, location: &Code<10>, group: &Code<20>) -> Option<&inventory::Model> {
        self.places.get(&(location.clone(), group.clone()))
    }

    pub(super) fn payment_method(&self, code: &Code<10>) -> Option<&payment_methods::Model> {
        self.payment_methods.get(code)
    }

    pub(super) fn payment_terms(&self, code: &Code<10>) -> Option<&payment_terms::Model> {
        self.payment_terms.get(code)
    }

    pub(super) fn salesperson(&self, code: &Code<20>) -> Option<&salespeople::Model> {
        self.salespeople.get(code)
    }

    pub(super) fn vat(&self, business: &Code<20>, product: &Code<20>) -> Option<&vat::Model> {
        self.vat.get(&(business.clone(), product.clone()))
    }

    /// Whether a user may post to a day: by the user set-up where that says something, else by that of the ledger.
    pub(super) fn allows(&self, user: &str, date: NaiveDate) -> bool {
        let own = self.users.get(user).map(|user| (user.allow_posting_from, user.allow_posting_to));
        is_within(date, own, (self.ledger.allow_posting_from, self.ledger.allow_posting_to))
    }

    /// Whether the VAT of what a user posts may belong to a day, decided in the same way.
    pub(super) fn allows_vat(&self, user: &str, date: NaiveDate) -> bool {
        let own = self.users.get(user).map(|user| (user.allow_vat_date_from, user.allow_vat_date_to));
        is_within(date, own, (self.ledger.allow_vat_date_from, self.ledger.allow_vat_date_to))
    }
}

/// The first and the last day of a period; `None`: it has no end on that side.
type Period = (Option<NaiveDate>, Option<NaiveDate>);

/// Whether a day lies within a user's own period, or within that of all where the user's says nothing.
fn is_within(date: NaiveDate, own: Option<Period>, of_all: Period) -> bool {
    let (from, to) = own.filter(|period| *period != (None, None)).unwrap_or(of_all);
    from.is_none_or(|from| from <= date) && to.is_none_or(|to| date <= to)
}

fn by<K: std::hash::Hash + Eq, M>(rows: Vec<M>, key: impl Fn(&M) -> K) -> HashMap<K, M> {
    rows.into_iter().map(|row| (key(&row), row)).collect()
}

fn unknown<const N: usize>(kind: &'static str, code: &Code<N>) -> Error {
    Error::Unknown { kind, code: code.to_string() }
}
