use apollo_compiler::resolvers::ResolvedValue;
use shopify_schema::gid::Gid;

use super::catalogs::{CatalogObject, MarketObject, PriceListObject, PublicationObject};
use super::companies::{CompanyObject, LocationObject as CompanyLocationObject};
use super::draft::{DraftLine, DraftObject};
use super::fulfilment::{ParcelObject, WaitingObject};
use super::job::job;
use super::line::LineObject;
use super::media::MediaObject;
use super::order_edit::CalculatedOrder;
use super::platform;
use super::product_operation::OperationObject;
use super::refund::RefundObject;
use super::returns::{ReturnObject, ReverseOrder};
use super::session::{Resolved, Session};
use super::shopify_payments::{AccountObject, BalanceObject, BusinessEntity, DisputeObject, PayoutObject};
use super::staff::staff_member;
use super::transaction::TransactionObject;

/// A draft, a part of an order, or what was done to it, by its id; null when there is none.
pub(super) fn part<'a>(session: &'a Session, gid: &Gid) -> Resolved<'a> {
    let number = gid.number();
    Ok(match gid.kind() {
        kind @ ("AppCatalog" | "CompanyLocationCatalog" | "MarketCatalog") => {
            ResolvedValue::nullable_object(CatalogObject::of_type(session, number, kind))
        }
        "BusinessEntity" => ResolvedValue::nullable_object(BusinessEntity::find(session, number)),
        "CalculatedOrder" => ResolvedValue::nullable_object(CalculatedOrder::find(session, number)),
        "Catalog" => ResolvedValue::nullable_object(CatalogObject::find(session, number)),
        "Company" => ResolvedValue::nullable_object(CompanyObject::find(session, number)),
        "CompanyLocation" => ResolvedValue::nullable_object(CompanyLocationObject::find(session, number)),
        "DraftOrder" => ResolvedValue::nullable_object(DraftObject::find(session, number)),
        "DraftOrderLineItem" => ResolvedValue::nullable_object(DraftLine::find(session, number)),
        "Fulfillment" => ResolvedValue::nullable_object(ParcelObject::find(session, number)),
        "FulfillmentOrder" => ResolvedValue::nullable_object(WaitingObject::find(session, number)),
        "Job" => ResolvedValue::nullable_object(job(session, number)),
        "LineItem" => ResolvedValue::nullable_object(LineObject::find(session, number)),
        "Market" => ResolvedValue::nullable_object(MarketObject::find(session, number)),
        "MediaImage" => ResolvedValue::nullable_object(MediaObject::find(session, number)),
        "OrderTransaction" => ResolvedValue::nullable_object(TransactionObject::find(session, number)),
        "PriceList" => ResolvedValue::nullable_object(PriceListObject::find(session, number)),
        kind @ ("ProductDeleteOperation" | "ProductSetOperation") => {
            ResolvedValue::nullable_object(OperationObject::of_type(session, number, kind))
        }
        "Publication" => ResolvedValue::nullable_object(PublicationObject::find(session, number)),
        "Refund" => ResolvedValue::nullable_object(RefundObject::find(session, number)),
        "Return" => ResolvedValue::nullable_object(ReturnObject::find(session, number)),
        "ReverseFulfillmentOrder" => ResolvedValue::nullable_object(ReverseOrder::find(session, number)),
        "ShopifyPaymentsAccount" => ResolvedValue::nullable_object(AccountObject::find(session, number)),
        "ShopifyPaymentsBalanceTransaction" => ResolvedValue::nullable_object(BalanceObject::find(session, number)),
        "ShopifyPaymentsDispute" => ResolvedValue::nullable_object(DisputeObject::find(session, number)),
        "ShopifyPaymentsPayout" => ResolvedValue::nullable_object(PayoutObject::find(session, number)),
        "StaffMember" => return staff_member(session, Some(number)),
        _ => return platform::object(session, gid),
    })
}
