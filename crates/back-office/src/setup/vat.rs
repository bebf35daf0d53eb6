use chrono::{DateTime, Utc};
use database::{Tx, insert_many};
use runtime::Random;
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use values::Code;
use values::money::Percent;

use super::chart;
use crate::posting_groups::{vat_business, vat_product};
use crate::{Result, vat};

/// Code, what for, percentage.
const PRODUCT: [(&str, &str, i32); 3] =
    [("HIGH", "Full rate", 25), ("MEDIUM", "Reduced rate, as for food", 15), ("ZERO", "No VAT", 0)];
/// Code, what for, whether they pay VAT.
const BUSINESS: [(&str, &str, bool); 2] =
    [("DOMESTIC", "Customers at home", true), ("EXPORT", "Customers abroad", false)];

/// Makes the VAT posting groups and a set-up for each pair.
pub(super) async fn install(tx: &Tx, now: DateTime<Utc>, random: &Random) -> Result<()> {
    let business = BUSINESS.map(|(code, description, _)| vat_business::Model {
        id: random.id(now),
        code: Code::cut(code),
        description: description.to_owned(),
    });
    insert_many(tx, business.map(|row| row.into_active_model().reset_all()).to_vec()).await?;
    let product = PRODUCT.map(|(code, description, _)| vat_product::Model {
        id: random.id(now),
        code: Code::cut(code),
        description: description.to_owned(),
    });
    insert_many(tx, product.map(|row| row.into_active_model().reset_all()).to_vec()).await?;
    let pairs = BUSINESS.iter().flat_map(|(business, _, pays)| {
        PRODUCT.iter().map(move |(product, _, percent)| (business, product, if *pays { *percent } else { 0 }))
    });
    let rows = pairs.map(|(business, product, percent)| vat::Model {
        id: random.id(now),
        business_group: Code::cut(business),
        product_group: Code::cut(product),
        calculation_type: vat::Calculation::Normal,
        percent: Percent::from(percent),
        identifier: Code::cut(&format!("VAT{percent}")),
        sales_vat_account: Code::cut(chart::SALES_VAT),
        blocked: false,
    });
    Ok(insert_many(tx, rows.map(|row| row.into_active_model().reset_all()).collect()).await?)
}
