use super::compile::Searchable;
use super::field::{Field, Found, Kind};
use super::variants::VariantRow;
use crate::mutate::Place;
use crate::store::level::Level;

/// What a location has of an item.
#[derive(Clone)]
pub(crate) struct LevelRow {
    /// The number of the level's id.
    pub number: u64,
    pub place: Place,
    /// Whether the item is sold from the location.
    pub active: bool,
    pub level: Level,
}

const fn item(name: &'static str, kind: Kind, get: fn(&VariantRow) -> Found<'_>) -> Field<VariantRow> {
    Field { name, kind, get }
}

const fn level(name: &'static str, kind: Kind, get: fn(&LevelRow) -> Found<'_>) -> Field<LevelRow> {
    Field { name, kind, get }
}

/// What `inventoryItems` may be searched by.
pub(crate) static INVENTORY_ITEMS: Searchable<VariantRow> = Searchable {
    fields: &[
        item("id", Kind::Id, |row| row.variant().map_or(Found::Nothing, |item| Found::Id(item.inventory_item_id))),
        item("sku", Kind::Text, |row| Found::optional(row.variant().and_then(|item| item.sku.as_deref()))),
        item("created_at", Kind::Time, |row| row.variant().map_or(Found::Nothing, |item| Found::Time(item.created_at))),
        item("updated_at", Kind::Time, |row| {
            row.variant().map_or(Found::Nothing, |item| Found::Time(item.item_updated_at()))
        }),
    ],
    words: |row| Found::optional(row.variant().and_then(|item| item.sku.as_deref())),
};

/// What `inventoryLevels` may be searched by.
pub(crate) static LEVELS: Searchable<LevelRow> = Searchable {
    fields: &[
        level("created_at", Kind::Time, |row| Found::Time(row.level.created_at)),
        level("inventory_group_id", Kind::Id, |row| Found::Id(row.number)),
        level("inventory_item_id", Kind::Id, |row| Found::Id(row.place.item)),
        level("updated_at", Kind::Time, |row| Found::Time(row.level.updated_at)),
    ],
    words: |_| Found::Nothing,
};
