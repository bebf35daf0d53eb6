use std::collections::HashMap;
use std::hash::Hash;

use chrono::{DateTime, Utc};
use database::{Tx, upsert_many};
use runtime::Random;
use sea_orm::{ColumnTrait, Condition, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;
use values::Code;
use values::money::Quantity;

use super::{reference, text, unit_of_measure, variant, vendor};
use crate::Result;

/// The bar codes of so many items are named in a statement.
const ITEMS: usize = 100;

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

/// Gives items what belongs to them, in as few statements as there are tables. What they have already stays; variants are
/// described anew, and a bar code of a variant takes the place of the same one of the whole item. What is said of something
/// twice is the last that is said.
///
/// # Errors
/// When the database fails.
pub async fn furnish_all(tx: &Tx, all: &[(Code<20>, Belongings)], now: DateTime<Utc>, random: &Random) -> Result<()> {
    let id = || random.id(now);
    let of = |(item, with): &(Code<20>, Belongings)| {
        let variants = with.variants.iter().map(|(code, description)| variant::Model {
            id: id(),
            item_number: item.clone(),
            code: code.clone(),
            description: description.clone(),
            blocked: false,
            sales_blocked: false,
        });
        variants.collect::<Vec<_>>()
    };
    let variants = last(all.iter().flat_map(of), |row| (row.item_number.clone(), row.code.clone()));
    let key = [variant::Column::ItemNumber, variant::Column::Code];
    upsert(tx, variants, &key, &[variant::Column::Description]).await?;

    let of = |(item, with): &(Code<20>, Belongings)| {
        let units = with.units.iter().map(|code| unit_of_measure::Model {
            id: id(),
            item_number: item.clone(),
            code: code.clone(),
            quantity_per_unit_of_measure: Quantity::from(1),
        });
        units.collect::<Vec<_>>()
    };
    let units = last(all.iter().flat_map(of), |row| (row.item_number.clone(), row.code.clone()));
    let key = [unit_of_measure::Column::ItemNumber, unit_of_measure::Column::Code];
    upsert(tx, units, &key, &[]).await?;
    bar_codes(tx, all, &id).await?;

    let of = |(item, with): &(Code<20>, Belongings)| {
        let vendors = with.vendor_numbers.iter().map(|one| vendor::Model {
            id: id(),
            item_number: item.clone(),
            variant_code: one.variant.clone(),
            vendor_number: one.vendor.clone(),
            vendor_item_number: one.number.clone(),
        });
        vendors.collect::<Vec<_>>()
    };
    let key_of = |row: &vendor::Model| (row.item_number.clone(), row.variant_code.clone(), row.vendor_number.clone());
    let vendors = last(all.iter().flat_map(of), key_of);
    let key = [vendor::Column::ItemNumber, vendor::Column::VariantCode, vendor::Column::VendorNumber];
    upsert(tx, vendors, &key, &[vendor::Column::VendorItemNumber]).await?;

    let of = |(item, with): &(Code<20>, Belongings)| {
        let text = with.marketing_text.as_ref()?;
        Some(text::Model {
            id: id(),
            item_number: item.clone(),
            text_type: text::TextType::Marketing,
            language_code: Code::blank(),
            text: text.clone(),
        })
    };
    let texts = last(all.iter().filter_map(of), |row| row.item_number.clone());
    let key = [text::Column::ItemNumber, text::Column::TextType, text::Column::LanguageCode];
    upsert(tx, texts, &key, &[text::Column::Text]).await
}

/// Gives items their bar codes, and takes away those of whole items that are those of variants now.
async fn bar_codes(tx: &Tx, all: &[(Code<20>, Belongings)], id: &impl Fn() -> Uuid) -> Result<()> {
    use reference::Column;
    let of = |(item, with): &(Code<20>, Belongings)| {
        let references = with.bar_codes.iter().map(|one| reference::Model {
            id: id(),
            item_number: item.clone(),
            variant_code: one.variant.clone(),
            unit_of_measure_code: one.unit.clone(),
            reference_number: one.number.clone(),
        });
        references.collect::<Vec<_>>()
    };
    let references = last(all.iter().flat_map(of), |row| {
        let (item, variant) = (row.item_number.clone(), row.variant_code.clone());
        (item, variant, row.unit_of_measure_code.clone(), row.reference_number.clone())
    });
    let key = [Column::ItemNumber, Column::VariantCode, Column::UnitOfMeasureCode, Column::ReferenceNumber];
    upsert(tx, references, &key, &[]).await?;
    for some in all.chunks(ITEMS) {
        let (mut wider, mut is_any) = (Condition::any(), false);
        for (item, with) in some {
            let of_variants = with.bar_codes.iter().filter(|one| !one.variant.is_blank());
            let numbers: Vec<_> = of_variants.map(|one| one.number.clone()).collect();
            if !numbers.is_empty() {
                let of_item = Column::ItemNumber.eq(item.clone()).and(Column::ReferenceNumber.is_in(numbers));
                (wider, is_any) = (wider.add(of_item), true);
            }
        }
        if is_any {
            let wider = reference::Entity::delete_many().filter(Column::VariantCode.eq("")).filter(wider);
            wider.exec(tx).await?;
        }
    }
    Ok(())
}

/// Of rows with the same key the last one, in the place of the first.
fn last<T, K: Eq + Hash>(rows: impl Iterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let (mut places, mut kept) = (HashMap::new(), Vec::new());
    for row in rows {
        let place = *places.entry(key(&row)).or_insert(kept.len());
        match kept.get_mut(place) {
            Some(before) => *before = row,
            None => kept.push(row),
        }
    }
    kept
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

#[cfg(test)]
mod tests {
    use super::last;

    #[test]
    fn what_is_said_of_something_twice_is_the_last_that_is_said() {
        let rows = [("a", 1), ("b", 2), ("a", 3)];
        assert_eq!(last(rows.into_iter(), |(key, _)| *key), [("a", 3), ("b", 2)]);
    }
}
