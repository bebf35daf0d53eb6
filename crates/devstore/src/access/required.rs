//! Which scope a field, an object or a mutation asks for. Of several, one is enough.

const FULFILLMENT_ORDERS: &[&str] = &[
    "read_assigned_fulfillment_orders",
    "read_merchant_managed_fulfillment_orders",
    "read_third_party_fulfillment_orders",
];

/// Who works for the store: this takes a plan beside the scope.
pub(crate) const STAFF: &str = "StaffMember";

/// What it takes, in Shopify's words.
pub(crate) const FOR_STAFF: &str = "`read_users` access scope. Also: The app must be a finance embedded app or installed on a \
    Shopify Plus or Advanced store. Contact Shopify Support to enable this scope for your app.";

/// Objects, and what their readers need.
const TYPES: &[(&[&str], &[&str])] = &[
    (&["Fulfillment", "LineItem", "Order", "OrderTransaction", "Refund"], &["read_orders"]),
    (&["FulfillmentOrder"], FULFILLMENT_ORDERS),
    (&["Return", "ReturnReasonDefinition", "ReverseFulfillmentOrder"], &["read_returns"]),
    (&["CalculatedOrder"], &["read_order_edits"]),
    (&["DraftOrder", "DraftOrderLineItem"], &["read_draft_orders"]),
    (&["PaymentTerms", "PaymentTermsTemplate"], &["read_payment_terms"]),
    (&["Customer"], &["read_customers"]),
    (
        &["Company", "CompanyAddress", "CompanyContact", "CompanyContactRole", "CompanyLocation"],
        &["read_companies", "read_customers"],
    ),
    (&["Collection", "PriceList", "Product", "ProductVariant"], &["read_products"]),
    (&["AppCatalog", "Catalog", "CompanyLocationCatalog", "MarketCatalog"], &["read_products"]),
    (&["Publication"], &["read_publications"]),
    (&["InventoryItem"], &["read_inventory", "read_products"]),
    (&["InventoryLevel"], &["read_inventory"]),
    (&["Location"], &["read_locations"]),
    (&["Market"], &["read_markets"]),
    (&["ShopLocale"], &["read_locales"]),
    (&["TranslatableResource"], &["read_translations"]),
    (&["DeliveryProfile"], &["read_shipping"]),
    (&["GiftCard"], &["read_gift_cards"]),
    (&[STAFF], &["read_users"]),
    (
        &["ShopifyPaymentsAccount", "ShopifyPaymentsBalanceTransaction"],
        &["read_shopify_payments", "read_shopify_payments_accounts"],
    ),
    (&["ShopifyPaymentsDispute"], &["read_shopify_payments_disputes"]),
    (
        &["ShopifyPaymentsPayout"],
        &["read_shopify_payments", "read_shopify_payments_accounts", "read_shopify_payments_payouts"],
    ),
];

/// Fields that ask for a scope by themselves, whatever they answer with.
const FIELDS: &[(&str, &str, &[&str])] = &[
    ("FulfillmentHold", "heldByApp", &["read_apps"]),
    ("QueryRoot", "companiesCount", &["read_companies", "read_customers"]),
    ("QueryRoot", "customersCount", &["read_customers"]),
    ("QueryRoot", "draftOrdersCount", &["read_draft_orders"]),
    ("QueryRoot", "files", &["read_files", "read_images", "read_products", "read_themes"]),
    ("QueryRoot", "locationsCount", &["read_locations"]),
    ("QueryRoot", "ordersCount", &["read_orders"]),
    ("QueryRoot", "productVariantsCount", &["read_products"]),
    ("QueryRoot", "productsCount", &["read_products"]),
];

