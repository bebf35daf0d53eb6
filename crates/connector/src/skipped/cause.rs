//! Why an order can't become a document yet, each with its remedy.

use std::fmt;

/// One cause. Its text says what is missing; [`Cause::remedy`] what to do.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    /// No customer in the back office is the buyer.
    UnknownCustomer {
        /// Who was looked for, as the end of "No customer …".
        buyer: String,
        /// Whether the shop card lets unknown customers be created.
        creates: bool,
    },
    /// The shop card wants the default customer, and has none.
    NoDefaultCustomer,
    /// The customer that is linked is not there any more.
    CustomerGone(String),
    /// A customer may be created, but the shop card has no template.
    NoTemplate,
    /// The back office refused to create the customer.
    CustomerRefused(String),
    /// The back office refused to change the customer as Shopify tells it.
    CustomerNotChanged(String),
    /// A company ordered that is no customer.
    Company(String),
    /// No item is the variant that was sold.
    UnknownItem {
        /// What was sold.
        title: String,
        /// Its SKU, if it has one.
        sku: String,
    },
    /// The line is of no product at all.
    CustomLine(String),
    /// The item that is linked is not there any more.
    ItemGone {
        /// What was sold.
        title: String,
        /// The item's number.
        number: String,
    },
    /// The shop card lacks an account that the order needs.
    NoAccount(Account),
    /// The order's money is not that of the shop card.
    Currency {
        /// The order's.
        order: String,
        /// The shop card's.
        shop: String,
    },
    /// The order's money is in no currency of the back office.
    UnknownCurrency(String),
}

/// An account on the shop card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Account {
    /// For shipping.
    ShippingCharges,
    /// For tips.
    Tip,
    /// For gift cards that are sold.
    SoldGiftCard,
    /// For duties.
    Duties,
    /// For what a store charges beside goods, shipping and duties.
    AdditionalFees,
    /// For rounding when cash is paid.
    CashRoundings,
    /// For what is paid back of no goods, and of goods that were never sent.
    Refund,
    /// For goods that are paid back and not put back into stock.
    RefundNonRestock,
}

impl Account {
    pub(crate) const fn caption(self) -> &'static str {
        match self {
            Self::ShippingCharges => "Shipping Charges Account",
            Self::Tip => "Tip Account",
            Self::SoldGiftCard => "Sold Gift Card Account",
            Self::Duties => "Duties Account",
            Self::AdditionalFees => "Additional Fees Account",
            Self::CashRoundings => "Cash Roundings Account",
            Self::Refund => "Refund Account",
            Self::RefundNonRestock => "Refund Acc. non-restock Items",
        }
    }

    pub(crate) const fn what(self) -> &'static str {
        match self {
            Self::ShippingCharges => "shipping",
            Self::Tip => "a tip",
            Self::SoldGiftCard => "a gift card",
            Self::Duties => "duties",
            Self::AdditionalFees => "an additional fee",
            Self::CashRoundings => "a rounding of cash",
            Self::Refund => "an amount that is paid back of no goods in stock",
            Self::RefundNonRestock => "goods that are not put back into stock",
        }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownCustomer { buyer, .. } if buyer.is_empty() => f.write_str("The order names no buyer."),
            Self::UnknownCustomer { buyer, .. } => write!(f, "No customer {buyer}."),
            Self::NoDefaultCustomer => {
                f.write_str("The shop card always takes the default customer, but Default Customer No. is blank.")
            }
            Self::CustomerGone(number) => write!(f, "The customer {number} does not exist any more."),
            Self::NoTemplate => f.write_str("The customer can't be created: the shop card has no customer template."),
            Self::CustomerRefused(reason) => write!(f, "The customer can't be created: {reason}."),
            Self::CustomerNotChanged(reason) => write!(f, "The customer can't be changed: {reason}."),
            Self::Company(name) => write!(f, "The company {name} ordered, and it has no customer."),
            Self::UnknownItem { title, sku } if sku.is_empty() => {
                write!(f, "No item is '{title}', which has no SKU in Shopify.")
            }
            Self::UnknownItem { title, sku } => write!(f, "No item is '{title}' with the SKU '{sku}'."),
            Self::CustomLine(title) => write!(f, "The line '{title}' is of no product and has no item."),
            Self::ItemGone { title, number } => {
                write!(f, "The item {number}, to which '{title}' is linked, does not exist any more.")
            }
            Self::NoAccount(account) => {
                write!(f, "The order has {}, but {} on the shop card is blank.", account.what(), account.caption())
            }
            Self::Currency { order, shop } => {
                write!(f, "The order's shop currency is {order}, but that of the shop card is {shop}.")
            }
            Self::UnknownCurrency(iso) => write!(f, "The currency {iso} is not set up."),
        }
    }
}

