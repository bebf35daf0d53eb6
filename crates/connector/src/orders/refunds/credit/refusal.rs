use crate::skipped::cause::Account;

/// Why a refund has no document yet.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Its order has no document.
    #[error("the order {0} has no sales document yet: create that first")]
    OrderNotProcessed(String),
    /// The order was processed, but never sold in this company.
    #[error("the order {0} has no sales document here: it was processed elsewhere, or its document was deleted")]
    NotSoldHere(String),
    /// The order was cancelled, and nobody has said what becomes of its document.
    #[error(
        "the order {0} was cancelled, and its document is open: close that, and there is nothing to credit; or mark the \
         conflict as resolved, and post both"
    )]
    Cancelled(String),
    /// Some of it is still on its way.
    #[error("the money is still on its way back: the refund is taken up again when Shopify says that it has arrived")]
    Pending,
    /// It credits nothing.
    #[error("nothing was paid back and nothing came back: what was taken out of the order is not on its document")]
    NothingToCredit,
    /// The shop card lacks an account.
    #[error("the refund has {}, but {} on the shop card is blank: set it there", .0.what(), .0.caption())]
    NoAccount(Account),
    /// A line of the order has no item.
    #[error("the line '{0}' of the order has no item: link its Shopify variant to one")]
    NoItem(String),
    /// A line that the order does not have.
    #[error("the refund is of a line that the order does not have: synchronise the order again")]
    NoLine,
}
