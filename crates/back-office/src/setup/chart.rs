use chrono::{DateTime, Utc};
use database::{Tx, insert_many};
use runtime::Random;
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use values::Code;

use crate::{Result, accounts};

/// The account to which shipping is posted in a company that was set up here.
pub const SHIPPING_ACCOUNT: &str = "3060";

/// Money at the bank.
pub(super) const BANK: &str = "1920";
/// Goods on hand.
pub(super) const INVENTORY: &str = "1460";
/// Goods that are sent and not yet invoiced.
pub(super) const INVENTORY_INTERIM: &str = "1465";
/// What customers at home owe.
pub(super) const RECEIVABLES: &str = "1500";
/// What customers abroad owe.
pub(super) const RECEIVABLES_ABROAD: &str = "1510";
/// What is owed to the state.
pub(super) const SALES_VAT: &str = "2700";
/// What is sold.
pub(super) const SALES: &str = "3000";
/// Work that is sold.
pub(super) const SERVICES: &str = "3050";
/// Discounts on lines, and on the whole.
pub(super) const DISCOUNTS: (&str, &str) = ("3090", "3095");
/// What customers who pay in time pay less.
pub(super) const PAYMENT_DISCOUNTS: &str = "3097";
/// What sold goods have cost.
pub(super) const COST: &str = "4300";
/// What goods have cost that are sent and not yet invoiced.
pub(super) const COST_INTERIM: &str = "4310";
/// What counting the goods has found.
pub(super) const ADJUSTMENT: &str = "4390";
/// What customers pay on top.
pub(super) const SERVICE_CHARGES: &str = "3080";
/// What rounding invoices comes to.
pub(super) const ROUNDING: &str = "7775";
/// What currencies have gained, and lost.
pub(super) const CURRENCY_GAINS: &str = "8060";
/// What currencies have lost.
pub(super) const CURRENCY_LOSSES: &str = "8160";

/// Accounts that documents and journals may name: number, name, general and VAT product group.
const DIRECT: [(&str, &str, &str, &str); 12] = [
    ("1580", "Payments under way", "", ""),
    ("1900", "Cash", "", ""),
    (BANK, "Bank", "", ""),
    ("2950", "Gift cards sold", "RETAIL", "ZERO"),
    (SALES, "Sales", "RETAIL", "HIGH"),
    (SERVICES, "Sales of services", "SERVICES", "HIGH"),
    (SHIPPING_ACCOUNT, "Shipping", "SERVICES", "HIGH"),
    ("3070", "Tips", "SERVICES", "ZERO"),
    (SERVICE_CHARGES, "Service charges", "SERVICES", "HIGH"),
    ("7770", "Cash rounding", "RETAIL", "ZERO"),
    ("7780", "Payment fees", "", ""),
    ("7790", "Payout adjustments", "", ""),
];
/// Accounts that only posting writes to: number, name, VAT product group.
const INDIRECT: [(&str, &str, &str); 14] = [
    (INVENTORY, "Goods for resale", ""),
    (INVENTORY_INTERIM, "Goods sent, not invoiced", ""),
    (RECEIVABLES, "Customers at home", ""),
    (RECEIVABLES_ABROAD, "Customers abroad", ""),
    (SALES_VAT, "VAT on sales", ""),
    (DISCOUNTS.0, "Discounts on lines", ""),
    (DISCOUNTS.1, "Discounts on invoices", ""),
    (PAYMENT_DISCOUNTS, "Payment discounts", ""),
    (COST, "Cost of goods sold", ""),
    (COST_INTERIM, "Cost of goods sent, not invoiced", ""),
    (ADJUSTMENT, "Adjustments of goods", ""),
    (ROUNDING, "Invoice rounding", "ZERO"),
    (CURRENCY_GAINS, "Currency gains", ""),
    (CURRENCY_LOSSES, "Currency losses", ""),
];

/// Makes a small chart of accounts.
pub(super) async fn install(tx: &Tx, now: DateTime<Utc>, random: &Random) -> Result<()> {
    let direct = DIRECT.iter().map(|(number, name, general, vat)| (*number, *name, true, *general, *vat));
    let indirect = INDIRECT.iter().map(|(number, name, vat)| (*number, *name, false, "", *vat));
    let accounts = direct.chain(indirect).map(|(number, name, direct_posting, general, vat)| accounts::Model {
        id: random.id(now),
        number: Code::cut(number),
        name: name.to_owned(),
        account_type: accounts::AccountType::Posting,
        direct_posting,
        blocked: false,
        general_product_posting_group: Code::cut(general),
        vat_product_posting_group: Code::cut(vat),
        tax_group_code: Code::blank(),
    });
    Ok(insert_many(tx, accounts.map(|row| row.into_active_model().reset_all()).collect()).await?)
}
