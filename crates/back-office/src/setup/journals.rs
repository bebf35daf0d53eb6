use chrono::{DateTime, Utc};
use database::{Tx, insert_many};
use runtime::Random;
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use values::Code;

use super::{chart, series};
use crate::general_journal::template::TemplateType;
use crate::general_journal::{AccountType, batch, template};
use crate::{Result, bank_accounts};

/// The bank account, and the group that it is in.
const BANK: (&str, &str) = ("MAIN", "BANK");
/// Name, what for, what its registers are marked with, what its lines are balanced with.
const JOURNALS: [(&str, &str, TemplateType, &str, &str); 2] = [
    ("GENERAL", "General journal", TemplateType::General, "GENJNL", ""),
    ("CASHRCPT", "Cash receipt journal", TemplateType::CashReceipts, "CASHRECJNL", BANK.0),
];

/// Makes a bank account, and a journal of each kind.
pub(super) async fn install(tx: &Tx, now: DateTime<Utc>, random: &Random) -> Result<()> {
    let group = bank_accounts::posting_group::Model {
        id: random.id(now),
        code: Code::cut(BANK.1),
        account_number: Code::cut(chart::BANK),
    };
    insert_many(tx, vec![group.into_active_model().reset_all()]).await?;
    let bank = bank_accounts::Model {
        id: random.id(now),
        number: Code::cut(BANK.0),
        name: "Main bank account".to_owned(),
        bank_account_number: String::new(),
        iban: String::new(),
        currency_code: Code::blank(),
        bank_account_posting_group: Code::cut(BANK.1),
        blocked: false,
    };
    insert_many(tx, vec![bank.into_active_model().reset_all()]).await?;
    let templates = JOURNALS.map(|(name, description, template_type, source_code, _)| template::Model {
        id: random.id(now),
        name: Code::cut(name),
        description: description.to_owned(),
        template_type,
        source_code: Code::cut(source_code),
    });
    insert_many(tx, templates.map(|row| row.into_active_model().reset_all()).to_vec()).await?;
    let batches = JOURNALS.map(|(template, description, .., bank)| batch::Model {
        id: random.id(now),
        template_name: Code::cut(template),
        name: Code::cut("DEFAULT"),
        description: description.to_owned(),
        balancing_account_type: if bank.is_empty() { AccountType::General } else { AccountType::BankAccount },
        balancing_account_number: Code::cut(bank),
        number_series: Code::cut(series::JOURNALS),
    });
    Ok(insert_many(tx, batches.map(|row| row.into_active_model().reset_all()).to_vec()).await?)
}
