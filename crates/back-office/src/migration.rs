use database::{Migrations, create_table, expect_many, search};
use sea_orm::DbErr;
use sea_orm_migration::prelude::async_trait;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

use crate::{
    accounts, availability, bank_accounts, company, countries, currencies, customer_ledger, customers,
    expected_receipts, general_journal, general_ledger, inventory_setup, item_journal, item_ledger, items, locations,
    number_series, payment_methods, payment_terms, posting_groups, posting_jobs, posting_setup, sales, sales_setup,
    sales_tax, shipment_methods, units_of_measure, user_setup, vat,
};
use crate::{customer_discount_groups, customer_price_groups, invoice_discounts, item_discount_groups, prices};
use crate::{item_categories, salespeople, shipping_agents, tariff_numbers, vendors};

/// The tables of the back office.
pub fn migrations() -> Migrations {
    vec![Box::new(Initial)]
}

struct Initial;

impl MigrationName for Initial {
    fn name(&self) -> &str {
        "m0001_back_office_initial"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Initial {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create_table::<company::Entity>(manager).await?;
        create_table::<number_series::series::Entity>(manager).await?;
        create_table::<number_series::line::Entity>(manager).await?;
        create_table::<currencies::Entity>(manager).await?;
        create_table::<countries::Entity>(manager).await?;
        create_table::<payment_terms::Entity>(manager).await?;
        create_table::<payment_methods::Entity>(manager).await?;
        create_table::<shipment_methods::Entity>(manager).await?;
        create_table::<shipping_agents::Entity>(manager).await?;
        create_table::<shipping_agents::service::Entity>(manager).await?;
        create_table::<salespeople::Entity>(manager).await?;
        create_table::<units_of_measure::Entity>(manager).await?;
        create_table::<item_categories::Entity>(manager).await?;
        create_table::<vendors::Entity>(manager).await?;
        create_table::<tariff_numbers::Entity>(manager).await?;
        create_table::<posting_groups::customer::Entity>(manager).await?;
        create_table::<posting_groups::general_business::Entity>(manager).await?;
        create_table::<posting_groups::general_product::Entity>(manager).await?;
        create_table::<posting_groups::inventory::Entity>(manager).await?;
        create_table::<posting_groups::vat_business::Entity>(manager).await?;
        create_table::<posting_groups::vat_product::Entity>(manager).await?;
        create_table::<accounts::Entity>(manager).await?;
        create_table::<vat::Entity>(manager).await?;
        create_table::<sales_tax::area::Entity>(manager).await?;
        create_table::<sales_tax::area_line::Entity>(manager).await?;
        create_table::<sales_tax::jurisdiction::Entity>(manager).await?;
        create_table::<sales_tax::group::Entity>(manager).await?;
        create_table::<sales_tax::detail::Entity>(manager).await?;
        create_table::<locations::Entity>(manager).await?;
        create_table::<customer_price_groups::Entity>(manager).await?;
        create_table::<customer_discount_groups::Entity>(manager).await?;
        create_table::<item_discount_groups::Entity>(manager).await?;
        create_table::<invoice_discounts::Entity>(manager).await?;
        create_table::<prices::list::Entity>(manager).await?;
        create_table::<prices::line::Entity>(manager).await?;
        create_table::<items::template::Entity>(manager).await?;
        create_table::<items::Entity>(manager).await?;
        search::create_table::<items::Entity>(manager).await?;
        create_table::<items::unit_of_measure::Entity>(manager).await?;
        create_table::<items::variant::Entity>(manager).await?;
        create_table::<items::reference::Entity>(manager).await?;
        create_table::<items::vendor::Entity>(manager).await?;
        create_table::<items::text::Entity>(manager).await?;
        create_table::<items::picture::Entity>(manager).await?;
        create_table::<items::PictureContent>(manager).await?;
        create_table::<customers::template::Entity>(manager).await?;
        create_table::<customers::Entity>(manager).await?;
        search::create_table::<customers::Entity>(manager).await?;
        create_table::<customers::ship_to_address::Entity>(manager).await?;
        create_table::<sales::header::Entity>(manager).await?;
        search::create_table::<sales::header::Entity>(manager).await?;
        create_table::<sales::line::Entity>(manager).await?;
        create_table::<sales::posted::header::Entity>(manager).await?;
        search::create_table::<sales::posted::header::Entity>(manager).await?;
        create_table::<sales::posted::line::Entity>(manager).await?;
        create_table::<general_ledger::setup::Entity>(manager).await?;
        create_table::<sales_setup::Entity>(manager).await?;
        create_table::<inventory_setup::Entity>(manager).await?;
        create_table::<user_setup::Entity>(manager).await?;
        create_table::<posting_setup::general::Entity>(manager).await?;
        create_table::<posting_setup::inventory::Entity>(manager).await?;
        create_table::<currencies::exchange_rate::Entity>(manager).await?;
        create_table::<bank_accounts::posting_group::Entity>(manager).await?;
        create_table::<bank_accounts::Entity>(manager).await?;
        create_table::<bank_accounts::entry::Entity>(manager).await?;
        create_table::<general_journal::template::Entity>(manager).await?;
        create_table::<general_journal::batch::Entity>(manager).await?;
        create_table::<general_journal::line::Entity>(manager).await?;
        create_table::<general_ledger::LedgerNumbers>(manager).await?;
        create_table::<general_ledger::entry::Entity>(manager).await?;
        create_table::<general_ledger::vat_entry::Entity>(manager).await?;
        create_table::<general_ledger::register::Entity>(manager).await?;
        create_table::<customer_ledger::entry::Entity>(manager).await?;
        create_table::<customer_ledger::detailed::Entity>(manager).await?;
        create_table::<item_ledger::entry::Entity>(manager).await?;
        create_table::<item_ledger::value_entry::Entity>(manager).await?;
        create_table::<posting_jobs::result::Entity>(manager).await?;
        manager.create_index(sales::line::index_of_reserved()).await?;
        manager.create_index(sales::posted::header::index_of_deliveries()).await?;
        for index in item_ledger::entry::indexes() {
            manager.create_index(index).await?;
        }
        create_table::<item_journal::batch::Entity>(manager).await?;
        create_table::<item_journal::line::Entity>(manager).await?;
        create_table::<expected_receipts::Entity>(manager).await?;
        create_table::<availability::change::Entity>(manager).await?;
        sales::document::create_views(manager).await?;
        expect_many(manager, &["document_type", "kind", "source_kind"]).await
    }
}
