use values::Code;

use super::usable::{direct, named, usable};
use crate::general_journal::AccountType;
use crate::posting::{Problems, Setup};

/// Where money is kept: an account of the general ledger, or a bank account with the account that its group names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::posting) enum MoneyAccount {
    General(Code<20>),
    Bank { number: Code<20>, account: Code<20>, currency_code: Code<10> },
}

impl MoneyAccount {
    /// The one that a set-up names, when it may be posted to. `place` names that set-up.
    pub(super) fn named(
        setup: &Setup,
        place: &str,
        (kind, number): (AccountType, &Code<20>),
        problems: &mut Problems,
    ) -> Option<Self> {
        match kind {
            AccountType::BankAccount => bank(setup, place, number, "account", problems),
            _ => named(setup, place, "Bal. Account No.", number, problems).map(Self::General),
        }
    }

    /// The one that a line or a payment names, when those may name it.
    pub(in crate::posting) fn direct(
        setup: &Setup,
        place: &str,
        (kind, number): (AccountType, &Code<20>),
        field: &'static str,
        problems: &mut Problems,
    ) -> Option<Self> {
        match kind {
            AccountType::BankAccount => bank(setup, place, number, field, problems),
            _ => direct(setup, place, number, field, problems).map(Self::General),
        }
    }

    /// The account in the general ledger.
    pub(in crate::posting) fn account(&self) -> &Code<20> {
        match self {
            Self::General(account) | Self::Bank { account, .. } => account,
        }
    }

    /// A bank account that is kept in a currency takes only that one.
    pub(in crate::posting) fn check_currency(&self, currency: &Code<10>, problems: &mut Problems) {
        if let Self::Bank { number, currency_code, .. } = self
            && !currency_code.is_blank()
            && currency_code != currency
        {
            let text = format!("bank account {number} is kept in {currency_code}: enter the amount in that currency");
            problems.add("currencyCode", text);
        }
    }
}

fn bank(
    setup: &Setup,
    place: &str,
    number: &Code<20>,
    field: &'static str,
    problems: &mut Problems,
) -> Option<MoneyAccount> {
    let Some((bank, account)) = setup.bank_account(number) else {
        problems
            .add(field, format!("there is no bank account {number}, which {place} names: create it, or name another"));
        return None;
    };
    if bank.blocked {
        let text = format!("bank account {number}, which {place} names, is blocked: unblock it, or name another");
        problems.add(field, text);
        return None;
    }
    let Some(account) = account.and_then(Code::non_blank) else {
        let group = &bank.bank_account_posting_group;
        let text =
            format!("bank account {number} has no G/L account: enter one in the bank account posting group '{group}'");
        problems.add(field, text);
        return None;
    };
    let account = usable(setup, &format!("bank account {number}"), account, field, problems)?;
    Some(MoneyAccount::Bank { number: number.clone(), account, currency_code: bank.currency_code.clone() })
}
