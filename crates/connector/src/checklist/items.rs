//! Whether items can be made of products, where they are to be.

use super::Check;
use super::check::Place;
use super::ground::Ground;

pub(super) fn check(ground: &Ground<'_>) -> Check {
    let shop = ground.shop;
    let place = Place::new("items", "Items", ground.card());
    match (shop.auto_create_unknown_items, shop.item_template_code.as_str()) {
        (false, _) => place.done("itemsMapped", "Products are mapped to items that are there; none is made."),
        (true, "") => place.open(
            "noItemTemplate",
            "Unknown products are to become items, but the shop card names no template: choose Item Template Code.",
        ),
        (true, template) => place
            .done("itemsMade", format!("Unknown products become items from the template {template}."))
            .naming("template", template),
    }
}
