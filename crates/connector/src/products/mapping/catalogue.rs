use std::collections::{HashMap, HashSet};

use back_office::items::{self, reference, variant, vendor};
use sea_orm::sea_query::{Expr, ExprTrait, Func};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use values::Code;

use super::{Keys, Vendors, folded};
use crate::Error;

/// How many keys are named in one statement.
const NAMED: usize = 1_000;

/// What there is in the back office for a batch of variants.
#[derive(Clone, Debug, Default)]
pub(crate) struct Catalogue {
    vendors: Vendors,
    items: HashSet<Code<20>>,
    variants: HashSet<(Code<20>, Code<10>)>,
    /// The items that alone have a variant of a code.
    only: HashMap<Code<10>, Code<20>>,
    /// In the order of item, variant and unit.
    references: HashMap<Code<50>, Vec<Referred>>,
    gtins: HashMap<Code<50>, Code<20>>,
    /// By their numbers in lower case: lists of vendors before the cards of items.
    supplied: HashMap<String, Vec<Supplied>>,
}

/// What a bar code means.
#[derive(Clone, Debug)]
struct Referred {
    item: Code<20>,
    variant: Code<10>,
    unit: Code<10>,
}

/// What a vendor knows by a number.
#[derive(Clone, Debug)]
struct Supplied {
    vendor: Code<20>,
    item: Code<20>,
    variant: Code<10>,
}

