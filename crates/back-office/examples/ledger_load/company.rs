use back_office::items::{self, NewItem};
use back_office::sales::Context;
use back_office::{Result, setup};
use database::Tx;
use values::Code;

/// Sets the company up, with so many items.
///
/// # Errors
/// When there is one already.
pub async fn make(tx: &Tx, item_count: u32, cx: &Context) -> Result<()> {
    let company = setup::NewCompany {
        name: "Fjellheim AS".to_owned(),
        currency_code: Code::cut("NOK"),
        time_zone: chrono_tz::Europe::Oslo,
    };
    setup::install(tx, &company, cx.now, &cx.random).await?;
    let item = |at: u32| NewItem {
        number: item_number(at),
        description: format!("Item {at}"),
        unit_price: (10 + i32::try_from(at % 500).unwrap_or_default()).into(),
        ..NewItem::default()
    };
    let all: Vec<NewItem> = (0..item_count).map(item).collect();
    for some in all.chunks(1_000) {
        items::create_many(tx, some, cx.now, &cx.random).await?;
    }
    Ok(())
}

/// The number of an item.
pub fn item_number(at: u32) -> Code<20> {
    Code::cut(&format!("ITEM-{at:05}"))
}
