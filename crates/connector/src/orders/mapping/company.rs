//! Which customers an order of a company is sold and billed to.

use values::Code;

use super::Lookup;
use crate::links::{company, company_location};
use crate::orders::staged::order;

/// The sell-to and the bill-to customer of the company's location, else of the company itself; `None` as long as it is not
/// known which customer the company is, or when that one is not there any more.
pub fn customers(lookup: &Lookup, order: &order::Model) -> Option<(Code<20>, Code<20>)> {
    let company = lookup.company(order.company_id).filter(|company| lookup.has_customer(&company.customer_number))?;
    linked(company, lookup.company_location(order.company_location_id))
}

fn linked(company: &company::Model, location: Option<&company_location::Model>) -> Option<(Code<20>, Code<20>)> {
    let of_company = company.customer_number.non_blank()?;
    // A location that names only who pays does not say who buys: then the company does, for both.
    let sell_to = location.and_then(|location| location.sell_to_customer_number.non_blank());
    let Some(sell_to) = sell_to else { return Some((of_company.clone(), of_company.clone())) };
    let bill_to = location.and_then(|location| location.bill_to_customer_number.non_blank()).unwrap_or(sell_to);
    Some((sell_to.clone(), bill_to.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mapped(company: &str, sell_to: &str, bill_to: &str) -> Option<(String, String)> {
        let company = company::Model { customer_number: Code::cut(company), ..company::Model::default() };
        let location = company_location::Model {
            sell_to_customer_number: Code::cut(sell_to),
            bill_to_customer_number: Code::cut(bill_to),
            ..company_location::Model::default()
        };
        linked(&company, Some(&location)).map(|(sell_to, bill_to)| (sell_to.to_string(), bill_to.to_string()))
    }

    #[test]
    fn the_location_decides_where_it_says_who_buys() {
        let both = |sell_to: &str, bill_to: &str| Some((sell_to.to_owned(), bill_to.to_owned()));
        assert_eq!(mapped("C", "", ""), both("C", "C"));
        assert_eq!(mapped("C", "S", ""), both("S", "S"));
        assert_eq!(mapped("C", "S", "B"), both("S", "B"));
        assert_eq!(mapped("C", "", "B"), both("C", "C"));
        assert_eq!(mapped("", "S", "B"), None, "of a company that is not known nothing is");
    }
}
