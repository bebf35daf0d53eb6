use chrono::{DateTime, Utc};
use database::{Tx, insert_many};
use runtime::Random;
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use values::Code;

use super::chart;
use crate::items::ItemType;
use crate::posting_groups::{customer, general_business, general_product, inventory};
use crate::{Result, customers, items};

/// Code, what for: of customers, for sales and for what they owe alike; the account of what they owe.
const BUSINESS: [(&str, &str, &str); 2] =
    [("DOMESTIC", "Customers at home", chart::RECEIVABLES), ("EXPORT", "Customers abroad", chart::RECEIVABLES_ABROAD)];
/// Template, type, unit, general product group, inventory posting group.
const ITEMS: [(&str, ItemType, &str, &str, &str); 3] = [
    ("ITEM", ItemType::Inventory, "PCS", "RETAIL", "RESALE"),
    ("NON-INV", ItemType::NonInventory, "PCS", "RETAIL", ""),
    ("SERVICE", ItemType::Service, "HOUR", "SERVICES", ""),
];

/// Makes the posting groups, and templates for customers and items that name them.
pub(super) async fn install(tx: &Tx, now: DateTime<Utc>, random: &Random) -> Result<()> {
    posting_groups(tx, now, random).await?;
    let customers = BUSINESS.map(|(code, description, _)| customers::template::Model {
        id: random.id(now),
        code: Code::cut(code),
        description: description.to_owned(),
        number_series: Code::blank(),
        general_business_posting_group: Code::cut(code),
        vat_business_posting_group: Code::cut(code),
        tax_area_code: Code::blank(),
        tax_liable: false,
        customer_posting_group: Code::cut(code),
        currency_code: Code::blank(),
        payment_terms_code: Code::blank(),
        payment_method_code: Code::blank(),
        prices_including_vat: true,
    });
    insert_many(tx, customers.map(|row| row.into_active_model().reset_all()).to_vec()).await?;
    let items = ITEMS.map(|(code, item_type, unit, general, inventory)| items::template::Model {
        id: random.id(now),
        code: Code::cut(code),
        description: format!("Items, {}", item_type.caption().to_lowercase()),
        item_type,
        base_unit_of_measure_code: Code::cut(unit),
        general_product_posting_group: Code::cut(general),
        vat_product_posting_group: Code::cut("HIGH"),
        tax_group_code: Code::blank(),
        inventory_posting_group: Code::cut(inventory),
        price_includes_vat: true,
        allow_invoice_discount: true,
    });
    Ok(insert_many(tx, items.map(|row| row.into_active_model().reset_all()).to_vec()).await?)
}

async fn posting_groups(tx: &Tx, now: DateTime<Utc>, random: &Random) -> Result<()> {
    let business = BUSINESS.map(|(code, description, _)| general_business::Model {
        id: random.id(now),
        code: Code::cut(code),
        description: description.to_owned(),
    });
    insert_many(tx, business.map(|row| row.into_active_model().reset_all()).to_vec()).await?;
    let customer = BUSINESS.map(|(code, description, receivables)| customer::Model {
        id: random.id(now),
        code: Code::cut(code),
        description: description.to_owned(),
        receivables_account: Code::cut(receivables),
        invoice_rounding_account: Code::cut(chart::ROUNDING),
        service_charge_account: Code::cut(chart::SERVICE_CHARGES),
        payment_discount_debit_account: Code::cut(chart::PAYMENT_DISCOUNTS),
        payment_discount_credit_account: Code::cut(chart::PAYMENT_DISCOUNTS),
    });
    insert_many(tx, customer.map(|row| row.into_active_model().reset_all()).to_vec()).await?;
    let product = [("RETAIL", "Goods"), ("SERVICES", "Services")].map(|(code, description)| general_product::Model {
        id: random.id(now),
        code: Code::cut(code),
        description: description.to_owned(),
    });
    insert_many(tx, product.map(|row| row.into_active_model().reset_all()).to_vec()).await?;
    let resale =
        inventory::Model { id: random.id(now), code: Code::cut("RESALE"), description: "Goods for resale".to_owned() };
    Ok(insert_many(tx, vec![resale.into_active_model().reset_all()]).await?)
}
