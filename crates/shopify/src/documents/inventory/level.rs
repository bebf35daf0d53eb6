use chrono::{DateTime, Utc};
use cynic::QueryFragment;
use cynic::queries::SelectionBuilder;
use serde::Deserialize;

use crate::cost::connection;
use crate::documents::orders::MorePages;
use crate::schema;

/// As many levels come with an item; most stores have a handful of locations.
pub(super) const LEVELS: u32 = 54;
/// A level, its location, its quantities.
const LEVEL_COST: u32 = 3;
/// An item with its levels.
pub(super) const ITEM_COST: u32 = 1 + connection(LEVELS, LEVEL_COST);

/// What a variant is in stock: one item may stand behind several variants.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InventoryItem {
    /// The id.
    pub id: cynic::Id,
    /// Whether Shopify counts it.
    pub tracked: bool,
    /// How many there are at each location that has it.
    pub inventory_levels: Levels,
}

/// The levels of an item.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "InventoryLevelConnection")]
pub struct Levels {
    /// The levels.
    pub nodes: Vec<Level>,
    /// Whether these are all.
    pub page_info: MorePages,
}

/// How many there are of an item at a location.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "InventoryLevel")]
pub struct Level {
    /// The id.
    pub id: cynic::Id,
    /// When any of its quantities last changed.
    pub updated_at: DateTime<Utc>,
    /// Where.
    pub location: LevelLocation,
    /// How many: those that can be sold, those that are promised, those that are there.
    #[arguments(names: ["available", "committed", "on_hand"])]
    pub quantities: Vec<LevelQuantity>,
}

/// The location of a level.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "Location")]
pub struct LevelLocation {
    /// The id.
    pub id: cynic::Id,
}

/// How many there are in a state.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "InventoryQuantity")]
pub struct LevelQuantity {
    /// The name of the state.
    pub name: String,
    /// How many.
    pub quantity: i32,
}

/// How many of a level are in a state; 0 where the store says nothing of it.
pub fn quantity(level: &Level, name: &str) -> i64 {
    level.quantities.iter().find(|one| one.name == name).map_or(0, |one| i64::from(one.quantity))
}

/// What is asked of an item.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "InventoryItem")]
#[expect(dead_code, reason = "stands for the text of the query only")]
struct Asked {
    id: cynic::Id,
    tracked: bool,
    #[arguments(first: 54)]
    inventory_levels: Levels,
}

impl QueryFragment for InventoryItem {
    type SchemaType = schema::InventoryItem;
    type VariablesFields = ();

    const TYPE: Option<&'static str> = Asked::TYPE;

    fn query(builder: SelectionBuilder<'_, Self::SchemaType, Self::VariablesFields>) {
        Asked::query(builder);
    }
}
