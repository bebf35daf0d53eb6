use std::collections::{HashMap, HashSet};

use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use values::Code;
use values::money::Quantity;

use super::NewLine;
use crate::items::{unit_of_measure, variant};
use crate::{Error, Result, items, locations};

/// What lines name, read in one statement for each kind, however many lines.
pub(super) struct Named {
    items: HashMap<Code<20>, items::Model>,
    variants: HashSet<(Code<20>, Code<10>)>,
    units: HashMap<(Code<20>, Code<10>), Quantity>,
    locations: HashSet<Code<10>>,
}

impl Named {
    /// Reads what is there of it.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) async fn read(tx: &Tx, lines: &[NewLine]) -> Result<Self> {
        let mut numbers: Vec<Code<20>> = lines.iter().map(|line| line.item_number.clone()).collect();
        numbers.sort();
        numbers.dedup();
        let items = items::by_numbers(tx, &numbers).await?;
        let variants = variant::Entity::find().filter(variant::Column::ItemNumber.is_in(numbers.clone()));
        let units = unit_of_measure::Entity::find().filter(unit_of_measure::Column::ItemNumber.is_in(numbers));
        let per_unit =
            |unit: unit_of_measure::Model| ((unit.item_number, unit.code), unit.quantity_per_unit_of_measure);
        Ok(Self {
            items: items.into_iter().map(|item| (item.number.clone(), item)).collect(),
            variants: variants.all(tx).await?.into_iter().map(|row| (row.item_number, row.code)).collect(),
            units: units.all(tx).await?.into_iter().map(per_unit).collect(),
            locations: locations::Entity::find().all(tx).await?.into_iter().map(|row| row.code).collect(),
        })
    }

    /// The item of a line, when it is counted, and its variant and its locations are there.
    ///
    /// # Errors
    /// [`Error::Unknown`], [`Error::NotCounted`].
    pub(super) fn item(&self, line: &NewLine) -> Result<&items::Model> {
        let (number, variant) = (&line.item_number, &line.variant_code);
        let unknown = |kind, code: String| Error::Unknown { kind, code };
        let item = self.items.get(number).ok_or_else(|| unknown("item", number.to_string()))?;
        items::check_counted(item)?;
        if !variant.is_blank() && !self.variants.contains(&(number.clone(), variant.clone())) {
            return Err(unknown("item variant", format!("{variant} of item {number}")));
        }
        let at = [&line.location_code, &line.new_location_code];
        match at.into_iter().find(|code| !code.is_blank() && !self.locations.contains(*code)) {
            Some(location) => Err(unknown("location", location.to_string())),
            None => Ok(item),
        }
    }

    /// In which unit a line counts, and how many base units that holds; blank is the base unit.
    ///
    /// # Errors
    /// [`Error::Unknown`].
    pub(super) fn unit(&self, item: &items::Model, asked: &Code<10>) -> Result<(Code<10>, Quantity)> {
        let base = &item.base_unit_of_measure_code;
        let code = asked.non_blank().unwrap_or(base);
        if code == base {
            return Ok((code.clone(), 1.into()));
        }
        let full = || format!("{code} of item {}", item.number);
        let unknown = || Error::Unknown { kind: "item unit of measure", code: full() };
        let per_unit = self.units.get(&(item.number.clone(), code.clone())).ok_or_else(unknown)?;
        Ok((code.clone(), *per_unit))
    }
}