impl Catalogue {
    /// Reads what these keys name. In a few statements, however many they are.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn read(c: &impl ConnectionTrait, keys: &Keys) -> Result<Self, Error> {
        let mut all = Self::default();
        if !keys.vendor_numbers.is_empty() {
            all.vendors = Vendors::read(c).await?;
        }
        all.read_references(c, keys).await?;
        all.read_supplied(c, keys).await?;
        all.read_items(c, keys).await?;
        all.read_variants(c, keys).await?;
        Ok(all)
    }

    /// Whether the back office has that item.
    pub fn has_item(&self, number: &Code<20>) -> bool {
        self.items.contains(number)
    }

    /// Whether an item has a variant of that code.
    pub fn has_variant(&self, item: &Code<20>, code: &Code<10>) -> bool {
        self.variants.contains(&(item.clone(), code.clone()))
    }

    /// The only item that has a variant of that code.
    pub fn only_item_of(&self, code: &Code<10>) -> Option<&Code<20>> {
        self.only.get(code)
    }

    /// The item that a bar code means, and its variant if it means one: of several the last, so that what is said of a
    /// variant and of a unit goes before what is said of all. A unit counts only where one is given.
    pub fn of_barcode(&self, barcode: &str, unit: Option<&Code<10>>) -> Option<(Code<20>, Code<10>)> {
        let code = Code::<50>::new(barcode).ok().filter(|code| !code.is_blank())?;
        let of_unit = |one: &&Referred| unit.is_none_or(|unit| one.unit.is_blank() || one.unit == *unit);
        let referred = self.references.get(&code).and_then(|all| all.iter().rfind(of_unit));
        let of_card = || Some((self.gtins.get(&code)?.clone(), Code::blank()));
        referred.map(|one| (one.item.clone(), one.variant.clone())).or_else(of_card)
    }

    /// The item that the vendor of a product knows by a number, and its variant if it means one.
    pub fn of_vendor(&self, vendor: &str, number: &str) -> Option<(Code<20>, Code<10>)> {
        self.of_vendor_number(self.vendors.of_product(vendor).as_ref(), number)
    }

    /// The item that one vendor, or any, knows by a number, whatever its case, and its variant if it means one.
    pub fn of_vendor_number(&self, only: Option<&Code<20>>, number: &str) -> Option<(Code<20>, Code<10>)> {
        let is_of = |one: &&Supplied| only.is_none_or(|only| one.vendor == *only);
        let supplied = self.supplied.get(&folded(number))?.iter().find(is_of)?;
        Some((supplied.item.clone(), supplied.variant.clone()))
    }

    /// An item was made, with these bar codes and the number by which its vendor knows it.
    pub fn learn(&mut self, item: &Code<20>, bar_codes: &[Code<50>], by_vendor: Option<(&Code<20>, &str)>) {
        self.items.insert(item.clone());
        for code in bar_codes {
            let referred = Referred { item: item.clone(), variant: Code::blank(), unit: Code::blank() };
            self.references.entry(code.clone()).or_default().push(referred);
        }
        if let Some((vendor, number)) = by_vendor {
            let supplied = Supplied { vendor: vendor.clone(), item: item.clone(), variant: Code::blank() };
            self.supplied.entry(folded(number)).or_default().push(supplied);
        }
    }

    async fn read_references(&mut self, c: &impl ConnectionTrait, keys: &Keys) -> Result<(), Error> {
        use reference::{Column, Entity};
        let barcodes: Vec<_> = keys.barcodes.iter().cloned().collect();
        for some in barcodes.chunks(NAMED) {
            let rows = Entity::find()
                .filter(Column::ReferenceNumber.is_in(some.to_vec()))
                .order_by_asc(Column::ItemNumber)
                .order_by_asc(Column::VariantCode)
                .order_by_asc(Column::UnitOfMeasureCode)
                .all(c)
                .await?;
            for row in rows {
                self.items.insert(row.item_number.clone());
                let referred =
                    Referred { item: row.item_number, variant: row.variant_code, unit: row.unit_of_measure_code };
                self.references.entry(row.reference_number).or_default().push(referred);
            }
        }
        Ok(())
    }

    async fn read_supplied(&mut self, c: &impl ConnectionTrait, keys: &Keys) -> Result<(), Error> {
        let numbers: Vec<_> = keys.vendor_numbers.iter().cloned().collect();
        for some in numbers.chunks(NAMED) {
            let rows = vendor::Entity::find()
                .filter(is_called(vendor::Column::VendorItemNumber, some))
                .order_by_asc(vendor::Column::VendorNumber)
                .order_by_asc(vendor::Column::ItemNumber)
                .order_by_asc(vendor::Column::VariantCode)
                .all(c)
                .await?;
            for row in rows {
                let supplied = Supplied { vendor: row.vendor_number, item: row.item_number, variant: row.variant_code };
                self.items.insert(supplied.item.clone());
                self.supplied.entry(folded(&row.vendor_item_number)).or_default().push(supplied);
            }
            let cards: Vec<(String, Code<20>, Code<20>)> = items::Entity::find()
                .select_only()
                .columns([items::Column::VendorItemNumber, items::Column::VendorNumber, items::Column::Number])
                .filter(is_called(items::Column::VendorItemNumber, some))
                .order_by_asc(items::Column::Number)
                .into_tuple()
                .all(c)
                .await?;
            for (number, vendor, item) in cards {
                self.items.insert(item.clone());
                self.supplied.entry(folded(&number)).or_default().push(Supplied {
                    vendor,
                    item,
                    variant: Code::blank(),
                });
            }
        }
        Ok(())
    }

    async fn read_items(&mut self, c: &impl ConnectionTrait, keys: &Keys) -> Result<(), Error> {
        use items::{Column, Entity};
        let (numbers, gtins): (Vec<_>, Vec<_>) =
            (keys.numbers.iter().cloned().collect(), keys.barcodes.iter().map(ToString::to_string).collect());
        let mut conditions = Vec::new();
        conditions.extend(
            numbers.chunks(NAMED).map(|some: &[Code<20>]| Condition::all().add(Column::Number.is_in(some.to_vec()))),
        );
        conditions
            .extend(gtins.chunks(NAMED).map(|some: &[String]| Condition::all().add(Column::Gtin.is_in(some.to_vec()))));
        for condition in conditions {
            let found: Vec<(Code<20>, String)> = Entity::find()
                .select_only()
                .columns([Column::Number, Column::Gtin])
                .filter(condition)
                .order_by_asc(Column::Number)
                .into_tuple()
                .all(c)
                .await?;
            for (number, gtin) in found {
                if let Some(gtin) = Code::new(&gtin).ok().filter(|gtin: &Code<50>| keys.barcodes.contains(gtin)) {
                    self.gtins.entry(gtin).or_insert_with(|| number.clone());
                }
                self.items.insert(number);
            }
        }
        Ok(())
    }

    async fn read_variants(&mut self, c: &impl ConnectionTrait, keys: &Keys) -> Result<(), Error> {
        use variant::{Column, Entity};
        let referred = self.references.values().flatten().map(|one| (&one.item, &one.variant));
        let supplied = self.supplied.values().flatten().map(|one| (&one.item, &one.variant));
        let named = referred.chain(supplied).filter(|(_, code)| !code.is_blank());
        let (mut of_items, mut codes): (HashSet<Code<20>>, HashSet<Code<10>>) =
            named.map(|(item, code)| (item.clone(), code.clone())).unzip();
        if !keys.variants.is_empty() {
            of_items.extend(keys.numbers.iter().cloned());
            codes.extend(keys.variants.iter().cloned());
        }
        let (of_items, codes): (Vec<_>, Vec<_>) = (of_items.into_iter().collect(), codes.into_iter().collect());
        for some_items in of_items.chunks(NAMED) {
            for some_codes in codes.chunks(NAMED) {
                let found: Vec<(Code<20>, Code<10>)> = Entity::find()
                    .select_only()
                    .columns([Column::ItemNumber, Column::Code])
                    .filter(Column::ItemNumber.is_in(some_items.to_vec()))
                    .filter(Column::Code.is_in(some_codes.to_vec()))
                    .into_tuple()
                    .all(c)
                    .await?;
                self.variants.extend(found);
            }
        }
        let anywhere: Vec<_> = keys.variants_of_any.iter().cloned().collect();
        for some in anywhere.chunks(NAMED) {
            // However many items have a variant of a code, one row tells whether it is one alone.
            let found: Vec<(Code<10>, Code<20>, i64)> = Entity::find()
                .select_only()
                .column(Column::Code)
                .column_as(Column::ItemNumber.min(), "item_number")
                .column_as(Column::ItemNumber.count(), "items")
                .filter(Column::Code.is_in(some.to_vec()))
                .group_by(Column::Code)
                .into_tuple()
                .all(c)
                .await?;
            for (code, item, _) in found.into_iter().filter(|(_, _, items)| *items == 1) {
                self.items.insert(item.clone());
                self.variants.insert((item.clone(), code.clone()));
                self.only.insert(code, item);
            }
        }
        Ok(())
    }
}

/// What is called by one of these numbers, whatever its case. As it is written, too: SQLite knows the case of English letters
/// alone.
fn is_called(column: impl ColumnTrait, numbers: &[String]) -> Condition {
    let whatever_case = Func::lower(Expr::col(column.as_column_ref()));
    let in_lower_case: Vec<String> = numbers.iter().map(|number| folded(number)).collect();
    Condition::any().add(column.is_in(numbers.to_vec())).add(whatever_case.is_in(in_lower_case))
}
