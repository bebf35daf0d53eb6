//! Where an order is taxed, where sales tax is levied.

use values::Code;

use super::{Ground, Lookup};
use crate::orders::staged::order::Model as Order;
use crate::shops::options::TaxAreaPriority;

/// Gives the order its tax area: that of the first of its addresses which has a city. What is there stays; who is exempt
/// is liable nowhere, and so is who buys for a location that is.
pub fn map(ground: &Ground, lookup: &Lookup, order: &mut Order) {
    if !order.tax_area_code.is_blank() {
        return;
    }
    let places = places(ground.shop.tax_area_priority, order);
    let Some((_, county, country)) = places.into_iter().flatten().find(|place| !place.0.trim().is_empty()) else {
        return;
    };
    let found = ground.mappings.tax_area(country, county, ground.shop.county_source);
    if let Some(area) = found.filter(|area| !area.tax_area_code.is_blank()) {
        let location = lookup.company_location(order.company_location_id);
        let is_exempt = order.tax_exempt || location.is_some_and(|location| location.tax_exempt);
        let liable = area.tax_liable && !is_exempt;
        (order.tax_area_code, order.tax_liable) = (area.tax_area_code.clone(), liable);
    }
}

/// The city, county and country of an address.
type Place<'a> = (&'a str, &'a str, &'a Code<20>);

/// The addresses of an order, the one that counts most first.
fn places(priority: TaxAreaPriority, order: &Order) -> Option<[Place<'_>; 3]> {
    let ship: Place<'_> = (&order.ship_to_city, &order.ship_to_county, &order.ship_to_country_region_code);
    let sell: Place<'_> = (&order.sell_to_city, &order.sell_to_county, &order.sell_to_country_region_code);
    let bill: Place<'_> = (&order.bill_to_city, &order.bill_to_county, &order.bill_to_country_region_code);
    in_order(priority, [ship, sell, bill])
}

/// Where the goods go, who buys and who pays, the one that counts most first; none where nothing is taxed.
fn in_order<T>(priority: TaxAreaPriority, [ship, sell, bill]: [T; 3]) -> Option<[T; 3]> {
    match priority {
        TaxAreaPriority::NoTaxes => None,
        TaxAreaPriority::ShipSellBill => Some([ship, sell, bill]),
        TaxAreaPriority::ShipBillSell => Some([ship, bill, sell]),
        TaxAreaPriority::SellShipBill => Some([sell, ship, bill]),
        TaxAreaPriority::SellBillShip => Some([sell, bill, ship]),
        TaxAreaPriority::BillSellShip => Some([bill, sell, ship]),
        TaxAreaPriority::BillShipSell => Some([bill, ship, sell]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_count_in_the_order_that_the_shop_card_says() {
        let said = |text: &str| in_order(text.parse().unwrap(), ["Ship-to", "Sell-to", "Bill-to"]);
        assert_eq!(said("No Taxes"), None);
        for text in [
            "Ship-to -> Sell-to -> Bill-to",
            "Ship-to -> Bill-to -> Sell-to",
            "Sell-to -> Ship-to -> Bill-to",
            "Sell-to -> Bill-to -> Ship-to",
            "Bill-to -> Sell-to -> Ship-to",
            "Bill-to -> Ship-to -> Sell-to",
        ] {
            assert_eq!(said(text).unwrap().join(" -> "), text);
        }
    }
}
