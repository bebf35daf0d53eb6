use std::collections::{HashMap, HashSet};

use access::{Action, Area, Principal};
use database::{Tx, upsert_many};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use shopify::documents::staff::{self, StaffMember};
use uuid::Uuid;
use values::Code;

use super::entity::{Column, Entity, Model};
use crate::orders::import::{cut, number};
use crate::shops::lists::Refreshed;
use crate::{Connector, Error, shops};

/// The access scope that it takes, beside the plan.
pub(crate) const SCOPE: &str = "read_users";

/// Reads the staff of a shop's store: a call for 250 of them.
///
/// # Errors
/// [`Error::NoShop`]; [`Error::NotAdvanced`] and [`Error::NoScope`] when the app may not read it, and nothing is asked; why
/// the store does not answer.
pub async fn refresh(connector: &Connector, by: &Principal, shop: &str) -> Result<Refreshed, Error> {
    by.require(Area::Synchronization, Action::Run)?;
    let shop = &connector.db().read(|r| async move { shops::find(&r, shop).await }).await?;
    check(shop)?;
    let said = &staff::staff_members(&connector.client(shop).await?.urgent()).await?;
    connector.db().write(|tx| async move { keep(connector, &tx, &shop.code, said).await }).await
}

/// Refuses a shop whose app may not read staff.
fn check(shop: &shops::Model) -> Result<(), Error> {
    if !shop.advanced_shopify_plan {
        return Err(Error::NotAdvanced(shop.code.to_string()));
    }
    match shops::lacking(shop, &[&[SCOPE]]) {
        Some(scope) => Err(Error::NoScope { shop: shop.code.to_string(), scope }),
        None => Ok(()),
    }
}

/// Keeps what the store has said, and the salesperson of each who stays.
async fn keep(connector: &Connector, tx: &Tx, shop: &Code<20>, said: &[StaffMember]) -> Result<Refreshed, Error> {
    let known = Entity::find().filter(Column::ShopCode.eq(shop.clone())).all(tx).await?;
    let known: HashMap<i64, Model> = known.into_iter().map(|row| (row.shopify_staff_member_id, row)).collect();
    let (random, now) = (connector.random(), connector.clock().now());
    let (rows, mut told) = merge(&known, said, |id| new(random.id(now), shop, id));
    let said: HashSet<i64> = said.iter().map(|member| number(&member.id)).collect();
    let gone = known.values().filter(|row| !said.contains(&row.shopify_staff_member_id));
    let gone: Vec<Uuid> = gone.map(|row| row.id).collect();
    told.changed += gone.len() as u64;
    let touched: Vec<Uuid> = rows.iter().map(|row| row.id).chain(gone.iter().copied()).collect();
    if !gone.is_empty() {
        Entity::delete_many().filter(Column::Id.is_in(gone)).exec(tx).await?;
    }
    let rows = rows.into_iter().map(IntoActiveModel::into_active_model).collect();
    let of_shopify =
        [Column::Name, Column::FirstName, Column::LastName, Column::Email, Column::IsShopOwner, Column::Exists];
    upsert_many(tx, rows, &[Column::ShopCode, Column::ShopifyStaffMemberId], &of_shopify).await?;
    tx.changed::<Entity>(&touched).await?;
    Ok(told)
}

/// The rows that are new or say something else, and how many they are.
fn merge(known: &HashMap<i64, Model>, said: &[StaffMember], new: impl Fn(i64) -> Model) -> (Vec<Model>, Refreshed) {
    let mut told = Refreshed { found: said.len() as u64, ..Refreshed::default() };
    let mut rows = Vec::new();
    for member in said {
        let id = number(&member.id);
        let before = known.get(&id);
        let now = Model {
            name: cut(&member.name, 250),
            first_name: cut(member.first_name.as_deref().unwrap_or_default(), 100),
            last_name: cut(member.last_name.as_deref().unwrap_or_default(), 100),
            email: cut(&member.email, 250),
            is_shop_owner: member.is_shop_owner,
            exists: member.exists,
            ..before.cloned().unwrap_or_else(|| new(id))
        };
        match before {
            Some(before) if *before == now => continue,
            Some(_) => told.changed += 1,
            None => told.new += 1,
        }
        rows.push(now);
    }
    (rows, told)
}

/// A staff member of whom nothing is known.
fn new(id: Uuid, shop_code: &Code<20>, shopify_staff_member_id: i64) -> Model {
    Model {
        id,
        shop_code: shop_code.clone(),
        shopify_staff_member_id,
        name: String::new(),
        first_name: String::new(),
        last_name: String::new(),
        email: String::new(),
        is_shop_owner: false,
        exists: false,
        salesperson_code: Code::blank(),
    }
}
