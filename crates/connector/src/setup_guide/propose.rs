//! Accounts and templates for the blank fields of a shop card, from what the company has.

use back_office::{accounts, bank_accounts, customers, items, vat};
use database::Read;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use values::Code;

use crate::{Connector, Error, shops};

/// A value for a blank field of the shop card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The field, by its API name.
    pub field: &'static str,
    /// The value.
    pub value: String,
    /// What it is called.
    pub name: String,
}

/// What an account is likely called that is for something: in English, or in Norwegian.
const ACCOUNTS: [(&str, &[&str]); 8] = [
    ("shippingChargesAccount", &["shipping", "freight", "postage", "frakt", "porto"]),
    ("tipAccount", &["tips"]),
    ("soldGiftCardAccount", &["gift card", "gavekort"]),
    ("cashRoundingsAccount", &["cash rounding", "øreavrunding", "kontantavrunding"]),
    ("additionalFeesAccount", &["service charge", "additional fee", "gebyr"]),
    ("paymentsClearingAccount", &["payments under way", "clearing", "betalinger underveis", "oppgjørskonto"]),
    ("paymentFeesAccount", &["payment fees", "betalingsgebyr", "kortgebyr"]),
    ("payoutAdjustmentsAccount", &["payout adjustments", "justering av utbetaling"]),
];

/// Proposals for what is blank. A person chooses: nothing is changed.
///
/// # Errors
/// [`Error::NoShop`], and what the database says.
pub async fn propose(connector: &Connector, shop: &str) -> Result<Vec<Proposal>, Error> {
    let read = |r: Read| async move {
        let shop = shops::find(&r, shop).await?;
        let accounts = accounts::Entity::find().order_by_asc(accounts::Column::Number).all(&r).await?;
        let named = ACCOUNTS.iter().filter(|(field, _)| value_of(&shop, field).is_blank());
        let mut proposals: Vec<Proposal> =
            named.filter_map(|(field, words)| account(&accounts, field, words)).collect();
        if shop.payout_bank_account.is_blank() {
            proposals.extend(bank_account(&r).await?);
        }
        if shop.customer_template_code.is_blank() {
            proposals.extend(customer_template(&r).await?);
        }
        if shop.item_template_code.is_blank() {
            proposals.extend(item_template(&r).await?);
        }
        Ok::<_, Error>(proposals)
    };
    connector.db().read(read).await
}

fn value_of<'a>(shop: &'a shops::Model, field: &str) -> &'a Code<20> {
    match field {
        "shippingChargesAccount" => &shop.shipping_charges_account,
        "tipAccount" => &shop.tip_account,
        "soldGiftCardAccount" => &shop.sold_gift_card_account,
        "cashRoundingsAccount" => &shop.cash_roundings_account,
        "paymentsClearingAccount" => &shop.payments_clearing_account,
        "paymentFeesAccount" => &shop.payment_fees_account,
        "payoutAdjustmentsAccount" => &shop.payout_adjustments_account,
        _ => &shop.additional_fees_account,
    }
}

/// The first account that a document may name and whose name holds one of the words.
fn account(accounts: &[accounts::Model], field: &'static str, words: &[&str]) -> Option<Proposal> {
    let may = |account: &&accounts::Model| {
        let name = account.name.to_lowercase();
        accounts::check_direct_posting(account).is_ok() && words.iter().any(|word| name.contains(word))
    };
    let found = accounts.iter().find(may)?;
    Some(Proposal { field, value: found.number.to_string(), name: found.name.clone() })
}

/// The bank account, where there is only one.
async fn bank_account(read: &Read) -> Result<Option<Proposal>, Error> {
    use bank_accounts::{Column, Entity};
    let accounts = Entity::find().filter(Column::Blocked.eq(false)).all(read).await?;
    let [only] = accounts.as_slice() else { return Ok(None) };
    Ok(Some(Proposal { field: "payoutBankAccount", value: only.number.to_string(), name: only.name.clone() }))
}

/// The template of customers at home: the first whose VAT business posting group bears VAT; else the first.
async fn customer_template(read: &Read) -> Result<Option<Proposal>, Error> {
    use customers::template::{Column, Entity};
    let templates = Entity::find().order_by_asc(Column::Code).all(read).await?;
    let setup = vat::Entity::find().all(read).await?;
    let bears_vat = |template: &&customers::template::Model| {
        let group = &template.vat_business_posting_group;
        setup.iter().any(|row| row.business_group == *group && !row.charged().is_zero())
    };
    let found = templates.iter().find(bears_vat).or_else(|| templates.first());
    Ok(found.map(|template| Proposal {
        field: "customerTemplateCode",
        value: template.code.to_string(),
        name: template.description.clone(),
    }))
}

/// The first template of goods that are counted; else the first.
async fn item_template(read: &Read) -> Result<Option<Proposal>, Error> {
    use items::template::{Column, Entity};
    let templates = Entity::find().order_by_asc(Column::Code).all(read).await?;
    let counted = templates.iter().find(|template| template.item_type == items::ItemType::Inventory);
    let found = counted.or_else(|| templates.first());
    Ok(found.map(|template| Proposal {
        field: "itemTemplateCode",
        value: template.code.to_string(),
        name: template.description.clone(),
    }))
}
