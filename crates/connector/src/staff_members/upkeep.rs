//! Which salesperson a staff member may be.

use back_office::salespeople;
use back_office::upkeep::Upkeep;
use back_office::{Error, Result};
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::entity::{Column, Entity, Model};

impl Upkeep for Entity {
    const ONE: &'static str = "Shopify staff member";
    const KEY: &'static [Self::Column] = &[Column::ShopCode, Column::ShopifyStaffMemberId];
    const MAY_BE_BLANK: &'static [Self::Column] = &[];
    const KEPT: &'static [Self::Column] =
        &[Column::Name, Column::FirstName, Column::LastName, Column::Email, Column::IsShopOwner, Column::Exists];

    async fn check(tx: &Tx, record: &Self::Model) -> Result<()> {
        let Some(code) = record.salesperson_code.non_blank() else { return Ok(()) };
        let found = salespeople::Entity::find().filter(salespeople::Column::Code.eq(code.clone())).one(tx).await?;
        if found.is_some_and(|salesperson| salesperson.blocked || salesperson.privacy_blocked) {
            return refused(format!("the salesperson {code} is blocked: unblock that one first, or choose another"));
        }
        match other_with(tx, record).await? {
            Some(other) => refused(format!(
                "{code} is the salesperson of {} already: take that away first, or choose another",
                other.name
            )),
            None => Ok(()),
        }
    }
}

/// The other staff member of the shop who has the same salesperson: a salesperson is one person.
async fn other_with(tx: &Tx, record: &Model) -> Result<Option<Model>> {
    let same = Entity::find()
        .filter(Column::ShopCode.eq(record.shop_code.clone()))
        .filter(Column::SalespersonCode.eq(record.salesperson_code.clone()))
        .filter(Column::Id.ne(record.id));
    Ok(same.one(tx).await?)
}

fn refused(problem: String) -> Result<()> {
    Err(Error::Field { field: "salespersonCode", problem })
}
