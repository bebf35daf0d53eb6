use std::collections::HashMap;

use access::{Action, Area, Principal};
use database::{Notice, Record, Tx, upsert_many};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use shopify::documents::locations::{self, Location};
use values::Code;

use super::entity::{Column, Entity, Model};
use crate::orders::import::{cut, number};
use crate::shops::lists::{Refreshed, asked};
use crate::stock::options::StockCalculation;
use crate::{Connector, Error, shops, stock};

/// The access scope that it takes.
pub(crate) const SCOPE: &str = "read_locations";

/// Reads the locations of a shop's store: a call for 250 of them.
///
/// # Errors
/// [`Error::NoShop`], [`Error::NoScope`], and why the store does not answer.
pub async fn refresh(connector: &Connector, by: &Principal, shop: &str) -> Result<Refreshed, Error> {
    by.require(Area::Synchronization, Action::Run)?;
    refresh_for(connector, &asked(connector, shop, SCOPE).await?).await
}

/// The same for a shop whose app may read them.
pub(crate) async fn refresh_for(connector: &Connector, shop: &shops::Model) -> Result<Refreshed, Error> {
    let client = connector.client(shop).await?.urgent();
    let said = &locations::locations(&client).await?;
    connector.db().write(|tx| async move { keep(connector, &tx, &shop.code, said).await }).await
}

/// Keeps what the store has said, and what people have said of each. What it does not name any more is not active.
async fn keep(connector: &Connector, tx: &Tx, shop: &Code<20>, said: &[Location]) -> Result<Refreshed, Error> {
    let known = Entity::find().filter(Column::ShopCode.eq(shop.clone())).all(tx).await?;
    let known: HashMap<i64, Model> = known.into_iter().map(|row| (row.location_id, row)).collect();
    let (random, now) = (connector.random(), connector.clock().now());
    let (rows, told) = merge(&known, said, |location_id| Model {
        id: random.id(now),
        shop_code: shop.clone(),
        location_id,
        name: String::new(),
        location_filter: String::new(),
        default_location_code: Code::blank(),
        default_product_location: false,
        stock_calculation: StockCalculation::Off,
        stock_begun_at: None,
        is_fulfillment_service: false,
        active: false,
        ships_inventory: false,
    });
    if rows.is_empty() {
        return Ok(told);
    }
    let is_other = |row: &Model| known.get(&row.location_id).is_some_and(|before| before.active != row.active);
    if rows.iter().any(is_other) {
        // Stock goes to a location as long as it is active: what was compared was compared with others.
        stock::look_at_all_again(tx, shop).await?;
    }
    let changed: Vec<_> = rows.iter().filter(|row| known.contains_key(&row.location_id)).map(|row| row.id).collect();
    tx.changed::<Entity>(&changed).await?;
    let rows = rows.into_iter().map(IntoActiveModel::into_active_model).collect();
    let of_shopify = [Column::Name, Column::IsFulfillmentService, Column::Active, Column::ShipsInventory];
    upsert_many(tx, rows, &[Column::ShopCode, Column::LocationId], &of_shopify).await?;
    tx.notify(Notice::new(Entity::NAME, "")).await?;
    Ok(told)
}

/// The rows that are new or say something else, and how many they are.
fn merge(known: &HashMap<i64, Model>, said: &[Location], new: impl Fn(i64) -> Model) -> (Vec<Model>, Refreshed) {
    let mut told = Refreshed { found: said.len() as u64, ..Refreshed::default() };
    let mut rows = Vec::new();
    for location in said {
        let id = number(&location.id);
        let before = known.get(&id);
        let now = Model {
            name: cut(&location.name, 250),
            is_fulfillment_service: location.is_fulfillment_service,
            active: location.is_active,
            ships_inventory: location.ships_inventory,
            ..before.cloned().unwrap_or_else(|| new(id))
        };
        match before {
            Some(before) if *before == now => continue,
            Some(_) => told.changed += 1,
            None => told.new += 1,
        }
        rows.push(now);
    }
    let is_said = |id: i64| said.iter().any(|location| number(&location.id) == id);
    let gone = known.values().filter(|row| row.active && !is_said(row.location_id));
    let gone: Vec<_> = gone.map(|row| Model { active: false, ..row.clone() }).collect();
    told.changed += gone.len() as u64;
    rows.extend(gone);
    (rows, told)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn row(location_id: i64) -> Model {
        Model {
            id: Uuid::nil(),
            shop_code: Code::cut("NO"),
            location_id,
            name: "Lager".into(),
            location_filter: "BLUE|RED".into(),
            default_location_code: Code::cut("BLUE"),
            default_product_location: true,
            stock_calculation: StockCalculation::FreeInventory,
            stock_begun_at: None,
            is_fulfillment_service: false,
            active: true,
            ships_inventory: true,
        }
    }

    fn said(id: i64, name: &str, is_active: bool) -> Location {
        let id = shopify::Id::new(format!("gid://shopify/Location/{id}"));
        Location { id, name: name.into(), is_active, is_fulfillment_service: false, ships_inventory: true }
    }

    #[test]
    fn what_people_said_of_a_location_stays_when_it_is_switched_off_or_gone() {
        let known = HashMap::from([(1, row(1)), (2, row(2)), (3, row(3))]);
        let (rows, told) = merge(&known, &[said(1, "Lager", true), said(2, "Torget", false)], row);
        assert_eq!((told.found, told.new, told.changed), (2, 0, 2));
        let told: Vec<_> = rows
            .iter()
            .map(|row| (row.location_id, row.name.as_str(), row.active, row.default_location_code.as_str()))
            .collect();
        assert_eq!(told, [(2, "Torget", false, "BLUE"), (3, "Lager", false, "BLUE")]);
    }

    #[test]
    fn a_new_location_is_mapped_to_nothing() {
        let new = |location_id| Model { default_location_code: Code::blank(), ..row(location_id) };
        let (rows, told) = merge(&HashMap::new(), &[said(7, "Torget", true)], new);
        assert_eq!((told.new, rows[0].location_id, rows[0].active), (1, 7, true));
        assert!(rows[0].default_location_code.is_blank());
    }
}
