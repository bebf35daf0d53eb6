//! What documents cost, against what others have measured or declared.
//!
//! Some costs were recorded from the real store, some are what Microsoft's connector declares for its own calls. The
//! documents here select the same objects and connections, which is all that a cost depends on. They are run with
//! Shopify's whole schema, where that is to be had. Left out is what is declared far above what it can cost: writing an
//! attribute to an order is declared as 100, and every plain mutation was recorded with 10.

use serde_json::json;

use crate::full_schema;

/// A cost that is known, and a document that has it.
struct Known {
    what: &'static str,
    cost: u64,
    document: &'static str,
}

const fn known(what: &'static str, cost: u64, document: &'static str) -> Known {
    Known { what, cost, document }
}

/// Recorded from the real store.
const RECORDED: [Known; 8] = [
    known("a hundred customers", 11, "{ customers(first: 100) { nodes { legacyResourceId } } }"),
    known("two hundred customers with cursors", 12, "{ customers(first: 200) { edges { cursor node { id } } } }"),
    known(
        "disputes",
        30,
        "{ shopifyPaymentsAccount { disputes(first: 100) { edges { node {
            amount { amount } reasonDetails { reason } order { id } } } } } }",
    ),
    known(
        "the variants of a product",
        25,
        "{ product(id: \"gid://shopify/Product/1\") { variants(first: 250) { nodes { inventoryItem { id } } } } }",
    ),
    known(
        "publications and their apps",
        32,
        "{ publications(first: 25) { edges { node { catalog { id ... on AppCatalog { apps(first: 1) { edges { node { id } } } } } } } } }",
    ),
    known(
        "a draft with its lines",
        26,
        "{ draftOrder(id: \"gid://shopify/DraftOrder/1\") {
            customer { id } paymentTerms { id } customAttributes { key } appliedDiscount { amountSet { shopMoney { amount } } }
            billingAddress { city } shippingAddress { city } shippingLine { title originalPriceSet { shopMoney { amount } } }
            totalPriceSet { shopMoney { amount } } lineItems(first: 10) { nodes { customAttributes { key }
                appliedDiscount { value } originalTotalSet { shopMoney { amount } } variant { id } } } } }",
    ),
    known(
        "a draft that is completed",
        11,
        "mutation { draftOrderComplete(id: \"gid://shopify/DraftOrder/1\") { draftOrder { id order { id } } userErrors { message } } }",
    ),
    known(
        "a draft with payment terms",
        11,
        "mutation { draftOrderCreate(input: {}) { draftOrder { paymentTerms { id } } userErrors { message } } }",
    ),
];

/// Declared by Microsoft's connector for what it asks about a new order, and about the stock.
const DECLARED: [Known; 13] = [
    known(
        "orders that have changed",
        68,
        "{ orders(first: 25, query: \"updated_at:>'2026-10-01T00:00:00Z'\") { pageInfo { hasNextPage } edges { cursor node {
            id channel { name } totalPriceSet { shopMoney { amount } } customAttributes { key } risk { assessments { riskLevel } }
            displayAddress { countryCodeV2 } shippingAddress { countryCodeV2 } billingAddress { countryCodeV2 }
            taxLines { channelLiable } purchasingEntity { ... on PurchasingCompany { company { id } } } } } } }",
    ),
    known(
        "the head of an order",
        36,
        "{ order(id: \"gid://shopify/Order/1\") {
            customer { defaultEmailAddress { emailAddress } defaultPhoneNumber { phoneNumber } defaultAddress { id } }
            displayAddress { id } shippingAddress { id } billingAddress { id } publication { id } app { id }
            customAttributes { key } risk { assessments { facts { description } provider { title } } }
            paymentTerms { paymentSchedules(first: 1) { nodes { dueAt } } } totalPriceSet { shopMoney { amount } }
            totalCashRoundingAdjustment { paymentSet { shopMoney { amount } } } taxLines { title } refunds { id }
            returns(first: 20) { nodes { id } } retailLocation { id }
            purchasingEntity { ... on PurchasingCompany { location { id } company { mainContact { customer { id
                defaultEmailAddress { emailAddress } defaultPhoneNumber { phoneNumber } } } } } } } }",
    ),
    known(
        "the lines of an order",
        43,
        "{ order(id: \"gid://shopify/Order/1\") { lineItems(first: 10) { pageInfo { endCursor } nodes {
            product { id } variant { id } customAttributes { key } duties { id taxLines { title } }
            fulfillmentService { serviceName location { id } } discountAllocations { allocatedAmountSet { shopMoney { amount } } }
            taxLines { title priceSet { shopMoney { amount } } } } } } }",
    ),
    known(
        "the fulfilment orders of an order",
        33,
        "{ order(id: \"gid://shopify/Order/1\") { fulfillmentOrders(first: 25) { edges { cursor node {
            assignedLocation { location { id } } order { id } deliveryMethod { methodType } } } } } }",
    ),
    known(
        "the lines of a fulfilment order",
        27,
        "{ fulfillmentOrder(id: \"gid://shopify/FulfillmentOrder/1\") { lineItems(first: 25) { edges { node {
            remainingQuantity lineItem { product { id } variant { id } } } } } } }",
    ),
    known(
        "the shipping lines of an order",
        15,
        "{ order(id: \"gid://shopify/Order/1\") { shippingLines(first: 10) { nodes {
            discountAllocations { allocatedAmountSet { shopMoney { amount } } } taxLines { title } } } } }",
    ),
    known(
        "the transactions of an order",
        3,
        "{ order(id: \"gid://shopify/Order/1\") { transactions { id kind amountSet { shopMoney { amount } } parentTransaction { id } } } }",
    ),
    known(
        "the fulfilments of an order",
        15,
        "{ order(id: \"gid://shopify/Order/1\") { fulfillments { location { id } trackingInfo { number } service { serviceName }
            fulfillmentLineItems(first: 10) { nodes { originalTotalSet { shopMoney { amount } } lineItem { id } } } } } }",
    ),
    known(
        "locations and their services",
        12,
        "{ locations(first: 20, includeLegacy: true) { pageInfo { hasNextPage } nodes { legacyResourceId isActive isPrimary name
            fulfillmentService { id callbackUrl } } } }",
    ),
    known(
        "what a location has",
        48,
        "{ location(id: \"gid://shopify/Location/1\") { inventoryLevels(first: 100) { edges { cursor node { id
            quantities(names: \"available\") { quantity } item { id variant { id product { id } } } } } } } }",
    ),
    known(
        "quantities that are set",
        10,
        "mutation { inventorySetQuantities(input: { name: \"available\", reason: \"correction\", quantities: [] })
            @idempotent(key: \"1\") { inventoryAdjustmentGroup { id } userErrors { field message code } } }",
    ),
    known(
        "what waits for a service",
        8,
        "{ assignedFulfillmentOrders(assignmentStatus: FULFILLMENT_REQUESTED, first: 25) { nodes { id status requestStatus } } }",
    ),
    known("the ids of customers", 12, "{ customers(first: 200) { pageInfo { hasNextPage } edges { cursor node { id updatedAt } } } }"),
];

#[tokio::test]
async fn documents_cost_what_was_recorded_and_what_is_declared_for_them() {
    let Some(shop) = full_schema::shop() else { return };
    let mut wrong = Vec::new();
    for Known { what, cost, document } in RECORDED.iter().chain(&DECLARED) {
        let answer = shop.ask_with(document, json!({})).await;
        let ours = &answer["extensions"]["cost"]["requestedQueryCost"];
        if ours != cost {
            wrong.push(format!("{what}: {ours} and not {cost} ({})", answer["errors"]));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
