//! What the back office knows of the items of a page, read in a statement for each table.

use std::collections::{BTreeSet, HashMap};

use back_office::items::{self, reference, text, unit_of_measure, variant, vendor};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use values::Code;
use values::money::Quantity;

use super::content::Texts;
use super::ground::Ground;
use crate::Error;

/// Items with what belongs to them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shelf {
    items: HashMap<Code<20>, items::Model>,
    variants: HashMap<Code<20>, Vec<variant::Model>>,
    units: HashMap<Code<20>, Vec<unit_of_measure::Model>>,
    references: HashMap<Code<20>, Vec<reference::Model>>,
    vendors: HashMap<Code<20>, Vec<vendor::Model>>,
    extended: HashMap<Code<20>, String>,
    marketing: HashMap<Code<20>, String>,
}

impl Shelf {
    /// What prices depend on: items, their variants and their units.
    pub(crate) async fn of_prices(c: &impl ConnectionTrait, numbers: &BTreeSet<Code<20>>) -> Result<Self, Error> {
        let of = || numbers.iter().cloned();
        let found = items::Entity::find().filter(items::Column::Number.is_in(of())).all(c).await?;
        let variants = variant::Entity::find().filter(variant::Column::ItemNumber.is_in(of()));
        let variants = variants.order_by_asc(variant::Column::Code).all(c).await?;
        let units = unit_of_measure::Entity::find().filter(unit_of_measure::Column::ItemNumber.is_in(of()));
        let units = units.order_by_asc(unit_of_measure::Column::Code).all(c).await?;
        Ok(Self {
            items: found.into_iter().map(|item| (item.number.clone(), item)).collect(),
            variants: by(variants, |row| row.item_number.clone()),
            units: by(units, |row| row.item_number.clone()),
            ..Self::default()
        })
    }

    /// All of it.
    pub(crate) async fn whole(
        c: &impl ConnectionTrait,
        ground: &Ground,
        numbers: &BTreeSet<Code<20>>,
    ) -> Result<Self, Error> {
        let of = || numbers.iter().cloned();
        let references = reference::Entity::find().filter(reference::Column::ItemNumber.is_in(of())).all(c).await?;
        let vendors = vendor::Entity::find().filter(vendor::Column::ItemNumber.is_in(of())).all(c).await?;
        let mut shelf = Self {
            references: by(references, |row| row.item_number.clone()),
            vendors: by(vendors, |row| row.item_number.clone()),
            ..Self::of_prices(c, numbers).await?
        };
        let language = &ground.shop.language_code;
        if ground.shop.sync_item_extended_text || ground.shop.sync_item_marketing_text {
            // A text of the language goes before one of none.
            let texts = text::Entity::find()
                .filter(text::Column::ItemNumber.is_in(of()))
                .filter(text::Column::LanguageCode.is_in([Code::blank(), language.clone()]))
                .order_by_asc(text::Column::LanguageCode);
            for row in texts.all(c).await? {
                let of_type = match row.text_type {
                    text::TextType::Extended => &mut shelf.extended,
                    text::TextType::Marketing => &mut shelf.marketing,
                };
                of_type.insert(row.item_number, row.text);
            }
        }
        Ok(shelf)
    }

    pub(crate) fn item(&self, number: &Code<20>) -> Option<&items::Model> {
        self.items.get(number)
    }

    /// The variants of an item, by code.
    pub(crate) fn variants(&self, item: &Code<20>) -> &[variant::Model] {
        self.variants.get(item).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn variant(&self, item: &Code<20>, code: &Code<10>) -> Option<&variant::Model> {
        self.variants(item).iter().find(|variant| variant.code == *code)
    }

    /// The units of an item, by code.
    pub(crate) fn units(&self, item: &Code<20>) -> &[unit_of_measure::Model] {
        self.units.get(item).map_or(&[], Vec::as_slice)
    }

    /// How many base units one of a unit holds; none when it is no unit of the item. A blank one is the base unit.
    pub(crate) fn per_unit(&self, item: &Code<20>, unit: &Code<10>) -> Option<Quantity> {
        if unit.is_blank() {
            return Some(1.into());
        }
        let known = self.units(item).iter().find(|row| row.code == *unit);
        known.map(|row| row.quantity_per_unit_of_measure)
    }

    pub(crate) fn references(&self, item: &Code<20>) -> &[reference::Model] {
        self.references.get(item).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn vendors(&self, item: &Code<20>) -> &[vendor::Model] {
        self.vendors.get(item).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn texts(&self, item: &Code<20>) -> Texts<'_> {
        Texts { extended: text_of(&self.extended, item), marketing: text_of(&self.marketing, item) }
    }
}

fn text_of<'a>(texts: &'a HashMap<Code<20>, String>, item: &Code<20>) -> &'a str {
    texts.get(item).map(String::as_str).unwrap_or_default()
}

fn by<T>(rows: Vec<T>, key: impl Fn(&T) -> Code<20>) -> HashMap<Code<20>, Vec<T>> {
    let mut all: HashMap<_, Vec<_>> = HashMap::new();
    for row in rows {
        all.entry(key(&row)).or_default().push(row);
    }
    all
}
