use std::collections::HashMap;

use back_office::items::{self, Belongings, Cost, furnish_all};
use database::Tx;
use values::Code;

use super::belongings::{belongings, unit};
use super::existing::Existing;
use super::prices::{VariantPrice, keep};
use super::setup::Setup;
use super::{number, value};
use crate::Error;
use crate::orders::mapping::Ground;
use crate::products::export::content::unframed;
use crate::products::mapping::{Match, Reason, parts, put, subject_of};
use crate::products::staged::{Whole, product, variant};
use crate::shops::options::SkuMapping;

/// What is said where items may not be made.
const NOT_ALLOWED: &str = "turn on Auto Create Unknown Items on the shop card, and choose an Item Template Code there";

/// Makes the items of the variants of a product that are none yet, and links them. By *SKU Mapping* a variant becomes a
/// variant of the product's item, or an item of its own; with a blank one the product becomes an item as a whole.
///
/// # Errors
/// [`Error::Product`] without a template; what the back office has against an item.
pub(super) async fn create(tx: &Tx, ground: &Ground, setup: &Setup, whole: &mut Whole) -> Result<(), Error> {
    if !ground.shop.auto_create_unknown_items || ground.shop.item_template_code.is_blank() {
        return Err(Error::Product(NOT_ALLOWED.to_owned()));
    }
    let existing = Existing::read(tx, &ground.shop, whole).await?;
    let (made, belongings, prices) = (HashMap::new(), Vec::new(), Vec::new());
    let mut making = Making { tx, ground, setup, existing, made, belongings, prices };
    let Whole { product, variants } = whole;
    let knew_some = variants.iter().any(|variant| !variant.item_number.is_blank());
    for variant in variants.iter_mut().filter(|variant| variant.item_number.is_blank()) {
        making.make(product, variant).await?;
    }
    furnish_all(tx, &making.belongings, ground.now, &ground.random).await?;
    keep(tx, ground, &making.prices).await?;
    // Items that were there before do not know yet what the product says.
    product.items_due &= knew_some;
    Ok(())
}

/// The making of the items of one product.
struct Making<'a> {
    tx: &'a Tx,
    ground: &'a Ground,
    setup: &'a Setup,
    existing: Existing,
    /// The items that were made, by their numbers.
    made: HashMap<Code<20>, items::Model>,
    /// What belongs to them, and to those that were there: written once all are made.
    belongings: Vec<(Code<20>, Belongings)>,
    /// What variants of them are sold for, where it is not what the item is.
    prices: Vec<VariantPrice>,
}

impl Making<'_> {
    /// Makes what one variant becomes.
    async fn make(&mut self, product: &mut product::Model, variant: &mut variant::Model) -> Result<(), Error> {
        let is_first = product.item_number.is_blank() || !self.existing.has(&product.item_number);
        if is_first {
            product.item_number = self.item(product, variant).await?;
        }
        let is_whole = subject_of(product, variant).is_whole_item();
        let item = match self.ground.shop.sku_mapping {
            SkuMapping::VariantCode | SkuMapping::ItemNumberAndVariantCode if !is_whole => {
                return self.variant(product, variant).await;
            }
            SkuMapping::ItemNumber | SkuMapping::VendorItemNumber | SkuMapping::BarCode if !is_first => {
                self.item(product, variant).await?
            }
            SkuMapping::Blank if !is_first && !is_whole => return Ok(()),
            _ => product.item_number.clone(),
        };
        self.furnish(&item, product, variant, &Code::blank()).await?;
        put(variant, Match { item, variant: Code::blank(), reason: Reason::Product });
        Ok(())
    }

    /// The item that is there already, else a new one.
    async fn item(&mut self, product: &product::Model, variant: &variant::Model) -> Result<Code<20>, Error> {
        let (tx, ground, setup) = (self.tx, self.ground, self.setup);
        if let Some(item) = self.existing.item_of(&ground.shop, setup, product, variant) {
            return Ok(item);
        }
        let new = value::new_item(&ground.shop, setup, product, variant)?;
        let mut item = items::create(tx, &new, ground.now, &ground.random).await?;
        let mut change = items::Change {
            gross_weight: value::weight(&ground.shop, variant),
            ..value::card(&ground.shop, setup, product, variant)
        };
        let is_vendors = ground.shop.sku_mapping == SkuMapping::VendorItemNumber;
        if is_vendors && change.vendor_number.is_some() {
            change.vendor_item_number = Some(variant.sku.trim().to_owned());
        }
        item = items::change(tx, item, &change, ground.now, &ground.random).await?;
        if let Some(cost) = value::cost(setup, variant)? {
            item = items::change_cost(tx, item, Cost::Average(cost), ground.now).await?;
        }
        if ground.shop.sync_item_marketing_text && !product.description_html.trim().is_empty() {
            // It is shown where nobody asks whence it came.
            let marketing_text = Some(ammonia::clean(unframed(&product.description_html)));
            let text = Belongings { marketing_text, ..Belongings::default() };
            self.belongings.push((item.number.clone(), text));
        }
        self.existing.learn(&item.number, &[], None);
        let number = item.number.clone();
        self.made.insert(number.clone(), item);
        Ok(number)
    }

    /// A variant of the product's item, or of the one that its SKU names.
    async fn variant(&mut self, product: &product::Model, variant: &mut variant::Model) -> Result<(), Error> {
        let shop = &self.ground.shop;
        let mut item = product.item_number.clone();
        if let Some((named, Some(_))) = parts(shop, &variant.sku)
            && shop.sku_mapping == SkuMapping::ItemNumberAndVariantCode
            && named != item
        {
            item = self.item(product, variant).await?;
        }
        let codes = self.existing.codes(self.tx, &item).await?;
        let code = number::by_sku(shop, variant).or_else(|| number::next(&shop.variant_prefix, codes));
        let code = code.ok_or_else(|| {
            let why = "no code is left behind the Variant Prefix of the shop card: choose another";
            Error::Product(why.to_owned())
        })?;
        codes.insert(code.clone());
        self.furnish(&item, product, variant, &code).await?;
        if let Some(made) = self.made.get(&item) {
            let price = value::price(self.setup, variant)?;
            self.prices.extend(VariantPrice::of(made, &code, price));
        }
        put(variant, Match { item, variant: code, reason: Reason::VariantCode });
        Ok(())
    }

    /// Gives an item what belongs to it of a variant.
    async fn furnish(
        &mut self,
        item: &Code<20>,
        product: &product::Model,
        variant: &variant::Model,
        code: &Code<10>,
    ) -> Result<(), Error> {
        let unit = unit(self.tx, self.ground, self.setup, variant).await?;
        let vendor = self.setup.vendors.named(&product.vendor);
        let with = belongings(self.ground, variant, code, &unit, vendor);
        let bar_codes: Vec<_> = with.bar_codes.iter().map(|one| one.number.clone()).collect();
        let by_vendor = vendor.zip(with.vendor_numbers.first().map(|one| one.number.as_str()));
        self.existing.learn(item, &bar_codes, by_vendor);
        self.belongings.push((item.clone(), with));
        Ok(())
    }
}
