use std::collections::{BTreeMap, HashMap};

use database::{Engine, Tx};
use sea_orm::{ConnectionTrait, FromQueryResult, Statement};
use values::money::Quantity;

use super::Place;
use super::entry::Model;
use crate::Result;

/// As many entries of a place are looked at first. Most places need one or two, and some have thousands.
const AT_FIRST: usize = 10;
/// As many places are in one statement: SQLite takes 500.
const PLACES: usize = 250;

/// The oldest entries of each place that come to as many units as it is to settle, whichever sign both have, or all that
/// there are; perhaps a few more. The oldest of a place come first.
///
/// # Errors
/// When the database fails.
pub(super) async fn oldest(tx: &Tx, mut units: BTreeMap<Place, Quantity>, which: &str) -> Result<Vec<Model>> {
    let (mut found, mut most) = (Vec::new(), AT_FIRST);
    while !units.is_empty() {
        let entries = first(tx, &units, which, most).await?;
        let mut there: HashMap<Place, (usize, Quantity)> = HashMap::new();
        for entry in &entries {
            let (count, sum) = there.entry(entry.place()).or_default();
            *count += 1;
            *sum += entry.remaining_quantity;
        }
        units.retain(|place, units| {
            let (count, sum) = there.get(place).copied().unwrap_or_default();
            count == most && sum.decimal().abs() < units.decimal().abs()
        });
        // Of the others more are read.
        found.extend(entries.into_iter().filter(|entry| !units.contains_key(&entry.place())));
        most *= 10;
    }
    Ok(found)
}

/// The oldest entries of each place, at most so many.
async fn first(tx: &Tx, units: &BTreeMap<Place, Quantity>, which: &str, most: usize) -> Result<Vec<Model>> {
    let mut found = Vec::new();
    let places: Vec<&Place> = units.keys().collect();
    for places in places.chunks(PLACES) {
        found.extend(Model::find_by_statement(statement(tx, places, which, most)).all(tx).await?);
    }
    Ok(found)
}

/// As text: the builder gives a limit as a value, and then SQLite prepares the statement anew whenever it is run.
fn statement(tx: &Tx, places: &[&Place], which: &str, most: usize) -> Statement {
    let mut values = Vec::with_capacity(3 * places.len());
    let mut placeholder = |code: &str| {
        values.push(code.into());
        match tx.engine() {
            Engine::Sqlite => "?".to_owned(),
            Engine::Postgres => format!("${}", values.len()),
        }
    };
    let of_place = |place: &&Place| {
        let item = placeholder(place.item_number.as_str());
        let variant = placeholder(place.variant_code.as_str());
        let location = placeholder(place.location_code.as_str());
        format!(
            "SELECT * FROM (SELECT * FROM \"item_ledger_entry\" WHERE \"item_number\" = {item} AND \"variant_code\" = \
             {variant} AND \"location_code\" = {location} AND {which} ORDER BY \"entry_number\" LIMIT {most}) oldest"
        )
    };
    let sql = places.iter().map(of_place).collect::<Vec<_>>().join(" UNION ALL ");
    Statement::from_sql_and_values(tx.get_database_backend(), sql, values)
}
