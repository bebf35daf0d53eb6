//! Whether the VAT of documents would be that of their orders.

use super::Check;
use super::check::Place;
use super::ground::Ground;
use crate::Error;
use crate::vat_check::{DAYS, check_shop};

pub(super) async fn check(ground: &Ground<'_>) -> Result<Check, Error> {
    let seen = check_shop(ground.read, ground.shop, ground.clock).await?;
    let place = Place::new("vat", "VAT", format!("/going-live?shop={}&step=VAT", ground.shop.id));
    let lines: u64 = seen.countries.iter().map(|country| country.lines).sum();
    let unmapped: u64 = seen.countries.iter().map(|country| country.unmapped).sum();
    Ok(match seen.findings.as_slice() {
        [] if lines == 0 => place
            .attention("noLines", format!("No order of the last {DAYS} days is here to compare rates with."))
            .naming("days", DAYS),
        [] if unmapped > 0 => {
            let sentence = format!(
                "Of {lines} lines {unmapped} can't be compared, since nothing says what they are here; the others agree. Map their products to items, and name accounts for shipping, tips and gift cards on the shop card."
            );
            place.attention("linesUnmapped", sentence).naming("lines", lines).naming("unmapped", unmapped)
        }
        [] => {
            let countries = seen.countries.len();
            let sentence =
                format!("The rates of {lines} lines to {countries} countries agree with the VAT Posting Setup.");
            place.done("ratesAgree", sentence).naming("lines", lines).naming("countries", countries)
        }
        [first, more @ ..] => {
            let more = more.len();
            let sentence = match more {
                0 => format!("{}.", first.sentence()),
                more => format!("{}; and {more} more.", first.sentence()),
            };
            let check = place.open(first.code(), sentence).naming("more", more);
            first.named().into_iter().fold(check, |check, (name, value)| check.naming(name, value))
        }
    })
}
