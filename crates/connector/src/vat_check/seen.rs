//! What orders have shown: how many of their lines bore which rate, counted by the database.

use back_office::{customers, items};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, JoinType, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, QueryTrait,
};
use values::Code;
use values::money::{Amount, Percent, Price};

use crate::Error;
use crate::orders::staged::tax_line::Parent;
use crate::orders::staged::{line, order, shipping_charge, tax_line};

/// Lines of orders that are alike in everything that decides their VAT.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(super) struct SeenLines {
    /// Where they were sent; blank: nowhere.
    pub ship_to: Code<20>,
    /// Where they were billed.
    pub bill_to: Code<20>,
    /// The template that the order names.
    pub template: Code<20>,
    /// Whether a company has bought.
    pub b2b: bool,
    /// The country of who bought, where it is no customer yet.
    pub buyer_country: Code<20>,
    /// The county of who bought, where it is no customer yet.
    pub buyer_county: String,
    /// The VAT business posting group of the customer; nothing: there is no customer yet.
    pub customer_group: Option<Code<20>>,
    /// The rate in Shopify; nothing: no tax.
    pub rate: Option<Percent>,
    /// How many lines.
    pub lines: i64,
    /// The number of one of the orders.
    pub order_number: String,
    /// Whether they are tips.
    pub tip: bool,
    /// Whether they are gift cards.
    pub gift_card: bool,
    /// The VAT product posting group of the item; nothing: there is no item yet.
    pub item_group: Option<Code<20>>,
}

/// Shipping charges that are alike in everything that decides their VAT.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(super) struct SeenCharges {
    /// Where the goods were sent.
    pub ship_to: Code<20>,
    /// Where they were billed.
    pub bill_to: Code<20>,
    /// The template that the order names.
    pub template: Code<20>,
    /// Whether a company has bought.
    pub b2b: bool,
    /// The country of who bought, where it is no customer yet.
    pub buyer_country: Code<20>,
    /// The county of who bought, where it is no customer yet.
    pub buyer_county: String,
    /// The VAT business posting group of the customer; nothing: there is no customer yet.
    pub customer_group: Option<Code<20>>,
    /// The rate in Shopify; nothing: no tax.
    pub rate: Option<Percent>,
    /// How many charges.
    pub lines: i64,
    /// The number of one of the orders.
    pub order_number: String,
    /// What they are called.
    pub title: String,
}

const TAX: &str = "tax";
const RATE: &str = "rate";
/// Quantities are stored as so many times themselves. Shopify sells whole pieces: dividing first loses nothing, and prices and
/// amounts of any size still fit.
const SCALE: i64 = 100_000;

/// The lines of a shop's orders since then. What costs nothing bears no VAT to compare.
pub(super) async fn lines(
    c: &impl ConnectionTrait,
    shop: &Code<20>,
    since: DateTime<Utc>,
) -> Result<Vec<SeenLines>, Error> {
    use line::Column::{DiscountAmount, GiftCard, Id, ItemNumber, LineId, OrderId, Quantity, Tip, UnitPrice};
    let item_group = items::Column::VatProductPostingGroup;
    let mut select = line::Entity::find().select_only();
    let query = QueryTrait::query(&mut select);
    query
        .inner_join(order::Entity, Expr::col((order::Entity, order::Column::Id)).equals((line::Entity, OrderId)))
        .left_join(items::Entity, Expr::col((items::Entity, items::Column::Number)).equals((line::Entity, ItemNumber)));
    let of_line = |column| Expr::col((line::Entity, column));
    let pieces = of_line(Quantity).div(SCALE);
    with_customer_and_tax(query, taxes(Parent::OrderLine, shop, since), of_line(OrderId), of_line(LineId));
    let alike = select
        .column(Tip)
        .column(GiftCard)
        .column_as(item_group, "item_group")
        .column_as(Id.count(), "lines")
        .filter(recent(shop, since))
        .filter(UnitPrice.ne(Price::ZERO))
        .filter(of_line(DiscountAmount).ne(of_line(UnitPrice).mul(pieces)))
        .group_by(Tip)
        .group_by(GiftCard)
        .group_by(item_group);
    Ok(of_the_order(alike).into_model::<SeenLines>().all(c).await?)
}

