//! The mutations that fill a store, with the rules of the real ones. A rule that is broken is a [`UserError`], and the
//! store stays as it was.

mod address_input;
mod bulk;
mod customer_create;
mod discounts;
mod inventory_set;
mod order_create;
mod order_customer;
mod order_input;
mod order_mark_as_paid;
mod product_input;
mod product_set;
mod staged_uploads_create;
mod taxes;
mod user_error;
mod webhook_subscription;

pub(crate) use address_input::AddressInput;
pub(crate) use bulk::{bulk_operation_cancel, bulk_operation_run_mutation, bulk_operation_run_query};
pub(crate) use customer_create::{CustomerInput, customer_create};
pub(crate) use inventory_set::{InventoryGroup, inventory_set};
pub(crate) use order_create::{InventoryBehaviour, order_create};
pub(crate) use order_input::{
    AssociateInput, AttributeInput, DiscountCodeInput, FixedDiscountInput, FreeShippingInput, LineInput,
    OrderCustomerInput, OrderInput, PercentageDiscountInput, ShippingLineInput, TaxLineInput, TransactionInput,
};
pub(crate) use order_mark_as_paid::{can_mark_as_paid, order_mark_as_paid};
pub(crate) use product_input::{
    InventoryInput, InventoryItemInput, MeasurementInput, OptionInput, OptionValueInput, ProductIdentifier,
    ProductInput, VariantInput, VariantOptionInput,
};
pub(crate) use product_set::product_set;
pub(crate) use staged_uploads_create::staged_uploads_create;
pub(crate) use user_error::UserError;
pub(crate) use webhook_subscription::{
    webhook_subscription_create, webhook_subscription_delete, webhook_subscription_update,
};
