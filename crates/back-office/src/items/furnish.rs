use std::collections::HashSet;

use chrono::{DateTime, Utc};
use database::{Tx, upsert_many};
use runtime::Random;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use values::Code;
use values::money::Quantity;

use super::{reference, text, unit_of_measure, variant, vendor};
use crate::Result;

/// What belongs to an item beside its card.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Belongings {
    /// Its variants, by their codes, and what they are.
    pub variants: Vec<(Code<10>, String)>,
    /// The units in which it is sold; each holds one base unit.
    pub units: Vec<Code<10>>,
    /// Its bar codes.
    pub bar_codes: Vec<BarCode>,
    /// The numbers by which vendors know it.
    pub vendor_numbers: Vec<VendorNumber>,
    /// What is said of it where it is sold.
    pub marketing_text: Option<String>,
}

/// A bar code of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BarCode {
    /// Of which variant; blank: of all.
    pub variant: Code<10>,
    /// Of which unit; blank: of all.
    pub unit: Code<10>,
    /// The bar code.
    pub number: Code<50>,
}

/// The number by which a vendor knows an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VendorNumber {
    /// Which variant; blank: all.
    pub variant: Code<10>,
    /// Who knows it.
    pub vendor: Code<20>,
    /// By which number.
    pub number: String,
}

/// Gives an item what belongs to it. What it has already stays; variants are described anew, and a bar code of a variant
/// takes the place of the same one of the whole item.
///
/// # Errors
/// When the database fails.
pub async fn furnish(tx: &Tx, item: &Code<20>, with: &Belongings, now: DateTime<Utc>, random: &Random) -> Result<()> {
    let id = || random.id(now);
    let variants = with.variants.iter().map(|(code, description)| variant::Model {
        id: id(),
        item_number: item.clone(),
        code: code.clone(),
        description: description.clone(),
        blocked: false,
        sales_blocked: false,
    });
    let key = [variant::Column::ItemNumber, variant::Column::Code];
    upsert(tx, variants, &key, &[variant::Column::Description]).await?;

    let units = with.units.iter().map(|code| unit_of_measure::Model {
        id: id(),
        item_number: item.clone(),
        code: code.clone(),
        quantity_per_unit_of_measure: Quantity::from(1),
    });
    let key = [unit_of_measure::Column::ItemNumber, unit_of_measure::Column::Code];
    upsert(tx, units, &key, &[]).await?;

    let mut seen = HashSet::new();
    let bar_codes = with.bar_codes.iter().filter(|one| seen.insert((&one.variant, &one.unit, &one.number)));
    let references = bar_codes.map(|one| reference::Model {
        id: id(),
        item_number: item.clone(),
        variant_code: one.variant.clone(),
        unit_of_measure_code: one.unit.clone(),
        reference_number: one.number.clone(),
    });
    let key = [
        reference::Column::ItemNumber,
        reference::Column::VariantCode,
        reference::Column::UnitOfMeasureCode,
        reference::Column::ReferenceNumber,
    ];
    upsert(tx, references, &key, &[]).await?;
    forget_wider(tx, item, &with.bar_codes).await?;

    let vendors = with.vendor_numbers.iter().map(|one| vendor::Model {
        id: id(),
        item_number: item.clone(),
        variant_code: one.variant.clone(),
        vendor_number: one.vendor.clone(),
        vendor_item_number: one.number.clone(),
    });
    let key = [vendor::Column::ItemNumber, vendor::Column::VariantCode, vendor::Column::VendorNumber];
    upsert(tx, vendors, &key, &[vendor::Column::VendorItemNumber]).await?;

    let text = with.marketing_text.as_ref().map(|text| text::Model {
        id: id(),
        item_number: item.clone(),
        text_type: text::TextType::Marketing,
        language_code: Code::blank(),
        text: text.clone(),
    });
    let key = [text::Column::ItemNumber, text::Column::TextType, text::Column::LanguageCode];
    upsert(tx, text, &key, &[text::Column::Text]).await
}

/// Takes away the bar codes of the whole item that are those of a variant now.
async fn forget_wider(tx: &Tx, item: &Code<20>, bar_codes: &[BarCode]) -> Result<()> {
    let of_variants = bar_codes.iter().filter(|one| !one.variant.is_blank());
    let numbers: Vec<_> = of_variants.map(|one| one.number.clone()).collect();
    if numbers.is_empty() {
        return Ok(());
    }
    reference::Entity::delete_many()
        .filter(reference::Column::ItemNumber.eq(item.clone()))
        .filter(reference::Column::VariantCode.eq(""))
        .filter(reference::Column::ReferenceNumber.is_in(numbers))
        .exec(tx)
        .await?;
    Ok(())
}

async fn upsert<M, A, E>(
    tx: &Tx,
    rows: impl IntoIterator<Item = M>,
    key: &[E::Column],
    update: &[E::Column],
) -> Result<()>
where
    M: IntoActiveModel<A>,
    A: sea_orm::ActiveModelTrait<Entity = E> + Send,
    E: EntityTrait<Model: IntoActiveModel<A>>,
{
    let rows = rows.into_iter().map(|row| row.into_active_model().reset_all()).collect();
    upsert_many(tx, rows, key, update).await?;
    Ok(())
}
