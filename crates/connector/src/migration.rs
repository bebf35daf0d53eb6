//! The tables of this crate.

use database::{Migrations, create_table, expect_many, search};
use sea_orm::{ColumnTrait, DbErr};
use sea_orm_migration::prelude::{
    ConditionalStatement, Index, MigrationName, MigrationTrait, SchemaManager, async_trait,
};
use values::money::Amount;

use crate::catalogs::staged as catalogs;
use crate::companies::staged as companies;
use crate::orders::{document_links, elsewhere, gift_cards, refunds, staged, to_import, updates};
use crate::payouts::staged as payouts;
use crate::products::{add_items, channels, export, images, matches, removal, staged as products};
use crate::{
    budget, bulk, calls, cues, customers, disputes, links, locations, mappings, operations, outbound_webhooks,
    setup_guide, shipments, shops, staff_members,
};
use crate::{skipped, stock, usage, watermark, webhooks};

/// The migrations of this crate, in order.
pub fn migrations() -> Migrations {
    vec![Box::new(Initial)]
}

struct Initial;

impl MigrationName for Initial {
    fn name(&self) -> &'static str {
        "m0001_connector_initial"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Initial {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create_table::<shops::Entity>(manager).await?;
        create_table::<shops::credential::Entity>(manager).await?;
        create_table::<setup_guide::Entity>(manager).await?;
        create_table::<budget::Entity>(manager).await?;
        create_table::<usage::Entity>(manager).await?;
        create_table::<watermark::Entity>(manager).await?;
        create_table::<to_import::Entity>(manager).await?;
        create_table::<elsewhere::Entity>(manager).await?;
        create_table::<staged::order::Entity>(manager).await?;
        search::create_table::<staged::order::Entity>(manager).await?;
        create_table::<staged::line::Entity>(manager).await?;
        create_table::<staged::tax_line::Entity>(manager).await?;
        create_table::<staged::shipping_charge::Entity>(manager).await?;
        create_table::<staged::additional_fee::Entity>(manager).await?;
        create_table::<staged::line_attribute::Entity>(manager).await?;
        create_table::<staged::transaction::Entity>(manager).await?;
        create_table::<staged::fulfillment::Entity>(manager).await?;
        create_table::<staged::risk::Entity>(manager).await?;
        create_table::<staged::attribute::Entity>(manager).await?;
        create_table::<updates::Entity>(manager).await?;
        create_table::<gift_cards::Entity>(manager).await?;
        create_table::<refunds::staged::refund::Entity>(manager).await?;
        create_table::<refunds::staged::refund_line::Entity>(manager).await?;
        create_table::<refunds::staged::refund_shipping_line::Entity>(manager).await?;
        create_table::<refunds::staged::adjustment::Entity>(manager).await?;
        create_table::<refunds::staged::returned::Entity>(manager).await?;
        create_table::<refunds::staged::return_line::Entity>(manager).await?;
        create_table::<products::product::Entity>(manager).await?;
        search::create_table::<products::product::Entity>(manager).await?;
        create_table::<products::variant::Entity>(manager).await?;
        create_table::<export::begun::entity::Entity>(manager).await?;
        create_table::<removal::entity::Entity>(manager).await?;
        create_table::<add_items::address::entity::Entity>(manager).await?;
        create_table::<channels::Entity>(manager).await?;
        create_table::<matches::Entity>(manager).await?;
        create_table::<catalogs::catalog::Entity>(manager).await?;
        create_table::<catalogs::market::Entity>(manager).await?;
        create_table::<catalogs::location::Entity>(manager).await?;
        create_table::<catalogs::product::Entity>(manager).await?;
        create_table::<catalogs::price::Entity>(manager).await?;
        create_table::<images::Entity>(manager).await?;
        create_table::<payouts::payout::Entity>(manager).await?;
        create_table::<payouts::transaction::Entity>(manager).await?;
        create_table::<customers::staged::customer::Entity>(manager).await?;
        create_table::<customers::staged::address::Entity>(manager).await?;
        create_table::<customers::countries::Entity>(manager).await?;
        create_table::<disputes::staged::Entity>(manager).await?;
        create_table::<links::company::Entity>(manager).await?;
        create_table::<links::company_location::Entity>(manager).await?;
        create_table::<companies::contact::Entity>(manager).await?;
        create_table::<locations::Entity>(manager).await?;
        create_table::<staff_members::Entity>(manager).await?;
        manager.create_index(staff_members::one_salesperson()).await?;
        create_table::<stock::staged::inventory::Entity>(manager).await?;
        create_table::<stock::staged::batch::Entity>(manager).await?;
        create_table::<stock::staged::dirty::Entity>(manager).await?;
        create_table::<stock::staged::drift::Entity>(manager).await?;
        create_table::<stock::staged::standing::Entity>(manager).await?;
        create_table::<mappings::shipment_method::Entity>(manager).await?;
        create_table::<mappings::payment_method::Entity>(manager).await?;
        create_table::<mappings::payment_terms::Entity>(manager).await?;
        create_table::<mappings::tax_area::Entity>(manager).await?;
        create_table::<shipments::tracking_company::Entity>(manager).await?;
        shipments::tracking_company::fill(manager.get_connection()).await?;
        create_table::<shipments::staged::waiting::Entity>(manager).await?;
        create_table::<shipments::staged::waiting_line::Entity>(manager).await?;
        create_table::<shipments::staged::parcel_line::Entity>(manager).await?;
        create_table::<shipments::staged::shipped::Entity>(manager).await?;
        manager.create_index(shipments::staged::shipped::posted_once()).await?;
        create_table::<skipped::Entity>(manager).await?;
        create_table::<operations::Entity>(manager).await?;
        manager.create_index(operations::one_at_a_time()).await?;
        create_table::<calls::Entity>(manager).await?;
        manager.create_index(calls::errors()).await?;
        create_table::<calls::Contents>(manager).await?;
        create_table::<calls::deprecated::Entity>(manager).await?;
        create_table::<bulk::Entity>(manager).await?;
        create_table::<bulk::Contents>(manager).await?;
        manager.create_index(bulk::under_way()).await?;
        create_table::<webhooks::Entity>(manager).await?;
        create_table::<webhooks::Secret>(manager).await?;
        create_table::<webhooks::data_request::Entity>(manager).await?;
        create_table::<webhooks::subscription::Entity>(manager).await?;
        create_table::<outbound_webhooks::Entity>(manager).await?;
        create_table::<outbound_webhooks::Secret>(manager).await?;
        create_table::<outbound_webhooks::Delivery>(manager).await?;
        manager.create_index(outbound_webhooks::waiting()).await?;
        create_table::<cues::Setup>(manager).await?;
        document_links::create(manager).await?;
        manager.create_index(unprocessed_orders()).await?;
        manager.create_index(updated_orders()).await?;
        manager.create_index(differing_orders()).await?;
        manager.create_index(orders_to_archive()).await?;
        manager.create_index(numbers_to_send()).await?;
        manager.create_index(due_orders()).await?;
        manager.create_index(unprocessed_refunds()).await?;
        manager.create_index(undecided_disputes()).await?;
        manager.create_index(unsettled_webhooks()).await?;
        expect_many(manager, &["shop_code", "store", "kind"]).await
    }
}

