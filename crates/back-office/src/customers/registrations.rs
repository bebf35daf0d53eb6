use std::collections::HashMap;

use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use values::Code;

use super::{Column, Entity};
use crate::Result;

/// As many are named in a statement.
const NAMED: usize = 1_000;

/// By which a customer is found in a register, however its number is written there: the letters and digits of the number,
/// without the `MVA` that stands behind a Norwegian one.
pub fn registration_key(number: &str) -> String {
    let key: String = number.chars().filter(char::is_ascii_alphanumeric).collect();
    let key = key.to_ascii_uppercase();
    key.strip_suffix("MVA").map(str::to_owned).unwrap_or(key)
}

/// Which customer has a number in the register of companies or of VAT, of those that were asked for.
#[derive(Clone, Debug, Default)]
pub struct Registrations {
    companies: HashMap<String, Code<20>>,
    vat: HashMap<String, Code<20>>,
}

impl Registrations {
    /// Reads the customers of those numbers, given as [`registration_key`] writes them.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn read(connection: &impl ConnectionTrait, mut keys: Vec<String>) -> Result<Self> {
        keys.retain(|key| !key.is_empty());
        keys.sort_unstable();
        keys.dedup();
        let mut registrations = Self::default();
        for some in keys.chunks(NAMED) {
            let some = || some.iter().map(String::as_str);
            let any = Condition::any()
                .add(Column::RegistrationKey.is_in(some()))
                .add(Column::VatRegistrationKey.is_in(some()));
            let found: Vec<(Code<20>, String, String)> = Entity::find()
                .select_only()
                .columns([Column::Number, Column::RegistrationKey, Column::VatRegistrationKey])
                .filter(any)
                .order_by_asc(Column::Number)
                .into_tuple()
                .all(connection)
                .await?;
            for (number, company, vat) in found {
                for (register, key) in [(&mut registrations.companies, company), (&mut registrations.vat, vat)] {
                    if !key.is_empty() {
                        register.entry(key).or_insert_with(|| number.clone());
                    }
                }
            }
        }
        Ok(registrations)
    }

    /// The customer with that number in the register of companies; the first by number when there are several.
    pub fn of_companies(&self, key: &str) -> Option<&Code<20>> {
        self.companies.get(key)
    }

    /// The customer with that number in the register of VAT; the first by number when there are several.
    pub fn of_vat(&self, key: &str) -> Option<&Code<20>> {
        self.vat.get(key)
    }
}

#[cfg(test)]
mod tests {
    use super::registration_key;

    #[test]
    fn a_number_is_the_same_however_it_is_written() {
        assert_eq!(registration_key("NO 999.888.777 MVA"), "NO999888777");
        assert_eq!(registration_key("no999888777mva"), "NO999888777");
        assert_eq!(registration_key("DE 123 456-789"), "DE123456789");
        assert_eq!(registration_key(" . "), "");
    }
}
