//! The gift cards of a store.

use std::sync::LazyLock;

use super::orders::{Cursor, Money};
use super::query;
use crate::cost::connection;
use crate::{Client, Document, Error, schema};

/// As many are read in one call.
const PAGE: u32 = 250;

/// Which of them.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct GiftCardsVariables {
    /// How many.
    first: i32,
    /// After which cursor; none for the first page.
    #[cynic(skip_serializing_if = "Option::is_none")]
    after: Option<String>,
}

/// A query for the gift cards of a store.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "GiftCardsVariables")]
pub struct GiftCards {
    #[arguments(first: $first, after: $after)]
    gift_cards: GiftCardConnection,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct GiftCardConnection {
    nodes: Vec<GiftCard>,
    page_info: Cursor,
}

/// A gift card.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct GiftCard {
    /// The id.
    pub id: cynic::Id,
    /// The end of its code.
    pub last_characters: String,
    /// For how much it was sold.
    pub initial_value: Money,
    /// What is left of that.
    pub balance: Money,
    /// Whether it can pay.
    pub enabled: bool,
    /// The line that has sold it, if one has.
    pub line_item: Option<LineOfGiftCard>,
}

/// A line of an order.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "LineItem")]
pub struct LineOfGiftCard {
    /// The id.
    pub id: cynic::Id,
}

impl GiftCardsVariables {
    pub(crate) fn after(after: Option<String>) -> Self {
        Self { first: PAGE.cast_signed(), after }
    }
}

impl Document for GiftCards {
    const NAME: &'static str = "GiftCards";
    type Variables = GiftCardsVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<GiftCards, _>(GiftCards::NAME, GiftCardsVariables::after(Some(String::new()))));
        &TEXT
    }

    fn cost(_: &GiftCardsVariables) -> u32 {
        const CARD_AND_LINE: u32 = 2;
        connection(PAGE, CARD_AND_LINE)
    }
}

/// Reads a page of the gift cards, in the order in which they were made, and where the next one begins, if there is one. It
/// takes the scope `read_gift_cards`.
///
/// # Errors
/// Why there is no answer.
pub async fn page(client: &Client, after: Option<String>) -> Result<(Vec<GiftCard>, Option<String>), Error> {
    let GiftCardConnection { nodes, page_info } =
        client.run::<GiftCards>(GiftCardsVariables::after(after)).await?.gift_cards;
    Ok((nodes, page_info.next()))
}