impl Cause {
    /// What a person can do so that the order is taken up by itself.
    pub fn remedy(&self) -> String {
        match self {
            Self::UnknownCustomer { creates: false, .. } => {
                "Create the customer with that e-mail or phone, or set Default Customer No. or Auto Create Unknown Customers on the shop card.".into()
            }
            Self::UnknownCustomer { creates: true, .. } => {
                "Choose the customer on the Shopify order, or set Default Customer No. on the shop card.".into()
            }
            Self::NoDefaultCustomer => "Set Default Customer No. on the shop card, or another Customer Mapping Type.".into(),
            Self::CustomerGone(_) => "Choose another customer on the Shopify order or its Shopify customer.".into(),
            Self::NoTemplate => "Set Customer/Company Template Code on the shop card.".into(),
            Self::CustomerRefused(_) => "Correct the template or create the customer by hand.".into(),
            Self::CustomerNotChanged(_) => {
                "Correct the tax area of its county, or the customer; the next run changes it.".into()
            }
            Self::Company(_) => "Map the Shopify company to its customer, choose the sell-to and the bill-to customer on the Shopify order, or set Default Company No. on the shop card.".into(),
            Self::UnknownItem { sku, .. } if sku.is_empty() => {
                "Give the variant a SKU in Shopify, or link the Shopify variant to an item.".into()
            }
            Self::UnknownItem { .. } => "Create the item with that number, or link the Shopify variant to an item.".into(),
            Self::CustomLine(_) => "Set Item No. for Custom Lines on the shop card.".into(),
            Self::ItemGone { .. } => "Link the Shopify variant to another item.".into(),
            Self::NoAccount(account) => format!("Set {} on the shop card.", account.caption()),
            Self::Currency { order, .. } => format!("Set Currency Code on the shop card to {order}, or to blank if it is the company's own."),
            Self::UnknownCurrency(iso) => {
                format!("Create the currency {iso} on the page Currencies, or give the one it is that ISO Code.")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cause_is_a_sentence_with_a_remedy() {
        let causes = [
            Cause::UnknownCustomer { buyer: "has the e-mail kari@example.com".into(), creates: false },
            Cause::UnknownCustomer { buyer: String::new(), creates: true },
            Cause::NoDefaultCustomer,
            Cause::CustomerGone("C1".into()),
            Cause::NoTemplate,
            Cause::CustomerRefused("no number is left".into()),
            Cause::CustomerNotChanged("there is no tax area NY".into()),
            Cause::Company("Acme".into()),
            Cause::UnknownItem { title: "Shirt".into(), sku: String::new() },
            Cause::UnknownItem { title: "Shirt".into(), sku: "S-1".into() },
            Cause::CustomLine("Engraving".into()),
            Cause::ItemGone { title: "Shirt".into(), number: "1000".into() },
            Cause::NoAccount(Account::Tip),
            Cause::NoAccount(Account::Duties),
            Cause::Currency { order: "EUR".into(), shop: "NOK".into() },
            Cause::UnknownCurrency("EUR".into()),
        ];
        for cause in causes {
            assert!(cause.to_string().ends_with('.'), "{cause}");
            assert!(cause.remedy().ends_with('.'), "{}", cause.remedy());
        }
    }
}
