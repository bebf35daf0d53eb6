//! Which shops a run is for.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use database::Record;
use job_queue::{Context, Described, FilterTable, Filters, JobError, entry};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};
use values::field::Value;
use values::filter::Words;

use super::entity::{Column, Entity, Model};
use crate::Error;
use crate::sync::exactly;

/// The name of the shops on a request page.
const TABLE: &str = "Shop";
/// The filter by which a sync names its shop.
pub(crate) const CODE: &str = "Shop.code";

/// Whether an object runs for shops: its request page names them.
pub fn runs_for_shops(object: &Described) -> bool {
    object.tables.iter().any(|table| table.name == TABLE)
}

/// The shops on a request page.
pub(crate) fn table() -> FilterTable {
    FilterTable::of::<Entity>(TABLE, &["code"])
}

/// The filter on [`CODE`] that lets this shop through alone.
pub(crate) fn this(shop: &Model) -> String {
    exactly(shop.code.as_str())
}

/// Whether a run is for shops that someone has named: by a filter, or by the entry's scope.
pub(crate) fn names_shops(cx: &Context, filters: &Filters) -> bool {
    !cx.entry().scope.is_empty() || are_on_shops(filters)
}

/// Whether an entry with these filters runs for the shop while that is enabled: what [`shops`] will find for it.
pub(crate) fn runs_for(entry: &entry::Model, filters: &Filters, shop: &Model, now: DateTime<Utc>) -> bool {
    if !are_on_shops(filters) {
        return entry.scope.is_empty() || entry.scope == shop.code.as_str();
    }
    let words = Words { now, zone: entry.zone(), work_date: None, user: entry.user_id.clone() };
    let value_of = |name: &str| Entity::field(name).map_or(Value::Null, |field| Entity::value(shop, field.column));
    filters.resolve(&table(), &words).is_ok_and(|filter| filter.matches(&value_of))
}

fn are_on_shops(filters: &Filters) -> bool {
    filters.iter().any(|(field, _)| field.split_once('.').is_some_and(|(table, _)| table == TABLE))
}

/// The shops that the filters name; without one, that of the entry's scope, else every enabled shop.
///
/// # Errors
/// A shop that is named and not enabled; no shop at all.
pub(crate) async fn shops(cx: &Context, filters: &Filters) -> Result<Vec<Model>, JobError> {
    let filter = filters.resolve(&table(), &cx.words())?;
    let is_named = are_on_shops(filters);
    let scope = cx.entry().scope.as_str();
    let filter = &filter;
    let find = |r| async move {
        let which = match (is_named, scope) {
            (true, _) => database::condition::<Entity>(&r, filter)?,
            (false, "") => Condition::all().add(Column::Enabled.eq(true)),
            (false, scope) => Condition::all().add(Column::Code.eq(scope)),
        };
        Ok::<_, Error>(Entity::find().filter(which).order_by_asc(Column::Code).all(&r).await?)
    };
    let shops = cx.db().read(find).await?;
    if let Some(disabled) = shops.iter().find(|shop| !shop.enabled) {
        return Err(Error::NotEnabled(disabled.code.to_string()).into());
    }
    if shops.is_empty() {
        return Err(JobError::fail(
            "no shop is enabled and let through by the filters: enable one with `kobling shop enable`",
        ));
    }
    Ok(shops)
}

/// A card of each store, in the order of their codes, for what cards of one store share. One whose app may read that goes
/// before one whose app is `lacking` a scope for it.
pub(crate) fn one_of_each_store(shops: Vec<Model>, lacking: fn(&Model) -> Option<&'static str>) -> Vec<Model> {
    let mut of_stores: BTreeMap<String, Model> = BTreeMap::new();
    for shop in shops {
        match of_stores.get(&shop.domain) {
            Some(other) if lacking(other).is_none() || lacking(&shop).is_some() => {}
            _ => drop(of_stores.insert(shop.domain.clone(), shop)),
        }
    }
    let mut chosen: Vec<_> = of_stores.into_values().collect();
    chosen.sort_by(|one, other| one.code.cmp(&other.code));
    chosen
}
