use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rust_decimal::Decimal;
use sea_orm::{ConnectionTrait, EntityTrait};
use values::Code;

use crate::{Error, Result, accounts, company, currencies, customers, items, vat};

/// What decides the amounts of documents, read once for a batch: company, currencies, VAT set-up, accounts, and the
/// customers and items that the batch has met so far.
#[derive(Debug)]
pub struct Setup {
    pub(super) company: company::Model,
    currencies: HashMap<Code<10>, currencies::Model>,
    vat: HashMap<(Code<20>, Code<20>), vat::Model>,
    accounts: HashMap<Code<20>, accounts::Model>,
    met: Mutex<Met>,
}

#[derive(Debug, Default)]
struct Met {
    customers: HashMap<Code<20>, Arc<customers::Model>>,
    items: HashMap<Code<20>, Arc<items::Model>>,
}

impl Setup {
    /// Reads the set-up.
    ///
    /// # Errors
    /// [`Error::NoCompany`], or when the database fails.
    pub async fn read(connection: &impl ConnectionTrait) -> Result<Self> {
        let all = (
            currencies::Entity::find().all(connection).await?,
            vat::Entity::find().all(connection).await?,
            accounts::Entity::find().all(connection).await?,
        );
        Ok(Self {
            company: company::read(connection).await?,
            currencies: all.0.into_iter().map(|currency| (currency.code.clone(), currency)).collect(),
            vat: all.1.into_iter().map(|vat| ((vat.business_group.clone(), vat.product_group.clone()), vat)).collect(),
            accounts: all.2.into_iter().map(|account| (account.number.clone(), account)).collect(),
            met: Mutex::default(),
        })
    }

    fn met(&self) -> MutexGuard<'_, Met> {
        self.met.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// To what amounts in a currency are rounded.
    pub(super) fn precision(&self, currency: &Code<10>) -> Result<Decimal> {
        if currency.is_blank() {
            return Ok(self.company.amount_rounding_precision.decimal());
        }
        let known = self.currencies.get(currency).map(|currency| currency.amount_rounding_precision.decimal());
        known.ok_or_else(|| Error::Unknown { kind: "currency", code: currency.to_string() })
    }

    pub(super) fn vat(&self, business: &Code<20>, product: &Code<20>) -> Result<&vat::Model> {
        self.vat
            .get(&(business.clone(), product.clone()))
            .ok_or_else(|| Error::NoVatSetup { business: business.to_string(), product: product.to_string() })
    }

    pub(super) fn account(&self, number: &Code<20>) -> Result<&accounts::Model> {
        self.accounts.get(number).ok_or_else(|| Error::Unknown { kind: "G/L account", code: number.to_string() })
    }

    /// The customers of those numbers; those that were not met before are read in one statement.
    pub(super) async fn meet_customers(&self, connection: &impl ConnectionTrait, numbers: &[Code<20>]) -> Result<()> {
        let unmet = unmet(numbers, |number| self.met().customers.contains_key(number));
        for customer in customers::by_numbers(connection, &unmet).await? {
            self.met().customers.insert(customer.number.clone(), Arc::new(customer));
        }
        Ok(())
    }

    /// The items of those numbers; those that were not met before are read in one statement.
    pub(super) async fn meet_items(&self, connection: &impl ConnectionTrait, numbers: &[Code<20>]) -> Result<()> {
        let unmet = unmet(numbers, |number| self.met().items.contains_key(number));
        for item in items::by_numbers(connection, &unmet).await? {
            self.met().items.insert(item.number.clone(), Arc::new(item));
        }
        Ok(())
    }

    pub(super) fn customer(&self, number: &Code<20>) -> Result<Arc<customers::Model>> {
        let known = self.met().customers.get(number).cloned();
        let customer = known.ok_or_else(|| Error::Unknown { kind: "customer", code: number.to_string() })?;
        if customer.blocked != customers::Blocked::None {
            return Err(Error::Blocked { kind: "customer", code: number.to_string() });
        }
        Ok(customer)
    }

    pub(super) fn item(&self, number: &Code<20>) -> Result<Arc<items::Model>> {
        let known = self.met().items.get(number).cloned();
        let item = known.ok_or_else(|| Error::Unknown { kind: "item", code: number.to_string() })?;
        if item.blocked || item.sales_blocked {
            return Err(Error::Blocked { kind: "item", code: number.to_string() });
        }
        let blank = |field| Error::Blank { field, kind: "item", code: number.to_string() };
        if item.general_product_posting_group.is_blank() {
            return Err(blank("Gen. Prod. Posting Group"));
        }
        if item.item_type == items::ItemType::Inventory && item.inventory_posting_group.is_blank() {
            return Err(blank("Inventory Posting Group"));
        }
        Ok(item)
    }
}

fn unmet(numbers: &[Code<20>], is_met: impl Fn(&Code<20>) -> bool) -> Vec<Code<20>> {
    let mut unmet: Vec<_> = numbers.iter().filter(|number| !number.is_blank() && !is_met(number)).cloned().collect();
    unmet.sort();
    unmet.dedup();
    unmet
}
