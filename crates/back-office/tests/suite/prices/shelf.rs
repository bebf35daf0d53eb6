//! A world with price lists.

use back_office::prices::list::{Source, Status};
use back_office::prices::{self, NewList, NewPrice, line, list};
use back_office::{Result, customers, items};
use database::testing::start;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};

use crate::world::{World, code};

/// A price of an item.
pub fn price(item: &str, unit_price: &str) -> NewPrice {
    NewPrice { asset_number: code(item), unit_price: unit_price.parse().unwrap(), ..NewPrice::default() }
}

/// A discount on an item.
pub fn discount(item: &str, percent: i32) -> NewPrice {
    NewPrice { amount_type: line::AmountType::Discount, line_discount_percent: percent.into(), ..price(item, "0") }
}

/// A list for everyone.
pub fn for_all(list: &str) -> NewList {
    NewList::new(code(list), Source::AllCustomers, code(""))
}

impl World {
    pub async fn try_list(&self, new: &NewList, lines: &[NewPrice]) -> Result<list::Model> {
        let random = &self.random;
        let write = |tx| async move {
            let list = prices::create_list(&tx, new, start(), random).await?;
            prices::add(&tx, &list.code, lines, start(), random).await?;
            Ok(list)
        };
        self.test.db.write(write).await
    }

    /// A list that holds.
    pub async fn active(&self, new: &NewList, lines: &[NewPrice]) -> list::Model {
        let list = self.try_list(new, lines).await.unwrap();
        self.set_status(&list, Status::Active).await
    }

    pub async fn set_status(&self, list: &list::Model, status: Status) -> list::Model {
        let code = &list.code;
        let write = |tx| async move {
            let list = list::Entity::find().filter(list::Column::Code.eq(code.clone())).one(&tx).await?.unwrap();
            prices::set_status(&tx, list, status, start()).await
        };
        self.test.db.write(write).await.unwrap()
    }

    pub async fn price_lines(&self, list: &list::Model) -> Vec<line::Model> {
        let code = &list.code;
        let of_list = |r| async move {
            Result::<_>::Ok(line::Entity::find().filter(line::Column::ListCode.eq(code.clone())).all(&r).await?)
        };
        self.test.db.read(of_list).await.unwrap()
    }

    /// Inserts a row.
    pub async fn insert<A>(&self, row: impl IntoActiveModel<A>)
    where
        A: ActiveModelTrait + sea_orm::ActiveModelBehavior + Send + Sync,
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
    {
        let row = &row.into_active_model().reset_all();
        let insert = |tx| async move {
            row.clone().insert(&tx).await?;
            Result::<_>::Ok(())
        };
        self.test.db.write(insert).await.unwrap();
    }

    /// Gives every item that price, without VAT.
    pub async fn own_prices(&self, unit_price: &str) {
        let unit_price = Set(unit_price.parse().unwrap());
        let change = items::ActiveModel { unit_price, price_includes_vat: Set(false), ..Default::default() };
        self.change(change).await;
    }

    /// Puts the customer into a price group, a discount group and an invoice discount code.
    pub async fn groups(&self, price: &str, discount: &str, invoice_discount: &str) {
        let change = customers::ActiveModel {
            customer_price_group: Set(code(price)),
            customer_discount_group: Set(code(discount)),
            invoice_discount_code: Set(code(invoice_discount)),
            ..Default::default()
        };
        self.change(change).await;
    }
}
