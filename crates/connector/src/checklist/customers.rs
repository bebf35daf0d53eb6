//! Whether every buyer would become, or have, a customer.

use super::Check;
use super::check::Place;
use super::ground::Ground;
use crate::shops::options::{CustomerImport, CustomerMapping};

pub(super) fn check(ground: &Ground<'_>) -> Check {
    let shop = ground.shop;
    let place = Place::new("customers", "Customers", ground.card());
    let takes_default = shop.customer_mapping_type == CustomerMapping::DefaultCustomer
        || shop.customer_import_from_shopify == CustomerImport::None;
    let default = shop.default_customer_number.as_str();
    match (takes_default, default.is_empty(), shop.auto_create_unknown_customers, shop.customer_template_code.as_str()) {
        (true, true, _, _) => place.open(
            "noDefaultCustomer",
            "Orders go to a default customer, but the shop card names none: choose Default Customer No.",
        ),
        (true, false, _, _) => place
            .done("defaultCustomer", format!("Orders go to the customer {default}."))
            .naming("customer", default),
        (false, _, true, "") => place.open(
            "noCustomerTemplate",
            "Unknown buyers are to become customers, but the shop card names no template: choose Customer/Company Template Code.",
        ),
        (false, _, true, template) => place
            .done("customersMade", format!("Unknown buyers become customers from the template {template}."))
            .naming("template", template),
        (false, false, false, _) => place
            .done("unknownToDefault", format!("Orders of unknown buyers go to the customer {default}."))
            .naming("customer", default),
        (false, true, false, _) => place.attention(
            "unknownWait",
            "Orders of unknown buyers wait until someone maps them: turn on Auto Create Unknown Customers, or choose Default Customer No.",
        ),
    }
}
