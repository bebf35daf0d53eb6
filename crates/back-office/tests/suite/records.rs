//! What the API will show.

use std::collections::HashSet;

use back_office::{
    accounts, availability, company, countries, currencies, customer_ledger, customers, expected_receipts,
    general_ledger, inventory_setup, item_journal, item_ledger, items, locations, number_series, payment_methods,
    payment_terms, posting_groups, posting_setup, sales, sales_setup, shipment_methods, units_of_measure, user_setup,
    vat,
};
use back_office::{customer_discount_groups, customer_price_groups, invoice_discounts, item_discount_groups, prices};
use back_office::{item_categories, salespeople, shipping_agents, tariff_numbers, vendors};
use database::Record;

fn names<E: Record>() -> (&'static str, Vec<&'static str>) {
    (E::NAME, E::fields().iter().map(|field| field.name).collect())
}

#[test]
fn names_are_unique_and_in_camel_case() {
    let records = [
        names::<accounts::Entity>(),
        names::<company::Entity>(),
        names::<countries::Entity>(),
        names::<currencies::Entity>(),
        names::<customers::Entity>(),
        names::<customers::template::Entity>(),
        names::<items::Entity>(),
        names::<items::picture::Entity>(),
        names::<items::reference::Entity>(),
        names::<items::text::Entity>(),
        names::<items::vendor::Entity>(),
        names::<item_categories::Entity>(),
        names::<vendors::Entity>(),
        names::<tariff_numbers::Entity>(),
        names::<shipping_agents::Entity>(),
        names::<shipping_agents::service::Entity>(),
        names::<salespeople::Entity>(),
        names::<customers::ship_to_address::Entity>(),
        names::<items::template::Entity>(),
        names::<items::unit_of_measure::Entity>(),
        names::<items::variant::Entity>(),
        names::<locations::Entity>(),
        names::<number_series::line::Entity>(),
        names::<number_series::series::Entity>(),
        names::<payment_methods::Entity>(),
        names::<payment_terms::Entity>(),
        names::<posting_groups::customer::Entity>(),
        names::<posting_groups::general_business::Entity>(),
        names::<posting_groups::general_product::Entity>(),
        names::<posting_groups::inventory::Entity>(),
        names::<posting_groups::vat_business::Entity>(),
        names::<posting_groups::vat_product::Entity>(),
        names::<customer_ledger::detailed::Entity>(),
        names::<customer_ledger::entry::Entity>(),
        names::<currencies::exchange_rate::Entity>(),
        names::<general_ledger::entry::Entity>(),
        names::<general_ledger::register::Entity>(),
        names::<general_ledger::setup::Entity>(),
        names::<general_ledger::vat_entry::Entity>(),
        names::<inventory_setup::Entity>(),
        names::<item_journal::batch::Entity>(),
        names::<item_journal::line::Entity>(),
        names::<availability::change::Entity>(),
        names::<expected_receipts::Entity>(),
        names::<item_ledger::entry::Entity>(),
        names::<item_ledger::value_entry::Entity>(),
        names::<posting_setup::general::Entity>(),
        names::<posting_setup::inventory::Entity>(),
        names::<sales::document::header::Entity>(),
        names::<sales::document::line::Entity>(),
        names::<sales::line::Entity>(),
        names::<sales::posted::header::Entity>(),
        names::<sales::posted::line::Entity>(),
        names::<sales_setup::Entity>(),
        names::<user_setup::Entity>(),
        names::<sales::header::Entity>(),
        names::<shipment_methods::Entity>(),
        names::<units_of_measure::Entity>(),
        names::<customer_discount_groups::Entity>(),
        names::<customer_price_groups::Entity>(),
        names::<invoice_discounts::Entity>(),
        names::<item_discount_groups::Entity>(),
        names::<prices::line::Entity>(),
        names::<prices::list::Entity>(),
        names::<vat::Entity>(),
    ];
    let mut sets = HashSet::new();
    for (set, fields) in records {
        assert!(sets.insert(set), "{set} is there twice");
        let mut seen = HashSet::new();
        for field in fields {
            assert!(seen.insert(field), "{set} has {field} twice");
            let plain = field.chars().all(|letter| letter.is_ascii_alphanumeric());
            assert!(plain && field.starts_with(|letter: char| letter.is_ascii_lowercase()), "{set}.{field}");
        }
    }
}
