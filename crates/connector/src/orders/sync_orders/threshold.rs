//! Which orders may enter as new. What is staged already, or waits, has entered.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use shopify::documents::orders::Order;

use crate::{Error, shops, watermark};

/// What an order must have passed.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Threshold {
    /// Orders that were made before are wanted by no card of the store.
    pub oldest: Option<DateTime<Utc>>,
    /// Orders that were made before are not wanted by this card.
    pub oldest_here: Option<DateTime<Utc>>,
    /// How far the first sync had read when it was whole.
    first_read_to: Option<DateTime<Utc>>,
    /// From when on a person wants everything read again.
    again_from: Option<DateTime<Utc>>,
}

impl Threshold {
    /// What stands between a store's orders and this shop card.
    pub async fn read(
        connection: &impl ConnectionTrait,
        shop: &shops::Model,
        zone: Tz,
        watermark: &watermark::Model,
    ) -> Result<Self, Error> {
        Ok(Self {
            oldest: oldest_of_store(connection, shop, zone).await?,
            oldest_here: shop.import_orders_from.map(|day| midnight(day, zone)),
            first_read_to: watermark.first_read_to,
            again_from: watermark.again_from,
        })
    }

    /// Whether an order that is not known never enters: it is archived, or older than the store lets in, or it was not
    /// open when the first sync was made. Whatever was open then is known since.
    pub fn keeps_out(&self, order: &Order) -> bool {
        order.closed || self.is_past(order)
    }

    /// Whether what an order took was taken before stock was this program's to tell, as far as it is not known: it is older
    /// than the store lets in, or it was not open when the first sync was made. However it changes, it never enters.
    pub fn is_past(&self, order: &Order) -> bool {
        let is_too_old = self.oldest.is_some_and(|oldest| order.created_at < oldest);
        is_too_old || self.was_not_open(order)
    }

    fn was_not_open(&self, order: &Order) -> bool {
        let Some(first) = self.first_read_to else { return order.cancelled_at.is_some() };
        let since = self.again_from.map_or(first, |again| again.min(first)) - watermark::OVERLAP;
        order.created_at < since || order.cancelled_at.is_some_and(|cancelled| cancelled < first - watermark::OVERLAP)
    }

    /// Whether this card leaves the order to the other cards of its store.
    pub fn is_too_old_here(&self, made_at: DateTime<Utc>) -> bool {
        self.oldest_here.is_some_and(|oldest| made_at < oldest)
    }
}

/// From when on any card of the shop's store wants orders; none when one of them wants them all.
pub(crate) async fn oldest_of_store(
    connection: &impl ConnectionTrait,
    shop: &shops::Model,
    zone: Tz,
) -> Result<Option<DateTime<Utc>>, Error> {
    let others = shops::Entity::find()
        .filter(shops::Column::Domain.eq(shop.domain.as_str()))
        .filter(shops::Column::Enabled.eq(true))
        .filter(shops::Column::Id.ne(shop.id))
        .all(connection)
        .await?;
    let days = others.iter().map(|card| card.import_orders_from).chain([shop.import_orders_from]);
    let oldest = days.collect::<Option<Vec<NaiveDate>>>().and_then(|days| days.into_iter().min());
    Ok(oldest.map(|day| midnight(day, zone)))
}

/// When a day begins in a time zone; where the clock skips midnight, the first instant after it.
pub(crate) fn midnight(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    let begin = day.and_time(NaiveTime::MIN);
    let hours = (0..24).map(|hour| begin + chrono::Duration::hours(hour));
    let first = hours.filter_map(|time| time.and_local_timezone(zone).earliest()).next();
    first.map_or_else(|| begin.and_utc(), |time| time.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    /// An order that was made on the second of March.
    fn order() -> Order {
        serde_json::from_str(include_str!("../import/order.json")).unwrap()
    }

    fn after_first(read_to: &str) -> Threshold {
        Threshold { first_read_to: Some(time(read_to)), ..Threshold::default() }
    }

    #[test]
    fn an_open_order_enters_the_first_sync_and_a_closed_or_cancelled_one_does_not() {
        let first = Threshold::default();
        assert!(!first.keeps_out(&order()));
        assert!(first.keeps_out(&Order { closed: true, ..order() }));
        assert!(first.keeps_out(&Order { cancelled_at: Some(time("2026-03-03T00:00:00Z")), ..order() }));
    }

    #[test]
    fn what_was_not_open_at_the_first_sync_never_enters_though_it_is_opened_again() {
        assert!(after_first("2026-03-05T00:00:00Z").keeps_out(&order()));
        let later = after_first("2026-03-01T00:00:00Z");
        assert!(!later.keeps_out(&order()));
        let cancelled = |at: &str| Order { cancelled_at: Some(time(at)), ..order() };
        assert!(!later.keeps_out(&cancelled("2026-03-03T00:00:00Z")), "it was open after the first sync");
    }

    #[test]
    fn what_was_archived_is_not_past_by_that() {
        let archived = Order { closed: true, ..order() };
        let later = after_first("2026-03-01T00:00:00Z");
        assert!(later.keeps_out(&archived) && !later.is_past(&archived));
        assert!(after_first("2026-03-05T00:00:00Z").is_past(&order()), "it was not open at the first sync");
    }

    #[test]
    fn a_person_may_want_what_was_made_since_a_day_nevertheless() {
        let again = Some(time("2026-03-01T00:00:00Z"));
        let again = Threshold { again_from: again, ..after_first("2026-03-05T00:00:00Z") };
        assert!(!again.keeps_out(&order()));
        assert!(again.keeps_out(&Order { closed: true, ..order() }));
        assert!(again.keeps_out(&Order { cancelled_at: Some(time("2026-03-03T00:00:00Z")), ..order() }));
    }

    #[test]
    fn what_no_card_of_the_store_wants_never_enters() {
        let from = |text: &str| Threshold { oldest: Some(time(text)), ..Threshold::default() };
        assert!(from("2026-03-03T00:00:00Z").keeps_out(&order()));
        assert!(!from("2026-03-02T00:00:00Z").keeps_out(&order()));
    }

    #[test]
    fn a_day_begins_when_its_clock_does() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(midnight(day("2026-03-03"), chrono_tz::Europe::Oslo), time("2026-03-02T23:00:00Z"));
        // Lebanon's clocks go from midnight to one o'clock.
        assert_eq!(midnight(day("2026-03-29"), chrono_tz::Asia::Beirut), time("2026-03-28T22:00:00Z"));
    }
}
