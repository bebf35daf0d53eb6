//! A call's worth of prices is fixed in Shopify.

use job_queue::{Context, JobError};
use shopify::Client;
use shopify::documents::catalogs::{MoneyInput, PriceInput, Refused, fix, unfix};
use shopify::documents::orders::CurrencyCode;
use shopify_schema::gid::Gid;
use values::money::Amount;

use crate::Error;
use crate::catalogs::staged::{catalog, price};

/// What came of each price, in their order: nothing where it is fixed now, else why not. A call in which Shopify has something
/// against one price fixes none: the others are sent again without it, until it has nothing against them. Each call leaves
/// out one at least.
pub(super) async fn send(
    cx: &Context,
    client: &Client,
    catalog: &catalog::Model,
    prices: &[price::Model],
) -> Result<Vec<Option<String>>, JobError> {
    let mut came: Vec<Option<String>> = vec![None; prices.len()];
    let mut left: Vec<(&price::Model, &mut Option<String>)> = prices.iter().zip(&mut came).collect();
    while !left.is_empty() {
        let inputs: Vec<PriceInput> = left.iter().map(|(price, _)| input(catalog, price)).collect();
        let refused = cx.send(fix(client, &catalog.price_list_id, inputs)).await?.map_err(Error::Shopify)?;
        if refused.is_empty() {
            break;
        }
        sort(&mut left, &refused);
    }
    Ok(came)
}

/// What came of taking each of these fixed prices away, in their order: nothing where it is gone, else why not.
pub(super) async fn withdraw(
    cx: &Context,
    client: &Client,
    catalog: &catalog::Model,
    variants: &[i64],
) -> Result<Vec<Option<String>>, JobError> {
    let mut came: Vec<Option<String>> = vec![None; variants.len()];
    let mut left: Vec<(i64, &mut Option<String>)> = variants.iter().copied().zip(&mut came).collect();
    while !left.is_empty() {
        let ids = left.iter().map(|(variant, _)| gid(*variant)).collect();
        let refused = cx.send(unfix(client, &catalog.price_list_id, ids)).await?.map_err(Error::Shopify)?;
        if refused.is_empty() {
            break;
        }
        sort(&mut left, &refused);
    }
    Ok(came)
}

/// Says why some were refused, and leaves the others.
fn sort<T>(left: &mut Vec<(T, &mut Option<String>)>, refused: &[Refused]) {
    let count = left.len();
    for (at, (_, came)) in left.iter_mut().enumerate() {
        **came = why(refused, at, count);
    }
    left.retain(|(_, came)| came.is_none());
}

/// Why the price at this place was refused; nothing where Shopify has something against others only.
fn why(refused: &[Refused], at: usize, count: usize) -> Option<String> {
    let of_it = refused.iter().filter(|one| one.at.is_none_or(|place| place == at || place >= count));
    let texts: Vec<&str> = of_it.map(|one| one.why.as_str()).collect();
    (!texts.is_empty()).then(|| texts.join("; "))
}

fn input(catalog: &catalog::Model, price: &price::Model) -> PriceInput {
    let money = |amount: Amount| MoneyInput {
        amount: amount.decimal(),
        currency_code: CurrencyCode(catalog.price_list_currency.to_string()),
    };
    let before = price.calculated_compare_at_price;
    PriceInput {
        variant_id: gid(price.shopify_variant_id),
        price: money(price.calculated_price),
        compare_at_price: (!before.is_zero()).then(|| money(before)),
    }
}

fn gid(variant: i64) -> shopify::Id {
    Gid::new("ProductVariant", u64::try_from(variant).unwrap_or_default()).to_string().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_shopify_has_against_one_price_is_not_said_of_the_others() {
        let refused = |at, why: &str| Refused { at, why: why.to_owned() };
        let told = [refused(Some(1), "Variant not found"), refused(Some(1), "Price is blank")];
        assert_eq!(why(&told, 0, 3), None);
        assert_eq!(why(&told, 1, 3).as_deref(), Some("Variant not found; Price is blank"));
        for of_all in [refused(None, "Price list not found"), refused(Some(9), "Price list not found")] {
            assert_eq!(why(&[of_all], 0, 3).as_deref(), Some("Price list not found"));
        }
    }
}
