use back_office::Result;
use database::Tx;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};
use values::Code;

use super::options::StockCalculation;
use super::staged::standing::{Column, Entity};
use crate::locations;

/// All numbers of a shop are to be compared by its next run: what was worked out before was by another set-up.
pub(crate) async fn look_at_all_again(tx: &Tx, shop: &Code<20>) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::ComparedAt, Expr::value(None::<chrono::DateTime<chrono::Utc>>))
        .col_expr(Column::Changes, Expr::col(Column::Changes).add(1))
        .filter(Column::ShopCode.eq(shop.clone()))
        .exec(tx)
        .await?;
    Ok(())
}

/// Whether stock of a shop is to go to any location of its store.
pub(crate) async fn goes_to_shopify(
    c: &impl ConnectionTrait,
    shop: &Code<20>,
) -> std::result::Result<bool, crate::Error> {
    use locations::Column;
    let on = locations::Entity::find()
        .filter(Column::ShopCode.eq(shop.clone()))
        .filter(Column::StockCalculation.ne(StockCalculation::Off));
    Ok(on.count(c).await? > 0)
}
