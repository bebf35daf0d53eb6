//! The mutations that fill and change a store, with the rules of the real ones. A rule that is broken is a [`UserError`], and the
//! store stays as it was.

mod address_input;
mod bulk;
mod catalogs;
mod companies;
mod currency;
mod customer_address;
mod customer_consent;
mod customer_create;
mod customer_delete;
mod customer_merge;
mod customer_set;
mod customer_update;
mod discounts;
mod drafts;
mod fulfilment;
mod given;
mod inventory;
mod job;
mod limits;
mod locations;
mod media;
mod moment;
mod order_create;
mod order_customer;
mod order_edit;
mod order_input;
mod order_mark_as_paid;
mod order_place;
mod orders;
mod part;
mod payments;
mod products;
mod refunds;
mod returns;
mod staged_uploads_create;
mod taxes;
mod user_error;
mod variants;
mod webhook_subscription;

pub(crate) use address_input::AddressInput;
pub(crate) use bulk::{bulk_operation_cancel, bulk_operation_run_mutation, bulk_operation_run_query};
pub(crate) use catalogs::{
    catalog_context_update, catalog_create, catalog_delete, catalog_update, market_create, price_list_create,
    price_list_delete, price_list_fixed_prices_by_product, price_list_fixed_prices_change, price_list_update,
    publication_create, publication_update, publishable_publish, publishable_unpublish,
    quantity_pricing_by_variant_update,
};
pub(crate) use companies::{
    Assigned, LocationUpdate, TaxSettings, assign_address, assign_main_contact, assign_role, assign_roles,
    assign_roles_at, company_create, company_delete, company_update, contact_create, contact_delete,
    contact_of_customer, contact_update, location_create, location_delete, location_update, revoke_main_contact,
    revoke_roles, revoke_roles_at, tax_settings_update,
};
pub(crate) use customer_address::{
    customer_address_create, customer_address_delete, customer_address_update, customer_update_default_address,
};
pub(crate) use customer_consent::{Way, customer_consent_update};
pub(crate) use customer_create::{CustomerInput, customer_create};
pub(crate) use customer_delete::{customer_delete, obstacle as customer_obstacle};
pub(crate) use customer_merge::{Merged, customer_merge};
pub(crate) use customer_set::customer_set;
pub(crate) use customer_update::customer_update;
pub(crate) use drafts::{
    Answered, CompleteInput, draft_order_calculate, draft_order_complete, draft_order_create, draft_order_delete,
    draft_order_invoice_send, draft_order_update,
};
pub(crate) use fulfilment::{
    EventInput, FulfillmentInput, PiecesInput, fulfillment_cancel, fulfillment_create, fulfillment_event_create,
    fulfillment_order_hold, fulfillment_order_move, fulfillment_order_open, fulfillment_order_release_hold,
    fulfillment_tracking_info_update,
};
pub(crate) use inventory::{
    ActivateInput, InventoryGroup, Obstacle, Place, QuantityChange, ToggleInput, inventory_activate, inventory_adjust,
    inventory_deactivate, inventory_item_update, inventory_move, inventory_set, inventory_toggle, level_of_gid,
};
pub(crate) use locations::{location_activate, location_add, location_deactivate, location_edit};
pub(crate) use media::{
    FileInput, file_create, file_delete, file_update, product_reorder_media, product_variant_append_media,
    product_variant_detach_media,
};
pub(crate) use moment::Moment;
pub(crate) use order_create::{InventoryBehaviour, order_create};
pub(crate) use order_edit::{
    CustomItemInput, Staged as EditStep, VariantItemInput, calculated, order_edit_add_custom_item,
    order_edit_add_line_item_discount, order_edit_add_shipping_line, order_edit_add_variant, order_edit_begin,
    order_edit_commit, order_edit_remove_discount, order_edit_remove_shipping_line, order_edit_set_quantity,
    order_edit_update_shipping_line,
};
pub(crate) use order_input::{
    AssociateInput, AttributeInput, BagInput, DiscountCodeInput, FixedDiscountInput, FreeShippingInput, LineInput,
    OrderCustomerInput, OrderInput, PercentageDiscountInput, ShippingLineInput, TaxLineInput, TransactionInput,
};
pub(crate) use order_mark_as_paid::{can_mark_as_paid, order_mark_as_paid};
pub(crate) use orders::{
    CancelInput, UpdateInput, order_cancel, order_close, order_open, order_risk_assessment_create, order_update,
    tags_add, tags_remove,
};
pub(crate) use payments::{
    CaptureInput, ManualPaymentInput, order_capture, order_create_manual_payment, transaction_void,
};
pub(crate) use products::{
    OptionChange, OptionInput, OptionValueInput, ProductIdentifier, ProductInput, SeoInput, Texts, product_create,
    product_delete, product_delete_later, product_option_update, product_options_create, product_options_delete,
    product_set, product_set_later, product_update,
};
pub(crate) use refunds::{RefundInput, RefundLineInput, ShippingRefundInput, Suggestion, refund_create, suggest};
pub(crate) use returns::{
    ProcessInput, return_approve, return_cancel, return_close, return_create, return_decline, return_process,
    return_reopen, return_request,
};
pub(crate) use staged_uploads_create::staged_uploads_create;
pub(crate) use taxes::of_fee as fee_taxes;
pub(crate) use user_error::UserError;
pub(crate) use variants::{
    InventoryInput, InventoryItemInput, MeasurementInput, Strategy as VariantStrategy, VariantInput,
    VariantOptionInput, product_variants_bulk_create, product_variants_bulk_delete, product_variants_bulk_update,
};
pub(crate) use webhook_subscription::{
    webhook_subscription_create, webhook_subscription_delete, webhook_subscription_update,
};
