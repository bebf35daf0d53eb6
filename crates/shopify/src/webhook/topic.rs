values::options! {
    /// What a webhook is about, as its header names it.
    pub enum Topic {
        /// An order was placed.
        #[default]
        OrdersCreate => "orders/create",
        /// Anything of an order has changed.
        OrdersUpdated => "orders/updated",
        /// Lines of an order were changed after it was placed.
        OrdersEdited => "orders/edited",
        /// An order was cancelled.
        OrdersCancelled => "orders/cancelled",
        /// An order was paid in full.
        OrdersPaid => "orders/paid",
        /// Money or goods of an order go back.
        RefundsCreate => "refunds/create",
        /// A bulk operation has ended.
        BulkOperationsFinish => "bulk_operations/finish",
        /// The app was removed from the store.
        AppUninstalled => "app/uninstalled",
        /// A customer asks what is kept about them.
        CustomersDataRequest => "customers/data_request",
        /// What is kept about a customer is to be removed.
        CustomersRedact => "customers/redact",
        /// What is kept about a whole store is to be removed, two days after it removed the app.
        ShopRedact => "shop/redact",
        .. Other
    }
}

impl Topic {
    /// Whether it says that an order may have changed.
    pub const fn is_of_orders(&self) -> bool {
        matches!(
            self,
            Self::OrdersCreate
                | Self::OrdersUpdated
                | Self::OrdersEdited
                | Self::OrdersCancelled
                | Self::OrdersPaid
                | Self::RefundsCreate
        )
    }
}
