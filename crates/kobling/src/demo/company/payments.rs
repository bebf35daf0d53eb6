use anyhow::{Context as _, Result};
use back_office::general_journal::{self, AccountType, NewLine, batch};
use back_office::general_ledger::DocumentType;
use back_office::posting::Setup;
use back_office::sales::Context;
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use values::Code;

use super::documents::Paid;

/// Enters what customers have paid, each for its invoice, and posts the journal.
///
/// # Errors
/// When posting is refused.
pub(super) async fn receive(tx: &Tx, paid: &[Paid], cx: &Context) -> Result<()> {
    let receipts = batch::Entity::find().filter(batch::Column::TemplateName.eq("CASHRCPT"));
    let journal = receipts.one(tx).await?.context("there is no cash receipt journal")?;
    let lines: Vec<_> = paid
        .iter()
        .map(|paid| NewLine {
            posting_date: paid.day,
            document_type: DocumentType::Payment,
            document_number: Code::blank(),
            external_document_number: String::new(),
            account_type: AccountType::Customer,
            account_number: paid.customer.clone(),
            description: format!("Payment of {}", paid.invoice),
            currency_code: Code::blank(),
            amount: -paid.amount,
            balancing_account: None,
            applies_to: Some((DocumentType::Invoice, paid.invoice.clone())),
            payment_method_code: Code::blank(),
            source: None,
        })
        .collect();
    general_journal::enter(tx, journal.id, &lines, cx).await?;
    general_journal::post(tx, &Setup::read(tx).await?, journal.id, cx).await?;
    Ok(())
}
