use anyhow::Result;
use back_office::customers::{self, Change};
use back_office::prices::line::AmountType;
use back_office::prices::list::{Source, Status};
use back_office::prices::{self, NewList, NewPrice};
use back_office::sales::Context;
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use values::Code;
use values::money::{Percent, Price, Quantity};

/// What retailers pay without VAT, from a quantity on.
const RETAIL: [(&str, i32, i32); 6] = [
    ("F1000", 1, 1890),
    ("F1020", 1, 790),
    ("F2000", 1, 1190),
    ("F3000", 1, 2590),
    ("F3040", 1, 1290),
    ("F3040", 10, 1190),
];
/// What members of clubs are given off, in percent.
const CLUB: [(&str, i32); 3] = [("F3000", 10), ("F3010", 10), ("F3020", 15)];
/// Who is a retailer, and who a club.
const GROUPS: [(&str, &str, &str); 3] = [("K2010", "RETAILER", ""), ("K6000", "RETAILER", ""), ("K2000", "", "CLUB")];

/// Makes price lists, and puts customers into their groups.
///
/// # Errors
/// When they are there already.
pub(super) async fn make(tx: &Tx, cx: &Context) -> Result<()> {
    let retail = RETAIL.map(|(item, from, price)| NewPrice {
        asset_number: Code::cut(item),
        minimum_quantity: Quantity::from(from),
        unit_price: Price::from(price),
        ..NewPrice::default()
    });
    list(tx, ("RETAIL", "Prices of retailers"), (Source::PriceGroup, "RETAILER"), &retail, cx).await?;
    let club = CLUB.map(|(item, percent)| NewPrice {
        asset_number: Code::cut(item),
        amount_type: AmountType::Discount,
        line_discount_percent: Percent::from(percent),
        ..NewPrice::default()
    });
    list(tx, ("CLUB", "Discounts of clubs"), (Source::DiscountGroup, "CLUB"), &club, cx).await?;
    for (number, price_group, discount_group) in GROUPS {
        let number = customers::Column::Number.eq(number);
        let Some(customer) = customers::Entity::find().filter(number).one(tx).await? else { continue };
        let change = Change {
            customer_price_group: Some(Code::cut(price_group)),
            customer_discount_group: Some(Code::cut(discount_group)),
            ..Change::default()
        };
        customers::change(tx, customer, &change, cx.now).await?;
    }
    Ok(())
}

async fn list(
    tx: &Tx,
    (code, description): (&str, &str),
    (source, number): (Source, &str),
    lines: &[NewPrice],
    cx: &Context,
) -> Result<()> {
    let code = Code::cut(code);
    let new = NewList { description: description.to_owned(), ..NewList::new(code.clone(), source, Code::cut(number)) };
    let list = prices::create_list(tx, &new, cx.now, &cx.random).await?;
    prices::add(tx, &code, lines, cx.now, &cx.random).await?;
    prices::set_status(tx, list, Status::Active, cx.now).await?;
    Ok(())
}
