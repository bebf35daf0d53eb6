//! Whether an item is there already that a variant would become.

use std::collections::{BTreeSet, HashMap};

use back_office::items::variant as item_variant;
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use values::Code;

use super::setup::Setup;
use crate::products::mapping::{Catalogue, Keys, parts, subject_of};
use crate::products::staged::{Whole, product, variant};
use crate::shops::options::SkuMapping;
use crate::{Error, shops};

/// The items of one product that there are, with those that are made meanwhile.
#[derive(Debug)]
pub(super) struct Existing {
    known: Catalogue,
    /// The codes of the variants of items that were asked for.
    codes: HashMap<Code<20>, BTreeSet<Code<10>>>,
}

impl Existing {
    /// Reads what the variants of a product may be.
    pub async fn read(tx: &Tx, shop: &shops::Model, whole: &Whole) -> Result<Self, Error> {
        let subjects = whole.variants.iter().map(|variant| subject_of(&whole.product, variant));
        let mut keys = Keys::of(shop, subjects);
        whole.variants.iter().for_each(|variant| keys.number(&variant.item_number));
        Ok(Self { known: Catalogue::read(tx, &keys).await?, codes: HashMap::new() })
    }

    /// Whether there is an item of that number.
    pub fn has(&self, item: &Code<20>) -> bool {
        self.known.has_item(item)
    }

    /// The item that a variant is by its SKU.
    pub fn item_of(
        &self,
        shop: &shops::Model,
        setup: &Setup,
        product: &product::Model,
        variant: &variant::Model,
    ) -> Option<Code<20>> {
        let sku = variant.sku.trim();
        if sku.is_empty() {
            return None;
        }
        let there = |number: &Code<20>| self.known.has_item(number);
        match shop.sku_mapping {
            SkuMapping::ItemNumber => Code::new(sku).ok().filter(there),
            SkuMapping::ItemNumberAndVariantCode => Some(parts(shop, sku)?.0).filter(there),
            SkuMapping::VendorItemNumber => {
                let vendor = setup.vendors.named(&product.vendor)?;
                self.known.of_vendor_number(Some(vendor), sku).map(|(item, _)| item)
            }
            SkuMapping::BarCode => self.known.of_barcode(sku, None).map(|(item, _)| item),
            SkuMapping::Blank | SkuMapping::VariantCode => None,
        }
    }

    /// An item was made, with these bar codes and this number of a vendor.
    pub fn learn(&mut self, item: &Code<20>, bar_codes: &[Code<50>], vendor: Option<(&Code<20>, &str)>) {
        self.known.learn(item, bar_codes, vendor);
    }

    /// The codes of the variants of an item.
    pub async fn codes(&mut self, tx: &Tx, item: &Code<20>) -> Result<&mut BTreeSet<Code<10>>, Error> {
        use item_variant::{Column, Entity};
        if !self.codes.contains_key(item) {
            let of_item = Entity::find().select_only().column(Column::Code).filter(Column::ItemNumber.eq(item.clone()));
            let found: Vec<Code<10>> = of_item.into_tuple().all(tx).await?;
            self.codes.insert(item.clone(), found.into_iter().collect());
        }
        Ok(self.codes.entry(item.clone()).or_default())
    }
}