/// Mutations, and what they need.
const MUTATIONS: &[(&[&str], &[&str])] = &[
    (
        &[
            "orderCancel",
            "orderCapture",
            "orderClose",
            "orderCreate",
            "orderCreateManualPayment",
            "orderCustomerSet",
            "orderInvoiceSend",
            "orderMarkAsPaid",
            "orderOpen",
            "orderRiskAssessmentCreate",
            "orderUpdate",
            "refundCreate",
            "transactionVoid",
        ],
        &["write_orders"],
    ),
    (&["paymentTermsCreate", "paymentTermsDelete", "paymentTermsUpdate"], &["write_payment_terms"]),
    (
        &["fulfillmentCancel", "fulfillmentCreate", "fulfillmentCreateV2", "fulfillmentTrackingInfoUpdate"],
        &[
            "write_assigned_fulfillment_orders",
            "write_merchant_managed_fulfillment_orders",
            "write_third_party_fulfillment_orders",
        ],
    ),
    (&["fulfillmentEventCreate"], &["write_fulfillments"]),
    (&["fulfillmentServiceCreate", "fulfillmentServiceDelete", "fulfillmentServiceUpdate"], &["write_fulfillments"]),
    (
        &[
            "fulfillmentOrderAcceptFulfillmentRequest",
            "fulfillmentOrderClose",
            "fulfillmentOrderRejectFulfillmentRequest",
        ],
        &["write_assigned_fulfillment_orders"],
    ),
    (&["fulfillmentOrderSubmitFulfillmentRequest"], &["write_third_party_fulfillment_orders"]),
    (
        &[
            "fulfillmentOrderCancel",
            "fulfillmentOrderHold",
            "fulfillmentOrderMerge",
            "fulfillmentOrderMove",
            "fulfillmentOrderOpen",
            "fulfillmentOrderReleaseHold",
            "fulfillmentOrderReportProgress",
            "fulfillmentOrderSplit",
        ],
        &["write_merchant_managed_fulfillment_orders", "write_third_party_fulfillment_orders"],
    ),
    (&["removeFromReturn", "reverseFulfillmentOrderDispose"], &["write_returns"]),
    (&["tagsAdd", "tagsRemove"], &["write_customers", "write_draft_orders", "write_orders", "write_products"]),
    (&["customerMerge"], &["write_customer_merge"]),
    (&["fileCreate", "fileUpdate"], &["write_files", "write_images", "write_themes"]),
    (&["fileDelete"], &["write_files"]),
    (&["locationEdit"], &["write_locations", "write_fulfillments"]),
];

/// The rest of the mutations go by the first words of their names.
const FAMILIES: &[(&str, &[&str])] = &[
    ("orderEdit", &["write_order_edits"]),
    ("draftOrder", &["write_draft_orders"]),
    ("return", &["write_returns"]),
    ("customer", &["write_customers"]),
    ("company", &["write_companies", "write_customers"]),
    ("catalog", &["write_products"]),
    ("priceList", &["write_products"]),
    ("quantityPricing", &["write_products"]),
    ("publication", &["write_publications"]),
    ("publishable", &["write_publications"]),
    ("product", &["write_products"]),
    ("collection", &["write_products"]),
    ("translations", &["write_translations"]),
    ("inventory", &["write_inventory"]),
    ("location", &["write_locations"]),
    ("market", &["write_markets"]),
];

/// What a field of `parent` asks for; nothing for most.
pub(crate) fn for_field(parent: &str, field: &str) -> &'static [&'static str] {
    if parent == "Mutation" {
        return for_mutation(field);
    }
    let known = FIELDS.iter().find(|(owner, name, _)| *owner == parent && *name == field);
    known.map_or(&[], |(_, _, scopes)| scopes)
}

/// What an object of this type asks for.
pub(crate) fn for_type(ty: &str) -> &'static [&'static str] {
    TYPES.iter().find(|(types, _)| types.contains(&ty)).map_or(&[], |(_, scopes)| scopes)
}

fn for_mutation(field: &str) -> &'static [&'static str] {
    if let Some((_, scopes)) = MUTATIONS.iter().find(|(fields, _)| fields.contains(&field)) {
        return scopes;
    }
    let family = FAMILIES.iter().find(|(words, _)| {
        let rest = field.strip_prefix(words);
        rest.is_some_and(|rest| rest.chars().next().is_none_or(char::is_uppercase))
    });
    family.map_or(&[], |(_, scopes)| scopes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mutation_asks_for_the_scope_of_its_family_unless_it_has_one_of_its_own() {
        assert_eq!(for_field("Mutation", "customerCreate"), ["write_customers"]);
        assert_eq!(for_field("Mutation", "customerMerge"), ["write_customer_merge"]);
        assert_eq!(for_field("Mutation", "orderEditBegin"), ["write_order_edits"]);
        assert_eq!(for_field("Mutation", "refundCreate"), ["write_orders"]);
        assert!(for_field("Mutation", "bulkOperationRunQuery").is_empty());
    }
}
