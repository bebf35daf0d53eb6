use chrono::{DateTime, Utc};

use super::Topic;
use crate::Domain;

/// The longest text that is taken over from a header.
const LONGEST: usize = 255;

/// A delivery, as its headers say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// What it is about.
    pub topic: Topic,
    /// The store.
    pub shop: Domain,
    /// Its own id, the same when it is sent again.
    pub webhook_id: String,
    /// The id of what has happened, the same in all that it set off; blank if there is none.
    pub event_id: String,
    /// The version of the API that wrote its body.
    pub api_version: String,
    /// When it happened.
    pub triggered_at: Option<DateTime<Utc>>,
}

/// A request that is no delivery of Shopify's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the header {0} is missing or can't be read")]
pub struct NotADelivery(pub &'static str);

impl Delivery {
    /// Reads the headers; `header` gives the text of one by its name in small letters.
    ///
    /// # Errors
    /// [`NotADelivery`] names what is missing.
    pub fn read<'h>(header: impl Fn(&'static str) -> Option<&'h str>) -> Result<Self, NotADelivery> {
        let text = |name| header(name).map(str::trim).filter(|text| !text.is_empty() && text.len() <= LONGEST);
        let needed = |name| text(name).ok_or(NotADelivery(name));
        let topic = needed("x-shopify-topic")?;
        let shop = needed("x-shopify-shop-domain")?;
        let triggered_at = text("x-shopify-triggered-at").and_then(|at| DateTime::parse_from_rfc3339(at).ok());
        Ok(Self {
            topic: topic.parse().map_err(|_| NotADelivery("x-shopify-topic"))?,
            shop: Domain::parse(shop).map_err(|_| NotADelivery("x-shopify-shop-domain"))?,
            webhook_id: needed("x-shopify-webhook-id")?.to_owned(),
            event_id: text("x-shopify-event-id").unwrap_or_default().to_owned(),
            api_version: text("x-shopify-api-version").unwrap_or_default().to_owned(),
            triggered_at: triggered_at.map(|at| at.to_utc()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: [(&str, &str); 6] = [
        ("x-shopify-topic", "orders/create"),
        ("x-shopify-shop-domain", "Demo.myshopify.com"),
        ("x-shopify-webhook-id", "w-1"),
        ("x-shopify-event-id", "e-1"),
        ("x-shopify-api-version", "2026-10"),
        ("x-shopify-triggered-at", "2026-11-26T10:00:00.5+01:00"),
    ];

    fn read(headers: &[(&str, &'static str)]) -> Result<Delivery, NotADelivery> {
        Delivery::read(|name| headers.iter().find(|(known, _)| *known == name).map(|(_, text)| *text))
    }

    #[test]
    fn the_headers_say_what_it_is_about() {
        let delivery = read(&WHOLE).unwrap();
        assert_eq!((delivery.topic, delivery.shop.as_str()), (Topic::OrdersCreate, "demo.myshopify.com"));
        assert_eq!((delivery.webhook_id.as_str(), delivery.event_id.as_str()), ("w-1", "e-1"));
        assert_eq!(delivery.triggered_at.unwrap().to_rfc3339(), "2026-11-26T09:00:00.500+00:00");
    }

    #[test]
    fn a_topic_that_nobody_asked_for_is_kept() {
        let mut headers = WHOLE;
        headers[0].1 = "carts/create";
        assert_eq!(read(&headers).unwrap().topic, Topic::Other("carts/create".to_owned()));
    }

    #[test]
    fn without_topic_store_or_id_it_is_no_delivery() {
        for place in 0..3 {
            let mut headers = WHOLE.to_vec();
            let (name, _) = headers.remove(place);
            assert_eq!(read(&headers), Err(NotADelivery(name)));
        }
        assert!(read(&WHOLE[..3]).is_ok(), "the rest may be missing");
    }
}
