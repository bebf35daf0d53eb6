//! The numbers that the entries of all ledgers were given last.

use database::Tx;
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveModelTrait, IntoActiveModel, QuerySelect};

use crate::{Error, Result};

/// One row. Whoever posts has it for as long as the transaction takes, so numbers have no gaps, and one who reads entries
/// up to a number has read all of them.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ledger_numbers")]
pub struct Model {
    /// There is one row: 1.
    #[sea_orm(primary_key, auto_increment = false)]
    id: i32,
    transaction_number: i64,
    general_ledger: i64,
    vat: i64,
    customer: i64,
    detailed_customer: i64,
    bank: i64,
    item: i64,
    value: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The numbers of the next entries.
#[derive(Clone, Debug)]
pub(crate) struct Numbers(Model);

/// Begins to count.
pub(crate) async fn install_numbers(tx: &Tx) -> Result<()> {
    let nothing = Model {
        id: 1,
        transaction_number: 0,
        general_ledger: 0,
        vat: 0,
        customer: 0,
        detailed_customer: 0,
        bank: 0,
        item: 0,
        value: 0,
    };
    Entity::insert(nothing.into_active_model().reset_all()).exec_without_returning(tx).await?;
    Ok(())
}

impl Numbers {
    /// Takes the numbers for this transaction alone; others that post wait until it ends.
    ///
    /// # Errors
    /// [`Error::NoCompany`] before the company is set up.
    pub(crate) async fn lock(tx: &Tx) -> Result<Self> {
        Entity::find().lock_exclusive().one(tx).await?.map(Self).ok_or(Error::NoCompany)
    }

    /// Remembers which were given.
    pub(crate) async fn keep(self, tx: &Tx) -> Result<()> {
        self.0.into_active_model().reset_all().update(tx).await?;
        Ok(())
    }

    /// The last G/L entry and the last VAT entry that were given.
    pub(crate) fn last(&self) -> (i64, i64) {
        (self.0.general_ledger, self.0.vat)
    }

    /// The next transaction.
    pub(crate) fn transaction(&mut self) -> i64 {
        next(&mut self.0.transaction_number)
    }

    /// The next G/L entry.
    pub(crate) fn general_ledger(&mut self) -> i64 {
        next(&mut self.0.general_ledger)
    }

    /// The next VAT entry.
    pub(crate) fn vat(&mut self) -> i64 {
        next(&mut self.0.vat)
    }

    /// The next customer ledger entry.
    pub(crate) fn customer(&mut self) -> i64 {
        next(&mut self.0.customer)
    }

    /// The next detailed customer ledger entry.
    pub(crate) fn detailed_customer(&mut self) -> i64 {
        next(&mut self.0.detailed_customer)
    }

    /// The next bank account ledger entry.
    pub(crate) fn bank(&mut self) -> i64 {
        next(&mut self.0.bank)
    }

    /// The next item ledger entry.
    pub(crate) fn item(&mut self) -> i64 {
        next(&mut self.0.item)
    }

    /// The next value entry.
    pub(crate) fn value(&mut self) -> i64 {
        next(&mut self.0.value)
    }
}

fn next(last: &mut i64) -> i64 {
    *last += 1;
    *last
}
