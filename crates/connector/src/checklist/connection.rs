//! Whether the store answers.

use super::Check;
use super::check::Place;
use super::ground::Ground;
use crate::shops::Connection;

pub(super) fn check(ground: &Ground<'_>) -> Check {
    let shop = ground.shop;
    let place = Place::new("connection", "Connection", ground.card());
    match shop.connection {
        Connection::Connected if shop.enabled => {
            let sentence = format!("{} is connected and enabled.", shop.domain);
            place.done("connected", sentence).naming("store", shop.domain.as_str())
        }
        Connection::Connected => {
            place.open("notEnabled", "The store answers, but the shop is not enabled: enable it on the shop card.")
        }
        Connection::NotTested => place.open("notTested", "Nobody has tested the connection: do that on the shop card."),
        Connection::NotConnected => {
            let why = shop.connection_message.as_str();
            let sentence =
                format!("The store takes the credentials no more ({why}): connect it again from the shop card.");
            place.open("notConnected", sentence).naming("why", why)
        }
        Connection::OtherInstallation => place.open(
            "otherInstallation",
            "Another installation syncs the shop: take it over on the shop card, or leave it to that one.",
        ),
    }
}
