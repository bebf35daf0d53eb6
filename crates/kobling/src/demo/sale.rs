use std::collections::HashMap;

use anyhow::Result;
use back_office::items::{self, Cost};
use back_office::prices::line::AmountType;
use back_office::prices::list::{Source, Status};
use back_office::prices::{self, NewList, NewPrice};
use chrono::{DateTime, Utc};
use database::Tx;
use runtime::Random;
use values::Code;
use values::money::{Amount, Percent};

/// Which product of the store is on sale.
const PRODUCT: usize = 0;
/// How much less is asked for it, in percent.
const OFF: i32 = 20;

/// Says what the demo's items cost, as its store knows it, and puts one product on sale: so there is a price to be sent.
///
/// # Errors
/// When the items are not there, or such a price list is.
pub(super) async fn put(tx: &Tx, now: DateTime<Utc>, random: &Random) -> Result<()> {
    let sold = devstore::catalog();
    let numbers = sold.iter().map(|one| Ok(Code::<20>::new(&one.number)?)).collect::<Result<Vec<_>>>()?;
    let known = items::by_numbers(tx, &numbers).await?;
    let mut known: HashMap<Code<20>, items::Model> =
        known.into_iter().map(|item| (item.number.clone(), item)).collect();
    for (one, number) in sold.iter().zip(&numbers) {
        if let Some(item) = known.remove(number) {
            items::change_cost(tx, item, Cost::Average(Amount::new(one.cost)?), now).await?;
        }
    }
    let on_sale = sold.iter().zip(numbers).filter(|(one, _)| one.product == PRODUCT).map(|(_, number)| NewPrice {
        asset_number: number,
        amount_type: AmountType::Discount,
        line_discount_percent: Percent::from(OFF),
        ..NewPrice::default()
    });
    let code = Code::cut("SALE");
    let new = NewList { description: "Sale".to_owned(), ..NewList::new(code, Source::AllCustomers, Code::blank()) };
    let list = prices::create_list(tx, &new, now, random).await?;
    prices::add(tx, &list.code, &on_sale.collect::<Vec<_>>(), now, random).await?;
    prices::set_status(tx, list, Status::Active, now).await?;
    Ok(())
}
