use std::collections::{HashMap, HashSet};

use back_office::units_of_measure::{Column, Entity};
use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder};
use values::Code;

use crate::Error;

/// The units of measure, as options of stores tell them.
#[derive(Clone, Debug, Default)]
pub(super) struct Units {
    codes: HashSet<Code<10>>,
    /// By their descriptions; of those with the same one the first.
    described: HashMap<String, Code<10>>,
}

impl Units {
    /// Reads them.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn read(c: &impl ConnectionTrait) -> Result<Self, Error> {
        let mut units = Self::default();
        for unit in Entity::find().order_by_asc(Column::Code).all(c).await? {
            units.described.entry(unit.description.to_lowercase()).or_insert_with(|| unit.code.clone());
            units.codes.insert(unit.code);
        }
        Ok(units)
    }

    /// The unit of that code, else that of that description.
    pub fn told(&self, told: &str) -> Option<&Code<10>> {
        let by_code = Code::<10>::new(told).ok().and_then(|code| self.codes.get(&code));
        by_code.or_else(|| self.described.get(&told.to_lowercase()))
    }
}
