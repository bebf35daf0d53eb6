use serde_json::Value;

use super::{
    api_versions, bulk, catalogs, companies, customers, delivery, disputes, fulfillments, gift_cards, inventory,
    locations, media, orders, payment_terms, payouts, product_changes, products, refunds, shop, staff, store_counts,
    webhooks,
};
use crate::{Document, Kind};

/// A document that we can send, as tests and `cargo xtask schema documents` want it.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its name.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
    /// What it does.
    pub kind: Kind,
    /// The variables of its dearest call.
    pub variables: Value,
    /// What that costs.
    pub cost: u32,
}

fn listed<D: Document>(variables: D::Variables) -> Listed {
    let cost = D::cost(&variables);
    let variables = serde_json::to_value(&variables).unwrap_or_default();
    Listed { name: D::NAME, text: D::text(), kind: D::KIND, variables, cost }
}

/// Every document that we can send.
pub fn all() -> Vec<Listed> {
    vec![
        listed::<shop::ShopSettings>(()),
        listed::<api_versions::ApiVersions>(()),
        listed::<locations::Locations>(locations::LocationsVariables::after(Some(String::new()))),
        listed::<staff::StaffMembers>(staff::StaffMembersVariables::after(Some(String::new()))),
        listed::<inventory::InventoryOfItems>(inventory::InventoryOfItems::largest()),
        listed::<inventory::InventorySetQuantities>(inventory::SetVariables::example()),
        listed::<payment_terms::PaymentTermsTemplates>(()),
        listed::<payouts::PaymentsPage>(payouts::PaymentsPage::largest()),
        listed::<gift_cards::GiftCards>(gift_cards::GiftCardsVariables::after(Some(String::new()))),
        listed::<disputes::Disputes>(disputes::DisputesVariables::largest()),
        listed::<delivery::DeliveryProfiles>(delivery::DeliveryVariables::after(Some(String::new()))),
        listed::<orders::OrdersPage>(orders::OrdersPage::largest()),
        listed::<orders::OrdersCount>(orders::OrdersCount::example()),
        listed::<orders::OrdersByIds>(orders::OrdersByIds::largest()),
        listed::<orders::OrdersGlance>(orders::OrdersGlance::example()),
        listed::<orders::OrdersParts>(orders::OrdersParts::largest()),
        listed::<orders::OrdersLines>(orders::OrdersLines::largest()),
        listed::<orders::OrderLineItems>(orders::Part::largest()),
        listed::<orders::OrderShippingLines>(orders::Part::largest()),
        listed::<refunds::RefundsOfOrders>(refunds::RefundsOfOrders::largest()),
        listed::<refunds::AllOfRefund>(refunds::RefundsVariables::largest()),
        listed::<refunds::AllOfReturn>(refunds::RefundsVariables::largest()),
        listed::<refunds::MoreReturns>(refunds::RefundsVariables::largest()),
        listed::<webhooks::WebhookList>(webhooks::ListVariables::after(None)),
        listed::<webhooks::WebhookCreate>(webhooks::CreateVariables::example()),
        listed::<webhooks::WebhookChange>(webhooks::ChangeVariables::example()),
        listed::<webhooks::WebhookDelete>(webhooks::DeleteVariables::example()),
        listed::<orders::OrderMarkAsPaid>(orders::OneOrder::any()),
        listed::<orders::OrderPaymentStatus>(orders::OneOrder::any()),
        listed::<orders::OrderCancel>(orders::CancelVariables::example()),
        listed::<orders::OrderCancellation>(orders::OneOrder::any()),
        listed::<orders::OrdersClose>(orders::ManyVariables::largest()),
        listed::<orders::OrdersGiveAttributes>(orders::ManyVariables::largest()),
        listed::<orders::OrderAttributes>(orders::IdsVariables::example()),
        listed::<fulfillments::FulfillmentsOfOrders>(fulfillments::FulfillmentsOfOrders::largest()),
        listed::<fulfillments::OrderFulfillmentOrders>(fulfillments::RestVariables::largest()),
        listed::<fulfillments::FulfillmentOrderLines>(fulfillments::RestVariables::largest()),
        listed::<fulfillments::ParcelLines>(fulfillments::RestVariables::largest()),
        listed::<fulfillments::FulfillmentsLines>(fulfillments::FulfillmentsLines::largest()),
        listed::<fulfillments::FulfillmentsCreate>(fulfillments::FulfillmentsCreate::largest()),
        listed::<product_changes::ProductsSet>(product_changes::ProductsSet::largest()),
        listed::<product_changes::ProductVariantsAfter>(product_changes::ProductVariantsAfter::largest()),
        listed::<product_changes::ProductsUpdate>(product_changes::ProductsUpdate::largest()),
        listed::<product_changes::ProductSetStatus>(product_changes::StatusVariables::example()),
        listed::<product_changes::VariantsUpdate>(product_changes::VariantsUpdate::largest()),
        listed::<product_changes::VariantsAdd>(product_changes::VariantsAdd::largest()),
        listed::<product_changes::ProductsPublish>(product_changes::ProductsPublish::largest()),
        listed::<product_changes::VariantSearch>(product_changes::VariantSearch::largest()),
        listed::<product_changes::ProductHandles>(product_changes::ProductHandles::largest()),
        listed::<product_changes::ProductChannels>(()),
        listed::<products::ProductsPage>(products::ProductsPage::largest()),
        listed::<products::ProductsByIds>(products::ProductsByIds::largest()),
        listed::<store_counts::StoreCounts>(store_counts::StoreCounts::example()),
        listed::<products::ProductsCount>(products::ProductsCount::example()),
        listed::<products::ProductIds>(products::ProductIds::example()),
        listed::<products::ProductsVariants>(products::ProductsVariants::largest()),
        listed::<products::MoreVariants>(products::MoreVariants::largest()),
        listed::<media::ImagesStage>(media::StageImagesVariables::example()),
        listed::<media::ProductsAddMedia>(media::AddVariables::largest()),
        listed::<media::FilesReplace>(media::ReplaceVariables::example()),
        listed::<media::VariantsTakeMedia>(media::AttachVariables::largest()),
        listed::<media::FilesDelete>(media::DeleteVariables::example()),
        listed::<media::ProductsNewestMedia>(media::NewestVariables::largest()),
        listed::<media::MediaNamed>(media::NamedVariables::example()),
        listed::<media::MediaStatuses>(media::StatusVariables::example()),
        listed::<media::MediaShown>(media::ShownVariables::example()),
        listed::<media::ProductsChanged>(media::ChangedVariables::largest()),
        listed::<bulk::BulkRunQuery>(bulk::RunQueryVariables::example()),
        listed::<bulk::BulkRunMutation>(bulk::RunMutationVariables::example()),
        listed::<bulk::BulkRead>(bulk::IdVariables::example()),
        listed::<bulk::BulkFind>(bulk::FindVariables::example()),
        listed::<bulk::BulkCancel>(bulk::IdVariables::example()),
        listed::<bulk::BulkStage>(bulk::StageVariables::example()),
        listed::<customers::CustomersPage>(customers::CustomersPage::largest()),
        listed::<customers::CustomersByIds>(customers::CustomersByIds::largest()),
        listed::<customers::CustomerAddresses>(customers::CustomerAddresses::largest()),
        listed::<customers::CustomersIdentify>(customers::CustomersIdentify::largest()),
        listed::<customers::CustomersMake>(customers::CustomersMake::largest()),
        listed::<customers::CustomersChange>(customers::CustomersChange::largest()),
        listed::<customers::CustomerAddressesAdd>(customers::CustomerAddressesAdd::largest()),
        listed::<customers::CustomerAddressesChange>(customers::CustomerAddressesChange::largest()),
        listed::<customers::ShipsTo>(()),
        listed::<catalogs::Catalogs>(catalogs::CatalogsVariables::largest()),
        listed::<catalogs::CatalogContext>(catalogs::ContextVariables::example()),
        listed::<catalogs::PriceListsStand>(catalogs::StandVariables::example()),
        listed::<catalogs::PriceListPrices>(catalogs::PricesVariables::largest()),
        listed::<catalogs::PriceListFixedPricesUpdate>(catalogs::FixVariables::example()),
        listed::<companies::CompaniesPage>(companies::CompaniesPage::largest()),
        listed::<companies::CompaniesByIds>(companies::CompaniesByIds::largest()),
        listed::<companies::CompaniesRest>(companies::CompaniesRest::largest()),
    ]
}