/// Their shipping charges.
pub(super) async fn charges(
    c: &impl ConnectionTrait,
    shop: &Code<20>,
    since: DateTime<Utc>,
) -> Result<Vec<SeenCharges>, Error> {
    use shipping_charge::Column::{Amount as Charged, DiscountAmount, Id, OrderId, ShippingLineId, Title};
    let of_charge = |column| Expr::col((shipping_charge::Entity, column));
    let mut select = shipping_charge::Entity::find().select_only();
    let query = QueryTrait::query(&mut select);
    query.inner_join(order::Entity, Expr::col((order::Entity, order::Column::Id)).eq(of_charge(OrderId)));
    let taxes = taxes(Parent::ShippingCharge, shop, since);
    with_customer_and_tax(query, taxes, of_charge(OrderId), of_charge(ShippingLineId));
    let alike = select
        .column(Title)
        .column_as(Id.count(), "lines")
        .filter(recent(shop, since))
        .filter(Charged.ne(Amount::ZERO))
        .filter(of_charge(Charged).ne(of_charge(DiscountAmount)))
        .group_by(Title);
    Ok(of_the_order(alike).into_model::<SeenCharges>().all(c).await?)
}

/// The orders of the shop since then of which the rates are compared.
fn recent(shop: &Code<20>, since: DateTime<Utc>) -> Condition {
    Condition::all()
        .add(order::Column::ShopCode.eq(shop.clone()))
        .add(order::Column::CreatedAt.gte(since))
        .add(order::Column::CancelledAt.is_null())
        .add(order::Column::TaxExempt.eq(false))
        .add(order::Column::ChannelLiableTaxes.eq(false))
}

/// What Shopify charged of each line: several taxes of one line are one rate.
fn taxes(parent: Parent, shop: &Code<20>, since: DateTime<Utc>) -> SelectStatement {
    use tax_line::Column::{ChannelLiable, OrderId, ParentId, ParentType, RatePercentage};
    let rate = Expr::col((tax_line::Entity, RatePercentage)).sum().cast_as("bigint");
    let of_order = Expr::col((order::Entity, order::Column::Id)).equals((tax_line::Entity, OrderId));
    Query::select()
        .column((tax_line::Entity, OrderId))
        .column((tax_line::Entity, ParentId))
        .expr_as(rate, RATE)
        .from(tax_line::Entity)
        .inner_join(order::Entity, of_order)
        .cond_where(recent(shop, since))
        .and_where(ParentType.eq(parent))
        .and_where(ChannelLiable.eq(false))
        .group_by_columns([(tax_line::Entity, OrderId), (tax_line::Entity, ParentId)])
        .to_owned()
}

/// Joins the customer, and what Shopify charged of the line of that order.
fn with_customer_and_tax(query: &mut SelectStatement, taxes: SelectStatement, order: Expr, line: Expr) {
    let customer = Expr::col((customers::Entity, customers::Column::Number));
    let of_tax = |column: tax_line::Column| Expr::col((Alias::new(TAX), column));
    let of_line = Condition::all()
        .add(of_tax(tax_line::Column::OrderId).eq(order))
        .add(of_tax(tax_line::Column::ParentId).eq(line));
    query
        .left_join(customers::Entity, customer.equals((order::Entity, order::Column::SellToCustomerNumber)))
        .join_subquery(JoinType::LeftJoin, taxes, Alias::new(TAX), of_line);
}

/// With what of the order decides its VAT.
fn of_the_order<E: EntityTrait>(select: sea_orm::Select<E>) -> sea_orm::Select<E> {
    use order::Column::{
        B2b, BillToCountryRegionCode, CustomerTemplateCode, SellToCountryRegionCode, SellToCounty,
        ShipToCountryRegionCode, ShopifyOrderNumber,
    };
    let group = customers::Column::VatBusinessPostingGroup;
    let rate = || Expr::col((Alias::new(TAX), Alias::new(RATE)));
    // Where someone is a customer, where it is decides nothing more.
    let of_unknown = |column: order::Column| -> Expr {
        let is_unknown = Expr::col((customers::Entity, customers::Column::Number)).is_null();
        // Written out: a parameter would not be the same expression once more.
        Expr::case(is_unknown, Expr::col((order::Entity, column))).finally(Expr::cust("''")).into()
    };
    select
        .column_as(B2b, "b2b")
        .column_as(of_unknown(SellToCountryRegionCode), "buyer_country")
        .column_as(of_unknown(SellToCounty), "buyer_county")
        .group_by(B2b)
        .group_by(of_unknown(SellToCountryRegionCode))
        .group_by(of_unknown(SellToCounty))
        .column_as(ShipToCountryRegionCode, "ship_to")
        .column_as(BillToCountryRegionCode, "bill_to")
        .column_as(CustomerTemplateCode, "template")
        .column_as(group, "customer_group")
        .column_as(rate(), RATE)
        .column_as(ShopifyOrderNumber.min(), "order_number")
        .group_by(ShipToCountryRegionCode)
        .group_by(BillToCountryRegionCode)
        .group_by(CustomerTemplateCode)
        .group_by(group)
        .group_by(rate())
}
