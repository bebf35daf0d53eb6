//! The states of an order, as Shopify names them. What Shopify adds later is kept.

values::options! {
    /// How far an order is paid.
    pub enum FinancialStatus {
        /// Shopify says nothing.
        #[default]
        Blank => "",
        /// Payment is awaited.
        Pending => "Pending",
        /// Payment is promised by the buyer's bank.
        Authorized => "Authorized",
        /// Some is paid.
        PartiallyPaid => "Partially Paid",
        /// All is paid.
        Paid => "Paid",
        /// Some is paid back.
        PartiallyRefunded => "Partially Refunded",
        /// All is paid back.
        Refunded => "Refunded",
        /// The payment was called off.
        Voided => "Voided",
        /// The payment came too late.
        Expired => "Expired",
        .. Other
    }
}

values::options! {
    /// How far an order is delivered.
    pub enum FulfillmentStatus {
        /// Shopify says nothing.
        #[default]
        Blank => "",
        /// All is delivered.
        Fulfilled => "Fulfilled",
        /// Delivery has begun.
        InProgress => "In Progress",
        /// It is open.
        Open => "Open",
        /// A service was asked to deliver.
        PendingFulfillment => "Pending Fulfillment",
        /// All is back in stock.
        Restocked => "Restocked",
        /// Nothing is delivered.
        Unfulfilled => "Unfulfilled",
        /// Some is delivered.
        PartiallyFulfilled => "Partially Fulfilled",
        /// It must wait.
        OnHold => "On Hold",
        /// It is planned for later.
        Scheduled => "Scheduled",
        /// The service refused.
        RequestDeclined => "Request Declined",
        /// Nothing is to be delivered.
        FulfillmentNotRequired => "Fulfillment Not Required",
        .. Other
    }
}

values::options! {
    /// Whether goods come back.
    pub enum ReturnStatus {
        /// Shopify says nothing.
        #[default]
        Blank => "",
        /// They came back and were looked at.
        InspectionComplete => "Inspection Complete",
        /// They are on their way.
        InProgress => "In Progress",
        /// None do.
        NoReturn => "No Return",
        /// They came back.
        Returned => "Returned",
        /// They did not.
        ReturnFailed => "Return Failed",
        /// The buyer asks.
        ReturnRequested => "Return Requested",
        .. Other
    }
}

values::options! {
    /// Why an order was cancelled.
    pub enum CancelReason {
        /// It was not.
        #[default]
        Blank => "",
        /// The buyer wished it.
        Customer => "Customer",
        /// It was fraud.
        Fraud => "Fraud",
        /// There was no stock.
        Inventory => "Inventory",
        /// For another reason.
        OtherReason => "Other",
        /// The staff erred.
        Staff => "Staff",
        /// The payment was declined.
        Declined => "Declined",
        .. Other
    }
}

values::options! {
    /// What an order's payment terms wait for.
    pub enum PaymentTermsType {
        /// It has none.
        #[default]
        Blank => "",
        /// A day that was agreed upon.
        Fixed => "Fixed",
        /// That the goods are sent.
        Fulfillment => "Fulfillment",
        /// A number of days.
        Net => "Net",
        /// Nothing: it is due at once.
        Receipt => "Receipt",
        .. Other
    }
}

values::options! {
    /// How goods are sent.
    pub enum DeliveryMethod {
        /// Shopify does not say.
        #[default]
        Blank => "",
        /// They are brought by the store itself.
        Local => "Local",
        /// They are not sent: there is nothing to be.
        None => "None",
        /// They are picked up at the store.
        PickUp => "Pick Up",
        /// They are picked up somewhere else.
        PickupPoint => "Pickup Point",
        /// They were handed over in a shop.
        Retail => "Retail",
        /// They are sent.
        Shipping => "Shipping",
        .. Other
    }
}

values::options! {
    /// Why the document of an order comes to another amount than the order.
    pub enum DifferenceReason {
        /// It does not.
        #[default]
        Blank => "",
        /// The back office rounds a line another way.
        Rounding => "Rounding",
        /// The back office's tax is not Shopify's.
        TaxSetup => "Tax Set-up",
        /// Shopify charges what it tells in no part of the order.
        Fee => "Fee",
        /// Shopify gives what it tells in no part of the order.
        Discount => "Discount",
        /// What the buyer gets instead costs more than what came back: the rest is on no document yet.
        Exchange => "Exchange",
        /// For another reason: prices or lines of the document were changed.
        OtherReason => "Other",
    }
}

values::options! {
    /// Who bought.
    pub enum PurchasingEntity {
        /// Nobody is named.
        #[default]
        Blank => "",
        /// A person.
        Customer => "Customer",
        /// A company.
        Company => "Company",
    }
}

values::options! {
    /// What importing an order will do.
    pub enum ImportAction {
        /// Stage it.
        #[default]
        New => "New",
        /// Refresh what is staged.
        Update => "Update",
    }
}

values::options! {
    /// Until when an order becomes no document.
    pub enum SetAside {
        /// It is not set aside.
        #[default]
        Blank => "",
        /// Until it changes in Shopify.
        UntilItChanges => "Until It Changes",
        /// Until someone takes it back.
        UntilTakenBack => "Until Taken Back",
        /// Until someone takes it back: another system has processed it.
        ProcessedElsewhere => "Processed Elsewhere",
    }
}

/// An enum value of Shopify as words: `PARTIALLY_PAID` is "Partially Paid".
pub fn words(shopify: &str) -> String {
    let capitalised = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| {
            first.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect()
        })
    };
    shopify.split('_').filter(|word| !word.is_empty()).map(capitalised).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shopify_values_are_read_as_words_and_unknown_ones_are_kept() {
        assert_eq!(words("PARTIALLY_PAID").parse(), Ok(FinancialStatus::PartiallyPaid));
        assert_eq!(words("FULFILLMENT_NOT_REQUIRED").parse(), Ok(FulfillmentStatus::FulfillmentNotRequired));
        assert_eq!(words("SOMETHING_NEW").parse(), Ok(FinancialStatus::Other("Something New".into())));
        assert_eq!(words("").parse(), Ok(FinancialStatus::Blank));
    }
}
