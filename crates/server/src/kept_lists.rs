//! The lists that people keep through the API in one and the same way: set-up, and what belongs to items.

use std::sync::Arc;

use access::Area;
use back_office::upkeep::fields;
use back_office::{
    accounts, bank_accounts, company, countries, currencies, customers, general_journal, general_ledger,
    inventory_setup, items, locations, number_series, payment_methods, payment_terms, posting_groups, posting_setup,
    sales_setup, sales_tax, shipment_methods, units_of_measure, user_setup, vat,
};
use back_office::{customer_discount_groups, customer_price_groups, invoice_discounts, item_discount_groups};
use back_office::{item_categories, item_journal, salespeople, shipping_agents, tariff_numbers, vendors};
use connector::customers::countries as customer_countries;
use connector::{locations as shop_locations, mappings, staff_members};
use utoipa::openapi::{RefOr, Schema};

use crate::api::Api;
use crate::imports::{Importing, KeptList};
use crate::records::{Resource, Set};
use crate::upkeep;

/// A row for each list: its entity, and the area whose permission it takes to change it.
macro_rules! lists {
    ($($entity:ty => $area:ident;)+) => {
        /// Their sets.
        pub(crate) fn sets() -> Vec<Arc<dyn Resource>> {
            vec![$(Arc::new(
                Set::<$entity>::new(Area::$area).changed_by(fields::<$entity>(false).map(|field| field.name)),
            )),+]
        }

        /// Adds the routes that make, change and delete their records.
        pub(crate) fn serve(api: &mut Api) {
            $(upkeep::serve::<$entity>(api, Area::$area);)+
        }

        /// What a new record is made of, by the name of the schema.
        pub(crate) fn forms() -> Vec<(String, RefOr<Schema>)> {
            vec![$(upkeep::form::<$entity>()),+]
        }

        /// Those into which a file can be read.
        pub(crate) fn importing() -> Vec<Box<dyn Importing>> {
            [$(KeptList::<$entity>::of(Area::$area)),+].into_iter().flatten().collect()
        }
    };
}

lists! {
    items::variant::Entity => BackOffice;
    items::unit_of_measure::Entity => BackOffice;
    items::reference::Entity => BackOffice;
    items::vendor::Entity => BackOffice;
    items::text::Entity => BackOffice;
    customers::ship_to_address::Entity => BackOffice;
    item_categories::Entity => Setup;
    vendors::Entity => BackOffice;
    tariff_numbers::Entity => Setup;
    item_journal::batch::Entity => Setup;
    shipping_agents::Entity => Setup;
    shipping_agents::service::Entity => Setup;
    salespeople::Entity => Setup;
    locations::Entity => Setup;
    accounts::Entity => Setup;
    bank_accounts::posting_group::Entity => Setup;
    bank_accounts::Entity => Setup;
    general_journal::template::Entity => Setup;
    general_journal::batch::Entity => Setup;
    currencies::Entity => Setup;
    currencies::exchange_rate::Entity => Setup;
    payment_terms::Entity => Setup;
    payment_methods::Entity => Setup;
    shipment_methods::Entity => Setup;
    units_of_measure::Entity => Setup;
    customer_price_groups::Entity => Setup;
    customer_discount_groups::Entity => Setup;
    item_discount_groups::Entity => Setup;
    invoice_discounts::Entity => Setup;
    countries::Entity => Setup;
    posting_groups::customer::Entity => Setup;
    posting_groups::general_business::Entity => Setup;
    posting_groups::general_product::Entity => Setup;
    posting_groups::vat_business::Entity => Setup;
    posting_groups::vat_product::Entity => Setup;
    posting_groups::inventory::Entity => Setup;
    posting_setup::general::Entity => Setup;
    posting_setup::inventory::Entity => Setup;
    vat::Entity => Setup;
    sales_tax::area::Entity => Setup;
    sales_tax::area_line::Entity => Setup;
    sales_tax::jurisdiction::Entity => Setup;
    sales_tax::group::Entity => Setup;
    sales_tax::detail::Entity => Setup;
    number_series::series::Entity => Setup;
    number_series::line::Entity => Setup;
    customers::template::Entity => Setup;
    items::template::Entity => Setup;
    user_setup::Entity => Setup;
    company::Entity => Setup;
    sales_setup::Entity => Setup;
    general_ledger::setup::Entity => Setup;
    inventory_setup::Entity => Setup;
    shop_locations::Entity => Shops;
    mappings::shipment_method::Entity => Shops;
    mappings::payment_method::Entity => Shops;
    mappings::payment_terms::Entity => Shops;
    mappings::tax_area::Entity => Shops;
    customer_countries::Entity => Shops;
    staff_members::Entity => Shops;
}
