use chrono::{DateTime, Utc};
use database::{Tx, insert_many};
use runtime::Random;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use values::Code;
use values::money::Amount;

use super::{chart, lists, series};
use crate::general_ledger::{self, setup::InvoiceRounding};
use crate::posting_setup::{general, inventory};
use crate::sales_setup::{self, DiscountPosting};
use crate::{Result, inventory_setup};

/// Makes what decides how documents are posted, so that the first one can be.
pub(super) async fn install(tx: &Tx, cent: Amount, now: DateTime<Utc>, random: &Random) -> Result<()> {
    let ledger = general_ledger::setup::Model {
        id: random.id(now),
        allow_posting_from: None,
        allow_posting_to: None,
        allow_vat_date_from: None,
        allow_vat_date_to: None,
        invoice_rounding_precision: cent,
        invoice_rounding_type: InvoiceRounding::Nearest,
        version: 1,
    };
    general_ledger::setup::Entity::insert(ledger.into_active_model().reset_all()).exec_without_returning(tx).await?;
    let sales = sales_setup::Model {
        id: random.id(now),
        discount_posting: DiscountPosting::No,
        invoice_rounding: true,
        shipment_on_invoice: true,
        external_document_number_mandatory: false,
        calculate_invoice_discount: false,
        vat_business_posting_group_price: Code::blank(),
        invoice_numbers: Code::cut(series::INVOICES),
        credit_memo_numbers: Code::cut(series::CREDIT_MEMOS),
        return_order_numbers: Code::cut(series::RETURN_ORDERS),
        posted_shipment_numbers: Code::cut(series::POSTED_SHIPMENTS),
        posted_invoice_numbers: Code::cut(series::POSTED_INVOICES),
        posted_credit_memo_numbers: Code::cut(series::POSTED_CREDIT_MEMOS),
        post_with_job_queue: false,
        job_queue_category_code: Code::blank(),
        job_queue_priority_for_post: 1_000,
        notify_on_success: false,
        version: 1,
    };
    sales_setup::Entity::insert(sales.into_active_model().reset_all()).exec_without_returning(tx).await?;
    let goods = inventory_setup::Model {
        id: random.id(now),
        automatic_cost_posting: true,
        expected_cost_posting: false,
        location_mandatory: false,
        prevent_negative_inventory: false,
        variant_mandatory_if_exists: false,
        version: 1,
    };
    inventory_setup::Entity::insert(goods.into_active_model().reset_all()).exec_without_returning(tx).await?;
    general_ledger::install_numbers(tx).await?;
    general_groups(tx, now, random).await?;
    places(tx, now, random).await
}

/// Where sales of each group to each group go, and goods that are found or missing.
async fn general_groups(tx: &Tx, now: DateTime<Utc>, random: &Random) -> Result<()> {
    let products = [("RETAIL", chart::SALES), ("SERVICES", chart::SERVICES)];
    let pairs = ["DOMESTIC", "EXPORT"].into_iter().flat_map(|business| products.map(|product| (business, product)));
    let sales = pairs.map(|(business, (product, sales))| general::Model {
        id: random.id(now),
        business_group: Code::cut(business),
        product_group: Code::cut(product),
        sales_account: Code::cut(sales),
        sales_credit_memo_account: Code::cut(sales),
        sales_line_discount_account: Code::cut(chart::DISCOUNTS.0),
        sales_invoice_discount_account: Code::cut(chart::DISCOUNTS.1),
        cogs_account: Code::cut(chart::COST),
        cogs_account_interim: Code::cut(chart::COST_INTERIM),
        inventory_adjustment_account: Code::cut(chart::ADJUSTMENT),
        blocked: false,
    });
    let adjusted = general::Model {
        id: random.id(now),
        product_group: Code::cut("RETAIL"),
        inventory_adjustment_account: Code::cut(chart::ADJUSTMENT),
        ..general::Model::default()
    };
    let rows = sales.chain([adjusted]);
    Ok(insert_many(tx, rows.map(|row| row.into_active_model().reset_all()).collect()).await?)
}

/// Where goods are kept in the books, at the location that is there and at none.
async fn places(tx: &Tx, now: DateTime<Utc>, random: &Random) -> Result<()> {
    let rows = ["", lists::LOCATION].map(|location| inventory::Model {
        id: random.id(now),
        location_code: Code::cut(location),
        inventory_posting_group: Code::cut("RESALE"),
        inventory_account: Code::cut(chart::INVENTORY),
        inventory_account_interim: Code::cut(chart::INVENTORY_INTERIM),
    });
    Ok(insert_many(tx, rows.map(|row| row.into_active_model().reset_all()).to_vec()).await?)
}
