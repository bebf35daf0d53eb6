//! What belongs to the item of a variant beside its card: bar codes, the number of its vendor, units.

use back_office::items::{BarCode, Belongings, VendorNumber};
use back_office::units_of_measure;
use database::{Tx, insert_many};
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use values::Code;

use super::setup::Setup;
use super::texts::description;
use super::units::Units;
use crate::Error;
use crate::orders::mapping::Ground;
use crate::products::mapping::Unit;
use crate::products::staged::variant;
use crate::shops::options::SkuMapping;

/// What belongs to an item, or to one of its variants, of what Shopify says of a variant.
pub(super) fn belongings(
    ground: &Ground,
    variant: &variant::Model,
    code: &Code<10>,
    unit: &Code<10>,
    vendor: Option<&Code<20>>,
) -> Belongings {
    let mut numbers = vec![variant.barcode.as_str()];
    if ground.shop.sku_mapping == SkuMapping::BarCode {
        numbers.push(&variant.sku);
    }
    let numbers = numbers.into_iter().filter_map(|number| Code::new(number).ok());
    let numbers = numbers.filter(|number: &Code<50>| !number.is_blank());
    let bar_codes = numbers.map(|number| BarCode { variant: code.clone(), unit: unit.clone(), number }).collect();
    let sku = variant.sku.trim();
    let is_vendors = ground.shop.sku_mapping == SkuMapping::VendorItemNumber && !sku.is_empty();
    let vendor_numbers = vendor.filter(|_| is_vendors).map(|vendor| VendorNumber {
        variant: code.clone(),
        vendor: vendor.clone(),
        number: sku.to_owned(),
    });
    let variants = (!code.is_blank()).then(|| (code.clone(), description(&variant.variant_title)));
    Belongings {
        variants: variants.into_iter().collect(),
        units: unit.non_blank().cloned().into_iter().collect(),
        bar_codes,
        vendor_numbers: vendor_numbers.into_iter().collect(),
        marketing_text: None,
    }
}

/// The unit of measure that an option of a variant tells: the one of that code or that description; one is made where the
/// text is short enough to be a code. Blank where no option tells a unit.
pub(super) async fn unit(tx: &Tx, ground: &Ground, setup: &Setup, variant: &variant::Model) -> Result<Code<10>, Error> {
    let Some(told) = Unit::of(variant).map(|unit| unit.value.trim()).filter(|told| !told.is_empty()) else {
        return Ok(Code::blank());
    };
    if let Some(found) = setup.units.told(told) {
        return Ok(found.clone());
    }
    // It may have been made since the run began.
    if let Some(found) = Units::read(tx).await?.told(told) {
        return Ok(found.clone());
    }
    let Ok(code) = Code::<10>::new(told) else { return Ok(Code::blank()) };
    let new = units_of_measure::Model {
        id: ground.random.id(ground.now),
        code: code.clone(),
        description: told.to_owned(),
        international_standard_code: Code::blank(),
    };
    insert_many(tx, vec![new.into_active_model().reset_all()]).await?;
    Ok(code)
}
