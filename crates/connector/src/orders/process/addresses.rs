//! The three addresses of a document, in the countries of the back office.

use back_office::sales::Address;

use crate::customers::Setup;
use crate::orders::staged::order::Model as Order;

/// The buyer's.
pub(super) fn sell_to(countries: &Setup, order: &Order) -> Address {
    Address {
        name: order.sell_to_customer_name.clone(),
        name2: order.sell_to_customer_name2.clone(),
        contact: order.sell_to_contact_name.clone(),
        address: order.sell_to_address.clone(),
        address2: order.sell_to_address2.clone(),
        post_code: order.sell_to_post_code.clone(),
        city: order.sell_to_city.clone(),
        county: order.sell_to_county.clone(),
        country_region_code: countries.of_document(&order.sell_to_country_region_code),
    }
}

/// That of who pays.
pub(super) fn bill_to(countries: &Setup, order: &Order) -> Address {
    Address {
        name: order.bill_to_name.clone(),
        name2: order.bill_to_name2.clone(),
        contact: order.bill_to_contact_name.clone(),
        address: order.bill_to_address.clone(),
        address2: order.bill_to_address2.clone(),
        post_code: order.bill_to_post_code.clone(),
        city: order.bill_to_city.clone(),
        county: order.bill_to_county.clone(),
        country_region_code: countries.of_document(&order.bill_to_country_region_code),
    }
}

/// Where the goods go.
pub(super) fn ship_to(countries: &Setup, order: &Order) -> Address {
    Address {
        name: order.ship_to_name.clone(),
        name2: order.ship_to_name2.clone(),
        contact: order.ship_to_contact_name.clone(),
        address: order.ship_to_address.clone(),
        address2: order.ship_to_address2.clone(),
        post_code: order.ship_to_post_code.clone(),
        city: order.ship_to_city.clone(),
        county: order.ship_to_county.clone(),
        country_region_code: countries.of_document(&order.ship_to_country_region_code),
    }
}
