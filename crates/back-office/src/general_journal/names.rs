use std::collections::{BTreeSet, HashMap};

use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use values::Code;

use super::enter::balancing;
use super::{AccountType, NewLine, batch};
use crate::{Error, Result, accounts, bank_accounts, customers};

/// What the accounts that lines name are called: read in one statement for each kind.
pub(super) struct Names {
    accounts: HashMap<Code<20>, accounts::Model>,
    customers: HashMap<Code<20>, String>,
    banks: HashMap<Code<20>, String>,
}

impl Names {
    /// Reads those that are there.
    pub(super) async fn read(tx: &Tx, batch: &batch::Model, lines: &[NewLine]) -> Result<Self> {
        let own = |line: &NewLine| [(line.account_type, line.account_number.clone()), balancing(batch, line)];
        let all: BTreeSet<_> = lines.iter().flat_map(own).collect();
        let of = |kind| all.iter().filter(move |(of, _)| *of == kind).map(|(_, number)| number.clone()).collect();
        let (general, customer, bank): (Vec<_>, Vec<_>, Vec<_>) =
            (of(AccountType::General), of(AccountType::Customer), of(AccountType::BankAccount));
        let accounts = accounts::Entity::find().filter(accounts::Column::Number.is_in(general)).all(tx).await?;
        let customers = customers::by_numbers(tx, &customer).await?;
        let banks = bank_accounts::Entity::find().filter(bank_accounts::Column::Number.is_in(bank)).all(tx).await?;
        Ok(Self {
            accounts: accounts.into_iter().map(|account| (account.number.clone(), account)).collect(),
            customers: customers.into_iter().map(|customer| (customer.number, customer.name)).collect(),
            banks: banks.into_iter().map(|bank| (bank.number, bank.name)).collect(),
        })
    }

    /// What an account is called.
    ///
    /// # Errors
    /// [`Error::Unknown`] when it is not there, [`Error::Blocked`] when nothing is posted to it directly.
    pub(super) fn of(&self, kind: AccountType, number: &Code<20>) -> Result<&str> {
        let unknown = |kind| Error::Unknown { kind, code: number.to_string() };
        match kind {
            AccountType::General => {
                let account = self.accounts.get(number).ok_or_else(|| unknown("G/L account"))?;
                accounts::check_direct_posting(account)?;
                Ok(&account.name)
            }
            AccountType::Customer => Ok(self.customers.get(number).ok_or_else(|| unknown("customer"))?),
            AccountType::BankAccount => Ok(self.banks.get(number).ok_or_else(|| unknown("bank account"))?),
        }
    }
}
