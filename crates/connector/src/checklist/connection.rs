//! Whether the store answers.

use super::Check;
use super::check::Place;
use super::ground::Ground;
use crate::shops::Connection;

pub(super) fn check(ground: &Ground<'_>) -> Check {
    let shop = ground.shop;
    let place = Place::new("connection", "Connection", ground.card());
    match shop.connection {
        Connection::Connected if shop.enabled => place.done(format!("{} is connected and enabled.", shop.domain)),
        Connection::Connected => {
            place.open("The store answers, but the shop is not enabled: enable it on the shop card.")
        }
        Connection::NotTested => place.open("Nobody has tested the connection: do that on the shop card."),
        Connection::NotConnected => place.open(format!(
            "The store takes the credentials no more ({}): connect it again from the shop card.",
            shop.connection_message
        )),
        Connection::OtherInstallation => {
            place.open("Another installation syncs the shop: take it over on the shop card, or leave it to that one.")
        }
    }
}