/// The orders that still need a document are few among many: report 30103 and the cue read only these.
fn unprocessed_orders() -> sea_orm_migration::sea_query::IndexCreateStatement {
    Index::create()
        .name("ix_shopify_order_unprocessed")
        .table(staged::order::Entity)
        .col(staged::order::Column::ShopCode)
        .col(staged::order::Column::ShopifyOrderId)
        .cond_where(staged::order::Column::Processed.eq(false))
        .to_owned()
}

/// The orders that Shopify changed after their documents were made: the cue reads only these.
fn updated_orders() -> sea_orm_migration::sea_query::IndexCreateStatement {
    Index::create()
        .name("ix_shopify_order_updated")
        .table(staged::order::Entity)
        .col(staged::order::Column::Id)
        .cond_where(staged::order::Column::HasOrderStateError.eq(true))
        .to_owned()
}

/// The orders whose documents come to another amount: the cue reads only these.
fn differing_orders() -> sea_orm_migration::sea_query::IndexCreateStatement {
    Index::create()
        .name("ix_shopify_order_differing")
        .table(staged::order::Entity)
        .col(staged::order::Column::Id)
        .cond_where(staged::order::Column::DifferenceAmount.ne(Amount::ZERO))
        .to_owned()
}

/// The orders that are done with and not archived are few among many.
fn orders_to_archive() -> sea_orm_migration::sea_query::IndexCreateStatement {
    Index::create()
        .name("ix_shopify_order_to_archive")
        .table(staged::order::Entity)
        .col(staged::order::Column::ShopCode)
        .col(staged::order::Column::ShopifyOrderId)
        .cond_where(staged::order::Column::Processed.eq(true))
        .cond_where(staged::order::Column::Closed.eq(false))
        .cond_where(staged::order::Column::FullyPaid.eq(true))
        .to_owned()
}

/// The orders whose documents' numbers are still to be written in Shopify.
fn numbers_to_send() -> sea_orm_migration::sea_query::IndexCreateStatement {
    Index::create()
        .name("ix_shopify_order_number_to_send")
        .table(staged::order::Entity)
        .col(staged::order::Column::ShopCode)
        .col(staged::order::Column::ShopifyOrderId)
        .cond_where(staged::order::Column::SendDocumentNumber.eq(true))
        .to_owned()
}

/// The orders whose refunds and returns are to be read are few among many: each run looks for them.
fn due_orders() -> sea_orm_migration::sea_query::IndexCreateStatement {
    Index::create()
        .name("ix_shopify_order_refunds_due")
        .table(staged::order::Entity)
        .col(staged::order::Column::ShopCode)
        .col(staged::order::Column::ShopifyOrderId)
        .cond_where(staged::order::Column::RefundsDue.eq(true))
        .to_owned()
}

/// The refunds that still need a document are few among many: each run looks for them.
fn unprocessed_refunds() -> sea_orm_migration::sea_query::IndexCreateStatement {
    use refunds::staged::refund::{Column, Entity};
    Index::create()
        .name("ix_shopify_refund_unprocessed")
        .table(Entity)
        .col(Column::ShopCode)
        .col(Column::ShopifyRefundId)
        .cond_where(Column::IsProcessed.eq(false))
        .to_owned()
}

/// The disputes that are not decided are few among many: each run asks what has become of them.
fn undecided_disputes() -> sea_orm_migration::sea_query::IndexCreateStatement {
    use disputes::staged::{Column, Entity};
    Index::create()
        .name("ix_shopify_dispute_undecided")
        .table(Entity)
        .col(Column::Store)
        .col(Column::ShopifyDisputeId)
        .cond_where(Column::IsDecided.eq(false))
        .to_owned()
}

/// The webhooks that no run has read yet are few among many: each run settles only these.
fn unsettled_webhooks() -> sea_orm_migration::sea_query::IndexCreateStatement {
    Index::create()
        .name("ix_shopify_webhook_unsettled")
        .table(webhooks::Entity)
        .col(webhooks::Column::Store)
        .col(webhooks::Column::ReceivedAt)
        .cond_where(webhooks::Column::State.is_in([webhooks::State::Waiting, webhooks::State::Failed]))
        .to_owned()
}
